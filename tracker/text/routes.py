"""Chinese text cut into words on the most likely way (最大概率路径), as jieba does, only sooner.

In goes a stretch of Chinese characters, out come its words. jieba lists all words of a stretch
first, looks each up once more and takes the logarithm of how frequent it is each time; here a
stretch is gone through once, from its end, and a logarithm is taken once for each number. The sums
are the same to the last bit, so the words are the same; characters that are no word together go to
jieba's own model of unknown words, as they do there.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from math import inf, log

_LAST = "\u9fd5"
"""The last character that jieba takes for Chinese; what has others is cut there."""

_REMEMBERED = 16384
"""Unknown words that are kept: they come again and again in a report and its neighbours."""


class Routes:
    """Ways through stretches, by how frequent words are.

    Args:
        frequencies: How frequent each word is; 0 for what words begin with.
        total: How frequent all are together.
        unknown: Cuts characters that are no words together.
    """

    def __init__(
        self,
        frequencies: Mapping[str, int],
        total: int,
        unknown: Callable[[str], Iterable[str]],
    ) -> None:
        self._frequencies = frequencies
        self._total = log(total)
        self._logs: dict[int, float] = {}
        self._unknown = lru_cache(_REMEMBERED)(lambda characters: tuple(unknown(characters)))

    @staticmethod
    def may_cut(stretch: str) -> bool:
        """Tell whether all characters are such as jieba takes for Chinese."""
        return max(stretch) <= _LAST

    def cut(self, stretch: str) -> list[str]:
        """Return the words of a stretch of Chinese characters."""
        found: list[str] = []
        ends, at, single = self._ends(stretch), 0, 0
        while at < len(stretch):
            end = ends[at]
            if end - at > 1:
                if single < at:
                    found.extend(self._apart(stretch[single:at]))
                found.append(stretch[at:end])
                single = end
            at = end
        if single < at:
            found.extend(self._apart(stretch[single:at]))
        return found

    def _apart(self, characters: str) -> Iterable[str]:
        """Return the words among characters that stand alone on the way."""
        if len(characters) == 1 or self._frequencies.get(characters):
            return characters
        return self._unknown(characters)

    def _ends(self, stretch: str) -> list[int]:
        """Return for each character where the word ends that begins there on the best way on."""
        frequency, logs, size = self._frequencies.get, self._logs, len(stretch)
        likely_from, ends = [0.0] * (size + 1), [0] * size
        for first in range(size - 1, -1, -1):
            best, last, end = -inf, first + 1, first + 1
            found = frequency(stretch[first])
            while found is not None:
                if found:
                    likely = logs.get(found)
                    if likely is None:
                        likely = logs[found] = log(found) - self._total
                    likely += likely_from[end]
                    if likely >= best:  # of equal ones the longest word
                        best, last = likely, end
                if end == size:
                    break
                end += 1
                found = frequency(stretch[first:end])
            if best == -inf:  # no word: the character stands for itself
                best = log(1) - self._total + likely_from[first + 1]
            likely_from[first], ends[first] = best, last
        return ends
