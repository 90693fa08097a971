"""What became of a topic, as a small drawing: each differs by shape as well as by colour."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from desktop.widgets.theme import colours
from tracker.model.thread import Course

MARK = 9.0
"""Pixels that a mark is wide and high."""
GAP = 2.5
"""Pixels from the edge of a column's head to the middle of the sign for missing years."""


def shade(step: int) -> QColor:
    """Return the ground of a cell: 0 (no text) to 5 (a whole part); text and marks read on each."""
    palette = QApplication.palette()
    base, accent = palette.base().color(), palette.accent().color()
    share = (0.0, 0.07, 0.15, 0.24, 0.33, 0.43)[step]
    return QColor(
        round(base.red() + (accent.red() - base.red()) * share),
        round(base.green() + (accent.green() - base.green()) * share),
        round(base.blue() + (accent.blue() - base.blue()) * share),
    )


def mark_colour(course: Course) -> QColor:
    """Return the colour of a mark."""
    ours = colours()
    return {
        Course.NEW: ours.added,
        Course.BACK: ours.added,
        Course.GONE: ours.dropped,
        Course.MERGED: ours.moved,
    }.get(course, QApplication.palette().text().color())


def paint_mark(painter: QPainter, course: Course, at: QPointF, ink: QColor | None = None) -> None:
    """Paint a mark round a point: plus, cross, triangles, hook or ring."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = ink or mark_colour(course)
    pen = QPen(colour, 1.8)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.translate(at)
    _DRAWN[course](painter, MARK / 2, colour)
    painter.restore()


def paint_gap(painter: QPainter, at: QPointF) -> None:
    """Paint the sign for years without a report round a point: two upright lines."""
    painter.setPen(QPen(colours().muted, 1))
    for x in (-1.5, 1.5):
        painter.drawLine(at + QPointF(x, -8), at + QPointF(x, 8))


def _plus(painter: QPainter, r: float, _: QColor) -> None:
    painter.drawLine(QPointF(-r, 0), QPointF(r, 0))
    painter.drawLine(QPointF(0, -r), QPointF(0, r))


def _cross(painter: QPainter, r: float, _: QColor) -> None:
    r *= 0.8
    painter.drawLine(QPointF(-r, -r), QPointF(r, r))
    painter.drawLine(QPointF(-r, r), QPointF(r, -r))


def _up(painter: QPainter, r: float, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(-r, r * 0.75), QPointF(r, r * 0.75), QPointF(0, -r)]))


def _down(painter: QPainter, r: float, colour: QColor) -> None:
    """Draw a triangle that stands on its point and is empty: less."""
    painter.setPen(QPen(colour, 1.4))
    r *= 0.9
    painter.drawPolygon(QPolygonF([QPointF(-r, -r * 0.75), QPointF(r, -r * 0.75), QPointF(0, r)]))


def _hook(painter: QPainter, r: float, _: QColor) -> None:
    """Draw an arrow that turns aside."""
    painter.drawPolyline(QPolygonF([QPointF(-r, -r), QPointF(-r, r * 0.4), QPointF(r, r * 0.4)]))
    painter.drawPolyline(
        QPolygonF([QPointF(r * 0.3, -r * 0.3), QPointF(r, r * 0.4), QPointF(r * 0.3, r * 1.1)])
    )


def _ring(painter: QPainter, r: float, _: QColor) -> None:
    painter.drawEllipse(QRectF(-r * 0.8, -r * 0.8, r * 1.6, r * 1.6))


def _nothing(painter: QPainter, r: float, colour: QColor) -> None:
    """Draw nothing: it goes on."""


_DRAWN = {
    Course.NEW: _plus,
    Course.KEPT: _nothing,
    Course.GROWN: _up,
    Course.SHRUNK: _down,
    Course.BACK: _ring,
    Course.GONE: _cross,
    Course.MERGED: _hook,
}
