"""Source lines and the paragraphs they make."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.model.canonical import CanonicalText, Passage
from tracker.model.span import Span

SPACE = re.compile(r"\s+|[\u200b-\u200d\ufeff\u2060]")


@dataclass(frozen=True, slots=True)
class Line:
    """A source line.

    Attributes:
        number: 1-based.
        start: Source offset of its first character.
        text: The line as it stands.
        bare: Its characters without white space.
    """

    number: int
    start: int
    text: str
    bare: str


def split_lines(text: str) -> tuple[Line, ...]:
    """Return all lines of a source text, empty ones included."""
    found, start = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        found.append(Line(number, start, line, SPACE.sub("", line)))
        start += len(line) + 1
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A canonical paragraph with the source lines it was made of.

    Attributes:
        index: Position among the paragraphs.
        passage: Its canonical text.
        first: First source line.
        last: Last source line (another one where a cut paragraph was joined).
        in_table: It is a cell of a table.
    """

    index: int
    passage: Passage
    first: int
    last: int
    in_table: bool

    @property
    def text(self) -> str:
        """The canonical characters."""
        return self.passage.text


def build_paragraphs(
    canonical: CanonicalText,
    lines: tuple[Line, ...],
    table_lines: frozenset[int],
    labels: Mapping[int, tuple[Span, ...]],
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a canonical text with their source lines.

    Args:
        canonical: Canonical text.
        lines: All lines of the source.
        table_lines: 1-based lines of tables.
        labels: Source spans of cells that stand beside text, by 1-based line.
    """
    if not canonical.text:
        return ()
    found: list[Paragraph] = []
    at = 0
    for passage in canonical.paragraphs:
        span = passage.span
        while at + 1 < len(lines) and lines[at + 1].start <= span.start:
            at += 1
        first = lines[at].number
        while at + 1 < len(lines) and lines[at + 1].start < span.end:
            at += 1
        label = any(cell.contains(span) for cell in labels.get(first, ()))
        in_table = label or first in table_lines
        found.append(Paragraph(len(found), passage, first, lines[at].number, in_table))
    return tuple(found)
