"""Canonical text (规范文本): the source as it would be printed cleanly, with the way back.

Stages read canonical text: watermarks gone, cut paragraphs joined
(``…标定了相`` + ``城建设…``), scan residue mended (``PM_{2.5}``, ``增长 5% 左右``). It is made of
the source by leaving characters out and by replacing single characters, never by adding
any, so every canonical position belongs to exactly one source position. What a person sees is
always the source.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from tracker.model.span import Span


@dataclass(frozen=True)
class CanonicalText:
    """Canonical text and its offsets in the source.

    Attributes:
        text: Paragraphs separated by single line feeds.
        runs: ``(canonical start, source start)`` of each stretch that maps one to one,
            ascending in both.
    """

    text: str
    runs: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        if any(a >= c or b >= d for (a, b), (c, d) in pairwise(self.runs)):
            raise ValueError("runs must ascend")
        if self.text and (not self.runs or self.runs[0][0] != 0):
            raise ValueError("the first run must start at 0")

    @cached_property
    def _canonical_starts(self) -> tuple[int, ...]:
        return tuple(start for start, _ in self.runs)

    @cached_property
    def _source_starts(self) -> tuple[int, ...]:
        return tuple(start for _, start in self.runs)

    def _source_position(self, position: int) -> int:
        canonical, source = self.runs[bisect_right(self._canonical_starts, position) - 1]
        return source + position - canonical

    def _canonical_position(self, position: int) -> int:
        """First canonical position whose source position is at or after ``position``."""
        run = bisect_right(self._source_starts, position) - 1
        if run < 0:
            return 0
        canonical, source = self.runs[run]
        end = self.runs[run + 1][0] if run + 1 < len(self.runs) else len(self.text)
        return min(canonical + position - source, end)

    def to_source(self, span: Span) -> Span:
        """Return the source span of a canonical one (from its first to its last character)."""
        if span.start == span.end:
            if not self.text:
                return Span(0, 0)
            at = (
                self._source_position(span.start)
                if span.start < len(self.text)
                else self._source_position(len(self.text) - 1) + 1
            )
            return Span(at, at)
        return self.source_between(span.start, span.end)

    def source_between(self, start: int, end: int) -> Span:
        """Return the source span of at least one canonical character."""
        starts = self._canonical_starts
        run = bisect_right(starts, start)
        canonical, source = self.runs[run - 1]
        shift = source - canonical
        if run == len(starts) or starts[run] >= end:  # most spans lie in one run
            return Span(start + shift, end + shift)
        return Span(start + shift, self._source_position(end - 1) + 1)

    def from_source(self, span: Span) -> Span:
        """Return the canonical span of those characters of a source span that were kept."""
        return Span(self._canonical_position(span.start), self._canonical_position(span.end))

    def passage(self, span: Span) -> "Passage":
        """Return the canonical text of a source span, with the way back."""
        return Passage(self, self.from_source(span))

    @cached_property
    def paragraphs(self) -> tuple["Passage", ...]:
        """The paragraphs in order, as passages."""
        found, start = [], 0
        for paragraph in self.text.split("\n"):
            found.append(Passage(self, Span(start, start + len(paragraph))))
            start += len(paragraph) + 1
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of canonical text that knows where it stands in the source.

    Attributes:
        canonical: The whole text it belongs to.
        canonical_span: Where it lies in ``canonical.text``.
    """

    canonical: CanonicalText
    canonical_span: Span

    @property
    def text(self) -> str:
        """The canonical characters."""
        return self.canonical.text[self.canonical_span.start : self.canonical_span.end]

    @property
    def span(self) -> Span:
        """The source span."""
        return self.canonical.to_source(self.canonical_span)

    def source(self, start: int, end: int) -> Span:
        """Return the source span of ``text[start:end]``."""
        base = self.canonical_span.start
        if 0 <= start < end:
            return self.canonical.source_between(base + start, base + end)
        return self.canonical.to_source(Span(base + start, base + end))

    def sub(self, start: int, end: int) -> "Passage":
        """Return the passage of ``text[start:end]``."""
        base = self.canonical_span.start
        return Passage(self.canonical, Span(base + start, base + end))
