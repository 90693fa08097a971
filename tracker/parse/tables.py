"""Reads tables (表): which lines they take, and what their cells say.

In: the lines of a text with their layout; later its canonical text. Out: the lines that are table
rows with the spans of their cells, then the tables with columns and rows. A table of indicators
names them and gives their targets or results. A frame around text, a list of works or of names
(民生实事) is none: its cells are text like any other, read one by one.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.model.outline import ColumnRole
from tracker.model.source import LineLayout
from tracker.model.span import Span
from tracker.parse.lines import SPACE, Line
from tracker.parse.table_heads import Head, is_transposed, read_head, unit_of_line
from tracker.parse.table_rows import Grid, RawCell, RawRow, find_grids
from tracker.parse.task_heads import is_task_head, read_task_head, read_works_head

_CAPTION = re.compile(r"(续?附?表|专栏)\s*[\d一二三四五六七八九十]+|[（(]?续\s*表")
_TITLE = re.compile(
    r"^[^。；]{2,40}(?:指标|目标|情况|计划|汇总|一览|统计)表?(?:[（(][^（()）]{1,6}[)）])?$"
)
_NOTE = re.compile(r"^[（(]?(?:注|备注|说明)\s*[：:]|^注\d")
_MARKS = re.compile(r"\*\*|\\(?=[*_#|])|^#+")
_SENTENCE = re.compile(r"。|；")
_LONG_CELL = 80
"""Characters: the longest target of the sample tables has 41, the shortest described work 90."""

_NEAR = 4
"""Lines above a table among which its title stands."""

_SHORT_CELL = 16
_LONGEST_HEADING = 60
"""Characters of a line that heads a group of tasks."""

_LONGEST_GROUP = 24
"""Characters of a row that names a group of indicators."""

_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table before the canonical text is made.

    Attributes:
        grid: Its rows.
        caption: Line of its caption, where that belongs to the table.
        title: Its caption, white space taken out, wherever it stands.
        unit: Unit that a line above it names.
        notes: Lines right below it that explain it.
        head: What its head says; None for a table that is no table of indicators.
    """

    grid: Grid
    caption: Line | None
    title: str
    unit: str
    notes: tuple[int, ...]
    head: Head | None
    rows: tuple[RawRow, ...]

    @property
    def is_of_tasks(self) -> bool:
        """It lists tasks, and who does them or by when."""
        return self.head is not None and self.head.is_of_tasks


@dataclass(frozen=True, slots=True)
class TableLines:
    """What of a text is tables.

    Attributes:
        tables: Tables in order.
        lines: 1-based lines of tables, their captions and notes.
        rows: 1-based lines of all rows, those included whose cells are text.
        continued: 1-based lines that go on with the cell of the line before.
        cells: Source spans of the cells on lines that hold several.
        labels: Source spans of short cells beside text (序号, 领域): no headings.
        marks: 1-based lines that only rule a table off.
    """

    tables: tuple[FoundTable, ...]
    lines: frozenset[int]
    rows: frozenset[int]
    continued: tuple[int, ...]
    cells: Mapping[int, tuple[Span, ...]]
    labels: Mapping[int, tuple[Span, ...]]
    marks: frozenset[int]


def find_tables(
    lines: tuple[Line, ...],
    layout: Sequence[LineLayout] = (),
    plain: frozenset[int] = frozenset(),
) -> TableLines:
    """Return the tables of a text.

    Args:
        lines: All its lines.
        layout: Layout by line, or empty.
        plain: 1-based lines that are no rows because a person said what they are.
    """
    tables, rows = list[FoundTable](), set[int]()
    continued, cells, labels = (
        list[int](),
        dict[int, tuple[Span, ...]](),
        dict[int, tuple[Span, ...]](),
    )
    grids = find_grids(lines, layout, plain)
    # Lazily: whether a grid goes on with the table before it is known when that one is read.
    for grid in (part for whole in grids for part in _apart(whole, lines, tables)):
        known = tables[-1] if tables else None
        found = _judge(grid, lines, plain, known)
        if found is None:
            continue
        is_table, table = found
        for row in grid.rows:
            rows.update(row.lines)
            if grid.on_lines:
                continued += [n for cell in row.cells for n in _lines_after_first(cell, lines, row)]
            else:
                pieces = tuple(piece for cell in row.cells for piece in cell.pieces)
                cells[row.lines[0]] = pieces
                if not is_table and len(pieces) > 1:
                    labels[row.lines[0]] = tuple(p for p in pieces if len(p) <= _SHORT_CELL)
        if is_table:
            tables.append(table)
    marks = {n for grid in grids for n in grid.marks}
    own = {n for t in tables for row in t.grid.rows for n in row.lines}
    own.update(t.caption.number for t in tables if t.caption)
    own.update(n for t in tables for n in t.notes)
    return TableLines(
        tuple(tables),
        frozenset(own),
        frozenset(rows),
        tuple(continued),
        cells,
        labels,
        frozenset(marks),
    )


def _apart(grid: Grid, lines: tuple[Line, ...], before: Sequence[FoundTable]) -> tuple[Grid, ...]:
    """Cut a grid at rows that are a title, a unit or text over all columns.

    Tables that stand below one another in a sheet, or with nothing between them in a text, come
    as one; each has its title before it. What goes on with a list of tasks stays whole.
    """
    if not grid.given or grid.on_lines:
        return (grid,)
    texts = [[_bare(cell, lines) for cell in row.cells] for row in grid.rows]
    if read_task_head(texts) is not None:
        return _lists_apart(grid, texts)
    known = before[-1] if before else None
    if known is not None and known.head is not None and known.head.is_of_tasks:
        between = [line for line in lines[known.grid.end : grid.start] if line.bare]
        goes_on = _lists_more(known.head, grid, between, lines)
        if goes_on and not read_head(texts).is_of_indicators:
            return (grid,)
    found, rows = list[Grid](), list[RawRow]()
    for row in (*grid.rows, None):
        if row is None or _is_across(row, lines):
            found.extend(_part(grid, rows))
            rows = []
            found.extend(_part(grid, [row] if row else []))
        else:
            rows.append(row)
    return tuple(found)


def _part(grid: Grid, rows: Sequence[RawRow]) -> tuple[Grid, ...]:
    """Return rows as a grid of their own, without the columns that are empty in all of them."""
    if not rows:
        return ()
    width = max(len(row.cells) for row in rows)
    kept = [i for i in range(width) if any(i < len(r.cells) and r.cells[i].pieces for r in rows)]
    trimmed = tuple(
        RawRow(
            tuple(r.cells[i] for i in kept if i < len(r.cells)),
            r.lines,
            frozenset(new for new, old in enumerate(kept) if old in r.merged),
        )
        for r in rows
    )
    return (Grid(trimmed, rows[0].lines[0] - 1, rows[-1].lines[-1], grid.given),)


def _lists_apart(grid: Grid, texts: Sequence[Sequence[str]]) -> tuple[Grid, ...]:
    """Cut lists of tasks that follow each other in one sheet, each with its title and its head.

    Their other rows of one cell head groups of tasks, however long they are.
    """
    found, start, headed = list[Grid](), 0, False
    for at, row in enumerate(texts):
        if not is_task_head(row):
            continue
        above = at
        while above > start and sum(map(bool, texts[above - 1])) == 1:
            above -= 1
        if headed and above < at:
            found.extend(_part(grid, grid.rows[start:above]))
            start = above
        headed = True
    return (*found, *_part(grid, grid.rows[start:]))


def _is_across(row: RawRow, lines: tuple[Line, ...]) -> bool:
    """A row of one cell that is no group (一、经济发展) but a title, a unit or text."""
    filled = [cell for cell in row.cells if cell.pieces]
    if len(filled) != 1:
        return False
    text = _bare(filled[0], lines)
    titled = _CAPTION.match(text) or _TITLE.match(text) or unit_of_line(text)
    return bool(titled or len(text) > _LONGEST_GROUP or _SENTENCE.search(text))


def _lines_after_first(cell: RawCell, lines: tuple[Line, ...], row: RawRow) -> list[int]:
    starts = {piece.start for piece in cell.pieces[1:]}
    return [
        n
        for n in row.lines
        if any(
            lines[n - 1].start <= s < lines[n - 1].start + len(lines[n - 1].text) for s in starts
        )
    ]


def _judge(
    grid: Grid, lines: tuple[Line, ...], plain: frozenset[int], known: FoundTable | None
) -> tuple[bool, FoundTable] | None:
    """Tell a table from text in cells; None for what only looked like rows."""
    texts = [[_bare(cell, lines) for cell in row.cells] for row in grid.rows]
    rows = grid.rows
    caption, title, unit = _above(lines, grid.start, plain)
    near = "".join(line.bare for line in lines[max(0, grid.start - _NEAR) : grid.start])
    tasks = read_task_head(texts) or (read_works_head(texts, near) if grid.given else None)
    if tasks is None and is_transposed(texts):
        rows = _turned(rows)
        texts = [[_bare(cell, lines) for cell in row.cells] for row in rows]
    head = tasks or read_head(texts)
    goes_on = (
        known is not None
        and known.head is not None
        and _goes_on(known.head, head, grid, title, known.grid, lines)
    )
    if goes_on and known is not None and known.head is not None:
        head = replace(known.head, n_rows=0, caption="")
    body = texts[head.n_rows :]
    long = [t for row in body for t in row if len(t) > _LONG_CELL or _SENTENCE.search(t)]
    is_text = len(long) * 2 > len(body) or grid.n_columns < 2 or len(rows) < 2
    is_text = is_text and not head.is_of_tasks
    if (head.is_of_indicators or head.is_of_tasks) and body and not (is_text and not goes_on):
        found = FoundTable(
            grid,
            caption,
            title or head.caption,
            head.unit or unit,
            _notes(lines, grid.end, plain),
            head,
            rows,
        )
        return True, found
    if not grid.given:
        return None
    table = FoundTable(grid, None if is_text else caption, title, unit, (), None, rows)
    return not is_text, table


def _goes_on(
    known: Head, head: Head, grid: Grid, title: str, before: Grid, lines: tuple[Line, ...]
) -> bool:
    """Tell whether a table without a head of its own goes on with the one before (续表)."""
    if head.is_of_indicators or head.is_of_tasks:
        return False
    between = [line for line in lines[before.end : grid.start] if line.bare]
    if known.is_of_tasks:
        return _lists_more(known, grid, between, lines)
    return len(known.columns) == grid.n_columns and ("续" in title or not between)


def _lists_more(known: Head, grid: Grid, between: Sequence[Line], lines: tuple[Line, ...]) -> bool:
    """Tell whether rows go on with a list of tasks; a line between them may head a group."""
    heads = [line for line in between if len(line.bare) <= _LONGEST_HEADING]
    if len(heads) != len(between) or any("。" in line.bare for line in heads) or len(heads) > 2:
        return False
    if len(known.columns) == grid.n_columns:
        return True
    # The last columns are empty in all rows of this part, if its first one has the numbers.
    counts = known.columns[0].role is ColumnRole.NUMBER
    first = [_bare(row.cells[0], lines) for row in grid.rows]
    return counts and 1 < grid.n_columns < len(known.columns) and all(map(str.isdigit, first))


def _turned(rows: tuple[RawRow, ...]) -> tuple[RawRow, ...]:
    """Make rows of columns."""
    width = max(len(row.cells) for row in rows)
    lines = tuple(n for row in rows for n in row.lines)
    return tuple(
        RawRow(tuple(row.cells[i] if i < len(row.cells) else RawCell() for row in rows), lines)
        for i in range(width)
    )


def _bare(cell: RawCell, lines: tuple[Line, ...]) -> str:
    """Return the characters of a cell without white space and marks."""
    return "".join(_slice(lines, piece) for piece in cell.pieces).translate(_WIDTH)


def _slice(lines: tuple[Line, ...], piece: Span) -> str:
    at = _line_at(lines, piece.start)
    text = at.text[piece.start - at.start : piece.end - at.start]
    return _MARKS.sub("", SPACE.sub("", text))


def _line_at(lines: tuple[Line, ...], position: int) -> Line:
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lines[middle].start <= position:
            low = middle
        else:
            high = middle - 1
    return lines[low]


def _above(lines: tuple[Line, ...], at: int, plain: frozenset[int]) -> tuple[Line | None, str, str]:
    """Return the caption line that belongs to a table, the text of its title, and its unit."""
    unit = ""
    for line in reversed(lines[max(0, at - 6) : at]):
        if not line.bare:
            continue
        text = _MARKS.sub("", line.bare)
        if not unit and unit_of_line(text) and not _CAPTION.match(text):
            unit = unit_of_line(text)
            continue
        if line.number not in plain and _CAPTION.match(text) and len(text) <= 60:
            return line, text, unit or unit_of_line(text)
        return None, text if _TITLE.match(text) else "", unit
    return None, "", unit


def _notes(lines: tuple[Line, ...], end: int, plain: frozenset[int]) -> tuple[int, ...]:
    """Lines of the notes right below a table."""
    for line in lines[end : end + 3]:
        if line.bare:
            free = line.number not in plain and _NOTE.match(line.bare)
            return (line.number,) if free else ()
    return ()
