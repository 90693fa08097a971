"""What is looked at becomes pages: a preview, and the same pages on the printer."""

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QGraphicsView


@pytest.mark.qt_log_ignore("propagateSizeHints")  # of the platform that has no screen
def test_a_preview_shows_the_pages_that_are_printed(qtbot, opened, tmp_path):
    """Every page of the document comes out of the printer, each as one page."""
    opened.window.actions_table["show_commitments"].trigger()
    qtbot.waitUntil(lambda: opened.session.tracking is not None, timeout=20_000)
    opened.window.actions_table["print_tracking"].trigger()
    printing = opened.window.files.printing
    qtbot.waitUntil(lambda: printing.preview is not None, timeout=30_000)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setFromTo(1, 2)
    with qtbot.waitSignal(opened.session.noticed, timeout=30_000) as told:
        printing.preview.paintRequested.emit(printer)
    assert told.args[0].message.en == "Sent to the printer: 2 pages"
    zoom = next(b for b in printing.preview.findChildren(QComboBox) if "%" in b.currentText())
    inside = printing.preview.findChild(QPrintPreviewWidget)
    before = zoom.currentText()
    printing.preview.resize(700, 500)
    qtbot.waitUntil(lambda: zoom.currentText() != before, timeout=5_000)
    assert inside.zoomMode() is QPrintPreviewWidget.ZoomMode.FitInView
    shown = float(zoom.currentText().rstrip("%"))
    seen = printing.preview.findChild(QGraphicsView)
    page = seen.transform().m11() * seen.sceneRect().width()  # a sheet of A4 with its shadow
    wanted = 100 * page / (297 / 25.4 * seen.logicalDpiX())
    assert shown == pytest.approx(wanted, rel=0.1)
    printing.preview.close()
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == 2
