"""Comparisons over many reports, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.jobs.job import JobContext
    from tracker.model.feedback import Feedback
    from tracker.model.first_use import NewPhrase, Spread
    from tracker.model.ids import ReportId
    from tracker.model.nearness import Common, NearReport
    from tracker.model.ranking import ComparedYear
    from tracker.model.report import Report
    from tracker.model.shared_text import Elsewhere, ReportTextShare, SharedClause, SharedText
    from tracker.model.span import Span
    from tracker.workspace import Workspace


@dataclass(frozen=True, slots=True)
class ClausesOfReport:
    """What of a report stands elsewhere, with the report itself."""

    report: Report
    found: ReportTextShare


@dataclass(frozen=True, slots=True)
class ReportsInCommon:
    """What two reports have in common, with both."""

    here: Report
    there: Report
    common: Common


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports to be set side by side, with the places to be shown."""

    reports: tuple[Report, Report]
    spans: tuple[Span, Span]


def compare_regions(
    workspace: Workspace, year: int, level: str, upper: str, context: JobContext
) -> ComparedYear:
    """Compare the regions of a year."""
    return workspace.compare_regions(
        year,
        level,
        upper,
        report_progress=context.report_progress,
        should_stop=context.should_stop,
    )


@dataclass(frozen=True, slots=True)
class FeedbackSlice:
    """Feedback rates as far as they are known.

    Attributes:
        found: The rates.
        stopped: A person asked to stop; else time was over, or all is counted.
    """

    found: Feedback
    stopped: bool


ON_ALL_PROCESSORS = 20.0
"""Seconds from which on it is worth while to start processes, which takes one or two."""


def feedback(workspace: Workspace, seconds: float, context: JobContext) -> FeedbackSlice:
    """Count how many promises are answered, for some seconds; for many, on all processors.

    So the table grows, and promises that are clicked meanwhile are judged between two slices.
    """
    end = monotonic() + seconds

    def over() -> bool:
        return context.should_stop() or monotonic() > end

    found = workspace.feedback(
        together=seconds >= ON_ALL_PROCESSORS,
        report_progress=context.report_progress,
        should_stop=over,
    )
    return FeedbackSlice(found, context.should_stop())


def shared_text(workspace: Workspace, context: JobContext) -> SharedText:
    """Find how much of each report stands elsewhere."""
    return workspace.shared_text(
        report_progress=context.report_progress, should_stop=context.should_stop
    )


def shared_of(workspace: Workspace, report: ReportId, context: JobContext) -> ClausesOfReport:
    """Find what of one report stands elsewhere."""
    found = workspace.shared_of(
        report, report_progress=context.report_progress, should_stop=context.should_stop
    )
    return ClausesOfReport(workspace.report(report), found)


def elsewhere(
    workspace: Workspace, report: ReportId, clause: SharedClause, _: JobContext
) -> tuple[Elsewhere, ...]:
    """Find where else a clause stands."""
    return workspace.elsewhere(report, clause)


def new_phrases(workspace: Workspace, year: int, context: JobContext) -> tuple[NewPhrase, ...]:
    """Find the phrases that are new in a year."""
    from tracker.workspace import new_phrases_in_workspace  # noqa: PLC0415 - start-up time

    return new_phrases_in_workspace(
        workspace,
        year,
        report_progress=context.report_progress,
        should_stop=context.should_stop,
    )


def spread(workspace: Workspace, phrase: str, context: JobContext) -> Spread:
    """Find who says a phrase first."""
    from tracker.workspace import spread_in_workspace  # noqa: PLC0415 - start-up time

    return spread_in_workspace(
        workspace,
        phrase,
        report_progress=context.report_progress,
        should_stop=context.should_stop,
    )


def nearest(workspace: Workspace, report: ReportId, context: JobContext) -> tuple[NearReport, ...]:
    """Find the reports that are nearest to one."""
    return workspace.nearest(
        report, report_progress=context.report_progress, should_stop=context.should_stop
    )


def in_common(
    workspace: Workspace, here: ReportId, there: ReportId, _: JobContext
) -> ReportsInCommon:
    """Find what two reports have in common."""
    common = workspace.in_common(here, there)
    return ReportsInCommon(workspace.report(here), workspace.report(there), common)


def read_pair(
    workspace: Workspace,
    reports: tuple[ReportId, ReportId],
    spans: tuple[Span, Span],
    _: JobContext,
) -> Pair:
    """Read two reports that are to stand side by side."""
    one, other = reports
    return Pair((workspace.report(one), workspace.report(other)), spans)


def write_rows(
    workspace: Workspace,
    path: Path,
    heads: tuple[str, ...],
    rows: tuple[tuple[object, ...], ...],
    _: JobContext,
) -> Path:
    """Write a table as it is shown, in the format of the path's ending."""
    workspace.write_rows(path, heads, rows)
    return path
