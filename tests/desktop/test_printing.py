"""What is looked at becomes pages: a preview, and the same pages on the printer."""

from time import process_time

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage, QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QGraphicsView, QToolBar

from desktop.dialogs.preview_look import ICONS, dress
from desktop.jobs.printing import comparison_pages, draw_page, print_pages
from desktop.widgets.assets import pixmap
from tracker.errors import Stopped


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform that has no screen
def test_a_preview_shows_the_pages_that_are_printed(qtbot, opened, tmp_path):
    """Every page of the document comes out of the printer, each as one page."""
    opened.window.actions_table["show_commitments"].trigger()
    qtbot.waitUntil(lambda: opened.session.tracking is not None, timeout=20_000)
    opened.window.actions_table["print_tracking"].trigger()
    printing = opened.window.furniture.files.printing
    qtbot.waitUntil(lambda: printing.preview is not None, timeout=30_000)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(1, 2)
    with qtbot.waitSignal(opened.session.noticed, timeout=30_000) as told:
        printing.preview.paintRequested.emit(printer)
    assert told.args[0].message.en == "Sent to the printer: 2 pages"
    zoom = next(b for b in printing.preview.findChildren(QComboBox) if "%" in b.currentText())
    line = zoom.lineEdit()
    assert line.fontMetrics().horizontalAdvance("100.0%") + 4 <= line.width()
    inside = printing.preview.findChild(QPrintPreviewWidget)
    assert inside.zoomMode() is QPrintPreviewWidget.ZoomMode.FitInView
    printing.preview.close()
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == 2


def test_the_preview_has_the_icons_of_the_program(qtbot):
    """Each action of Qt has the sign of what it does; their words are Qt's, here in English."""
    preview = QPrintPreviewDialog(QPrinter())
    qtbot.addWidget(preview)
    bar = preview.findChild(QToolBar)
    dress(preview)
    pages = preview.findChild(QGraphicsView)
    assert pages.scene().backgroundBrush().color().lightness() < 150
    ink = preview.palette().windowText().color()

    def drawn(words: str):
        (action,) = (one for one in bar.actions() if one.text() == words)
        return action.icon().pixmap(32, 32).toImage()

    wanted = {
        "Fit width": "width", "Fit page": "page", "Zoom out": "smaller", "Zoom in": "larger",
        "Portrait": "upright", "Landscape": "lying", "First page": "first",
        "Previous page": "back", "Next page": "on", "Last page": "last",
        "Show single page": "single", "Show facing pages": "facing",
        "Show overview of all pages": "overview", "Page setup": "setup", "Print": "paper",
    }  # fmt: skip
    assert set(wanted.values()) == set(ICONS)
    found = [one.text() for one in bar.actions() if not one.icon().isNull()]
    assert [wanted[words] for words in found] == list(ICONS)
    for words, name in wanted.items():
        own = pixmap(f"print-{name}", QColor(ink)).toImage()
        assert drawn(words).convertToFormat(own.format()) == own


def test_a_preview_with_other_actions_keeps_its_own_icons(qtbot):
    """An icon too many would move all the others to actions that they do not mean."""
    preview = QPrintPreviewDialog(QPrinter())
    qtbot.addWidget(preview)
    bar = preview.findChild(QToolBar)
    own = next(one for one in bar.actions() if one.text() == "Print")
    bar.addAction(own.icon(), "Another")
    before = own.icon().cacheKey()
    dress(preview)
    assert own.icon().cacheKey() == before


def test_a_page_made_smaller_for_the_screen_loses_no_stroke(qtbot):
    """Every line one dot thin is still seen, lighter, where the preview shows fewer dots."""
    page = QImage(100, 400, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    for row in range(9, 397, 9):
        for column in range(100):
            page.setPixelColor(column, row, QColor("black"))
    shown = QImage(70, 280, QImage.Format.Format_RGB32)
    shown.fill(QColor("white"))
    painter = QPainter(shown)
    draw_page(painter, page)
    painter.end()
    strokes = sum(
        shown.pixelColor(35, row).lightness() < 250
        and shown.pixelColor(35, row - 1).lightness() >= 250
        for row in range(1, 280)
    )
    assert strokes == len(range(9, 397, 9))


class _Patient:
    """A person who waits until everything is done."""

    def should_stop(self) -> bool:
        return False

    def report_progress(self, *told) -> None:
        del told


class _Setter:
    """A workspace that has a document ready."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pdf

    def printed_comparison(self, *asked) -> bytes:
        del asked
        return self.pdf


def test_a_preview_of_many_pages_is_there_at_once_and_in_its_colours(qtbot, tmp_path):
    """Pages are given to the preview as they are: none is turned into other dots meanwhile."""
    source = QPdfWriter(str(tmp_path / "in.pdf"))
    source.setResolution(72)
    painter = QPainter(source)
    for number in range(40):
        if number:
            source.newPage()
        painter.fillRect(painter.viewport(), QColor("#c01020"))
    painter.end()
    asked = ("", ""), (), "zh"
    pages = comparison_pages(_Setter((tmp_path / "in.pdf").read_bytes()), *asked, _Patient())
    middle = pages.previews[0].rect().center()
    assert pages.previews[0].pixelColor(middle).name() == "#c01020"
    taken: list[float] = []

    def paint(printer: QPrinter) -> None:
        before = process_time()
        painter = QPainter(printer)
        for number, page in enumerate(pages.previews):
            if number:
                printer.newPage()
            draw_page(painter, page)
        painter.end()
        taken.append(process_time() - before)

    printer = QPrinter()
    preview = QPrintPreviewWidget(printer)
    qtbot.addWidget(preview)
    preview.paintRequested.connect(paint)
    preview.updatePreview()
    assert preview.pageCount() == 40
    # In another order of colours the same pages took 100 ms.
    assert taken[0] < 0.03


def test_setting_pages_can_be_cancelled_and_opens_nothing(qtbot, opened):
    """A person who changed their mind gets no window."""
    opened.window.actions_table["show_commitments"].trigger()
    qtbot.waitUntil(lambda: opened.session.tracking is not None, timeout=20_000)
    opened.window.actions_table["print_tracking"].trigger()
    opened.session.runner.cancel_all()
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)
    assert opened.window.furniture.files.printing.preview is None


class _Twice:
    """A person who stops when the third page is due."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int, str]] = []

    def should_stop(self) -> bool:
        return len(self.told) == 2

    def report_progress(self, *told) -> None:
        self.told.append(told)


def test_printing_many_pages_tells_how_far_it_is_and_stops_at_once(qtbot, tmp_path):
    """After two of five pages no third one is drawn."""
    source = QPdfWriter(str(tmp_path / "in.pdf"))
    painter = QPainter(source)
    for _ in range(4):
        source.newPage()
    painter.end()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    person = _Twice()
    with pytest.raises(Stopped):
        print_pages((tmp_path / "in.pdf").read_bytes(), printer, person)
    assert [(done, whole) for done, whole, _ in person.told] == [(0, 5), (1, 5)]
