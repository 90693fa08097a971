"""Topics as rows and their sections as cells: how much text, and what became of it; no Qt in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from math import log
from typing import TYPE_CHECKING

from tracker.model.outline import Role
from tracker.model.thread import Course

if TYPE_CHECKING:
    from desktop.jobs.topics import Topics
    from tracker.model.outline import Section
    from tracker.model.report import Report
    from tracker.model.thread import Thread, ThreadCell

STEPS = (100, 250, 500, 1000)
"""Characters from which a cell is a shade darker: a paragraph, a section, a whole part."""

_LEVELS = 3


class TopicOrder(Enum):
    """What the rows are sorted by."""

    LATEST = "latest"
    """As they stand in the last report; below them those that it has no more, last ones first."""
    APPEARANCE = "appearance"
    """By where they first stand."""
    SIZE = "size"
    """Most text in all reports together first."""
    CHANGE = "change"
    """Those first that grew, shrank, came and went most."""


@dataclass(frozen=True, slots=True)
class TopicCell:
    """A topic in one report.

    Attributes:
        section: Index of its section, None where it has none.
        heading: Its heading there, or that of the section that takes it up.
        length: Characters of its section.
        course: What became of it; None where nothing need be said.
        factor: How many times as large a share of the text it takes up as before, 1 if unknown.
        score: How well it fits the section before, None at the beginning.
        into: Number of the topic that takes it up.
    """

    section: int | None
    heading: str
    length: int
    course: Course | None
    factor: float = 1.0
    score: float | None = None
    into: int | None = None

    @property
    def step(self) -> int:
        """How dark the cell is: 0 (no text) to 5."""
        return 0 if self.section is None else 1 + bisect_right(STEPS, self.length)


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic.

    Attributes:
        number: Its number in the history.
        title: Its heading in the last report that has it, without number and final stop.
        level: 0 for a whole section, 1 and more for what stands under one.
        cells: One per report; None before it came up and after it is gone.
    """

    number: int
    title: str
    level: int
    cells: tuple[TopicCell | None, ...]

    @property
    def size(self) -> int:
        """Characters in all reports together."""
        return sum(cell.length for cell in self.cells if cell is not None)

    @property
    def change(self) -> float:
        """How much it changed from report to report: what it grew and shrank, came and went."""
        return sum(_change(cell) for cell in self.cells if cell is not None)

    @property
    def words(self) -> str:
        """All its headings: what it is found by."""
        return "\n".join(
            (self.title, *(c.heading for c in self.cells if c and c.section is not None))
        )


_WEIGHTS = {Course.NEW: 1.0, Course.BACK: 1.0, Course.GONE: 1.0, Course.MERGED: 0.5}


def _change(cell: TopicCell) -> float:
    return abs(log(cell.factor)) + (_WEIGHTS.get(cell.course, 0.0) if cell.course else 0.0)


def bare(heading: str) -> str:
    """Return a heading without line breaks and the stop at its end."""
    return heading.replace("\n", "").rstrip("。：；，,. ")


def topic_rows(topics: Topics) -> tuple[TopicRow, ...]:
    """Return the topics as rows, by where they first stand."""
    threads = topics.history.threads
    return tuple(
        TopicRow(number, bare(thread.heading), _level(topics, thread), _cells(topics, thread))
        for number, thread in enumerate(threads)
    )


def _level(topics: Topics, thread: Thread) -> int:
    place, section = next(
        (place, cell.section)
        for place, cell in reversed(list(enumerate(thread.cells)))
        if cell is not None and cell.section is not None
    )
    report = topics.reports[place]
    own = _top(report, report.sections[section]).role is Role.SELF
    return min(_LEVELS, max(0, report.sections[section].level - (1 if own else 2)))


def _top(report: Report, section: Section) -> Section:
    while section.parent is not None:
        section = report.sections[section.parent]
    return section


def _cells(topics: Topics, thread: Thread) -> tuple[TopicCell | None, ...]:
    found: list[TopicCell | None] = []
    share = 0.0
    for place, cell in enumerate(thread.cells):
        if cell is None:
            found.append(None)
            continue
        found.append(_cell(topics, place, cell, share))
        share = cell.share or share
    return tuple(found)


def _cell(topics: Topics, place: int, cell: ThreadCell, before: float) -> TopicCell:
    report = topics.reports[place]
    course = _told(topics, place, cell.course)
    if cell.section is None:
        other = None if cell.into is None else topics.history.threads[cell.into].cells[place]
        taker = other.section if other is not None else None
        heading = "" if taker is None else bare(report.sections[taker].heading)
        return TopicCell(None, heading, 0, course, into=cell.into)
    section = report.sections[cell.section]
    factor = cell.share / before if before and cell.share and not topics.one_year else 1.0
    length = length_of(report, cell.section)
    return TopicCell(cell.section, bare(section.heading), length, course, factor, cell.score)


def length_of(report: Report, section: int) -> int:
    """Return how many characters a section has, blanks and line breaks not counted."""
    return len("".join(report.quote(report.sections[section].span).split()))


def _told(topics: Topics, place: int, course: Course) -> Course | None:
    """Return a course where it says something: of the first report nobody knows what is new."""
    if course is Course.KEPT or (course is Course.NEW and (topics.one_year or place == 0)):
        return None
    if topics.one_year and course is not Course.MERGED:
        return None  # regions beside each other neither grow nor go
    return course


def sorted_rows(rows: tuple[TopicRow, ...], order: TopicOrder) -> tuple[TopicRow, ...]:
    """Return rows in an order."""
    if order is TopicOrder.LATEST:
        return tuple(sorted(rows, key=_latest))
    if order is TopicOrder.SIZE:
        return tuple(sorted(rows, key=lambda row: -row.size))
    if order is TopicOrder.CHANGE:
        return tuple(sorted(rows, key=lambda row: -row.change))
    return rows


def _latest(row: TopicRow) -> tuple[int, int]:
    """Return the last report that has a topic, from the end, and where it stands there."""
    held = [(n, cell.section) for n, cell in enumerate(row.cells) if cell is not None]
    place, section = next((n, s) for n, s in reversed(held) if s is not None)
    return -place, section
