"""What a verdict rests on, as it is shown: which passages, in which order, what fits in them.

The matching compares pairs of characters (固定、定资、资产); a person is shown the whole words that
the promise and the passage share: 固定资产投资.
"""

from tracker.message import Message
from tracker.model.tracking import Evidence, Tracking, Verdict
from tracker.text.stretches import whole_words

WORTH_SHOWING = 0.4
"""Score below which a passage beside an unanswered promise is not printed: it shares a word or two.
The matching takes a passage to speak of a promise from about 0.46 on."""


def is_answered(tracking: Tracking) -> bool:
    """Tell whether the passages found are evidence.

    Beside a promise that no report speaks of they are only the nearest passages: offered to the
    person who marks it, but not printed as an answer.
    """
    return tracking.verdict not in (Verdict.NOT_REPORTED, Verdict.PENDING)


def ranked(tracking: Tracking) -> tuple[Evidence, ...]:
    """Return the passages best first: the one that the verdict rests on, then by falling score."""
    first = 1 if is_answered(tracking) else 0
    found = tracking.evidence
    return (*found[:first], *sorted(found[first:], key=lambda e: -e.score.value))


def what_fits(promise: str, evidence: Evidence) -> Message:
    """Return what a promise and a passage have in common, in whole words.

    Args:
        promise: Quote of the promise.
        evidence: The passage.
    """
    shared = shared_words(promise, evidence)
    if not shared:
        return evidence.score.reason
    same = any(part.name == "indicator" for part in evidence.score.parts)
    return Message(
        f"共有字词：{'、'.join(shared)}{'；同一指标' if same else ''}",
        f"shared words: {'、'.join(shared)}{'; same indicator' if same else ''}",
    )


def shared_words(promise: str, evidence: Evidence) -> tuple[str, ...]:
    """Return the whole words that a promise and a passage share, the most telling first."""
    pairs = next((part.words for part in evidence.score.parts if part.name == "object"), ())
    return tuple(whole_words(promise, evidence.quote, pairs))
