"""Where a value stands: its clause, its sentence and its paragraph (上下文).

In: a measure of a report. Out: the canonical text around it, as ``periods`` and ``sharing`` read
it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from tracker.model.canonical import Passage
from tracker.model.measure import Measure
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.text.numerals import find_quantities

_ENDS = "。！？"
_PART_ENDS = re.compile(r"[。！？；]")


@dataclass(frozen=True, slots=True)
class Place:
    """The text around a value.

    Attributes:
        at: Source position of its first character.
        paragraph: Canonical text of its paragraph.
        start: Where its shortest clause begins there; that may be in an earlier clause.
        end: Where it ends there.
        number: Where its number begins there; ``end`` where it has none.
        sentence_start: Where its sentence begins there.
    """

    at: int
    paragraph: str
    start: int
    end: int
    number: int
    sentence_start: int

    @property
    def own(self) -> str:
        """Its shortest clause."""
        return self.paragraph[self.start : self.end]

    @property
    def to_number(self) -> str:
        """Its shortest clause up to its number."""
        return self.paragraph[self.start : self.number]

    @property
    def sentence(self) -> str:
        """What stands before it in its sentence."""
        return self.paragraph[self.sentence_start : self.start]

    @property
    def before(self) -> str:
        """What stands before its sentence in its paragraph."""
        return self.paragraph[: self.sentence_start]

    @property
    def part(self) -> str:
        """What stands before it in its part of the sentence, up to a semicolon."""
        return _PART_ENDS.split(self.sentence)[-1]


class Places:
    """Finds where the values of one report stand."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._known: dict[tuple[Span, Decimal | None], Place] = {}

    @cached_property
    def paragraphs(self) -> tuple[Passage, ...]:
        """The paragraphs that hold text."""
        return tuple(p for p in self.report.canonical.paragraphs if p.text)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(p.span.start for p in self.paragraphs)

    def place(self, measure: Measure) -> Place:
        """Return the text around a measure of this report."""
        key = measure.span, measure.value
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._find(measure)
        return known

    def _find(self, measure: Measure) -> Place:
        span = measure.span
        paragraph = self.paragraphs[max(0, bisect_right(self._starts, span.start) - 1)]
        inside = self.report.canonical.from_source(span)
        first = paragraph.canonical_span.start
        start, end = max(0, inside.start - first), max(0, inside.end - first)
        text = paragraph.text
        sentence = 1 + max(text.rfind(mark, 0, start) for mark in _ENDS)
        numbers = [n for n in find_quantities(text[start:end]) if n.value == measure.value]
        number = start + numbers[-1].start if numbers else end
        return Place(span.start, text, start, end, number, sentence)
