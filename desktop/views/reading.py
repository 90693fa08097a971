"""Ways through the columns; the view that they lead through is made later than the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop.settings import Settings
    from desktop.views.compare_view import CompareView

READING_WIDTH = 36
"""Chinese characters in a line that the eye takes in without losing it."""
_WIDTH = "reading_width"
"""Flag: lines are kept that short."""


class Reading(QObject):
    """What the reader of the columns can do to them; nothing before they are there."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._view: CompareView | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        view.set_reading_width(self._width(chosen=self.has_short_lines))

    def begin(self, _report: str) -> None:
        """Set the first pair side by side where nothing is read yet: reports came in."""
        if self._view is not None and not any(pane.report for pane in self._view.panes):
            self._view.choose_first_pair()

    def _width(self, *, chosen: bool) -> int:
        return READING_WIDTH if chosen else 0

    def toggle_width(self) -> None:
        """Keep lines as short as is good to read, or let them fill the columns."""
        if self._view is not None:
            chosen = not self.has_short_lines
            self._settings.save_flag(_WIDTH, value=chosen)
            self._view.set_reading_width(self._width(chosen=chosen))

    @property
    def has_short_lines(self) -> bool:
        """Lines are kept short."""
        return self._settings.flag(_WIDTH, default=False)

    def swap_reports(self) -> None:
        """Let the two columns that are worked on change places."""
        if self._view is not None:
            self._view.move_column(self._view.columns.pair, 1)

    def add_column(self) -> None:
        """Add a column."""
        if self._view is not None:
            self._view.add_column()

    def remove_column(self) -> None:
        """Take the current column away."""
        if self._view is not None and len(self._view.panes) > 1:
            self._view.remove_column(self._view.columns.current)

    def year_back(self) -> None:
        """Show in the current column the report of the year before."""
        self._step(-1)

    def year_on(self) -> None:
        """Show in it the report of the year after."""
        self._step(1)

    def _step(self, years: int) -> None:
        if self._view is not None and self._view.panes:
            self._view.step_column(self._view.columns.current, years)

    def all_back(self) -> None:
        """Let all columns go a year back."""
        if self._view is not None:
            self._view.step_all(-1)

    def all_on(self) -> None:
        """Let all columns go a year on."""
        if self._view is not None:
            self._view.step_all(1)

    def move_left(self) -> None:
        """Let the current column change places with its left neighbour."""
        self._move(-1)

    def move_right(self) -> None:
        """Let it change places with its right neighbour."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self._view is not None and self._view.panes:
            self._view.move_column(self._view.columns.current, by)

    def toggle_lock(self) -> None:
        """Let the current column scroll by itself, or with the others again."""
        if self._view is not None and len(self._view.panes) > 1:
            head = self._view.columns[self._view.columns.current].head
            head.set_locked(locked=not head.lock_button.isChecked())

    @property
    def scrolls_alone(self) -> bool:
        """The current column scrolls by itself."""
        view = self._view
        if view is None or len(view.panes) < 2:
            return False
        return not view.columns[view.columns.current].locked

    def toggle_noise(self) -> None:
        """Open the lines that are no part of the reports, or fold them."""
        if self._view is not None:
            is_open = self.has_noise
            for pane in self._view.modes.panes():
                pane.text.open_folds(is_open=not is_open)

    @property
    def has_noise(self) -> bool:
        """Lines are shown that are no part of the reports."""
        view = self._view
        return view is not None and any(p.text.folds.is_open() for p in view.modes.panes())
