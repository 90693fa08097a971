"""Folding: characters that mean the same become the same, one for one, so offsets stay."""

import unicodedata
from functools import lru_cache

_SAME = {"～": "~", "〜": "~", "﹕": ":", "—": "-", "－": "-", "〇": "零", "㎡": "平"}


@lru_cache(maxsize=20_000)
def _fold_character(character: str) -> str:
    if character in _SAME:
        return _SAME[character]
    folded = unicodedata.normalize("NFKC", character).lower()
    return folded if len(folded) == 1 else character


def fold(text: str) -> str:
    """Return the text with full-width forms, case and dashes levelled; the length stays."""
    return "".join(map(_fold_character, text))
