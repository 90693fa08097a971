"""A list of named figures, and what was wrong where."""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Figure:
    """One measured value.

    Attributes:
        name: What was measured.
        value: 0 to 1, or None where nothing was there to measure.
        detail: What it was measured on.
    """

    name: str
    value: float | None
    detail: str = ""

    def __str__(self) -> str:
        shown = "n/a" if self.value is None else f"{self.value:.3f}"
        return f"{self.name} {shown} {self.detail}".rstrip()


@dataclass(frozen=True)
class SectionCounts:
    """How many sections were aligned, and how many rightly; to be summed over pairs of reports.

    Attributes:
        sections: Sections of the earlier report.
        right: Those whose first counterpart, or its absence, is right.
        without: Those that have no counterpart.
        given_without: Those that were said to have none.
        right_without: Those of which that is right.
    """

    sections: int = 0
    right: int = 0
    without: int = 0
    given_without: int = 0
    right_without: int = 0

    def __add__(self, other: "SectionCounts") -> "SectionCounts":
        """Return the sums."""
        return SectionCounts(
            self.sections + other.sections,
            self.right + other.right,
            self.without + other.without,
            self.given_without + other.given_without,
            self.right_without + other.right_without,
        )


@dataclass
class Figures:
    """Figures in the order they were taken, and the rows that differ from the gold.

    ``judged`` holds for every verdict its confidence and whether it is right, and
    ``asked`` says how many promises there were to find. ``aligned`` counts the sections.
    """

    taken: list[Figure] = field(default_factory=list)
    differences: list[tuple[object, ...]] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    asked: int = 0
    aligned: SectionCounts = SectionCounts()

    def add(self, name: str, value: float | None, detail: str = "") -> None:
        """Take a figure down."""
        self.taken.append(Figure(name, value, detail))

    def differs(self, *what: object) -> None:
        """Take down what is not as in the gold."""
        self.differences.append(what)

    def __iter__(self) -> Iterator[Figure]:
        return iter(self.taken)

    def __getitem__(self, name: str) -> float | None:
        return next(figure.value for figure in self.taken if figure.name == name)
