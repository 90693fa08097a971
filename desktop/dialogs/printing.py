"""Print preview of what is looked at: pages of the PDF, so that paper and export are the same."""

from functools import partial

from PySide6.QtCore import QLocale, QObject
from PySide6.QtGui import QPageLayout, QPageSize, QPaintEngine, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QWidget

from desktop.dialogs.preview_look import dress
from desktop.jobs import printing
from desktop.jobs.catalog import WHOLE_REPORT
from desktop.jobs.job import Job, JobContext
from desktop.models.words import own_verdicts
from desktop.notice import Notice, Tone
from desktop.session import Session
from tracker.message import Message
from tracker.model.handout import HandoutOptions

SETTING = Message("正在排印", "Setting pages")
PRINTING = Message("正在打印", "Printing")


class Printing(QObject):
    """Sets pages off the GUI thread and shows them before they are printed.

    Args:
        session: What is looked at.
        window: Parent of the preview.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._printer: QPrinter | None = None
        self.preview: QPrintPreviewDialog | None = None
        """The preview that is open."""

    def print_tracking(self) -> None:
        """Show the tracking report of the promises that are looked at."""
        workspace, tracked = self._session.workspace, self._session.tracking
        if workspace is None or tracked is None:
            self._tell_missing("请先打开一份报告的承诺。", "Open the promises of a report first.")
            return
        laters = tuple(later.id for later in tracked.laters)
        options = HandoutOptions(language=_language(), verdict_words=own_verdicts())
        work = partial(printing.tracking_pages, workspace, tracked.earlier.id, laters, options)
        self._show(work)

    def print_comparison(self) -> None:
        """Show the two reports that stand side by side."""
        workspace, columns = self._session.workspace, self._session.columns
        if workspace is None or len(columns) < 2:
            self._tell_missing(
                "请先把两份报告放在一起对读。", "Set two reports side by side first."
            )
            return
        reports = columns[0].id, columns[1].id
        work = partial(printing.comparison_pages, workspace, reports, WHOLE_REPORT, _language())
        self._show(work)

    def _tell_missing(self, zh: str, en: str) -> None:
        self._session.noticed.emit(Notice(Tone.WARNING, Message(zh, en)))

    def _show(self, work: partial[printing.Pages]) -> None:
        def job(context: JobContext) -> object:
            return work(context)

        self._session.runner.submit(Job("print", SETTING, job), self._on_pages)

    def _on_pages(self, pages: printing.Pages) -> None:
        # The preview does not own it, and draws on it for as long as it is open.
        printer = self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setResolution(printing.PAPER_DPI)
        first = pages.previews[0]
        lying = first.width() > first.height()
        sides = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(sides)
        printer.setFullPage(True)  # the margins are in the pages already
        preview = QPrintPreviewDialog(printer, self._window)
        preview.setWindowTitle(self.tr("Print preview"))
        preview.paintRequested.connect(partial(self._paint, pages))
        preview.resize(self._window.size() * 0.9)
        self.preview = preview
        dress(preview)
        preview.setModal(True)
        preview.open()

    def _paint(self, pages: printing.Pages, printer: QPrinter) -> None:
        """Draw the pages for the preview; for the printer, in three times as many dots, aside."""
        if printer.paintEngine().type() is not QPaintEngine.Type.Picture:
            work = partial(printing.print_pages, pages.pdf, printer)
            self._session.runner.submit(Job("paper", PRINTING, work), self._on_printed)
            return
        painter = QPainter(printer)
        numbers = printing.wanted_pages(printer, len(pages.previews))
        for number in numbers:
            if number > numbers.start:
                printer.newPage()
            printing.draw_page(painter, pages.previews[number])
        painter.end()

    def _on_printed(self, n_pages: int) -> None:
        told = Message(f"已送往打印机：{n_pages} 页", f"Sent to the printer: {n_pages} pages")
        self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))


def _language() -> str:
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
