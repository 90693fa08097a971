"""Opening a workspace wherever it lies, and making one there."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.model.address import ServerAddress, is_server, read_address
from tracker.store import header, server_trouble
from tracker.store.backup import Backups, NoBackups
from tracker.store.database import Database, FileDatabase, may_write
from tracker.store.place import Place
from tracker.store.trouble import told

if TYPE_CHECKING:
    from tracker.store.server import ServerDatabase

Opened = tuple[Database, NoBackups]
"""A database, and what puts copies of it aside."""


def create(place: Place | str, password: str = "") -> Opened:
    """Make a new workspace; see ``Workspace.create``."""
    where, secret = _told(place, password)
    if isinstance(where, ServerAddress):
        return _server().create(where, secret), NoBackups()
    file = FileDatabase.create(where)
    return file, Backups(file)


def open_place(place: Place | str, password: str = "") -> Opened:
    """Open a workspace and bring an older one up to date; see ``Workspace.open``.

    Of a file that can only be read a copy is opened, which is gone when it is closed.
    """
    where, secret = _told(place, password)
    if isinstance(where, ServerAddress):
        return _server().open(where, secret, upgrade=_upgrade), NoBackups()
    if not _may_write(where):
        return _reading_copy(where), NoBackups()
    file = FileDatabase.open(where, upgrade=Backups.upgrade)
    backups = Backups(file)
    backups.start_daily()
    return file, backups


def open_again(database: Database) -> Opened:
    """Open the workspace of a database once more, for somebody else at the same computer."""
    if isinstance(database, FileDatabase):
        return open_place(database.place)
    return (database.again() if isinstance(database, _server()) else database), NoBackups()


def _may_write(path: Path) -> bool:
    with told(path):
        return may_write(path)


def _reading_copy(path: Path) -> Database:
    # Few workspaces can only be read.
    from tracker.store.reading_copy import ReadingCopy  # noqa: PLC0415

    copy = ReadingCopy(path)
    try:
        if copy.version != header.SCHEMA_VERSION:
            _upgrade(copy)
    except BaseException:
        copy.close()
        raise
    return copy


def _told(place: Place | str, password: str) -> tuple[Place, str]:
    if not isinstance(place, str):
        return place, password
    if not is_server(place):
        return Path(place), ""
    address, written = read_address(place)
    return address, password or written


def _server() -> "type[ServerDatabase]":
    try:
        # Only who opens a shared workspace needs the driver.
        from tracker.store.server import ServerDatabase  # noqa: PLC0415
    except ImportError as error:
        raise server_trouble.no_driver() from error
    return ServerDatabase


def _upgrade(database: Database) -> None:
    # Alembic takes half a second to import: only an older workspace pays for it.
    from tracker.store.migrate import upgrade  # noqa: PLC0415

    upgrade(database)
