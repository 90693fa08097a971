"""What is typed and said in the import preview is never lost, and what is wrong is told."""

from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.dialogs.results_dialog import ResultsDialog
from desktop.jobs.job import Job, Lane
from desktop.widgets.region_field import RegionField
from desktop.widgets.report_box import ReportBox
from tests.desktop.intake_steps import TEXT, drop, seed, shown, worked_out
from tests.desktop.library_lines import line
from tracker.message import Message
from tracker.model.report import Region, RegionLevel

# The offscreen platform says this about every dialog; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot, empty, tmp_path):
    """Return the preview of one report."""
    path = tmp_path / "云水.txt"
    path.write_text(TEXT, encoding="utf-8")
    drop(empty, path)
    return shown(qtbot, empty)


def retype(qtbot, field, text):
    """Type over what stands in a field."""
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_what_is_being_typed_comes_in_too(qtbot, empty, dialog):
    """“Import” straight after typing takes the field over and waits until it is worked out."""
    retype(qtbot, dialog.editor.form.year_edit, "2024")
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, LEFT)
    assert [entry.year for entry in empty.session.entries] == [2024]


def test_enter_in_a_field_imports_nothing(qtbot, empty, dialog):
    """It takes the field over; Ctrl+Enter imports."""
    retype(qtbot, dialog.editor.form.year_edit, "2024")
    qtbot.keyClick(dialog.editor.form.year_edit, Qt.Key.Key_Return)
    worked_out(qtbot, empty)
    assert empty.window.furniture.intake.dialog is dialog
    assert dialog.drafting.items[0].draft.report.meta.year == 2024
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert [entry.year for entry in empty.session.entries] == [2024]


def test_working_out_leaves_the_field_alone_that_is_typed_into(qtbot, empty, dialog):
    """What was said a moment ago must not overwrite what is being said now."""
    form = dialog.editor.form
    retype(qtbot, form.year_edit, "2024")
    qtbot.keyClick(form.year_edit, Qt.Key.Key_Return)
    retype(qtbot, form.date_edit, "2024-0")
    qtbot.waitUntil(form.date_edit.hasFocus)
    worked_out(qtbot, empty)
    assert form.year_edit.text() == "2024"
    assert form.date_edit.text() == "2024-0"
    dialog.leave()


@pytest.mark.parametrize(
    ("name", "typed", "told"),
    [
        ("region_edit", "Atlantis", "“Atlantis” names no region"),
        ("year_edit", "20", "“20” is no year"),
        ("date_edit", "2021-13-01", "“2021-13-01” is no date"),
    ],
)
def test_what_cannot_be_taken_over_is_told(qtbot, dialog, name, typed, told):
    """The field says again what it said; a line below says why; typing takes the line away."""
    form = dialog.editor.form
    field = getattr(form, name)
    before = field.text()
    retype(qtbot, field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == before
    assert form.complaint.isVisible()
    assert form.complaint.text().startswith(told)
    retype(qtbot, field, "2")
    assert not form.complaint.isVisible()
    dialog.leave()


def test_a_year_can_be_taken_away_and_a_date_be_written_as_people_do(qtbot, empty, dialog):
    """An empty field says that it is unknown; 2021.1.19 is a date."""
    form, draft = dialog.editor.form, lambda: dialog.drafting.items[0].draft
    form.year_edit.setFocus()
    form.year_edit.clear()
    qtbot.keyClick(form.year_edit, Qt.Key.Key_Return)
    worked_out(qtbot, empty)
    assert draft().report.meta.year is None
    retype(qtbot, form.date_edit, "2022.3.9")
    qtbot.keyClick(form.date_edit, Qt.Key.Key_Return)
    worked_out(qtbot, empty)
    assert draft().report.meta.date.isoformat() == "2022-03-09"
    dialog.leave()


def test_escape_leaves_a_field_before_it_leaves_the_dialog(qtbot, empty, dialog):
    """The field says again what it said."""
    form = dialog.editor.form
    retype(qtbot, form.year_edit, "2030")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert form.year_edit.text() == "2021"
    assert empty.window.furniture.intake.dialog is dialog
    dialog.leave()


def test_corrections_are_not_thrown_away_unasked(qtbot, empty, dialog):
    """Escape asks; going on keeps everything, discarding closes."""
    editor = dialog.editor
    editor.text.setFocus()
    editor.text.go_to(10)
    qtbot.keyClick(editor.text, Qt.Key.Key_X)
    worked_out(qtbot, empty)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.question is not None
    assert "(1)" in dialog.question.text()
    qtbot.keyClick(dialog.question, Qt.Key.Key_Escape)
    assert empty.window.furniture.intake.dialog is dialog
    assert 10 in dialog.drafting.items[0].draft.report.noise
    dialog.close()
    assert empty.window.furniture.intake.dialog is dialog
    lose = next(b for b in dialog.question.buttons() if b.text() == "Discard corrections")
    qtbot.mouseClick(lose, LEFT)
    qtbot.waitUntil(lambda: empty.window.furniture.intake.dialog is None)
    assert empty.session.entries == ()


def test_a_report_is_corrected_in_one_go(qtbot, opened):
    """Typing makes the button ready; a click takes over what was typed, and stores it."""
    report = opened.session.comparison.earlier
    opened.window.furniture.intake.correct(report.id)
    qtbot.waitUntil(
        lambda: opened.window.furniture.intake.report_dialog is not None, timeout=30_000
    )
    dialog = opened.window.furniture.intake.report_dialog
    assert not dialog.save_button.isEnabled()
    retype(qtbot, dialog.editor.form.year_edit, "2019")
    assert dialog.save_button.isEnabled()
    retype(qtbot, dialog.editor.form.year_edit, "20")
    qtbot.keyClick(dialog.editor.form.year_edit, Qt.Key.Key_Return)
    assert not dialog.save_button.isEnabled()
    retype(qtbot, dialog.editor.form.year_edit, "2019")
    with qtbot.waitSignal(opened.session.noticed, timeout=30_000):
        qtbot.mouseClick(dialog.save_button, LEFT)
    assert opened.session.entry(report.id).year == 2019


def test_nothing_can_be_said_of_what_is_there_already(qtbot, empty):
    """It would lead nowhere; the notice says where to correct it."""
    drop(empty, seed("002"))
    dialog = shown(qtbot, empty)
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, LEFT)
    drop(empty, seed("002"))
    dialog = shown(qtbot, empty)
    assert "Correct it in the library" in dialog.notice.text()
    assert not dialog.editor.form.year_edit.isEnabled()
    dialog.editor.text.setFocus()
    qtbot.keyClick(dialog.editor.text, Qt.Key.Key_X)
    assert dialog.drafting.n_said() == 0
    assert dialog.cancel_button.text() == "Close"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert empty.window.furniture.intake.dialog is None


def test_what_did_not_come_in_stays_listed(qtbot, empty, tmp_path):
    """The list of results keeps what the preview told; a report opens from it."""
    broken = tmp_path / "leer.txt"
    broken.write_bytes(b"")
    drop(empty, seed("002"), broken)
    dialog = shown(qtbot, empty)
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, LEFT)
    worked_out(qtbot, empty)
    assert empty.window.library.current_report() == empty.session.entries[0].id
    empty.window.furniture.intake.show_results()
    results = QApplication.activeModalWidget()
    assert isinstance(results, ResultsDialog)
    assert [results.list.topLevelItem(n).text(0) for n in range(2)] == ["Failed", "Imported"]
    results.list.itemActivated.emit(results.list.topLevelItem(1), 0)
    qtbot.waitUntil(lambda: empty.window.furniture.intake.report_dialog is not None, timeout=30_000)
    empty.window.furniture.intake.report_dialog.reject()


def test_stopping_the_import_is_told(qtbot, empty):
    """How many came in and how many did not; nothing is half imported."""
    drop(empty, seed("002"), seed("000"))
    dialog = shown(qtbot, empty)
    held = Event()
    hold = Job("", Message("等待", "Waiting"), lambda _: held.wait(30), Lane.INTAKE)
    empty.session.runner.submit(hold, lambda _: None)
    dialog.accept()
    empty.session.runner.cancel_all()
    with qtbot.waitSignal(empty.session.noticed, timeout=30_000) as told:
        held.set()
    assert "stopped: 0 came in, 2 did not" in told.args[0].message.en
    assert empty.session.entries == ()


def test_margin_words_are_there_at_the_first_sight(qtbot, empty):
    """The paragraph at the top of the screen is the first one, before anything was scrolled."""
    drop(empty, seed("000"))
    dialog = shown(qtbot, empty)
    text = dialog.editor.text
    assert text.block_at(0).blockNumber() == 0
    text.go_to(80)
    top = text.block_at(0)
    layout, shift = text.document().documentLayout(), text.verticalScrollBar().value()
    assert shift > 0
    box = layout.blockBoundingRect(top)
    assert box.top() - shift <= 0 <= box.bottom() - shift
    dialog.reject()


def test_cells_of_a_table_stand_below_one_another(qtbot, empty, tmp_path):
    """Rows of one table have the same stops, behind the longest cell of each column."""
    rows = ["表1", "指标\t\t目标\t完成", "一般公共预算收入总计\t\t1\t2", "地区\t\t3\t4", "完"]
    path = tmp_path / "表.txt"
    path.write_text("\n".join(rows), encoding="utf-8")
    drop(empty, path)
    text = shown(qtbot, empty).editor.text
    xs = []
    for number in (1, 2, 3):
        block = text.document().findBlockByNumber(number)
        at = block.text().rindex("\t") + 1
        xs.append(round(block.layout().lineForTextPosition(at).cursorToX(at)[0]))
        assert block.layout().lineCount() == 1
    assert len(set(xs)) == 1
    empty.window.furniture.intake.dialog.reject()


def test_a_long_cell_shifts_its_own_row_only(qtbot, empty, tmp_path):
    """Where a table is too wide, most rows stay in line."""
    rows = [f"指标{n}\t目标{n}\t完成{n}" for n in range(9)] + [
        "很长的指标名称" * 12 + "\t目标\t完成"
    ]
    path = tmp_path / "表.txt"
    path.write_text("\n".join(rows), encoding="utf-8")
    drop(empty, path)
    text = shown(qtbot, empty).editor.text
    starts = [
        [tab.position for tab in text.document().findBlockByNumber(n).blockFormat().tabPositions()]
        for n in (0, 8, 9)
    ]
    assert starts[0] == starts[1]
    assert starts[0][0] < 200 < starts[2][0]
    empty.window.furniture.intake.dialog.reject()


def test_lines_are_selected_whole_by_keys(qtbot, empty, dialog):
    """Shift with Up and Down takes line after line; what is said is said of them all."""
    text, shift = dialog.editor.text, Qt.KeyboardModifier.ShiftModifier
    text.setFocus()
    text.go_to(8)
    for key, lines in (
        (Qt.Key.Key_Down, (8, 9)),
        (Qt.Key.Key_Down, (8, 9, 10)),
        (Qt.Key.Key_Up, (8, 9)),
        (Qt.Key.Key_Up, (8,)),
        (Qt.Key.Key_Up, (7, 8)),
    ):
        qtbot.keyClick(text, key, shift)
        assert text.lines() == lines
    qtbot.keyClick(text, Qt.Key.Key_X)
    worked_out(qtbot, empty)
    assert {7, 8} <= set(dialog.drafting.items[0].draft.report.noise)
    dialog.leave()


def test_the_short_name_of_a_region_is_enough(qtbot):
    """Where only one region is called so; a province comes before a city of its name."""
    field = RegionField()
    qtbot.addWidget(field)
    names = (
        "江苏省苏州市",
        "江苏省苏州市吴中区",
        "吉林省",
        "吉林省吉林市",
        "甲省朝阳区",
        "乙省朝阳区",
    )
    field.set_regions(
        tuple(Region(name, RegionLevel.COUNTY, str(n)) for n, name in enumerate(names))
    )
    for typed, meant in (("苏州", "江苏省苏州市"), ("吉林", "吉林省"), ("朝阳", None)):
        field.setText(typed)
        found = field.region()
        assert (found.name if found else None) == meant, typed


def test_a_long_name_in_a_box_is_cut_in_its_middle(qtbot):
    """The end of a file's name tells two reports of one year apart."""
    box = ReportBox()
    qtbot.addWidget(box)
    names = ("000_d1626c153a2d6c28_网站版.txt", "报纸版.txt")
    box.set_entries(tuple(line(n, "苏州市", "320500", 2023, name=n) for n in names))
    box.choose(names[0])
    box.resize(180, 30)
    assert box.shown_name().startswith("苏州市")
    assert box.shown_name().endswith("版.txt)")
    assert "…" in box.shown_name()
    box.resize(900, 30)
    assert "…" not in box.shown_name()
    box.show()
    qtbot.waitExposed(box)


def test_more_files_can_be_dropped_on_the_preview(qtbot, empty, dialog):
    """They join those that are there; what was said so far stays."""
    dialog.editor.text.setFocus()
    dialog.editor.text.go_to(10)
    qtbot.keyClick(dialog.editor.text, Qt.Key.Key_X)
    for _ in range(2):
        drop(empty, seed("002"), on=dialog)
        shown(qtbot, empty)
    worked_out(qtbot, empty)
    assert len(dialog.drafting.items) >= 2
    assert 10 in dialog.drafting.items[0].draft.report.noise
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, LEFT)
    assert len(empty.session.entries) == 2


def test_the_filter_does_not_swallow_a_report_that_is_pasted_first(opened):
    """After the start the keyboard is in the tree of reports."""
    assert opened.window.focusWidget() is not opened.window.library.filter
