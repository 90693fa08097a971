"""What is handed out: a tracking report (对照表) as one value, before any file format.

The workspace and the command line build it, the writers in ``tracker.export`` print it.
"""

from collections.abc import Sequence
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


def title_of(earlier: Report) -> Message:
    """Return the title of a handout about one report's promises."""
    region, year = earlier.meta.region, earlier.meta.year or ""
    name = region.name if region else earlier.name
    return Message(
        f"{name}{year}年承诺对账表" if year else f"{name}承诺对账表",
        f"What became of the promises: {name} {year}".rstrip(),
    )


def joined(handouts: Sequence[TrackingReport], title: Message) -> TrackingReport:
    """Return several handouts as one; a report that stands in several is named once.

    Raises:
        ValueError: There is none.
    """
    if not handouts:
        raise ValueError("no handout")
    reports = {report.id: report for handout in handouts for report in handout.reports}
    return TrackingReport(
        title if len(handouts) > 1 else handouts[0].title,
        tuple(reports.values()),
        tuple(row for handout in handouts for row in handout.rows),
        handouts[0].version,
    )
