"""The two reports side by side as a file, through the menu and the dialog for names."""

import json

import lxml.html
import pypdfium2
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desktop.jobs.catalog import WHOLE_REPORT
from tracker.errors import Stopped

PARAGRAPHS = "//w:p[.//w:ins or .//w:del]"


@pytest.fixture
def chosen(monkeypatch, tmp_path):
    """Answer the dialog for names with a name and a kind; return what was proposed."""
    asked = []

    def answer(name: str, ending: str):
        def choose(_window, _title, place, kinds):
            asked.append(place)
            kind = next((one for one in kinds.split(";;") if f"*{ending}" in one), "")
            return str(tmp_path / name) if name else "", kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
        return asked

    return answer


def text_of(path) -> str:
    """Return the text of a file, read by another library than the one that wrote it."""
    if path.suffix == ".docx":
        changed = Document(str(path)).element.body.xpath(PARAGRAPHS)
        return "".join("".join(one.itertext()) for one in changed)
    if path.suffix == ".html":
        return lxml.html.fromstring(path.read_bytes()).text_content()
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            return "".join(one.get_textpage().get_text_range() for one in document)
    told = json.loads(path.read_text("utf-8"))
    assert [one["part"] for one in told["parts"]]
    return json.dumps(told, ensure_ascii=False)


@pytest.mark.parametrize("ending", [".docx", ".html", ".pdf", ".json"])
def test_a_comparison_is_written_by_keyboard_as_the_kind_that_was_chosen(
    qtbot, opened, chosen, tmp_path, ending
):
    """Ctrl+Alt+E asks for a name; one without an ending gets that of its kind."""
    asked = chosen("对读", ending)
    earlier, later = opened.session.columns[:2]
    with qtbot.waitSignal(opened.session.noticed, timeout=30_000) as told:
        qtbot.keyClick(
            opened.window,
            Qt.Key.Key_E,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        )
    path = tmp_path / f"对读{ending}"
    assert told.args[0].path == path
    assert str(earlier.meta.year) in asked[0]
    assert str(later.meta.year) in asked[0]
    text = "".join(text_of(path).split())
    assert "一般公共预算收入" in text


def test_nothing_is_written_where_no_name_is_given(qtbot, opened, chosen, tmp_path):
    """Who leaves the dialog by Esc has changed nothing."""
    chosen("", ".docx")
    opened.window.actions_table["export_comparison"].trigger()
    assert not opened.session.runner.busy()
    assert not list(tmp_path.glob("对读*"))


def test_a_comparison_that_is_stopped_leaves_no_file(opened, tmp_path):
    """Not even half of it."""
    reports = [one.id for one in opened.session.columns[:2]]
    with pytest.raises(Stopped):
        opened.session.workspace.export_comparison(
            tmp_path / "t.pdf", *reports, WHOLE_REPORT, "zh", lambda: True
        )
    assert not list(tmp_path.glob("t*"))
