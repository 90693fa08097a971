"""Sentences and clauses of a text (句子、分句), with offsets.

In: any text. Out: stretches ``(start, end, mark)`` that cover it without the marks. Brackets and
quotation marks are respected: a comma inside ``（…）`` or ``“…”`` ends no clause. Nothing here
looks at the words: ``建成11号线，加速建设10号线`` is two clauses because of its comma.
"""

import re
from functools import lru_cache
from typing import NamedTuple

_OPEN = {"（": "）", "(": ")", "“": "”", "《": "》", "〔": "〕", "【": "】", "‘": "’", "「": "」"}
_CLOSE = frozenset(_OPEN.values())
_SENTENCE_MARKS = "。！？!?\n"
_CLAUSE_MARKS = "，；：,;:"
_ITEM_MARKS = "、"
# …提高到22.1%.城镇居民…: a Western full stop between Chinese words; 1.新建 is a list number.
_WESTERN_STOP = r"(?<=[\u4e00-\u9fff%％）])(?<![一二三四五六七八九十])\.(?=[\u4e00-\u9fff“]|$)"
_CACHED = 16384  # pieces of some five reports; the same ones are cut for promises and results
_LONGEST_BRACKET = 60  # an opening mark whose partner is farther away was never closed


class Stretch(NamedTuple):
    """A piece of a text: ``text[start:end]``, and the mark that ended it ("" at the end)."""

    start: int
    end: int
    mark: str


def sentences(text: str) -> tuple[Stretch, ...]:
    """Return the sentences of a text, split at 。！？ and line feeds outside brackets."""
    return _split(text, 0, len(text), _SENTENCE_MARKS)


def clauses(text: str, start: int = 0, end: int | None = None) -> tuple[Stretch, ...]:
    """Return the clauses of ``text[start:end]``, split at ，；： and at sentence ends."""
    stop = len(text) if end is None else end
    return _split(text, start, stop, _CLAUSE_MARKS + _SENTENCE_MARKS)


def items(text: str, start: int = 0, end: int | None = None) -> tuple[Stretch, ...]:
    """Return the items of an enumeration in ``text[start:end]``, split at 、 outside brackets."""
    return _split(text, start, len(text) if end is None else end, _ITEM_MARKS)


@lru_cache(maxsize=_CACHED)
def _split(text: str, start: int, end: int, marks: str) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    stops = _stops(marks)
    at = piece = start
    while (stop := stops.search(text, at, end)) is not None:
        at, char = stop.start(), stop.group()
        if char in _OPEN:
            at = _closing(text, at, end)
        elif not _decimal_comma(text, at):
            _add(found, text, piece, at, char)
            at = piece = _after_closing(text, at + 1, end)
            continue
        at += 1
    _add(found, text, piece, end, "")
    return tuple(found)


@lru_cache(maxsize=8)
def _stops(marks: str) -> re.Pattern[str]:
    """Return what a split must look at: its marks and every opening mark."""
    any_of = "[" + re.escape(marks + "".join(_OPEN)) + "]"
    return re.compile(any_of + "|" + _WESTERN_STOP if "。" in marks else any_of)


def _after_closing(text: str, at: int, end: int) -> int:
    while at < end and text[at] in _CLOSE:
        at += 1
    return at


def _add(found: list[Stretch], text: str, start: int, end: int, mark: str) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Stretch(start, end, mark))


def _closing(text: str, at: int, end: int) -> int:
    """Return the position of the mark that closes the one at ``at``, or ``at`` itself."""
    opener, closer = text[at], _OPEN[text[at]]
    depth = 0
    for position in range(at, min(end, at + _LONGEST_BRACKET)):
        if text[position] == opener:
            depth += 1
        elif text[position] == closer:
            depth -= 1
            if depth == 0:
                return position
    return at


def _decimal_comma(text: str, at: int) -> bool:
    """Tell whether a Western comma or colon stands between digits (1,200; 02:16)."""
    return (
        text[at] in ",:"
        and 0 < at < len(text) - 1
        and text[at - 1].isdigit()
        and text[at + 1].isdigit()
    )
