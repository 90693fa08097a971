"""Two compared reports as one running text (单栏): the later one, with what was dropped put back.

In goes a comparison, out come pieces in the order of reading. Every character of the later report
stands there once; so does every character of the earlier one that was compared: with the later
text where both say the same, as a dropped piece at its old place where they do not. What belongs
to neither, an arrow between two figures or a break before a dropped paragraph, is a piece without
a source, so that what is shown can always be told from what was written.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import ChangeItem, number_spans
from desktop.models.changed_text import LONGEST_WORDS
from desktop.models.inline_parts import Drop, Stretch, take_apart
from tracker.model.canonical import CanonicalText
from tracker.model.change import ChangeKind
from tracker.model.report import Report
from tracker.model.span import Span

_SENTENCE_GAP = 60
"""Characters between two stretches that moved up to which they are told of once."""
_AIRY = 0.2
"""Share of the line feeds from which on empty lines part the paragraphs of a text."""
_LONGEST_ORIGIN = 14
"""Characters of the heading that says where a passage stood."""


class PieceKind(Enum):
    """What a piece of the running text is."""

    KEPT = "kept"
    ADDED = "added"
    DROPPED = "dropped"
    MOVED = "moved"
    JOINT = "joint"
    """An arrow or a break; of neither report."""
    LABEL = "label"
    """Words that say where a moved passage stood; of neither report."""


_KINDS = {
    None: PieceKind.KEPT,
    ChangeKind.EQUAL: PieceKind.KEPT,
    ChangeKind.INSERT: PieceKind.ADDED,
    ChangeKind.MOVE: PieceKind.MOVED,
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the running text.

    Attributes:
        kind: What it is.
        start: Where it begins in the running text.
        text: Its characters.
        later: Where they stand in the later report.
        earlier: Where they stand in the earlier one; several places where sections were merged.
    """

    kind: PieceKind
    start: int
    text: str
    later: Span | None = None
    earlier: tuple[Span, ...] = ()

    @property
    def end(self) -> int:
        """Where it ends in the running text."""
        return self.start + len(self.text)


class InlineText:
    """The pieces of a running text, and the ways between it and the two reports.

    Args:
        comparison: The reports.
        pieces: In the order of reading.
    """

    def __init__(self, comparison: Comparison, pieces: Sequence[Piece]) -> None:
        self.comparison = comparison
        self.pieces = tuple(pieces)
        self.text = "".join(piece.text for piece in pieces)
        self._starts = [piece.start for piece in pieces]
        earlier = sorted(((e, p) for p in pieces for e in p.earlier), key=lambda place: place[0])
        later = [(p.later, p) for p in pieces if p.later is not None]
        self._places = earlier, later
        self._firsts = tuple([span.start for span, _ in places] for places in self._places)

    def as_report(self) -> Report:
        """Return the running text in the form of a report, so that it can be searched."""
        text = CanonicalText(self.text, ((0, 0),) if self.text else ())
        return replace(
            self.comparison.later,
            text=self.text,
            canonical=text,
            noise=(),
            broken=(),
            parts=(),
            sections=(),
            tables=(),
        )

    def of_kind(self, kind: PieceKind) -> tuple[Span, ...]:
        """Return where the pieces of a kind stand in the running text."""
        return tuple(Span(p.start, p.end) for p in self.pieces if p.kind is kind)

    def shown(self, span: Span, *, later: bool, dropped_only: bool = False) -> list[Span]:
        """Return where a span of one of the reports stands in the running text."""
        places, firsts = self._places[later], self._firsts[later]
        at = max(0, bisect_right(firsts, span.start) - 1)
        found: list[Span] = []
        while at < len(places) and places[at][0].start < span.end:
            source, piece = places[at]
            start, end = max(source.start, span.start), min(source.end, span.end)
            if start < end and not (dropped_only and piece.kind is not PieceKind.DROPPED):
                a, b = (min(x - source.start, len(piece.text)) for x in (start, end))
                if a < b:
                    found.append(Span(piece.start + a, piece.start + b))
            at += 1
        return sorted(found)

    def position(self, source: int, *, later: bool) -> int | None:
        """Return where a character of a report stands in the running text."""
        places = self._places[later]
        at = bisect_right(self._firsts[later], source) - 1
        if at < 0 or source > places[at][0].end:
            return None
        span, piece = places[at]
        return piece.start + min(source - span.start, len(piece.text))

    def later_position(self, position: int) -> int:
        """Return the character of the later report that is read at a place.

        Where words were dropped it is the first one behind them in the same line, or else the
        last one before them.
        """
        at = max(0, bisect_right(self._starts, position) - 1)
        here = self.pieces[at] if self.pieces else None
        if here is not None and here.later is not None:
            return min(here.later.start + position - here.start, here.later.end)
        for piece in self.pieces[at:]:
            if piece.later is not None:
                return piece.later.start
            if "\n" in piece.text:
                break
        before = (p.later.end - 1 for p in reversed(self.pieces[:at]) if p.later is not None)
        return next(before, 0)

    def origin(self, position: int) -> tuple[int, bool] | None:
        """Return the character that is shown at a place, and whether the later report has it.

        None where it is of neither.
        """
        at = bisect_right(self._starts, position) - 1
        if at < 0:
            return None
        piece = self.pieces[at]
        source = piece.later or next(iter(piece.earlier), None)
        if source is None or position >= piece.end:
            return None
        return source.start + position - piece.start, piece.later is not None

    def sources(self, shown: Span) -> tuple[tuple[Report, Span], ...]:
        """Return what a stretch of the running text quotes, as spans of the reports.

        Where it holds words that stand in the later report, it quotes that one; only a stretch
        that was dropped as a whole quotes the earlier one.
        """
        first = max(0, bisect_right(self._starts, shown.start) - 1)
        last = bisect_right(self._starts, max(shown.start, shown.end - 1))
        touched = self.pieces[first:last]
        reports = self.comparison.earlier, self.comparison.later
        later = [_cut(p, p.later, shown) for p in touched if p.later is not None]
        if any(reports[1].quote(span).strip() for span in later):
            return tuple((reports[1], span) for span in _joined(later))
        gone = [_cut(p, e, shown) for p in touched for e in p.earlier]
        return tuple((reports[0], span) for span in _joined(gone))

    def quote(self, shown: Span) -> str:
        """Return the words that a stretch quotes, as they stand in one of the reports."""
        return "".join(report.quote(span) for report, span in self.sources(shown))

    def place_of(self, item: ChangeItem) -> Span | None:
        """Return where a change is read: its later words, or the dropped ones."""
        for span, later in ((item.later, True), (item.earlier, False)):
            found = self.shown(span, later=later) if span is not None else []
            if found:
                return Span(found[0].start, found[-1].end)
        return None


def _cut(piece: Piece, source: Span, shown: Span) -> Span:
    """Return the part of a source span that is inside a stretch of the running text."""
    start = source.start + max(0, shown.start - piece.start)
    end = min(source.end, source.start + max(0, shown.end - piece.start))
    return Span(min(start, end), end)


def _joined(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and found[-1].end == span.start:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def inline_text(comparison: Comparison) -> InlineText:
    """Return the running text of two reports; before they are compared, the later one alone."""
    return InlineText(comparison, _Writer(comparison).write())


class _Writer:
    """Writes the later text and puts in what was dropped."""

    def __init__(self, comparison: Comparison) -> None:
        self._earlier, self._later = comparison.earlier, comparison.later
        self._stretches, self._drops = take_apart(comparison)
        self._numbers = number_spans(comparison)
        self._pieces: list[Piece] = []
        self._length = 0
        self._tail = "\n"
        self._told: tuple[int, int] | None = None
        self._in_block = False
        lines, text = self._later.text.count("\n"), self._later.text
        self._gap = "\n\n" if text.count("\n\n") > lines * _AIRY else "\n"

    def write(self) -> list[Piece]:
        """Return the pieces."""
        at = 0
        for stretch in self._stretches:
            at = self._drop_until(stretch, at)
            self._copy(stretch)
        for drop in self._drops[at:]:
            self._drop(drop)
        return self._pieces

    def _drop_until(self, stretch: Stretch, at: int) -> int:
        """Write what was dropped before a stretch; an arrow leads from a figure to its new one."""
        while at < len(self._drops) and self._drops[at].at <= stretch.later.start:
            self._drop(self._drops[at])
            at += 1
            last = self._drops[at - 1]
            if at == len(self._drops) or self._drops[at].at > stretch.later.start:
                self._point(last, stretch)
        return at

    def _put(
        self, kind: PieceKind, text: str, later: Span | None = None, earlier: Sequence[Span] = ()
    ) -> None:
        if text:
            self._pieces.append(Piece(kind, self._length, text, later, tuple(earlier)))
            self._length += len(text)
            self._tail = text[-1]

    def _drop(self, drop: Drop) -> None:
        """Write a dropped stretch; one that was a paragraph becomes one again."""
        text = self._earlier.text
        start = text.rfind("\n", 0, drop.span.start) + 1
        if drop.line and (drop.whole or self._in_block or self._between_lines(drop.at)):
            self._break()
            self._put(PieceKind.JOINT, text[start : drop.span.start])  # its indentation
        self._in_block = drop.full or (drop.whole and (drop.line or self._in_block))
        self._put(PieceKind.DROPPED, self._earlier.quote(drop.span), None, (drop.span,))

    def _between_lines(self, at: int) -> bool:
        """Tell whether a place of the later text is the beginning or the end of a line."""
        text = self._later.text
        end = text.find("\n", at)
        before = text[text.rfind("\n", 0, at) + 1 : at]
        return not before.strip() or not text[at : end if end >= 0 else len(text)].strip()

    def _break(self) -> None:
        """Begin a new paragraph, in the way of the later text."""
        if self._tail != "\n":
            self._put(PieceKind.JOINT, self._gap)

    def _point(self, drop: Drop, stretch: Stretch) -> None:
        """Put an arrow between a dropped figure and the one in its place."""
        both = (drop.span, self._numbers[0]), (stretch.later, self._numbers[1])
        short = len(drop.span) <= LONGEST_WORDS and not self._in_block
        figures = all(any(here.overlap(span) for span in spans) for here, spans in both)
        if short and figures and stretch.kind is ChangeKind.INSERT:
            self._put(PieceKind.JOINT, " → ")

    def _copy(self, stretch: Stretch) -> None:
        """Write a stretch of the later text; say where it stood if it moved."""
        text = self._later.quote(stretch.later)
        if self._in_block and text:
            if not text.startswith("\n"):
                self._break()
            self._in_block = False
        if stretch.origin is not None:
            self._tell(stretch.origin, stretch.later)
        self._put(_KINDS[stretch.kind], text, stretch.later, stretch.earlier)

    def _tell(self, origin: int, later: Span) -> None:
        """Say in which section a passage stood, once for each."""
        section = self._earlier.section_at(origin)
        if section is None:
            return
        near = self._told is not None and self._told[0] == section.index
        if not near or (self._told and later.start - self._told[1] > _SENTENCE_GAP):
            name = f"{section.number}{section.heading}".replace("\n", "").rstrip("。：；")
            cut = f"{name[: _LONGEST_ORIGIN - 1]}…" if len(name) > _LONGEST_ORIGIN else name
            self._put(PieceKind.LABEL, f"［← {cut}］")
        self._told = section.index, later.end
