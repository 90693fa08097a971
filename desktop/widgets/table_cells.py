"""Cells of the table of promises: two quiet lines, and a verdict with icon, word and colour."""

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

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


class PlainDelegate(QStyledItemDelegate):
    """One line of text, as far from the edge as the head of its column."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the text."""
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
        tracking = index.data(DataRole.VALUE)
        if tracking is not None and tracking.commitment.by_hand:
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
            text = option.fontMetrics.elidedText(
                str(index.data() or ""), Qt.TextElideMode.ElideRight, words.width()
            )
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, flags, text)
        painter.restore()
