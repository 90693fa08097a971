"""A workspace that an office shares: opened by its address, watched, and where two met."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QPlainTextEdit, QTextEdit

from desktop.dialogs.holding import Holding
from desktop.jobs import sharing as jobs
from desktop.jobs.job import Job, Lane
from desktop.models import meeting
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context
from desktop.unsettled import Refused
from desktop.widgets.shared_line import SharedLine
from tracker.errors import TrackerError
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMessageBox, QWidget

    from desktop.dialogs.shared_dialog import SharedDialog
    from tracker.model.address import ServerAddress
    from tracker.model.sharing import Changes, Conflicted
    from tracker.workspace import Place, Workspace

WATCH_MS = 2000
"""How often the server is asked what colleagues did: one short question."""

SLOW_MS = 1500
"""How long an answer may take before the status line says that it is waited for."""

SILENT_MS = 1000
"""How often what is under way is put on the disk while an answer is waited for, and the server
asked by another way whether it is there at all."""

_PASSWORD = "password"
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
        self._unsettled = session.unsettled
        self.holding = Holding(session, self)
        self.line = SharedLine(window)
        self.question: QMessageBox | None = None
        """What is asked before unwritten work is thrown away."""
        self._decisions: tuple[QAction, ...] = ()
        self._lost = self._unread = self._sending = self._is_told = False
        self._shown = 0
        self._timer = QTimer(self, interval=WATCH_MS)
        self._timer.timeout.connect(self.look)
        self._slow = QTimer(self, interval=SLOW_MS, singleShot=True)
        self._slow.timeout.connect(self._on_slow)
        self._silent = QTimer(self, interval=SILENT_MS)
        self._silent.timeout.connect(self._on_silent)
        self.holding.wanted.connect(self._write_waiting)
        self._unsettled.changed.connect(self._offer)
        self._unsettled.turned.connect(self._tell_met)
        self._unsettled.mine_wanted.connect(self.keep_mine)
        self._unsettled.theirs_wanted.connect(self.take_theirs)
        self._unsettled.leaving.connect(self._ask_leave)
        session.opened.connect(self._on_opened)
        session.open_failed.connect(self._on_open_failed)
        session.runner.refused.connect(self._on_refused)

    def serve(self, *decisions: QAction) -> None:
        """Take the actions that decide where two met; they can be chosen only then."""
        self._decisions = decisions
        self._offer()
        if isinstance(self._window, QMainWindow):
            self._window.statusBar().addPermanentWidget(self.line)
        self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the window open as long as something in it would be lost."""
        closing = watched is self._window and event.type() == QEvent.Type.Close
        if closing and self._unsettled.keeps_open(self._window.close):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

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
        self._unsettled.forget()
        self._lost, self._sending, self._is_told, self._shown = False, False, False, 0
        self._stop_waiting()
        workspace = self._session.workspace
        is_shared = workspace is not None and workspace.shared
        self.holding.begin(workspace if is_shared else None)
        if is_shared:
            self._timer.start()
            self.line.set_open()
            if self.dialog is not None:
                self.dialog.end()
        else:
            self._timer.stop()
            self.line.hide()

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
        if not self._slow.isActive():
            self._slow.start()
        self._session.runner.submit(job, partial(self._on_changes, workspace))

    def _on_slow(self) -> None:
        self.line.set_waiting()
        self._silent.start()

    def _on_silent(self) -> None:
        """Take care of what is under way; a server that hangs is away, though nothing broke."""
        workspace = self._session.workspace
        if workspace is not None:
            self._unsettled.n_waiting = self.holding.keep_all()
            workspace.doubt()

    def _stop_waiting(self) -> None:
        self._slow.stop()
        self._silent.stop()
        self._unsettled.n_waiting = 0

    def _on_changes(self, workspace: Workspace, found: Changes | TrackerError) -> None:
        if workspace is not self._session.workspace:
            return
        self._timer.start()
        self._stop_waiting()
        if isinstance(found, TrackerError):
            if not self._lost:
                self._on_lost()
            self.line.set_lost(len(self._unsettled.held))
            return
        if self._lost:
            self._on_back(workspace)
        elif not self._sending:
            self.line.set_open()
        if found.actions[-1:] and found.actions[-1].number > self._shown:
            self._show(workspace, found)
        elif found.actions:
            self._on_shown(workspace, found)

    def _show(self, workspace: Workspace, found: Changes) -> None:
        """Read anew what colleagues changed; what is selected and where one reads stays."""
        session, self._shown = self._session, found.actions[-1].number
        reports = {report for one in found.actions for report in one.report_ids}
        kinds = {kind for one in found.actions for kind in one.kinds}
        tracked, before = session.tracking, self._looked_at()
        session.refresh()
        if kinds & _READ_BY:
            session.desk.keep({entry.id for entry in session.entries}, reports)
        if tracked is not None and kinds & (_JUDGED_BY | _READ_BY):
            session.track(tracked.earlier.id, tuple(one.id for one in tracked.laters))
        # Lands behind the jobs that read it: what is seen may be written over.
        self._unread = False
        shown = Job("", READING, without_context(_wait), Lane.STORE, quiet=True)
        session.runner.submit(shown, partial(self._on_shown, workspace, found))
        session.runner.submit(shown, partial(self._tell_gone, found, before))
        told = found.told
        session.undone.emit(told)  # who shows what it may have changed asks anew
        if not self._unsettled.met:
            session.noticed.emit(Notice(Tone.DONE, told, passing=True, aside=True))
        if not self._is_told and any(one.user == session.user for one in found.actions):
            self._is_told = True
            session.noticed.emit(Notice(Tone.WARNING, meeting.same_name(session.user)))

    def _looked_at(self) -> dict[str, str]:
        """Return the reports that are looked at, with their names."""
        session = self._session
        tracked = (session.tracking.earlier,) if session.tracking is not None else ()
        entries = (session.entry(one.id) for one in (*tracked, *session.columns))
        return {one.id: one.name for one in entries if one is not None}

    def _tell_gone(self, found: Changes, before: dict[str, str], _: object) -> None:
        """Tell who removed what was looked at: an empty page says nothing."""
        for report, name in before.items():
            if self._session.entry(report) is None:
                who = next((o.user for o in found.actions if report in o.report_ids), "")
                notice = Notice(Tone.WARNING, meeting.removed(name, who))
                self._session.noticed.emit(notice)

    def _on_shown(self, workspace: Workspace, found: Changes, _: object = None) -> None:
        """Let what is seen be written over; not by a note that was begun before it was there."""
        if self._unread:
            self._shown = 0  # it is read once more
        elif not (_is_writing() or self._unsettled.held or self._sending):
            # Behind what a person did before it was shown, and is still to be written.
            seen = without_context(partial(workspace.have_seen, found))
            self._session.runner.submit(Job("", READING, seen, Lane.STORE, quiet=True), _nothing)

    # What is not written

    def _on_refused(self, problem: TrackerError, job: Job, again: Callable[[], object]) -> None:
        self._unread = True
        if problem.detail == _OVERTAKEN:
            self._session.refresh()
        if hasattr(problem, "conflicts"):
            met: Conflicted = problem  # type: ignore[assignment]
            about = tuple(dict.fromkeys((*meeting.promises_of(met), *job.about)))
            with suppress(LookupError):
                self.holding.keep(job)  # undecided, it outlives the program too
            one = Refused(problem, again, datetime.now(), about, job.says, job.key)
            self._unsettled.meet(one)
            self._tell_met()
            self.look()
        elif hasattr(problem, "is_away"):
            if job.keeps or job.quiet:  # what a person waits for has told why it failed
                self._hold(problem, job, again)
            self.look()

    def _hold(self, problem: TrackerError, job: Job, again: Callable[[], object]) -> None:
        """Let what a person did wait for the line, on the disk; say so where it cannot."""
        try:
            if job.keeps:
                self.holding.keep(job)
        except LookupError:
            self._on_lost()
            from desktop.jobs import held  # noqa: PLC0415 - rarely needed

            self._session.noticed.emit(Notice(Tone.PROBLEM, held.refused(job)))
            return
        if job.keeps:
            when = datetime.now()
            one = Refused(problem, again, when, tuple(job.about), job.says, job.key)
            self._unsettled.hold(one)
        self._on_lost()

    def _tell_met(self) -> None:
        """Speak of the one that is to be decided first, if there is one."""
        met = self._unsettled.met
        if met:
            told = meeting.in_the_bar(met[-1], len(met) - 1)
            notice = Notice(Tone.WARNING, told, action="keep_mine", other="take_theirs")
            self._session.noticed.emit(notice)

    def _offer(self) -> None:
        for action in self._decisions:
            action.setEnabled(bool(self._unsettled.met))

    def keep_mine(self) -> None:
        """Do once more what was refused, over what the colleague wrote."""
        workspace, one = self._session.workspace, self._unsettled.take_met()
        if workspace is None or one is None:
            return
        met: Conflicted = one.problem  # type: ignore[assignment]
        workspace.keep_mine(met.conflicts)  # asks no server
        one.again()
        self._tell_decided(
            "已写入您的改动，同事的留在历史中。", "Yours was written; both are in the history."
        )

    def take_theirs(self) -> None:
        """Leave what the colleague wrote; one's own stays in the history as set aside."""
        workspace, one = self._session.workspace, self._unsettled.take_met()
        if workspace is None or one is None:
            return
        met: Conflicted = one.problem  # type: ignore[assignment]
        work = without_context(partial(jobs.take_theirs, workspace, met.conflicts))
        job = Job("", SAVING, work, Lane.STORE, quiet=True)
        self._session.runner.submit(job, partial(self._on_taken, one.key))
        self._tell_decided(
            "已采用同事的改动，您的留在历史中。", "Theirs stands; yours is in the history."
        )

    def _tell_decided(self, zh: str, en: str) -> None:
        if self._unsettled.met:
            self._tell_met()
        else:
            self._session.noticed.emit(Notice(Tone.DONE, Message(zh, en)))

    def _on_taken(self, key: str, _: object) -> None:
        self.holding.let_go((key,))
        self._session.refresh()

    # Cut off, and back

    def _on_lost(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self._lost = True
            self.line.set_lost(len(self._unsettled.held))
            told = meeting.cut_off(workspace.name, len(self._unsettled.held), self.holding.unsafe)
            self._session.noticed.emit(Notice(Tone.PROBLEM, told))

    def _on_back(self, workspace: Workspace) -> None:
        self._lost = False
        self.line.set_open()
        held = tuple(self._unsettled.held)
        if not held:
            self._session.noticed.emit(Notice(Tone.DONE, meeting.back(0)))
            self._session.refresh()
            return
        self.line.set_sending(len(held))
        asked = without_context(partial(jobs.arrived, workspace, [one.key for one in held]))
        job = Job("", READING, asked, Lane.STORE, quiet=True)
        # Where the line breaks once more, all of it is held as before.
        self._session.runner.submit(job, partial(self._send, workspace, held))

    def _send(self, workspace: Workspace, held: tuple[Refused, ...], there: frozenset[str]) -> None:
        """Do what did not reach the server, in its order; nothing that came through is done twice.

        A colleague may have written there meanwhile: that has not been seen, and is met.
        """
        if workspace is not self._session.workspace:
            return
        self._unsettled.take_held(held)
        self._sending = True
        self.holding.let_go(tuple(there))
        for one in held:
            if one.key not in there:
                one.again()
        sent = Job("", READING, without_context(_wait), Lane.STORE, quiet=True)
        self._session.runner.submit(sent, partial(self._on_sent, len(held)))

    def _on_sent(self, n_sent: int, _: object) -> None:
        self._sending = False
        if self._unsettled.held:
            return
        self.line.set_open()
        self._session.refresh()
        n_met = len(self._unsettled.met)
        if n_met:
            self._tell_met()
        else:
            self._session.noticed.emit(Notice(Tone.DONE, meeting.back(n_sent)))

    def _write_waiting(self, found: tuple[Refused, ...]) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            self.line.set_sending(len(found))
            self._send(workspace, found, frozenset())

    def _ask_leave(self, leave: Callable[[], object]) -> None:
        """Ask whether to leave before what waits for the line is written."""
        from desktop.dialogs.leaving import ask_before  # noqa: PLC0415 - rarely needed

        def go() -> None:
            self._unsettled.forget()
            leave()

        number = len(self._unsettled.held) + self._unsettled.n_waiting
        is_kept = self.holding.unsafe is None
        self.question = ask_before(self._window, number, go, is_kept=is_kept)


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
