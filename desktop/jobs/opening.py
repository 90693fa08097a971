"""Opening workspaces off the GUI thread; one that nobody takes is closed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.jobs import catalog

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.jobs.catalog import OpenedWorkspace


class Opener:
    """Knows what was opened and is on its way to the session.

    The window may be closed, or another workspace be wanted, before it gets there.
    """

    def __init__(self) -> None:
        self._on_their_way: list[OpenedWorkspace] = []

    def open(self, path: Path, user: str, *, sample: bool) -> OpenedWorkspace:
        """Open a workspace file; called on the thread of the store."""
        found = catalog.open_workspace(path, user, sample=sample)
        self._on_their_way.append(found)
        return found

    def let_go(self, taken: OpenedWorkspace | None = None) -> None:
        """Close all but the one that is taken."""
        for found in self._on_their_way:
            if found is not taken:
                found.workspace.close()
        self._on_their_way.clear()
