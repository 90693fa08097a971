"""Any flat rows as a table in a file: xlsx, csv, md or json, by the file's ending."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

from tracker.errors import ExportProblem
from tracker.export.cells import write_csv
from tracker.export.files import check_target, replace_file
from tracker.export.rows import Row
from tracker.message import Message

ENDINGS = ("xlsx", "csv", "md", "json")
"""Endings of files that rows can be written to."""

_XLSX = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_WIDE = frozenset({"quote", "promised_quote", "reported_quote", "phrase", "region", "file"})


def check_table(path: Path) -> None:
    """Check that a table can be written there, before the work that fills it is done.

    Raises:
        ExportProblem: Unknown ending, or the file could not be written.
    """
    ending = path.suffix.lower().removeprefix(".")
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        raise ExportProblem(
            Message(f"不能写成 .{ending}，可以用：{known}。", f"No .{ending}; there are: {known}.")
        )
    check_target(path)


def write_table(path: Path, rows: Sequence[Row], heads: Sequence[str] | None = None) -> None:
    """Write rows in the format of the path's ending.

    Args:
        path: The file.
        rows: Rows that all have the same fields.
        heads: What the columns are called; the names of the fields without them.

    Raises:
        ExportProblem: Unknown ending, or the file cannot be written.
    """
    check_table(path)
    fields = list(rows[0]) if rows else []
    names = list(heads or fields)
    cells = [[row[field] for field in fields] for row in rows]
    ending = path.suffix.lower()
    if ending == ".json":
        content = json.dumps(list(rows), ensure_ascii=False, indent=1).encode() + b"\n"
    elif ending == ".md":
        content = markdown(names, cells).encode()
    elif ending == ".csv":
        text = io.StringIO(newline="")
        write_csv(text, names, cells, "\r\n")
        content = text.getvalue().encode("utf-8-sig")
    else:
        content = _workbook(fields, names, cells)
    replace_file(path, content)


def markdown(heads: Sequence[str], cells: Sequence[Sequence[object]]) -> str:
    """Return a table in Markdown; what would end a cell or begin markup is escaped."""
    lines = [heads, ["---"] * len(heads), *cells]
    return "".join(f"| {' | '.join(map(_plain, line))} |\n" for line in lines)


def _plain(value: object) -> str:
    text = "" if value is None else " ".join(str(value).split())
    for sign in ("\\", "|", "<", "[", "`", "*"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _workbook(
    fields: Sequence[str], heads: Sequence[str], cells: Sequence[Sequence[object]]
) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - only for a workbook

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _XLSX) as book:
        sheet = book.add_worksheet()
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "vcenter"})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, (field, head) in enumerate(zip(fields, heads, strict=True)):
            sheet.set_column(column, column, 40 if field in _WIDE else 13, wrapped)
            sheet.write_string(0, column, head, bold)
        for line, row in enumerate(cells, start=1):
            for column, value in enumerate(row):
                if isinstance(value, bool):
                    sheet.write_boolean(line, column, value)
                elif isinstance(value, int | float):
                    sheet.write_number(line, column, value)
                elif value is not None:
                    sheet.write_string(line, column, str(value))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(1, len(cells)), max(0, len(heads) - 1))
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return content.getvalue()
