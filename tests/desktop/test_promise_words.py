"""People's words on promises through real events: added, set right, split, merged, rejected."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.models.roles import DataRole
from desktop.widgets.codebook_sheet import CodebookSheet
from tracker.model.commitment import StatementKind
from tracker.model.mark import Anchor
from tracker.model.promise_word import PromiseAct
from tracker.model.span import Span
from tracker.model.tracking import Verdict
from tracker.model.words import meaning
from tracker.workspace import Workspace, figures_beside

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot, opened):
    """Return the view of promises, the keyboard in the table."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        qtbot.keyClick(opened.window, Qt.Key.Key_2, CONTROL)
    view = opened.window.furniture.commitments
    opened.window.activateWindow()
    view.table.setFocus()
    qtbot.waitUntil(view.table.hasFocus)
    return view


def go_to(view, row):
    """Put the cursor on a row and return its promise."""
    view.table.setCurrentIndex(view.proxy.index(row, 0))
    return view.proxy.index(row, 0).data(DataRole.VALUE).commitment


def ids(view):
    """Return the promises of the table."""
    rows = range(view.model.rowCount())
    return [view.model.tracking(row).commitment.id for row in rows]


def judged(qtbot, opened, act):
    """Act, and wait until the promises were judged anew and everything is told."""
    with qtbot.waitSignal(opened.session.tracked, timeout=20_000):
        act()
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)


def select_unpromised(opened, text):
    """Select a sentence that no promise stands in; return its words."""
    report = next(c for c in opened.session.columns if c.id == opened.session.tracking.earlier.id)
    taken = [t.commitment.statement.told.span for t in opened.session.tracking.trackings]
    start = report.text.index("二、") if "二、" in report.text else 0
    at = start
    while True:
        end = report.text.index("。", at)
        span = Span(at, end)
        words = report.quote(span)
        if 12 < len(words) < 80 and "\n" not in words and not any(span.overlap(t) for t in taken):
            text.select_span(span)
            return words
        at = end + 1


def test_a_selection_becomes_a_promise_and_undo_takes_it_away(qtbot, opened, view):
    """Ctrl+Shift+A on selected words adds a row marked as set by hand; Ctrl+Z takes it back."""
    before = ids(view)
    qtbot.keyClick(opened.window, Qt.Key.Key_1, CONTROL)
    text = opened.window.furniture.compare.panes[0].text
    text.setFocus()
    words = select_unpromised(opened, text)
    judged(qtbot, opened, lambda: qtbot.keyClick(text, Qt.Key.Key_A, CONTROL | SHIFT))
    (new,) = set(ids(view)) - set(before)
    qtbot.keyClick(opened.window, Qt.Key.Key_2, CONTROL)
    assert view.kept == new
    assert view.current().commitment.by_hand
    assert view.current().commitment.statement.told.quote == words
    assert view.detail.hand.isVisible()
    judged(qtbot, opened, lambda: qtbot.keyClick(opened.window, Qt.Key.Key_Z, CONTROL))
    assert ids(view) == before


def test_nothing_selected_says_what_to_do(qtbot, opened, view):
    """Without a selection nothing is added, and the reader is told what to select."""
    qtbot.keyClick(opened.window, Qt.Key.Key_1, CONTROL)
    opened.window.furniture.compare.panes[0].text.select_nothing()
    opened.window.furniture.compare.panes[1].text.select_nothing()
    with qtbot.waitSignal(opened.session.noticed) as told:
        qtbot.keyClick(opened.window, Qt.Key.Key_A, CONTROL | SHIFT)
    assert told.args[0].message.en == "Select the words of the promise first."


def test_f2_sets_a_promise_right_in_place(qtbot, opened, view):
    """F2 opens the form, Enter keeps what was typed; name, kind and unit change, the row stays."""
    promise = go_to(view, 3)
    row = view.table.currentIndex().row()
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    form = view.detail.form
    assert form.isVisible()
    qtbot.waitUntil(form.object.hasFocus)
    form.object.clear()
    form.object.insert("地铁五号线")
    form.kind.setCurrentIndex(list(StatementKind).index(StatementKind.PROJECT))
    form.body.insert("市交通局")
    judged(qtbot, opened, lambda: qtbot.keyClick(form.body, Qt.Key.Key_Return))
    found = view.current().commitment
    assert (found.id, found.body, found.by_hand) == (promise.id, "市交通局", True)
    assert found.statement.object == "地铁五号线"
    assert view.detail.title.text() == "地铁五号线"
    assert view.table.currentIndex().row() == row
    assert not form.isVisible()
    assert view.table.hasFocus()
    assert "市交通局" in view.detail.history.text()
    with Workspace.open(opened.session.workspace_path) as again:
        (word,) = again.promise_words(opened.session.tracking.earlier.id)
    assert (word.act, word.edit.object) == (PromiseAct.EDITED, "地铁五号线")


def test_escape_leaves_the_form_and_changes_nothing(qtbot, opened, view):
    """Esc closes the form; no word is kept, and the table has the keyboard."""
    go_to(view, 3)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    view.detail.form.object.insert("别的")
    qtbot.keyClick(view.detail.form.object, Qt.Key.Key_Escape)
    assert not view.detail.form.isVisible()
    assert view.table.hasFocus()
    assert opened.session.workspace.promise_words(opened.session.tracking.earlier.id) == ()


def test_one_unit_for_several_rows_is_one_action(qtbot, opened, view):
    """The form for several rows changes what was filled in, in all of them; one undo for all."""
    go_to(view, 2)
    for _ in range(2):
        qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    form = view.detail.form
    assert not form.object.isVisible()
    form.body.insert("市发改委")
    judged(qtbot, opened, lambda: qtbot.keyClick(form.body, Qt.Key.Key_Return))
    bodies = [view.model.tracking(row).commitment.body for row in (2, 3, 4)]
    assert bodies == ["市发改委"] * 3
    judged(qtbot, opened, lambda: qtbot.keyClick(opened.window, Qt.Key.Key_Z, CONTROL))
    assert not any(view.model.tracking(row).commitment.by_hand for row in (2, 3, 4))


def test_rejected_promises_are_listed_and_come_back(qtbot, opened, view):
    """Delete rejects; the cursor goes to the next row; the list gives the promise back."""
    before = ids(view)
    gone, after = before[5], before[6]
    go_to(view, 5)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Qt.Key.Key_Delete))
    assert gone not in ids(view)
    assert view.current().commitment.id == after
    qtbot.keyClick(opened.window, Qt.Key.Key_K, CONTROL | SHIFT)
    dialog = opened.window.furniture.promise_words.dialog
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 1)
    assert dialog.table.item(0, 0).text() == "no promise"
    judged(qtbot, opened, lambda: qtbot.mouseClick(dialog.forget_button, LEFT))
    assert ids(view) == before
    qtbot.waitUntil(lambda: dialog.table.rowCount() == 0)
    dialog.close()


def test_a_promise_is_split_at_its_commas_and_merged_again(qtbot, opened, view):
    """S cuts the promise in its paragraph, J makes one of the selected rows."""
    rows = range(view.model.rowCount())
    row = next(
        r
        for r in rows
        if 3 < len(view.model.tracking(r).commitment.statement.told.quote) < 80
        and "，" in view.model.tracking(r).commitment.statement.told.quote
    )
    promise = go_to(view, row)
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    form = view.detail.split_form
    assert form.isVisible()
    qtbot.mouseClick(form.cut_button, LEFT)
    n = len(form.pieces)
    assert n > 1
    judged(qtbot, opened, lambda: qtbot.mouseClick(form.split_button, LEFT))
    assert promise.id not in ids(view)
    added = [t.commitment for t in opened.session.tracking.trackings if t.commitment.by_hand]
    assert len(added) == n
    assert all(one.statement.told.quote in promise.statement.told.quote for one in added)
    view.table.selectRow(view.place_of(added[0].id).row())
    view.table.setFocus()
    for _ in range(n - 1):
        qtbot.keyClick(view.table, Qt.Key.Key_Down, SHIFT)
    judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Qt.Key.Key_J))
    (merged,) = (t.commitment for t in opened.session.tracking.trackings if t.commitment.by_hand)
    assert view.current().commitment == merged


def test_pieces_are_selected_in_the_paragraph(qtbot, view):
    """What is selected in the paragraph becomes a piece, and is shown there; Esc forgets it."""
    go_to(view, 4)
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    form, promise = view.detail.split_form, view.detail.promise
    promise.select_span(Span(promise.quote.start, promise.quote.start + 4))
    qtbot.mouseClick(form.take_button, LEFT)
    assert [form.list.item(n).text() for n in range(form.list.count())] == [
        promise.toPlainText()[promise.quote.start : promise.quote.start + 4]
    ]
    assert not form.split_button.isEnabled()
    form.leave()
    assert form.pieces == ()


def test_five_words_are_undone_and_all_the_rest_survives(qtbot, opened, view):
    """Seven rejections, five undone: two are left, also when the workspace is opened again."""
    before = ids(view)
    for _ in range(7):
        go_to(view, 5)
        judged(qtbot, opened, lambda: qtbot.keyClick(view.table, Qt.Key.Key_Delete))
    for _ in range(5):
        judged(qtbot, opened, lambda: qtbot.keyClick(opened.window, Qt.Key.Key_Z, CONTROL))
    assert ids(view) == before[:5] + before[7:]
    with Workspace.open(opened.session.workspace_path) as again:
        kept = [one.id for one in again.commitments(opened.session.tracking.earlier.id)]
    assert kept == before[:5] + before[7:]


def test_a_selection_in_the_later_report_is_evidence(qtbot, opened, view):
    """Ctrl+Shift+Y makes the selected words the evidence of the promise that is looked at."""
    promise = go_to(view, 6)
    qtbot.keyClick(opened.window, Qt.Key.Key_1, CONTROL)
    pane = opened.window.furniture.compare.panes[1]
    at = pane.report.text.index("。", 600) + 1
    end = pane.report.text.index("。", at)
    pane.text.setFocus()
    pane.text.select_span(Span(at, end))
    judged(qtbot, opened, lambda: qtbot.keyClick(pane.text, Qt.Key.Key_Y, CONTROL | SHIFT))
    (said,) = opened.session.tracking.decisions[promise.id]
    assert said.answers
    assert said.passage.quote == pane.report.quote(Span(at, end)).strip()
    tracking = view.model.tracking(view.model.row_of(promise.id))
    assert any(one.span.overlap(said.passage.span) for one in tracking.evidence)


def test_the_years_of_a_promise_are_shown_when_asked_for(qtbot, opened, view):
    """The strip is asked for, then known for every promise of the region; a click goes there."""
    strip = view.detail.chain
    go_to(view, 2)
    qtbot.mouseClick(strip.ask, LEFT)
    qtbot.waitUntil(lambda: strip.story.isVisible() and strip.ask.isEnabled(), timeout=30_000)
    workspace, report = opened.session.workspace, opened.session.tracking.earlier.id
    chain = next(c for c in workspace.chains_of(report) if len(c.links) > 1)
    first, last = chain.links[0].commitment.id, chain.links[-1]
    row = view.model.row_of(first)
    go_to(view, view.proxy.mapFromSource(view.model.index(row, 0)).row())
    assert [button.text() for button in strip.years] == [str(one.year) for one in chain.links]
    assert strip.years[0].isChecked()
    judged(qtbot, opened, lambda: qtbot.mouseClick(strip.years[-1], LEFT))
    assert opened.session.tracking.earlier.id == last.report_id
    assert view.kept == last.commitment.id


def test_the_codebook_opens_by_one_key(qtbot, opened, view):
    """? opens what each of the seven verdicts means; Esc closes it."""
    go_to(view, 2)
    qtbot.keyClick(view.table, Qt.Key.Key_Question)
    (sheet,) = view.detail.marks.findChildren(CodebookSheet)
    told = {label.text() for label in sheet.findChildren(QLabel)}
    assert {meaning(verdict).en for verdict in Verdict} <= told
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_an_attached_path_is_text_of_the_note(qtbot, opened, view, monkeypatch):
    """A asks for a file; its path is written behind the note, and the folder found again."""
    promise, asked = go_to(view, 2), []

    def choose(*said):
        asked.append(said[2])
        return "/档案/督查.pdf", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    view.detail.marks.note.setText("见附件")
    qtbot.keyClick(view.table, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: promise.id in opened.session.tracking.marks, timeout=20_000)
    assert opened.session.tracking.marks[promise.id].note == "见附件  /档案/督查.pdf"
    view.detail.marks.attach.trigger()
    assert asked[0] not in {"", str(Path.cwd())}
    assert asked[1] == "/档案"


def test_a_verdict_keeps_the_passages_that_the_mark_points_at(qtbot, opened, view):
    """Passages that came with a colleague's mark stay when the verdict is changed by a key."""
    promise = go_to(view, 2)
    report = opened.session.tracking.laters[0]
    passage = Anchor(report.id, Span(0, 6), report.quote(Span(0, 6)))
    opened.session.workspace.mark(promise.id, verdict=Verdict.MISSED, evidence=(passage,))
    opened.session.refresh()
    qtbot.waitUntil(lambda: promise.id in opened.session.tracking.marks, timeout=20_000)
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=20_000)

    def focused():
        view.table.setFocus()
        return view.table.hasFocus()

    qtbot.waitUntil(focused)
    qtbot.keyClick(view.table, Qt.Key.Key_1)

    def said():
        return opened.session.workspace.marks(opened.session.tracking.earlier.id)[promise.id]

    qtbot.waitUntil(lambda: said().verdict is Verdict.FULFILLED, timeout=20_000)
    assert said().evidence == (passage,)


def test_an_office_calls_verdicts_by_its_own_words(qtbot, opened, view):
    """Words kept in the settings are used everywhere in the window, and emptied ones are ours."""
    opened.settings.verdict_words = {"fulfilled": "办结"}
    opened.look.apply()
    assert view.detail.marks.buttons[Verdict.FULFILLED].text() == "1  办结"
    assert "办结" in view.chips.buttons[Verdict.FULFILLED].text()
    export = ExportDialog(opened.session, None, opened.window)
    assert export.order().options.verdict_words == {Verdict.FULFILLED: "办结"}
    export.reject()
    dialog = SettingsDialog(opened.settings, opened.window)
    qtbot.addWidget(dialog)
    dialog.changed.connect(opened.look.apply)
    assert dialog.verdict_words.lines[Verdict.FULFILLED].text() == "办结"
    dialog.show()
    dialog.citation_check.setFocus()
    qtbot.keyClick(dialog.citation_check, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.verdict_words.lines[Verdict.FULFILLED]
    dialog.verdict_words.lines[Verdict.FULFILLED].clear()
    dialog.verdict_words.lines[Verdict.MISSED].setText("未办")
    dialog.accept()
    assert opened.settings.verdict_words == {"missed": "未办"}
    assert view.detail.marks.buttons[Verdict.FULFILLED].text() == "1  Fulfilled"


def test_compared_figures_are_pictured_and_told(view):
    """A promise that was judged by figures has a bar for them, and words for who cannot see it."""
    rows = range(view.model.rowCount())
    row = next(r for r in rows if figures_beside(view.model.tracking(r)))
    go_to(view, view.proxy.mapFromSource(view.model.index(row, 0)).row())
    (one,) = figures_beside(view.model.tracking(row))
    chart = view.detail.bullet
    assert chart.isVisible()
    assert one.promised in chart.accessibleDescription()
    assert one.reported in chart.accessibleDescription()
    assert one.is_kept is (view.model.tracking(row).verdict is Verdict.FULFILLED)
