"""Finds tables without lines: rows whose pieces stand below each other in columns.

地区生产总值            增长5.5%以上      2.4万亿元
一般公共预算收入        增长4.5%以上      同口径增长0.1%
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from statistics import median

from tracker.ingest.pdf.grid import Cell, Table, cell_of
from tracker.ingest.pdf.ink import Rule
from tracker.ingest.pdf.lines import Piece, parted
from tracker.ingest.pdf.order import Item, Line

_LEAST_ROWS = 3
"""Rows with several cells that make a table; fewer are a line with a wide gap (a name, a date)."""

_ALLEY = 0.3
"""Columns are parted by at least so many sizes that no row reaches into."""

_NEXT = 3.2
"""Rows of a table follow each other within so many sizes."""

_MANY = 4
"""In so many columns, lines that fill more than half of them are rows."""

_Bands = list[tuple[float, float]]


def with_aligned_tables(
    items: Sequence[Item], rules: Sequence[Rule], before: Item | None = None
) -> list[Item]:
    """Return a page's lines and tables with tables in place of lines that are rows of one.

    Args:
        items: Lines and ruled tables of the page in reading order.
        rules: Ruled lines of the page.
        before: What stands last on the page before: the page may begin with the rest of it.
    """
    found: list[Item] = []
    index = 0
    while index < len(items):
        rows, bands = _extent(items, index, before if index == 0 else None)
        if rows:
            found.append(_table(rows, bands, rules))
            index += len(rows)
        else:
            found.append(items[index])
            index += 1
    return found


def with_last_rows(items: Sequence[Item], after: Item, rules: Sequence[Rule]) -> list[Item]:
    """Return a page's items, its last lines as rows of the table that the next page begins with.

    One or two rows alone are not known as a table; with the rest of it they are.

    Args:
        items: Lines and tables of the page.
        after: What stands first on the next page.
        rules: Ruled lines of the page.
    """
    if not isinstance(after, Table) or after.ruled:
        return list(items)
    bands = list(after.bands)
    rows: list[Line] = []
    for item in reversed(items):
        if not isinstance(item, Line) or abs(item.piece.size - after.size) > 0.06 * after.size:
            break
        if rows and rows[0].piece.y - item.piece.y > _NEXT * after.size:
            break
        wider = _widened(bands, _slivers(item), _ALLEY * after.size)
        if len(wider) != len(after.bands):
            break
        bands = wider
        rows.insert(0, item)
    while rows and len(rows[0].pieces) == 1:
        del rows[0]
    if not rows:
        return list(items)
    cut = [replace(row, pieces=_by_band(row, bands)) for row in rows]
    return [*items[: len(items) - len(rows)], _table(cut, bands, rules)]


def _extent(items: Sequence[Item], start: int, before: Item | None) -> tuple[list[Line], _Bands]:
    """The rows of the table that begins with an item, none when there is no such table."""
    first = items[start]
    if not isinstance(first, Line):
        return [], []
    size = first.piece.size
    known: _Bands = []
    if isinstance(before, Table) and not before.ruled and abs(before.size - size) <= 0.06 * size:
        known = list(before.bands)
    rows, bands = _candidates(items[start:], first, known)
    if not known:
        rows = _trimmed(rows, bands)
        if not rows or rows[0] is not first:
            return [], []  # the table may begin with the next line
    bands = known
    for line in rows:
        bands = _widened(bands, _slivers(line), _ALLEY * size)
    rows = [replace(line, pieces=_by_band(line, bands)) for line in rows]
    several = sum(len(line.pieces) > 1 for line in rows)
    if known and several < _LEAST_ROWS:
        return rows, bands
    if several < _LEAST_ROWS or len(bands) < 2 or not _in_columns(rows, bands):
        return [], []
    return rows, bands


def _candidates(items: Sequence[Item], first: Line, known: _Bands) -> tuple[list[Line], _Bands]:
    """The lines from the first on that keep at least two columns apart."""
    size = first.piece.size
    rows: list[Line] = []
    bands = known
    several = _LEAST_ROWS if known else 0
    for item in items:
        if not isinstance(item, Line) or item.column != first.column:
            break
        far = rows and item.piece.y - rows[-1].piece.y > _NEXT * size
        if far or abs(item.piece.size - size) > 0.06 * size:
            break
        wider = _widened(bands, _slivers(item), _ALLEY * size)
        lone = len(item.pieces) == 1
        if several and (len(wider) < 2 or (lone and several >= 2 and len(wider) < len(bands))):
            break
        bands = wider
        several += not lone
        rows.append(item)
        if len(rows) >= 4 and not several:
            break
    return rows, bands


def _slivers(line: Line) -> list[Piece]:
    """A row cut at every gap, also narrow ones: cells of tables without lines nearly touch."""
    found: list[Piece] = []
    for piece in line.pieces:
        rest = piece
        while rest.gaps:
            one, rest = parted(rest, rest.gaps[0])
            found.append(one)
        found.append(rest)
    return found


def _by_band(line: Line, bands: _Bands) -> tuple[Piece, ...]:
    """A row's pieces cut only between columns."""
    found: list[Piece] = []
    for piece in line.pieces:
        rest = piece
        while True:
            gap = next((g for g in rest.gaps if _column(g[1], bands) != _column(g[2], bands)), None)
            if gap is None:
                break
            one, rest = parted(rest, gap)
            found.append(one)
        found.append(rest)
    return tuple(found)


def _column(x: float, bands: _Bands) -> int:
    return sum(low <= x + 0.5 for low, _ in bands)


def _widened(bands: _Bands, pieces: Sequence[Piece], alley: float) -> _Bands:
    """The columns' extents with one more row; those that come too close become one."""
    found: _Bands = []
    for low, high in sorted([*bands, *((p.x0, p.x1) for p in pieces)]):
        if found and low - found[-1][1] < alley:
            found[-1] = (found[-1][0], max(found[-1][1], high))
        else:
            found.append((low, high))
    return found


def _trimmed(rows: list[Line], bands: _Bands) -> list[Line]:
    """Rows without lone pieces before the first full one and after the last.

    Those that stand as close as the lines of a cell are parts of one.
    """
    inner = _inner_step(rows, bands) if bands and rows else 0.0

    def is_apart(lone: Line, full: Line) -> bool:
        step = abs(full.piece.y - lone.piece.y)
        close = step <= max(1.3 * lone.piece.size, 1.12 * inner)
        return len(lone.pieces) == 1 and not (close and len(full.pieces) > 1)

    start, end = 0, len(rows)
    while end and is_apart(rows[end - 1], rows[end - 2] if end > 1 else rows[end - 1]):
        end -= 1
    while start < end and is_apart(rows[start], rows[min(start + 1, end - 1)]):
        start += 1
    return rows[start:end]


def _in_columns(lines: Sequence[Line], bands: _Bands) -> bool:
    """Whether the pieces fill at least half of the columns of most rows, and no row is prose."""
    width = bands[-1][1] - bands[0][0]
    fillings = [
        len({_band(p, bands) for p in line.pieces}) for line in lines if len(line.pieces) > 1
    ]
    prose = sum(
        len(line.pieces) == 1 and line.piece.x1 - line.piece.x0 > 0.8 * width for line in lines
    )
    return prose == 0 and median(fillings) >= max(2, len(bands) / 2)


def _band(piece: Piece, bands: _Bands) -> int:
    middle = (piece.x0 + piece.x1) / 2
    return min(
        range(len(bands)),
        key=lambda i: max(bands[i][0] - middle, middle - bands[i][1], 0.0),
    )


def _table(lines: Sequence[Line], bands: _Bands, rules: Sequence[Rule]) -> Table:
    groups = _grouped(lines, bands, rules)
    rows = []
    for group in groups:
        columns: list[list[Piece]] = [[] for _ in bands]
        for piece in group:
            columns[_band(piece, bands)].append(piece)
        rows.append(
            tuple(
                cell_of(sorted(inside, key=lambda p: (p.y, p.x0)), right) if inside else Cell("")
                for inside, (_, right) in zip(columns, bands, strict=True)
            )
        )
    first, last = lines[0].piece, lines[-1].piece
    edges = (*(low for low, _ in bands), bands[-1][1])
    return Table(
        edges,
        tuple(rows),
        bands[0][0],
        first.y - first.size,
        bands[-1][1],
        last.y,
        first.size,
        tuple(bands),
    )


def _grouped(lines: Sequence[Line], bands: _Bands, rules: Sequence[Rule]) -> list[list[Piece]]:
    """Pieces by row of the table: a row has several lines where a cell is broken."""
    top, bottom = lines[0].piece.y, lines[-1].piece.y
    width = bands[-1][1] - bands[0][0]
    cuts = sorted(
        r.y0 for r in rules if r.level and top < r.y0 < bottom and r.x1 - r.x0 > 0.6 * width
    )
    several = [line for line in lines if len(line.pieces) > 1]
    if len(cuts) >= max(2, 0.5 * len(several)):
        return _by_cuts(lines, cuts)
    # A cell over several rows leaves one column empty; broken cells leave most of them empty.
    fewest = len(bands) if len(bands) < _MANY else ceil(0.6 * len(bands))
    if all(len({_band(p, bands) for p in line.pieces}) >= fewest for line in lines):
        return [list(line.pieces) for line in lines]
    step = _inner_step(lines, bands)
    if step:
        return _by_step(lines, bands, step)
    return _by_first_cells(lines, bands)


def _by_cuts(lines: Sequence[Line], cuts: Sequence[float]) -> list[list[Piece]]:
    groups: list[list[Piece]] = [[] for _ in range(len(cuts) + 1)]
    for line in lines:
        groups[sum(cut < line.piece.y - 0.3 * line.piece.size for cut in cuts)] += line.pieces
    return [group for group in groups if group]


def _inner_step(lines: Sequence[Line], bands: _Bands) -> float:
    """Distance of the lines inside cells, 0 where it is not smaller than that of the rows."""
    steps = []
    last: dict[int, float] = {}
    for line in lines:
        for piece in line.pieces:
            band = _band(piece, bands)
            if band in last:
                steps.append(piece.y - last[band])
            last[band] = piece.y
    steps = sorted(step for step in steps if step > 0.5 * lines[0].piece.size)
    if not steps:
        return 0.0
    least = steps[0]
    wider = [step for step in steps if step > 1.2 * least]
    return least if wider and least <= 2.1 * lines[0].piece.size else 0.0


def _by_step(lines: Sequence[Line], bands: _Bands, step: float) -> list[list[Piece]]:
    """Put lines into cells where they follow closely, and cells into rows where they overlap."""
    cells: list[list[Piece]] = []
    last: dict[int, list[Piece]] = {}
    for line in lines:
        for piece in line.pieces:
            cell = last.get(_band(piece, bands))
            if cell is not None and piece.y - cell[-1].y <= 1.12 * step:
                cell.append(piece)
            else:
                cell = [piece]
                cells.append(cell)
                last[_band(piece, bands)] = cell
    cells.sort(key=lambda cell: cell[0].y)
    rows: list[list[Piece]] = []
    bottom = float("-inf")
    for cell in cells:
        if rows and cell[0].y <= bottom + 0.2 * step:
            rows[-1] += cell
        else:
            rows.append(list(cell))
            bottom = cell[-1].y
        bottom = max(bottom, cell[-1].y)
    return rows


def _by_first_cells(lines: Sequence[Line], bands: _Bands) -> list[list[Piece]]:
    """Begin a row with each line that has its first cell; others go on with the row before."""
    rows: list[list[Piece]] = []
    for line in lines:
        own = {_band(p, bands) for p in line.pieces}
        if rows and 0 not in own and len(own) < len(bands) - 1:
            rows[-1] += line.pieces
        else:
            rows.append(list(line.pieces))
    return rows
