"""Ways to look at two reports (对读方式)."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.jobs.catalog import WHOLE_REPORT
from tracker.model.alignment import AlignmentPart

PROMISES = (AlignmentPart.PLAN_REVIEW,)
"""Parts that set what was promised beside what was reported."""


class PairMode(StrEnum):
    """How two reports are shown."""

    SIDE_BY_SIDE = "side by side"
    INLINE = "inline"
    CARDS = "cards"
    PROMISES = "promises"
    """Side by side: the earlier plan against the later review."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is read: a character of the later report, or of the earlier one."""

    position: int
    later: bool = True


def parts_for(mode: PairMode, parts: tuple[AlignmentPart, ...]) -> tuple[AlignmentPart, ...]:
    """Return the parts that a mode compares; ``parts`` are those that are compared now."""
    if mode is PairMode.PROMISES:
        return PROMISES
    if mode is PairMode.SIDE_BY_SIDE and parts == PROMISES:
        return WHOLE_REPORT
    return parts
