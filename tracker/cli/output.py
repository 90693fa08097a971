"""Rows on stdout: JSON, JSON lines, CSV or a table for the terminal."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.cli.speech import language_now
from tracker.export.cells import write_csv
from tracker.export.rows import Row
from tracker.message import Message

FORMATS = ("json", "jsonl", "csv", "table")


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a terminal table: its head and what stands in it.

    Attributes:
        title: Head.
        value: Text of the cell.
        ratio: Share of the free width, 0 for a column as narrow as its content.
        limit: Characters shown; a terminal table is for looking, data formats have all.
    """

    title: Message
    value: Callable[[Row], object]
    ratio: int = 0
    limit: int = 90


@dataclass(frozen=True, slots=True)
class Listing:
    """Rows with what each format needs to know of them.

    Attributes:
        rows: Nested rows: JSON and JSON lines.
        flatten: Turns them into flat rows for CSV.
        columns: Columns of the terminal table.
        table_rows: Rows of the terminal table; ``rows`` where None.
        head: Lines above the table.
    """

    rows: Sequence[Row]
    flatten: Callable[[Iterable[Row]], Iterable[Row]]
    columns: Sequence[TableColumn]
    table_rows: Sequence[Row] | None = None
    head: Sequence[str] = ()


def chosen_format(asked: str | None) -> str:
    """Return the format: the one asked for, else a table for a terminal and JSON for a pipe."""
    return asked or ("table" if sys.stdout.isatty() else "json")


def emit(listing: Listing, form: str) -> None:
    """Write rows to stdout."""
    if form == "json":
        _write(_json_list(listing.rows))
    elif form == "jsonl":
        _write(f"{_dump(row)}\n" for row in listing.rows)
    elif form == "csv":
        flat = list(listing.flatten(listing.rows))
        columns = list(flat[0]) if flat else []
        write_csv(sys.stdout, columns, ([row.get(c) for c in columns] for row in flat), "\n")
    else:
        print_table(listing)


def emit_object(row: Row, listing: Listing, form: str) -> None:
    """Write one object: whole as JSON, its parts as CSV and table."""
    if form == "json":
        _write([json.dumps(row, ensure_ascii=False, indent=1), "\n"])
    elif form == "jsonl":
        _write([_dump(row), "\n"])
    else:
        emit(listing, form)


def _write(pieces: Iterable[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)


def _dump(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False, allow_nan=False)


def _json_list(rows: Sequence[Row]) -> Iterator[str]:
    """Yield a list with one row on each line: valid JSON that ``head`` and ``grep`` can read."""
    for at, row in enumerate(rows):
        yield ",\n" if at else "["
        yield _dump(row)
    yield "]\n" if rows else "[]\n"


_WIDTH_IN_A_PIPE = 120


def print_table(listing: Listing) -> None:
    """Print a table for reading; widths know that a Chinese character takes two columns."""
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    language = language_now()
    width = None if sys.stdout.isatty() else _WIDTH_IN_A_PIPE
    console = Console(file=sys.stdout, width=width, highlight=False, soft_wrap=False)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=any(c.ratio for c in listing.columns))
    for column in listing.columns:
        title = column.title.text(language)
        if column.ratio:
            table.add_column(title, ratio=column.ratio, overflow="fold")
        else:
            table.add_column(title, no_wrap=True)
    for row in listing.rows if listing.table_rows is None else listing.table_rows:
        table.add_row(*(Text(_shown(c.value(row), c.limit)) for c in listing.columns))
    # rich would end the process when a pipe is closed; what is captured is written as all else.
    with console.capture() as printed:
        for line in listing.head:
            console.print(Text(line))
        console.print(table)
    _write([printed.get()])


def _shown(value: object, limit: int) -> str:
    """Return a cell's text on one line, without control characters of the source."""
    text = "" if value is None else str(value)
    short = text if len(text) <= limit else f"{text[: limit - 1]}…"
    return "".join(c if c.isprintable() else " " for c in short)
