"""Cards as a list that is filtered and sorted."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.pair_cards import Card, CardFilter, CardKind, CardOrder, in_order
from desktop.models.roles import DataRole

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class CardList(QAbstractListModel):
    """The cards of a comparison that pass the filters, in the order that was chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[Card, ...] = ()
        self._cards: list[Card] = []
        self._wanted: frozenset[CardFilter] = frozenset()
        self._order = CardOrder.LATER

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards that are shown."""
        return tuple(self._cards)

    @property
    def order(self) -> CardOrder:
        """In which order they stand."""
        return self._order

    def set_cards(self, cards: Iterable[Card]) -> None:
        """Show the cards of another comparison."""
        self._all = tuple(cards)
        self._renew()

    def set_filter(self, wanted: frozenset[CardFilter]) -> None:
        """Show only cards that pass one of these; none means all cards."""
        self._wanted = wanted
        self._renew()

    def set_order(self, order: CardOrder) -> None:
        """Sort in another way."""
        self._order = order
        self._renew()

    def counts(self) -> dict[CardFilter, int]:
        """Return how many cards pass each filter."""
        return {one: sum(card.passes(one) for card in self._all) for one in CardFilter}

    def _renew(self) -> None:
        self.beginResetModel()
        kept = (c for c in self._all if not self._wanted or any(map(c.passes, self._wanted)))
        self._cards = in_order(tuple(kept), self._order)
        self.endResetModel()

    def row_of(self, section: int, *, later: bool) -> int | None:
        """Return the row of the card of a section."""
        rows = (n for n, card in enumerate(self._cards) if card.indices[later] == section)
        return next(rows, None)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of cards."""
        return 0 if parent.isValid() else len(self._cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the card, or its headings as words."""
        if not index.isValid():
            return None
        card = self._cards[index.row()]
        if role == DataRole.VALUE:
            return card
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " ↔ ".join(_heading(card, later=later) for later in (False, True))
        return None

    def next_row(self, row: int, by: int, wanted: CardFilter | None = None) -> int | None:
        """Return the next card that something changed on, from a row on, round the end."""
        n = len(self._cards)
        changed = {*self.changed_rows(wanted)}
        rows = ((row + by * step) % n for step in range(1, n + 1))
        return next((at for at in rows if at in changed), None)

    def changed_rows(self, wanted: CardFilter | None = None) -> list[int]:
        """Return the cards that something changed on, or those that pass a filter."""
        passes = (card.passes(wanted) if wanted else _is_changed(card) for card in self._cards)
        return [n for n, passed in enumerate(passes) if passed]


def _is_changed(card: Card) -> bool:
    return card.kind is not CardKind.SAME or bool(card.share) or bool(card.figures)


def _heading(card: Card, *, later: bool) -> str:
    side = card.later if later else card.earlier
    return f"{side.section.number}{side.section.heading}" if side else "—"
