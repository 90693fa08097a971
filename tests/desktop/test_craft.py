"""What every part of the window owes to people who work by keyboard or by ear, and to newcomers."""

import re
from datetime import UTC, datetime
from html import escape

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFrame,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QTextEdit,
    QToolTip,
    QWidget,
)

from desktop.actions.hints import HINTS
from desktop.actions.table import ACTIONS
from desktop.dialogs.about_dialog import AboutDialog
from desktop.dialogs.copies_dialog import CopiesDialog
from desktop.dialogs.error_dialog import ErrorDialog
from desktop.dialogs.export_dialog import ExportDialog
from desktop.dialogs.guide_dialog import GuideDialog
from desktop.dialogs.hand_links_dialog import HandLinksDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.keys_dialog import KeysDialog
from desktop.dialogs.lost_marks_dialog import LostMarksDialog
from desktop.dialogs.mark_as_dialog import MarkAsDialog
from desktop.dialogs.marks_dialog import MarksDialog
from desktop.dialogs.names_dialog import NamesDialog
from desktop.dialogs.promise_words_dialog import PromiseWordsDialog
from desktop.dialogs.results_dialog import ResultsDialog
from desktop.dialogs.settings_dialog import SettingsDialog
from desktop.models.drafting import Drafting
from desktop.settings import Language
from tracker.message import Message
from tracker.model.exchange import Incoming
from tracker.model.ids import CommitmentId
from tracker.model.library import ImportResult
from tracker.model.mark import Anchor, Mark
from tracker.model.span import Span
from tracker.model.tracking import Verdict

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
INNER = (QComboBox, QAbstractSpinBox, QLineEdit, QScrollBar)
"""What stands inside of these has no name of its own: they speak for it."""


def interactive(root: QWidget) -> list[QWidget]:
    """Return what a person can use of a part of the window, as far as it is the program's."""
    return [
        widget
        for widget in root.findChildren(QWidget)
        if isinstance(widget, INTERACTIVE)
        and not isinstance(widget, QHeaderView)
        and not widget.objectName().startswith("qt_")
        and not is_inner(widget, root)
        and not (isinstance(widget, QAbstractButton) and is_put_away(widget))
    ]


def is_put_away(widget: QWidget) -> bool:
    """Tell whether a button, or its card, gets its words when there is something to say."""
    above = widget.parentWidget()
    return widget.isHidden() or (above is not None and above.isHidden())


def is_inner(widget: QWidget, root: QWidget) -> bool:
    """Tell whether a widget is a part of another one that speaks for it."""
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, INNER):
            return True
        above = above.parentWidget()
    return False


def told(widget: QWidget, root: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    buddies = [label.text() for label in root.findChildren(QLabel) if label.buddy() is widget]
    return widget.accessibleName() or text or next(iter(buddies), "")


def explained(widget: QWidget, root: QWidget) -> str:
    """Return what tells a newcomer what a widget is for."""
    if isinstance(widget, QAbstractButton) and widget.text():
        return widget.text()
    buddies = [label.text() for label in root.findChildren(QLabel) if label.buddy() is widget]
    words = widget.placeholderText() if isinstance(widget, QLineEdit) else ""
    return widget.toolTip() or words or next(iter(buddies), "")


def where(widget: QWidget) -> str:
    """Return what a widget is and in what it stands, for whoever has to name it."""
    above = widget.parentWidget()
    return f"{type(widget).__name__} in {type(above).__name__} {above.objectName()}"


def check(root: QWidget) -> None:
    """Every widget has a name; what is no text, list or table says what it is for as well."""
    unnamed = [where(w) for w in interactive(root) if not told(w, root)]
    assert unnamed == []
    read = (QAbstractItemView, QTextEdit, QPlainTextEdit)
    unexplained = [
        f"{type(w).__name__} “{told(w, root)}”"
        for w in interactive(root)
        if not isinstance(w, read) and not explained(w, root)
    ]
    assert unexplained == []


def results(program):
    """Return what an import tells of three files."""
    unreadable = Message("打不开。", "Unreadable.")
    return (
        ImportResult("a.docx", program.session.entries[0], None),
        ImportResult("b.docx", program.session.entries[1], None, duplicate=True),
        ImportResult("c.docx", None, unreadable),
    )


OTHER_DIALOGS = (
    lambda p: CopiesDialog((), p.window),
    lambda p: ImportDialog(Drafting(p.session, p.window), p.window),
    lambda p: LostMarksDialog(p.window),
    lambda p: MarkAsDialog("张三", "", ("李四",), p.window),
    lambda p: MarksDialog(Incoming(()), "marks.json", p.window),
    lambda p: PromiseWordsDialog(p.window),
    lambda p: ResultsDialog(results(p), p.window),
)
"""Dialogs that are made when there is something to tell."""


def test_everything_in_the_window_has_a_name(qtbot, opened):
    """Library, texts, outlines, promises, topics, search and find bar: nothing is mute."""
    window = opened.window
    window.furniture.compare.set_outlines(shown=True)
    window.actions_table["find"].trigger()
    window.actions_table["search_library"].trigger()
    for room in ("show_commitments", "show_topics", "show_compare"):
        window.actions_table[room].trigger()
        qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=60_000)
    check(window)


@pytest.mark.parametrize(
    "make",
    [
        lambda p: AboutDialog(p.window),
        lambda p: ErrorDialog("…", p.window),
        lambda p: ExportDialog(p.session, None, p.window),
        lambda p: HandLinksDialog(p.window),
        lambda p: KeysDialog(p.window.actions_table.shortcuts, p.window),
        lambda p: NamesDialog(p.session, p.window),
        lambda p: SettingsDialog(p.settings, p.window),
        *OTHER_DIALOGS,
    ],
)
def test_everything_in_a_dialog_has_a_name(opened, make):
    """Fields have a name of their own or a label that belongs to them."""
    dialog = make(opened)
    check(dialog)
    dialog.deleteLater()


def ring(dialog: QWidget) -> list[QWidget]:
    """Return where Tab leads to from the first field of a dialog, until it comes back."""
    dialog.show()
    dialog.activateWindow()
    dialog.focusNextPrevChild(True)
    seen: list[QWidget] = []
    while len(seen) < 80 and dialog.focusWidget() is not None:
        if dialog.focusWidget() in seen:
            return seen
        seen.append(dialog.focusWidget())
        dialog.focusNextPrevChild(True)
    return seen


@pytest.mark.parametrize("make", OTHER_DIALOGS)
def test_tab_leads_through_a_dialog_and_to_its_buttons_last(opened, make):
    """Everything that can be used is reached by Tab; what closes the dialog comes at the end."""
    check_tab(make(opened))


def test_tab_leads_through_the_correction_of_a_report(qtbot, opened):
    """The same for the dialog in which head, lines and parts of a report are set right."""
    intake = opened.window.furniture.intake
    intake.correct(opened.session.entries[0].id)
    qtbot.waitUntil(lambda: intake.report_dialog is not None, timeout=60_000)
    check(intake.report_dialog)
    check_tab(intake.report_dialog)


def check_tab(dialog):
    """Tab reaches everything that can be used, and the buttons that close the dialog last."""
    seen = ring(dialog)
    usable = [
        widget
        for widget in interactive(dialog)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget, QRadioButton)  # one of a group; arrows lead to the others
    ]
    missed = [
        f"{where(widget)} “{told(widget, dialog)}”" for widget in usable if widget not in seen
    ]
    assert missed == []
    feet = [*dialog.findChildren(QDialogButtonBox), *dialog.findChildren(QFrame, "dialogFoot")]
    is_button = [any(foot.isAncestorOf(widget) for foot in feet) for widget in seen]
    turns = sum(a and not b for a, b in zip(is_button, (*is_button[1:], is_button[0]), strict=True))
    assert turns <= 1, [told(widget, dialog) for widget in seen]
    dialog.close()
    dialog.deleteLater()


def words_of(dialog):
    """Return everything that a dialog says, by the place of what says it."""
    said = [dialog.windowTitle()]
    for widget in dialog.findChildren(QWidget):
        said += [widget.accessibleName(), widget.toolTip()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            said.append(widget.text())
        elif isinstance(widget, QLineEdit):
            said.append(widget.placeholderText())
        elif isinstance(widget, QGroupBox):
            said.append(widget.title())
        elif isinstance(widget, QComboBox):
            said += [widget.itemText(n) for n in range(widget.count())]
        elif isinstance(widget, QHeaderView) and widget.model() is not None:
            model, role = widget.model(), Qt.ItemDataRole.DisplayRole
            columns = range(model.columnCount())
            said += [str(model.headerData(n, widget.orientation(), role)) for n in columns]
        elif isinstance(widget, QAbstractItemView) and not isinstance(widget, QHeaderView):
            said += shown_rows(widget.model())
    return [" ".join(words.split()) for words in said]


def shown_rows(model, parent=None):
    """Return the words of all rows of a model, branches opened."""
    top = parent if parent is not None else QModelIndex()
    if model is None:
        return []
    said = []
    n_columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for row in range(model.rowCount(top)):
        cells = [model.index(row, column, top) for column in range(n_columns)]
        said += [str(cell.data()) for cell in cells]
        said += shown_rows(model, cells[0]) if cells else []
    return said


def lost_marks(program):
    """Return the list of lost marks, with one."""
    dialog = LostMarksDialog(program.window)
    place = Anchor(program.session.entries[0].id, Span(3, 7), "建成学校")
    when = datetime.now(UTC)
    mark = Mark(CommitmentId("x"), place, "学校", Verdict.PARTIAL, "半", "张三", when, lost=True)
    dialog.set_marks((mark,))
    return dialog


OPEN_BESIDE = (
    lambda p: GuideDialog(p.settings.language_code, p.window),
    lambda p: HandLinksDialog(p.window),
    lambda p: KeysDialog(p.window.actions_table.shortcuts, p.window),
    lost_marks,
    lambda p: NamesDialog(p.session, p.window),
    lambda p: PromiseWordsDialog(p.window),
    lambda p: SettingsDialog(p.settings, p.window),
)
"""Dialogs that are open while language and theme are chosen."""


@pytest.mark.parametrize("make", OPEN_BESIDE)
def test_a_dialog_that_stays_open_follows_the_language(qtbot, opened, make):
    """What is open beside the window says everything as one does that is opened afterwards."""
    dialog = make(opened)
    dialog.show()
    before = words_of(dialog)
    opened.settings.language = Language.CHINESE
    opened.window.look_changed.emit()
    qtbot.waitUntil(lambda: dialog.windowTitle() != before[0])
    fresh = make(opened)
    fresh.show()
    assert words_of(dialog) == words_of(fresh)
    assert words_of(dialog) != before
    for one in (dialog, fresh):
        one.close()
        one.deleteLater()


HAN = re.compile("[一-龥]")
ENGLISH = re.compile(r"[A-Za-z]{3,}( [A-Za-z]+)+")


def test_names_and_tips_follow_the_language(qtbot, opened):
    """After a change of language nothing is called by its English name any more."""
    window = opened.window
    for action in ("find", "search_library", "show_bookmarks"):
        window.actions_table[action].trigger()
    rooms = ("show_commitments", "show_topics", "show_indicators", "show_overview", "show_compare")
    for room in rooms:
        window.actions_table[room].trigger()
        qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=60_000)
    opened.settings.language = Language.CHINESE
    window.look_changed.emit()
    qtbot.waitUntil(lambda: bool(HAN.search(window.bars.menus[0].title())))
    qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=60_000)
    left = {
        f"{where(widget)}: {words}"
        for widget in window.findChildren(QWidget)
        for words in (widget.accessibleName(), widget.toolTip())
        if ENGLISH.search(words) and not HAN.search(words)
    }
    assert sorted(left) == []


@pytest.mark.parametrize("kind", ["outline", "topics", "head"])
def test_markup_in_a_document_is_no_markup_in_a_tip(qtbot, opened, monkeypatch, kind):
    """A heading with a tag in it is shown to the letter, in lists and in their heads."""
    window, words = opened.window, "<b>一、</b> <img src=x> 发展"
    shown = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: shown.append(text))
    if kind == "outline":
        window.furniture.compare.set_outlines(shown=True)
        view = window.furniture.compare.panes[0].outline
    else:
        window.actions_table["show_topics"].trigger()
        qtbot.waitUntil(
            lambda: window.furniture.topics.view.model.topics is not None, timeout=60_000
        )
        qtbot.waitUntil(lambda: not opened.session.runner.busy(), timeout=60_000)
        view = window.furniture.topics.view.grid
        view = view if kind == "topics" else view.verticalHeader()
    model = view.model()
    if kind == "head":
        monkeypatch.setattr(model, "headerData", lambda *_: words)
        at = QPoint(5, 5)
    else:
        monkeypatch.setattr(model, "data", lambda *_: words)
        at = view.visualRect(model.index(0, 0)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    assert shown == [f"<qt>{escape(words)}</qt>"]


def test_focus_goes_round_through_the_whole_window(qtbot, opened):
    """Tab leads from the library to the texts and comes back; it is caught nowhere."""
    window = opened.window
    window.activateWindow()
    window.library.filter.setFocus()
    seen = [window.focusWidget()]
    for _ in range(60):
        window.focusNextPrevChild(True)
        if window.focusWidget() is seen[0]:
            break
        seen.append(window.focusWidget())
    else:
        raise AssertionError([told(widget, window) for widget in seen])
    assert window.library.tree in seen
    assert {pane.text for pane in window.furniture.compare.panes} <= set(seen)
    assert not any(isinstance(widget, QCheckBox) and not widget.isVisible() for widget in seen)


def test_hints_belong_to_actions_and_teach(program):
    """Each is the tooltip below name and key, and what the status line says in the menu."""
    names = {spec.name for spec in ACTIONS}
    assert names >= HINTS.keys()
    action = program.window.actions_table["link_sections"]
    name, hint = action.toolTip().split("\n")
    assert name.endswith("(Ctrl+Shift+L)")
    assert hint == action.statusTip()
    assert all(menu.toolTipsVisible() for menu in program.window.bars.menus)


def test_keys_are_grouped_and_found_by_typing(qtbot, program):
    """Every key of every menu is listed, by menu; words or keys leave what holds them."""
    qtbot.keyClick(program.window, Qt.Key.Key_F1)
    dialog = program.window.furniture.dialogs._keys
    assert dialog.isVisible()
    assert not dialog.isModal()
    titles = [dialog.tree.topLevelItem(n).text(0) for n in range(dialog.tree.topLevelItemCount())]
    assert {"File", "Edit", "View", "Compare", "Help", "In the library"} <= set(titles)
    lines = [item for _, items in dialog._lines for item in items]
    assert len(lines) >= sum(1 for spec in ACTIONS if spec.keys)
    qtbot.keyClicks(dialog.filter, "counterpart")
    left = [item.text(1) for item in lines if not item.isHidden()]
    assert left == ["Ctrl+Shift+O", "Ctrl+Shift+P"]
    qtbot.keyClicks(dialog.filter, "zzz")
    assert not dialog.nothing.isHidden()
    dialog.close()


def test_status_line_tells_line_and_selection(qtbot, opened):
    """Of the text that has the keyboard: where it is read, and how much is selected."""
    pane = opened.window.furniture.compare.panes[1]
    pane.text.setFocus()
    opened.window.furniture.compare.columns.point(pane)
    section = pane.report.sections[5]
    pane.show_span(section.span)
    line = pane.report.line_of(section.span.start)
    assert opened.window.furniture.where.text() == f"Line {line} of {len(pane.report.line_starts)}"
    pane.text.select_span(section.heading_span)
    said = opened.window.furniture.where.text()
    assert said.endswith(f"Characters selected: {len(section.heading_span)}")
