"""Two to four columns under the hands of a reader: keys, wheel, mouse, on real reports."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.jobs.catalog import WHOLE_REPORT
from desktop.widgets.diff_gutter import Tie
from desktop.widgets.report_pane import FOCUS, Layer
from tests.builders import SEEDS
from tracker.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
ORDER = ("002", "000", "001", "003")
"""Suzhou 2021, Suzhou 2023, its plan report of 2023, a district of it 2023."""


@pytest.fixture(scope="module")
def shelf_file(tmp_path_factory):
    """Return a workspace of all seeds, neighbours compared once for all tests."""
    path = tmp_path_factory.mktemp("columns") / "五份.duizhang"
    with Workspace.create(path, user="张三") as workspace:
        workspace.import_files(sorted(SEEDS.glob("00*.txt")))
        for earlier, later in pairwise(ids(workspace.entries())):
            for part in WHOLE_REPORT:
                workspace.differences(earlier, later, part)
    return path


def ids(entries):
    """Return the reports in the order of the tests."""
    return tuple(next(e.id for e in entries if e.name.startswith(n)) for n in ORDER)


@pytest.fixture
def shelf(qtbot, program, shelf_file, tmp_path):
    """Return the program with five reports in its library."""
    path = tmp_path / "work.duizhang"
    path.write_bytes(shelf_file.read_bytes())
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    program.window.furniture.ways.show_compare()
    return program


def settled(qtbot, program, n):
    """Wait until there are n columns and all neighbours are compared."""
    session = program.session
    qtbot.waitUntil(
        lambda: (
            len(program.window.furniture.compare.panes) == len(session.columns) == n
            and all(pair.parts for pair in session.comparisons)
            and not session.runner.busy()
        ),
        timeout=60_000,
    )
    qtbot.wait(50)  # the last layout


def show(qtbot, program, n):
    """Set the first n reports side by side and return the view."""
    program.window.furniture.compare.set_columns(ids(program.session.entries)[:n])
    settled(qtbot, program, n)
    return program.window.furniture.compare


def shown(program):
    """Return the reports on the screen, from left to right."""
    return tuple(pane.report.id for pane in program.window.furniture.compare.panes)


def wheel(pane, notches=3):
    """Turn the wheel over a text."""
    area = pane.text.viewport()
    at = QPointF(area.rect().center())
    event = QWheelEvent(
        at,
        QPointF(area.mapToGlobal(at.toPoint())),
        QPoint(0, -120 * notches),
        QPoint(0, -120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(area, event)


def levels(view):
    """Return how far each column is from where its left neighbour wants it, in pixels."""
    return [
        abs(view.panes[n + 1].focus_y() - view.levels.beside(n, n + 1, view.panes[n].focus_y()))
        for n in range(len(view.panes) - 1)
    ]


def click(qtbot, button):
    """Click a button."""
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_four_columns_stand_level_wherever_one_is_scrolled(qtbot, shelf):
    """The wheel over the first text moves all others, each level with its neighbour."""
    view = show(qtbot, shelf, 4)
    for pane in view.panes[:1]:
        wheel(pane, 30)
    assert all(pane.text.verticalScrollBar().value() > 0 for pane in view.panes)
    assert max(levels(view)) <= 1
    before = [pane.text.verticalScrollBar().value() for pane in view.panes]
    wheel(view.panes[2], 20)
    after = [pane.text.verticalScrollBar().value() for pane in view.panes]
    assert after[0] != before[0]
    assert after[3] != before[3]


def test_kept_sentences_stand_level_inside_a_section(qtbot, shelf):
    """A passage that both texts have is level, though what stands above it has another length."""
    view = show(qtbot, shelf, 2)
    pair = shelf.session.comparison
    found = [
        (change, diff)
        for part in pair.parts
        for diff in part.diff.sections
        for change in diff.changes
        if change.kind.value == "equal" and diff.earlier is not None and diff.later is not None
        if len(change.earlier) > 25
    ]
    left, right = view.panes
    good = 0
    for change, _ in found:
        left.show_span(change.earlier)
        good += abs(right.focus_y() - right.text.y_of(change.later.start)) <= 30
    assert good / len(found) > 0.9


def test_a_column_is_added_stepped_and_removed_by_keys(qtbot, shelf):
    """One more, another year, away again: the others keep their text and their place."""
    view = show(qtbot, shelf, 2)
    before = shown(shelf)
    wheel(view.panes[0], 20)
    places = [pane.text.top_position(FOCUS) for pane in view.panes]
    kept = view.panes
    qtbot.keyClick(shelf.window, Qt.Key.Key_T, CTRL | SHIFT)
    settled(qtbot, shelf, 3)
    assert shown(shelf)[:2] == before
    assert view.panes[:2] == kept
    view.panes[2].text.setFocus()
    qtbot.keyClick(shelf.window, Qt.Key.Key_W, CTRL | SHIFT)
    settled(qtbot, shelf, 2)
    assert shown(shelf) == before
    after = [pane.text.top_position(FOCUS) for pane in view.panes]
    line = 30  # characters; columns are not to the pixel as wide as they were
    assert all(abs(a - b) <= line for a, b in zip(places, after, strict=True))


def test_what_is_known_of_neighbours_is_not_asked_for_again(qtbot, shelf):
    """Another report in the last column leaves the first comparison as it is."""
    view = show(qtbot, shelf, 3)
    first, second = shelf.session.comparisons
    box = view.columns[2].head.box
    box.setFocus()
    wanted = ids(shelf.session.entries)[3]
    view.put(2, wanted)
    settled(qtbot, shelf, 3)
    assert shelf.session.comparisons[0] is first
    assert shelf.session.comparisons[1] is not second
    assert shown(shelf)[2] == wanted


def test_heads_step_to_the_next_year_that_is_there(qtbot, shelf):
    """‹ and › lead to the years of the library, tell which, and never to what is shown."""
    view = shelf.window.furniture.compare
    suzhou = ids(shelf.session.entries)[:2]
    view.set_columns((suzhou[0],))
    settled(qtbot, shelf, 1)
    head = view.columns[0].head
    assert "2023" in head.forward_button.toolTip()
    assert not head.back_button.isEnabled()
    click(qtbot, head.forward_button)
    settled(qtbot, shelf, 1)
    assert shown(shelf) == suzhou[1:]
    view.panes[0].text.setFocus()
    qtbot.keyClick(shelf.window, Qt.Key.Key_PageUp, ALT)
    settled(qtbot, shelf, 1)
    assert shown(shelf) == suzhou[:1]
    show(qtbot, shelf, 2)
    assert not view.columns[0].head.forward_button.isEnabled()


@pytest.mark.parametrize("held", [ALT, ALT | SHIFT])
def test_a_step_beyond_the_library_is_told(qtbot, shelf, held):
    """A key that can lead nowhere says why, for one column and for all."""
    view = show(qtbot, shelf, 2)
    before = shown(shelf)
    view.panes[1].text.setFocus()
    told = []
    shelf.session.noticed.connect(told.append)
    for _ in range(8):
        qtbot.keyClick(shelf.window, Qt.Key.Key_PageUp, held)
        qtbot.wait(30)
        qtbot.waitUntil(lambda: not shelf.session.runner.busy(), timeout=30_000)
        if told:
            break
    assert "no earlier year" in told[-1].message.en
    assert len(shown(shelf)) == len(before)


def test_neighbours_change_places_with_a_click(qtbot, shelf):
    """The button above the gutter; each text keeps its place on the page."""
    view = show(qtbot, shelf, 3)
    before, panes = shown(shelf), view.panes
    click(qtbot, view.columns[1].head.swap_button)
    settled(qtbot, shelf, 3)
    assert shown(shelf) == (before[1], before[0], before[2])
    assert view.panes == (panes[1], panes[0], panes[2])
    assert [column.gutter.isVisible() for column in view.columns] == [False, True, True]
    assert view.columns[0].x() < view.columns[1].x() < view.columns[2].x()


def test_library_sets_what_is_selected_side_by_side(qtbot, shelf):
    """One click shows one report; Ctrl and two more clicks make three columns in their order."""
    tree = shelf.window.library.tree
    show(qtbot, shelf, 2)
    wanted = [ids(shelf.session.entries)[n] for n in (3, 1, 2)]
    for n, report in enumerate(wanted):
        at = tree.visualRect(tree.shelf.index_of(report)).center()
        keys = CTRL if n else Qt.KeyboardModifier.NoModifier
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, keys, at)
        qtbot.wait(20)
    settled(qtbot, shelf, 3)
    assert list(shown(shelf)) == wanted


def test_an_unlocked_column_scrolls_by_itself(qtbot, shelf):
    """The lock in its head: others stay, ribbons follow, locked again it stands level."""
    view = show(qtbot, shelf, 3)
    wheel(view.panes[0], 20)
    view.panes[1].text.setFocus()
    qtbot.keyClick(shelf.window, Qt.Key.Key_U, CTRL | SHIFT)
    assert not view.columns[1].head.lock_button.isChecked()
    there = [pane.text.verticalScrollBar().value() for pane in view.panes]
    picture = view.columns[1].gutter.grab().toImage()
    wheel(view.panes[1], 5)
    then = [pane.text.verticalScrollBar().value() for pane in view.panes]
    assert (then[0], then[2]) == (there[0], there[2])
    assert then[1] != there[1]
    assert view.columns[1].gutter.grab().toImage() != picture
    wheel(view.panes[0], 5)
    last = [pane.text.verticalScrollBar().value() for pane in view.panes]
    assert last[1] == then[1]
    assert last[2] != then[2]
    click(qtbot, view.columns[1].head.lock_button)
    third_of_line = 9  # whole pixels of one text are stretched to those of the other
    assert max(levels(view)) <= third_of_line


def test_f6_goes_through_all_columns(qtbot, shelf):
    """From text to text, and back to the library."""
    view = show(qtbot, shelf, 4)
    view.panes[0].text.setFocus()
    seen = []
    for _ in range(4):
        seen.append(shelf.window.focusWidget())
        qtbot.keyClick(shelf.window, Qt.Key.Key_F6)
    assert seen == [pane.text for pane in view.panes]
    assert shelf.window.library.tree.hasFocus()


def test_changes_are_those_of_the_two_that_are_worked_on(qtbot, shelf):
    """F7 goes through the column that has the keyboard and its neighbour; the years are told."""
    view = show(qtbot, shelf, 3)
    view.panes[0].text.setFocus()
    qtbot.keyClick(shelf.window, Qt.Key.Key_F7)
    assert view.heads.position.text().startswith("2021 → 2023   1 of ")
    view.panes[2].text.setFocus()
    assert view.heads.position.text().startswith("Columns 2 and 3   ")
    qtbot.keyClick(shelf.window, Qt.Key.Key_F7)
    assert not view.panes[0].text.textCursor().hasSelection()
    assert any(pane.text.textCursor().hasSelection() for pane in view.panes[1:])
    view.panes[1].text.setFocus()
    view.panes[0].text.setFocus()
    assert view.heads.position.text().startswith("2021 → 2023   1 of ")


def test_a_middle_column_shows_its_left_neighbour_in_colour_and_the_right_one_as_a_bar(
    qtbot, shelf
):
    """A bar at the right edge stands where the next column dropped a passage, without colour."""
    view = show(qtbot, shelf, 2)
    right = view.panes[1]
    before = dict.fromkeys(inked.ink.value for inked in right._layers[Layer.CHANGES])
    assert "dropped next" not in before
    show(qtbot, shelf, 3)
    after = dict.fromkeys(inked.ink.value for inked in right._layers[Layer.CHANGES])
    assert set(after) == {*before, "dropped next"}
    assert "dropped" not in after
    legend = view.legend
    assert legend.several_shown()
    show(qtbot, shelf, 2)
    assert not legend.several_shown()


def over(view, wanted):
    """Return a gutter, one of its ribbons that is on the screen, and a point inside that."""
    gutter = view.columns[1].gutter
    for x in range(2, gutter.width(), 3):
        for y in range(5, gutter.height(), 5):
            at = gutter.ribbon_at(QPointF(x, y))
            if at >= 0 and wanted(at):
                return gutter, at, QPoint(x, y)
    raise AssertionError("no ribbon")


def test_a_ribbon_names_its_sections_and_brings_them_level(qtbot, shelf):
    """The mouse lights both sections and says their headings; a click shows them level."""
    view = show(qtbot, shelf, 2)
    wheel(view.panes[0], 15)
    ties = view.levels.ties(0)
    far = [n for n, (_, s) in enumerate(ties) if abs(s.top - view.panes[0].focus_y()) > 60]
    gutter, at, point = over(view, far.__contains__)
    qtbot.mouseMove(gutter, point)
    bands = [view.ribbons.band(pane) for pane in view.panes]
    qtbot.waitUntil(lambda: all(band.isVisible() for band in bands))
    where = gutter.mapToGlobal(point)
    QApplication.sendEvent(gutter, QHelpEvent(QEvent.Type.ToolTip, point, where))
    pair = ties[at][0]
    qtbot.waitUntil(lambda: pair.earlier.heading[:6] in QToolTip.text())
    qtbot.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=point)
    assert not any(band.isVisible() for band in bands)
    left, right = view.panes
    one = left.text.y_of(pair.earlier.span.start)
    other = right.text.y_of(pair.later.span.start)
    assert abs(left.focus_y() - one) <= 1
    assert abs(right.focus_y() - other) <= 1


def test_links_are_told_apart_by_shape(qtbot, shelf):
    """Related ones are weak, those made by hand carry a dot; sections alone get a stub."""
    view = show(qtbot, shelf, 2)
    gutter = view.columns[1].gutter
    assert {Tie.SURE, Tie.WEAK} <= gutter.ties()
    assert all(gutter.stubs())


def test_an_empty_workspace_leaves_nothing_behind(qtbot, shelf, tmp_path):
    """No old line on what changed, no heads, no legend: only what to do first."""
    view = show(qtbot, shelf, 3)
    assert view.heads.summary.whole_text()
    with qtbot.waitSignal(shelf.session.opened, timeout=20_000):
        shelf.session.open_workspace(tmp_path / "leer.duizhang")
    assert view.panes == ()
    assert view.empty.isVisible()
    assert not view.heads.isVisible()
    assert not view.legend.isVisible()
    assert view.heads.summary.whole_text() == ""


def test_short_lines_are_kept_in_wide_columns(qtbot, shelf):
    """Ctrl+Shift+R: lines of 36 characters in the middle of the column, remembered."""
    view = show(qtbot, shelf, 1)
    text = view.panes[0].text
    whole = text.viewport().width()
    qtbot.keyClick(shelf.window, Qt.Key.Key_R, CTRL | SHIFT)
    assert text.viewport().width() < whole
    qtbot.wait(50)
    block, widths = text.document().begin(), [0.0]
    while block.isValid():
        lines = block.layout()
        widths += [lines.lineAt(n).naturalTextWidth() for n in range(lines.lineCount())]
        block = block.next()
    assert 30 <= max(widths) / text.fontMetrics().horizontalAdvance("国") <= 37.5
    left, right = text.viewport().x(), text.width() - text.viewport().geometry().right()
    assert abs(left - right) < 40
    assert shelf.settings.flag("reading_width", default=False)
    qtbot.keyClick(shelf.window, Qt.Key.Key_R, CTRL | SHIFT)
    assert text.viewport().width() == whole


def test_everything_in_the_heads_has_a_name(qtbot, shelf):
    """Whoever hears the window instead of seeing it is told what each button does."""
    view = show(qtbot, shelf, 3)
    for column in view.columns:
        head = column.head
        for button in (head.swap_button, head.back_button, head.forward_button):
            assert button.accessibleName()
        assert head.lock_button.accessibleName()
        assert head.close_button.accessibleName()
        assert head.box.accessibleName()
