"""Documents come in by dropping, pasting, choosing: looked at, set right, brought in."""

import zipfile
from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.dialogs.results_dialog import ResultsDialog
from desktop.models.line_words import LineMark, line_tags
from desktop.models.roles import DataRole
from desktop.settings import PREVIEW
from tests.builders import SEEDS
from tests.desktop.intake_steps import TEXT, drop, seed, shown, worked_out
from tracker.model.draft import Standing
from tracker.model.library import ImportStatus, MetadataCorrection
from tracker.model.outline import Role
from tracker.workspace import Workspace, arriving, previews

# The offscreen platform says this about every dialog; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_dropped_files_are_looked_at_and_brought_in(qtbot, empty, tmp_path):
    """Good, broken, known and foreign files in one drop: each is told, the good ones come in."""
    broken, picture = tmp_path / "leer.txt", tmp_path / "bilder" / "a.jpg"
    broken.write_bytes(b"")
    picture.parent.mkdir()
    picture.write_bytes(b"x")
    drop(empty, seed("002"), broken, picture.parent, seed("002"))
    dialog = shown(qtbot, empty)
    standings = [item.draft.standing for item in dialog.drafting.items]
    assert standings == [
        Standing.NEW,
        Standing.FAILED,
        Standing.SKIPPED,
        Standing.SAME_FILE,
    ]
    assert dialog.import_button.text() == "Import 1"
    assert dialog.model.index(1).data(DataRole.DETAIL).startswith("It is empty")
    assert empty.session.entries == ()
    with qtbot.waitSignal(empty.session.imported, timeout=30_000) as told:
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert [r.status for r in told.args[0]] == [ImportStatus.IMPORTED]
    assert [e.year for e in empty.session.entries] == [2021]
    bar = empty.window.message_bar
    assert bar.open_button.text() == "Look and correct…"
    qtbot.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: empty.window.furniture.intake.report_dialog is not None)
    empty.window.furniture.intake.report_dialog.reject()


def test_names_are_listed_before_anything_is_read(qtbot, empty, tmp_path, monkeypatch):
    """Rows that wait say so and cannot be chosen; each is filled in where it stands."""
    for year in (2021, 2022, 2023):
        text = TEXT.replace("2022", str(year))
        (tmp_path / f"{year}.txt").write_text(f"{text}第{year}份。\n", encoding="utf-8")
    begin, read = Event(), previews.read_all

    def wait(*given):
        begin.wait(20)
        return read(*given)

    monkeypatch.setattr(previews, "read_all", wait)
    drop(empty, *sorted(tmp_path.glob("*.txt")))
    qtbot.waitUntil(lambda: empty.window.furniture.intake.dialog is not None)
    dialog = empty.window.furniture.intake.dialog
    model = dialog.model
    qtbot.waitUntil(lambda: model.rowCount() == 3, timeout=20_000)
    rows = [model.index(row) for row in range(3)]
    assert [row.data() for row in rows] == ["2021.txt", "2022.txt", "2023.txt"]
    assert {row.data(DataRole.DETAIL) for row in rows} == {"waiting to be read"}
    assert not any(row.flags() & Qt.ItemFlag.ItemIsSelectable for row in rows)
    assert not dialog.list.currentIndex().isValid()
    begin.set()
    shown(qtbot, empty)
    assert model.rowCount() == 3
    assert [model.index(row).data(DataRole.VALUE) for row in range(3)] == [Standing.NEW] * 3
    assert dialog.list.currentIndex().row() == 0


def test_two_years_that_come_in_first_stand_side_by_side(qtbot, empty):
    """Nothing is read yet: the pair is there without a further click; later imports leave it."""
    drop(empty, seed("002"), seed("000"))
    dialog = shown(qtbot, empty)
    qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(empty.session.columns) == 2, timeout=60_000)
    assert [report.meta.year for report in empty.session.columns] == [2021, 2023]
    drop(empty, seed("004"))
    dialog = shown(qtbot, empty)
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert [report.meta.year for report in empty.session.columns] == [2021, 2023]


def test_lines_are_set_right_by_keys_and_taken_back(qtbot, empty, tmp_path):
    """Heading, no part of the report, role: seen at once, undone in the window, then stored."""
    path = tmp_path / "云水.txt"
    path.write_text(TEXT, encoding="utf-8")
    drop(empty, path)
    dialog = shown(qtbot, empty)
    editor, item = dialog.editor, lambda: dialog.drafting.items[0]
    editor.text.setFocus()
    editor.text.go_to(9)
    qtbot.keyClick(editor.text, Qt.Key.Key_Down)
    assert editor.text.line == 10
    qtbot.keyClick(editor.text, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: 10 in item().draft.report.noise, timeout=30_000)
    tag = line_tags(item().draft)[10]
    assert (tag.mark, tag.by_hand) == (LineMark.NOISE, True)
    editor.text.go_to(9)
    qtbot.keyClick(editor.text, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: len(item().draft.corrections.lines) == 2, timeout=30_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: len(item().draft.corrections.lines) == 1, timeout=30_000)
    qtbot.keyClick(dialog, Qt.Key.Key_Y, CONTROL)
    qtbot.waitUntil(lambda: len(item().draft.corrections.lines) == 2, timeout=30_000)
    qtbot.keyClick(editor.text, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(item().draft.corrections.lines) == 1, timeout=30_000)
    last = item().draft.report.sections[-1]
    editor.set_role(last, Role.SELF)
    qtbot.waitUntil(lambda: item().draft.report.sections[-1].role is Role.SELF, timeout=30_000)
    model = editor.outline_model
    assert str(model.index_of(last.index).data()).endswith("●")
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    (entry,) = empty.session.entries
    report = empty.session.workspace.report(entry.id)
    assert 10 in report.noise
    assert report.sections[-1].role is Role.SELF


def test_the_menu_of_a_line_offers_everything(qtbot, empty, tmp_path):
    """Enter opens it; what is chosen is said of the line."""
    path = tmp_path / "云水.txt"
    path.write_text(TEXT, encoding="utf-8")
    drop(empty, path)
    dialog = shown(qtbot, empty)
    editor = dialog.editor
    editor.text.setFocus()
    editor.text.go_to(6)
    qtbot.keyClick(editor.text, Qt.Key.Key_Return)
    words = [action.text().split("\t")[0] for action in editor.menu.actions()]
    assert {"Heading, level 1", "No heading", "Continues the line above"} <= set(words)
    action = next(a for a in editor.menu.actions() if a.text().startswith("No part"))
    action.trigger()
    editor.menu.close()
    qtbot.waitUntil(lambda: 6 in dialog.drafting.items[0].draft.report.noise, timeout=30_000)
    dialog.reject()


def test_a_wrong_encoding_is_changed_at_once(qtbot, empty, tmp_path):
    """The text is read anew in the encoding that was chosen; fields and lines follow."""
    path = tmp_path / "alt.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    drop(empty, path)
    dialog = shown(qtbot, empty)
    form = dialog.editor.form
    for name, right in (("Big5", False), ("GB18030", True)):
        form.encoding_box.setCurrentIndex(form.encoding_box.findData(name))
        form.encoding_box.activated.emit(form.encoding_box.currentIndex())
        worked_out(qtbot, empty)
        draft = dialog.drafting.items[0].draft
        read = draft.source is not None and "政府工作报告" in draft.source.text
        assert read is right, name
    assert form.year_edit.text() == "2021"
    dialog.reject()


def test_cancel_brings_nothing_in(qtbot, empty):
    """Escape stops the reading too."""
    drop(empty, *sorted(SEEDS.glob("*.txt")))
    qtbot.waitUntil(lambda: empty.window.furniture.intake.dialog is not None)
    qtbot.keyClick(empty.window.furniture.intake.dialog, Qt.Key.Key_Escape)
    worked_out(qtbot, empty)
    assert empty.window.furniture.intake.dialog is None
    assert empty.session.entries == ()


def test_a_rival_takes_the_place_of_the_old_report(qtbot, empty, tmp_path):
    """The same region, year and kind with another text: keep both, or replace."""
    old, new = tmp_path / "alt.txt", tmp_path / "neu.txt"
    text = seed("002").read_text(encoding="utf-8")
    old.write_text(text, encoding="utf-8")
    new.write_text(text.replace("高质量", "高水平"), encoding="utf-8")
    empty.settings.save_flag(PREVIEW, value=False)
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        drop(empty, old)
    qtbot.waitUntil(lambda: len(empty.session.entries) == 1)
    empty.settings.save_flag(PREVIEW, value=True)
    drop(empty, new)
    dialog = shown(qtbot, empty)
    assert "already, with another text" in dialog.notice.text()
    dialog.there_box.setCurrentIndex(dialog.there_box.findData("replace"))
    dialog.there_box.activated.emit(dialog.there_box.currentIndex())
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    assert [e.name for e in empty.session.entries] == ["neu.txt"]


def test_without_preview_files_come_in_at_once(qtbot, empty, tmp_path):
    """“Import at once” is remembered; archives and folders are gone through."""
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.write(seed("002"), "2021/a.txt")
    drop(empty, tmp_path / "all.zip")
    dialog = shown(qtbot, empty)
    dialog.straight.setChecked(True)
    with qtbot.waitSignal(empty.session.imported, timeout=30_000):
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(empty.session.imported, timeout=30_000) as told:
        drop(empty, tmp_path / "all.zip")
    assert [r.status for r in told.args[0]] == [ImportStatus.DUPLICATE]
    assert empty.window.furniture.intake.dialog is None


def test_ctrl_v_takes_the_clipboard_but_not_from_a_field(qtbot, empty):
    """Outside of fields the clipboard is a report; inside it is text to type."""
    QGuiApplication.clipboard().setText(TEXT)
    window = empty.window
    window.library.filter.setEnabled(True)
    window.library.filter.setFocus()
    qtbot.keyClick(window.library.filter, Qt.Key.Key_V, CONTROL)
    assert window.furniture.intake.dialog is None
    assert window.library.filter.text()
    window.library.filter.clear()
    window.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_V, CONTROL)
    dialog = shown(qtbot, empty)
    (item,) = dialog.drafting.items
    assert item.draft.report.meta.year == 2021
    assert item.draft.name == "2021年云水市政府工作报告.txt"
    dialog.reject()
    QGuiApplication.clipboard().clear()
    with qtbot.waitSignal(empty.session.noticed) as told:
        window.actions_table["paste_report"].trigger()
    assert "clipboard" in told.args[0].message.en


def test_lines_left_out_are_one_quiet_line(qtbot, opened):
    """They are folded while one reads; a click or F10 opens them; the text stays whole."""
    text, report = opened.window.furniture.compare.panes[0].text, opened.session.comparison.earlier
    after = next(
        n for n in range(report.noise[-1] + 1, len(report.line_starts)) if n not in report.noise
    )
    folded = text.y_of(report.line_span(after).start)
    qtbot.keyClick(opened.window, Qt.Key.Key_F10)
    assert text.folds.is_open()
    assert text.y_of(report.line_span(after).start) > folded
    assert text.toPlainText() == report.text
    qtbot.keyClick(opened.window, Qt.Key.Key_F10)
    assert text.y_of(report.line_span(after).start) == folded
    text.verticalScrollBar().setValue(0)
    block = text.document().findBlockByNumber(report.noise[0] - 1)
    top = text.document().documentLayout().blockBoundingRect(block).top()
    at = QPoint(120, round(top) + 8)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert text.folds.is_open()


def test_many_results_are_listed(qtbot, empty, tmp_path):
    """More failures than a bar can tell open a list, failures first."""
    for n in range(6):
        (tmp_path / f"{n}.txt").write_bytes(b"")
    empty.settings.save_flag(PREVIEW, value=False)
    with qtbot.waitSignal(empty.session.imported, timeout=60_000):
        drop(empty, seed("002"), *(tmp_path / f"{n}.txt" for n in range(6)))
    bar = empty.window.message_bar
    qtbot.waitUntil(lambda: bar.isVisible() and bar.open_button.isVisible())
    qtbot.mouseClick(bar.open_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ResultsDialog))
    dialog = QApplication.activeModalWidget()
    rows = [dialog.list.topLevelItem(n) for n in range(dialog.list.topLevelItemCount())]
    assert [row.text(0) for row in rows] == ["Failed"] * 6 + ["Imported"]
    assert rows[0].text(2).startswith("It is empty")
    dialog.reject()


def test_a_report_is_read_anew_from_the_menu(qtbot, opened):
    """Nothing changes where the reader reads the same."""
    report = opened.session.comparison.earlier
    with qtbot.waitSignal(opened.session.noticed, timeout=30_000) as told:
        opened.window.furniture.care_actions.do("read_anew", report.id)
    assert "read anew" in told.args[0].message.en
    assert opened.session.workspace.report(report.id).text == report.text


def test_a_folder_is_read_by_processes_and_comes_in_as_one_action(
    qtbot, empty, tmp_path, monkeypatch
):
    """Its documents are listed as they come, corrected meanwhile, and undone together."""
    monkeypatch.setattr(arriving, "_FEW", 0)
    folder = tmp_path / "in"
    folder.mkdir()
    for year in range(2010, 2018):
        text = TEXT.replace("2021", str(year)).replace("2020", str(year - 1))
        (folder / f"{year}.txt").write_text(f"{text}第{year}份。\n", encoding="utf-8")
    drop(empty, folder)
    dialog = shown(qtbot, empty)
    assert [item.draft.name for item in dialog.drafting.items] == [
        f"{year}.txt" for year in range(2010, 2018)
    ]
    assert dialog.strip.isHidden()
    draft = dialog.drafting.items[3].draft
    assert draft.report.meta == draft.meta
    assert draft.data == (folder / "2013.txt").read_bytes()
    assert draft.source.text == draft.data.decode()
    said = replace(draft.corrections, metadata=MetadataCorrection(year=2030))
    dialog.drafting.correct(3, said)
    worked_out(qtbot, empty)
    with qtbot.waitSignal(empty.session.imported, timeout=60_000):
        qtbot.mouseClick(dialog.import_button, Qt.MouseButton.LeftButton)
    years = [entry.year for entry in empty.session.entries]
    assert years == [*range(2010, 2013), *range(2014, 2018), 2030]
    assert all(entry.n_commitments for entry in empty.session.entries)
    worked_out(qtbot, empty)
    empty.session.undo()
    qtbot.waitUntil(lambda: empty.session.entries == (), timeout=20_000)


def test_marks_are_not_held_up_by_an_import(qtbot, opened, tmp_path, monkeypatch):
    """A folder may take minutes; what a person does meanwhile is stored at once."""
    going_on = Event()
    monkeypatch.setattr(Workspace, "import_files", lambda *_, **__: going_on.wait(30) and ())
    session = opened.session
    session.import_files((tmp_path,))
    with qtbot.waitSignal(session.entries_changed, timeout=10_000):
        session.refresh()
    assert session.runner.busy()
    with qtbot.waitSignal(session.imported, timeout=10_000):
        going_on.set()
