"""What would be brought in, before it is: documents at the left, the chosen one at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QMessageBox,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.leaving import ask_leave, leave_field
from desktop.models.draft_list import DraftList
from desktop.models.drafting import is_foreign
from desktop.models.words import entry_name
from desktop.widgets.draft_editor import DraftEditor
from desktop.widgets.draft_items import DraftItems
from desktop.widgets.reading_strip import ReadingStrip
from desktop.widgets.tips import show_tips_plainly
from tracker.model.draft import NOTHING_SAID, Draft, Standing

if TYPE_CHECKING:
    from desktop.models.drafting import Drafting
    from tracker.model.draft import ImportChoice


class ImportDialog(QDialog):
    """Collects what shall be brought in; what it shows is in ``drafting``.

    Args:
        drafting: The documents; they may still be coming.
        parent: Window.

    Signals:
        stopped(): No more documents shall be read.
    """

    stopped = Signal()

    def __init__(self, drafting: Drafting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drafting = drafting
        self._reading = 0
        self._accepting = False
        self.question: QMessageBox | None = None
        self.setWindowTitle(self.tr("Import reports"))
        self.model = DraftList(drafting, self)
        self.list = QListView(self)
        self.list.setObjectName("drafts")
        self.list.setModel(self.model)
        self.list.setItemDelegate(DraftItems(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setAccessibleName(self.tr("Documents"))
        show_tips_plainly(self.list)
        self.counts = QLabel(self)
        self.counts.setObjectName("muted")
        self.counts.setWordWrap(True)
        self.strip = ReadingStrip(self)
        self.editor = DraftEditor(self)
        self.notice = QLabel(self)
        self.notice.setWordWrap(True)
        self.there_box = QComboBox(self)
        there_tip = self.tr("What to do with a document that is in the workspace already")
        self.there_box.setAccessibleName(there_tip)
        self.there_box.setToolTip(there_tip)
        self.there_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.straight = QCheckBox(self.tr("Import at once next time, without this window"), self)
        self.import_button = QPushButton(self)
        self.import_button.setObjectName("primary")
        self.import_button.setToolTip(_native("Ctrl+Return"))
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        for button in (self.import_button, self.cancel_button):
            button.setAutoDefault(False)  # Enter in a field takes it over and imports nothing
        self._build()
        self._wire()
        self.setMinimumSize(QSize(860, 520))
        self._say()

    def _build(self) -> None:
        left = QFrame(self)
        left.setObjectName("side")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QVBoxLayout()
        head.setContentsMargins(16, 14, 12, 0)
        head.addWidget(self.counts)
        head.addWidget(self.strip)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        right = QWidget(self)
        work = QVBoxLayout(right)
        work.setContentsMargins(16, 14, 16, 10)
        work.setSpacing(10)
        there = QHBoxLayout()
        there.addWidget(self.notice, 1)
        there.addWidget(self.there_box)
        work.addLayout(there)
        work.addWidget(self.editor, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(left)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([300, 900])
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 10, 16, 10)
        buttons.addWidget(self.straight)
        buttons.addStretch(1)
        buttons.addWidget(self.import_button)
        buttons.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.splitter, 1)
        layout.addWidget(foot)

    def _wire(self) -> None:
        self.drafting.added.connect(self._on_added)
        self.drafting.changed.connect(self._on_changed)
        self.drafting.worked_out.connect(self._on_worked_out)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.editor.corrected.connect(self._on_corrected)
        self.editor.encoding_chosen.connect(self._on_encoding)
        self.there_box.activated.connect(self._on_there)
        self.drafting.settled.connect(self._on_settled)
        self.import_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+Return"), self._accept_by_key),
            (QKeySequence("Ctrl+PgDown"), self.next_draft),
            (QKeySequence("Ctrl+PgUp"), self.previous_draft),
        ):
            QShortcut(keys, self).activated.connect(slot)
        if self.drafting.items:
            self._on_added(0)

    # What comes

    def begin_reading(self) -> None:
        """More documents are on their way."""
        self._reading += 1
        self.strip.begin()
        self._say()

    def end_reading(self) -> None:
        """All documents of one drop are there."""
        self._reading -= 1
        if self._reading:
            return
        self.strip.hide()
        self.drafting.end()
        self._say()

    def _on_added(self, first: int) -> None:
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(first))
        self._say()

    def _on_changed(self, row: int) -> None:
        if row == self._row():
            self._say_standing(self.drafting.items[row].draft)
        self._say()

    def _on_worked_out(self, row: int) -> None:
        if row == self._row():
            self._show(row)

    def _on_current(self, index: QModelIndex) -> None:
        self._show(index.row())

    def _row(self) -> int:
        return self.list.currentIndex().row()

    def _show(self, row: int) -> None:
        items = self.drafting.items
        if 0 <= row < len(items):
            draft = items[row].draft
            known = draft.standing is Standing.SAME_FILE
            self.editor.set_draft(draft, items[row].said.corrections, editable=not known)
            self._say_standing(draft)
        else:
            self.editor.set_draft(None, NOTHING_SAID)

    def _say(self) -> None:
        """Say how many documents there are and how many will be brought in."""
        items = self.drafting.items
        n_chosen = sum(item.chosen for item in items)
        standings = [item.draft.standing for item in items]
        told = [self.tr("Documents: {0}").format(len(items))]
        for words, which in (
            (self.tr("Known: {0}"), (Standing.SAME_FILE, Standing.SAME_TEXT)),
            (self.tr("Unreadable: {0}"), (Standing.FAILED,)),
            (self.tr("Passed over: {0}"), (Standing.SKIPPED,)),
        ):
            n = sum(standing in which for standing in standings)
            told += [words.format(n)] if n else []
        self.counts.setText("  ·  ".join(told))
        self.import_button.setText(self.tr("Import {0}").format(n_chosen))
        can = n_chosen > 0 and not self._reading and not self._accepting
        self.import_button.setEnabled(can)
        nothing = not self._reading and not any(item.draft.is_new for item in items)
        self.cancel_button.setText(self.tr("Close") if nothing else self.tr("Cancel"))

    def _say_standing(self, draft: Draft) -> None:
        """Say what a document stands against, and offer what can be done about it."""
        other = " ".join(entry_name(draft.other).split()) if draft.other else draft.twin
        words = {
            Standing.RIVAL: self.tr("{0} is in the library already, with another text."),
            Standing.SAME_TEXT: self.tr("The same text is there already: {0}."),
            Standing.SAME_FILE: self.tr(
                "This very file is there already: {0}. Correct it in the library."
            )
            if draft.other
            else self.tr("This very file is there already: {0}."),
        }.get(draft.standing, "")
        if draft.standing is Standing.NEW and is_foreign(draft):
            words = self.tr("It does not look like a report; it comes in only with a tick.")
        self.notice.setText(words.format(other))
        self.notice.setVisible(bool(words))
        can_replace = draft.other is not None and draft.is_new
        self.there_box.setVisible(can_replace)
        if can_replace:
            item = self.drafting.items[self._row()]
            self.there_box.clear()
            self.there_box.addItem(self.tr("Keep both"), "keep")
            self.there_box.addItem(self.tr("Take its place, with its marks"), "replace")
            self.there_box.addItem(self.tr("Do not import"), "leave")
            chosen = "replace" if item.replaces else "keep" if item.chosen else "leave"
            self.there_box.setCurrentIndex(self.there_box.findData(chosen))

    # What is done

    def _on_there(self) -> None:
        row, what = self._row(), self.there_box.currentData()
        self.drafting.replace_there(row, replaces=what == "replace")
        self.drafting.choose(row, chosen=what != "leave")

    def _on_corrected(self, said: object) -> None:
        self.drafting.correct(self._row(), said)  # type: ignore[arg-type]

    def _on_encoding(self, encoding: str) -> None:
        self.drafting.encode(self._row(), encoding)

    def undo(self) -> None:
        """Take back what was said last about the document that is shown."""
        if self._row() >= 0:
            self.drafting.undo(self._row())

    def redo(self) -> None:
        """Say again what was taken back."""
        if self._row() >= 0:
            self.drafting.redo(self._row())

    def next_draft(self) -> None:
        """Show the next document."""
        self._go(1)

    def previous_draft(self) -> None:
        """Show the document before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        self.editor.form.commit()
        row = min(max(0, self._row() + by), len(self.drafting.items) - 1)
        self.list.setCurrentIndex(self.model.index(row))

    def _accept_by_key(self) -> None:
        if self.import_button.isEnabled():
            self.accept()

    def accept(self) -> None:
        """Take over what is being typed, wait until all is worked out, then bring it in."""
        self.editor.form.commit()
        self._accepting = not self.drafting.is_settled()
        if self._accepting:
            self._say()
        elif self.drafting.choices():
            super().accept()

    def _on_settled(self) -> None:
        if self._accepting:
            self._accepting = False
            self._say()
            self.accept()

    def choices(self) -> tuple[ImportChoice, ...]:
        """Return what shall be brought in."""
        return self.drafting.choices()

    def reject(self) -> None:
        """Stop reading and bring nothing in; ask first where corrections would be lost."""
        if leave_field(self):
            return
        if self.drafting.n_said():
            self.question = ask_leave(self, self.drafting.n_said(), self.leave)
        else:
            self.leave()

    def leave(self) -> None:
        """Stop reading and bring nothing in."""
        self.stopped.emit()
        super().reject()


def _native(keys: str) -> str:
    """Return keys as they are written on this system."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
