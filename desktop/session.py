"""The session: owns the open workspace, runs jobs on it, tells views what changed.

Views call its methods and listen to its signals; they never touch the workspace. Everything
that is said to a person leaves it as a ``Notice`` in both languages.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import side_by_side
from desktop.jobs import catalog
from desktop.jobs import job as jobs
from desktop.jobs.catalog import Growing, Tracked
from desktop.jobs.handing import HandOver
from desktop.jobs.job import Job, Lane
from desktop.jobs.opening import Opener, checking
from desktop.jobs.runner import JobRunner
from desktop.jobs.shelf import told_by_head, with_new
from desktop.notice import Notice, Tone, import_notice
from desktop.second_reading import SecondReading
from desktop.turning import Turning, notice_of, told_of
from desktop.unsettled import Unsettled
from tracker.errors import READ_ONLY
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.jobs.catalog import Comparison, OpenedWorkspace, Undone
    from tracker.errors import TrackerError
    from tracker.model.alignment import AlignmentPart
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.library import ImportResult, ReportEntry
    from tracker.model.mark import Mark, MarkEvent
    from tracker.model.report import Report
    from tracker.model.said_event import SaidEvent
    from tracker.model.tracking import Verdict
    from tracker.workspace import Place, Workspace

OPENING = Message("正在打开工作区", "Opening the workspace")
READING = side_by_side.READING
IMPORTING = Message("正在导入", "Importing")
TRACKING = Message("正在逐项对账", "Checking every promise")
EXPORTING = Message("正在导出", "Exporting")
SAVING = jobs.SAVING

without_context = jobs.without_context


class Session(QObject):
    """The open workspace and what is looked at.

    Signals:
        leaving(): Another workspace will be looked at; the one before is still on the screen.
        opened(str): A workspace is open; its name.
        entries_changed(tuple[ReportEntry, ...]): The library changed.
        grown(tuple[ReportEntry, ...]): These came in, and more will; at the end of it the library
            has changed.
        columns_read(tuple[Report, ...]): The texts side by side are there, from left to right,
            or none are; what is known of a pair is in ``comparisons``.
        pair_compared(Comparison): Two neighbours among them are lined up.
        entry_changed(ReportEntry): Marks or promises of one report were counted anew.
        tracked(Tracked): Promises of a report are judged.
        marks_changed(Mapping[CommitmentId, Mark]): Marks of the tracked report.
        history_read(CommitmentId, tuple[MarkEvent | SaidEvent, ...]): History of one promise.
        undo_changed(UndoState): What undo and redo would do.
        noticed(Notice): Something to tell.
        tracking_wanted(ReportId): A tracking is under way.
        mark_undone(CommitmentId): It was the mark on this promise, or the word on a passage of it,
            of those that are looked at.
        imported(tuple[ImportResult, ...]): Documents were brought in, or could not be.
        undone(Message): Something was taken back or done again; what was told of it.
        corrected(): A person said what is a promise, and which.
        open_failed(Place, TrackerError): A workspace cannot be opened, or turns out to be damaged.
    """

    leaving = Signal()
    opened = Signal(str)
    entries_changed = Signal(object)
    grown = Signal(object)
    entry_changed = Signal(object)
    columns_read = Signal(object)
    pair_compared = Signal(object)
    tracking_wanted = Signal(str)
    tracked = Signal(object)
    marks_changed = Signal(object)
    history_read = Signal(str, object)
    undo_changed = Signal(object)
    noticed = Signal(object)
    mark_undone = Signal(str)
    imported = Signal(object)
    undone = Signal(object)
    corrected = Signal()
    open_failed = Signal(object, object)

    def __init__(self, runner: JobRunner, user: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.runner = runner
        self.user = user
        self.second = SecondReading(self)
        """Whose marks are seen and written."""
        self.second.changed.connect(self._on_reader)
        self.unsettled = Unsettled(self)
        """What is not written to a shared workspace."""
        self._workspace: Workspace | None = None
        self._opener = Opener()
        self.workspace_id = ""
        """Random name of the open workspace."""
        self._recent: tuple[Place, ...] = ()
        self._entries: tuple[ReportEntry, ...] = ()
        self._heads: dict[ReportId, tuple[object, ...]] = {}
        self.desk = side_by_side.SideBySide(runner, self)
        self.desk.columns_read.connect(self.columns_read)
        self.desk.pair_compared.connect(self.pair_compared)
        self._tracked: Tracked | None = None
        self.turning = Turning(runner, self)
        self.turning.turned.connect(self._after_turn)
        self.turning.state_changed.connect(self.undo_changed)
        runner.failed.connect(self._on_problem)
        self.growing = Growing(
            HandOver(self._on_grown, self), lambda: {entry.id for entry in self._entries}
        )
        """How the library is shown while jobs bring reports into it."""
        self.imported.connect(lambda found: self.noticed.emit(import_notice(found)))
        self.open_failed.connect(self._on_open_failed)

    @property
    def entries(self) -> tuple[ReportEntry, ...]:
        """Lines of the library."""
        return self._entries

    @property
    def columns(self) -> tuple[Report, ...]:
        """The reports side by side, from left to right."""
        return self.desk.reports

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Each of them with its right neighbour; without parts as long as not compared."""
        return self.desk.comparisons

    @property
    def comparison(self) -> Comparison | None:
        """The first two of them, or None where there are not two."""
        return next(iter(self.desk.comparisons), None)

    @property
    def parts(self) -> tuple[AlignmentPart, ...]:
        """Which parts of them are lined up."""
        return self.desk.parts

    @property
    def tracking(self) -> Tracked | None:
        """The promises that are looked at."""
        return self._tracked

    @property
    def workspace(self) -> Workspace | None:
        """The open workspace, for jobs that are done to it."""
        return self._workspace

    @property
    def read_only(self) -> bool:
        """Whether the open workspace can only be read."""
        return self._workspace is not None and self._workspace.read_only

    @property
    def recent(self) -> tuple[Place, ...]:
        """Workspaces that were open lately, the last one first."""
        return self._recent

    @property
    def place(self) -> Place | None:
        """Where the open workspace lies."""
        return self._workspace.place if self._workspace else None

    @property
    def workspace_path(self) -> Path | None:
        """File of the open workspace, None for a shared one."""
        return self._workspace.path if self._workspace else None

    def entry(self, report_id: str) -> ReportEntry | None:
        """Return the library line of a report."""
        return next((e for e in self._entries if e.id == report_id), None)

    # Workspace

    def open_workspace(self, place: Place, *, sample: bool = False, password: str = "") -> None:
        """Open a workspace, made when missing; with ``sample``, out of the sample reports."""
        later = partial(self.open_workspace, place, sample=sample, password=password)
        if self.unsettled.keeps_open(later):
            return
        opening = partial(self._opener.open, place, self.user, sample=sample, password=password)
        self.runner.submit(
            Job("open", OPENING, without_context(opening), Lane.STORE),
            self.take_workspace,
            partial(self.open_failed.emit, place),
        )

    def _on_open_failed(self) -> None:
        """Another workspace can be chosen; what was foreseen of this one is not there."""
        if self._workspace is None:
            self.desk.empty()
        job = Job("recent", OPENING, without_context(catalog.recent), Lane.STORE, quiet=True)
        self._submit(job, self._on_recent)

    def _on_recent(self, found: tuple[Place, ...]) -> None:
        self._recent = found

    def close(self) -> None:
        """Finish what runs and let go of the workspace."""
        self.desk.leave()
        if self._workspace is not None:
            self._workspace.leave_within(8)
        self.runner.shut_down()
        self._opener.let_go()
        if self._workspace is not None:
            self._workspace.close()
            self._workspace = None

    def take_workspace(self, found: OpenedWorkspace) -> None:
        """Look at a workspace that was just opened instead of the one before."""
        self._opener.let_go(found)
        if self._workspace is not None:
            self.leaving.emit()
            self.runner.abandon()
            self._workspace.close()
        self._workspace, self.workspace_id = found.workspace, found.id
        self._recent = found.recent
        self._tracked = None
        self.second.leave()
        self.desk.look_at(found.workspace, found.id)
        self.take_entries(found.entries)
        self.opened.emit(found.workspace.name)
        self._ask_undo_state()
        damaged = partial(self.open_failed.emit, found.workspace.place)
        self.runner.submit(checking(found.workspace), lambda _: None, damaged)

    def take_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        """Take over the library; what is looked at follows when reports came, went or changed."""
        before, after = self._heads, told_by_head(entries)
        self._entries, self._heads = entries, after
        if self._tracked is not None and self._tracked.earlier.id not in after:
            self._tracked = None
        self.desk.keep(
            after.keys(), {report for report, told in after.items() if before.get(report) != told}
        )
        self.entries_changed.emit(entries)
        if before != after and self._tracked is not None:
            self.track(self._tracked.earlier.id)

    def replace_report(
        self, old: ReportId, new: ReportId, entries: tuple[ReportEntry, ...]
    ) -> None:
        """Look at the new version of a report wherever the old one is looked at."""
        shown, tracked = tuple(one.id for one in self.columns), self._tracked
        self.take_entries(entries)
        self._ask_undo_state()
        if tracked is not None and tracked.earlier.id == old:
            self.track(new)
        self.desk.exchange(shown, old, new)

    def _submit(self, job: Job, on_done: Callable[..., None]) -> None:
        self.runner.submit(job, on_done)

    def _on_problem(self, problem: TrackerError) -> None:
        action = "save_copy" if self.read_only and problem.detail == READ_ONLY else ""
        self.noticed.emit(Notice(Tone.PROBLEM, problem.message, action=action))

    # Library

    def import_files(self, paths: tuple[Path, ...]) -> None:
        """Read files into the library."""
        if not paths:
            return
        if self._workspace is None:
            told = Message("请先新建或打开工作区，再导入。", "Open a workspace first, then import.")
            self.noticed.emit(Notice(Tone.WARNING, told))
            return
        work = partial(catalog.import_files, self._workspace, paths, self.growing)
        self.runner.submit(
            Job("", IMPORTING, work, Lane.INTAKE), self._on_imported, lambda _: self.refresh()
        )

    def _on_grown(self, workspace: Workspace, entries: tuple[ReportEntry, ...]) -> None:
        """Show reports that came in; what is looked at follows when all of them are there."""
        if workspace is not self._workspace:
            return
        before = self._entries
        self._entries, new = with_new(before, entries)
        if before and new:
            self.grown.emit(new)
        elif new:
            self.entries_changed.emit(new)

    def _on_imported(self, results: tuple[ImportResult, ...]) -> None:
        self.imported.emit(results)
        self.refresh()

    def _count_anew(self) -> None:
        """Ask anew for marks and promises of the one report whose promises are looked at."""
        if self._workspace is None or self._tracked is None:
            return
        self._ask_marks()
        work = without_context(partial(catalog.entry, self._workspace, self._tracked.earlier.id))
        self._submit(Job("entry", READING, work, Lane.STORE, quiet=True), self._on_entry)
        self._ask_undo_state()

    def _on_entry(self, entry: ReportEntry | None) -> None:
        if entry is not None and self.entry(entry.id) is not None:
            self._entries = tuple(entry if e.id == entry.id else e for e in self._entries)
            self.entry_changed.emit(entry)

    def refresh(self) -> None:
        """Ask anew for the library, the marks that are looked at and what undo would do."""
        if self._workspace is None:
            return
        self._ask_marks()
        work = without_context(partial(catalog.entries, self._workspace))
        self._submit(Job("entries", READING, work, Lane.STORE, quiet=True), self.take_entries)
        self._ask_undo_state()

    # Compare

    def compare(self, *reports: ReportId, parts: tuple[AlignmentPart, ...] | None = None) -> None:
        """Set reports side by side: the texts first, then what is lined up."""
        self.desk.show(reports, parts)

    # Commitments

    def track(self, earlier: ReportId, laters: tuple[ReportId, ...] | None = None) -> None:
        """Judge every promise of a report; ``laters`` None takes the next reports there are."""
        if self._workspace is None:
            return
        self.tracking_wanted.emit(earlier)
        work = without_context(
            partial(catalog.track, self._workspace, earlier, laters, self.second.reader)
        )
        self._submit(Job("track", TRACKING, work), self._on_tracked)

    def _on_tracked(self, tracked: Tracked) -> None:
        if tracked.reader != self.second.reader:  # a second reading was begun or left meanwhile
            self.track(tracked.earlier.id, tuple(one.id for one in tracked.laters))
            return
        self._tracked = tracked
        self.turning.tell_back(tracked)
        self.tracked.emit(tracked)
        self._count_anew()

    def mark(self, commitment: CommitmentId, verdict: Verdict | None, note: str) -> None:
        """Write a person's verdict and note on a promise; neither clears the mark."""
        if self._workspace is None:
            return
        before = self._tracked.marks.get(commitment) if self._tracked is not None else None
        passages = before.evidence if before is not None and (verdict or note) else ()
        work = partial(
            catalog.mark, self._workspace, commitment, verdict, note, passages, self.second.reader
        )
        from tracker.model.words import word  # noqa: PLC0415 - behind the first frame

        said, says = without_context(work), word(verdict) if verdict else None
        job = Job("", SAVING, said, Lane.STORE, quiet=True, about=(commitment,), says=says)
        self._submit(job, self._on_marked)

    def _on_marked(self, mark: Mark) -> None:
        self._count_anew()
        self.read_history(mark.commitment_id)

    def _ask_marks(self) -> None:
        if self._workspace is None or self._tracked is None:
            return
        report, reader = self._tracked.earlier.id, self.second.reader
        work = without_context(partial(catalog.marks, self._workspace, report, reader))
        job = Job("marks", READING, work, Lane.STORE, quiet=True)
        self._submit(job, partial(self._on_marks, reader))

    def _on_marks(self, reader: str, marks: Mapping[CommitmentId, Mark]) -> None:
        if self._tracked is None or self._tracked.reader != reader:
            return
        self._tracked = replace(self._tracked, marks=marks)
        self.marks_changed.emit(marks)

    def read_history(self, commitment: CommitmentId) -> None:
        """Ask what was ever said on a promise."""
        if self._workspace is None:
            return
        work = without_context(
            partial(catalog.history, self._workspace, commitment, self.second.reader)
        )
        job = Job("history", READING, work, Lane.STORE, quiet=True)
        self._submit(job, partial(self._on_history, self.second.reader, commitment))

    def _on_history(
        self, reader: str, commitment: CommitmentId, events: tuple[MarkEvent | SaidEvent, ...]
    ) -> None:
        if reader == self.second.reader:
            self.history_read.emit(commitment, events)

    def _on_reader(self) -> None:
        """Look at the promises anew: nothing of another reading stays on the screen."""
        tracked, self._tracked = self._tracked, None
        self.entries_changed.emit(self._entries)
        if tracked is not None:
            self.track(tracked.earlier.id, tuple(one.id for one in tracked.laters))

    # Undo

    def undo(self) -> None:
        """Take the last action back."""
        if self._workspace is not None:
            self.turning.undo(self._workspace, self._tracked, self.second.reader)

    def redo(self) -> None:
        """Do the last undone action again."""
        if self._workspace is not None:
            self.turning.redo(self._workspace, self._tracked, self.second.reader)

    def _after_turn(self, intro: Message, undone: Undone) -> None:
        if undone.action is None:
            return
        changed = () if undone.promised else undone.marks or undone.decided
        name = self._tracked.name(changed) if self._tracked else ""
        name = name or "".join(str(n.pair) for n in undone.names[:1])
        told = told_of(intro, undone.action, name)
        n_gone = len(self._entries) - len(undone.entries)
        self.take_entries(undone.entries)
        self.noticed.emit(notice_of(intro, told, n_gone))
        if name and changed:
            self.mark_undone.emit(changed[0])
        tracked = self._tracked
        if tracked is not None and (undone.decided or undone.names or undone.promised):
            self.turning.note_promises(tracked if undone.promised else None)
            self.track(tracked.earlier.id, tuple(r.id for r in tracked.laters))
        self._ask_marks()
        self._ask_undo_state()
        self.undone.emit(told)

    def _ask_undo_state(self) -> None:
        if self._workspace is not None:
            self.turning.ask(self._workspace)
