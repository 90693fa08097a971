"""A person's word on single lines (更正), as the steps of reading ask for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tracker.model.correction import LineCorrection
from tracker.parse.lines import Paragraph


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said, by 1-based source line; lines that nobody spoke of are absent.

    Attributes:
        noise: Whether a line is no part of the report.
        joined: Whether it continues the paragraph before it.
        heading: Level (1 to 3) of the heading it is or begins with, 0 for none.
    """

    noise: Mapping[int, bool]
    joined: Mapping[int, bool]
    heading: Mapping[int, int]

    def levels(self, paragraphs: tuple[Paragraph, ...]) -> Mapping[int, int]:
        """Return the levels by the index of the paragraph that the line begins."""
        begin = {p.first: p.index for p in reversed(paragraphs)}
        return {begin[line]: level for line, level in self.heading.items() if line in begin}


NOTHING_SAID: Mapping[int, int] = MappingProxyType({})
"""No level was given to any paragraph."""


def said_of(corrections: tuple[LineCorrection, ...]) -> Said:
    """Return corrections by what they speak of; the last word on a line holds.

    Whoever calls a line a heading says with it that the line belongs to the report and begins a
    paragraph, unless he says otherwise.
    """
    headings = {c.line: c.heading for c in corrections if c.heading is not None}
    begun = [line for line, level in headings.items() if level]
    noise = dict.fromkeys(begun, False)
    noise.update((c.line, c.noise) for c in corrections if c.noise is not None)
    joined = dict.fromkeys(begun, False)
    joined.update((c.line, c.joined) for c in corrections if c.joined is not None)
    return Said(noise, joined, headings)
