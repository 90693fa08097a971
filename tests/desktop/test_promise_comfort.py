"""Where the cursor goes, what is kept at once, and what is warned of, among the promises."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition
from desktop.models.view_state import ViewState
from desktop.models.words import name_of
from desktop.views.promise_heads import GROUPS
from tests.desktop.test_promise_words import go_to, judged
from tests.desktop.test_readers import mark, read_as, settled_down
from tracker.model.tracking import Verdict

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


def test_a_merge_that_takes_a_marked_promise_away_says_so_at_once(qtbot, opened, view):
    """Two marks cannot stand on one promise: the bar tells where to place it, until undo."""
    mark(qtbot, opened, view, "123")
    go_to(view, 1)
    qtbot.keyClick(view.table, Key.Key_Down, SHIFT)
    bar = opened.window.message_bar
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Key.Key_J))
    qtbot.waitUntil(lambda: bar.isVisible() and bar.open_button.isVisible())
    assert len(opened.window.furniture.care.lost) == 1
    assert "promise is gone: 1" in bar.label.text()
    judged(qtbot, opened, lambda: qtbot.keyClick(opened.window, Key.Key_Z, CONTROL))
    qtbot.waitUntil(lambda: not opened.window.furniture.care.lost)
    assert "All marks stand" in bar.label.text()


def test_undo_of_no_promise_puts_the_cursor_back_on_it(qtbot, opened, view):
    """From wherever the cursor went meanwhile; the keyboard stays in the table."""
    promise = go_to(view, 4)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Key.Key_Delete))
    go_to(view, 9)
    judged(qtbot, opened, lambda: qtbot.keyClick(opened.window, Key.Key_Z, CONTROL))
    assert view.current().commitment.id == promise.id
    assert view.table.hasFocus()


def test_a_second_reader_begins_at_the_first_promise_not_read(qtbot, opened, view):
    """Not where the first reader stood, which would tell; who goes on, goes on behind the last."""
    mark(qtbot, opened, view, "12345")
    go_to(view, 8)
    read_as(qtbot, opened, "李四")
    assert view.table.currentIndex().row() == 0
    mark(qtbot, opened, view, "12")
    leave = opened.window.actions_table["leave_reading"]
    assert leave.isEnabled()
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        leave.trigger()
    settled_down(qtbot, opened)
    assert not leave.isEnabled()
    go_to(view, 8)
    read_as(qtbot, opened, "李四")
    assert view.table.currentIndex().row() == 2


def test_nobody_can_leave_a_second_reading_that_is_none(opened):
    """The action is there, and off."""
    assert not opened.window.actions_table["leave_reading"].isEnabled()


def test_grouping_is_kept_when_it_is_chosen_not_when_the_program_ends(qtbot, opened, view):
    """A window that is killed is found as it was a moment before."""
    box, settings = view.heads.group_box, opened.window._settings
    box.setCurrentIndex(GROUPS.index(Field.SECTION))
    box.activated.emit(box.currentIndex())

    def kept():
        text = settings.view_of(opened.session.workspace_id)
        assert ViewState.from_text(text).promise_group == Field.SECTION.value

    qtbot.waitUntil(kept, timeout=5_000)
    promise = go_to(view, 3)
    place = (opened.session.tracking.earlier.id, promise.id)
    qtbot.waitUntil(lambda: settings.last_promise == place, timeout=5_000)
    opened.window.furniture.ways.show_compare()
    qtbot.waitUntil(lambda: settings.last_promise is None, timeout=5_000)


def test_a_condition_shows_all_its_values_where_they_are_few(qtbot, view):
    """The sheet is as high as its rows: six verdicts need no scrolling."""
    view.filtering._ask(Field.MACHINE)
    choice = view.filtering.choice
    qtbot.waitUntil(choice.isVisible)
    assert choice.values.rowCount() >= 6
    assert choice.list.verticalScrollBar().maximum() == 0
    choice.close()


def test_all_columns_fit_a_window_of_1280_pixels(qtbot, opened, view):
    """Chosen columns become narrower before the table is scrolled; widths by hand are kept."""
    opened.window.resize(1280, 800)
    table, head = view.table, view.table.horizontalHeader()
    columns = {CommitmentTable.SECTION, CommitmentTable.DUE, CommitmentTable.VERDICT}
    columns |= {CommitmentTable.CONFIDENCE, CommitmentTable.MARK, CommitmentTable.NOTE}
    columns |= {CommitmentTable.KIND, CommitmentTable.BODY}
    table.choose_columns(frozenset(columns))
    assert head.length() <= table.viewport().width()
    assert not any(table.isColumnHidden(column) for column in columns)
    assert table.columnWidth(CommitmentTable.PROMISE) >= 180
    head.resizeSection(CommitmentTable.NOTE, 150)
    table.choose_columns(frozenset(columns - {CommitmentTable.DUE}))
    assert table.columnWidth(CommitmentTable.NOTE) == 150
    assert head.length() <= table.viewport().width()


def test_widths_and_choice_of_columns_are_kept_when_they_change(qtbot, view):
    """Not only when the view is left: the state that is kept gives both back to a new table."""
    head = view.table.horizontalHeader()
    head.resizeSection(CommitmentTable.MARK, 171)
    view.table.choose_columns(frozenset({CommitmentTable.MARK, CommitmentTable.BODY}))
    qtbot.waitUntil(lambda: not view._arranged.isActive(), timeout=5_000)
    state = view._settings.state("promise_columns")
    view.table.choose_columns(None)
    head.resizeSection(CommitmentTable.MARK, 120)
    view.table.restore_columns(state)
    assert view.table.chosen_columns() == {CommitmentTable.MARK, CommitmentTable.BODY}
    assert view.table.columnWidth(CommitmentTable.MARK) == 171


def test_a_promise_is_split_by_keys_alone_and_says_why(qtbot, opened, view):
    """S, Enter cuts at the commas and waits for the reason, Enter splits; without a comma it
    says so.
    """
    rows = range(view.model.rowCount())
    quotes = [view.model.tracking(row).commitment.statement.told.quote for row in rows]
    whole = next(n for n, quote in enumerate(quotes) if "，" not in quote and "、" not in quote)
    cut = next(n for n, quote in enumerate(quotes) if quote.count("，") == 1 and "“" not in quote)
    form = view.detail.split_form
    go_to(view, view.proxy.lines.line_of(whole))
    qtbot.keyClick(view.table, Key.Key_S)
    qtbot.waitUntil(form.cut_button.hasFocus)
    qtbot.keyClick(form.cut_button, Key.Key_Return)
    assert "no comma" in form.told.text()
    qtbot.keyClick(form.cut_button, Key.Key_Escape)
    go_to(view, view.proxy.lines.line_of(cut))
    qtbot.keyClick(view.table, Key.Key_S)
    qtbot.waitUntil(form.cut_button.hasFocus)
    assert "no comma" not in form.told.text()
    qtbot.keyClick(form.cut_button, Key.Key_Return)
    qtbot.waitUntil(form.why.hasFocus)
    assert [form.list.item(n).text() for n in range(2)] == quotes[cut].split("，")
    qtbot.keyClicks(form.why, "two things")
    judged(qtbot, opened, lambda: qtbot.keyClick(form.why, Key.Key_Return))
    words = opened.session.workspace.promise_words(opened.session.tracking.earlier.id)
    assert {word.why for word in words} == {"two things"}
    assert len(words) == 3


def test_tab_goes_from_a_condition_to_saving_the_filter(qtbot, view):
    """And on to clearing it, before it leaves the promises."""
    view.filtering._set(Condition(Field.KIND, ("target",)))
    bar = view.heads.conditions
    chip = bar.chips[Field.KIND].edit
    chip.setFocus()
    qtbot.waitUntil(chip.hasFocus)
    qtbot.keyClick(chip, Key.Key_Tab)
    assert bar.keep_button.hasFocus()
    qtbot.keyClick(bar.keep_button, Key.Key_Tab)
    assert bar.clear_button.hasFocus()


def test_a_form_and_its_paragraph_are_seen_together_in_a_low_window(qtbot, opened, view):
    """At 1280x800: the row, the whole form and the promise in its paragraph, until it is closed."""
    opened.window.resize(1280, 800)
    go_to(view, 2)
    before = view.splitter.sizes()
    for key, form in ((Key.Key_F2, view.detail.form), (Key.Key_S, view.detail.split_form)):
        qtbot.keyClick(view.table, key)
        area = view.detail.area.viewport()

        def is_seen(one, area=area):
            top = one.mapTo(area, QPoint(0, 0)).y()
            return top >= -1 and top + one.height() <= area.height() + 1

        qtbot.waitUntil(lambda form=form: is_seen(form), timeout=5_000)
        paragraph = view.detail.promise
        quote = paragraph.mapTo(area, paragraph.cursorRect().center())
        assert area.rect().adjusted(0, -paragraph.height(), 0, 0).contains(quote)
        assert paragraph.mapTo(area, QPoint(0, 0)).x() > form.mapTo(area, QPoint(0, 0)).x()
        assert (
            view.table.viewport().rect().contains(view.table.visualRect(view.table.currentIndex()))
        )
        view.detail.close_forms()
        assert view.splitter.sizes() == before
        assert paragraph.mapTo(area, QPoint(0, 0)).x() < area.width() // 2
        view.table.setFocus()


def test_seven_verdicts_keep_their_words_in_a_window_of_1280(qtbot, opened, view):
    """Signs go first: a word with its number says all of it."""
    opened.window.resize(1280, 800)
    chips = view.chips
    chips.set_counts(dict.fromkeys(Verdict, 212), frozenset(Verdict))
    qtbot.waitUntil(lambda: chips.width() < 1000)
    shown = [button for button in chips.buttons.values() if not button.isHidden()]
    assert len(shown) == 7
    assert all(name_of(one) in chips.buttons[one].text() for one in Verdict)
    assert max(button.geometry().right() for button in shown) <= chips.width()
