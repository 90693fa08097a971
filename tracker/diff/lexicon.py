"""Word lists of the diff: words in an order, and boilerplate."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from tracker.model.change import Ladder


@dataclass(frozen=True)
class DiffLexicon:
    """What the diff knows of words beforehand.

    Attributes:
        ladders: For each ladder its rungs from the lowest to the highest, each with its words; a
            rung without words stands for a text that has none of them.
        boilerplate: Clauses that stand in most reports, without punctuation.
    """

    ladders: Mapping[Ladder, tuple[tuple[str, ...], ...]]
    boilerplate: frozenset[str]

    @cached_property
    def rungs(self) -> Mapping[Ladder, tuple[tuple[str, int], ...]]:
        """For each ladder its words with their rung, the longest first.

        A word that is made of a shorter one stands no higher than that: 全面完成 as high as 完成.
        """
        found = {}
        for ladder, steps in self.ladders.items():
            known = {word: rung for rung, words in enumerate(steps) for word in words}
            rungs = {word: _rung(word, own, known) for word, own in known.items()}
            found[ladder] = tuple(sorted(rungs.items(), key=lambda one: (-len(one[0]), one[0])))
        return found

    def bare_rung(self, ladder: Ladder) -> int | None:
        """Return the rung of a text without any word of a ladder, None where it has none."""
        return next((n for n, words in enumerate(self.ladders[ladder]) if not words), None)


def _rung(word: str, own: int, known: Mapping[str, int]) -> int:
    return max((rung for part, rung in known.items() if part in word and part != word), default=own)
