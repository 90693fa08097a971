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
    PRINTED,
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

_LINE_HEIGHT = 14.0
"""Points of a line in the font of the sheets."""
_HIGHEST = 409.0
"""Points of the highest row (Excel specifications and limits)."""

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
        last = _fill(promises, PROMISE_COLUMNS, promise_rows(handout, language), styles)
        promises.print_area(0, 0, last, PRINTED - 1)
        evidence = book.add_worksheet(Message("依据", "Evidence").text(language))
        _fill(evidence, EVIDENCE_COLUMNS, evidence_rows(handout, language), styles)
        method = book.add_worksheet(Message("方法", "Method").text(language))
        _method(method, handout, styles)
        for sheet in (promises, evidence, method):
            sheet.set_header(f"&L{_header_text(title)}&R&A")
            sheet.set_footer("&C&P / &N")
            sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    return content.getvalue()


_BORDER = "#BFBFBF"
_SIZE = 10


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
                "border_color": _BORDER,
                "font_size": _SIZE,
            }
        )
        self.text: Format = book.add_format(
            {
                "text_wrap": True,
                "align": "left",
                "valign": "top",
                "border": 1,
                "border_color": _BORDER,
                "font_size": _SIZE,
            }
        )
        self.number: Format = book.add_format(
            {
                "align": "center",
                "valign": "top",
                "border": 1,
                "border_color": _BORDER,
                "font_size": _SIZE,
            }
        )
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        self._verdicts: dict[str, Format] = {
            word(verdict).text(language): book.add_format(
                {
                    "bold": True,
                    "valign": "top",
                    "text_wrap": True,
                    "border": 1,
                    "border_color": _BORDER,
                    "font_size": _SIZE,
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
        return self.number if isinstance(value, int | float) else self.text


def _fill(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Iterable[Mapping[str, Cell]],
    styles: _Styles,
) -> int:
    """Write head and rows; return the number of the last row."""
    last = 0
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.title.text(styles.language), styles.head)
    for last, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            _write(sheet, last, at, row[column.key], styles.of(column.key, row[column.key]))
        sheet.set_row(last, _row_height(columns, row))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    return last


def _row_height(columns: Sequence[Column], row: Mapping[str, Cell]) -> float:
    """Return a height in points that shows every cell whole.

    Excel fits heights by itself when it opens a file, other programs and previews do not.
    """
    lines = max(
        sum(max(1, -(-_columns_of(line) // max(1, column.width - 1))) for line in text.split("\n"))
        for column in columns
        if column.key != "id" and (text := str(row[column.key] or "")) is not None
    )
    return min(_HIGHEST, _LINE_HEIGHT * lines + 2)


def _columns_of(text: str) -> int:
    """Return the width of a line in characters of a Latin font; Chinese ones are twice as wide."""
    return sum(1 if character < "\u2000" else 2 for character in text)


def _write(sheet: Worksheet, row: int, column: int, value: Cell, style: Format) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, style)
    elif isinstance(value, str):
        sheet.write_string(row, column, value[:_CELL_LIMIT], style)
    else:
        sheet.write_number(row, column, value, style)


def _method(sheet: Worksheet, handout: TrackingReport, styles: _Styles) -> None:
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 80)
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
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
