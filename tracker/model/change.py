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


@dataclass(frozen=True, slots=True)
class Change:
    """One stretch of a diff, with its source spans.

    Attributes:
        kind: What happened.
        earlier: Source span in the earlier report; None for an insertion.
        later: Source span in the later report; None for a deletion.
    """

    kind: ChangeKind
    earlier: Span | None
    later: Span | None


@dataclass(frozen=True, slots=True)
class NumberChange:
    """One indicator's figure in both texts; one side may be missing."""

    indicator: str
    earlier: Measure | None
    later: Measure | None


@dataclass(frozen=True, slots=True)
class SectionDiff:
    """Changes inside one pair of sections.

    Attributes:
        earlier: Index of the earlier section; None when the section is new.
        later: Index of the later section; None when it was dropped.
        changes: In reading order of the later text, deletions where they stood.
        numbers: Figures of the same indicator that differ.
    """

    earlier: int | None
    later: int | None
    changes: tuple[Change, ...]
    numbers: tuple[NumberChange, ...]


@dataclass(frozen=True, slots=True)
class ReportDiff:
    """All section diffs of two reports, in the order of the earlier one, new sections last."""

    earlier: ReportId
    later: ReportId
    sections: tuple[SectionDiff, ...]
