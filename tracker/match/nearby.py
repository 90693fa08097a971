"""The passages that come nearest to a promise of which no passage surely speaks.

They fall short by their words, or stand near by a name that the promise quotes or by their topic;
the last two are shown to a reader, and decide at most that a push without an end goes on.
"""

from itertools import islice

import numpy as np
from numpy.typing import NDArray

from tracker.match.candidates import Window
from tracker.match.finding import (
    Bench,
    Finding,
    Found,
    find,
    finding_of,
    is_worth_a_look,
    not_apart,
)
from tracker.match.folding import fold
from tracker.match.scoring import LEAD
from tracker.match.sought import Sought
from tracker.match.topics import hints_of
from tracker.message import Message
from tracker.model.score import Score, ScorePart

_WEAK = 3
_TOPIC_WEIGHT = 0.6  # beside the share of words; 0.3 to 0.8 rank about as well
_TOPICAL = 0.3  # below, a passage is near by chance
_SAME_TOPIC = Message("主题相近", "near in topic")
_HINT = 0.9
_HINT_SCORE = 0.29


def look(wanted: Sought, bench: Bench) -> Found:
    """Return the passages that speak of a promise, or those that come nearest to it."""
    found = find(wanted, bench)
    return found if found.findings else _with_nearest(wanted, found, bench)


def _with_nearest(wanted: Sought, found: Found, bench: Bench) -> Found:
    """Return what was found with the passages that come nearest, best first."""
    commitment = wanted.commitment
    nearness = bench.ground.nearness.to(fold(commitment.statement.quote))
    known = {at for f in found.weak for at in range(f.window.first, f.window.last + 1)}
    known |= bench.decided.blocked_for(commitment.id)
    beside = [
        *_hinted(wanted, known, bench),
        *_of_topic(wanted, nearness, known, bench),
    ]
    apart = dict.fromkeys(found.kept_apart)
    short = [(f, False) for f in found.weak if is_worth_a_look(f, bench)]
    short.extend((f, True) for f in not_apart(commitment, beside, apart, bench))
    ranked: dict[int, tuple[float, Finding, float, bool]] = {}
    for finding, hinting in short:
        window = finding.window
        topical = float(max(nearness[at] for at in range(window.first, window.last + 1)))
        value = min(1.0, window.coverage) + _TOPIC_WEIGHT * topical
        if window.core not in ranked or ranked[window.core][0] < value:
            ranked[window.core] = value, finding, topical, hinting
    best = sorted(ranked.values(), key=lambda one: (-one[0], one[1].window.first))
    weak = tuple(
        _with_topic(finding, topical, hinting=hinting)
        for _, finding, topical, hinting in best[:_WEAK]
    )
    return found._replace(weak=weak, kept_apart=tuple(apart))


def _of_topic(
    wanted: Sought, nearness: NDArray[np.float32], known: set[int], bench: Bench
) -> list[Finding]:
    """Return passages of the promise's topic, whatever words they use."""
    index = bench.ground.index
    topic = next(iter(wanted.topics), None)
    if topic is None:
        return []
    shares = index.shares(topic)
    values = _TOPIC_WEIGHT * nearness
    places = np.fromiter(shares, dtype=np.intp, count=len(shares))
    values[places] += np.fromiter(shares.values(), dtype=np.float32, count=len(shares))
    places = np.flatnonzero(values >= _TOPICAL)
    places = places[np.argsort(-values[places], kind="stable")]
    near = (at for at in places.tolist() if at not in known)
    found: list[Finding] = []
    for at in islice(near, 2 * _WEAK):
        if len(found) == _WEAK:
            break
        words = tuple(g for g in topic.grams if g in index.grams[at])
        window = Window(at, at, shares.get(at, 0.0), words, at, 0.0)
        finding = finding_of(wanted, topic, None, window, bench)
        if finding is not None:
            found.append(finding)
    return found


def _with_topic(finding: Finding, topical: float, *, hinting: bool) -> Finding:
    """Return a passage with its nearness in topic among the parts of its score.

    ``hinting`` says that it was found beside the promise's own words, and can only hint at it.
    """
    score = finding.score
    value = min(score.value, _HINT_SCORE) if hinting else score.value
    parts = (*score.parts, ScorePart("topic", round(max(0.0, topical), 3)))
    reason = score.reason if finding.window.words else _SAME_TOPIC
    return finding._replace(score=Score(value, parts, reason))


def opens_a_list(finding: Finding, bench: Bench) -> bool:
    """Tell whether a passage is only the lead of a paragraph (六是加强生态环境保护。)."""
    return bool(LEAD.match(bench.ground.index.clauses[finding.window.core].text))


def _hinted(wanted: Sought, known: set[int], bench: Bench) -> list[Finding]:
    """Return passages that hold a name which the promise quotes beside its object."""
    found = []
    blocked = bench.decided.blocked_for(wanted.commitment.id)
    for topic in hints_of(wanted.commitment.statement, bench.topics):
        for window in bench.ground.index.windows(topic, _HINT, blocked)[:_WEAK]:
            finding = finding_of(wanted, topic, None, window, bench)
            if finding is not None and window.core not in known:
                found.append(finding)
    return found
