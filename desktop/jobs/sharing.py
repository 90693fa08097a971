"""What a shared workspace is asked; one small function for each, off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.errors import InputProblem, StoreProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.model.address import ServerAddress
    from tracker.model.sharing import Changes, Conflict
    from tracker.workspace import Workspace


def changes(workspace: Workspace) -> Changes | StoreProblem:
    """Return what colleagues did, or why that cannot be asked: it is asked again and again."""
    try:
        return workspace.changes()
    except StoreProblem as problem:
        return problem


def arrived(workspace: Workspace, actions: Sequence[str]) -> frozenset[str]:
    """Return which of some actions the server has, whatever became of its answer."""
    return workspace.arrived(actions)


def take_theirs(workspace: Workspace, conflicts: Sequence[Conflict]) -> None:
    """Say that what colleagues changed stands."""
    workspace.take_theirs(conflicts)


def read_url(text: str) -> tuple[ServerAddress, str] | InputProblem:
    """Return the address and the password that a URL tells, or what is wrong with it."""
    from tracker.model.address import read_address  # noqa: PLC0415 - rarely needed

    try:
        return read_address(text)
    except InputProblem as problem:
        return problem
