"""Items of a tree whose words go on in the next line where the column is narrow."""

from bisect import bisect_right

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.models.outline_tree import BEHIND
from desktop.models.roles import DataRole
from desktop.models.section_signs import SectionSign
from desktop.widgets.section_sign import paint_section_sign

_SIDES, _ENDS = 10, 13
"""Pixels that the style leaves free beside the words of an item, and above and below them."""
_LINES = 5
_SIGN = 17
"""Pixels for the sign of what became of a section, at the right."""


class WrappedItems(QStyledItemDelegate):
    """Gives an item the height its words need; a tree does not tell a delegate its width."""

    def __init__(self, tree: QTreeView) -> None:
        super().__init__(tree)
        self._tree = tree

    def sizeHint(
        self, _: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of up to five lines of words."""
        width = self._width(index)
        most = _LINES * self._tree.fontMetrics().lineSpacing()
        return QSize(width, min(self._height(str(index.data()), width), most) + _ENDS)

    def _width(self, index: QModelIndex | QPersistentModelIndex) -> int:
        """Return how many pixels the words of an item have."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._tree.viewport().width() - depth * self._tree.indentation() - _SIDES
        return width - (_SIGN if index.data(DataRole.SIGN) is not None else 0)

    def _height(self, words: str, width: int) -> int:
        flags = Qt.TextFlag.TextWordWrap.value  # as the style breaks lines: no 、 begins one
        room = QRect(0, 0, max(width, 40), 4000)
        return self._tree.fontMetrics().boundingRect(room, flags, words).height()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Shorten a heading of many lines, never what is said behind it."""
        super().initStyleOption(option, index)
        heading, between, said = option.text.rpartition(BEHIND)
        most = _LINES * self._tree.fontMetrics().lineSpacing()
        width = self._width(index)
        if not between or self._height(option.text, width) <= most:
            return
        shortened = [f"{heading[:n]}…{between}{said}" for n in range(len(heading))]
        fitting = bisect_right(shortened, most, key=lambda words: self._height(words, width))
        option.text = shortened[max(0, fitting - 1)]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the words, and beside them the sign of what became of the section."""
        sign = index.data(DataRole.SIGN)
        if not isinstance(sign, SectionSign):
            super().paint(painter, option, index)
            return
        whole = QRect(option.rect)
        option.rect = whole.adjusted(0, 0, -_SIGN, 0)
        super().paint(painter, option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            side = QRect(whole.right() - _SIGN + 1, whole.top(), _SIGN, whole.height())
            painter.fillRect(side, option.palette.highlight())
        box = QRectF(whole).adjusted(0, _ENDS / 2 + 3, -4, 0)
        paint_section_sign(painter, sign, box)
