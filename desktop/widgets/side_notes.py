"""Marks on changed figures and moved passages, and notes on them in the margin of a text.

Nothing of it covers a character: under a figure stand a wedge for its direction and a line for
its bound, in the room between two lines; the notes stand beside the text where it is wide enough.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.widgets.theme import colours, interface_font
from tracker.model.change import Direction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.models.glosses import Gloss
    from desktop.widgets.text_places import TextPlaces

ROOM = 168
"""Width of the margin for notes, in pixels."""
_FROM_TEXT = 20
"""Pixels between a line and a note beside it: room for a bar at that side."""
_SHARE = 0.8
"""Size of a note in sizes of the interface's font."""
_SIGN = 12.0
"""Pixels of the sign of a moved passage."""


class SideNotes:
    """Notes on stretches of one text, in its order; positions are counted in UTF-16 units.

    Args:
        places: Where the lines are.
    """

    def __init__(self, places: TextPlaces) -> None:
        self._places = places
        self._notes: list[tuple[int, int, Gloss]] = []
        self._starts: list[int] = []
        self._boxes: list[tuple[QRectF, Gloss]] = []

    def set_notes(self, notes: Sequence[tuple[int, int, Gloss]]) -> None:
        """Put other notes beside the text (start, end, note)."""
        self._notes = sorted(notes, key=lambda one: one[:2])
        self._starts = [start for start, _, _ in self._notes]
        self._boxes = []

    def is_empty(self) -> bool:
        """Tell whether there is nothing to paint."""
        return not self._notes

    def hit(self, point: QPointF) -> Gloss | None:
        """Return the note, or the note of the sign, at a point of the screen."""
        return next((gloss for box, gloss in self._boxes if box.contains(point)), None)

    def shown(self) -> list[tuple[QRectF, Gloss]]:
        """Return the notes and signs that were painted last, with their places."""
        return list(self._boxes)

    def paint(
        self, painter: QPainter, edge: float, far: float, room: float, seen: tuple[int, int]
    ) -> None:
        """Paint what is on the screen.

        Args:
            painter: Where to.
            edge: Where the lines begin.
            far: Where they end.
            room: Width of the margin for notes, 0 where there is none.
            seen: First and last position on the screen.
        """
        first, last = seen
        self._boxes = []
        below = 0.0
        painter.save()
        font = QFont(interface_font())
        font.setPointSizeF(font.pointSizeF() * _SHARE)
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        for start, end, gloss in self._notes[bisect_left(self._starts, first) :]:
            if start >= last:
                break
            if gloss.move is None:
                self._paint_figure(painter, start, end, gloss)
            line = self._places.line_rect(start)
            if line is None:
                continue
            if room and gloss.note:
                top = max(below, line.bottom() - metrics.height() - 2)
                box = QRectF(far + _FROM_TEXT, top, room - _FROM_TEXT, metrics.height())
                self._paint_note(painter, box, gloss, metrics)
                below = box.bottom() + 1
            elif gloss.move is not None:
                middle = line.bottom() - metrics.height() / 2 - 2
                box = QRectF(edge - 28, middle - _SIGN / 2, _SIGN, _SIGN)
                paint_move(painter, box)
                self._boxes.append((box, gloss))
        painter.restore()

    def _paint_figure(self, painter: QPainter, start: int, end: int, gloss: Gloss) -> None:
        """Paint a wedge for where a figure went and a line for where its bound went."""
        boxes = self._places.boxes(start, end)
        if not boxes:
            return
        if gloss.bound in (Direction.UP, Direction.DOWN):
            for box in boxes:
                below = QPointF(box.left(), box.bottom() + 1)
                paint_bound(painter, below, box.width() - 8, gloss.bound)
        if gloss.value in (Direction.UP, Direction.DOWN):
            at = QPointF(boxes[-1].right() - 3.5, boxes[-1].bottom() + 2.5)
            paint_wedge(painter, at, gloss.value)

    def _paint_note(
        self, painter: QPainter, box: QRectF, gloss: Gloss, metrics: QFontMetricsF
    ) -> None:
        """Paint a note in one line, shorter where there is no room: its tip has all of it."""
        words = box
        if gloss.move is not None:
            sign = QRectF(box.left(), box.center().y() - _SIGN / 2, _SIGN, _SIGN)
            paint_move(painter, sign)
            words = box.adjusted(_SIGN + 4, 0, 0, 0)
        painter.setPen(colours().moved if gloss.move is not None else colours().fair)
        text = fitting_note(gloss.note, metrics, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        self._boxes.append((box, gloss))


def fitting_note(note: str, metrics: QFontMetricsF, width: float) -> str:
    """Return as much of a note as there is room for.

    The word behind the figures (softer) goes as a whole: a line below the figure says it too.
    """
    figures, dot, _ = note.rpartition(" · ")
    if dot and metrics.horizontalAdvance(note) > width:
        note = figures
    return metrics.elidedText(note, Qt.TextElideMode.ElideRight, width)


def paint_wedge(painter: QPainter, at: QPointF, value: Direction) -> None:
    """Paint a small wedge around a point: up for a higher figure, down for a lower one."""
    tip = -2.5 if value is Direction.UP else 2.5
    path = QPainterPath(QPointF(at.x() - 3.5, at.y() - tip))
    path.lineTo(at.x() + 3.5, at.y() - tip)
    path.lineTo(at.x(), at.y() + tip)
    path.closeSubpath()
    painter.fillPath(path, colours().fair)


def paint_bound(painter: QPainter, at: QPointF, width: float, bound: Direction) -> None:
    """Paint a line from a point on: whole for a firmer bound, dotted for a softer one."""
    pen = QPen(colours().fair, 1.6)
    if bound is Direction.DOWN:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(at, QPointF(at.x() + width, at.y()))


def paint_move(painter: QPainter, box: QRectF) -> None:
    """Paint two arrows, one each way: the passage stands on both sides."""
    painter.save()
    painter.setPen(QPen(colours().moved, 1.3))
    for y, way in ((box.top() + 3.5, 1), (box.bottom() - 3.5, -1)):
        tail, head = (box.left() + 1, box.right() - 1)[::way]
        painter.drawLine(QPointF(tail, y), QPointF(head, y))
        painter.drawLine(QPointF(head, y), QPointF(head - 3 * way, y - 2.5))
        painter.drawLine(QPointF(head, y), QPointF(head - 3 * way, y + 2.5))
    painter.restore()
