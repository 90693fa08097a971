"""One document as the reader took it, to be set right: head, remarks, outline, lines."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.line_words import (
    GIVEN_ROLES,
    SAYINGS,
    LineSaying,
    saying_words,
    with_role,
    with_saying,
)
from desktop.models.outline_tree import OutlineTree
from desktop.models.words import name_of, say
from desktop.widgets.assets import icon
from desktop.widgets.details_form import DetailsForm
from desktop.widgets.line_text import LineText
from desktop.widgets.outline_view import make_outline
from desktop.widgets.short_lines import ShortLines
from desktop.widgets.theme import colours
from tracker.model.draft import NOTHING_SAID, Corrections, Draft

if TYPE_CHECKING:
    from tracker.model.library import MetadataCorrection
    from tracker.model.outline import Role, Section

_REMARKS_SEEN = 3


class DraftEditor(QWidget):
    """Shows a draft and says what a person does to it; working it out is for others.

    Signals:
        corrected(Corrections): All that is said about the draft from now on.
        encoding_chosen(str): The text shall be read in this encoding.
    """

    corrected = Signal(object)
    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._draft: Draft | None = None
        self._said: Corrections = NOTHING_SAID
        self._editable = True
        self.form = DetailsForm(self)
        self.remarks = QListWidget(self)
        self.remarks.setObjectName("remarks")
        self.remarks.setWordWrap(True)
        self.remarks.setIconSize(QSize(16, 16))
        self.outline_model = OutlineTree(self, roles=True)
        self.outline = self._make_outline()
        self.text = LineText(self)
        ShortLines(self.text)
        self.problem = QLabel(self)
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = QLabel(self)
        self.hint.setObjectName("muted")
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.outline)
        self.splitter.addWidget(self.text)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([250, 600])
        self.frame = QFrame(self)
        self.frame.setObjectName("card")
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.splitter)
        inside.addWidget(self.problem)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self.form, self.remarks, self.frame, self.hint):
            layout.addWidget(widget, 1 if widget is self.frame else 0)
        self._wire()
        self.retranslate()
        self.set_draft(None, NOTHING_SAID)

    def _make_outline(self) -> QTreeView:
        outline = make_outline(self.outline_model, self, least_width=150)
        outline.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        return outline

    def _wire(self) -> None:
        self.form.corrected.connect(self._on_details)
        self.form.encoding_chosen.connect(self.encoding_chosen)
        self.remarks.itemClicked.connect(self._on_remark)
        self.remarks.itemActivated.connect(self._on_remark)
        self.outline.clicked.connect(self._on_section)
        self.outline.activated.connect(self._on_section)
        self.outline.customContextMenuRequested.connect(self._on_outline_menu)
        self.text.menu_wanted.connect(self._open_menu)
        for saying in SAYINGS:
            self._on_key(saying.key, self.text, partial(self.say, saying))
        self._on_key("R", self.text, self._open_roles_of_line)
        self._on_key("R", self.outline, self._open_roles_of_section)
        self._on_key("F8", self, self.next_remark)

    def _on_key(self, key: str, where: QWidget, slot: object) -> None:
        shortcut = QShortcut(QKeySequence(key), where)
        children = Qt.ShortcutContext.WidgetWithChildrenShortcut
        shortcut.setContext(children)
        shortcut.activated.connect(slot)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.hint.setText(
            self.tr(
                "On a line: 1 2 3 heading, 0 none, J continues, K new paragraph, X left out, "
                "P kept, R role, Backspace as read. Enter: menu"
            )
        )
        self.text.setAccessibleName(self.tr("Lines of the report"))
        self.outline.setAccessibleName(self.tr("Outline"))
        self.remarks.setAccessibleName(self.tr("Remarks on the reading"))
        self.set_draft(self._draft, self._said, editable=self._editable)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "remarks"):
            self._list_remarks()

    def set_draft(self, draft: Draft | None, said: Corrections, *, editable: bool = True) -> None:
        """Show a draft; ``said`` may be ahead of it while it is worked out.

        Where it is not ``editable``, nothing can be said of it: it would lead nowhere.
        """
        self._draft, self._said, self._editable = draft, said, editable
        report = draft.report if draft else None
        self.form.set_draft(draft, editable=editable)
        self.form.setVisible(report is not None or bool(draft and draft.encodings))
        roles = draft.corrections.roles if draft else ()
        self.outline_model.set_report(report, {one.heading.span.start for one in roles})
        self.outline.expandToDepth(0)
        self.text.set_draft(draft)
        self.splitter.setVisible(report is not None)
        self.hint.setVisible(report is not None and editable)
        unread = draft is not None and report is None
        self.problem.setVisible(not report)
        self.problem.setText(say(draft.problem) if unread and draft and draft.problem else "")
        self._list_remarks()

    def _list_remarks(self) -> None:
        """List what the reader doubts; those of a line lead there."""
        report = self._draft.report if self._draft else None
        found = report.diagnostics if report else ()
        self.remarks.clear()
        sign = icon("warning", colours().fair)
        for one in found:
            words = say(one.message)
            line = self.tr("Line {0}: ").format(one.line) if one.line else ""
            item = QListWidgetItem(sign, line + words, self.remarks)
            item.setData(Qt.ItemDataRole.UserRole, one.line)
        self.remarks.setVisible(bool(found))
        height = max(20, self.remarks.sizeHintForRow(0))
        self.remarks.setFixedHeight(min(len(found), _REMARKS_SEEN) * height + 2)

    def _on_remark(self, item: QListWidgetItem) -> None:
        line = item.data(Qt.ItemDataRole.UserRole)
        if line:
            self.text.go_to(int(line))
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def next_remark(self) -> None:
        """Go to the next remark that is about a line."""
        n = self.remarks.count()
        for step in range(1, n + 1):
            row = (self.remarks.currentRow() + step) % n
            if self.remarks.item(row).data(Qt.ItemDataRole.UserRole):
                self.remarks.setCurrentRow(row)
                self._on_remark(self.remarks.item(row))
                return

    def _on_section(self, index: QModelIndex) -> None:
        section = self.outline_model.section(index)
        if section is not None and self._draft and self._draft.report:
            self.text.go_to(self._draft.report.line_of(section.heading_span.start))

    # What is said

    def _on_details(self, correction: MetadataCorrection) -> None:
        said = self._said
        self._take(Corrections(said.metadata.then(correction), said.roles, said.lines))

    def say(self, saying: LineSaying) -> None:
        """Say something of the current line, or of the selected ones."""
        if self._draft is not None and self._draft.report is not None:
            report = self._draft.report
            self._take(with_saying(self._said, report, self.text.lines(), saying))

    def set_role(self, section: Section, role: Role) -> None:
        """Give a section a role."""
        if self._draft is not None and self._draft.report is not None:
            self._take(with_role(self._said, section, self._draft.report, role))

    def _take(self, said: Corrections) -> None:
        if self._editable and said != self._said:
            self._said = said
            self.corrected.emit(said)

    # Menus

    def _section_of_line(self) -> Section | None:
        report = self._draft.report if self._draft else None
        if report is None:
            return None
        # By the end of the line: a heading's span begins behind its number or its marks.
        line = report.line_span(self.text.line)
        return report.section_at(max(line.start, line.end - 1))

    def _open_menu(self, at: QPoint) -> None:
        if not self._editable:
            return
        menu = self.menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for saying in SAYINGS:
            if saying.name in ("join", "noise", "forget"):
                menu.addSeparator()
            words = saying_words(saying)
            key = QKeySequence(saying.key).toString(QKeySequence.SequenceFormat.NativeText)
            menu.addAction(f"{words}\t{key}").triggered.connect(partial(self.say, saying))
        section = self._section_of_line()
        if section is not None:
            menu.addSeparator()
            menu.addMenu(self._role_menu(section, menu))
        menu.popup(at)

    def _role_menu(self, section: Section, parent: QWidget) -> QMenu:
        heading = section.heading.rstrip("。：；")
        short = heading if len(heading) <= 16 else f"{heading[:15]}…"
        menu = QMenu(self.tr("“{0}” is").format(short), parent)
        for role in GIVEN_ROLES:
            action = menu.addAction(name_of(role))
            action.setCheckable(True)
            action.setChecked(role is section.role)
            action.triggered.connect(partial(self.set_role, section, role))
        return menu

    def _open_roles(self, section: Section | None, at: QPoint) -> None:
        if section is not None and self._editable:
            self.menu = self._role_menu(section, self)
            self.menu.popup(at)

    def _open_roles_of_line(self) -> None:
        at = self.text.mapToGlobal(self.text.cursorRect().bottomLeft())
        self._open_roles(self._section_of_line(), at)

    def _open_roles_of_section(self) -> None:
        index = self.outline.currentIndex()
        at = self.outline.viewport().mapToGlobal(self.outline.visualRect(index).bottomLeft())
        self._open_roles(self.outline_model.section(index), at)

    def _on_outline_menu(self, at: QPoint) -> None:
        section = self.outline_model.section(self.outline.indexAt(at))
        self._open_roles(section, self.outline.viewport().mapToGlobal(at))
