"""Text that was broken into lines of one width (硬回车): what is copied out of a PDF or a mail.

In go the lines of a text, out comes how it was wrapped, or None. In wrapped text a full line goes
on with the next one, whatever its last character, and a line that is not full ends its paragraph.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tracker.parse.lines import Line

_LEAST_LINES = 40
_WIDEST = 60
"""Characters: paper and mail have 28 to 45 Chinese characters in a line."""
_FULL = 0.85
"""Share of the width from which a line is full: a sign or a word may have gone to the next."""
_MOST_FULL = 0.5
"""Share of full lines from which a text is wrapped; reports have few short paragraphs."""
_LONGER = 1.15
_INDENTED = (0.02, 0.6)
"""Shares of lines between which an indent opens paragraphs: it is used, but not by every line."""


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text was wrapped.

    Attributes:
        width: Characters of a full line.
        indents: Paragraphs begin with an indent.
        gaps: Paragraphs are set apart by empty lines.
    """

    width: float
    indents: bool
    gaps: bool

    def goes_on(self, before: Line, after: Line, *, opens_anew: bool) -> bool:
        """Tell whether a line goes on with the next filled one.

        Args:
            before: The line.
            after: The next one.
            opens_anew: It begins like a heading, an item or a salutation.
        """
        if _width(before) < _FULL * self.width:
            return False
        if self.gaps and after.number > before.number + 1:
            return False
        if self.indents:
            return not _is_indented(after)
        return not opens_anew


def find_wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """Return how filled lines were wrapped, None for a text with a line for each paragraph."""
    if len(lines) < _LEAST_LINES:
        return None
    widths = sorted(_width(line) for line in lines)
    width = widths[int(0.9 * len(widths))]
    full = sum(w >= _FULL * width for w in widths)
    if width > _WIDEST or full < _MOST_FULL * len(widths) or widths[-3] > _LONGER * width:
        return None
    indented = sum(map(_is_indented, lines)) / len(lines)
    apart = sum(b.number > a.number + 1 for a, b in pairwise(lines))
    return Wrapping(
        width,
        indents=_INDENTED[0] <= indented <= _INDENTED[1],
        gaps=0 < apart < _MOST_FULL * len(lines),
    )


def _width(line: Line) -> float:
    """Width of a line in Chinese characters, its indent included."""
    text = line.text.rstrip()
    return sum(0.5 if c.isascii() else 1 for c in text)


def _is_indented(line: Line) -> bool:
    lead = line.text[: len(line.text) - len(line.text.lstrip())]
    return sum(0.5 if c.isascii() else 1 for c in lead) >= 1
