"""The half of the door by which documents come in; ``Workspace`` has the other half."""

from collections.abc import Callable, Iterable
from pathlib import Path

from tracker.model.draft import Corrections, Draft, ImportChoice
from tracker.model.ids import ReportId
from tracker.model.library import ImportResult
from tracker.workspace.intake import Intake, Progress


def _silent(done: int, total: int, what: str) -> None:
    """Report progress to nobody."""


def _never() -> bool:
    """Never ask to stop."""
    return False


def _leave(_: object) -> None:
    """Take no notice."""


class Arrivals:
    """Imports and previews of a workspace; see ``Workspace``."""

    _intake: Intake

    def import_files(
        self,
        paths: Iterable[Path | str],
        *,
        encoding: str = "",
        report_progress: Progress = _silent,
        should_stop: Callable[[], bool] = _never,
    ) -> tuple[ImportResult, ...]:
        """Read files into the workspace, each whole or not at all; undone as one action.

        Many are read by processes on all processors, with their promises and results. A file
        that is there already is known by its bytes and not read, so that an import that was
        stopped, or killed, goes on where it was.

        Args:
            paths: Files, folders, archives.
            encoding: Encoding of text files, "" to find it out.
            report_progress: Called with (files done, files in all, name of the next file).
            should_stop: Asked before each file; what was imported by then stays.

        Returns:
            One result per file that was tried; a file that cannot be used is a result with a
            ``problem``, never an exception.

        Raises:
            StoreProblem: The workspace cannot be written; files before it are imported.
        """
        files = [Path(path) for path in paths]
        return self._intake.import_files(files, encoding, report_progress, should_stop)

    def import_bytes(self, name: str, data: bytes, encoding: str = "") -> ImportResult:
        """Read a document that is no file (pasted text, a sample) into the workspace."""
        return self._intake.import_bytes(name, data, encoding)

    def import_samples(self) -> None:
        """Read the program's sample reports into the workspace, as one action."""
        self._intake.import_samples()

    def preview(
        self,
        paths: Iterable[Path | str],
        *,
        encoding: str = "",
        report_progress: Progress = _silent,
        should_stop: Callable[[], bool] = _never,
        take: Callable[[Draft], None] = _leave,
        foresee: Callable[[tuple[Draft, ...]], None] = _leave,
    ) -> tuple[Draft, ...]:
        """Return the documents of files, folders and archives as they would be imported.

        Nothing is stored. A file that cannot be read is a draft with a ``problem``; after a stop
        there are drafts for the files that were read by then. ``take`` gets each as it comes;
        ``foresee`` gets names and places of all of them, before the first is read.
        """
        files = [Path(path) for path in paths]
        return self._intake.previews.of_files(
            files, encoding, report_progress, should_stop, take, foresee
        )

    def preview_pasted(self, plain: str, html: str = "") -> Draft | None:
        """Return what was copied, plain and rich, as a draft; None when it holds no text."""
        return self._intake.previews.pasted(plain, html)

    def preview_bytes(self, name: str, data: bytes, encoding: str = "") -> Draft:
        """Return a document that is no file (pasted text) as it would be imported."""
        return self._intake.previews.of_bytes(name, data, encoding)

    def redraft(self, draft: Draft, said: Corrections, encoding: str = "") -> Draft:
        """Return a draft with these corrections, read in this encoding ("": found out)."""
        return self._intake.previews.redraft(draft, said, encoding)

    def draft_of(self, report_id: ReportId) -> Draft:
        """Return a report of the workspace as a draft, to be corrected like a new one."""
        return self._intake.previews.draft_of(report_id)

    def import_previewed(
        self,
        choices: Iterable[ImportChoice],
        *,
        report_progress: Progress = _silent,
        should_stop: Callable[[], bool] = _never,
    ) -> tuple[ImportResult, ...]:
        """Store chosen drafts with their corrections, each whole; undone as one action.

        Returns:
            One result per choice; after a stop, those that were stored by then.

        Raises:
            StoreProblem: The workspace cannot be written; drafts before it are stored.
        """
        return self._intake.import_previewed(tuple(choices), report_progress, should_stop)
