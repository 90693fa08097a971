"""From the rows of a sheet to blocks: tables stay tables, lines of text become paragraphs.

An indicator table has a title, often the unit below it, the rows, and notes: lines with one filled
cell before the first and after the last row of a table are text, those in between belong to it
(``一、经济发展`` over the indicators of that group).
"""

from collections.abc import Iterable, Sequence

from tracker.ingest.blocks import Block, table_row
from tracker.model.source import LineLayout


def sheet_blocks(rows: Iterable[Sequence[str]], first_table: int) -> tuple[list[Block], int]:
    """Return the blocks of one sheet.

    Args:
        rows: What the cells of each row show; rows without any text part regions of the sheet.
        first_table: Number of its first table.

    Returns:
        The blocks, and the number of the next table.
    """
    blocks: list[Block] = []
    number = first_table - 1
    goes_on = False
    for region in _regions(rows):
        first, last = _table_of(region)
        if first < last and not (goes_on and first == 0):
            number += 1  # rows after an empty row, without any text between, are of one table
        goes_on = first < last == len(region)
        left, right = _columns(region[first:last])
        for place, row in enumerate(region):
            if first <= place < last:
                blocks.append(table_row(row[left:right], LineLayout(table=number)))
            else:
                blocks.append(Block(" ".join(cell.strip() for cell in row if cell.strip())))
    return blocks, number + 1


def _regions(rows: Iterable[Sequence[str]]) -> Iterable[list[Sequence[str]]]:
    region: list[Sequence[str]] = []
    for row in rows:
        if any(cell.strip() for cell in row):
            region.append(row)
        elif region:
            yield region
            region = []
    if region:
        yield region


def _table_of(region: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return from which row to which the table of a region goes; an empty range for none."""
    wide = [
        place for place, row in enumerate(region) if sum(bool(cell.strip()) for cell in row) > 1
    ]
    return (wide[0], wide[-1] + 1) if wide else (0, 0)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return from which column to which anything stands."""
    used = [i for row in rows for i, cell in enumerate(row) if cell.strip()]
    return (min(used), max(used) + 1) if used else (0, 0)
