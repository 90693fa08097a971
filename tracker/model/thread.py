"""A topic through several reports (主题脉络): years of one region, or regions of one year."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.model.alignment import AlignmentPart
from tracker.model.ids import ReportId


class Course(StrEnum):
    """What became of a topic from one report to the next one that has it."""

    NEW = "new"
    """No report before has it."""
    KEPT = "kept"
    GROWN = "grown"
    """It takes up a clearly larger share of the part."""
    SHRUNK = "shrunk"
    BACK = "back"
    """It was missing in the report before."""
    GONE = "gone"
    """The report before has it, this one does not."""
    MERGED = "merged"
    """It has no section of its own any more: another topic's section takes it up."""


@dataclass(frozen=True, slots=True)
class ThreadCell:
    """A topic in one report.

    Attributes:
        section: Index into the report's sections; None where the topic is gone or merged.
        share: Share of the part's characters that it takes up (0 to 1).
        course: What became of it.
        score: How well it fits the section before, 0 to 1; None at the beginning.
        into: Number of the thread whose section takes the topic up, where it merged.
    """

    section: int | None
    share: float
    course: Course
    score: float | None
    into: int | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One topic.

    Attributes:
        heading: Its heading in the last report that has it.
        cells: One per report; None before it came up and after it is gone.
        merged_into: Number of the thread that its last section went into, None where it ended.
        split_from: Number of the thread that its first section came out of.
    """

    heading: str
    cells: tuple[ThreadCell | None, ...]
    merged_into: int | None
    split_from: int | None


@dataclass(frozen=True, slots=True)
class TopicHistory:
    """All topics of a part over several reports.

    Attributes:
        reports: The reports, in order.
        part: Which part of them.
        threads: Topics by where they first stand.
    """

    reports: tuple[ReportId, ...]
    part: AlignmentPart
    threads: tuple[Thread, ...]
