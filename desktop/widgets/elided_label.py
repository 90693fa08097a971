"""A label in one line that ends in … where there is no room; the tip has the whole text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.widgets.tips import plain_tip


class ElidedLabel(QLabel):
    """One line of plain text."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._mode = mode
        self._whole = ""
        self._shorter: tuple[str, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)

    def set_text(self, text: str, *shorter: str) -> None:
        """Show a text, or the first of shorter ones that there is room for; the last is cut."""
        self._whole, self._shorter = text, shorter
        self.setToolTip(plain_tip(text) if "<" in text else text)
        self.updateGeometry()
        self.update()

    def whole_text(self) -> str:
        """Return the text, also what is not seen of it."""
        return self._whole

    def minimumSizeHint(self) -> QSize:
        """Return a size that any layout has room for."""
        return QSize(20, self.fontMetrics().height() + 2)

    def sizeHint(self) -> QSize:
        """Return the size of the whole text."""
        width = self.fontMetrics().horizontalAdvance(self._whole)
        return QSize(width + 2, self.fontMetrics().height() + 2)

    def _fitting(self) -> str:
        """Return the first text that there is room for, else the last."""
        *first, last = self._whole, *self._shorter
        width = self.fontMetrics().horizontalAdvance
        return next((text for text in first if width(text) <= self.width()), last)

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint what there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        shown = self.fontMetrics().elidedText(self._fitting(), self._mode, self.width())
        painter.drawText(self.rect(), self.alignment(), shown)
        painter.end()
