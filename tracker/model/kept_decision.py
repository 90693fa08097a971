"""A person's decisions as a workspace keeps them: with who, when, and where in the texts."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tracker.model.decision import NamePair
from tracker.model.ids import ReportId
from tracker.model.mark import Anchor


class NameOrigin(StrEnum):
    """How a pair of names came into a workspace."""

    BY_HAND = "by_hand"
    """A person wrote it."""
    FROM_MATCH = "from_match"
    """Offered when a person confirmed or rejected a passage, and accepted."""


@dataclass(frozen=True, slots=True)
class KeptNames:
    """A pair of names as a workspace keeps it.

    Attributes:
        pair: The names.
        region: Division code of the region whose reports use them, or "" for all; it holds for the
            levels above and below too.
        origin: How it came there.
        report_id: The report whose passage it was taken from, or "".
        user: Who decided.
        at: When (UTC).
    """

    pair: NamePair
    region: str
    origin: NameOrigin
    report_id: ReportId
    user: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MatchDecision:
    """A person's word on a promise and a passage, anchored in the texts that were read.

    Attributes:
        promise: Where the promise stands.
        object: What is promised, in the text's words; tells promises of one sentence apart.
        passage: The passage of the later report.
        answers: It answers the promise.
        user: Who decided.
        at: When (UTC).
        why: Why, in the person's words, or "".
    """

    promise: Anchor
    object: str
    passage: Anchor
    answers: bool
    user: str
    at: datetime
    why: str = ""
