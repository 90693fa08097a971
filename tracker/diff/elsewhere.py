"""Sentences that moved from one pair of sections into another one (跨章节移位).

In go the sentences that found no partner inside their pair of sections, out come those that stand
again in another one. A shared name is not enough: most letters must agree.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from tracker.diff.moves import bag_of, likeness_of

_FLOOR = 0.55
"""Share of letters in common words: higher than inside a pair of sections, where the topic is the
same already."""
_LETTERS = 12
"""Letters that both must share at least: 持续优化营商环境 stands everywhere."""
_COMMON = 12
"""Words that more unpaired sentences than this hold do not lead to candidates."""


class Place(NamedTuple):
    """A sentence: which pair of sections, and which of its sentences."""

    couple: int
    sentence: int


def find_moved(dropped: Mapping[Place, str], added: Mapping[Place, str]) -> dict[Place, Place]:
    """Return where each dropped sentence that moved stands now, each place used once."""
    holders: dict[str, list[Place]] = defaultdict(list)
    for place, sentence in added.items():
        for word in bag_of(sentence).words:
            holders[word].append(place)
    candidates: list[tuple[float, Place, Place]] = []
    for place, sentence in dropped.items():
        here = bag_of(sentence)
        near = {
            other
            for word in here.words
            if len(holders.get(word, ())) <= _COMMON
            for other in holders.get(word, ())
            if other.couple != place.couple
        }
        for other in near:
            found = likeness_of(here, bag_of(added[other]))
            if found.both >= _FLOOR and found.letters >= _LETTERS:
                candidates.append((-found.both, place, other))
    return _one_to_one(sorted(candidates))


def _one_to_one(candidates: Sequence[tuple[float, Place, Place]]) -> dict[Place, Place]:
    chosen: dict[Place, Place] = {}
    taken: set[Place] = set()
    for _, place, other in candidates:
        if place not in chosen and other not in taken:
            chosen[place] = other
            taken.add(other)
    return chosen
