"""Which paragraphs of two compared sections are printed beside each other.

In go the changes of a pair of sections, out come rows: paragraphs that share text face each
other, a paragraph without a counterpart stands alone. So no column stays empty beside a long
addition, and what belongs together is read together.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.model.change import Change, ChangeKind
from tracker.model.report import Report
from tracker.model.span import Span

_SHARED = 6
"""Characters that two paragraphs must share to face each other: a name, not only 的 and commas."""

_SHARED_PART = 0.15
"""The same as a part of the shorter paragraph."""

_ALIKE_LONG = 3
"""Paragraphs that share nothing stand beside each other where neither is longer by this factor."""

Piece = tuple[Span, str]
"""A stretch of one report's text and how it is shown."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Stretches of text that stand in one line of the source."""

    pieces: tuple[Piece, ...]

    @property
    def start(self) -> int:
        """Where it begins in the source."""
        return self.pieces[0][0].start

    @property
    def length(self) -> int:
        """How many characters it has."""
        return sum(len(span) for span, _ in self.pieces)


@dataclass(frozen=True, slots=True)
class Row:
    """Paragraphs that are printed beside each other; one side may be empty."""

    earlier: tuple[Paragraph, ...]
    later: tuple[Paragraph, ...]


def facing_rows(
    changes: Sequence[Change],
    earlier: tuple[Report, Iterable[Piece]],
    later: tuple[Report, Iterable[Piece]],
) -> list[Row]:
    """Return the rows of a pair of sections, in the order of both texts.

    Args:
        changes: What changed between them.
        earlier: Earlier report, and the stretches of its section in the order of its text.
        later: The same of the later one.
    """
    left, right = _paragraphs(*earlier), _paragraphs(*later)
    rows: list[Row] = []
    i = j = 0
    for first, last in _groups(_links(changes, left, right)):
        rows.extend(_unlinked(left[i : first[0]], right[j : first[1]]))
        i, j = last[0] + 1, last[1] + 1
        rows.append(Row(tuple(left[first[0] : i]), tuple(right[first[1] : j])))
    return [*rows, *_unlinked(left[i:], right[j:])]


def _paragraphs(report: Report, pieces: Iterable[Piece]) -> list[Paragraph]:
    """Cut stretches of text at line ends; empty lines are left out."""
    found: list[Paragraph] = []
    current: list[Piece] = []
    last = None
    for span, tag in pieces:
        if last is not None and "\n" in report.text[last : span.start]:
            _close(current, found)
        last, start = span.end, span.start
        for line in report.quote(span).split("\n"):
            if start > span.start:
                _close(current, found)
            if line.strip():
                current.append((Span(start, start + len(line)), tag))
            start += len(line) + 1
    _close(current, found)
    return found


def _close(current: list[Piece], found: list[Paragraph]) -> None:
    if current:
        found.append(Paragraph(tuple(current)))
        current.clear()


def _links(
    changes: Iterable[Change], left: Sequence[Paragraph], right: Sequence[Paragraph]
) -> list[tuple[int, int]]:
    """Return the paragraphs that share enough text, in order and without crossings.

    The first ones hold the headings of the pair, which face each other however worded.
    """
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for change in changes:
        if change.kind is ChangeKind.EQUAL and change.earlier and change.later:
            a, b = _held(left, change.earlier), _held(right, change.later)
            # The same text has the same lines, unless a page break cuts one of them.
            known = len(a) if len(a) == len(b) else 1
            for (i, length), (j, _) in zip(a[:known], b[:known], strict=False):
                shared[i, j] += length
    links = [(0, 0)] if left and right else []
    for (i, j), length in sorted(shared.items()):
        least = max(_SHARED, _SHARED_PART * min(left[i].length, right[j].length))
        if length >= least and (not links or j >= links[-1][1]):
            links.append((i, j))
    return links


def _held(paragraphs: Sequence[Paragraph], span: Span) -> list[tuple[int, int]]:
    """Return the paragraphs that a stretch runs over, with the characters it has in each."""
    held = []
    at = max(0, bisect_right(paragraphs, span.start, key=lambda p: p.start) - 1)
    for index in range(at, len(paragraphs)):
        if paragraphs[index].start >= span.end:
            break
        length = sum(piece.overlap(span) for piece, _ in paragraphs[index].pieces)
        if length:
            held.append((index, length))
    return held


def _groups(
    links: Iterable[tuple[int, int]],
) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Join links that share a paragraph; each group is given by its first and last link."""
    groups: list[tuple[tuple[int, int], tuple[int, int]]] = []
    for link in links:
        if groups and (link[0] == groups[-1][1][0] or link[1] == groups[-1][1][1]):
            groups[-1] = (groups[-1][0], link)
        else:
            groups.append((link, link))
    return groups


def _unlinked(left: Sequence[Paragraph], right: Sequence[Paragraph]) -> list[Row]:
    """Return rows of paragraphs that share nothing: side by side when about as long."""
    a, b = (sum(p.length for p in side) for side in (left, right))
    if a and b and max(a, b) <= _ALIKE_LONG * min(a, b):
        return [Row(tuple(left), tuple(right))]
    rows = [Row(tuple(left), ())] if left else []
    return [*rows, Row((), tuple(right))] if right else rows
