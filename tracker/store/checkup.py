"""Reading a workspace file through, beside the work that begins in it.

Damage inside a file is seen only where its pages are read. So all of them are, when it is opened:
on a thread and a connection of its own, since a file takes longer the larger it is. Nothing is
written into a file before that is known.
"""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from tracker.store import trouble
from tracker.store.header import uri_of

_LOOK = "PRAGMA quick_check(1)"
_AFTER_SECONDS = 0.3
"""What is opened is shown first; who writes, or asks, before that begins it at once."""
_BROKEN = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR}
"""What an error of SQLite says of the file; others say that it is held, moved or let go of."""


class Checkup:
    """Finds out once whether a file is whole; does nothing until it is begun.

    Args:
        path: The file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._connection: sqlite3.Connection | None = None
        self._is_over = False
        self._wanted = threading.Event()
        self._damage = ""

    def begin(self) -> None:
        """Begin to read the file through, unless that was done or is under way."""
        with self._lock:
            if self._thread is None and not self._is_over:
                self._thread = threading.Thread(target=self._look, name="checkup")
                self._thread.start()

    def wait(self, seconds: float | None = None) -> None:
        """Wait until it is read through, or as long as one has patience.

        Raises:
            StoreProblem: The file is damaged.
        """
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(seconds)
        if self._damage:
            raise trouble.damaged(self._path, self._damage)

    def stop(self) -> None:
        """Let go of the file, read through or not."""
        with self._lock:
            self._is_over = True
            if self._connection is not None:
                self._connection.interrupt()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def _look(self) -> None:
        self._wanted.wait(_AFTER_SECONDS)
        try:
            found = self._read_through()
        except sqlite3.Error as error:
            # Bytes that are no text have no number.
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
            if code & 0xFF in _BROKEN:
                self._damage = type(error).__name__
        else:
            if found not in ([], [("ok",)]):
                self._damage = "quick_check"

    def _read_through(self) -> list[tuple[object, ...]]:
        address = uri_of(self._path, "mode=ro")
        with closing(sqlite3.connect(address, uri=True, check_same_thread=False)) as connection:
            with self._lock:
                if self._is_over:
                    return []
                self._connection = connection
            try:
                return connection.execute(_LOOK).fetchall()
            finally:
                with self._lock:
                    self._connection = None
