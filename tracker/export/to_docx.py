"""The tracking report as a Word document: a table that is printed and handed round."""

from collections.abc import Mapping

from tracker.export.docx_package import cell, docx_bytes, paragraph, table, text_run
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

_WIDTHS: Mapping[str, int] = {
    "no": 600,
    "promise": 3450,
    "due": 700,
    "verdict": 1250,
    "evidence": 3450,
    "reason": 3900,
    "note": 1200,
}
"""Columns with their widths in twentieths of a point; A4 on its side has 14,570 between margins."""

_WITH_BODIES: Mapping[str, int] = {
    "no": 600,
    "promise": 3100,
    "due": 900,
    "body": 1500,
    "verdict": 1250,
    "evidence": 3100,
    "reason": 3100,
    "note": 1000,
}
"""The same where a list of tasks says who is responsible."""

_SMALL = '<w:sz w:val="18"/>'
_BOLD = f"<w:b/>{_SMALL}"


def handout_bytes(handout: TrackingReport, language: str, resource: ReadResource) -> bytes:
    """Return the document."""
    del resource
    titles = {column.key: column.title.text(language) for column in PROMISE_COLUMNS}
    widths = _WITH_BODIES if names_bodies(handout) else _WIDTHS
    head = "".join(
        cell(titles[key], width, shade="EDEDED", properties=_BOLD) for key, width in widths.items()
    )
    cells = list(promise_rows(handout, language))
    shared = of_one_clause(cells)
    rows = (
        _row(row, promise, row["object"] if row["no"] in shared else None, widths, language)
        for row, promise in zip(cells, handout.rows, strict=True)
    )
    summary = "　".join(f"{name} {count}" for _, name, count in counts(handout, language))
    return docx_bytes(
        [
            paragraph([text_run(handout.title.text(language))], "Heading1"),
            paragraph([text_run(summary)]),
            table(list(widths.values()), head, rows),
            paragraph([text_run(Message("方法", "Method").text(language))], "Heading2"),
            *(
                paragraph([text_run(f"{name}：", _BOLD), text_run(text, _SMALL)])
                for name, text in method_rows(handout, language)
            ),
        ],
        landscape=True,
    )


def _row(
    cells: Mapping[str, Cell],
    row: TrackedPromise,
    meant: Cell,
    widths: Mapping[str, int],
    language: str,
) -> str:
    place = f"{cells['report']} · {line_words(cells['line'], language)}"
    below = {
        "promise": f"{meant} · {place}" if meant else place,
        "evidence": str(cells["source"] or ""),
        "verdict": str(cells["judged_by"]) if row.mark else "",
    }
    background, letters = VERDICT_COLOURS[row.verdict]
    made = []
    for key, width in widths.items():
        value = cells[key]
        text = "" if value is None else str(value)
        if key == "verdict":
            colour = f'<w:b/><w:color w:val="{letters[1:]}"/>{_SMALL}'
            made.append(
                cell(text, width, shade=background[1:], properties=colour, below=below[key])
            )
        else:
            made.append(cell(text, width, properties=_SMALL, below=below.get(key, "")))
    return "".join(made)
