"""A report of the library with everything the reader took from it, to be set right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.leaving import ask_leave, leave_field
from desktop.models.words import entry_name
from desktop.widgets.draft_editor import DraftEditor

if TYPE_CHECKING:
    from desktop.models.drafting import Drafting
    from tracker.model.draft import Draft
    from tracker.model.library import ReportEntry


class ReportDialog(QDialog):
    """The editor of the import preview for one report; nothing is stored before OK.

    Args:
        drafting: Holds the report as its only document.
        entry: Its line in the library.
        parent: Window.
    """

    def __init__(
        self, drafting: Drafting, entry: ReportEntry, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.drafting = drafting
        self.before: Draft = drafting.items[0].draft
        self._accepting = False
        self.question: QMessageBox | None = None
        self.setWindowTitle(self.tr("Correct: {0}").format(" ".join(entry_name(entry).split())))
        self.editor = DraftEditor(self)
        self.save_button = QPushButton(self.tr("Correct"), self)
        self.save_button.setObjectName("primary")
        self.save_button.setEnabled(False)
        self.cancel_button = QPushButton(self.tr("Cancel"), self)
        for button in (self.save_button, self.cancel_button):
            button.setAutoDefault(False)  # Enter in a field takes it over and stores nothing
        foot = QFrame(self)
        foot.setObjectName("dialogFoot")
        buttons = QHBoxLayout(foot)
        buttons.setContentsMargins(16, 10, 16, 10)
        buttons.addStretch(1)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.cancel_button)
        work = QVBoxLayout()
        work.setContentsMargins(16, 14, 16, 10)
        work.addWidget(self.editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(work, 1)
        layout.addWidget(foot)
        self.setMinimumSize(QSize(760, 520))
        self.editor.corrected.connect(self._on_corrected)
        self.editor.encoding_chosen.connect(self._on_encoding)
        drafting.changed.connect(self._say)
        drafting.worked_out.connect(self._show)
        drafting.settled.connect(self._on_settled)
        self.editor.form.edited.connect(self._say)
        self.save_button.clicked.connect(self.accept)
        self.cancel_button.clicked.connect(self.reject)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.redo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+Return"), self._accept_by_key),
        ):
            QShortcut(keys, self).activated.connect(slot)
        self._show()

    def _show(self) -> None:
        item = self.drafting.items[0]
        self.editor.set_draft(item.draft, item.said.corrections)
        self._say()

    def _say(self) -> None:
        readable = self.drafting.items[0].draft.meta is not None
        wanted = self._differs() or self.editor.form.is_edited()
        self.save_button.setEnabled(wanted and readable and not self._accepting)

    def _differs(self) -> bool:
        said = self.drafting.items[0].said
        before = self.before.corrections, self.before.encoding
        return (said.corrections, said.encoding) != before

    def accept(self) -> None:
        """Take over what is being typed, wait until all is worked out, then close."""
        self.editor.form.commit()
        self._accepting = not self.drafting.is_settled()
        self._say()
        if not self._accepting and self._differs():
            super().accept()

    def _accept_by_key(self) -> None:
        if self.save_button.isEnabled():
            self.accept()

    def _on_settled(self) -> None:
        if self._accepting:
            self._accepting = False
            self._say()
            self.accept()

    def reject(self) -> None:
        """Store nothing; ask first where corrections would be lost."""
        if leave_field(self):
            return
        if self._differs():
            n_said = len(self.drafting.items[0].past)
            self.question = ask_leave(self, n_said, self.leave)
        else:
            self.leave()

    def leave(self) -> None:
        """Store nothing."""
        super().reject()

    def _on_corrected(self, said: object) -> None:
        self.drafting.correct(0, said)  # type: ignore[arg-type]

    def _on_encoding(self, encoding: str) -> None:
        self.drafting.encode(0, encoding)

    def undo(self) -> None:
        """Take back what was said last."""
        self.drafting.undo(0)

    def redo(self) -> None:
        """Say again what was taken back."""
        self.drafting.redo(0)

    def after(self) -> Draft:
        """Return the report with everything that is said now."""
        return self.drafting.items[0].draft
