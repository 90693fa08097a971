"""Topics through the years: the matrix, one topic in columns, the ways in and out."""

from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit

from desktop.jobs.job import Job
from desktop.models.topic_rows import TopicOrder
from desktop.settings import Language, Theme
from desktop.widgets.inks import Ink
from desktop.widgets.topic_marks import mark_colour, shade
from tests.builders import SEEDS
from tracker.message import Message
from tracker.model.alignment import AlignmentPart
from tracker.model.span import Span
from tracker.model.thread import Course
from tracker.workspace import Workspace

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(scope="session")
def followed_file(sample_file, tmp_path_factory):
    """Return the sample workspace with its topics followed, once in a session."""
    path = tmp_path_factory.mktemp("topics") / "示例.duizhang"
    path.write_bytes(sample_file.read_bytes())
    with Workspace.open(path, user="张三") as workspace:
        ids = [e.id for e in sorted(workspace.entries(), key=lambda e: e.year or 0)]
        workspace.topics(ids)
    return path


@pytest.fixture
def program_with_topics(qtbot, program, followed_file, tmp_path):
    """Return the program with the topics of two sample reports on the screen, by key."""
    path = tmp_path / "work.duizhang"
    path.write_bytes(followed_file.read_bytes())
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    qtbot.keyClick(program.window, Qt.Key.Key_3, CTRL)
    qtbot.waitUntil(
        lambda: program.window.furniture.topics.view.model.topics is not None, timeout=60_000
    )
    return program


def room(program):
    """Return the view of topics."""
    return program.window.furniture.topics.view


def walk_to(qtbot, grid, row, column):
    """Go to a cell by keyboard."""
    grid.setFocus()
    qtbot.keyClick(grid, Qt.Key.Key_Home, CTRL)
    for _ in range(row):
        qtbot.keyClick(grid, Qt.Key.Key_Down)
    for _ in range(column):
        qtbot.keyClick(grid, Qt.Key.Key_Right)
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (row, column)


def row_with_both(view):
    """Return the first row whose topic both reports have."""
    rows = range(view.model.rowCount())
    held = ([c and c.section is not None for c in view.model.row(r).cells] for r in rows)
    return next(r for r, both in zip(rows, held, strict=True) if all(both))


def open_topic(qtbot, view, row, column=1):
    """Open a topic by keyboard and wait until its changes are known."""
    walk_to(qtbot, view.grid, row, column)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(view.thread_view._steps) == 2, timeout=60_000)


def test_two_reports_have_a_matrix(program_with_topics):
    """Two reports are enough: a column each, the topics of the later one first."""
    view = room(program_with_topics)
    assert view.pages.currentWidget() is view.matrix
    assert view.model.columnCount() == 2
    assert view.model.total() > 20
    assert view.grid.hasFocus()
    cells = [view.model.row(row).cells[1] for row in range(view.model.rowCount())]
    held = [cell.section for cell in cells if cell is not None and cell.section is not None]
    assert held == sorted(held)
    assert held
    assert program_with_topics.window.actions_table["show_topics"].isChecked()


def test_headings_and_columns_share_the_room(qtbot, program_with_topics):
    """However wide the window, columns begin where the headings end, and nothing is covered."""
    view = room(program_with_topics)
    for width in (1000, 1900, 1280):
        program_with_topics.window.resize(width, 800)
        qtbot.wait(50)
        titles = view.grid.verticalHeader()
        assert view.grid.horizontalHeader().x() == titles.x() + titles.width()
        assert view.grid.viewport().x() == titles.x() + titles.width()


def test_typing_filters_and_down_leads_to_the_topics(qtbot, program_with_topics):
    """Ctrl+F goes to the filter; what is found is counted; Down leaves for the topics."""
    view = room(program_with_topics)
    qtbot.keyClick(program_with_topics.window, Qt.Key.Key_F, CTRL)
    assert view.heads.filter.hasFocus()
    view.heads.filter.setText("产业")
    assert 0 < view.model.rowCount() < view.model.total()
    assert str(view.model.rowCount()) in view.heads.told.text()
    qtbot.keyClick(view.heads.filter, Qt.Key.Key_Down)
    assert view.grid.hasFocus()
    assert view.grid.currentIndex().isValid()


def test_the_cursor_stays_on_its_topic_when_sorted(qtbot, program_with_topics):
    """Another order moves rows, not what the person looks at."""
    view = room(program_with_topics)
    walk_to(qtbot, view.grid, 5, 1)
    number = view.model.row(view.grid.currentIndex()).number
    view.heads.order_box.setFocus()
    qtbot.keyClick(view.heads.order_box, Qt.Key.Key_End)
    assert view.model.order is TopicOrder.CHANGE
    assert view.model.row(view.grid.currentIndex()).number == number


def test_enter_opens_a_topic_and_escape_leads_back(qtbot, program_with_topics):
    """Both texts stand beside each other with what changed; Escape goes back to the same cell."""
    view = room(program_with_topics)
    row = row_with_both(view)
    open_topic(qtbot, view, row)
    thread = view.thread_view
    assert view.pages.currentWidget() is thread
    topics = view.model.topics
    for place, column in enumerate(thread.columns):
        cell = view.model.topic(thread.number).cells[place]
        report = topics.reports[place]
        quote = report.quote(report.sections[cell.section].span).rstrip()
        assert column.text.toPlainText().startswith(quote)
        assert column.head.text() == str(report.meta.year)
    assert thread.columns[1].text.hasFocus()
    inks = [{inked.ink for inked in column.text._inked} for column in thread.columns]
    assert {Ink.ADDED_PASSAGE, Ink.DROPPED_PASSAGE} <= inks[1]
    assert inks[0] == {Ink.HEADING}
    qtbot.keyClick(thread.columns[1].text, Qt.Key.Key_Escape)
    assert view.pages.currentWidget() is view.matrix
    assert view.grid.currentIndex().row() == row
    assert view.grid.hasFocus()


def test_keys_walk_through_columns_and_topics(qtbot, program_with_topics):
    """Left and right go from column to column, Alt with up and down from topic to topic."""
    view = room(program_with_topics)
    open_topic(qtbot, view, 3)
    thread, first = view.thread_view, view.thread_view.number
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    assert thread.place == 0
    assert thread.columns[0].isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, ALT)
    assert thread.number == view.model.row(4).number
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, ALT)
    assert thread.number == first


def test_down_in_a_column_without_the_topic_stays_there(qtbot, program_with_topics):
    """Qt would go on to the next button, and the next arrow somewhere else altogether."""
    view = room(program_with_topics)
    row = next(
        r
        for r in range(view.model.rowCount())
        if (cell := view.model.row(r).cells[1]) is not None and cell.section is None
    )
    open_topic(qtbot, view, row)
    head = view.thread_view.columns[1].head
    head.setFocus()
    qtbot.keyClick(head, Qt.Key.Key_Down)
    assert head.hasFocus()
    qtbot.keyClick(head, Qt.Key.Key_Left)
    assert view.thread_view.place == 0


def test_the_matrix_is_opened_where_its_topic_is(qtbot, program_with_topics):
    """Who comes from a text sees the row of the topic, however far below it stands."""
    view = room(program_with_topics)
    program_with_topics.window.resize(1280, 560)
    open_topic(qtbot, view, 0)
    last = view.model.row(view.model.rowCount() - 1).number
    view._show_topic(last, 1)
    view.grid.verticalScrollBar().setValue(0)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    place = view.grid.visualRect(view.grid.currentIndex())
    assert view.model.row(view.grid.currentIndex()).number == last
    assert view.grid.viewport().rect().contains(place)


def test_a_gone_topic_offers_another_section(qtbot, program_with_topics):
    """Where a report has no such topic it is said, and the section offered is one click away."""
    view = room(program_with_topics)
    row = next(
        r
        for r in range(view.model.rowCount())
        if (cell := view.model.row(r).cells[1]) is not None and cell.course is Course.MERGED
    )
    number = view.model.row(row).number
    into = view.model.row(row).cells[1].into
    open_topic(qtbot, view, row)
    column = view.thread_view.columns[1]
    assert column.absent.isVisible()
    assert not column.text.isVisible()
    qtbot.mouseClick(column.other, Qt.MouseButton.LeftButton)
    assert view.thread_view.number == into != number


def shown_sections(program):
    """Return the sections that are level with the eye in the compare view."""
    panes = program.window.furniture.compare.columns.panes
    return tuple(pane.report.section_at(pane.text.cursor_position()) for pane in panes)


def wait_for_pair(qtbot, program):
    """Wait until the compare view has both texts."""

    def ready():
        places = program.window.furniture.compare.places
        return len(program.session.columns) == 2 and not places.is_waiting()

    qtbot.waitUntil(ready, timeout=60_000)
    assert program.window.furniture.compare.isVisible()


def test_shift_enter_opens_the_pair_at_the_topic(qtbot, program_with_topics):
    """The two reports stand side by side, both at the sections of the topic."""
    view = room(program_with_topics)
    row = row_with_both(view)
    cells = view.model.row(row).cells
    walk_to(qtbot, view.grid, row, 1)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return, SHIFT)
    wait_for_pair(qtbot, program_with_topics)
    assert [s.index for s in shown_sections(program_with_topics)] == [c.section for c in cells]


def test_the_head_of_a_column_opens_the_pair(qtbot, program_with_topics):
    """A click on the year does the same from the columns."""
    view = room(program_with_topics)
    row = row_with_both(view)
    cells = view.model.row(row).cells
    open_topic(qtbot, view, row)
    head = view.thread_view.columns[1].head
    qtbot.mouseClick(head, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    wait_for_pair(qtbot, program_with_topics)
    assert [s.index for s in shown_sections(program_with_topics)] == [c.section for c in cells]


def test_ctrl_t_follows_the_section_of_a_text(qtbot, program_with_topics):
    """From the compare view the section at the cursor leads to its topic, of its own part."""
    program = program_with_topics
    view = room(program)
    walk_to(qtbot, view.grid, row_with_both(view), 1)
    qtbot.keyClick(view.grid, Qt.Key.Key_Return, SHIFT)
    wait_for_pair(qtbot, program)
    pane = program.window.furniture.compare.columns.panes[0]
    section = next(
        s for s in pane.report.sections if s.level == 2 and s.role.value == "review" and len(s.own)
    )
    pane.text.setFocus()
    pane.show_span(section.span)
    pane.text.select_span(section.heading_span)
    qtbot.keyClick(pane.text, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: view.thread_view.number >= 0, timeout=60_000)
    assert view.heads.part() is AlignmentPart.REVIEW
    cell = view.model.topic(view.thread_view.number).cells[view.thread_view.place]
    assert cell.section == section.index


def test_one_report_says_what_to_do(qtbot, program, tmp_path):
    """With one report there is nothing to follow; the view says what is needed."""
    path = tmp_path / "one.duizhang"
    with Workspace.create(path) as workspace:
        workspace.import_files([next(SEEDS.glob("002_*.txt"))])
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    program.window.actions_table["show_topics"].trigger()
    view = room(program)
    assert view.pages.currentWidget() is view.empty
    assert "two years" in view.empty._text.text()
    assert view.empty.button.isVisible()


def test_the_view_speaks_both_languages(qtbot, program_with_topics):
    """Another language is taken over where the view stands, also in an open topic."""
    program = program_with_topics
    view = room(program)
    open_topic(qtbot, view, row_with_both(view))
    program.settings.language = Language.CHINESE
    program.look.apply()
    qtbot.waitUntil(lambda: view.thread_view.back.text() == "全部主题")
    assert "字" in view.thread_view.columns[1].told.whole_text()
    assert view.heads.order_box.itemText(0) == "按最后一份报告的次序"


def test_a_removed_report_takes_its_column_along(qtbot, program_with_topics):
    """When a report leaves the library, the topics are no longer followed through it."""
    program = program_with_topics
    view = room(program)
    last = view.model.topics.reports[1].id
    program.session.workspace.remove(last)
    program.session.refresh()
    qtbot.waitUntil(lambda: view.pages.currentWidget() is view.empty, timeout=60_000)
    assert view.model.topics is None


def test_a_right_click_follows_the_section_that_was_clicked(qtbot, opened):
    """The menu of a text leads to the topic of the section under the mouse."""
    pane = opened.window.furniture.compare.columns.panes[1]
    section = next(s for s in pane.report.sections if s.role.value == "plan" and s.level == 2)
    pane.show_span(section.span)
    qtbot.wait(50)
    y = round(pane.text.y_of(section.heading_span.start)) + 8
    at = QPoint(80, y - pane.text.verticalScrollBar().value())
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, pane.text.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(pane.text.viewport(), event)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    follow = opened.window.actions_table["follow_section"]
    assert follow in menu.actions()
    menu.setActiveAction(follow)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    view = room(opened)
    qtbot.waitUntil(lambda: view.thread_view.number >= 0, timeout=60_000)
    cell = view.model.topic(view.thread_view.number).cells[1]
    assert cell.section == section.index
    assert view.thread_view.place == 1


def test_what_was_stopped_can_be_tried_again(qtbot, opened):
    """Who stops the work is told so, and starts it again with one button."""
    begin = Event()  # stopped before it begins, whichever thread is quicker
    busy = Job("", Message("", ""), lambda _: begin.wait(60), quiet=True)
    opened.session.runner.submit(busy, lambda _: None)
    opened.window.actions_table["show_topics"].trigger()
    opened.session.runner.cancel_all()
    begin.set()
    view = room(opened)
    qtbot.waitUntil(lambda: view.empty.button.text() == "Try again", timeout=60_000)
    assert view.pages.currentWidget() is view.empty
    qtbot.mouseClick(view.empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.pages.currentWidget() is view.matrix, timeout=60_000)
    assert view.model.total() > 20


def luminance(colour):
    """Return the relative luminance of a colour (WCAG 2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return sum(w * p for w, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """Return the contrast of two colours (WCAG 2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_numbers_and_marks_read_on_every_shade(program, theme):
    """Text has a contrast of 4.5 at least, a mark of 3, on the darkest shade too."""
    program.settings.theme = theme
    program.look.apply()
    text = QApplication.palette().text().color()
    for step in range(6):
        assert contrast(shade(step), text) >= 4.5
        for course in (Course.NEW, Course.BACK, Course.GROWN, Course.SHRUNK):
            assert contrast(shade(step), mark_colour(course)) >= 3
    for course in (Course.GONE, Course.MERGED):
        assert contrast(shade(0), mark_colour(course)) >= 3


def test_a_link_by_hand_is_seen_where_the_topic_was_left(qtbot, program_with_topics):
    """Who sets sections apart and comes back finds the topic open, without the other section."""
    program = program_with_topics
    view = room(program)
    row = row_with_both(view)
    cells = view.model.row(row).cells
    open_topic(qtbot, view, row)
    topics = view.model.topics
    one, other = (report.id for report in topics.reports)
    program.window.actions_table["show_compare"].trigger()
    program.session.workspace.unlink_sections(one, cells[0].section, other, cells[1].section)
    program.window.actions_table["show_topics"].trigger()
    qtbot.waitUntil(lambda: view.model.topics is not topics, timeout=60_000)
    qtbot.waitUntil(lambda: view.thread_view.number >= 0, timeout=60_000)
    after = view.model.topic(view.thread_view.number).cells
    assert after[1] is not None
    assert after[1].section == cells[1].section
    assert after[0] is None or after[0].section != cells[0].section


def test_a_mark_elsewhere_leaves_the_topics_alone(qtbot, program_with_topics):
    """The library is told anew after each mark; boxes and cursor do not move for it."""
    program = program_with_topics
    view = room(program)
    walk_to(qtbot, view.grid, 4, 1)
    topics = view.model.topics
    with qtbot.waitSignal(program.session.entries_changed, timeout=60_000):
        program.session.refresh()
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=60_000)
    assert view.model.topics is topics
    assert view.grid.currentIndex().row() == 4


def topic_with_change(qtbot, program):
    """Open a topic that both reports have and that lost a passage; return its later column."""
    view = room(program)
    thread = view.thread_view
    for row in range(view.model.rowCount()):
        if all(cell and cell.section is not None for cell in view.model.row(row).cells):
            open_topic(qtbot, view, row)
            if thread.columns[1].origin.column.dropped:
                return thread.columns[1]
            qtbot.keyClick(thread.columns[1].text, Qt.Key.Key_Escape)
    raise AssertionError("the samples have no such topic")


def select_in(column, start, length):
    """Select characters of a column, with the keyboard there."""
    column.text.setFocus()
    column.text.select_span(Span(start, start + length))
    column.text.show_span(Span(start, start + length))


def test_a_passage_of_a_topic_is_bookmarked_where_it_stands(qtbot, program_with_topics):
    """Ctrl+D in a column keeps the passage of its report; again takes it away, Ctrl+Z brings it."""
    column = topic_with_change(qtbot, program_with_topics)
    tools, workspace = (
        program_with_topics.window.furniture.tools.bookmarking,
        program_with_topics.session.workspace,
    )
    report, source = column.origin.subject, column.origin.column.source
    select_in(column, 12, 20)
    qtbot.keyClick(column.text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(tools.signs(column)) == 1, timeout=10_000)
    (one,) = workspace.bookmarks()
    assert one.anchor.report_id == report.id
    assert one.anchor.span == Span(source.start + 12, source.start + 32)
    assert one.anchor.quote == column.text.toPlainText()[12:32]
    assert tools._signs[column].on_screen()
    qtbot.keyClick(column.text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: not tools.signs(column), timeout=10_000)
    qtbot.waitUntil(lambda: not program_with_topics.session.runner.busy())
    qtbot.keyClick(column.text, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(tools.signs(column)) == 1, timeout=10_000)


def test_what_is_gone_is_bookmarked_and_cited_in_the_report_before(qtbot, program_with_topics):
    """Words that stand there only because they are gone belong to the earlier report."""
    column = topic_with_change(qtbot, program_with_topics)
    window = program_with_topics.window
    earlier = window.furniture.topics.view.model.topics.reports[0]
    gone = column.origin.column.dropped[0]
    select_in(column, gone.start, gone.end - gone.start)
    qtbot.keyClick(column.text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: bool(window.furniture.tools.bookmarking.signs(column)), timeout=10_000)
    (one,) = program_with_topics.session.workspace.bookmarks()
    assert one.anchor.report_id == earlier.id
    assert earlier.quote(one.anchor.span) == one.anchor.quote
    assert one.anchor.quote == column.text.toPlainText()[gone.start : gone.end].strip()
    qtbot.keyClick(column.text, Qt.Key.Key_C, CTRL | SHIFT)
    copied = QApplication.clipboard().text()
    quote = one.anchor.quote
    is_cited = copied.startswith(f"“{quote}” (") and "2021" in copied.removeprefix(f"“{quote}”")
    assert is_cited


def test_a_note_is_written_in_a_column_of_a_topic(qtbot, program_with_topics):
    """Ctrl+Shift+M opens the sheet beside the passage; what is typed is kept with the report."""
    column = topic_with_change(qtbot, program_with_topics)
    tools = program_with_topics.window.furniture.tools.bookmarking
    select_in(column, 12, 20)
    qtbot.keyClick(column.text, Qt.Key.Key_M, CTRL | SHIFT)
    editor = tools._editor
    assert editor.isVisible()
    at = editor.mapTo(program_with_topics.window, editor.rect().center())
    assert program_with_topics.window.rect().contains(at)
    qtbot.keyClicks(editor.field, "look into this")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: bool(tools.signs(column)), timeout=10_000)
    assert program_with_topics.session.workspace.bookmarks()[0].note == "look into this"


def test_ctrl_g_goes_to_lines_that_the_column_shows(qtbot, program_with_topics):
    """A line of the section is selected while it is typed; one outside of it is a problem."""
    column = topic_with_change(qtbot, program_with_topics)
    report, source = column.origin.subject, column.origin.column.source
    first, last = report.line_of(source.start), report.line_of(source.end - 1)
    column.text.setFocus()
    qtbot.keyClick(column.text, Qt.Key.Key_G, CTRL)
    bar = program_with_topics.window.furniture.tools.going.bar
    assert bar.isVisible()
    assert f"lines {first} to {last}" in bar.told.whole_text()
    qtbot.keyClicks(bar.line, str(last))
    found = column.origin.source(column.text.selection)
    assert found[0] is report
    assert report.quote(found[1]).strip() == report.quote(report.line_span(last)).strip()
    bar.line.clear()
    qtbot.keyClicks(bar.line, str(last + 50))
    assert bar.told.objectName() == "complaint"
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert column.text.hasFocus()


def test_words_are_found_in_all_columns_of_a_topic(qtbot, program_with_topics):
    """Ctrl+F counts in each column, F3 goes on from one to the next, Escape leads back to it."""
    window = program_with_topics.window
    column = topic_with_change(qtbot, program_with_topics)
    thread = window.furniture.topics.view.thread_view
    qtbot.keyClick(column.text, Qt.Key.Key_F, CTRL)
    bar = window.furniture.finding.texts.bar
    assert bar.isVisible()
    bar.line.setText("的")  # key events of the test tool are Latin
    counts = [one.text.toPlainText().count("的") for one in thread.columns]
    qtbot.waitUntil(lambda: f"2023: 1/{counts[1]}" in bar.counts.text(), timeout=10_000)
    assert f"2021: {counts[0]}" in bar.counts.text()
    for _ in range(counts[1]):
        qtbot.keyClick(bar.line, Qt.Key.Key_F3)
    assert f"2021: 1/{counts[0]}" in bar.counts.text()
    assert thread.columns[0].text.textCursor().selectedText() == "的"
    qtbot.keyClick(thread.columns[0].text, Qt.Key.Key_Down, ALT)

    def all_found():
        shown = sum(one.text.toPlainText().count("的") for one in thread.texts())
        return sum(map(len, window.furniture.finding.texts._hits)) == shown

    qtbot.waitUntil(all_found, timeout=10_000)
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert thread.isVisible()


def test_back_and_forward_remember_topics(qtbot, program_with_topics):
    """Alt+Left leads from the texts to the topic, to the matrix, and Alt+Right back again."""
    window = program_with_topics.window
    view = room(program_with_topics)
    tools = window.furniture.tools.travelling
    tools._on_opened()
    row = row_with_both(view)
    title = view.model.row(row).title
    open_topic(qtbot, view, row)
    qtbot.keyClick(view.thread_view.columns[1].text, Qt.Key.Key_Return)
    wait_for_pair(qtbot, program_with_topics)
    assert window.pages.currentWidget() is window.furniture.compare
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(view.thread_view.isVisible, timeout=10_000)
    assert view.thread_view.title.whole_text() == title
    qtbot.waitUntil(lambda: not program_with_topics.session.runner.busy())
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    qtbot.waitUntil(view.grid.isVisible, timeout=10_000)
    assert not tools.can_go_back
    qtbot.waitUntil(lambda: not program_with_topics.session.runner.busy())
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(view.thread_view.isVisible, timeout=10_000)
    assert view.thread_view.title.whole_text() == title
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    qtbot.waitUntil(window.furniture.compare.isVisible, timeout=10_000)


def test_the_menu_of_a_column_bookmarks_its_passage(qtbot, program_with_topics):
    """A right click offers what is done to a passage; the selected one is meant."""
    window = program_with_topics.window
    column = topic_with_change(qtbot, program_with_topics)
    select_in(column, 12, 20)
    at = QPoint(60, 40)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, column.text.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(column.text.viewport(), event)
    menu = QApplication.activePopupWidget()
    wanted = [window.actions_table[name] for name in ("bookmark", "write_note", "copy_cited")]
    assert [action for action in menu.actions() if action in wanted] == wanted
    menu.close()
    wanted[0].trigger()
    qtbot.waitUntil(
        lambda: len(window.furniture.tools.bookmarking.signs(column)) == 1, timeout=10_000
    )


@pytest.mark.parametrize("name", ["show_topics", "show_indicators", "show_overview"])
def test_files_fall_on_every_page(qtbot, program_with_topics, name):
    """Wherever one is, dropped files are shown to be brought in."""
    window = program_with_topics.window
    window.actions_table[name].trigger()
    qtbot.waitUntil(lambda: not program_with_topics.session.runner.busy(), timeout=60_000)
    page = window.pages.currentWidget()
    views = [one for one in page.findChildren(QAbstractScrollArea) if one.isVisible()]
    fields = [one for one in page.findChildren(QLineEdit) if one.isVisible()]
    assert views
    assert fields
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(next(SEEDS.glob("003_*"))))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    for under in (*(view.viewport() for view in views), *fields):
        enter = QDragEnterEvent(QPoint(3, 3), copy, data, left, none)
        QApplication.sendEvent(under, enter)
        assert enter.isAccepted(), under
    QApplication.sendEvent(under, QDropEvent(QPointF(3, 3), copy, data, left, none))
    qtbot.waitUntil(lambda: window.furniture.intake.dialog is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window.furniture.intake.dialog._reading, timeout=20_000)
    window.furniture.intake.dialog.reject()
