"""Words in the order of a Chinese dictionary (按拼音排列): what tables sort names by.

A word is read once and kept: 卫生健康委 is *wei4 sheng1 …* wherever it stands. Figures and Latin
letters come before Chinese characters, without regard to capitals.
"""

from __future__ import annotations

from functools import lru_cache

from desktop.jobs import shelf

_REMEMBERED = 50_000
"""Words whose reading is kept in mind: all departments of an archive."""

_LONGEST = 40
"""Characters of a word that are read: where so many are alike the rest decides by itself."""

Spoken = tuple[tuple[str, ...], str]


@lru_cache(_REMEMBERED)
def spoken(word: str) -> Spoken:
    """Return what a word is sorted by: its syllables with their tones, then the word itself."""
    return shelf.reading(word[:_LONGEST].casefold()), word
