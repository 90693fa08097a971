"""The tracking report as a PDF for paper: landscape, page numbers, fonts embedded in part.

Typst sets it: it takes the Chinese font of the system, of whatever kind of outlines, embeds the
characters that occur, and repeats the head of the table on each page.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache

from tracker.errors import ExportProblem, InternalFault
from tracker.export.charts import Chart, charts
from tracker.export.handout_table import VERDICT_COLOURS, ReadResource, counts
from tracker.export.paper import (
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

TEMPLATE = "templates/tracking.typ"

_SENTENCES = ("reason", "remarks")
"""Columns with sentences of the program, which quote the reports."""

CHINESE_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Noto Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "DengXian",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "FangSong",
    "KaiTi",
    "AR PL UMing CN",
)
"""Fonts with simplified Chinese as systems and offices ship them, the clearest in print first."""


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return the document.

    Raises:
        ExportProblem: The system has no font with Chinese characters.
    """
    return typeset(resource(TEMPLATE), _data(handout, options))


def typeset(template: bytes, data: Mapping[str, object]) -> bytes:
    """Return the pages that a template makes of data.

    Raises:
        InternalFault: The template does not fit the data.
    """
    import typst  # noqa: PLC0415 - large, and needed for nothing else

    told = json.dumps(data, ensure_ascii=False)
    try:
        made = typst.compile(template, sys_inputs={"data": told})
    except typst.TypstError as error:
        raise InternalFault(
            Message("生成 PDF 时出错。", "The PDF could not be set."), detail=repr(error)
        ) from error
    if not isinstance(made, bytes):
        raise InternalFault(Message("生成 PDF 时出错。", "The PDF could not be set."))
    return made


@cache
def chinese_font() -> str:
    """Return the name of an installed font with Chinese characters.

    Raises:
        ExportProblem: There is none.
    """
    import typst  # noqa: PLC0415

    installed = {name.casefold(): name for name in typst.Fonts().families()}
    for name in CHINESE_FONTS:
        if name.casefold() in installed:
            return installed[name.casefold()]
    raise ExportProblem(
        Message(
            "系统里没有中文字体，无法生成 PDF；请安装思源黑体（Noto Sans CJK）等中文字体，"
            "或导出为 docx。",
            "The system has no Chinese font, so no PDF can be made; install one (Noto Sans CJK), "
            "or export as docx.",
        )
    )


def _data(handout: TrackingReport, options: HandoutOptions) -> dict[str, object]:
    """Return all that the template sets."""
    language = options.language
    columns = paper_columns(handout, options)
    return {
        "title": handout.title.text(language),
        "lang": "zh" if language == "zh" else "en",
        "fonts": [chinese_font()],
        "counts": [f"{name} {count}" for _, name, count in counts(handout, options)],
        "bars": [
            {"name": one.name, "count": one.count, "fill": one.colours[0], "ink": one.colours[1]}
            for one in bars(handout, options)
        ],
        "paper": "a3" if is_wide(columns) else "a4",
        "widths": [column.width for column in columns],
        "heads": [column.title.text(language) for column in columns],
        "rows": [
            [_cell(one, column.key, language) for one, column in zip(row, columns, strict=True)]
            for row in paper_rows(handout, options, columns)
        ],
        "charts": [_chart(one) for one in charts(handout, options)],
        "pages": [asdict(page) for page in pages(handout, options)],
        "words": {
            "page": Message("第 {0} 页，共 {1} 页", "Page {0} of {1}").text(language),
            "charts": Message("统计图", "Charts").text(language),
            "signed": signature_words(language),
        },
    }


def _cell(one: PaperCell, key: str, language: str) -> dict[str, str | bool | None]:
    fill, ink = VERDICT_COLOURS[one.verdict] if one.verdict else (None, None)
    # An id is one long word: it may break anywhere, with nothing to be seen there.
    text = "\u200b".join(one.text) if key == "id" else one.text
    # Chinese fonts set “ ” as wide as a character: holes in an English sentence. What a report
    # says stays as it is set there.
    closely = key in _SENTENCES and language != "zh"
    return {"text": text, "below": one.below, "fill": fill, "ink": ink, "closely": closely}


def _chart(chart: Chart) -> dict[str, object]:
    return asdict(chart) | {"reach": chart.reach}
