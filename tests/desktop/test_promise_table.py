"""Promises of many reports in one table through real events: scope, groups, conditions, marks."""

import json

import pytest
from PySide6.QtCore import Qt

from desktop.dialogs.export_dialog import ExportDialog
from desktop.models.promise_desk import Scope
from desktop.models.promise_field import Field
from desktop.models.promise_filter import PromiseFilter
from tracker.model.commitment import StatementKind
from tracker.model.tracking import Verdict

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot, opened):
    """Return the view of promises with the cursor in the first row."""
    with qtbot.waitSignal(opened.session.tracked, timeout=60_000):
        opened.window.furniture.ways.show_commitments()
    found = opened.window.furniture.commitments
    found.table.setCurrentIndex(found.proxy.index(0, 0))
    found.table.setFocus()
    qtbot.waitUntil(found.table.hasFocus)
    return found


def marked(view):
    """Return how many promises of the table have a person's verdict."""
    return int((~view.model.ledger.unmarked()).sum())


def test_many_are_marked_as_one_step_and_undone_as_one(qtbot, opened, view):
    """Shift with the arrows chooses five rows, a key marks them all, Ctrl+Z takes all back."""
    for _ in range(4):
        qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    assert len(view.selected_ids()) == 5
    qtbot.keyClick(view.table, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: marked(view) == 5, timeout=20_000)
    assert view.marking.progress.marked.text().startswith("Marked 5 of ")
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled, timeout=20_000)
    qtbot.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: marked(view) == 0, timeout=20_000)


def test_whole_workspace_stands_in_one_table(qtbot, view):
    """All reports are read; the cursor in another report reads that one, and back again."""
    one = view.model.rowCount()
    view.heads.scope_box.setCurrentIndex(2)
    view.heads.scope_box.activated.emit(2)
    qtbot.waitUntil(lambda: not view.desk.is_reading(), timeout=60_000)
    assert view.model.rowCount() > one
    assert not view.report_box.isEnabled()
    assert (view.report_box.chosen(), view.report_box.placeholderText()) == ("", "All reports")
    line = view.proxy.rowCount() - 1
    view.table.setCurrentIndex(view.proxy.index(line, 0))
    report = view.current_report()
    qtbot.waitUntil(lambda: view._session.tracking.earlier.id == report, timeout=20_000)
    qtbot.waitUntil(view.detail.body.isVisible, timeout=20_000)
    assert len(view.shown_promises().ids) == view.model.rowCount()
    view.heads.scope_box.setCurrentIndex(0)
    view.set_scope(Scope.REPORT)
    assert len(view.model.ledger.blocks) == 1
    assert view.report_box.isEnabled()
    assert view.report_box.chosen() == report


def whole_workspace(qtbot, view):
    """Let the table show every report."""
    view.heads.scope_box.setCurrentIndex(2)
    view.heads.scope_box.activated.emit(2)
    qtbot.waitUntil(lambda: not view.desk.is_reading(), timeout=60_000)


def test_reading_is_held_up_and_gone_on_with(qtbot, view):
    """Stop leaves what is there, also when the library changes; Go on brings the rest."""
    whole_workspace(qtbot, view)
    n = view.model.rowCount()
    strip = view.marking.progress
    view.heads.scope_box.activated.emit(2)
    assert strip.stop_button.isVisible()
    qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    assert view.desk.is_held()
    view._session.refresh()
    qtbot.waitUntil(lambda: not view._session.runner.busy(), timeout=20_000)
    assert view.model.rowCount() == 0
    assert strip.stop_button.text() == "Go on"
    qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: view.model.rowCount() == n, timeout=60_000)
    assert not strip.stop_button.isVisible()


def test_what_is_shown_of_several_reports_is_exported_as_one(qtbot, opened, view, tmp_path):
    """No row of the table is dropped; the choice of one report is gone meanwhile."""
    whole_workspace(qtbot, view)
    shown = view.shown_promises()
    assert len(shown.reports) > 1
    view.export_shown()
    dialog = opened.window.findChild(ExportDialog)
    assert not dialog.earlier_box.isVisible()
    dialog.format_box.setCurrentIndex(dialog.format_box.findData("json"))
    path = tmp_path / "all.json"
    dialog.path_edit.setText(str(path))
    with qtbot.waitSignal(opened.session.noticed, timeout=60_000):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)
    found = {
        one["commitment"]["id"] for one in json.loads(path.read_text(encoding="utf-8"))["promises"]
    }
    assert found == set(shown.ids)


def test_one_report_is_asked_for_again_once_the_scope_is_one(qtbot, opened, view):
    """Other scopes than the table are of one report, and its fields are back."""
    whole_workspace(qtbot, view)
    view.export_shown()
    dialog = opened.window.findChild(ExportDialog)
    assert len(dialog.order().together) > 1
    dialog.scope.scope_box.setCurrentIndex(0)
    assert dialog.earlier_box.isVisible()
    assert dialog.order().together == ()
    dialog.reject()


def names(view):
    """Return the promises of the table with the unit that answers for each."""
    model = view.model
    return {
        model.ledger.id_at(row): model.ledger.value(Field.BODY, row)
        for row in range(model.rowCount())
    }


def test_corrections_act_on_the_rows_of_every_report(qtbot, opened, view):
    """Delete takes out what is selected, of any report, as one step; Ctrl+Z brings it back."""
    whole_workspace(qtbot, view)
    before = names(view)
    own = view._session.tracking.earlier.id
    rows = range(view.proxy.rowCount())
    at = next(n for n in rows if view.proxy.lines.row_at(n) >= 0 and (
        view.model.ledger.place_of(view.proxy.lines.row_at(n))[0].report_id != own
    ))  # fmt: skip
    view.table.setCurrentIndex(view.proxy.index(at - 1, 0))
    qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    chosen = set(opened.window.furniture.tools.correcting._ids())
    assert len({one.split("-")[0] for one in chosen}) == 2
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: set(names(view)) == set(before) - chosen, timeout=20_000)
    qtbot.waitUntil(opened.window.actions_table["undo"].isEnabled, timeout=20_000)
    qtbot.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: set(names(view)) == set(before), timeout=20_000)


def test_groups_fold_by_the_arrows(qtbot, view):
    """Left goes to the head and folds the group, Right opens it; nothing is lost."""
    view.heads.group_box.setCurrentIndex(2)
    view.heads.group_box.activated.emit(2)
    n = view.proxy.rowCount()
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    head = view.proxy.lines.group_at(view.table.currentIndex().row())
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    assert view.proxy.rowCount() == n - len(head.rows)
    assert view.selected_ids() == ()
    qtbot.keyClick(view.table, Qt.Key.Key_Right)
    assert view.proxy.rowCount() == n


def test_conditions_are_put_together_and_taken_away_by_keys(qtbot, view):
    """F opens the fields, Space ticks a value, Enter closes; Delete takes the chip away."""
    total = view.proxy.rowCount()
    qtbot.keyClick(view.table, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: view.filtering.menu is not None and view.filtering.menu.isVisible())
    qtbot.keyClick(view.filtering.menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.filtering.choice is not None)
    choice = view.filtering.choice
    qtbot.keyClick(choice.list, Qt.Key.Key_Space)
    wanted = view.proxy.filter.condition(Field.MACHINE)
    assert wanted.values == (Verdict.FULFILLED.value,)
    assert 0 < view.proxy.rowCount() < total
    choice.close()
    chip = view.heads.conditions.chips[Field.MACHINE]
    qtbot.keyClick(chip.edit, Qt.Key.Key_Delete)
    assert not view.proxy.filter
    assert view.proxy.rowCount() == total


def test_a_filter_with_a_name_stays_in_the_workspace(qtbot, view):
    """What was kept is offered again; deleting it can be undone."""
    view.filter.setText("5G")
    with qtbot.waitSignal(view.desk.filters_read, timeout=20_000):
        view.filtering._keep("  五 G ")
    says = view.filtering.kept["五 G"]
    view.show_all()
    view.filtering.use(PromiseFilter.from_text(says))
    assert view.filter.text() == "5G"
    with qtbot.waitSignal(view.desk.filters_read, timeout=20_000):
        view.filtering.drop("五 G")
    assert not view.filtering.kept
    with qtbot.waitSignal(view.desk.filters_read, timeout=20_000):
        view._session.undo()
    assert list(view.filtering.kept) == ["五 G"]


def test_most_doubtful_promise_with_figures_comes_first(qtbot, view):
    """L walks what is unsure: figures before words, the least certain first; no marked ones."""
    ledger, walked = view.model.ledger, []
    n = int(ledger.uncertain().sum())
    assert n > 4
    for _ in range(n):
        qtbot.keyClick(view.table, Qt.Key.Key_L)
        one = view.current()
        counted = one.commitment.statement.kind in {StatementKind.TARGET, StatementKind.QUOTA}
        sure = 0.0 if one.verdict is Verdict.UNDETERMINED else one.confidence
        walked.append((not counted, round(sure, 4), one.commitment.id))
    assert len({key for *_, key in walked}) == n
    assert [two[:2] for two in walked] == sorted(two[:2] for two in walked)
    qtbot.keyClick(view.table, Qt.Key.Key_L)
    assert view.current().commitment.id == walked[0][2]
    qtbot.keyClick(view.table, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: int(ledger.uncertain().sum()) == n - 1, timeout=20_000)
    qtbot.keyClick(view.table, Qt.Key.Key_L)
    assert view.current().commitment.id == walked[1][2]


def test_scope_and_grouping_are_found_as_they_were_left(qtbot, opened, view, tmp_path):
    """Each workspace has its own; what is read of many reports waits until promises are shown."""
    path = tmp_path / "work.duizhang"
    whole_workspace(qtbot, view)
    qtbot.keyClick(view.heads.group_box, Qt.Key.Key_Down)
    view.heads.group_box.activated.emit(view.heads.group_box.currentIndex())
    left = view.heads.left()
    assert left[0] == Scope.WORKSPACE.value
    assert left[1]
    n = view.model.rowCount()
    session = opened.session
    opened.window.furniture.ways.show_compare()
    for one in (tmp_path / "other.duizhang", path):
        with qtbot.waitSignal(session.opened, timeout=60_000):
            session.open_workspace(one)
        assert view.heads.left()[0] == Scope.REPORT.value
    with qtbot.waitSignal(session.columns_read, timeout=60_000):
        assert opened.window.furniture.tools.remembering.restore()
    assert view.heads.left()[0] == Scope.REPORT.value  # nothing is read before it is wanted
    opened.window.furniture.ways.show_commitments()
    qtbot.waitUntil(lambda: view.heads.left() == left, timeout=20_000)
    qtbot.waitUntil(lambda: view.model.rowCount() == n, timeout=60_000)
    assert view.proxy.lines.group_at(0) is not None


def test_words_are_looked_for_while_the_window_does_other_things(qtbot, view, monkeypatch):
    """Report by report where there are many; the last that was typed is what is shown."""
    whole_workspace(qtbot, view)
    view.heads.filter.setText("学校")
    qtbot.waitUntil(lambda: view.proxy.filter.words == "学校")
    qtbot.waitUntil(lambda: 0 < view.proxy.rowCount() < view.model.rowCount(), timeout=20_000)
    expected = view.proxy.rowCount()
    view.heads.filter.clear()
    monkeypatch.setattr("desktop.models.row_search._AT_ONCE", 1)
    monkeypatch.setattr("desktop.views.promise_filtering._STRETCH", 0.0)
    view.model.ledger.search._found.clear()
    for typed in ("学", "学校"):
        view.heads.filter.setText(typed)
        assert view.proxy.filter.words == ""  # not before all is looked through
    qtbot.waitUntil(lambda: view.proxy.filter.words == "学校")
    assert view.proxy.rowCount() == expected
    view.model.ledger.search._found.clear()
    view.heads.filter.setText("医院")
    view.filtering.clear()
    qtbot.wait(50)
    assert view.proxy.rowCount() == view.model.rowCount()
