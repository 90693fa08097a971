"""A PostgreSQL server of the tests' own: made anew, reached by a socket in a private folder."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tracker.model.address import ServerAddress
from tracker.store.place import Place

OWNER = "duizhang"
"""Who may do everything on it."""

_PLACES = ("/usr/local/bin", "/usr/local/pgsql/bin", "/opt/homebrew/bin")


def programs() -> Path | None:
    """Return the folder with the programs of the server, None where none is installed."""
    known = [shutil.which("initdb"), *(f"{place}/initdb" for place in _PLACES)]
    known += sorted(map(str, Path("/usr/lib/postgresql").glob("*/bin/initdb")), reverse=True)
    found = (Path(one).resolve().parent for one in known if one and Path(one).exists())
    return next((one for one in found if (one / "postgres").exists()), None)


class Server:
    """A running server.

    Args:
        bin_folder: Its programs.
        folder: Private folder for data and socket.
    """

    def __init__(self, bin_folder: Path, folder: Path) -> None:
        self._bin = bin_folder
        self.folder = folder
        self._numbers = count(1)
        self._user: dict[str, Any] = {}
        if hasattr(os, "getuid") and os.getuid() == 0:  # a server refuses to be started by root
            self._user = {"user": "nobody", "group": "nogroup", "extra_groups": []}
            with suppress(LookupError):
                shutil.chown(folder, "nobody")
        self._run(
            "initdb",
            *("--pgdata", str(folder / "data"), "--no-sync", "--encoding=UTF8", "--locale=C"),
            *("--username", OWNER, "--auth-local=trust", "--auth-host=scram-sha-256"),
        )
        rules = folder / "data" / "pg_hba.conf"
        # One who has to say a password, by the same socket.
        first = f"local all guarded scram-sha-256\n{rules.read_text()}"
        rules.write_text(first)
        self.start()

    def _run(self, program: str, *words: str) -> None:
        done = subprocess.run(
            [str(self._bin / program), *words],
            capture_output=True,
            text=True,
            cwd=self.folder,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
            check=False,
            **self._user,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr or done.stdout}")

    def start(self) -> None:
        """Start it and wait until it answers."""
        # Nothing has to survive a power cut here.
        said = (
            f"-k {self.folder} -c listen_addresses='' -c fsync=off -c full_page_writes=off"
            " -c shared_buffers=16MB -c max_connections=40"
        )
        data, log = str(self.folder / "data"), str(self.folder / "log")
        self._run("pg_ctl", "-D", data, "-l", log, "-w", "-s", "-o", said, "start")

    def stop(self) -> None:
        """End it at once, as a power cut would."""
        data = str(self.folder / "data")
        self._run("pg_ctl", "-D", data, "-w", "-s", "-m", "immediate", "stop")

    def freeze(self) -> None:
        """Let it hang: it lives, keeps its lines, and answers nobody."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on as if nothing had been."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: int) -> None:
        """Tell it and everyone who works for it."""
        first = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        tasks = Path(f"/proc/{first}/task/{first}/children")
        for process in (first, *map(int, tasks.read_text().split())):
            os.kill(process, number)

    def address(self, database: str, user: str = OWNER) -> ServerAddress:
        """Return where a database lies."""
        return ServerAddress(str(self.folder), database, user)

    def say(self, statement: str, database: str = "postgres") -> list[tuple[Any, ...]]:
        """Run a statement as the owner; return its rows."""
        import psycopg  # noqa: PLC0415 - not everywhere installed

        with psycopg.connect(
            host=str(self.folder), dbname=database, user=OWNER, autocommit=True
        ) as connection:
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def new_database(self, more: str = "") -> ServerAddress:
        """Make an empty database and return where it lies."""
        name = f"work{next(self._numbers)}"
        self.say(f"CREATE DATABASE {name} {more}")
        return self.address(name)


def why_not() -> str:
    """Return why there can be no server here, "" where there can."""
    try:
        import psycopg  # noqa: F401, PLC0415
    except ImportError:
        return "psycopg is not installed"
    if programs() is None:
        return "PostgreSQL is not installed (initdb and postgres were not found)"
    return ""


@contextmanager
def running() -> Iterator[Server]:
    """Start a server, and take it away again."""
    reason, found = why_not(), programs()
    if reason or found is None:
        pytest.skip(reason)
    # The name of a socket may have a hundred characters; tmp_path is longer at times.
    with tempfile.TemporaryDirectory(prefix="duizhang-pg-", ignore_cleanup_errors=True) as folder:
        server = Server(found, Path(folder))
        try:
            yield server
        finally:
            server.stop()


def contents(place: Place) -> bytes:
    """Return every byte that a closed workspace keeps: of the file, or of all rows on the server.

    Called after a workspace was closed or while it is idle.
    """
    if isinstance(place, Path):
        return place.read_bytes()
    import psycopg  # noqa: PLC0415 - not everywhere installed

    kept = []
    with psycopg.connect(host=place.host, dbname=place.database, user=OWNER) as connection:
        names = connection.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'duizhang'"
        ).fetchall()
        for (name,) in names:
            for row in connection.execute(f'SELECT * FROM duizhang."{name}"'.encode()):
                kept += [v if isinstance(v, bytes) else str(v).encode() for v in row]
    return b"\n".join(kept)
