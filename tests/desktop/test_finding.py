"""Finding words in the texts and in the library: typing, keys, composing, switches."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from desktop.models.search_hits import SearchHits
from desktop.settings import Theme
from desktop.widgets.find_bar import FindBar
from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.search import FoundReport, Hit, Query, ReportHits
from tracker.model.span import Span

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def bar(qtbot, opened) -> FindBar:
    """Return the open bar, the keyboard in it."""
    opened.window.furniture.compare.panes[0].text.setFocus()
    qtbot.keyClick(opened.window, Qt.Key.Key_F, CTRL)
    bar = opened.window.furniture.finding.texts.bar
    assert bar.isVisible()
    assert bar.line.hasFocus()
    return bar


def write(line, words):
    """Write words as an input method does."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(line, event)


def look_for(qtbot, bar, words):
    """Type words and wait for what is found."""
    before = bar.counts.text()
    bar.line.clear()
    qtbot.waitUntil(lambda: bar.counts.text() == "", timeout=10_000)
    write(bar.line, words)
    qtbot.waitUntil(lambda: bar.counts.text() not in ("", before) or bar.told.whole_text() != "")
    qtbot.wait(150)


def shown(program, side=0):
    """Return the words that are selected in a text."""
    return program.window.furniture.compare.panes[side].text.textCursor().selectedText()


def numbers(bar):
    """Return what the bar says of both texts: place and number, or the number alone."""
    return [part.split(": ")[1] for part in bar.counts.text().split("    ")]


def test_words_are_counted_in_both_texts_while_they_are_typed(qtbot, opened, bar):
    """As often as they stand in each text; the first one in sight is chosen."""
    look_for(qtbot, bar, "产业")
    view = opened.window.furniture.compare
    left, right = numbers(bar)
    assert left == f"1/{view.panes[0].report.canonical.text.count('产业')}"
    assert right == str(view.panes[1].report.canonical.text.count("产业"))
    assert shown(opened) == "产业"


def test_enter_and_f3_go_through_both_texts(qtbot, opened, bar):
    """Enter forwards, Shift+Enter back, F3 and Shift+F3 the same; from the last to the first."""
    look_for(qtbot, bar, "产业")
    n = int(numbers(bar)[0].split("/")[1])
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert numbers(bar)[0] == f"2/{n}"
    qtbot.keyClick(opened.window, Qt.Key.Key_F3)
    assert numbers(bar)[0] == f"3/{n}"
    qtbot.keyClick(bar.line, Qt.Key.Key_Return, SHIFT)
    qtbot.keyClick(opened.window, Qt.Key.Key_F3, SHIFT)
    assert numbers(bar)[0] == f"1/{n}"
    qtbot.keyClick(opened.window, Qt.Key.Key_F3, SHIFT)
    right = numbers(bar)[1]
    assert right.split("/")[0] == right.split("/")[1]  # the last one of the other text
    assert shown(opened, 1) == "产业"
    qtbot.keyClick(opened.window, Qt.Key.Key_F3)
    assert numbers(bar)[0] == f"1/{n}"


def test_hits_are_marked_and_changes_keep_their_colours(qtbot, opened, bar):
    """Extra selections lie over the text; its formats stay as they were; closing takes them off."""
    text = opened.window.furniture.compare.panes[0].text
    before = [text.document().findBlockByNumber(n).layout().formats() for n in range(40)]
    look_for(qtbot, bar, "的")
    marked = {s.cursor.selectedText() for s in text.extraSelections()}
    assert marked == {"的"}
    after = [text.document().findBlockByNumber(n).layout().formats() for n in range(40)]
    assert [len(one) for one in before] == [len(one) for one in after]
    text.verticalScrollBar().setValue(text.verticalScrollBar().maximum() // 2)
    assert {s.cursor.selectedText() for s in text.extraSelections()} == {"的"}
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert text.extraSelections() == []


def ground(text):
    """Return the colour that the first mark of a text lies on."""
    marks = text.extraSelections()
    return marks[0].format.background().color().name()


def test_marks_take_the_colours_of_another_theme(qtbot, opened, bar):
    """They are drawn anew when the theme changes."""
    look_for(qtbot, bar, "的")
    text = opened.window.furniture.compare.panes[0].text
    before = ground(text)
    opened.settings.theme = Theme.DARK
    opened.look.apply()
    assert ground(text) != before


def test_escape_closes_the_bar_and_gives_the_keyboard_back(qtbot, opened, bar):
    """From the line and from the text; the text that was read has it again."""
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert opened.window.furniture.compare.panes[0].text.hasFocus()
    qtbot.keyClick(opened.window, Qt.Key.Key_F, CTRL)
    opened.window.furniture.compare.panes[1].text.setFocus()
    qtbot.keyClick(opened.window.furniture.compare.panes[1].text, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_what_an_input_method_composes_is_found_already(qtbot, opened, bar):
    """Before it is chosen; what is composed takes part."""
    bar.line.setFocus()
    QApplication.sendEvent(bar.line, QInputMethodEvent("产业", []))
    qtbot.waitUntil(lambda: "/" in bar.counts.text(), timeout=10_000)
    assert bar.line.text() == ""
    assert shown(opened) == "产业"


def test_expressions_and_whole_words_are_switches(qtbot, opened, bar):
    """A wrong expression is told in the bar, in one sentence, and disturbs nothing else."""
    look_for(qtbot, bar, "增长")
    plain = numbers(bar)
    qtbot.mouseClick(bar.regex_button, Qt.MouseButton.LeftButton)
    bar.line.setText("增长(")
    qtbot.waitUntil(lambda: "regular expression" in bar.told.whole_text(), timeout=10_000)
    assert not opened.window.message_bar.isVisible()
    assert bar.counts.text() == ""
    bar.line.setText(r"增长\d+")
    qtbot.waitUntil(lambda: bar.told.whole_text() == "" and "/" in bar.counts.text())
    assert shown(opened).startswith("增长")
    assert numbers(bar) != plain
    qtbot.mouseClick(bar.regex_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.words_button, Qt.MouseButton.LeftButton)
    look_for(qtbot, bar, "州市")
    assert numbers(bar) == ["0", "0"]


def test_selected_words_are_looked_for_at_once(qtbot, opened):
    """Ctrl+F takes a short selection along."""
    view = opened.window.furniture.compare
    look = view.panes[0].report.text.index("产业")
    cursor = view.panes[0].text.textCursor()
    cursor.setPosition(look)
    cursor.setPosition(look + 2, cursor.MoveMode.KeepAnchor)
    view.panes[0].text.setTextCursor(cursor)
    view.panes[0].text.setFocus()
    qtbot.keyClick(opened.window, Qt.Key.Key_F, CTRL)
    bar = opened.window.furniture.finding.texts.bar
    assert bar.line.text() == "产业"
    qtbot.waitUntil(lambda: "/" in bar.counts.text(), timeout=10_000)


def test_another_pair_is_searched_for_the_same_words(qtbot, opened, bar):
    """The counts follow the reports."""
    look_for(qtbot, bar, "产业")
    left, right = numbers(bar)
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        opened.window.furniture.compare.move_column(0, 1)
    total = left.split("/")[1]
    qtbot.waitUntil(lambda: {n.split("/")[-1] for n in numbers(bar)} == {total, right})
    assert numbers(bar)[1].split("/")[-1] == total


def test_ctrl_f_filters_where_there_is_no_text(qtbot, program, opened):
    """The promises in their table; Ctrl+K the library, wherever one is."""
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CTRL)
    assert opened.window.library.filter.hasFocus()
    opened.window.furniture.ways.show_commitments()
    qtbot.keyClick(opened.window, Qt.Key.Key_F, CTRL)
    assert opened.window.furniture.commitments.filter.hasFocus()


@pytest.fixture
def panel(qtbot, opened):
    """Return the panel that searches the library, the keyboard in it."""
    qtbot.keyClick(opened.window, Qt.Key.Key_F, CTRL | SHIFT)
    panel = opened.window.furniture.finding.panel
    assert panel.bar.line.hasFocus()
    return panel


def search(qtbot, panel, words):
    """Type words, press Enter and wait for the hits."""
    write(panel.bar.line, words)
    qtbot.keyClick(panel.bar.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.bar.told.whole_text() != "", timeout=20_000)


def test_the_library_is_searched_by_report(qtbot, opened, panel, qtmodeltester):
    """Reports with their number of hits, sentences below them, and the sum in one line."""
    search(qtbot, panel, "产业 创新")
    model = panel.model
    assert model.rowCount() == 2
    found = opened.session.workspace.search(Query("产业 创新"))
    told = f"Paragraphs: {found.n_paragraphs}, in 2 of 2 reports"
    assert panel.bar.told.whole_text() == told
    first = model.index(0, 0, model.index(0, 0))
    assert "产业" in first.data()
    assert first.data().startswith("Line ")
    assert model.index(0, 0).data().endswith(f"({found.reports[0].n_paragraphs})")
    assert model.rowCount(model.index(0, 0)) == len(found.hits(found.reports[0].report_id).hits)
    qtmodeltester.check(model)


def test_enter_opens_a_hit_in_its_text(qtbot, opened, panel):
    """Enter goes to the hits, Enter again opens one; Escape leads back, then closes."""
    search(qtbot, panel, "产业")
    qtbot.keyClick(panel.bar.line, Qt.Key.Key_Return)
    assert panel.tree.hasFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Down)
    hit = panel.model.hit(panel.tree.currentIndex())
    report = panel.model.report_id(panel.tree.currentIndex())
    qtbot.keyClick(panel.tree, Qt.Key.Key_Return)
    view = opened.window.furniture.compare
    pane = view.panes[0] if view.panes[0].report.id == report else view.panes[1]
    assert pane.text.textCursor().selectedText() == "产业"
    y = pane.text.y_of(hit.matches[0].start) - pane.text.verticalScrollBar().value()
    assert 0 <= y < pane.text.viewport().height()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Escape)
    assert panel.bar.line.hasFocus()
    qtbot.keyClick(panel.bar.line, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_hit_in_another_report_brings_it_to_the_screen(qtbot, opened, panel, seed):
    """It comes with its neighbour in time, or beside what is there."""
    opened.session.import_files((seed("003"),))
    qtbot.waitUntil(lambda: len(opened.session.entries) == 3, timeout=20_000)
    shown_now = {opened.session.comparison.earlier.id, opened.session.comparison.later.id}
    search(qtbot, panel, "相城")
    row = next(
        n
        for n in range(panel.model.rowCount())
        if panel.model.report_id(panel.model.index(n, 0)) not in shown_now
    )
    index = panel.model.index(0, 0, panel.model.index(row, 0))
    panel.tree.scrollTo(index)
    at = panel.tree.visualRect(index).center()
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    view = opened.window.furniture.compare
    panes = [p for p in view.panes if p.report.id == panel.model.report_id(index)]
    assert panes[0].text.textCursor().selectedText() == "相城"
    span = panel.model.hit(index).matches[0]
    y = panes[0].text.y_of(span.start) - panes[0].text.verticalScrollBar().value()
    assert 0 <= y < panes[0].text.viewport().height()


def test_hits_follow_the_library_and_stay_otherwise(qtbot, opened, panel, seed):
    """A report that comes is searched, too; asking for the library anew moves nothing."""
    search(qtbot, panel, "产业")
    panel.tree.setCurrentIndex(panel.model.index(1, 0, panel.model.index(1, 0)))
    with qtbot.waitSignal(opened.session.entries_changed, timeout=20_000):
        opened.session.refresh()
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)
    assert panel.tree.currentIndex().row() == 1
    opened.session.import_files((seed("003"),))
    qtbot.waitUntil(lambda: "of 3 reports" in panel.bar.told.whole_text(), timeout=20_000)
    assert panel.model.rowCount() == 3


def test_no_hit_and_wrong_expressions_are_told(qtbot, opened, panel):
    """In the line beside the words."""
    search(qtbot, panel, "外星人")
    assert panel.bar.told.whole_text() == "None of 2 reports has these words"
    assert panel.nothing.isVisible()
    assert "fewer words" in panel.nothing.text()
    assert not panel.tree.isVisible()
    qtbot.mouseClick(panel.bar.regex_button, Qt.MouseButton.LeftButton)
    panel.bar.line.setText("(")
    qtbot.waitUntil(lambda: "missing" in panel.bar.told.whole_text(), timeout=20_000)
    assert panel.model.rowCount() == 0


def test_the_model_names_nothing_when_it_is_empty(qtmodeltester):
    """No rows, no data."""
    qtmodeltester.check(SearchHits())


def test_of_many_hits_the_best_are_shown_and_the_rest_on_demand(qtbot, panel):
    """Three paragraphs of a report, then a row that leads to all of them."""
    search(qtbot, panel, "发展")
    model, tree = panel.model, panel.tree
    head = model.index(0, 0)
    last = model.index(model.rowCount(head) - 1, 0, head)
    assert model.tells_more(last)
    assert last.data().startswith("Show all ")
    n_before = model.rowCount(head)
    tree.scrollTo(last)
    at = tree.visualRect(last).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: model.rowCount(head) > n_before, timeout=20_000)
    assert all(model.hit(model.index(n, 0, head)) for n in range(model.rowCount(head)))


def test_the_order_of_reports_can_be_chosen(qtbot, opened, panel):
    """The newest first; the line keeps its words."""
    search(qtbot, panel, "发展")
    years = {entry.id: entry.year for entry in opened.session.entries}
    panel.order.setFocus()
    qtbot.keyClick(panel.order, Qt.Key.Key_Down)
    panel.order.activated.emit(1)
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)
    shown = [years[panel.model.report_id(panel.model.index(n, 0))] for n in range(2)]
    assert shown == sorted(years.values(), reverse=True)


def test_further_reports_come_as_the_list_is_scrolled(qtmodeltester):
    """The model asks once for the reports behind those that are shown."""
    model = SearchHits()
    found = tuple(FoundReport(ReportId(f"{n:064}"), 1) for n in range(25))
    asked = []
    model.reports_wanted.connect(asked.append)
    model.set_found(found, {})
    hit = Hit(Span(0, 2), "发展", (Span(0, 2),), 1, 1, None, "", Role.PLAN)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
        assert not model.canFetchMore(QModelIndex())
        page = found[asked[-1] : asked[-1] + 10]
        model.add_page([ReportHits(one.report_id, (hit,)) for one in page], whole=True)
    assert asked == [0, 10, 20]
    assert model.rowCount() == 25
    qtmodeltester.check(model)
