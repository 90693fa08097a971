"""How much of the screen the texts have: full screen, and quiet reading without tools."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMainWindow, QToolBar, QWidget

if TYPE_CHECKING:
    from desktop.views.compare_view import CompareView
    from desktop.widgets.list_room import ListRoom


_NARROW = 330
"""Pixels of a column below which its lines are hard to read."""


class Screen(QObject):
    """Full screen and quiet reading.

    Args:
        window: The window.
        library: What stands at its left.
        room: Where lists stand, below the texts.

    Signals:
        quiet_changed(bool): Quiet reading began or ended.
        cramped(): Columns came that are narrow as long as the library stands beside them.
        eased(): Other columns came, and they have room.
    """

    quiet_changed = Signal(bool)
    cramped = Signal()
    eased = Signal()

    def __init__(self, window: QMainWindow, library: QWidget, room: ListRoom) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._room = room
        self._view: CompareView | None = None
        self._hidden: tuple[QWidget, ...] = ()
        self._was = Qt.WindowState.WindowNoState
        self._columns = 0

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        view.columns.arranged.connect(self._on_arranged)

    def _on_arranged(self) -> None:
        """Tell when more columns came than there is room for beside the library."""
        if self._view is None:
            return
        n, before = len(self._view.columns), self._columns
        self._columns = n
        narrow = self._view.width() < _NARROW * n and not self._library.isHidden()
        if narrow and n > max(2, before):
            self.cramped.emit()
        elif not narrow and n != before:
            self.eased.emit()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or go back to the window as it was."""
        if self._window.isFullScreen():
            self._window.setWindowState(self._was)
        else:
            self._was = self._window.windowState() & ~Qt.WindowState.WindowFullScreen
            self._window.setWindowState(self._was | Qt.WindowState.WindowFullScreen)

    @property
    def is_quiet(self) -> bool:
        """Only the texts are there."""
        return bool(self._hidden)

    def toggle_quiet(self) -> None:
        """Leave only the texts on the screen, or bring back what was there."""
        if self.is_quiet:
            self.leave_quiet()
            return
        bars: list[QWidget] = [*self._window.findChildren(QToolBar)]
        view = self._view
        parts = [*bars, self._library, *self._room.lists()]
        if view is not None:
            parts.append(view.legend)
        self._hidden = tuple(part for part in parts if not part.isHidden())
        for part in self._hidden:
            part.hide()
        if view is not None:
            view.set_outlines(shown=False, for_now=True)
        self.quiet_changed.emit(True)

    def leave_quiet(self) -> bool:
        """Bring back what was there; return False where nothing was hidden."""
        hidden, self._hidden = self._hidden, ()
        for part in hidden:
            part.show()
        if hidden and self._view is not None:
            self._view.set_outlines(shown=True, for_now=True)
        if hidden:
            self.quiet_changed.emit(False)
        return bool(hidden)

    def was_shown(self, part: QWidget) -> bool:
        """Tell whether a part is shown, or would be without quiet reading."""
        return not part.isHidden() or part in self._hidden
