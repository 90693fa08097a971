"""Esc inside a small form closes that form, before it means anything to the window."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class EscapeLeaves(QObject):
    """Listens to Esc as long as a form, or what is in it, has the keyboard.

    Signals:
        escaped(): Esc was pressed there.
    """

    escaped = Signal()

    def __init__(self, form: QWidget) -> None:
        super().__init__(form)
        self._form = form
        form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key from the window's shortcut, then act on it."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self.has_keyboard():
                self.escaped.emit()
                return True
        return super().eventFilter(watched, event)

    def has_keyboard(self) -> bool:
        """Tell whether the form, or what is in it, has the keyboard."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self._form or self._form.isAncestorOf(focused))
