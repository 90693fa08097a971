"""Bookmarks, notes, citations, places, letters: what a reader has at hand, by keys and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.widgets.reading_text import EYE
from tests.desktop.conftest import Program
from tracker.model.span import Span

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def idle(qtbot, program: Program) -> None:
    """Wait until nothing runs."""
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=60_000)


def select(program: Program, words: str, side: int = 0) -> Span:
    """Select words in a text, as the mouse would, with the keyboard there."""
    pane = program.window.furniture.compare.panes[side]
    at = pane.report.text.index(words)
    span = Span(at, at + len(words))
    pane.text.setFocus()
    pane.show_span(span)
    pane.text.select_span(span)
    return span


def words_of(program: Program, line: int, side: int = 0) -> str:
    """Return the words of a line of a report."""
    report = program.window.furniture.compare.panes[side].report
    return report.quote(report.line_span(line)).strip()


def long_line(program: Program, at_least: int = 60, side: int = 0) -> int:
    """Return a line of the middle of a report that is a real paragraph."""
    report = program.window.furniture.compare.panes[side].report
    n = len(report.line_starts)
    return next(k for k in range(n // 2, n) if len(report.quote(report.line_span(k))) > at_least)


def test_a_selection_is_bookmarked_shown_and_taken_back(qtbot, opened: Program) -> None:
    """Ctrl+D puts a sign beside the passage, again takes it away, Ctrl+Z brings it back."""
    window = opened.window
    tools = window.furniture.tools.bookmarking
    pane = window.furniture.compare.panes[0]
    words = words_of(opened, long_line(opened))[5:25]
    span = select(opened, words)
    qtbot.keyClick(pane.text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(tools.signs(pane)) == 1, timeout=10_000)
    (one,) = opened.session.workspace.bookmarks()
    assert (one.anchor.quote, one.anchor.span, one.user) == (words, span, "张三")
    (sign,) = tools._signs[pane].on_screen()
    assert pane.text.geometry().right() - 60 < sign.geometry().right() <= pane.text.width()
    idle(qtbot, opened)
    assert [e.n_bookmarks for e in opened.session.entries] == [1, 0]
    qtbot.keyClick(pane.text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: not tools.signs(pane), timeout=10_000)
    assert not tools._signs[pane].on_screen()
    idle(qtbot, opened)
    qtbot.keyClick(pane.text, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(tools.signs(pane)) == 1, timeout=10_000)
    assert opened.session.workspace.bookmarks() == (one,)


def test_without_a_selection_the_paragraph_that_was_clicked_is_meant(
    qtbot, opened: Program
) -> None:
    """A click into a paragraph is enough to bookmark it, whole."""
    pane = opened.window.furniture.compare.panes[1]
    line = long_line(opened, side=1)
    start = pane.report.line_span(line).start
    pane.show_span(Span(start, start + 1))
    y = pane.text.y_of(start) - pane.text.verticalScrollBar().value()
    spot = QPoint(pane.text.viewport().width() // 2, round(y) + 8)
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    qtbot.keyClick(pane.text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(
        lambda: opened.window.furniture.tools.bookmarking.bookmarks != (), timeout=10_000
    )
    (one,) = opened.window.furniture.tools.bookmarking.bookmarks
    assert one.bookmark.anchor.quote == words_of(opened, line, side=1)


def test_a_note_is_written_beside_its_passage(qtbot, opened: Program) -> None:
    """Ctrl+Shift+M opens a sheet, Ctrl+Enter keeps it, a click on the sign opens it again."""
    window = opened.window
    tools = window.furniture.tools.bookmarking
    pane = window.furniture.compare.panes[0]
    select(opened, words_of(opened, long_line(opened))[:18])
    qtbot.keyClick(pane.text, Qt.Key.Key_M, CTRL | SHIFT)
    editor = tools._editor
    assert editor is not None
    assert editor.isVisible()
    assert window.rect().contains(editor.mapTo(window, editor.rect().bottomRight()))
    assert editor.remove_button.isHidden()
    qtbot.keyClicks(editor.field, "check")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.field, "figures")
    qtbot.keyClick(editor.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(tools.signs(pane)) == 1, timeout=10_000)
    assert not editor.isVisible()
    assert pane.text.hasFocus()
    assert tools.bookmarks[0].bookmark.note == "check\nfigures"
    (sign,) = tools._signs[pane].on_screen()
    assert "check<br>figures" in sign.toolTip()
    qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert editor.field.toPlainText() == "check\nfigures"
    qtbot.keyClicks(editor.field, "!")
    qtbot.keyClick(editor.field, Qt.Key.Key_Escape)
    idle(qtbot, opened)
    assert tools.bookmarks[0].bookmark.note == "check\nfigures"


def test_what_was_typed_is_kept_when_the_keyboard_goes_elsewhere(qtbot, opened: Program) -> None:
    """A click into the text does not lose a note."""
    tools = opened.window.furniture.tools.bookmarking
    pane = opened.window.furniture.compare.panes[0]
    select(opened, words_of(opened, long_line(opened))[:18])
    qtbot.keyClick(pane.text, Qt.Key.Key_M, CTRL | SHIFT)
    qtbot.keyClicks(tools._editor.field, "half")
    pane.text.setFocus()
    qtbot.waitUntil(lambda: len(tools.bookmarks) == 1, timeout=10_000)
    assert tools.bookmarks[0].bookmark.note == "half"
    assert not tools._editor.isVisible()


def test_markup_in_a_note_stays_words(qtbot, opened: Program) -> None:
    """Text of a person or a document is never shown as markup."""
    tools = opened.window.furniture.tools.bookmarking
    pane = opened.window.furniture.compare.panes[0]
    select(opened, words_of(opened, long_line(opened))[:18])
    qtbot.keyClick(pane.text, Qt.Key.Key_M, CTRL | SHIFT)
    tools._editor.field.setPlainText("<a href='http://x'>x</a>")
    qtbot.keyClick(tools._editor.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(tools.bookmarks) == 1, timeout=10_000)
    (sign,) = tools._signs[pane].on_screen()
    assert "<a href" not in sign.toolTip()
    assert "&lt;a href" in sign.toolTip()


def bookmark(qtbot, program: Program, words: str, side: int = 0, note: str = "") -> None:
    """Put a bookmark or a note on words."""
    tools = program.window.furniture.tools.bookmarking
    n = len(tools.bookmarks)
    select(program, words, side)
    text = program.window.furniture.compare.panes[side].text
    if note:
        qtbot.keyClick(text, Qt.Key.Key_M, CTRL | SHIFT)
        tools._editor.field.setPlainText(note)
        qtbot.keyClick(tools._editor.field, Qt.Key.Key_Return, CTRL)
    else:
        qtbot.keyClick(text, Qt.Key.Key_D, CTRL)
    qtbot.waitUntil(lambda: len(tools.bookmarks) == n + 1, timeout=10_000)
    idle(qtbot, program)


def test_the_list_leads_to_bookmarks_and_takes_them_away(qtbot, opened: Program) -> None:
    """Ctrl+Shift+B, filter, Enter goes there, Del removes, Ctrl+C copies, Esc closes."""
    window = opened.window
    tools = window.furniture.tools.bookmarking
    right = window.furniture.compare.panes[1]
    first, last = words_of(opened, long_line(opened))[:16], words_of(opened, 1, side=1)[:8]
    bookmark(qtbot, opened, first, note="核对 figures")
    bookmark(qtbot, opened, last, side=1)
    right.text.verticalScrollBar().setValue(right.text.verticalScrollBar().maximum())
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
    panel = tools.panel
    assert panel is not None
    assert panel.isVisible()
    assert panel.tree.hasFocus()
    assert panel.model.counts() == (2, 2)
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "FIGURES")
    assert panel.model.counts() == (1, 2)
    panel.filter.clear()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.tree.hasFocus()
    panel.tree.setCurrentIndex(panel.model.index_of(tools.bookmarks[1].bookmark.id))
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    assert right.text.textCursor().selectedText() == last
    assert right.text.verticalScrollBar().value() < right.text.verticalScrollBar().maximum() / 2
    qtbot.keyClick(panel.tree, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text().startswith(f"“{last}” (")
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: panel.model.counts() == (1, 1), timeout=10_000)
    assert panel.tree.currentIndex().isValid()
    idle(qtbot, opened)
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: panel.model.counts() == (2, 2), timeout=10_000)
    qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_the_list_rewrites_a_note_and_says_what_to_do_when_empty(qtbot, opened: Program) -> None:
    """F2 opens the note of the row, the keyboard comes back to the list."""
    tools = opened.window.furniture.tools.bookmarking
    qtbot.keyClick(opened.window, Qt.Key.Key_B, CTRL | SHIFT)
    assert "Ctrl+D" in tools.panel.empty.text()
    assert tools.panel.empty.isVisible()
    bookmark(qtbot, opened, words_of(opened, long_line(opened))[:16])
    qtbot.keyClick(opened.window, Qt.Key.Key_B, CTRL | SHIFT)
    tree = tools.panel.tree
    assert tree.hasFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    qtbot.keyClicks(tools._editor.field, "why")
    qtbot.keyClick(tools._editor.field, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tools.bookmarks[0].bookmark.note == "why", timeout=10_000)
    assert tree.hasFocus()


def test_a_passage_is_copied_with_its_citation(qtbot, opened: Program) -> None:
    """Plain text alone, in the language of the window, short where the person wants it short."""
    pane = opened.window.furniture.compare.panes[0]
    line = long_line(opened)
    words = words_of(opened, line)[:14]
    select(opened, words)
    qtbot.keyClick(pane.text, Qt.Key.Key_C, CTRL | SHIFT)
    found = QGuiApplication.clipboard().mimeData()
    assert found.formats() == ["text/plain"]
    assert found.text().startswith(f"“{words}” (")
    assert found.text().endswith(f"line {line})")
    assert "section" in found.text()
    opened.settings.save_flag("short_citations", value=True)
    qtbot.keyClick(pane.text, Qt.Key.Key_C, CTRL | SHIFT)
    assert "section" not in QGuiApplication.clipboard().text()


def test_ctrl_g_goes_to_a_line_while_it_is_typed(qtbot, opened: Program) -> None:
    """Enter stays there, Escape goes back to where one was; what is no line says so."""
    pane = opened.window.furniture.compare.panes[0]
    pane.text.setFocus()
    bar = pane.text.verticalScrollBar()
    line = long_line(opened)
    qtbot.keyClick(pane.text, Qt.Key.Key_G, CTRL)
    go = opened.window.furniture.tools.going.bar
    assert go is not None
    assert go.line.hasFocus()
    qtbot.keyClicks(go.line, str(line))
    assert pane.text.selection == pane.report.line_span(line)
    assert bar.value() > 0
    qtbot.keyClick(go.line, Qt.Key.Key_Escape)
    assert (bar.value(), pane.text.selection) == (0, None)
    assert pane.text.hasFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_G, CTRL)
    qtbot.keyClicks(go.line, "p3")
    assert go.told.objectName() == "complaint"
    assert "no pages" in go.told.whole_text()
    go.line.setText(f"第{line}行")
    qtbot.keyClick(go.line, Qt.Key.Key_Return)
    assert not go.isVisible()
    assert pane.text.selection == pane.report.line_span(line)


def test_ctrl_g_to_an_empty_line_shows_the_next_one_with_words(
    qtbot, opened: Program, tmp_path
) -> None:
    """Between paragraphs many files have empty lines; nobody is left at a stub of one."""
    path = tmp_path / "苏州市2022.md"
    path.write_text(
        "苏州市2022年政府工作报告\n\n一、2021年工作回顾\n\n全市生产总值增长8.7%。\n\n",
        encoding="utf-8",
    )
    window = opened.window
    opened.session.import_files((path,))
    qtbot.waitUntil(lambda: len(opened.session.entries) == 3, timeout=20_000)
    new = next(e.id for e in opened.session.entries if e.year == 2022)
    window.furniture.compare.put(0, new)
    qtbot.waitUntil(lambda: opened.session.columns[0].id == new, timeout=20_000)
    pane = window.furniture.compare.panes[0]
    pane.text.setFocus()
    assert window.furniture.where.text().endswith("of 6")
    qtbot.keyClick(pane.text, Qt.Key.Key_G, CTRL)
    go = window.furniture.tools.going.bar
    assert go is not None
    qtbot.keyClicks(go.line, "4")
    assert pane.text.selection == pane.report.line_span(5)
    assert go.told.whole_text().endswith("line 4 is empty: line 5")
    go.line.selectAll()
    qtbot.keyClicks(go.line, "6")
    assert pane.text.selection == pane.report.line_span(5)
    go.line.selectAll()
    qtbot.keyClicks(go.line, "7")
    assert go.told.objectName() == "complaint"


def test_what_is_left_out_opens_for_what_is_gone_to(qtbot, opened: Program) -> None:
    """A line in a fold is seen while it is meant, and folded again when another one is."""
    pane = opened.window.furniture.compare.panes[0]
    hidden = pane.text.folds.hidden()
    assert hidden
    line = pane.report.line_of(hidden[0][0])
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_G, CTRL)
    go = opened.window.furniture.tools.going.bar
    assert go is not None
    qtbot.keyClicks(go.line, str(line))
    assert pane.text.selection == pane.report.line_span(line)
    assert pane.text.folds.hidden() == hidden[1:]
    go.line.selectAll()
    qtbot.keyClicks(go.line, str(long_line(opened)))
    assert pane.text.folds.hidden() == hidden
    pane.text.open_folds(is_open=True)
    pane.text.select_span(pane.report.line_span(line))
    pane.text.select_span(pane.report.line_span(long_line(opened)))
    assert pane.text.folds.hidden() == []


def test_back_and_forward_go_through_jumps(qtbot, opened: Program) -> None:
    """Alt+Left leads to where a jump began, Alt+Right forward, the mouse's side buttons too."""
    window = opened.window
    pane = window.furniture.compare.panes[0]
    bar = pane.text.verticalScrollBar()
    back = window.actions_table["travel_back"]
    window.furniture.tools.travelling._on_opened()
    assert not back.isEnabled()
    section = pane.outline_model.index_of(len(pane.report.sections) - 1)
    pane.outline.setVisible(True)
    pane.section_chosen.emit(len(pane.report.sections) - 1)
    assert section.isValid()
    far = bar.value()
    assert far > 1000
    assert back.isEnabled()
    qtbot.keyClick(pane.text, Qt.Key.Key_Left, ALT)
    assert bar.value() == 0
    qtbot.keyClick(pane.text, Qt.Key.Key_Right, ALT)
    assert abs(bar.value() - far) <= 40
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.BackButton)
    assert bar.value() == 0
    qtbot.mouseClick(pane.text.viewport(), Qt.MouseButton.ForwardButton)
    assert abs(bar.value() - far) <= 40


def test_a_walk_through_changes_is_one_jump(qtbot, opened: Program) -> None:
    """However often F7 was pressed, one step back leads to where it began."""
    window = opened.window
    bar = window.furniture.compare.panes[0].text.verticalScrollBar()
    window.furniture.tools.travelling._on_opened()
    window.furniture.compare.panes[0].text.setFocus()
    for _ in range(12):
        qtbot.keyClick(window.furniture.compare.panes[0].text, Qt.Key.Key_F7)
    assert bar.value() > 0
    qtbot.keyClick(window.furniture.compare.panes[0].text, Qt.Key.Key_Left, ALT)
    assert bar.value() == 0
    assert not window.actions_table["travel_back"].isEnabled()


def test_back_leads_to_other_reports_and_to_the_promise(qtbot, opened: Program) -> None:
    """A place is a page with its reports: back brings them again."""
    window = opened.window
    window.furniture.tools.travelling._on_opened()
    before = tuple(one.id for one in opened.session.columns)
    window.furniture.compare.panes[0].text.setFocus()
    with qtbot.waitSignal(opened.session.columns_read, timeout=60_000):
        qtbot.keyClick(window.furniture.compare.panes[0].text, Qt.Key.Key_X, CTRL | SHIFT)
    assert tuple(one.id for one in opened.session.columns) == before[::-1]
    with qtbot.waitSignal(opened.session.columns_read, timeout=60_000):
        qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert tuple(one.id for one in opened.session.columns) == before
    idle(qtbot, opened)
    with qtbot.waitSignal(opened.session.tracked, timeout=60_000):
        window.furniture.ways.show_commitments()
    place = window.furniture.ways.promise_place()
    assert place is not None
    passage = opened.session.columns[0].sections[3].heading_span
    window.furniture.ways.show_evidence(*opened.session.columns, passage, passage)
    assert window.furniture.ways.promise_place() is None
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.furniture.ways.promise_place() == place


def test_letters_grow_in_all_texts_and_the_place_stays(qtbot, opened: Program) -> None:
    """Ctrl++, Ctrl+-, Ctrl+0 and Ctrl+wheel; what is level with the eye stays there."""
    window = opened.window
    texts = [pane.text for pane in window.furniture.compare.panes]
    usual = texts[0].font().pointSizeF()
    texts[0].setFocus()
    texts[0].verticalScrollBar().setValue(texts[0].verticalScrollBar().maximum() // 2)
    read = texts[0].top_position(EYE)
    heights = [text.text_height for text in texts]
    qtbot.keyClick(texts[0], Qt.Key.Key_Plus, CTRL)
    qtbot.keyClick(texts[0], Qt.Key.Key_Plus, CTRL)
    assert all(text.font().pointSizeF() == pytest.approx(usual * 1.21, abs=0.1) for text in texts)
    for text, height in zip(texts, heights, strict=True):
        assert text.text_height > height
    assert abs(texts[0].top_position(EYE) - read) < 60
    qtbot.keyClick(texts[0], Qt.Key.Key_0, CTRL)
    for text, height in zip(texts, heights, strict=True):
        assert text.text_height == pytest.approx(height, rel=0.05)
    spot = QPointF(100, 100)
    wheel = QWheelEvent(
        spot,
        texts[0].viewport().mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(texts[0].viewport(), wheel)
    assert all(text.font().pointSizeF() > usual for text in texts)


def test_quiet_reading_leaves_the_texts_and_esc_brings_the_rest_back(
    qtbot, opened: Program
) -> None:
    """Shift+F11 hides tools and library; F11 fills the screen and gives it back."""
    window = opened.window
    text = window.furniture.compare.panes[0].text
    qtbot.keyClick(text, Qt.Key.Key_F11, SHIFT)
    assert not window.library.isVisible()
    assert not window.furniture.compare.legend.isVisible()
    qtbot.keyClick(text, Qt.Key.Key_Escape)
    assert window.library.isVisible()
    assert window.furniture.compare.legend.isVisible()
    assert not window.actions_table["quiet"].isChecked()
    qtbot.keyClick(text, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(text, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_f8_folds_the_library_away_and_brings_it_back(qtbot, opened: Program) -> None:
    """The texts get its room; the button of the bar says whether it is there."""
    window = opened.window
    text = window.furniture.compare.panes[0].text
    width = window.furniture.compare.width()
    for shown in (False, True):
        qtbot.keyClick(text, Qt.Key.Key_F8)
        assert window.library.isVisible() is shown
        assert window.actions_table["toggle_library"].isChecked() is shown
        qtbot.waitUntil(
            lambda has_library=shown: (window.furniture.compare.width() > width) is not has_library
        )


def test_a_library_that_was_left_folded_is_folded_and_the_button_says_so(
    qtbot, opened: Program, tmp_path
) -> None:
    """Back in a workspace that was left without its library, one press of F8 brings it."""
    window, place = opened.window, opened.session.place
    text = window.furniture.compare.panes[0].text
    qtbot.keyClick(text, Qt.Key.Key_F8)
    for path in (tmp_path / "other.duizhang", place):
        with qtbot.waitSignal(opened.session.opened, timeout=60_000):
            opened.session.open_workspace(path)
        window.furniture.tools.remembering.restore()
        if path != place:
            window.library.fold(True)
            window.actions_table["toggle_library"].setChecked(True)
    assert not window.library.isVisible()
    assert not window.actions_table["toggle_library"].isChecked()
    qtbot.keyClick(text, Qt.Key.Key_F8)
    assert window.library.isVisible()


def test_quiet_reading_hides_outlines_and_lists_too(qtbot, opened: Program) -> None:
    """Only the texts: what was chosen before comes back with the rest."""
    window = opened.window
    window.furniture.compare.set_outlines(shown=True)
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
    panel = window.furniture.tools.bookmarking.panel
    qtbot.keyClick(window, Qt.Key.Key_F11, SHIFT)
    assert not window.furniture.compare.outlines_shown()
    assert panel.isHidden()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.furniture.compare.outlines_shown()
    assert not panel.isHidden()


def test_one_list_at_a_time_and_escape_closes_it(qtbot, opened: Program) -> None:
    """Hits take the place of bookmarks; Escape in a text takes the list away."""
    window = opened.window
    qtbot.keyClick(window, Qt.Key.Key_B, CTRL | SHIFT)
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL | SHIFT)
    assert window.furniture.finding.panel.isVisible()
    assert window.furniture.tools.bookmarking.panel.isHidden()
    window.furniture.compare.panes[0].text.setFocus()
    qtbot.keyClick(window.furniture.compare.panes[0].text, Qt.Key.Key_Escape)
    assert window.furniture.finding.panel.isHidden()


def test_the_line_is_told_of_texts_that_are_seen_only(qtbot, opened: Program) -> None:
    """Nothing is said of a text behind the promises; it is told again with the text."""
    window = opened.window
    assert window.furniture.where.text() != ""
    window.furniture.ways.show_commitments()
    assert window.furniture.where.text() == ""
    window.furniture.ways.show_compare()
    assert window.furniture.where.text() != ""


def test_a_workspace_is_found_as_it_was_left(qtbot, opened: Program, tmp_path) -> None:
    """Reports, places, size of letters, columns that scroll by themselves, outlines, widths."""
    window, session = opened.window, opened.session
    path = session.workspace_path
    view = window.furniture.compare
    view.move_column(0, 1)
    qtbot.waitUntil(
        lambda: (session.columns[0].meta.year or 0) > (session.columns[1].meta.year or 0)
    )
    idle(qtbot, opened)
    ids = tuple(one.id for one in session.columns)
    window.furniture.tools.zooming.zoom_in()
    view.columns[1].head.set_locked(locked=False)
    view.panes[0].text.verticalScrollBar().setValue(2500)
    view.panes[1].text.verticalScrollBar().setValue(900)
    read = [pane.text.top_position(EYE) for pane in view.panes]
    view.set_outlines(shown=False)
    window.furniture.tools.remembering._followed = ("region 江苏省苏州市", "review", "size")
    with qtbot.waitSignal(session.opened, timeout=60_000):
        session.open_workspace(tmp_path / "other.duizhang")
    assert window.furniture.tools.remembering.restore() is False
    window.furniture.tools.zooming.reset()
    view.set_outlines(shown=True)
    with qtbot.waitSignal(session.opened, timeout=60_000):
        session.open_workspace(path)
    with qtbot.waitSignal(session.columns_read, timeout=60_000):
        assert window.furniture.tools.remembering.restore() is True
    idle(qtbot, opened)
    assert tuple(one.id for one in session.columns) == ids
    assert window.furniture.tools.zooming.steps == 1
    assert not view.outlines_shown()
    topics = window.furniture.topics.view
    assert (topics.heads.part().value, topics.heads.order().value) == ("review", "size")
    assert [column.locked for column in view.columns] == [True, False]
    for pane, at in zip(view.panes, read, strict=True):
        assert abs(pane.text.top_position(EYE) - at) < 80


def test_the_original_file_is_opened_as_a_private_copy(
    qtbot, opened: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its very bytes, not writable, gone with the program; one sentence where nothing opens it."""
    urls: list[QUrl] = []
    answer = [True]
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: urls.append(url) or answer[0], raising=True
    )
    window, pane = opened.window, opened.window.furniture.compare.panes[0]
    pane.text.setFocus()
    qtbot.keyClick(pane.text, Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(urls) == 1, timeout=10_000)
    copy = Path(urls[0].toLocalFile())
    assert copy.read_bytes() == opened.session.workspace.content(pane.report.id)
    assert copy.suffix == ".txt"
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy.parent.parent.stat().st_mode & 0o777 == 0o700
    answer[0] = False
    told = []
    opened.session.noticed.connect(told.append)
    qtbot.keyClick(pane.text, Qt.Key.Key_E, CTRL | SHIFT)
    qtbot.waitUntil(lambda: len(urls) == 2, timeout=10_000)
    assert "No program here opens .txt files" in told[-1].message.en
    window.furniture.tools.leave()
    assert not copy.parent.parent.exists()


def test_the_file_of_a_report_is_shown_in_its_folder(
    qtbot, opened: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is found by its bytes below what was imported; a changed or lost one is told of."""
    urls: list[QUrl] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: urls.append(url) or True, raising=True
    )
    session, action = opened.session, opened.window.actions_table["show_original_folder"]
    told = []
    session.noticed.connect(told.append)
    pane = opened.window.furniture.compare.panes[0]
    pane.text.setFocus()
    name = session.entry(pane.report.id).name
    inner = tmp_path / "imported" / "2021"
    inner.mkdir(parents=True)
    (tmp_path / "imported" / name).write_bytes(b"another one")
    file = inner / name
    file.write_bytes(session.workspace.content(pane.report.id))
    opened.settings.save_flag("preview", value=True)
    opened.window.furniture.intake.bring_in((tmp_path / "imported",))
    qtbot.waitUntil(lambda: opened.window.furniture.intake.dialog is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not opened.window.furniture.intake.dialog._reading, timeout=20_000)
    opened.window.furniture.intake.dialog.reject()
    action.trigger()
    qtbot.waitUntil(lambda: len(urls) == 1, timeout=10_000)
    assert Path(urls[0].toLocalFile()) == inner
    file.unlink()
    action.trigger()
    qtbot.waitUntil(lambda: len(urls) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: "was changed since" in told[-1].message.en)
    (tmp_path / "imported" / name).unlink()
    action.trigger()
    qtbot.waitUntil(lambda: "is not where files were" in told[-1].message.en, timeout=10_000)
    assert (told[-1].action, len(urls)) == ("open_original", 2)
