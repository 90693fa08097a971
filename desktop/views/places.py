"""Passages that were asked for from elsewhere: evidence, a hit of a search."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject, Qt, Signal

from desktop.models.columns import with_clicked
from desktop.session import Session
from desktop.views.columns import Columns
from desktop.views.levels import Levels
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.span import Span


class Places(QObject):
    """Shows passages, once their reports are on the screen.

    Signals:
        asked(): A passage is wanted; it is shown where its report stands by itself.

    Args:
        session: The library.
        columns: Where reports are shown.
        levels: Keeps the columns level.
        bring: Sets reports side by side.

    Signals:
        leaving(str): A passage will be shown; the name of the walk that it is a step of, or "".
    """

    asked = Signal()
    leaving = Signal(str)

    def __init__(
        self,
        session: Session,
        columns: Columns,
        levels: Levels,
        bring: Callable[[tuple[str, ...]], None],
    ) -> None:
        super().__init__(columns)
        self._session = session
        self._columns = columns
        self._levels = levels
        self._bring = bring
        self._pair: tuple[ReportId, Span, ReportId, Span] | None = None
        self._single: tuple[str, Span] | None = None

    def is_waiting(self) -> bool:
        """Tell whether a passage waits for its report."""
        return self._pair is not None or self._single is not None

    def show_pair(self, earlier: Report, later: Report, promise: Span, passage: Span) -> None:
        """Set a promise beside the passage that answers it, both selected and level."""
        self.leaving.emit("")
        self._pair, self._single = (earlier.id, promise, later.id, passage), None
        self.asked.emit()
        if not self.arrive():
            self._bring((earlier.id, later.id))

    def show(self, report: str, span: Span) -> None:
        """Show a passage of a report; one that is not on the screen comes with its neighbour."""
        self.leaving.emit("")
        self._pair, self._single = None, (report, span)
        self.asked.emit()
        clicked = self._session.entry(report)
        if not self.arrive() and clicked is not None:
            shown = (self._session.entry(one.id) for one in self._session.columns)
            there = tuple(one for one in shown if one is not None)
            found = with_clicked(clicked, there, self._session.entries)
            self._bring(tuple(one.id for one in found))

    def arrive(self) -> bool:
        """Show what is asked for, if its reports are there now."""
        if self._pair is not None:
            return self._arrive_pair(*self._pair)
        return self._single is not None and self._arrive_single(*self._single)

    def _arrive_pair(
        self, earlier: ReportId, promise: Span, later: ReportId, passage: Span
    ) -> bool:
        ids = tuple(pane.report.id if pane.report else "" for pane in self._columns.panes)
        place = next((n for n, both in enumerate(pairwise(ids)) if both == (earlier, later)), None)
        if place is None:
            return False
        self._let_go()
        both = self._columns.panes[place : place + 2]
        with self._levels.apart():
            for pane, span in zip(both, (promise, passage), strict=True):
                pane.show_span(span)
                pane.text.select_span(span)
        both[0].text.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys move the text
        self._pair = None
        return True

    def _arrive_single(self, report: str, span: Span) -> bool:
        found = (one for one in self._columns.panes if one.report and one.report.id == report)
        pane = next(found, None)
        if pane is None:
            return False
        self._let_go()
        pane.text.select_span(span)
        pane.show_span(span)
        if not self._levels.is_complete():
            self._levels.stay(pane)
        self._single = None
        return True

    def _let_go(self) -> None:
        for pane in self._columns.panes:
            pane.text.select_nothing()
