"""What is done to documents that come in; one small function per action, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from desktop.jobs import catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.jobs.job import JobContext
    from tracker.model.draft import Corrections, Draft, ImportChoice
    from tracker.model.ids import ReportId
    from tracker.model.library import ImportResult, ReportEntry
    from tracker.workspace import Workspace


_EVERY_SECONDS = 0.2
"""How often documents that were read are shown."""

_TOGETHER = 100
"""Documents that are shown at once at most: those that are known come very fast."""
_FORESEEN = 100
"""Documents that are listed before they are read: more than a screen shows."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of documents, and the library from now on."""

    results: tuple[ImportResult, ...]
    entries: tuple[ReportEntry, ...]


def preview(
    workspace: Workspace,
    paths: tuple[Path, ...],
    take: Callable[[tuple[Draft, ...]], None],
    foresee: Callable[[tuple[Draft, ...]], None],
    context: JobContext,
) -> tuple[Draft, ...]:
    """Return the documents in files, folders and archives; ``take`` gets them as they come.

    The first one at once, then as many at a time as a person can follow. ``foresee`` gets the
    names of the first ones before any is read: to read many begins by starting processes.
    """
    gathered: list[Draft] = []
    due = 0.0

    def hand_over() -> None:
        if gathered:
            take(tuple(gathered))
            gathered.clear()

    def gather(draft: Draft) -> None:
        nonlocal due
        gathered.append(draft)
        if monotonic() >= due or len(gathered) >= _TOGETHER:
            hand_over()
            due = monotonic() + _EVERY_SECONDS

    drafts = workspace.preview(
        paths,
        report_progress=context.report_progress,
        should_stop=context.should_stop,
        take=gather,
        foresee=lambda coming: foresee(coming[:_FORESEEN]),
    )
    hand_over()
    return drafts


def preview_pasted(workspace: Workspace, plain: str, html: str) -> Draft | None:
    """Return what was copied as a document, or None when it holds no text."""
    return workspace.preview_pasted(plain, html)


def redraft(workspace: Workspace, draft: Draft, said: Corrections, encoding: str) -> Draft:
    """Return a draft with other corrections or in another encoding."""
    return workspace.redraft(draft, said, encoding)


def bring(
    workspace: Workspace,
    choices: tuple[ImportChoice, ...],
    shown: catalog.Growing,
    context: JobContext,
) -> Brought:
    """Store chosen drafts; the library is shown while it grows."""
    progress = catalog.growing(workspace, shown, context)
    results = workspace.import_previewed(
        choices, report_progress=progress, should_stop=context.should_stop
    )
    return Brought(results, catalog.entries(workspace))


def left_out(drafts: tuple[Draft, ...]) -> tuple[ImportResult, ...]:
    """Return what to tell of documents that were looked at and could not come in."""
    from tracker.model.draft import Standing  # noqa: PLC0415 - start-up time
    from tracker.model.library import ImportResult  # noqa: PLC0415 - start-up time

    return tuple(
        ImportResult(
            one.name,
            one.other,
            one.problem,
            duplicate=one.standing is Standing.SAME_FILE and one.other is not None,
            skipped=one.standing is Standing.SKIPPED,
            place=one.place,
        )
        for one in drafts
        if one.problem is not None or (one.standing is Standing.SAME_FILE and one.other)
    )


def draft_of(workspace: Workspace, report: ReportId) -> Draft:
    """Return a report of the library as a draft."""
    return workspace.draft_of(report)


def correct_report(
    workspace: Workspace, report: ReportId, before: Draft, after: Draft
) -> tuple[ReportEntry, ...]:
    """Store what was said about a report; read it anew first where an encoding was chosen."""
    if after.encoding != before.encoding:
        workspace.read_anew(report, after.encoding)
    workspace.correct_report(report, after.corrections)
    return workspace.entries()
