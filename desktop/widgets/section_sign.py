"""Signs at the headings of an outline: each kind has a shape of its own, colour comes on top."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.models.section_signs import SectionSign, Sign
from desktop.widgets.theme import colours

SIZE = 11.0


def paint_section_sign(painter: QPainter, sign: SectionSign, box: QRectF) -> None:
    """Paint a sign at the right of a box: plus, minus, arrows, a full or a hollow dot.

    A wedge below it tells that figures changed.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    at = QRectF(box.right() - SIZE, box.top(), SIZE, SIZE)
    middle, ours = at.center(), colours()
    if sign.sign in (Sign.NEW, Sign.GONE, Sign.SILENT):
        painter.setPen(QPen(ours.added if sign.sign is Sign.NEW else ours.dropped, 2))
        half = SIZE / 2 - 1
        painter.drawLine(middle - QPointF(half, 0), middle + QPointF(half, 0))
        if sign.sign is Sign.NEW:
            painter.drawLine(middle - QPointF(0, half), middle + QPointF(0, half))
    elif sign.sign is Sign.MOVED:
        painter.setPen(QPen(ours.moved, 1.3))
        for x, way in ((at.left() + 3, 1), (at.right() - 3, -1)):
            tail, head = (at.top() + 1, at.bottom() - 1)[::way]
            painter.drawLine(QPointF(x, tail), QPointF(x, head))
            painter.drawLine(QPointF(x, head), QPointF(x - 2, head - 2.5 * way))
            painter.drawLine(QPointF(x, head), QPointF(x + 2, head - 2.5 * way))
    elif sign.sign is not None:
        painter.setPen(QPen(ours.muted, 1.3))
        if sign.sign is Sign.MUCH:
            painter.setBrush(ours.muted)
        painter.drawEllipse(middle, 3.2, 3.2)
    if sign.figures:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ours.fair)
        y = at.bottom() + 6
        painter.drawPolygon(
            [
                QPointF(middle.x() - 4, y + 2.5),
                QPointF(middle.x() + 4, y + 2.5),
                QPointF(middle.x(), y - 3),
            ]
        )
    painter.restore()
