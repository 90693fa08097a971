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


@dataclass
class Figures:
    """Figures in the order they were taken, and the rows that differ from the gold.

    ``judged`` holds for every verdict its confidence and whether it is right, and
    ``asked`` says how many promises there were to find.
    """

    taken: list[Figure] = field(default_factory=list)
    differences: list[tuple[object, ...]] = field(default_factory=list)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    asked: int = 0

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
