"""What stands in the margin of a text: bars beside changed passages, a word beside a section.

The bars differ by shape, for readers who do not tell the colours apart: one line for what was
added, dashes for what was dropped, two lines for what was moved.
"""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication, QPainter, QPalette, QPen

from desktop.widgets.theme import colours

_GAP = 2.0
"""Pixels between the end of a line of text and that of its bar."""


class Bar(Enum):
    """Shape of a bar."""

    SOLID = "solid"
    DASHED = "dashed"
    DOUBLE = "double"


def paint_bar(painter: QPainter, bar: Bar, box: QRectF) -> None:
    """Paint a bar of 5 pixels into a box."""
    ours = colours()
    colour = {Bar.SOLID: ours.added, Bar.DASHED: ours.dropped, Bar.DOUBLE: ours.moved}[bar]
    top, bottom = box.top() + _GAP, box.bottom() - _GAP
    pen = QPen(colour, 3 if bar is not Bar.DOUBLE else 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if bar is Bar.DASHED:
        pen.setDashPattern([1.6, 1.1])  # in widths of the pen
    painter.save()
    painter.setPen(pen)
    middle = box.center().x()
    for x in (middle - 1.75, middle + 1.75) if bar is Bar.DOUBLE else (middle,):
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.restore()


def paint_tag(painter: QPainter, word: str, box: QRectF) -> None:
    """Paint a small word at the right of a box, level with its middle, as what can be clicked."""
    painter.save()
    font = QFont(painter.font())
    font.setPointSizeF(max(7.0, font.pointSizeF() * 0.75))
    painter.setFont(font)
    font.setUnderline(True)
    painter.setFont(font)
    painter.setPen(QGuiApplication.palette().color(QPalette.ColorRole.Link))
    widest = max(map(QFontMetricsF(font).horizontalAdvance, word.split("\n")))
    # In a narrow margin a word begins at its edge, and reaches over a bar rather than be cut.
    side = Qt.AlignmentFlag.AlignRight if widest <= box.width() else Qt.AlignmentFlag.AlignLeft
    middle = side | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, middle | Qt.TextFlag.TextDontClip, word)  # two lines are a bit higher
    painter.restore()


def joined(rows: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return rows in order, those that touch as one."""
    found: list[tuple[float, float]] = []
    for top, bottom in rows:
        if found and top <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], bottom))
        else:
            found.append((top, bottom))
    return found
