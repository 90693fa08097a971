"""What an index of a text knows: which pairs of characters stand side by side in it.

Chinese has no spaces: a word is found by its characters. Of every text the index keeps each pair of
neighbours once, and of a word that is looked for all pairs are asked for. Whoever has them all may
hold the word; the text itself says whether it does. So the index may promise too much (增长 and 长5
stand apart), never too little: what ``tracker.text.search`` finds is in it.
"""

import re
from collections.abc import Iterator

from tracker.text.script import one_spelling

_SPACE = re.compile(r"\s+")
_PLAIN_RANGES = "0-9a-z㐀-䶿一-鿿\U00020000-\U0003134f"
_PLAIN = re.compile(f"[{_PLAIN_RANGES}]")
"""Characters of which pairs are made. White space joins them, for a search passes over it; any
other character stands for itself in no pair."""

_OTHER = re.compile(f"[^{_PLAIN_RANGES}]")

_SAME_WITHOUT_CASE = str.maketrans({"ı": "i", "İ": "i", "ſ": "s", "\u212a": "k"})
"""What a search without regard to case takes for plain letters."""


def pairs_in(text: str) -> str:
    """Return the pairs of a canonical text, each once, parted by spaces.

    A character that no plain one follows stands alone, so that each is the beginning of something.
    """
    folded = _OTHER.sub(" ", _folded(text))
    found = set(map(str.__add__, folded, folded[1:] + " "))
    return " ".join(pair.rstrip() for pair in found if pair[0] != " ")


def _folded(text: str) -> str:
    return _SPACE.sub("", one_spelling(text).lower().translate(_SAME_WITHOUT_CASE))


def wanted_pairs(term: str) -> tuple[str, ...]:
    """Return the pairs that every text has that holds a word or phrase.

    For a single character that is the character itself, as the beginning of pairs; nothing where
    a term has no character that pairs are made of.
    """
    folded = _folded(term)
    pairs = tuple(dict.fromkeys(_pairs(folded)))
    return pairs or tuple(dict.fromkeys(char for char in folded if _PLAIN.match(char)))


def _pairs(folded: str) -> Iterator[str]:
    for at in range(len(folded) - 1):
        pair = folded[at : at + 2]
        if all(map(_PLAIN.match, pair)):
            yield pair
