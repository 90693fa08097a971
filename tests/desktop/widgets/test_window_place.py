"""The window stands where it stood, and where it can be seen."""

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from desktop.widgets.window_place import brought_back, fitted, put_back

MAIN, SECOND = QRect(0, 0, 1920, 1080), QRect(1920, 0, 2560, 1440)


@pytest.mark.parametrize(
    ("frame", "screens"),
    [
        (QRect(100, 100, 1280, 800), (MAIN,)),
        (QRect(2400, 200, 1280, 800), (MAIN, SECOND)),
        (QRect(-900, 50, 1280, 800), (MAIN,)),  # partly outside, but its head can be taken
    ],
)
def test_what_can_be_seen_stays(frame, screens):
    """A window whose head is on one of the screens is left where the person put it."""
    assert brought_back(frame, screens) == frame


@pytest.mark.parametrize(
    "frame",
    [
        QRect(2400, 200, 1280, 800),  # its screen is gone
        QRect(100, -700, 1280, 800),  # head above the screen: it could not be moved
        QRect(1890, 100, 1280, 800),  # nothing but a strip
        QRect(5000, 5000, 4000, 3000),  # larger than what is left
    ],
)
def test_what_is_out_of_sight_comes_back(frame):
    """It comes to the middle of the main screen, no larger than that."""
    found = brought_back(frame, (MAIN,))
    assert MAIN.contains(found)
    assert abs(found.center().x() - MAIN.center().x()) <= 1


def test_geometry_of_a_screen_that_is_gone_is_mended(qtbot):
    """What was kept on a far screen is put where there is one; rubbish changes nothing."""
    far, near = QWidget(), QWidget()
    for widget in (far, near):
        qtbot.addWidget(widget)
    far.setGeometry(9000, 9000, 640, 480)
    put_back(near, far.saveGeometry())
    assert near.screen().geometry().contains(near.geometry())
    before = near.geometry()
    put_back(near, None)
    assert near.geometry() == before


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QSize(1920, 1080), QSize(1280, 800)),
        (QSize(1366, 728), QSize(1280, 680)),  # a small laptop with a panel
        (QSize(1280, 800), QSize(1264, 752)),
        (QSize(800, 600), QSize(1280, 800)),  # nothing would help
    ],
)
def test_a_new_window_leaves_room_for_its_frame(screen, size):
    """The last line of the window is on the screen the first time, not below its edge."""
    assert fitted(QSize(1280, 800), QSize(900, 560), screen) == size
