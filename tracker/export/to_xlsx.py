"""The tracking report as an Excel workbook: promises, evidence, method.

Every cell is written by its type: text never becomes a formula, a link or a number, whatever
it begins with.
"""

import io
from collections.abc import Iterable, Mapping, Sequence

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tracker.export.handout_table import (
    EVIDENCE_COLUMNS,
    PROMISE_COLUMNS,
    VERDICT_COLOURS,
    Cell,
    Column,
    ReadResource,
    counts,
    evidence_rows,
    method_rows,
    promise_rows,
)
from tracker.message import Message
from tracker.model.handout import TrackingReport
from tracker.model.words import word

_CELL_LIMIT = 32767
"""Characters in a cell (Excel specifications and limits)."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def handout_bytes(handout: TrackingReport, language: str, resource: ReadResource) -> bytes:
    """Return the workbook."""
    del resource
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        title = handout.title.text(language)
        book.set_properties({"title": title, "comments": f"duizhang {handout.version}"})
        styles = _Styles(book, language)
        promises = book.add_worksheet(Message("承诺", "Promises").text(language))
        _fill(promises, PROMISE_COLUMNS, promise_rows(handout, language), styles)
        promises.set_header(f"&L{_header_text(title)}&R&P / &N")
        evidence = book.add_worksheet(Message("依据", "Evidence").text(language))
        _fill(evidence, EVIDENCE_COLUMNS, evidence_rows(handout, language), styles)
        _method(book.add_worksheet(Message("方法", "Method").text(language)), handout, styles)
    return content.getvalue()


class _Styles:
    """Formats of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, language: str) -> None:
        self.language = language
        self.head: Format = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "bg_color": "#EDEDED",
                "border": 1,
            }
        )
        self.text: Format = book.add_format({"text_wrap": True, "valign": "top", "border": 1})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self._verdicts: dict[str, Format] = {
            word(verdict).text(language): book.add_format(
                {
                    "bold": True,
                    "valign": "top",
                    "border": 1,
                    "bg_color": background,
                    "font_color": letters,
                }
            )
            for verdict, (background, letters) in VERDICT_COLOURS.items()
        }

    def of(self, column: str, value: Cell) -> Format:
        """Return the format of a cell."""
        if column in ("verdict", "machine") and isinstance(value, str):
            return self._verdicts.get(value, self.text)
        return self.text


def _fill(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, Cell]],
    styles: _Styles,
) -> None:
    last = 0
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.title.text(styles.language), styles.head)
    for last, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            _write(sheet, last, at, row[column.key], styles.of(column.key, row[column.key]))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, style: Format) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value[:_CELL_LIMIT], style)
    else:
        sheet.write_number(row, column, value, style)


def _method(sheet: Worksheet, handout: TrackingReport, styles: _Styles) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    sheet.write_string(0, 0, handout.title.text(styles.language), styles.title)
    at = 2
    for _, name, count in counts(handout, styles.language):
        sheet.write_string(at, 0, name, styles.of("verdict", name))
        sheet.write_number(at, 1, count, styles.text)
        at += 1
    for name, text in method_rows(handout, styles.language):
        at += 1
        sheet.write_string(at, 0, name, styles.head)
        sheet.write_string(at, 1, text[:_CELL_LIMIT], styles.text)


def _header_text(title: str) -> str:
    """Return a page header in which & means itself; Excel allows 255 characters in all."""
    return title.replace("&", "&&")[:200]
