"""Sentences and clauses of a text (句子、分句), with offsets.

In: any text. Out: stretches ``(start, end, mark)`` that cover it without the marks. Brackets and
quotation marks are respected: a comma inside ``（…）`` or ``“…”`` ends no clause. Nothing here
looks at the words: ``建成11号线，加速建设10号线`` is two clauses because of its comma.
"""

from typing import NamedTuple

_OPEN = {"（": "）", "(": ")", "“": "”", "《": "》", "〔": "〕", "【": "】", "‘": "’", "「": "」"}
_CLOSE = frozenset(_OPEN.values())
_SENTENCE_MARKS = frozenset("。！？!?\n")
_CLAUSE_MARKS = frozenset("，；：,;:")
_ITEM_MARKS = frozenset("、")
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
    return _split(text, start, stop, _CLAUSE_MARKS | _SENTENCE_MARKS)


def items(text: str, start: int = 0, end: int | None = None) -> tuple[Stretch, ...]:
    """Return the items of an enumeration in ``text[start:end]``, split at 、 outside brackets."""
    return _split(text, start, len(text) if end is None else end, _ITEM_MARKS)


def _split(text: str, start: int, end: int, marks: frozenset[str]) -> tuple[Stretch, ...]:
    found: list[Stretch] = []
    at = piece = start
    while at < end:
        char = text[at]
        if char in _OPEN:
            at = _closing(text, at, end)
        elif char in marks and not _decimal_comma(text, at):
            _add(found, text, piece, at, char)
            piece = at + 1
            while piece < end and text[piece] in _CLOSE:
                piece += 1
            at = piece
            continue
        at += 1
    _add(found, text, piece, end, "")
    return tuple(found)


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
