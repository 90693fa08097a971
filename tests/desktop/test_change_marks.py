"""What is drawn beside and over changes, under the hands of a reader."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from desktop.models.change_list import StepKind
from desktop.models.figures import figure_changes
from desktop.models.moves import moved_passages
from desktop.models.roles import DataRole
from desktop.models.section_signs import Sign
from desktop.widgets.theme import colours
from tracker.model.span import Span

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def reading(qtbot, opened):
    """Return the program, two reports compared, wide enough for notes in the margin."""
    opened.window.resize(1900, 900)
    opened.window.library.hide()
    qtbot.waitUntil(lambda: bool(opened.session.comparison.parts), timeout=20_000)
    return opened


def panes(program):
    """Return the two texts."""
    return program.window.furniture.compare.panes


def selected(program):
    """Return what is selected in both texts."""
    return [
        pane.text.textCursor().selectedText().replace("\u2029", "\n") for pane in panes(program)
    ]


def bring(qtbot, pane, span):
    """Bring a span before the eye and let it be painted."""
    pane.show_span(span)
    qtbot.wait(30)
    pane.text.viewport().grab()


def hover(text, at):
    """Rest the mouse on a place and return what is said."""
    point = at.toPoint() if not isinstance(at, QPoint) else at
    event = QHelpEvent(QEvent.Type.ToolTip, point, text.viewport().mapToGlobal(point))
    QApplication.sendEvent(text.viewport(), event)
    return QToolTip.text()


def test_a_changed_figure_has_its_note_in_the_margin(qtbot, reading):
    """Beside the later figure stands what it was and what it is; its tip tells it in words."""
    figure = figure_changes(reading.session.comparison)[0]
    later = panes(reading)[1]
    bring(qtbot, later, figure.later)
    box, gloss = next(
        (box, one) for box, one in later.text.notes.shown() if one.span == figure.later
    )
    assert gloss.note == figure.badge()
    assert box.left() > later.text.viewport().width() * 0.6
    assert figure.was in hover(later.text, box.center())


def test_narrow_columns_keep_their_width_for_the_text(qtbot, reading):
    """Without room there is no margin for notes, and the figure tells on hovering."""
    reading.window.resize(1280, 800)
    qtbot.wait(50)
    figure, later = figure_changes(reading.session.comparison)[0], panes(reading)[1]
    bring(qtbot, later, figure.later)
    assert not [one for _, one in later.text.notes.shown() if one.move is None]
    line = later.text.y_of(figure.later.start) - later.text.verticalScrollBar().value()
    told = {
        hover(later.text, QPoint(x, round(line) + 12))
        for x in range(50, later.text.viewport().width() - 20, 12)
    }
    assert any(figure.was in words and figure.now in words for words in told)


def test_a_moved_passage_is_followed_by_a_click_and_back_by_a_key(qtbot, reading):
    """The sign leads to the other side, Ctrl+J back; both places are selected."""
    move = max(moved_passages(reading.session.comparison), key=lambda one: len(one.later))
    left, right = panes(reading)
    bring(qtbot, right, move.later)
    box = next(box for box, one in right.text.notes.shown() if one.span == move.later)
    at = box.center().toPoint()
    qtbot.mouseClick(right.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    pair = reading.session.comparison
    both = [pair.earlier.quote(move.earlier), pair.later.quote(move.later)]
    assert selected(reading) == both
    assert left.text.hasFocus()
    qtbot.keyClick(left.text, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(right.text.hasFocus)
    assert selected(reading) == both


def test_changes_of_one_kind_are_stepped_through(qtbot, reading):
    """Ctrl+F7 chooses the next kind, F7 goes through it, and the label counts that kind."""
    heads, window = reading.window.furniture.compare.heads, reading.window
    figures = figure_changes(reading.session.comparison)
    qtbot.keyClick(window, Qt.Key.Key_F7, Qt.KeyboardModifier.ControlModifier)
    assert heads.kind_button.text() == "Figures ▾"
    qtbot.keyClick(window, Qt.Key.Key_F7)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert heads.position.text() == f"2 of {len(figures)} figures"
    pair = reading.session.comparison
    assert selected(reading)[1] == pair.later.quote(figures[1].later)
    assert figures[1].now in heads.summary.whole_text()
    action = heads.kind_button.menu().actions()[list(StepKind).index(StepKind.MOVED)]
    action.trigger()
    assert heads.position.text() == f"{len(moved_passages(pair))} in all"
    heads.kind_button.menu().actions()[list(StepKind).index(StepKind.FIGURES)].trigger()
    assert heads.position.text() == f"2 of {len(figures)} figures"


def test_boilerplate_is_dimmed_and_that_is_remembered(qtbot, reading):
    """The action dims what stands in most reports, in all columns; a second time brings it back."""
    pair = reading.session.comparison
    spans = reading.session.workspace.boilerplate(pair.later.id)
    text = panes(reading)[1].text
    block = text.document().findBlock(spans[0].start)
    at = spans[0].start - block.position()

    def inks():
        laid = block.layout().formats()
        here = (f for f in laid if f.start <= at < f.start + f.length)
        return {f.format.foreground().color().name() for f in here}

    muted = colours().muted.name()
    assert muted not in inks()
    reading.window.actions_table["dim_boilerplate"].trigger()
    qtbot.waitUntil(lambda: muted in inks(), timeout=5_000)
    assert reading.settings.flag("boilerplate", default=False)
    reading.window.actions_table["dim_boilerplate"].trigger()
    assert muted not in inks()


def test_the_overview_shows_changes_and_leads_there(qtbot, reading):
    """A click goes to that share of the text, a drag goes along, and the frame tells where."""
    pane = panes(reading)[1]
    bar, scroll = pane.overview, pane.text.verticalScrollBar()
    image = bar.grab().toImage()
    seen = {image.pixelColor(3, y).name() for y in range(image.height())}
    assert colours().added.name() in seen
    half = QPoint(8, bar.height() // 2)
    qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=half)
    assert bar.frame().center().y() == pytest.approx(half.y(), abs=4)
    before = scroll.value()
    qtbot.mousePress(bar, Qt.MouseButton.LeftButton, pos=half)
    qtbot.mouseMove(bar, QPoint(8, round(bar.height() * 0.8)))
    qtbot.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(8, round(bar.height() * 0.8)))
    assert scroll.value() > before


def test_the_overview_is_drawn_once(qtbot, reading):
    """Scrolling moves the frame and draws no mark again."""
    pane = panes(reading)[1]
    pane.overview.grab()
    picture = pane.overview._picture.cacheKey()
    pane.text.verticalScrollBar().setValue(3000)
    pane.overview.grab()
    assert pane.overview._picture.cacheKey() == picture


def test_hits_of_a_search_stand_in_the_overview(qtbot, reading):
    """A hit is a line across the bar, in the colour of hits."""
    pane = panes(reading)[1]
    at = pane.report.text.index("创新", 4000)
    pane.overview.set_hits((Span(at, at + 2),))
    image = pane.overview.grab().toImage()
    seen = {image.pixelColor(7, y).name() for y in range(image.height())}
    assert colours().unsure.name() in seen


def alone_in_later(program):
    """Return a section that is new in the later report and has its label in the margin."""
    pair = program.session.comparison
    found = {section for part in pair.parts for section in part.alignment.new}
    return next(s for s in pair.later.sections if s.index in found and s.parent not in found)


def menu_of(qtbot, program):
    """Return the menu of the nearest sections, once it is there."""
    nearest = program.window.furniture.changes.nearest
    qtbot.waitUntil(lambda: nearest.menu is not None, timeout=20_000)
    return nearest.menu


def test_a_new_section_offers_the_nearest_ones(qtbot, reading):
    """A click on its label opens a menu of three at most, with likeness and reason."""
    section, pane = alone_in_later(reading), panes(reading)[1]
    bring(qtbot, pane, section.heading_span)
    y = pane.text.y_of(section.heading_span.start) - pane.text.verticalScrollBar().value()
    at = QPoint(20, round(y) + 12)
    assert "nearest" in hover(pane.text, at)
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = menu_of(qtbot, reading)
    offers = [action.menu() for action in menu.actions() if action.menu()]
    assert 1 <= len(offers) <= 3
    assert all("%" in offer.title() for offer in offers)
    assert all(offer.actions()[0].text() for offer in offers)
    menu.close()


def test_keys_mean_the_side_that_a_step_leads_to(qtbot, reading):
    """F7 to what is new at the right takes the keyboard along: the next key is about that."""
    left, right = panes(reading)
    reading.window.furniture.compare.steps.set_kind(StepKind.NEW)
    left.text.setFocus()
    qtbot.keyClick(left.text, Qt.Key.Key_F7)
    assert right.text.hasFocus()
    assert reading.window.furniture.compare.columns.current_pane() is right
    reading.window.furniture.compare.steps.set_kind(StepKind.DROPPED)
    qtbot.keyClick(right.text, Qt.Key.Key_F7)
    assert left.text.hasFocus()


def test_the_nearest_section_is_gone_to_and_linked(qtbot, reading):
    """By the keyboard: the menu of the section at the cursor; then both stand level, or linked."""
    section, (left, right) = alone_in_later(reading), panes(reading)
    right.text.setFocus()
    right.text.select_span(section.heading_span)
    bring(qtbot, right, section.heading_span)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(right.text, Qt.Key.Key_J, keys)
    menu = menu_of(qtbot, reading)
    offer = next(action.menu() for action in menu.actions() if action.menu())
    go, link = offer.actions()[-2:]
    go.trigger()
    pair = reading.session.comparison
    named = left.text.textCursor().selectedText()
    assert named in {pair.earlier.quote(s.heading_span) for s in pair.earlier.sections}
    beside = left.section_at(left.text.cursor_position())
    assert right.height_of(section.index) == pytest.approx(left.height_of(beside), abs=2)
    link.trigger()
    qtbot.waitUntil(
        lambda: section.index in {b for _, b in reading.session.comparison.said.together},
        timeout=30_000,
    )
    menu.close()


def test_the_outline_says_how_much_a_section_changed(qtbot, reading):
    """A new section has a plus and says so; one with other figures counts them."""
    pane = panes(reading)[1]
    model = pane.outline_model
    new = model.index_of(alone_in_later(reading).index)
    assert model.data(new, DataRole.SIGN).sign is Sign.NEW
    assert "New section" in model.data(new, Qt.ItemDataRole.ToolTipRole)
    signs = [model.data(model.index_of(s.index), DataRole.SIGN) for s in pane.report.sections]
    with_figures = next(s for s in signs if s is not None and s.figures)
    assert f"Figures changed: {with_figures.figures}" in with_figures.words()
    gone = panes(reading)[0].outline_model
    assert Sign.GONE in {
        sign.sign
        for s in panes(reading)[0].report.sections
        if (sign := gone.data(gone.index_of(s.index), DataRole.SIGN)) is not None
    }
