"""Sections that belong together, set right by hand: by key, by menu, and taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu

from desktop.models.linking import can_link
from desktop.models.roles import DataRole
from tracker.model.alignment import AlignmentPart

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def links(comparison):
    """Return every link of a comparison."""
    return {
        (row.section, link.section): link
        for part in comparison.parts
        for row in part.alignment.rows
        for link in row.links
    }


def strangers(comparison):
    """Return two sections of the plans that are not linked, far from the one they stand beside."""
    part = next(p for p in comparison.parts if p.alignment.part is AlignmentPart.PLAN)
    rows = [row.section for row in part.alignment.rows if row.links]
    columns = sorted({link.section for row in part.alignment.rows for link in row.links})
    later = comparison.later
    columns = [  # a heading within a line has no place of its own in the margin
        c for c in columns if later.text[later.sections[c].heading_span.start - 1] == "\n"
    ]
    known = links(comparison)
    return next(
        (one, other)
        for one in rows
        for other in reversed(columns)
        if (one, other) not in known and can_link(comparison, one, other)
    )


def walk_to(qtbot, outline, section):
    """Go to a heading of an outline by keyboard."""
    outline.setFocus()
    outline.expandAll()
    qtbot.keyClick(outline, Qt.Key.Key_Home)
    for _ in range(400):
        if outline.currentIndex().data(DataRole.SECTION) == section:
            return
        qtbot.keyClick(outline, Qt.Key.Key_Down)
    raise AssertionError(section)


def point_at(qtbot, program, one, other):
    """Put the cursors into two sections by keyboard."""
    compare = program.window.furniture.compare
    compare.set_outlines(shown=True)
    qtbot.wait(50)
    walk_to(qtbot, compare.panes[0].outline, one)
    walk_to(qtbot, compare.panes[1].outline, other)


def press(qtbot, program, key):
    """Press Ctrl+Shift and a key, and wait until the rest is lined up."""
    with qtbot.waitSignal(program.session.pair_compared, timeout=60_000):
        qtbot.keyClick(program.window.focusWidget(), key, BOTH)


def linked_by_key(qtbot, program):
    """Link two sections by keyboard and return them."""
    one, other = strangers(program.session.comparison)
    point_at(qtbot, program, one, other)
    press(qtbot, program, Qt.Key.Key_L)
    return one, other


def test_sections_are_linked_by_keyboard(qtbot, opened):
    """The two sections stand level, in words by hand, and the status line names them."""
    compare = opened.window.furniture.compare
    read = []
    opened.session.columns_read.connect(read.append)
    one, other = linked_by_key(qtbot, opened)
    comparison = opened.session.comparison
    assert links(comparison)[one, other].by_hand
    heights = compare.panes[0].height_of(one), compare.panes[1].height_of(other)
    assert None not in heights
    assert abs(heights[0] - heights[1]) <= 2
    assert compare.columns[1].gutter.isVisible()
    for pane, section in ((compare.panes[0], one), (compare.panes[1], other)):
        at = pane.outline_model.index_of(section)
        assert "Linked by hand" in at.data()
        assert (
            comparison.earlier.sections[one].heading[:8]
            in opened.window.statusBar().currentMessage()
        )
    assert read == []  # the texts themselves stayed


def test_undo_takes_a_link_back_and_names_it(qtbot, opened):
    """Ctrl+Z lines the two texts up as before, says what was undone; redo links again."""
    before = opened.session.comparison
    one, other = linked_by_key(qtbot, opened)
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        qtbot.keyClick(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert links(opened.session.comparison) == links(before)
    told = opened.window.statusBar().currentMessage()
    assert told.startswith("Undone: link sections")
    assert before.earlier.sections[one].heading[:8] in told
    assert opened.window.furniture.compare.panes[0].outline_model.words(one) == ""
    press(qtbot, opened, Qt.Key.Key_Z)
    assert links(opened.session.comparison)[one, other].by_hand


def test_link_is_there_after_reopening(qtbot, opened):
    """What a person linked is kept in the file."""
    one, other = linked_by_key(qtbot, opened)
    path = opened.session.workspace_path
    with qtbot.waitSignal(opened.session.opened, timeout=60_000):
        opened.session.open_workspace(path)
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        opened.window.furniture.compare.choose_first_pair()
    assert links(opened.session.comparison)[one, other].by_hand
    assert opened.window.furniture.compare.panes[0].outline_model.words(one) == "Linked by hand"


def test_linked_sections_are_taken_apart(qtbot, opened):
    """A link of the program's own goes, and a second time there is nothing to take apart."""
    (one, other), _ = next(iter(links(opened.session.comparison).items()))
    point_at(qtbot, opened, one, other)
    press(qtbot, opened, Qt.Key.Key_D)
    assert (one, other) not in links(opened.session.comparison)
    assert opened.window.statusBar().currentMessage().startswith("Taken apart")


def test_section_is_left_without_counterpart(qtbot, opened):
    """The left section has nothing beside it then, and the outline says by whose word."""
    one, other = next(iter(links(opened.session.comparison)))
    point_at(qtbot, opened, one, other)
    press(qtbot, opened, Qt.Key.Key_O)
    assert one not in {first for first, _ in links(opened.session.comparison)}
    assert "by hand" in opened.window.furniture.compare.panes[0].outline_model.index_of(one).data()


def test_top_parts_are_not_linked(qtbot, opened):
    """Where a link could not hold, a sentence says so and nothing is written."""
    point_at(qtbot, opened, 0, len(opened.session.comparison.later.sections) - 1)
    said = opened.session.comparison.said
    qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_L, BOTH)
    assert "top parts" in opened.window.statusBar().currentMessage()
    assert opened.session.workspace.hand_words(*pair_ids(opened)) == said


def pair_ids(program):
    """Return the ids of the two reports."""
    comparison = program.session.comparison
    return comparison.earlier.id, comparison.later.id


@pytest.mark.parametrize("part", ["text", "outline"])
def test_menu_of_text_and_outline_names_the_sections(qtbot, opened, part):
    """The right mouse button takes the clicked section and offers the same three actions."""
    compare = opened.window.furniture.compare
    compare.set_outlines(shown=True)
    qtbot.wait(50)
    pane = compare.panes[0]
    one = next(row for row, _ in links(opened.session.comparison))
    pane.show_span(pane.report.sections[one].span)
    area = getattr(pane, part).viewport()
    if part == "text":
        at = area.rect().center()
        at.setY(round(pane.height_of(one)) + 4)
    else:
        pane.outline.expandAll()
        at = pane.outline.visualRect(pane.outline_model.index_of(one)).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, area.mapToGlobal(at))
    QApplication.sendEvent(area, event)
    menu = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMenu) and w.isVisible())
    words = [action.text() for action in menu.actions()]
    assert any(pane.report.sections[one].heading[:8] in text for text in words)
    link = words.index(opened.window.actions_table["link_sections"].text())
    assert words[link - 2].startswith("“")
    assert words[link - 1].startswith("↔ “")
    for name in ("link_sections", "unlink_sections", "no_counterpart"):
        assert opened.window.actions_table[name] in menu.actions()
    menu.close()


def test_cursor_holds_while_only_the_other_text_moves(qtbot, opened):
    """A click stays the cursor until its own text is moved away from it."""
    compare = opened.window.furniture.compare
    one, other = strangers(opened.session.comparison)
    compare.panes[0].show_span(compare.panes[0].report.sections[one].span)
    at = compare.panes[0].text.viewport().rect().center()
    at.setY(round(compare.panes[0].height_of(one)) + 4)
    qtbot.mouseClick(compare.panes[0].text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    compare.panes[1].show_span(compare.panes[1].report.sections[other].span)
    assert not compare.panes[0].shows(one)
    assert opened.window.furniture.linking._pointed[compare.panes[0]] == one
    compare.panes[0].text.setFocus()
    qtbot.keyClick(compare.panes[0].text, Qt.Key.Key_Home)
    assert compare.panes[0] not in opened.window.furniture.linking._pointed


def test_what_is_seen_at_the_lower_edge_alone_comes_before_the_eye(qtbot, opened):
    """Two sections that were linked stand where one reads, not where the window ends."""
    compare = opened.window.furniture.compare
    one, other = strangers(opened.session.comparison)
    left, right = compare.panes
    room = left.text.viewport().height()
    left.set_height(one, room * 0.95)
    assert left.height_of(one) == pytest.approx(room * 0.95, abs=3)
    compare.levels.show_linked(0, one, other)
    assert left.height_of(one) < room * 0.7
    assert right.height_of(other) == pytest.approx(left.height_of(one), abs=2)
    compare.levels.show_linked(0, one, other)
    stays = left.height_of(one)
    compare.levels.show_linked(0, one, other)
    assert left.height_of(one) == pytest.approx(stays, abs=1)
