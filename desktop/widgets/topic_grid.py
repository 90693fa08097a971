"""The matrix of topics on the screen: shaded cells, headings that stay at the left and the top."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.models.roles import DataRole
from desktop.models.topic_matrix import TopicMatrix
from desktop.models.topic_rows import TopicCell, TopicRow
from desktop.widgets.theme import colours
from desktop.widgets.tips import show_tips_plainly
from desktop.widgets.topic_marks import GAP, MARK, paint_gap, paint_mark, shade

_PAD = 8
_ROW = 27
_LEAST, _ENOUGH = 58, 180
"""Pixels that a column is wide at least, and that it needs before headings get more room."""
_TITLES, _FEW = 0.34, 0.46
"""Share of the width that headings may take beside many columns, and beside few."""
_FIGURES = 76
"""Pixels in which a mark and its number stand together, however wide the cell is."""


class _Cells(QStyledItemDelegate):
    """Shade, mark and number of characters."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell; one that is chosen gets a frame, its shade stays to be seen."""
        cell = index.data(DataRole.VALUE)
        box = option.rect.adjusted(0, 0, -1, -1)
        painter.save()
        if isinstance(cell, TopicCell):
            painter.fillRect(box, shade(cell.step))
            middle = box.center().y() + 0.5
            if cell.course is not None:
                left = max(box.left(), box.right() - _FIGURES) + _PAD + MARK / 2
                paint_mark(painter, cell.course, QPointF(left, middle))
            painter.setPen(option.palette.text().color())
            font = QFont(option.font)
            font.setPointSizeF(font.pointSizeF() * 0.9)
            painter.setFont(font)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(0, 0, -_PAD, 0), right, str(index.data() or ""))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(option.palette.accent().color(), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of a mark and four digits."""
        return QSize(_LEAST, _ROW)


class _Titles(QHeaderView):
    """The headings of the topics, at the left of their rows, indented by their level."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_ROW)
        self.setMinimumSectionSize(_ROW)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint a heading as far as there is room."""
        model = self.model()
        row = model.headerData(logical, self.orientation(), DataRole.VALUE)
        if not isinstance(row, TopicRow):
            return
        painter.save()
        painter.fillRect(rect, self.palette().base())
        chosen = self.selectionModel().isRowSelected(logical) or (
            self.selectionModel().currentIndex().row() == logical
        )
        if chosen:
            painter.fillRect(rect, self.palette().highlight())
        over = row.cells[-1] is None or row.cells[-1].section is None
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if row.level == 0 else QFont.Weight.Normal)
        painter.setFont(font)
        text = self.palette().highlightedText() if chosen else self.palette().text()
        painter.setPen(colours().muted if over and not chosen else text.color())
        box = rect.adjusted(_PAD + 4 + 14 * row.level, 0, -_PAD, 0)
        shown = painter.fontMetrics().elidedText(
            row.title, Qt.TextElideMode.ElideRight, box.width()
        )
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, left, shown)
        painter.setPen(colours().line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


class _Years(QHeaderView):
    """The reports, above their columns; two lines before one where years are missing.

    Which years these are stands beside the lines where there is room.
    """

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint a year, or a region."""
        painter.save()
        painter.fillRect(rect, self.palette().base())
        model = self.model()
        chosen = self.selectionModel().currentIndex().column() == logical
        painter.setPen(self.palette().text().color() if chosen else colours().muted)
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        box = rect.adjusted(_PAD, 0, -_PAD, 0)
        name = str(model.headerData(logical, self.orientation()) or "")
        shown = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, shown)
        painter.setPen(colours().line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        gap = str(model.headerData(logical, self.orientation(), DataRole.VALUE) or "")
        if gap:
            paint_gap(painter, QPointF(rect.left() + GAP, rect.center().y() + 1))
            small = QFont(self.font())
            small.setPointSizeF(small.pointSizeF() * 0.9)
            painter.setFont(small)
            painter.setPen(colours().muted)
            box.setRight(box.right() - QFontMetrics(font).horizontalAdvance(name) - 2 * _PAD)
            if painter.fontMetrics().horizontalAdvance(gap) <= box.width():
                left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
                painter.drawText(box.adjusted(_PAD, 0, 0, 0), left, gap)
        painter.restore()


class TopicGrid(QTableView):
    """Topics by reports, to be walked through by keys.

    Signals:
        topic_wanted(QModelIndex): Its text through all reports is wanted.
        pair_wanted(QModelIndex): This report and the one before are wanted, side by side.
    """

    topic_wanted = Signal(QModelIndex)
    pair_wanted = Signal(QModelIndex)

    def __init__(self, model: TopicMatrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topics")
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self._titles = _Titles(self)
        self.setVerticalHeader(self._titles)
        years = _Years(Qt.Orientation.Horizontal, self)
        self.setHorizontalHeader(years)
        years.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        years.setSectionsClickable(True)
        years.setMinimumHeight(_ROW + 5)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.topic_wanted)
        self._titles.sectionDoubleClicked.connect(self._open_row)
        self._titles.sectionClicked.connect(self._choose_row)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._on_current)
        show_tips_plainly(self, self.horizontalHeader(), self.verticalHeader())

    def _on_current(self, *_: object) -> None:
        self._titles.viewport().update()
        self.horizontalHeader().viewport().update()

    def _open_row(self, row: int) -> None:
        self.topic_wanted.emit(self.model().index(row, max(0, self.currentIndex().column())))

    def _choose_row(self, row: int) -> None:
        self.setCurrentIndex(self.model().index(row, max(0, self.currentIndex().column())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a topic, or with Shift the two reports."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.pair_wanted if shifted else self.topic_wanted).emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Give headings and columns the room there is."""
        width, n = self.width(), max(1, self.model().columnCount())
        bar = self.verticalScrollBar().sizeHint().width()
        spare = min(int(width * _FEW), width - bar - n * _ENOUGH)
        titles = max(200, min(460, int(width * _TITLES)), spare)
        if titles != self._titles.width():
            self._titles.setFixedWidth(titles)
            self.updateGeometries()  # else the columns stay where they were, below the headings
        each = (width - titles - bar) // n
        self.horizontalHeader().setDefaultSectionSize(max(self._least(), each))

    def _least(self) -> int:
        """Return how wide a column is at least: names of regions are longer than years."""
        font = QFont(self.horizontalHeader().font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics, model = QFontMetrics(font), self.model()
        names = (
            str(model.headerData(n, Qt.Orientation.Horizontal) or "")
            for n in range(model.columnCount())
        )
        longest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        return max(_LEAST, min(_ENOUGH, longest + 2 * _PAD + 1))

    def resizeEvent(self, event: object) -> None:
        """Give headings and columns the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()
