"""Passages that a person chose, in the place of what was found."""

from tracker.match.candidates import Window
from tracker.match.decided import Chosen
from tracker.match.finding import (
    PART_SPOKEN,
    Bench,
    Finding,
    Found,
    finding_of,
    share_of,
)
from tracker.match.sought import Sought
from tracker.match.topics import Topic, parts_of
from tracker.message import Message
from tracker.model.score import Score, ScorePart

CHOSEN = Message("您认定的依据", "the passage that you chose")
"""Reason of the score of a passage that a person chose."""


_SURE_MASS = 40.0  # that it speaks of the promised thing was said; what it says is judged


def choose(wanted: Sought, found: Found, chosen: tuple[Chosen, ...], bench: Bench) -> Found:
    """Return what a person chose as the passages of a promise, in the place of what was found.

    Of the things a promise lists those count as spoken of whose words stand there; where none do,
    the passage speaks of all of it, under other names.
    """
    made = tuple(_chosen(wanted, one, bench) for one in chosen)
    findings = tuple(f for f in made if f is not None)
    parts = parts_of(wanted.commitment, bench.topics)
    spoken = sum(
        any(share_of(part, f.window, bench) >= PART_SPOKEN for f in findings) for part in parts
    )
    n_parts = len(parts) if spoken else 0
    return found._replace(findings=findings, weak=(), near=1.0, parts=n_parts, parts_spoken=spoken)


def _chosen(wanted: Sought, one: Chosen, bench: Bench) -> Finding | None:
    if not one.clauses:
        return None
    index = bench.ground.index
    topic = next(iter(wanted.topics), Topic("", (), ()))
    held = {at: [g for g in topic.grams if g in index.grams[at]] for at in one.clauses}
    core = max(held, key=lambda at: sum(map(index.weight, held[at])))
    words = tuple(dict.fromkeys(g for grams in held.values() for g in grams))
    first, last = one.clauses[0], one.clauses[-1]
    mass = max(_SURE_MASS, sum(map(index.weight, words)))
    window = Window(first, last, 1.0, words, core, mass)
    finding = finding_of(wanted, topic, None, window, bench, chosen=True)
    if finding is None:
        return None
    parts = (ScorePart("chosen", 1.0), *finding.score.parts)
    return finding._replace(score=Score(1.0, parts, CHOSEN))
