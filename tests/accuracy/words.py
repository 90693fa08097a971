"""Count words over many reports: makes ``resources/text_words.json`` anew.

``python -m tests.accuracy.words DIR`` reads every text below a folder of public reports and
writes how many pieces of text hold each frequent word, and the word's direction in the space of
topics. The folder is no part of the repository; the words of other reports, or of more of them,
do as well.

Topics: positive pointwise mutual information of two words within a piece, and the first axes of
its singular value decomposition (Levy and Goldberg 2014), which for a symmetric matrix are its
eigenvectors of largest absolute eigenvalue. They are found by repeated multiplication of a
random start (Halko, Martinsson and Tropp 2011), always the same one.
"""

import argparse
import base64
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tracker.errors import InputProblem
from tracker.ingest.files import read_source
from tracker.store.private import prepare_words
from tracker.text.tokens import split_sentences, words

TARGET = Path(__file__).parents[2] / "resources" / "text_words.json"
PIECE = 120
"""Characters of a piece: some three sentences, which mostly speak of one thing."""
_SHORTEST = 60
"""A heading or the rest of a paragraph says too little of which words stand together."""
N_WORDS = 6000
N_AXES = 64
_ROUNDS = 12
_SPARE_AXES = 32
_SPACE = re.compile(r"\s+")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")

Matrix = NDArray[np.float32]
Piece = tuple[int, ...]


def pieces_of(text: str) -> Iterator[str]:
    """Yield the pieces of a text: whole sentences of one paragraph, about 120 characters."""
    for line in text.split("\n"):
        piece = ""
        for sentence in split_sentences(_SPACE.sub("", line)):
            piece += sentence
            if len(piece) >= PIECE:
                yield piece
                piece = ""
        if len(piece) >= _SHORTEST:
            yield piece


def words_of(piece: str) -> frozenset[str]:
    """Return the different words of two or more Chinese characters."""
    return frozenset(word for word in words(piece) if _CHINESE.fullmatch(word))


def read_pieces(files: Iterable[Path]) -> tuple[list[str], list[Piece]]:
    """Return all words and, for each piece, which of them it holds."""
    numbers: dict[str, int] = {}
    found = []
    for path in files:
        try:
            source, _ = read_source(path)
        except InputProblem as problem:
            sys.stderr.write(f"left out: {problem.message.en}\n")
            continue
        for piece in pieces_of(source.text):
            held = sorted(words_of(piece))
            if held:
                found.append(tuple(numbers.setdefault(word, len(numbers)) for word in held))
    return list(numbers), found


def frequent(pieces: Iterable[Piece], n_words: int) -> dict[int, int]:
    """Return the words that most pieces hold and how many do, most frequent first."""
    counts: Counter[int] = Counter()
    for piece in pieces:
        counts.update(piece)
    return dict(sorted(counts.items(), key=lambda found: (-found[1], found[0]))[:n_words])


def association(pieces: Sequence[Piece], counts: dict[int, int]) -> Matrix:
    """Return the positive pointwise mutual information of every two words within a piece."""
    n = len(counts)
    row_of = {word: row for row, word in enumerate(counts)}
    together = np.zeros(n * n, dtype=np.int32)
    for piece in pieces:
        rows = np.array([row_of[word] for word in piece if word in row_of], dtype=np.int64)
        together[(rows[:, None] * n + rows[None, :]).ravel()] += 1  # no pair stands there twice
    held = np.array(list(counts.values()), dtype=np.float32)
    found: Matrix = together.reshape(n, n).astype(np.float32) * len(pieces)
    found /= held[:, None]
    found /= held[None, :]
    np.maximum(found, 1.0, out=found)  # below it the information is negative
    np.log(found, out=found)
    np.fill_diagonal(found, 0.0)
    return found


def axes(symmetric: Matrix, n_axes: int) -> Matrix:
    """Return rows in the space of the strongest axes, scaled by the root of their strength."""
    start = np.random.default_rng(0).standard_normal(
        (symmetric.shape[0], min(symmetric.shape[0], n_axes + _SPARE_AXES)), dtype=np.float32
    )
    basis, _ = np.linalg.qr(start)
    for _ in range(_ROUNDS):
        basis, _ = np.linalg.qr(symmetric @ basis)
    values, vectors = np.linalg.eigh(basis.T @ symmetric @ basis)
    strongest = np.argsort(-np.abs(values))[:n_axes]
    found: Matrix = (basis @ vectors[:, strongest]) * np.sqrt(np.abs(values[strongest]))
    return found


def in_bytes(direction: Matrix) -> str:
    """Return a direction as signed bytes in base64; its length is lost, which nobody needs."""
    scale = 127 / max(float(np.abs(direction).max()), 1e-9)
    return base64.b64encode(np.rint(direction * scale).astype(np.int8).tobytes()).decode("ascii")


def count_words(files: Sequence[Path], n_words: int = N_WORDS, n_axes: int = N_AXES) -> str:
    """Return the content of ``text_words.json``, counted over texts."""
    names, pieces = read_pieces(files)
    counts = frequent(pieces, n_words)
    directions = axes(association(pieces, counts), n_axes)
    rows = {
        names[word]: [held, in_bytes(direction)]
        for (word, held), direction in zip(counts.items(), directions, strict=True)
    }
    head = {
        "source": f"Counted over {len(files):,} public government reports by "
        f"`python -m tests.accuracy.words DIR`: the {len(counts):,} words that stand in most "
        f"pieces of about {PIECE} characters. For each word: how many of the `pieces` hold it, "
        "and its direction in the space of topics (signed bytes in base64); see that module.",
        "pieces": len(pieces),
    }
    lines = ",\n".join(
        f"{json.dumps(word, ensure_ascii=False)}: {json.dumps(row)}" for word, row in rows.items()
    )
    return f'{json.dumps(head, ensure_ascii=False, indent=0)[:-2]},\n"words": {{\n{lines}\n}}\n}}\n'


def main() -> int:
    """Write the file; return 0, or 1 where there is no text."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.words", description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of reports (*.md, *.txt), read deeply")
    parser.add_argument("--out", type=Path, default=TARGET, help="file to write")
    asked = parser.parse_args()
    files = sorted(path for path in asked.folder.rglob("*") if path.suffix in (".md", ".txt"))
    if not files:
        sys.stderr.write(f"no text below {asked.folder}\n")
        return 1
    prepare_words()
    asked.out.write_text(count_words(files), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
