"""Chains (承诺链): one promise through the years, from the first time it is made to its end.

承诺 2021, 报告 2022 说已开工, 2023 再次承诺, 2024 尚未到期: four years of one promise, which no
pair of reports shows.
"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.ids import ReportId
from tracker.model.score import Score
from tracker.model.tracking import Goalpost, Tracking


class ShiftKind(StrEnum):
    """What is other when a promise is made again."""

    HIGHER = "higher"
    LOWER = "lower"
    FIRMER = "firmer"
    SOFTER = "softer"
    FURTHER = "further"
    """A later stage of the work is promised (开工, then 建成)."""
    LATER = "later"
    """The same stage is promised for a later year."""
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Shift:
    """One difference between a promise and the time it was made before."""

    kind: ShiftKind
    message: Message


class ChainState(StrEnum):
    """Where a promise stands at the end of the reports at hand."""

    OPEN = "open"
    """It stands in the last report; none looks back on it yet."""
    DONE = "done"
    PARTIAL = "partial"
    MISSED = "missed"
    RUNNING = "running"
    """Reported as moving on, and not promised again."""
    GONE = "gone"
    """No report answers it and no later plan makes it again: silently gone."""
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A promise as it was made in one report, with what became of it.

    Attributes:
        year: Year the promise is first answerable for.
        tracking: The promise with the verdict by the next report that looks back on it.
        answered_in: Year of the report that the verdict was given by, None where there is none;
            more than a year later where the report between is missing.
        score: How surely it is the promise of the link before; None for the first.
        shifts: What is other than in the link before.
        goalposts: How it was made easier.
        marked: The verdict is a person's.
    """

    year: int
    tracking: Tracking
    answered_in: int | None
    score: Score | None
    shifts: tuple[Shift, ...]
    goalposts: tuple[Goalpost, ...]
    marked: bool = False

    @property
    def commitment(self) -> Commitment:
        """The promise."""
        return self.tracking.commitment

    @property
    def report_id(self) -> ReportId:
        """The report that makes it."""
        return self.tracking.commitment.statement.report_id


@dataclass(frozen=True, slots=True)
class Chain:
    """One promise through the years.

    Attributes:
        links: The times it was made, in the order of the years; at least one.
        answer: A verdict of a still later report on a promise that the next one left open.
        answer_in: Year of that report.
        state: Where it stands at the end.
        reason: Its story in a sentence.
    """

    links: tuple[ChainLink, ...]
    answer: Tracking | None
    answer_in: int | None
    state: ChainState
    reason: Message

    @property
    def name(self) -> str:
        """What is promised, in the words of the last report that promises it."""
        return (
            self.links[-1].commitment.statement.object or self.links[-1].commitment.statement.quote
        )

    @property
    def goalposts(self) -> tuple[Goalpost, ...]:
        """Every moved goalpost of its years, in order; one may stand there more than once."""
        return tuple(post for link in self.links for post in link.goalposts)
