"""Finding words in the texts that lie beside each other (Ctrl+F)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt

from desktop.jobs import searching
from desktop.jobs.job import Job, Lane
from desktop.models.words import labelled, say
from desktop.widgets.find_bar import FindBar
from desktop.widgets.hit_marks import HitMarks
from tracker.message import Message
from tracker.model.span import Span

if TYPE_CHECKING:
    from desktop.jobs.searching import Found
    from desktop.session import Session
    from desktop.views.desk import Desk, ShownText
    from tracker.model.search import Query

FINDING = Message("正在查找", "Finding")
_NAMED = 4
"""Texts whose counts stand beside each other."""
_LONGEST_SELECTION = 40
"""Characters of a selection that may be meant as words to look for."""


class TextFinder(QObject):
    """Finds in all texts of a desk, marks what it finds, goes from hit to hit.

    Args:
        session: Runs the search.
        desk: Where the texts lie.
        parent: Whom it goes with.
    """

    def __init__(self, session: Session, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._desk = desk
        self.bar = FindBar()
        self.bar.hide()
        desk.put_bar(self.bar)
        self._marks: dict[ShownText, HitMarks] = {}
        self._texts = desk.texts()
        self._hits: list[tuple[Span, ...]] = [()] * len(self._texts)
        self._side = 0
        self._at = [-1] * len(self._texts)
        self._from: ShownText | None = None
        self.bar.asked.connect(self._ask)
        self.bar.stepped.connect(self.step)
        self.bar.closed.connect(self.close)
        desk.texts_changed.connect(self._on_texts)
        self._say()

    def is_open(self) -> bool:
        """Tell whether the bar is there."""
        return not self.bar.isHidden()

    def open(self) -> None:
        """Show the bar and put the keyboard into it; a short selection is what is looked for.

        Cards have no text to go through: they give way to the texts.
        """
        if not self._desk.texts():
            self._desk.bring_texts()
        self._texts = self._desk.texts()
        chosen = ""
        for side, pane in enumerate(self._texts):
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
        found = [self._from, *self._texts[self._side :]]
        pane = next((one for one in found if one in self._texts), None)
        if pane is not None:
            pane.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_texts(self) -> None:
        self._take_none()
        if self.is_open():
            self.bar.ask()

    def _take_none(self) -> None:
        self._texts = self._desk.texts()
        self._take(((),) * len(self._texts))

    def _ask(self, query: Query) -> None:
        reports = tuple(text.origin.searched for text in self._texts if text.origin is not None)
        work = partial(searching.find_in, reports, query)
        job = Job("find", FINDING, work, Lane.SEARCH, quiet=True)
        self._session.runner.submit(job, self._on_found)

    def _on_found(self, found: Found) -> None:
        if not self.is_open():
            return
        by_report = {one.report_id: one.matches for one in found.reports}
        hits = tuple(
            by_report.get(text.origin.subject.id, ()) if text.origin else () for text in self._texts
        )
        self.bar.say_problem(say(found.problem) if found.problem else "")
        self._take(hits)
        if any(hits):
            self._go_to_first()
        self._say()

    def _take(self, hits: tuple[tuple[Span, ...], ...]) -> None:
        self._hits, self._at = list(hits), [-1] * len(hits)
        self._side = min(self._side, max(0, len(hits) - 1))
        for pane in self._marks.keys() - set(self._texts):
            self._marks[pane].set_hits("", ())
            _mark_overview(pane, ())
        for pane, spans in zip(self._texts, hits, strict=True):
            if pane not in self._marks:
                self._marks[pane] = HitMarks(pane.text)
            self._marks[pane].set_hits(pane.origin.searched.text if pane.origin else "", spans)
            _mark_overview(pane, spans)
        self._say()

    def _go_to_first(self) -> None:
        """Go to the first hit from what is on the screen on; the text moves only where it must."""
        if not self._hits[self._side]:
            self._side = self._next_side(1)
        text, hits = self._texts[self._side].text, self._hits[self._side]
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
        pane = self._texts[self._side]
        span = self._hits[self._side][self._at[self._side]]
        for other in self._texts:
            other.text.select_nothing()
        y = pane.text.y_of(span.start) - pane.text.verticalScrollBar().value()
        if not only_if_hidden or not 0 <= y < pane.text.viewport().height() * 0.9:
            pane.show_span(span)
        self._desk.bring(pane)
        pane.text.select_span(span)

    def _say(self) -> None:
        """Say the counts, which text is gone through by its position: 2021: 3/17   2023: 9.

        Of more texts than fit beside each other only the one that is gone through is named.
        """
        told = []
        for side, text in enumerate(self._texts):
            n = len(self._hits[side])
            here = side == self._side and n > 0
            if here or len(self._texts) <= _NAMED:
                name = text.origin.name if text.origin is not None else ""
                count = f"{self._at[side] + 1}/{n}" if here else str(n)
                told.append(labelled(name, count))
        if len(self._texts) > _NAMED and told:
            total, held = sum(map(len, self._hits)), sum(map(bool, self._hits))
            told.append(
                QCoreApplication.translate("TextFinder", "{0} in {1} texts").format(total, held)
            )
        wanted = bool(self.bar.query().text.strip()) and not self.bar.told.whole_text()
        self.bar.say_counts("    ".join(told) if wanted else "", found=any(self._hits))


def _mark_overview(text: ShownText, hits: tuple[Span, ...]) -> None:
    if text.overview is not None:
        text.overview.set_hits(hits)
