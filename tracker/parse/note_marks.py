"""Finds the marks in a text that point to its notes (地区生产总值[2]).

In: the lines of a text. Out: the source spans of marks to which a note further down belongs; what
stands between the words they hang on and what follows them shall not part the two.
"""

import re

from tracker.model.span import Span
from tracker.parse.lines import Line

_NOTE = re.compile(r"(?:注释?[:：]?)?[\[［〔【](\d{1,2})[\]］〕】]")
_MARK = re.compile(r"(?<=[\u4e00-\u9fff）)”》])[\[［〔【](\d{1,2})[\]］〕】]")
_LEAST = 2
"""Notes that a text with marks has; one line alone that begins with [15] is none."""


def find_note_marks(lines: tuple[Line, ...], tables: frozenset[int]) -> tuple[Span, ...]:
    """Return the spans of the marks of notes, in order.

    Args:
        lines: All lines.
        tables: 1-based lines of tables, in which ``[15]`` is a sum of several years.
    """
    free = [line for line in lines if line.number not in tables]
    notes = {m.group(1) for line in free if (m := _NOTE.match(line.bare))}
    if len(notes) < _LEAST:
        return ()
    return tuple(
        Span(line.start + mark.start(), line.start + mark.end())
        for line in free
        if not _NOTE.match(line.bare)
        for mark in _MARK.finditer(line.text)
        if mark.group(1) in notes
    )
