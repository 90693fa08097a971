"""The whole program through real events: open, compare, mark, note, undo, filter, export."""

import csv
import zipfile

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.keys_dialog import KeysDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.models.commitment_table import CommitmentTable
from desktop.models.roles import DataRole
from desktop.models.section_pairs import section_pairs
from desktop.settings import Language, Theme
from desktop.widgets.theme import is_dark
from tracker.model.alignment import AlignmentPart
from tracker.model.tracking import Verdict

# The offscreen platform says this about every dialog; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def promises(qtbot, opened):
    """Return the view of promises with the table filled and the cursor in the second row."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    view = opened.window.furniture.commitments
    view.table.setCurrentIndex(view.proxy.index(1, 0))
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return view


def mark_shown(view, row):
    """Return the person's verdict that a row of the table shows."""
    return view.model.index(row, CommitmentTable.MARK).data(DataRole.VERDICT)


def dialog_of(qtbot, kind):
    """Return the dialog that is open."""
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), kind))
    return QApplication.activeModalWidget()


def test_empty_program_says_what_to_do(program):
    """Without a workspace both rooms say what to do first."""
    assert program.window.library.empty.isVisible()
    assert program.window.furniture.compare.empty.isVisible()
    for empty in (program.window.library.empty, program.window.furniture.compare.empty):
        assert empty.button.text() == "Open the sample workspace"


def test_two_reports_stand_side_by_side(opened):
    """Both texts are the source, word by word, and changes are laid over them."""
    compare, comparison = opened.window.furniture.compare, opened.session.comparison
    assert compare.panes[0].text.toPlainText() == comparison.earlier.text
    assert compare.panes[1].text.toPlainText() == comparison.later.text
    assert compare.heads.position.text().endswith(" in all")
    assert comparison.earlier.meta.year < comparison.later.meta.year


def test_aligned_sections_scroll_level(qtbot, opened):
    """A heading that is brought before the eye has its counterpart beside it."""
    compare = opened.window.furniture.compare
    pair = next(p for p in section_pairs(opened.session.comparison) if "聚焦" in p.earlier.heading)
    compare.panes[0].section_chosen.emit(pair.earlier.index)
    left = compare.panes[0].text.y_of(pair.earlier.span.start)
    right = compare.panes[1].text.y_of(pair.later.span.start)
    assert abs(compare.panes[0].focus_y() - left) <= 1
    quarter_line = 6  # whole pixels of one text are stretched to those of the other
    assert abs(compare.panes[1].focus_y() - right) <= quarter_line


def test_next_change_selects_it(qtbot, opened):
    """F7 goes from change to change."""
    compare = opened.window.furniture.compare
    qtbot.keyClick(opened.window, Qt.Key.Key_F7)
    qtbot.keyClick(opened.window, Qt.Key.Key_F7)
    assert compare.heads.position.text().startswith("2 of ")
    qtbot.keyClick(opened.window, Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert compare.heads.position.text().startswith("1 of ")


def test_swap_puts_the_left_report_right(qtbot, opened):
    """Ctrl+Shift+X changes the sides."""
    before = opened.session.comparison
    with qtbot.waitSignal(opened.session.pair_compared, timeout=20_000):
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(opened.window, Qt.Key.Key_X, both)
    after = opened.session.comparison
    assert (after.earlier.id, after.later.id) == (before.later.id, before.earlier.id)


def test_key_marks_and_undo_takes_it_back(qtbot, opened, promises):
    """2 marks partly fulfilled, Ctrl+Z takes it back, Ctrl+Shift+Z does it again, 0 clears."""
    qtbot.keyClick(promises.table, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: mark_shown(promises, 1) == Verdict.PARTIAL)
    assert promises.detail.marks.buttons[Verdict.PARTIAL].isChecked()
    undo = opened.window.actions_table["undo"]
    qtbot.waitUntil(undo.isEnabled)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(promises.table, Qt.Key.Key_Z, control)
    qtbot.waitUntil(lambda: mark_shown(promises, 1) is None)
    qtbot.waitUntil(opened.window.actions_table["redo"].isEnabled)
    qtbot.keyClick(promises.table, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: mark_shown(promises, 1) == Verdict.PARTIAL)
    qtbot.keyClick(promises.table, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: mark_shown(promises, 1) is None)


def test_mouse_marks_and_note_is_kept(qtbot, opened, promises):
    """A button marks; a note that is written is kept beside the verdict, with its history."""
    button = promises.detail.marks.buttons[Verdict.MISSED]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: mark_shown(promises, 1) == Verdict.MISSED)
    qtbot.keyClick(promises.table, Qt.Key.Key_M)
    note = promises.detail.marks.note
    qtbot.waitUntil(note.hasFocus)
    qtbot.keyClicks(note, "see p. 3")
    qtbot.keyClick(note, Qt.Key.Key_Return)
    shown = promises.model.index(1, CommitmentTable.NOTE)
    qtbot.waitUntil(lambda: shown.data() == "see p. 3")
    assert mark_shown(promises, 1) == Verdict.MISSED
    qtbot.waitUntil(lambda: "张三" in promises.detail.history.text())
    opened.settings.language = Language.CHINESE
    opened.look.apply()
    qtbot.waitUntil(lambda: "标记" in promises.detail.history.text())


def test_next_unmarked_skips_what_is_marked(qtbot, promises):
    """N goes past promises that carry a verdict."""
    for row in (1, 2):
        promises.table.setCurrentIndex(promises.proxy.index(row, 0))
        qtbot.keyClick(promises.table, Qt.Key.Key_1)
        qtbot.waitUntil(lambda row=row: mark_shown(promises, row) == Verdict.FULFILLED)
    promises.table.setCurrentIndex(promises.proxy.index(0, 0))
    qtbot.keyClick(promises.table, Qt.Key.Key_N)
    assert promises.table.currentIndex().row() == 3


def test_filter_as_you_type(qtbot, promises):
    """Words in the filter leave the promises that hold them all."""
    total = promises.proxy.rowCount()
    qtbot.keyClicks(promises.filter, "5G")
    assert 0 < promises.proxy.rowCount() < total
    for row in range(promises.proxy.rowCount()):
        assert "5g" in promises.proxy.index(row, 0).data(DataRole.DETAIL).lower()
    promises.filter.clear()
    assert promises.proxy.rowCount() == total


def test_chip_filters_by_verdict(qtbot, promises):
    """A verdict's button leaves the promises at that verdict; its number says how many."""
    chip = promises.chips.buttons[Verdict.NOT_REPORTED]
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.text().endswith(f" {promises.proxy.rowCount()}")


def test_enter_opens_the_evidence_beside_the_promise(qtbot, opened, promises):
    """Enter shows the promise at the left and the passage at the right, both selected."""
    row = next(
        row for row in range(promises.model.rowCount()) if promises.model.tracking(row).evidence
    )
    index = promises.proxy.mapFromSource(promises.model.index(row, 0))
    promises.table.setCurrentIndex(index)
    tracking = promises.model.tracking(row)
    qtbot.keyClick(promises.table, Qt.Key.Key_Return)
    compare = opened.window.furniture.compare
    qtbot.waitUntil(compare.isVisible)
    left = compare.panes[0].text.textCursor().selectedText().replace("\u2029", "\n")
    right = compare.panes[1].text.textCursor().selectedText().replace("\u2029", "\n")
    assert left == tracking.commitment.statement.quote
    assert right == tracking.evidence[0].quote


def test_export_writes_a_workbook(qtbot, opened, promises, tmp_path):
    """The dialog hands a choice over, and the file is there."""
    opened.window.actions_table["export_report"].trigger()
    dialog = dialog_of(qtbot, ExportDialog)
    path = tmp_path / "对账.xlsx"
    dialog.path_edit.setText(str(path))
    assert len(dialog.laters()) == 1
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000) as told:
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    assert told.args[0].path == path
    assert zipfile.ZipFile(path).testzip() is None
    assert opened.window.message_bar.isVisible()


def test_the_whole_analysis_goes_into_one_workbook(qtbot, opened, promises, tmp_path):
    """A tick adds every heading and every pair of the reports, as the comparison shows them."""
    opened.window.actions_table["export_report"].trigger()
    dialog = dialog_of(qtbot, ExportDialog)
    path = tmp_path / "分析.xlsx"
    dialog.path_edit.setText(str(path))
    box = dialog.scope.sections_box
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("pdf"))
    assert not box.isEnabled()
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("xlsx"))
    dialog.path_edit.setText(str(path))
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    order = dialog.order()
    with qtbot.waitSignal(opened.session.noticed, timeout=30_000):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    book = openpyxl.load_workbook(path)
    workspace = opened.session.workspace
    reports = [workspace.report(one) for one in (order.earlier, *order.laters)]
    assert book["Sections"].max_row == 1 + sum(len(one.sections) for one in reports)
    plan = workspace.alignment(order.earlier, order.laters[0], AlignmentPart.PLAN)
    rows = [row for row in book["Alignment"].values if row[0] == "plan"]
    alone = sum(not row.links for row in plan.rows)
    assert len(rows) == sum(len(row.links) for row in plan.rows) + alone + len(plan.new)


def test_an_export_is_narrowed_to_what_was_asked_for(qtbot, opened, promises, tmp_path):
    """Verdicts, columns and pages of the dialog are those of the file."""
    opened.window.actions_table["export_report"].trigger()
    dialog = dialog_of(qtbot, ExportDialog)
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("csv"))
    path = tmp_path / "对账.csv"
    dialog.path_edit.setText(str(path))
    scope = dialog.scope
    for verdict, box in scope.verdict_boxes.items():
        if verdict is not Verdict.IN_PROGRESS:
            qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    qtbot.mouseClick(
        scope.columns_box, Qt.MouseButton.LeftButton, pos=QPoint(8, scope.columns_box.height() // 2)
    )
    assert scope.columns_list.isVisible()
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == promises.model.count(Verdict.IN_PROGRESS)
    heads = ["No.", "promise", "due", "verdict", "evidence", "reason", "note"]
    assert list(rows[0]) == heads


@pytest.mark.parametrize("part", ["evidence", "charts", "audit"])
def test_each_part_of_an_export_can_be_left_out_by_a_click(qtbot, opened, promises, tmp_path, part):
    """Without its tick the pages of a part are not in the document, the others are."""
    signs = {"evidence": "依据原文", "charts": "各章节兑现情况", "audit": "SHA-256"}
    opened.window.actions_table["export_report"].trigger()
    dialog = dialog_of(qtbot, ExportDialog)
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("docx"))
    dialog.language_box.setCurrentIndex(dialog.language_box.findData("zh"))
    path = tmp_path / "对账.docx"
    dialog.path_edit.setText(str(path))
    box = getattr(dialog.scope, f"{part}_box")
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    text = "".join(Document(str(path)).element.body.itertext())
    assert {key for key, sign in signs.items() if sign in text} == set(signs) - {part}


def test_nothing_is_exported_without_a_verdict(qtbot, opened, promises):
    """With no verdict ticked the button is off and the dialog says why."""
    opened.window.actions_table["export_report"].trigger()
    dialog = dialog_of(qtbot, ExportDialog)
    for box in dialog.scope.verdict_boxes.values():
        box.setChecked(False)
    assert not dialog.export_button.isEnabled()
    assert dialog.hint.text()
    dialog.reject()


def test_export_cannot_be_started_without_a_folder(qtbot, opened, tmp_path):
    """A path that leads nowhere says so and leaves the button off."""
    opened.window.actions_table["export_report"].trigger()
    dialog = dialog_of(qtbot, ExportDialog)
    dialog.path_edit.setText(str(tmp_path / "nowhere" / "x.xlsx"))
    assert not dialog.export_button.isEnabled()
    assert dialog.hint.text()
    dialog.reject()


def test_language_and_theme_change_at_once(qtbot, opened, promises):
    """A choice in the settings is seen everywhere; Cancel takes it back."""
    opened.window.actions_table["show_settings"].trigger()
    dialog = dialog_of(qtbot, SettingsDialog)
    for box, at in ((dialog.language_box, 1), (dialog.theme_box, 2)):
        box.setCurrentIndex(at)
        box.activated.emit(at)
    compare = opened.window.actions_table["show_compare"]
    qtbot.waitUntil(lambda: compare.text() == "对读")
    assert promises.filter.placeholderText() == "筛选承诺"
    assert promises.chips.buttons[Verdict.MISSED].text().startswith("未兑现")
    assert is_dark()
    dialog.reject()
    qtbot.waitUntil(lambda: compare.text() == "Compare")
    assert opened.settings.theme is Theme.SYSTEM


def test_keys_are_listed(qtbot, program):
    """F1 lists the keys beside the window, which can be worked with meanwhile."""
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    dialog = program.window.findChild(KeysDialog)
    assert dialog.isVisible()
    assert not dialog.isModal()
    dialog.reject()


def test_library_filter(qtbot, opened):
    """Typing filters the tree."""
    library = opened.window.library
    qtbot.keyClicks(library.filter, "2021")
    assert library.tree.model().rowCount(library.tree.model().index(0, 0)) == 1
    library.filter.clear()


def test_file_that_is_no_report_is_one_sentence(qtbot, opened, tmp_path):
    """A file that cannot be used is told in the bar, and nothing is added."""
    path = tmp_path / "leer.txt"
    path.write_bytes(b"")
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000) as told:
        opened.session.import_files((path,))
    assert "leer.txt" in told.args[0].message.en
    assert len(opened.session.entries) == 2


def test_broken_workspace_is_one_sentence(qtbot, program, tmp_path):
    """A damaged workspace is told in the bar; the program goes on."""
    path = tmp_path / "broken.duizhang"
    path.write_bytes(b"this is no workspace at all" * 100)
    with qtbot.waitSignal(program.session.noticed, timeout=20_000) as told:
        program.session.open_workspace(path)
    assert told.args[0].message.zh
    assert program.window.message_bar.isVisible()


def test_removed_report_leaves_the_views_and_undo_brings_it_back(qtbot, opened, promises):
    """What is looked at goes with its report; undo puts the report back into the library."""
    earlier = opened.session.comparison.earlier.id
    opened.window.furniture.care.remove(earlier)
    qtbot.waitUntil(lambda: len(opened.session.entries) == 1)
    assert opened.session.comparison is None
    assert promises.empty.isVisible()
    later = opened.session.columns[0].id
    assert later != earlier
    qtbot.waitUntil(lambda: len(opened.window.furniture.compare.panes) == 1)
    assert opened.window.furniture.compare.panes[0].report.id == later
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    opened.window.actions_table["undo"].trigger()
    qtbot.waitUntil(lambda: len(opened.session.entries) == 2)
    qtbot.waitUntil(lambda: [one.id for one in opened.session.columns] == [earlier, later])


def test_reports_that_come_back_stand_where_they_stood(qtbot, opened):
    """An import taken back and done again leaves the texts as they were."""
    both = [one.id for one in opened.session.columns]
    undo, redo = (opened.window.actions_table[name] for name in ("undo", "redo"))
    n_left = len(opened.session.entries)
    while opened.session.entries:
        qtbot.waitUntil(undo.isEnabled)
        undo.trigger()
        qtbot.waitUntil(lambda left=n_left: len(opened.session.entries) < left, timeout=20_000)
        n_left = len(opened.session.entries)
    assert opened.session.columns == ()
    qtbot.waitUntil(redo.isEnabled)
    bar = opened.window.message_bar
    assert bar.isVisible()
    assert "left the library" in bar.label.text()
    qtbot.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=20_000)
    qtbot.waitUntil(lambda: [one.id for one in opened.session.columns] == both, timeout=20_000)


def test_a_report_that_comes_back_leaves_others_that_were_chosen(qtbot, opened):
    """Who went on to read something else is left in peace by an undo."""
    earlier, later = (one.id for one in opened.session.columns)
    opened.window.furniture.care.remove(earlier)
    qtbot.waitUntil(lambda: [one.id for one in opened.session.columns] == [later])
    opened.session.compare(later)
    undo = opened.window.actions_table["undo"]
    qtbot.waitUntil(undo.isEnabled)
    undo.trigger()
    qtbot.waitUntil(lambda: len(opened.session.entries) == 2)
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)
    assert [one.id for one in opened.session.columns] == [later]


def test_f6_goes_from_pane_to_pane(qtbot, opened, promises):
    """F6 goes through library, filter, table, evidence, note; Shift+F6 back; Esc to the table."""
    promises.table.setCurrentIndex(promises.proxy.index(0, 0))
    seen = []
    for _ in range(5):
        qtbot.keyClick(opened.window.focusWidget(), Qt.Key.Key_F6)
        seen.append(opened.window.focusWidget())
    assert opened.window.library.tree in seen
    assert {promises.filter, promises.table, promises.detail.marks.note} <= set(seen)
    promises.filter.setFocus()
    qtbot.keyClick(promises.filter, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert opened.window.library.tree.hasFocus()
    promises.filter.setFocus()
    qtbot.keyClick(promises.filter, Qt.Key.Key_Escape)
    assert promises.table.hasFocus()


def test_escape_returns_from_the_evidence(qtbot, opened, promises):
    """Enter opens the evidence, Esc returns to the same promise."""
    row = next(r for r in range(promises.model.rowCount()) if promises.model.tracking(r).evidence)
    index = promises.proxy.mapFromSource(promises.model.index(row, 0))
    promises.table.setCurrentIndex(index)
    qtbot.keyClick(promises.table, Qt.Key.Key_Return)
    qtbot.waitUntil(opened.window.furniture.compare.isVisible)
    qtbot.keyClick(opened.window.furniture.compare.panes[0].text, Qt.Key.Key_Escape)
    qtbot.waitUntil(promises.table.hasFocus)
    assert promises.table.currentIndex().row() == index.row()


def test_filter_without_hits_says_so(qtbot, opened, promises):
    """Where nothing passes the filters, the view says so and one button takes them away."""
    qtbot.keyClicks(promises.filter, "qqqq")
    assert promises.no_hits.isVisible()
    qtbot.mouseClick(promises.no_hits.button, Qt.MouseButton.LeftButton)
    assert promises.table.isVisible()
    assert promises.proxy.rowCount() == promises.model.rowCount()
    library = opened.window.library
    qtbot.keyClicks(library.filter, "qqqq")
    assert library.no_hits.isVisible()
    qtbot.mouseClick(library.no_hits.button, Qt.MouseButton.LeftButton)
    assert library.tree.isVisible()


def test_promise_is_shown_in_its_paragraph(qtbot, promises):
    """The detail holds the whole paragraph; nothing that was not an answer is called evidence."""
    for row in range(promises.proxy.rowCount()):
        promises.table.setCurrentIndex(promises.proxy.index(row, 0))
        tracking = promises.model.tracking(promises.row())
        report = promises._session.tracking.earlier
        first, last = report.lines_of(tracking.commitment.statement.span)
        shown = promises.detail.promise.toPlainText()
        assert report.text[report.line_span(first).start : report.line_span(last).end] in shown
        silent = tracking.verdict is Verdict.NOT_REPORTED
        head = "Nearest passages" if silent else "Evidence"
        assert promises.detail.evidence.head.text() == head


def test_menu_of_a_promise_marks(qtbot, opened, promises):
    """The menu under the right button holds what the keys do."""
    promises.table.setCurrentIndex(promises.proxy.index(0, 0))
    promises.table.customContextMenuRequested.emit(QPoint(20, 20))
    entry = next(a for a in promises.menus.of_row.actions() if a.text().startswith("Missed"))
    promises.menus.of_row.setActiveAction(entry)
    qtbot.keyClick(promises.menus.of_row, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: mark_shown(promises, 0) == Verdict.MISSED)


def test_recent_workspaces_are_offered(qtbot, opened, tmp_path):
    """The File menu offers what was open lately; the open one is greyed."""
    other = tmp_path / "zweite.duizhang"
    first = opened.session.workspace_path
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        opened.session.open_workspace(other)
    menu = opened.window.furniture.files.recent_menu
    menu.aboutToShow.emit()
    offered = {a.text().split()[0]: a for a in menu.actions()}
    assert not offered[other.stem].isEnabled()
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        offered[first.stem].trigger()
    assert opened.session.workspace_path == first


def test_window_closes_while_a_job_runs(qtbot, opened):
    """Closing hides the window at once, stops what runs and lets go of the file."""
    opened.session.track(opened.session.entries[0].id)
    path = opened.session.workspace_path
    opened.window.close()
    assert not opened.window.isVisible()
    assert opened.session.workspace is None
    assert path.exists()
    assert not path.with_name(path.name + "-wal").exists()


def test_opening_another_workspace_during_a_job_is_no_crash(qtbot, opened, tmp_path):
    """What runs on the old workspace is abandoned without a word."""
    crashes = []
    opened.session.runner.crashed.connect(crashes.append)
    for n in range(4):
        opened.session.compare(*(e.id for e in opened.session.entries[:2]))
        with qtbot.waitSignal(opened.session.opened, timeout=20_000):
            opened.session.open_workspace(tmp_path / f"{n}.duizhang")
        with qtbot.waitSignal(opened.session.opened, timeout=20_000):
            opened.session.open_workspace(tmp_path / "work.duizhang")
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)
    assert crashes == []
