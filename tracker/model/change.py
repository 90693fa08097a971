"""Changes (变动) between aligned sections, down to the word and the number."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.model.ids import ReportId
from tracker.model.measure import Measure
from tracker.model.span import Span


class ChangeKind(StrEnum):
    """What happened to a stretch of text."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"
    REPLACE = "replace"
    MOVE = "move"


class Ignorable(StrEnum):
    """A difference that a reader may not want to see (忽略规则)."""

    QUOTES = "quotes"
    """“ ” against 「 」 or none."""
    PUNCTUATION = "punctuation"
    SCRIPT = "script"
    """Traditional against simplified characters."""
    BOILERPLATE = "boilerplate"
    """Clauses that stand in most reports (套话)."""


class Direction(StrEnum):
    """Where a figure or a word went from the earlier to the later text."""

    UP = "up"
    SAME = "same"
    DOWN = "down"


class Ladder(StrEnum):
    """Words in an order: how firmly something is promised, how far it has come."""

    FIRMNESS = "firmness"
    """探索 < 争取 < 力争 < plain < 确保."""
    PROGRESS = "progress"
    """谋划 < 前期 < 开工 < 推进 < 建成 < 投用."""


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a diff, with its source spans.

    Attributes:
        kind: What happened.
        earlier: Source span in the earlier report; None for an insertion.
        later: Source span in the later report; None for a deletion.
        elsewhere: Of a stretch that moved into or out of this pair of sections: where it stands
            in the other report; the span of that side is None then.
        ignored: The reader asked not to be shown such a difference.
    """

    kind: ChangeKind
    earlier: Span | None
    later: Span | None
    elsewhere: Span | None = None
    ignored: bool = False


@dataclass(frozen=True, slots=True)
class NumberChange:
    """One indicator's figure in both texts; one side may be missing.

    Attributes:
        indicator: What is counted, in the later text's words.
        earlier: Its figure in the earlier text.
        later: Its figure in the later text.
        value: Where the value went, in a common unit; None where one side is missing.
        bound: Where the bound went: 以上 to 左右 is DOWN (softer); None where one side is missing.
    """

    indicator: str
    earlier: Measure | None
    later: Measure | None
    value: Direction | None = None
    bound: Direction | None = None


@dataclass(frozen=True, slots=True)
class WordingChange:
    """A word of a ladder gave way to another one (力争 to 确保, 加快建设 to 建成).

    Attributes:
        ladder: Which order of words.
        direction: UP is firmer or further on, DOWN is softer or less far.
        earlier: Source span of the earlier wording; empty where the earlier text has no such word.
        later: Source span of the later wording; the same.
    """

    ladder: Ladder
    direction: Direction
    earlier: Span
    later: Span


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sentences of two texts were kept, moved, reworded, dropped and added.

    A sentence that moved and was edited counts as moved only.
    """

    kept: int = 0
    moved: int = 0
    reworded: int = 0
    dropped: int = 0
    added: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        """Return the sums."""
        return Tally(
            self.kept + other.kept,
            self.moved + other.moved,
            self.reworded + other.reworded,
            self.dropped + other.dropped,
            self.added + other.added,
        )


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """Changes inside one pair of sections.

    Attributes:
        earlier: Index of the earlier section; None when the section is new.
        later: Index of the later section; None when it was dropped.
        changes: In reading order of the later text, deletions where they stood.
        numbers: Figures of the same indicator that differ.
        wordings: Words of firmness or progress that changed.
        tally: How many sentences were kept, moved, reworded, dropped, added.
        crossed: The pair stands in another order than the pairs around it.
        merged: An earlier section was set beside the same later one before: both went into it.
    """

    earlier: int | None
    later: int | None
    changes: tuple[Change, ...]
    numbers: tuple[NumberChange, ...]
    wordings: tuple[WordingChange, ...] = ()
    tally: Tally = Tally()
    crossed: bool = False
    merged: bool = False


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """All section diffs of two reports, in the order of the earlier one, new sections last."""

    earlier: ReportId
    later: ReportId
    sections: tuple[SectionDiff, ...]
