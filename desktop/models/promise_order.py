"""The promises of a table in the order that is wished for: filtered, sorted, grouped.

A model of lines over the table: a line is a promise, or the head of a group. Rows stay where they
are while people mark them, also where a mark moves a promise out of the filter or into another
group: nobody loses the place at work. The next change of filter, sort or group takes it up.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.arranging import ENUMS, SortBy, Wish, arrange, ranks_of
from desktop.models.commitment_table import CommitmentTable
from desktop.models.field_names import value_name
from desktop.models.promise_field import Field
from desktop.models.promise_filter import NOT_MARKED, PromiseFilter
from desktop.models.promise_groups import EMPTY, Arrangement, Group
from desktop.models.roles import DataRole
from tracker.model.ids import CommitmentId
from tracker.model.tracking import Verdict

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_T = CommitmentTable
SORTS = {
    _T.PROMISE: SortBy.PLACE,
    _T.KIND: SortBy.KIND,
    _T.SECTION: SortBy.SECTION,
    _T.DUE: SortBy.DUE,
    _T.VERDICT: SortBy.MACHINE,
    _T.CONFIDENCE: SortBy.CONFIDENCE,
    _T.MARK: SortBy.MARK,
    _T.NOTE: SortBy.NOTE,
    _T.REPORT: SortBy.REPORT,
    _T.BODY: SortBy.BODY,
    _T.ANSWERED: SortBy.ANSWERED,
}


class PromiseOrder(QAbstractTableModel):
    """Promises that pass the filter, in order."""

    def __init__(self, table: CommitmentTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._wish = Wish()
        self._now = EMPTY
        table.modelAboutToBeReset.connect(self.beginResetModel)
        table.modelReset.connect(self._on_reset)
        table.rowsInserted.connect(self.arrange)
        table.dataChanged.connect(self._on_changed)
        table.headerDataChanged.connect(self.headerDataChanged)

    # What is wished for

    @property
    def wish(self) -> Wish:
        """How the promises stand."""
        return self._wish

    @property
    def filter(self) -> PromiseFilter:
        """Which promises are shown."""
        return self._wish.filter

    def set_filter(self, wanted: PromiseFilter) -> None:
        """Show other promises."""
        self._set(replace(self._wish, filter=wanted))

    def set_group(self, field: Field | None) -> None:
        """Put promises together by what they share."""
        self._set(replace(self._wish, group=field, folded=frozenset()))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a negative one is the order of the text."""
        by = SORTS.get(column, SortBy.PLACE)
        down = order is Qt.SortOrder.DescendingOrder and column >= 0
        self._set(replace(self._wish, sort=by, descending=down))

    def fold(self, group: Group, *, is_open: bool) -> None:
        """Show the promises of a group, or fold them away."""
        key = frozenset({group.key})
        folded = self._wish.folded - key if is_open else self._wish.folded | key
        self._refold(folded, (self._now.groups.number_of(int(group.rows[0])),), is_open=is_open)

    def fold_all(self, *, is_open: bool) -> None:
        """Show the promises of all groups, or only the heads."""
        keys = frozenset() if is_open else self._now.groups.keys()
        self._refold(keys, None, is_open=is_open)

    def _refold(
        self, folded: frozenset[str], numbers: tuple[int, ...] | None, *, is_open: bool
    ) -> None:
        """Show groups or fold them away; which rows stand in them is left as it is."""
        if folded == self._wish.folded:
            return
        self._wish = replace(self._wish, folded=folded)
        self.beginResetModel()
        self._now = self._now.opened(numbers, is_open=is_open)
        self.endResetModel()

    def _set(self, wish: Wish) -> None:
        if wish != self._wish:
            self._wish = wish
            self.arrange()

    def arrange(self) -> None:
        """Put everything in order anew, with the marks as they are now."""
        self.beginResetModel()
        self._on_reset()

    def _on_reset(self) -> None:
        if self._wish.filter.words.split():
            self._table.reading.ask_texts()
        self._now = arrange(self._table.ledger, self._wish, self._name)
        self.endResetModel()

    def _name(self, field: Field, value: str) -> str:
        return value_name(self._table.ledger, field, value)

    def _on_changed(self, first: QModelIndex, last: QModelIndex) -> None:
        if last.row() - first.row() > 0:
            if len(self._now.lines):
                self._changed(0, len(self._now.lines) - 1)
            return
        line = self._now.line_of(first.row())
        if line >= 0:
            self._changed(line, line)
            head = self._now.head_above(line)
            if head >= 0:
                self._changed(head, head)

    def _changed(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))

    # What is asked

    @property
    def lines(self) -> Arrangement:
        """What stands where."""
        return self._now

    def source_row(self, commitment: CommitmentId) -> int:
        """Return the row of the table of a promise, -1 where it is not there."""
        return self._table.row_of(commitment)

    def counts(self) -> dict[Verdict, int]:
        """Return how many promises there are at each verdict that pass the other filters."""
        ledger = self._table.ledger
        status = ledger.codes[Field.STATUS][self.filter.rows(ledger, verdicts=False)]
        n = np.bincount(status, minlength=len(Verdict))
        return {verdict: int(n[at]) for at, verdict in enumerate(Verdict)}

    def choices(self, field: Field) -> list[tuple[str, str, int]]:
        """Return what a field may be asked for: value, name, how many pass the other filters.

        Regions, years and reports stand in their order, headings of one report in that of its
        text; of departments, and of the headings of many reports, the frequent ones come first.
        """
        ledger = self._table.ledger
        passing = ledger.codes[field][self.filter.rows(ledger, without=field)]
        labels = ledger.labels[field].values
        n = np.bincount(passing[passing >= 0], minlength=len(labels))
        there = np.bincount(ledger.codes[field][ledger.codes[field] >= 0], minlength=len(labels))
        chosen = self.filter.condition(field)
        there[ledger.labels[field].find(chosen.values if chosen else ())] = 1
        order = np.arange(len(labels))
        if field not in ENUMS and field is not Field.KIND:
            order = np.argsort(ranks_of(ledger, field, self._name), kind="stable")
        if field is Field.BODY or (field is Field.SECTION and len(ledger.blocks) > 1):
            unsaid = np.array([not labels[at] for at in order], np.bool_)
            order = order[np.lexsort((-n[order], unsaid))]
        counts = n.tolist()
        found = [
            (labels[at], self._name(field, labels[at]), counts[at])
            for at in order[there[order] > 0].tolist()
        ]
        if field is Field.MARK:
            found.insert(0, (NOT_MARKED, self._name(field, NOT_MARKED), int((passing < 0).sum())))
        return found

    def ids(self, rows: Iterable[int]) -> tuple[CommitmentId, ...]:
        """Return the ids of the promises of some rows."""
        return tuple(self._table.ledger.id_at(int(row)) for row in rows)

    def expect(self, first: int, last: int) -> None:
        """Ask for what some lines say: they will be looked at soon."""
        self._table.reading.expect(self._now.rows_between(max(0, first), last))

    def mapToSource(self, index: Index) -> QModelIndex:
        """Return the cell of the table that a cell shows; not valid for the head of a group."""
        row = self._now.row_at(index.row()) if index.isValid() else -1
        return self._table.index(row, index.column()) if row >= 0 else QModelIndex()

    def mapFromSource(self, index: Index) -> QModelIndex:
        """Return the cell that shows a cell of the table; not valid where it is not shown."""
        line = self._now.line_of(index.row()) if index.isValid() else -1
        return self.index(line, index.column()) if line >= 0 else QModelIndex()

    # Qt

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._now.lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return self._table.columnCount(parent)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        return self._table.headerData(section, orientation, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that promises can be chosen, and that heads can be gone to."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._now.row_at(index.row()) < 0:
            return Qt.ItemFlag.ItemIsEnabled
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        number = int(self._now.lines[index.row()])
        if number >= 0:
            return self._table.cell(number, index.column(), role)
        group = self._now.groups[-1 - number]
        if role == DataRole.GROUP:
            return group
        if role == DataRole.MARKED:
            return int((self._table.ledger.codes[Field.MARK][group.rows] >= 0).sum())
        if role == Qt.ItemDataRole.DisplayRole and index.column() == 0:
            return group.name
        return None
