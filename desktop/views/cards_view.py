"""The cards of two reports: filters above, a list below."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import StepKind
from desktop.models.pair_cards import Card, CardFilter, CardOrder, pair_cards
from desktop.models.pair_mode import Place
from desktop.models.words import report_name
from desktop.widgets.card_chips import CardChips
from desktop.widgets.card_view import CardView
from desktop.widgets.empty_state import EmptyState

_HEADS = (22, 2, 33, 6)
"""Room around the names of the reports, where cards are as wide as the list."""
_KINDS = {
    StepKind.ALL: None,
    StepKind.FIGURES: CardFilter.FIGURES,
    StepKind.NEW: CardFilter.NEW,
    StepKind.DROPPED: CardFilter.DROPPED,
    StepKind.MOVED: CardFilter.MOVED,
}
"""Which cards hold changes of a kind; None stands for all that something changed on."""


class CardsView(QWidget):
    """Only what belongs together, pair by pair.

    Signals:
        opened(Card): A card was chosen to be read in its reports.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pair: Comparison | None = None
        self._kind = StepKind.ALL
        self.chips = CardChips(self)
        self.list = CardView(self)
        self.empty = EmptyState("cards", self)
        self.names = QLabel(self), QLabel(self)
        self._heads = heads = QHBoxLayout()
        heads.setContentsMargins(*_HEADS)
        heads.setSpacing(28)
        for name in self.names:
            name.setObjectName("muted")
            heads.addWidget(name, 1)
        reading = QWidget(self)
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.chips)
        column.addLayout(heads)
        column.addWidget(self.list, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(reading)
        self._pages.addWidget(self.empty)
        self.retranslate()
        self.chips.filtered.connect(self._on_filtered)
        self.chips.sorted.connect(self._on_sorted)
        self.list.opened.connect(self.opened)
        self.list.moved_in.connect(self._on_moved_in)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.list.setAccessibleName(self.tr("Pairs of sections"))
        pair = self._pair
        if pair is not None and not pair.parts:
            told = self.tr("The sections that belong together are being found.")
            self.empty.set_words(self.tr("Lining up and comparing…"), told)
        else:
            told = self.tr("Choose other parts above, or another report in the library.")
            self.empty.set_words(self.tr("No sections that could be compared"), told)

    def _on_moved_in(self, by: int) -> None:
        """Keep the names above their texts."""
        left, top, right, bottom = _HEADS
        self._heads.setContentsMargins(left + by, top, right + by, bottom)

    def show_pair(self, comparison: Comparison) -> None:
        """Show the cards of two reports; before they are compared, say that they are."""
        self._pair = comparison
        for name, report in zip(self.names, (comparison.earlier, comparison.later), strict=True):
            name.setText(report_name(report))
        self.list.items.forget()
        self.list.cards.set_cards(pair_cards(comparison))
        self.chips.set_counts(self.list.cards.counts())
        self._pages.setCurrentIndex(0 if any(self.list.cards.counts().values()) else 1)
        self.retranslate()
        self._say()

    def place(self) -> Place | None:
        """Return the section of the card that is read; None at the top."""
        card = self.list.card_read()
        side = (card.later or card.earlier) if card else None
        if card is None or side is None or self.list.currentIndex().row() <= 0:
            return None
        return Place(side.section.span.start, later=card.later is not None)

    def go_to_place(self, place: Place) -> bool:
        """Go to the card of the section that a passage stands in; tell whether there is one."""
        pair = self._pair
        if pair is None:
            return False
        report = pair.later if place.later else pair.earlier
        section = report.section_at(place.position)
        while section is not None and not self.go_to(section.index, later=place.later):
            section = None if section.parent is None else report.sections[section.parent]
        return section is not None

    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through."""
        return (self.list,)

    def go_to(self, section: int, *, later: bool) -> bool:
        """Go to the card of a section; tell whether there is one."""
        row = self.list.cards.row_of(section, later=later)
        if row is not None:
            self.list.go_to(row)
        return row is not None

    def set_kind(self, kind: StepKind) -> None:
        """Go to cards with changes of another kind."""
        self._kind = kind

    def step(self, by: int) -> None:
        """Go to the next card that something changed on."""
        row = self.list.currentIndex().row()
        found = self.list.cards.next_row(row if row >= 0 or by > 0 else 0, by, _KINDS[self._kind])
        if found is not None:
            self.list.go_to(found)

    def position(self) -> tuple[int, int]:
        """Return which of the changed cards is the current one (from 0, -1), and how many."""
        rows, row = self.list.cards.changed_rows(_KINDS[self._kind]), self.list.currentIndex().row()
        return (rows.index(row) if row in rows else -1), len(rows)

    def _on_filtered(self, wanted: frozenset[CardFilter]) -> None:
        card = self.list.card_read()
        self.list.cards.set_filter(wanted)
        self._stay_at(card)

    def _on_sorted(self, order: CardOrder) -> None:
        card = self.list.card_read()
        self.list.cards.set_order(CardOrder(order))
        self._stay_at(card if order is not CardOrder.CHANGE else None)

    def _stay_at(self, card: Card | None) -> None:
        """Keep the card that is read; where it is not shown any more, begin at the top."""
        shown = self.list.cards.cards
        self.list.go_to(shown.index(card) if card in shown else 0)
        self._say()

    def _say(self) -> None:
        self.chips.say_shown(len(self.list.cards.cards))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
