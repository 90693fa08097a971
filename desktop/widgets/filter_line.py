"""A line to filter by, which Enter and Down leave towards what it found."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class FilterLine(QLineEdit):
    """A line with a button that clears it.

    Signals:
        left(): Enter or Down was pressed: what was found is wanted.
        typed(str): What stands in it, with what an input method is still composing.
    """

    left = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setClearButtonEnabled(True)
        self.setAcceptDrops(False)  # files go to the window, wherever they are dropped
        self.escape_clears = False
        """Escape empties the line first; it is left alone where Escape leads elsewhere."""
        self._composing = ""
        self._told = ""
        self.textChanged.connect(self._tell)

    def composed(self) -> str:
        """Return what stands in the line, with what an input method is still composing."""
        text, at = self.text(), self.cursorPosition()
        # Input methods part syllables by apostrophes or blanks: su'zhou, su zhou.
        composing = "".join(self._composing.replace("'", "").split())
        return text[:at] + composing + text[at:]

    def _tell(self) -> None:
        text = self.composed()
        if text != self._told:
            self._told = text
            self.typed.emit(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Tell also of what is not chosen yet."""
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._tell()

    def event(self, event: QEvent) -> bool:
        """Keep Escape from leading away while there is something to empty."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.escape_clears
            and self.text()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave downwards; Enter is told first and pushes no button of a dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            if event.key() != Qt.Key.Key_Down:
                self.returnPressed.emit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.escape_clears and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
