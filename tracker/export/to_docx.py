"""The tracking report as a Word document: a template, the program's or an office's own, filled."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tracker.errors import ExportProblem, reason
from tracker.export.chart_parts import chart_part
from tracker.export.charts import charts
from tracker.export.docx_charts import charts_xml
from tracker.export.docx_package import cell, kept_with_next, paragraph, shared_out, table, text_run
from tracker.export.docx_template import LARGEST, Filling, Template
from tracker.export.handout_table import (
    NUMBERS,
    PROMISE_COLUMNS,
    VERDICT_COLOURS,
    Column,
    ReadResource,
    counts,
    line_words,
    promise_rows,
)
from tracker.export.paper import (
    Bar,
    Page,
    PaperCell,
    bars,
    is_wide,
    pages,
    paper_columns,
    paper_rows,
    signature_words,
)
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackingReport

TEMPLATE = "templates/tracking.docx"

WORDS = {
    "title": "标题",
    "summary": "统计",
    "count": "条数",
    "program": "程序",
    "signed": "签名",
}
"""Names of short texts in a template, in both languages."""
BLOCKS = {"chart": "图", "charts": "统计图", "table": "表格", "method": "方法", "audit": "核查"}
"""Names that stand alone in a paragraph."""

_SMALL = '<w:sz w:val="18"/>'
_SMALLEST = '<w:sz w:val="13"/>'
_FIXED = '<w:tblLayout w:type="fixed"/>'
_NARROW_EDGES = (
    '<w:tblCellMar><w:left w:w="45" w:type="dxa"/><w:right w:w="45" w:type="dxa"/></w:tblCellMar>'
)
_BOLD = f"<w:b/>{_SMALL}"
_NARROWEST = 480
"""A piece of the bar is as wide as its number, in twentieths of a point."""
_LETTER = 190
"""Width of a Chinese character of the bar."""
_PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return the document.

    Raises:
        ExportProblem: The office's template cannot be used.
    """
    chosen = _own(options.template) if options.template else resource(TEMPLATE)
    template = Template(chosen)
    language = options.language
    columns = paper_columns(handout, options)
    drawn = charts(handout, options)
    told = {page.key: _page(page, template.width, language) for page in pages(handout, options)}
    blocks = {
        "chart": _bar(bars(handout, options), template.width),
        "charts": charts_xml(drawn, Message("统计图", "Charts").text(language), template.width),
        "table": _table(columns, paper_rows(handout, options, columns), template.width, language),
        "method": told["method"],
        "audit": told.get("audit", paragraph([])),
    }
    words = {
        "title": handout.title.text(language),
        "summary": "　".join(f"{name} {count}" for _, name, count in counts(handout, options)),
        "count": str(len(handout.rows)),
        "program": f"duizhang {handout.version}",
        "signed": "　　".join(f"{one}＿＿＿＿＿＿＿＿" for one in signature_words(language)),
    }
    return template.filled(
        Filling(
            words | {WORDS[key]: text for key, text in words.items()},
            blocks | {BLOCKS[key]: xml for key, xml in blocks.items()},
            _column_names(),
            _model_rows(handout, options),
            [chart_part(one) for one in drawn],
        )
    )


def _own(path: str) -> bytes:
    """Return an office's own template."""
    place = Path(path)
    try:
        if place.stat().st_size > LARGEST:
            raise ExportProblem(
                Message(
                    f"模板“{place.name}”太大（超过20 MB）。",
                    f"The template “{place.name}” is too large (more than 20 MB).",
                )
            )
        return place.read_bytes()
    except OSError as error:
        why = reason(error)
        raise ExportProblem(
            Message(
                f"无法读取模板“{place.name}”：{why.zh}。",
                f"Cannot read the template “{place.name}”: {why.en}.",
            )
        ) from error


def _column_names() -> dict[str, str]:
    """Return the key of a column by each name that a template may call it."""
    names = {"place": "place", "出处": "place"}
    for column in PROMISE_COLUMNS:
        names |= {column.key: column.key, column.title.zh: column.key}
    return names


def _model_rows(handout: TrackingReport, options: HandoutOptions) -> list[dict[str, str]]:
    """Return the texts of a model row for each promise."""
    made = []
    for row in promise_rows(handout, options):
        texts = {key: "" if value is None else str(value) for key, value in row.items()}
        texts["place"] = f"{row['report']} · {line_words(row['line'], options.language)}"
        if not options.evidence:
            texts |= {"evidence": "", "source": ""}
        made.append(texts)
    return made


def _table(
    columns: Sequence[Column], rows: Iterable[list[PaperCell]], width: int, language: str
) -> str:
    widths = shared_out([column.width for column in columns], width)
    head = "".join(
        cell(
            column.title.text(language),
            share,
            shade="EDEDED",
            properties=_BOLD,
            align=_side(column),
        )
        for column, share in zip(columns, widths, strict=True)
    )
    sides = [_side(column) for column in columns]
    lines = ["".join(map(_cell, row, widths, sides)) for row in rows]
    if lines:  # those who sign never stand on a page by themselves
        lines[-1] = kept_with_next(lines[-1])
    made = table(widths, head, lines) + kept_with_next(paragraph([]))
    if not is_wide(columns):
        return made
    return made.replace(_SMALL, _SMALLEST).replace(_FIXED, _FIXED + _NARROW_EDGES)


def _side(column: Column) -> str:
    return "right" if column.key in NUMBERS else ""


def _cell(one: PaperCell, width: int, side: str) -> str:
    if one.verdict is None:
        return cell(one.text, width, properties=_SMALL, below=one.below, align=side)
    background, letters = VERDICT_COLOURS[one.verdict]
    bold = f'<w:b/><w:color w:val="{letters[1:]}"/>{_SMALL}'
    return cell(one.text, width, shade=background[1:], properties=bold, below=one.below)


def _bar(found: Sequence[Bar], width: int) -> str:
    """Return the figures by verdict as a row of coloured cells, which Word can edit."""
    if not found:
        return paragraph([])
    widths = shared_out([one.count for one in found], width, _NARROWEST)
    made = []
    for one, share in zip(found, widths, strict=True):
        background, letters = one.colours
        # The name is left out where it would break: the line below says all of them.
        fits = (len(one.name) + 3) * _LETTER < share
        text = f"{one.name} {one.count}" if fits else str(one.count)
        bold = f'<w:b/><w:color w:val="{letters[1:]}"/>{_SMALL}'
        made.append(cell(text, share, shade=background[1:], properties=bold))
    return table(widths, "".join(made), ()) + paragraph([])


def _page(page: Page, width: int, language: str) -> str:
    """Return a page behind the table: its heading, what it tells, its table."""
    colon = Message("：", ": ").text(language)
    parts = [_PAGE_BREAK, paragraph([text_run(page.title)], "Heading1")]
    parts += [
        paragraph([text_run(f"{name}{colon}", _BOLD), text_run(text, _SMALL)])
        for name, text in page.pairs
    ]
    if page.rows:
        widths = shared_out(page.widths, width)
        head = "".join(
            cell(text, share, shade="EDEDED", properties=_BOLD)
            for text, share in zip(page.heads, widths, strict=True)
        )
        rows = (
            "".join(cell(t, w, properties=_SMALL) for t, w in zip(row, widths, strict=True))
            for row in page.rows
        )
        # An empty line above: without one the table sticks to what is told before it.
        parts.append(paragraph([]) + table(widths, head, rows) + paragraph([]))
    return "".join(parts)
