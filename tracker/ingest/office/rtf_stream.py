r"""A stream of paragraphs in an RTF file: the body, a note or a text box, with its tables.

RTF has no element for a table: paragraphs say ``\intbl``, ``\cell`` ends a cell and ``\row`` a
row, and how wide a cell is follows from where its right edge lies.
"""

from dataclasses import dataclass, field

from tracker.ingest.blocks import Block
from tracker.ingest.office.grid import GridCell, table_blocks
from tracker.ingest.office.runs import Run, paragraph_blocks
from tracker.model.source import LineLayout

_SAME_EDGE = 40
"""Twips within which two right edges are one: programs round them differently (2 twips seen)."""

_DEEPEST = 16


@dataclass(slots=True)
class CellFrame:
    """What a row says of one of its cells before they come: edge and merging."""

    covered: bool = False
    below: bool = False
    edge: int = 0


@dataclass(slots=True)
class _Row:
    cells: list[GridCell]
    frames: list[CellFrame]


@dataclass(slots=True)
class _Table:
    """A table that is being read."""

    rows: list[_Row] = field(default_factory=list)
    cells: list[GridCell] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


class TableCount:
    """Numbers the tables of a file in the order in which they begin."""

    def __init__(self) -> None:
        self._last = 0

    def next(self) -> int:
        """Return the number of the next table."""
        self._last += 1
        return self._last


class Stream:
    """Takes runs, ends of paragraphs, cells and rows in their order."""

    def __init__(self, count: TableCount) -> None:
        self.runs: list[Run] = []
        self.boxes: list[Block] = []
        self._count = count
        self._blocks: list[Block] = []
        self._tables: list[_Table] = []

    def end_paragraph(self, layout: LineLayout, depth: int) -> None:
        """End a paragraph that stands in ``depth`` tables, one in the other."""
        depth = max(0, min(depth, _DEEPEST))
        self._close(depth)
        self._open(depth)
        self._flush(layout)

    def end_cell(self, layout: LineLayout, depth: int) -> None:
        """End a cell of the innermost of ``depth`` tables."""
        depth = max(1, min(depth, _DEEPEST))
        self._close(depth)
        self._open(depth)
        self._flush(layout)
        table = self._tables[-1]
        table.cells.append(GridCell(table.blocks))
        table.blocks = []

    def end_row(self, frames: list[CellFrame], depth: int) -> None:
        """End a row of the innermost of ``depth`` tables, with what it says of its cells."""
        depth = max(1, min(depth, _DEEPEST))
        self._close(depth)
        self._open(depth)
        table = self._tables[-1]
        if table.blocks:  # the last cell was not ended
            table.cells.append(GridCell(table.blocks))
            table.blocks = []
        if table.cells:
            table.rows.append(_Row(table.cells, list(frames)))
        table.cells = []

    def finish(self, layout: LineLayout) -> list[Block]:
        """Return all blocks at the end of the stream."""
        self._flush(layout)
        self._close(0)
        return self._blocks

    def _flush(self, layout: LineLayout) -> None:
        target = self._tables[-1].blocks if self._tables else self._blocks
        if not self._tables or any(run.text.strip() for run in self.runs):
            target.extend(paragraph_blocks(self.runs, layout))
        target.extend(self.boxes)
        self.runs, self.boxes = [], []

    def _open(self, depth: int) -> None:
        while len(self._tables) < depth:
            self._tables.append(_Table())

    def _close(self, depth: int) -> None:
        """End the tables that are deeper than the paragraph that comes."""
        while len(self._tables) > depth:
            table = self._tables.pop()
            rows = [row for row in table.rows if row.cells]
            if table.cells or table.blocks:  # a row that was not ended
                rows.append(_Row([*table.cells, GridCell(table.blocks)], []))
            target = self._tables[-1].blocks if self._tables else self._blocks
            target.extend(table_blocks(_spanned(rows), self._count.next()))


def _spanned(rows: list[_Row]) -> list[list[GridCell]]:
    """Return the cells of rows with the columns that each takes, from their right edges."""
    edges: list[int] = []
    for edge in sorted(frame.edge for row in rows for frame in row.frames):
        if not edges or edge - edges[-1] > _SAME_EDGE:
            edges.append(edge)
    found: list[list[GridCell]] = []
    for row in rows:
        left = None
        cells: list[GridCell] = []
        for i, cell in enumerate(row.cells):
            frame = row.frames[i] if i < len(row.frames) else CellFrame()
            right = frame.edge + _SAME_EDGE
            before = left if left is not None else -(10**9)
            cell.span = max(1, sum(before < edge <= right for edge in edges))
            cell.covered, cell.below = frame.covered, frame.below
            cells.append(cell)
            left = right
        found.append(cells)
    return found
