"""What was met by looking at pictures of every view: each stays as it was mended."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from desktop.models.report_list import ReportTree
from desktop.models.roles import DataRole
from desktop.settings import Language
from desktop.widgets.link_line import LinkLine
from desktop.widgets.note_editor import NoteEditor
from desktop.widgets.theme import body_font, interface_font
from tests.desktop.library_lines import line

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def named(*entries):
    """Return the reports whose row needs the name of their file."""
    model = ReportTree()
    model.set_entries(entries)
    return {e.id for e in entries if model.data(model.index_of(e.id), DataRole.TWIN)}


def test_only_reports_that_nothing_else_tells_apart_are_called_by_their_file():
    """One of a kind has region, year and kind; twins and those without a year need more."""
    once, twin, other = (
        line(name, "江苏省苏州市", "320500", year)
        for name, year in (("a", 2021), ("b", 2022), ("c", 2022))
    )
    unknown = line("d", "江苏省苏州市", "320500", None)
    assert named(once, twin) == set()
    assert named(once, twin, other, unknown) == {twin.id, other.id, unknown.id}


def test_a_blind_reader_is_not_told_how_far_the_first_one_got(qtbot, opened):
    """Neither the library nor the status line count the marks of the first reading meanwhile."""
    tree, summary = opened.window.library.tree, opened.window.summary
    report = next(e for e in opened.session.entries if e.n_commitments)

    def progress():
        return tree.shelf.data(tree.shelf.index_of(report.id), DataRole.PROGRESS)

    assert progress() == (0, report.n_commitments)
    opened.session.second.begin("李四")
    assert progress() == (0, None)
    assert summary.text() == f"Reports: {len(opened.session.entries)}"
    opened.session.second.leave()
    assert progress() == (0, report.n_commitments)
    assert "marked" in summary.text()


def test_punctuation_leaves_no_holes_in_english_sentences(program):
    """Quotes are as wide as they are drawn in the window, never in the texts of reports."""
    program.look.apply()
    window, text = QFontMetricsF(interface_font()), QFontMetricsF(body_font())
    if window.horizontalAdvance("国") < window.horizontalAdvance("“") * 0.9:
        pytest.skip("no CJK font whose quotes are wide")
    assert window.horizontalAdvance("“a”") < 0.75 * text.horizontalAdvance("“a”")
    shown = QFontMetricsF(program.window.compare.legend.font())
    assert shown.horizontalAdvance("“a”") < 0.75 * text.horizontalAdvance("“a”")


@pytest.mark.parametrize("language", Language)
def test_the_note_says_its_keys_in_full(qtbot, opened, language):
    """The hint beside the buttons has room in both languages."""
    opened.settings.language = language
    opened.look.apply()
    editor = NoteEditor(opened.window)
    editor.write("一段文字", "备注", QPoint(40, 40), is_new=False)
    assert editor.hint.width() >= editor.hint.sizeHint().width()
    editor.hide()


def test_the_line_of_a_link_stays_among_the_texts(qtbot):
    """The mouse may leave the window while a section is dragged."""
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(400, 300)
    over.show()
    drawn = LinkLine(over)
    corner = over.mapToGlobal(QPoint(0, 0))
    drawn.lay(QRect(corner + QPoint(10, -80), QRect(0, 0, 100, 20).size()), corner)
    for away in (QPoint(900, 120), QPoint(-50, -50), QPoint(200, 700)):
        drawn.lay(drawn.source.translated(corner), corner + away)
        for end in drawn._ends():
            assert drawn.rect().contains(end.toPoint())


def test_a_lone_text_is_never_wider_than_the_eye_takes_in(qtbot, opened):
    """One report in a wide window: lines of at most 64 characters, in the middle."""
    compare = opened.window.compare
    opened.window.resize(2400, 900)
    compare.set_columns((opened.session.entries[0].id,))
    qtbot.waitUntil(lambda: len(compare.panes) == 1, timeout=30_000)
    text = compare.panes[0].text
    qtbot.waitUntil(lambda: text.viewportMargins().left() > 100, timeout=5_000)
    margins = text.viewportMargins()
    assert abs(margins.left() - margins.right()) <= 1
    widest = text.viewport().width() - text.edge
    assert widest <= 80 * QFontMetricsF(text.font()).horizontalAdvance("国")


def test_the_legend_speaks_of_a_right_column_only_where_there_is_one(qtbot, opened):
    """Cards of three reports show two of them: no bar tells what the next column lacks."""
    compare = opened.window.compare
    ids = [entry.id for entry in opened.session.entries]
    compare.set_columns((*ids, ids[0]))
    qtbot.waitUntil(lambda: len(compare.panes) == 3, timeout=30_000)
    assert compare.legend.several_shown()
    qtbot.waitUntil(lambda: len(opened.session.comparisons) == 2, timeout=60_000)
    opened.window.modes.show_cards()
    assert not compare.legend.several_shown()
    opened.window.modes.show_side_by_side()
    assert compare.legend.several_shown()


def test_without_reports_the_promises_offer_to_import(qtbot, empty):
    """No empty boxes and filters above: a sentence and a button, as on the other pages."""
    empty.window.show_commitments()
    view = empty.window.commitments
    assert not view.heads.isVisible()
    assert view.empty.button.isVisible()
    view.import_wanted.disconnect(empty.window.files.import_files)  # it would open a dialog
    with qtbot.waitSignal(view.import_wanted):
        view.empty.button.click()


def test_every_button_that_keeps_words_is_called_save(opened):
    """“Keep” beside “Cancel” left open what is kept."""
    editor = NoteEditor(opened.window)
    assert editor.keep_button.text() == "Save"
    assert not [one for one in editor.findChildren(QLabel) if "keep" in one.text().lower()]
