"""Items of a tree whose words go on in the next line where the column is narrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_SIDES, _ENDS = 18, 13
"""Pixels that the style leaves free beside the words of an item, and above and below them."""
_LINES = 4


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
        metrics = self._tree.fontMetrics()
        flags = Qt.TextFlag.TextWordWrap.value  # as the style breaks lines: no 、 begins one
        words = metrics.boundingRect(QRect(0, 0, max(width, 40), 4000), flags, str(index.data()))
        height = min(words.height(), _LINES * metrics.lineSpacing()) + _ENDS
        return QSize(width, height)
