"""Copies of a workspace, put aside by themselves in the user's private folder.

A copy is made before every migration and on the first opening of a day; the last seven are kept.
They lie outside the workspace's own folder, which may be shared or synchronised.
"""

import threading
from collections.abc import Iterable
from pathlib import Path

from tracker.errors import StoreProblem
from tracker.model.ids import ReportId
from tracker.store.database import FileDatabase, now
from tracker.store.erase import erase_version
from tracker.store.private import make_private, private_folder, replace_file

KEPT = 7
"""Copies that are kept of one workspace."""

_SUFFIX = ".duizhang"

_ORIGIN = "origin"
"""File beside the copies that names the workspace they are of."""


def copies_of(path: Path) -> tuple[Path, ...]:
    """Return the copies of the workspace at a path, latest first, though it cannot be opened."""
    wanted = str(path.absolute()).encode()
    found: list[Path] = []
    for origin in private_folder("backups").glob(f"*/{_ORIGIN}"):
        if origin.read_bytes() == wanted:
            found.extend(origin.parent.glob(f"*{_SUFFIX}"))
    return tuple(sorted(found, key=lambda copy: copy.name, reverse=True))


class NoBackups:
    """Copies of a shared workspace: whoever keeps the server makes them."""

    problem: StoreProblem | None = None
    """Nothing that was tried has failed."""

    def finish(self) -> None:
        """Wait for nothing."""

    def erase(self, report_ids: Iterable[ReportId]) -> None:
        """Leave copies that others made to them."""


class Backups(NoBackups):
    """Copies of one workspace file.

    Args:
        database: The open workspace.
    """

    def __init__(self, database: FileDatabase) -> None:
        self._database = database
        self._thread: threading.Thread | None = None
        self.problem = None
        """Why today's copy could not be made, or None."""

    @staticmethod
    def upgrade(database: FileDatabase) -> None:
        """Put a copy aside, then bring an older file up to date.

        Raises:
            StoreProblem: The copy or the migration failed; the file is as it was.
        """
        # Alembic takes half a second to import: only an older file pays for it.
        from tracker.store.migrate import upgrade  # noqa: PLC0415

        database.begin_check()
        database.check()
        Backups(database).make("before-migration")
        upgrade(database)
        database.checkpoint()

    @property
    def folder(self) -> Path:
        """Where the copies of this workspace lie."""
        return private_folder("backups", self._database.workspace_id)

    def copies(self) -> tuple[Path, ...]:
        """Return the copies, oldest first."""
        with self._database.told():
            return tuple(sorted(self.folder.glob(f"*{_SUFFIX}")))

    def make(self, reason: str) -> Path:
        """Write a copy and drop the oldest beyond the last seven.

        Args:
            reason: Short word for the file name.

        Raises:
            StoreProblem: The copy cannot be written.
        """
        name = f"{now():%Y-%m-%d_%H%M%S_%f}_{reason}{_SUFFIX}"
        with self._database.told():
            target = self.folder / name
            fresh = target.with_suffix(".new")
            try:
                make_private(fresh)
                self._database.copy_to(fresh)
                fresh.replace(target)
                replace_file(self.folder / _ORIGIN, str(self._database.path.absolute()).encode())
            finally:
                fresh.unlink(missing_ok=True)
        for old in self.copies()[:-KEPT]:
            old.unlink(missing_ok=True)
        return target

    def start_daily(self) -> None:
        """Put today's copy aside in the background, unless there is one."""
        self._thread = threading.Thread(target=self._daily, name="backup")
        self._thread.start()

    def _daily(self) -> None:
        try:
            today = f"{now():%Y-%m-%d}"
            if not any(copy.name.startswith(today) for copy in self.copies()):
                # A copy of a damaged file would in the end take the place of the good ones.
                self._database.begin_check()
                self._database.check()
                self.make("daily")
        except StoreProblem as problem:
            # Work goes on without a copy; whoever asks is told.
            self.problem = problem

    def finish(self) -> None:
        """Wait until a copy that is being made is done."""
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def erase(self, report_ids: Iterable[ReportId]) -> None:
        """Erase reports from every copy; a copy in which that fails is deleted."""
        self.finish()
        erased = tuple(report_ids)
        for copy in self.copies():
            try:
                database = FileDatabase.open(copy)
            except StoreProblem:
                copy.unlink(missing_ok=True)
                continue
            try:
                with database.write() as connection:
                    for report_id in erased:
                        erase_version(connection, report_id)
                database.scrub()
            except StoreProblem:
                copy.unlink(missing_ok=True)
            finally:
                database.close()
