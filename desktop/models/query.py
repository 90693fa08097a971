"""What is typed to find reports: 汉字, pinyin whole or in initials, years, words of a file's name.

``sz``, ``suzhou``, ``suzh`` and 苏州 find 苏州市; 苏州2021 and ``sz 2021`` find its report of 2021.
"""

import re
import unicodedata
from dataclasses import dataclass

from desktop.jobs.shelf import FIRST, NEXT, ON

_RUNS = re.compile(r"[a-z]+|\d+|[^\sa-z\d]+")
_LONGEST = 40
"""Letters of a run that are looked at: more than any name has, so that no text takes long."""
_INSIDE = 4
"""From so many letters a run may begin inside a name: gyyq finds 苏州工业园区. Fewer would find
half of the country: zz, meant for 郑州, stands in every 自治州."""


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

    def finds(self, plain: str, spelled: str, kind: str = "") -> bool:
        """Tell whether every run stands in the words or the kind, or is how a name sounds."""
        for run in self._runs:
            if run.text in plain or run.text in kind:
                continue
            if run.sound is None or run.sound.search(spelled) is None:
                return False
        return True


def _sound(run: str) -> re.Pattern[str] | None:
    """Return what finds letters as beginnings of syllables that follow each other (szh, suzh)."""
    if not run.isascii() or not run.isalpha():
        return None
    first, rest = run[0], run[1:_LONGEST]
    start = f"[{FIRST}{NEXT}]" if len(run) >= _INSIDE else FIRST
    return re.compile(
        start + first + "".join(f"(?:[a-z]*[{NEXT}{ON}])?{letter}" for letter in rest)
    )
