"""The ways to look at two reports: switching between them keeps the place that is read."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.jobs.catalog import Comparison
from desktop.models.pair_cards import Card
from desktop.models.pair_mode import PROMISES, PairMode, Place, parts_for
from desktop.models.section_pairs import section_pairs
from desktop.session import Session
from desktop.views.cards_view import CardsView
from desktop.views.change_steps import ChangeSteps
from desktop.views.columns import Columns
from desktop.views.compare_heads import CompareHeads
from desktop.views.inline_view import InlineView
from desktop.views.levels import Levels
from desktop.widgets.inline_pane import InlinePane
from desktop.widgets.report_pane import FOCUS, ReportPane
from tracker.model.outline import FORWARD_ROLES
from tracker.model.span import Span

_BESIDE = (PairMode.SIDE_BY_SIDE, PairMode.PROMISES)


class PairModes(QObject):
    """Shows the two reports that are worked on in the way that was chosen.

    Args:
        session: The comparisons.
        columns: The texts side by side.
        heads: The row above them, with the switch and the box for parts.
        levels: Brings sections level.
        steps: The way through the changes side by side.
        pages: Where all ways are shown, one at a time.

    Signals:
        changed(PairMode): Another way was chosen.
        made(object): The text of one column, or the list of cards, was made.
        stepped(): Another change or card is shown.
        renewed(): Other words are shown in one column.
        parts_wanted(): Other parts shall be compared; the box for them says which.
    """

    changed = Signal(object)
    made = Signal(object)
    stepped = Signal()
    parts_wanted = Signal()
    renewed = Signal()

    def __init__(
        self,
        session: Session,
        columns: Columns,
        heads: CompareHeads,
        levels: Levels,
        steps: ChangeSteps,
        pages: QStackedLayout,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._columns = columns
        self._heads = heads
        self._levels = levels
        self._steps = steps
        self._pages = pages
        self._mode = PairMode.SIDE_BY_SIDE
        self._waiting: Place | None = None
        self._wants_promises = False
        self._shown: dict[PairMode, Comparison] = {}
        self._dimmed: Mapping[str, Sequence[Span]] = {}
        self.inline: InlineView | None = None
        self.cards: CardsView | None = None
        heads.modes.chosen.connect(self.choose)
        columns.pair_changed.connect(self.take)

    @property
    def mode(self) -> PairMode:
        """How two reports are shown."""
        return self._mode

    def _pair(self) -> Comparison | None:
        found, place = self._session.comparisons, self._columns.pair
        return found[place] if place < len(found) else None

    def _is_beside(self) -> bool:
        """Tell whether texts stand side by side: by choice, or because there is only one."""
        return self._mode in _BESIDE or self._pair() is None

    def _view(self) -> InlineView | CardsView | None:
        """Return what shows the two reports, made when it is first wanted; None side by side."""
        if self._is_beside():
            return None
        if self._mode is PairMode.INLINE:
            return self._inline_view()
        return self._cards_view()

    def _inline_view(self) -> InlineView:
        if self.inline is None:
            self.inline = InlineView()
            self._pages.addWidget(self.inline)
            self.made.emit(self.inline.text)
        return self.inline

    def _cards_view(self) -> CardsView:
        if self.cards is None:
            self.cards = CardsView()
            self._pages.addWidget(self.cards)
            self.cards.opened.connect(self._on_opened)
            self.cards.list.selectionModel().currentChanged.connect(self.stepped)
            self.cards.list.cards.modelReset.connect(self.stepped)
            self.made.emit(self.cards.list)
        return self.cards

    def page(self) -> QWidget:
        """Return what is to be seen where there are reports."""
        return self._view() or self._columns

    def panes(self) -> tuple[ReportPane | InlinePane, ...]:
        """Return the texts that can be searched."""
        view = self._view()
        if view is None:
            return self._columns.panes
        return (view,) if isinstance(view, InlineView) else ()

    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through."""
        view = self._view()
        return self._columns.stops() if view is None else view.stops()

    def say_room(self) -> None:
        """Offer the ways where there are two reports."""
        self._heads.set_paired(paired=self._pair() is not None)

    # Switching

    def restore(self, mode: str) -> None:
        """Begin in the way in which a workspace was left."""
        if mode in set(PairMode):
            self._mode = PairMode(mode)
            self._heads.modes.set_mode(self._mode)
            self._heads.set_parts(parts_for(self._mode, self._heads.parts()))
            if self._session.columns and self._heads.parts() != self._session.parts:
                self.parts_wanted.emit()
            self.take()

    def choose(self, mode: PairMode) -> None:
        """Show the reports in another way, at the place that is read."""
        if mode is self._mode:
            self._heads.modes.set_mode(mode)
            return
        place, focused = self._place(), self._has_focus()
        self._mode = mode
        self._heads.modes.set_mode(mode)
        self._waiting = place
        self._wants_promises = mode is PairMode.PROMISES
        parts = parts_for(mode, self._session.parts)
        if parts != self._session.parts:
            self._heads.set_parts(parts)
            self.parts_wanted.emit()
        self.take()
        if focused:
            self.stops()[-1].setFocus()
        self.changed.emit(mode)

    def follow_parts(self) -> None:
        """Keep the switch in step with the box for parts."""
        promises = self._heads.parts() == PROMISES
        if promises and self._mode is PairMode.SIDE_BY_SIDE:
            self._mode, self._wants_promises = PairMode.PROMISES, True
        elif not promises and self._mode is PairMode.PROMISES:
            self._mode = PairMode.SIDE_BY_SIDE
        else:
            return
        self._heads.modes.set_mode(self._mode)
        self.changed.emit(self._mode)

    def go_side_by_side(self) -> None:
        """Show the texts beside each other: a passage of one of them is wanted."""
        if not self._is_beside():
            promises = self._session.parts == PROMISES
            self.choose(PairMode.PROMISES if promises else PairMode.SIDE_BY_SIDE)
            self._waiting, self._wants_promises = None, False

    def _has_focus(self) -> bool:
        return any(stop.hasFocus() for stop in self.stops())

    def _on_opened(self, card: Card) -> None:
        """Open a card where its sections stand."""
        earlier, later = card.indices
        self.go_side_by_side()
        left, right = self._both()
        if earlier is not None and later is not None:
            self._levels.show_linked(self._columns.pair, earlier, later)
        elif earlier is not None:
            self._levels.show_section(left, earlier)
        elif later is not None:
            self._levels.show_section(right, later)
        (right if earlier is None else left).text.setFocus()

    # What is known

    def take(self) -> None:
        """Show what is known by now of the two reports."""
        view, pair = self._view(), self._pair()
        if view is not None and pair is not None and self._shown.get(self._mode) is not pair:
            before = self._shown.get(self._mode)
            if self._waiting is None and before is not None and before.later is pair.later:
                self._waiting = view.place()
            view.show_pair(pair)
            self.dim(self._dimmed)
            self._shown[self._mode] = pair
            self.renewed.emit()
        if self._session.columns:
            self._pages.setCurrentWidget(self.page())
            room = self._pages.parentWidget()
            layout = room.layout() if room is not None else None
            if layout is not None:
                layout.activate()  # texts are measured in the size that they are shown in
        self._go(view, pair)
        self.say_room()
        self.stepped.emit()

    def dim(self, spans: Mapping[str, Sequence[Span]]) -> None:
        """Show stretches of reports in faint ink, in one column as side by side."""
        self._dimmed = spans
        if self.inline is not None:
            self.inline.dim(spans)

    def _go(self, view: InlineView | CardsView | None, pair: Comparison | None) -> None:
        """Go to the place that is waited for, once it can be shown."""
        if pair is None or (self._mode is not PairMode.INLINE and not pair.parts):
            return
        place, self._waiting = self._waiting, None
        if self._wants_promises:
            self._wants_promises = False
            place = self._first_promise(pair, place)
        if place is None:
            return
        if view is not None:
            view.go_to_place(place)
        else:
            self._both()[place.later].show_span(Span(place.position, place.position))

    def _first_promise(self, pair: Comparison, place: Place | None) -> Place | None:
        """Return the plan that is read already, or the first section that has an answer."""
        left = self._both()[0]
        section = pair.earlier.section_at(left.text.top_position(FOCUS))
        if section is not None and section.role in FORWARD_ROLES:
            return place
        found = section_pairs(pair)
        return Place(found[0].earlier.span.start, later=False) if found else place

    def _both(self) -> tuple[ReportPane, ReportPane]:
        at = self._columns.pair
        left, right = self._columns.panes[at : at + 2]
        return left, right

    def _place(self) -> Place | None:
        """Return what is read now; None at the top."""
        view = self._view()
        if view is not None:
            return view.place()
        if self._pair() is None:
            return None
        text = self._both()[1].text  # the other ways follow the later report
        at_top = text.verticalScrollBar().value() == 0
        return None if at_top else Place(text.top_position(FOCUS))

    # Changes

    def next(self) -> None:
        """Go to the next change, or to the next card that something changed on."""
        self._step(1)

    def previous(self) -> None:
        """Go to the one before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        view = self._view()
        if view is not None:
            view.set_kind(self._steps.kind)
            view.step(by)
        elif by > 0:
            self._steps.next()
        else:
            self._steps.previous()
        self.stepped.emit()

    def position(self) -> tuple[int, int]:
        """Return which change is shown (from 0, -1 for none), and how many there are."""
        view = self._view()
        if view is not None:
            view.set_kind(self._steps.kind)
            return view.position()
        return self._steps.current(), self._steps.total()
