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
from itertools import islice
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
        self._vectors: dict[str, tuple[float, Vector, Vector]] = {}
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
        bags = [self._bag(text) for text in texts]
        self._read({word for bag in bags for word in bag if word not in self._vectors})
        sums: Matrix = np.zeros((len(texts), self._n_axes), dtype=np.float32)
        for row, bag in enumerate(bags):
            total = sums[row]
            for word, n in bag.items():
                weight, direction, once = self._vectors[word]
                total += once if n == 1 else (1 + log(n)) * weight * direction
        return unit(sums)

    def _bag(self, text: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for word in self._vocabulary.words_in(text):
            found[word] = found.get(word, 0) + 1
        return found

    def _read(self, words: set[str]) -> None:
        """Keep the rarity of words and their direction, bare and weighted, read in one go."""
        if not words:
            return
        known = self._vocabulary.words
        raw = np.frombuffer(b"".join(b64decode(known[word][1]) for word in words), dtype=np.int8)
        found = unit(raw.reshape(len(words), -1).astype(np.float32))
        for word, direction in zip(words, found, strict=True):
            weight = self._rarity(word)
            self._vectors[word] = weight, direction, weight * direction
