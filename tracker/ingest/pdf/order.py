"""Puts the pieces of a page in the order in which they are read: columns one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from tracker.ingest.pdf.grid import Table, lines_of
from tracker.ingest.pdf.lines import Piece, parted

_LEAST_ROWS = 4
_FILLED = 0.7
"""Share of a column's width that two lines in five fill at least; cells of tables fill less."""

_WIDEST = 14_400
"""Points: pages are no wider (PDF 32000-1, C.2), characters of damaged files may lie anywhere."""

_CROSSING = 0.3
"""Share of rows that may reach over the gap between two columns: titles, wide tables."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a column.

    Attributes:
        piece: Its text and place, as one.
        pieces: The same, cut at wide gaps.
        column: Which column: () for the whole width, else its number, inside it its part's.
        page: 1-based page.
    """

    piece: Piece
    pieces: tuple[Piece, ...]
    column: tuple[int, ...]
    page: int


Item = Line | Table


def in_reading_order(
    pieces: Sequence[Piece], tables: Sequence[Table], page: int, known: Sequence[float]
) -> tuple[list[Item], list[float]]:
    """Return the lines and tables of a page as they are read, and the gaps between its columns.

    Args:
        pieces: Pieces of the page's own text.
        tables: Ruled tables of the page.
        page: 1-based number of the page.
        known: Places of gaps that several pages have; they are believed on all.
    """
    boxes: list[Piece | Table] = sorted([*pieces, *tables], key=_place)
    if not boxes:
        return [], []
    gaps: list[float] = []
    column = (0,) if known and max(b.x1 for b in boxes) <= min(known) + 3 else ()
    return _order(boxes, column, (page, known, gaps)), gaps


_Context = tuple[int, Sequence[float], list[float]]


def _place(box: Piece | Table) -> tuple[float, float]:
    return (box.y if isinstance(box, Piece) else box.y0, box.x0)


def _order(
    boxes: Sequence[Piece | Table], column: tuple[int, ...], context: _Context
) -> list[Item]:
    page, known, gaps = context
    left, right = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
    gap = _gap(boxes, left, right, known)
    if gap is None:
        return _lines(boxes, column, page)
    gaps.append(gap)
    found: list[Item] = []
    sides: tuple[list[Piece | Table], list[Piece | Table]] = ([], [])

    def flush() -> None:
        for number, side in enumerate(sides):
            if side:
                found.extend(_order(side, (*column, number), context))
                side.clear()

    for box in _cut_at(boxes, gap):
        if box.x0 < gap < box.x1:
            flush()
            found.extend(_lines([box], column, page))
        else:
            sides[box.x0 >= gap].append(box)
    flush()
    return found


def _cut_at(boxes: Sequence[Piece | Table], place: float) -> list[Piece | Table]:
    """Part the pieces that have a narrow gap at the place of the gap between two columns.

    Columns may stand so close, or a sign may hang so far over the first one's edge, that what
    stands on one height was taken for one line.
    """
    found: list[Piece | Table] = []
    for box in boxes:
        inner = isinstance(box, Piece) and next((g for g in box.gaps if g[1] <= place <= g[2]), ())
        found += parted(box, inner) if isinstance(box, Piece) and inner else [box]
    return found


def _parts(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces parted at all their narrow gaps."""
    found: list[Piece] = []
    for piece in pieces:
        rest = piece
        while rest.gaps:
            one, rest = parted(rest, rest.gaps[0])
            found.append(one)
        found.append(rest)
    return found


def _gap(
    boxes: Sequence[Piece | Table], left: float, right: float, known: Sequence[float]
) -> float | None:
    """Middle of the gap between two columns of running text, None when there is none."""
    for place in known:
        cut = _cut_at(boxes, place)
        crossing = sum(b.x0 < place < b.x1 for b in cut)
        both = any(b.x1 <= place for b in cut) and any(b.x0 >= place for b in cut)
        if both and crossing <= _CROSSING * len(cut):
            return place
    pieces = _parts([b for b in boxes if isinstance(b, Piece)])
    width = right - left
    if len(pieces) < 2 * _LEAST_ROWS or width < 150:
        return None
    size = median(p.size for p in pieces)
    for place in _free_places(pieces, left, right, size):
        sides = [p for p in pieces if not p.x0 < place < p.x1]
        before = [p for p in sides if p.x1 <= place]
        after = [p for p in sides if p.x0 >= place]
        if min(len(before), len(after)) < _LEAST_ROWS:
            continue
        if len(pieces) - len(sides) > _CROSSING * len(pieces):
            continue
        if _filled(before) and _filled(after):
            return place
    return None


def _free_places(pieces: Sequence[Piece], left: float, right: float, size: float) -> list[float]:
    """Middles of the upright strips that fewest pieces reach into, the emptiest first."""
    if right - left > _WIDEST:
        return []
    width = int(right - left) + 1
    cover = [0] * (width + 1)
    for piece in pieces:
        cover[max(0, int(piece.x0 - left))] += 1
        cover[min(width, int(piece.x1 - left) + 1)] -= 1
    for i in range(1, width + 1):
        cover[i] += cover[i - 1]
    low = int(0.2 * width), int(0.8 * width)
    least = min(cover[low[0] : low[1]], default=0)
    strips: list[tuple[int, float]] = []
    start = None
    for i in range(low[0], low[1] + 1):
        if cover[i] <= least and i < low[1]:
            start = i if start is None else start
        elif start is not None:
            if i - start >= 0.8 * size:
                strips.append((i - start, left + (start + i) / 2))
            start = None
    return [place for _, place in sorted(strips, reverse=True)[:4]]


def _filled(side: Sequence[Piece]) -> bool:
    """Whether most lines of a column fill it, as those of running text do and cells do not."""
    lines = lines_of(sorted(side, key=lambda p: (p.y, p.x0)))
    left, right = min(p.x0 for p in lines), max(p.x1 for p in lines)
    if right - left < 8 * median(p.size for p in lines):
        return False
    long = sum(p.x1 - p.x0 >= _FILLED * (right - left) for p in lines)
    return long >= 0.4 * len(lines)


def _lines(boxes: Sequence[Piece | Table], column: tuple[int, ...], page: int) -> list[Item]:
    found: list[Item] = []
    row: list[Piece] = []

    def flush() -> None:
        if row:
            ordered = sorted(row, key=lambda p: p.x0)
            found.append(Line(lines_of(ordered)[0], tuple(ordered), column, page))
            row.clear()

    for box in boxes:
        if isinstance(box, Table):
            flush()
            found.append(box)
        elif row and abs(row[0].y - box.y) > 0.25 * max(row[0].size, box.size):
            flush()
            row.append(box)
        else:
            row.append(box)
    flush()
    return found
