"""What is done to reports and marks beyond reading them; one small function per action.

Like ``catalog``: each takes the open workspace and values, and returns values, off the GUI thread.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs.catalog import OpenedWorkspace, open_workspace
from tracker.errors import StoreProblem
from tracker.message import Message

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.library import ReportEntry
    from tracker.model.mark import Mark
    from tracker.model.report import Region
    from tracker.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Reimported:
    """A report whose file was put in the place of an older one.

    Attributes:
        old: Its id before.
        entry: The report as it is now.
        entries: The library.
        lost: Marks of the workspace whose text is gone.
    """

    old: ReportId
    entry: ReportEntry
    entries: tuple[ReportEntry, ...]
    lost: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """An automatic copy of a workspace and when it was made (local time)."""

    path: Path
    made: datetime


def reimport(workspace: Workspace, report: ReportId, path: Path) -> Reimported:
    """Put a new version of a document in the place of a report."""
    entry = workspace.reimport(report, path)
    return Reimported(report, entry, workspace.entries(), workspace.lost_marks())


def read_anew(workspace: Workspace, report: ReportId) -> Reimported:
    """Read the kept bytes of a report with today's reader."""
    entry = workspace.read_anew(report)
    return Reimported(report, entry, workspace.entries(), workspace.lost_marks())


def forget(workspace: Workspace, report: ReportId) -> tuple[ReportEntry, ...]:
    """Erase a report for good and return what is left."""
    workspace.forget(report)
    return workspace.entries()


def lost_marks(workspace: Workspace) -> tuple[Mark, ...]:
    """Return marks whose text is gone."""
    return workspace.lost_marks()


def place_mark(workspace: Workspace, lost: Mark, commitment: CommitmentId) -> Mark:
    """Put a lost mark on a promise."""
    return workspace.place_mark(lost, commitment)


def regions() -> tuple[Region, ...]:
    """Return the regions in official order, names joined from the province down, former last."""
    from tracker.resources import load_gazetteer  # noqa: PLC0415 - behind the first frame

    return load_gazetteer().regions()


def copies(path: Path) -> tuple[Copy, ...]:
    """Return the automatic copies of a workspace, latest first."""
    from datetime import datetime  # noqa: PLC0415 - behind the first frame

    from tracker.workspace import Workspace  # noqa: PLC0415 - as above

    return tuple(
        Copy(copy, datetime.fromtimestamp(copy.stat().st_mtime).astimezone())
        for copy in Workspace.copies_of(path)
    )


def save_copy(workspace: Workspace, path: Path) -> Path:
    """Write a workspace into a file that can be worked in, and return where it is."""
    workspace.save_copy(path)
    return path


def open_copy(copy: Copy, original: Path, user: str) -> OpenedWorkspace:
    """Put a copy beside the workspace it was made of, under a name of its own, and open it."""
    stem = f"{original.stem} {copy.made:%Y-%m-%d %H%M}"
    place, n = original.with_name(stem + original.suffix), 1
    while place.exists():
        n += 1
        place = original.with_name(f"{stem} ({n}){original.suffix}")
    try:
        shutil.copyfile(copy.path, place)
    except OSError as error:
        raise StoreProblem(
            Message(
                f"备份无法复制到“{place.parent}”：请检查该文件夹是否可写。",
                f"The copy cannot be put into “{place.parent}”: see that the folder can be "
                "written to.",
            ),
            str(error.errno),
        ) from error
    return open_workspace(place, user, sample=False)
