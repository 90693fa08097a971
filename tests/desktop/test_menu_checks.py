"""Menus tell what is on: check marks that follow the view, whatever changed it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.dialogs.keys_dialog import KeysDialog
from tests.desktop.conftest import Program

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_menu_view_tells_whether_lines_left_out_are_shown(
    opened: Program, qtbot: QtBot
) -> None:
    """A line that is opened in the text is marked in the menu as if the menu had opened it."""
    window = opened.window
    action, menu = window.actions_table["toggle_noise"], window.bars.menus[2]
    menu.aboutToShow.emit()
    assert not action.isChecked()
    window.furniture.compare.modes.panes()[0].text.open_folds(is_open=True)
    menu.aboutToShow.emit()
    assert action.isChecked()
    qtbot.keyClick(window, Qt.Key.Key_F10)
    menu.aboutToShow.emit()
    assert not action.isChecked()


def test_the_menu_compare_marks_how_two_reports_are_shown(opened: Program, qtbot: QtBot) -> None:
    """One of the four ways is checked, and it is the one on the screen."""
    window = opened.window
    names = ("show_side_by_side", "show_inline", "show_cards", "show_plan_and_review")
    for key, name in zip("2341", (*names[1:], names[0]), strict=True):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.AltModifier)
        window.bars.menus[3].aboutToShow.emit()
        assert [n for n in names if window.actions_table[n].isChecked()] == [name]


def test_the_menu_compare_tells_whether_a_column_scrolls_by_itself(
    opened: Program, qtbot: QtBot
) -> None:
    """The check mark is the lock of the current column."""
    window = opened.window
    for alone in (True, False):
        keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_U, keys)
        window.bars.menus[3].aboutToShow.emit()
        assert window.actions_table["toggle_lock"].isChecked() == alone


def test_the_keys_are_all_listed_each_time_that_they_are_asked_for(
    opened: Program, qtbot: QtBot
) -> None:
    """What was typed last time does not hide keys from the next question."""
    dialog = KeysDialog(opened.window.actions_table.shortcuts)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.filter, "no such words")
    assert not dialog.nothing.isHidden()
    dialog.close()
    dialog.show()
    assert not dialog.filter.text()
    assert dialog.nothing.isHidden()
