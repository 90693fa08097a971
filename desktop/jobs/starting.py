"""Which workspace was open last, and the texts that were looked at: a start shows them first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.model.address import ServerAddress
    from tracker.model.ids import ReportId
    from tracker.model.report import Report


@dataclass(frozen=True, slots=True)
class LastView:
    """How the program was left, as far as the texts on the screen go.

    Attributes:
        workspace: Random name of the workspace.
        reports: What stood side by side, from the left; none where no texts were looked at.
    """

    workspace: str
    reports: tuple[ReportId, ...]


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known before a workspace is open.

    Attributes:
        path: The workspace that shall be opened.
        workspace: Random name of it, "" where no texts are there.
        texts: Reports to show until it is open.
        offered: The shared workspace that was open last: no server is asked before a person says.
    """

    path: Path
    workspace: str = ""
    texts: tuple[Report, ...] = ()
    offered: ServerAddress | None = None


def glance(wanted: Path | None, sample: Path, left: LastView) -> Glance:
    """Find the workspace to open, and the texts that were looked at when it was left.

    Args:
        wanted: The workspace that a person asked for; None: the one that was open last.
        sample: The one to open where there is none.
        left: How the program was left.

    Raises:
        StoreProblem: The workspace that was asked for is not there.
    """
    # Loaded behind the first frame.
    from tracker.glance import kept_texts, recent_workspaces, workspace_file  # noqa: PLC0415

    recent = () if wanted else recent_workspaces()
    files = (place for place in recent if isinstance(place, Path))
    path = workspace_file(wanted) if wanted else next(files, sample)
    last = next(iter(recent), None)
    if last is not None and not isinstance(last, Path):
        return Glance(path, offered=last)
    if not left.reports:
        return Glance(path)
    return Glance(path, left.workspace, kept_texts(path, left.workspace, left.reports))
