"""From characters with places to pieces of lines: words in order, with spaces where they belong.

A line that has wide gaps (cells, columns) becomes several pieces; ``政府工作报告 — 3 —`` is two.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TypeVar

from tracker.ingest.pdf.ink import Glyph, is_wide

_Value = TypeVar("_Value")

MARK_OPEN, MARK_CLOSE = "\x02", "\x03"
"""Around small raised characters, until it is known whether they call a note."""

OPENING = "（“‘《〈「『【〔［｛([{"
CLOSING = "，。、；：？！）”’》〉」』】〕］｝…—,.;:?!)]}%％‰℃°·～"
HANGING = "，。、；：！？,."
_SHIFT = 0.12
"""Base lines differ by less within a line (share of the size); raised ones by a third."""

_RAISED_SIZE = 0.8
_GAP = 1.8
"""A gap wider than this many sizes parts two pieces, unless the whole line is spread so."""

_NARROW = 0.3
"""A gap wider than this many sizes may be one between two columns of a table."""

_SEAM = 0.5
"""A gap between Chinese and Latin wider than this many sizes is a space. Office programs put a
quarter there by themselves, which cannot be told from a written space of that width."""

_WORD = 0.16
"""A gap wider than this many sizes parts two Latin words."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line without wide gaps.

    Attributes:
        text: Its characters; raised ones are marked.
        x0: Left edge.
        x1: Right edge.
        y: Base line.
        size: Of most of its characters.
        bold: All of its characters are bold.
        bold_start: Its first character is.
        face: Font of most of its characters.
        head: Width of what stands at its start and cannot be parted by a line's end.
        gaps: Narrow gaps inside it: how many characters stand before, where it begins and ends.
        spaced: The file has a space after it.
    """

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    bold_start: bool
    face: str
    head: float
    gaps: tuple[tuple[int, float, float], ...] = ()
    spaced: bool = False


def _is_seam(before: Glyph, after: Glyph) -> bool:
    one, two = before.text, after.text
    return (is_wide(one) and one.isalnum() and two.isascii() and two.isalnum()) or (
        is_wide(two) and two.isalnum() and one.isascii() and (one.isalnum() or one == "%")
    )


def pieces_of(glyphs: Sequence[Glyph]) -> list[Piece]:
    """Return the pieces of a page's characters, from the top down and left to right."""
    found: list[Piece] = []
    for row in _rows(glyphs):
        found += _cut(row)
    found.sort(key=lambda piece: (piece.y, piece.x0))
    return found


@dataclass(slots=True)
class _Row:
    """Characters on one base line, and small ones raised or lowered beside them."""

    y: float
    size: float
    glyphs: list[Glyph]
    raised: set[int]


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Cut the file's order where the base line changes or the pen goes far."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        if runs:
            last = runs[-1][-1]
            size = max(last.size, glyph.size)
            if (
                abs(glyph.y - last.y) <= _SHIFT * min(last.size, glyph.size)
                and -0.7 * size < glyph.x0 - last.x1 < 2 * size
                and min(last.size, glyph.size) > _RAISED_SIZE * size
            ):
                runs[-1].append(glyph)
                continue
        runs.append([glyph])
    return runs


def _rows(glyphs: Sequence[Glyph]) -> list[_Row]:
    runs = [run for run in _runs(glyphs) if any(g.text != " " for g in run)]
    runs.sort(key=lambda run: (-_run_size(run), run[0].y))
    rows: list[_Row] = []
    by_height: dict[int, list[_Row]] = {}
    for run in runs:
        y, size = run[0].y, _run_size(run)
        near = [r for k in range(int(y // 20) - 2, int(y // 20) + 3) for r in by_height.get(k, ())]
        row = _row_for(run, y, size, near)
        if row is None:
            row = _Row(y, size, list(run), set())
            rows.append(row)
            by_height.setdefault(int(y // 20), []).append(row)
        else:
            row.glyphs += run
    return rows


def _run_size(run: list[Glyph]) -> float:
    return max(g.size for g in run)


def _row_for(run: list[Glyph], y: float, size: float, near: list[_Row]) -> _Row | None:
    for row in near:
        if abs(row.y - y) <= max(_SHIFT * row.size, 0.2 * size):
            return row
    if len(run) > 12:
        return None
    for row in near:
        small = size <= _RAISED_SIZE * row.size
        if small and -0.75 * row.size <= y - row.y <= 0.35 * row.size:
            beside = any(
                -0.3 * row.size <= run[0].x0 - g.x1 <= 0.5 * row.size
                or -0.3 * row.size <= g.x0 - run[-1].x1 <= 0.5 * row.size
                for g in row.glyphs
                if g.size > size
            )
            if beside:
                if row.y - y > 0.15 * row.size:
                    row.raised.update(id(g) for g in run)
                return row
    return None


def _cut(row: _Row) -> list[Piece]:
    glyphs = _without_doubles(sorted(row.glyphs, key=lambda g: (g.x0, g.x1)))
    if not glyphs:
        return []
    usual = _air([g for g in glyphs if g.text != " "]).usual
    pieces: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in glyphs:
        if glyph.text != " ":
            if last is not None and glyph.x0 - last.x1 > max(
                _GAP * max(last.size, glyph.size), 3 * usual
            ):
                pieces.append([])
            last = glyph
        pieces[-1].append(glyph)
    return [_piece(piece, row) for piece in pieces if any(g.text != " " for g in piece)]


@dataclass(frozen=True, slots=True)
class _Air:
    """Air between the characters of a line: the usual gap, and whether nearly all have just it."""

    usual: float
    even: bool


def _air(inked: Sequence[Glyph]) -> _Air:
    gaps = [b.x0 - a.x1 for a, b in pairwise(inked)]
    if len(gaps) < 2:
        return _Air(0.0, even=False)
    usual = max(0.0, median(gaps))
    solid = [
        b.x0 - a.x1
        for a, b in pairwise(inked)
        if is_wide(a.text) and is_wide(b.text) and a.text.isalnum() and b.text.isalnum()
    ]
    near = sum(abs(gap - usual) <= 0.06 * inked[0].size for gap in solid)
    return _Air(usual, even=len(solid) >= 3 and near >= 0.65 * len(solid))


def _without_doubles(glyphs: list[Glyph]) -> list[Glyph]:
    """Drop what is printed twice to look bold, and end each character where the next begins."""
    kept: list[Glyph] = []
    for glyph in glyphs:
        doubled = next(
            (
                k
                for k in kept[-2:]
                if k.text == glyph.text != " "
                and glyph.x0 - k.x0 < 0.2 * glyph.size
                and abs(glyph.y - k.y) < 0.2 * glyph.size
                and k.size == glyph.size
            ),
            None,
        )
        if doubled is not None:
            doubled.bold = True
            continue
        if kept and glyph.text != " " and kept[-1].x1 > glyph.x0 > kept[-1].x0:
            kept[-1].x1 = glyph.x0
        kept.append(glyph)
    return kept


def _piece(glyphs: list[Glyph], row: _Row) -> Piece:
    inked = [g for g in glyphs if g.text != " "]
    level = [g for g in inked if id(g) not in row.raised] or inked
    size = _most(round(g.size, 1) for g in level)
    text, gaps = _text(glyphs, row.raised, _air(inked))
    return Piece(
        text=text,
        x0=inked[0].x0,
        x1=inked[-1].x1,
        y=row.y,
        size=size,
        bold=all(g.bold for g in level),
        bold_start=inked[0].bold,
        face=_most(g.face for g in level),
        head=_head_width(inked),
        gaps=gaps,
        spaced=glyphs[-1].text == " ",
    )


def _most(values: Iterable[_Value]) -> _Value:
    return Counter(values).most_common(1)[0][0]


def _text(
    glyphs: list[Glyph], raised: set[int], air: _Air
) -> tuple[str, tuple[tuple[int, float, float], ...]]:
    parts: list[str] = []
    gaps: list[tuple[int, float, float]] = []
    last: Glyph | None = None
    spaced = up = False
    for glyph in glyphs:
        if glyph.text == " ":
            spaced = True
            continue
        is_up = id(glyph) in raised
        if up and not is_up:
            parts.append(MARK_CLOSE)
        if last is not None and glyph.x0 - last.x1 >= air.usual + _NARROW * glyph.size:
            gaps.append((len(parts), last.x1, glyph.x0))
        if last is not None and _has_space(last, glyph, spaced=spaced, air=air):
            parts.append(" ")
        if is_up and not up:
            parts.append(MARK_OPEN)
        up = is_up
        parts.append(glyph.text)
        last, spaced = glyph, False
    if up:
        parts.append(MARK_CLOSE)
    return "".join(parts), tuple(gaps)


def _has_space(before: Glyph, after: Glyph, *, spaced: bool, air: _Air) -> bool:
    """Whether a space stands between two characters of a piece.

    Lines that are spread to both margins have wide gaps everywhere, and some programs write a
    space after every Chinese character: only a gap that stands out among the line's counts.
    """
    size = max(before.size, after.size)
    gap = (after.x0 - before.x1) / size
    usual = air.usual / size
    if _is_seam(before, after):
        return gap > usual + _SEAM
    if spaced:
        return gap > (0.05 if before.text.isascii() and after.text.isascii() else 0.13)
    if is_wide(before.text) or is_wide(after.text):
        solid = before.text.isalnum() and after.text.isalnum()
        return gap > usual + ((0.17 if air.even else 0.45) if solid else 0.85)
    if _is_sign(before.text) or _is_sign(after.text):
        return gap > usual + 0.85
    return gap > usual + _WORD


def _is_sign(text: str) -> bool:
    """Quotation marks and dashes, which are drawn in a part of their square."""
    return "\u2010" <= text <= "\u2027" or text == "·"


def _head_width(inked: list[Glyph]) -> float:
    """Width of the first characters that a line's end cannot part.

    Opening signs, one Chinese character or a run of Latin letters and figures, closing signs;
    LibreOffice keeps figures after such a sign with it.
    """
    last = len(inked) - 1
    end = 0
    while end < last and inked[end].text in OPENING:
        end += 1
    while True:
        if not is_wide(inked[end].text):
            while end < last and _goes_on(inked[end], inked[end + 1]):
                end += 1
        start = end
        while end < last and inked[end + 1].text in CLOSING:
            end += 1
        if end in {start, last} or is_wide(inked[end + 1].text):
            return inked[end].x1 - inked[0].x0
        end += 1


def _goes_on(before: Glyph, after: Glyph) -> bool:
    return not is_wide(after.text) and after.x0 - before.x1 < 0.22 * after.size


def join_text(before: str, after: str, *, spaced: bool = False) -> str:
    """Return two pieces of one paragraph put together: a space between Latin words only."""
    if not before or not after:
        return before + after
    a, b = before[-1], after[0]
    if a == "\u00ad":
        kept = before[:-1]
        letters = kept[-1:].isascii() and kept[-1:].isalpha() and b.isascii() and b.islower()
        return kept + after if letters else kept + "-" + after
    latin = a.isascii() and b.isascii() and a.isalnum() and b.isalnum()
    if latin and (spaced or (a.isalpha() and b.isalpha())):
        return f"{before} {after}"
    if spaced and a.isascii() and b.isascii() and a > " " and b > " " and (a + b).isprintable():
        return f"{before} {after}"
    return before + after


def parted(piece: Piece, gap: tuple[int, float, float]) -> tuple[Piece, Piece]:
    """Return the two parts of a piece before and after one of its gaps."""
    offset, before, after = gap
    head, tail = piece.text[:offset].rstrip(), piece.text[offset:]
    rest = tail.lstrip()
    moved = offset + len(tail) - len(rest)
    one = replace(
        piece,
        text=head,
        x1=before,
        gaps=tuple(g for g in piece.gaps if g[0] < offset),
        spaced=False,
    )
    two = replace(
        piece,
        text=rest,
        x0=after,
        head=min(piece.size, piece.x1 - after),
        gaps=tuple((g[0] - moved, g[1], g[2]) for g in piece.gaps if g[0] > offset),
    )
    return one, two


def merged(pieces: Sequence[Piece]) -> Piece:
    """Return the pieces of one line as one, a space at each wide gap."""
    first, *others = pieces
    if not others:
        return first
    return replace(
        first,
        text=" ".join(p.text for p in pieces),
        x1=max(p.x1 for p in pieces),
        size=_most(p.size for p in pieces for _ in p.text),
        bold=all(p.bold for p in pieces),
        face=_most(p.face for p in pieces for _ in p.text),
        spaced=pieces[-1].spaced,
    )
