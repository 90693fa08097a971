"""The library under the hands of a person: find, switch, look at years, rename, remove, undo."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTextEdit, QWidget

from desktop.jobs import catalog
from desktop.models.report_list import ReportRows
from desktop.models.roles import DataRole
from desktop.settings import Language
from desktop.views.library_view import LibraryView
from tests.desktop.intake_steps import TEXT, seed
from tests.desktop.library_lines import library_of, line
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace, remember_recent

# The offscreen platform says such things of every menu.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier
REPORTS = (
    line("a", "江苏省苏州市", "320500", 2021, n_commitments=10, n_marked=4, n_warnings=2),
    line("b", "江苏省苏州市", "320500", 2023),
    line("c", "江苏省无锡市", "320200", 2023),
    line("d", "北京市", "110000", 2022),
)


@pytest.fixture
def library(qtbot, program):
    """Return the library with four reports."""
    view = program.window.library
    fill(program, REPORTS)
    return view


def fill(program, entries):
    """Let the session tell of these reports."""
    program.session.take_entries(entries)


def hits(library):
    """Return the reports that are shown, in their order."""
    shelf, found = library.tree.shelf, []

    def walk(parent):
        for row in range(shelf.rowCount(parent)):
            index = shelf.index(row, 0, parent)
            report = index.data(DataRole.REPORT_ID)
            found.extend([report] if report else [])
            if not library.tree.is_list:
                walk(index)

    walk(library.tree.rootIndex())
    return "".join(found)


def test_typing_filters_at_once(qtbot, library):
    """Every key narrows the library; Escape empties the line, and everything is back."""
    library.filter.setFocus()
    for typed, left in (("s", "ba"), ("z", "ba"), ("2", "ba"), ("9", "")):
        qtbot.keyClicks(library.filter, typed)
        assert hits(library) == left, library.filter.text()
    qtbot.keyClick(library.filter, Qt.Key.Key_Escape)
    assert hits(library) == "dcba"


def compose(field, preedit, commit=""):
    """Let an input method put something into a field."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_filter_follows_an_input_method(qtbot, library):
    """What is being composed filters already: su'zhou, su zhou, then 苏州."""
    for preedit in ("s", "s'z", "su'z", "su zhou"):
        compose(library.filter, preedit)
        assert hits(library) == "ba", preedit
        assert library.filter.text() == ""
    compose(library.filter, "", "苏州")
    assert library.filter.text() == "苏州"
    assert hits(library) == "ba"
    compose(library.filter, "wx")
    assert hits(library) == ""
    compose(library.filter, "")
    assert hits(library) == "ba"


def test_enter_leads_from_the_filter_to_its_first_report(qtbot, library):
    """Down or Enter leave the line towards what it found."""
    library.filter.setFocus()
    qtbot.keyClicks(library.filter, "wuxi")
    qtbot.keyClick(library.filter, Qt.Key.Key_Down)
    assert library.tree.hasFocus()
    assert library.current_report() == "c"


def test_list_and_tree_are_switched_and_remembered(qtbot, library, program):
    """Ctrl+L shows one list that its heads sort; the next start shows it so again."""
    library.select("a")
    qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    assert library.tree.is_list
    assert library.current_report() == "a"
    head = library.tree.header()
    assert head.isVisible()
    year = QPoint(head.sectionViewportPosition(1) + 8, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=year)
    first = hits(library)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=year)
    assert {first, hits(library)} == {"adcb", "cbda"}
    assert library.current_report() == "a"
    library.leave()
    again = LibraryView(program.session, program.settings)
    qtbot.addWidget(again)
    again._on_entries(REPORTS)
    assert again.tree.is_list
    assert hits(again) == hits(library)
    qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    assert not library.tree.is_list
    assert hits(library) == "dcba"


def test_regions_by_pinyin_are_chosen_and_remembered(qtbot, library, program):
    """The menu of the view sorts regions officially or by pinyin."""
    entries = (*REPORTS, line("e", "安徽省", "340000", 2020))
    fill(program, entries)
    assert hits(library) == "dcbae"
    library.view_menu.pinyin.trigger()
    assert hits(library) == "edbac"
    again = LibraryView(program.session, program.settings)
    qtbot.addWidget(again)
    again._on_entries(entries)
    assert hits(again) == "edbac"
    assert again.view_menu.pinyin.isChecked()


def test_click_on_a_year_shows_its_report(qtbot, library):
    """Years of the strip can be clicked, with Ctrl two of them; a gap does nothing."""
    tree, told = library.tree, []
    library.chosen.connect(told.append)
    region = tree.shelf.index_of("a").parent()

    def click(year, keys=Qt.KeyboardModifier.NoModifier):
        place = tree.year_place(region, year).center()
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, keys, place)

    click(2021)
    click(2022)
    click(2023, CONTROL)
    assert told == [("a",), ("a", "b")]


def test_regions_stay_as_they_were_left(qtbot, library, program):
    """What was closed stays closed when reports come, and after a filter."""
    tree = library.tree
    tree.collapse(tree.shelf.index_of("a").parent())
    fill(program, (*REPORTS, line("e", "安徽省", "340000", 2020)))
    assert not tree.isExpanded(tree.shelf.index_of("a").parent())
    assert tree.isExpanded(tree.shelf.index_of("e").parent())
    library.filter.setText("suzhou")
    assert tree.isExpanded(tree.shelf.index_of("a").parent())
    library.filter.clear()
    assert not tree.isExpanded(tree.shelf.index_of("a").parent())


def test_a_large_library_opens_by_its_years(qtbot, library, program):
    """Thousands of reports are not unfolded; a filter that leaves few unfolds them."""
    fill(program, library_of(600))
    tree = library.tree
    unfolded = [index.data() for index in tree.shelf.regions() if tree.isExpanded(index)]
    assert set(unfolded) <= {"北京市", "江苏省"}  # open before
    library.filter.setText("beijingshi 2020")
    assert all(tree.isExpanded(index) for index in tree.shelf.regions())


def test_marks_do_not_disturb_the_library(qtbot, library, program):
    """A new number changes a row; cursor and folds stay."""
    library.select("b")
    library.tree.collapse(library.tree.shelf.index_of("d").parent())
    resets = []
    library.tree.shelf.modelReset.connect(lambda: resets.append(1))
    marked = line("a", "江苏省苏州市", "320500", 2021, n_commitments=10, n_marked=5)
    fill(program, (marked, *REPORTS[1:]))
    assert library.tree.shelf.index_of("a").data(DataRole.PROGRESS) == (5, 10)
    assert not resets
    assert library.current_report() == "b"


def test_names_of_files_are_left_out_where_there_is_no_room(qtbot, library, program):
    """A narrow list has no column of three dots and no bar to scroll by; a rename opens it."""
    tree, name = library.tree, ReportRows.NAME
    qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    program.window.splitter.setSizes([430, 900])
    qtbot.waitUntil(lambda: tree.isColumnHidden(name))
    assert tree.horizontalScrollBar().maximum() == 0
    library.select("a")
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(QLineEdit)
    assert field.width() > 80
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: tree.isColumnHidden(name))
    program.window.splitter.setSizes([620, 700])
    qtbot.waitUntil(lambda: not tree.isColumnHidden(name))


def test_the_list_gets_the_room_it_needs_and_gives_it_back(qtbot, library, program):
    """All that is told of a report is seen without scrolling; the tree is as wide as before."""
    program.window.resize(1320, 800)
    program.window.show()
    before = program.window.splitter.sizes()[0]
    qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: library.width() > before + 80)
    qtbot.waitUntil(lambda: library.tree.horizontalScrollBar().maximum() == 0)
    assert not library.tree.isColumnHidden(ReportRows.REMARKS)
    qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: library.width() == before)
    qtbot.keyClick(program.window, Qt.Key.Key_F8)  # folded away it needs none, and loses none
    for _ in range(2):
        qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    qtbot.keyClick(program.window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: library.isVisible() and library.width() == before)


def test_the_tree_is_open_again_as_it_was_behind_the_list(qtbot, library, program):
    """A look at the list closes no region, and opens none that was closed."""
    tree = library.tree
    first, last = tree.regions.index(0, 0), tree.regions.index(tree.regions.rowCount() - 1, 0)
    assert first != last
    assert tree.isExpanded(first)
    tree.collapse(last)
    for _ in range(2):
        qtbot.keyClick(program.window, Qt.Key.Key_L, CONTROL)
    assert tree.isExpanded(tree.regions.index(0, 0))
    assert not tree.isExpanded(tree.regions.index(tree.regions.rowCount() - 1, 0))


def test_rename_in_place_and_undo(qtbot, opened):
    """F2 opens the name, Enter keeps it with the file's ending, Ctrl+Z takes it back."""
    library, report = opened.window.library, opened.session.entries[0].id
    before = opened.session.entry(report).name
    library.select(report)
    library.tree.setFocus()
    qtbot.keyClick(library.tree, Qt.Key.Key_F2)
    field = library.tree.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, "my first")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.session.entry(report).name == "my first.txt")
    assert library.tree.shelf.index_of(report).data(DataRole.DETAIL) == "my first"
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    opened.window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: opened.session.entry(report).name == before)


def test_all_selected_are_removed_and_come_back_together(qtbot, opened):
    """Del takes all that is selected; one undo brings all back."""
    library = opened.window.library
    library.tree.setFocus()
    library.tree.selectAll()
    qtbot.keyClick(library.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: opened.session.entries == ())
    assert library.empty.isVisible()
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    opened.window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: len(opened.session.entries) == 2)


def test_menu_names_the_keys(qtbot, opened):
    """What the menu of a report does by key, it shows; remarks are in it, too."""
    library = opened.window.library
    library.select(opened.session.entries[0].id)
    library.open_menu(library.tree.currentIndex(), QPoint(5, 5))
    keys = {a.text(): a.shortcut().toString() for a in library.menu.actions()}
    assert (keys["Rename"], keys["Remove from the library"]) == ("F2", "Del")
    assert "Remarks on the reading" in keys
    library.menu.close()


def test_workspaces_are_one_click_away(qtbot, opened):
    """The button with the workspace's name offers recent ones, the sample, a new one."""
    button = opened.window.library.workspace_button
    menu = button.menu()
    menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if not action.isSeparator()]
    assert any(word.startswith("work  ") for word in words)
    assert words[-4:] == [
        "Open the sample workspace",
        "New workspace…",
        "Open workspace…",
        "Open a shared workspace…",
    ]
    assert button.accessibleName() == "Workspace: work"


def test_a_new_workspace_has_a_name_that_is_free(qtbot, opened, tmp_path, monkeypatch):
    """Whoever has no name in mind presses Enter, a second time too."""
    offered = []

    def choose(*asked):
        offered.append(asked[2])
        return asked[2], ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    for _ in range(2):
        with qtbot.waitSignal(opened.session.opened, timeout=60_000):
            qtbot.keyClick(opened.window, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    names = [Path(one).name for one in offered]
    assert names == ["Work reports.duizhang", "Work reports 2.duizhang"]


def test_empty_library_says_what_to_do(qtbot, empty):
    """It says how reports come in, and offers the samples."""
    view = empty.window.library.empty
    assert view.isVisible()
    assert view.button.text() == "Import files…"
    assert view.other.text() == "Open the sample workspace"


def test_files_fall_anywhere(qtbot, opened):
    """Texts, filters, the note, the tree: whatever lies under the mouse, files are imported."""
    window = opened.window
    window.furniture.ways.show_commitments()
    fields = [one for kind in (QLineEdit, QTextEdit) for one in window.findChildren(kind)]
    targets = (*fields, window.library.tree, window.statusBar())
    assert len(fields) > 4
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(seed("003")))])
    data.setText("file:///somewhere")
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    copy, hint = Qt.DropAction.CopyAction, window.findChild(QWidget, "dropHint")
    for target in targets:
        under = target.viewport() if hasattr(target, "viewport") else target
        enter = QDragEnterEvent(QPoint(3, 3), copy, data, left, none)
        QApplication.sendEvent(under, enter)
        assert enter.isAccepted(), target
        assert hint.isVisible(), target
        QApplication.sendEvent(under, QDragLeaveEvent())
        qtbot.waitUntil(lambda: not hint.isVisible())
    QApplication.sendEvent(under, QDragEnterEvent(QPoint(3, 3), copy, data, left, none))
    QApplication.sendEvent(under, QDropEvent(QPointF(3, 3), copy, data, left, none))
    assert not hint.isVisible()
    qtbot.waitUntil(lambda: window.furniture.intake.dialog is not None, timeout=20_000)
    qtbot.waitUntil(lambda: not window.furniture.intake.dialog._reading, timeout=20_000)
    window.furniture.intake.dialog.reject()


def test_recent_workspaces_are_known_when_one_cannot_be_opened(qtbot, program, tmp_path):
    """A damaged workspace leaves the others to choose from."""
    good, broken = tmp_path / "gut.duizhang", tmp_path / "kaputt.duizhang"
    Workspace.create(good).close()
    remember_recent(good)
    broken.write_bytes(b"no workspace" * 99)
    program.session.open_workspace(broken)
    qtbot.waitUntil(lambda: good in program.session.recent, timeout=20_000)
    menu = program.window.furniture.files.workspace_menu
    menu.aboutToShow.emit()
    action = next(one for one in menu.actions() if one.text().startswith("gut  "))
    with qtbot.waitSignal(program.session.opened, timeout=20_000):
        action.trigger()
    assert program.session.workspace_path == good


def test_keyboard_goes_through_the_library(qtbot, library):
    """Tab leads from the workspaces over how it is shown and the filter to the reports."""
    order = [library.workspace_button, library.view_button, library.filter, library.tree]
    order[0].setFocus()
    for before, after in pairwise(order):
        qtbot.keyClick(before, Qt.Key.Key_Tab)
        assert after.hasFocus()
    assert all(one.accessibleName() for one in order)


def test_the_library_grows_while_files_come_in(qtbot, empty, tmp_path, monkeypatch):
    """What came in is listed, in its order, before the last file is read."""
    monkeypatch.setattr(catalog, "_GROWING_SECONDS", 0)
    monkeypatch.setattr(catalog, "_GROWING_SHARE", 0)
    for year in (2021, 2022, 2023):
        text = TEXT.replace("2022", str(year))
        (tmp_path / f"{year}.txt").write_text(f"{text}第{year}份。\n", encoding="utf-8")
    seen = []
    shelf = empty.window.library.tree.shelf
    for signal in (empty.session.entries_changed, empty.session.grown):
        signal.connect(lambda _: seen.append(len(shelf._tree.at)))
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        empty.session.import_files(tuple(tmp_path.glob("*.txt")))
    assert seen[-1] == 2
    assert seen == sorted(seen)


def test_what_comes_in_moves_nothing_that_is_looked_at(qtbot, library, program):
    """苏州 and 无锡 stay chosen and open when a province gets between; closed ones stay closed."""
    session, tree = program.session, library.tree
    hunan = tuple(line(f"h{year}", "湖南省长沙市", "430100", year) for year in (2019, 2020))
    fill(program, (*REPORTS, *hunan))
    tree.collapse(tree.shelf.index_of("d").parent())
    library.select("h2019")
    near = line("n", "湖南省岳阳市", "430600", 2020)
    session._on_grown(session.workspace, (near, line("e", "北京市", "110000", 2023)))
    assert library.current_report() == "h2019"
    assert tree.selected_reports() == {"h2019"}
    assert tree.isExpanded(tree.shelf.index_of("h2019").parent())
    assert tree.isExpanded(tree.shelf.index_of("h2019").parent().parent())
    assert tree.isExpanded(tree.shelf.index_of("n").parent())
    assert not tree.isExpanded(tree.shelf.index_of("d").parent())
    assert hits(library) == "ed" + "cba" + "h2020" + "h2019" + "n"


def test_what_comes_in_is_filtered(qtbot, library, program):
    """While words stand in the filter, only what has them is shown; then all of it."""
    qtbot.keyClicks(library.filter, "wuxi")
    new = (
        line("v", "江苏省无锡市", "320200", 2022),
        line("n", "湖南省岳阳市", "430600", 2020),
    )
    program.session._on_grown(program.session.workspace, new)
    assert hits(library) == "cv"
    library.filter.clear()
    assert hits(library) == "dcvban"


def test_a_box_offers_what_came_in_when_it_is_opened(qtbot, opened):
    """A library that grows does not fill boxes that nobody opens."""
    session, columns = opened.session, opened.window.furniture.compare.columns
    box = columns[0].head.box
    qtbot.waitUntil(lambda: box.count() == len(session.entries), timeout=20_000)
    before = box.count()
    session._on_grown(session.workspace, (line("n", "湖南省岳阳市", "430600", 2020),))
    assert box.count() == before
    box.showPopup()
    box.hidePopup()
    assert "岳阳" in " ".join(box.itemText(row) for row in range(box.count()))


def test_a_mark_reads_one_line_of_the_library(qtbot, opened, monkeypatch):
    """With thousands of reports a mark must not read them all again."""
    session = opened.session
    earlier = session.entries[0]
    with qtbot.waitSignal(session.tracked, timeout=60_000):
        session.track(earlier.id)
    qtbot.waitUntil(lambda: not session.runner.busy(), timeout=20_000)
    monkeypatch.setattr(Workspace, "entries", lambda _: pytest.fail("the whole library is read"))
    promise = session.tracking.trackings[0].commitment.id
    with qtbot.waitSignal(session.entry_changed, timeout=20_000):
        session.mark(promise, Verdict.FULFILLED, "")
    assert session.entry(earlier.id).n_marked == 1
    shelf = opened.window.library.tree.shelf
    assert shelf.index_of(earlier.id).data(DataRole.PROGRESS)[0] == 1
    (cell,) = (c for c in shelf._years.strip(earlier.region_code).cells if c.year == earlier.year)
    assert [entry.n_marked for entry in cell.entries] == [1]


def test_the_sample_is_called_in_the_language_of_the_interface(
    qtbot, program, sample_file, tmp_path, monkeypatch
):
    """Its file is the program's business; the title and the list of workspaces say what it is."""
    path = tmp_path / "samples.duizhang"
    path.write_bytes(sample_file.read_bytes())
    for module in ("desktop.models.workspaces", "desktop.dialogs.file_actions"):
        monkeypatch.setattr(f"{module}.sample_path", lambda: path)
    window = program.window
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    assert window.windowTitle().startswith("Samples — ")
    assert window.library.workspace_button.text().startswith("Samples")
    program.settings.language = Language.CHINESE
    program.look.apply()
    qtbot.waitUntil(lambda: window.windowTitle().startswith("示例 — "))
    assert window.library.workspace_button.text().startswith("示例")
    window.furniture.files.workspace_menu.aboutToShow.emit()
    assert window.furniture.files.workspace_menu.actions()[0].text() == "示例"
    program.settings.language = Language.ENGLISH
    program.look.apply()
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Samples — "))
