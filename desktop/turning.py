"""Undo and redo: asked of the workspace, and told in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import catalog
from desktop.jobs.job import SAVING, Job, Lane, without_context
from desktop.notice import Notice, Tone
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.catalog import Tracked, Undone
    from desktop.jobs.runner import JobRunner
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.workspace import Workspace

_ASKING = Message("正在读取", "Reading")
_UNDONE, _REDONE = Message("已撤销：", "Undone: "), Message("已重做：", "Done again: ")


class Turning(QObject):
    """Takes actions back and does them again.

    Signals:
        turned(Message, Undone): What begins the sentence on it, and what it changed.
        state_changed(UndoState): What undo and redo would do.
        promise_back(CommitmentId): What is looked at has this promise again, or anew; it is told
            before the session tells of the promises.
    """

    turned = Signal(object, object)
    state_changed = Signal(object)
    promise_back = Signal(str)

    def __init__(self, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner
        self._before: frozenset[CommitmentId] | None = None

    def undo(self, workspace: Workspace, tracked: Tracked | None, reader: str) -> None:
        """Take the last action back; what is looked at tells which marks may change by it."""
        self._turn(partial(catalog.undo, workspace, _report_of(tracked), reader), _UNDONE)

    def redo(self, workspace: Workspace, tracked: Tracked | None, reader: str) -> None:
        """Do the last undone action again."""
        self._turn(partial(catalog.redo, workspace, _report_of(tracked), reader), _REDONE)

    def _turn(self, work: Callable[[], Undone], intro: Message) -> None:
        job = Job("", SAVING, without_context(work), Lane.STORE, quiet=True)
        self._runner.submit(job, partial(self.turned.emit, intro))

    def ask(self, workspace: Workspace) -> None:
        """Ask what undo and redo would do."""
        work = partial(catalog.undo_state, workspace)
        job = Job("undo", _ASKING, lambda _: work(), Lane.STORE, quiet=True)
        self._runner.submit(job, self.state_changed.emit)

    def note_promises(self, tracked: Tracked | None) -> None:
        """Remember which promises there were, while they are judged anew; None: no matter."""
        self._before = (
            None if tracked is None else frozenset(t.commitment.id for t in tracked.trackings)
        )

    def tell_back(self, tracked: Tracked) -> None:
        """Tell which promise is there that was not, if one is."""
        before, self._before = self._before, None
        ids = (one.commitment.id for one in tracked.trackings)
        back = next((one for one in ids if before is not None and one not in before), None)
        if back is not None:
            self.promise_back.emit(back)


def told_of(intro: Message, action: Message, name: str) -> Message:
    """Say what was taken back or done again; ``name`` is what it was done to, or ""."""
    end = f" · {name}" if name else ""
    return Message(intro.zh + action.zh + end, intro.en + action.en + end)


def notice_of(intro: Message, told: Message, n_gone: int) -> Notice:
    """Return how it is told: where reports left the library, in the bar, with the way back."""
    if n_gone <= 0:
        return Notice(Tone.DONE, told, passing=True)
    gone = Message(
        f"{told.zh}（{n_gone} 份报告移出报告库）",
        f"{told.en} (reports that left the library: {n_gone})",
    )
    return Notice(Tone.WARNING, gone, action="redo" if intro is _UNDONE else "undo")


def _report_of(tracked: Tracked | None) -> ReportId | None:
    return tracked.earlier.id if tracked is not None else None
