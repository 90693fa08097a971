"""The size of the letters that reports are read in (Ctrl++, Ctrl+-, Ctrl+0, Ctrl+wheel)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.models.view_state import LEAST_ZOOM, MOST_ZOOM
from desktop.widgets.theme import BODY_POINTS, body_font

if TYPE_CHECKING:
    from desktop.views.compare_view import CompareView
    from desktop.widgets.reading_text import ReadingText
    from desktop.widgets.report_pane import ReportPane

_STEP = 1.1


class Zooming(QObject):
    """One size for all texts, so that they stay level.

    Signals:
        zoomed(int): The size in per cent of the usual one.
    """

    zoomed = Signal(int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._texts: list[ReadingText] = []
        self._steps = 0

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        for pane in view.panes:
            self._on_pane(pane)
        view.columns.pane_made.connect(self._on_pane)

    def _on_pane(self, pane: ReportPane) -> None:
        self._texts.append(pane.text)
        pane.text.zoom_wanted.connect(self.zoom)
        if self._steps:
            self._show_in(pane.text)

    @property
    def steps(self) -> int:
        """Steps that the texts are larger than usual."""
        return self._steps

    def set_steps(self, steps: int) -> None:
        """Show the texts so many steps larger than usual; what is read stays where it is."""
        wanted = max(LEAST_ZOOM, min(MOST_ZOOM, steps))
        if wanted != self._steps:
            self._steps = wanted
            for text in self._texts:
                self._show_in(text)

    def _show_in(self, text: ReadingText) -> None:
        font = body_font()
        font.setPointSizeF(round(BODY_POINTS * _STEP**self._steps, 1))
        text.setFont(font)

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
