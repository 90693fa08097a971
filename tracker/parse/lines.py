"""Source lines and the paragraphs they make."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from tracker.model.canonical import CanonicalText, Passage
from tracker.model.source import LineLayout
from tracker.model.span import Span

PLAIN = LineLayout()
"""Layout of a line of which the file says nothing."""
_NEAR = 90
"""Characters from the beginning of a paragraph within which a heading ends."""
_BOLD = "**"
_MARKDOWN_HEAD = re.compile(r"\s*(#{1,6})[^#]")
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
        marked: Offset after the words that open it in bold (**一、回顾** 过去一年…), 0 for none.
        gaps: Offsets near its beginning at which the source has white space.
        look: Rank among the looks of headings from 1 on, 0 where it looks like text.
    """

    index: int
    passage: Passage
    first: int
    last: int
    in_table: bool
    marked: int = 0
    gaps: tuple[int, ...] = ()
    look: int = 0

    @property
    def text(self) -> str:
        """The canonical characters."""
        return self.passage.text


def build_paragraphs(
    canonical: CanonicalText,
    lines: tuple[Line, ...],
    table_lines: frozenset[int],
    labels: Mapping[int, tuple[Span, ...]],
    looks: Mapping[int, int] = MappingProxyType({}),
) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a canonical text with their source lines.

    Args:
        canonical: Canonical text.
        lines: All lines of the source.
        table_lines: 1-based lines of tables.
        labels: Source spans of cells that stand beside text, by 1-based line.
        looks: Ranks of the lines that look like headings, by 1-based line.
    """
    if not canonical.text:
        return ()
    starts = [start for start, _ in canonical.runs]
    found: list[Paragraph] = []
    at = 0
    for passage in canonical.paragraphs:
        span = passage.span
        while at + 1 < len(lines) and lines[at + 1].start <= span.start:
            at += 1
        line = lines[at]
        first = line.number
        while at + 1 < len(lines) and lines[at + 1].start < span.end:
            at += 1
        label = any(cell.contains(span) for cell in labels.get(first, ()))
        marked, gaps = _seams(canonical, passage, line, starts)
        found.append(
            Paragraph(
                len(found),
                passage,
                first,
                lines[at].number,
                label or first in table_lines,
                marked,
                gaps,
                looks.get(first, 0),
            )
        )
    return tuple(found)


def layout_of(line: Line) -> LineLayout:
    """Return what Markdown says of a line: ``## 一、`` is a heading, ``**一、回顾**`` bold."""
    head = _MARKDOWN_HEAD.match(line.text)
    text = line.text.strip().lstrip("# ")
    bold = len(text) > 4 and text.startswith(_BOLD) and text.find(_BOLD, 2) == len(text) - 2
    if head is None and not bold:
        return PLAIN
    return LineLayout(style_level=len(head.group(1)) if head else None, bold=bold)


def _seams(
    canonical: CanonicalText, passage: Passage, line: Line, starts: list[int]
) -> tuple[int, tuple[int, ...]]:
    """Return where bold words that open a paragraph end, and where white space was left out."""
    span = passage.canonical_span
    bold = line.text.lstrip().startswith(_BOLD)
    marked = 0
    gaps: list[int] = []
    for i in range(bisect_right(starts, span.start), len(starts)):
        if starts[i] >= min(span.end, span.start + _NEAR):
            break
        after = canonical.runs[i][1]
        before = canonical.runs[i - 1][1] + starts[i] - starts[i - 1]
        if not line.start <= before <= after <= line.start + len(line.text):
            break
        left_out = line.text[before - line.start : after - line.start]
        if bold and not marked and _BOLD in left_out:
            marked = starts[i] - span.start
        if left_out.isspace() or (marked and not gaps):
            gaps.append(starts[i] - span.start)
    return marked, tuple(gaps)
