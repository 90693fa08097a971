"""Finds ruled tables on a page and reads their cells.

Level and upright lines that touch make a grid; where a line between two fields is missing, they are
one cell. The text of a cell that reaches over several fields stands in the first of them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.ingest.pdf.ink import Glyph, Rule
from tracker.ingest.pdf.lines import Piece, join_text, merged, pieces_of

_NEAR = 3.0
"""Lines that are closer than this (points) are one, or touch: borders are drawn field by field."""

_MOST_LINES = 400
_MOST_IN_A_FIELD = 15
"""Lines of text in a field of a grid of one row; more are columns with a line between them."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of one cell; ``full`` tells of its last line how much room was left."""

    text: str
    room: float = 0.0
    head: float = 0.0


@dataclass(frozen=True, slots=True)
class Table:
    """A table, or the part of one that stands on one page.

    Attributes:
        edges: The columns' left edges and the right edge of the last.
        rows: Cells by row; every row has one for each column.
        x0: Left edge.
        y0: Upper edge.
        x1: Right edge.
        y1: Lower edge.
        size: Size of most of its characters.
        bands: Where the text of its columns stands, when no lines part them; empty otherwise.
    """

    edges: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bands: tuple[tuple[float, float], ...] = ()

    @property
    def ruled(self) -> bool:
        """Whether lines part its cells."""
        return not self.bands


def take_tables(glyphs: Sequence[Glyph], rules: Sequence[Rule]) -> tuple[list[Table], list[Glyph]]:
    """Return the ruled tables of a page, from the top down, and the characters outside them."""
    tables = []
    left = list(glyphs)
    for grid in _grids(rules):
        inside = [g for g in left if grid.holds(g)]
        table = _read(grid, inside)
        if table is not None:
            tables.append(table)
            taken = set(map(id, inside))
            left = [g for g in left if id(g) not in taken]
    return sorted(tables, key=lambda t: t.y0), left


@dataclass(slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    levels: list[Rule]
    uprights: list[Rule]

    def holds(self, glyph: Glyph) -> bool:
        x, y = (glyph.x0 + glyph.x1) / 2, glyph.y - 0.35 * glyph.size
        return self.xs[0] < x < self.xs[-1] and self.ys[0] < y < self.ys[-1]


def _grids(rules: Sequence[Rule]) -> list[_Grid]:
    """Groups of lines that touch, with at least two columns between them."""
    levels = _joined([r for r in rules if r.level])
    uprights = _joined([r for r in rules if not r.level])
    if len(levels) < 2 or len(uprights) < 2 or len(levels) + len(uprights) > _MOST_LINES:
        return []
    group = list(range(len(levels) + len(uprights)))

    def root(i: int) -> int:
        while group[i] != i:
            group[i] = group[group[i]]
            i = group[i]
        return i

    for i, level in enumerate(levels):
        for j, upright in enumerate(uprights, len(levels)):
            if (
                level.x0 - _NEAR <= upright.x0 <= level.x1 + _NEAR
                and upright.y0 - _NEAR <= level.y0 <= upright.y1 + _NEAR
            ):
                group[root(j)] = root(i)
    found = []
    for key in {root(i) for i in range(len(group))}:
        level_ones = [r for i, r in enumerate(levels) if root(i) == key]
        upright_ones = [r for i, r in enumerate(uprights, len(levels)) if root(i) == key]
        if len(level_ones) < 2 or not upright_ones:
            continue
        xs = _places(
            [
                *(r.x0 for r in upright_ones),
                min(r.x0 for r in level_ones),
                max(r.x1 for r in level_ones),
            ]
        )
        ys = _places(
            [
                *(r.y0 for r in level_ones),
                min(r.y0 for r in upright_ones),
                max(r.y1 for r in upright_ones),
            ]
        )
        if len(xs) >= 3 and len(ys) >= 2:
            found.append(_Grid(xs, ys, level_ones, upright_ones))
    return found


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Put together the pieces of lines that lie on one line and touch."""
    ordered = sorted(rules, key=lambda r: (round(r.y0 if r.level else r.x0), r.x0 + r.y0))
    kept: list[Rule] = []
    for rule in ordered:
        for index in range(len(kept) - 1, max(-1, len(kept) - 60), -1):
            whole = _together(rule, kept[index])
            if whole is not None:
                kept[index] = whole
                break
        else:
            kept.append(rule)
    return kept


def _together(one: Rule, two: Rule) -> Rule | None:
    """The line that two pieces make, None when they do not lie on one line or do not touch."""
    if one.level:
        near = abs(one.y0 - two.y0) <= 1.5
        touch = one.x0 <= two.x1 + _NEAR and one.x1 >= two.x0 - _NEAR
        whole = Rule(min(one.x0, two.x0), two.y0, max(one.x1, two.x1), two.y1)
    else:
        near = abs(one.x0 - two.x0) <= 1.5
        touch = one.y0 <= two.y1 + _NEAR and one.y1 >= two.y0 - _NEAR
        whole = Rule(two.x0, min(one.y0, two.y0), two.x1, max(one.y1, two.y1))
    return whole if near and touch else None


def _places(values: Iterable[float]) -> list[float]:
    """Distinct places among values that are nearly the same."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _read(grid: _Grid, glyphs: Sequence[Glyph]) -> Table | None:
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    owner = _cells(grid)
    content: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        row = bisect_right(grid.ys, glyph.y - 0.35 * glyph.size) - 1
        column = bisect_right(grid.xs, (glyph.x0 + glyph.x1) / 2) - 1
        content.setdefault(owner[row, column], []).append(glyph)
    texts: dict[tuple[int, int], Cell] = {}
    size = 0.0
    for place, inside in content.items():
        lines = lines_of(pieces_of(inside))
        if rows == 1 and len(lines) > _MOST_IN_A_FIELD:
            return None
        if lines:
            right = max(grid.xs[c + 1] for r, c in owner if owner[r, c] == place)
            texts[place] = cell_of(lines, right)
            size = max(size, lines[0].size)
    if len(texts) < 2 or len({c for _, c in texts}) < 2:
        return None
    empty = Cell("")
    found = tuple(tuple(texts.get((r, c), empty) for c in range(columns)) for r in range(rows))
    found = tuple(row for row in found if any(cell.text for cell in row))
    return Table(tuple(grid.xs), found, grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], size)


def _cells(grid: _Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """The first field of the cell that each field belongs to."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    owner = {(r, c): (r, c) for r in range(rows) for c in range(columns)}
    for r in range(rows):
        middle = (grid.ys[r] + grid.ys[r + 1]) / 2
        for c in range(1, columns):
            x = grid.xs[c]
            parted = any(abs(u.x0 - x) <= _NEAR and u.y0 <= middle <= u.y1 for u in grid.uprights)
            if not parted:
                owner[r, c] = owner[r, c - 1]
    for c in range(columns):
        middle = (grid.xs[c] + grid.xs[c + 1]) / 2
        for r in range(1, rows):
            y = grid.ys[r]
            parted = any(abs(v.y0 - y) <= _NEAR and v.x0 <= middle <= v.x1 for v in grid.levels)
            if not parted and owner[r, c] == (r, c):
                owner[r, c] = owner[r - 1, c]
    return owner


def lines_of(pieces: Iterable[Piece]) -> list[Piece]:
    """Return pieces put together by base line."""
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and abs(rows[-1][0].y - piece.y) <= 0.2 * piece.size:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [merged(sorted(row, key=lambda p: p.x0)) for row in rows]


def cell_of(lines: Sequence[Piece], right: float) -> Cell:
    """Return the cell that lines make; ``right`` is its right edge."""
    text = ""
    for index, line in enumerate(lines):
        spaced = index > 0 and lines[index - 1].spaced
        text = join_text(text, line.text, spaced=spaced)
    return Cell(text, right - lines[-1].x1, lines[0].head)
