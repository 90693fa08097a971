"""Where later reports may speak of a promise: an inverted index from words to clauses.

The index is built once for all later reports; looking a promise up touches only the clauses that
share a telling word with it.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from tracker.match.lexicon import MatchLexicon
from tracker.match.passages import Clause
from tracker.match.topics import Topic

_WINDOW_CLAUSES = 3
_WINDOW_CHARACTERS = 110
_LIGHTEST, _HEAVIEST = 0.05, 4.5  # a word that stands nowhere else must not decide alone
_USUAL_SIZE = 1000  # clauses of two reports; in a short text every word would seem common
_TELLING = 4.0  # a topic that tells less (投资) is found by chance
# The fullest of three clauses holds at least 1 / (1 + 2 x 0.8) of what they hold together.
_CORE_SHARE = 0.38
_GENERAL = 0.5
_GAIN = 0.08  # of a topic's weight, for a neighbour to be taken in
_RUN_OVER = 0.8  # a word found only in the neighbouring clause counts a little less
_ROUNDING = 1e-9


class Window(NamedTuple):
    """Neighbouring clauses of one sentence that hold the words of a topic.

    Attributes:
        first: Index of its first clause.
        last: Index of its last clause.
        coverage: Share of the topic's weight that stands in it, 0 to 1.
        words: Grams that were found, the rarest first.
        core: Index of the clause that holds most of it.
        mass: How much the words that were found tell, in all.
    """

    first: int
    last: int
    coverage: float
    words: tuple[str, ...]
    core: int
    mass: float


class _Grown(NamedTuple):
    """A place that may become a window: most are too poor for it, or lie in a better one."""

    first: int
    last: int
    coverage: float
    core: int
    held: list[str]

    def window(self, weights: Mapping[str, float]) -> Window:
        """Return it with its words in order."""
        weight = weights.__getitem__
        words = sorted(self.held)
        words.sort(key=weight, reverse=True)
        mass = sum(map(weight, words))
        return Window(self.first, self.last, self.coverage, tuple(words), self.core, mass)


class ClauseIndex:
    """Clauses of later reports, found by the words in them.

    Args:
        clauses: Clauses by index, over all reports.
        grams: The words that each of them holds.
        background: Grams of further clauses (plans, the earlier report) that only say how common
            a word is.
        lexicon: Aliases and indicators.
    """

    def __init__(
        self,
        clauses: tuple[Clause, ...],
        grams: tuple[frozenset[str], ...],
        background: Counter[str],
        background_size: int,
        lexicon: MatchLexicon,
    ) -> None:
        self.clauses = clauses
        self.grams = grams
        self.indicators = tuple(lexicon.indicators_in(c.text) for c in clauses)
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._by_indicator: dict[int, list[int]] = defaultdict(list)
        for index, held in enumerate(self.grams):
            for gram in held:
                self._postings[gram].append(index)
        for index, named in enumerate(self.indicators):
            for entry in named:
                self._by_indicator[entry].append(index)
        self._background = background
        self._size = max(_USUAL_SIZE, len(clauses) + background_size)
        self._lengths = tuple(len(clause.text) for clause in clauses)
        self._weights: dict[str, float] = {}
        self._counts: dict[str, float] = {}

    def weight(self, gram: str) -> float:
        """Return how much a word tells: the logarithm of how rare it is among all clauses."""
        weight = self._weights.get(gram)
        if weight is None:
            held = len(self._postings.get(gram, ())) + self._background.get(gram, 0)
            self._weights[gram] = weight = math.log(1 + self._size / (1 + held)) - 1
        return weight

    def _counted(self, topic: Topic) -> dict[str, float]:
        """Return what each word counts for in a topic: general words (试点) count for little."""
        known = self._counts
        counted: dict[str, float] = {}
        for gram in topic.grams:
            weight = known.get(gram)
            if weight is None:
                known[gram] = weight = _bounded(self.weight(gram))
            counted[gram] = weight
        if topic.generic:
            for gram in topic.generic & counted.keys():
                counted[gram] = max(_LIGHTEST, counted[gram] * _GENERAL)
        return counted

    def naming(self, indicator: int) -> tuple[int, ...]:
        """Return the clauses that name an indicator."""
        return tuple(self._by_indicator.get(indicator, ()))

    def shares(self, topic: Topic) -> dict[int, float]:
        """Return the share of a topic's weight that stands in each clause that holds any of it."""
        weights = self._counted(topic)
        total = max(_TELLING, sum(weights.values()))
        found: dict[int, float] = defaultdict(float)
        for gram, weight in weights.items():
            share = weight / total
            for index in self._postings.get(gram, ()):
                found[index] += share
        return found

    def windows(
        self, topic: Topic, floor: float, blocked: frozenset[int] = frozenset()
    ) -> tuple[Window, ...]:
        """Return the places that hold at least ``floor`` of a topic's weight, best first.

        No clause of ``blocked`` is in any of them.
        """
        weights = self._counted(topic)
        total = sum(weights.values())
        needed = floor * max(total, _TELLING) - _ROUNDING
        held_by = [(self._postings.get(gram, ()), weight) for gram, weight in weights.items()]
        if sum(weight for holders, weight in held_by if holders) < needed:
            return ()  # all clauses together hold too little of it
        sums: dict[int, float] = defaultdict(float)
        for holders, weight in held_by:
            for index in holders:
                sums[index] += weight
        for index in blocked:
            sums.pop(index, None)
        least, gain = _CORE_SHARE * floor * total, _GAIN * total
        cores = [
            index
            for index, held in sums.items()
            if held >= least
            and (held >= needed or held + _RUN_OVER * _beside(index, sums, gain) >= needed)
        ]
        made = (self._grown(index, sums, weights, total) for index in cores)
        grown = [one for one in made if one.coverage >= floor]
        if len(grown) > 1:
            grown.sort(key=lambda one: (-round(one.coverage, 3), one.last - one.first, one.first))
        kept: list[Window] = []
        taken: set[int] = set()
        for one in grown:
            held_clauses = range(one.first, one.last + 1)
            if taken.isdisjoint(held_clauses):
                kept.append(one.window(weights))
                taken.update(held_clauses)
            elif one.core not in taken and (own := self._alone(one.core, weights, total)) >= floor:
                # Its neighbour is the better place, and yet it speaks of the promise by itself.
                held = [g for g in weights if g in self.grams[one.core]]
                kept.append(_Grown(one.core, one.core, own, one.core, held).window(weights))
                taken.add(one.core)
        return tuple(kept)

    def _alone(self, index: int, weights: Mapping[str, float], total: float) -> float:
        """Return the share of a topic's weight that one clause holds without its neighbours."""
        held = sum(weight for gram, weight in weights.items() if gram in self.grams[index])
        return held / total * min(1.0, total / _TELLING)

    def _grown(
        self,
        index: int,
        sums: dict[int, float],
        weights: dict[str, float],
        total: float,
    ) -> "_Grown":
        """Grow a clause by neighbours that add telling words, within one sentence."""
        # Lists, not sets: sums in another order differ in the last digit, and ties with them.
        grams = self.grams[index]
        own = held = [g for g in weights if g in grams]
        first = last = index
        gained, least = 0.0, _GAIN * total
        while last - first + 1 < _WINDOW_CLAUSES:
            beside = [n for n in (first - 1, last + 1) if sums.get(n, 0.0) > least]
            options = [
                (sum(map(weights.__getitem__, added)), n, added)
                for n in beside
                if self._joins(n, first, last)
                for added in (self._added(n, weights, held),)
            ]
            if not options:
                break
            gain, at, added = max(options)
            if gain <= least:
                break
            held = [*held, *added]
            gained = sum(map(weights.__getitem__, held[len(own) :]))
            first, last = min(first, at), max(last, at)
        coverage = (sum(map(weights.__getitem__, own)) + _RUN_OVER * gained) / total
        return _Grown(first, last, coverage * min(1.0, total / _TELLING), index, held)

    def _added(self, at: int, weights: dict[str, float], known: list[str]) -> list[str]:
        """Return the words of a topic that a clause holds and those before it do not."""
        held = self.grams[at]
        return [g for g in weights if g in held and g not in known]

    def _joins(self, at: int, first: int, last: int) -> bool:
        if not 0 <= at < len(self.clauses):
            return False
        edge = self.clauses[first if at < first else last]
        new = self.clauses[at]
        if new.sentence != edge.sentence or new.paragraph.canonical is not edge.paragraph.canonical:
            return False
        return sum(self._lengths[min(at, first) : max(at, last) + 1]) <= _WINDOW_CHARACTERS


def _bounded(weight: float) -> float:
    if weight > _HEAVIEST:
        return _HEAVIEST
    return weight if weight > _LIGHTEST else _LIGHTEST


def _beside(index: int, sums: Mapping[int, float], least: float) -> float:
    """Return the most that neighbours of a clause can add to it, 0 where none adds ``least``.

    Most clauses that hold a word of a topic hold too little of it, whatever stands beside them.
    """
    before, behind = sums.get(index - 1, 0.0), sums.get(index + 1, 0.0)
    if before <= least and behind <= least:
        return 0.0
    return max(
        before + behind, before + sums.get(index - 2, 0.0), behind + sums.get(index + 2, 0.0)
    )
