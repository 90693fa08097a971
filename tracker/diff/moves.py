"""Which sentences of two texts belong together, and which of them moved (移位).

In go the sentences of two aligned texts, out come pairs of indices. A pair that crosses the
others is a move: in ``一、甲。二、乙。`` against ``一、乙。二、甲。`` the shorter one moved.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tracker.text.tokens import tokens

PAIR_FLOOR = 0.36
"""Share of letters in common words from which two sentences are one sentence, reworded."""
LEAD_FLOOR = 0.25
"""The same for the leads of the two texts: of aligned sections they are the headings."""
PART_FLOOR = 0.55
PART_LETTERS = 10
"""A sentence also belongs to a longer one that took up this share of it, in so many letters.

Read by eye over three pairs of reports: 弘扬吴门医派，推动中医药发展 went into a sentence three
times as long (share 0.85, but only 0.39 of both together).
"""


class Pair(NamedTuple):
    """An earlier and a later sentence that belong together.

    Attributes:
        earlier: Index of the earlier sentence.
        later: Index of the later one.
        moved: The pair crosses the order of the others.
    """

    earlier: int
    later: int
    moved: bool


class Bag(NamedTuple):
    """The words of a sentence that carry content, and their letters."""

    words: Counter[str]
    letters: int


@lru_cache(maxsize=16384)
def bag_of(sentence: str) -> Bag:
    """Return the words of a sentence."""
    words = Counter(word for word in tokens(sentence) if len(word) > 1 or word.isalnum())
    return Bag(words, sum(len(word) * n for word, n in words.items()))


class Likeness(NamedTuple):
    """How many letters stand in common words: of both texts (Dice 1945), of the shorter one."""

    both: float
    shorter: float
    letters: int


def likeness_of(earlier: Bag, later: Bag) -> Likeness:
    """Return how much two sentences have in common."""
    total = earlier.letters + later.letters
    if not earlier.letters or not later.letters:
        return Likeness(0.0, 0.0, 0)
    small, large = sorted((earlier.words, later.words), key=len)
    shared = sum(len(word) * min(n, large[word]) for word, n in small.items() if word in large)
    shorter = min(earlier.letters, later.letters)
    return Likeness(2 * shared / total, shared / shorter, shared)


def _belong(likeness: Likeness, *, leads: bool) -> bool:
    if likeness.both >= (LEAD_FLOOR if leads else PAIR_FLOOR):
        return True
    return likeness.shorter >= PART_FLOOR and likeness.letters >= PART_LETTERS


def pair_sentences(
    earlier: Sequence[str], later: Sequence[str], *, headed: bool = False
) -> list[Pair]:
    """Return the sentences that belong together, best first choice, in later order.

    ``headed`` texts begin with their headings, which belong together however they are worded.
    """
    chosen = _choose(earlier, later)
    if headed and earlier and later and all(i and j for i, j in chosen):
        chosen.append((0, 0))
    chosen.sort(key=lambda pair: pair[1])
    in_order = heaviest_order([i for i, _ in chosen], [len(later[j]) for _, j in chosen])
    return [Pair(i, j, moved=n not in in_order) for n, (i, j) in enumerate(chosen)]


def _choose(earlier: Sequence[str], later: Sequence[str]) -> list[tuple[int, int]]:
    before = [bag_of(sentence) for sentence in earlier]
    after = [bag_of(sentence) for sentence in later]
    candidates: list[tuple[float, int, int, int]] = []
    for i, one in enumerate(before):
        for j, other in enumerate(after):
            if earlier[i] == later[j]:
                candidates.append((-1.0, abs(i - j), i, j))
                continue
            likeness = likeness_of(one, other)
            if _belong(likeness, leads=i == j == 0):
                candidates.append((-likeness.both, abs(i - j), i, j))
    candidates.sort()
    chosen: list[tuple[int, int]] = []
    used_earlier: set[int] = set()
    used_later: set[int] = set()
    for _, _, i, j in candidates:
        if i not in used_earlier and j not in used_later:
            used_earlier.add(i)
            used_later.add(j)
            chosen.append((i, j))
    return chosen


def heaviest_order(keys: Sequence[int], weights: Sequence[int]) -> set[int]:
    """Return the positions of the ascending run of keys with the greatest weight.

    Patience-like dynamic programme over the distinct keys, in n log n steps with a Fenwick tree
    of maxima; keys are distinct.
    """
    ranks = sorted(keys)
    tree: list[tuple[int, int]] = [(0, -1)] * (len(ranks) + 1)
    previous: list[int] = []
    for at, (key, weight) in enumerate(zip(keys, weights, strict=True)):
        rank = bisect_left(ranks, key) + 1
        best, node = (0, -1), rank - 1
        while node:
            best = max(best, tree[node])
            node -= node & -node
        previous.append(best[1])
        total = (best[0] + weight, at)
        node = rank
        while node < len(tree):
            tree[node] = max(tree[node], total)
            node += node & -node
    best = (0, -1)
    node = len(ranks)
    while node:
        best = max(best, tree[node])
        node -= node & -node
    found: set[int] = set()
    at = best[1]
    while at >= 0:
        found.add(at)
        at = previous[at]
    return found
