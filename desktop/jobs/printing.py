"""Pages for the printer, set and drawn off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter

from tracker.errors import ExportProblem, Stopped
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter

    from desktop.jobs.job import JobContext
    from tracker.model.alignment import AlignmentPart
    from tracker.model.handout import HandoutOptions
    from tracker.model.ids import ReportId
    from tracker.workspace import Workspace

SCREEN_DPI = 110
"""Sharp enough for a preview in a window."""
PAPER_DPI = 300
NO_PRINTER = Message(
    "打印机没有响应；请检查打印机，或导出为 PDF 再打印。",
    "The printer does not answer; look after it, or export a PDF and print that.",
)
_POINTS = 72


@dataclass(frozen=True)
class Pages:
    """A document for the printer.

    Attributes:
        pdf: The document.
        previews: A picture of each page, for the screen.
    """

    pdf: bytes
    previews: tuple[QImage, ...]


def tracking_pages(
    workspace: Workspace,
    earlier: ReportId,
    laters: Sequence[ReportId],
    options: HandoutOptions,
    context: JobContext,
) -> Pages:
    """Return the tracking report, as it would be exported."""
    return _drawn(workspace.printed(earlier, laters, options, context.should_stop), context)


def comparison_pages(
    workspace: Workspace,
    reports: tuple[ReportId, ReportId],
    parts: Sequence[AlignmentPart],
    language: str,
    context: JobContext,
) -> Pages:
    """Return two reports side by side."""
    made = workspace.printed_comparison(*reports, parts, language, context.should_stop)
    return _drawn(made, context)


def _drawn(pdf: bytes, context: JobContext) -> Pages:
    """Draw every page for the screen."""
    import pypdfium2  # noqa: PLC0415 - only printing needs it

    previews = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number in range(len(document)):
            if context.should_stop():
                raise Stopped
            context.report_progress(number, len(document), "")
            previews.append(_picture(document, number, SCREEN_DPI))
    return Pages(pdf, tuple(previews))


def print_pages(pdf: bytes, printer: QPrinter, context: JobContext) -> int:
    """Put the pages that a printer is set to on paper; return how many there were."""
    import pypdfium2  # noqa: PLC0415

    painter = QPainter(printer)
    if not painter.isActive():
        raise ExportProblem(NO_PRINTER)
    with pypdfium2.PdfDocument(pdf) as document:
        numbers = wanted_pages(printer, len(document))
        for done, number in enumerate(numbers):
            if context.should_stop():
                printer.abort()
                painter.end()
                raise Stopped
            context.report_progress(done, len(numbers), "")
            if done:
                printer.newPage()
            draw_page(painter, _picture(document, number, PAPER_DPI))
    painter.end()
    return len(numbers)


def wanted_pages(printer: QPrinter, n_pages: int) -> range:
    """Return the pages, from 0, that a printer is set to print."""
    first, last = printer.fromPage() or 1, printer.toPage() or n_pages
    return range(first - 1, min(last, n_pages))


def draw_page(painter: QPainter, picture: QImage) -> None:
    """Fill a page with its picture."""
    paper = QSizeF(painter.viewport().size())
    fitting = QSizeF(picture.size()).scaled(paper, Qt.AspectRatioMode.KeepAspectRatio)
    # Without it a page made smaller loses whole rows of dots, and thin strokes of characters.
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, fitting.width(), fitting.height()), picture)


def _picture(document: object, number: int, dpi: int) -> QImage:
    page = document[number]  # type: ignore[index]
    bitmap = page.render(scale=dpi / _POINTS, prefer_bgrx=True)
    size = bitmap.width, bitmap.height
    # The order of colours that Qt paints with: any other is turned on the GUI thread, page by page.
    found = QImage(bytes(bitmap.buffer), *size, bitmap.stride, QImage.Format.Format_RGB32)
    return found.copy()  # the bytes are gone with the bitmap
