"""The first hundred bytes of a workspace file, read without opening it as a database.

Opening an SQLite file may change it (a left-over log is moved in). Whether it is ours, whole and
not too new is therefore read from the header, whose layout is fixed by
https://www.sqlite.org/fileformat2.html#the_database_header.
"""

import sqlite3
import struct
from pathlib import Path

from tracker.store import trouble

APPLICATION_ID = 0x445A4831
"""``DZH1`` in the header of the file, so that another program's database is recognised."""

SCHEMA_VERSION = 11
"""Kept in the header of a file (``PRAGMA user_version``) and in a setting on a server; equals the
number of the newest Alembic revision."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100


def check_header(path: Path) -> int:
    """Return the schema version of a workspace file.

    Raises:
        StoreProblem: It is no workspace, cut short, or made by a newer version.
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        header = file.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise trouble.foreign(path)
    (page_size,) = struct.unpack_from(">H", header, 16)
    (n_pages,) = struct.unpack_from(">I", header, 28)
    (version,) = struct.unpack_from(">I", header, 60)
    (application,) = struct.unpack_from(">I", header, 68)
    if application != APPLICATION_ID:
        raise trouble.foreign(path)
    if version > SCHEMA_VERSION:
        raise trouble.too_new(path, version)
    log = log_of(path)
    if not log.exists() or log.stat().st_size == 0:
        # With a log, the file may rightly be shorter than its header says: the rest is in it.
        expected = (65536 if page_size == 1 else page_size) * n_pages
        if path.stat().st_size < expected:
            raise trouble.damaged(path, "cut short")
    return int(version)


def open_unseen(path: Path, *, patience: float) -> sqlite3.Connection:
    """Open a workspace file for looking, without leaving a trace beside it.

    A file with a log beside it is opened for reading only; one without is opened as immutable,
    so that SQLite makes no files next to it.

    Args:
        path: The file.
        patience: Seconds to wait for another program.
    """
    log = log_of(path)
    options = "mode=ro" if log.exists() else "mode=ro&immutable=1"
    return sqlite3.connect(uri_of(path, options), uri=True, timeout=patience)


def log_of(path: Path) -> Path:
    """Return where the write-ahead log of a workspace file lies, if it has one."""
    return path.with_name(path.name + "-wal")


def uri_of(path: Path, options: str) -> str:
    """Return the address by which SQLite opens a file with options."""
    return f"{path.absolute().as_uri()}?{options}"
