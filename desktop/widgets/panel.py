"""A bar or a panel that Escape closes, wherever in it the keyboard is."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame


class Panel(QFrame):
    """What stands beside the work for a while.

    Signals:
        closed(): It is no longer wanted.
    """

    closed = Signal()

    def event(self, event: QEvent) -> bool:
        """Take Escape before the window does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
