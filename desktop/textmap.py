"""Code points to UTF-16 and back: the only place where the two ways of counting meet.

The core counts in code points, Qt in UTF-16 units; they differ behind every character outside
the basic plane (𠮷, 𬭩): ``TextMap("𠮷林").to_utf16(1) == 2``.
"""

from bisect import bisect_left

from tracker.model.span import Span

_LAST_BASIC = 0xFFFF


class TextMap:
    """The positions of one text in both countings."""

    def __init__(self, text: str) -> None:
        self._length = len(text)
        basic = not text or ord(max(text)) <= _LAST_BASIC  # looking for the largest is quick
        self._astral = () if basic else tuple(i for i, c in enumerate(text) if ord(c) > _LAST_BASIC)
        self._astral16 = tuple(at + n for n, at in enumerate(self._astral))

    @property
    def length16(self) -> int:
        """Length of the text in UTF-16 units."""
        return self._length + len(self._astral)

    def to_utf16(self, position: int) -> int:
        """Return the UTF-16 position of a code point position."""
        return position + bisect_left(self._astral, position)

    def from_utf16(self, position: int) -> int:
        """Return the code point position; inside a surrogate pair, that of its character."""
        return position - bisect_left(self._astral16, position)

    def span_to_utf16(self, span: Span) -> tuple[int, int]:
        """Return start and end of a span in UTF-16 units."""
        return self.to_utf16(span.start), self.to_utf16(span.end)

    def span_from_utf16(self, start: int, end: int) -> Span:
        """Return the span of a range of UTF-16 units."""
        return Span(self.from_utf16(start), self.from_utf16(end))
