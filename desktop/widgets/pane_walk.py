"""Going through the parts of the window by keyboard (F6)."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget


class PaneWalk(QObject):
    """Puts the keyboard into one part of a window after the other.

    Args:
        window: Window whose focus is moved.
        panes: Returns its parts in reading order; hidden ones are passed over.
    """

    def __init__(self, window: QWidget, panes: Callable[[], Sequence[QWidget]]) -> None:
        super().__init__(window)
        self._window = window
        self._panes = panes

    def go_next(self) -> None:
        """Put the keyboard into the next part of the window."""
        self._go(1)

    def go_previous(self) -> None:
        """Put the keyboard into the part before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        panes = [pane for pane in self._panes() if pane.isVisible()]
        here = self._window.focusWidget()
        found = (n for n, p in enumerate(panes) if p.hasFocus() or p.isAncestorOf(here))
        at = next(found, -by)
        if panes:
            panes[(at + by) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)
