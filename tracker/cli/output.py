"""Rows on stdout: JSON, JSON lines, CSV or a table for the terminal."""

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain

from tracker.cli.layout import Listing
from tracker.export.cells import write_csv
from tracker.export.rows import Row

FORMATS = ("json", "jsonl", "csv", "table")


def chosen_format(asked: str | None) -> str:
    """Return the format: the one asked for, else a table for a terminal and JSON for a pipe."""
    return asked or ("table" if sys.stdout.isatty() else "json")


def emit(listing: Listing, form: str) -> None:
    """Write rows to stdout."""
    if form == "jsonl":
        _write(f"{_dump(row)}\n" for row in listing.rows)
    elif form == "table":
        from tracker.cli.terminal import table_text  # noqa: PLC0415

        _write([table_text(listing)])
    else:
        emit_parts((listing,), form)


def emit_parts(parts: Iterable[Listing], form: str) -> None:
    """Write rows as they are found, some at a time; of all of them only those are in memory.

    A table for the terminal has its head again above each part; the columns of CSV are those of
    the first row.
    """
    if form == "json":
        _write(_json_list(row for part in parts for row in part.rows))
    elif form == "csv":
        flat = (row for part in parts for row in part.flatten(part.rows))
        first = next(iter(flat), None)
        columns = [] if first is None else list(first)
        rows = () if first is None else chain((first,), flat)
        write_csv(sys.stdout, columns, ([row.get(c) for c in columns] for row in rows), "\n")
    else:
        for part in parts:
            emit(part, form)


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


def _json_list(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a list with one row on each line: valid JSON that ``head`` and ``grep`` can read."""
    before = "["
    for row in rows:
        yield before
        yield _dump(row)
        before = ",\n"
    yield "[]\n" if before == "[" else "]\n"
