"""What every passage is asked about a promise, read from it once and not for each passage."""

from dataclasses import dataclass

from tracker.match.folding import fold
from tracker.match.scoring import promises_paper, promises_zone
from tracker.match.topics import Topic
from tracker.model.commitment import Commitment, StatementKind


@dataclass(frozen=True, slots=True)
class Sought:
    """A promise as it is looked for.

    Attributes:
        commitment: The promise.
        topics: Ways to look for it.
        entries: Entries of the indicator vocabulary that its figures name.
        year: Year it is first answerable for, None where unknown.
        verb: Its verb, folded.
        named_thing: It is of a named project, a zone or a title.
        paper: It is to draw up a paper.
    """

    commitment: Commitment
    topics: tuple[Topic, ...]
    entries: frozenset[int]
    year: int | None
    verb: str
    named_thing: bool
    paper: bool

    @classmethod
    def of(
        cls,
        commitment: Commitment,
        topics: tuple[Topic, ...],
        entries: frozenset[int],
        year: int | None,
    ) -> "Sought":
        """Return what is looked for."""
        statement = commitment.statement
        verb, thing = fold(statement.verb), fold(statement.object)
        # 编制哈尔滨新区、综合保税区等控详规划: each of them stands before the paper.
        paper = promises_paper(verb, thing) or promises_paper(verb, fold(statement.quote))
        return cls(
            commitment,
            topics,
            entries,
            year,
            verb,
            statement.kind is StatementKind.PROJECT or promises_zone(thing),
            paper,
        )
