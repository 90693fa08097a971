"""The tracking report as one HTML page: opens anywhere, prints landscape, loads nothing."""

from jinja2 import Environment, StrictUndefined

from tracker.export.charts import charts
from tracker.export.handout_table import NUMBERS, ReadResource, counts, promise_rows
from tracker.export.paper import bars, pages, paper_columns, paper_rows
from tracker.message import Message
from tracker.model.handout import HandoutOptions, TrackingReport
from tracker.model.tracking import Verdict

TEMPLATE = "templates/tracking.html"


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return the page; every text of a document is escaped."""
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    language = options.language
    columns = paper_columns(handout, options)
    cells = paper_rows(handout, options, columns)
    page = environment.from_string(resource(TEMPLATE).decode()).render(
        lang="zh-CN" if language == "zh" else "en",
        title=handout.title.text(language),
        version=handout.version,
        verdicts=[verdict.value for verdict in Verdict],
        counts=[(verdict.value, name, count) for verdict, name, count in counts(handout, options)],
        bars=bars(handout, options),
        columns=[(column.key, column.title.text(language), column.width) for column in columns],
        width=sum(column.width for column in columns),
        rows=zip(promise_rows(handout, options), cells, strict=True),
        pages=pages(handout, options),
        charts=charts(handout, options),
        words=_words(language),
        numbers=NUMBERS,
    )
    return page.lstrip().encode()


def _words(language: str) -> dict[str, str]:
    """Return the words of the page itself."""
    words = {
        "contents": Message("本页内容", "On this page"),
        "table": Message("承诺与完成情况", "Promises and what became of them"),
        "charts": Message("统计图", "Charts"),
        "bar": Message("比例", "bar"),
        "top": Message("回到开头", "Back to the top"),
    }
    return {key: message.text(language) for key, message in words.items()}
