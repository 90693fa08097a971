"""What is typed to find reports: 汉字, pinyin whole or in initials, years, words of a file's name.

``sz``, ``suzhou``, ``suzh`` and 苏州 find 苏州市; 苏州2021 and ``sz 2021`` find its report of 2021.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_RUNS = re.compile(r"[a-z]+|\d+|[^\sa-z\d]+")
_FIRST, _NEXT, _ON = "\x01", "\x02", "\x03"
"""Begin the first syllable of a name in a key, each further one, and one of several names that
are said in one breath (江苏苏州)."""
_LONGEST = 40
"""Letters of a run that are looked at: more than any name has, so that no text takes long."""
_INSIDE = 4
"""From so many letters a run may begin inside a name: gyyq finds 苏州工业园区. Fewer would find
half of the country: zz, meant for 郑州, stands in every 自治州."""


def spelled_key(names: Iterable[tuple[str, ...]], together: Iterable[tuple[str, ...]] = ()) -> str:
    """Return names in syllables as a key that ``Query`` looks through, one line for each.

    Args:
        names: Single names; what is typed may begin inside of one.
        together: Names said in one breath; what is typed must begin
            with the first: 苏镇 in 江苏镇江 is no name.
    """
    lines = [_FIRST + _NEXT.join(said) for said in names]
    lines += [_FIRST + _ON.join(said) for said in together]
    return "\n".join(lines).lower()


def plain_key(names: Iterable[str]) -> str:
    """Return names as a key that ``Query`` looks through."""
    return unicodedata.normalize("NFKC", "\n".join(names)).lower()


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of letters, digits or other characters; all of them must be there."""

    text: str
    sound: re.Pattern[str] | None


class Query:
    """What is looked for.

    Args:
        text: As typed; what an input method is still composing may be part of it.
    """

    def __init__(self, text: str) -> None:
        folded = unicodedata.normalize("NFKC", text).lower().replace("'", "")
        self._runs = tuple(_Run(run, _sound(run)) for run in _RUNS.findall(folded))

    def __bool__(self) -> bool:
        return bool(self._runs)

    def finds(self, plain: str, spelled: str) -> bool:
        """Tell whether every run stands in the plain key, or is how a name of the other sounds."""
        return all(
            run.text in plain or (run.sound is not None and run.sound.search(spelled) is not None)
            for run in self._runs
        )


def _sound(run: str) -> re.Pattern[str] | None:
    """Return what finds letters as beginnings of syllables that follow each other (szh, suzh)."""
    if not run.isascii() or not run.isalpha():
        return None
    first, rest = run[0], run[1:_LONGEST]
    start = f"[{_FIRST}{_NEXT}]" if len(run) >= _INSIDE else _FIRST
    return re.compile(
        start + first + "".join(f"(?:[a-z]*[{_NEXT}{_ON}])?{letter}" for letter in rest)
    )
