"""What two texts have in common, in words that a reader knows (共同之处).

In go the sections of two reports, out comes for any two of them what they share: names (太湖新城,
11号线, “江南文化”), indicators (城镇新增就业), words of the heading, and other telling words. What
stands in many sections of a report, as the name of its city does, tells nothing and is left out.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.text.bags import Weights
from tracker.text.lexicon import TextLexicon
from tracker.text.tokens import split_sentences, tokens, words

_MARKED = re.compile(r"[“《]([^“”《》\n]{2,16})[”》]|(\d+号线)|([A-Za-z][A-Za-z\-]+[\d.]*|\d[A-Z])")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
_SHORTEST_NAME = 3
"""Characters of a name that is one word: 相城区; 沿江 is none."""
_MOST_BEFORE = 3
"""Words before the one that ends a name: 岳麓山 大学 科技城."""
_WIDELY = 0.2
"""Share of the texts of a side from which a name or word tells them no longer apart."""
_FEW = 3
"""So many texts may hold a name or word in any case: a part, its section, and one more."""
_N_NAMES, _N_INDICATORS, _N_WORDS = 4, 3, 5


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share, most telling first in each.

    Attributes:
        same_heading: The headings are the same but for their punctuation.
        heading: Words of both headings.
        names: Names of places, projects and programmes.
        indicators: Indicators by their usual name.
        words: Other words.
    """

    same_heading: bool
    heading: tuple[str, ...]
    names: tuple[str, ...]
    indicators: tuple[str, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Side:
    """The texts of one report: headings, bodies and the weight of each word in each body."""

    headings: Sequence[str]
    bodies: Sequence[str]
    weights: Sequence[Weights]


@lru_cache(maxsize=16384)
def _names_in(sentence: str, tails: frozenset[str], common: frozenset[str]) -> frozenset[str]:
    """Return the names in a sentence.

    Quoted ones, lines with a number, letters; and words that end as names of places and projects
    do (新城, 大桥), with the words before them from the first that is not everybody's.
    """
    found = {next(filter(None, match.groups())) for match in _MARKED.finditer(sentence)}
    run: list[str] = []
    for token in tokens(sentence):
        if not _CHINESE.fullmatch(token):
            run = []
            continue
        run.append(token)
        if not any(token.endswith(tail) for tail in tails):
            continue
        own = len(token) >= _SHORTEST_NAME and token not in tails and token not in common
        before = run[-1 - _MOST_BEFORE : -1]
        start = next((i for i, word in enumerate(before) if word not in common), None)
        if start is not None:
            found.add("".join(before[start:]) + token)
        elif own:
            found.add(token)
    return frozenset(found)


def bare_heading(heading: str) -> str:
    """Return a heading without punctuation and spaces."""
    return re.sub(r"[\W_]+", "", heading)


class SharedFinder:
    """Tells what any earlier and later text share; works out each text when it is asked for."""

    def __init__(self, earlier: Side, later: Side, lexicon: TextLexicon) -> None:
        self._sides = (earlier, later)
        self._lexicon = lexicon
        self._names: dict[int, tuple[list[frozenset[str]], frozenset[str]]] = {}
        self._wide_words = tuple(_widely(side.weights) for side in self._sides)
        self._indicators: dict[tuple[int, int], frozenset[str]] = {}

    def _names_of(self, side: int) -> tuple[list[frozenset[str]], frozenset[str]]:
        """Return the names of each text of a side, and those that stand in many of them."""
        if side not in self._names:
            tails = self._lexicon.name_tails
            held = [
                frozenset().union(
                    *(_names_in(s, tails, self._lexicon.common) for s in split_sentences(body))
                )
                for body in self._sides[side].bodies
            ]
            self._names[side] = (held, _widely(held))
        return self._names[side]

    def _indicators_in(self, side: int, index: int) -> frozenset[str]:
        key = (side, index)
        if key not in self._indicators:
            found = self._lexicon.indicators_in(self._sides[side].bodies[index])
            self._indicators[key] = found
        return self._indicators[key]

    def __call__(self, earlier: int, later: int) -> Shared:
        """Return what an earlier and a later text share.

        Args:
            earlier: Number of the earlier text.
            later: Number of the later text.
        """
        here, there = self._sides
        headings = here.headings[earlier], there.headings[later]
        stop = self._lexicon.stop_words
        others = set(words(headings[1]))
        heading = tuple(w for w in dict.fromkeys(words(headings[0])) if w in others - stop)
        (ours, wide), (theirs, wide_too) = self._names_of(0), self._names_of(1)
        weights = here.weights[earlier], there.weights[later]
        both = {
            word: weight * weights[1][word]
            for word, weight in weights[0].items()
            if word in weights[1]
        }
        measured = self._indicators_in(0, earlier) & self._indicators_in(1, later)
        indicators = sorted(measured, key=lambda name: (-_telling(name, both), name))
        known = wide | wide_too | self._lexicon.indicators.keys()
        measures = "".join(measured)
        names = [n for n in _longest((ours[earlier] & theirs[later]) - known) if n not in measures]
        names = sorted(names, key=lambda name: (-_telling(name, both), name))[:_N_NAMES]
        told = "".join((*heading, *names, *indicators[:_N_INDICATORS]))
        widely = self._wide_words[0] | self._wide_words[1]
        widely |= self._lexicon.everyday
        rest = (w for w in both if w not in told and w not in widely)
        ordered = sorted(rest, key=lambda word: (-both[word], word))
        return Shared(
            bare_heading(headings[0]) == bare_heading(headings[1]) != "",
            heading,
            tuple(names),
            tuple(indicators[:_N_INDICATORS]),
            tuple(ordered[:_N_WORDS]),
        )


def _widely(held: Sequence[Mapping[str, float] | frozenset[str]]) -> frozenset[str]:
    """Return what stands in too many of the texts to tell them apart."""
    holders: Counter[str] = Counter()
    for terms in held:
        holders.update(terms.keys() if isinstance(terms, Mapping) else terms)
    most = max(_FEW, _WIDELY * len(held))
    return frozenset(term for term, n in holders.items() if n > most)


def _longest(names: frozenset[str]) -> list[str]:
    """Return the names that are not inside another one."""
    return [n for n in names if not any(n != other and n in other for other in names)]


def _telling(name: str, both: Weights) -> float:
    """Return the weight of the words of a name, or 1 for a name that is no word."""
    inside: Callable[[str], bool] = name.__contains__
    return sum(weight for word, weight in both.items() if inside(word)) or 1.0
