"""Pages for the printer, set and drawn off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from tracker.errors import Stopped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.jobs.job import JobContext
    from tracker.model.alignment import AlignmentPart
    from tracker.model.handout import HandoutOptions
    from tracker.model.ids import ReportId
    from tracker.workspace import Workspace

SCREEN_DPI = 110
"""Sharp enough for a preview in a window."""
PAPER_DPI = 300
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


def page_for_paper(pdf: bytes, number: int) -> QImage:
    """Return a page as a printer wants it."""
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(pdf) as document:
        return _picture(document, number, PAPER_DPI)


def _picture(document: object, number: int, dpi: int) -> QImage:
    page = document[number]  # type: ignore[index]
    bitmap = page.render(scale=dpi / _POINTS, rev_byteorder=True, prefer_bgrx=True)
    size = bitmap.width, bitmap.height
    found = QImage(bytes(bitmap.buffer), *size, bitmap.stride, QImage.Format.Format_RGBX8888)
    return found.copy()  # the bytes are gone with the bitmap
