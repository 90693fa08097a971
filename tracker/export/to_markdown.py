"""The tracking report as a Markdown table, for wikis and chats."""

import re
from collections.abc import Sequence

from tracker.export.charts import charts
from tracker.export.handout_table import ReadResource, counts
from tracker.export.paper import pages, paper_columns, paper_rows
from tracker.model.handout import HandoutOptions, TrackingReport

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~])")


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return UTF-8 text: title, counts, promises, figures of the charts, method, audit page."""
    del resource
    language = options.language
    columns = paper_columns(handout, options)
    lines = [f"# {_escaped(handout.title.text(language))}", ""]
    lines.append("　".join(f"{name} {count}" for _, name, count in counts(handout, options)))
    lines += ["", *_table([c.title.text(language) for c in columns], [
        [f"{cell.text} ({cell.below})" if cell.below else cell.text for cell in row]
        for row in paper_rows(handout, options, columns)
    ])]  # fmt: skip
    for chart in charts(handout, options):
        heads = [chart.label_head, *(one.name for one in chart.series), chart.told_head]
        rows = [[line.label, *line.texts, line.told] for line in chart.lines]
        lines += ["", f"## {_escaped(chart.title)}", "", _escaped(chart.note), ""]
        lines += _table(heads, rows)
    for page in pages(handout, options):
        lines += ["", f"## {_escaped(page.title)}", ""]
        lines += [f"- **{_escaped(name)}** {_escaped(text)}" for name, text in page.pairs]
        lines += ["", *_table(page.heads, page.rows)] if page.rows else []
    return ("\n".join(lines) + "\n").encode()


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [_line(heads), "|---" * len(heads) + "|", *map(_line, rows)]


def _line(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_escaped, cells)) + " |"


def _escaped(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
