"""The promises (承诺事项) of one report or of many as a table, in the order of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.jobs.promise_rows import RowBlock, block_of
from desktop.models.ledger import Field, Ledger, disagrees, is_judged
from desktop.models.roles import DataRole
from desktop.models.words import name_of, say, short_region, year_name
from tracker.model.tracking import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.jobs.catalog import Tracked
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.tracking import Tracking

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MANY = 200
"""Of so many rows that change it is told at once: one by one would take longer than all."""


class CommitmentTable(QAbstractTableModel):
    """One row for each promise; what the machine found and what people said stand apart.

    Signals:
        marks_changed(): People say something else on some rows.
    """

    marks_changed = Signal()

    (
        PROMISE, KIND, SECTION, DUE, VERDICT, CONFIDENCE, MARK, NOTE, REPORT, BODY, ANSWERED,
    ) = range(11)  # fmt: skip
    LAST = ANSWERED

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ledger = Ledger()

    # What is shown

    def set_tracked(self, tracked: Tracked | None) -> None:
        """Show the promises of one report."""
        self.set_blocks((block_of(tracked),) if tracked else ())

    def set_blocks(self, blocks: Iterable[RowBlock]) -> None:
        """Show the promises of other reports."""
        self.beginResetModel()
        self.ledger = Ledger(blocks)
        self.endResetModel()

    def add_blocks(self, blocks: Iterable[RowBlock]) -> None:
        """Show the promises of further reports below."""
        new = tuple(blocks)
        n, more = len(self.ledger), sum(len(block.trackings) for block in new)
        if not more:
            self.ledger.extend(new)
            return
        self.beginInsertRows(_ROOT, n, n + more - 1)
        self.ledger.extend(new)
        self.endInsertRows()

    def update_tracked(self, tracked: Tracked) -> bool:
        """Show a report judged anew among the others.

        Returns:
            False when it is not there, or has other promises than before.
        """
        new = block_of(tracked)
        old = self.ledger.reports.get(new.report_id)
        if old is None or _ids(old) != _ids(new):
            return False
        start = self.ledger.start_of(new.report_id)
        pairs = enumerate(zip(old.trackings, new.trackings, strict=True), start)
        changed = [row for row, (before, now) in pairs if before != now]
        if changed:
            self.ledger.judge_anew(new)
            self._tell(changed)
        self.set_marks(tracked.marks, new.report_id)
        return True

    def replace_tracked(self, tracked: Tracked) -> None:
        """Show other promises of one of the reports than before."""
        self.replace_blocks((block_of(tracked),))

    def replace_blocks(self, blocks: Iterable[RowBlock], tracked: Tracked | None = None) -> None:
        """Show other promises of some of the reports than before.

        Args:
            blocks: The reports as they were read.
            tracked: What is looked at: of the same promises it has the passages, too.
        """
        new = {block.report_id: block for block in blocks}
        own = block_of(tracked) if tracked is not None and tracked.earlier.id in new else None
        if own is not None and _ids(own) == _ids(new[own.report_id]):
            new[own.report_id] = own
        self.set_blocks(new.get(old.report_id, old) for old in tuple(self.ledger.blocks))

    def set_marks(self, marks: Mapping[CommitmentId, Mark], report: ReportId | None = None) -> None:
        """Show other marks on the promises of a report, or of the first one."""
        if report is None:
            if not self.ledger.blocks:
                return
            report = self.ledger.blocks[0].report_id
        changed = self.ledger.take_marks(report, marks)
        if changed:
            self._tell(changed)
            self.marks_changed.emit()

    def _tell(self, rows: list[int]) -> None:
        spans = ((rows[0], rows[-1]),) if len(rows) > _MANY else tuple((n, n) for n in rows)
        for first, last in spans:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.LAST))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        if len(self.ledger):
            last = self.index(len(self.ledger) - 1, self.LAST)
            self.dataChanged.emit(self.index(0, 0), last)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.LAST)

    # What is asked

    def tracking(self, row: int) -> Tracking:
        """Return the promise of a row."""
        return self.ledger.trackings[row]

    def mark(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        return self.ledger.mark(row)

    def row_of(self, commitment: CommitmentId) -> int:
        """Return the row of a promise, -1 when it is not there."""
        return self.ledger.row_of(commitment)

    def verdict(self, row: int) -> Verdict:
        """Return the person's verdict where there is one, else the machine's."""
        mark = self.mark(row)
        return (mark.verdict if mark else None) or self.tracking(row).verdict

    def count(self, verdict: Verdict) -> int:
        """Return how many promises stand at a verdict (a person's counts before the machine's)."""
        at = self.ledger.labels[Field.STATUS].find((verdict.value,))[0]
        return int((self.ledger.codes[Field.STATUS] == at).sum())

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of promises."""
        return 0 if parent.isValid() else len(self.ledger)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self.LAST + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = section in (self.DUE, self.CONFIDENCE)
            return _RIGHT if right else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tr("Click to sort; the right button or the menu key chooses columns")
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
            self.tr("Report"),
            self.tr("Department"),
            self.tr("Answered"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        return self.cell(index.row(), index.column(), role)

    def cell(self, row: int, column: int, role: int) -> object:
        """Return what a cell shows, asked by row and column."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column in (self.DUE, self.CONFIDENCE) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        return self._own_data(row, column, role)

    def _own_data(self, row: int, column: int, role: int) -> object:
        tracking = self.tracking(row)
        if role == DataRole.VALUE:
            return tracking
        if role == DataRole.SEARCH:
            return self.ledger.texts[row]
        if role == DataRole.DETAIL:
            return self._second_line(row, column)
        if role == DataRole.VERDICT:
            mark = self.mark(row)
            by_hand = mark.verdict if mark else None
            return {self.VERDICT: tracking.verdict, self.MARK: by_hand}.get(column)
        return None

    def _second_line(self, row: int, column: int) -> str | None:
        if column == self.PROMISE:
            return self.tracking(row).commitment.statement.told.quote.replace("\n", "")
        if column == self.MARK and disagrees(self.tracking(row), self.mark(row)):
            return "≠ " + self.tr("differs")
        return None

    def _text(self, row: int, column: int) -> str:
        tracking = self.tracking(row)
        if column in (self.MARK, self.NOTE):
            mark = self.mark(row)
            if mark is None or column == self.NOTE:
                return mark.note if mark else ""
            return name_of(mark.verdict) if mark.verdict else ""
        return {
            self.PROMISE: lambda: tracking.commitment.statement.object.replace("\n", ""),
            self.KIND: lambda: name_of(tracking.commitment.statement.kind),
            self.SECTION: lambda: self.ledger.sections[row],
            self.DUE: lambda: str(tracking.commitment.due or ""),
            self.VERDICT: lambda: name_of(tracking.verdict),
            self.CONFIDENCE: lambda: _share(tracking),
            self.REPORT: lambda: self._report_name(row),
            self.BODY: lambda: tracking.commitment.body,
            self.ANSWERED: lambda: _answered(tracking),
        }[column]()

    def _report_name(self, row: int) -> str:
        block = self.ledger.block_at(row)
        return f"{short_region(block.name)} {year_name(block.year)}"

    def _tip(self, row: int, column: int) -> str:
        if column == self.VERDICT:
            return say(self.tracking(row).reason)
        if column == self.DUE:
            return self.tracking(row).commitment.due_text
        if column == self.MARK and self._second_line(row, column):
            machine = name_of(self.tracking(row).verdict)
            return self.tr("The program says: {0}").format(machine)
        if column in (self.PROMISE, self.SECTION, self.NOTE, self.REPORT, self.BODY):
            return self._text(row, column)
        return ""


def _ids(block: RowBlock) -> list[CommitmentId]:
    return [row.commitment.id for row in block.trackings]


def _share(tracking: Tracking) -> str:
    return f"{tracking.confidence * 100:.0f}%" if is_judged(tracking) else ""


def _answered(tracking: Tracking) -> str:
    return "" if tracking.verdict is Verdict.PENDING else name_of(tracking.answered)
