"""Where the window stood: put back there, or brought back where that screen is gone."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect, QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_SEEN = 120
"""Pixels of the window's head that must be on a screen to take hold of it."""
_HEAD = 40
_FRAME = QSize(16, 48)
"""Pixels that the system puts around a window: its head and its borders."""


_LEAST, _SMALLEST = QSize(900, 560), QSize(640, 400)
"""Below the first, rows of buttons are cut; a magnified small screen may have no room for it."""


def least_size(screen: QSize) -> QSize:
    """Return how small the window may be made: never larger than what the screen has room for."""
    return _LEAST.boundedTo(screen - _FRAME).expandedTo(_SMALLEST)


def brought_back(frame: QRect, screens: Sequence[QRect]) -> QRect:
    """Return a place for a window that can be seen and taken hold of.

    Args:
        frame: Where it stood.
        screens: What there is to stand on, the main screen first.
    """
    head = QRect(frame.left(), frame.top(), frame.width(), _HEAD)
    for screen in screens:
        seen = screen.intersected(head)
        if seen.width() >= _SEEN and seen.height() >= _HEAD // 2:
            return frame
    if not screens:
        return frame
    main = screens[0]
    size = frame.size().boundedTo(main.size())
    found = QRect(frame.topLeft(), size)
    found.moveCenter(main.center())
    return found


def fitted(size: QSize, least: QSize, screen: QSize) -> QSize:
    """Return a size that leaves room for the frame of a window on a screen.

    Args:
        size: What is wanted.
        least: What the window cannot do without; a smaller screen changes nothing.
        screen: What the screen has room for, without panels.
    """
    room = screen - _FRAME
    is_too_small = room.width() < least.width() or room.height() < least.height()
    return size if is_too_small else size.boundedTo(room)


def put_back(window: QWidget, geometry: QByteArray | None, usual: QSize | None = None) -> None:
    """Put a window where it stood when the program ended.

    Args:
        window: The window.
        geometry: What was kept; None the first time.
        usual: Size for the first time, as far as the screen has room for it and its frame.
    """
    main = QGuiApplication.primaryScreen()
    if usual is not None:
        window.resize(fitted(usual, window.minimumSize(), main.availableGeometry().size()))
    if geometry is None or not window.restoreGeometry(geometry):
        return
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    screens = [screen.availableGeometry() for screen in (main, *others)]
    frame = window.geometry()
    found = brought_back(frame, screens)
    if found != frame:
        window.setGeometry(found)
