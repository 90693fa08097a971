"""How near in topic clauses are to a promise, though they may share no words with it.

In go the folded texts of clauses, out comes a number for each: the cosine between the directions
of their words and those of the promise, in a space of topics learnt from many reports, so that
加强农业面源污染治理 and 推动化肥农药减量增效 agree. It says where to look, never what became of
a promise. Words are those of the vocabulary, the longest first, so that nothing has to be
segmented.
"""

from collections import Counter
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.text.bags import Counts, Matrix, Rarity, centred, directions, dots, weigh
from tracker.text.lexicon import TextLexicon


class Nearness:
    """Directions of clauses, worked out when first asked for.

    Args:
        texts: Folded texts of the clauses.
        lexicon: Rarity and topics of words.
    """

    def __init__(self, texts: tuple[str, ...], lexicon: TextLexicon) -> None:
        self._texts = texts
        self._lexicon = lexicon
        self._rarity = Rarity(lexicon)
        known = lexicon.vocabulary.words
        self._lengths = sorted({len(word) for word in known}, reverse=True)

    def to(self, text: str) -> NDArray[np.float32]:
        """Return how near each clause is to a folded text, -1 to 1; 0 where no word is known."""
        clauses, centre = self._directions
        asked = centred(self._turned((text,)), centre)
        if asked.shape[1] != clauses.shape[1]:
            return np.zeros(len(self._texts), dtype=np.float32)
        found: NDArray[np.float32] = dots(clauses, asked)[:, 0]
        return found

    @cached_property
    def _directions(self) -> tuple[Matrix, Matrix]:
        """Directions of the clauses without what all have in common, and what that is."""
        found = self._turned(self._texts)
        centre: Matrix = found.mean(axis=0) if self._texts else np.zeros(1, dtype=np.float32)
        return centred(found, centre), centre

    def _turned(self, texts: tuple[str, ...]) -> Matrix:
        counts = [self._words(text) for text in texts]
        rarity = {word: self._rarity(word) for held in counts for word in held}
        return directions(weigh(counts, rarity), self._lexicon.vocabulary)

    def _words(self, text: str) -> Counts:
        known = self._lexicon.vocabulary.words
        found: Counter[str] = Counter()
        at = 0
        while at < len(text):
            ahead = (text[at : at + n] for n in self._lengths)
            word = next((piece for piece in ahead if piece in known), "")
            if word:
                found[word] += 1
            at += len(word) or 1
        return found
