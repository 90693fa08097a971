"""Verdicts of a report as one bar, each part with its number, and its word where there is room."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.models.roles import DataRole
from desktop.models.words import name_of
from desktop.widgets.theme import blend, colours, smaller
from tracker.model.figures import ReportFigures
from tracker.model.tracking import Verdict

_HIGH = 18
_LEAST = 2.0


def parts_of(figures: ReportFigures, width: float) -> tuple[tuple[Verdict, int, float], ...]:
    """Return verdicts with their numbers and how wide each part of a bar is."""
    held = [(v, n) for v in Verdict if (n := figures.verdicts.get(v, 0))]
    total = sum(n for _, n in held)
    return tuple((v, n, width * n / total) for v, n in held) if total else ()


def verdict_at(figures: ReportFigures, width: float, x: float) -> Verdict | None:
    """Return the verdict whose part lies at a place of the bar."""
    reached = 0.0
    for verdict, _, wide in parts_of(figures, width):
        reached += wide
        if x < reached:
            return verdict
    return None


class VerdictBars(QStyledItemDelegate):
    """A bar in a cell that holds the figures of a report or section."""

    EDGE = 6

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the bar over the ground of its line."""
        super().paint(painter, option, index)
        figures = index.data(DataRole.VALUE)
        if not isinstance(figures, ReportFigures):
            return
        box = QRectF(option.rect).adjusted(self.EDGE, 0, -self.EDGE, 0)
        top = box.center().y() - _HIGH / 2 + 0.5
        painter.save()
        font = smaller(option.font)
        painter.setFont(font)
        x = box.left()
        ground = option.palette.color(QPalette.ColorRole.Base)
        for verdict, n, wide in parts_of(figures, box.width()):
            colour = colours().of_verdict(verdict)
            part = QRectF(x, top, max(_LEAST, wide - 1.5), _HIGH)
            painter.fillRect(part, blend(colour, ground, 0.26))
            painter.fillRect(QRectF(x, top + _HIGH - 3, part.width(), 3), colour)
            self._say(painter, part, (f"{name_of(verdict)} {n}", str(n)), option.palette)
            x += wide
        painter.restore()
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(option.palette.color(QPalette.ColorRole.Accent)))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _say(
        self, painter: QPainter, box: QRectF, texts: tuple[str, ...], palette: QPalette
    ) -> None:
        """Write the longest text that has room."""
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        metrics = painter.fontMetrics()
        for text in texts:
            if metrics.horizontalAdvance(text) + 6 <= box.width():
                painter.drawText(box.adjusted(0, 0, 0, -2), Qt.AlignmentFlag.AlignCenter, text)
                return

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a bar."""
        return QSize(160, _HIGH + 14)
