"""Softer and firmer words, further and less far (语气与进度的变化).

In go the words that a diff dropped and those that stand in their place; out come the changes of
rung on a ladder of words: ``力争`` to ``确保`` is firmer, ``加快建设`` to ``建成`` is further. Only
short edits are looked at: two clauses that share nothing are no change of wording.
"""

import re
from itertools import accumulate
from typing import NamedTuple

from tracker.diff.lexicon import DiffLexicon
from tracker.model.change import Direction, Ladder
from tracker.text.tokens import tokens

_LONGEST_EDIT = 16
"""Characters of an edit on one side in which a change of wording is looked for."""
_CLAUSE_END = re.compile(r"[，。；：！？\n]")


class FoundWording(NamedTuple):
    """A change of rung, with the place of the word in either text (empty where there is none)."""

    ladder: Ladder
    direction: Direction
    earlier: tuple[int, int]
    later: tuple[int, int]


def find_wordings(earlier: str, later: str, lexicon: DiffLexicon) -> tuple[FoundWording, ...]:
    """Return the changes of rung between two stretches of text, one of which may be empty."""
    if max(len(earlier), len(later)) > _LONGEST_EDIT:
        return ()
    if _CLAUSE_END.search(earlier) or _CLAUSE_END.search(later):
        return ()
    found = []
    for ladder in lexicon.ladders:
        before = _rung(earlier, ladder, lexicon)
        after = _rung(later, ladder, lexicon)
        if before is None or after is None or before[0] == after[0]:
            continue
        direction = Direction.UP if after[0] > before[0] else Direction.DOWN
        found.append(FoundWording(ladder, direction, before[1], after[1]))
    return tuple(found)


def _rung(text: str, ladder: Ladder, lexicon: DiffLexicon) -> tuple[int, tuple[int, int]] | None:
    """Return the highest rung that a text names and where; that of no word for a text without."""
    borders = set(accumulate(map(len, tokens(text)), initial=0))
    best: tuple[int, tuple[int, int]] | None = None
    for word, rung in lexicon.rungs[ladder]:
        at = text.find(word)
        place = (at, at + len(word))
        # 力促 stands in 全力促进, and is no word there.
        if at < 0 or not borders.issuperset(place):
            continue
        if best is None or rung > best[0]:
            best = (rung, place)
    if best is None:
        bare = lexicon.bare_rung(ladder)
        return None if bare is None else (bare, (0, 0))
    return best
