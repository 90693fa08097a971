"""A comparison of two reports as one HTML page: opens anywhere, prints well, loads nothing.

In go the changes between two reports, out comes a page with both texts side by side, section by
section. What changed is shown by colour and by shape (line below, line through, double line), so
that it can be read in black and white. The page shows source text, never a cleaned copy.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jinja2 import Environment, StrictUndefined

from tracker import __version__
from tracker.export.handout_table import ReadResource
from tracker.message import Message
from tracker.model.change import Change, ChangeKind, NumberChange, ReportDiff, SectionDiff
from tracker.model.measure import Comparison, Measure
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.model.words import word

TEMPLATE = "templates/diff.html"
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*\s*(?:%|％)?")
_TAGS = {
    ChangeKind.DELETE: "del",
    ChangeKind.INSERT: "ins",
    ChangeKind.MOVE: "mark",
    ChangeKind.EQUAL: "",
}
_WORDS = {
    "title": Message("对读", "Comparison"),
    "added": Message("新增", "added"),
    "dropped": Message("删去", "dropped"),
    "moved": Message("移位", "moved"),
    "number": Message("数字变化", "another figure"),
    "gone": Message("后一份报告中没有对应章节", "no counterpart in the later report"),
    "new": Message("前一份报告中没有对应章节", "no counterpart in the earlier report"),
    "line": Message("行", "line"),
    "numbers": Message("数字变化", "Figures that changed"),
    "none": Message(
        "两份报告没有可对读的章节。", "The two reports have no sections that could be compared."
    ),
}


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look: the HTML element (or "") and whether it is a changed figure."""

    text: str
    tag: str
    figure: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a pair of sections."""

    line: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator with both figures, as people write them."""

    indicator: str
    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of sections as it is printed; one side may be missing."""

    anchor: str
    earlier: Side | None
    later: Side | None
    figures: tuple[Figure, ...]


def write_diff_html(
    diff: ReportDiff, earlier: Report, later: Report, language: str, resource: ReadResource
) -> str:
    """Return the page; every text of a document is escaped.

    Args:
        diff: What changed.
        earlier: Earlier report.
        later: Later report.
        language: Language of the page's own words ("zh…" or "en").
        resource: Reads a text file of ``resources/``.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    page = environment.from_string(resource(TEMPLATE)).render(
        lang="zh-CN" if language.startswith("zh") else "en",
        version=__version__,
        words={key: message.text(language) for key, message in _WORDS.items()},
        earlier=_name(earlier),
        later=_name(later),
        pairs=[
            _pair(number, section, earlier, later, language)
            for number, section in enumerate(diff.sections, start=1)
        ],
    )
    return page.lstrip()


def _name(report: Report) -> str:
    region = report.meta.region.name if report.meta.region else ""
    year = str(report.meta.year) if report.meta.year else ""
    name = " ".join(part for part in (region, year, report.meta.title) if part)
    return name or report.name


def _pair(number: int, section: SectionDiff, earlier: Report, later: Report, language: str) -> Pair:
    before = [n.earlier.span for n in section.numbers if n.earlier]
    after = [n.later.span for n in section.numbers if n.later]
    left = sorted(
        (c for c in section.changes if c.earlier), key=lambda c: c.earlier.start if c.earlier else 0
    )
    right = (c for c in section.changes if c.later)
    return Pair(
        f"s{number}",
        _side(earlier, section.earlier, _spans(left, ChangeKind.DELETE), before),
        _side(later, section.later, _spans(right, ChangeKind.INSERT), after),
        tuple(_figure(change, language) for change in section.numbers),
    )


def _spans(changes: Iterable[Change], edited: ChangeKind) -> Iterator[tuple[Span, str]]:
    """Yield what stands on one side with its element; a replacement is an edit on each side."""
    for change in changes:
        span = change.earlier if edited is ChangeKind.DELETE else change.later
        kind = edited if change.kind is ChangeKind.REPLACE else change.kind
        if span:
            yield span, _TAGS[kind]


def _side(
    report: Report,
    section: int | None,
    spans: Iterable[tuple[Span, str]],
    figures: list[Span],
) -> Side | None:
    if section is None:
        return None
    runs = [run for span, tag in spans for run in _runs(report, span, tag, figures)]
    return Side(report.line_of(report.sections[section].span.start), tuple(runs))


def _runs(report: Report, span: Span, tag: str, figures: list[Span]) -> Iterator[Run]:
    """Cut a stretch of text at the figures that changed."""
    text, at = report.quote(span), 0
    for match in _FIGURE.finditer(text):
        place = Span(span.start + match.start(), span.start + match.end())
        if any(figure.contains(place) for figure in figures):
            if match.start() > at:
                yield Run(text[at : match.start()], tag, figure=False)
            yield Run(match.group(), tag, figure=True)
            at = match.end()
    if at < len(text):
        yield Run(text[at:], tag, figure=False)


def _figure(change: NumberChange, language: str) -> Figure:
    return Figure(
        change.indicator,
        _measure(change.earlier, language) if change.earlier else "—",
        _measure(change.later, language) if change.later else "—",
    )


def _measure(measure: Measure, language: str) -> str:
    how = word(measure.comparison).text(language) if measure.comparison else ""
    value = "" if measure.value is None else f"{measure.value:f}"
    if measure.comparison is Comparison.RANGE and measure.value2 is not None:
        value += f"–{measure.value2:f}"
    space = "" if language.startswith("zh") or not how else " "
    return f"{how}{space}{value}{measure.unit}"
