"""Boxes with long lists: what is wanted is found by typing it, in any script."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QVBoxLayout, QWidget

from desktop.jobs import shelf
from desktop.models.roles import DataRole
from desktop.widgets.search_box import SearchBox

# The offscreen platform says this about every window; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

PLACES = """
北京市 天津市 河北省 山西省 辽宁省 吉林省 黑龙江省 上海市 江苏省
浙江省 安徽省 福建省 江西省 山东省 河南省 湖北省 湖南省 广东省
"""


@pytest.fixture
def window(qtbot):
    """Return a window with a box of eighteen provinces and a line beside it."""
    made = QMainWindow()
    room = QWidget(made)
    layout = QVBoxLayout(room)
    made.box, made.other = SearchBox(room), QLineEdit(room)
    for n, name in enumerate(PLACES.split()):
        if n == 10:
            made.box.insertSeparator(n)
        made.box.addItem(f"{name} 2020–2023", name)
        made.box.setItemData(made.box.count() - 1, shelf.sound(name, ""), DataRole.SPELLED)
    made.box.setAccessibleName("Whose topics")
    layout.addWidget(made.box)
    layout.addWidget(made.other)
    layout.addStretch(1)
    made.setCentralWidget(room)
    qtbot.addWidget(made)
    made.resize(600, 500)
    made.show()
    qtbot.waitExposed(made)
    made.box.setFocus()
    made.chosen = []
    made.box.activated.connect(lambda row: made.chosen.append(made.box.itemData(row)))
    return made


def offered(window):
    """Return what the open list shows."""
    model = window.box.sheet.list.model()
    shown = (model.index(row, 0).data() for row in range(model.rowCount()))
    return [name.split(" ")[0] for name in shown if name]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("js", ["江苏省"]),
        ("jiangx", ["江西省"]),
        ("hu", ["湖北省", "湖南省"]),
        ("2023 shan", ["山西省", "上海市", "山东省"]),
    ],
)
def test_letters_open_the_list_and_find_by_sound(qtbot, window, typed, found):
    """Pinyin or its initials find a region; Enter chooses the first, the box has the keyboard."""
    qtbot.keyClicks(window.box, typed[0])
    sheet = window.box.sheet
    assert sheet.isVisible()
    assert sheet.line.hasFocus()
    qtbot.keyClicks(sheet.line, typed[1:])
    assert sorted(offered(window)) == sorted(found)
    assert window.box.currentIndex() == 0
    first = offered(window)[0]
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert window.chosen == [first]
    assert window.box.currentData() == first
    assert not sheet.isVisible()
    assert window.box.hasFocus()


def test_what_an_input_method_composes_finds_already(qtbot, window):
    """Syllables that are not chosen yet count as pinyin; the characters count when they come."""
    qtbot.keyClick(window.box, Qt.Key.Key_Space)
    line = window.box.sheet.line
    QApplication.sendEvent(line, QInputMethodEvent("guang'd", []))
    assert offered(window) == ["广东省"]
    commit = QInputMethodEvent("", [])
    commit.setCommitString("浙江")
    QApplication.sendEvent(line, commit)
    assert offered(window) == ["浙江省"]


def test_arrows_move_in_the_list_and_escape_leaves_it(qtbot, window):
    """The line keeps the keyboard; nothing is chosen by leaving."""
    qtbot.keyClick(window.box, Qt.Key.Key_Space)
    sheet = window.box.sheet
    for _ in range(2):
        qtbot.keyClick(sheet.line, Qt.Key.Key_Down)
    assert sheet.list.currentIndex().data().startswith("河北")
    assert sheet.line.hasFocus()
    qtbot.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert window.chosen == []
    assert window.box.hasFocus()


def test_a_line_is_chosen_by_mouse_and_a_click_elsewhere_closes(qtbot, window):
    """Below a click lies what is chosen; outside of the list it only closes."""
    qtbot.mouseClick(window.box, Qt.MouseButton.LeftButton)
    sheet = window.box.sheet
    index = sheet.list.model().index(3, 0)
    at = sheet.list.visualRect(index).center()
    qtbot.mouseClick(sheet.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert window.chosen == ["山西省"]
    qtbot.mouseClick(window.box, Qt.MouseButton.LeftButton)
    assert sheet.isVisible()
    assert window.rect().contains(sheet.geometry())
    qtbot.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(4, 4))
    assert not sheet.isVisible()
    assert window.chosen == ["山西省"]


def test_words_that_nothing_has_say_so(qtbot, window):
    """An empty list explains itself, and Enter chooses nothing."""
    qtbot.keyClicks(window.box, "x")
    sheet = window.box.sheet
    qtbot.keyClicks(sheet.line, "yz")
    assert sheet.none.isVisible()
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert window.chosen == []
    assert sheet.line.accessibleName() == "Whose topics"


def test_the_list_closes_when_the_keyboard_goes_elsewhere(qtbot, window):
    """Nothing is left open behind the work."""
    qtbot.keyClick(window.box, Qt.Key.Key_Space)
    window.other.setFocus()
    assert not window.box.sheet.isVisible()


def test_a_short_list_is_a_plain_box(qtbot, window):
    """A dozen lines are seen at a glance: nothing is put above them."""
    while window.box.count() > 6:
        window.box.removeItem(0)
    qtbot.keyClicks(window.box, "x")
    assert window.box.sheet is None


def test_a_mouse_at_rest_chooses_nothing(qtbot, window):
    """The list may open below the mouse: Enter still chooses what was marked in it."""
    qtbot.keyClick(window.box, Qt.Key.Key_Space)
    sheet = window.box.sheet
    sheet.list.entered.emit(sheet.list.model().index(5, 0))
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    assert window.chosen == ["北京市"]
