"""Marks that people wrote into an exported workbook: rows with a mark or a note, and who saved it.

It runs in the reading process like every reader of a library; what it found goes back as the text.
"""

import io
import warnings
from collections.abc import Mapping
from typing import TYPE_CHECKING

import msgspec

from tracker.errors import InputProblem
from tracker.ingest.packages import check_package, damaged_zip
from tracker.ingest.sheet.from_xlsx import BROKEN
from tracker.message import Message
from tracker.model.exchange import SHEET_HEADS, MarkedSheet, SheetRow
from tracker.model.source import SourceText

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_MOST_ROWS = 100_000
_MOST_COLUMNS = 100
_HEAD_AMONG = 20
"""The head stands in one of so many rows: people put titles above a table."""
_NEEDED = frozenset({"promise", "mark"})
_LONGEST = 32_767
"""Characters in a cell (Excel specifications and limits)."""


def read_marked_sheet(data: bytes, encoding: str = "") -> SourceText:
    """Return what people marked in a workbook, a ``MarkedSheet`` as JSON.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: It is damaged, locked, or no sheet has the columns of an export.
    """
    del encoding
    check_package(data)
    import openpyxl  # noqa: PLC0415

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl does not keep
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            rows = next((found for s in book.worksheets if (found := _marked(s)) is not None), None)
            user = str(book.properties.lastModifiedBy or "")
            book.close()
    except BROKEN as error:
        raise damaged_zip(type(error).__name__) from None
    if rows is None:
        raise InputProblem(
            Message(
                "表中没有“承诺原文”和“人工标记”两列；请选由对账程序导出的xlsx。",
                "no sheet has the columns “promise” and “your mark”; choose a workbook that the "
                "program has exported.",
            )
        )
    return SourceText(msgspec.json.encode(MarkedSheet(user, tuple(rows))).decode(), (), "", ())


def _marked(sheet: "ReadOnlyWorksheet") -> list[SheetRow] | None:
    """Return the rows of a sheet that are marked, None where it has not the columns."""
    if not hasattr(sheet, "reset_dimensions"):
        return None  # a sheet that is a chart
    sheet.reset_dimensions()  # some programs write "A1" whatever the sheet holds
    columns: Mapping[str, int] = {}
    found: list[SheetRow] = []
    cells = sheet.iter_rows(max_row=_MOST_ROWS, max_col=_MOST_COLUMNS, values_only=True)
    for number, values in enumerate(cells, 1):
        texts = ["" if value is None else str(value)[:_LONGEST].strip() for value in values]
        if not columns:
            columns = _head(texts)
            if not columns and number >= _HEAD_AMONG:
                return None
            continue
        told = {key: texts[at] if at < len(texts) else "" for key, at in columns.items()}
        row = SheetRow(number, *(told.get(key, "") for key in SHEET_HEADS))
        if row.mark or row.note:
            found.append(row)
    return found if columns else None


def _head(texts: list[str]) -> dict[str, int]:
    """Return where each column stands, nothing where the row is no head."""
    places = {
        key: at
        for at, text in reversed(list(enumerate(texts)))
        for key, title in SHEET_HEADS.items()
        if text in (title.zh, title.en)
    }
    return places if places.keys() >= _NEEDED else {}
