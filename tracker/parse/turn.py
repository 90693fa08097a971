"""Which way a text looks, by its words, and where it turns from results to intentions.

Of 2,108 parts that are named reviews 99 % have at least 53 % of these words tell results, of 2,506
named plans 99 % have at most 61 %: the words of a long text tell its direction.
"""

from collections.abc import Iterable
from itertools import accumulate

from tracker.parse.lexicon import Direction, any_pattern

_MIN_WORDS = 12
"""Cue words from which their balance says something."""
CLEARLY_BACK, CLEARLY_AHEAD = 0.65, 0.35
"""Share of results among the cue words of a text that looks back, or ahead, beyond doubt."""


def balance(texts: Iterable[str], cues: Direction) -> tuple[int, int]:
    """Return how many words of a text tell results, and how many intentions."""
    text = "\n".join(texts)
    done = sum(1 for _ in any_pattern(cues.done).finditer(text))
    return done, sum(1 for _ in any_pattern(cues.intended).finditer(text))


def share_of_results(texts: Iterable[str], cues: Direction) -> float | None:
    """Return which share of the cue words of a text tells results; None where they are few."""
    done, intended = balance(texts, cues)
    return done / (done + intended) if done + intended >= _MIN_WORDS else None


def find_turn(texts: list[str], cues: Direction) -> int | None:
    """Return the index of the text before which most tell results and from which most do not.

    None where one side is missing: the whole looks one way.
    """
    counts = [balance([text], cues) for text in texts]
    sums = [0, *accumulate(done - intended for done, intended in counts)]
    turn = max(range(len(sums)), key=lambda i: sums[i])
    before, after = counts[:turn], counts[turn:]
    looks_back = sum(d + i for d, i in before) >= _MIN_WORDS and sums[turn] > 0
    looks_ahead = sum(d + i for d, i in after) >= _MIN_WORDS and sums[-1] < sums[turn]
    return turn if looks_back and looks_ahead else None
