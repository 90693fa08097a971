"""Ways in: chosen files, files that are dropped, the clipboard; and reports that are set right."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.jobs import intake
from desktop.jobs.handing import HandOver
from desktop.jobs.intake import Brought
from desktop.jobs.job import Job, Lane, Progress
from desktop.models.workspaces import SUFFIX
from desktop.notice import Notice, Tone
from desktop.session import IMPORTING, READING, SAVING, Session, without_context
from desktop.settings import PREVIEW, Settings
from desktop.widgets.drop_hint import DropHint
from tracker.message import Message
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from desktop.dialogs.care import Care
    from desktop.dialogs.import_dialog import ImportDialog
    from desktop.dialogs.report_dialog import ReportDialog
    from tracker.errors import TrackerError
    from tracker.model.draft import Draft, ImportChoice
    from tracker.model.library import ImportResult, ReportEntry
    from tracker.workspace import Workspace

_NOTHING = Message(
    "剪贴板里没有文字或文件。请先复制报告全文，再粘贴。",
    "The clipboard holds neither text nor files. Copy the whole report, then paste.",
)
_ONLY_READ = Message(
    "这个工作区只能阅读，不能导入。请另存副本，在副本里导入。",
    "Nothing can be imported into a workspace that can only be read. Save a copy and import there.",
)
_NO_WORKSPACE = Message("请先新建或打开工作区，再导入。", "Open a workspace first, then import.")


class IntakeActions(QObject):
    """Brings documents in by way of the preview, or at once where the person wants that.

    Args:
        session: The open workspace.
        care: Knows the regions.
        settings: Whether there is a preview.
        window: Takes files that are dropped; parent of the dialogs.

    Signals:
        arrived(str): Reports came in; the one that most needs a look.
    """

    arrived = Signal(str)

    def __init__(self, session: Session, care: Care, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._care = care
        self._settings = settings
        self._window = window
        self._fresh: tuple[ReportId, ...] = ()
        self._results: tuple[ImportResult, ...] = ()
        self.dialog: ImportDialog | None = None
        self.report_dialog: ReportDialog | None = None
        self._hand_over = HandOver(self._on_arrived, self)
        self._foresee = HandOver(self._on_foreseen, self)
        session.imported.connect(self._remember)
        session.opened.connect(lambda: self._remember(()))
        self._hint = DropHint(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on the window, or on the preview of others."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            if event.mimeData().hasUrls():
                event.acceptProposedAction()
                if watched is self._window:
                    self._hint.lay()
            return True
        if event.type() == QEvent.Type.DragLeave:
            self._hint.lift()
        if isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self._hint.hide()
            urls = event.mimeData().urls()
            event.acceptProposedAction()
            self.take(tuple(Path(url.toLocalFile()) for url in urls if url.isLocalFile()))
            return True
        return False

    def take(self, paths: tuple[Path, ...]) -> None:
        """Open a workspace that was dropped, or bring reports in."""
        workspace = next((path for path in paths if path.suffix == SUFFIX), None)
        if workspace is not None and self.dialog is None:
            self._session.open_workspace(workspace)
        else:
            self.bring_in(paths)

    # Documents

    def bring_in(self, paths: tuple[Path, ...]) -> None:
        """Show what is in files, folders and archives; or bring it in at once."""
        workspace = self._workspace() if paths else None
        if workspace is None:
            return
        self._settings.places.add(self._session.workspace_id, paths)
        if not self._settings.flag(PREVIEW, default=True):
            self._session.import_files(paths)
            return
        dialog = self.dialog or self._open_dialog()
        dialog.begin_reading()
        foresee = partial(self._foresee, dialog)
        work = partial(intake.preview, workspace, paths, partial(self._hand_over, dialog), foresee)
        runner = self._session.runner
        request = runner.submit(
            Job("", READING, work, Lane.INTAKE),
            partial(self._on_read, dialog),
            partial(self._on_unread, dialog),
        )
        dialog.stopped.connect(partial(runner.cancel, request))

        def show(_: Message, progress: Progress | None) -> None:
            if progress is not None and self.dialog is dialog:
                dialog.strip.show_progress(progress)

        runner.progressed.connect(show)
        dialog.finished.connect(lambda: runner.progressed.disconnect(show))

    def _workspace(self) -> Workspace | None:
        """Return the open workspace; where there is none, or nothing can come in, say so."""
        if self._session.workspace is None:
            self._session.noticed.emit(Notice(Tone.WARNING, _NO_WORKSPACE))
        elif self._session.read_only:
            self._session.noticed.emit(Notice(Tone.WARNING, _ONLY_READ, action="save_copy"))
            return None
        return self._session.workspace

    def _on_arrived(self, dialog: ImportDialog, drafts: tuple[Draft, ...]) -> None:
        if self.dialog is dialog:
            dialog.drafting.add(*drafts)

    def _on_foreseen(self, dialog: ImportDialog, drafts: tuple[Draft, ...]) -> None:
        if self.dialog is dialog:
            dialog.drafting.foresee(drafts)

    def _on_read(self, dialog: ImportDialog, drafts: tuple[Draft, ...]) -> None:
        if self.dialog is dialog:
            dialog.end_reading()
            if not drafts and not dialog.drafting.items:
                dialog.reject()
                self._session.imported.emit(())

    def _on_unread(self, dialog: ImportDialog, _: TrackerError) -> None:
        """The session tells why; what came before the problem can be brought in."""
        self._on_read(dialog, ())

    def paste(self) -> None:
        """Show what lies on the clipboard: files, rich text or plain text."""
        # There is none where no other program ever copied anything.
        found = cast("QMimeData | None", QGuiApplication.clipboard().mimeData())
        board = QMimeData() if found is None else found
        urls = [url for url in board.urls() if url.isLocalFile()]
        if urls:
            self.bring_in(tuple(Path(url.toLocalFile()) for url in urls))
            return
        workspace = self._workspace()
        if workspace is None:
            return
        html = board.html() if board.hasHtml() else ""
        text = board.text() if board.hasText() else ""
        if not (html.strip() or text.strip()):
            self._session.noticed.emit(Notice(Tone.WARNING, _NOTHING))
            return
        dialog = self._open_dialog()
        dialog.begin_reading()
        work = without_context(partial(intake.preview_pasted, workspace, text, html))
        runner = self._session.runner
        request = runner.submit(
            Job("", READING, work),
            partial(self._on_pasted, dialog),
            partial(self._on_unread, dialog),
        )
        dialog.stopped.connect(partial(runner.cancel, request))

    def _on_pasted(self, dialog: ImportDialog, draft: Draft | None) -> None:
        if draft is None:
            dialog.reject()
            self._session.noticed.emit(Notice(Tone.WARNING, _NOTHING))
            return
        self._on_arrived(dialog, (draft,))
        self._on_read(dialog, (draft,))

    def _open_dialog(self) -> ImportDialog:
        from desktop.dialogs.import_dialog import ImportDialog  # noqa: PLC0415 - start-up time
        from desktop.models.drafting import Drafting  # noqa: PLC0415 - start-up time

        dialog = ImportDialog(Drafting(self._session, self), self._window)
        self.dialog = dialog
        dialog.setAcceptDrops(True)
        dialog.installEventFilter(self)
        self._care.regions_read.connect(dialog.editor.form.set_regions)
        self._care.ask_regions()
        dialog.straight.setChecked(not self._settings.flag(PREVIEW, default=True))
        dialog.accepted.connect(partial(self._on_accepted, dialog))
        dialog.finished.connect(lambda: self._on_closed(dialog))
        dialog.resize(self._window.size() * 0.94)
        dialog.setModal(True)
        dialog.open()
        return dialog

    def _on_closed(self, dialog: ImportDialog) -> None:
        self.dialog = None
        self._care.regions_read.disconnect(dialog.editor.form.set_regions)
        dialog.deleteLater()
        dialog.drafting.deleteLater()

    def _on_accepted(self, dialog: ImportDialog) -> None:
        self._settings.save_flag(PREVIEW, value=not dialog.straight.isChecked())
        drafts = tuple(item.draft for item in dialog.drafting.items if not item.chosen)
        self._store(dialog.choices(), intake.left_out(drafts))

    def _store(self, choices: tuple[ImportChoice, ...], others: tuple[ImportResult, ...]) -> None:
        workspace = self._session.workspace
        if workspace is None or not choices:
            return
        work = partial(intake.bring, workspace, choices, self._session.growing)
        self._session.runner.submit(
            Job("", IMPORTING, work, Lane.INTAKE),
            partial(self._on_brought, len(choices), others),
            lambda _: self._session.refresh(),  # what was stored before the problem is there
        )

    def _on_brought(
        self, n_chosen: int, others: tuple[ImportResult, ...], brought: Brought
    ) -> None:
        self._session.take_entries(brought.entries)
        if brought.results:
            self._session.imported.emit(brought.results)
        # What could not be read was told in the preview; the list of results keeps it.
        self._remember((*brought.results, *others))
        missing = n_chosen - len(brought.results)
        if missing:
            told = Message(
                f"已停止导入：导入了 {len(brought.results)} 份，其余 {missing} 份没有导入。"
                "要接着做，再导入同一文件夹即可，已有的不会重复。",
                f"The import was stopped: {len(brought.results)} came in, {missing} did not. "
                "To go on, import the same folder again; nothing comes twice.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told))
        if self._fresh:
            self.arrived.emit(self._fresh[0])
        self._session.refresh()

    # Reports of the library

    def _remember(self, results: tuple[ImportResult, ...]) -> None:
        self._results = results
        fresh = [r.entry for r in results if r.entry is not None and not r.duplicate]
        # What most needs a look comes first.
        fresh.sort(key=lambda e: (bool(e.region_name and e.year), -e.n_warnings))
        self._fresh = tuple(entry.id for entry in fresh)

    def show_results(self) -> None:
        """List what became of every document of the last import."""
        from desktop.dialogs.results_dialog import ResultsDialog  # noqa: PLC0415 - start-up time

        if self._results:
            dialog = ResultsDialog(self._results, self._window)
            dialog.wanted.connect(self._on_wanted)
            dialog.setModal(True)
            dialog.open()

    def _on_wanted(self, report: str) -> None:
        self.correct(ReportId(report))

    def correct_imported(self) -> None:
        """Open the report that was brought in last; of several, the most doubtful one."""
        there = (one for one in self._fresh if self._session.entry(one) is not None)
        found = next(there, None)
        if found is not None:
            self.correct(found)

    def correct(self, report: ReportId) -> None:
        """Open a report of the library to set right what the reader took from it."""
        workspace = self._session.workspace
        if workspace is not None and self._session.entry(report) is not None:
            work = without_context(partial(intake.draft_of, workspace, report))
            job = Job("draft of", READING, work)
            self._session.runner.submit(job, partial(self._on_draft, report))

    def _on_draft(self, report: ReportId, draft: Draft) -> None:
        from desktop.dialogs.report_dialog import ReportDialog  # noqa: PLC0415 - start-up time
        from desktop.models.drafting import Drafting  # noqa: PLC0415 - start-up time

        entry = self._session.entry(report)
        if entry is None:
            return
        drafting = Drafting(self._session, self)
        drafting.add(draft)
        dialog = ReportDialog(drafting, entry, self._window)
        self.report_dialog = dialog
        self._care.regions_read.connect(dialog.editor.form.set_regions)
        self._care.ask_regions()
        dialog.accepted.connect(partial(self._on_corrected, dialog, report))
        dialog.finished.connect(lambda: self._on_report_closed(dialog))
        dialog.resize(self._window.size() * 0.9)
        dialog.setModal(True)
        dialog.open()

    def _on_report_closed(self, dialog: ReportDialog) -> None:
        self.report_dialog = None
        self._care.regions_read.disconnect(dialog.editor.form.set_regions)
        dialog.deleteLater()
        dialog.drafting.deleteLater()

    def _on_corrected(self, dialog: ReportDialog, report: ReportId) -> None:
        workspace = self._session.workspace
        if workspace is None:
            return
        work = partial(intake.correct_report, workspace, report, dialog.before, dialog.after())
        job = Job("", SAVING, without_context(work), Lane.STORE)
        self._session.runner.submit(job, partial(self._on_stored, report))

    def _on_stored(self, report: ReportId, entries: tuple[ReportEntry, ...]) -> None:
        self._session.replace_report(report, report, entries)
        self._session.refresh()
        told = Message(
            "已更正报告；按 Ctrl+Z 可撤销。", "The report was corrected; Ctrl+Z undoes it."
        )
        self._session.noticed.emit(Notice(Tone.DONE, told))
