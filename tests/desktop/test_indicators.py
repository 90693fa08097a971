"""Indicators and overview: tables, charts, the ways to sentences and to promises, files."""

import csv
import re

import openpyxl
import pypdfium2
import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage

from desktop.models.indicator_rows import Reach, RowOrder, goal, goal_before, reach, result
from desktop.models.promise_field import Field
from desktop.settings import Language
from desktop.widgets.verdict_bars import parts_of
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(scope="session")
def gathered_file(sample_file, tmp_path_factory):
    """Return the sample workspace with its indicators gathered, once in a session."""
    path = tmp_path_factory.mktemp("series") / "示例.duizhang"
    path.write_bytes(sample_file.read_bytes())
    with Workspace.open(path, user="张三") as workspace:
        workspace.series([entry.id for entry in workspace.entries()])
    return path


def open_program(qtbot, program, file, tmp_path):
    """Open a copy of a workspace."""
    path = tmp_path / "work.duizhang"
    path.write_bytes(file.read_bytes())
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    qtbot.waitUntil(lambda: bool(program.session.entries), timeout=60_000)


@pytest.fixture
def view(qtbot, program, gathered_file, tmp_path):
    """Return the indicators of two reports of Suzhou, opened by key."""
    open_program(qtbot, program, gathered_file, tmp_path)
    qtbot.keyClick(program.window, Qt.Key.Key_4, CTRL)
    found = program.window.furniture.surveys.indicators
    qtbot.waitUntil(lambda: found.model.rowCount() > 0, timeout=60_000)
    return found


@pytest.fixture
def overview(qtbot, program, gathered_file, tmp_path):
    """Return the overview of two reports of Suzhou, opened by key."""
    open_program(qtbot, program, gathered_file, tmp_path)
    qtbot.keyClick(program.window, Qt.Key.Key_5, CTRL)
    found = program.window.furniture.surveys.overview
    qtbot.waitUntil(lambda: found.model.rowCount() > 0, timeout=60_000)
    return found


def row_named(view, name, detail):
    """Return where an indicator stands."""
    rows = view.model.rows()
    return next(n for n, row in enumerate(rows) if row.name == name and detail in row.detail)


def choose(view, row, column):
    """Put the cursor on a cell."""
    view.grid.setCurrentIndex(view.model.index(row, column))


def test_the_table_shows_goals_and_results_of_the_samples(view):
    """GDP of Suzhou: 6% or more for 2021, about 5% for 2023, and the years between them."""
    assert view.grid.hasFocus()
    assert view.model.columns() == ("2020", "2021", "2022", "2023")
    row = view.model.row(row_named(view, "地区生产总值", "%"))
    assert [goal(cell) for cell in row.cells] == ["", "≥6%", "", "≈5%"]
    prices = view.model.row(row_named(view, "居民消费价格", "%"))
    assert prices.ceiling
    assert (goal(prices.cells[1]), result(prices.cells[0])) == ("≤3%", "2.2%")


def test_words_filter_while_they_are_typed(qtbot, view):
    """Only indicators with the words stay; Escape brings all back; Down goes to the table."""
    total = view.model.rowCount()
    qtbot.keyClick(view.grid, Qt.Key.Key_F, CTRL)
    assert view.heads.filter.hasFocus()
    view.heads.filter.insert("就业")
    assert 0 < view.model.rowCount() < total
    assert all("就业" in row.name for row in view.model.rows())
    qtbot.keyClick(view.heads.filter, Qt.Key.Key_Down)
    assert view.grid.hasFocus()
    view.heads.filter.setFocus()
    qtbot.keyClick(view.heads.filter, Qt.Key.Key_Escape)
    assert view.model.rowCount() == total


def test_words_without_a_hit_offer_all_names(qtbot, view):
    """The list says so, and the button shows names that are not in the vocabulary."""
    view.heads.filter.insert("轨道")
    assert view.list_pages.currentWidget() is view.no_hits
    qtbot.mouseClick(view.no_hits.button, Qt.MouseButton.LeftButton)
    assert view.heads.all_names.isChecked()


def test_names_of_the_text_come_with_a_tick(qtbot, view):
    """Without it only the vocabulary is shown, with it everything that has a figure."""
    few = view.model.rowCount()
    assert all(row.standard for row in view.model.rows())
    qtbot.mouseClick(view.heads.all_names, Qt.MouseButton.LeftButton, pos=QPoint(8, 10))
    assert view.model.rowCount() > few


def test_the_chosen_indicator_stays_when_the_order_changes(qtbot, view):
    """The cursor follows its indicator."""
    choose(view, row_named(view, "居民消费价格", "%"), 1)
    view.heads.order_box.setCurrentIndex(list(RowOrder).index(RowOrder.NAME))
    view.heads.order_box.activated.emit(1)
    index = view.grid.currentIndex()
    assert (view.model.row(index).name, index.column()) == ("居民消费价格", 1)
    names = [row.name for row in view.model.rows()]
    assert names == sorted(names)


def test_gaps_and_dropped_goals_are_told_beside_the_chart(qtbot, program, view):
    """By keys, in words: what is missing and why, and Enter leads to the goal that was dropped."""
    row = row_named(view, "地区生产总值", "%")
    choose(view, row, 2)
    assert "No report at hand plans for this year" in view.charts.told.whole_text()
    dropped = next(
        (n, column)
        for n, one in enumerate(view.model.rows())
        for column, cell in enumerate(one.cells)
        if cell is not None and cell.dropped and cell.pair is None
    )
    choose(view, *dropped)
    told = view.charts.told.whole_text()
    before = goal_before(view.model.row(dropped[0]), dropped[1])
    assert f"No goal any more: the plan before had one ({before.year}: {goal(before)})" in told
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    figure = f"{before.pair.promised.written_value:f}"

    def selected():
        panes = program.window.furniture.compare.columns.panes
        return [pane.text.textCursor().selectedText() for pane in panes]

    qtbot.waitUntil(lambda: any(figure in text for text in selected()), timeout=60_000)


def test_enter_leads_to_the_sentence(qtbot, program, view):
    """A goal without a result: its report is shown, its sentence selected."""
    choose(view, row_named(view, "地区生产总值", "%"), 1)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    compare = program.window.furniture.compare
    assert program.window.pages.currentWidget() is compare

    def selected():
        return [pane.text.textCursor().selectedText() for pane in compare.columns.panes]

    qtbot.waitUntil(lambda: any("6%" in text for text in selected()), timeout=60_000)


def test_the_chart_follows_the_cursor_and_its_points_lead_on(qtbot, program, view):
    """One chart of the indicator at the cursor; a click on a year opens its sentence."""
    choose(view, row_named(view, "居民消费价格", "%"), 1)
    canvas = view.charts.area.canvas
    assert [chart.title for chart in canvas.charts] == ["居民消费价格"]
    qtbot.waitUntil(lambda: "居民消费价格" in canvas.hits[0].row, timeout=5000)
    hit = canvas.hits[1]
    assert "≤3%" in hit.told
    assert "居民消费价格" in hit.told
    with qtbot.waitSignal(view.place_wanted, timeout=5000):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=hit.box.center().toPoint())


def test_points_are_walked_by_keys(qtbot, view):
    """Arrow keys go from year to year in the chart, Enter opens the sentence."""
    choose(view, row_named(view, "居民消费价格", "%"), 1)
    canvas = view.charts.area.canvas
    qtbot.waitUntil(lambda: "居民消费价格" in canvas.hits[0].row, timeout=5000)
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert "2021" in canvas.accessibleDescription()
    with qtbot.waitSignal(view.place_wanted, timeout=5000):
        qtbot.keyClick(canvas, Qt.Key.Key_Return)


def test_chosen_rows_become_small_charts(qtbot, view):
    """Three rows chosen with Shift are three charts; one alone shows the first ones."""
    qtbot.mouseClick(view.charts.many, Qt.MouseButton.LeftButton)
    assert len(view.charts.area.canvas.charts) == 12
    choose(view, 0, 1)
    view.grid.setFocus()
    for _ in range(2):
        qtbot.keyClick(view.grid, Qt.Key.Key_Down, SHIFT)
    titles = [chart.title for chart in view.charts.area.canvas.charts]
    assert titles == [row.name for row in view.model.rows()[:3]]


def test_charts_are_written_as_pictures(qtbot, program, view, tmp_path):
    """SVG and PDF keep letters as letters, PNG is a picture that is not empty."""
    choose(view, row_named(view, "居民消费价格", "%"), 1)
    for ending in ("svg", "png", "pdf"):
        view.charts.write(tmp_path / f"chart.{ending}")
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=20_000)
    assert "居民消费价格" in (tmp_path / "chart.svg").read_text(encoding="utf-8")
    image = QImage(str(tmp_path / "chart.png"))
    assert image.width() == 2000
    with pypdfium2.PdfDocument(tmp_path / "chart.pdf") as pdf:
        assert len(pdf) == 1
        text = pdf[0].get_textpage().get_text_range()
    assert "2021" in text
    assert re.search("居.消费价格", text)  # some fonts name 民 by its radical


def test_the_table_is_written_as_data(qtbot, program, view, tmp_path):
    """Every year of what is shown is a line with goal, result and both sentences."""
    for ending in ("csv", "xlsx"):
        view.charts.write(tmp_path / f"data.{ending}")
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=20_000)
    with (tmp_path / "data.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    (line,) = (
        one
        for one in lines
        if one["Indicator"] == "地区生产总值" and one["Year"] == "2021" and one["Unit"] == "%"
    )
    assert line["Goal"] == "6"
    assert "6%" in line["Goal in its report"]
    sheet = openpyxl.load_workbook(tmp_path / "data.xlsx").active
    assert sheet.max_row == len(lines) + 1
    assert sheet.freeze_panes == "C2"


def test_a_result_is_above_at_or_below_its_goal(view):
    """Every result beside a goal is told by one of three shapes, by its figures alone."""
    found = {reach(cell) for row in view.model.rows() for cell in row.cells if cell is not None}
    assert found <= {None, *Reach}


def test_a_narrow_overview_gives_up_counts_and_never_scrolls_sideways(qtbot, overview):
    """The bar and its tip tell the counts; names, bar and rate stay."""
    tree, model = overview.tree, overview.model
    counted = [n for n in range(model.columnCount()) if model.verdict(n) is not None]
    tree.resize(1400, 400)
    assert not all(map(tree.isColumnHidden, counted))
    tree.resize(560, 400)
    assert all(map(tree.isColumnHidden, counted))
    assert tree.header().length() <= tree.viewport().width()
    assert not tree.isColumnHidden(model.RATE)


def test_the_overview_counts_every_promise_once(overview):
    """The verdicts of a report add up to its promises, and so do its sections."""
    (whole,) = overview.model.lines()
    assert sum(whole.verdicts.values()) == whole.promises > 300
    above = overview.model.index(0, 0)
    rows = range(overview.model.rowCount(above))
    parts = [overview.model.figures(overview.model.index(n, 0, above)) for n in rows]
    assert sum(part.promises for part in parts) == whole.promises
    assert sum(n for _, n, _ in parts_of(whole, 300.0)) == whole.promises
    # The samples lack the report of the year between: nothing is a feedback rate.
    assert "next year): 1" in overview.told.whole_text()
    assert overview.told.whole_text().endswith("Feedback rate: –")


def test_enter_on_a_number_lists_its_promises(qtbot, program, overview):
    """The fulfilled ones: as many rows as the number says, all of them fulfilled."""
    (whole,) = overview.model.lines()
    column = 3 + list(Verdict).index(Verdict.FULFILLED)
    overview.tree.setCurrentIndex(overview.model.index(0, column))
    overview.tree.setFocus()
    qtbot.keyClick(overview.tree, Qt.Key.Key_Return)
    promises = program.window.furniture.commitments
    assert program.window.pages.currentWidget() is promises
    n = whole.verdicts[Verdict.FULFILLED]
    qtbot.waitUntil(lambda: promises.proxy.rowCount() == n, timeout=60_000)


def test_a_click_on_a_section_lists_its_promises(qtbot, program, overview):
    """The number of a section leads to the promises below its heading."""
    above = overview.model.index(0, 0)
    overview.tree.expand(above)
    rows = range(overview.model.rowCount(above))
    cells = [overview.model.index(n, overview.model.PROMISES, above) for n in rows]
    cell = max(cells, key=lambda index: overview.model.figures(index).promises)
    overview.tree.scrollTo(cell)
    place = overview.tree.visualRect(cell).center()
    qtbot.mouseClick(overview.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    promises = program.window.furniture.commitments
    n = overview.model.figures(cell).promises
    qtbot.waitUntil(lambda: promises.proxy.rowCount() == n, timeout=60_000)
    wanted = promises.proxy.filter.condition(Field.SECTION)
    assert overview.model.figures(cell).group.rstrip("。") in wanted.values


def test_every_number_of_the_overview_leads_to_as_many_rows(qtbot, program, overview):
    """By click: promises, each verdict, the quantified ones, of the report and of every section.

    The rate leads to what it is a share of, marks count as ever.
    Also what stands below no heading, and also when the table showed many reports before.
    """
    workspace, (whole,) = program.session.workspace, overview.model.lines()
    for tracking in workspace.tracking(whole.earlier)[:3]:
        workspace.mark(tracking.commitment.id, verdict=Verdict.UNDETERMINED)
    overview.enter()
    qtbot.waitUntil(lambda: overview.model.lines() != (whole,), timeout=60_000)
    (whole,) = overview.model.lines()
    tree, model = overview.tree, overview.model
    tree.resize(1900, 900)
    top = model.index(0, 0)
    tree.expandAll()
    n_sections, numbers = model.rowCount(top), 0
    promises = program.window.furniture.commitments
    for row, above in [(0, QModelIndex()), *((n, top) for n in range(n_sections))]:
        for column in (model.PROMISES, *range(3, model.columnCount())):
            cell = model.index(row, column, above)
            told = cell.siblingAtColumn(model.QUANTIFIED) if column == model.RATE else cell
            if not cell.data() or not told.data().isdecimal() or tree.isColumnHidden(column):
                continue
            tree.scrollTo(cell)
            place = tree.visualRect(cell).center()
            qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
            n = int(told.data())
            qtbot.waitUntil(
                lambda n=n: promises.proxy.lines.n_rows == n and promises.model.rowCount() > 300,
                timeout=60_000,
            )
            numbers += 1
            if not numbers % 10:
                promises.heads.scope_box.setCurrentIndex(2)
                promises.set_scope(promises.heads.scope())
    assert numbers > 40


def test_without_a_workspace_the_pages_say_what_to_do(qtbot, program):
    """Both offer the samples."""
    for key, name in ((Qt.Key.Key_4, "indicators"), (Qt.Key.Key_5, "overview")):
        qtbot.keyClick(program.window, key, CTRL)
        page = getattr(program.window.furniture.surveys, name)
        assert page.empty.isVisible()
        assert page.empty.button.text() == "Open the sample workspace"


def test_what_is_measured_is_told_in_the_language_that_was_chosen(qtbot, program, view):
    """Rows that were made before the language changed follow it; the cursor stays."""
    view.grid.setCurrentIndex(view.model.index(2, 1))
    assert view.model.row(0).detail.startswith("Growth")
    program.settings.language = Language.CHINESE
    program.look.apply()
    qtbot.waitUntil(lambda: view.model.row(0).detail.startswith("增长"), timeout=5_000)
    at = view.grid.currentIndex()
    assert (at.row(), at.column()) == (2, 1)


def test_charts_stand_beside_a_table_that_leaves_room_for_them(qtbot, program, view):
    """In a wide window nothing is left empty beside the table; in a small one charts are below."""
    assert view.splitter.orientation() is Qt.Orientation.Vertical
    program.window.resize(2560, 1440)
    qtbot.waitUntil(lambda: view.splitter.orientation() is Qt.Orientation.Horizontal)
    qtbot.waitUntil(lambda: view.splitter.sizes()[0] == view.grid.widest())
    grid = view.grid
    columns = sum(grid.columnWidth(n) for n in range(view.model.columnCount()))
    assert columns == grid.viewport().width()
    program.window.resize(1280, 800)
    qtbot.waitUntil(lambda: view.splitter.orientation() is Qt.Orientation.Vertical)


def test_what_a_narrow_overview_tells_is_never_cut(qtbot, program, overview):
    """Above the tree whole parts go, the feedback rate last."""
    program.window.resize(853, 533)
    told = overview.told
    qtbot.waitUntil(lambda: told.width() < told.sizeHint().width())
    shown = told._fitting()
    assert told.fontMetrics().horizontalAdvance(shown) <= told.width()
    assert shown.endswith(told.whole_text().split(" · ")[-1])
    assert "Feedback rate" in shown
