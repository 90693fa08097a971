"""Indicators and figures of many reports, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.model.figures import Grouping

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.jobs.job import JobContext
    from tracker.model.figures import ReportFigures
    from tracker.model.ids import ReportId
    from tracker.model.report import Report
    from tracker.model.series import IndicatorSeries
    from tracker.workspace import Workspace


_DEEPEST = 2
"""Level of the deepest headings that have a line of their own, as in ``heading_above``."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Indicators of reports.

    Attributes:
        series: The indicators, year by year.
        reports: The reports that the values stand in.
    """

    series: tuple[IndicatorSeries, ...]
    reports: Mapping[ReportId, Report]


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """Figures of reports, whole and by section.

    Attributes:
        whole: A line for each report that a later one looks back on.
        sections: The same by the sections that the promises stand in, by report.
    """

    whole: tuple[ReportFigures, ...]
    sections: Mapping[ReportId, tuple[ReportFigures, ...]]


def read_series(
    workspace: Workspace, reports: tuple[ReportId, ...], context: JobContext
) -> Gathered:
    """Gather the indicators of reports."""
    found = workspace.series(
        reports, report_progress=context.report_progress, should_stop=context.should_stop
    )
    return Gathered(found, {one: workspace.report(one) for one in reports})


def read_fulfilment(
    workspace: Workspace, reports: tuple[ReportId, ...], context: JobContext
) -> Fulfilment:
    """Count what became of the promises of reports."""
    whole = workspace.figures(
        Grouping.REPORT,
        reports,
        report_progress=context.report_progress,
        should_stop=context.should_stop,
    )
    kept = tuple(one.earlier for one in whole)
    by_report: dict[ReportId, tuple[ReportFigures, ...]] = dict.fromkeys(kept, ())
    for one in workspace.figures(Grouping.SECTION, kept, should_stop=context.should_stop):
        by_report[one.earlier] += (one,)
    return Fulfilment(whole, by_report)


def sections_counted(
    workspace: Workspace, report: ReportId, heading: str, _: JobContext
) -> tuple[str, ...]:
    """Return the sections, as a table of promises names them, that are counted under a heading.

    They are the one with this heading and what stands deeper below it; a section that has a line
    of its own is not among them. "" is the name of what stands below no heading.
    """
    if not heading:
        return ("",)
    sections = workspace.report(report).sections
    found = []
    for section in sections:
        above = section
        while above.level > _DEEPEST and above.parent is not None:
            above = sections[above.parent]
        if above.heading == heading:
            found.append(section.heading.rstrip("。：；"))
    return tuple(dict.fromkeys(found))


def write_series(
    workspace: Workspace,
    path: Path,
    series: tuple[IndicatorSeries, ...],
    language: str,
    _: JobContext,
) -> Path:
    """Write indicators as a table, in the format of the path's ending."""
    workspace.export_series(path, series, language)
    return path


def write_picture(workspace: Workspace, path: Path, content: bytes, _: JobContext) -> Path:
    """Write a picture, whole or not at all."""
    workspace.write_file(path, content)
    return path
