"""Ways through the changes of two columns, and what of them is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.settings import BOILERPLATE, Settings

if TYPE_CHECKING:
    from desktop.views.compare_view import CompareView
    from desktop.views.nearest import Nearest


class ChangeWalk(QObject):
    """What the reader can do with changes; nothing before the texts are there.

    Args:
        settings: What is remembered.
        nearest: Offers what a section is like.
        parent: Owner.
    """

    def __init__(self, settings: Settings, nearest: Nearest, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self.nearest = nearest
        self._view: CompareView | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        self.nearest.serve(view)
        view.boilerplate.set_dimmed(dimmed=self.dims())

    def dims(self) -> bool:
        """Tell whether what stands in most reports is dimmed."""
        return self._settings.flag(BOILERPLATE, default=False)

    def toggle_outlines(self) -> None:
        """Show or hide the outlines beside the texts, which say what changed where."""
        if self._view is not None:
            self._view.set_outlines(shown=not self._view.outlines_shown())

    def next_change(self) -> None:
        """Go to the next change."""
        if self._view is not None:
            self._view.modes.next()

    def previous_change(self) -> None:
        """Go to the change before."""
        if self._view is not None:
            self._view.modes.previous()

    def next_kind(self) -> None:
        """Step through changes of another kind."""
        if self._view is not None:
            self._view.steps.next_kind()

    def follow_move(self) -> None:
        """Go to the other side of a moved passage, and back."""
        if self._view is not None:
            self._view.marks.jump()

    def offer_nearest(self) -> None:
        """Offer the sections of the other report that the one at the cursor is like."""
        self.nearest.offer()

    def dim_boilerplate(self, dimmed: bool) -> None:  # noqa: FBT001 - a signal
        """Dim what stands in most reports, or show it like the rest."""
        self._settings.save_flag(BOILERPLATE, value=dimmed)
        if self._view is not None:
            self._view.boilerplate.set_dimmed(dimmed=dimmed)
