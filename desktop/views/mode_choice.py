"""Choosing how two reports are shown, by key or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.models.pair_mode import PairMode

if TYPE_CHECKING:
    from desktop.views.pair_modes import PairModes


class ModeChoice(QObject):
    """Switches the ways to look at two reports; nothing before there are any."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._modes: PairModes | None = None

    def serve(self, modes: PairModes) -> None:
        """Take over the ways, once they are made."""
        self._modes = modes

    @property
    def chosen(self) -> PairMode:
        """How two reports are shown now."""
        return PairMode.SIDE_BY_SIDE if self._modes is None else self._modes.mode

    def show_side_by_side(self) -> None:
        """Show two reports beside each other."""
        self._choose(PairMode.SIDE_BY_SIDE)

    def show_inline(self) -> None:
        """Show them in one column."""
        self._choose(PairMode.INLINE)

    def show_cards(self) -> None:
        """Show them as cards of section pairs."""
        self._choose(PairMode.CARDS)

    def show_promises(self) -> None:
        """Set the earlier plan beside the later review."""
        self._choose(PairMode.PROMISES)

    def _choose(self, mode: PairMode) -> None:
        if self._modes is not None:
            self._modes.choose(mode)
