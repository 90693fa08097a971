"""What a person decided about matching: which names are one thing, which passage answers what.

Decisions are words of a person, taken as given: the program finds and judges the rest around them
and says in its reasons where one of them acted.
"""

import unicodedata
from dataclasses import dataclass

from tracker.message import Message
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.span import Span

LONGEST_NAME = 40
"""Characters of a name; what is longer is a sentence and would never be found again."""

_SHORTEST = 2


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

    @property
    def key(self) -> tuple[str, str]:
        """What pairs of the same names share, in whatever order and spelling."""
        one, other = sorted((_levelled(self.one), _levelled(self.other)))
        return one, other

    def tidied(self) -> "NamePair":
        """Return the pair without white space around and within its names."""
        return NamePair("".join(self.one.split()), "".join(self.other.split()), self.same)

    @property
    def problem(self) -> Message | None:
        """Why the two names cannot be a pair, or None."""
        one, other = self.key
        if not one or not other:
            return Message("需要两个名称。", "Two names are needed.")
        if one == other:
            return Message("两个名称是一样的。", "The two names are the same.")
        if min(len(one), len(other)) < _SHORTEST:
            return Message(
                "名称至少要有两个字，单个字到处都会出现。",
                "A name needs two characters at least; a single one stands everywhere.",
            )
        if max(len(one), len(other)) > LONGEST_NAME:
            return Message(
                f"名称最多{LONGEST_NAME}个字；请只写名称，不写整句。",
                f"A name has {LONGEST_NAME} characters at most; give the name, no sentence.",
            )
        return None


def _levelled(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


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
