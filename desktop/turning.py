"""Undo and redo: asked of the workspace, and told in words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import catalog
from desktop.jobs.job import Job, Lane
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.catalog import Tracked, Undone
    from desktop.jobs.runner import JobRunner
    from tracker.model.ids import ReportId
    from tracker.workspace import Workspace

_SAVING = Message("正在保存", "Saving")
_UNDONE, _REDONE = Message("已撤销：", "Undone: "), Message("已重做：", "Done again: ")


class Turning(QObject):
    """Takes actions back and does them again.

    Signals:
        turned(Message, Undone): What begins the sentence on it, and what it changed.
        state_changed(UndoState): What undo and redo would do.
    """

    turned = Signal(object, object)
    state_changed = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._runner = runner

    def undo(self, workspace: Workspace, tracked: Tracked | None, reader: str) -> None:
        """Take the last action back; what is looked at tells which marks may change by it."""
        self._turn(partial(catalog.undo, workspace, _report_of(tracked), reader), _UNDONE)

    def redo(self, workspace: Workspace, tracked: Tracked | None, reader: str) -> None:
        """Do the last undone action again."""
        self._turn(partial(catalog.redo, workspace, _report_of(tracked), reader), _REDONE)

    def _turn(self, work: Callable[[], Undone], intro: Message) -> None:
        job = Job("", _SAVING, lambda _: work(), Lane.STORE, quiet=True)
        self._runner.submit(job, partial(self.turned.emit, intro))

    def ask(self, workspace: Workspace) -> None:
        """Ask what undo and redo would do."""
        work = partial(catalog.undo_state, workspace)
        job = Job("undo", _SAVING, lambda _: work(), Lane.STORE, quiet=True)
        self._runner.submit(job, self.state_changed.emit)


def _report_of(tracked: Tracked | None) -> ReportId | None:
    return tracked.earlier.id if tracked is not None else None
