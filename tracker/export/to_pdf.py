"""The tracking report as a PDF for paper: landscape, page numbers, fonts embedded in part.

Typst sets it: it takes the Chinese font of the system, of whatever kind of outlines, embeds the
characters that occur, and repeats the head of the table on each page.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache

from tracker.errors import ExportProblem, InternalFault
from tracker.export.handout_table import (
    PROMISE_COLUMNS,
    VERDICT_COLOURS,
    Cell,
    ReadResource,
    counts,
    line_words,
    method_rows,
    names_bodies,
    of_one_clause,
    promise_rows,
)
from tracker.message import Message
from tracker.model.handout import TrackedPromise, TrackingReport

TEMPLATE = "templates/tracking.typ"

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

_WIDTHS: Mapping[str, int] = {
    "no": 6,
    "promise": 35,
    "due": 8,
    "verdict": 12,
    "evidence": 35,
    "reason": 38,
    "note": 12,
}
"""Columns and the shares of the width that they get."""

_WITH_BODIES: Mapping[str, int] = {
    "no": 6,
    "promise": 31,
    "due": 10,
    "body": 15,
    "verdict": 12,
    "evidence": 31,
    "reason": 31,
    "note": 10,
}
"""The same where promises name who is responsible."""


def handout_bytes(handout: TrackingReport, language: str, resource: ReadResource) -> bytes:
    """Return the document.

    Raises:
        ExportProblem: The system has no font with Chinese characters.
    """
    import typst  # noqa: PLC0415 - large, and needed for nothing else

    data = json.dumps(_data(handout, language), ensure_ascii=False)
    try:
        made = typst.compile(resource(TEMPLATE).encode(), sys_inputs={"data": data})
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


def _data(handout: TrackingReport, language: str) -> dict[str, object]:
    """Return all that the template sets."""
    titles = {column.key: column.title.text(language) for column in PROMISE_COLUMNS}
    widths = _WITH_BODIES if names_bodies(handout) else _WIDTHS
    cells = list(promise_rows(handout, language))
    shared = of_one_clause(cells)

    def say(zh: str, en: str) -> str:
        return Message(zh, en).text(language)

    return {
        "title": handout.title.text(language),
        "lang": "zh" if language == "zh" else "en",
        "fonts": [chinese_font()],
        "counts": [f"{name} {count}" for _, name, count in counts(handout, language)],
        "widths": list(widths.values()),
        "heads": [titles[key] for key in widths],
        "rows": [
            _row(row, promise, row["object"] if row["no"] in shared else None, widths, language)
            for row, promise in zip(cells, handout.rows, strict=True)
        ],
        "method": list(method_rows(handout, language)),
        "words": {
            "method": say("方法", "Method"),
            "page": say("第 {0} 页，共 {1} 页", "Page {0} of {1}"),
            "signed": [say("核对人：", "Checked by: "), say("审核人：", "Approved by: "),
                       say("日期：", "Date: ")],
        },
    }  # fmt: skip


def _row(
    cells: Mapping[str, Cell],
    row: TrackedPromise,
    meant: Cell,
    widths: Sequence[str] | Mapping[str, int],
    language: str,
) -> list[dict[str, str | None]]:
    place = f"{cells['report']} · {line_words(cells['line'], language)}"
    below = {
        "promise": f"{meant} · {place}" if meant else place,
        "evidence": str(cells["source"] or ""),
        "verdict": str(cells["judged_by"]) if row.mark else "",
    }
    fill, ink = VERDICT_COLOURS[row.verdict]
    return [
        {
            "text": "" if cells[key] is None else str(cells[key]),
            "below": below.get(key, ""),
            "fill": fill if key == "verdict" else None,
            "ink": ink if key == "verdict" else None,
        }
        for key in widths
    ]
