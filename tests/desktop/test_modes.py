"""The ways to look at two reports: keys and buttons switch them, the place that is read stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from desktop.models.changed_text import changed_text, unanswered
from desktop.models.pair_cards import CardFilter, CardKind, CardOrder
from desktop.models.pair_mode import PairMode
from desktop.widgets.inks import Ink
from desktop.widgets.report_pane import FOCUS, Layer
from tracker.model.alignment import AlignmentPart
from tracker.model.outline import Role
from tracker.model.span import Span

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ALT = Qt.KeyboardModifier.AltModifier
KEYS = dict(zip(PairMode, (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4), strict=True))


def press(qtbot, program, mode):
    """Press the key of a mode."""
    qtbot.keyClick(program.window, KEYS[mode], ALT)
    modes = program.window.furniture.compare.modes
    qtbot.waitUntil(lambda: modes.mode is mode)
    return modes


def settle(qtbot, program):
    """Wait until the pair is compared."""
    session = program.session
    qtbot.waitUntil(lambda: bool(session.comparison and session.comparison.parts), timeout=20_000)
    QApplication.processEvents()


def sentence(program):
    """Return where a sentence in the middle of the later report stands."""
    text = program.session.comparison.later.text
    at = text.index("（四）聚焦合作平台")
    return Span(at, at + 4)


@pytest.mark.parametrize("mode", list(PairMode)[1:])
def test_keys_and_buttons_switch_and_say_so(qtbot, opened, mode):
    """Alt and a digit show the pair in another way; the button of that way is pressed."""
    modes = press(qtbot, opened, mode)
    switch = opened.window.furniture.compare.heads.modes
    assert [m for m, button in switch.buttons.items() if button.isChecked()] == [mode]
    assert modes.page().isVisible()
    qtbot.mouseClick(switch.buttons[PairMode.SIDE_BY_SIDE], Qt.MouseButton.LeftButton)
    assert modes.mode is PairMode.SIDE_BY_SIDE
    assert opened.window.furniture.compare.columns.isVisible()
    settle(qtbot, opened)


def test_the_place_that_is_read_stays(qtbot, opened):
    """What is level with the eye side by side is so in one column, and its card is shown."""
    compare, span = opened.window.furniture.compare, sentence(opened)
    right = compare.panes[1]
    right.show_span(span)
    section = right.section_at(span.start)
    modes = press(qtbot, opened, PairMode.INLINE)
    assert modes.inline.section_read() == section
    y = modes.inline.text.y_of(modes.inline.inline.position(span.start, later=True))
    y -= modes.inline.text.verticalScrollBar().value()
    assert y == pytest.approx(modes.inline.text.viewport().height() * FOCUS, abs=30)
    press(qtbot, opened, PairMode.CARDS)
    qtbot.waitUntil(lambda: modes.cards.list.current_card() is not None)
    assert modes.cards.list.current_card().later.section.index == section
    press(qtbot, opened, PairMode.SIDE_BY_SIDE)
    assert right.section_read() == section


def test_one_column_shows_dropped_words_and_steps_through_changes(qtbot, opened):
    """F7 goes from change to change in the running text; the count is said."""
    modes = press(qtbot, opened, PairMode.INLINE)
    text = modes.inline.text
    assert "地区生产总值增长6%以上 → 5%左右" in text.toPlainText()
    seen = []
    for _ in range(3):
        qtbot.keyClick(opened.window, Qt.Key.Key_F7)
        seen.append(text.textCursor().selectionStart())
        assert text.textCursor().hasSelection()
    assert seen == sorted(seen)
    assert opened.window.furniture.compare.heads.position.text().startswith("3 of")
    qtbot.keyClick(opened.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert text.textCursor().selectionStart() == seen[1]


def test_copying_in_one_column_quotes_the_report(qtbot, opened):
    """Ctrl+C copies words that stand in one report: no arrow, nothing that was dropped."""
    modes = press(qtbot, opened, PairMode.INLINE)
    pane = modes.inline
    words = "地区生产总值增长6%以上 → 5%左右"
    at = pane.inline.text.index(words)
    pane.text.select_span(Span(at, at + len(words)))
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "地区生产总值增长5%左右"


def test_finding_in_one_column_finds_dropped_words_too(qtbot, opened):
    """Ctrl+F looks through what is shown: words of the later report and dropped ones."""
    modes = press(qtbot, opened, PairMode.INLINE)
    qtbot.keyClick(opened.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    finder = opened.window.furniture.finding.texts
    finder.bar.line.insert("6%以上")
    qtbot.waitUntil(lambda: modes.inline.text.textCursor().selectedText() == "6%以上")


def test_the_outline_leads_to_its_section(qtbot, opened):
    """A click on a heading brings its section level with the eye."""
    modes = press(qtbot, opened, PairMode.INLINE)
    pane = modes.inline
    pane.outline.show()
    section = pane.inline.comparison.later.section_at(sentence(opened).start)
    index = pane.outline_model.index_of(section.index)
    pane.outline.scrollTo(index)
    at = pane.outline.visualRect(index).center()
    qtbot.mouseClick(pane.outline.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.section_read() == section.index


def test_chips_and_order_filter_and_sort_the_cards(qtbot, opened):
    """A pressed chip lets through what it names; most changed first is sorted so."""
    modes = press(qtbot, opened, PairMode.CARDS)
    view = modes.cards
    everything = len(view.list.cards.cards)
    qtbot.mouseClick(view.chips.buttons[CardFilter.NEW], Qt.MouseButton.LeftButton)
    cards = view.list.cards.cards
    assert 0 < len(cards) < everything
    assert {card.kind for card in cards} == {CardKind.NEW}
    qtbot.mouseClick(view.chips.buttons[CardFilter.NEW], Qt.MouseButton.LeftButton)
    box = view.chips.order_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    assert view.list.cards.order is CardOrder.CHANGE
    shares = [card.share or 0.0 for card in view.list.cards.cards]
    assert shares == sorted(shares, reverse=True)


def test_enter_opens_a_card_where_its_sections_stand(qtbot, opened):
    """From a card Enter leads to both sections, level with each other."""
    modes = press(qtbot, opened, PairMode.CARDS)
    view = modes.cards
    row = next(
        n
        for n, card in enumerate(view.list.cards.cards)
        if n > 20 and None not in card.indices and not card.merged
    )
    view.list.go_to(row)
    card = view.list.current_card()
    view.list.setFocus()
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert modes.mode is PairMode.SIDE_BY_SIDE
    panes = opened.window.furniture.compare.panes
    heights = [pane.height_of(s) for pane, s in zip(panes, card.indices, strict=True)]
    assert None not in heights
    assert heights[0] == pytest.approx(heights[1], abs=3)


def test_space_opens_a_long_card_and_closes_it(qtbot, opened):
    """A card that is longer than its place shows the whole texts on Space."""
    modes = press(qtbot, opened, PairMode.CARDS)
    listed = modes.cards.list
    row = next(n for n, c in enumerate(listed.cards.cards) if listed.items.folds(c))
    listed.go_to(row)
    listed.setFocus()
    folded = listed.visualRect(listed.currentIndex()).height()
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert listed.visualRect(listed.currentIndex()).height() > folded
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert listed.visualRect(listed.currentIndex()).height() == folded


def test_next_change_goes_from_card_to_card(qtbot, opened):
    """F7 and Shift+F7 go to the next card that something changed on, and back."""
    modes = press(qtbot, opened, PairMode.CARDS)
    listed = modes.cards.list
    qtbot.keyClick(opened.window, Qt.Key.Key_F7)
    first = listed.currentIndex().row()
    qtbot.keyClick(opened.window, Qt.Key.Key_F7)
    assert listed.currentIndex().row() > first
    assert opened.window.furniture.compare.heads.position.text().startswith("2 of")
    qtbot.keyClick(opened.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert listed.currentIndex().row() == first


def test_one_key_sets_the_earlier_plan_beside_the_later_review(qtbot, opened):
    """The parts are changed too, and both texts stand where plan and answer are."""
    press(qtbot, opened, PairMode.PROMISES)
    settle(qtbot, opened)
    assert opened.session.parts == (AlignmentPart.PLAN_REVIEW,)
    left, right = opened.window.furniture.compare.panes
    roles = [pane.report.sections[pane.section_read()].role for pane in (left, right)]
    assert roles == [Role.PLAN, Role.REVIEW]
    press(qtbot, opened, PairMode.SIDE_BY_SIDE)
    settle(qtbot, opened)
    assert len(opened.session.parts) > 1


def test_the_box_for_parts_and_the_switch_agree(qtbot, opened):
    """Who chooses plan against review among the parts sees that way switched on."""
    box = opened.window.furniture.compare.heads.part_box
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    modes = opened.window.furniture.compare.modes
    assert modes.mode is PairMode.PROMISES
    settle(qtbot, opened)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert modes.mode is PairMode.SIDE_BY_SIDE
    settle(qtbot, opened)


def test_swapped_reports_are_shown_anew(qtbot, opened):
    """In one column and on cards the other report becomes the later one."""
    modes = press(qtbot, opened, PairMode.INLINE)
    before = modes.inline.inline.comparison.later.id
    with qtbot.waitSignal(opened.session.pair_compared, timeout=20_000):
        opened.window.furniture.compare.move_column(0, 1)
    assert modes.inline.inline.comparison.earlier.id == before
    press(qtbot, opened, PairMode.CARDS)
    assert modes.cards.names[1].text() == modes.inline.title.text().split("  →  ")[1]


def test_while_two_reports_are_compared_something_is_seen(qtbot, opened):
    """Without findings one column shows the later report, and the cards say what is going on."""
    compare = opened.window.furniture.compare
    modes = press(qtbot, opened, PairMode.CARDS)
    pair = opened.session.comparison
    modes.cards.show_pair(type(pair)(pair.earlier, pair.later))
    assert modes.cards.empty.isVisible()
    assert not compare.heads.summary.isHidden()
    modes.cards.show_pair(pair)
    assert modes.cards.list.isVisible()


def test_a_passage_from_elsewhere_is_shown_side_by_side(qtbot, opened):
    """A hit of a search in all reports leads to its report, whatever was shown."""
    modes = press(qtbot, opened, PairMode.CARDS)
    later = opened.session.comparison.later
    opened.window.furniture.compare.places.show(later.id, sentence(opened))
    assert modes.mode is PairMode.SIDE_BY_SIDE
    pane = opened.window.furniture.compare.panes[1]
    assert pane.section_read() == pane.section_at(sentence(opened).start)


@pytest.mark.parametrize("mode", list(PairMode))
def test_the_way_that_was_chosen_is_remembered(qtbot, opened, mode):
    """A workspace is opened in the way in which it was left."""
    modes = press(qtbot, opened, mode)
    settle(qtbot, opened)
    remembering = opened.window.furniture.tools.remembering
    remembering.keep()
    workspace = opened.session.workspace_id
    left = opened.settings.view_of(workspace)
    press(qtbot, opened, next(one for one in PairMode if one is not mode))
    settle(qtbot, opened)
    opened.settings.save_view_of(workspace, left)  # on a slow machine the other way was kept, too
    assert remembering.restore()
    assert modes.mode is mode
    settle(qtbot, opened)
    assert modes.page().isVisible()
    assert opened.window.furniture.compare.heads.modes.buttons[mode].isChecked()


def test_plan_against_review_marks_figures_and_what_nothing_answers(qtbot, opened):
    """Hardly a word of plan and review is the same; marking all of it would say nothing."""
    press(qtbot, opened, PairMode.PROMISES)
    settle(qtbot, opened)
    compare, pair = opened.window.furniture.compare, opened.session.comparison
    left, right = (pane._layers[Layer.CHANGES] for pane in compare.panes)
    assert {one.ink for one in left} <= {Ink.NUMBER, Ink.DROPPED_PASSAGE}
    assert {one.ink for one in right} == {Ink.NUMBER}
    silent = [one.span for one in left if one.ink is Ink.DROPPED_PASSAGE]
    assert len(silent) == len(unanswered(pair)) > 0
    assert compare.steps.total() < 30
    legend = [label.text() for label in compare.legend.findChildren(QLabel) if label.isVisible()]
    assert "Nothing answers it" in legend
    assert "New words" not in legend
    press(qtbot, opened, PairMode.SIDE_BY_SIDE)
    settle(qtbot, opened)
    assert Ink.ADDED in {one.ink for one in compare.panes[1]._layers[Layer.CHANGES]}


def test_hovering_in_one_column_tells_of_both_reports(qtbot, opened):
    """Words of the later report tell what they were, dropped ones that they are gone."""
    press(qtbot, opened, PairMode.INLINE)
    settle(qtbot, opened)
    view = opened.window.furniture.compare.modes.inline
    pair = view.inline.comparison
    new = changed_text(pair, later=True).passages[0]
    gone = changed_text(pair, later=False).passages[0]
    assert view._tell(view.inline.shown(new, later=True)[0].start).startswith(
        ("New", "Reworded; before")
    )
    assert view._tell(view.inline.shown(gone, later=False)[0].start).startswith(
        ("Dropped", "Reworded; now")
    )
    assert any(gloss.value is not None for _, _, gloss in view.text.notes._notes)


def test_a_passage_in_one_column_is_bookmarked_in_its_report(qtbot, opened):
    """The sign stands in one column and side by side, and in both overviews."""
    press(qtbot, opened, PairMode.INLINE)
    settle(qtbot, opened)
    view, tools = (
        opened.window.furniture.compare.modes.inline,
        opened.window.furniture.tools.bookmarking,
    )
    span = view.inline.shown(sentence(opened), later=True)[0]
    view.text.select_span(span)
    view.text.setFocus()
    qtbot.keyClick(view.text, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(tools.bookmarks))
    anchor = tools.bookmarks[0].bookmark.anchor
    assert (anchor.report_id, anchor.span) == (view.inline.comparison.later.id, sentence(opened))
    assert [sign.span for sign in tools.signs(view)] == [span]
    press(qtbot, opened, PairMode.SIDE_BY_SIDE)
    pane = opened.window.furniture.compare.panes[1]
    assert [sign.span for sign in tools.signs(pane)] == [sentence(opened)]
    assert [one for one, _ in pane.overview._bookmarks] == [sentence(opened)]


def test_boilerplate_is_dimmed_in_one_column_too(qtbot, opened):
    """What is chosen side by side holds in one column, and ends there."""
    press(qtbot, opened, PairMode.INLINE)
    settle(qtbot, opened)
    text = opened.window.furniture.compare.modes.inline.text
    opened.window.actions_table["dim_boilerplate"].trigger()
    qtbot.waitUntil(lambda: any(one.ink is Ink.FAINT for one in text._inked))
    opened.window.actions_table["dim_boilerplate"].trigger()
    assert not any(one.ink is Ink.FAINT for one in text._inked)


@pytest.mark.parametrize("mode", [PairMode.INLINE, PairMode.CARDS])
def test_letters_grow_in_every_way_to_look(qtbot, opened, mode):
    """Ctrl++ enlarges what is looked at, and what is opened after it."""
    tall = {}
    for steps in (0, 3):
        opened.window.furniture.tools.zooming.set_steps(steps)
        modes = press(qtbot, opened, mode)
        settle(qtbot, opened)
        view = modes.inline.text if mode is PairMode.INLINE else modes.cards.list
        qtbot.waitUntil(lambda shown=view: shown.verticalScrollBar().maximum() > 0)
        items = view.font() if mode is PairMode.INLINE else view.items._font
        tall[steps] = items.pointSizeF()
        press(qtbot, opened, PairMode.SIDE_BY_SIDE)
    opened.window.furniture.tools.zooming.reset()
    assert tall[3] == pytest.approx(tall[0] * 1.331, abs=0.1)


def test_one_report_offers_nothing_that_needs_two(qtbot, opened):
    """Ways to look, parts and changes mean something between two reports only."""
    compare = opened.window.furniture.compare
    heads = compare.heads
    between = (heads.modes, heads.part_box, heads.kind_button, heads.next_button)
    assert all(widget.isVisible() for widget in between)
    compare.remove_column(1)
    qtbot.waitUntil(lambda: len(compare.columns) == 1)
    assert not any(widget.isVisible() for widget in between)
    assert heads.add_button.isVisible()


def test_another_kind_of_change_forgets_what_was_said_of_the_last(qtbot, opened):
    """The line on the change that was gone to goes when others are gone through."""
    heads = opened.window.furniture.compare.heads
    whole = heads.summary.whole_text()
    qtbot.keyClick(opened.window, Qt.Key.Key_F7)
    assert heads.summary.whole_text() != whole
    qtbot.keyClick(opened.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert heads.summary.whole_text() == whole
