"""How Chinese names are read (汉语拼音): to sort them, and to find them by their sounds.

In comes what ``resources/pinyin.toml`` holds and a name; out come syllables: 长春市 is read
``chang2 chun1 shi4``. It reads names of places and titles; it does not read sentences.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

_LONGEST = 8
"""Characters of the longest name of a place that is looked up."""


@dataclass(frozen=True)
class Pinyin:
    """Readings of characters and of places.

    Attributes:
        characters: For each syllable with its tone (``su1``) the characters that are read so.
        places: Names of places whose characters are read otherwise, as syllables with spaces.
    """

    characters: Mapping[str, str] = field(repr=False)
    places: Mapping[str, str] = field(repr=False)

    @cached_property
    def _usual(self) -> Mapping[str, str]:
        return {c: syllable for syllable, held in self.characters.items() for c in held}

    @cached_property
    def _places(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(said.split()) for name, said in self.places.items()}

    @cached_property
    def _first(self) -> frozenset[str]:
        return frozenset(name[0] for name in self.places)

    def usual(self, text: str) -> tuple[str, ...]:
        """Return each character's most frequent reading; what has none stands for itself."""
        return tuple(self._usual.get(c, c) for c in text)

    def read(self, text: str) -> tuple[str, ...]:
        """Return one syllable for each character, places read as their people say them."""
        said: list[str] = []
        while len(said) < len(text):
            at = len(said)
            place = self._place_at(text, at) if text[at] in self._first else ()
            said.extend(place or (self._usual.get(text[at], text[at]),))
        return tuple(said)

    def _place_at(self, text: str, at: int) -> tuple[str, ...]:
        for length in range(_LONGEST, 1, -1):
            found = self._places.get(text[at : at + length])
            if found:
                return found
        return ()
