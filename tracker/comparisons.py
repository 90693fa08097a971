"""Comparisons over reports that are at hand, as a workspace makes them of those that it keeps.

In go reports, out come the same values that the door of a workspace gives. Nothing is kept but in
memory: for thousands of reports, asked more than once, a workspace is quicker.
"""

from collections.abc import Sequence
from functools import cached_property

from tracker import pipeline
from tracker.across.archive import Archive
from tracker.across.boilerplate import by_year, of_report, report_shares
from tracker.across.feedback import feedback_of
from tracker.across.first_uses import new_phrases, phrases_of, spread_of
from tracker.across.nearest import in_common, nearest, topics_of
from tracker.across.ranking import compared_year, tells_of, within
from tracker.across.traces import trace_of
from tracker.model.feedback import CountedReport, Feedback
from tracker.model.first_use import NewPhrase, Spread
from tracker.model.ids import ReportId
from tracker.model.nearness import Common, NearReport, ReportTopics
from tracker.model.ranking import ComparedYear
from tracker.model.report import Report, ReportKind
from tracker.model.search import Query, ReportHits
from tracker.model.shared_text import ReportHead, ReportTextShare, SharedText, head_of_report
from tracker.pipeline import AnalysisOptions
from tracker.text.search import find, matcher

_PLANS_NOTHING = frozenset({ReportKind.OTHER, ReportKind.BULLETIN})
_SAYS = frozenset({ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT})


class ReportSet:
    """Reports to be compared with each other.

    Args:
        reports: The reports; the same one given twice counts once.
        options: Word lists.
    """

    def __init__(self, reports: Sequence[Report], options: AnalysisOptions) -> None:
        self._reports = {report.id: report for report in reports}
        self._options = options

    def report(self, report_id: ReportId) -> Report:
        """Return one of the reports."""
        return self._reports[report_id]

    @cached_property
    def _heads(self) -> tuple[ReportHead, ...]:
        reports = self._reports.values()
        return tuple(head_of_report(r) for r in reports if r.meta.kind is not ReportKind.OTHER)

    @cached_property
    def _saying(self) -> tuple[ReportHead, ...]:
        return tuple(head for head in self._heads if head.kind in _SAYS)

    @cached_property
    def _archive(self) -> Archive:
        return Archive((head, trace_of(self._reports[head.id])) for head in self._saying)

    @cached_property
    def _topics(self) -> dict[ReportId, ReportTopics]:
        text = self._options.text
        return {head.id: topics_of(self._reports[head.id], text) for head in self._saying}

    def compare_regions(self, year: int, level: str = "", upper: str = "") -> ComparedYear:
        """Return each indicator over the regions of a year; see ``Workspace``."""
        heads = [h for h in self._heads if tells_of(h, year) and within(h, level, upper)]
        values = pipeline.indicators([self._reports[head.id] for head in heads], self._options)
        return compared_year(heads, values, year, self._options.match)

    def feedback(self) -> Feedback:
        """Return the feedback rate of each region and year; see ``Workspace``."""
        found = pipeline.figures(tuple(self._reports.values()), self._options)
        figures = {one.earlier: one for one in found}
        planning = (head for head in self._heads if head.kind not in _PLANS_NOTHING)
        return feedback_of(CountedReport(head, figures.get(head.id)) for head in planning)

    def shared_text(self) -> SharedText:
        """Return how much of each report stands elsewhere in nearly the same words."""
        shares = report_shares(self._archive)
        return SharedText(shares, by_year(shares))

    def shared_of(self, report_id: ReportId) -> ReportTextShare:
        """Return the same of one work report or plan report, with its clauses."""
        return of_report(self._archive, self._reports[report_id])

    def spread(self, phrase: str) -> Spread:
        """Return who says a phrase first, and how it spreads.

        Raises:
            InputProblem: There is nothing to look for.
        """
        wanted = matcher(Query(f"“{phrase.strip()}”" if phrase.strip() else ""))
        looked = ((head, find(self._reports[head.id], wanted)) for head in self._heads)
        found = [ReportHits(head.id, hits) for head, hits in looked if hits]
        return spread_of(phrase.strip(), found, self._heads)

    def new_phrases(self, year: int) -> tuple[NewPhrase, ...]:
        """Return the short phrases that no report of an earlier year has."""
        known = ((head, phrases_of(self._reports[head.id])) for head in self._saying)
        return new_phrases(known, year)

    def nearest(self, report_id: ReportId) -> tuple[NearReport, ...]:
        """Return the other reports, the one nearest to this one first."""
        return nearest(self._archive, self._topics, report_id)

    def in_common(self, one: ReportId, other: ReportId) -> Common:
        """Return the topics and the clauses that two reports have in common."""
        both = self._reports[one], self._reports[other]
        return in_common(self._archive, self._topics, *both)
