"""Single keys that hold in a part of the window; a field that is typed in keeps them to itself."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def bind_keys(room: QWidget, keys: Iterable[tuple[str, Callable[[], None]]]) -> None:
    """Do something on each key as long as ``room`` or what is in it has the keyboard."""
    for key, slot in keys:
        shortcut = QShortcut(QKeySequence(key), room)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
