"""Care for the library through real events: correct, re-import, remove, forget, lost marks."""

import re
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop.dialogs.copies_dialog import CopiesDialog
from desktop.dialogs.lost_marks_dialog import LostMarksDialog
from desktop.dialogs.report_dialog import ReportDialog
from desktop.models.commitment_table import CommitmentTable
from desktop.models.roles import DataRole
from tests.builders import SEEDS
from tracker.model.report import ReportKind
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

# The offscreen platform says such things of every menu and dialog.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
REGIONS = (("乌有市", False), ("城区", False), ("苏州市吴中区", True), ("无锡市", True))


def dialog_of(qtbot, kind):
    """Return the dialog that is open."""

    def found():
        return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind)), None)

    qtbot.waitUntil(lambda: found() is not None and found().isVisible())
    return found()


def choose(qtbot, program, report, words):
    """Choose an action from the menu of a report."""
    library = program.window.library
    library.select(report)
    library.open_menu(library.tree.currentIndex(), QPoint(5, 5))
    action = next(a for a in library.menu.actions() if a.text().startswith(words))
    library.menu.setActiveAction(action)
    qtbot.keyClick(library.menu, Qt.Key.Key_Return)


@pytest.fixture
def promises(qtbot, opened):
    """Return the view of promises with the table filled."""
    with qtbot.waitSignal(opened.session.tracked, timeout=60_000):
        opened.window.furniture.ways.show_commitments()
    return opened.window.furniture.commitments


def test_corrected_year_and_kind_are_shown_and_undone(qtbot, opened):
    """The library follows a correction at once, and undo takes it back."""
    report = opened.session.comparison.earlier.id
    before = opened.session.entry(report)
    choose(qtbot, opened, report, "Correct")
    dialog = dialog_of(qtbot, ReportDialog)
    form = dialog.editor.form
    assert not dialog.save_button.isEnabled()
    form.year_edit.setFocus()
    form.year_edit.selectAll()
    qtbot.keyClicks(form.year_edit, "2019")
    qtbot.keyClick(form.year_edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(dialog.save_button.isEnabled)
    kinds = list(ReportKind)
    form.kind_box.setCurrentIndex(kinds.index(ReportKind.PLAN_REPORT))
    form.kind_box.activated.emit(form.kind_box.currentIndex())
    qtbot.waitUntil(
        lambda: (
            dialog.after().report.meta.kind is ReportKind.PLAN_REPORT
            and dialog.save_button.isEnabled()
        )
    )
    with qtbot.waitSignal(opened.session.pair_compared, timeout=60_000):
        qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    after = opened.session.entry(report)
    assert (after.year, after.kind) == (2019, ReportKind.PLAN_REPORT)
    assert opened.session.comparison.earlier.meta.year == 2019
    undo = opened.window.actions_table["undo"]
    qtbot.waitUntil(undo.isEnabled)
    undo.trigger()
    qtbot.waitUntil(lambda: opened.session.entry(report).year == before.year)


def test_region_is_chosen_by_its_last_name(qtbot, opened):
    """A name that only one division has is enough; one that nobody has is put back."""
    report = opened.session.comparison.earlier.id
    choose(qtbot, opened, report, "Correct")
    dialog = dialog_of(qtbot, ReportDialog)
    field = dialog.editor.form.region_edit
    qtbot.waitUntil(lambda: field.completer() is not None)
    for words, known in REGIONS:
        field.setText(words)
        assert field.is_known() is known, words
    field.setText("乌有市")
    field.editingFinished.emit()
    assert field.text() == dialog.before.report.meta.region.name
    field.setText("无锡市")
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.after().report.meta.region.code == "320200")
    field.clear()
    field.editingFinished.emit()
    qtbot.waitUntil(lambda: dialog.after().report.meta.region is None)
    dialog.reject()


def test_lost_mark_is_listed_and_placed_by_hand(qtbot, opened, promises, tmp_path, monkeypatch):
    """A mark whose sentence the new file does not have waits in a list until it is placed."""
    earlier = opened.session.comparison.earlier
    quote = promises.model.tracking(3).commitment.statement.quote
    for row, key in ((3, Qt.Key.Key_2), (1, Qt.Key.Key_1)):
        promises.table.setCurrentIndex(promises.proxy.mapFromSource(promises.model.index(row, 0)))
        qtbot.keyClick(promises.table, key)
        cell = promises.model.index(row, CommitmentTable.MARK)
        qtbot.waitUntil(lambda cell=cell: cell.data(DataRole.VERDICT) is not None)
    start = promises.model.tracking(3).commitment.statement.span.start
    first = max(earlier.text.rfind(mark, 0, start) for mark in "。\n") + 1
    end = re.compile("[。\n]").search(earlier.text, start).end()
    path = tmp_path / "new.txt"
    path.write_text(earlier.text[:first] + "略。\n" + earlier.text[end:], encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    with qtbot.waitSignal(opened.session.tracked, timeout=60_000):
        choose(qtbot, opened, earlier.id, "Re-import")
    bar = opened.window.message_bar
    qtbot.waitUntil(lambda: bar.isVisible() and bar.open_button.isVisible())
    qtbot.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, LostMarksDialog)
    lost = opened.window.furniture.care.lost
    assert dialog.list.count() == len(lost) >= 1
    (mark,) = [m for m in lost if m.anchor.quote == quote]
    assert mark.verdict is Verdict.PARTIAL
    dialog.list.setCurrentRow(lost.index(mark))
    promises.table.setCurrentIndex(promises.proxy.index(5, 0))
    target = promises.model.tracking(promises.row()).commitment.id
    assert dialog.place_button.isEnabled()
    qtbot.mouseClick(dialog.place_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: target in opened.session.tracking.marks)
    qtbot.waitUntil(lambda: len(opened.window.furniture.care.lost) == len(lost) - 1)
    assert opened.session.tracking.marks[target].verdict is Verdict.PARTIAL
    dialog.close()


def test_forgotten_report_is_gone_for_good(qtbot, opened):
    """Forgetting explains itself first; Cancel keeps the report, Forget erases it."""
    report = opened.session.comparison.later.id
    for word, left in (("Cancel", 2), ("Forget", 1)):
        choose(qtbot, opened, report, "Forget")
        box = dialog_of(qtbot, QMessageBox)
        button = next(b for b in box.buttons() if b.text() == word)
        assert "cannot be undone" in box.informativeText()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda left=left: len(opened.session.entries) == left, timeout=20_000)
        qtbot.waitUntil(
            lambda: (
                not any(
                    isinstance(w, QMessageBox) and w.isVisible()
                    for w in QApplication.topLevelWidgets()
                )
            )
        )
        box.deleteLater()
    assert opened.session.comparison is None


def test_delete_key_removes_and_undo_brings_back(qtbot, opened):
    """The Delete key takes the report under the cursor out of the list; Ctrl+Z undoes it."""
    library = opened.window.library
    library.select(opened.session.entries[0].id)
    library.tree.setFocus()
    qtbot.waitUntil(library.tree.hasFocus)
    qtbot.keyClick(library.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(opened.session.entries) == 1)
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled)
    qtbot.keyClick(library.tree, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(opened.session.entries) == 2)


def test_damage_inside_a_workspace_is_told_when_it_was_read_through(qtbot, program, tmp_path):
    """What can be read is shown at once; then the bar offers the copies; nothing is written."""
    path = tmp_path / "年.duizhang"
    with Workspace.create(path) as workspace:
        workspace.import_files([next(SEEDS.glob("004_*.txt"))])
    Workspace.open(path).close()  # puts today's copy aside
    with closing(sqlite3.connect(path)) as file:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'mark_event'"
        (page,) = file.execute(query).fetchone()
    data = bytearray(path.read_bytes())
    data[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    path.write_bytes(data)
    session, bar = program.session, program.window.message_bar
    with qtbot.waitSignal(session.opened, timeout=20_000):
        session.open_workspace(path)
    assert len(session.entries) == 1
    qtbot.waitUntil(lambda: bar.isVisible() and bar.open_button.isVisible(), timeout=20_000)
    with qtbot.waitSignal(session.noticed, timeout=20_000) as told:
        program.window.furniture.care.remove(session.entries[0].id)
    assert "damaged" in told.args[0].message.en
    assert len(session.entries) == 1
    session.close()
    assert path.read_bytes() == bytes(data)


def test_copy_of_a_damaged_workspace_can_be_opened(qtbot, program, tmp_path):
    """The error offers the automatic copies; the chosen one is opened beside the damaged file."""
    path = tmp_path / "年.duizhang"
    with Workspace.create(path) as workspace:
        workspace.import_files([next(SEEDS.glob("004_*.txt"))])
    Workspace.open(path).close()  # puts today's copy aside
    assert Workspace.copies_of(path)
    path.write_bytes(b"damaged" * 4000)
    program.session.open_workspace(path)
    bar = program.window.message_bar
    qtbot.waitUntil(lambda: bar.isVisible() and bar.open_button.isVisible(), timeout=20_000)
    qtbot.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(qtbot, CopiesDialog)
    button = dialog.buttons.button(dialog.buttons.StandardButton.Open)
    with qtbot.waitSignal(program.session.opened, timeout=20_000):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(program.session.entries) == 1
    assert program.session.workspace_path != path
    assert path.read_bytes() == b"damaged" * 4000
