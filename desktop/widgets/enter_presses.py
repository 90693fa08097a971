"""Enter presses the button that has the keyboard, as it does in dialogs."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


class EnterPresses(QObject):
    """Listens to what reaches a window: keys that the widget with the keyboard did not take."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            button = self._window.focusWidget()
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and not event.isAutoRepeat() and isinstance(button, QAbstractButton):
                button.click()
                return True
        return super().eventFilter(watched, event)
