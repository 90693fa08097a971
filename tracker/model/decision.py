"""What a person decided about matching: which names are one thing, which passage answers what.

Decisions are words of a person, taken as given: the program finds and judges the rest around them
and says in its reasons where one of them acted.
"""

from dataclasses import dataclass

from tracker.model.ids import CommitmentId, ReportId
from tracker.model.span import Span


@dataclass(frozen=True, slots=True, order=True)
class NamePair:
    """Two names of projects, places or indicators (名称对照).

    Attributes:
        one: A name as reports write it (S1线).
        other: Another (11号线).
        same: They name one thing (S1线 = 11号线); else two (材料科学姑苏实验室 ≠ 苏州实验室).
    """

    one: str
    other: str
    same: bool = True

    def __str__(self) -> str:
        return f"{self.one} {'=' if self.same else '≠'} {self.other}"


@dataclass(frozen=True, slots=True, order=True)
class MatchWord:
    """A person's word on whether a passage answers a promise.

    Attributes:
        commitment: The promise, as it is known now.
        report_id: Report that the passage stands in.
        span: Source span of the passage.
        answers: It does (是这一处); else it does not (不是这一处).
    """

    commitment: CommitmentId
    report_id: ReportId
    span: Span
    answers: bool


@dataclass(frozen=True, slots=True)
class TrackingWords:
    """All that a person said about what answers what; taken as given.

    Attributes:
        names: Pairs of names; of two on the same names the later one counts.
        matches: Passages that answer a promise, the leading one first, and such that do not.
    """

    names: tuple[NamePair, ...] = ()
    matches: tuple[MatchWord, ...] = ()


NOTHING_SAID = TrackingWords()
