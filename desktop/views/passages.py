"""Which passage the reader means: what is selected, else the paragraph that is read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.models.passage import paragraph_at
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.views.compare_view import CompareView
    from desktop.widgets.inline_pane import InlinePane
    from desktop.widgets.report_pane import ReportPane
    from tracker.model.mark import Anchor
    from tracker.model.report import Report


@dataclass(frozen=True)
class Meant:
    """A passage that the reader means.

    Attributes:
        pane: The text it stands in; None where two reports are shown in one column.
        report: Its report.
        span: The passage.
        is_selected: The person selected it; else it is the paragraph that is read.
        position: Where the cursor is, or the eye.
    """

    pane: ReportPane | None
    report: Report
    span: Span
    is_selected: bool
    position: int

    @property
    def anchor(self) -> Anchor:
        """The passage, so that it is found again."""
        from tracker.model.mark import Anchor  # noqa: PLC0415 - not needed for the first frame

        return Anchor(self.report.id, self.span, self.report.quote(self.span))


class Passages(QObject):
    """Knows the texts that are looked at and what is meant in them.

    Without a selection the paragraph of the cursor is meant as long as it is on the screen, else
    the one that is level with the eye.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._view: CompareView | None = None

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view

    def panes(self) -> tuple[ReportPane, ...]:
        """Return the texts that are on the screen."""
        view = self._view
        return tuple(pane for pane in view.panes if pane.isVisible()) if view is not None else ()

    def pane(self) -> ReportPane | None:
        """Return the text that is worked in."""
        panes = self.panes()
        focused = next((pane for pane in panes if pane.text.hasFocus()), None)
        if focused is None and self._view is not None and panes:
            return self._view.columns.current_pane()
        return focused

    def meant(self) -> Meant | None:
        """Return the passage that is meant, None where no text is on the screen."""
        pane = self.pane()
        if pane is None or pane.report is None:
            inline = self._view.modes.inline if self._view is not None else None
            return _meant_in(inline) if inline is not None and inline.isVisible() else None
        chosen = _selected(pane)
        if chosen is None and not pane.text.hasFocus():
            # A hit or a piece of evidence may be selected in another column.
            others = ((one, _selected(one)) for one in self.panes())
            found = next(((one, span) for one, span in others if span is not None), None)
            pane, chosen = found or (pane, None)
        if pane.report is None:
            return None
        if chosen is not None:
            return Meant(pane, pane.report, chosen, is_selected=True, position=chosen.start)
        position = _position(pane)
        span = paragraph_at(pane.report, position)
        return (
            Meant(pane, pane.report, span, is_selected=False, position=position) if span else None
        )


def _meant_in(pane: InlinePane) -> Meant | None:
    """Return what is meant in a running text of two reports: words of one of them."""
    inline, chosen = pane.inline, pane.text.selected()
    if inline is None:
        return None
    found = inline.sources(chosen) if chosen is not None else ()
    if found:
        report = found[0][0]
        span = Span(found[0][1].start, found[-1][1].end)
        return Meant(None, report, span, is_selected=True, position=span.start)
    place, report = pane.later_place(), inline.comparison.later
    here = paragraph_at(report, place) if place is not None else None
    if place is None or here is None:
        return None
    return Meant(None, report, here, is_selected=False, position=place)


def _selected(pane: ReportPane) -> Span | None:
    """Return what is selected in a text, without white space at its ends; None for nothing."""
    span = pane.text.selection
    if span is None or pane.report is None:
        return None
    words = pane.report.quote(span)
    if not words.strip():
        return None
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, span.end - len(words) + len(words.rstrip()))


def _position(pane: ReportPane) -> int:
    from desktop.widgets.reading_text import EYE  # noqa: PLC0415 - not for the first frame

    cursor = pane.text.cursor_position()
    y = pane.text.y_of(cursor) - pane.text.verticalScrollBar().value()
    is_seen = 0 <= y < pane.text.viewport().height()
    return cursor if is_seen and cursor > 0 else pane.text.top_position(EYE)
