"""Workspaces on the command line: a file, or the address of one that an office shares."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tracker.errors import StoreProblem
from tracker.model.address import is_server
from tracker.store.place import place_of

if TYPE_CHECKING:
    from tracker.workspace import Workspace

WORKSPACE_SUFFIX = ".duizhang"

Given = Path | str
"""A workspace as it was given: a file, or a URL, in which a password may stand."""


class WorkspaceType(click.Path):
    """A workspace file, or ``postgresql://user@host/database``."""

    name = "workspace"

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(
        self,
        value: "str | os.PathLike[str]",
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Given:
        """Return the place; a URL stays as it is, since slashes of a path would be joined."""
        if isinstance(value, str) and is_server(value):
            place_of(value)  # said at once when it cannot be read
            return value.strip()
        return Path(str(super().convert(value, param, ctx)))


def is_workspace(given: str) -> bool:
    """Tell whether a word names a workspace and no report."""
    return is_server(given) or given.lower().endswith(WORKSPACE_SUFFIX)


def given_place(word: str) -> Given:
    """Return the workspace that a word names."""
    return word if is_server(word) else Path(word)


def place_name(given: Given) -> str:
    """Return how a workspace is called: a file's name without ending, or host and database."""
    place = place_of(given) if isinstance(given, str) else given
    return place.stem if isinstance(place, Path) else place.name


def opened(given: Given) -> "Workspace":
    """Open a workspace that is whole under the name that the system knows the person by.

    Raises:
        StoreProblem: It cannot be opened, or is damaged.
    """
    from tracker.workspace import Workspace  # noqa: PLC0415 - loads the store

    workspace = Workspace.open(given, user=login())
    try:
        workspace.check()
    except StoreProblem:
        workspace.close()
        raise
    return workspace


def login() -> str:
    """Return the name that the system knows the person by, "" where it knows none."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or ""
