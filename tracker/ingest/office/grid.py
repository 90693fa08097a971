"""From the cells of a table to blocks: what docx, odt and rtf have in common.

A table that only holds its text in place (a frame around a title, a column beside a column) comes
out as paragraphs; any other as one line per row.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tracker.ingest.blocks import Block, table_row
from tracker.ingest.office.runs import plain_text
from tracker.model.source import LineLayout

_LONGEST_CELL = 800
"""Characters: the longest cells of real tables of works (重点任务分工表) have some 400."""

_MOST_COLUMNS = 512
"""Columns of the widest row; more is a mistake of the file."""


@dataclass(slots=True)
class GridCell:
    """One cell.

    Attributes:
        blocks: Its paragraphs; the rows of a table within it have ``layout.table``.
        span: Columns that it takes.
        covered: It continues the cell above, or the one on its left.
        below: It continues the cell above.
    """

    blocks: list[Block] = field(default_factory=list)
    span: int = 1
    covered: bool = False
    below: bool = False

    def paragraphs(self) -> list[Block]:
        """Return what is no table of its own."""
        return [block for block in self.blocks if block.layout.table is None]


def table_blocks(rows: Sequence[Sequence[GridCell]], number: int) -> list[Block]:
    """Return the blocks of a table; tables within its cells follow the row that they stand in.

    Args:
        rows: Cells of each row.
        number: What ``layout.table`` becomes, from 1 on.
    """
    if _is_layout(rows):
        return [block for row in rows for cell in row if not cell.covered for block in cell.blocks]
    found: list[Block] = []
    for row in rows:
        texts: list[str] = []
        merged: list[int] = []
        for cell in row:
            if cell.below:
                merged.append(len(texts))
            texts.append("" if cell.covered else plain_text(cell.paragraphs()))
            texts.extend([""] * (max(1, cell.span) - 1))
        shown = [block.layout for cell in row for block in cell.paragraphs() if block.text.strip()]
        layout = LineLayout(
            bold=bool(shown) and all(look.bold for look in shown),
            size=shown[0].size if shown else None,
            page=shown[0].page if shown else None,
            furniture=bool(shown) and all(look.furniture for look in shown),
            table=number,
            merged=tuple(at for at in merged if at < _MOST_COLUMNS),
        )
        found.append(table_row(texts[:_MOST_COLUMNS], layout))
        found.extend(block for cell in row for block in cell.blocks if block.layout.table)
    return found


def _is_layout(rows: Sequence[Sequence[GridCell]]) -> bool:
    if max((sum(not cell.covered for cell in row) for row in rows), default=0) <= 1:
        return True
    return any(
        sum(len(block.text) for block in cell.paragraphs()) > _LONGEST_CELL
        for row in rows
        for cell in row
    )
