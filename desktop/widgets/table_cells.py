"""Cells of the table of promises: two quiet lines, verdicts with icon and word, group heads."""

from PySide6.QtCore import (
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from desktop.models.promise_groups import Group
from desktop.models.roles import DataRole
from desktop.widgets.assets import pixmap
from desktop.widgets.theme import colours
from tracker.model.tracking import Verdict

_PAD = 8


def _ground(option: QStyleOptionViewItem, painter: QPainter) -> QPalette.ColorRole:
    """Paint the ground of a cell; return the role of the text on it."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Highlight))
        return QPalette.ColorRole.HighlightedText
    return QPalette.ColorRole.Text


_BAR = 90
"""Pixels of the bar that tells how much of a group is marked."""


def _paint_head(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> bool:
    """Paint the part of a group's head that lies in a cell; False where it is no head.

    The head goes over the whole row, so each cell paints all of it and keeps to itself.
    """
    group = index.data(DataRole.GROUP)
    table = option.widget
    if not isinstance(group, Group) or not isinstance(table, QTableView):
        return False
    painter.save()
    painter.setClipRect(option.rect)
    row = QRect(0, option.rect.top(), table.viewport().width(), option.rect.height())
    painter.fillRect(row, colours().side)
    here = table.currentIndex().row() == index.row() and table.hasFocus()
    ink = option.palette.color(QPalette.ColorRole.Text)
    if here:
        painter.setPen(option.palette.color(QPalette.ColorRole.Accent))
        painter.drawRect(row.adjusted(0, 0, -1, -1))
    _paint_arrow(painter, row, ink, is_open=group.is_open)
    n, marked = len(group.rows), int(index.data(DataRole.MARKED) or 0)
    told = f"{marked} / {n}"
    width = option.fontMetrics.horizontalAdvance("00000 / 00000")
    bar = QRect(row.right() - _PAD - _BAR, row.center().y() - 2, _BAR, 4)
    numbers = QRect(bar.left() - width - _PAD, row.top(), width, row.height())
    font = QFont(option.font)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(ink)
    name = QRect(row.left() + _PAD + 18, row.top(), numbers.left() - row.left() - 34, row.height())
    left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    elided = painter.fontMetrics().elidedText(group.name, Qt.TextElideMode.ElideRight, name.width())
    painter.drawText(name, left, elided)
    painter.setFont(option.font)
    painter.setPen(colours().muted)
    right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(numbers, right, told)
    painter.fillRect(bar, colours().line)
    filled = QRect(bar.left(), bar.top(), round(_BAR * marked / max(1, n)), bar.height())
    painter.fillRect(filled, option.palette.color(QPalette.ColorRole.Accent))
    painter.restore()
    return True


def _paint_arrow(painter: QPainter, row: QRect, ink: QColor, *, is_open: bool) -> None:
    """Paint the triangle that points down where a group is open."""
    x, y = row.left() + _PAD + 2.0, row.center().y() + 0.5
    down = ((0, -2), (8, -2), (4, 3)) if is_open else ((2, -4), (2, 4), (7, 0))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in down]))
    painter.restore()


class PlainDelegate(QStyledItemDelegate):
    """One line of text, as far from the edge as the head of its column."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the text."""
        if _paint_head(painter, option, index):
            return
        painter.save()
        painter.setPen(option.palette.color(_ground(option, painter)))
        painter.setFont(option.font)
        box = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        text = option.fontMetrics.elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, box.width()
        )
        right = index.data(Qt.ItemDataRole.TextAlignmentRole)
        side = Qt.AlignmentFlag(right) if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


class PromiseDelegate(QStyledItemDelegate):
    """What is promised, and under it the words of the text."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for two lines."""
        return QSize(220, option.fontMetrics.height() * 2 + 8)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint both lines."""
        if _paint_head(painter, option, index):
            return
        painter.save()
        role = _ground(option, painter)
        ink = option.palette.color(role)
        box = option.rect.adjusted(_PAD, 3, -_PAD, -3)
        height = option.fontMetrics.height()
        elide = Qt.TextElideMode.ElideRight
        painter.setFont(option.font)
        painter.setPen(ink)
        selected = role is QPalette.ColorRole.HighlightedText
        width = box.width()
        if index.data(DataRole.BY_HAND):
            faint = ink if selected else colours().muted
            width -= _paint_hand(painter, box, option.fontMetrics, faint)
            painter.setPen(ink)
        first = option.fontMetrics.elidedText(str(index.data() or ""), elide, width)
        painter.drawText(QRect(box.left(), box.top(), width, height), 0, first)
        painter.setPen(ink if selected else colours().muted)
        quote = str(index.data(DataRole.DETAIL) or "")
        second = option.fontMetrics.elidedText(quote, elide, box.width())
        top = box.bottom() - height + 1
        painter.drawText(QRect(box.left(), top, box.width(), height), 0, second)
        painter.restore()


def _paint_hand(painter: QPainter, box: QRect, metrics: QFontMetrics, ink: QColor) -> int:
    """Say at the right of a line that people set it; return the room that this took."""
    words = QCoreApplication.translate("PromiseDelegate", "by hand")
    wide = metrics.horizontalAdvance(words)
    painter.setPen(ink)
    left = box.right() - wide
    painter.drawText(QRect(left, box.top(), wide + 1, metrics.height()), 0, words)
    painter.drawPixmap(left - 20, box.top() + (metrics.height() - 16) // 2, pixmap("hand", ink))
    return wide + 30


class VerdictDelegate(QStyledItemDelegate):
    """Icon, word, colour."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the verdict."""
        if _paint_head(painter, option, index):
            return
        verdict = index.data(DataRole.VERDICT)
        painter.save()
        role = _ground(option, painter)
        if verdict:
            verdict = Verdict(verdict)  # Qt hands a string enumeration out as a bare string
            selected = role is QPalette.ColorRole.HighlightedText
            ink = option.palette.color(role) if selected else colours().of_verdict(verdict)
            picture = pixmap(verdict.value, ink)
            middle = option.rect.center().y()
            painter.drawPixmap(option.rect.left() + _PAD, middle - 7, picture)
            painter.setPen(ink)
            words = option.rect.adjusted(_PAD + 22, 0, -4, 0)
            differs = str(index.data(DataRole.DETAIL) or "")
            if differs:
                words.setBottom(option.rect.center().y() + 1)
            elide = Qt.TextElideMode.ElideRight
            text = option.fontMetrics.elidedText(str(index.data() or ""), elide, words.width())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, flags, text)
            if differs:
                painter.setPen(ink if selected else colours().bad)
                below = words.translated(0, words.height() - 1)
                told = option.fontMetrics.elidedText(differs, elide, below.width())
                painter.drawText(below, flags, told)
        painter.restore()
