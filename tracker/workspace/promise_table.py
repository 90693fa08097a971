"""Rows of a table of promises: what it sorts by and what it says, kept report by report."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TypeVar

from tracker.errors import StoreProblem
from tracker.model.ids import ReportId
from tracker.model.promise_rows import PromiseColumns, PromiseReasons, PromiseRows, PromiseWords
from tracker.model.report import Report
from tracker.model.tracking import Tracking
from tracker.store import codec
from tracker.workspace.series import SeriesFindings

T = TypeVar("T")

ITSELF = "answers for itself"
ROWS = COLUMNS, WORDS, REASONS = "row columns", "row words", "row reasons"
"""What is kept of a pair for tables, by stage; ``packed_rows`` makes it."""


def packed_rows(report: Report, judged: Sequence[Tracking]) -> dict[str, bytes]:
    """Return the promises of a report, judged, as tables keep them."""
    return _packed(PromiseRows.of(report, judged))


def _packed(rows: PromiseRows) -> dict[str, bytes]:
    pieces = (rows.columns, rows.words, rows.reasons)
    return dict(zip(ROWS, map(codec.pack, pieces), strict=True))


class TableFindings(SeriesFindings):
    """Findings with the rows of a table of promises.

    They are kept beside the verdicts, the columns apart from the words: a table of all promises
    reads the columns of all reports, of words what it shows, and no report and no verdict.
    """

    def answers_for_itself(self, report_id: ReportId) -> bool:
        """Tell whether tables of a report set promises and results beside each other."""
        return self._find(
            self._key(ITSELF, self._state(report_id)[2]),
            bool,
            lambda: self.report(report_id).answers_for_itself,
            (report_id,),
        )

    def promise_rows(
        self, earlier: ReportId, laters: tuple[ReportId, ...], *, blind: bool = False
    ) -> PromiseRows:
        """Return what ``tracking`` does as rows of a table.

        Not in memory: whoever asks keeps them.
        """
        said = self._words(earlier, laters, blind=blind)
        name = self._tracking_key(earlier, laters, said)
        columns = self._kept(COLUMNS, name, PromiseColumns)
        words = self._kept(WORDS, name, PromiseWords)
        reasons = self._kept(REASONS, name, PromiseReasons)
        if columns is not None and words is not None and reasons is not None:
            return PromiseRows(columns, words, reasons)
        rows = PromiseRows.of(self.report(earlier), self.tracking(earlier, laters, blind=blind))
        packed = {self._key(stage, name): piece for stage, piece in _packed(rows).items()}
        with suppress(StoreProblem), self._database.write():
            self._cache.put_packed(packed, self._analysis.version(), (earlier, *laters))
        return rows

    def _kept(self, stage: str, name: str, kind: type[T]) -> T | None:
        return self._cache.get(self._key(stage, name), kind)
