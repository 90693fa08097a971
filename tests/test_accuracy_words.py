"""Counting words over reports, as ``resources/text_words.json`` is made."""

import json

import numpy as np

from tests.accuracy.words import association, axes, count_words, frequent, pieces_of
from tests.builders import SEEDS

PIECES = [(0, 2, 4), (1, 2, 4), (0, 2), (1, 2), (3, 5, 6), (3, 5), (5, 6), (3, 6), (4,), (6,)]
"""Words 0 and 1 never stand together but beside the same words; 3 stands elsewhere."""


def test_words_in_like_company_point_the_same_way() -> None:
    """外贸 and 进出口 agree though no sentence needs both."""
    counts = frequent(PIECES, 7)
    rows = dict(zip(counts, axes(association(PIECES, counts), 4), strict=True))

    def cosine(one: int, other: int) -> float:
        a, b = rows[one], rows[other]
        return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b)))

    assert cosine(0, 1) > 0.9
    assert abs(cosine(0, 3)) < 0.3


def test_pieces_are_whole_sentences_of_one_paragraph() -> None:
    """A heading is no piece, and no piece reaches over two paragraphs."""
    sentence = "推动规划落地见效，完善配套设施，优化公共服务，群众满意度不断提高。"
    found = list(pieces_of(f"一、工作回顾\n{sentence * 9}\n{sentence * 2}"))
    assert found == [sentence * 4, sentence * 4, sentence * 2]


def test_counts_of_the_samples_are_a_vocabulary() -> None:
    """What is written is what ``tracker.text`` reads, the same in every run."""
    files = sorted(SEEDS.glob("*.txt"))[:2]
    text = count_words(files, n_words=200, n_axes=8)
    found = json.loads(text)
    assert list(found) == ["source", "pieces", "words"]
    assert len(found["words"]) == 200
    assert all(0 < held <= found["pieces"] for held, _ in found["words"].values())
    assert text == count_words(files, n_words=200, n_axes=8)
