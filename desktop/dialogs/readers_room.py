"""Two readers: under which name is marked, how far both agree, marks that come and go as files."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from desktop.jobs import catalog, readers
from desktop.jobs.job import Job, Lane
from desktop.models.words import own_verdicts
from desktop.notice import Notice, Tone
from desktop.session import OPENING, READING, SAVING, Session, without_context
from desktop.widgets.documents import documents
from desktop.widgets.reader_band import ReaderBand
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

    from desktop.dialogs.mark_as_dialog import MarkAsDialog
    from desktop.dialogs.marks_dialog import MarksDialog
    from desktop.jobs.readers import Readings
    from desktop.settings import Settings
    from desktop.widgets.agreement_page import AgreementPage
    from tracker.model.exchange import Incoming
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.tracking import Verdict

ENDING = ".marks.json"


class ReadersRoom(QObject):
    """What two readers do with the open workspace.

    Args:
        session: The open workspace.
        settings: Holds the person's own name.
        pages: Where the page of agreement stands.

    Signals:
        promise_wanted(ReportId, CommitmentId): A promise with its evidence.
        set_right(tuple[ReportId, ...]): A file said what is a promise in these reports.
    """

    promise_wanted = Signal(str, str)
    set_right = Signal(object)

    def __init__(self, session: Session, settings: Settings, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._session = session
        self._settings = settings
        self._pages = pages
        self._promises: QWidget | None = None
        self._table: QWidget | None = None
        self._finish: Callable[[], None] = _nothing
        self._begin: Callable[[], None] = _nothing
        self._report: ReportId | None = None
        self._reader = ""
        self._turned = False
        self._folder = ""  # for as long as the program runs: no path is kept
        self.dialog: MarkAsDialog | MarksDialog | None = None
        """What is asked just now."""
        session.undone.connect(self._ask_again)

    def _do(
        self,
        work: Callable[[], object],
        done: Callable[..., None],
        label: Message = SAVING,
        lane: Lane = Lane.STORE,
    ) -> None:
        """Let a job be done; reading may take its time, so that it is told."""
        job = Job("", label, without_context(work), lane, quiet=label is SAVING)
        self._session.runner.submit(job, done)

    def _tell(self, zh: str, en: str, *, path: Path | None = None) -> None:
        self._session.noticed.emit(Notice(Tone.DONE, Message(zh, en), path))

    def _warn(self, zh: str, en: str, action: str = "") -> None:
        self._session.noticed.emit(Notice(Tone.WARNING, Message(zh, en), action=action))

    # Under which name is marked

    def serve(
        self,
        promises: QWidget,
        table: QWidget,
        finish: Callable[[], None],
        begin: Callable[[], None],
    ) -> None:
        """Put the band over the promises, once their view is made.

        Args:
            promises: The view.
            table: Where the keyboard belongs in it.
            finish: Keeps a note that is being written.
            begin: Goes to the first promise that nobody read under the name.
        """
        self._promises, self._table, self._finish = promises, table, finish
        self._begin = begin
        self.band = ReaderBand(promises)
        layout = promises.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.band)
        self.band.left.connect(self.leave)
        table.installEventFilter(self)
        self.band.set_reader(self._session.second.reader)
        self._session.second.changed.connect(self._on_reader)
        self._session.marks_changed.connect(lambda _: self._say_progress())
        self._session.tracked.connect(self._on_tracked)

    def _on_reader(self, reader: str) -> None:
        self.band.set_reader(reader)
        if reader and self.is_open() and self._promises is not None:
            self._pages.setCurrentWidget(self._promises)  # nothing of the first is looked at
        self._turned = True

    def _on_tracked(self, _: object) -> None:
        self._say_progress()
        if self._turned and self._session.second.reader:
            self._begin()
        if self._turned and self._promises is not None and self._promises.isVisible():
            self._focus_table()  # it was gone for a moment, and the keyboard with it
        self._turned = False

    def _say_progress(self) -> None:
        tracked = self._session.tracking
        if tracked is not None:
            done = sum(mark.verdict is not None for mark in tracked.marks.values())
            self.band.set_progress(done, len(tracked.trackings))

    def _focus_table(self) -> None:
        if self._table is not None:
            self._table.setFocus()

    def mark_as(self) -> None:
        """Ask under which name is marked from now on."""
        workspace = self._session.workspace
        if workspace is not None:
            self._do(partial(readers.known_readers, workspace), self._ask_name, READING)

    def _ask_name(self, known: tuple[str, ...]) -> None:
        from desktop.dialogs.mark_as_dialog import MarkAsDialog  # noqa: PLC0415 - start-up time

        session = self._session
        dialog = MarkAsDialog(session.user, session.second.reader, known, self._pages.window())
        dialog.accepted.connect(partial(self._on_name, dialog))
        self._open(dialog)

    def _open(self, dialog: MarkAsDialog | MarksDialog) -> None:
        self.dialog = dialog
        dialog.setModal(True)
        dialog.open()

    def _on_name(self, dialog: MarkAsDialog) -> None:
        reader, name = dialog.chosen_reader(), dialog.chosen_name()
        self._finish()  # a note that is being written belongs to who wrote it
        workspace = self._session.workspace
        if not reader and name != self._session.user:
            self._settings.own_name = name
            self._session.user = name
            self._session.second.leave()
            if workspace is not None:  # every mark from now on has the new name
                work = without_context(partial(catalog.open_again, workspace, name))
                job = Job("open", OPENING, work, Lane.STORE)
                self._session.runner.submit(job, self._session.take_workspace)
        else:
            self._session.second.begin(reader)

    def leave(self) -> None:
        """End the second reading."""
        reader = self._session.second.reader
        self._finish()
        self._session.second.leave()
        if reader:
            self._reader = reader
            self._session.noticed.emit(
                Notice(
                    Tone.DONE,
                    Message(
                        f"{reader} 的第二遍核对已结束，标记已保存；可查看两人的一致程度。",
                        f"The second reading by {reader} has ended and is kept; see how far both "
                        "agree.",
                    ),
                    action="show_agreement",
                )
            )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lead by Esc from the table to the way out of a second reading; Enter then leaves."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        escaped = (
            bool(self._session.second.reader)
            and event.type() in kinds
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        )
        if escaped and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif escaped:
            self.band.button.setFocus()
        return escaped or super().eventFilter(watched, event)

    # How far both agree

    @cached_property
    def view(self) -> AgreementPage:
        """The page of agreement; made when it is first wanted."""
        from desktop.widgets.agreement_page import AgreementPage  # noqa: PLC0415 - start-up time

        view = AgreementPage(self._pages)
        view.settled.connect(self.settle)
        view.reader_chosen.connect(self._on_reader_chosen)
        view.promise_wanted.connect(self.promise_wanted)
        view.mark_as_wanted.connect(self.mark_as)
        view.import_wanted.connect(self.import_marks)
        self._session.entries_changed.connect(lambda _: self._ask_again())
        self._pages.addWidget(view)
        return view

    def is_open(self) -> bool:
        """Tell whether the page is looked at; asks without making it."""
        view = self.__dict__.get("view")
        return view is not None and self._pages.currentWidget() is view

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return self.view.panes()

    @property
    def filter(self) -> QLineEdit:
        """The one line that is typed in: there is nothing to filter here."""
        return self.view.bar.note

    def go_back(self) -> None:
        """Leave the page for the promises of its report."""
        self.promise_wanted.emit(self._report or "", "")

    def show_agreement(self) -> None:
        """Go to the agreement of two readers of the report that is looked at."""
        session = self._session
        if session.second.reader:
            self._warn(
                "第二遍核对是盲核：请先结束第二遍核对，再看两人的一致程度。",
                "A second reading is blind: leave it first, then see how far both agree.",
                "leave_reading",
            )
            return
        looked_at = (*((session.tracking.earlier,) if session.tracking else ()), *session.columns)
        marked = (entry.id for entry in session.entries if entry.n_marked)
        report = next((one.id for one in looked_at), None) or next(marked, None)
        if report is None:
            self._warn(
                "请先选一份报告，标记其中的承诺。", "Choose a report and mark its promises first."
            )
            return
        self._report = report
        self._ask(self._enter)

    def _ask(self, done: Callable[[Readings], None]) -> None:
        workspace, report = self._session.workspace, self._report
        if workspace is not None and report is not None:
            work = partial(readers.readings, workspace, report, self._reader)
            self._do(work, done, READING, Lane.ANALYSIS)

    def _enter(self, found: Readings) -> None:
        if self._session.second.reader:  # begun meanwhile
            return
        self.view.show_readings(found)
        self._pages.setCurrentWidget(self.view)
        self.view.enter()

    def _on_reader_chosen(self, reader: str) -> None:
        self._reader = reader
        self._ask(self.view.show_readings)

    def _ask_again(self, _: object = None) -> None:
        if self.is_open() and self._session.entry(self._report or "") is not None:
            self._ask(self.view.show_readings)

    def settle(self, commitment: CommitmentId, verdict: Verdict, note: str) -> None:
        """Write down what both settled on, and go to what is still open."""
        workspace = self._session.workspace
        if workspace is not None:
            work = partial(readers.settle, workspace, commitment, verdict, note)
            self._do(work, self._on_settled)

    def _on_settled(self, _: Mark) -> None:
        self._ask(self._after_settling)
        self._session.refresh()

    def _after_settling(self, found: Readings) -> None:
        self.view.show_readings(found, after=True)

    # Marks as files

    def export_marks(self) -> None:
        """Ask for a file and write the marks into it."""
        workspace, session = self._session.workspace, self._session
        if workspace is None:
            return
        who = session.second.reader or session.user
        called = "-".join(filter(None, (self.tr("Marks"), who)))
        start = Path(self._folder or documents()) / f"{called}{ENDING}"
        name, _ = QFileDialog.getSaveFileName(
            self._pages.window(), self.tr("Export marks"), str(start), self._filter()
        )
        if name:
            path = Path(name) if name.endswith(".json") else Path(name + ENDING)
            self._folder = str(path.parent)
            self._do(
                partial(readers.write, workspace, path, session.second.reader), self._on_written
            )

    def _filter(self) -> str:
        return self.tr("Marks") + " (*.json)"

    def _on_written(self, written: tuple[int, int, Path]) -> None:
        n, words, path = written
        zh, en = _counted(n, words)
        self._tell(
            f"已导出：{zh}。{path}（不含报告原文）",
            f"Exported: {en}. {path} (no report is in it)",
        )

    def import_marks(self) -> None:
        """Ask for a colleague's file and show what is in it."""
        workspace = self._session.workspace
        if workspace is None:
            return
        name, _ = QFileDialog.getOpenFileName(
            self._pages.window(), self.tr("Import marks"), self._folder or documents(),
            self.tr("Marks, or an exported table with marks") + " (*.json *.xlsx)",
        )  # fmt: skip
        if name:
            path = Path(name)
            self._folder = str(path.parent)
            self._do(
                partial(readers.read, workspace, path, own_verdicts()),
                partial(self.preview, path.name),
                READING,
                Lane.ANALYSIS,
            )

    def preview(self, name: str, incoming: Incoming) -> None:
        """Show what a file brings beside what is here, to choose from."""
        if not incoming.marks and not incoming.words:
            self._warn(f"“{name}”中没有标记。", f"There are no marks in “{name}”.")
            return
        if self._session.second.reader:
            self._warn(
                "第二遍核对是盲核：请先结束，再导入标记。",
                "A second reading is blind: leave it first, then import marks.",
                "leave_reading",
            )
            return
        from desktop.dialogs.marks_dialog import MarksDialog  # noqa: PLC0415 - start-up time

        dialog = MarksDialog(incoming, name, self._pages.window())
        dialog.accepted.connect(partial(self._take, dialog))
        self._open(dialog)

    def _take(self, dialog: MarksDialog) -> None:
        workspace, reader = self._session.workspace, dialog.chosen_reader()
        if workspace is not None:
            marks, words = dialog.chosen(), dialog.chosen_words()
            said = (*(one.word for one in words), *(one.adding for one in marks if one.adding))
            reports = () if reader else tuple({one.place.report_id for one in said})
            work = partial(readers.take, workspace, marks, reader, words)
            self._do(work, partial(self._on_taken, reader, reports))

    def _on_taken(self, reader: str, reports: tuple[ReportId, ...], taken: tuple[int, int]) -> None:
        if reports:
            self.set_right.emit(reports)
        else:
            self._session.refresh()
        self._reader = reader or self._reader  # whose agreement is looked at next
        zh, en = _counted(*taken)
        zh, en = f"已导入：{zh}", f"Taken over: {en}"
        if reader:
            zh, en = f"{zh}，作为 {reader} 的第二遍核对", f"{en}, as a second reading by {reader}"
        told = Message(f"{zh}。Ctrl+Z 可撤销。", f"{en}. Ctrl+Z takes them back.")
        action = "show_agreement" if reader else ""
        self._session.noticed.emit(Notice(Tone.DONE, told, action=action))


def _counted(marks: int, words: int) -> tuple[str, str]:
    """Return how many marks, and how many promises set right, in both languages."""
    zh, en = f"标记 {marks} 条", f"marks {marks}"
    if words:
        return f"{zh}、对承诺的改动 {words} 处", f"{en}, promises set right {words}"
    return zh, en


def _nothing() -> None:
    """There is nothing to finish."""
