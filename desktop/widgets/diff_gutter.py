"""Ribbons between two texts, from each section to the one that belongs beside it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.models.level_map import Stretch
from desktop.widgets.theme import colours

WIDE, NARROW = 44, 26
"""Widths in pixels, by the room that the columns have."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A stretch of both texts in pixels; a weak one is drawn with a dashed edge."""

    stretch: Stretch
    weak: bool


class DiffGutter(QWidget):
    """Paints ribbons for what is on the screen; they may cross."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDE)
        self._ribbons: tuple[Ribbon, ...] = ()
        self._left = self._right = 0.0
        self._focus = 0.0

    def set_ribbons(self, ribbons: tuple[Ribbon, ...]) -> None:
        """Draw other ribbons."""
        self._ribbons = ribbons
        self.update()

    def set_scroll(self, left: float, right: float, focus: float) -> None:
        """Follow the texts: height at the top of each, and the height of the eye in pixels."""
        self._left, self._right, self._focus = left, right, focus
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ribbon in self._ribbons:
            self._paint(painter, ribbon)
        painter.end()

    def _paint(self, painter: QPainter, ribbon: Ribbon) -> None:
        s, height = ribbon.stretch, self.height()
        left, left_end = s.top - self._left, s.bottom - self._left
        right, right_end = s.other_top - self._right, s.other_bottom - self._right
        if not (_seen(left, left_end, height) or _seen(right, right_end, height)):
            return
        if min(left_end, right_end) < -height or max(left, right) > 2 * height:
            return  # its other end is far away: a ribbon would only run through the others
        here = left <= self._focus < left_end
        width, bend = float(self.width()), self.width() / 2
        path = QPainterPath(QPointF(0, left + 1))
        path.cubicTo(bend, left + 1, bend, right + 1, width, right + 1)
        path.lineTo(width, right_end - 2)
        path.cubicTo(bend, right_end - 2, bend, left_end - 2, 0, left_end - 2)
        path.closeSubpath()
        ground = QColor(colours().moved)
        ground.setAlpha(46 if here else 18)
        edge = QColor(colours().moved)
        edge.setAlpha(150 if here else 60)
        # The edge is drawn over the steps of a ground without smooth ones, which is drawn faster.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillPath(path, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(edge, 1)
        if ribbon.weak:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.strokePath(path, pen)


def _seen(top: float, bottom: float, height: int) -> bool:
    return bottom > 0 and top < height
