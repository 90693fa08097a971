"""What the window shows before the workspace is open: which one was open last, and its texts.

Opening a workspace takes most of a start, reading two texts out of its file very little
(see ``tracker.store.glance``). What is seen here is for the eyes only: whatever the workspace
gives afterwards takes its place.
"""

from collections.abc import Sequence
from pathlib import Path

from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.resources import findings_version
from tracker.store import trouble
from tracker.store.glance import kept_reports
from tracker.store.recents import recents as recent_workspaces

__all__ = ["kept_texts", "recent_workspaces", "workspace_file"]


def kept_texts(path: Path, workspace: str, reports: Sequence[ReportId]) -> tuple[Report, ...]:
    """Return reports of a workspace file as they were read, or none where it has to be opened.

    Args:
        path: The file.
        workspace: The random name that it must have.
        reports: Those that are wanted, in order.
    """
    return kept_reports(path, workspace, reports, findings_version())


def workspace_file(path: Path) -> Path:
    """Return the place of a workspace that somebody asked for.

    Raises:
        StoreProblem: There is none.
    """
    if not path.is_file():
        raise trouble.missing(path)
    return path
