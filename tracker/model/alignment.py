"""Alignment (对齐) of the sections of two reports; it may cross, split, merge and leave out."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.model.ids import ReportId
from tracker.model.score import Score


class AlignmentPart(StrEnum):
    """Which parts of the two reports are set beside each other."""

    PLAN = "plan"
    REVIEW = "review"
    OUTLOOK = "outlook"
    PLAN_REVIEW = "plan-review"
    """The earlier report's plan beside the later one's review: the tracking view."""


class LinkKind(StrEnum):
    """Same topic, or an overlap in part (guide, section GD)."""

    SAME = "same"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class HandWords:
    """What a person said about the sections of two reports, by their indices; taken as given.

    Attributes:
        together: An earlier and a later section that belong beside each other.
        apart: Two that do not.
        alone: Earlier sections that have no counterpart.
        new: Later sections that have none.
    """

    together: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()
    alone: frozenset[int] = frozenset()
    new: frozenset[int] = frozenset()


NOTHING_SAID = HandWords()


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A later section that belongs beside an earlier one.

    Attributes:
        section: Index into the later report's sections.
        kind: Same or related.
        score: How well, and why.
        by_hand: A person made it.
    """

    section: int
    kind: LinkKind
    score: Score
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class NearSection:
    """A section of the other report that one section is like, whether or not they are linked.

    Attributes:
        section: Index into the other report's sections.
        score: How much they are alike, and what they share.
    """

    section: int
    score: Score


@dataclass(frozen=True, slots=True)
class AlignmentRow:
    """An earlier section with its counterparts, best first; none means it was dropped."""

    section: int
    links: tuple[SectionLink, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Sections of an earlier report beside those of a later one.

    Attributes:
        earlier: Earlier report.
        later: Later report.
        part: Which parts were aligned.
        rows: One row for every level-2 and level-3 section of the earlier part, in its order.
        new: Sections of the later part that are nobody's counterpart.
    """

    earlier: ReportId
    later: ReportId
    part: AlignmentPart
    rows: tuple[AlignmentRow, ...]
    new: tuple[int, ...]
