"""What a table of many reports needs of each, kept so that little of it is read."""

from collections.abc import Sequence
from contextlib import suppress

from tracker.errors import StoreProblem
from tracker.model.ids import ReportId
from tracker.model.promise_rows import PromiseRows
from tracker.model.report import Report
from tracker.model.tracking import Tracking
from tracker.store import codec
from tracker.workspace.series import SeriesFindings

ROWS = ("rows",)
"""What is kept of a pair for tables, by stage; ``packed_rows`` makes it."""


def packed_rows(report: Report, judged: Sequence[Tracking]) -> dict[str, bytes]:
    """Return the promises of a report, judged, as tables keep them."""
    return {"rows": codec.pack(PromiseRows.of(report, judged).without_passages())}


class TableFindings(SeriesFindings):
    """Findings with those that are read of every report at once."""

    def answers_for_itself(self, report_id: ReportId) -> bool:
        """Tell whether tables of a report set promises and results beside each other."""
        return self._find(
            self._key("answers for itself", self._state(report_id)[2]),
            bool,
            lambda: self.report(report_id).answers_for_itself,
            (report_id,),
        )

    def promise_rows(
        self, earlier: ReportId, laters: tuple[ReportId, ...], *, blind: bool = False
    ) -> PromiseRows:
        """Return what ``tracking`` does as rows of a table of many reports, without passages.

        They are kept beside the verdicts, a small part of them: a table of all promises is read
        without decoding reports and passages. Not in memory: whoever asks keeps them.
        """
        said = self._words(earlier, laters, blind=blind)
        key = self._key("rows", self._tracking_key(earlier, laters, said))
        kept = self._cache.get(key, PromiseRows)
        if kept is None:
            judged = self.tracking(earlier, laters, blind=blind)
            kept = PromiseRows.of(self.report(earlier), judged).without_passages()
            with suppress(StoreProblem), self._database.write():
                self._cache.put(key, self._analysis.version(), kept, (earlier, *laters))
        return kept
