"""Ribbons between two texts, from each section to the one that belongs beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from html import escape

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.models.level_map import Stretch
from desktop.widgets.theme import colours

WIDE, NARROW = 44, 26
"""Widths in pixels, by the room that the columns have."""


class Tie(Enum):
    """How two sections belong together; each is drawn in a shape of its own."""

    SURE = "sure"
    WEAK = "weak"
    """Related: a dashed edge."""
    BY_HAND = "by hand"
    """A person said so: a dot in the middle."""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """A stretch of both texts in pixels.

    Attributes:
        stretch: Where it ends at both sides.
        tie: How it is drawn.
        name: Headings of both sections, as plain text, shown under the mouse.
    """

    stretch: Stretch
    tie: Tie = Tie.SURE
    name: str = ""


class DiffGutter(QWidget):
    """Paints ribbons for what is on the screen; they may cross. Sections without one get a stub.

    Signals:
        hovered(int): The mouse is over this ribbon; -1 over none.
        chosen(int): It was clicked.
    """

    hovered = Signal(int)
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDE)
        self.setMouseTracking(True)
        self._ribbons: tuple[Ribbon, ...] = ()
        self._stubs: tuple[tuple[float, ...], tuple[float, ...]] = ((), ())
        self._left = self._right = 0.0
        self._focus = 0.0
        self._over = -1

    def set_ribbons(
        self,
        ribbons: tuple[Ribbon, ...],
        stubs: tuple[tuple[float, ...], tuple[float, ...]] = ((), ()),
    ) -> None:
        """Draw other ribbons; ``stubs`` are heights without one in the left and right text."""
        self._ribbons, self._stubs = ribbons, stubs
        self._set_over(-1)
        self.update()

    def set_scroll(self, left: float, right: float, focus: float) -> None:
        """Follow the texts: height at the top of each, and the height of the eye in pixels."""
        if (left, right, focus) != (self._left, self._right, self._focus):
            self._left, self._right, self._focus = left, right, focus
            self._set_over(-1)
            self.update()

    def ties(self) -> set[Tie]:
        """Return which kinds of ribbons there are."""
        return {ribbon.tie for ribbon in self._ribbons}

    def stubs(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        """Return the heights of sections without one in the left and in the right text."""
        return self._stubs

    # Painting

    def _on_screen(self) -> Iterator[int]:
        """Yield what can be seen; one that ends far away would only run through the others."""
        height = self.height()
        for n, ribbon in enumerate(self._ribbons):
            s = ribbon.stretch
            left, left_end = s.top - self._left, s.bottom - self._left
            right, right_end = s.other_top - self._right, s.other_bottom - self._right
            seen = (left_end > 0 and left < height) or (right_end > 0 and right < height)
            far = min(left_end, right_end) < -height or max(left, right) > 2 * height
            if seen and not far:
                yield n

    def path(self, n: int) -> QPainterPath:
        """Return the outline of a ribbon on the screen."""
        s = self._ribbons[n].stretch
        left, left_end = s.top - self._left + 1, s.bottom - self._left - 2
        right, right_end = s.other_top - self._right + 1, s.other_bottom - self._right - 2
        width, bend = float(self.width()), self.width() / 2
        path = QPainterPath(QPointF(0, left))
        path.cubicTo(bend, left, bend, right, width, right)
        path.lineTo(width, right_end)
        path.cubicTo(bend, right_end, bend, left_end, 0, left_end)
        path.closeSubpath()
        return path

    def paintEvent(self, _: QPaintEvent) -> None:
        """Paint."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for n in self._on_screen():
            self._paint(painter, n)
        self._paint_stubs(painter)
        painter.end()

    def _paint(self, painter: QPainter, n: int) -> None:
        ribbon = self._ribbons[n]
        at = self._focus + self._left
        here = n == self._over or ribbon.stretch.top <= at < ribbon.stretch.bottom
        path = self.path(n)
        ground, edge = QColor(colours().moved), QColor(colours().moved)
        ground.setAlpha(84 if n == self._over else 46 if here else 18)
        edge.setAlpha(220 if n == self._over else 150 if here else 60)
        # The edge is drawn over the steps of a ground without smooth ones, which is drawn faster.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.fillPath(path, ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(edge, 1)
        if ribbon.tie is Tie.WEAK:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.strokePath(path, pen)
        if ribbon.tie is Tie.BY_HAND:
            s = ribbon.stretch
            middle = (s.top + s.bottom - 2 * self._left) + (
                s.other_top + s.other_bottom - 2 * self._right
            )
            edge.setAlpha(230)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(edge)
            painter.drawEllipse(QPointF(self.width() / 2, middle / 4), 3.5, 3.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_stubs(self, painter: QPainter) -> None:
        """Mark sections without a counterpart: a short line that ends in a bar."""
        ours, length = colours(), self.width() * 0.28
        sides = (
            (self._stubs[0], self._left, 0.0, length, ours.dropped),
            (self._stubs[1], self._right, float(self.width()), self.width() - length, ours.added),
        )
        for heights, scroll, start, end, colour in sides:
            painter.setPen(QPen(colour, 1.6))
            for y in (height - scroll + 12 for height in heights):
                if 0 < y < self.height():
                    painter.drawLine(QPointF(start, y), QPointF(end, y))
                    painter.drawLine(QPointF(end, y - 4), QPointF(end, y + 4))

    # The mouse

    def ribbon_at(self, point: QPointF) -> int:
        """Return the ribbon at a point of the screen, the narrowest of several; -1 for none."""
        found = [n for n in self._on_screen() if self.path(n).contains(point)]
        return min(found, key=lambda n: self.path(n).boundingRect().height(), default=-1)

    def _set_over(self, ribbon: int) -> None:
        if ribbon != self._over:
            self._over = ribbon
            shape = Qt.CursorShape.ArrowCursor if ribbon < 0 else Qt.CursorShape.PointingHandCursor
            self.setCursor(shape)
            self.update()
            self.hovered.emit(ribbon)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Make the ribbon under the mouse stand out."""
        self._set_over(self.ribbon_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Let it go again."""
        super().leaveEvent(event)
        self._set_over(-1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what is clicked."""
        at = self.ribbon_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and at >= 0:
            self.chosen.emit(at)

    def event(self, event: QEvent) -> bool:
        """Say which two sections a ribbon ties."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self.ribbon_at(QPointF(event.pos()))
            name = escape(self._ribbons[at].name) if at >= 0 else ""  # headings are no markup
            told = f"<p style='white-space:pre'>{name}</p>" if name else ""
            QToolTip.showText(event.globalPos(), told, self)
            return True
        return super().event(event)
