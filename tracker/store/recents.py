"""Workspaces that were open lately; a private list, since names of files may say much.

A shared workspace is there by its address, which holds no password.
"""

from contextlib import suppress
from pathlib import Path

import msgspec

from tracker.errors import InputProblem
from tracker.model.address import ServerAddress
from tracker.store.place import Place, place_of
from tracker.store.private import private_folder, replace_file

KEPT = 12
"""How many are remembered."""


def _file() -> Path:
    return private_folder() / "recents.json"


def recents() -> tuple[Place, ...]:
    """Return the workspaces that were open lately, latest first; of files those that still exist.

    No server is asked whether it is there.
    """
    try:
        found = msgspec.json.decode(_file().read_bytes(), type=list[str])
    except (OSError, msgspec.MsgspecError):
        return ()
    places: list[Place] = []
    for text in found:
        with suppress(InputProblem):
            place = place_of(text)
            if isinstance(place, ServerAddress) or place.exists():
                places.append(place)
    return tuple(places)


def remember(place: Place) -> None:
    """Put a workspace at the head of the list."""
    whole, known = _whole(place), recents()
    if known[:1] != (whole,):
        _write([whole, *(one for one in known if one != whole)])


def forget(place: Place) -> None:
    """Take a workspace off the list."""
    _write([one for one in recents() if one != _whole(place)])


def _whole(place: Place) -> Place:
    return place if isinstance(place, ServerAddress) else place.absolute()


def _write(places: list[Place]) -> None:
    replace_file(_file(), msgspec.json.encode([str(place) for place in places[:KEPT]]))
