"""Sections linked with the mouse, the list of what was said by hand, and taking one word back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from desktop.models.linking import can_link
from desktop.views.link_drag import extent
from tests.desktop.test_linking import links, point_at, press, strangers
from tracker.model.library import HandLinkKind

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot, opened):
    """Return the program with two strangers at the top of their texts and open outlines."""
    compare = opened.window.furniture.compare
    compare.set_outlines(shown=True)
    qtbot.wait(50)
    for column in compare.columns:
        column.head.lock_button.click()
        column.pane.outline.expandAll()
    opened.pair = strangers(opened.session.comparison)
    for pane, section in zip(compare.panes, opened.pair, strict=True):
        pane.show_span(pane.report.sections[section].heading_span)
    return opened


def in_margin(pane, section):
    """Return a point in the margin beside a heading."""
    return QPoint(pane.text.edge - 12, extent(pane, section)[1] - 14)


def in_text(pane, section):
    """Return a point on a heading."""
    cursor = QTextCursor(pane.text.document())
    cursor.setPosition(pane.report.sections[section].heading_span.start + 1)
    return pane.text.cursorRect(cursor).center()


def in_outline(pane, section):
    """Return a point on a heading of the outline."""
    index = pane.outline_model.index_of(section)
    pane.outline.scrollTo(index)
    return pane.outline.visualRect(index).center()


def drag(qtbot, area, start, other, end, *, drop=True):
    """Drag from a point of one widget to a point of another."""
    qtbot.mousePress(area, Qt.MouseButton.LeftButton, pos=start)
    there = area.mapFromGlobal(other.mapToGlobal(end))
    for part in (0.1, 0.5, 1.0):
        qtbot.mouseMove(area, start + (there - start) * part)
    if drop:
        qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=there)


@pytest.mark.parametrize("from_left", [True, False])
def test_dragging_from_margin_to_text_links(qtbot, desk, from_left):
    """From either side: the two are linked by hand, and no text was selected on the way."""
    panes, pair = desk.window.furniture.compare.panes, desk.pair
    source, target = (0, 1) if from_left else (1, 0)
    start = in_margin(panes[source], pair[source])
    end = in_text(panes[target], pair[target])
    with qtbot.waitSignal(desk.session.pair_compared, timeout=60_000):
        drag(qtbot, panes[source].text.viewport(), start, panes[target].text.viewport(), end)
    assert links(desk.session.comparison)[pair].by_hand
    assert not panes[source].text.textCursor().hasSelection()
    assert not desk.window.furniture.linking._drag._line.isVisible()


def test_dragging_from_outline_to_outline_links(qtbot, desk):
    """Headings of the outlines are as good; the press chose no other place of the text."""
    panes, pair = desk.window.furniture.compare.panes, desk.pair
    start, end = in_outline(panes[0], pair[0]), in_outline(panes[1], pair[1])
    with qtbot.waitSignal(desk.session.pair_compared, timeout=60_000):
        drag(qtbot, panes[0].outline.viewport(), start, panes[1].outline.viewport(), end)
    assert links(desk.session.comparison)[pair].by_hand


def test_line_says_what_would_be_linked_and_escape_gives_up(qtbot, desk):
    """While it is dragged both sections are named; after Escape a release does nothing."""
    panes, pair = desk.window.furniture.compare.panes, desk.pair
    area, other = panes[0].text.viewport(), panes[1].text.viewport()
    end = in_text(panes[1], pair[1])
    drag(qtbot, area, in_margin(panes[0], pair[0]), other, end, drop=False)
    line = desk.window.furniture.linking._drag._line
    assert line.isVisible()
    assert line.fits
    assert "↔" in line.words
    qtbot.keyClick(desk.window, Qt.Key.Key_Escape)
    assert not line.isVisible()
    qtbot.mouseRelease(
        area, Qt.MouseButton.LeftButton, pos=area.mapFromGlobal(other.mapToGlobal(end))
    )
    assert desk.session.workspace.hand_links(*ids(desk)) == ()


def test_top_parts_say_that_they_go_by_their_kind(qtbot, desk):
    """Over a top part one is told to drag what is inside it, not that it is left out."""
    panes, comparison = desk.window.furniture.compare.panes, desk.session.comparison
    top = next(n for n, section in enumerate(comparison.later.sections) if section.parent is None)
    assert not can_link(comparison, desk.pair[0], top)
    panes[1].show_span(comparison.later.sections[top].heading_span)
    area, other = panes[0].text.viewport(), panes[1].text.viewport()
    end = in_text(panes[1], top)
    drag(qtbot, area, in_margin(panes[0], desk.pair[0]), other, end, drop=False)
    line = desk.window.furniture.linking._drag._line
    assert not line.fits
    assert "by their kind" in line.words
    qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=end)


def test_what_is_not_compared_cannot_be_linked(qtbot, desk):
    """Over a section of another part the line is broken and says so; the drop does nothing."""
    panes, pair = desk.window.furniture.compare.panes, desk.pair
    comparison = desk.session.comparison
    far = next(
        n
        for n, section in enumerate(comparison.later.sections)
        if not can_link(comparison, pair[0], n) and section.level > 1
    )
    panes[1].show_span(comparison.later.sections[far].heading_span)
    area, other = panes[0].text.viewport(), panes[1].text.viewport()
    end = in_text(panes[1], far)
    drag(qtbot, area, in_margin(panes[0], pair[0]), other, end, drop=False)
    line = desk.window.furniture.linking._drag._line
    assert not line.fits
    assert line.words == "Not compared with each other"
    qtbot.mouseRelease(area, Qt.MouseButton.LeftButton, pos=end)
    assert desk.session.workspace.hand_links(*ids(desk)) == ()


def ids(program):
    """Return the ids of the two reports."""
    comparison = program.session.comparison
    return comparison.earlier.id, comparison.later.id


def test_right_section_is_left_without_counterpart(qtbot, opened):
    """Nothing leads to it then, its outline says by whose word, and undo takes that back."""
    one, other = next(iter(links(opened.session.comparison)))
    point_at(qtbot, opened, one, other)
    press(qtbot, opened, Qt.Key.Key_P)
    assert other not in {second for _, second in links(opened.session.comparison)}
    outline = opened.window.furniture.compare.panes[1].outline_model
    assert "by hand" in outline.index_of(other).data()
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        opened.window.actions_table["undo"].trigger()
    assert other in {second for _, second in links(opened.session.comparison)}


def test_words_by_hand_are_listed_shown_and_taken_back(qtbot, opened):
    """The list names sections and person; Enter goes there, Delete forgets one word alone."""
    one, other = strangers(opened.session.comparison)
    point_at(qtbot, opened, one, other)
    press(qtbot, opened, Qt.Key.Key_L)
    third = next(row for row, _ in links(opened.session.comparison) if row != one)
    point_at(qtbot, opened, third, other)
    press(qtbot, opened, Qt.Key.Key_O)
    opened.window.actions_table["show_hand_links"].trigger()
    dialog = opened.window.furniture.hand_links.dialog
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 2)
    kinds = [one.link.kind for one in dialog._links]
    assert kinds == [HandLinkKind.ALONE, HandLinkKind.TOGETHER]
    assert "张三" in dialog.table.item(0, dialog.BY).text()
    dialog.table.setFocus()
    dialog.table.setCurrentCell(1, 0)
    qtbot.mouseClick(dialog.go_button, Qt.MouseButton.LeftButton)
    heights = [
        p.height_of(s)
        for p, s in zip(opened.window.furniture.compare.panes, (one, other), strict=True)
    ]
    assert None not in heights
    assert abs(heights[0] - heights[1]) <= 2
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    assert opened.session.comparison.said.together == frozenset()
    assert third in opened.session.comparison.said.alone
    assert all(button.text() for button in dialog.findChildren(QPushButton))
    dialog.close()
