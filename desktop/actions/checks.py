"""Check marks of menus: what is on or off is asked when a menu opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from desktop.models.pair_mode import PairMode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from PySide6.QtWidgets import QMenu

    from desktop.actions.table import Actions

OF_MODES = {
    PairMode.SIDE_BY_SIDE: "show_side_by_side",
    PairMode.INLINE: "show_inline",
    PairMode.CARDS: "show_cards",
    PairMode.PROMISES: "show_plan_and_review",
}
"""The action of each way to look at two reports; one of them is checked."""


class MenuChecks(QObject):
    """Keeps check marks true that have more than one way to change.

    Args:
        menus: Menus that ask each time that they open.
        actions: The actions of the window, which is their parent.
        states: Tell by the name of an action whether it is on.
        mode: Tells how two reports are shown.
    """

    def __init__(
        self,
        menus: Iterable[QMenu],
        actions: Actions,
        states: Mapping[str, Callable[[], bool]],
        mode: Callable[[], PairMode],
    ) -> None:
        super().__init__(actions)
        self._actions, self._states, self._mode = actions, states, mode
        group = QActionGroup(self)
        for name in OF_MODES.values():
            group.addAction(actions[name])
        for menu in menus:
            menu.aboutToShow.connect(self._ask)

    def _ask(self) -> None:
        for name, state in self._states.items():
            self._actions[name].setChecked(state())
        self._actions[OF_MODES[self._mode()]].setChecked(True)
