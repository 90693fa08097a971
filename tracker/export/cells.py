"""Cells of tables that spreadsheet programs open: text stays text."""

import csv
from collections.abc import Iterable, Sequence
from typing import Protocol

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_DANGEROUS = frozenset(_FORMULA_STARTS)


class TextOutput(Protocol):
    """Something that text can be written to."""

    def write(self, text: str, /) -> object:
        """Take the text."""


def cell(value: object) -> object:
    """Return a value as a CSV cell that no spreadsheet program takes for a formula.

    Text that begins like a formula gets a leading apostrophe, which such programs show as
    text (OWASP, "CSV Injection"). Numbers stay numbers, negative ones too; a sign alone, which
    says how figures compare, is no formula.
    """
    if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    if isinstance(value, bool):
        return int(value)
    return value


def cells(values: Iterable[object]) -> list[object]:
    """Return what ``cell`` returns of each value; made for millions of them."""
    return [
        (value if value[:1] not in _DANGEROUS or len(value) == 1 else f"'{value}")
        if isinstance(value, str)
        else (value if value is None or value.__class__ is int else cell(value))
        for value in values
    ]


def write_csv(
    out: TextOutput, columns: Sequence[str], rows: Iterable[Sequence[object]], end: str
) -> None:
    """Write a head and rows as CSV.

    Args:
        out: Where to.
        columns: Head of the table.
        rows: Values in the order of the columns; None gives an empty cell.
        end: Line end.
    """
    writer = csv.writer(out, lineterminator=end)
    writer.writerow(cells(columns))
    for row in rows:
        writer.writerow(cells(row))
