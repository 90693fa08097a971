"""A section of a text that stands out, as long as the mouse points at its ribbon."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.widgets.reading_text import ReadingText
from desktop.widgets.theme import colours


class SectionBand(QWidget):
    """Lies over a text and takes nothing from it, neither the mouse nor the words.

    Args:
        text: The text.
    """

    def __init__(self, text: ReadingText) -> None:
        super().__init__(text.viewport())
        self._text = text
        self._stretch = (0.0, 0.0)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        text.verticalScrollBar().valueChanged.connect(self.hide)
        text.resized.connect(self.hide)

    def light(self, top: float, bottom: float) -> None:
        """Let a stretch of the text stand out; heights are those of the whole text."""
        self._stretch = (top, bottom)
        self.setGeometry(self._text.viewport().rect())
        self.show()
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint a wash over the section and a line at either end."""
        top, bottom = (y - self._text.verticalScrollBar().value() for y in self._stretch)
        painter = QPainter(self)
        ground = QColor(colours().moved)
        ground.setAlpha(26)
        painter.fillRect(QRectF(0, top, self.width(), bottom - top), ground)
        ground.setAlpha(150)
        for y in (top, bottom - 1):
            painter.fillRect(QRectF(0, y, self.width(), 1), ground)
        painter.end()
