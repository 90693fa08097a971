"""The tracking report as one HTML page: opens anywhere, prints landscape, loads nothing."""

from jinja2 import Environment, StrictUndefined

from tracker.export.handout_table import (
    PROMISE_COLUMNS,
    ReadResource,
    counts,
    line_words,
    method_rows,
    names_bodies,
    of_one_clause,
    promise_rows,
)
from tracker.message import Message
from tracker.model.handout import TrackingReport
from tracker.model.tracking import Verdict

TEMPLATE = "templates/tracking.html"


def handout_bytes(handout: TrackingReport, language: str, resource: ReadResource) -> bytes:
    """Return the page; every text of a document is escaped."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    cells = list(promise_rows(handout, language))
    rows = [
        (row | {"place": line_words(row["line"], language)}, promise)
        for row, promise in zip(cells, handout.rows, strict=True)
    ]
    page = environment.from_string(resource(TEMPLATE)).render(
        lang="zh-CN" if language == "zh" else "en",
        title=handout.title.text(language),
        version=handout.version,
        verdicts=[verdict.value for verdict in Verdict],
        counts=[(verdict.value, name, count) for verdict, name, count in counts(handout, language)],
        heads={column.key: column.title.text(language) for column in PROMISE_COLUMNS},
        rows=[(row, promise.verdict.value, promise.mark is not None) for row, promise in rows],
        shared=of_one_clause(cells),
        bodies=names_bodies(handout),
        method_title=Message("方法", "Method").text(language),
        method=list(method_rows(handout, language)),
    )
    return page.lstrip().encode()
