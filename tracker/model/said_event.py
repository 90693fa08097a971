"""What people said of promises and of passages, word by word (改动记录).

Marks have a history of their own (``MarkEvent``). Here stand the words that make a promise, set it
right or reject it, and those by which a passage answers it or does not.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.model.commitment import Commitment
from tracker.model.ids import CommitmentId
from tracker.model.kept_decision import MatchDecision
from tracker.model.promise_word import PromiseEdit, PromiseWord


class SaidAction(StrEnum):
    """What happened to a word."""

    SAID = "said"
    TAKEN_BACK = "taken_back"
    UNDONE = "undone"
    REDONE = "redone"
    MOVED = "moved"
    """Re-anchored after its report was read anew."""
    LOST = "lost"
    SET_ASIDE = "set_aside"
    """Not written, since a colleague's word was taken instead; it never held."""
    EXPLAINED = "explained"
    """Another reason was given for it; what it says is as before."""


class SaidKind(StrEnum):
    """What a word is about."""

    PROMISE = "promise_word"
    """What is a promise, and which."""
    PASSAGE = "match_decision"
    """Whether a passage answers a promise."""


@dataclass(frozen=True, slots=True)
class SaidKey:
    """What a workspace knows a word by.

    Attributes:
        kind: What the word is about.
        number: Its number among those.
    """

    kind: SaidKind
    number: int


@dataclass(frozen=True, slots=True)
class SaidEvent:
    """One line of the history of a word.

    Attributes:
        commitment_id: The promise as it is known now, None where it cannot be found.
        action: What happened.
        said: The word afterwards (as it was last, when it was taken away).
        stands: It holds from then on.
        user: Who did it.
        at: When (UTC).
        before: What the promise was until then, where a word on what it is begins, changes or ends
            to hold: as the program read it, or as people had set it right.
        after: What it was from then on.
        key: What the workspace knows the word by.
        explains: Its reason alone is another one from then on.
    """

    commitment_id: CommitmentId | None
    action: SaidAction
    said: PromiseWord | MatchDecision
    stands: bool
    user: str
    at: datetime
    before: PromiseEdit | None = None
    after: PromiseEdit | None = None
    key: SaidKey | None = None
    explains: bool = False


def edit_of(commitment: Commitment) -> PromiseEdit:
    """Return what a promise is, in the terms in which a person sets it right."""
    return PromiseEdit(
        object=commitment.statement.object,
        kind=commitment.statement.kind,
        due=commitment.due,
        undated=commitment.due is None,
        body=commitment.body,
        deadline=commitment.deadline,
    )
