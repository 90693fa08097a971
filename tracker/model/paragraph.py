"""A paragraph as an archive keeps it: enough to show what was found in it without its report."""

from bisect import bisect_right
from dataclasses import dataclass

from tracker.model.outline import Role
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph, or the rest of one from a character on, stands in its report.

    Attributes:
        start: Offset in the canonical text of the paragraph.
        page: Page, None for a file without pages.
        role: What its lines are for.
        section: Number of the section it stands under, None before the first.
    """

    start: int
    page: int | None
    role: Role
    section: int | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or the cells of a row of a table with line feeds between them.

    Attributes:
        text: Its canonical text.
        start: Where it begins in the source.
        line: 1-based line of the source on which it begins.
        places: Where it stands, in order; a further one where something of it changes inside.
        runs: ``(canonical offset, source offset)`` within it of each stretch that maps one to
            one; none where all of it does.
        source: Its source characters; "" where they are ``text``.
    """

    text: str
    start: int
    line: int
    places: tuple[Place, ...]
    runs: tuple[tuple[int, int], ...] = ()
    source: str = ""

    @property
    def is_row(self) -> bool:
        """Tell whether it is a row of a table."""
        return "\n" in self.text

    def span(self, start: int, end: int) -> Span:
        """Return the source span of ``text[start:end]``, of one character at least."""
        if not self.runs:
            return Span(self.start + start, self.start + end)
        return Span(self.start + self._offset(start), self.start + self._offset(end - 1) + 1)

    def _offset(self, position: int) -> int:
        canonical, source = self.runs[bisect_right(self.runs, position, key=lambda r: r[0]) - 1]
        return source + position - canonical

    def quote(self, span: Span) -> str:
        """Return the source characters of a span inside of it."""
        return (self.source or self.text)[span.start - self.start : span.end - self.start]

    def lines(self, span: Span) -> tuple[int, int]:
        """Return the 1-based first and last line of a span inside of it."""
        source = self.source or self.text
        first = self.line + source.count("\n", 0, span.start - self.start)
        return first, first + source.count("\n", span.start - self.start, span.end - self.start - 1)

    def place(self, position: int) -> Place:
        """Return where a character of ``text`` stands."""
        if len(self.places) == 1:
            return self.places[0]
        at = bisect_right(self.places, position, key=lambda place: place.start) - 1
        return self.places[max(0, at)]
