"""Finds the rows of tables (表格的行), however a file gives them.

In: the lines of a text with their layout. Out: grids of raw cells with their source spans:

- rows that a reader gives (``LineLayout.table``), cells separated by tabs;
- one cell per line, each starting with a tab, an empty line after every row, cells that a narrow
  column broke over several lines: what a copy out of a word processor leaves;
- rows of cells separated by tabs;
- Markdown rows (``| 指标 | 单位 |``);
- columns set with spaces;
- one cell per line and nothing between them, below a head that names indicators.

What the rows mean is not asked here.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from tracker.model.source import LineLayout
from tracker.model.span import Span
from tracker.parse.lines import Line
from tracker.parse.table_heads import head_roles
from tracker.parse.table_lines import offsets, read_line_table


@dataclass(frozen=True, slots=True)
class RawCell:
    """Source spans of one cell, one for each line (or ``<br>`` line) of its text."""

    pieces: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """Cells of one row, the 1-based lines that hold it, and columns that go on from above."""

    cells: tuple[RawCell, ...]
    lines: tuple[int, ...]
    merged: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows that belong together.

    Attributes:
        rows: The rows, heads included.
        start: Position of its first line in the list of lines.
        end: One past its last line.
        given: A reader or Markdown marks say that it is a table; otherwise it only looks so.
        on_lines: Each line is a cell or a part of one.
        marks: 1-based lines that only rule the table off (``| --- | --- |``).
    """

    rows: tuple[RawRow, ...]
    start: int
    end: int
    given: bool
    on_lines: bool = False
    marks: tuple[int, ...] = ()

    @property
    def n_columns(self) -> int:
        """Most cells of a row."""
        return max((len(row.cells) for row in self.rows), default=0)


_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_BAR = re.compile(r"(?<!\\)\|")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_WIDE_GAP = re.compile(r"[ \u3000\xa0]{2,}")
_SINGLE = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000\xa0]{1,3}(?=[\u4e00-\u9fff](?:[ \u3000\xa0]|$))"
)
_NUMBER_ALONE = re.compile(
    r"[一二三四五六七八九十]+、?|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]?|第[一二三四五六七八九十]+[章节部分]*|[—–●·•-]+"
)
_LEAST_ROWS = 3
"""Rows, the head among them, of a table that is looked for in bare lines."""

_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[)）、]")
"""A numbered heading is no cell of a table that only looks so."""

_MOST_CELLS = 100
_LONGEST_ROW = 4000
"""Cells and characters of a row in a plain text; more is none."""

_LONGEST_PART = 40
"""Characters of a line that goes on with a cell; cells are narrow, paragraphs are not."""


def find_grids(
    lines: tuple[Line, ...], layout: Sequence[LineLayout], plain: frozenset[int]
) -> tuple[Grid, ...]:
    """Return the grids of a text in order.

    Args:
        lines: All lines of the text.
        layout: Layout by line, or empty.
        plain: 1-based lines that are no rows because somebody said what they are.
    """
    found = list[Grid]()
    at = 0
    page = _Page(lines, layout, plain)
    while at < len(lines):
        grid = next(filter(None, (read(page, at) for read in _SHAPES)), None)
        if grid is not None and any(cell.pieces for row in grid.rows for cell in row.cells):
            found.append(grid)
        at = max(at + 1, grid.end if grid else 0)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Page:
    lines: tuple[Line, ...]
    layout: Sequence[LineLayout]
    plain: frozenset[int]

    def table_at(self, at: int) -> int | None:
        """Number of the table that a reader puts a line into."""
        return self.layout[at].table if at < len(self.layout) and self.is_free(at) else None

    def is_furniture(self, at: int) -> bool:
        """A running head between the rows of two pages ends no table."""
        return at < len(self.layout) and self.layout[at].furniture

    def is_free(self, at: int) -> bool:
        """Nobody said what the line is, and a reader took it for no page furniture."""
        return self.lines[at].number not in self.plain and not self.is_furniture(at)


def _given(page: _Page, start: int) -> Grid | None:
    """Rows with ``layout.table``."""
    number = page.table_at(start)
    if number is None:
        return None
    rows, end, at = list[RawRow](), start, start
    while at < len(page.lines):
        if page.table_at(at) == number:
            line = page.lines[at]
            if line.bare:
                merged = frozenset(page.layout[at].merged)
                rows.append(RawRow(_split(line, "\t"), (line.number,), merged))
            end = at + 1
        elif not page.is_furniture(at):
            break
        at += 1
    return Grid(tuple(rows), start, end, given=True) if rows else None


def _piped(page: _Page, start: int) -> Grid | None:
    """Rows of a Markdown table; the second one is a rule."""
    if not 1 <= page.lines[start].text.count("|") <= _MOST_CELLS:
        return None
    if start + 1 >= len(page.lines):
        return None
    if not _is_rule(page.lines[start + 1]):
        return None
    rows, marks, at = list[RawRow](), list[int](), start
    while at < len(page.lines) and page.is_free(at) and "|" in page.lines[at].text:
        line = page.lines[at]
        if _is_rule(line):
            marks.append(line.number)
        else:
            rows.append(RawRow(_split_bars(line), (line.number,)))
        at += 1
    return Grid(tuple(rows), start, at, given=True, marks=tuple(marks)) if rows else None


def _is_rule(line: Line) -> bool:
    return "|" in line.bare and "-" in line.bare and bool(_RULE.fullmatch(line.text.strip()))


def _split_bars(line: Line) -> tuple[RawCell, ...]:
    edges = [m.start() for m in _BAR.finditer(line.text)]
    if not edges:
        return (_cell(line, 0, len(line.text)),)
    first = 0 if line.text[: edges[0]].strip() else edges[0] + 1
    stops = [e for e in edges if e >= first]
    if line.text[stops[-1] + 1 :].strip() if stops else True:
        stops.append(len(line.text))
    cells, at = list[RawCell](), first
    for stop in stops:
        cells.append(_cell(line, at, stop))
        at = stop + 1
    return tuple(cells)


def _cells_on_lines(page: _Page, start: int) -> Grid | None:
    """Cells on lines of their own, each starting with a tab."""
    lines = page.lines
    rows, row, row_lines = list[RawRow](), list[RawCell](), list[int]()
    at = start
    if not _is_tab_led(lines[at]) or (at and _is_tab_led(lines[at - 1])):
        return None  # a table begins where its cells do

    def close() -> None:
        if row:
            rows.append(RawRow(tuple(row), tuple(row_lines)))
        row.clear()
        row_lines.clear()

    while at < len(lines) and page.is_free(at) and page.table_at(at) is None:
        line = lines[at]
        if _is_tab_led(line):
            row.append(_cell(line, 0, len(line.text)))
            row_lines.extend([line.number] if line.bare else [])
        elif line.bare and row and len(line.bare) <= _LONGEST_PART and _goes_on(lines, at):
            row[-1] = RawCell(row[-1].pieces + _cell(line, 0, len(line.text)).pieces)
            row_lines.append(line.number)
        elif not line.bare and row:
            close()
        else:
            break
        if len(row) > _MOST_CELLS or (rows and len(rows[0].cells) < 2):
            return None
        at += 1
    close()
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return None
    return Grid(tuple(rows), start, at, given=True, on_lines=True)


def _is_tab_led(line: Line) -> bool:
    return line.text.startswith("\t") and "\t" not in line.text.strip()


def _goes_on(lines: tuple[Line, ...], at: int) -> bool:
    """A line without a tab belongs to the cell only if it follows one without a gap."""
    return lines[at - 1].text.startswith("\t") or bool(lines[at - 1].bare)


def _bare_lines(page: _Page, start: int) -> Grid | None:
    """Cells on lines of their own with nothing to set them apart: what a plain paste leaves."""
    first = page.lines[start]
    if not first.bare or len(first.bare) > _LONGEST_PART or not head_roles([first.bare, "目标"]):
        return None
    lines = list(_short_lines(page, start))
    table = read_line_table([line.bare for line in lines], _LEAST_ROWS - 1)
    if table is None:
        return None
    rows, at = list[RawRow](), 0
    for cells in (table.head, *table.rows):
        row = lines[at : at + sum(cells)]
        parts = [row[a:b] for a, b in offsets(cells)]
        rows.append(
            RawRow(
                tuple(RawCell(_all_pieces(part)) for part in parts),
                tuple(line.number for line in row),
            )
        )
        at += sum(cells)
    return Grid(tuple(rows), start, rows[-1].lines[-1], given=False, on_lines=True)


def _all_pieces(lines: Sequence[Line]) -> tuple[Span, ...]:
    return tuple(piece for line in lines for piece in _pieces(line, 0, len(line.text)))


def _short_lines(page: _Page, start: int) -> Iterator[Line]:
    """Yield the lines that could be cells, from a filled one on."""
    for at in range(start, len(page.lines)):
        line = page.lines[at]
        if page.is_furniture(at):
            continue
        if not page.is_free(at) or len(line.bare) > _LONGEST_PART or line.bare.endswith("。"):
            return
        if not line.bare and not page.lines[at - 1].bare:
            return
        if _HEADING.match(line.bare):
            return
        if line.bare:
            yield line


def _tabbed(page: _Page, start: int) -> Grid | None:
    """Rows of cells separated by tabs, an empty line between them or not."""
    return _on_one_line(page, start, _tab_cells)


def _spaced(page: _Page, start: int) -> Grid | None:
    """Columns set with spaces; every row has as many as the head."""
    grid = _on_one_line(page, start, _space_cells)
    if grid is None or grid.n_columns < 3:
        return None
    width = len(grid.rows[0].cells)
    return grid if all(len(row.cells) == width for row in grid.rows) else None


def _on_one_line(
    page: _Page, start: int, cells_of: Callable[[Line], tuple[RawCell, ...]]
) -> Grid | None:
    rows, at, end = list[RawRow](), start, start
    width = 0
    while at < len(page.lines) and page.is_free(at):
        line = page.lines[at]
        cells = cells_of(line) if line.bare and len(line.text) <= _LONGEST_ROW else ()
        if len(cells) >= 2:
            if cells_of is _space_cells and len(cells) != (width or max(3, len(cells))):
                break
            width = width or len(cells)
            rows.append(RawRow(cells, (line.number,)))
            end = at + 1
        elif line.bare or at >= end + 1:
            break
        at += 1
    return Grid(tuple(rows), start, end, given=False) if len(rows) >= 2 else None


def _tab_cells(line: Line) -> tuple[RawCell, ...]:
    if "\t" not in line.text.strip(" \u3000"):
        return ()
    cells = _split(line, "\t")
    filled = [cell for cell in cells if cell.pieces]
    if len(filled) < 2:
        return cells if len(cells) > 2 else ()
    first = filled[0].pieces[0]
    text = line.text[first.start - line.start : first.end - line.start]
    return () if len(filled) == 2 and _NUMBER_ALONE.fullmatch(text.strip()) else cells


def _space_cells(line: Line) -> tuple[RawCell, ...]:
    gaps = list(_WIDE_GAP.finditer(line.text.rstrip()))
    if not gaps:
        return ()  # most lines of a report: they cost one search
    spelled = {m.start() for m in _SINGLE.finditer(line.text)}  # 指  标  名  称
    cells, at = list[RawCell](), 0
    for gap in gaps:
        if gap.start() in spelled:
            continue
        if line.text[at : gap.start()].strip():
            cells.append(_cell(line, at, gap.start()))
        at = gap.end()
    cells.append(_cell(line, at, len(line.text)))
    return tuple(cells)


def _split(line: Line, mark: str) -> tuple[RawCell, ...]:
    cells, at = list[RawCell](), 0
    for part in line.text.split(mark):
        cells.append(_cell(line, at, at + len(part)))
        at += len(part) + len(mark)
    return tuple(cells)


def _cell(line: Line, start: int, end: int) -> RawCell:
    return RawCell(tuple(_pieces(line, start, end)))


def _pieces(line: Line, start: int, end: int) -> Iterator[Span]:
    at = start
    breaks = [(m.start(), m.end()) for m in _BREAK.finditer(line.text, start, end)]
    for stop, after in [*breaks, (end, end)]:
        text = line.text[at:stop]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            yield Span(line.start + at + lead, line.start + at + len(text.rstrip()))
        at = after


_SHAPES = (_given, _piped, _cells_on_lines, _tabbed, _spaced, _bare_lines)
