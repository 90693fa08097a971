"""A table over many reports on the screen: bars, heat, and the way to what stands behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.models.across_table import Bar, Heat
from desktop.models.roles import DataRole
from desktop.widgets.theme import blend, colours

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

    from desktop.models.across_table import AcrossTable

_HIGH = 12
_LINE = 28
_EDGE = 8
_PAINTED = 150
"""Least room of a column with bars."""


class AcrossCells(QStyledItemDelegate):
    """Paints cells with bars and heat."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the picture of a cell below its words."""
        picture = index.data(DataRole.VALUE)
        if isinstance(picture, Heat):
            _heat(painter, option, picture)
        super().paint(painter, option, index)
        if isinstance(picture, Bar):
            _bar(painter, option, picture)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(option.palette.color(QPalette.ColorRole.Accent))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell what is missing in a quieter colour, and sums firmly."""
        super().initStyleOption(option, index)
        if index.data(DataRole.DETAIL):
            option.palette.setColor(QPalette.ColorRole.Text, colours().muted)
        picture = index.data(DataRole.VALUE)
        if isinstance(picture, Heat) and picture.firm:
            option.font.setBold(True)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a cell."""
        found = super().sizeHint(option, index)
        if isinstance(index.data(DataRole.VALUE), Bar):
            found.setWidth(_PAINTED)
        return found


def heat_ground(rate: float, ground: QColor) -> QColor:
    """Return the ground of a rate: fuller the higher it is, never too full for its figure."""
    return blend(colours().open, ground, 0.04 + 0.44 * rate**1.5)


def _heat(painter: QPainter, option: QStyleOptionViewItem, heat: Heat) -> None:
    """Paint how high a rate is: the more, the fuller the ground."""
    if heat.rate is None:
        return
    ground = option.palette.color(QPalette.ColorRole.Base)
    colour = heat_ground(heat.rate, ground)
    box = option.rect.adjusted(1, 1, -1, -1)
    painter.fillRect(box, colour)


def _bar(painter: QPainter, option: QStyleOptionViewItem, bar: Bar) -> None:
    """Paint a result as a bar and a goal as a bracket over it."""
    box = QRectF(option.rect).adjusted(_EDGE, 0, -_EDGE, 0)
    middle, ours = box.center().y(), colours()
    zero = box.left() + box.width() * bar.zero
    painter.save()
    painter.setPen(QPen(ours.line, 1))
    painter.drawLine(int(zero), int(box.top()) + 3, int(zero), int(box.bottom()) - 3)
    if bar.value is not None:
        end = box.left() + box.width() * bar.value
        part = QRectF(min(zero, end), middle - _HIGH / 2, max(1.5, abs(end - zero)), _HIGH)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(part, _bar_colour(bar, option.palette, chosen=chosen))
    if bar.low is not None and bar.high is not None:
        pen = QPen(option.palette.color(QPalette.ColorRole.Text), 1.6)
        painter.setPen(pen)
        left, right = (box.left() + box.width() * one for one in (bar.low, bar.high))
        top, bottom = middle - _HIGH / 2 - 3, middle + _HIGH / 2 + 3
        painter.drawLine(int(left), int(top), int(left), int(bottom))
        if right - left > 2:
            painter.drawLine(int(right), int(top), int(right), int(bottom))
            painter.drawLine(int(left), int(top), int(right), int(top))
    painter.restore()


def _bar_colour(bar: Bar, palette: QPalette, *, chosen: bool) -> QColor:
    """Return the colour of a bar; it stays to be seen on the ground of a line that is chosen."""
    ours, ground = colours(), palette.color(QPalette.ColorRole.Base)
    ink = ours.open if bar.good is None else ours.good if bar.good else ours.bad
    return ink if chosen else blend(ink, ground, 0.7)


class AcrossGrid(QTableView):
    """Lines to be walked through by keys.

    Signals:
        wanted(QModelIndex): What stands behind a cell.
        moved(QModelIndex): The cursor went to another line or cell.
    """

    wanted = Signal(QModelIndex)
    moved = Signal(QModelIndex)

    def __init__(self, model: AcrossTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = model
        self.setModel(model)
        self.setItemDelegate(AcrossCells(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSortingEnabled(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        lines.setDefaultSectionSize(_LINE)
        heads = self.horizontalHeader()
        heads.setHighlightSections(False)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heads.setSortIndicatorClearable(True)
        heads.setMinimumSectionSize(36)
        model.modelReset.connect(self.fit)
        self.cell_wise = False
        """Each cell of a line leads to another place; a click follows it at once."""

    def choose_cells(self) -> None:
        """Let the cursor stand on single cells."""
        self.cell_wise = True
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)

    def fit(self) -> None:
        """Give each column the room of its words, and the rest to the wide ones."""
        heads = self._table.heads
        widths = [
            min(self._most(head.wide), max(self.sizeHintForColumn(n), self._head(head.text)))
            for n, head in enumerate(heads)
        ]
        wide = [n for n, head in enumerate(heads) if head.wide]
        left = self.viewport().width() - sum(widths)
        for n in wide:
            widths[n] += max(0, left) // len(wide)
        over = -left
        for n in wide:  # too narrow: long words are cut before anything is scrolled
            least = max(120, self._head(heads[n].text))
            taken = min(max(0, over), max(0, widths[n] - least))
            widths[n] -= taken
            over -= taken
        for n, width in enumerate(widths):
            self.setColumnWidth(n, width)

    def _most(self, wide: bool) -> int:  # noqa: FBT001 - the one thing that it is asked
        return self.viewport().width() if wide else 320

    def _head(self, text: str) -> int:
        return self.horizontalHeader().fontMetrics().horizontalAdvance(text) + 24

    def resizeEvent(self, event: object) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()

    def currentChanged(self, now: QModelIndex, before: QModelIndex) -> None:  # type: ignore[override]
        """Tell where the cursor went."""
        super().currentChanged(now, before)
        if now.isValid() and (now.row() != before.row() or self.cell_wise):
            self.moved.emit(now)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what stands behind the cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow a click on a cell that leads to a place of its own."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() == Qt.MouseButton.LeftButton
        if self.cell_wise and left and index.isValid():
            self.wanted.emit(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what stands behind a line."""
        super().mouseDoubleClickEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not self.cell_wise and index.isValid():
            self.wanted.emit(index)

    def show_line(self, row: int) -> None:
        """Put the cursor on a line."""
        if 0 <= row < self._table.rowCount():
            index = self._table.index(row, max(0, self.currentIndex().column()))
            self.setCurrentIndex(index)
            self.scrollTo(index)
