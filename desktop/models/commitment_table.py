"""The promises (承诺事项) of a report as a table, and the filter over it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from desktop.jobs.catalog import Tracked
from desktop.models.roles import DataRole
from desktop.models.words import name_of, say
from tracker.model.commitment import StatementKind
from tracker.model.ids import CommitmentId
from tracker.model.mark import Mark
from tracker.model.tracking import Tracking, Verdict

if TYPE_CHECKING:
    from tracker.model.report import Report

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CommitmentTable(QAbstractTableModel):
    """One row for each promise; what the machine found and what people said stand apart."""

    PROMISE, KIND, SECTION, DUE, VERDICT, CONFIDENCE, MARK, NOTE = range(8)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Tracking, ...] = ()
        self._marks: Mapping[CommitmentId, Mark] = {}
        self._sections: dict[CommitmentId, str] = {}
        self._above: dict[CommitmentId, str] = {}

    def set_tracked(self, tracked: Tracked | None) -> None:
        """Show the promises of another report."""
        self.beginResetModel()
        self._rows = tracked.trackings if tracked else ()
        self._marks = tracked.marks if tracked else {}
        sections = tracked.earlier.sections if tracked else ()
        self._sections = {
            row.commitment.id: sections[at].heading.rstrip("。：；")
            for row in self._rows
            if (at := row.commitment.statement.section) is not None and at < len(sections)
        }
        self._above = {
            row.commitment.id: "\n".join(headings_above(tracked.earlier, at))
            for row in self._rows
            if tracked and (at := row.commitment.statement.section) is not None
        }
        self.endResetModel()

    def update_tracked(self, tracked: Tracked) -> bool:
        """Show the same promises judged anew; False when they are others."""
        before = self._rows
        if [r.commitment.id for r in before] != [r.commitment.id for r in tracked.trackings]:
            return False
        self._rows = tracked.trackings
        self.set_marks(tracked.marks)
        for row, tracking in enumerate(self._rows):
            if tracking != before[row]:
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.NOTE))
        return True

    def set_marks(self, marks: Mapping[CommitmentId, Mark]) -> None:
        """Show other marks on the same promises."""
        before, self._marks = self._marks, marks
        for row, tracking in enumerate(self._rows):
            key = tracking.commitment.id
            if before.get(key) != marks.get(key):
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.NOTE))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        if self._rows:
            last = self.index(len(self._rows) - 1, self.NOTE)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.NOTE)

    def tracking(self, row: int) -> Tracking:
        """Return the promise of a row."""
        return self._rows[row]

    def mark(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        return self._marks.get(self._rows[row].commitment.id)

    def row_of(self, commitment: CommitmentId) -> int:
        """Return the row of a promise, -1 when it is not there."""
        ids = (row.commitment.id for row in self._rows)
        return next((n for n, one in enumerate(ids) if one == commitment), -1)

    def next_unmarked(self, row: int) -> int:
        """Return the first row after ``row`` without a person's verdict, -1 when all have one."""
        n = len(self._rows)
        for step in range(1, n + 1):
            at = (row + step) % n
            mark = self.mark(at)
            if mark is None or mark.verdict is None:
                return at
        return -1

    def count(self, verdict: Verdict) -> int:
        """Return how many promises stand at a verdict (a person's counts before the machine's)."""
        return sum(self.verdict(row) is verdict for row in range(len(self._rows)))

    def verdict(self, row: int) -> Verdict:
        """Return the person's verdict where there is one, else the machine's."""
        mark = self.mark(row)
        return (mark.verdict if mark else None) or self._rows[row].verdict

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of promises."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self.NOTE + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (self.DUE, self.CONFIDENCE)
            return _RIGHT if right else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Promise"),
            self.tr("Kind"),
            self.tr("Section"),
            self.tr("Due"),
            self.tr("By machine"),
            self.tr("Certainty"),
            self.tr("By hand"),
            self.tr("Note"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and what it is sorted and searched by."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in (self.DUE, self.CONFIDENCE) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return self._own_data(row, column, role)

    def _own_data(self, row: int, column: int, role: int) -> object:
        tracking = self._rows[row]
        if role == DataRole.VALUE:
            return tracking
        if role == DataRole.SORT:
            return self._sort_key(row, column)
        if role == DataRole.DETAIL and column == self.PROMISE:
            return tracking.commitment.statement.told.quote.replace("\n", "")
        if role == DataRole.VERDICT:
            mark = self.mark(row)
            by_hand = mark.verdict if mark else None
            return {self.VERDICT: tracking.verdict, self.MARK: by_hand}.get(column)
        if role == DataRole.SEARCH:
            said = tracking.commitment.statement
            above = self._above.get(tracking.commitment.id, "")
            return "\n".join((said.object, said.told.quote, above, self._text(row, 7)))
        return None

    def _text(self, row: int, column: int) -> str:
        tracking, mark = self._rows[row], self.mark(row)
        commitment = tracking.commitment
        return (
            commitment.statement.object.replace("\n", ""),
            name_of(commitment.statement.kind),
            self._sections.get(commitment.id, ""),
            str(commitment.due or ""),
            name_of(tracking.verdict),
            f"{tracking.confidence * 100:.0f}%" if _is_judged(tracking) else "",
            name_of(mark.verdict) if mark and mark.verdict else "",
            mark.note if mark else "",
        )[column]

    def _tip(self, row: int, column: int) -> str:
        if column == self.VERDICT:
            return say(self._rows[row].reason)
        if column == self.DUE:
            return self._rows[row].commitment.due_text
        if column in (self.PROMISE, self.SECTION, self.NOTE):
            return self._text(row, column)
        return ""

    def _sort_key(self, row: int, column: int) -> object:
        tracking = self._rows[row]
        if column == self.PROMISE:
            return row
        if column == self.SECTION:
            at = tracking.commitment.statement.section
            return -1 if at is None else at
        if column == self.DUE:
            return tracking.commitment.due or 9999
        if column == self.CONFIDENCE:
            return tracking.confidence if _is_judged(tracking) else -1.0
        if column == self.VERDICT:
            return list(Verdict).index(tracking.verdict)
        return self._hand_key(row) if column == self.MARK else self._text(row, column)

    def _hand_key(self, row: int) -> int:
        mark, order = self.mark(row), list(Verdict)
        return order.index(mark.verdict) if mark and mark.verdict else len(order)


def headings_above(report: Report, section: int) -> tuple[str, ...]:
    """Return the headings that a promise stands below, the nearest first."""
    found, at = [], report.sections[section] if section < len(report.sections) else None
    while at is not None:
        found.append(at.heading)
        at = report.sections[at.parent] if at.parent is not None else None
    return tuple(found)


def _is_judged(tracking: Tracking) -> bool:
    """Tell whether there is a judgement to be certain of.

    Nobody could look yet, or what was found settles nothing: a number beside that would be read
    as how surely the promise was kept.
    """
    return tracking.verdict not in (Verdict.PENDING, Verdict.UNDETERMINED)


class CommitmentFilter(QSortFilterProxyModel):
    """Promises by words, verdict, kind, and whether a person has marked them."""

    def __init__(self, table: CommitmentTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._words: tuple[str, ...] = ()
        self._verdicts: frozenset[Verdict] = frozenset()
        self._kind: StatementKind | None = None
        self._marked: bool | None = None
        self.setSourceModel(table)
        self.setSortRole(DataRole.SORT)

    def set_words(self, text: str) -> None:
        """Show promises that hold all the words."""
        self.beginFilterChange()
        self._words = tuple(text.lower().split())
        self.endFilterChange()

    def set_verdicts(self, verdicts: frozenset[Verdict]) -> None:
        """Show promises at these verdicts; none given means all."""
        self.beginFilterChange()
        self._verdicts = verdicts
        self.endFilterChange()

    def set_kind(self, kind: StatementKind | None) -> None:
        """Show promises of one kind, or of all."""
        self.beginFilterChange()
        self._kind = kind
        self.endFilterChange()

    def set_marked(self, marked: bool | None) -> None:  # noqa: FBT001 - a value, no switch
        """Show marked ones, unmarked ones, or both (None)."""
        self.beginFilterChange()
        self._marked = marked
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        """Tell whether a promise is shown."""
        return self._passes(row) and (
            not self._verdicts or self._table.verdict(row) in self._verdicts
        )

    def counts(self) -> dict[Verdict, int]:
        """Return how many promises there are at each verdict that pass the other filters."""
        shown = [self._table.verdict(n) for n in range(self._table.rowCount()) if self._passes(n)]
        return {verdict: shown.count(verdict) for verdict in Verdict}

    def _passes(self, row: int) -> bool:
        """Tell whether a promise passes all but the filter by verdict."""
        tracking = self._table.tracking(row)
        if self._kind is not None and tracking.commitment.statement.kind is not self._kind:
            return False
        if self._marked is not None:
            mark = self._table.mark(row)
            if (mark is not None and mark.verdict is not None) is not self._marked:
                return False
        text = str(self._table.index(row, 0).data(DataRole.SEARCH)).lower()
        return all(word in text for word in self._words)
