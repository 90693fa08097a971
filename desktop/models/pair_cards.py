"""Pairs of sections as cards (卡片): one for each pair, dropped section and new section.

In goes a comparison, out come cards that hold what a reader needs to see of a pair at a glance:
both headings and texts, what changed in them, which figures, and how much of the pair changed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.jobs.catalog import Comparison, PartComparison
from desktop.models.change_list import number_spans
from desktop.models.changed_text import changed_text
from desktop.models.figures import FigureChange, figure_change
from tracker.model.alignment import AlignmentRow, LinkKind
from tracker.model.change import ChangeKind, SectionDiff
from tracker.model.outline import Section
from tracker.model.report import Report
from tracker.model.span import Span


class CardKind(Enum):
    """What a card shows."""

    SAME = "same"
    RELATED = "related"
    DROPPED = "dropped"
    NEW = "new"


class Look(Enum):
    """What a stretch of a card's text is."""

    HEADING = "heading"
    PASSAGE = "passage"
    WORDS = "words"
    MOVED = "moved"
    NUMBER = "number"


class CardFilter(Enum):
    """Which cards are shown."""

    CHANGED = "changed"
    FIGURES = "figures"
    DROPPED = "dropped"
    NEW = "new"
    MOVED = "moved"


class CardOrder(Enum):
    """In which order cards stand."""

    EARLIER = "earlier"
    LATER = "later"
    CHANGE = "change"


@dataclass(frozen=True, slots=True)
class CardSide:
    """One report's section on a card.

    Attributes:
        section: The section.
        text: Heading and paragraphs, one line each.
        looks: Start, end and look of stretches of ``text``.
    """

    section: Section
    text: str
    looks: tuple[tuple[int, int, Look], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A pair of sections, or one that stands alone.

    Attributes:
        kind: Same topic, related, dropped or new.
        earlier: The earlier section.
        later: The later one.
        figures: Figures of the same indicator that differ.
        share: How much of both texts is changed, 0 to 1; None where they were not compared.
        by_hand: A person linked the two, or said that the section stands alone.
        moved: It stands in another order, or sentences went into it or out of it.
        merged: The later section is on a card before already.
        part: Which of the parts it belongs to.
        earlier_key, later_key: Its place in the order of either report.
    """

    kind: CardKind
    earlier: CardSide | None
    later: CardSide | None
    figures: tuple[FigureChange, ...]
    share: float | None
    by_hand: bool
    moved: bool
    merged: bool
    part: int
    earlier_key: tuple[int, int] = (0, 0)
    later_key: tuple[int, int] = (0, 0)

    @property
    def indices(self) -> tuple[int | None, int | None]:
        """Indices of the two sections."""
        sides = self.earlier, self.later
        first, second = (side.section.index if side else None for side in sides)
        return first, second

    @property
    def key(self) -> tuple[int, int | None, int | None]:
        """What the card is known by among those of one comparison."""
        return (self.part, *self.indices)

    def passes(self, wanted: CardFilter) -> bool:
        """Tell whether a filter lets the card through."""
        return {
            CardFilter.CHANGED: self.kind is CardKind.SAME and bool(self.share),
            CardFilter.FIGURES: bool(self.figures),
            CardFilter.DROPPED: self.kind is CardKind.DROPPED,
            CardFilter.NEW: self.kind is CardKind.NEW,
            CardFilter.MOVED: self.moved,
        }[wanted]


def pair_cards(comparison: Comparison) -> tuple[Card, ...]:
    """Return the cards of a comparison in the order in which it was made."""
    maker = _Maker(comparison)
    found = [
        card
        for n, part in enumerate(comparison.parts)
        for diff in part.diff.sections
        if (card := maker.card(n, part, diff)) is not None
    ]
    return tuple(_with_keys(found))


def in_order(cards: Sequence[Card], order: CardOrder) -> list[Card]:
    """Return cards in an order; those that changed most come first where that is asked for."""
    if order is CardOrder.EARLIER:
        return sorted(cards, key=lambda card: card.earlier_key)
    if order is CardOrder.LATER:
        return sorted(cards, key=lambda card: card.later_key)
    return sorted(cards, key=lambda card: (-(card.share or 0.0), card.later_key))


def _with_keys(cards: list[Card]) -> Iterator[Card]:
    """Give each card its places; one without a section follows its neighbour on the other side."""
    after: tuple[int, int] = (-1, 0)
    at_earlier: dict[int, int] = {}
    for card in cards:
        earlier, later = card.indices
        if earlier is not None and later is not None:
            at_earlier.setdefault(later, earlier)
    known = sorted(at_earlier)
    for n, card in enumerate(cards):
        earlier, later = card.indices
        after = (after[0], n + 1) if later is None else (later, n if card.merged else 0)
        if earlier is None and later is not None:
            before = bisect_left(known, later) - 1
            there = (at_earlier[known[before]] if before >= 0 else -1, n + 1)
        else:
            there = (earlier or 0, 0)
        yield Card(
            card.kind, card.earlier, card.later, card.figures, card.share, card.by_hand,
            card.moved, card.merged, card.part, there, after,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Looks:
    """How one whole report looks: stretches in its order, where they start, the longest."""

    all: list[tuple[Span, Look]]
    starts: list[int]
    longest: int

    def near(self, whole: Span) -> list[tuple[Span, Look]]:
        """Return those that may reach into a stretch."""
        first = bisect_left(self.starts, whole.start - self.longest)
        return self.all[first : bisect_left(self.starts, whole.end)]


class _Maker:
    """Makes cards of one comparison."""

    def __init__(self, comparison: Comparison) -> None:
        self._pair = comparison
        numbers = number_spans(comparison)
        self._looks: list[_Looks] = []
        for later in (False, True):
            told = changed_text(comparison, later=later)
            looks = [
                *((span, Look.PASSAGE) for span in told.passages),
                *((span, Look.WORDS) for span in told.words),
                *((span, Look.MOVED) for span in told.moved),
                *((span, Look.NUMBER) for span in numbers[later]),
            ]
            looks.sort(key=lambda look: look[0])
            longest = max((len(span) for span, _ in looks), default=0)
            self._looks.append(_Looks(looks, [span.start for span, _ in looks], longest))

    def card(self, part: int, found: PartComparison, diff: SectionDiff) -> Card | None:
        """Return the card of a pair of sections; None where there is nothing on it."""
        pair = self._pair
        row = next((r for r in found.alignment.rows if r.section == diff.earlier), None)
        kind, other = _kind(diff, row)
        earlier = None if diff.earlier is None else self._side(diff.earlier, diff, later=False)
        later = None if other is None else self._side(other, diff, later=True)
        if earlier is None and later is None:
            return None
        moved = diff.crossed or any(c.kind is ChangeKind.MOVE for c in diff.changes)
        said = (diff.earlier, other) in pair.said.together or diff.earlier in pair.said.alone
        return Card(
            kind,
            earlier,
            later,
            tuple(figure for n in diff.numbers if (figure := figure_change(pair, n)) is not None),
            None if kind is CardKind.RELATED else _share(diff),
            said,
            moved,
            diff.merged,
            part,
        )

    def _side(self, index: int, diff: SectionDiff, *, later: bool) -> CardSide:
        report = self._pair.later if later else self._pair.earlier
        section = report.sections[index]
        spans = [span for c in diff.changes if (span := c.later if later else c.earlier)]
        end = max((span.end for span in spans), default=0)
        end = max(end, section.own.end, section.heading_span.end)
        whole = Span(section.span.start, min(end, section.span.end))
        lines = list(_lines(report, whole))
        head = Span(section.span.start, section.heading_span.end)
        if section.run_in and lines:
            lines[:1] = [head, *_after(report, Span(head.end, lines[0].end))]
        looks = [(head, Look.HEADING), *self._looks[later].near(whole)]
        placed: list[tuple[int, int, Look]] = []
        at = 0
        for line in lines:
            placed.extend(_placed(line, at, looks))
            at += len(line) + 1
        return CardSide(section, "\n".join(report.quote(line) for line in lines), tuple(placed))


def _kind(diff: SectionDiff, row: AlignmentRow | None) -> tuple[CardKind, int | None]:
    """Return what a card shows, and its later section."""
    if diff.earlier is None:
        return CardKind.NEW, diff.later
    if diff.later is not None:
        return CardKind.SAME, diff.later
    related = [link.section for link in row.links if link.kind is LinkKind.RELATED] if row else []
    return (CardKind.RELATED, related[0]) if related else (CardKind.DROPPED, None)


def _lines(report: Report, whole: Span) -> Iterator[Span]:
    """Yield the lines of a stretch that are part of the report, without blanks around them."""
    noise = [report.line_span(line) for line in report.noise]
    for found in re.finditer(r"[^\s\n](?:[^\n]*[^\s\n])?", report.quote(whole)):
        span = Span(whole.start + found.start(), whole.start + found.end())
        if not any(span.overlap(one) for one in noise):
            yield span


def _after(report: Report, rest: Span) -> Iterator[Span]:
    """Yield what follows a heading in its line, without the sign that ends the heading."""
    found = re.search(r"[^\s。：；，].*", report.quote(rest), re.DOTALL)
    if found:
        yield Span(rest.start + found.start(), rest.end)


def _placed(
    line: Span, at: int, looks: Sequence[tuple[Span, Look]]
) -> Iterator[tuple[int, int, Look]]:
    """Yield the looks of one line, counted from the beginning of the card's text."""
    for span, look in looks:
        start, end = max(span.start, line.start), min(span.end, line.end)
        if start < end:
            yield at + start - line.start, at + end - line.start, look


def _share(diff: SectionDiff) -> float:
    """Return how much of both texts is not in the other one."""
    sides = [[c.earlier for c in diff.changes], [c.later for c in diff.changes]]
    total = sum(len(span) for spans in sides for span in spans if span)
    kept = sum(
        len(span)
        for c in diff.changes
        if c.kind in (ChangeKind.EQUAL, ChangeKind.MOVE)
        for span in (c.earlier, c.later)
        if span
    )
    return 1 - kept / total if total else 0.0
