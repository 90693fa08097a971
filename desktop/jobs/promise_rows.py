"""Promises of many reports for one table: read off the GUI thread, a slice at a time.

A slice ends after a short while, so that what a person asks for meanwhile waits no longer than
that; what was read so far is shown. First comes what is known already, then what must be judged.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from tracker.model.promise_rows import PromiseRows

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from desktop.jobs.catalog import Tracked
    from desktop.jobs.job import JobContext
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.library import ReportEntry
    from tracker.model.mark import Mark
    from tracker.model.promise_rows import PromiseColumns, PromiseLines, PromiseWords
    from tracker.model.tracking import Verdict
    from tracker.workspace import Workspace

SLICE_SECONDS = 0.25
MANY = 16
"""Reports that are judged on all processors: to start these takes as long as judging a few."""
_TOGETHER = 48
"""Reports that are judged on all processors before they are shown: some ten seconds."""
_FIRST, _MORE = 50, 400
"""Reports that are read at once: few until something is shown, and no more than the window puts
into a table of a million rows in some 40 ms."""


@dataclass(frozen=True, slots=True)
class RowBlock:
    """The promises of one report, as a table needs them.

    Attributes:
        report_id: The report.
        name: Name of its region, or its title where that is unknown.
        region_code: Division code, or "".
        year: Year, or None.
        columns: What is sorted and filtered by.
        marks: What people said.
        kept: Name under which the words are kept, "" where only the report itself leads there.
        rows: All of it, where it is in hand.
    """

    report_id: ReportId
    name: str
    region_code: str
    year: int | None
    columns: PromiseColumns
    marks: Mapping[CommitmentId, Mark]
    kept: str = ""
    rows: PromiseRows | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of reports before their promises are read.

    Attributes:
        entries: Their lines in the library.
        names: The names under which their rows are kept, as far as they are known.
        marked: Those that are marked.
    """

    entries: Mapping[ReportId, ReportEntry]
    names: Mapping[ReportId, str]
    marked: Collection[ReportId]

    @classmethod
    def of(cls, workspace: Workspace, reports: Sequence[ReportId], reader: str) -> Known:
        """Ask for it, of all reports at once."""
        library = workspace.entries()
        names = workspace.row_names(reports, blind=bool(reader), library=library)
        entries = {entry.id: entry for entry in library}
        return cls(entries, names, workspace.marked_reports(reader))


@dataclass(frozen=True, slots=True)
class Slice:
    """What was read at one go.

    Attributes:
        blocks: Reports with their promises.
        n_read: How many reports were looked at, also those that were gone meanwhile.
        unjudged: Those among them that nobody has judged yet.
        known: What the next slice need not ask for again.
    """

    blocks: tuple[RowBlock, ...]
    n_read: int
    unjudged: tuple[ReportId, ...] = ()
    known: Known | None = None


def block_of(tracked: Tracked) -> RowBlock:
    """Return the promises of a report that is looked at, words and all."""
    report, region = tracked.earlier, tracked.earlier.meta.region
    name = region.name if region else report.meta.title or report.name
    rows = PromiseRows.of(report, tracked.trackings)
    code = region.code if region else ""
    return RowBlock(report.id, name, code, report.meta.year, rows.columns, tracked.marks, rows=rows)


def _head(entry: ReportEntry) -> tuple[ReportId, str, str, int | None]:
    name = entry.region_name or entry.title or entry.name
    return entry.id, name, entry.region_code, entry.year


def read_slice(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    reader: str,
    known: Known | None,
    _: JobContext,
) -> Slice:
    """Read the promises of the first of these reports, as far as they were judged.

    Args:
        workspace: Where they are.
        reports: All that are still to be read.
        reader: Name of the second reader, or "".
        known: What the slice before knew, None for the first one, which is short.
    """
    number = _FIRST if known is None else _MORE
    known = Known.of(workspace, reports, reader) if known is None else known
    blocks: list[RowBlock] = []
    unjudged: list[ReportId] = []
    some = [one for one in reports[:number] if one in known.entries]
    names = {one: known.names[one] for one in some if one in known.names}
    found = workspace.row_columns(names.values())
    for one in some:
        name = names.get(one, "")
        if name not in found:
            unjudged.append(one)
            continue
        marks = workspace.marks(one, reader) if one in known.marked else {}
        blocks.append(RowBlock(*_head(known.entries[one]), found[name], marks, name))
    return Slice(tuple(blocks), len(reports[:number]), tuple(unjudged), known)


def judge_slice(
    workspace: Workspace, reports: tuple[ReportId, ...], reader: str, context: JobContext
) -> Slice:
    """Judge the promises of the first of these reports, as many as a short while allows."""
    end, n_read = monotonic() + SLICE_SECONDS, 0
    rows: dict[ReportId, PromiseRows] = {}
    for report in reports:
        if context.should_stop():
            break
        n_read += 1
        if workspace.entry(report) is not None:
            rows[report] = workspace.promise_rows(report, blind=bool(reader))
        if monotonic() > end:
            break
    return Slice(_judged(workspace, rows, reader), n_read)


def judge_many(workspace: Workspace, reports: tuple[ReportId, ...], context: JobContext) -> Slice:
    """Judge the promises of the first of many reports on all processors; what is judged is kept."""
    some = [one for one in reports[:_TOGETHER] if workspace.entry(one) is not None]
    pairs = [(one, workspace.laters_for(one)) for one in some]
    workspace.judge_all(pairs, should_stop=context.should_stop)
    # Those that nothing follows, and such at which a process failed, are judged here.
    rows = {one: workspace.promise_rows(one) for one in some}
    return Slice(_judged(workspace, rows, ""), len(reports[:_TOGETHER]))


def _judged(
    workspace: Workspace, rows: Mapping[ReportId, PromiseRows], reader: str
) -> tuple[RowBlock, ...]:
    """Return what was judged as a table needs it."""
    known = Known.of(workspace, tuple(rows), reader)
    there = workspace.row_columns(known.names.values())
    blocks = []
    for one, found in rows.items():
        if one not in known.entries:
            continue
        marks = workspace.marks(one, reader) if one in known.marked else {}
        name = known.names.get(one, "")
        # What cannot be kept (full disk, locked) is shown from here.
        where = (name, None) if name in there else ("", found)
        blocks.append(RowBlock(*_head(known.entries[one]), found.columns, marks, *where))
    return tuple(blocks)


def read_again(
    workspace: Workspace, reports: tuple[ReportId, ...], reader: str, context: JobContext
) -> tuple[RowBlock, ...]:
    """Read the promises of these reports once more, however long it takes."""
    blocks: list[RowBlock] = []
    left = reports
    while left and not context.should_stop():
        found = judge_slice(workspace, left, reader, context)
        blocks.extend(found.blocks)
        left = left[found.n_read :]
    return tuple(blocks)


# Words, as they are looked at


def read_lines(
    workspace: Workspace, wanted: Mapping[ReportId, str], reader: str
) -> dict[ReportId, PromiseLines]:
    """Return what the lines of reports say.

    Args:
        workspace: Where they are kept.
        wanted: The name of the rows of each report, or "".
        reader: Whose reading it is.
    """
    kept = workspace.row_lines([name for name in wanted.values() if name])
    found = {one: kept[name] for one, name in wanted.items() if name in kept}
    for one in wanted:
        if one not in found and workspace.entry(one) is not None:
            found[one] = workspace.promise_rows(one, blind=bool(reader)).lines()
    return found


def read_words(
    workspace: Workspace, wanted: Mapping[ReportId, str], reader: str
) -> dict[ReportId, PromiseWords]:
    """Return what the promises of reports say, to be looked through; see ``read_lines``."""
    kept = workspace.row_words([name for name in wanted.values() if name])
    found = {one: kept[name] for one, name in wanted.items() if name in kept}
    for one in wanted:
        if one not in found and workspace.entry(one) is not None:
            found[one] = workspace.promise_rows(one, blind=bool(reader)).words
    return found


# What people say


def marks_of(
    workspace: Workspace, reports: Sequence[ReportId], reader: str
) -> dict[ReportId, Mapping[CommitmentId, Mark]]:
    """Return the marks of these reports, as far as they are there."""
    known = {entry.id for entry in workspace.entries()}
    marked = workspace.marked_reports(reader)
    return {
        report: workspace.marks(report, reader) if report in marked else {}
        for report in reports
        if report in known
    }


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
