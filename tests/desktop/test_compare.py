"""The compare view under the hands of a reader: keys, wheel, mouse, another report."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.dialogs.report_dialog import ReportDialog
from desktop.models.roles import DataRole
from desktop.notice import Tone
from desktop.widgets.remark_list import RemarkList
from desktop.widgets.report_pane import FOCUS
from tests.builders import SEEDS

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def three(qtbot, opened):
    """Return the program with a third report in the library."""
    opened.session.import_files((next(SEEDS.glob("001_*.txt")),))
    qtbot.waitUntil(lambda: len(opened.session.entries) == 3, timeout=20_000)
    return opened


def third(program):
    """Return the report of the library that is not compared."""
    pair = program.session.comparison
    shown = {pair.earlier.id, pair.later.id}
    return next(e.id for e in program.session.entries if e.id not in shown)


def wheel(widget):
    """Turn the wheel over a widget by one notch."""
    at = QPointF(widget.rect().center())
    event = QWheelEvent(
        at,
        QPointF(widget.mapToGlobal(at.toPoint())),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_what_changed_is_told_in_a_line(qtbot, opened):
    """Above the texts stands how much changed, whole in the tip, and nothing before that."""
    heads = opened.window.furniture.compare.heads
    qtbot.waitUntil(lambda: bool(heads.summary.whole_text()), timeout=20_000)
    assert not heads.summary.isHidden()
    assert heads.summary.toolTip() == heads.summary.whole_text()
    assert any(word in heads.summary.whole_text() for word in ("改写", "reworded"))


def test_keys_move_the_text_after_evidence(qtbot, opened):
    """Opened evidence leaves the keyboard in the text: Down and Page Down move it."""
    compare, pair = opened.window.furniture.compare, opened.session.comparison
    compare.columns[0].head.box.setFocus()
    promise, passage = pair.earlier.sections[3].span, pair.later.sections[3].span
    compare.places.show_pair(pair.earlier, pair.later, promise, passage)
    qtbot.waitUntil(compare.panes[0].text.hasFocus)
    bar, selected = compare.panes[0].text.verticalScrollBar(), compare.panes[0].text.textCursor()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = bar.value()
        qtbot.keyClick(opened.window.focusWidget(), key)
        assert bar.value() > before
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Home)
    assert bar.value() == 0
    assert compare.panes[0].text.textCursor().selectedText() == selected.selectedText()
    assert opened.session.comparison.earlier.id == pair.earlier.id


def test_wheel_over_a_box_changes_nothing(qtbot, opened):
    """A report or part is chosen by a click or a key, never by the wheel."""
    compare = opened.window.furniture.compare
    for box in (*(column.head.box for column in compare.columns), compare.heads.part_box):
        box.setFocus()
        before = box.currentIndex()
        wheel(box)
        assert box.currentIndex() == before


def test_other_report_comes_level_with_the_one_that_stays(qtbot, three):
    """The report that stays keeps its place, without a selection; the new one stands beside it."""
    compare, pair = three.window.furniture.compare, three.session.comparison
    promise, passage = pair.earlier.sections[9].span, pair.later.sections[9].span
    compare.places.show_pair(pair.earlier, pair.later, promise, passage)
    place = compare.panes[1].text.verticalScrollBar().value()
    with qtbot.waitSignal(three.session.pair_compared, timeout=60_000):
        compare.put(0, third(three))
    assert not compare.panes[1].text.textCursor().hasSelection()
    assert not compare.panes[0].text.textCursor().hasSelection()
    assert compare.panes[1].text.verticalScrollBar().value() == place
    beside = compare.levels.beside(1, 0, compare.panes[1].focus_y())
    assert abs(compare.panes[0].focus_y() - beside) <= 1


def click(qtbot, program, report, *, add=False):
    """Click a report in the library."""
    tree = program.window.library.tree
    index = tree.shelf.index_of(report)
    keys = Qt.KeyboardModifier.ControlModifier if add else Qt.KeyboardModifier.NoModifier
    at = tree.visualRect(index).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, keys, at)


def test_click_in_the_library_shows_the_report(qtbot, three):
    """A click shows a report; Ctrl and a click on a second one sets the two side by side."""
    other, pair = third(three), three.session.comparison
    with qtbot.waitSignal(three.session.pair_compared, timeout=60_000):
        click(qtbot, three, other)
    shown = three.session.comparison
    assert other in (shown.earlier.id, shown.later.id)
    click(qtbot, three, pair.later.id)
    qtbot.wait(20)
    with qtbot.waitSignal(three.session.pair_compared, timeout=60_000):
        click(qtbot, three, pair.earlier.id, add=True)
    shown = three.session.comparison
    assert (shown.earlier.id, shown.later.id) == (pair.earlier.id, pair.later.id)


def test_double_click_stays_in_the_comparison(qtbot, opened):
    """A double click leads to the promises only where promises are looked at."""
    library, report = opened.window.library, opened.session.comparison.earlier.id
    at = library.tree.visualRect(library.tree.shelf.index_of(report)).center()
    click(qtbot, opened, report)
    qtbot.mouseDClick(library.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.window.furniture.compare.isVisible()
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        opened.window.furniture.ways.show_commitments()
    later = opened.session.comparison.later.id
    library.select(later)
    library.tree.setFocus()
    with qtbot.waitSignal(opened.session.tracked, timeout=60_000):
        qtbot.keyClick(library.tree, Qt.Key.Key_Return)
    assert opened.session.tracking.earlier.id == later


def test_enter_in_the_library_reads_what_is_selected(qtbot, three):
    """Who uses no mouse chooses reports by Enter, several with Shift and the arrows."""
    library, shown = three.window.library, three.session.comparison
    other = third(three)
    library.select(other)
    library.tree.setFocus()
    with qtbot.waitSignal(three.session.pair_compared, timeout=60_000):
        qtbot.keyClick(library.tree, Qt.Key.Key_Return)
    assert other in {report.id for report in three.session.columns}
    library.select(shown.later.id)
    with qtbot.waitSignal(three.session.pair_compared, timeout=60_000):
        library.tree.selectionModel().select(
            library.tree.shelf.index_of(shown.earlier.id),
            QItemSelectionModel.SelectionFlag.Select,
        )
        qtbot.keyClick(library.tree, Qt.Key.Key_Enter)
    found = {report.id for report in three.session.columns}
    assert found == {shown.earlier.id, shown.later.id}


def remark_list():
    """Return the list of remarks that is open."""
    lists = (w for w in QApplication.topLevelWidgets() if isinstance(w, RemarkList))
    return next((w for w in lists if w.isVisible()), None)


def test_triangle_lists_the_remarks(qtbot, opened, tmp_path):
    """A click on the number of remarks lists them, above the text as in the library."""
    window, path = opened.window, tmp_path / "letter.txt"
    path.write_text("今天天气很好。\n我们去公园。\n", encoding="utf-8")
    opened.session.import_files((path,))
    qtbot.waitUntil(lambda: len(opened.session.entries) == 3, timeout=20_000)
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        window.furniture.compare.put(0, third(opened))
    pane = window.furniture.compare.panes[0]
    wanted = [one.message.en for one in pane.report.diagnostics]
    assert wanted
    qtbot.mouseClick(pane.remarks, Qt.MouseButton.LeftButton)
    assert [label.text() for label in remark_list().labels] == wanted
    remark_list().close()
    qtbot.wait(200)  # the window becomes active again by itself, which would close the next list
    tree = window.library.tree
    row = tree.visualRect(tree.shelf.index_of(pane.report.id))
    # The number stands left of the room for marking progress.
    at = next(
        QPoint(x, row.center().y())
        for x in range(row.right(), row.left(), -2)
        if tree.remarks_at(QPoint(x, row.center().y()))
    )
    shown = opened.session.comparison
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: remark_list() is not None)
    assert [label.text() for label in remark_list().labels] == wanted
    assert opened.session.comparison is shown
    remark_list().close()


def test_outline_keeps_the_place_and_marks_the_section(qtbot, opened):
    """F9 narrows the texts: what was read stays before the eye, marked in the outline."""
    window = opened.window
    pane = window.furniture.compare.panes[0]
    window.furniture.compare.set_outlines(shown=False)
    qtbot.wait(50)
    section = next(s for s in pane.report.sections[8:] if s.parent is None or s.heading)
    pane.show_span(section.span)
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_F9)
        qtbot.wait(50)
        line = 40
        assert abs(pane.focus_y() - pane.text.y_of(section.span.start)) <= line
    assert pane.outline.isVisible()
    read = pane.report.section_at(pane.text.top_position(FOCUS))
    marked = pane.outline.currentIndex().data(DataRole.SECTION)
    while read.index != marked:
        read = pane.report.sections[read.parent]
    heights = {pane.outline.visualRect(pane.outline_model.index(r, 0)).height() for r in range(6)}
    assert max(heights) > min(h for h in heights if h)


def test_file_that_is_no_report_is_warned_of(qtbot, opened, tmp_path):
    """A file without region and year is no plain success; the bar leads to the correction."""
    path = tmp_path / "letter.txt"
    path.write_text("今天天气很好。\n我们去公园。\n", encoding="utf-8")
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000) as told:
        opened.session.import_files((path,))
    assert told.args[0].tone is Tone.WARNING
    assert "letter.txt" in told.args[0].message.en
    qtbot.waitUntil(lambda: len(opened.session.entries) == 3, timeout=20_000)
    qtbot.mouseClick(opened.window.message_bar.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ReportDialog))
    QApplication.activeModalWidget().reject()
