"""One line for the reason of what was just said on a promise (理由), or of what was said last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.escape import EscapeLeaves

if TYPE_CHECKING:
    from desktop.models.promise_history import Subject

LONGEST_WHY = 300
"""Characters of a reason; what is longer is a note."""


def make_why_field(parent: QWidget) -> QLineEdit:
    """Return a field for a reason, for a form in which something is said."""
    field = QLineEdit(parent)
    field.setMaxLength(LONGEST_WHY)
    return field


class WhyLine(QWidget):
    """Asks why; hidden as long as there is nothing to explain.

    What was written is kept when the keyboard goes elsewhere: words are lost by Escape alone.

    Signals:
        explained(tuple[SaidKey], str): These words were said for this reason.
        left(): Enter or Escape: the keyboard is free.
    """

    explained = Signal(object, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject: Subject | None = None
        self.about = ElidedLabel(self)
        self.about.setObjectName("muted")
        self.field = make_why_field(self)
        self.field.editingFinished.connect(self.finish)
        self.field.returnPressed.connect(self.left)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.about)
        layout.addLayout(row)
        self._escape = EscapeLeaves(self.field)
        self._escape.escaped.connect(self._leave)
        self.retranslate()
        self.hide()

    @property
    def subject(self) -> Subject | None:
        """What a reason is asked for, None where nothing was said."""
        return self._subject

    def set_subject(self, subject: Subject | None) -> None:
        """Ask for the reason of something, or of nothing."""
        before, self._subject = self._subject, subject
        writing = self.field.hasFocus() and self.field.isModified()
        same = before is not None and subject is not None and before.keys == subject.keys
        if not (writing and same):
            self.field.setText(subject.why if subject else "")
            self.field.setModified(False)
        self._say()
        self.setVisible(subject is not None)

    def _say(self) -> None:
        what = self._subject.what if self._subject else ""
        self.about.set_text(self.tr("{0} — why?").format(what))

    def open(self) -> bool:
        """Let the reason be written; return whether there is something to explain."""
        if self._subject is None:
            return False
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        return True

    def finish(self) -> None:
        """Keep what is being written."""
        if self.field.isModified() and self._subject is not None:
            self.field.setModified(False)
            self.explained.emit(self._subject.keys, self.field.text().strip())

    def _leave(self) -> None:
        self.field.setText(self._subject.why if self._subject else "")
        self.field.setModified(False)
        self.left.emit()

    def allow_changes(self, allowed: bool) -> None:  # noqa: FBT001 - handed on from a signal
        """Take reasons, or show only those that were given."""
        self.field.setEnabled(allowed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the interface."""
        self._say()
        words = self.tr("Why? (W)")
        if not self.field.isEnabled():
            words = self.tr("This workspace can only be read")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(self.tr("Why this was said"))
        self.field.setToolTip(
            self.tr(
                "The reason stands in the history and on the audit page of an export; "
                "it can stay empty. Enter keeps it, Esc leaves it as it was."
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_escape"):
            self.retranslate()
