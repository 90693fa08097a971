"""Small drawings beside figures: each differs by shape as well as by colour."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from desktop.models.indicator_rows import Reach
from tracker.model.tracking import Goalpost

MARK = 8.0
"""Pixels that a mark is wide and high."""


def paint_reach(painter: QPainter, reach: Reach, at: QPointF, ink: QColor) -> None:
    """Paint where a result stands: a triangle up, a disc, a triangle that stands on its point."""
    r = MARK / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    painter.setPen(QPen(ink, 1.3))
    painter.setBrush(ink if reach is not Reach.BELOW else Qt.BrushStyle.NoBrush)
    if reach is Reach.AT:
        painter.drawEllipse(QPointF(0, 0), r * 0.7, r * 0.7)
    else:
        up = -1 if reach is Reach.ABOVE else 1
        corners = (QPointF(-r, -r * 0.7 * up), QPointF(r, -r * 0.7 * up), QPointF(0, r * 0.9 * up))
        painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def paint_post(painter: QPainter, post: Goalpost, at: QPointF, ink: QColor) -> None:
    """Paint how a goal was moved: an arrow down, a wave, two linked corners."""
    r = MARK / 2
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(at)
    pen = QPen(ink, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if post is Goalpost.LOWER:
        painter.drawLine(QPointF(0, -r), QPointF(0, r))
        painter.drawPolyline([QPointF(-r * 0.8, r * 0.2), QPointF(0, r), QPointF(r * 0.8, r * 0.2)])
    elif post is Goalpost.SOFTER:
        wave = ((-r, 0.3), (-r / 2, -0.5), (0, 0.3), (r / 2, -0.5), (r, 0.3))
        painter.drawPolyline([QPointF(x, y * r) for x, y in wave])
    else:
        painter.drawPolyline([QPointF(-r, -r), QPointF(r * 0.6, -r), QPointF(r * 0.6, r * 0.4)])
        painter.drawPolyline([QPointF(-r * 0.6, -r * 0.4), QPointF(-r * 0.6, r), QPointF(r, r)])
    painter.restore()


def paint_cross(painter: QPainter, at: QPointF, ink: QColor) -> None:
    """Paint that a goal is gone."""
    r = MARK / 2 * 0.85
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(at + QPointF(-r, -r), at + QPointF(r, r))
    painter.drawLine(at + QPointF(-r, r), at + QPointF(r, -r))
    painter.restore()


def paint_ring(painter: QPainter, at: QPointF, ink: QColor) -> None:
    """Paint that there is no result."""
    r = MARK / 2 * 0.85
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at, r, r)
    painter.restore()
