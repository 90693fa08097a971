"""The tracking report as an Excel workbook: promises, evidence, method.

Every cell is written by its type: text never becomes a formula, a link or a number, whatever
it begins with.
"""

import io
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tracker.export.chart_parts import drawn, height
from tracker.export.charts import Chart, charts
from tracker.export.handout_table import (
    EVIDENCE_COLUMNS,
    NUMBERS,
    PAIR_COLUMNS,
    PRINTED,
    PROMISE_COLUMNS,
    VERDICT_COLOURS,
    Cell,
    Column,
    ReadResource,
    audit_rows,
    chosen,
    counts,
    evidence_rows,
    method_rows,
    pair_rows,
    promise_rows,
    without_empty,
)
from tracker.export.history_table import HISTORY_COLUMNS, history_rows
from tracker.export.section_table import (
    ALIGNED_COLUMNS,
    SECTION_COLUMNS,
    aligned_rows,
    section_rows,
)
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackingReport
from tracker.model.tracking import Verdict

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


ALWAYS = ("mark", "note", "id")
"""Columns that every workbook has: what a person fills in, and by what it is found again."""


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return the workbook."""
    del resource
    content = io.BytesIO()
    language = options.language
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        title = handout.title.text(language)
        book.set_properties({"title": title, "comments": f"duizhang {handout.version}"})
        styles = _Styles(book, options)

        def sheet(zh: str, en: str) -> Worksheet:
            made = book.add_worksheet(Message(zh, en).text(language))
            made.set_header(f"&L{_header_text(title)}&R&A")
            made.set_footer("&C&P / &N")
            made.set_margins(left=0.3, right=0.3, top=0.7, bottom=0.6)
            return made

        _promises(sheet("承诺", "Promises"), handout, options, styles)
        if options.evidence:
            rows = evidence_rows(handout, language)
            _fill(sheet("依据", "Evidence"), EVIDENCE_COLUMNS, rows, styles)
        if handout.pairs:
            rows = pair_rows(handout, language)
            _fill(sheet("指标", "Indicators"), PAIR_COLUMNS, rows, styles)
        if options.sections:
            every = [column.key for column in SECTION_COLUMNS]
            rows = section_rows(handout, language)
            _fill(sheet("章节", "Sections"), SECTION_COLUMNS, rows, styles, every)
            every = [column.key for column in ALIGNED_COLUMNS]
            rows = aligned_rows(handout, language)
            _fill(sheet("章节对应", "Alignment"), ALIGNED_COLUMNS, rows, styles, every)
        pictures = charts(handout, options)
        if pictures:
            _charts(book, sheet("统计图", "Charts"), pictures, styles)
        method = sheet("方法", "Method")
        _told(method, title, method_rows(handout, options), counts(handout, options), styles)
        if options.charts and handout.rows:
            _chart(book, method, counts(handout, options), language)
        if options.audit:
            audit = sheet("核查", "Audit")
            _told(audit, title, audit_rows(handout, language), (), styles)
            history = sheet("操作记录", "History")
            every = [column.key for column in HISTORY_COLUMNS]
            _fill(history, HISTORY_COLUMNS, history_rows(handout, options), styles, every)
    return content.getvalue()


def _promises(
    sheet: Worksheet, handout: TrackingReport, options: HandoutOptions, styles: "_Styles"
) -> None:
    """Write the sheet that people work on: one column is theirs, with a list of the verdicts."""
    language = options.language
    usual = [column.key for column in PROMISE_COLUMNS]
    asked = replace(options, columns=(*options.columns, *ALWAYS)) if options.columns else options
    columns = chosen(PROMISE_COLUMNS, asked, usual)
    kept = usual if options.columns else ALWAYS
    columns, last = _fill(sheet, columns, promise_rows(handout, options), styles, kept)
    printed = {column.key for column in PROMISE_COLUMNS[:PRINTED]} if not options.columns else usual
    behind = max(at for at, one in enumerate(columns) if one.key in printed and one.key != "id")
    sheet.print_area(0, 0, last, behind)
    at = next(at for at, one in enumerate(columns) if one.key == "mark")
    sheet.data_validation(
        1,
        at,
        max(last, 1),
        at,
        {
            "validate": "list",
            "source": list(options.names().values()),
            "input_title": Message("人工标记", "Your mark").text(language),
            "input_message": Message(
                "选一个结论，说明写在“人工说明”列；保存后可在对账程序里导入标记。",
                "Choose a verdict, write why under “note”; the program imports it again.",
            ).text(language),
            "error_title": Message("不是七种结论之一", "None of the verdicts").text(language),
            "error_message": Message("请从列表中选择。", "Choose one of the list.").text(language),
        },
    )


_BORDER = "#BFBFBF"
_SIZE = 10


class _Styles:
    """Formats of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, options: HandoutOptions) -> None:
        self.language = options.language
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
        edge = {"border": 1, "border_color": _BORDER, "font_size": _SIZE}
        right = {"align": "right", "valign": "top", **edge}
        self.number: Format = book.add_format(right)
        self.share: Format = book.add_format({**right, "num_format": "0.00"})
        self.number_head: Format = book.add_format(
            {"bold": True, "text_wrap": True, "bg_color": "#EDEDED", **right, "valign": "vcenter"}
        )
        self.year: Format = book.add_format({**right, "align": "left"})
        self.title: Format = book.add_format({"bold": True, "font_size": 14})
        called = options.names()
        self._verdicts: dict[str, Format] = {
            called[verdict]: book.add_format(
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
        if column in ("verdict", "machine", "mark") and isinstance(value, str):
            return self._verdicts.get(value, self.text)
        if column == "due":  # years stand among words
            return self.year if isinstance(value, int) else self.text
        if column in ("confidence", "score"):
            return self.share
        return self.number if isinstance(value, int | float) else self.text


def _fill(
    sheet: Worksheet,
    columns: Sequence[Column],
    found: Iterable[Mapping[str, Cell]],
    styles: "_Styles",
    kept: Container[str] = (),
) -> tuple[list[Column], int]:
    """Write head and rows; return the columns that were written, and the number of the last row.

    Columns in which nothing stands are left out, unless they are ``kept``.
    """
    rows = list(found)
    columns = [
        replace(one, width=_width(one, rows, styles.language))
        for one in without_empty(columns, rows, kept)
    ]
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        head = styles.number_head if column.key in NUMBERS else styles.head
        sheet.write_string(0, at, column.title.text(styles.language), head)
    for line, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            _write(sheet, line, at, row[column.key], styles.of(column.key, row[column.key]))
        sheet.set_row(line, _row_height(columns, row))
    last = len(rows)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    return columns, last


def _width(column: Column, rows: Sequence[Mapping[str, Cell]], language: str) -> int:
    """Return how wide a column must be: as its longest line, its head, and not above its limit."""
    limit = column.width
    head = column.title.text(language)
    # The arrow of the filter stands beside the head, a head of several words breaks.
    least = max(map(_columns_of, head.split() or [""])) + 3
    longest = 0
    for row in rows:
        value = row[column.key]
        if value in (None, ""):
            continue
        longest = max(longest, *(_columns_of(line) for line in str(value).split("\n")))
        if longest >= limit:
            return max(limit, least)
    # Letters of a verdict are bold.
    return max(min(limit, longest * 11 // 10 + 2), least)


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


def _told(
    sheet: Worksheet,
    title: str,
    pairs: Iterable[tuple[str, str]],
    figures: Sequence[tuple[Verdict, str, int]],
    styles: _Styles,
) -> None:
    """Write names with what is told of them, below the figures by verdict."""
    told = list(pairs)
    longest = max((_columns_of(name) for name, _ in told), default=0)
    sheet.set_column(0, 0, min(_WIDEST_NAME, max(18, longest + 2)))
    sheet.set_column(1, 1, 80)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, title, styles.title)
    at = _FIRST_FIGURE
    for _, name, count in figures:
        sheet.write_string(at, 0, name, styles.of("verdict", name))
        sheet.write_number(at, 1, count, styles.text)
        at += 1
    for name, text in told:
        at += 1
        sheet.write_string(at, 0, name[:_CELL_LIMIT], styles.head)
        sheet.write_string(at, 1, text[:_CELL_LIMIT], styles.text)


_FIRST_FIGURE = 2
_WIDEST_NAME = 44
"""Characters: names of files stand whole, the column beside them still fits the page."""


def _chart(
    book: xlsxwriter.Workbook,
    sheet: Worksheet,
    figures: Sequence[tuple[Verdict, str, int]],
    language: str,
) -> None:
    """Draw the figures by verdict beside them, in the colours of the table."""
    chart = book.add_chart({"type": "bar"})
    last = _FIRST_FIGURE + len(figures) - 1
    name = sheet.get_name()
    chart.add_series(
        {
            "categories": [name, _FIRST_FIGURE, 0, last, 0],
            "values": [name, _FIRST_FIGURE, 1, last, 1],
            "points": [{"fill": {"color": VERDICT_COLOURS[one][1]}} for one, _, _ in figures],
            "data_labels": {"value": True},
            "gap": 40,
        }
    )
    chart.set_title(
        {
            "name": Message("各结论的承诺数", "Promises by verdict").text(language),
            "name_font": {"size": 11},
        }
    )
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "line": {"none": True}, "major_tick_mark": "none"})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
    chart.set_size({"width": 460, "height": 60 + 34 * len(figures)})
    sheet.insert_chart(_FIRST_FIGURE, 2, chart, {"x_offset": 16, "object_position": 3})


def _charts(
    book: xlsxwriter.Workbook, sheet: Worksheet, found: Sequence[Chart], styles: _Styles
) -> None:
    """Write the numbers of each chart and its bars: below many numbers, beside few."""
    sheet.set_column(0, 0, 40)
    sheet.set_column(1, max(len(chart.series) for chart in found) + 1, 10)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    top, breaks, reached = 0, [], 0
    for chart in found:
        below = top + _HEAD + len(chart.lines)
        rows = height(chart) // _ROW + 2
        after = below + rows + 1 if chart.parts else max(below, top + _HEAD + rows) + 1
        if top and after - reached > _ROWS_OF_A_PAGE:
            breaks.append(top)
            reached = top
        _numbers(sheet, chart, top, styles)
        made = drawn(book, sheet, chart, top + _HEAD - 1, titled=False)
        place = {"x_offset": 8, "y_offset": 8, "object_position": 3}
        if chart.parts:
            sheet.insert_chart(below, 0, made, place)
        else:
            sheet.insert_chart(top, len(chart.series) + 1, made, place)
        top = after
    sheet.set_h_pagebreaks(breaks)


_HEAD = 3
"""Rows above the numbers of a chart: its title, what is to be known of it, the heads."""
_ROW = 20
"""Pixels of a row."""
_ROWS_OF_A_PAGE = 34


def _numbers(sheet: Worksheet, chart: Chart, top: int, styles: _Styles) -> None:
    """Write what a chart is drawn from."""
    sheet.write_string(top, 0, chart.title, styles.title)
    if chart.note:
        sheet.write_string(top + 1, 0, chart.note)
    heads = [chart.label_head, *(one.name for one in chart.series), chart.told_head]
    for at, head in enumerate(one for one in heads if one):
        sheet.write_string(top + _HEAD - 1, at, head, styles.number_head if at else styles.head)
    for at, line in enumerate(chart.lines, top + _HEAD):
        sheet.write_string(at, 0, line.label, styles.text)
        for column, value in enumerate(line.values, 1):
            _write(sheet, at, column, value, styles.number)
        if chart.told_head:
            told = int(line.told) if line.told.isdecimal() else line.told
            _write(sheet, at, len(line.values) + 1, told, styles.number)


def _header_text(title: str) -> str:
    """Return a page header in which & means itself; Excel allows 255 characters in all."""
    return title.replace("&", "&&")[:200]
