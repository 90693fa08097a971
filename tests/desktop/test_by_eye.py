"""What was met by looking at pictures of every view: each stays as it was mended."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPalette
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from desktop.dialogs.results_dialog import ResultsDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.models.report_tree import ReportTree
from desktop.models.roles import DataRole
from desktop.settings import Language, Theme
from desktop.views.overview_view import OverviewView
from desktop.widgets.fitting import FittingToolBar
from desktop.widgets.legend import Legend
from desktop.widgets.link_line import LinkLine
from desktop.widgets.note_editor import NoteEditor
from desktop.widgets.quiet_box import QuietBox
from desktop.widgets.said_table import shares
from desktop.widgets.search_box import SearchBox
from desktop.widgets.side_notes import fitting_note
from desktop.widgets.theme import body_font, interface_font
from desktop.widgets.window_place import least_size
from desktop.widgets.year_scale import year_columns
from tests.desktop.library_lines import library_of, line
from tracker.message import Message
from tracker.model.library import ImportResult

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def named(*entries):
    """Return the reports whose row needs the name of their file."""
    model = ReportTree()
    model.set_entries(entries)
    return {e.id for e in entries if model.data(model.index_of(e.id), DataRole.TWIN)}


def test_only_reports_that_nothing_else_tells_apart_are_called_by_their_file():
    """One of a kind has region, year and kind; twins and those without a year need more."""
    once, twin, other = (
        line(name, "江苏省苏州市", "320500", year)
        for name, year in (("a", 2021), ("b", 2022), ("c", 2022))
    )
    unknown = line("d", "江苏省苏州市", "320500", None)
    assert named(once, twin) == set()
    assert named(once, twin, other, unknown) == {twin.id, other.id, unknown.id}


def test_a_blind_reader_is_not_told_how_far_the_first_one_got(qtbot, opened):
    """Neither the library nor the status line count the marks of the first reading meanwhile."""
    tree, summary = opened.window.library.tree, opened.window.summary
    report = next(e for e in opened.session.entries if e.n_commitments)

    def progress():
        return tree.shelf.data(tree.shelf.index_of(report.id), DataRole.PROGRESS)

    assert progress() == (0, report.n_commitments)
    opened.session.second.begin("李四")
    assert progress() == (0, None)
    assert summary.text() == f"Reports: {len(opened.session.entries)}"
    opened.session.second.leave()
    assert progress() == (0, report.n_commitments)
    assert "marked" in summary.text()


def test_punctuation_leaves_no_holes_in_english_sentences(program):
    """Quotes are as wide as they are drawn in the window, never in the texts of reports."""
    program.look.apply()
    window, text = QFontMetricsF(interface_font()), QFontMetricsF(body_font())
    if window.horizontalAdvance("国") < window.horizontalAdvance("“") * 0.9:
        pytest.skip("no CJK font whose quotes are wide")
    assert window.horizontalAdvance("“a”") < 0.75 * text.horizontalAdvance("“a”")
    shown = QFontMetricsF(program.window.furniture.compare.legend.font())
    assert shown.horizontalAdvance("“a”") < 0.75 * text.horizontalAdvance("“a”")


def test_punctuation_follows_the_language(program):
    """Whoever changes the language gets its punctuation at once, in both directions."""

    def width(language):
        program.settings.language = language
        program.look.apply()
        return QFontMetricsF(program.window.library.tree.font()).horizontalAdvance("“a”")

    english, chinese = width(Language.ENGLISH), width(Language.CHINESE)
    assert width(Language.ENGLISH) == english
    if QFontMetricsF(body_font()).horizontalAdvance("“") < 10:
        pytest.skip("no CJK font whose quotes are wide")
    assert chinese > english


@pytest.mark.parametrize("language", Language)
def test_the_note_says_its_keys_in_full(qtbot, opened, language):
    """The hint beside the buttons has room in both languages."""
    opened.settings.language = language
    opened.look.apply()
    editor = NoteEditor(opened.window)
    editor.write("一段文字", "备注", QPoint(40, 40), is_new=False)
    assert editor.hint.width() >= editor.hint.sizeHint().width()
    editor.hide()


def test_the_line_of_a_link_stays_among_the_texts(qtbot):
    """The mouse may leave the window while a section is dragged."""
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(400, 300)
    over.show()
    drawn = LinkLine(over)
    corner = over.mapToGlobal(QPoint(0, 0))
    drawn.lay(QRect(corner + QPoint(10, -80), QRect(0, 0, 100, 20).size()), corner)
    for away in (QPoint(900, 120), QPoint(-50, -50), QPoint(200, 700)):
        drawn.lay(drawn.source.translated(corner), corner + away)
        for end in drawn._ends():
            assert drawn.rect().contains(end.toPoint())


def test_a_lone_text_is_never_wider_than_the_eye_takes_in(qtbot, opened):
    """One report in a wide window: lines of at most 64 characters, in the middle."""
    compare = opened.window.furniture.compare
    opened.window.resize(2400, 900)
    compare.set_columns((opened.session.entries[0].id,))
    qtbot.waitUntil(lambda: len(compare.panes) == 1, timeout=30_000)
    text = compare.panes[0].text
    qtbot.waitUntil(lambda: text.viewportMargins().left() > 100, timeout=5_000)
    margins = text.viewportMargins()
    assert abs(margins.left() - margins.right()) <= 1
    widest = text.viewport().width() - text.edge
    assert widest <= 80 * QFontMetricsF(text.font()).horizontalAdvance("国")


def test_the_legend_speaks_of_a_right_column_only_where_there_is_one(qtbot, opened):
    """Cards of three reports show two of them: no bar tells what the next column lacks."""
    compare = opened.window.furniture.compare
    ids = [entry.id for entry in opened.session.entries]
    compare.set_columns((*ids, ids[0]))
    qtbot.waitUntil(lambda: len(compare.panes) == 3, timeout=30_000)
    assert compare.legend.several_shown()
    qtbot.waitUntil(lambda: len(opened.session.comparisons) == 2, timeout=60_000)
    opened.window.furniture.modes.show_cards()
    assert not compare.legend.several_shown()
    opened.window.furniture.modes.show_side_by_side()
    assert compare.legend.several_shown()


def test_without_reports_the_promises_offer_to_import(qtbot, empty):
    """No empty boxes and filters above: a sentence and a button, as on the other pages."""
    empty.window.furniture.ways.show_commitments()
    view = empty.window.furniture.commitments
    assert not view.heads.isVisible()
    assert view.empty.button.isVisible()
    view.import_wanted.disconnect(
        empty.window.furniture.files.import_files
    )  # it would open a dialog
    with qtbot.waitSignal(view.import_wanted):
        view.empty.button.click()


def test_every_button_that_keeps_words_is_called_save(opened):
    """“Keep” beside “Cancel” left open what is kept."""
    editor = NoteEditor(opened.window)
    assert editor.keep_button.text() == "Save"
    assert not [one for one in editor.findChildren(QLabel) if "keep" in one.text().lower()]


def test_a_small_magnified_screen_has_room_for_the_window():
    """1280x800 at a scale of 1.5 are 853x533 pixels; on a large screen rows keep their room."""
    small = least_size(QSize(853, 533))
    assert small.width() < 853
    assert small.height() < 533
    assert least_size(QSize(2560, 1440)) == QSize(900, 560)


def bar_of(program):
    """Return the tool bar with its words settled."""
    return program.window.findChild(FittingToolBar)


def test_everything_in_the_tool_bar_is_seen_in_a_narrow_window(qtbot, program):
    """Words go where there is no room, the buttons stay, to the last one at the right."""
    window, bar = program.window, bar_of(program)
    last = bar.widgetForAction(window.actions_table["show_settings"])
    room = bar.widgetForAction(window.actions_table["show_topics"])
    for width, with_words in ((1280, True), (760, False), (1280, True)):
        window.setMinimumSize(QSize(640, 400))
        window.resize(width, 520)
        qtbot.waitUntil(lambda: bar.width() == window.width(), timeout=5_000)
        qtbot.wait(20)
        assert last.isVisible()
        assert last.geometry().right() <= bar.width()
        words = room.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        assert words is with_words


@pytest.mark.parametrize("width", [300, 420, 560, 760, 1200])
def test_a_legend_leaves_signs_away_and_cuts_none(qtbot, width):
    """As many as there is room for, each in full; the tip explains all of them."""
    room = QWidget()
    qtbot.addWidget(room)
    legend = Legend(room)
    room.resize(1300, 40)
    legend.resize(width, 30)
    room.show()
    qtbot.waitExposed(room)
    qtbot.wait(30)
    labels = [one for one in legend.findChildren(QLabel) if one.isVisible()]
    assert labels
    assert all(one.width() >= one.sizeHint().width() for one in labels)
    assert all(one.mapTo(legend, one.rect().topRight()).x() < width for one in labels)


def test_buttons_for_verdicts_never_lie_on_each_other(qtbot, opened):
    """Low and narrow windows have one row, with numbers and signs; names are read out."""
    window = opened.window
    window.setMinimumSize(QSize(640, 400))
    window.furniture.ways.show_commitments()
    qtbot.waitUntil(lambda: opened.session.tracking is not None, timeout=60_000)
    bar = window.furniture.commitments.detail.marks
    for size in (QSize(840, 500), QSize(900, 560), QSize(1280, 800)):
        window.resize(size)
        qtbot.wait(60)
        boxes = [button.geometry() for button in bar.buttons.values()]
        assert not any(a.intersects(b) for a, b in combinations(boxes, 2))
        assert all(box.bottom() < bar.note.geometry().top() for box in boxes) or (
            bar.note.geometry().left() > boxes[-1].right()
        )
        assert all(button.accessibleName() for button in bar.buttons.values())


def test_a_name_without_room_ends_in_dots(qtbot):
    """Half a letter at the edge of a box reads like a mistake."""
    box = QuietBox()
    qtbot.addWidget(box)
    box.addItem("As in the last report")
    box.resize(90, 30)
    assert box.shown_name().endswith("…")
    box.resize(400, 30)
    assert box.shown_name() == "As in the last report"


def test_a_box_is_as_wide_as_its_longest_name(qtbot):
    """With room to spare no name is cut, nor one that ends in a bracket without ink."""
    box = QuietBox()
    qtbot.addWidget(box)
    for name in ("工作安排", "苏州市 2021–2023（2 份）"):
        box.addItem(name)
        box.setCurrentText(name)
        box.resize(box.sizeHint())
        assert box.shown_name() == name


def test_years_leave_room_for_the_name_of_a_region():
    """In a narrow library years give way; in a wide one all of them stand there."""
    for room in (150, 200, 260):
        shown, step = year_columns(12, room)
        assert room - shown * step >= 100
    assert year_columns(12, 700)[0] == 12


def test_the_row_that_is_worked_on_stays_in_sight(qtbot, opened):
    """A message above the table takes its room, not the sight of the current promise."""
    with qtbot.waitSignal(opened.session.tracked, timeout=60_000):
        opened.window.furniture.ways.show_commitments()
    table = opened.window.furniture.commitments.table
    last = table.indexAt(QPoint(5, table.viewport().height() - 3))
    table.setCurrentIndex(last)
    table.scrollTo(last)
    table.resize(table.width(), table.height() - 60)
    assert table.viewport().rect().contains(table.visualRect(last))


def test_the_library_shows_what_was_set_side_by_side(qtbot, program):
    """Reports that came by keys or boxes are scrolled to, unless the person reads the library."""
    view = program.window.library
    view._on_entries(library_of(300))
    tree = view.tree
    tree.expandAll()
    far = max(view._entries, key=lambda e: tree.visualRect(tree.shelf.index_of(e.id)).top())
    box = tree.visualRect(tree.shelf.index_of(far.id))
    assert box.top() > tree.viewport().height()
    program.window.setFocus()
    tree.set_shown(frozenset({far.id}))
    assert tree.viewport().rect().intersects(tree.visualRect(tree.shelf.index_of(far.id)))


def test_a_legend_makes_room_for_the_words_of_another_language(qtbot, program):
    """What fits in Chinese may not fit in English: words go as a whole, none is cut."""
    legend = Legend()
    qtbot.addWidget(legend)
    legend.set_several(several=True)
    legend.resize(999, 30)
    legend.show()
    for language in (Language.CHINESE, Language.ENGLISH):
        program.settings.language = language
        program.look.apply()
        qtbot.wait(20)
        shown = [one for one in legend.findChildren(QLabel) if one.isVisible() and one.text()]
        assert shown
        assert all(one.width() >= one.sizeHint().width() for one in shown)


def test_the_status_line_names_the_line_that_is_shown_for_an_empty_one(qtbot, opened):
    """Where nothing stands in a line the next words are shown, and theirs is the line told."""
    pane = opened.window.furniture.compare.panes[0]
    report = pane.report
    lines = range(30, len(report.line_starts))
    empty = next(n for n in lines if not report.text[report.line_starts[n - 1]].strip())
    opened.window.actions_table["go_to"].trigger()
    line_field = opened.window.furniture.tools.going.bar.line
    qtbot.keyClicks(line_field, str(empty))
    told = f"Line {report.line_of(pane.text.selection.start)} of"
    assert told != f"Line {empty} of"
    qtbot.waitUntil(lambda: opened.window.furniture.where.text().startswith(told))


def test_what_is_offered_is_as_tall_as_its_lines(qtbot, program):
    """A sheet of regions shrinks while words are typed, and grows again."""
    program.window.show()
    box = program.window.findChild(SearchBox) or SearchBox(program.window)
    box.clear()
    box.addItems([f"区 {n}" for n in range(12)])
    box.show()
    box._open("")
    tall = box.sheet.height()
    qtbot.keyClicks(box.sheet.line, "11")
    qtbot.waitUntil(lambda: box.sheet.height() < tall / 2)
    box.sheet.line.clear()
    qtbot.waitUntil(lambda: box.sheet.height() == tall)
    box.sheet.close_quietly()


def test_long_sentences_of_a_page_keep_no_other_page_wide(program):
    """The overview's figures end in dots; the library beside all pages can be drawn wider."""
    overview = OverviewView(program.session)
    before = overview.heads.minimumSizeHint().width()
    overview.told.set_text("承诺 357 项 " * 60)
    assert overview.heads.minimumSizeHint().width() == before


def test_the_results_of_an_import_name_each_in_full(qtbot, program):
    """What became of a file is written out beside its sign."""
    results = tuple(ImportResult(f"{n}.pdf", None, Message("空的", "empty")) for n in range(3))
    dialog = ResultsDialog(results, program.window)
    qtbot.addWidget(dialog)
    dialog.show()
    needed = dialog.fontMetrics().horizontalAdvance(dialog.list.topLevelItem(0).text(0)) + 16
    assert dialog.list.columnWidth(0) > needed


def test_a_sentence_at_the_foot_follows_language_and_workspace(qtbot, program):
    """It is said anew in the other language, and goes with the workspace it speaks of."""
    line = program.window.status_line
    program.settings.language = Language.ENGLISH
    program.look.apply()
    line.tell(Message("已撤销", "Undone"))
    program.settings.language = Language.CHINESE
    program.look.apply()
    qtbot.waitUntil(lambda: line.currentMessage() == "已撤销")
    program.session.opened.emit("")
    assert line.currentMessage() == ""


def test_the_word_behind_a_figure_in_the_margin_is_never_cut(qapp):
    """It goes as a whole where there is no room; then the figures end in three dots."""
    metrics, note = QFontMetricsF(interface_font()), "↑ 200公里 → 约340公里 · softer"
    figures = note.removesuffix(" · softer")
    room = metrics.horizontalAdvance(note)
    assert fitting_note(note, metrics, room + 1) == note
    assert fitting_note(note, metrics, room - 10) == figures
    cut = fitting_note(note, metrics, metrics.horizontalAdvance(figures) - 10)
    assert cut.endswith("…")
    assert figures.startswith(cut[:-1])


def test_a_column_that_needs_little_leaves_its_room_to_the_others():
    """Nothing is cut as long as there is room beside it; too little is shared alike."""
    assert shares(900, [100, 400, 100]) == [200, 500, 200]
    assert shares(700, [100, 500, 100]) == [100, 500, 100]
    assert shares(600, [100, 900, 700]) == [100, 250, 250]


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_what_pops_up_stands_off_from_the_page(qtbot, program, theme):
    """Menus, lists of boxes and sheets have an edge that is seen, and in the dark a ground too."""
    program.settings.theme = theme
    program.look.apply()
    page = program.window.palette().color(QPalette.ColorRole.Base)
    menu = QMenu(program.window)
    menu.addAction("one")
    menu.ensurePolished()
    picture = menu.grab().toImage()
    edge = picture.pixelColor(picture.width() // 2, 0)
    ground = picture.pixelColor(picture.width() // 2, 3)
    assert contrast(edge, page) > 1.8
    if theme is Theme.DARK:
        assert contrast(ground, page) > 1.15


def contrast(one, other):
    """Return how far two colours are apart for the eye, as the web's guidelines count it."""

    def light(colour):
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] + 0.05

    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return brighter / darker


def test_lines_of_cards_are_no_longer_than_the_eye_takes_in(qtbot, opened):
    """On a wide screen cards stand in the middle, below the names of their reports."""
    opened.window.resize(2400, 900)
    qtbot.keyClick(opened.window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    view = opened.window.furniture.compare.modes.cards
    qtbot.waitUntil(lambda: view.list.viewportMargins().left() > 100, timeout=5_000)
    listed = view.list
    card = listed.visualRect(listed.currentIndex())
    size = QFontMetricsF(listed.items._font).horizontalAdvance("国")
    assert card.width() / 2 < 50 * size
    left = listed.viewport().mapTo(view, card.topLeft()).x()
    qtbot.waitUntil(lambda: view.names[0].x() == left + 22)
    opened.window.resize(1280, 800)
    qtbot.waitUntil(lambda: view.names[0].x() == 22, timeout=5_000)
    assert listed.viewportMargins().left() == 0


def test_words_of_a_pressed_button_stand_in_its_middle(qtbot, program):
    """Qt adds room behind words beside a picture: the pressed button looked as if it leant."""
    program.window.show()
    bar = program.window.findChild(FittingToolBar)
    button = bar.widgetForAction(program.window.actions_table["show_compare"])
    assert button.property("worded") is True
    ground = button.palette().highlight().color()
    picture = button.grab().toImage()
    middle, inside = picture.height() // 2, range(3, picture.width() - 3)
    rows = range(middle - 8, middle + 8)
    inked = [x for x in inside if any(picture.pixelColor(x, y) != ground for y in rows)]
    assert abs(inked[0] - (picture.width() - 1 - inked[-1])) <= 5


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_line_of_a_box_that_is_chosen_is_seen_in_its_list(qtbot, program, theme):
    """Its list stands below the box, and the line under the cursor has the colour of a choice."""
    program.settings.theme = theme
    program.look.apply()
    box = QuietBox(program.window)
    box.addItems(["one", "two", "three"])
    box.setCurrentIndex(1)
    program.window.show()
    box.show()
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    shown = view.visualRect(view.model().index(1, 0))
    picture = view.viewport().grab().toImage()
    chosen = picture.pixelColor(shown.right() - 8, shown.center().y())
    assert chosen == box.palette().highlight().color()
    page = program.window.palette().color(QPalette.ColorRole.Base)
    assert contrast(view.grab().toImage().pixelColor(view.width() // 2, 0), page) > 1.8
    box.hidePopup()


def test_settings_make_room_for_the_language_that_is_chosen(qtbot, program):
    """English words are longer: the dialog grows, and no field lies below a sign."""
    program.settings.language = Language.CHINESE
    program.look.apply()
    dialog = SettingsDialog(program.settings, program.window)
    qtbot.addWidget(dialog)
    dialog.show()
    program.settings.language = Language.ENGLISH
    program.look.apply()
    qtbot.waitUntil(lambda: dialog.windowTitle() == "Settings")
    assert dialog.width() >= dialog.sizeHint().width()
