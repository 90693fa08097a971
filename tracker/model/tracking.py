"""Tracking (对账): a promise, what answers it, and the verdict with its reason.

Verdicts follow the annotation guide (``tests/gold/GUIDE.md``, section GC); how it was answered
follows 杨君, 中国行政管理 2013(5): 主动, 间接, 模糊, 未报告.
"""

from dataclasses import dataclass
from enum import StrEnum

from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.decision import NamePair
from tracker.model.ids import OutcomeId, ReportId
from tracker.model.score import Score
from tracker.model.span import Span


class Verdict(StrEnum):
    """Where a promise stands."""

    FULFILLED = "fulfilled"
    PARTIAL = "partial"
    MISSED = "missed"
    IN_PROGRESS = "in_progress"
    NOT_REPORTED = "not_reported"
    UNDETERMINED = "undetermined"
    PENDING = "pending"


class Answered(StrEnum):
    """How a promise was answered: 主动, 间接, 模糊, 未报告."""

    DIRECT = "direct"
    IMPLIED = "implied"
    VAGUE = "vague"
    SILENT = "silent"


class Goalpost(StrEnum):
    """How a promise was changed when it was made again."""

    DEFINITION = "definition"
    LOWER = "lower"
    SOFTER = "softer"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of a later report that speaks of a promise (依据).

    Attributes:
        report_id: Report it stands in.
        span: Source span.
        quote: Source text of ``span``.
        outcome: The outcome it was read as, or None for a passage found by its words.
        score: How well it answers the promise, with reasons.
    """

    report_id: ReportId
    span: Span
    quote: str
    outcome: OutcomeId | None
    score: Score


@dataclass(frozen=True, slots=True)
class Tracking:
    """One promise, judged by machine.

    Attributes:
        commitment: The promise.
        verdict: Where it stands.
        answered: How it was answered.
        exceeded: The result passes the promise by more than its tolerance.
        restated: The same promise stands again in a later plan.
        dropped: A yearly indicator that the later targets no longer name.
        goalposts: How the promise was changed when it was restated.
        evidence: Best first, at most a handful; for a promise that nothing speaks of, the nearest
            passages that fall short, so that a person can check the silence.
        confidence: 0 to 1.
        reason: Why, naming both values or phrases and the rule, and every person's decision that
            acted.
        names: Pairs of names that a person decided and that acted here.
    """

    commitment: Commitment
    verdict: Verdict
    answered: Answered
    exceeded: bool
    restated: bool
    dropped: bool
    goalposts: tuple[Goalpost, ...]
    evidence: tuple[Evidence, ...]
    confidence: float
    reason: Message
    names: tuple[NamePair, ...] = ()
