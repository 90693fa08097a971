"""Rows of two levels: heads in bold as any row, what stands below them painted by itself."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

Index = QModelIndex | QPersistentModelIndex


class GroupedRows(QStyledItemDelegate):
    """Paints the ground of a row; ``paint_row`` of a kind of rows paints what stands on it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), option.fontMetrics.height() + 9)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Set heads in bold."""
        super().initStyleOption(option, index)
        if not index.parent().isValid():
            option.font.setWeight(QFont.Weight.DemiBold)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        if not index.parent().isValid():
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        option.text = ""
        control = QStyle.ControlElement.CE_ItemViewItem
        option.widget.style().drawControl(control, option, painter, option.widget)
        painter.save()
        self.paint_row(painter, option, index)
        painter.restore()

    def paint_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what stands below a head."""
        raise NotImplementedError
