"""Indicators over years and regions as a table in a file: csv or xlsx, a line for each year."""

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from tracker.errors import ExportProblem
from tracker.export.cells import write_csv
from tracker.export.files import check_target, replace_file
from tracker.export.rows import Row
from tracker.export.series_rows import pair_row
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.report import Report
from tracker.model.series import IndicatorCell, IndicatorSeries
from tracker.model.words import word

ENDINGS = ("xlsx", "csv")
"""Endings of files that indicators can be written to."""

_HEADS: tuple[tuple[str, Message], ...] = (
    ("region", Message("地区", "Region")),
    ("indicator", Message("指标", "Indicator")),
    ("scope", Message("范围", "Scope")),
    ("measure", Message("类型", "Measure")),
    ("unit", Message("单位", "Unit")),
    ("year", Message("年度", "Year")),
    ("promised_op", Message("目标关系", "Bound")),
    ("promised", Message("目标", "Goal")),
    ("promised2", Message("目标上限", "Upper end of the goal")),
    ("reported", Message("完成", "Result")),
    ("difference", Message("差额", "Difference")),
    ("changes", Message("目标变化", "Change of the goal")),
    ("promised_quote", Message("目标原文", "Goal in its report")),
    ("promised_file", Message("目标出处", "Report of the goal")),
    ("promised_line", Message("目标行号", "Line of the goal")),
    ("reported_quote", Message("完成原文", "Result in its report")),
    ("reported_file", Message("完成出处", "Report of the result")),
    ("reported_line", Message("完成行号", "Line of the result")),
)
_DROPPED = Message("没有目标了", "no goal any more")
_UNANSWERED = Message("未见结果", "no result found")
_WIDTHS = {"indicator": 30, "promised_quote": 50, "reported_quote": 50}
_XLSX = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def write_series(
    path: Path,
    series: Iterable[IndicatorSeries],
    reports: Mapping[ReportId, Report],
    language: str,
) -> None:
    """Write indicators in the format of the path's ending.

    Raises:
        ExportProblem: Unknown ending, or the file cannot be written.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise ExportProblem(
            Message(f"不能写成 .{ending}，可以用：{known}。", f"No .{ending}; there are: {known}.")
        )
    check_target(path)
    heads = [head.text(language) for _, head in _HEADS]
    files = {key: report.name for key, report in reports.items()}
    rows = [
        [row[key] for key, _ in _HEADS]
        for one in series
        for cell in one.cells
        if (row := _row(one, cell, (reports, files), language)) is not None
    ]
    replace_file(path, _csv(heads, rows) if ending == "csv" else _xlsx(heads, rows, language))


def _row(
    series: IndicatorSeries,
    cell: IndicatorCell,
    sources: tuple[Mapping[ReportId, Report], Mapping[ReportId, str]],
    language: str,
) -> Row | None:
    """Return a year of an indicator, None where nothing is known of it."""
    changes = [word(post) for post in cell.goalposts]
    changes += [_DROPPED] if cell.dropped else []
    changes += [_UNANSWERED] if cell.unanswered else []
    told = Message("、", ", ").text(language).join(one.text(language) for one in changes)
    if cell.pair is not None:
        row = pair_row(cell.pair, *sources)
        row["measure"] = word(MeasureKind(str(row["measure"]))).text(language)
        bound = row["promised_op"]
        row["promised_op"] = word(Comparison(str(bound))).text(language) if bound else None
        return {**row, "changes": told or None}
    if not cell.dropped:
        return None
    row = dict.fromkeys(key for key, _ in _HEADS)
    row |= {
        "region": series.region,
        "indicator": series.indicator.name,
        "scope": series.indicator.scope or None,
        "measure": word(series.kind).text(language),
        "unit": series.unit,
        "year": cell.year,
        "changes": told,
    }
    return row


def _csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    write_csv(text, heads, rows, "\r\n")
    return text.getvalue().encode("utf-8-sig")


def _xlsx(heads: Sequence[str], rows: Sequence[Sequence[object]], language: str) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - only for a workbook

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _XLSX) as book:
        sheet = book.add_worksheet(Message("指标", "Indicators").text(language))
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, (key, _) in enumerate(_HEADS):
            sheet.set_column(column, column, _WIDTHS.get(key, 12), wrapped)
            sheet.write_string(0, column, heads[column], bold)
        for line, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value is not None:
                    sheet.write_string(line, column, str(value))
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, max(1, len(rows)), len(heads) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return content.getvalue()
