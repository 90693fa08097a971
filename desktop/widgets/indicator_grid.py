"""The table of indicators on the screen: goal above result, names that stay at the left."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.models.indicator_rows import (
    IndicatorRow,
    Reach,
    goal,
    post_word,
    reach,
    result,
    wants_less,
)
from desktop.models.indicator_table import IndicatorTable
from desktop.models.roles import DataRole
from desktop.widgets.indicator_marks import (
    MARK,
    paint_cross,
    paint_post,
    paint_reach,
    paint_ring,
)
from desktop.widgets.theme import colours, smaller
from desktop.widgets.tips import show_tips_plainly
from tracker.model.series import IndicatorCell

_PAD = 8
_ROW = 42
_LEAST, _MOST = 96, 190
_NAMES, _MOST_NAMES = 250, 360
_FULL = 24.0
"""Pixels from the middle of a cell to its lines of text."""


def reach_colour(found: Reach, *, ceiling: bool) -> QColor:
    """Return the colour of a result: better or worse than the goal asks for."""
    ours = colours()
    if found is Reach.AT:
        return ours.good
    return ours.good if (found is Reach.ABOVE) is not ceiling else ours.bad


class _Cells(QStyledItemDelegate):
    """The goal with how it was moved, above the result with where it stands."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a cell; the one at the cursor gets a frame."""
        box = option.rect.adjusted(0, 0, -1, -1)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, option.palette.color(QPalette.ColorRole.AlternateBase))
        painter.setPen(colours().line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        cell = index.data(DataRole.VALUE)
        model = index.model()
        if isinstance(cell, IndicatorCell) and isinstance(model, IndicatorTable):
            self._goal(painter, option, _line(box, 0), cell)
            self._result(painter, option, _line(box, 1), cell, model.row(index))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(option.palette.accent().color(), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        painter.restore()

    def _goal(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, cell: IndicatorCell
    ) -> None:
        ours = colours()
        text = goal(cell)
        if cell.dropped:
            self._sign(painter, option, box, (self.tr("goal dropped"), ours.bad))
            paint_cross(painter, _at(box), ours.bad)
        elif cell.goalposts:
            post = cell.goalposts[0]
            self._sign(painter, option, box, (post_word(post), ours.unsure))
            paint_post(painter, post, _at(box), ours.unsure)
        elif text or not cell.planned:
            self._word(painter, option, box, (self.tr("goal") if text else _NO_REPORT, ours.muted))
        painter.setFont(option.font)
        painter.setPen(
            ours.muted if cell.pair and cell.pair.reported else option.palette.text().color()
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _result(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        cell: IndicatorCell,
        row: IndicatorRow,
    ) -> None:
        found, text = reach(cell), result(cell)
        if cell.unanswered:
            self._sign(painter, option, box, (self.tr("none found"), colours().silent))
            paint_ring(painter, _at(box), colours().silent)
        elif found is not None:
            ink = reach_colour(found, ceiling=wants_less(cell, ceiling=row.ceiling))
            words = {
                Reach.ABOVE: self.tr("above"),
                Reach.AT: self.tr("reached"),
                Reach.BELOW: self.tr("below"),
            }
            self._sign(painter, option, box, (words[found], ink))
            paint_reach(painter, found, _at(box), ink)
        elif text:
            self._word(painter, option, box, (self.tr("result"), colours().muted))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(option.palette.text().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _sign(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        said: tuple[str, QColor],
    ) -> None:
        """Write the word of a sign, right of its drawing."""
        self._word(painter, option, box.adjusted(int(MARK) + 5, 0, 0, 0), said)

    def _word(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        box: QRect,
        said: tuple[str, QColor],
    ) -> None:
        painter.setFont(smaller(option.font))
        painter.setPen(said[1])
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, said[0])

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the room of both lines with their words."""
        cell = index.data(DataRole.VALUE)
        if not isinstance(cell, IndicatorCell):
            return QSize(_LEAST, _ROW)
        small, usual = QFontMetrics(smaller(option.font)), QFontMetrics(option.font)
        words = self.tr("goal dropped") if cell.dropped else self.tr("reached")
        if cell.unanswered:
            words = max((words, self.tr("none found")), key=len)
        posts = (post_word(post) for post in cell.goalposts[:1])
        word = max(map(small.horizontalAdvance, (words, *posts)))
        text = max(usual.horizontalAdvance(text) for text in (goal(cell), result(cell)))
        return QSize(word + text + int(MARK) + 2 * _PAD + 22, _ROW)


def _line(box: QRect, which: int) -> QRect:
    """Return the room of the goal, or of the result."""
    half = box.height() // 2
    top = box.top() + 2 + which * (half - 2)
    return QRect(box.left() + _PAD, top, box.width() - 2 * _PAD, half - 1)


def _at(box: QRect) -> QPointF:
    return QPointF(box.left() + MARK / 2, box.center().y() + 0.5)


_NO_REPORT = "—"
"""Where a goal would stand, were the report there that plans for the year; tips say so."""


class _Names(QHeaderView):
    """The indicators, at the left of their rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_ROW)
        self.setMinimumSectionSize(_ROW)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        """Paint a name, and below it what is measured."""
        row = self.model().headerData(logical, self.orientation(), DataRole.VALUE)
        if not isinstance(row, IndicatorRow):
            return
        painter.save()
        current = self.selectionModel().currentIndex().row() == logical
        chosen = current or self.selectionModel().rowIntersectsSelection(logical)
        painter.fillRect(rect, self.palette().highlight() if chosen else self.palette().base())
        text = self.palette().highlightedText() if chosen else self.palette().text()
        box = rect.adjusted(_PAD + 4, 3, -_PAD, -3)
        half = box.height() // 2
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if row.headline else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(text.color())
        upper, lower = box.adjusted(0, 0, 0, -half), box.adjusted(0, half, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        middle = Qt.TextElideMode.ElideMiddle
        name = painter.fontMetrics().elidedText(row.name, middle, box.width())
        painter.drawText(upper if row.detail else box, left, name)
        painter.setFont(smaller(self.font()))
        painter.setPen(text.color() if chosen else colours().muted)
        painter.drawText(lower, left, row.detail)
        painter.setPen(colours().line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.restore()


class IndicatorGrid(QTableView):
    """Indicators by years or regions, to be walked through by keys.

    Signals:
        wanted(QModelIndex): The sentences of a cell are wanted.
        current_moved(): Another cell, or other rows, are chosen.
    """

    wanted = Signal(QModelIndex)
    current_moved = Signal()

    def __init__(self, model: IndicatorTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("indicators")
        self._table = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self._names = _Names(self)
        self.setVerticalHeader(self._names)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        heads.setMinimumHeight(30)
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self.wanted)
        model.modelReset.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.selectionModel().selectionChanged.connect(self._on_current)
        show_tips_plainly(self, self.horizontalHeader(), self.verticalHeader())

    def _on_current(self, *_: object) -> None:
        self._names.viewport().update()
        self.current_moved.emit()

    def chosen_rows(self) -> tuple[IndicatorRow, ...]:
        """Return the indicators that are chosen, from above."""
        rows = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return tuple(self._table.row(row) for row in rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the sentences of a cell."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.currentIndex().isValid():
                self.wanted.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def fit(self) -> None:
        """Give names and columns the room there is, no column less than its figures need."""
        columns = max(1, self._table.columnCount())
        bar = self.verticalScrollBar().sizeHint().width()
        spare = max(self.width() // 4, self.width() - bar - columns * _MOST)
        names = max(_NAMES, min(_MOST_NAMES, spare))
        if names != self._names.width():
            self._names.setFixedWidth(names)
            self.updateGeometries()
        each = (self.width() - names - bar) // columns
        heads = self.horizontalHeader()
        for column in range(self._table.columnCount()):
            needed = max(_LEAST, min(self.sizeHintForColumn(column), _MOST))
            heads.resizeSection(column, max(needed, min(each, _MOST)))

    def widest(self) -> int:
        """Return the width beyond which nothing in the table becomes easier to read."""
        bar = self.verticalScrollBar().sizeHint().width()
        return _MOST_NAMES + self._table.columnCount() * _MOST + bar

    def resizeEvent(self, event: object) -> None:
        """Give names and columns the room there is."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.fit()
