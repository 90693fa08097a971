"""Half-open ranges of code points."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters ``start`` to ``end`` (exclusive) of a text, counted in code points.

    Every span that stands in a finding counts in the *source* text of its report. Only
    ``CanonicalText`` and ``Passage`` speak of canonical positions.

    Raises:
        ValueError: The range runs backwards or starts before the text.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Span") -> int:
        """Return how many characters both have (0 when apart)."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shift(self, by: int) -> "Span":
        """Return the span moved by ``by`` characters."""
        return Span(self.start + by, self.end + by)
