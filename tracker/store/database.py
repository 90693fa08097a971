"""An open workspace: one connection that serves all threads under one lock.

``Database`` is what the rest of the store and the workspace know: transactions that are kept
whole or not at all. ``FileDatabase`` holds a workspace file, checked before it is touched, by
SQLite in WAL mode with synchronous=FULL: a transaction that has returned survives a crash and a
power cut. ``tracker.store.server`` holds one that an office shares.
"""

import errno
import sqlite3
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event, select
from sqlalchemy.pool import NullPool

from tracker.errors import StoreProblem
from tracker.store import dialect, header, schema, trouble
from tracker.store.checkup import Checkup
from tracker.store.header import check_header, log_of, open_unseen, uri_of
from tracker.store.place import Place
from tracker.store.private import make_private

BUSY_SECONDS = 2.0
"""How long an action waits for another program before it gives up."""

_MAY_NOT = {errno.EACCES, errno.EPERM, errno.EROFS}

_CHECKED_BYTES = 128 * 1024 * 1024
"""Files up to this size are read through whenever they are opened, larger ones once a day, with
their copy: 600 MB take 1.5 s of a quick disk (2026-11-21)."""


def now() -> datetime:
    """Return the time, in UTC."""
    return datetime.now(UTC)


class Database(ABC):
    """An open workspace.

    Attributes:
        place: Where it lies.
        shared: Whether other people write to it at the same time.
        session: A random name for as long as it is open: who it was that changed something.
        own: This session, and those of the same person whose unwritten work it has taken over.
        seen: Number of the latest change that the person here knows of; see ``changes``.
        decided: Rows of which this person decided to write over a later change, with its number.
        read_only: Whether people can change nothing in it; what the program finds can be kept for
            as long as it is open.
    """

    shared = False
    read_only = False

    def __init__(self, place: Place) -> None:
        self.place = place
        self.session = uuid4().hex
        self.own = {self.session}
        self.seen = 0
        self.decided: dict[tuple[str, str], int] = {}
        self._lock = threading.RLock()
        self._current: Connection | None = None

    @abstractmethod
    def told(self) -> AbstractContextManager[None]:
        """Turn what can go wrong with the workspace into ``StoreProblem``."""

    @abstractmethod
    def _begun(self, *, writing: bool) -> AbstractContextManager[Connection]:
        """Open a transaction of its own."""

    @contextmanager
    def _transaction(self, *, writing: bool) -> Iterator[Connection]:
        with self._lock, self.told():
            if self._current is not None:
                yield self._current
                return
            with self._begun(writing=writing) as connection:
                self._current = connection
                try:
                    yield connection
                finally:
                    self._current = None

    def write(self) -> AbstractContextManager[Connection]:
        """Return a transaction that changes the workspace: all of it is kept, or nothing.

        Writers wait for each other. Inside another transaction of the same thread it is part of
        that one.
        """
        return self._transaction(writing=True)

    def change(self) -> AbstractContextManager[Connection]:
        """Return a transaction in which a person changes the workspace; else like ``write``.

        Raises:
            StoreProblem: It can only be read.
        """
        self.require_writable()
        return self.write()

    def require_writable(self) -> None:
        """Say so before work is begun that could not be kept.

        Raises:
            StoreProblem: It can only be read.
        """
        if self.read_only:
            raise trouble.read_only(self.place)

    def read(self) -> AbstractContextManager[Connection]:
        """Return a transaction that sees one state of the workspace."""
        return self._transaction(writing=False)

    @property
    def workspace_id(self) -> str:
        """A random name that stays with the workspace when it is moved or renamed."""
        with self.read() as connection:
            found = connection.scalar(
                select(schema.setting.c.value).where(schema.setting.c.name == "workspace")
            )
        return str(found)

    def arrived(self, actions: Collection[str]) -> frozenset[str]:
        """Return those of some actions that have been kept: none waits for a file."""
        return frozenset(actions)

    def doubt(self) -> None:
        """Look whether what does not answer is there at all: a file is."""
        return

    @abstractmethod
    def check(self) -> None:
        """Wait until it is known that nothing in it is damaged, as far as that is looked at.

        Raises:
            StoreProblem: It is damaged; nothing was and nothing will be written.
        """

    @abstractmethod
    def scrub(self) -> None:
        """Let nothing stay on the disk of what was deleted, as far as that can be said."""

    def leave_within(self, seconds: float) -> None:
        """Wait no longer than this for what does not answer: the program ends."""
        del seconds  # a file answers

    @abstractmethod
    def close(self) -> None:
        """Let go of it; a second call does nothing."""


class FileDatabase(Database):
    """An open workspace file.

    Args:
        path: Where it lies.
        shown: The name that problems speak of, when it is not yet at its place.
    """

    place: Path

    def __init__(self, path: Path, *, shown: Path | None = None) -> None:
        super().__init__(path)
        self.path = path
        self._shown = shown or path
        self._begin = "BEGIN"
        self._checkup = Checkup(path)
        # Parameters hold text of documents and must not get into the text of an error.
        self._engine: Engine = create_engine(
            "sqlite://", creator=self._connect, poolclass=NullPool, hide_parameters=True
        )
        event.listen(self._engine, "begin", self._on_begin)
        with self.told():
            self._connection: Connection = self._engine.connect()
            self._log = self._log_now()
            self._file = _identity(path)
        self._closed = False

    def told(self) -> AbstractContextManager[None]:
        """Turn errors of SQLite and of the file system into ``StoreProblem``."""
        return trouble.told(self._shown)

    @classmethod
    def create(cls, path: Path) -> "FileDatabase":
        """Make a new file with the newest tables.

        Raises:
            StoreProblem: The file exists or cannot be written; nothing is left behind.
        """
        if path.exists():
            raise trouble.exists(path)
        # It gets its name when it is whole: a crash never leaves half a workspace. Two programs
        # that make the same one at the same time must not meet in the file under way.
        fresh = path.with_name(f".{path.name}.{uuid4().hex[:8]}.new")
        with trouble.told(path):
            try:
                make_private(fresh)
                _fill(cls(fresh, shown=path))
                if path.exists():
                    raise trouble.exists(path)
                fresh.rename(path)
            finally:
                remove(fresh)
        return cls(path)

    @classmethod
    def open(
        cls, path: Path, *, upgrade: Callable[["FileDatabase"], None] | None = None
    ) -> "FileDatabase":
        """Open a file after looking at it without touching it.

        Args:
            path: The file.
            upgrade: Called to bring an older file up to date; without it the file stays old.

        Raises:
            StoreProblem: Missing, no workspace, damaged, newer, locked or read-only.
        """
        with trouble.told(path):
            version = check_header(path)
            probe(path)
            if not may_write(path):
                raise trouble.denied(path)
        database = cls(path)
        if path.stat().st_size <= _CHECKED_BYTES:
            database.begin_check()
        try:
            if version != header.SCHEMA_VERSION and upgrade is not None:
                upgrade(database)
        except BaseException:
            database.close()
            raise
        return database

    def begin_check(self) -> None:
        """Begin to read the file through, in the background."""
        self._checkup.begin()

    def check(self) -> None:
        """See ``Database``; does nothing unless reading through was begun."""
        self._checkup.wait()

    def write(self) -> AbstractContextManager[Connection]:
        """See ``Database``; nothing is written into a file that is damaged."""
        self._checkup.wait(BUSY_SECONDS)  # before anybody who reads would have to wait too
        return super().write()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri_of(self.path, "mode=rw"),
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    def _log_now(self) -> tuple[int, int] | None:
        """Return what the system knows the write-ahead log by, None where there is none."""
        self._raw().execute("SELECT 1 FROM sqlite_master").fetchone()  # from here on it has one
        return _identity(log_of(self.path))

    def _keep_hold(self) -> None:
        """Take hold of the file again where another program took our log for an orphan.

        Any part of this process that opens and closes the file (a file dialog that looks what it
        is) drops the locks that POSIX gives the whole process; another program that then opens
        and closes it moves the log into the file and deletes it. What was written until then is
        in the file; what we went on to write would be lost with the deleted log.
        See https://www.sqlite.org/howtocorrupt.html, section 2.2.
        """
        if _identity(log_of(self.path)) == self._log:
            return
        self._connection.close()
        self._connection = self._engine.connect()
        self._log = self._log_now()

    def _is_gone(self) -> bool:
        """Tell whether the file was moved, deleted or replaced while it is open.

        SQLite would go on to write into the file that has no name any more, and all of it would
        be lost in the end. Its own check (``SQLITE_FCNTL_HAS_MOVED``) spares files with a log.
        """
        return _identity(self.path) != self._file

    def _on_begin(self, connection: Connection) -> None:
        # Straight to SQLite: SQLAlchemy takes as long for it as a small query.
        connection.connection.cursor().execute(self._begin)

    @contextmanager
    def _begun(self, *, writing: bool) -> Iterator[Connection]:
        if not self._is_gone():
            self._keep_hold()
        elif writing:
            raise trouble.moved(self._shown)  # what is there can still be read
        self._begin = "BEGIN IMMEDIATE" if writing else "BEGIN"
        with self._connection.begin():
            yield self._connection

    def checkpoint(self) -> None:
        """Move everything from the write-ahead log into the file, if nobody else reads it."""
        with self._lock, self.told():
            self._keep_hold()
            cursor = self._raw().execute("PRAGMA wal_checkpoint(TRUNCATE)")
            cursor.fetchall()

    def scrub(self) -> None:
        """Rewrite the file without its free pages."""
        with self._lock, self.told():
            self._raw().execute("VACUUM")
        self.checkpoint()

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy over an empty file; others may go on writing meanwhile."""
        with trouble.told(self.path):
            # A connection of its own, so that no thread waits for the lock.
            source = sqlite3.connect(uri_of(self.path, "mode=ro"), uri=True, timeout=BUSY_SECONDS)
            copy = sqlite3.connect(target)
            try:
                source.backup(copy)
            finally:
                copy.close()
                source.close()

    def _raw(self) -> sqlite3.Connection:
        raw = self._connection.connection.driver_connection
        if not isinstance(raw, sqlite3.Connection):
            raise TypeError("not an SQLite connection")
        return raw

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._checkup.stop()
            with suppress(StoreProblem):
                self.checkpoint()
            self._connection.close()
            self._engine.dispose()


def _fill(database: FileDatabase) -> None:
    """Make the tables of a new file and close it."""
    try:
        with database.write() as connection:
            dialect.make_tables(connection)
    finally:
        database.close()


def may_write(path: Path) -> bool:
    """Tell whether a file and its folder can be written; SQLite needs both.

    It is tried: what the system says of permissions is wrong on many shares, and on Windows.
    """
    beside = path.with_name(f".{path.name}.{uuid4().hex[:8]}.try")
    try:
        with path.open("r+b"), beside.open("xb"):
            pass
    except OSError as error:
        if error.errno in _MAY_NOT:
            return False
        raise
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return True


def probe(path: Path) -> None:
    """Look at the tables of a file without leaving a trace beside it.

    Raises:
        StoreProblem: They are damaged, or its log makes it a newer one.
    """
    connection = open_unseen(path, patience=BUSY_SECONDS)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if version > header.SCHEMA_VERSION:
            raise trouble.too_new(path, version)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def remove(path: Path) -> None:
    """Delete a workspace file with what SQLite keeps beside it."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
