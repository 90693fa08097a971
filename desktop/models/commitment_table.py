"""The promises (承诺事项) of one report or of many as a table, in the order of the ledger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.jobs.promise_rows import RowBlock, block_of
from desktop.models.ledger import ANSWERS, KINDS, NO_YEAR, VERDICTS, Ledger
from desktop.models.promise_field import Field
from desktop.models.roles import DataRole
from desktop.models.row_reading import RowReading
from desktop.models.row_words import RowWords
from desktop.models.words import name_of, say, short_region, year_name
from tracker.model.ids import ReportId
from tracker.model.tracking import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.jobs.catalog import Tracked
    from tracker.model.ids import CommitmentId
    from tracker.model.mark import Mark
    from tracker.model.promise_rows import PromiseLine
    from tracker.model.tracking import Tracking

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MANY = 200
"""Of so many rows that change it is told at once: one by one would take longer than all."""


class CommitmentTable(QAbstractTableModel):
    """One row for each promise; what the machine found and what people said stand apart.

    Rows have their numbers at once. What they say is asked for when somebody looks at them, and a
    cell is empty until it comes.

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
        self._words = RowWords()
        self.ledger = Ledger((), self._words)
        self._looked_at: dict[CommitmentId, Tracking] = {}
        self.reading = RowReading(self._words, self.ledger, self)
        self.reading.came.connect(self._on_lines)

    # What is shown

    def set_tracked(self, tracked: Tracked | None) -> None:
        """Show the promises of one report."""
        self.look_at(tracked)
        self.set_blocks((block_of(tracked),) if tracked else ())

    def look_at(self, tracked: Tracked | None) -> None:
        """Know all of the promises of a report, passages and all."""
        rows = tracked.trackings if tracked is not None else ()
        self._looked_at = {row.commitment.id: row for row in rows}

    def set_blocks(self, blocks: Iterable[RowBlock]) -> None:
        """Show the promises of other reports."""
        self.beginResetModel()
        new, old = tuple(blocks), self.ledger.reports
        kept = {one.report_id for one in new if old.get(one.report_id) is one}
        for one in old:
            if one not in kept:
                self.reading.forget(ReportId(one))
        self.ledger = Ledger(self._take_words(new), self._words)
        self.reading.look_at(self.ledger)
        self.endResetModel()

    def _take_words(self, blocks: Iterable[RowBlock]) -> list[RowBlock]:
        """Take over the words that are in hand; return the blocks without them."""
        found = []
        for one in blocks:
            if one.rows is not None:
                self._words.put(one.report_id, one.rows)
            found.append(one if one.rows is None else replace(one, rows=None))
        return found

    def add_blocks(self, blocks: Iterable[RowBlock]) -> None:
        """Show the promises of further reports below."""
        new = self._take_words(blocks)
        n, more = len(self.ledger), sum(block.columns.n for block in new)
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
        if old is None or old.columns.ids() != new.columns.ids():
            return False
        self.look_at(tracked)
        before = self._words.lines(new.report_id)
        now = new.rows.lines() if new.rows is not None else before
        if before != now or old.columns != new.columns:
            changed = set(self.ledger.judge_anew(*self._take_words((new,))))
            here = enumerate(self.ledger.rows_of(new.report_id))
            changed |= {
                row for n, row in here if now is None or before is None or before[n] != now[n]
            }
            self._tell(sorted(changed))
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
        if own is not None and own.columns.ids() == new[own.report_id].columns.ids():
            new[own.report_id] = own
            self.look_at(tracked)
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

    def _on_lines(self, reports: list[ReportId]) -> None:
        """Show what the rows of some reports say."""
        spans = [rows for rows in map(self.ledger.rows_of, reports) if rows]
        if spans:
            first, last = min(span.start for span in spans), max(span.stop for span in spans) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.LAST))

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

    def tracking(self, row: int) -> Tracking | None:
        """Return the promise of a row with all that is known, if its report is looked at."""
        return self._looked_at.get(self.ledger.id_at(row))

    def mark(self, row: int) -> Mark | None:
        """Return the mark of a row."""
        return self.ledger.mark(row)

    def row_of(self, commitment: CommitmentId) -> int:
        """Return the row of a promise, -1 when it is not there."""
        return self.ledger.row_of(commitment)

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
        if role == DataRole.VALUE:
            return self.tracking(row)
        if role == DataRole.BY_HAND:
            return bool(self.ledger.by_hand[row])
        if role == DataRole.DETAIL:
            return self._second_line(row, column)
        if role == DataRole.VERDICT:
            field = {self.VERDICT: Field.MACHINE, self.MARK: Field.MARK}.get(column)
            code = int(self.ledger.codes[field][row]) if field is not None else -1
            return VERDICTS[code] if code >= 0 else None
        return None

    def _line(self, row: int) -> PromiseLine | None:
        return self.reading.line(*self.ledger.place_of(row))

    def _disagrees(self, row: int) -> bool:
        """Tell whether a person says otherwise than the program, where that says anything."""
        codes = self.ledger.codes
        said, found = int(codes[Field.MARK][row]), int(codes[Field.MACHINE][row])
        return said >= 0 and said != found and not np.isnan(self.ledger.confidence[row])

    def _second_line(self, row: int, column: int) -> str | None:
        if column == self.PROMISE:
            line = self._line(row)
            return line.quote.replace("\n", "") if line is not None else ""
        if column == self.MARK and self._disagrees(row):
            return "≠ " + self.tr("differs")
        return None

    def _text(self, row: int, column: int) -> str:
        ledger = self.ledger
        if column == self.NOTE:
            mark = self.mark(row) if ledger.noted[row] else None
            return mark.note if mark else ""
        if column == self.PROMISE:
            line = self._line(row)
            return line.object.replace("\n", "") if line is not None else ""
        return {
            self.KIND: lambda: name_of(KINDS[int(ledger.codes[Field.KIND][row])]),
            self.SECTION: lambda: ledger.value(Field.SECTION, row),
            self.DUE: lambda: _year(int(ledger.due[row])),
            self.VERDICT: lambda: _verdict(int(ledger.codes[Field.MACHINE][row])),
            self.CONFIDENCE: lambda: _share(float(ledger.confidence[row])),
            self.MARK: lambda: _verdict(int(ledger.codes[Field.MARK][row])),
            self.REPORT: lambda: self._report_name(row),
            self.BODY: lambda: ledger.value(Field.BODY, row),
            self.ANSWERED: lambda: self._answered(row),
        }[column]()

    def _report_name(self, row: int) -> str:
        block, _ = self.ledger.place_of(row)
        return f"{short_region(block.name)} {year_name(block.year)}"

    def _answered(self, row: int) -> str:
        codes = self.ledger.codes
        if VERDICTS[int(codes[Field.MACHINE][row])] is Verdict.PENDING:
            return ""
        return name_of(ANSWERS[int(codes[Field.ANSWERED][row])])

    def _tip(self, row: int, column: int) -> str:
        if column in (self.VERDICT, self.DUE):
            line = self._line(row)
            if line is None:
                return ""
            return say(line.reason) if column == self.VERDICT else line.due_text
        if column == self.MARK and self._second_line(row, column):
            machine = _verdict(int(self.ledger.codes[Field.MACHINE][row]))
            return self.tr("The program says: {0}").format(machine)
        if column in (self.PROMISE, self.SECTION, self.NOTE, self.REPORT, self.BODY):
            return self._text(row, column)
        return ""


def _verdict(code: int) -> str:
    return name_of(VERDICTS[code]) if code >= 0 else ""


def _year(year: int) -> str:
    return "" if year == NO_YEAR else str(year)


def _share(confidence: float) -> str:
    return "" if np.isnan(confidence) else f"{confidence * 100:.0f}%"
