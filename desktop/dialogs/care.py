"""What is done to reports and marks beyond reading them: new files, corrections, lost marks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import care, catalog
from desktop.jobs.job import Job, Lane
from desktop.notice import Notice, Tone
from desktop.session import (
    IMPORTING,
    OPENING,
    READING,
    SAVING,
    Session,
    without_context,
)
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.jobs.care import Copy, Reimported
    from tracker.errors import TrackerError
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.library import ReportEntry
    from tracker.model.mark import Mark
    from tracker.model.report import Region

FORGETTING = Message("正在彻底删除", "Erasing")


class Care(QObject):
    """Looks after the library of a session.

    Signals:
        lost_changed(tuple[Mark, ...]): Marks whose text is gone.
        regions_read(tuple[Region, ...]): Every division there is.
    """

    lost_changed = Signal(object)
    regions_read = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lost: tuple[Mark, ...] = ()
        self._regions: tuple[Region, ...] = ()
        self._copies: tuple[Copy, ...] = ()
        self._damaged: Path | None = None
        session.opened.connect(self._on_opened)
        session.undone.connect(self._ask_lost)
        session.corrected.connect(self._ask_lost)
        session.open_failed.connect(self._on_open_failed)

    @property
    def lost(self) -> tuple[Mark, ...]:
        """Marks whose text is gone."""
        return self._lost

    @property
    def copies(self) -> tuple[Copy, ...]:
        """Copies of the workspace that could not be opened, latest first."""
        return self._copies

    def _submit(
        self, work: Callable[[], object], done: Callable[..., None], label: Message = SAVING
    ) -> None:
        job = Job("", label, without_context(work), Lane.STORE, quiet=label is SAVING)
        self._session.runner.submit(job, done)

    def _tell(self, zh: str, en: str, tone: Tone = Tone.DONE, action: str = "") -> None:
        self._session.noticed.emit(Notice(tone, Message(zh, en), action=action))

    # Reports

    def reimport(self, report: ReportId, path: Path) -> None:
        """Put a new file in the place of a report; marks and corrections go along."""
        workspace = self._session.workspace
        if workspace is not None:
            work = partial(care.reimport, workspace, report, path)
            self._submit(work, self._on_reimported, IMPORTING)

    def _on_reimported(self, found: Reimported) -> None:
        before = len(self._lost)
        self._session.replace_report(found.old, found.entry.id, found.entries)
        if found.entry.n_marked:
            self._tell(
                "已更换报告文件，人工标记都随原文移动。",
                "The file was replaced; marks moved along.",
            )
        else:
            self._tell("已更换报告文件。", "The file was replaced.")
        self._take_lost(found.lost, before)

    def read_anew(self, report: ReportId) -> None:
        """Read the kept file of a report with today's reader; marks move by their words."""
        workspace = self._session.workspace
        if workspace is not None:
            self._submit(partial(care.read_anew, workspace, report), self._on_read_anew, READING)

    def _on_read_anew(self, found: Reimported) -> None:
        before = len(self._lost)
        self._session.replace_report(found.old, found.entry.id, found.entries)
        if found.entry.n_marked:
            self._tell(
                "已重新读取报告，人工标记都随原文移动。",
                "The report was read anew; marks moved along.",
            )
        else:
            self._tell("已重新读取报告。", "The report was read anew.")
        self._take_lost(found.lost, before)

    def remove(self, report: ReportId) -> None:
        """Take a report out of the library; undo brings it back."""
        self.remove_all((report,))

    def remove_all(self, reports: tuple[ReportId, ...]) -> None:
        """Take reports out of the library; one undo brings them back."""
        workspace = self._session.workspace
        if workspace is not None:
            work = partial(catalog.remove, workspace, reports)
            self._submit(work, partial(self._on_removed, len(reports)))

    def _on_removed(self, n: int, entries: tuple[ReportEntry, ...]) -> None:
        self._session.take_entries(entries)
        self._session.refresh()
        if n == 1:
            self._tell(
                "已移除报告；按 Ctrl+Z 可恢复。", "The report was removed; Ctrl+Z brings it back."
            )
        else:
            self._tell(
                f"已移除 {n} 份报告；按 Ctrl+Z 可恢复。",
                f"{n} reports were removed; Ctrl+Z brings them back.",
            )

    def rename(self, report: ReportId, name: str) -> None:
        """Give a report another name."""
        workspace = self._session.workspace
        if workspace is not None:
            self._submit(partial(catalog.rename, workspace, report, name), self._on_renamed)

    def _on_renamed(self, entries: tuple[ReportEntry, ...]) -> None:
        self._session.take_entries(entries)
        self._session.refresh()

    def forget(self, report: ReportId) -> None:
        """Erase a report with everything that was made of it, for good."""
        workspace = self._session.workspace
        if workspace is not None:
            work = partial(care.forget, workspace, report)
            self._submit(work, self._on_forgotten, FORGETTING)

    def _on_forgotten(self, entries: tuple[ReportEntry, ...]) -> None:
        self._session.take_entries(entries)
        self._session.refresh()
        workspace = self._session.workspace
        if workspace is not None and workspace.shared:
            self._tell(
                "已从共享工作区彻底删除该报告；服务器的备份请管理员处理。",
                "The report was erased from the shared workspace; backups of the server are in "
                "the hands of whoever keeps it.",
            )
        else:
            self._tell("已彻底删除该报告及其备份。", "The report and its copies were erased.")
        self._ask_lost()

    def ask_regions(self) -> None:
        """Ask for all divisions; the answer is ``regions_read``."""
        if self._regions:
            self.regions_read.emit(self._regions)
            return
        job = Job("regions", READING, without_context(care.regions), quiet=True)
        self._session.runner.submit(job, self._on_regions)

    def _on_regions(self, found: tuple[Region, ...]) -> None:
        self._regions = found
        self.regions_read.emit(found)

    # Lost marks

    def _on_opened(self) -> None:
        self._copies, self._damaged = (), None
        self._lost = ()
        self.lost_changed.emit(())
        self._ask_lost()

    def _ask_lost(self) -> None:
        workspace = self._session.workspace
        if workspace is not None:
            job = Job(
                "lost",
                READING,
                without_context(partial(care.lost_marks, workspace)),
                Lane.STORE,
                quiet=True,
            )
            self._session.runner.submit(job, self._on_lost)

    def _on_lost(self, found: tuple[Mark, ...]) -> None:
        self._take_lost(found, len(self._lost))

    def _take_lost(self, found: tuple[Mark, ...], before: int) -> None:
        self._lost = found
        if len(found) > before:
            self._tell(
                f"有 {len(found)} 个标记没有了对应的承诺，可逐个放回；撤销也能恢复。",
                f"Marks whose promise is gone: {len(found)}. They can be placed by hand; undo "
                "brings them back, too.",
                Tone.WARNING,
                "show_lost_marks",
            )
        elif before and not found:
            self._tell("标记都有对应的承诺。", "All marks stand on their promises.")
        self.lost_changed.emit(found)

    def place(self, lost: Mark, commitment: CommitmentId) -> None:
        """Put a lost mark on a promise."""
        workspace = self._session.workspace
        if workspace is not None:
            self._submit(partial(care.place_mark, workspace, lost, commitment), self._on_placed)

    def _on_placed(self, _: Mark) -> None:
        self._session.refresh()
        self._ask_lost()
        self._tell("标记已放回。", "The mark was placed.")

    # Copies

    def _on_open_failed(self, path: Path, problem: TrackerError) -> None:
        work = without_context(partial(care.copies, path))
        self._session.runner.submit(
            Job("copies", READING, work, Lane.STORE, quiet=True),
            partial(self._on_copies, path, problem),
        )

    def _on_copies(self, path: Path, problem: TrackerError, found: tuple[Copy, ...]) -> None:
        self._damaged, self._copies = path, found
        if found:
            told = problem.message
            self._tell(
                f"{told.zh}可以打开自动备份。",
                f"{told.en} An automatic copy can be opened.",
                Tone.PROBLEM,
                "show_copies",
            )

    def open_copy(self, copy: Copy) -> None:
        """Open a copy of the workspace that could not be opened, beside it."""
        if self._damaged is not None:
            work = partial(care.open_copy, copy, self._damaged, self._session.user)
            self._submit(work, self._session.take_workspace, OPENING)
