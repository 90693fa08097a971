"""Items of a tree whose words go on in the next line where the column is narrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop.models.roles import DataRole
from desktop.models.section_signs import SectionSign
from desktop.widgets.section_sign import paint_section_sign

_SIDES, _ENDS = 11, 13
"""Pixels that the style leaves free beside the words of an item, and above and below them."""
_LINES = 4
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
        """Return the size of up to four lines of words."""
        depth, above = 1, index.parent()
        while above.isValid():
            depth, above = depth + 1, above.parent()
        width = self._tree.viewport().width() - depth * self._tree.indentation() - _SIDES
        if index.data(DataRole.SIGN) is not None:
            width -= _SIGN
        metrics = self._tree.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap.value  # as the style breaks lines: no 、 begins one
        words = metrics.boundingRect(QRect(0, 0, max(width, 40), 4000), flags, str(index.data()))
        height = min(words.height(), _LINES * metrics.lineSpacing()) + _ENDS
        return QSize(width, height)

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
