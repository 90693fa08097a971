"""The way through the changes of the two columns that are worked on (F7, Shift+F7)."""

from PySide6.QtCore import QObject, Signal

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import ChangeItem, change_items
from desktop.views.columns import Columns


class ChangeSteps(QObject):
    """Goes from change to change, each pair of neighbours with a place of its own.

    Signals:
        stepped(): Another change is shown.
    """

    stepped = Signal()

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._pairs: list[tuple[Comparison, tuple[ChangeItem, ...]]] = []
        self._at: list[int] = []

    def take(self, comparisons: tuple[Comparison, ...]) -> None:
        """Go through these; a pair that stays keeps its place."""
        known = {
            id(pair): (items, at) for (pair, items), at in zip(self._pairs, self._at, strict=True)
        }
        found = [known.get(id(one)) or (change_items(one), -1) for one in comparisons]
        self._pairs = [(one, items) for one, (items, _) in zip(comparisons, found, strict=True)]
        self._at = [at for _, at in found]

    def total(self) -> int:
        """Return how many changes there are between the two."""
        return len(self._items())

    def current(self) -> int:
        """Return which of them is shown, from 0; -1 for none."""
        place = self._columns.pair
        return self._at[place] if place < len(self._at) else -1

    def _items(self) -> tuple[ChangeItem, ...]:
        place = self._columns.pair
        return self._pairs[place][1] if place < len(self._pairs) else ()

    def next(self) -> None:
        """Go to the next change."""
        self._step(1)

    def previous(self) -> None:
        """Go to the change before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        """Go on by so many changes, round and round."""
        items, place = self._items(), self._columns.pair
        if not items:
            return
        at = max(0, self._at[place]) if by < 0 else self._at[place]
        self._at[place] = (at + by) % len(items)
        item = items[self._at[place]]
        for pane in self._columns.panes:
            pane.text.select_nothing()
        both = self._columns.panes[place : place + 2]
        for pane, span in zip(both, (item.earlier, item.later), strict=True):
            if span is not None:
                pane.show_span(span)  # the last one drives: the later text where it has a place
                pane.text.select_span(span)
        self.stepped.emit()
