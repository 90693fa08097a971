"""Where a workspace lies: in a file, or in a database that an office shares."""

from pathlib import Path

from tracker.model.address import ServerAddress, is_server, read_address

Place = Path | ServerAddress
"""Where a workspace lies."""


def place_of(text: str) -> Place:
    """Return the place that words name; a password in them is left out.

    Raises:
        InputProblem: It begins like the address of a server and is none.
    """
    return read_address(text)[0] if is_server(text) else Path(text)
