"""The one place that says how alike two texts are (相似度).

In go headed texts of two reports, out come values with named parts and what both sides share. It
compares every text of one side with every text of the other:

- ``phrases``: pairs of neighbouring characters, which catch names that no dictionary holds;
- ``sentences``: how much of each text the other takes up, sentence by sentence (``coverage``);
- ``topic``: the direction of the words in a space learnt from many reports, so that 外贸 and
  进出口 agree though they share no character;
- ``heading`` and ``heading_topic``: common words and topic of the headings alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tracker.model.score import ScorePart
from tracker.text.bags import (
    Matrix,
    Rarity,
    Weights,
    centred,
    cosines,
    count,
    directions,
    dots,
    local_rarity,
    phrase_counts,
    weigh,
    word_counts,
)
from tracker.text.coverage import taken_up
from tracker.text.lexicon import TextLexicon
from tracker.text.shared import Shared, SharedFinder, Side

WEIGHTS: Mapping[str, float] = {
    "phrases": 1.0,
    "sentences": 0.3,
    "topic": 0.15,
    "heading": 0.1,
    "heading_topic": 0.05,
}
"""How much each part counts; what else was tried is told in ARCHITECTURE.md."""


@dataclass(frozen=True, slots=True)
class HeadedText:
    """A text to compare: its heading and everything under it."""

    heading: str
    body: str


@dataclass(frozen=True)
class Similarities:
    """How alike every earlier text is to every later one.

    Attributes:
        values: Weighted mean of the parts, one row for each earlier text, 0 to 1.
        parts: The same for each part by its name.
        taken_up: Share of each earlier text that each later one takes up.
        had: Share of each later text that stood in each earlier one.
        sides: Texts and the weight of each word in them.
        lexicon: Names and indicators that both may share.
    """

    values: Matrix
    parts: Mapping[str, Matrix]
    taken_up: Matrix
    had: Matrix
    sides: tuple[Side, Side]
    lexicon: TextLexicon

    @cached_property
    def _finder(self) -> SharedFinder:
        return SharedFinder(*self.sides, self.lexicon)

    def among_first(self, n_later: int) -> "Similarities":
        """Return the same for the first later texts only."""
        here, there = self.sides
        later = Side(there.headings[:n_later], there.bodies[:n_later], there.weights[:n_later])
        return Similarities(
            self.values[:, :n_later],
            {name: matrix[:, :n_later] for name, matrix in self.parts.items()},
            self.taken_up[:, :n_later],
            self.had[:, :n_later],
            (here, later),
            self.lexicon,
        )

    def shared(self, earlier: int, later: int) -> Shared:
        """Return what an earlier and a later text share, by their numbers."""
        return self._finder(earlier, later)

    def score_parts(self, earlier: int, later: int, shared: Shared) -> tuple[ScorePart, ...]:
        """Return the parts of a value, each from 0 to 1, with what both texts share.

        Args:
            earlier: Row.
            later: Column.
            shared: What the two share; it is told with the part that it speaks for.
        """
        told = {"heading": shared.heading, "sentences": (*shared.names, *shared.words)}
        return tuple(
            ScorePart(
                name,
                round(float(min(1.0, max(0.0, matrix[earlier, later]))), 4),
                told.get(name, ()),
            )
            for name, matrix in self.parts.items()
        )


def _topics(weights: Sequence[Weights], centre: Matrix, lexicon: TextLexicon, n: int) -> Matrix:
    """Return how close the topics are, once what all texts have in common is taken out."""
    found = centred(directions(weights, lexicon.vocabulary), centre)
    return dots(found[:n], found[n:])


def compare_texts(
    earlier: Sequence[HeadedText], later: Sequence[HeadedText], lexicon: TextLexicon
) -> Similarities:
    """Compare every earlier text with every later one.

    Args:
        earlier: Texts of the earlier report.
        later: Texts of the later report.
        lexicon: Rarity and topics of words.
    """
    texts, n = [*earlier, *later], len(earlier)
    rarity = Rarity(lexicon)
    bodies = [count(text.body, word_counts) for text in texts]
    headings = [count(text.heading, word_counts) for text in texts]
    phrases = [count(text.body, phrase_counts) for text in texts]

    general = {word: rarity(word) for held in (*bodies, *headings) for word in held}
    here = {word: rare * general[word] for word, rare in local_rarity(bodies).items()}
    spoken = weigh(bodies, general)
    headed = weigh(headings, general)
    of_texts = directions(spoken, lexicon.vocabulary)
    centre: Matrix = of_texts.mean(axis=0) if texts else np.zeros(1, dtype=np.float32)
    taken, had = taken_up(
        [t.body for t in earlier], [t.body for t in later], (here, general), lexicon.vocabulary
    )
    turned = centred(of_texts, centre)
    parts = {
        "phrases": cosines(weigh(phrases, local_rarity(phrases)), n),
        "sentences": np.sqrt(taken * had),
        "topic": dots(turned[:n], turned[n:]),
        "heading": cosines(headed, n),
        "heading_topic": _topics(headed, centre, lexicon, n),
    }
    total = sum(WEIGHTS.values())
    values: Matrix = np.zeros((n, len(later)), dtype=np.float32)
    for name, matrix in parts.items():
        values += WEIGHTS[name] / total * matrix
    weights = weigh(bodies, here)
    sides = (
        Side([t.heading for t in earlier], [t.body for t in earlier], weights[:n]),
        Side([t.heading for t in later], [t.body for t in later], weights[n:]),
    )
    return Similarities(values, parts, taken, had, sides, lexicon)
