"""Tables of web pages: which of them only put text in its place, and the cells of the others."""

from tracker.ingest.office.xml_parts import Element

_LONGEST_CELL = 800
"""Characters: the longest cells of real tables of works (重点任务分工表) have some 400."""

_MOST_COLUMNS = 512
"""Columns of the widest row; more is a mistake of the page."""

_CELLS = ("td", "th")
_AROUND_CELLS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup", "col", "form"})


def is_layout(table: Element) -> bool:
    """Tell whether a table only holds text in place.

    Old sites build their pages of tables within tables; one column beside nothing, or a cell as
    long as an article, says the same. So does text that stands in no cell: it would be lost.
    """
    if table.get("role") in ("presentation", "none"):
        return True
    if any(inner is not table for inner in table.iter("table")):
        return True
    if _has_loose_text(table):
        return True
    widest = 0
    for row in table.iter("tr"):
        lengths = [len("".join(cell.itertext()).strip()) for cell in row.iter(*_CELLS)]
        if max(lengths, default=0) > _LONGEST_CELL:
            return True
        widest = max(widest, sum(length > 0 for length in lengths))
    return widest <= 1


def _has_loose_text(table: Element) -> bool:
    # Rows lie at most three deep: table, tbody, tr.
    level = [table]
    while level:
        deeper: list[Element] = []
        for element in level:
            if element.text and element.text.strip():
                return True
            for child in element:
                if child.tail and child.tail.strip():
                    return True
                if child.tag in _AROUND_CELLS:
                    deeper.append(child)
                elif child.tag not in _CELLS and child.tag not in ("caption", "script", "style"):
                    return True
        level = deeper
    return False


def rows_of(table: Element) -> list[tuple[list[Element | None], tuple[int, ...]]]:
    """Return the rows of a table of data: its cells, and the columns that go on from above.

    A cell is None where a wide or tall one goes on.
    """
    rows: list[tuple[list[Element | None], tuple[int, ...]]] = []
    below: dict[int, int] = {}
    """Of each column, how many more rows the cell above covers."""
    for row in table.iter("tr"):
        cells: list[Element | None] = []
        following: dict[int, int] = {}
        merged: list[int] = []
        for cell in (*row.iter(*_CELLS), None):
            while below.get(len(cells), 0) > 0 and len(cells) < _MOST_COLUMNS:
                following[len(cells)] = below[len(cells)] - 1
                merged.append(len(cells))
                cells.append(None)
            if cell is None:
                break
            high = _span(cell, "rowspan")
            wide = max(1, min(_span(cell, "colspan"), _MOST_COLUMNS - len(cells)))
            for column in range(wide):
                if high > 1:
                    following[len(cells)] = high - 1
                cells.append(None if column else cell)
        below = following
        rows.append((cells, tuple(merged)))
    return rows


def _span(cell: Element, name: str) -> int:
    said = (cell.get(name) or "").strip()
    return min(max(int(said), 1), _MOST_COLUMNS) if said.isdecimal() and len(said) < 6 else 1
