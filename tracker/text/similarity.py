"""The one place that says how alike two texts are (相似度).

In go headed texts of two reports, out come scores with named parts and the words that both
sides share. It compares every text of one side with every text of the other:

- ``body``: words, weighted by how rare they are in these two reports and in reports at large;
- ``phrases``: pairs of neighbouring characters, which catch names that no dictionary holds;
- ``topic``: the direction of the words in a space learnt from many reports, so that 外贸 and
  进出口 agree though they share no character;
- ``heading`` and ``heading_topic``: the same for the headings alone;
- ``names``: quoted names and figures with their unit.

Weighting: term frequency dampened by a logarithm times inverse document frequency (Spärck Jones
1972), cosine measure; topic vectors after Levy and Goldberg (2014).
"""

import re
from base64 import b64decode
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log, sqrt

import numpy as np
from numpy.typing import NDArray

from tracker.message import Message
from tracker.model.score import Score, ScorePart
from tracker.text.lexicon import TextLexicon, Vocabulary
from tracker.text.tokens import names, split_sentences, words

Matrix = NDArray[np.float32]

WEIGHTS: Mapping[str, float] = {
    "body": 1.0,
    "phrases": 1.0,
    "topic": 0.3,
    "heading": 0.2,
    "heading_topic": 0.1,
    "names": 0.1,
}
"""How much each part counts; chosen on two aligned pairs of reports (see align/sections.py)."""

_HAN = re.compile(r"[\u4e00-\u9fff]{2,}")
_N_SHARED_WORDS = 6


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
        shared: Weight of each word in each earlier and later text, for the reasons.
    """

    values: Matrix
    parts: Mapping[str, Matrix]
    shared: tuple[tuple[Mapping[str, float], ...], tuple[Mapping[str, float], ...]]

    def shared_words(self, earlier: int, later: int) -> tuple[str, ...]:
        """Return the words that two texts share, most telling first."""
        a, b = self.shared[0][earlier], self.shared[1][later]
        both = sorted((-weight * b[word], word) for word, weight in a.items() if word in b)
        return tuple(word for _, word in both[:_N_SHARED_WORDS])

    def score(self, earlier: int, later: int, value: float) -> Score:
        """Return the score of a pair with its parts and a reason.

        Args:
            earlier: Row.
            later: Column.
            value: Final value, which may weigh more than the texts (such as the place).
        """
        found = self.shared_words(earlier, later)
        parts = tuple(
            ScorePart(
                name,
                round(float(min(1.0, max(0.0, matrix[earlier, later]))), 4),
                found if name == "body" else (),
            )
            for name, matrix in self.parts.items()
        )
        return Score(round(min(1.0, max(0.0, value)), 4), parts, _reason(parts, found))


def _reason(parts: tuple[ScorePart, ...], shared: tuple[str, ...]) -> Message:
    by_name = {part.name: part.value for part in parts}
    heading = by_name.get("heading", 0.0)
    if not shared:
        return Message("用词不同，但所谈主题相近", "different words, but the topic is close")
    zh, en = "、".join(shared), ", ".join(shared)
    if heading >= 0.5:
        return Message(f"标题相近，共同用词：{zh}", f"similar headings, shared words: {en}")
    return Message(f"共同用词：{zh}", f"shared words: {en}")


_CACHED_SENTENCES = 16384


@lru_cache(maxsize=_CACHED_SENTENCES)
def _word_counts(sentence: str) -> Mapping[str, int]:
    return Counter(words(sentence))


@lru_cache(maxsize=_CACHED_SENTENCES)
def _phrase_counts(sentence: str) -> Mapping[str, int]:
    runs = _HAN.findall(sentence)
    return Counter(run[i : i + 2] for run in runs for i in range(len(run) - 1))


@lru_cache(maxsize=_CACHED_SENTENCES)
def _name_counts(sentence: str) -> Mapping[str, int]:
    return Counter(names(sentence))


def _count(text: str, counter: Callable[[str], Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for sentence in split_sentences(text):
        for term, n in counter(sentence).items():
            total[term] += n
    return total


def _local_rarity(counts: Sequence[Counter[str]]) -> dict[str, float]:
    """Return how rare each term is among these texts (inverse document frequency)."""
    holders: Counter[str] = Counter()
    for count in counts:
        holders.update(count.keys())
    n = len(counts)
    return {term: log((n + 1) / (held + 0.5)) for term, held in holders.items()}


class _Rarity:
    """How rare a word is in reports at large; words that are not counted are the rarest."""

    def __init__(self, lexicon: TextLexicon) -> None:
        self._pieces = lexicon.vocabulary.pieces
        self._words = lexicon.vocabulary.words
        rarest = min((f for f, _ in self._words.values()), default=1)
        self._unknown = log(max(2, self._pieces) / rarest)
        self._stop = lexicon.stop_words

    def __call__(self, word: str) -> float:
        if word in self._stop:
            return 0.0
        known = self._words.get(word)
        return log(self._pieces / known[0]) if known else self._unknown


_DAMPED = (0.0, *(1 + log(n) for n in range(1, 64)))
"""Weight of a term that stands n times in a text, looked up because it is needed so often."""


def _weigh(counts: Iterable[Counter[str]], rarity: Mapping[str, float]) -> list[dict[str, float]]:
    return [
        {
            term: (_DAMPED[n] if n < len(_DAMPED) else 1 + log(n)) * rarity[term]
            for term, n in count.items()
            if rarity.get(term, 0.0) > 0
        }
        for count in counts
    ]


def _unit(matrix: Matrix) -> Matrix:
    length = np.linalg.norm(matrix, axis=1, keepdims=True)
    unit: Matrix = (matrix / np.maximum(length, 1e-9)).astype(np.float32)
    return unit


def _dots(earlier: Matrix, later: Matrix) -> Matrix:
    """Return the product of every earlier with every later row.

    ``einsum`` instead of ``@``: matrices are small, and it starts no threads, which may wait for
    each other when the machine is busy.
    """
    found: Matrix = np.einsum("ik,jk->ij", earlier, later)
    return found


def _cosines(weights: Sequence[Mapping[str, float]], n_earlier: int) -> Matrix:
    """Return the cosine of every earlier with every later bag of weighted terms."""
    here = {term for bag in weights[:n_earlier] for term in bag}
    there = {term for bag in weights[n_earlier:] for term in bag}
    columns = {term: column for column, term in enumerate(sorted(here & there))}
    matrix: Matrix = np.zeros((len(weights), max(1, len(columns))), dtype=np.float32)
    for row, bag in enumerate(weights):
        shared = [term for term in bag if term in columns]
        if shared:  # terms of one side alone count for the length only
            length = sqrt(sum(weight * weight for weight in bag.values()))
            matrix[row, [columns[term] for term in shared]] = [bag[t] / length for t in shared]
    return _dots(matrix[:n_earlier], matrix[n_earlier:])


def _directions(weights: Sequence[Mapping[str, float]], vocabulary: Vocabulary) -> Matrix:
    """Return the direction of each bag of words in the space of topics."""
    known = sorted({word for bag in weights for word in bag if word in vocabulary.words})
    if not known:
        return np.zeros((len(weights), 1), dtype=np.float32)
    raw = b"".join(b64decode(vocabulary.words[word][1]) for word in known)
    vectors = np.frombuffer(raw, dtype=np.int8).reshape(len(known), -1).astype(np.float32)
    unit = _unit(vectors)
    row_of = {word: row for row, word in enumerate(known)}
    sums: Matrix = np.zeros((len(weights), unit.shape[1]), dtype=np.float32)
    for row, bag in enumerate(weights):
        spoken = [word for word in bag if word in row_of]
        share = np.array([bag[word] for word in spoken], dtype=np.float32)
        sums[row] = np.einsum("i,ij->j", share, unit[[row_of[word] for word in spoken]])
    return _unit(sums)


def _topics(
    weights: Sequence[Mapping[str, float]], centre: Matrix, vocabulary: Vocabulary, n_earlier: int
) -> Matrix:
    """Return how close the topics are, once what all texts have in common is taken out."""
    found = _directions(weights, vocabulary)
    if found.shape[1] != centre.shape[0]:
        return np.zeros((n_earlier, len(weights) - n_earlier), dtype=np.float32)
    spoken = np.abs(found).sum(axis=1, keepdims=True) > 0
    centred = _unit(np.where(spoken, found - centre, 0.0).astype(np.float32))
    return _dots(centred[:n_earlier], centred[n_earlier:])


def compare_texts(
    earlier: Sequence[HeadedText], later: Sequence[HeadedText], lexicon: TextLexicon
) -> Similarities:
    """Compare every earlier text with every later one.

    Args:
        earlier: Texts of the earlier report.
        later: Texts of the later report.
        lexicon: Rarity and topics of words.
    """
    texts, n_earlier = [*earlier, *later], len(earlier)
    rarity = _Rarity(lexicon)
    bodies = [_count(text.body, _word_counts) for text in texts]
    headings = [_count(text.heading, _word_counts) for text in texts]
    phrases = [_count(text.body, _phrase_counts) for text in texts]
    named = [_count(text.body, _name_counts) for text in texts]

    local = _local_rarity(bodies)
    general = {word: rarity(word) for count in (*bodies, *headings) for word in count}
    body_weights = _weigh(bodies, {word: local[word] * general[word] for word in local})
    general_weights = _weigh(bodies, general)
    heading_weights = _weigh(headings, general)

    directions = _directions(general_weights, lexicon.vocabulary)
    centre: Matrix = directions.mean(axis=0) if texts else np.zeros(1, dtype=np.float32)
    parts = {
        "body": _cosines(body_weights, n_earlier),
        "phrases": _cosines(_weigh(phrases, _local_rarity(phrases)), n_earlier),
        "topic": _topics(general_weights, centre, lexicon.vocabulary, n_earlier),
        "heading": _cosines(heading_weights, n_earlier),
        "heading_topic": _topics(heading_weights, centre, lexicon.vocabulary, n_earlier),
        "names": _cosines(_weigh(named, _local_rarity(named)), n_earlier),
    }
    total = sum(WEIGHTS.values())
    values: Matrix = np.zeros((n_earlier, len(later)), dtype=np.float32)
    for name, matrix in parts.items():
        values += WEIGHTS[name] / total * matrix
    shared = (tuple(body_weights[:n_earlier]), tuple(body_weights[n_earlier:]))
    return Similarities(values, parts, shared)
