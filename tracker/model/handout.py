"""What is handed out: a tracking report (对照表) as one value, before any file format.

The workspace and the command line build it, the writers in ``tracker.export`` print it.
"""

from dataclasses import dataclass
from functools import cached_property

from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.mark import Mark
from tracker.model.report import Report
from tracker.model.tracking import Tracking, Verdict


@dataclass(frozen=True, slots=True)
class TrackedPromise:
    """One row of the handout: the machine's finding and, apart from it, the person's mark."""

    tracking: Tracking
    mark: Mark | None = None

    @property
    def verdict(self) -> Verdict:
        """The person's verdict where there is one, else the machine's."""
        marked = self.mark.verdict if self.mark else None
        return marked or self.tracking.verdict


@dataclass(frozen=True)
class TrackingReport:
    """Promises with what became of them, ready to be printed.

    Attributes:
        title: Title of the handout in both languages.
        reports: Every report that a row speaks of, earlier ones first.
        rows: Promises in the order of their texts.
        version: Version of the program that made it.
    """

    title: Message
    reports: tuple[Report, ...]
    rows: tuple[TrackedPromise, ...]
    version: str

    @cached_property
    def _by_id(self) -> dict[ReportId, Report]:
        return {report.id: report for report in self.reports}

    def report(self, report_id: ReportId) -> Report:
        """Return one of ``reports``.

        Raises:
            KeyError: The report is not part of this handout.
        """
        return self._by_id[report_id]

    def count(self, verdict: Verdict) -> int:
        """Return how many promises stand at a verdict (persons' marks counted first)."""
        return sum(row.verdict is verdict for row in self.rows)
