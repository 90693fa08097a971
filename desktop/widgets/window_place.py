"""Where the window stood: put back there, or brought back where that screen is gone."""

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_SEEN = 120
"""Pixels of the window's head that must be on a screen to take hold of it."""
_HEAD = 40


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


def put_back(window: QWidget, geometry: QByteArray | None) -> None:
    """Put a window where it stood when the program ended."""
    if geometry is None or not window.restoreGeometry(geometry):
        return
    main = QGuiApplication.primaryScreen()
    others = [screen for screen in QGuiApplication.screens() if screen is not main]
    screens = [screen.availableGeometry() for screen in (main, *others)]
    frame = window.geometry()
    found = brought_back(frame, screens)
    if found != frame:
        window.setGeometry(found)
