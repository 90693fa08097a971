"""The compare view under the hands of a reader: keys, wheel, mouse, another report."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

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


def test_keys_move_the_text_after_evidence(qtbot, opened):
    """Opened evidence leaves the keyboard in the text: Down and Page Down move it."""
    compare, pair = opened.window.compare, opened.session.comparison
    compare.heads.earlier_box.setFocus()
    promise, passage = pair.earlier.sections[3].span, pair.later.sections[3].span
    compare.show_evidence(pair.earlier, pair.later, promise, passage)
    qtbot.waitUntil(compare.left.text.hasFocus)
    bar, selected = compare.left.text.verticalScrollBar(), compare.left.text.textCursor()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = bar.value()
        qtbot.keyClick(opened.window.focusWidget(), key)
        assert bar.value() > before
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_Home)
    assert bar.value() == 0
    assert compare.left.text.textCursor().selectedText() == selected.selectedText()
    assert opened.session.comparison.earlier.id == pair.earlier.id


def test_wheel_over_a_box_changes_nothing(qtbot, opened):
    """A report or part is chosen by a click or a key, never by the wheel."""
    heads = opened.window.compare.heads
    for box in (heads.earlier_box, heads.later_box, heads.part_box):
        box.setFocus()
        before = box.currentIndex()
        wheel(box)
        assert box.currentIndex() == before


def test_other_report_comes_level_with_the_one_that_stays(qtbot, three):
    """The report that stays keeps its place, without a selection; the new one stands beside it."""
    compare, pair = three.window.compare, three.session.comparison
    promise, passage = pair.earlier.sections[9].span, pair.later.sections[9].span
    compare.show_evidence(pair.earlier, pair.later, promise, passage)
    place = compare.right.text.verticalScrollBar().value()
    with qtbot.waitSignal(three.session.pair_compared, timeout=60_000):
        compare.choose(earlier=third(three))
    assert not compare.right.text.textCursor().hasSelection()
    assert not compare.left.text.textCursor().hasSelection()
    assert compare.right.text.verticalScrollBar().value() == place
    beside = compare._maps[1].level(compare.right.focus_y())
    assert abs(compare.left.focus_y() - beside) <= 1
