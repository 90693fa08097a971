"""The part of the door that compares many reports: rankings, feedback, shared words, first uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.feedback import CountedReport, Feedback
from tracker.model.report import ReportKind
from tracker.model.shared_text import SharedText, head_of_entry
from tracker.workspace.surveys import Surveys

if TYPE_CHECKING:
    from collections.abc import Collection

    from tracker.model.first_use import NewPhrase
    from tracker.model.ids import ReportId
    from tracker.model.nearness import Common, NearReport
    from tracker.model.ranking import ComparedYear
    from tracker.model.shared_text import (
        Elsewhere,
        ReportHead,
        ReportTextShare,
        SharedClause,
    )
    from tracker.workspace.many import Progress, Stop

_TELLS_NOTHING = frozenset({ReportKind.OTHER})
_PLANS_NOTHING = frozenset({ReportKind.OTHER, ReportKind.BULLETIN})
SAYING = frozenset({ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT})
"""Kinds of documents whose words are compared."""


def _go_on() -> bool:
    """Never ask to stop."""
    return False


def _silent(done: int, total: int, doing: str) -> None:
    """Tell nobody."""


class Comparing(Surveys):
    """What many reports of a workspace tell beside each other; see ``Workspace``.

    Whatever takes long tells how far it is and can be stopped (``Stopped``); what was found of
    single reports by then is kept, and found again by any later question.
    """

    def _heads(self, kinds: Collection[ReportKind] | None = None) -> list[ReportHead]:
        entries = self._library.entries()
        chosen = [
            e for e in entries if (e.kind in kinds if kinds else e.kind not in _TELLS_NOTHING)
        ]
        return [head_of_entry(entry) for entry in chosen]

    def compare_regions(
        self,
        year: int,
        level: str = "",
        upper: str = "",
        *,
        report_progress: Progress = _silent,
        should_stop: Stop = _go_on,
    ) -> ComparedYear:
        """Return each indicator over the regions of a year.

        Args:
            year: The year that goals are for and results are of.
            level: Level of the regions as a word ("province", "prefecture"), "" for all.
            upper: Leading digits of the division that they lie in ("32"), "" for anywhere.
            report_progress: Told how far it is.
            should_stop: Asked whether to stop.
        """
        from tracker.across.ranking import tells_of, within  # noqa: PLC0415

        heads = [
            head for head in self._heads() if tells_of(head, year) and within(head, level, upper)
        ]
        values = self._gathered.values([head.id for head in heads], report_progress, should_stop)
        found = [value for head in heads for value in values[head.id]]
        return self._analysis.compare_regions(heads, found, year)

    def feedback(
        self,
        *,
        together: bool = True,
        report_progress: Progress = _silent,
        should_stop: Stop = _go_on,
    ) -> Feedback:
        """Return the feedback rate (反馈率, 杨君) of each region and year.

        What is known by then is returned when ``should_stop`` says so (``Feedback.waiting``).
        With ``together`` many reports are judged on all processors; else it stops at once.
        """
        from tracker.across.feedback import feedback_of  # noqa: PLC0415

        entries = [e for e in self._library.entries() if e.kind not in _PLANS_NOTHING]
        found, waiting = self._gathered.figures(
            entries, self.count_report, (report_progress, should_stop), together=together
        )
        counted = (CountedReport(head_of_entry(e), found.get(e.id)) for e in entries)
        return feedback_of(counted, waiting)

    def shared_text(
        self, *, report_progress: Progress = _silent, should_stop: Stop = _go_on
    ) -> SharedText:
        """Return how much of each report stands elsewhere in nearly the same words (套话)."""
        from tracker.across.boilerplate import by_year, report_shares  # noqa: PLC0415

        archive = self._gathered.traces(self._heads(SAYING), report_progress, should_stop)
        shares = report_shares(archive)
        return SharedText(shares, by_year(shares))

    def shared_of(
        self,
        report_id: ReportId,
        *,
        report_progress: Progress = _silent,
        should_stop: Stop = _go_on,
    ) -> ReportTextShare:
        """Return the same of one report by section, with the clauses that stand elsewhere.

        Raises:
            InputProblem: The report is no work report or plan report.
        """
        from tracker.across import boilerplate  # noqa: PLC0415

        archive = self._gathered.traces(self._heads(SAYING), report_progress, should_stop)
        if report_id not in archive.number:
            raise _not_compared()
        report = self._findings.report(report_id)
        return boilerplate.of_report(archive, report)

    def elsewhere(self, report_id: ReportId, clause: SharedClause) -> tuple[Elsewhere, ...]:
        """Return where else a clause of a report stands, the earliest first."""
        from tracker.across import boilerplate  # noqa: PLC0415

        archive = self._gathered.traces(self._heads(SAYING), _silent, _go_on)
        return boilerplate.elsewhere(archive, report_id, clause, self._findings.report)

    def new_phrases(
        self, year: int, *, report_progress: Progress = _silent, should_stop: Stop = _go_on
    ) -> tuple[NewPhrase, ...]:
        """Return the short phrases that no report of an earlier year has, the widest first."""
        from tracker.across.first_uses import new_phrases  # noqa: PLC0415

        heads = self._heads(SAYING)
        found = self._gathered.phrases([h.id for h in heads], report_progress, should_stop)
        return new_phrases(((head, found[head.id]) for head in heads), year)

    def nearest(
        self,
        report_id: ReportId,
        *,
        report_progress: Progress = _silent,
        should_stop: Stop = _go_on,
    ) -> tuple[NearReport, ...]:
        """Return the reports of the workspace, the one nearest to this report first.

        Raises:
            InputProblem: The report is no work report or plan report.
        """
        from tracker.across.nearest import nearest  # noqa: PLC0415

        heads = self._heads(SAYING)
        if report_id not in {head.id for head in heads}:
            raise _not_compared()
        archive = self._gathered.traces(heads, report_progress, should_stop)
        topics = self._gathered.topics_of([h.id for h in heads], report_progress, should_stop)
        return nearest(archive, topics, report_id)

    def in_common(self, one: ReportId, other: ReportId) -> Common:
        """Return the topics and the clauses that two reports have in common."""
        from tracker.across.nearest import in_common  # noqa: PLC0415

        archive = self._gathered.traces(self._heads(SAYING), _silent, _go_on)
        topics = self._gathered.topics_of((one, other), _silent, _go_on)
        return in_common(archive, topics, self._findings.report(one), self._findings.report(other))


def _not_compared() -> InputProblem:
    return InputProblem(
        Message(
            "只有政府工作报告和计划报告可以这样比较。",
            "Only work reports and plan reports can be compared so.",
        )
    )
