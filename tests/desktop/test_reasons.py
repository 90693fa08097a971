"""Why promises were set right and passages decided on: written by keyboard, told in the history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.models.promise_history import JustSaid, subject_of
from tests.desktop.test_promise_words import go_to, ids, judged
from tracker.model.said_event import SaidAction, SaidEvent

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key


@pytest.fixture
def view(qtbot, opened):
    """Return the view of promises, the keyboard in the table."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(opened.window, Key.Key_2, CONTROL)
    view = opened.window.furniture.commitments
    opened.window.activateWindow()
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return view


def write_why(qtbot, opened, view, words):
    """Press W in the table, write a reason, press Enter; the keyboard is in the table again."""
    qtbot.keyClick(view.table, Key.Key_W)
    field = view.detail.why.field
    qtbot.waitUntil(field.hasFocus)
    field.clear()
    field.insert(words)
    field.setModified(True)
    judged(qtbot, opened, lambda: qtbot.keyClick(field, Key.Key_Return))
    assert view.table.hasFocus()


def whys(opened):
    """Return the reasons of what was said of the promises that are looked at."""
    report = opened.session.tracking.earlier.id
    return [word.why for word in opened.session.workspace.promise_words(report)]


def test_w_says_why_a_row_was_rejected_after_the_cursor_went_on(qtbot, opened, view):
    """The reason is that of what was said last; once the cursor is moved, nothing is asked."""
    go_to(view, 2)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Key.Key_Delete))
    write_why(qtbot, opened, view, "是上年成绩")
    assert whys(opened) == ["是上年成绩"]
    go_to(view, 5)
    qtbot.waitUntil(lambda: not view.detail.why.isVisible())
    qtbot.keyClick(view.table, Key.Key_W)
    assert view.table.hasFocus()
    judged(qtbot, opened, lambda: qtbot.keyClick(opened.window, Key.Key_Z, CONTROL))
    assert whys(opened) == [""]


def test_the_form_takes_the_reason_along_and_the_history_tells_it(qtbot, opened, view):
    """One action: a unit for two rows and why; it stands in the history and can be changed."""
    go_to(view, 1)
    qtbot.keyClick(view.table, Key.Key_Down, SHIFT)
    qtbot.keyClick(view.table, Key.Key_F2)
    form = view.detail.form
    qtbot.waitUntil(form.body.hasFocus)
    form.body.insert("市交通局")
    form.why.insert("三定方案")
    judged(qtbot, opened, lambda: qtbot.keyClick(form.why, Key.Key_Return))
    assert whys(opened) == ["三定方案"] * 2
    qtbot.waitUntil(lambda: "“三定方案”" in view.detail.history.text())
    assert view.detail.why.field.text() == "三定方案"
    write_why(qtbot, opened, view, "口头核实")
    assert whys(opened) == ["口头核实"] * 2
    qtbot.waitUntil(lambda: "“口头核实”" in view.detail.history.text())
    assert "“三定方案”" in view.detail.history.text()


def test_escape_leaves_a_reason_as_it_was(qtbot, opened, view):
    """What was typed is gone, nothing is written, and the keyboard is in the table."""
    go_to(view, 1)
    qtbot.keyClick(view.table, Key.Key_F2)
    form = view.detail.form
    qtbot.waitUntil(form.object.hasFocus)
    form.body.insert("市交通局")
    judged(qtbot, opened, lambda: qtbot.keyClick(form.body, Key.Key_Return))
    qtbot.waitUntil(view.detail.why.isVisible)
    qtbot.keyClick(view.table, Key.Key_W)
    field = view.detail.why.field
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "abc")
    qtbot.keyClick(field, Key.Key_Escape)
    assert view.table.hasFocus()
    assert field.text() == ""
    assert whys(opened) == [""]


def test_a_passage_that_was_ruled_out_says_why(qtbot, opened, view):
    """X, W, the reason: it stands on the card below the evidence, beside who said so."""
    rows = range(view.model.rowCount())
    row = next(n for n in rows if view.model.tracking(n).evidence)
    go_to(view, view.proxy.lines.line_of(row))
    n_cards = len(view.detail.evidence.refused)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Key.Key_X))
    qtbot.waitUntil(lambda: len(view.detail.evidence.refused) > n_cards)
    qtbot.waitUntil(view.detail.why.isVisible)
    write_why(qtbot, opened, view, "另一个公园")
    card = view.detail.evidence.refused[0]
    qtbot.waitUntil(card.by_hand.isVisible)
    assert card.by_hand.text() == "“另一个公园”"


def test_the_list_of_words_takes_a_reason_for_a_promise_that_is_gone(qtbot, opened, view):
    """A rejected promise stands in no table: its reason is written in the list, by W."""
    go_to(view, 0)
    before = ids(view)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Key.Key_Delete))
    assert len(ids(view)) == len(before) - 1
    listed = opened.window.furniture.promise_words
    with qtbot.waitSignal(opened.window.furniture.tools.correcting.words_read):
        qtbot.keyClick(opened.window, Key.Key_K, CONTROL | SHIFT)
    dialog = listed.dialog
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    dialog.table.setFocus()
    qtbot.keyClick(dialog, Key.Key_W)
    editor = dialog.table.findChild(QLineEdit)
    editor.setText("重复")
    judged(qtbot, opened, lambda: qtbot.keyClick(editor, Key.Key_Return))
    assert whys(opened) == ["重复"]
    qtbot.waitUntil(lambda: dialog.table.item(0, 3).text() == "重复")
    dialog.close()


def test_what_is_said_later_is_what_a_reason_is_asked_for(qtbot, opened, view):
    """A word that is newer than the one said last in the table takes its place."""
    promise = go_to(view, 1)
    qtbot.keyClick(view.table, Key.Key_F2)
    form = view.detail.form
    qtbot.waitUntil(form.object.hasFocus)
    form.body.insert("市交通局")
    judged(qtbot, opened, lambda: qtbot.keyClick(form.body, Key.Key_Return))
    events = opened.session.workspace.account(promise.id)
    (event,) = [one for one in events if isinstance(one, SaidEvent)]
    assert event.action is SaidAction.SAID
    earlier = JustSaid((), "before", event.at.replace(year=2000))
    later = JustSaid((event.key,), "after", event.at)
    assert subject_of(events, earlier).keys == (event.key,)
    assert subject_of(events, later).what == "after"
    assert subject_of((), None) is None
