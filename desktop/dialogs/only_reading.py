"""Workspaces that can only be read, and copies of a workspace that can be worked in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.jobs import care
from desktop.jobs.job import Job, Lane
from desktop.models.workspaces import SUFFIX, sample_path, workspace_name
from desktop.notice import Notice, Tone
from desktop.session import SAVING, without_context
from desktop.widgets.documents import documents
from tracker.message import Message

if TYPE_CHECKING:
    from desktop.session import Session

SAVE_COPY = "save_copy"
"""The action that writes a copy."""


class OnlyReading(QObject):
    """Says that a workspace can only be read, and offers a copy to work in.

    Args:
        session: The open workspace.
        window: Parent of the dialogs.

    Signals:
        changes_allowed(bool): What is open can be changed by people, or not.
    """

    changes_allowed = Signal(bool)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        session.opened.connect(self._on_opened)

    def _on_opened(self, _: str) -> None:
        only_read = self._session.read_only
        self.changes_allowed.emit(not only_read)
        place = self._session.place
        if only_read and place is not None:
            name = workspace_name(place)
            told = Message(
                f"“{name}”只能阅读：文件或所在文件夹不可写。阅读、对读、检索和导出照常；"
                "要标记、导入或修改，请另存副本，在副本里工作。",
                f"“{name}” can only be read: the file or its folder cannot be written. Reading, "
                "comparing, searching and exporting work as always; to mark, import or change "
                "anything, save a copy and work in that.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told, action=SAVE_COPY))

    def save_copy(self) -> None:
        """Ask where, and write the whole workspace there."""
        workspace, place = self._session.workspace, self._session.place
        if workspace is None or place is None:
            return
        if not isinstance(place, Path):
            told = Message(
                "共享工作区在服务器上，不能另存为文件；备份由管理员负责。",
                "A shared workspace lies on a server and cannot be saved as a file; whoever keeps "
                "the server makes copies.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told))
            return
        samples = self._session.read_only or place == sample_path()
        folder = Path(documents()) if samples else place.parent
        offered = self.tr("{0} copy").format(workspace_name(place)) + SUFFIX
        name, _ = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a copy of the workspace"),
            str(folder / offered),
            self.tr("Workspaces") + f" (*{SUFFIX})",
        )
        if name:
            self.write_copy(Path(name if name.endswith(SUFFIX) else name + SUFFIX))

    def write_copy(self, path: Path) -> None:
        """Write the copy; where only reading was possible, go on in it."""
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(care.save_copy, workspace, path))
            self._session.runner.submit(Job("", SAVING, work, Lane.STORE), self._on_saved)

    def _on_saved(self, path: Path) -> None:
        if self._session.read_only:
            self._session.open_workspace(path)
            return
        told = Message(
            f"副本已存为：{path}。这里打开的仍是原来的工作区。",
            f"The copy was saved: {path}. What is open here is still the workspace it is of.",
        )
        self._session.noticed.emit(Notice(Tone.DONE, told))
