"""The view of promises through real events: filter, selection, undo, menu, narrow window."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop.dialogs.export_dialog import ExportDialog
from desktop.models.commitment_table import CommitmentTable
from desktop.models.roles import DataRole
from desktop.notice import Notice, Tone
from tracker.message import Message
from tracker.model.tracking import Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def promises(qtbot, opened):
    """Return the view of promises with the cursor in the second row."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    view = opened.window.furniture.commitments
    view.table.setCurrentIndex(view.proxy.index(1, 0))
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return view


def in_sight(view):
    """Tell whether the row under the cursor is seen."""
    shown = view.table.visualRect(view.table.currentIndex().siblingAtColumn(0))
    return view.table.viewport().rect().contains(shown.center())


def chosen(view):
    """Return the id of the promise under the cursor."""
    return view.current().commitment.id


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_filter_is_left_downwards(qtbot, promises, key):
    """Enter and Down go from the filter to the first promise."""
    promises.filter.setFocus()
    qtbot.keyClick(promises.filter, key)
    assert promises.table.hasFocus()
    assert promises.table.currentIndex().row() == 0


def test_escape_clears_the_filter_then_leaves_it(qtbot, promises):
    """The first Esc takes the words away, the second goes to the table."""
    promises.filter.setFocus()
    qtbot.keyClicks(promises.filter, "5G")
    qtbot.keyClick(promises.filter, Qt.Key.Key_Escape)
    assert promises.filter.text() == ""
    assert promises.filter.hasFocus()
    qtbot.keyClick(promises.filter, Qt.Key.Key_Escape)
    assert promises.table.hasFocus()


def test_selection_comes_back_and_is_seen_after_filters(qtbot, promises):
    """A promise that a filter hid is under the cursor again, and in sight, without it."""
    promises.table.setCurrentIndex(promises.proxy.index(promises.proxy.rowCount() - 2, 0))
    before = chosen(promises)
    qtbot.keyClicks(promises.filter, "qqqq")
    qtbot.mouseClick(promises.no_hits.button, Qt.MouseButton.LeftButton)
    assert chosen(promises) == before
    assert in_sight(promises)


def test_selection_is_seen_after_sorting(promises):
    """Sorting moves the row under the cursor, and the table goes with it."""
    before = chosen(promises)
    for column in (CommitmentTable.CONFIDENCE, CommitmentTable.SECTION):
        for order in (Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder):
            promises.table.sortByColumn(column, order)
            assert chosen(promises) == before
            assert in_sight(promises)


def test_chip_counts_follow_the_words(qtbot, promises):
    """The numbers on the buttons are those of the promises that the words leave."""
    qtbot.keyClicks(promises.filter, "5G")
    chips = promises.chips.buttons.values()
    numbers = [int(chip.text().split()[-1]) for chip in chips if not chip.isHidden()]
    assert sum(numbers) == promises.proxy.rowCount()


def test_undo_names_the_promise_and_goes_there(qtbot, opened, promises):
    """What was taken back is said in the status line and selected; the view does not move."""
    name = promises.current().commitment.statement.object.replace("\n", "")
    before = chosen(promises)
    qtbot.keyClick(promises.table, Qt.Key.Key_2)
    shown = promises.model.index(1, CommitmentTable.MARK)
    qtbot.waitUntil(lambda: shown.data(DataRole.VERDICT) == Verdict.PARTIAL)
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    promises.table.setCurrentIndex(promises.proxy.index(5, 0))
    qtbot.keyClick(promises.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: name in opened.window.statusBar().currentMessage())
    assert opened.window.message_bar.isHidden()
    assert chosen(promises) == before


def test_menu_bar_marks(qtbot, opened, promises):
    """The menu of marks gives a verdict and goes to the next promise."""
    menu = opened.window.mark_menu
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    shown = promises.model.index(1, CommitmentTable.MARK)
    qtbot.waitUntil(lambda: shown.data(DataRole.VERDICT) == Verdict.FULFILLED)
    qtbot.mouseClick(promises.detail.marks.next_button, Qt.MouseButton.LeftButton)
    assert promises.table.currentIndex().row() == 2
    opened.window.furniture.ways.show_compare()
    menu.aboutToShow.emit()
    assert not any(action.isEnabled() for action in menu.actions() if action.text())


def test_menu_decides_on_passages(qtbot, opened, promises):
    """What the keys Y, X and E do to a passage stands in the menu too, where there is a passage."""
    menu = opened.window.mark_menu
    menu.aboutToShow.emit()
    entries = {action.text().partition("\t")[2]: action for action in menu.actions()}
    assert all(entries[key].isEnabled() for key in "YXE")
    entries["E"].trigger()
    assert promises.detail.evidence.current_evidence() == 1
    entries["E"].trigger()
    card = promises.detail.evidence.cards[promises.detail.evidence.current_evidence()]
    entries["Y"].trigger()
    assert card.choice.answers is True
    promises.detail.show_nothing()
    promises.table.clearSelection()


def test_verdict_by_hand_stands_in_the_detail(qtbot, promises):
    """The detail says a person's verdict below the machine's."""
    assert promises.detail.by_hand.isHidden()
    qtbot.keyClick(promises.table, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: "By hand: " in promises.detail.by_hand.text())
    assert promises.detail.by_hand.isVisible()


def test_pending_promises_claim_nothing(qtbot, opened, promises):
    """Without a later report there is neither silence nor a percentage."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        promises.choose(opened.session.comparison.later.id)
    index = promises.model.index(0, CommitmentTable.CONFIDENCE)
    assert promises.model.tracking(0).verdict is Verdict.PENDING
    assert index.data() == ""
    assert promises.detail.certainty.text() == "no later report yet"
    assert "not reported" not in promises.detail.extras.text().lower()


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier]
)
def test_home_and_end_choose_the_first_and_last_promise(qtbot, promises, held):
    """What is marked next is chosen, and seen to be."""
    table = promises.table
    last = promises.proxy.rowCount() - 1
    for key, row in ((Qt.Key.Key_End, last), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(table, key, held)
        assert table.currentIndex().row() == row
        assert [one.row() for one in table.selectionModel().selectedRows()] == [row]


def test_tab_goes_through_the_choices_above_the_table_as_they_are_read(qtbot, promises):
    """From the filter to conditions, grouping and the rest."""
    heads = promises.heads
    heads.filter.setFocus()
    for field in (heads.add_button, heads.group_box, heads.more_button):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert field.hasFocus()


def test_tab_goes_through_the_form_as_it_is_read(qtbot, promises):
    """What, kind, year, no year, time limit, unit, why; then the buttons."""
    qtbot.keyClick(promises.table, Qt.Key.Key_F2)
    form = promises.detail.form
    qtbot.waitUntil(form.object.hasFocus)
    dates = (form.due, form.undated, form.deadline)
    fields = (form.kind, *dates, form.body, form.why, form.keep_button)
    for field in fields:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert field.hasFocus()
    qtbot.keyClick(form.keep_button, Qt.Key.Key_Return)
    assert form.isHidden()


def test_escape_in_the_note_keeps_it(qtbot, promises):
    """Esc leaves the note for the table; what was written is kept."""
    qtbot.keyClick(promises.table, Qt.Key.Key_M)
    note = promises.detail.marks.note
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "p. 4")
    qtbot.keyClick(note, Qt.Key.Key_Escape)
    assert promises.table.hasFocus()
    shown = promises.model.index(1, CommitmentTable.NOTE)
    qtbot.waitUntil(lambda: shown.data() == "p. 4")


def test_narrow_window_gives_columns_up_and_no_number(qtbot, opened, promises):
    """Section and mark go first; the promise keeps its room and chips their numbers."""
    opened.window.resize(900, 560)
    table = promises.table
    qtbot.waitUntil(lambda: table.isColumnHidden(CommitmentTable.SECTION))
    assert table.columnWidth(CommitmentTable.PROMISE) > 150
    for chip in promises.chips.buttons.values():
        if not chip.isHidden():
            assert chip.width() >= chip.sizeHint().width()
            assert chip.text().split()[-1].isdigit()
    opened.window.resize(1280, 800)
    qtbot.waitUntil(lambda: not table.isColumnHidden(CommitmentTable.SECTION))


def test_way_back_is_shown_at_the_evidence(qtbot, opened, promises):
    """A button in the tool bar returns from the evidence to the promise."""
    way_back = opened.window.bars.way_back
    assert not way_back.isVisible()
    row = next(r for r in range(promises.model.rowCount()) if promises.model.tracking(r).evidence)
    promises.table.setCurrentIndex(promises.proxy.mapFromSource(promises.model.index(row, 0)))
    qtbot.keyClick(promises.table, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.window.furniture.compare.isVisible)
    assert way_back.isVisible()
    way_back.trigger()
    qtbot.waitUntil(promises.table.hasFocus)
    assert not way_back.isVisible()


def test_messages_and_labels_of_the_past_go(qtbot, opened, promises, tmp_path):
    """A problem goes with the next success; a new workspace starts with nothing said."""
    bar = opened.window.message_bar
    opened.session.noticed.emit(Notice(Tone.PROBLEM, Message("坏", "bad")))
    assert bar.isVisible()
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        promises.choose(opened.session.comparison.earlier.id)
    assert bar.isHidden()
    opened.session.noticed.emit(Notice(Tone.WARNING, Message("坏", "bad")))
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open_workspace(tmp_path / "empty.duizhang")
    assert bar.isHidden()
    assert promises.judged_by.whole_text() == ""
    assert promises.count.text() == ""


def test_import_tells_each_file_on_a_line_of_its_own(qtbot, opened, tmp_path):
    """What failed is listed, and a folder without texts is no success."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / "some" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "some" / name).write_bytes(b"")
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000) as told:
        opened.session.import_files((tmp_path / "some",))
    lines = told.args[0].message.en.split("\n")
    assert [line.split(":")[0] for line in lines[1:]] == ["some/a.txt", "some/b.txt"]
    (tmp_path / "none").mkdir()
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000) as told:
        opened.session.import_files((tmp_path / "none",))
    assert told.args[0].tone is Tone.WARNING
    assert "no files" in opened.window.message_bar.label.text()


def test_export_offers_a_name_that_is_free(opened, tmp_path):
    """An older export is not replaced unasked; the number goes where another kind is free."""
    dialog = ExportDialog(opened.session, None, opened.window)
    assert Path(dialog.path_edit.text()).name.startswith("Promises ")
    taken = tmp_path / "table.xlsx"
    taken.write_bytes(b"")
    dialog._propose(taken)
    assert dialog.path_edit.text() == str(tmp_path / "table (2).xlsx")
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("docx"))
    assert dialog.path_edit.text() == str(tmp_path / "table.docx")
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("xlsx"))
    assert dialog.path_edit.text() == str(tmp_path / "table (2).xlsx")
    dialog.path_edit.setText(str(tmp_path / "mine (2).xlsx"))
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("pdf"))
    assert dialog.path_edit.text() == str(tmp_path / "mine (2).pdf")


def test_import_dialog_starts_where_files_were_last(monkeypatch, tmp_path, opened):
    """The first time it shows the documents, then the folder that was used."""
    started = []

    def choose(_parent, _title, folder, _filter):
        started.append(folder)
        return [str(tmp_path / "missing.txt")], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", choose)
    opened.window.furniture.files.import_files()
    opened.window.furniture.files.import_files()
    assert started[0] != ""
    assert started[1] == str(tmp_path)


def test_a_folder_is_imported_whole(opened, tmp_path, monkeypatch):
    """The action asks for a folder; what is in it goes the way of files that are dropped."""
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    wanted = []
    opened.window.furniture.files.import_wanted.disconnect(opened.window.furniture.intake.bring_in)
    opened.window.furniture.files.import_wanted.connect(wanted.append)
    opened.window.actions_table["import_folder"].trigger()
    assert wanted == [(tmp_path,)]


def test_stop_is_offered_only_while_something_runs(qtbot, opened, promises):
    """The action that stops is on while a job is shown."""
    stop = opened.window.actions_table["stop"]
    assert not stop.isEnabled()
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        promises.choose(opened.session.comparison.earlier.id)
        assert stop.isEnabled()
    assert not stop.isEnabled()


def test_promise_is_found_again_at_the_next_start(qtbot, opened, promises):
    """View, report and promise are kept by their ids."""
    promises.table.setCurrentIndex(promises.proxy.index(4, 0))
    place = promises.place()
    opened.settings.last_promise = place
    promises.table.setCurrentIndex(promises.proxy.index(0, 0))
    opened.window.furniture.ways.show_compare()
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        opened.window.furniture.ways.return_to_promises()
    assert promises.isVisible()
    assert promises.place() == place
    assert promises.table.currentIndex().row() == 4
