"""From the rows of a sheet to blocks: tables stay tables, lines of text become paragraphs.

An indicator table has a title, often the unit below it, the rows, and notes: lines with one filled
cell before the first and after the last row of a table are text, those in between belong to it
(``一、经济发展`` over the indicators of that group).
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from tracker.ingest.blocks import Block, table_row
from tracker.model.source import LineLayout


def sheet_blocks(
    rows: Iterable[Sequence[str]],
    first_table: int,
    merged: Mapping[int, Sequence[int]] = MappingProxyType({}),
) -> tuple[list[Block], int]:
    """Return the blocks of one sheet.

    Args:
        rows: What the cells of each row show; rows without any text part regions of the sheet.
        first_table: Number of its first table.
        merged: By row, from 0 on, the columns in which the cell above goes on.

    Returns:
        The blocks, and the number of the next table.
    """
    blocks: list[Block] = []
    number = first_table - 1
    goes_on = False
    for start, region in _regions(rows):
        first, last = _table_of(region)
        if first < last and not (goes_on and first == 0):
            number += 1  # rows after an empty row, without any text between, are of one table
        goes_on = first < last == len(region)
        left, right = _columns(region[first:last])
        for place, row in enumerate(region):
            if first <= place < last:
                below = (at - left for at in merged.get(start + place, ()) if left <= at < right)
                layout = LineLayout(table=number, merged=tuple(below))
                blocks.append(table_row(row[left:right], layout))
            else:
                blocks.append(Block(" ".join(cell.strip() for cell in row if cell.strip())))
    return blocks, number + 1


def _regions(rows: Iterable[Sequence[str]]) -> Iterable[tuple[int, list[Sequence[str]]]]:
    """Yield the regions of a sheet, each with the number of its first row."""
    region: list[Sequence[str]] = []
    start = 0
    for place, row in enumerate(rows):
        if any(cell.strip() for cell in row):
            start = start if region else place
            region.append(row)
        elif region:
            yield start, region
            region = []
    if region:
        yield start, region


def _table_of(region: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return from which row to which the table of a region goes; an empty range for none."""
    wide = [
        place for place, row in enumerate(region) if sum(bool(cell.strip()) for cell in row) > 1
    ]
    if not wide:
        return 0, 0
    end = wide[-1] + 1
    left, _ = _columns(region[wide[0] : end])
    # A last row that fills one column alone is a row of the table; a note begins at the left.
    while end < len(region) and not any(cell.strip() for cell in region[end][: left + 1]):
        end += 1
    return wide[0], end


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, int]:
    """Return from which column to which anything stands."""
    used = [i for row in rows for i, cell in enumerate(row) if cell.strip()]
    return (min(used), max(used) + 1) if used else (0, 0)
