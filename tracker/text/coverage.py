"""How much of a text another one takes up, sentence by sentence (句子覆盖).

In go the texts of two sides, out come two matrices: which share of each earlier text the later
one takes up, and which share of each later text had its say in the earlier one. A sentence is
taken up as far as the sentence most like it on the other side is like it; sentences count by what
they say (the weight of their words), so that 加快推进各项工作。 hardly counts. A section of ten
sentences that swallowed one of three is then no longer hidden by its length.
"""

from collections.abc import Sequence

import numpy as np

from tracker.text.bags import (
    Matrix,
    Weights,
    centred,
    directions,
    dots,
    shared_columns,
    weigh,
    word_counts,
)
from tracker.text.lexicon import Vocabulary
from tracker.text.tokens import split_sentences

_SHORTEST = 7
"""Characters of a sentence that says something."""
_WORDS, _TOPIC = 0.7, 0.3
"""How much common words and a common topic make two sentences alike."""


def _sentences(text: str) -> list[str]:
    return [s for s in split_sentences(text) if len(s) >= _SHORTEST] or [text]


def _shares(
    texts: Sequence[Sequence[str]], others: Sequence[Sequence[str]], alike: Matrix, weight: Matrix
) -> Matrix:
    """Return which share of each text every other text takes up.

    Args:
        texts: Numbers of the sentences of each text (rows of ``alike``), as text keys.
        others: The same for the other side (columns of ``alike``).
        alike: How alike every two sentences are.
        weight: What each sentence of the first side says.
    """
    row_of = {s: i for i, s in enumerate(dict.fromkeys(s for text in texts for s in text))}
    column_of = {s: i for i, s in enumerate(dict.fromkeys(s for text in others for s in text))}
    best: Matrix = np.zeros((alike.shape[0], len(others)), dtype=np.float32)
    for column, other in enumerate(others):
        best[:, column] = alike[:, [column_of[s] for s in other]].max(axis=1)
    held: Matrix = np.zeros((len(texts), alike.shape[0]), dtype=np.float32)
    for row, text in enumerate(texts):
        numbers = [row_of[s] for s in text]
        held[row, numbers] = weight[numbers]
    held /= np.maximum(held.sum(axis=1, keepdims=True), 1e-9)
    found: Matrix = np.clip(np.einsum("ik,kj->ij", held, best), 0.0, 1.0)
    return found


def taken_up(
    earlier: Sequence[str],
    later: Sequence[str],
    rarity: tuple[Weights, Weights],
    vocabulary: Vocabulary,
) -> tuple[Matrix, Matrix]:
    """Return which share of each earlier text each later one takes up, and the other way round.

    Args:
        earlier: Texts of the earlier report.
        later: Texts of the later report.
        rarity: How rare each word is in these reports, and in reports at large.
        vocabulary: Topics of words.
    """
    if not earlier or not later:
        nothing: Matrix = np.zeros((len(earlier), len(later)), dtype=np.float32)
        return nothing, nothing
    here = [_sentences(text) for text in earlier]
    there = [_sentences(text) for text in later]
    first = list(dict.fromkeys(s for text in here for s in text))
    second = list(dict.fromkeys(s for text in there for s in text))
    n = len(first)
    counts = [word_counts(s) for s in (*first, *second)]
    bags = weigh(counts, rarity[0])
    weight: Matrix = np.array([sum(bag.values()) for bag in bags], dtype=np.float32)
    topics = directions(weigh(counts, rarity[1]), vocabulary)
    turned = centred(topics, topics.mean(axis=0))
    rows = np.hstack((np.sqrt(_WORDS) * shared_columns(bags, n), np.sqrt(_TOPIC) * turned))
    alike = dots(rows[:n].astype(np.float32), rows[n:].astype(np.float32))
    return (
        _shares(here, there, alike, weight[:n]),
        _shares(there, here, alike.T, weight[n:]).T,
    )
