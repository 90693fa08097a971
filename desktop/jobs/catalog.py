"""One small function per action of a person: what the workspace is asked, off the GUI thread.

Each takes the open workspace and values, and returns values. The workspace is imported when the
first job runs, so that the window is on the screen before the store is loaded.
"""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from desktop.jobs import shelf
from tracker.model.alignment import NOTHING_SAID, AlignmentPart, HandWords

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from desktop.jobs.job import JobContext
    from tracker.message import Message
    from tracker.model.alignment import Alignment
    from tracker.model.change import ReportDiff
    from tracker.model.handout import HandoutOptions
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.kept_decision import KeptNames, MatchDecision
    from tracker.model.library import ImportResult, ReportEntry
    from tracker.model.mark import Anchor, Mark, MarkEvent
    from tracker.model.report import Report
    from tracker.model.said_event import SaidEvent
    from tracker.model.tracking import Tracking, Verdict
    from tracker.workspace import Place, Workspace

WHOLE_REPORT = (AlignmentPart.REVIEW, AlignmentPart.OUTLOOK, AlignmentPart.PLAN)
"""Parts that make up the comparison of like with like."""
_GROWING_SECONDS = 0.5
"""A library that grows is shown no more often than this."""
_GROWING_SHARE = 10
"""Nothing is shown for so many times as long as showing it took: a large one takes longer."""
_SETTLED = 300
"""Reports that were shown are settled so many at a time."""


@dataclass(frozen=True, slots=True)
class OpenedWorkspace:
    """A workspace that was just opened.

    Attributes:
        workspace: The workspace.
        entries: What its library holds.
        recent: Workspaces that were open lately, this one first.
        id: Random name that stays with the file.
    """

    workspace: Workspace
    entries: tuple[ReportEntry, ...]
    recent: tuple[Place, ...] = ()
    id: str = ""


@dataclass(frozen=True, slots=True)
class Growing:
    """A library that is shown while it grows; called on the thread of the job.

    Attributes:
        take: Gets the workspace and the reports that came in; returns when they are shown.
        known: Tells which reports are shown.
    """

    take: Callable[[Workspace, tuple[ReportEntry, ...]], None]
    known: Callable[[], Collection[ReportId]]


@dataclass(frozen=True, slots=True)
class PartComparison:
    """One part of two reports, lined up and compared."""

    alignment: Alignment
    diff: ReportDiff


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two reports side by side.

    Attributes:
        earlier: Left.
        later: Right.
        parts: What is lined up; empty as long as only the texts are there.
        said: What people said about their sections.
    """

    earlier: Report
    later: Report
    parts: tuple[PartComparison, ...] = ()
    said: HandWords = NOTHING_SAID

    @property
    def answers(self) -> bool:
        """Whether a plan stands beside the review that answers it, and nothing else."""
        told = [part.alignment.part for part in self.parts]
        return bool(told) and all(one is AlignmentPart.PLAN_REVIEW for one in told)


@dataclass(frozen=True, slots=True)
class Tracked:
    """All promises of a report with what became of them.

    Attributes:
        earlier: Report that promises.
        laters: Documents it is judged by.
        trackings: Every promise, judged by machine.
        marks: What people said.
        decisions: Their word on single passages.
        reader: Name of the second reader who looks at it, "" for the marks of the workspace.
    """

    earlier: Report
    laters: tuple[Report, ...]
    trackings: tuple[Tracking, ...]
    marks: Mapping[CommitmentId, Mark]
    decisions: Mapping[CommitmentId, tuple[MatchDecision, ...]] = field(default_factory=dict)
    reader: str = ""

    def name(self, commitments: tuple[CommitmentId, ...]) -> str:
        """Return what the one promise is called, "" unless it is just one."""
        if len(commitments) != 1:
            return ""
        rows = self.trackings
        found = (r.commitment.statement.object for r in rows if r.commitment.id == commitments[0])
        return next(found, "").replace("\n", "")

    def report(self, report_id: ReportId) -> Report | None:
        """Return one of the reports."""
        found = (r for r in (self.earlier, *self.laters) if r.id == report_id)
        return next(found, None)


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would do, or None."""

    undo: Message | None
    redo: Message | None


@dataclass(frozen=True, slots=True)
class Undone:
    """An action was taken back or done again.

    Attributes:
        action: What it was, or None when there was none.
        entries: Lines of the library from now on.
        marks: Promises of the report that is looked at whose marks changed by it.
        decided: Those of which a word on a passage changed.
        names: Pairs of names that came or went.
        promised: What people said of its promises changed.
    """

    action: Message | None
    entries: tuple[ReportEntry, ...]
    marks: tuple[CommitmentId, ...] = ()
    decided: tuple[CommitmentId, ...] = ()
    names: tuple[KeptNames, ...] = ()
    promised: bool = False


def open_workspace(
    place: Place, user: str, *, sample: bool = False, password: str = ""
) -> OpenedWorkspace:
    """Open a workspace; make it when there is none in the file, or in the database."""
    # Loaded behind the first frame.
    from tracker.workspace import Workspace, recent_workspaces, remember_recent  # noqa: PLC0415

    if not isinstance(place, Path):
        workspace = Workspace.open_or_create(place, user=user, password=password)
    elif sample:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        workspace = Workspace.open_sample(place, user=user)
    elif place.exists():
        workspace = Workspace.open(place, user=user)
    else:
        workspace = Workspace.create(place, user=user)
    with suppress(OSError):  # a list of names that cannot be kept is no reason to stop
        remember_recent(place)
    return OpenedWorkspace(workspace, workspace.entries(), recent_workspaces(), workspace.id)


def open_again(workspace: Workspace, user: str) -> OpenedWorkspace:
    """Open the same workspace under another name: what is said from now on has it."""
    from tracker.workspace import recent_workspaces  # noqa: PLC0415 - loaded by now

    again = workspace.again(user)
    return OpenedWorkspace(again, again.entries(), recent_workspaces(), again.id)


def recent() -> tuple[Place, ...]:
    """Return the workspaces that were open lately, the last one first."""
    from tracker.workspace import recent_workspaces  # noqa: PLC0415 - loaded behind the first frame

    return recent_workspaces()


def import_files(
    workspace: Workspace,
    paths: tuple[Path, ...],
    shown: Growing,
    context: JobContext,
) -> tuple[ImportResult, ...]:
    """Read files, folders and archives into the library, which is shown while it grows."""
    progress = growing(workspace, shown, context)
    return workspace.import_files(paths, report_progress=progress, should_stop=context.should_stop)


def growing(
    workspace: Workspace,
    shown: Growing,
    context: JobContext,
) -> Callable[[int, int, str], None]:
    """Return what tells how far an import is, and now and then shows what came in."""
    due, n_shown = monotonic() + _GROWING_SECONDS, 0

    def progress(done: int, total: int, doing: str) -> None:
        nonlocal due, n_shown
        context.report_progress(done, total, doing)
        begin = monotonic()
        if begin >= due and done < total:
            new = workspace.entries_besides(shown.known())
            shelf.prepare(new)
            shown.take(workspace, new)
            n_shown += len(new)
            if n_shown >= _SETTLED:
                # It stays: the collector of rubbish need not look through it over and over,
                # which takes 26 ms with 3,000 reports, wherever it happens to begin.
                gc.freeze()
                n_shown = 0
            took = monotonic() - begin
            due = begin + took + max(_GROWING_SECONDS, _GROWING_SHARE * took)

    return progress


def read_reports(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    have: Mapping[ReportId, Report],
    stale: Collection[ReportId] = (),
) -> tuple[Report, ...]:
    """Return reports in this order; those of ``have`` are read again only where they are stale.

    One that is stale and reads the same is the very same value: what shows it stays as it is.
    """
    found = dict(have)
    for report in reports:
        if report not in found or report in stale:
            read = workspace.report(report)
            if found.get(report) != read:
                found[report] = read
    return tuple(found[report] for report in reports)


def compare(
    workspace: Workspace,
    comparison: Comparison,
    parts: tuple[AlignmentPart, ...],
    context: JobContext,
) -> Comparison:
    """Line two reports up and find the changes, part by part."""
    earlier, later = comparison.earlier.id, comparison.later.id
    said, done = workspace.hand_words(earlier, later), list[PartComparison]()
    for n, part in enumerate(parts):
        if context.should_stop():
            break
        context.report_progress(n, len(parts), "")
        done.append(
            PartComparison(
                workspace.alignment(earlier, later, part),
                workspace.differences(earlier, later, part),
            )
        )
    return Comparison(comparison.earlier, comparison.later, tuple(done), said)


def track(
    workspace: Workspace,
    earlier: ReportId,
    laters: tuple[ReportId, ...] | None,
    reader: str = "",
) -> Tracked:
    """Return every promise of a report, judged by later ones; a second reader sees no word."""
    chosen = workspace.laters_for(earlier) if laters is None else laters
    return Tracked(
        workspace.report(earlier),
        tuple(workspace.report(later) for later in chosen),
        workspace.tracking(earlier, chosen, blind=bool(reader)),
        workspace.marks(earlier, reader),
        {} if reader else workspace.decisions(earlier),
        reader,
    )


def mark(
    workspace: Workspace,
    commitment: CommitmentId,
    verdict: Verdict | None,
    note: str,
    passages: tuple[Anchor, ...] = (),
    reader: str = "",
) -> Mark:
    """Write a reader's word on a promise; the passages that the mark points at stay."""
    return workspace.mark(commitment, verdict=verdict, note=note, evidence=passages, reader=reader)


def marks(workspace: Workspace, report: ReportId, reader: str = "") -> Mapping[CommitmentId, Mark]:
    """Return the marks that a reader put on a report."""
    return workspace.marks(report, reader)


def history(
    workspace: Workspace, commitment: CommitmentId, reader: str = ""
) -> tuple[MarkEvent | SaidEvent, ...]:
    """Return everything that people ever did to a promise, as a reader may see it."""
    return workspace.account(commitment, reader)


def entries(workspace: Workspace) -> tuple[ReportEntry, ...]:
    """Return the lines of the library, with what they are sorted and found by worked out."""
    found = workspace.entries()
    shelf.prepare(found)
    return found


def entry(workspace: Workspace, report: ReportId) -> ReportEntry | None:
    """Return the line of one report, None when it is gone."""
    return workspace.entry(report)


def remove(workspace: Workspace, reports: tuple[ReportId, ...]) -> tuple[ReportEntry, ...]:
    """Take reports out of the library and return what is left."""
    workspace.remove(*reports)
    return workspace.entries()


def rename(workspace: Workspace, report: ReportId, name: str) -> tuple[ReportEntry, ...]:
    """Give a report another name and return the library."""
    workspace.rename(report, name)
    return workspace.entries()


def undo(workspace: Workspace, report: ReportId | None, reader: str = "") -> Undone:
    """Take the last action back; report and reader are those whose marks are looked at."""
    return _turned(workspace, report, reader, workspace.undo)


def redo(workspace: Workspace, report: ReportId | None, reader: str = "") -> Undone:
    """Do the last undone action again; report and reader are those that are looked at."""
    return _turned(workspace, report, reader, workspace.redo)


def _turned(
    workspace: Workspace,
    report: ReportId | None,
    reader: str,
    turn: Callable[[], Message | None],
) -> Undone:
    before = workspace.marks(report, reader) if report else {}
    decided, names = workspace.decisions(report) if report else {}, workspace.names()
    said = workspace.promise_words(report) if report else ()
    action = turn()
    entries = workspace.entries()
    still = report is not None and any(entry.id == report for entry in entries)
    after = workspace.marks(report, reader) if report and still else {}
    keys = dict.fromkeys((*before, *after)) if still else {}
    changed = tuple(key for key in keys if _said(before.get(key)) != _said(after.get(key)))
    then = workspace.decisions(report) if report and still else {}
    touched = dict.fromkeys((*decided, *then)) if still else {}
    return Undone(
        action,
        entries,
        changed,
        tuple(key for key in touched if decided.get(key) != then.get(key)),
        tuple(sorted({*names} ^ {*workspace.names()}, key=str)),
        still and report is not None and said != workspace.promise_words(report),
    )


def _said(mark: Mark | None) -> tuple[Verdict | None, str]:
    return (mark.verdict, mark.note) if mark else (None, "")


def undo_state(workspace: Workspace) -> UndoState:
    """Return what undo and redo would do."""
    return UndoState(workspace.undo_text, workspace.redo_text)


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to be written where.

    Attributes:
        path: Output; its ending says the format.
        earlier: Report whose promises are exported.
        laters: Documents they are judged by.
        options: What of it, and how.
        together: Reports whose promises are exported as one, each judged by what follows it;
            none for ``earlier`` alone.
    """

    path: Path
    earlier: ReportId
    laters: tuple[ReportId, ...]
    options: HandoutOptions
    together: tuple[ReportId, ...] = ()


def export(workspace: Workspace, order: ExportOrder, context: JobContext) -> Path:
    """Write the tracking report and return where it is."""
    path, options, stop = order.path, order.options, context.should_stop
    if order.together:
        workspace.export_together(path, order.together, options, stop)
    else:
        workspace.export(path, order.earlier, order.laters, options, stop)
    return order.path


def export_comparison(
    workspace: Workspace,
    path: Path,
    reports: tuple[ReportId, ReportId],
    language: str,
    context: JobContext,
) -> Path:
    """Write two reports side by side and return where they are."""
    stop = context.should_stop
    workspace.export_comparison(path, *reports, WHOLE_REPORT, language, stop)
    return path


def save_template(path: Path) -> Path:
    """Write the program's template for Word documents and return where it is."""
    from tracker.workspace import write_template  # noqa: PLC0415

    write_template(path)
    return path
