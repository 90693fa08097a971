"""Promises of many reports for one table: read off the GUI thread, a slice at a time.

A slice ends after a short while, so that what a person asks for meanwhile waits no longer than
that; what was read so far is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from tracker.model.promise_rows import PromiseRows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.jobs.catalog import Tracked
    from desktop.jobs.job import JobContext
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.tracking import Tracking, Verdict
    from tracker.workspace import Workspace

SLICE_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class RowBlock:
    """The promises of one report, as a table needs them.

    Attributes:
        report_id: The report.
        name: Name of its region, or its title where that is unknown.
        region_code: Division code, or "".
        year: Year, or None.
        sections: Heading of the section of each promise, "" where there is none.
        texts: All words of each promise that a filter looks through, in small letters.
        trackings: The promises, judged; without passages where the report is not looked at.
        marks: What people said.
    """

    report_id: ReportId
    name: str
    region_code: str
    year: int | None
    sections: tuple[str, ...]
    texts: tuple[str, ...]
    trackings: tuple[Tracking, ...]
    marks: Mapping[CommitmentId, Mark]


@dataclass(frozen=True, slots=True)
class Slice:
    """What was read at one go.

    Attributes:
        blocks: Reports with their promises.
        n_read: How many reports were looked at, also those that were gone meanwhile.
    """

    blocks: tuple[RowBlock, ...]
    n_read: int


def block_of(tracked: Tracked) -> RowBlock:
    """Return the promises of a report that is looked at."""
    report, region = tracked.earlier, tracked.earlier.meta.region
    name = region.name if region else report.meta.title or report.name
    rows = PromiseRows.of(report, tracked.trackings)
    code = region.code if region else ""
    return _block((report.id, name, code, report.meta.year), rows, tracked.marks)


def _block(
    head: tuple[ReportId, str, str, int | None],
    rows: PromiseRows,
    marks: Mapping[CommitmentId, Mark],
) -> RowBlock:
    return RowBlock(*head, rows.sections, rows.texts, rows.trackings, marks)


def read_slice(
    workspace: Workspace, reports: tuple[ReportId, ...], reader: str, context: JobContext
) -> Slice:
    """Read promises of the first of these reports, as many as a short while allows."""
    end, blocks, n_read = monotonic() + SLICE_SECONDS, [], 0
    for report in reports:
        if context.should_stop():
            break
        n_read += 1
        entry = workspace.entry(report)
        if entry is not None:
            rows = workspace.promise_rows(report, blind=bool(reader))
            name = entry.region_name or entry.title or entry.name
            head = report, name, entry.region_code, entry.year
            blocks.append(_block(head, rows, workspace.marks(report, reader)))
        if monotonic() > end:
            break
    return Slice(tuple(blocks), n_read)


def read_again(
    workspace: Workspace, reports: tuple[ReportId, ...], reader: str, context: JobContext
) -> tuple[RowBlock, ...]:
    """Read the promises of these reports once more, however long it takes."""
    blocks: list[RowBlock] = []
    left = reports
    while left and not context.should_stop():
        found = read_slice(workspace, left, reader, context)
        blocks.extend(found.blocks)
        left = left[found.n_read :]
    return tuple(blocks)


def marks_of(
    workspace: Workspace, reports: tuple[ReportId, ...], reader: str
) -> dict[ReportId, Mapping[CommitmentId, Mark]]:
    """Return the marks of these reports, as far as they are there."""
    known = {entry.id for entry in workspace.entries()}
    return {report: workspace.marks(report, reader) for report in reports if report in known}


def mark_all(
    workspace: Workspace,
    commitments: tuple[CommitmentId, ...],
    verdict: Verdict | None,
    reader: str,
) -> tuple[ReportId, ...]:
    """Give many promises one verdict; return the reports whose marks changed."""
    return workspace.mark_all(commitments, verdict, reader)


def kept_filters(workspace: Workspace) -> Mapping[str, str]:
    """Return the filters that have a name."""
    return workspace.filters()


def keep_filter(workspace: Workspace, name: str, says: str) -> Mapping[str, str]:
    """Keep a filter, or forget the one of that name (``says`` is ""); return all there are."""
    if says:
        workspace.keep_filter(name, says)
    else:
        workspace.drop_filter(name)
    return workspace.filters()
