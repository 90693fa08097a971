"""Two readers through real events: a blind second reading, agreement, settling, marks as files."""

from functools import partial
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog

from desktop.dialogs.export_dialog import ExportDialog
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_desk import Scope
from desktop.models.roles import DataRole
from desktop.notice import Tone
from tests.builders import SEEDS
from tracker.model.exchange import Arrival
from tracker.model.handout import HandoutOptions
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def promises(qtbot, opened):
    """Return the view of promises with the cursor in the first row."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(opened.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    view = opened.window.furniture.commitments
    view.table.setCurrentIndex(view.proxy.index(0, 0))
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return view


def settled_down(qtbot, program):
    """Wait until nothing runs and the window has the keyboard again."""
    if not program.window.isActiveWindow():
        program.window.activateWindow()
        qtbot.waitUntil(program.window.isActiveWindow)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=20_000)


def mark(qtbot, program, view, keys):
    """Mark the first promises of the table, one key each."""
    for row, key in enumerate(keys):
        view.table.setCurrentIndex(view.proxy.index(row, 0))
        qtbot.keyClick(view.table, key)
        settled_down(qtbot, program)


def said(view, row):
    """Return a person's verdict in a row, as it is seen."""
    return view.model.index(row, CommitmentTable.MARK).data(DataRole.VERDICT)


def read_as(qtbot, program, name):
    """Begin a second reading by key, name and button."""
    room = program.window.furniture.readers
    room.dialog = None
    qtbot.keyClick(program.window, Qt.Key.Key_S, MODIFIERS)
    qtbot.waitUntil(lambda: room.dialog is not None)
    dialog = room.dialog
    dialog.second_choice.click()
    dialog.reader_box.lineEdit().setText(name)  # Qt's test keys write no Chinese
    with qtbot.waitSignal(program.session.tracked, timeout=20_000):
        qtbot.keyClick(dialog.reader_box.lineEdit(), Qt.Key.Key_Return)
    settled_down(qtbot, program)


def both_read(qtbot, program, view, first="123", second="143"):
    """Let two people read the first promises, and leave the second reading."""
    mark(qtbot, program, view, first)
    read_as(qtbot, program, "李四")
    mark(qtbot, program, view, second)
    with qtbot.waitSignal(program.session.tracked, timeout=20_000):
        program.window.actions_table["leave_reading"].trigger()
    settled_down(qtbot, program)


def agreement(qtbot, program):
    """Open the page of agreement by its key."""
    room = program.window.furniture.readers
    qtbot.keyClick(program.window, Qt.Key.Key_G, MODIFIERS)
    qtbot.waitUntil(room.is_open, timeout=20_000)
    qtbot.waitUntil(room.view.area.hasFocus)
    return room.view


def test_a_second_reader_sees_nothing_of_the_first(qtbot, opened, promises):
    """Marks, notes, history and evidence of the first are hidden, and a band says so."""
    mark(qtbot, opened, promises, "13")
    promises.detail.marks.note.setFocus()
    qtbot.keyClicks(promises.detail.marks.note, "geheim")
    qtbot.keyClick(promises.detail.marks.note, Qt.Key.Key_Return)
    settled_down(qtbot, opened)
    assert "geheim" in promises.detail.history.text()
    read_as(qtbot, opened, "李四")
    band = opened.window.furniture.readers.band
    assert band.isVisible()
    assert "李四" in band.label.text()
    assert [said(promises, row) for row in range(3)] == [None] * 3
    promises.table.setCurrentIndex(promises.proxy.index(1, 0))
    settled_down(qtbot, opened)
    assert promises.detail.marks.note.text() == ""
    assert promises.detail.history.text() == ""
    qtbot.keyClick(promises.table, Qt.Key.Key_2)
    settled_down(qtbot, opened)
    assert said(promises, 1) == Verdict.PARTIAL
    assert band.progress.text().startswith("1 of")


def test_escape_leads_to_the_way_out_and_never_out_at_once(qtbot, opened, promises):
    """One Esc too many would show the first marks; Enter on the button does."""
    mark(qtbot, opened, promises, "1")
    read_as(qtbot, opened, "李四")
    qtbot.waitUntil(promises.table.hasFocus)
    qtbot.keyClick(promises.table, Qt.Key.Key_Escape)
    band = opened.window.furniture.readers.band
    assert band.button.hasFocus()
    qtbot.keyClick(band.button, Qt.Key.Key_Escape)
    assert promises.table.hasFocus()
    assert opened.session.second.reader == "李四"
    qtbot.keyClick(promises.table, Qt.Key.Key_Escape)
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(band.button, Qt.Key.Key_Return)
    assert band.isHidden()
    assert said(promises, 0) == Verdict.FULFILLED


@pytest.mark.parametrize("action", ["export_report", "print_tracking"])
def test_a_second_reader_gets_no_handout_of_the_first(qtbot, opened, promises, action):
    """A handout has the marks of the first reading: the message bar says what to do before."""
    read_as(qtbot, opened, "Li")
    with qtbot.waitSignal(opened.session.noticed, timeout=20_000) as told:
        opened.window.actions_table[action].trigger()
    assert told.args[0].tone is Tone.WARNING
    assert told.args[0].action == "leave_reading"
    assert opened.window.findChild(ExportDialog) is None
    assert opened.window.furniture.files.printing.preview is None


def test_agreement_is_closed_to_a_second_reader(qtbot, opened, promises):
    """It would tell what the first said."""
    mark(qtbot, opened, promises, "1")
    read_as(qtbot, opened, "李四")
    qtbot.keyClick(opened.window, Qt.Key.Key_G, MODIFIERS)
    qtbot.waitUntil(opened.window.message_bar.isVisible)
    assert not opened.window.furniture.readers.is_open()


def test_agreement_is_told_and_every_difference_settled_by_key(qtbot, opened, promises):
    """A key settles and goes on; the verdict is the workspace's, the agreement stays."""
    both_read(qtbot, opened, promises, "1231", "1433")
    view = agreement(qtbot, opened)
    assert view.figures.share.text() == "50%"
    assert len(view.walk) == 2
    assert view.second.by.text().startswith("李四")
    first = view.walk.current.said.commitment_id
    qtbot.keyClick(view.area, Qt.Key.Key_M)
    qtbot.keyClicks(view.bar.note, "Jahrbuch")
    qtbot.keyClick(view.bar.note, Qt.Key.Key_Return)
    qtbot.keyClick(view.area, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: view.walk.settled == 1, timeout=20_000)
    assert view.walk.current.said.commitment_id != first
    assert view.bar.note.text() == ""
    assert view.figures.share.text() == "50%"
    qtbot.keyClick(view.area, Qt.Key.Key_P)
    assert view.bar.note.text() == "Settled: Jahrbuch"
    assert view.first.verdict.text() == "Partly fulfilled"
    qtbot.keyClick(view.area, Qt.Key.Key_Return)
    qtbot.waitUntil(promises.isVisible)
    settled_down(qtbot, opened)
    assert promises.current().commitment.id == first
    assert said(promises, 1) == Verdict.IN_PROGRESS
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(promises, 1) == Verdict.PARTIAL, timeout=20_000)


def test_a_report_that_nobody_read_twice_says_what_to_do(qtbot, opened, promises):
    """The page offers to begin a second reading."""
    qtbot.keyClick(opened.window, Qt.Key.Key_G, MODIFIERS)
    room = opened.window.furniture.readers
    qtbot.waitUntil(room.is_open, timeout=20_000)
    assert room.view.none_yet.isVisible()
    qtbot.mouseClick(room.view.none_yet.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.dialog is not None)
    room.dialog.reject()
    settled_down(qtbot, opened)
    qtbot.keyClick(room.view, Qt.Key.Key_Escape)
    assert promises.isVisible()


def test_ones_own_name_is_kept_and_stands_beside_new_marks(qtbot, opened, promises):
    """The name that was chosen is written from then on, also after the next start."""
    room = opened.window.furniture.readers
    opened.window.actions_table["mark_as"].trigger()
    qtbot.waitUntil(lambda: room.dialog is not None)
    room.dialog.own_name.selectAll()
    qtbot.keyClicks(room.dialog.own_name, "Wang Wu")
    ok = room.dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    with qtbot.waitSignal(opened.session.opened, timeout=20_000):
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    settled_down(qtbot, opened)
    assert opened.settings.own_name == "Wang Wu"
    report = next(iter(sorted(opened.session.entries, key=lambda e: e.year or 0))).id
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        promises.choose(report)
    mark(qtbot, opened, promises, "1")
    assert [m.user for m in opened.session.tracking.marks.values()] == ["Wang Wu"]


@pytest.fixture
def colleague(tmp_path):
    """Return a colleague's file of marks: the first three promises of the earlier sample."""
    path = tmp_path / "李四.marks.json"
    names = [next(SEEDS.glob(f"{number}_*.txt")) for number in ("002", "000")]
    with Workspace.create(tmp_path / "other.duizhang", user="李四") as other:
        other.import_files(names)
        report = min(other.entries(), key=lambda e: e.year or 0).id
        verdicts = (Verdict.FULFILLED, Verdict.MISSED, Verdict.PARTIAL)
        for one, verdict in zip(other.commitments(report), verdicts, strict=False):
            other.mark(one.id, verdict=verdict, note="查过")
        other.write_marks(path)
    return path


def preview(qtbot, program, monkeypatch, path):
    """Choose a file of marks and return what is asked."""
    room = program.window.furniture.readers
    room.dialog = None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    program.window.actions_table["import_marks"].trigger()
    qtbot.waitUntil(lambda: room.dialog is not None, timeout=20_000)
    return room.dialog


def test_marks_of_a_colleague_are_looked_at_taken_and_undone(
    qtbot, opened, promises, monkeypatch, colleague
):
    """New ones are ticked, a conflict waits for a person's tick; one undo takes all back."""
    mark(qtbot, opened, promises, "3")
    dialog = preview(qtbot, opened, monkeypatch, colleague)
    assert dialog.model.counts()[Arrival.CONFLICT] == 1
    assert dialog.model.counts()[Arrival.NEW] == 2
    assert len(dialog.chosen()) == 2  # the cursor waits at the conflict, which comes first
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    assert len(dialog.chosen()) == 3
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    with qtbot.waitSignal(opened.session.marks_changed, timeout=20_000):
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    settled_down(qtbot, opened)
    verdicts = (Verdict.FULFILLED, Verdict.MISSED, Verdict.PARTIAL)
    assert tuple(said(promises, row) for row in range(3)) == verdicts
    assert "3" in opened.window.message_bar.label.text()
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: said(promises, 0) == Verdict.MISSED, timeout=20_000)
    assert said(promises, 1) is None


def test_promises_that_a_colleague_set_right_come_with_the_marks(
    qtbot, opened, promises, monkeypatch, tmp_path
):
    """One row brings an added promise with its mark, another takes out what is none."""
    path = tmp_path / "李四.marks.json"
    names = [next(SEEDS.glob(f"{number}_*.txt")) for number in ("002", "000")]
    with Workspace.create(tmp_path / "other.duizhang", user="李四") as other:
        other.import_files(names)
        report = min(other.entries(), key=lambda e: e.year or 0).id
        known = other.commitments(report)
        other.reject_promise(known[1].id, why="口号")
        text = other.report(report).text
        taken = {one.statement.span for one in known}
        start = text.index("。", known[0].statement.span.end) + 1
        span = next(
            Span(at, at + 12) for at in range(start, len(text)) if Span(at, at + 12) not in taken
        )
        added = other.add_promise(Anchor(report, span, text[span.start : span.end]))
        other.mark(added, verdict=Verdict.PARTIAL)
        other.write_marks(path)
    before = {one.commitment.id for one in opened.session.tracking.trackings}
    dialog = preview(qtbot, opened, monkeypatch, path)
    model = dialog.model
    assert "marks 1, promises set right by hand 2." in dialog.told.text()
    shown = [[str(model.index(row, n).data()) for n in (1, 2)] for row in range(model.rowCount())]
    assert shown == [["New promise", "Partly fulfilled"], ["New", "no promise"]]
    assert "口号" in model.index(1, model.THEIRS).data(Qt.ItemDataRole.ToolTipRole)
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert ok.text() == "Take over 2"
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    settled_down(qtbot, opened)
    marks = opened.session.tracking.marks.values()
    assert [one.verdict for one in marks] == [Verdict.PARTIAL]
    ids = {one.commitment.id for one in opened.session.tracking.trackings}
    assert {one.commitment_id for one in marks} <= ids
    assert known[1].id not in ids
    assert "marks 1, promises set right 2" in opened.window.message_bar.label.text()
    qtbot.keyClick(opened.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not opened.session.tracking.marks, timeout=20_000)
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)
    assert {one.commitment.id for one in opened.session.tracking.trackings} == before


def test_marks_filled_into_a_workbook_can_be_chosen(qtbot, opened, promises, monkeypatch, tmp_path):
    """The window for files offers workbooks beside files of marks, and what is in one is shown."""
    workspace, path = opened.session.workspace, tmp_path / "table.xlsx"
    workspace.export(path, opened.session.tracking.earlier.id, (), HandoutOptions(language="zh"))
    book = load_workbook(path)
    heads = [cell.value for cell in book.worksheets[0][1]]
    book.worksheets[0].cell(2, heads.index("人工标记") + 1).value = "未兑现"
    book.save(path)
    asked = []
    room = opened.window.furniture.readers
    room.dialog = None

    def choose(*said):
        asked.append(said[-1])
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    opened.window.actions_table["import_marks"].trigger()
    qtbot.waitUntil(lambda: room.dialog is not None, timeout=20_000)
    assert "*.xlsx" in asked[0]
    assert "*.json" in asked[0]
    (only,) = room.dialog.chosen()
    assert only.mark.verdict is Verdict.MISSED
    room.dialog.reject()


def test_marks_of_a_colleague_can_be_a_second_reading(
    qtbot, opened, promises, monkeypatch, colleague
):
    """They change no mark here; the bar leads to the agreement, with this colleague chosen."""
    mark(qtbot, opened, promises, "3")
    read_as(qtbot, opened, "丁一")
    mark(qtbot, opened, promises, "3")
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        opened.window.actions_table["leave_reading"].trigger()
    settled_down(qtbot, opened)
    dialog = preview(qtbot, opened, monkeypatch, colleague)
    dialog.second_choice.click()
    assert dialog.reader.text() == "李四"
    ok = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(opened.window.message_bar.isVisible, timeout=20_000)
    settled_down(qtbot, opened)
    assert said(promises, 0) == Verdict.MISSED
    qtbot.mouseClick(opened.window.message_bar.open_button, Qt.MouseButton.LeftButton)
    room = opened.window.furniture.readers
    qtbot.waitUntil(room.is_open, timeout=20_000)
    assert len(room.view.walk) == 1
    assert room.view.second.by.text().startswith("李四")


def test_marks_are_written_for_a_colleague(qtbot, opened, promises, monkeypatch, tmp_path):
    """The file holds the marks and can be read back."""
    mark(qtbot, opened, promises, "12")
    path, offered = tmp_path / "m.json", []

    def choose(*asked):
        offered.append(Path(asked[2]))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    opened.session.user = ""
    opened.window.actions_table["export_marks"].trigger()
    assert offered[0].name == "Marks.marks.json"
    assert offered[0].parent.is_dir()
    qtbot.waitUntil(opened.window.message_bar.isVisible, timeout=20_000)
    arrived = opened.session.workspace.read_marks(path).marks
    assert [one.arrival for one in arrived] == [Arrival.SAME] * 2


def test_a_file_without_marks_says_what_to_choose(qtbot, opened, promises, monkeypatch, tmp_path):
    """Another file is told to be one, in the bar."""
    path = tmp_path / "x.json"
    path.write_text("{}", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    opened.window.actions_table["import_marks"].trigger()
    qtbot.waitUntil(opened.window.message_bar.isVisible, timeout=20_000)
    assert "Export marks" in opened.window.message_bar.label.text()


def test_a_second_reader_sees_nothing_of_the_first_in_many_reports(qtbot, opened, promises):
    """Many rows lose the first's marks, and have them back after; reading begins at the top."""
    mark(qtbot, opened, promises, "13")
    box = promises.heads.scope_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert promises.heads.scope() is Scope.WORKSPACE
    settled_down(qtbot, opened)
    promises.table.setFocus()
    qtbot.keyClick(promises.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settled_down(qtbot, opened)
    wanted = promises.current_id()  # of another report than those that are marked
    shown = [said(promises, row) for row in range(promises.model.rowCount())]
    n = len(shown)
    assert promises.current_report() != promises.model.ledger.place_of(0)[0].report_id
    assert sorted(filter(None, shown)) == sorted((Verdict.FULFILLED, Verdict.MISSED))
    read_as(qtbot, opened, "李四")
    assert promises.model.rowCount() == n
    assert [said(promises, row) for row in range(n)] == [None] * n
    assert promises.table.currentIndex().row() == 0
    promises.table.setFocus()
    qtbot.keyClick(promises.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    settled_down(qtbot, opened)
    qtbot.keyClick(promises.table, Qt.Key.Key_2)
    settled_down(qtbot, opened)
    assert [one for one in map(partial(said, promises), range(n)) if one] == [Verdict.PARTIAL]
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        opened.window.actions_table["leave_reading"].trigger()
    settled_down(qtbot, opened)
    assert [said(promises, row) for row in range(n)] == shown
    assert promises.current_id() == wanted
