"""Spreadsheets: every sheet with what its cells show; formulas are never computed.

A workbook keeps the last result of each formula beside it; where a program left it out, the cell
is empty and the person is told.
"""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tracker.ingest.blocks import Block, build_text
from tracker.ingest.packages import BROKEN_ZIP, check_package, damaged_zip
from tracker.ingest.sheet.merged_cells import MergedCells, merged_by_sheet
from tracker.ingest.sheet.number_formats import shown_value
from tracker.ingest.sheet.sheets import sheet_blocks
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import LineLayout, SourceText

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_MOST_ROWS = 50_000
_MOST_COLUMNS = 256
"""A table of indicators has hundreds of rows and ten columns."""

_UNNAMED = re.compile(r"(?:Sheet|工作表|表)\s*\d*", re.IGNORECASE)
"""Names that programs give to sheets: no part of the document."""

_NO_RESULT = re.compile(
    rb"<(?:\w+:)?f(?:\s[^>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A cell with a formula and without its result (ECMA-376 part 1, 18.3.1.4)."""

BROKEN = (*BROKEN_ZIP, KeyError, TypeError, AttributeError, SyntaxError, AssertionError)
"""What openpyxl raises on workbooks with parts missing or wrong; SyntaxError: not well-formed."""


def read_xlsx(data: bytes, encoding: str = "") -> SourceText:
    """Return the text of a workbook: for each sheet its name where it has several, then its rows.

    Args:
        data: Bytes of the file.
        encoding: Not used: the file says its own.

    Raises:
        InputProblem: It is damaged, locked or no workbook.
    """
    del encoding
    check_package(data)
    import openpyxl  # noqa: PLC0415

    remarks: list[Diagnostic] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl does not keep
            book = openpyxl.load_workbook(
                io.BytesIO(data), read_only=True, data_only=True, keep_links=False
            )
            blocks = _blocks(book, remarks, merged_by_sheet(data, _MOST_ROWS))
            book.close()
    except BROKEN as error:
        raise damaged_zip(type(error).__name__) from None
    missing = _results_missing(data)
    if missing:
        remarks.append(_without_results(missing))
    return build_text(blocks, remarks)


def _blocks(
    book: "Workbook", remarks: list[Diagnostic], merged: Mapping[str, MergedCells]
) -> list[Block]:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        remarks.append(_hidden(hidden))
    blocks: list[Block] = []
    table = 1
    for sheet in sheets:
        found, table = sheet_blocks(_rows(sheet, remarks), table, merged.get(sheet.title, {}))
        if found and len(sheets) > 1:
            unnamed = bool(_UNNAMED.fullmatch(sheet.title))
            blocks.append(Block(sheet.title, LineLayout(bold=True, furniture=unnamed)))
        blocks.extend(found)
    return blocks


def _rows(sheet: "ReadOnlyWorksheet", remarks: list[Diagnostic]) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # some programs write "A1" whatever the sheet holds
    rows = sheet.iter_rows(max_row=_MOST_ROWS + 1, max_col=_MOST_COLUMNS)
    for number, row in enumerate(rows, 1):
        if number > _MOST_ROWS:
            remarks.append(_cut(sheet.title))
            return
        yield [
            "" if cell.value is None else shown_value(cell.value, str(cell.number_format))
            for cell in row
        ]


def _results_missing(data: bytes) -> int:
    """Return how many cells have a formula and no result."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return sum(
            len(_NO_RESULT.findall(package.read(name)))
            for name in package.namelist()
            if "worksheets/" in name.lower() and name.lower().endswith(".xml")
        )


def _without_results(count: int) -> Diagnostic:
    return Diagnostic(
        "formulas-without-results",
        Message(
            f"{count}个公式没有保存计算结果，读作空格；请用Excel或WPS打开后保存一次再导入。",
            f"{count} formula(s) come without a stored result and were read as empty; open the "
            "file in Excel or WPS, save it, and import it again.",
        ),
    )


def _hidden(titles: list[str]) -> Diagnostic:
    return Diagnostic(
        "sheets-hidden",
        Message(
            f"隐藏的工作表没有读入：{'、'.join(titles)}。",
            f"Hidden sheets were not read: {', '.join(titles)}.",
        ),
    )


def _cut(title: str) -> Diagnostic:
    return Diagnostic(
        "sheet-cut",
        Message(
            f"工作表“{title}”超过{_MOST_ROWS}行，其余没有读入。",
            f"The sheet “{title}” has more than {_MOST_ROWS:,} rows; the rest was not read.",
        ),
    )
