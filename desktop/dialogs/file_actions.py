"""Actions that begin with choosing a file: workspaces, reports to import, the export."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property, partial
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QLocale,
    QObject,
    Signal,
)
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.dialogs.sharing import Sharing
from desktop.jobs.catalog import export_comparison
from desktop.jobs.job import Job
from desktop.models.words import entry_name
from desktop.models.workspaces import SUFFIX, sample_path, workspace_name
from desktop.notice import Notice, Tone
from desktop.session import EXPORTING, Session
from desktop.widgets.documents import documents
from tracker.message import Message

if TYPE_CHECKING:
    from desktop.dialogs.printing import Printing
    from desktop.models.promise_desk import ShownPromises


_WORDS_OF_QT = (
    QT_TRANSLATE_NOOP("QFileDialog", "&Look in:"),
    QT_TRANSLATE_NOOP("QFileDialog", "Files of &type:"),
    QT_TRANSLATE_NOOP("QAbstractFileIconProvider", "Folder"),
)
"""Words of Qt's own dialog that its translation into Chinese leaves out."""


REPORT_ENDINGS = (
    (QT_TRANSLATE_NOOP("FileActions", "Texts"), ("txt", "md", "text")),
    (QT_TRANSLATE_NOOP("FileActions", "Word processors"), ("docx", "doc", "wps", "odt", "rtf")),
    (QT_TRANSLATE_NOOP("FileActions", "PDF"), ("pdf",)),
    (QT_TRANSLATE_NOOP("FileActions", "Web pages"), ("html", "htm", "mhtml", "mht", "webarchive")),
    (QT_TRANSLATE_NOOP("FileActions", "Tables"), ("xlsx", "xls", "et", "csv", "tsv")),
    (QT_TRANSLATE_NOOP("FileActions", "Archives"), ("zip",)),
)
"""Kinds of files that are read, with their endings."""


def report_filter() -> str:
    """Return which files a dialog offers for reading: all kinds, each kind, everything."""

    def line(words: str, endings: Iterable[str]) -> str:
        return f"{words} ({' '.join(f'*.{one}' for one in endings)})"

    def said(words: object) -> str:
        return QCoreApplication.translate("FileActions", str(words))

    every = [one for _, endings in REPORT_ENDINGS for one in endings]
    kinds = [line(said(words), endings) for words, endings in REPORT_ENDINGS]
    everything = QCoreApplication.translate("FileActions", "All files")
    reports = QCoreApplication.translate("FileActions", "Reports")
    return ";;".join([line(reports, every), *kinds, f"{everything} (*)"])


class FileActions(QObject):
    """Asks for files and hands them to the session.

    Args:
        session: Where they go.
        window: Parent of the dialogs.

    Signals:
        import_wanted(tuple[Path, ...]): These files shall be brought in.
    """

    import_wanted = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._import_folder = ""  # for as long as the program runs: no path is kept
        self.recent_menu = QMenu(window)
        self.recent_menu.aboutToShow.connect(self._fill_recent)
        self._ways_in: tuple[QAction, ...] = ()
        self.sharing = Sharing(session, window)
        self.workspace_menu = QMenu(window)
        self.workspace_menu.aboutToShow.connect(self._fill_workspaces)
        self.retranslate()

    def targets(self) -> dict[str, QObject]:
        """Return who does what the table of actions names."""
        return {"files": self, "sharing": self.sharing, "holding": self.sharing.holding}

    def serve(self, action: Callable[[str], QAction]) -> None:
        """Take the actions that lead to a workspace, and those of a shared one."""
        ways = "open_sample", "new_workspace", "open_workspace", "open_shared"
        self._ways_in = tuple(map(action, ways))
        self.sharing.serve(action("keep_mine"), action("take_theirs"))
        self.sharing.holding.serve(action("write_waiting"), action("drop_waiting"))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.recent_menu.setTitle(self.tr("Recent workspaces"))

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        self._add_recent(self.recent_menu)

    def _add_recent(self, menu: QMenu) -> None:
        for path in self._session.recent:
            # Where the samples lie is the program's business. An ampersand in a name is no key.
            known = not isinstance(path, Path) or path == sample_path()
            place = "" if known else f"    {Path(str(path)).parent}"
            shown = menu.addAction(f"{workspace_name(path)}{place}".replace("&", "&&"))
            shown.setEnabled(path != self._session.place)
            if isinstance(path, Path):
                shown.triggered.connect(partial(self._session.open_workspace, path))
            else:
                shown.triggered.connect(partial(self.sharing.connect_to, path))

    def _fill_workspaces(self) -> None:
        self.workspace_menu.clear()
        self._add_recent(self.workspace_menu)
        self.workspace_menu.addSeparator()
        self.workspace_menu.addActions(self._ways_in)

    def _folder(self) -> str:
        """Return where workspaces are looked for: not where the program keeps the samples."""
        path = self._session.workspace_path
        return documents() if path in (None, sample_path()) else str(path.parent)

    def _filter(self) -> str:
        return self.tr("Workspaces") + f" (*{SUFFIX})"

    def new_workspace(self) -> None:
        """Ask for a name and make an empty workspace."""
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("New workspace"), self._free_name(), self._filter()
        )
        if name:
            path = Path(name)
            self._session.open_workspace(path if path.suffix == SUFFIX else Path(name + SUFFIX))

    def _free_name(self) -> str:
        """Return a name that no workspace has: whoever has none in mind need not think of one."""
        folder, name = Path(self._folder()), self.tr("Work reports")
        names = chain((name,), (f"{name} {n}" for n in count(2)))
        paths = (folder / f"{one}{SUFFIX}" for one in names)
        return str(next(path for path in paths if not path.exists()))

    def open_workspace(self) -> None:
        """Ask for a workspace and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open workspace"), self._folder(), self._filter()
        )
        if name:
            self._session.open_workspace(Path(name))

    def open_sample(self) -> None:
        """Open the sample workspace, made of the program's sample reports."""
        self._session.open_workspace(sample_path(), sample=True)

    def import_files(self) -> None:
        """Ask for report files and import them."""
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Import reports"),
            self._import_folder or documents(),
            report_filter(),
        )
        if names:
            self._import_folder = str(Path(names[0]).parent)
            self.import_wanted.emit(tuple(Path(name) for name in names))

    def import_folder(self) -> None:
        """Ask for a folder and import the reports in it and in the folders below."""
        name = QFileDialog.getExistingDirectory(
            self._window, self.tr("Import a folder"), self._import_folder or documents()
        )
        if name:
            self._import_folder = name
            self.import_wanted.emit((Path(name),))

    def export_report(self) -> None:
        """Ask what to export where, and export it."""
        self.export_shown(None)

    def export_shown(self, shown: ShownPromises | None) -> None:
        """Do the same, for the promises that a table shows unless others are asked for."""
        if self._is_blind():
            return
        if not self._session.entries:
            told = Message("请先导入报告，再导出。", "Import reports first, then export.")
            self._session.noticed.emit(Notice(Tone.WARNING, told))
            return
        from desktop.dialogs.export_dialog import ExportDialog  # noqa: PLC0415 - not needed for the first frame

        tracked, columns = self._session.tracking, self._session.columns
        looked_at = (*((tracked.earlier,) if tracked is not None else ()), *columns)
        current = next((one.id for one in looked_at), None)
        if shown is not None and current not in shown.reports:
            current = next(iter(shown.reports), current)
        dialog = ExportDialog(self._session, current, self._window, shown)
        dialog.accepted.connect(dialog.hand_over)
        dialog.setModal(True)
        dialog.open()

    def _is_blind(self) -> bool:
        """Tell whether a second reading is on, and say that a handout would show the first."""
        reader = self._session.second.reader
        if reader:
            told = Message(
                f"第二遍核对是盲核，而对账表里是第一遍的标记：请先结束 {reader} 的核对，"
                "再导出或打印。",
                "A second reading is blind, and the table has the first reader's marks: leave the "
                f"reading by {reader} first, then export or print.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told, action="leave_reading"))
        return bool(reader)

    def export_comparison(self) -> None:
        """Ask where the two reports side by side go, and write them."""
        workspace, columns = self._session.workspace, self._session.columns
        if workspace is None or len(columns) < 2:
            told = Message("请先把两份报告放在一起对读。", "Set two reports side by side first.")
            self._session.noticed.emit(Notice(Tone.WARNING, told))
            return
        earlier, later = columns[:2]
        kinds = {
            f"{words} (*{ending})": ending
            for words, ending in (
                (self.tr("Word document with tracked changes"), ".docx"),
                (self.tr("Web page"), ".html"),
                (self.tr("PDF"), ".pdf"),
                (self.tr("Data"), ".json"),
            )
        }
        entries = [self._session.entry(one.id) for one in columns[:2]]
        names = " ".join(entry_name(one) for one in entries if one is not None)
        words = self.tr("Comparison {0}").format(names)
        place = Path(documents()) / f"{words}.docx".replace("/", "-")
        name, kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export the comparison"), str(place), ";;".join(kinds)
        )
        if not name:
            return
        ending = kinds.get(kind, ".docx")
        path = Path(name)
        if path.suffix not in kinds.values():
            path = Path(name + ending)
        chinese = QLocale().language() == QLocale.Language.Chinese
        reports = earlier.id, later.id
        work = partial(export_comparison, workspace, path, reports, "zh" if chinese else "en")
        self._session.runner.submit(Job("", EXPORTING, work), self._on_exported)

    def _on_exported(self, path: Path) -> None:
        told = Message(f"已导出：{path}", f"Exported: {path}")
        self._session.noticed.emit(Notice(Tone.DONE, told, path))

    @cached_property
    def printing(self) -> Printing:
        """Return what sets pages; made when it is first asked for."""
        from desktop.dialogs.printing import Printing  # noqa: PLC0415 - not needed for the first frame

        return Printing(self._session, self._window)

    def print_tracking(self) -> None:
        """Show the pages of the promises that are looked at, to be printed."""
        if not self._is_blind():
            self.printing.print_tracking()

    def print_comparison(self) -> None:
        """Show the pages of the reports side by side, to be printed."""
        self.printing.print_comparison()
