"""What is known of words beforehand, as values for the stages (常用词的罕见度与词义).

In comes what ``resources/text.toml`` and ``resources/text_words.json`` hold; out goes one frozen
value. ``加快推进`` stands in every section of every report and makes no two of them alike;
``外贸`` and ``进出口`` share no character and speak of the same thing.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tracker.text.alternatives import any_word

_COMMON = 0.004
"""Share of the pieces of all reports from which a word makes no name."""
_CACHED_CLAUSES = 16384
"""As many as some ten reports have; their words are the same whatever they are asked."""
_EVERYDAY = 0.03
"""Share from which a word says nothing of what two texts share."""


@dataclass(frozen=True)
class Vocabulary:
    """Words counted over many reports.

    Attributes:
        source: Where the counts come from.
        pieces: Number of pieces of text that were counted.
        words: For each word the number of pieces that hold it, and its direction in the space
            of topics: signed bytes in base64, of equal length for all words.
    """

    source: str
    pieces: int
    words: Mapping[str, tuple[int, str]] = field(repr=False)

    def held_by(self, share: float) -> frozenset[str]:
        """Return the words that at least such a share of the pieces holds (0 to 1)."""
        return frozenset(w for w, (held, _) in self.words.items() if held >= share * self.pieces)

    @cached_property
    def _shortest(self) -> int:
        return min(map(len, self.words), default=1)

    @cached_property
    def _by_start(self) -> Mapping[str, tuple[str, ...]]:
        """The words by as many first characters as the shortest has, the longest first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self.words, key=len, reverse=True):
            found[word[: self._shortest]].append(word)
        return {start: tuple(words) for start, words in found.items()}

    @cached_property
    def words_of(self) -> Callable[[str], tuple[str, ...]]:
        """Returns the words of a text in order, at each place the longest."""
        return lru_cache(maxsize=_CACHED_CLAUSES)(lambda text: tuple(self._words_in(text)))

    def _words_in(self, text: str) -> Iterator[str]:
        size, by_start = self._shortest, self._by_start
        at, last = 0, len(text) - size
        while at <= last:
            for word in by_start.get(text[at : at + size], ()):
                if text.startswith(word, at):
                    yield word
                    at += len(word)
                    break
            else:
                at += 1


@dataclass(frozen=True)
class TextLexicon:
    """Word lists of the text layer.

    Attributes:
        stop_words: Words that never tell a topic (function words and the verbs of reports).
        vocabulary: Rarity and topic of frequent words.
        boilerplate: Clauses that stand in most reports, without punctuation.
        name_tails: Words that names of places and projects end in.
        indicators: Usual name of each indicator by every name it goes by.
    """

    stop_words: frozenset[str]
    vocabulary: Vocabulary
    boilerplate: frozenset[str] = frozenset()
    name_tails: frozenset[str] = frozenset()
    indicators: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def _indicator_names(self) -> re.Pattern[str]:
        """Any name of an indicator, the longest first."""
        return re.compile(any_word(self.indicators))

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that are everybody's and make no name."""
        return self.stop_words | self.vocabulary.held_by(_COMMON)

    @cached_property
    def everyday(self) -> frozenset[str]:
        """Words that say nothing of what two texts share (服务, 企业, 项目)."""
        return self.vocabulary.held_by(_EVERYDAY)

    def indicators_in(self, text: str) -> frozenset[str]:
        """Return the usual names of the indicators that a text names."""
        return frozenset(self.indicators[m.group()] for m in self._indicator_names.finditer(text))
