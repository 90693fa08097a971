"""A workspace that an office shares: opened by its address, watched, and where two met."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from desktop.jobs import sharing as jobs
from desktop.jobs.job import Job, Lane
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context
from tracker.errors import TrackerError
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.shared_dialog import SharedDialog
    from tracker.model.address import ServerAddress
    from tracker.model.sharing import Changes, Conflicted
    from tracker.workspace import Place, Workspace

WATCH_MS = 2000
"""How often the server is asked what colleagues did: one short question."""

_PASSWORD = "password"
_NAMED = 24
"""Characters of a promise's name in the bar."""
_OVERTAKEN = "overtaken"
"""Detail of the problem of an undo that a colleague was faster than."""
_JUDGED_BY = {"match_decision", "name_pair", "promise_word"}
"""What changes verdicts, and not only what is beside them."""
_READ_BY = {"correction", "content"}
"""What changes how a report is read."""


class Sharing(QObject):
    """Opens shared workspaces, shows what colleagues did, lets a person decide where two met.

    Args:
        session: The open workspace.
        window: Parent of the dialog.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self.dialog: SharedDialog | None = None
        self._wanted: ServerAddress | None = None
        self._last: ServerAddress | None = None
        self._met: list[tuple[Conflicted, Callable[[], object]]] = []
        self._decisions: tuple[QAction, ...] = ()
        self._lost = self._unread = False
        self._shown = 0
        self._timer = QTimer(self, interval=WATCH_MS)
        self._timer.timeout.connect(self.look)
        session.opened.connect(self._on_opened)
        session.open_failed.connect(self._on_open_failed)
        session.runner.refused.connect(self._on_refused)

    def serve(self, *decisions: QAction) -> None:
        """Take the actions that decide where two met; they can be chosen only then."""
        self._decisions = decisions
        self._offer()

    # Opening

    def ask(self) -> None:
        """Ask for the address of a shared workspace and open it; the last one stands there."""
        recent = (place for place in self._session.recent if not isinstance(place, Path))
        self._show_dialog(self._wanted or self._last or next(recent, None))

    def connect_to(self, address: ServerAddress) -> None:
        """Open a shared workspace; where it wants a password, ask for it."""
        self._open(address, "")

    def offer(self, address: ServerAddress) -> None:
        """Offer the shared workspace that was open last: no server is asked before that."""
        self._last = address
        told = Message(
            f"上次打开的是共享工作区“{address.name}”，尚未连接。",
            f"The shared workspace “{address.name}” was open last; nothing is connected yet.",
        )
        self._session.noticed.emit(Notice(Tone.WARNING, told, action="connect_last"))

    def connect_last(self) -> None:
        """Open the shared workspace that was open last."""
        if self._last is not None:
            self.connect_to(self._last)

    def _open(self, address: ServerAddress, password: str) -> None:
        self._wanted = address
        self._session.open_workspace(address, password=password)

    def _show_dialog(self, address: ServerAddress | None, problem: Message | None = None) -> None:
        from desktop.dialogs.shared_dialog import SharedDialog  # noqa: PLC0415 - not needed for the first frame

        if self.dialog is None:
            self.dialog = SharedDialog(self._window)
            self.dialog.chosen.connect(self._open)
        self.dialog.begin(address, problem)
        self.dialog.setModal(True)
        self.dialog.open()

    def _on_open_failed(self, place: Place, problem: TrackerError) -> None:
        if self._wanted is None or place != self._wanted:
            return
        asked = self.dialog is not None and self.dialog.is_waiting()
        if asked or problem.detail == _PASSWORD:
            self._show_dialog(self._wanted, problem.message)

    def _on_opened(self) -> None:
        self._met.clear()
        self._offer()
        self._lost, self._shown = False, 0
        workspace = self._session.workspace
        if workspace is not None and workspace.shared:
            self._timer.start()
            if self.dialog is not None:
                self.dialog.end()
        else:
            self._timer.stop()

    # Watching

    def look(self) -> None:
        """Ask what colleagues did since it was asked last."""
        workspace = self._session.workspace
        if workspace is None:
            self._timer.stop()
            return
        work = without_context(partial(jobs.changes, workspace))
        job = Job("changes", READING, work, Lane.WATCH, quiet=True)
        self._timer.stop()  # it is asked again when the answer is there, however long that takes
        self._session.runner.submit(job, partial(self._on_changes, workspace))

    def _on_changes(self, workspace: Workspace, found: Changes | TrackerError) -> None:
        if workspace is not self._session.workspace:
            return
        self._timer.start()
        if isinstance(found, TrackerError):
            if not self._lost:
                self._lost = True
                self._session.noticed.emit(Notice(Tone.PROBLEM, _cut_off(workspace)))
            return
        if self._lost:
            self._lost = False
            told = Message("已恢复与共享工作区的连接。", "The shared workspace is connected again.")
            self._session.noticed.emit(Notice(Tone.DONE, told))
            self._session.refresh()
        if found.actions[-1:] and found.actions[-1].number > self._shown:
            self._show(workspace, found)
        elif found.actions:
            self._on_shown(workspace, found)

    def _show(self, workspace: Workspace, found: Changes) -> None:
        """Read anew what colleagues changed; what is selected and where one reads stays."""
        session, self._shown = self._session, found.actions[-1].number
        reports = {report for one in found.actions for report in one.report_ids}
        kinds = {kind for one in found.actions for kind in one.kinds}
        tracked = session.tracking
        session.refresh()
        if kinds & _READ_BY:
            session.desk.keep({entry.id for entry in session.entries}, reports)
        if tracked is not None and kinds & (_JUDGED_BY | _READ_BY):
            session.track(tracked.earlier.id, tuple(one.id for one in tracked.laters))
        # Lands behind the jobs that read it: what is seen may be written over.
        self._unread = False
        shown = Job("", READING, without_context(_wait), Lane.STORE, quiet=True)
        session.runner.submit(shown, partial(self._on_shown, workspace, found))
        told = found.told
        session.undone.emit(told)  # who shows what it may have changed asks anew
        if not self._met:
            session.noticed.emit(Notice(Tone.DONE, told, passing=True, aside=True))

    def _on_shown(self, workspace: Workspace, found: Changes, _: object = None) -> None:
        """Let what is seen be written over; not by a note that was begun before it was there."""
        if self._unread:
            self._shown = 0  # it is read once more
        elif not _is_writing():
            # Behind what a person did before it was shown, and is still to be written.
            seen = without_context(partial(workspace.have_seen, found))
            self._session.runner.submit(Job("", READING, seen, Lane.STORE, quiet=True), _nothing)

    # Where two met

    def _on_refused(self, problem: TrackerError, again: Callable[[], object]) -> None:
        self._unread = True
        if problem.detail == _OVERTAKEN:
            self._session.refresh()
        if not hasattr(problem, "conflicts"):
            return
        met: Conflicted = problem  # type: ignore[assignment]
        self._met.append((met, again))
        told, more = _about(met), len(self._met) - 1
        if more:
            told = Message(
                f"{told.zh}（另有 {more} 处待定）", f"{told.en} ({more} more to be decided.)"
            )
        notice = Notice(Tone.WARNING, told, action="keep_mine", other="take_theirs")
        self._session.noticed.emit(notice)
        self._offer()
        self.look()

    def _offer(self) -> None:
        for action in self._decisions:
            action.setEnabled(bool(self._met))

    def keep_mine(self) -> None:
        """Do once more what was refused, over what the colleagues wrote."""
        workspace, met = self._session.workspace, self._take_met()
        if workspace is None or not met:
            return
        for problem, again in met:
            workspace.keep_mine(problem.conflicts)  # asks no server
            again()
        told = Message(
            "已写入你的改动，同事的留在历史中。", "Yours was written; both are in the history."
        )
        self._session.noticed.emit(Notice(Tone.DONE, told))

    def take_theirs(self) -> None:
        """Leave what the colleagues wrote; one's own stays in the history as set aside."""
        workspace, met = self._session.workspace, self._take_met()
        if workspace is None or not met:
            return
        for problem, _ in met:
            work = without_context(partial(jobs.take_theirs, workspace, problem.conflicts))
            job = Job("", SAVING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, self._on_taken)
        told = Message(
            "已采用同事的改动，你的留在历史中。", "Theirs stands; yours is in the history."
        )
        self._session.noticed.emit(Notice(Tone.DONE, told))

    def _on_taken(self, _: object) -> None:
        self._session.refresh()

    def _take_met(self) -> list[tuple[Conflicted, Callable[[], object]]]:
        met, self._met = self._met, []
        self._offer()
        return met


def _about(met: Conflicted) -> Message:
    """Return what happened, with the promise that it is about: for the eyes, never for a log."""
    told, marks = met.message, [one.mine or one.theirs for one in met.conflicts]
    thing = marks[0].object if len(marks) == 1 and marks[0] is not None else ""
    if not thing:
        return told
    name = thing if len(thing) <= _NAMED else thing[: _NAMED - 1] + "…"
    return Message(f"“{name}”：{told.zh}", f"“{name}”: {told.en}")


def _cut_off(workspace: Workspace) -> Message:
    return Message(
        f"与共享工作区“{workspace.name}”的连接中断：此时的改动不会保存；正在不断重试。",
        f"The connection to “{workspace.name}” is lost: nothing you change now is saved; it is "
        "tried again and again.",
    )


def _nothing(_: object) -> None:
    """There is nothing to show."""


def _is_writing() -> bool:
    """Tell whether a person is in the middle of words, which are not replaced under the hand."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit):
        return field.isModified()
    if isinstance(field, QTextEdit | QPlainTextEdit):
        return not field.isReadOnly() and field.document().isModified()
    return False


def _wait() -> None:
    """Do nothing: the turn comes when the jobs before are done."""
