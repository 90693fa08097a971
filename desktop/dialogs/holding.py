"""What waits for a shared workspace outlives the program: kept, offered, done again, let go."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs.job import Job, Lane
from desktop.models import meeting
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context
from desktop.unsettled import Refused
from tracker.errors import StoreProblem

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from tracker.errors import TrackerError
    from tracker.message import Message
    from tracker.workspace import Held, HeldWork, Workspace


class Holding(QObject):
    """Keeps unwritten work of a shared workspace in files of this computer.

    Args:
        session: The open workspace.
        parent: Owns it.

    Signals:
        wanted(tuple[Refused, ...]): They shall be done now, in this order.
    """

    wanted = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._file: HeldWork | None = None
        self._kept: set[str] = set()
        self._found: tuple[Held, ...] = ()
        self._offers: tuple[QAction, ...] = ()
        self.unsafe: Message | None = None
        """Why what waits is in memory only; None where it is on the disk."""
        session.runner.begun.connect(self._on_begun)
        session.runner.settled.connect(self._on_settled)

    def serve(self, *offers: QAction) -> None:
        """Take the actions on what waited; they can be chosen only where something did."""
        self._offers = offers
        self._offer(())

    def _offer(self, found: tuple[Held, ...]) -> None:
        self._found = found
        for action in self._offers:
            action.setEnabled(bool(found))

    def begin(self, workspace: Workspace | None) -> None:
        """Look what waits for a workspace that was just opened; None ends it."""
        self._file, self.unsafe = None, None
        self._kept.clear()
        self._offer(())
        if workspace is None:
            return
        from desktop.jobs import held  # noqa: PLC0415 - rarely needed
        from tracker.workspace import HeldWork  # noqa: PLC0415 - as above

        self._file = HeldWork(workspace.place, self._session.user)  # type: ignore[arg-type]
        work = without_context(partial(held.found, workspace, self._file))
        job = Job("", READING, work, Lane.STORE, quiet=True)
        self._session.runner.submit(job, partial(self._on_found, self._file))

    def _on_found(self, file: HeldWork, found: tuple[Held, ...]) -> None:
        # What is held in this very run is on its way by itself.
        found = tuple(one for one in found if one.id not in self._kept)
        if file is not self._file or not found:
            return
        self._kept |= {one.id for one in found}
        self._offer(found)
        self._session.noticed.emit(
            Notice(
                Tone.WARNING,
                meeting.waited(len(found), found[0].at),
                action="write_waiting",
                other="drop_waiting",
            )
        )

    def _on_begun(self, job: Job) -> None:
        """Note what is under way: of a program that is killed now, nobody knows what was done."""
        with suppress(LookupError):
            self._note(job)

    def _note(self, job: Job) -> None:
        """Put what a job does into a file; ``unsafe`` tells where that cannot be.

        Raises:
            LookupError: It is nothing that can wait.
        """
        workspace = self._session.workspace
        if workspace is None or self._file is None or job.key in self._kept:
            return
        from desktop.jobs import held  # noqa: PLC0415 - rarely needed

        one = held.described(job, workspace)
        if one is None:
            raise LookupError(job.key)
        try:
            self._file.add(one)
        except StoreProblem as problem:
            self.unsafe = problem.message
        else:
            self.unsafe = None
            self._kept.add(job.key)

    def keep(self, job: Job) -> None:
        """Let what a job does survive a power cut; ``unsafe`` tells where it cannot.

        Raises:
            LookupError: It is nothing that can wait.
        """
        self._note(job)
        self._settle()

    def keep_all(self) -> int:
        """Let all that is under way survive a power cut; return how much that is."""
        jobs = self._session.runner.saving()
        if jobs:
            self._settle()
        return len(jobs)

    def _settle(self) -> None:
        try:
            if self._file is not None:
                self._file.settle()
        except StoreProblem as problem:
            self.unsafe = problem.message

    def _on_settled(self, job: Job, problem: TrackerError | None) -> None:
        """Let go of what is written, or was refused for good; not of what is still undecided."""
        if not (hasattr(problem, "is_away") or hasattr(problem, "conflicts")):
            self.let_go((job.key,))

    def let_go(self, keys: tuple[str, ...]) -> None:
        """Take what does not wait any more out of the file."""
        gone = [key for key in keys if key in self._kept]
        if not gone or self._file is None:
            return
        self._kept.difference_update(gone)
        try:
            self._file.remove(gone)
        except StoreProblem as problem:  # it is written: the server knows that it is
            self._session.noticed.emit(Notice(Tone.WARNING, problem.message))

    # What waited from an earlier time

    def write(self) -> None:
        """Do now what waited, in its order."""
        found, workspace = self._take(), self._session.workspace
        if found and workspace is not None:
            self.wanted.emit(tuple(self._refused(workspace, one) for one in found))

    def drop(self) -> None:
        """Leave out what waited, for good."""
        found = self._take()
        if found:
            self.let_go(tuple(one.id for one in found))
            self._session.noticed.emit(Notice(Tone.DONE, meeting.left_out(len(found))))

    def _take(self) -> tuple[Held, ...]:
        found = self._found
        self._offer(())
        return found

    def _refused(self, workspace: Workspace, one: Held) -> Refused:
        from desktop.jobs import held  # noqa: PLC0415 - rarely needed

        work = without_context(partial(held.again, workspace, one))
        job = Job(
            "", SAVING, work, Lane.STORE, quiet=True, about=one.about, says=one.says, key=one.id
        )
        again: Callable[[], object] = partial(self._session.runner.submit, job, _nothing)
        return Refused(None, again, one.at, one.about, one.says, one.id)


def _nothing(_: object) -> None:
    """Everything is read anew when all of them are done."""
