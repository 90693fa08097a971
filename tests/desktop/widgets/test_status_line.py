"""What passes at the foot of the window is told as far as there is room."""

import pytest
from PySide6.QtWidgets import QLabel

from desktop.widgets.status_line import StatusLine

# The offscreen platform says this about every popup; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def line(qtbot):
    """Return a line of 400 pixels, with something at the right."""
    made = StatusLine()
    qtbot.addWidget(made)
    beside = QLabel("第 59 行，共 199 行", made)
    made.addPermanentWidget(beside)
    made.resize(400, 28)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_message_that_is_too_long_ends_with_an_ellipsis(line):
    """No character is cut through; the tip tells the whole."""
    words = "已撤销：人工对应章节 · “五年来，污染防治成效明显” ↔ “（二）大力培育产业创新集群”"
    line.showMessage(words)
    line.grab()
    assert line.shown.endswith("…")
    assert words in line.toolTip()


def test_a_short_message_is_told_whole(line):
    """Where there is room nothing is left out."""
    line.showMessage("字号 100%")
    line.grab()
    assert line.shown == "字号 100%"


def test_what_was_taken_away_leaves_its_room(line):
    """Only what is seen at the right shortens a message."""
    words = "已写入：对账 苏州市 2021 承诺落实情况一览表与核查记录.xlsx"
    line.showMessage(words)
    line.grab()
    short = len(line.shown)
    line.removeWidget(line.findChild(QLabel))
    line.grab()
    assert len(line.shown) > short
