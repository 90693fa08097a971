"""Makes canonical text (规范文本) of source lines: only deletions and one-to-one substitutions.

Reports reach us as scans, web pages and copies: ``增长 5% 左右``, ``PM_{2.5}``,
``政 府 工 作 报 告``, ``１００％``. Stages read one clean spelling, and every character of it still
knows where it stands in the source.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from tracker.model.canonical import CanonicalText
from tracker.model.span import Span

_INVISIBLE = frozenset("\ufeff\u200b\u200c\u200d\u2060\u00ad")
_FULL_WIDTH = {ord("０") + i: str(i) for i in range(10)} | {ord("％"): "%", ord("．"): "."}
_SCRIPT_MARK = re.compile(r"[_^]\{([^{}]*)\}")
"""LaTeX index left by scanning: PM_{2.5}."""
_MARKDOWN_HEAD = re.compile(r"#{1,6}(?=[^#])")
_MARKDOWN_MARK = re.compile(r"\*\*|__|<!--|-->|<br\s*/?>|\\(?=[*_#|])")

_NO_CELLS: Mapping[int, Sequence[Span]] = {}

_SPACES = re.compile(r"\s+")
_UNSEEN = re.compile(f"[{''.join(sorted(_INVISIBLE))}]")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of one paragraph and where they stand in the source, as stretches of it."""

    text: str
    places: tuple[range, ...]


def canonicalise(
    text: str,
    *,
    noise: Collection[int] = (),
    joined: Collection[int] = (),
    cells: Mapping[int, Sequence[Span]] = _NO_CELLS,
    marks: Sequence[Span] = (),
) -> CanonicalText:
    """Return the canonical text of a source text.

    Args:
        text: Source text; its lines end with line feeds.
        noise: 1-based lines that are left out.
        joined: 1-based lines that continue the kept line before them.
        cells: Source spans of the cells on 1-based lines that are table rows, in order; what
            stands between them (tabs, bars) is left out.
        marks: Source spans of the marks of notes (地区生产总值[2]) in order, which are left out.

    Returns:
        One canonical paragraph per kept line (or group of joined lines) and per cell, none of
        them empty.
    """
    skipped, continued = frozenset(noise), frozenset(joined)
    starts = [mark.start for mark in marks]

    def piece(start: int, end: int) -> _Piece:
        whole = _Piece(text[start:end], (range(start, end),))
        inside = marks[bisect_left(starts, start) : bisect_left(starts, end)]
        return _without(whole, [(m.start - start, min(m.end, end) - start) for m in inside])

    paragraphs: list[_Piece] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        base = start
        start += len(line) + 1
        if number in skipped or not line.strip():
            continue
        if number in cells:
            paragraphs += [piece(cell.start, cell.end) for cell in cells[number]]
        elif number in continued and paragraphs:
            before, here = paragraphs[-1], piece(base, start - 1)
            paragraphs[-1] = _Piece(before.text + here.text, before.places + here.places)
        else:
            paragraphs.append(piece(base, start - 1))
    return _assemble([p for p in map(_clean, paragraphs) if p.text])


def _clean(piece: _Piece) -> _Piece:
    """Apply the rules until nothing changes, so that a second reading changes nothing."""
    while True:
        cleaned = _without_spaces(_without_marks(_single_characters(piece)))
        if cleaned == piece:
            return cleaned
        piece = cleaned


def _single_characters(piece: _Piece) -> _Piece:
    piece = _without(piece, [found.span() for found in _UNSEEN.finditer(piece.text)])
    return _Piece(piece.text.translate(_FULL_WIDTH), piece.places)


def _without_marks(piece: _Piece) -> _Piece:
    dropped: list[tuple[int, int]] = []
    head = _MARKDOWN_HEAD.match(piece.text)
    if head:
        dropped.append(head.span())
    dropped.extend(mark.span() for mark in _MARKDOWN_MARK.finditer(piece.text))
    for script in _SCRIPT_MARK.finditer(piece.text):
        dropped.append((script.start(), script.start() + 2))
        dropped.append((script.end() - 1, script.end()))
    return _without(piece, sorted(dropped))


def _without_spaces(piece: _Piece) -> _Piece:
    """Keep one space where Latin words or numbers would otherwise run together."""
    text = piece.text
    dropped: list[tuple[int, int]] = []
    kept: list[int] = []
    for spaces in _SPACES.finditer(text):
        start, end = spaces.span()
        if start > 0 and end < len(text) and _needs_space(text[start - 1], text[end]):
            kept.append(start)
            start += 1
        dropped.append((start, end))
    for place in kept:
        if text[place] != " ":
            text = f"{text[:place]} {text[place + 1 :]}"
    return _without(_Piece(text, piece.places), dropped)


def _needs_space(left: str, right: str) -> bool:
    if not (right.isascii() and right.isalnum()):
        return False
    return left.isascii() and (left.isalnum() or (left in ",;:!?)" and right.isalpha()))


def _without(piece: _Piece, dropped: Sequence[tuple[int, int]]) -> _Piece:
    """Return a piece without some stretches of it; they are in order and may overlap."""
    if not dropped:
        return piece
    texts: list[str] = []
    places: list[range] = []
    at = part = begin = 0  # begin: where the part begins in the text
    for start, end in (*dropped, (len(piece.text), len(piece.text))):
        if at < start:
            texts.append(piece.text[at:start])
        while at < start:
            place = piece.places[part]
            stop = min(start, begin + len(place))
            if at < stop:
                places.append(place[at - begin : stop - begin])
                at = stop
            else:
                begin, part = begin + len(place), part + 1
        at = max(at, end)
    return _Piece("".join(texts), tuple(places))


def _assemble(paragraphs: Sequence[_Piece]) -> CanonicalText:
    runs: list[tuple[int, int]] = []
    length = 0
    expected = -1
    for paragraph in paragraphs:
        if length:
            # The separator stands for the source position right after the paragraph before it.
            length += 1
            expected += 1
        for place in paragraph.places:
            if place and place.start != expected:
                runs.append((length, place.start))
            length += len(place)
            expected = place.stop if place else expected
    return CanonicalText("\n".join(paragraph.text for paragraph in paragraphs), tuple(runs))
