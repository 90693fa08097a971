"""Finding words in the two texts (Ctrl+F)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from desktop.jobs import searching
from desktop.jobs.job import Job, Lane
from desktop.models.words import say, year_name
from desktop.widgets.find_bar import FindBar
from desktop.widgets.hit_marks import HitMarks
from tracker.message import Message
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.jobs.searching import Found
    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.widgets.inline_pane import InlinePane
    from desktop.widgets.report_pane import ReportPane
    from tracker.model.search import Query

FINDING = Message("正在查找", "Finding")
_LONGEST_SELECTION = 40
"""Characters of a selection that may be meant as words to look for."""


class TextFinder(QObject):
    """Finds in all texts of the compare view, marks what it finds, goes from hit to hit.

    Args:
        session: Runs the search.
        view: The texts.
    """

    def __init__(self, session: Session, view: CompareView) -> None:
        super().__init__(view)
        self._session = session
        self._view = view
        self.bar = FindBar(view)
        self.bar.hide()
        view.put_bar(self.bar)
        self._marks: dict[ReportPane | InlinePane, HitMarks] = {}
        self._hits: list[tuple[Span, ...]] = [()] * len(view.panes)
        self._side = 0
        self._at = [-1] * len(view.panes)
        self._from: ReportPane | InlinePane | None = None
        self.bar.asked.connect(self._ask)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        session.columns_read.connect(self._on_columns)
        view.modes.changed.connect(self._on_columns)
        view.modes.renewed.connect(self._on_columns)
        self._say()

    @property
    def _panes(self) -> tuple[ReportPane | InlinePane, ...]:
        return self._view.modes.panes()

    def is_open(self) -> bool:
        """Tell whether the bar is there."""
        return not self.bar.isHidden()

    def open(self) -> None:
        """Show the bar and put the keyboard into it; a short selection is what is looked for.

        Cards have no text to go through: they give way to the texts.
        """
        if not self._panes:
            self._view.modes.go_side_by_side()
        chosen = ""
        for side, pane in enumerate(self._panes):
            if pane.text.hasFocus():
                self._side, self._from = side, pane
                chosen = pane.text.textCursor().selectedText()
        if "\u2029" in chosen or len(chosen) > _LONGEST_SELECTION:
            chosen = ""
        self.bar.show()
        self.bar.enter(chosen)
        self.bar.ask()

    def close(self) -> None:
        """Take bar and marks away; the keyboard goes back to the text."""
        self.bar.hide()
        self._take_none()
        found = [self._from, *self._panes[self._side :]]
        pane = next((one for one in found if one in self._panes), None)
        if pane is not None:
            pane.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_columns(self) -> None:
        self._take_none()
        if self.is_open():
            self.bar.ask()

    def _take_none(self) -> None:
        self._take(((),) * len(self._panes))

    def _ask(self, query: Query) -> None:
        reports = tuple(pane.report for pane in self._panes if pane.report is not None)
        work = partial(searching.find_in, reports, query)
        job = Job("find", FINDING, work, Lane.SEARCH, quiet=True)
        self._session.runner.submit(job, self._on_found)

    def _on_found(self, found: Found) -> None:
        if not self.is_open():
            return
        by_report = {one.report_id: one.matches for one in found.reports}
        hits = tuple(by_report.get(p.report.id, ()) if p.report else () for p in self._panes)
        self.bar.say_problem(say(found.problem) if found.problem else "")
        self._take(hits)
        if any(hits):
            self._go_to_first()
        self._say()

    def _take(self, hits: tuple[tuple[Span, ...], ...]) -> None:
        self._hits, self._at = list(hits), [-1] * len(hits)
        self._side = min(self._side, max(0, len(hits) - 1))
        for pane in self._marks.keys() - set(self._panes):
            self._marks[pane].set_hits("", ())
            pane.overview.set_hits(())
        for pane, spans in zip(self._panes, hits, strict=True):
            if pane not in self._marks:
                self._marks[pane] = HitMarks(pane.text)
            self._marks[pane].set_hits(pane.report.text if pane.report else "", spans)
            pane.overview.set_hits(spans)
        self._say()

    def _go_to_first(self) -> None:
        """Go to the first hit from what is on the screen on; the text moves only where it must."""
        if not self._hits[self._side]:
            self._side = self._next_side(1)
        text, hits = self._panes[self._side].text, self._hits[self._side]
        here = text.top_position()
        self._at[self._side] = next((n for n, s in enumerate(hits) if s.start >= here), 0)
        self._show(only_if_hidden=True)

    def find_next(self) -> None:
        """Go to the next hit."""
        self.step(1)

    def find_previous(self) -> None:
        """Go to the hit before."""
        self.step(-1)

    def step(self, by: int) -> None:
        """Go on through the hits of one text, then of the next one, then from the beginning."""
        if not self.is_open():
            self.open()
            return
        if not any(self._hits):
            return
        at = self._at[self._side] + by
        if not 0 <= at < len(self._hits[self._side]):
            self._side = self._next_side(1 if by > 0 else -1)
            at = 0 if by > 0 else len(self._hits[self._side]) - 1
        self._at[self._side] = at
        self._show()
        self._say()

    def _next_side(self, by: int) -> int:
        """Return the next text that has hits; the same one where no other has any."""
        n = len(self._hits)
        return next(side for k in range(1, n + 1) if self._hits[side := (self._side + k * by) % n])

    def _show(self, *, only_if_hidden: bool = False) -> None:
        pane = self._panes[self._side]
        span = self._hits[self._side][self._at[self._side]]
        for other in self._panes:
            other.text.select_nothing()
        y = pane.text.y_of(span.start) - pane.text.verticalScrollBar().value()
        if not only_if_hidden or not 0 <= y < pane.text.viewport().height() * 0.9:
            pane.show_span(span)
        pane.text.select_span(span)

    def _say(self) -> None:
        """Say the counts, which text is gone through by its position: 2021: 3/17   2023: 9."""
        told = []
        for side, pane in enumerate(self._panes):
            n = len(self._hits[side])
            at = self._at[side]
            name = year_name(pane.report.meta.year) if pane.report else ""
            here = side == self._side and n > 0
            told.append(f"{name}: {at + 1}/{n}" if here else f"{name}: {n}")
        wanted = bool(self.bar.query().text.strip()) and not self.bar.told.whole_text()
        self.bar.say_counts("    ".join(told) if wanted else "", found=any(self._hits))
