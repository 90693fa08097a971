"""What is looked at becomes pages: a preview, and the same pages on the printer."""

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox


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
    line = zoom.lineEdit()
    assert line.fontMetrics().horizontalAdvance("100.0%") + 4 <= line.width()
    inside = printing.preview.findChild(QPrintPreviewWidget)
    assert inside.zoomMode() is QPrintPreviewWidget.ZoomMode.FitInView
    printing.preview.close()
    with pypdfium2.PdfDocument(tmp_path / "out.pdf") as document:
        assert len(document) == 2
