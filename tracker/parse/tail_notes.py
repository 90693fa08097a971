"""Finds explained words behind the closing words that no heading announces (文末名词解释).

In: the lines of a report. Out: those that explain words, from ``1. 多规合一：指在…`` to the end.
They are notes and no part of the plan: what they explain is not promised there.
"""

import re
from collections.abc import Collection, Sequence

from tracker.parse.lines import Line

_ITEM = re.compile(
    r"\W{0,4}(?P<number>\d{1,3})[.．、]\W{0,3}[^。！？；：:]{2,30}?\W{0,3}[：:]\W{0,3}(?P<said>.{0,14})"
)
_EXPLAINS = re.compile(r"指|即|简称|又称|是一|是由|包括")
_CLOSED = re.compile(r"[！!]\W*$|(?:名词|名称|词语|有关)(?:解释|注释|说明)\W*$")
_END = 20
_LEAST = 3
_SHARE = 1 / 3
_BEFORE = 0.5
"""Share of the lines that the report itself has at the least."""


def find_tail_notes(
    lines: Sequence[Line], apart: Collection[int], footnotes: Collection[int]
) -> frozenset[int]:
    """Return the numbers of notes: footnotes, and lines that explain words at the end.

    They are numbered from 1 on without a gap, follow a line that closes the report, and a third of
    them says 指, 即 or the like right behind the colon.

    Args:
        lines: Lines of the report.
        apart: Numbers of lines that are no text of the report (noise, tables).
        footnotes: Numbers of lines that the file itself tells to be notes.
    """
    text = [
        line
        for line in lines
        if line.bare and line.number not in apart and line.number not in footnotes
    ]
    found: list[int] = []
    explained = 0
    for at in range(len(text) - 1, -1, -1):
        item = _ITEM.match(text[at].bare)
        if item is None:
            return frozenset(footnotes)
        found.append(int(item["number"]))
        explained += bool(_EXPLAINS.search(item["said"]))
        if found[-1] == 1:
            break
    first = len(text) - len(found)
    counted = found == list(range(len(found), 0, -1))
    closed = first > 0 and bool(_CLOSED.search(text[first - 1].bare[-_END:]))
    if not (counted and closed and len(found) >= _LEAST and first >= _BEFORE * len(text)):
        return frozenset(footnotes)
    if explained < _SHARE * len(found):
        return frozenset(footnotes)
    return frozenset((*footnotes, *(line.number for line in text[first:])))
