"""Ways through the two texts; the view that they lead through is made later than the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.views.compare_view import CompareView


class Reading(QObject):
    """What the reader of the two texts can do to them; nothing before they are there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._view: CompareView | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view

    def next_change(self) -> None:
        """Go to the next change."""
        if self._view is not None:
            self._view.next_change()

    def previous_change(self) -> None:
        """Go to the change before."""
        if self._view is not None:
            self._view.previous_change()

    def swap_reports(self) -> None:
        """Put the left report at the right."""
        if self._view is not None:
            self._view.swap()

    def toggle_noise(self) -> None:
        """Open the lines that are no part of the reports, or fold them."""
        if self._view is not None:
            texts = self._view.left.text, self._view.right.text
            is_open = any(text.folds.is_open() for text in texts)
            for text in texts:
                text.open_folds(is_open=not is_open)
