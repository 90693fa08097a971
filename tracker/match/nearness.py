"""How near in topic clauses are to a promise, though they may share no words with it.

In go the folded texts of clauses, out comes a number for each: the cosine between the directions
of their words and those of the promise, in a space of topics learnt from many reports, so that
加强农业面源污染治理 and 推动化肥农药减量增效 agree. It says where to look, never what became of
a promise. Words are those of the vocabulary, the longest first, so that nothing has to be
segmented.
"""

from base64 import b64decode
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, islice
from math import log

import numpy as np
from numpy.typing import NDArray

from tracker.text.bags import Matrix, Rarity, centred, dots, unit
from tracker.text.lexicon import TextLexicon

Vector = NDArray[np.float32]


class Nearness:
    """Directions of clauses, worked out when first asked for.

    Args:
        texts: Folded texts of the clauses.
        lexicon: Rarity and topics of words.
    """

    def __init__(self, texts: tuple[str, ...], lexicon: TextLexicon) -> None:
        self._texts = texts
        self._vocabulary = lexicon.vocabulary
        self._rarity = Rarity(lexicon)
        known = lexicon.vocabulary.words
        self._n_axes = max((len(b64decode(v)) for _, v in islice(known.values(), 1)), default=1)
        self._rows: dict[str, int] = {}
        self._weights: list[float] = []
        self._words: Matrix = np.zeros((0, self._n_axes), dtype=np.float32)
        self._asked: dict[str, Matrix] = {}

    def expect(self, texts: Iterable[str]) -> None:
        """Read texts that will be asked for all at once, which takes a third of the time."""
        new = tuple(dict.fromkeys(texts))
        _, centre = self._directions
        found = centred(self._turned(new), centre)
        self._asked.update((text, found[row : row + 1]) for row, text in enumerate(new))

    def to(self, text: str) -> Vector:
        """Return how near each clause is to a folded text, -1 to 1; 0 where no word is known."""
        if text not in self._asked:
            self.expect((text,))
        clauses, asked = self._directions[0], self._asked[text]
        if asked.shape[1] != clauses.shape[1]:
            return np.zeros(len(self._texts), dtype=np.float32)
        found: Vector = dots(clauses, asked)[:, 0]
        return found

    @cached_property
    def _directions(self) -> tuple[Matrix, Vector]:
        """Directions of the clauses without what all have in common, and what that is."""
        found = self._turned(self._texts)
        centre: Vector = found.mean(axis=0) if self._texts else np.zeros(1, dtype=np.float32)
        return centred(found, centre), centre

    def _turned(self, texts: tuple[str, ...]) -> Matrix:
        """Return the direction of each text: the weighted sum of those of its words."""
        sums: Matrix = np.zeros((len(texts), self._n_axes), dtype=np.float32)
        bags = [self._vocabulary.words_of(text) for text in texts]
        self._read(dict.fromkeys(chain.from_iterable(bags)))
        # The first words of all texts in one go, then all second ones: fewer steps than by text.
        nth: list[tuple[list[int], list[int], list[float]]] = []
        for at, bag in enumerate(bags):
            counts: dict[str, int] = {}
            for word in bag:
                counts[word] = counts.get(word, 0) + 1
            while len(nth) < len(counts):
                nth.append(([], [], []))
            for (word, n), (places, rows, weights) in zip(counts.items(), nth, strict=False):
                row = self._rows[word]
                places.append(at)
                rows.append(row)
                weights.append(self._weights[row] if n == 1 else (1 + log(n)) * self._weights[row])
        for places, rows, weights in nth:
            shares = np.array(weights, dtype=np.float32)[:, np.newaxis]
            sums[places] += shares * self._words[rows]
        return unit(sums)

    def _read(self, words: Iterable[str]) -> None:
        """Keep the rarity of words and their direction, read in one go."""
        new = [word for word in words if word not in self._rows]
        if not new:
            return
        known = self._vocabulary.words
        raw = np.frombuffer(b"".join(b64decode(known[word][1]) for word in new), dtype=np.int8)
        found = unit(raw.reshape(len(new), -1).astype(np.float32))
        self._rows.update((word, row) for row, word in enumerate(new, len(self._rows)))
        self._weights.extend(map(self._rarity, new))
        self._words = np.concatenate((self._words, found))
