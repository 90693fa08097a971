"""A workspace that can only be read: on a disc, in a colleague's folder, locked away on purpose.

What is opened is a copy of its own in the user's private folder, for as long as it is open. So
all of the program works that reads, with its caches and its index; an older file is brought up to
date; and neither a log that lies beside the file nor a colleague who writes to it meanwhile is in
the way. What people say is refused: it would be lost with the copy.
"""

import shutil
import sqlite3
import tempfile
import time
from contextlib import closing, suppress
from pathlib import Path
from uuid import uuid4

from tracker.store import trouble
from tracker.store.database import FileDatabase, probe
from tracker.store.header import check_header, log_of, uri_of
from tracker.store.private import make_private, private_cache

_ROOM = "reading"
_TRIES = 5
_PAUSE_SECONDS = 0.2
_FRESH_SECONDS = 3600
"""A copy may be under way so long before its file is opened."""


class ReadingCopy(FileDatabase):
    """A copy of a workspace file, gone when it is closed.

    Args:
        origin: The file that can only be read.

    Raises:
        StoreProblem: Missing, no workspace, damaged, newer, or no room for the copy.
    """

    read_only = True

    def __init__(self, origin: Path) -> None:
        with trouble.told(origin):
            self.version = check_header(origin)
            self._folder = _own_folder()
        try:
            with trouble.told(origin):
                copy = self._folder / origin.name
                _copy(origin, copy)
                probe(copy)
            super().__init__(copy, shown=origin)
        except BaseException:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self.place = origin
        self.begin_check()

    def close(self) -> None:
        """Let go of the copy and delete it; a second call does nothing."""
        super().close()
        shutil.rmtree(self._folder, ignore_errors=True)


def _own_folder() -> Path:
    """Return a new folder that only this person may read; left ones of a crash go."""
    try:
        room = private_cache() / _ROOM
        room.mkdir(mode=0o700, exist_ok=True)
        for left in room.iterdir():
            if _is_left(left):
                shutil.rmtree(left, ignore_errors=True)
        made = room / uuid4().hex
        made.mkdir(mode=0o700)
    except OSError:  # a home that cannot be written
        return Path(tempfile.mkdtemp(prefix="duizhang-reading-"))
    return made


def _is_left(folder: Path) -> bool:
    """Tell whether nobody has the copy in a folder open."""
    with suppress(OSError, sqlite3.Error):
        if time.time() - folder.stat().st_mtime < _FRESH_SECONDS:
            return False
        for copy in folder.glob("*.duizhang"):
            with closing(sqlite3.connect(uri_of(copy, "mode=rw"), uri=True, timeout=0)) as file:
                # Only who has a file for himself can leave its log.
                file.execute("PRAGMA journal_mode=DELETE").fetchall()
        return True
    return False


def _copy(origin: Path, copy: Path) -> None:
    """Copy a file with its log, both as they are at one moment.

    A colleague's program may move the log into the file meanwhile; then it is begun anew.

    Raises:
        StoreProblem: It was never still.
        OSError: It cannot be read, or not be copied.
    """
    parts = ((origin, copy), (log_of(origin), log_of(copy)))
    for n in range(_TRIES):
        if n:
            time.sleep(_PAUSE_SECONDS)
        before = [_stand(source) for source, _ in parts]
        for source, target in parts:
            target.unlink(missing_ok=True)
            if source.exists():
                make_private(target)
                with source.open("rb") as reading, target.open("wb") as writing:
                    shutil.copyfileobj(reading, writing, 1 << 20)
        if before == [_stand(source) for source, _ in parts]:
            return
    raise trouble.locked(origin)


def _stand(file: Path) -> tuple[int, int] | None:
    """Return what tells whether a file was written; None where it is not there."""
    try:
        found = file.stat()
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_size
