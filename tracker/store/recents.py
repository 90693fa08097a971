"""Workspaces that were open lately; a private list, since names of files may say much."""

from pathlib import Path

import msgspec

from tracker.store.private import private_folder, replace_file

KEPT = 12
"""How many are remembered."""


def _file() -> Path:
    return private_folder() / "recents.json"


def recents() -> tuple[Path, ...]:
    """Return the workspaces that were open lately and still exist, latest first."""
    try:
        found = msgspec.json.decode(_file().read_bytes(), type=list[str])
    except (OSError, msgspec.MsgspecError):
        return ()
    return tuple(path for path in map(Path, found) if path.exists())


def remember(path: Path) -> None:
    """Put a workspace at the head of the list."""
    known = recents()
    if known[:1] != (path.absolute(),):
        _write([path.absolute(), *(one for one in known if one != path.absolute())])


def forget(path: Path) -> None:
    """Take a workspace off the list."""
    _write([one for one in recents() if one != path.absolute()])


def _write(paths: list[Path]) -> None:
    replace_file(_file(), msgspec.json.encode([str(path) for path in paths[:KEPT]]))
