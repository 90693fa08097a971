"""Tables for a terminal: rows of columns, and below each row what explains it.

Widths know that a Chinese character takes two columns; into a pipe a table is 120 columns wide
(or as wide as the variable COLUMNS says) and has no colours.
"""

import os
import sys
from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from tracker.cli.layout import Listing, TableColumn
from tracker.cli.speech import language_now
from tracker.cli.wrapping import wrapped
from tracker.export.rows import Row

_WIDTH_IN_A_PIPE = 120
_NARROWEST = 60
"""Columns below which a table is not squeezed further; the terminal then cuts or folds it."""

_GAP = "  "
_CELL_LIMIT = 1000
"""Characters of a cell that are looked at: more than any terminal shows of it."""


def table_text(listing: Listing) -> str:
    """Return a table as text, with colours where stdout is a terminal that has them."""
    console = _console()
    # rich would end the process when a pipe is closed; what is captured is written as all else.
    with console.capture() as printed:
        for line in listing.head:
            for part in wrapped(plain(line), console.width, 3):
                console.print(Text(part), no_wrap=True, crop=False)
        for text in _lines(listing, max(console.width, _NARROWEST)):
            console.print(text, no_wrap=True, crop=False, overflow="ignore")
    return printed.get()


def table_width() -> int:
    """Return how many columns of characters a table has, a Chinese character taking two."""
    return max(_console().width, _NARROWEST)


def _console() -> Console:
    known = sys.stdout.isatty() or os.environ.get("COLUMNS")
    width = None if known else _WIDTH_IN_A_PIPE
    return Console(file=sys.stdout, width=width, highlight=False)


def plain(value: object) -> str:
    """Return a value as one line, without control characters of the source."""
    text = "" if value is None else str(value)[:_CELL_LIMIT]
    return "".join(c if c.isprintable() else " " for c in text)


def _lines(listing: Listing, width: int) -> Iterator[Text]:
    language = language_now()
    rows = listing.rows if listing.table_rows is None else listing.table_rows
    heads = [column.title.text(language) for column in listing.columns]
    cells = [[plain(column.value(row)) for column in listing.columns] for row in rows]
    # A head of several words may stand in two lines: it makes no column wider than its words.
    words = [max(head.split(), key=cell_len, default="") for head in heads]
    widths = _widths(listing.columns, [words, *cells], width)
    yield Text()
    yield from _row(
        [wrapped(head, at, 2) for head, at in zip(heads, widths, strict=True)],
        widths,
        ["bold"] * len(heads),
    )
    yield Text("─" * (sum(widths) + len(_GAP) * (len(widths) - 1)), style="dim")
    for row, texts in zip(rows, cells, strict=True):
        parts = [
            wrapped(text, at, column.lines)
            for text, at, column in zip(texts, widths, listing.columns, strict=True)
        ]
        yield from _row(parts, widths, [column.look(row) for column in listing.columns])
        yield from _details(listing, row, widths[0] + len(_GAP), width)


def _widths(columns: Sequence[TableColumn], cells: list[list[str]], width: int) -> list[int]:
    """Return the width of each column: as narrow as its content, or a share of what is left."""
    widths = [
        0 if column.ratio else max(cell_len(row[at]) for row in cells)
        for at, column in enumerate(columns)
    ]
    free = width - sum(widths) - len(_GAP) * (len(columns) - 1)
    shares = sum(column.ratio for column in columns)
    return [
        max(free * column.ratio // shares, 8) if column.ratio else known
        for column, known in zip(columns, widths, strict=True)
    ]


def _row(parts: list[list[str]], widths: list[int], looks: list[str]) -> Iterator[Text]:
    for at in range(max(map(len, parts))):
        line = Text()
        for part, width, look in zip(parts, widths, looks, strict=True):
            shown = part[at] if at < len(part) else ""
            line.append(set_cell_size(shown, max(width, cell_len(shown))), style=look)
            line.append(_GAP)
        line.rstrip()
        yield line


def _details(listing: Listing, row: Row, indent: int, width: int) -> Iterator[Text]:
    """Yield the lines below a row, and an empty one after them."""
    details = listing.details(row)
    labels = [detail.label.text(language_now()) for detail in details]
    start = indent + max(map(cell_len, labels), default=0) + 1
    for detail, label in zip(details, labels, strict=True):
        for at, part in enumerate(wrapped(plain(detail.text), width - start, detail.lines)):
            before = f"{' ' * indent}{label}" if at == 0 else ""
            yield Text(set_cell_size(before, start) + part, style="dim")
    if details:
        yield Text()
