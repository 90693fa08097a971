"""Opening workspaces off the GUI thread; one that nobody takes is closed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.jobs import catalog
from desktop.jobs.job import Job, Lane
from tracker.message import Message

if TYPE_CHECKING:
    from desktop.jobs.catalog import OpenedWorkspace
    from tracker.workspace import Place, Workspace

_CHECKING = Message("正在检查工作区文件", "Looking through the workspace")


def checking(workspace: Workspace) -> Job:
    """Return the job that fails where a workspace turns out to be damaged."""
    return Job("check", _CHECKING, lambda _: workspace.check(), Lane.WATCH, quiet=True)


class Opener:
    """Knows what was opened and is on its way to the session.

    The window may be closed, or another workspace be wanted, before it gets there.
    """

    def __init__(self) -> None:
        self._on_their_way: list[OpenedWorkspace] = []

    def open(self, place: Place, user: str, *, sample: bool, password: str = "") -> OpenedWorkspace:
        """Open a workspace; called on the thread of the store."""
        found = catalog.open_workspace(place, user, sample=sample, password=password)
        self._on_their_way.append(found)
        return found

    def let_go(self, taken: OpenedWorkspace | None = None) -> None:
        """Close all but the one that is taken."""
        for found in self._on_their_way:
            if found is not taken:
                found.workspace.close()
        self._on_their_way.clear()
