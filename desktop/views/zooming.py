"""The size of the letters that reports are read in (Ctrl++, Ctrl+-, Ctrl+0, Ctrl+wheel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.models.view_state import LEAST_ZOOM, MOST_ZOOM
from desktop.widgets.theme import BODY_POINTS, body_font

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QFont

    from desktop.views.compare_view import CompareView
    from desktop.views.topics_view import TopicsView
    from desktop.widgets.card_view import CardView
    from desktop.widgets.inline_pane import RunningText
    from desktop.widgets.report_pane import ReportPane
    from desktop.widgets.thread_column import ThreadColumn

_STEP = 1.1


class Zooming(QObject):
    """One size for all texts, so that they stay level.

    Signals:
        zoomed(int): The size in per cent of the usual one.
    """

    zoomed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: list[Callable[[QFont], None]] = []
        self._steps = 0

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        for pane in view.panes:
            self._on_pane(pane)
        view.columns.pane_made.connect(self._on_pane)
        view.modes.made.connect(self._on_mode)

    def serve_topics(self, view: TopicsView) -> None:
        """Take over the columns of topics, as they are made."""
        view.thread_view.column_made.connect(self._on_column)

    def _on_pane(self, pane: ReportPane) -> None:
        self._follow(pane.text.setFont, pane.text.zoom_wanted)

    def _on_column(self, column: ThreadColumn) -> None:
        self._follow(column.text.setFont, column.text.zoom_wanted)

    def _on_mode(self, shown: RunningText | CardView) -> None:
        self._follow(shown.set_reading_font, shown.zoom_wanted)

    def _follow(self, show: Callable[[QFont], None], wanted: SignalInstance) -> None:
        """Show letters of this size in one more place, and listen to its wheel."""
        self._shown.append(show)
        wanted.connect(self.zoom)
        if self._steps:
            show(self._font())

    @property
    def steps(self) -> int:
        """Steps that the texts are larger than usual."""
        return self._steps

    def set_steps(self, steps: int) -> None:
        """Show the texts so many steps larger than usual; what is read stays where it is."""
        wanted = max(LEAST_ZOOM, min(MOST_ZOOM, steps))
        if wanted != self._steps:
            self._steps = wanted
            for show in self._shown:
                show(self._font())

    def _font(self) -> QFont:
        font = body_font()
        font.setPointSizeF(round(BODY_POINTS * _STEP**self._steps, 1))
        return font

    def zoom(self, by: int) -> None:
        """Make the letters larger, or smaller."""
        self.set_steps(self._steps + by)
        self.zoomed.emit(round(100 * _STEP**self._steps))

    def zoom_in(self) -> None:
        """Make the letters larger."""
        self.zoom(1)

    def zoom_out(self) -> None:
        """Make the letters smaller."""
        self.zoom(-1)

    def reset(self) -> None:
        """Show the letters in their usual size."""
        self.zoom(-self._steps)
