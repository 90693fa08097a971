"""The way through the changes of the two columns that are worked on (F7, Shift+F7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import ChangeItem, StepKind, items_of
from desktop.models.glosses import ChangeTips
from desktop.views.columns import Columns

if TYPE_CHECKING:
    from desktop.widgets.report_pane import ReportPane


class _Way:
    """The way through the changes between two neighbours: those of each kind, and its place."""

    def __init__(self, pair: Comparison) -> None:
        self.pair = pair
        self.at: dict[StepKind, int] = {}
        self._items: dict[StepKind, tuple[ChangeItem, ...]] = {}

    def items(self, kind: StepKind) -> tuple[ChangeItem, ...]:
        """Return the changes of a kind."""
        if kind not in self._items:
            self._items[kind] = items_of(self.pair, kind)
        return self._items[kind]


class ChangeSteps(QObject):
    """Goes from change to change, each pair of neighbours with a place of its own.

    Signals:
        stepped(): Another change is shown, or changes of another kind are gone through.
        leaving(str): Another change will be shown; the name of this walk.
    """

    stepped = Signal()
    leaving = Signal(str)

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._pairs: list[_Way] = []
        self._kind = StepKind.ALL
        self._has_stepped = False

    def take(self, comparisons: tuple[Comparison, ...]) -> None:
        """Go through these; a pair that stays keeps its place."""
        known = {id(way.pair): way for way in self._pairs}
        self._pairs = [known.get(id(one)) or _Way(one) for one in comparisons]

    @property
    def kind(self) -> StepKind:
        """Which changes are gone through."""
        return self._kind

    def set_kind(self, kind: StepKind) -> None:
        """Go through changes of another kind; each kind keeps its place."""
        self._kind = kind
        self._has_stepped = False
        self.stepped.emit()

    def next_kind(self) -> None:
        """Go through changes of the next kind."""
        kinds = list(StepKind)
        self.set_kind(kinds[(kinds.index(self._kind) + 1) % len(kinds)])

    def total(self) -> int:
        """Return how many changes there are between the two."""
        return len(self._items())

    def current(self) -> int:
        """Return which of them is shown, from 0; -1 for none."""
        way = self._way()
        return -1 if way is None else way.at.get(self._kind, -1)

    def _way(self) -> _Way | None:
        place = self._columns.pair
        return self._pairs[place] if place < len(self._pairs) else None

    def _items(self) -> tuple[ChangeItem, ...]:
        way = self._way()
        return () if way is None else way.items(self._kind)

    def words(self) -> str:
        """Return what happened at the change that was gone to last, "" where none was."""
        if not self._has_stepped:
            return ""
        way, at = self._way(), self.current()
        items = self._items()
        if way is None or not 0 <= at < len(items):
            return ""
        item = items[at]
        tips = (
            (ChangeTips(way.pair, None), item.later),
            (ChangeTips(None, way.pair), item.earlier),
        )
        found = (one.at(span.start) for one, span in tips if span is not None)
        return " · ".join(next((told for told in found if told), "").split("\n"))

    def next(self) -> None:
        """Go to the next change."""
        self._step(1)

    def previous(self) -> None:
        """Go to the change before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        """Go on by so many changes, round and round."""
        items, way, place = self._items(), self._way(), self._columns.pair
        if way is None or not items:
            return
        at = max(0, self.current()) if by < 0 else self.current()
        way.at[self._kind] = (at + by) % len(items)
        item = items[way.at[self._kind]]
        self._has_stepped = True
        self.leaving.emit("changes")
        for pane in self._columns.panes:
            pane.text.select_nothing()
        both = self._columns.panes[place : place + 2]
        spans = item.earlier, item.later
        for pane, span in zip(both, spans, strict=True):
            if span is not None:
                pane.show_span(span)  # the last one drives: the later text where it has a place
                pane.text.select_span(span)
        self._point(tuple(p for p, span in zip(both, spans, strict=True) if span is not None))
        self.stepped.emit()

    def _point(self, panes: tuple[ReportPane, ...]) -> None:
        """Let keys mean the passage that was gone to, also where it stands on one side alone."""
        if not panes or self._columns.current_pane() in panes:
            return
        if any(pane.text.hasFocus() for pane in self._columns.panes):
            panes[-1].text.setFocus(Qt.FocusReason.OtherFocusReason)
        self._columns.point(panes[-1])
