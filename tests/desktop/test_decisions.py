"""A person's word on passages and names, through real events: buttons, keys, list, undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tracker.model.decision import NamePair
from tracker.model.tracking import Verdict

# The offscreen platform says this about every dialog; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, opened):
    """Return the view of promises."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(opened.window, Qt.Key.Key_2, CONTROL)
    return opened.window.furniture.commitments


def go_to(qtbot, view, wanted):
    """Put the cursor on the first promise that is wanted and return it."""
    rows = range(view.model.rowCount())
    row = next(r for r in rows if wanted(view.model.tracking(r)))
    view.table.setCurrentIndex(view.proxy.mapFromSource(view.model.index(row, 0)))
    view.window().activateWindow()
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return view.model.tracking(row)


def several(tracking):
    """Tell whether a promise is spoken of in several places."""
    silent = (Verdict.NOT_REPORTED, Verdict.PENDING)
    return len(tracking.evidence) > 2 and tracking.verdict not in silent


def named(name):
    """Return what tells the promise of a name."""
    return lambda tracking: tracking.commitment.statement.object == name


def judged(qtbot, opened, act):
    """Act, and wait until the promises were judged anew."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        act()


def test_a_rejected_passage_moves_below_and_can_be_taken_back(qtbot, opened, view):
    """The next passage leads, the rejected one stands below, and its button takes the word back."""
    before = go_to(qtbot, view, several)
    row = view.table.currentIndex().row()
    place = view.table.verticalScrollBar().value()
    first = view.detail.evidence.cards[0]
    judged(qtbot, opened, lambda: qtbot.mouseClick(first.choice.no, LEFT))
    after = view.current()
    assert after.commitment.id == before.commitment.id
    assert after.evidence[0].quote != before.evidence[0].quote
    assert "You said of 1 " in after.reason.en
    assert (view.table.currentIndex().row(), view.table.verticalScrollBar().value()) == (row, place)
    assert view.detail.evidence.refused_head.isVisible()
    (refused,) = (card for card in view.detail.evidence.refused if card.isVisible())
    assert refused.choice.no.isChecked()
    assert before.evidence[0].quote.replace("\n", "") in refused.passage.toPlainText().replace(
        "\n", ""
    )
    judged(qtbot, opened, lambda: qtbot.mouseClick(refused.choice.no, LEFT))
    assert view.current() == before
    assert not view.detail.evidence.refused_head.isVisible()


def test_keys_choose_and_confirm_and_undo_names_it(qtbot, opened, view):
    """E goes to the next passage, Y says that it is the one, Ctrl+Z takes it back by name."""
    before = go_to(qtbot, view, several)
    qtbot.keyClick(view.table, Qt.Key.Key_E)
    assert view.detail.evidence.current_evidence() == 1
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Qt.Key.Key_Y))
    after = view.current()
    assert after.evidence[0].quote == before.evidence[1].quote
    assert "You chose this passage." in view.detail.reason.text()
    assert view.detail.evidence.cards[0].choice.yes.isChecked()
    assert not view.detail.evidence.cards[1].choice.yes.isChecked()
    view.table.setCurrentIndex(view.proxy.index(0, 0))
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Qt.Key.Key_Z, CONTROL))
    name = before.commitment.statement.object.replace("\n", "")
    told = opened.window.statusBar().currentMessage()
    assert told == f"Undone: confirm a passage · {name}"
    assert view.current() == before
    assert not view.detail.evidence.cards[0].choice.yes.isChecked()


def test_x_rejects_and_the_mark_stays(qtbot, opened, view):
    """The machine's verdict is found anew; a person's verdict is another thing and stays."""
    before = go_to(qtbot, view, several)
    view.mark(Verdict.PARTIAL)
    row = view.row()
    qtbot.waitUntil(lambda: view.model.mark(row) is not None)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Qt.Key.Key_X))
    assert view.current().evidence[0].quote != before.evidence[0].quote
    qtbot.waitUntil(lambda: view.model.mark(row) is not None)
    assert view.model.mark(row).verdict is Verdict.PARTIAL


def test_names_are_offered_and_kept(qtbot, opened, view):
    """A confirmed passage under another name offers the names; kept, they act and are told."""
    go_to(qtbot, view, named("张皋过江通道"))
    qtbot.keyClick(view.table, Qt.Key.Key_Y)
    offer = view.detail.evidence.offer
    qtbot.waitUntil(offer.isVisible, timeout=20_000)
    assert "“张皋过江通道”" in offer.question.text()
    assert "“张靖皋长江大桥”" in offer.question.text()
    judged(qtbot, opened, lambda: qtbot.mouseClick(offer.keep, LEFT))
    assert not offer.isVisible()
    assert view.current().names == (NamePair("张皋过江通道", "张靖皋长江大桥"),)
    (kept,) = opened.session.workspace.names()
    assert kept.region == "320500"


def test_an_offer_can_be_left(qtbot, opened, view):
    """Nothing is kept, and the offer goes with the promise."""
    go_to(qtbot, view, named("张皋过江通道"))
    qtbot.keyClick(view.table, Qt.Key.Key_Y)
    qtbot.waitUntil(view.detail.evidence.offer.isVisible, timeout=20_000)
    qtbot.mouseClick(view.detail.evidence.offer.leave, LEFT)
    assert not view.detail.evidence.offer.isVisible()
    assert opened.session.workspace.names() == ()


@pytest.fixture
def names(qtbot, opened, view):
    """Return the open list of names."""
    qtbot.keyClick(opened.window, Qt.Key.Key_M, CONTROL)
    dialog = opened.window.furniture.deciding.dialog
    qtbot.waitExposed(dialog)
    return dialog


def paste(qtbot, field, text):
    """Put words into a field; keys have no Chinese."""
    QGuiApplication.clipboard().setText(text)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_V, CONTROL)
    assert field.text() == text


def texts(dialog):
    """Return what the list shows."""
    rows, columns = dialog.table.rowCount(), dialog.table.columnCount()
    return [[dialog.table.item(r, c).text() for c in range(columns)] for r in range(rows)]


def test_names_are_added_seen_and_removed(qtbot, opened, view, names):
    """The list says where a pair comes from and on how many promises it acts; undo works."""
    go_to(qtbot, view, named("S1线"))
    assert view.current().verdict is Verdict.NOT_REPORTED
    names.activateWindow()
    paste(qtbot, names.one, "S1线")
    assert not names.add_button.isEnabled()
    paste(qtbot, names.other, "11号线")
    judged(qtbot, opened, lambda: qtbot.keyClick(names.other, Qt.Key.Key_Return))
    assert view.current().verdict is not Verdict.NOT_REPORTED
    ((one, sign, other, source, effect),) = texts(names)
    assert (one, sign, other) == ("S1线", "is", "11号线")
    assert source.startswith("written by hand  ·  江苏省苏州市  ·  张三  ·  20")
    assert effect == "1"
    assert names.one.text() == ""
    names.table.setCurrentCell(0, 0)
    judged(qtbot, opened, lambda: qtbot.mouseClick(names.remove_button, LEFT))
    assert texts(names) == []
    assert view.current().verdict is Verdict.NOT_REPORTED
    judged(qtbot, opened, opened.session.undo)
    assert opened.window.statusBar().currentMessage() == (
        "Undone: remove a pair of names · S1线 = 11号线"
    )
    qtbot.waitUntil(lambda: len(texts(names)) == 1)


def test_names_that_are_no_pair_are_told_at_once(qtbot, names):
    """The button is off, and a sentence says why."""
    paste(qtbot, names.one, "S1线")
    paste(qtbot, names.other, "s1线")
    assert not names.add_button.isEnabled()
    assert names.problem.text() == "The two names are the same."
