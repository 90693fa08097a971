"""What a running text of two reports is made of: stretches of the later one, and what was dropped.

In goes a comparison, out come stretches that hold the whole later text, and dropped stretches of
the earlier one with the place in the later text where they are read. A later section may have
been compared with several earlier ones: what one of them has is not new, and is shown once.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from desktop.jobs.catalog import Comparison, PartComparison
from tracker.model.change import Change, ChangeKind, SectionDiff
from tracker.model.report import Report
from tracker.model.span import Span

_LINE_END = re.compile(r"(?:[^\S\n]*\n)+")
_RANKS = (None, ChangeKind.INSERT, ChangeKind.MOVE, ChangeKind.EQUAL)
"""What a character is where several comparisons tell of it: the last one of these."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the later report of which the same is told.

    Attributes:
        later: Where they stand.
        kind: Equal, moved or new; None where nothing was compared.
        earlier: Where the earlier report has them.
        origin: Of what moved here from another section: where it stood.
    """

    later: Span
    kind: ChangeKind | None
    earlier: tuple[Span, ...] = ()
    origin: int | None = None


@dataclass(frozen=True, slots=True)
class Drop:
    """Characters that only the earlier report has.

    Attributes:
        at: Before which character of the later report they are read.
        span: Where they stood.
        line: They begin a line there.
        full: They end one, too.
        whole: They belong to a section that was dropped as a whole.
    """

    at: int
    span: Span
    line: bool
    full: bool
    whole: bool


def take_apart(comparison: Comparison) -> tuple[list[Stretch], list[Drop]]:
    """Return the stretches of the later text, and what was dropped, both in reading order."""
    found = _Parts(comparison)
    return found.stretches(), found.drops


@dataclass(frozen=True, slots=True)
class _Shared:
    """What both reports have: where in the later, where in the earlier."""

    later: Span
    earlier: Span


class _Parts:
    """The changes of all sections, laid over one another."""

    def __init__(self, comparison: Comparison) -> None:
        self._earlier, self._later = comparison.earlier, comparison.later
        self._claimed = bytearray(len(self._earlier.text))
        self._ranks = bytearray(len(self._later.text))
        self._origins: dict[int, int] = {}
        self._cuts = {0, len(self._later.text)}
        changes = [c for part in comparison.parts for s in part.diff.sections for c in s.changes]
        self._rank(changes)
        self._shared = list(self._share(changes))
        self.drops = sorted(
            (drop for part in comparison.parts for drop in self._dropped(part)),
            key=lambda drop: drop.at,
        )
        self._cuts |= {drop.at for drop in self.drops}

    def _rank(self, changes: list[Change]) -> None:
        """Find out what every character of the later text is."""
        for change in sorted(changes, key=_rank_of):
            span = change.later
            if span is not None:
                self._ranks[span.start : span.end] = bytes([_rank_of(change)]) * len(span)
                self._cuts |= {span.start, span.end}
                if change.kind is ChangeKind.MOVE and change.elsewhere is not None:
                    self._origins[span.start] = change.elsewhere.start

    def _share(self, changes: list[Change]) -> Iterator[_Shared]:
        """Yield what both reports have; every earlier character belongs to one place only."""
        both = [c for c in changes if c.kind in (ChangeKind.EQUAL, ChangeKind.MOVE) and c.later]
        both.sort(key=lambda c: (c.kind is ChangeKind.MOVE, c.earlier is None))
        for change in both:
            earlier = change.earlier or change.elsewhere
            if earlier is not None and change.later is not None:
                for run in self._claim(earlier):
                    yield _Shared(change.later, run)

    def _claim(self, span: Span) -> list[Span]:
        """Take those characters of an earlier span that nobody took before."""
        found = [
            Span(span.start + free.start(), span.start + free.end())
            for free in re.finditer(rb"\x00+", self._claimed[span.start : span.end])
        ]
        self._claimed[span.start : span.end] = b"\x01" * len(span)
        return found

    def _dropped(self, part: PartComparison) -> Iterator[Drop]:
        """Yield what was dropped in one part, each at its place in the later text."""
        sections = [s for s in part.diff.sections if s.earlier is not None]
        at = next((first for s in sections if (first := _first(s)) is not None), None)
        if at is None:
            at = self._fallback(part)
        for section in sections:
            first, whole = _first(section), section.later is None
            at = at if first is None else first
            for change in section.changes:
                if change.earlier is not None:
                    here = change.later.start if change.later else at
                    yield from self._drops_of(change.earlier, here, whole=whole)
                at = change.later.end if change.later else at

    def _fallback(self, part: PartComparison) -> int:
        """Return the top heading of the later report at which a part is read that it lacks."""
        row = next(iter(part.alignment.rows), None)
        before = self._earlier.sections[row.section].span.start if row else 0
        starts = [s.span.start for s in self._later.sections if s.level == 1]
        wanted = before * len(self._later.text) / max(1, len(self._earlier.text))
        return min(starts, key=lambda start: abs(start - wanted), default=len(self._later.text))

    def _drops_of(self, span: Span, at: int, *, whole: bool) -> Iterator[Drop]:
        for run in self._claim(span):
            line = _begins_line(self._earlier, run.start)
            end = _LINE_END.match(self._later.text, at) if line else None
            full = line and _ends_line(self._earlier, run.end)
            yield Drop(end.end() if end else at, run, line, full, whole)

    def stretches(self) -> list[Stretch]:
        """Return the later text, cut wherever something else is told of it."""
        spans = [Span(*edges) for edges in pairwise(sorted(self._cuts))]
        starts = [span.start for span in spans]
        earlier: list[list[Span]] = [[] for _ in spans]
        for shared in self._shared:
            at = bisect_left(starts, shared.later.start)
            exact = len(shared.earlier) == len(shared.later)
            if not exact:
                earlier[at].append(shared.earlier)
            while exact and at < len(spans) and spans[at].start < shared.later.end:
                shift = shared.earlier.start - shared.later.start
                earlier[at].append(Span(spans[at].start + shift, spans[at].end + shift))
                at += 1
        return [
            Stretch(span, kind, tuple(before), self._origins.get(span.start) if moved else None)
            for span, before in zip(spans, earlier, strict=True)
            for kind in (_RANKS[self._ranks[span.start]],)
            for moved in (kind is ChangeKind.MOVE,)
        ]


def _rank_of(change: Change) -> int:
    kind = ChangeKind.INSERT if change.kind is ChangeKind.REPLACE else change.kind
    return _RANKS.index(kind) if kind in _RANKS else 0


def _first(section: SectionDiff) -> int | None:
    """Return where the later text of a pair of sections begins."""
    return next((c.later.start for c in section.changes if c.later is not None), None)


def _begins_line(report: Report, position: int) -> bool:
    return not report.text[report.text.rfind("\n", 0, position) + 1 : position].strip()


def _ends_line(report: Report, position: int) -> bool:
    end = report.text.find("\n", position)
    rest = report.text[position : end if end >= 0 else len(report.text)]
    return report.text[position - 1] == "\n" or not rest.strip()
