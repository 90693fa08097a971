"""Six buttons for a verdict and a line for a note: what a person says on a promise."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop.models.codebook import MARKABLE, definition
from desktop.models.words import name_of
from desktop.widgets.assets import icon
from desktop.widgets.codebook_sheet import CodebookSheet
from desktop.widgets.documents import documents
from desktop.widgets.theme import colours
from tracker.model.mark import Mark
from tracker.model.tracking import Verdict

_NOTE = 200
"""Pixels that a note needs to stand beside the buttons."""


_LOW = 600
"""Height of a window, in pixels, below which two rows of buttons leave nothing to read."""


def _words(number: int, verdict: Verdict) -> str:
    return f"{number}  {name_of(verdict)}"


class MarkBar(QWidget):
    """Buttons and a note.

    Signals:
        marked(Verdict | None): A button was pressed; None takes the verdict back.
        noted(str): A note was finished.
        next_wanted(): The next promise without a mark is wanted.
    """

    marked = Signal(object)
    noted = Signal(str)
    next_wanted = Signal()
    _folder = ""
    _may_change = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark: Mark | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self.buttons: dict[Verdict, QPushButton] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._grid = QGridLayout()
        self._grid.setSpacing(6)
        self._columns = 0
        for n, verdict in enumerate(MARKABLE):
            button = QPushButton(self)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, n)
            self.buttons[verdict] = button
        self._group.idClicked.connect(self._on_clicked)
        self.note = QLineEdit(self)
        self.note.editingFinished.connect(self._on_note)
        self.attach = QAction(self)
        self.attach.triggered.connect(self.attach_file)
        self.note.addAction(self.attach, QLineEdit.ActionPosition.TrailingPosition)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(20, 10, 20, 12)
        self._layout.setSpacing(8)
        self._layout.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumWidth(340)
        self._layout.addLayout(self._grid)
        self.next_button = QPushButton(self)
        self.next_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.next_button.clicked.connect(self.next_wanted)
        below = QHBoxLayout()
        below.setSpacing(6)
        below.addWidget(self.note, 1)
        below.addWidget(self.next_button)
        self.codebook_button = QPushButton("?", self)
        self.codebook_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.codebook_button.setFixedWidth(self.codebook_button.sizeHint().height() + 4)
        self.codebook_button.clicked.connect(self.show_codebook)
        below.addWidget(self.codebook_button)
        self._layout.addLayout(below, 1)
        self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put buttons and note in one row where there is room, else in two or three."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self._say_verdicts(bare=False)
        buttons = sum(button.sizeHint().width() + 6 for button in self.buttons.values())
        room = self.width() - 40
        beside = room >= buttons + _NOTE + self.next_button.sizeHint().width() + 40
        low = self.window().height() < _LOW
        columns = len(MARKABLE) if room >= buttons or low else len(MARKABLE) // 2
        self._say_verdicts(bare=low and room < buttons)
        direction = QBoxLayout.Direction
        self._layout.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        if columns != self._columns:
            self._columns = columns
            for n, button in enumerate(self.buttons.values()):
                self._grid.addWidget(button, n // columns, n % columns)
        self.setMinimumHeight(self._layout.minimumSize().height())

    def _say_verdicts(self, *, bare: bool) -> None:
        """Write number and word on the buttons; in a low window number and sign must do."""
        for n, (verdict, button) in enumerate(self.buttons.items(), start=1):
            words = str(n) if bare else _words(n, verdict)
            if button.text() != words:
                button.setText(words)

    def set_mark(self, mark: Mark | None) -> None:
        """Show what was said."""
        self._mark = mark
        said = mark.verdict if mark else None
        for verdict, button in self.buttons.items():
            button.setChecked(verdict is said)
        if not (self.note.hasFocus() and self.note.isModified()):
            self.note.setText(mark.note if mark else "")
            self.note.setModified(False)

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001 - connected to a signal
        """Take marks and notes, or show them only."""
        self._may_change = allowed
        for widget in (*self.buttons.values(), self.note):
            widget.setEnabled(allowed)
        self.retranslate()

    def finish_note(self) -> None:
        """Keep a note that is still being written."""
        self._on_note()

    def _on_clicked(self, place: int) -> None:
        said = self._mark.verdict if self._mark else None
        verdict = MARKABLE[place]
        self.marked.emit(None if verdict is said else verdict)

    def _on_note(self) -> None:
        if self.note.isModified():
            self.note.setModified(False)
            self.noted.emit(self.note.text().strip())

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface, in the colours of the theme."""
        for n, (verdict, button) in enumerate(self.buttons.items(), start=1):
            button.setText(_words(n, verdict))
            button.setAccessibleName(name_of(verdict))
            button.setToolTip(definition(verdict))
            button.setIcon(icon(verdict.value, colours().of_verdict(verdict)))
        self.note.setPlaceholderText(
            self.tr("Note (M)") if self._may_change else self.tr("This workspace can only be read")
        )
        self.note.setAccessibleName(self.tr("Note on this promise"))
        self.next_button.setText(self.tr("Next unmarked"))
        self.next_button.setToolTip(self.tr("Next promise without a mark (N)"))
        self.attach.setIcon(icon("add", self.palette().text().color()))
        self.attach.setText(self.tr("Attach a file"))
        self.attach.setToolTip(
            self.tr(
                "Write the path of a file behind the note (A); links can be pasted. Never opened."
            )
        )
        self.codebook_button.setAccessibleName(self.tr("What the verdicts mean"))
        self.codebook_button.setToolTip(self.tr("What the verdicts mean (?)"))
        self._arrange()

    def attach_file(self) -> None:
        """Ask for a file whose path shall stand behind the note."""
        if not self._may_change:
            return
        start = self._folder or documents()
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Attach a file, as text"), start)
        if path:
            self._folder = str(Path(path).parent)
            self.add_to_note(path)

    def add_to_note(self, words: str) -> None:
        """Write a path or a link behind the note; it is text, and is never opened."""
        self.note.setText("  ".join(part for part in (self.note.text().strip(), words) if part))
        self.note.setModified(True)
        self._on_note()

    def show_codebook(self) -> None:
        """Show what each verdict means."""
        CodebookSheet(self).open_above(self.codebook_button)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        look = (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange)
        if event.type() in look and hasattr(self, "note"):
            self.retranslate()
