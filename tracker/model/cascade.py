"""Cascades (上下级承接): what of an upper level's plan stands in a lower level's plan of one year.

苏州北站 is promised by the city and by the district it lies in; a target of growth is set by the
province and, higher or lower, by each of its cities.
"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.ids import ReportId
from tracker.model.score import Score
from tracker.model.span import Span


class TakenUpAs(StrEnum):
    """What makes two promises of two levels one."""

    PROJECT = "project"
    """The same named project or programme."""
    INDICATOR = "indicator"
    """A target of the same indicator."""
    TASK = "task"
    """The same task in the same words."""
    PASSAGE = "passage"
    """The plan speaks of it, and promises nothing that could be checked."""


class Ambition(StrEnum):
    """How a lower level's own target stands to the upper one, where the two can be compared."""

    HIGHER = "higher"
    SAME = "same"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class TakeUp:
    """A place of the lower plan that takes up a promise of the upper one.

    Attributes:
        how: What makes them one.
        commitment: The lower promise, None for a passage.
        report_id: The lower report.
        span: Source span there.
        quote: Source text of ``span``.
        ambition: How the lower target stands to the upper one, None where that says nothing.
        score: How surely they are one.
        reason: Why, with both values where there are two.
    """

    how: TakenUpAs
    commitment: Commitment | None
    report_id: ReportId
    span: Span
    quote: str
    ambition: Ambition | None
    score: Score
    reason: Message


@dataclass(frozen=True, slots=True)
class CascadeRow:
    """One promise of the upper plan.

    Attributes:
        commitment: The promise.
        names_lower: It names the lower region.
        takes: Where the lower plan takes it up, the surest first.
        reason: What can be said of it in a sentence.
    """

    commitment: Commitment
    names_lower: bool
    takes: tuple[TakeUp, ...]
    reason: Message


@dataclass(frozen=True, slots=True)
class Cascade:
    """The plans of two levels side by side.

    Attributes:
        upper: The upper report.
        lower: The lower report.
        rows: Every promise of the upper plan, in the order of its text.
    """

    upper: ReportId
    lower: ReportId
    rows: tuple[CascadeRow, ...]

    @property
    def taken_up(self) -> tuple[CascadeRow, ...]:
        """The upper promises that stand in the lower plan."""
        return tuple(row for row in self.rows if row.takes)

    @property
    def left_out(self) -> tuple[CascadeRow, ...]:
        """The upper promises that name the lower region and that its plan does not speak of."""
        return tuple(row for row in self.rows if row.names_lower and not row.takes)

    @property
    def from_below(self) -> tuple[tuple[Commitment, tuple[Commitment, ...]], ...]:
        """Each lower promise that takes one up, in its text's order, with the upper ones."""
        found: dict[str, tuple[Commitment, list[Commitment]]] = {}
        for row in self.rows:
            for take in row.takes:
                if take.commitment is not None:
                    found.setdefault(take.commitment.id, (take.commitment, []))[1].append(
                        row.commitment
                    )
        ordered = sorted(found.values(), key=lambda pair: pair[0].statement.span)
        return tuple((lower, tuple(uppers)) for lower, uppers in ordered)
