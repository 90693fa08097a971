"""Charts of a handout as workbooks draw them: in a sheet, or as a part of a Word document.

Both are the same drawing language (DrawingML), so a chart of a Word document is the chart of a
small workbook, taken out and put beside it: Word shows it, prints it, and opens its numbers to be
edited.
"""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.chart import Chart as DrawnChart
from xlsxwriter.worksheet import Worksheet

from tracker.export.charts import Chart, Pattern, Series

_PATTERNS = {
    Pattern.RISING: "wide_upward_diagonal",
    Pattern.FALLING: "wide_downward_diagonal",
    Pattern.CROSSED: "trellis",
    Pattern.DOTTED: "percent_20",
}
_LONGEST_LABEL = 20
"""Characters of a label beside a bar; the table of numbers has it whole."""
_LINE, _EDGES = 22, 96
"""Pixels of a line of bars; of title, names and margins."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_LONG_AGO = datetime(1980, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Time of making: the same findings give the same file."""


def drawn(
    book: xlsxwriter.Workbook, sheet: Worksheet, chart: Chart, top: int, *, titled: bool
) -> DrawnChart:
    """Return the bars of numbers that stand in a sheet: labels in its first column, then values.

    Args:
        book: Where it will stand.
        sheet: Sheet that has the numbers.
        chart: What it shows.
        top: Row of the heads above the numbers.
        titled: With its title above.
    """
    kind = {"type": "bar", "subtype": "percent_stacked"} if chart.parts else {"type": "bar"}
    made = book.add_chart(kind)
    name, last = sheet.get_name(), top + len(chart.lines)
    for at, series in enumerate(chart.series, 1):
        made.add_series(
            {
                "name": [name, top, at],
                "categories": [name, top + 1, 0, last, 0],
                "values": [name, top + 1, at, last, at],
                "gap": 35,
                "overlap": 100 if chart.parts else 0,
                **_look(series),
                # Two bars below each other have room for their numbers, pieces have not.
                **({} if chart.parts else {"data_labels": {"value": True}}),
            }
        )
    if titled:
        made.set_title({"name": chart.title, "name_font": {"size": 11}})
    else:
        made.set_title({"none": True})
    made.set_legend({"position": "top", "font": {"size": 9}})
    made.set_y_axis(
        {
            "reverse": True,
            "line": {"none": True},
            "major_tick_mark": "none",
            "label_position": "low",
            "num_font": {"size": 9},
        }
    )
    made.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    made.set_chartarea({"border": {"none": True}})
    made.set_size({"width": 900 if chart.parts else 480, "height": height(chart)})
    return made


def height(chart: Chart) -> int:
    """Return how high a chart is, in pixels."""
    bars = 1 if chart.parts else 1.4
    return int(_EDGES + _LINE * bars * len(chart.lines))


def _look(series: Series) -> dict[str, Any]:
    edge = {"color": series.ink, "width": 0.75}
    if series.pattern is Pattern.SOLID:
        return {"fill": {"color": series.ink}, "border": edge}
    if series.pattern in _PATTERNS:
        pattern = {
            "pattern": _PATTERNS[series.pattern],
            "fg_color": series.ink,
            "bg_color": series.ground,
        }
        return {"pattern": pattern, "border": edge}
    ground = series.ground if series.pattern is Pattern.PALE else "#FFFFFF"
    return {"fill": {"color": ground}, "border": edge}


def short(label: str) -> str:
    """Return a label that leaves room for the bars."""
    return label if len(label) <= _LONGEST_LABEL else f"{label[: _LONGEST_LABEL - 1]}…"


def chart_part(chart: Chart) -> tuple[bytes, bytes]:
    """Return a chart as a part of a document, and the workbook with its numbers."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, _OPTIONS) as book:
        book.set_properties({"created": _LONG_AGO})
        sheet = book.add_worksheet("Sheet1")
        for at, series in enumerate(chart.series, 1):
            sheet.write_string(0, at, series.name)
        for row, line in enumerate(chart.lines, 1):
            sheet.write_string(row, 0, short(line.label))
            for at, value in enumerate(line.values, 1):
                if value is not None:
                    sheet.write_number(row, at, value)
        sheet.insert_chart(0, len(chart.series) + 2, drawn(book, sheet, chart, 0, titled=False))
    workbook = content.getvalue()
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        xml = package.read("xl/charts/chart1.xml").decode()
    for found, said in _SAID:
        xml = re.sub(found, said, xml, flags=re.DOTALL)
    return xml.encode(), workbook


_SAID = (
    (
        "<c:printSettings>.*</c:printSettings>",
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>',
    ),
    ('(<c:lang val="[^"]*"/>)', r'\1<c:roundedCorners val="0"/>'),
    (
        '<c:showVal val="1"/>',
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>',
    ),
    ("(</c:scaling>)(<c:axPos)", r'\1<c:delete val="0"/>\2'),
    ("(<c:plotVisOnly[^>]*/>)", r'\1<c:dispBlanksAs val="gap"/>'),
)
"""What a workbook leaves unsaid, because it goes without saying there, and a document must say."""
