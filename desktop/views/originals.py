"""Opening the file that a report was read from, with the program of the system for it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.jobs import originals as jobs
from desktop.jobs.job import Job
from desktop.notice import Notice, Tone
from desktop.session import EXPORTING, READING, without_context
from tracker.message import Message

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.passages import Passages
    from tracker.model.ids import ReportId


SEEKING = Message("正在查找原文件", "Looking for the file")


class Originals(QObject):
    """Opens and saves original files; copies that were opened go with the program.

    Only the stored bytes are opened, and only when a person asks for them: nothing that a document
    says is ever followed.

    Args:
        session: The open workspace.
        settings: What was imported from where.
        passages: What the reader looks at.
        window: Parent of the dialog.
    """

    def __init__(
        self, session: Session, settings: Settings, passages: Passages, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._passages = passages
        self._window = window
        self._folder: Path | None = None

    def _report(self) -> tuple[ReportId, str] | None:
        """Return the report that is worked on and the name of its file; tell where none is."""
        text = self._passages.text()
        origin = text.origin if text is not None else None
        entry = self._session.entry(origin.subject.id) if origin is not None else None
        if entry is None:
            told = Message("请先在对读中打开一份报告。", "Open a report in Compare first.")
            self._session.noticed.emit(Notice(Tone.WARNING, told, passing=True))
            return None
        return entry.id, entry.name

    def open(self) -> None:
        """Open a copy of the original file of the report that is worked on."""
        found, workspace = self._report(), self._session.workspace
        if found is not None and workspace is not None:
            if self._folder is None:
                self._folder = jobs.make_folder()
            work = partial(jobs.write_copy, workspace, *found, self._folder)
            job = Job("original", READING, without_context(work))
            self._session.runner.submit(job, self._on_written)

    def _on_written(self, path: Path) -> None:
        if QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            told = Message(
                f"已打开原件的只读副本：{path.name}", f"Opened a read-only copy: {path.name}"
            )
            self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))
            return
        told = Message(
            f"本机没有能打开 {path.suffix or path.name} 文件的程序；"
            "可用“文件 › 另存原件”存出后到别处打开。",
            f"No program here opens {path.suffix or path.name} files; save the original "
            "(menu File) and open it elsewhere.",
        )
        self._session.noticed.emit(Notice(Tone.WARNING, told, action="save_original"))

    def show_folder(self) -> None:
        """Show the folder that the file of the report lies in, where it was imported from."""
        found, workspace = self._report(), self._session.workspace
        if found is not None and workspace is not None:
            places = self._settings.places.of(self._session.workspace_id)
            work = partial(jobs.find_file, workspace, *found, places)
            job = Job("original", SEEKING, work)
            self._session.runner.submit(job, partial(self._on_found, found[1]))

    def _on_found(self, name: str, found: jobs.Whereabout) -> None:
        """Open the folder, or say what is known; the original itself is always there."""
        if found.path is None:
            told = Message(
                f"在导入过的文件和文件夹中找不到“{name}”：可能已移动、改名或删除，或是在别的电脑上导入的。"
                "原件保存在工作区中，可以打开或另存。",
                f"“{name}” is not where files were imported from: it was moved, renamed or "
                "deleted, or imported on another computer. The original is kept in the workspace: "
                "open or save it.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told, action="open_original"))
            return
        folder = found.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            told = Message(f"文件在：{found.path}", f"The file is here: {found.path}")
            self._session.noticed.emit(Notice(Tone.DONE, told))
        elif not found.same:
            told = Message(
                f"“{name}”在导入后已改动；工作区中保存的是导入时的内容。",
                f"“{name}” was changed since it was imported; the workspace keeps it as it was.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told))
        else:
            told = Message(f"已打开文件夹：{folder}", f"Opened its folder: {folder}")
            self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))

    def save(self) -> None:
        """Ask for a place and write the original file there."""
        found, workspace = self._report(), self._session.workspace
        if found is None or workspace is None:
            return
        report, name = found
        title = self.tr("Save the original file")
        target, _ = QFileDialog.getSaveFileName(self._window, title, jobs.file_name(name))
        if target:
            work = partial(jobs.save_copy, workspace, report, Path(target))
            job = Job("", EXPORTING, without_context(work))
            self._session.runner.submit(job, self._on_saved)

    def _on_saved(self, path: Path) -> None:
        told = Message(f"已存出原件：{path}", f"Saved: {path}")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))

    def leave(self) -> None:
        """Delete the copies: the program ends."""
        if self._folder is not None:
            jobs.wipe_folder(self._folder)
            self._folder = None
