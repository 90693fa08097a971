"""The table of promises: its columns, its cells, its groups, and what is chosen in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QWidget

from desktop.models.commitment_table import CommitmentTable
from desktop.widgets.table_cells import PlainDelegate, PromiseDelegate, VerdictDelegate
from desktop.widgets.tips import show_tips_plainly

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.models.promise_order import PromiseOrder
    from tracker.model.ids import CommitmentId

_T = CommitmentTable
_WIDTHS = {
    _T.KIND: 110,
    _T.SECTION: 136,
    _T.DUE: 60,
    _T.VERDICT: 126,
    _T.CONFIDENCE: 78,
    _T.MARK: 142,
    _T.NOTE: 110,
    _T.REPORT: 130,
    _T.BODY: 120,
    _T.ANSWERED: 100,
}
"""Pixels of the columns; the promise takes what is left."""

_PROMISE = 300
"""Pixels that the promise shall have."""

_USUAL = (_T.KIND, _T.SECTION, _T.DUE, _T.VERDICT, _T.CONFIDENCE, _T.MARK, _T.NOTE)
"""Columns that are shown, as far as there is room, until somebody chooses."""

_GIVEN_UP = (_T.REPORT, _T.KIND, _T.SECTION, _T.MARK, _T.NOTE, _T.CONFIDENCE)
"""Columns that go where there is no room, the first one first."""

_LEAST = {
    _T.KIND: 76,
    _T.SECTION: 84,
    _T.DUE: 52,
    _T.VERDICT: 104,
    _T.CONFIDENCE: 60,
    _T.MARK: 104,
    _T.NOTE: 64,
    _T.REPORT: 96,
    _T.BODY: 76,
    _T.ANSWERED: 76,
}
"""Pixels in which a column still says something."""

_NARROWED = (
    *(_T.NOTE, _T.BODY, _T.SECTION, _T.ANSWERED, _T.KIND, _T.REPORT),
    *(_T.MARK, _T.VERDICT, _T.CONFIDENCE, _T.DUE),
)
"""Columns that become narrower where what was chosen has no room, the first one first."""

_LEAST_PROMISE = 180
"""Pixels that the promise has, however many columns somebody wants."""

_ROOMY = 1240
"""Pixels from which there is room for the kind."""

_REMEMBERED = 2000
"""So many chosen promises are chosen again after the order changed; of more only the one under
the cursor."""


class PromiseTable(QTableView):
    """Shows the promises in the order that is wished for.

    Signals:
        columns_changed(): Somebody chose, moved or widened columns.
    """

    columns_changed = Signal()

    def __init__(self, order: PromiseOrder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order = order
        self._chosen_columns: frozenset[int] | None = None
        """Columns that somebody chose; None: as the width allows."""
        self._many_reports = False
        self._widths = dict(_WIDTHS)
        """What columns would like to have; what somebody gave them, once somebody did."""
        self._by_hand: set[int] = set()
        self._fitting = False
        self._kept: tuple[CommitmentId | None, tuple[CommitmentId, ...], int] = (None, (), -1)
        self.setObjectName("promises")
        self.setModel(order)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self._plain = PlainDelegate(self)
        self._promises, self._verdicts = PromiseDelegate(self), VerdictDelegate(self)
        self.setItemDelegate(self._plain)
        self.setItemDelegateForColumn(_T.PROMISE, self._promises)
        self.setItemDelegateForColumn(_T.VERDICT, self._verdicts)
        self.setItemDelegateForColumn(_T.MARK, self._verdicts)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() * 2 + 8)
        self._build_head()
        self.verticalScrollBar().valueChanged.connect(self._expect)
        order.modelAboutToBeReset.connect(self._remember)
        order.modelReset.connect(self._recall)
        show_tips_plainly(self, self.horizontalHeader(), self.verticalHeader())

    def _build_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setStretchLastSection(False)
        head.setSectionsMovable(True)
        head.setSectionResizeMode(_T.PROMISE, QHeaderView.ResizeMode.Stretch)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._on_head_menu)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        head.sectionResized.connect(self._on_resized)
        head.sectionMoved.connect(lambda *_: self.columns_changed.emit())
        # Whose promise it is stands before how it is judged, where more than one report is shown.
        head.moveSection(_T.REPORT, 1)
        head.moveSection(head.visualIndex(_T.BODY), head.visualIndex(_T.DUE))

    def _expect(self) -> None:
        """Ask for what stands a page above and below: the wheel will be there soon."""
        top, height = self.rowAt(0), max(1, self.verticalHeader().defaultSectionSize())
        page = self.viewport().height() // height + 1
        if top >= 0:
            self._order.expect(top - page, top + 2 * page)

    # What is chosen

    def setCurrentIndex(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Go to a cell and choose its row alone, whichever keys are still held down."""
        flag = QItemSelectionModel.SelectionFlag
        super().setCurrentIndex(index)  # where a selection by Shift begins
        self.selectionModel().setCurrentIndex(index, flag.ClearAndSelect | flag.Rows)

    def go_to(self, index: QModelIndex) -> None:
        """Put the cursor on a row and bring it into sight."""
        self.setCurrentIndex(index)
        self.show_current()

    def show_current(self) -> None:
        """Bring the row under the cursor into sight, after it moved by sorting or filtering.

        One that was out of sight comes amid its neighbours, under the name of its group.
        """
        index = self.currentIndex().siblingAtColumn(_T.PROMISE)
        seen = self.viewport().rect().contains(self.visualRect(index))
        if index.isValid() and not seen:
            self.scrollTo(index, self.ScrollHint.PositionAtCenter)

    def selected_rows(self) -> list[int]:
        """Return the rows of the table behind what is chosen, from the top."""
        spans = sorted(
            (span.top(), span.bottom()) for span in self.selectionModel().selection().toList()
        )
        rows = [row for top, bottom in spans for row in self._order.lines.rows_between(top, bottom)]
        return list(dict.fromkeys(rows))

    def selected_ids(self) -> tuple[CommitmentId, ...]:
        """Return the promises that are chosen, from the top; the one under the cursor, if none."""
        rows = self.selected_rows()
        current = self._order.lines.row_at(self.currentIndex().row())
        return self._order.ids(rows or ([current] if current >= 0 else []))

    def _remember(self) -> None:
        """Keep in mind what is chosen while the order changes."""
        order = self._order
        row = order.lines.row_at(self.currentIndex().row())
        current = order.ids((row,))[0] if row >= 0 else None
        spans = self.selectionModel().selection().toList()
        n = sum(span.height() for span in spans)
        ids = order.ids(self.selected_rows()) if 1 < n <= _REMEMBERED else ()
        self._kept = (current, ids, self.currentIndex().row())

    def _recall(self) -> None:
        """Choose again what was chosen, as far as it is shown."""
        current, ids, line = self._kept
        if current is None:
            if line >= 0 and self._order.lines.group_at(line) is not None:
                self.setCurrentIndex(self._order.index(line, 0))
            return
        found = self._line_of(current)
        if found >= 0:
            self.setCurrentIndex(self._order.index(found, 0))
        if len(ids) > 1:
            self._choose([n for n in map(self._line_of, ids) if n >= 0])
        self.show_current()

    def _line_of(self, commitment: CommitmentId) -> int:
        return self._order.lines.line_of(self._order.source_row(commitment))

    def _choose(self, lines: list[int]) -> None:
        """Choose lines besides the one under the cursor."""
        last, wanted = self._order.columnCount() - 1, QItemSelection()
        for line in lines:
            wanted.select(self._order.index(line, 0), self._order.index(line, last))
        self.selectionModel().select(wanted, QItemSelectionModel.SelectionFlag.Select)

    # Groups

    def toggle_group(self, index: QModelIndex) -> bool:
        """Open the group of a head, or fold it away; False where there is no head."""
        group = self._order.lines.group_at(index.row()) if index.isValid() else None
        if group is None:
            return False
        self.setCurrentIndex(index)
        self._order.fold(group, is_open=not group.is_open)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and open groups by the arrows to the sides; Home and End choose a row."""
        index, key = self.currentIndex(), event.key()
        sideways = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        )
        if sideways and plain and self._order.lines.groups and index.isValid():
            self._walk(index, opening=key == Qt.Key.Key_Right)
            return
        if key == Qt.Key.Key_Space and self.toggle_group(index):
            return
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shifted:
            # Qt goes along the row, or to its end with Ctrl without choosing what it goes to.
            last = self._order.rowCount() - 1
            self.go_to(self._order.index(0 if key == Qt.Key.Key_Home else last, 0))
            return
        super().keyPressEvent(event)

    def _walk(self, index: QModelIndex, *, opening: bool) -> None:
        group = self._order.lines.group_at(index.row())
        if group is not None:
            if group.is_open is not opening:
                self.toggle_group(index)
        elif not opening:
            line = index.row()
            while line > 0 and self._order.lines.group_at(line) is None:
                line -= 1
            self.setCurrentIndex(self._order.index(line, 0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open or fold the group whose head is pressed."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self.toggle_group(index):
            return
        super().mousePressEvent(event)

    # Columns

    def set_many_reports(self, *, many: bool) -> None:
        """Show whose promises they are where they are those of more than one report."""
        self._many_reports = many
        self._fit_columns()

    def chosen_columns(self) -> frozenset[int] | None:
        """Return the columns that somebody chose, None where the width decides."""
        return self._chosen_columns

    def choose_columns(self, columns: frozenset[int] | None) -> None:
        """Show these columns and the promise, however wide the table is; None: by the width."""
        self._chosen_columns = columns
        self._fit_columns()
        self.columns_changed.emit()

    def _on_resized(self, column: int, _: int, width: int) -> None:
        """Keep a width that somebody gave a column; the promise takes what is left."""
        if self._fitting or not width or column not in _WIDTHS:
            return
        self._widths[column] = width
        self._by_hand.add(column)
        self.columns_changed.emit()

    def columns_menu(self) -> QMenu:
        """Return a menu by which columns are chosen."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        head = self.horizontalHeader()
        for column in sorted(_WIDTHS, key=head.visualIndex):
            words = str(self._order.headerData(column, Qt.Orientation.Horizontal))
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.triggered.connect(partial(self._on_column, column))
        menu.addSeparator()
        usual = menu.addAction(self.tr("As the width allows"))
        usual.setCheckable(True)
        usual.setChecked(self._chosen_columns is None)
        usual.triggered.connect(lambda: self.choose_columns(None))
        return menu

    def _on_column(self, column: int, *_: object) -> None:
        shown = frozenset(c for c in _WIDTHS if not self.isColumnHidden(c))
        self.choose_columns(shown ^ {column})

    def _on_head_menu(self, at: QPoint) -> None:
        self.columns_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def columns_state(self) -> QByteArray:
        """Return order, widths and choice of the columns, to be restored some day."""
        chosen = self._chosen_columns
        told = "auto" if chosen is None else ",".join(map(str, sorted(chosen)))
        widths = ",".join(f"{column}={self._widths[column]}" for column in sorted(self._by_hand))
        state = self.horizontalHeader().saveState()
        return QByteArray(f"{told}:{widths};".encode()) + state

    def restore_columns(self, state: QByteArray | None) -> None:
        """Take over what ``columns_state`` gave, the order of rows left out."""
        told, found, rest = bytes(state.data() if state else b"").partition(b";")
        if not found:
            return
        head, (told, _, widths) = self.horizontalHeader(), told.partition(b":")
        known = {str(column).encode() for column in _WIDTHS}
        names = told.split(b",") if told not in (b"auto", b"") else []
        given = [one.partition(b"=")[::2] for one in widths.split(b",") if one]
        if not known.issuperset(names) or not known.issuperset(column for column, _ in given):
            return
        self._fitting = True
        restored = head.restoreState(QByteArray(rest))
        self._fitting = False
        if not restored:
            return
        sizes = {int(column): int(width) for column, width in given if width.isdigit()}
        self._widths, self._by_hand = {**_WIDTHS, **sizes}, set(sizes)
        head.setSectionResizeMode(_T.PROMISE, QHeaderView.ResizeMode.Stretch)
        self._chosen_columns = None if told == b"auto" else frozenset(map(int, names))
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self._fit_columns()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give columns up rather than words in them; keep the row that is worked on in sight."""
        here = self.visualRect(self.currentIndex())
        was_seen = here.isValid() and here.top() >= 0 and here.bottom() < event.oldSize().height()
        super().resizeEvent(event)
        self._fit_columns()
        if was_seen and here.bottom() >= self.viewport().height():
            self.scrollTo(self.currentIndex())

    def _fit_columns(self) -> None:
        """Show what somebody chose, else as many columns as there is room for; none runs out.

        Where what was chosen has no room, columns that nobody gave a width become narrower, the
        least important ones first, and after them the promise: only then the table is scrolled.
        """
        room = self.viewport().width()
        usual = {*_USUAL, *((_T.REPORT,) if self._many_reports else ())}
        shown = usual if self._chosen_columns is None else set(self._chosen_columns)
        wanted = _PROMISE + sum(self._widths[c] for c in shown)
        for column in _GIVEN_UP if self._chosen_columns is None else ():
            short = wanted > room or (column == _T.KIND and room < _ROOMY)
            if short and column in shown and not (column == _T.REPORT and self._many_reports):
                shown.discard(column)
                wanted -= self._widths[column]
        widths, lacking = {c: self._widths[c] for c in shown}, wanted - room
        for column in _NARROWED:
            if column in shown and column not in self._by_hand and lacking > 0:
                given = min(lacking, widths[column] - _LEAST[column])
                widths[column] -= given
                lacking -= given
        self._fitting = True
        self._lay_out(widths, _PROMISE - max(0, lacking))
        self._fitting = False

    def _lay_out(self, widths: Mapping[int, int], promise: int) -> None:
        """Give columns their widths; ``promise`` is the room that the promise would have."""
        for column in _WIDTHS:
            if self.isColumnHidden(column) is (column in widths):
                self.setColumnHidden(column, column not in widths)
            if column in widths and self.columnWidth(column) != widths[column]:
                self.setColumnWidth(column, widths[column])
        mode, head = QHeaderView.ResizeMode, self.horizontalHeader()
        fits = promise >= _LEAST_PROMISE or self._chosen_columns is None
        head.setSectionResizeMode(_T.PROMISE, mode.Stretch if fits else mode.Interactive)
        if not fits:
            self.setColumnWidth(_T.PROMISE, _LEAST_PROMISE)
