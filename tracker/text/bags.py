"""Texts as bags of weighted words, and how close the bags are.

In go texts and counted words, out come matrices: one row for each earlier, one column for each
later text. Weighting: term frequency dampened by a logarithm times inverse document frequency
(Spärck Jones 1972), cosine measure; topic vectors after Levy and Goldberg (2014).
"""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from tracker.text.lexicon import TextLexicon, Vocabulary
from tracker.text.tokens import split_sentences, words

Matrix = NDArray[np.float32]
Counts = Mapping[str, int]
Weights = Mapping[str, float]

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_CACHED_SENTENCES = 16384
_DAMPED = (0.0, *(1 + log(n) for n in range(1, 64)))
"""Weight of a term that stands n times in a text, looked up because it is needed so often."""


@lru_cache(maxsize=_CACHED_SENTENCES)
def word_counts(sentence: str) -> Counts:
    """Return how often each word stands in a sentence."""
    return Counter(words(sentence))


@lru_cache(maxsize=_CACHED_SENTENCES)
def phrase_counts(sentence: str) -> Counts:
    """Return how often each two neighbouring Chinese characters stand in a sentence."""
    runs = _HAN.findall(sentence)
    return Counter(run[i : i + 2] for run in runs for i in range(len(run) - 1))


def count(text: str, counter: Callable[[str], Counts]) -> Counter[str]:
    """Return the counts of all sentences of a text together."""
    total: Counter[str] = Counter()
    for sentence in split_sentences(text):
        for term, n in counter(sentence).items():
            total[term] += n
    return total


def local_rarity(counts: Sequence[Counts]) -> dict[str, float]:
    """Return how rare each term is among these texts (inverse document frequency)."""
    holders: Counter[str] = Counter()
    for held in counts:
        holders.update(held.keys())
    n = len(counts)
    return {term: log((n + 1) / (held + 0.5)) for term, held in holders.items()}


class Rarity:
    """How rare a word is in reports at large; words that are not counted are the rarest."""

    def __init__(self, lexicon: TextLexicon) -> None:
        self._pieces = lexicon.vocabulary.pieces
        self._words = lexicon.vocabulary.words
        rarest = min((f for f, _ in self._words.values()), default=1)
        self._unknown = log(max(2, self._pieces) / rarest)
        self._stop = lexicon.stop_words

    def __call__(self, word: str) -> float:
        """Return the logarithm of how rare a word is, 0 for one that never tells a topic."""
        if word in self._stop:
            return 0.0
        known = self._words.get(word)
        return log(self._pieces / known[0]) if known else self._unknown


def weigh(counts: Iterable[Counts], rarity: Weights) -> list[dict[str, float]]:
    """Return the weight of each term in each text; terms without rarity are left out."""
    return [
        {
            term: (_DAMPED[n] if n < len(_DAMPED) else 1 + log(n)) * rarity[term]
            for term, n in held.items()
            if rarity.get(term, 0.0) > 0
        }
        for held in counts
    ]


def unit(matrix: Matrix) -> Matrix:
    """Return the rows with length 1 (rows of zeros stay)."""
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    found: Matrix = (matrix / np.maximum(length, 1e-9)).astype(np.float32)
    return found


def dots(earlier: Matrix, later: Matrix) -> Matrix:
    """Return the product of every earlier with every later row.

    ``einsum`` instead of ``@``: matrices are small, and it starts no threads, which may wait for
    each other when the machine is busy.
    """
    found: Matrix = np.einsum("ik,jk->ij", earlier, later)
    return found


def shared_columns(weights: Sequence[Weights], n_earlier: int) -> Matrix:
    """Return bags as rows of length 1, with columns for the terms that both sides know.

    Terms of one side alone count for the length only.
    """
    here = {term for bag in weights[:n_earlier] for term in bag}
    there = {term for bag in weights[n_earlier:] for term in bag}
    columns = {term: column for column, term in enumerate(sorted(here & there))}
    matrix: Matrix = np.zeros((len(weights), max(1, len(columns))), dtype=np.float32)
    for row, bag in enumerate(weights):
        shared = [term for term in bag if term in columns]
        if shared:
            length = sqrt(sum(weight * weight for weight in bag.values()))
            matrix[row, [columns[term] for term in shared]] = [bag[t] / length for t in shared]
    return matrix


def cosines(weights: Sequence[Weights], n_earlier: int) -> Matrix:
    """Return the cosine of every earlier with every later bag of weighted terms."""
    rows = shared_columns(weights, n_earlier)
    return dots(rows[:n_earlier], rows[n_earlier:])


def directions(weights: Sequence[Weights], vocabulary: Vocabulary) -> Matrix:
    """Return the direction of each bag of words in the space of topics."""
    known = sorted({word for bag in weights for word in bag if word in vocabulary.words})
    if not known:
        return np.zeros((len(weights), 1), dtype=np.float32)
    raw = b"".join(b64decode(vocabulary.words[word][1]) for word in known)
    vectors = np.frombuffer(raw, dtype=np.int8).reshape(len(known), -1).astype(np.float32)
    of_words = unit(vectors)
    row_of = {word: row for row, word in enumerate(known)}
    sums: Matrix = np.zeros((len(weights), of_words.shape[1]), dtype=np.float32)
    for row, bag in enumerate(weights):
        spoken = [word for word in bag if word in row_of]
        share = np.array([bag[word] for word in spoken], dtype=np.float32)
        sums[row] = np.einsum("i,ij->j", share, of_words[[row_of[word] for word in spoken]])
    return unit(sums)


def centred(found: Matrix, centre: Matrix) -> Matrix:
    """Return directions once what all texts have in common is taken out."""
    if found.shape[1] != centre.shape[0]:
        return np.zeros((found.shape[0], 1), dtype=np.float32)
    spoken = np.abs(found).sum(axis=1, keepdims=True) > 0
    return unit(np.where(spoken, found - centre, 0.0).astype(np.float32))
