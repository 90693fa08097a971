"""Charts of a Word document: the page that shows them, and the parts that they are kept in."""

from collections.abc import Mapping, Sequence

from lxml import etree

from tracker.export.chart_parts import height
from tracker.export.charts import Chart
from tracker.export.docx_package import (
    cell,
    chart_relation,
    chart_run,
    kept_with_next,
    paragraph,
    shared_out,
    table,
    text_run,
)

_SMALL = '<w:sz w:val="18"/>'
_BOLD = f"<w:b/>{_SMALL}"
_SOFT = '<w:color w:val="5C5C62"/><w:sz w:val="17"/>'
_TYPES = "[Content_Types].xml"
_RELATIONS = "word/_rels/document.xml.rels"
_KIND = "application/vnd.openxmlformats-officedocument"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_HIGHEST = 520
"""Pixels between the margins of a page on its side, below a heading."""
_WHOLE = 24
"""Lines of a table that fits a page."""
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def charts_xml(charts: Sequence[Chart], heading: str, width: int) -> str:
    """Return the pages of charts: each with its heading and, of parts, the table of its numbers.

    Args:
        charts: What to show.
        heading: Heading above all.
        width: Between the margins, in twentieths of a point.
    """
    if not charts:
        return paragraph([])
    made = [_PAGE_BREAK, paragraph([text_run(heading)], "Heading1")]
    small: list[tuple[int, Chart]] = []
    for number, chart in enumerate(charts, 1):
        if not chart.parts:
            small.append((number, chart))
            continue
        made.append(paragraph([text_run(chart.title)], "Heading2"))
        if chart.note:
            made.append(paragraph([text_run(chart.note, _SOFT)]))
        made.append(paragraph([chart_run(number, chart.title, width, _high(chart))]))
        made.append(_numbers(chart, width) + paragraph([]))
    half = (width - 240) // 2
    pairs = [small[at : at + 2] for at in range(0, len(small), 2)]
    made.extend(_pair(pair, half) for pair in pairs)
    return "".join(made)


def _high(chart: Chart) -> int:
    return min(_HIGHEST, height(chart))


def _pair(pair: Sequence[tuple[int, Chart]], width: int) -> str:
    """Return two small charts beside each other, in a table without lines."""
    high = max(_high(chart) for _, chart in pair)
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width + 120}" w:type="dxa"/></w:tcPr>'
        + paragraph([text_run(chart.title, _BOLD)])
        + paragraph([chart_run(number, chart.title, width, high)])
        + "</w:tc>"
        for number, chart in pair
    )
    columns = f'<w:gridCol w:w="{width + 120}"/>' * len(pair)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{(width + 120) * len(pair)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr></w:tbl>" + paragraph([])
    )


def _numbers(chart: Chart, width: int) -> str:
    """Return the numbers of a chart as a table."""
    heads = [chart.label_head, *(one.name for one in chart.series), chart.told_head]
    rows = [[line.label, *line.texts, line.told] for line in chart.lines]
    widths = shared_out([30, *(8 for _ in heads[1:])], width)
    aligned = ["", *("right" for _ in heads[1:])]
    head = "".join(
        cell(text, share, shade="EDEDED", properties=_BOLD, align=side)
        for text, share, side in zip(heads, widths, aligned, strict=True)
    )
    lines = (
        "".join(
            cell(text, share, properties=_BOLD if line.whole else _SMALL, align=side)
            for text, share, side in zip(row, widths, aligned, strict=True)
        )
        for row, line in zip(rows, chart.lines, strict=True)
    )
    made = table(widths, head, lines)
    if len(rows) <= _WHOLE:  # on one page, the next one where it must be
        made = kept_with_next(made)
    return made


def with_charts(
    parts: Mapping[str, bytes], charts: Sequence[tuple[bytes, bytes]]
) -> dict[str, bytes]:
    """Return the parts that charts add to a document, and those that name them.

    Args:
        parts: The document.
        charts: Each chart with the workbook that has its numbers.
    """
    made: dict[str, bytes] = {}
    related = etree.fromstring(parts.get(_RELATIONS, _no_relations()))
    typed = etree.fromstring(parts[_TYPES])
    for number, (chart, workbook) in enumerate(charts, 1):
        name = f"duizhang-chart{number}"
        kinds = (
            (f"word/charts/{name}.xml", chart, "drawingml.chart+xml"),
            (f"word/embeddings/{name}.xlsx", workbook, "spreadsheetml.sheet"),
        )
        for part, data, kind in kinds:
            made[part] = data
            _add(typed, "Override", PartName=f"/{part}", ContentType=f"{_KIND}.{kind}")
        held = etree.fromstring(_no_relations())
        _relate(held, "rId1", "package", f"../embeddings/{name}.xlsx")
        made[f"word/charts/_rels/{name}.xml.rels"] = _written(held)
        _relate(related, chart_relation(number), "chart", f"charts/{name}.xml")
    return made | {_RELATIONS: _written(related), _TYPES: _written(typed)}


def _no_relations() -> bytes:
    return f'<Relationships xmlns="{_PACKAGE}"/>'.encode()


def _relate(relations: etree._Element, key: str, kind: str, target: str) -> None:
    _add(relations, "Relationship", Id=key, Type=f"{_OFFICE}/{kind}", Target=target)


def _add(above: etree._Element, name: str, **attributes: str) -> None:
    etree.SubElement(above, f"{{{etree.QName(above).namespace}}}{name}", attributes)


def _written(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made
