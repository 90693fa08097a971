"""Across reports: five comparisons by keys and mouse, and the way to the sentences behind them."""

import csv
from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.models.across_regions import feedback_lines
from desktop.models.across_table import Bar, Heat
from desktop.models.roles import DataRole
from desktop.settings import Language
from tests.tracker.test_workspace_comparing import CITIES, plan
from tracker.workspace import Workspace

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="session")
def cities_file(tmp_path_factory):
    """Return a workspace with three cities in two years, compared once in a session."""
    path = tmp_path_factory.mktemp("across") / "城市.duizhang"
    with Workspace.create(path, user="张三") as made:
        for city, (goal, result) in CITIES.items():
            made.import_bytes(f"{city}19.txt", plan(city, 2019, goal=goal))
            more = "推进“海绵城市”建设。" if city != "常州" else ""
            made.import_bytes(f"{city}20.txt", plan(city, 2020, result=result, more=more))
        made.feedback()
        made.shared_text()
        made.new_phrases(2020)
        made.nearest(made.entries()[0].id)
        made.compare_regions(2019)
    return path


@pytest.fixture
def across(qtbot, program, cities_file, tmp_path):
    """Return the page, opened by key, its first comparison on the screen."""
    path = tmp_path / "work.duizhang"
    path.write_bytes(cities_file.read_bytes())
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    qtbot.waitUntil(lambda: len(program.session.entries) == 6, timeout=60_000)
    qtbot.keyClick(program.window, Qt.Key.Key_6, CTRL)
    page = program.window.furniture.surveys.across
    qtbot.waitUntil(lambda: page.regions.model.rowCount() == 3, timeout=60_000)
    return page


def turn(qtbot, program, page, panel):
    """Go to a comparison by keys."""
    while page.panel is not panel:
        qtbot.keyClick(program.window, Qt.Key.Key_PageDown, CTRL)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=60_000)


def texts(model, column):
    """Return what a column says."""
    return [model.index(row, column).data() for row in range(model.rowCount())]


def shown(program):
    """Return the years of the texts side by side."""
    return [report.meta.year for report in program.session.columns]


def test_regions_stand_by_their_results_and_lead_to_both_reports(qtbot, program, across):
    """Bars with goals; Enter sets the goal beside its result, each at its sentence."""
    panel = across.regions
    assert across.buttons[0].isChecked()
    assert panel.grid.hasFocus()
    assert texts(panel.model, 1) == ["常州市", "无锡市", "苏州市"]
    assert texts(panel.model, 0) == ["1", "2", "3"]
    bar = panel.model.index(0, 2).data(DataRole.VALUE)
    assert isinstance(bar, Bar)
    assert bar.value == bar.low == 1
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(program) == [2019, 2020], timeout=60_000)
    assert program.window.pages.currentWidget() is program.window.furniture.compare


def test_a_click_on_a_head_sorts_and_what_is_missing_stays_last(qtbot, program, across):
    """The goal column: a region without a goal is last, up or down."""
    model = across.regions.model
    heads = across.regions.grid.horizontalHeader()
    at = QPoint(heads.sectionViewportPosition(3) + 20, heads.height() // 2)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
    first = texts(model, 3)
    qtbot.mouseClick(heads.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert texts(model, 3) == first[::-1]


def test_words_filter_the_lines(qtbot, program, across):
    """Typing leaves the lines that have all words; Escape brings the others back."""
    panel = across.regions
    panel.filter.setFocus()
    panel.filter.insert("苏州")
    assert panel.model.rowCount() == 1
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert panel.model.rowCount() == 3


def test_feedback_cells_tell_their_promises_and_open_them(qtbot, program, across):
    """One of one is answered: 100; a year that nothing looks back on is a dot, not a nought."""
    panel = across.feedback
    turn(qtbot, program, across, panel)
    assert texts(panel.model, 1) == ["100", "100", "100", "100"]
    assert texts(panel.model, 2)[:3] == ["·", "·", "·"]
    cell = panel.model.index(0, 1)
    assert isinstance(cell.data(DataRole.VALUE), Heat)
    assert "1" in cell.data(Qt.ItemDataRole.ToolTipRole)
    place = panel.grid.visualRect(cell).center()
    qtbot.mouseClick(panel.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    window = program.window
    qtbot.waitUntil(
        lambda: window.pages.currentWidget() is window.furniture.commitments, timeout=60_000
    )
    qtbot.waitUntil(lambda: program.session.tracking is not None, timeout=60_000)
    assert program.session.tracking.earlier.meta.year == 2019


def test_a_year_that_is_still_to_be_judged_says_so(qapp, cities_file, tmp_path):
    """While reports wait, a dot does not claim that nobody looks back; afterwards it does."""
    path = tmp_path / "waiting.duizhang"
    path.write_bytes(cities_file.read_bytes())
    with Workspace.open(path) as workspace:
        found = workspace.feedback()
    dots = [feedback_lines(replace(found, waiting=n))[0].cells[2] for n in (3, 0)]
    assert [dot.text for dot in dots] == ["·", "·"]
    assert ["still to be judged" in dot.tip for dot in dots] == [True, False]


def test_shared_clauses_lead_to_where_else_they_stand(qtbot, program, across):
    """Report, clause, other place: Enter goes from one to the next, and to both texts."""
    panel = across.shared
    turn(qtbot, program, across, panel)
    qtbot.waitUntil(lambda: panel.place_model.rowCount() > 0, timeout=60_000)
    assert panel.model.rowCount() == 6
    assert "绿水青山" in " ".join(texts(panel.clause_model, 0))
    assert texts(panel.place_model, 3) == ["100%"] * panel.place_model.rowCount()
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    assert panel.clauses.hasFocus()
    panel.places.setFocus()
    panel.places.show_line(0)
    qtbot.keyClick(panel.places, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shown(program)) == 2, timeout=60_000)


def test_new_phrases_lead_to_who_says_them(qtbot, program, across):
    """海绵城市 is new in 2020; walking to it looks for its first use, Enter shows the sentence."""
    panel = across.first
    turn(qtbot, program, across, panel)
    qtbot.waitUntil(lambda: panel.phrase_model.rowCount() == 1, timeout=60_000)
    panel.phrases.setFocus()
    panel.phrases.show_line(0)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2, timeout=60_000)
    assert panel.phrase.text() == "海绵城市"
    assert texts(panel.model, 2) == ["●", "●"]
    assert "2020" in panel.told.text()
    panel.grid.setFocus()
    panel.grid.show_line(0)
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: 2020 in shown(program), timeout=60_000)


def test_a_typed_phrase_is_looked_for_by_enter(qtbot, program, across):
    """Typing words and pressing Enter tells who says them first, and goes to the first of them."""
    panel = across.first
    turn(qtbot, program, across, panel)
    panel.phrase.setFocus()
    panel.phrase.clear()
    panel.phrase.insert("新建")  # keys of an input method cannot be clicked
    qtbot.keyClick(panel.phrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6, timeout=60_000)
    qtbot.waitUntil(panel.grid.hasFocus)


def test_selected_words_are_looked_for_by_a_key(qtbot, program, across):
    """A selection in a text becomes the phrase whose first use is told."""
    report = next(e for e in program.session.entries if e.name == "苏州20.txt")
    program.window.furniture.ways.show_compare()
    program.session.compare(report.id)
    qtbot.waitUntil(lambda: shown(program) == [2020], timeout=60_000)
    text = program.window.furniture.compare.panes[0].text
    qtbot.waitUntil(lambda: "图书馆" in text.toPlainText(), timeout=60_000)
    cursor = text.document().find("新建")
    cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor, 0)
    text.setFocus()
    text.setTextCursor(cursor)
    qtbot.keyClick(text, Qt.Key.Key_Q, CTRL | SHIFT)
    panel = across.first
    qtbot.waitUntil(lambda: panel.model.rowCount() == 6, timeout=60_000)
    assert panel.phrase.text() == "新建"


def test_nearest_reports_tell_why_and_open_beside(qtbot, program, across):
    """Others of the same words come up; choices leave own region and other years out."""
    panel = across.nearest
    turn(qtbot, program, across, panel)
    qtbot.waitUntil(lambda: panel.common_model.rowCount() > 0, timeout=60_000)
    assert panel.model.rowCount() == 5
    panel.others.click()
    panel.one_year.click()
    assert panel.model.rowCount() == 2
    qtbot.waitUntil(lambda: panel.common_model.rowCount() > 0, timeout=60_000)
    assert any("绿水青山" in one for one in texts(panel.common_model, 1))
    panel.grid.setFocus()
    qtbot.keyClick(panel.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(shown(program)) == 2, timeout=60_000)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_lines_are_saved_as_they_are_shown(ending, qtbot, program, across, tmp_path):
    """Numbers are numbers, pictures are left out."""
    target = tmp_path / f"表.{ending}"
    across.regions.write_to(target)
    qtbot.waitUntil(target.exists, timeout=60_000)
    if ending == "csv":
        with target.open(encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
    else:
        rows = [list(row) for row in openpyxl.load_workbook(target).active.values]
    assert len(rows) == 4
    assert str(rows[1][0]) == "1"
    assert "常州市" in rows[1]


def test_the_page_speaks_the_other_language_without_asking_anew(qtbot, program, across):
    """Heads and tables follow; what was found stays."""
    before = across.regions.model.rowCount()
    program.settings.language = Language.ENGLISH
    program.look.apply()
    assert across.regions.model.headerData(1, Qt.Orientation.Horizontal) == "Region"
    assert across.regions.model.rowCount() == before
    assert across.buttons[1].text() == "Feedback"


def test_without_a_workspace_the_page_says_what_to_do(qtbot, program):
    """A sentence and a button for the samples; no table, no error."""
    qtbot.keyClick(program.window, Qt.Key.Key_6, CTRL)
    page = program.window.furniture.surveys.across
    for number in range(5):
        page.turn_to(number)
        assert page.panel.pages.currentWidget() is page.panel.empty
        assert page.panel.empty.button.text()


def test_a_table_with_nothing_but_gaps_says_what_its_sign_means(qtbot, opened):
    """The samples lack the year between: no sum can be told, so the sign is."""
    qtbot.keyClick(opened.window, Qt.Key.Key_6, CTRL)
    page = opened.window.furniture.surveys.across
    qtbot.waitUntil(lambda: page.panel is not None, timeout=60_000)
    turn(qtbot, opened, page, page.feedback)
    qtbot.waitUntil(lambda: "next year is missing" in page.feedback.told.text(), timeout=60_000)
