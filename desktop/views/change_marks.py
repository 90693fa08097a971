"""Notes beside the texts: changed figures, moved passages and the way to their other side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.models.changed_text import marked_text
from desktop.models.glosses import ChangeTips, Gloss, glosses
from desktop.models.section_signs import section_signs
from desktop.widgets.overview_bar import Spot

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from desktop.views.columns import Columns
    from desktop.views.levels import Levels
    from desktop.widgets.report_pane import ReportPane
    from tracker.model.span import Span


class ChangeMarks(QObject):
    """Puts notes beside the texts and follows moved passages from one to the other.

    Args:
        columns: The texts.
        levels: Keeps them level.
    """

    def __init__(self, columns: Columns, levels: Levels) -> None:
        super().__init__(columns)
        self._columns = columns
        self._levels = levels
        self._glosses: dict[ReportPane, tuple[Gloss, ...]] = {}
        columns.pane_made.connect(self._on_pane)

    def _on_pane(self, pane: ReportPane) -> None:
        pane.text.note_clicked.connect(partial(self._on_note, pane))

    def say(self, pane: ReportPane, left: Comparison | None, right: Comparison | None) -> None:
        """Say what is known of a text beside its left and its right neighbour."""
        found = glosses(left, right)
        self._glosses[pane] = found
        tips = ChangeTips(left, right)
        pane.text.set_notes(found)
        pane.tips.set_source(tips.at)
        pane.outline_model.set_signs(section_signs(left, right))
        pane.overview.set_marks(_spots(found, left, right))

    def _on_note(self, pane: ReportPane, gloss: Gloss) -> None:
        if gloss.move is None:
            pane.text.select_span(gloss.span)
        else:
            self._go(pane, gloss)

    def jump(self) -> bool:
        """Go to the other side of the moved passage at the cursor, or of the next one on screen.

        Returns:
            Whether there is one.
        """
        pane = self._columns.current_pane()
        if pane is None:
            return False
        moved = [one for one in self._glosses.get(pane, ()) if one.move is not None]
        at = pane.text.cursor_position()
        there = (one for one in moved if one.span.start <= at < one.span.end)
        found = next(there, None)
        if found is None:
            seen = pane.text.seen
            below = (one for one in moved if seen.start <= one.span.start < seen.end)
            found = next(below, None)
        if found is None:
            return False
        self._go(pane, found)
        return True

    def _go(self, pane: ReportPane, gloss: Gloss) -> None:
        """Set both places of a passage level and select them; the keyboard goes to the other."""
        place = self._columns.panes.index(pane)
        other = place + (1 if gloss.to_right else -1)
        if gloss.move is None or not 0 <= other < len(self._columns):
            return
        for one in self._columns.panes:
            one.text.select_nothing()
        there = self._columns.panes[other]
        with self._levels.apart():
            pane.show_span(gloss.span)
            there.show_span(gloss.move.here(later=gloss.to_right))
        pane.text.select_span(gloss.span)
        there.text.select_span(gloss.move.here(later=gloss.to_right))
        there.text.setFocus(Qt.FocusReason.OtherFocusReason)


def _spots(
    found: tuple[Gloss, ...], left: Comparison | None, right: Comparison | None
) -> list[tuple[Span, Spot]]:
    """Return the marks of a text's overview."""
    spots: list[tuple[Span, Spot]] = []
    if left is not None:
        spots += ((span, Spot.ADDED) for span in marked_text(left, later=True).passages)
    if right is not None:
        spots += ((span, Spot.DROPPED) for span in marked_text(right, later=False).passages)
    spots += ((one.span, Spot.FIGURE if one.move is None else Spot.MOVED) for one in found)
    return spots
