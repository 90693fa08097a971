"""A comparison of two reports as one HTML page: opens anywhere, prints well, loads nothing.

In go the changes between two reports, out comes a page with both texts side by side, section by
section. What changed is shown by colour and by shape (line below, line through, double line), so
that it can be read in black and white. The page shows source text, never a cleaned copy.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from jinja2 import Environment, StrictUndefined

from tracker import __version__
from tracker.export.badges import name_of_ladder, way_of_figure, way_of_wording
from tracker.export.facing import Paragraph, Row, facing_rows
from tracker.export.row_look import ABOVE, label_of, look_of, shown, without
from tracker.export.shown_above import shown_above
from tracker.message import Message
from tracker.model.change import (
    Change,
    ChangeKind,
    NumberChange,
    ReportDiff,
    SectionDiff,
    WordingChange,
)
from tracker.model.change_summary import summarise
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
WORDS = {
    "title": Message("对读", "Comparison"),
    "added": Message("新增", "added"),
    "dropped": Message("删去", "dropped"),
    "moved": Message("移位", "moved"),
    "number": Message("数字变化", "another figure"),
    "gone": Message("后一份报告中没有对应章节", "no counterpart in the later report"),
    "new": Message("前一份报告中没有对应章节", "no counterpart in the earlier report"),
    "line": Message("行", "line"),
    "numbers": Message("数字或其限定的变化", "Figures and bounds that changed"),
    "reordered": Message("顺序有变", "stands in another order"),
    "merged": Message(
        "与前面的章节合并为同一节，上文已列出的文字以［…］代替",
        "merged into one section with an earlier one above; […] stands for text shown there",
    ),
    "ignored": Message("已忽略的差异", "differences that are ignored"),
    "elsewhere": Message("移至/移自其他章节", "moved to or from another section"),
    "none": Message(
        "两份报告没有可对读的章节。", "The two reports have no sections that could be compared."
    ),
}


_NEAR = 60
"""Characters between two stretches up to which they belong to one sentence that moved."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one look.

    Attributes:
        text: Source characters.
        tag: HTML element, ``quiet`` for an ignored difference, ``above`` for text that is left
            out, or "".
        figure: It is a changed figure.
        move: Number of the move between sections that begins here, else 0.
    """

    text: str
    tag: str
    figure: bool
    move: int = 0


@dataclass(frozen=True, slots=True)
class Printed:
    """A paragraph as it is printed, with its line in the source."""

    line: int
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Paragraphs beside each other; where one side is empty the other has the whole width.

    Attributes:
        look: Classes of the row: ``sides`` (``rewritten`` where they have next to nothing in
            common, and no word is marked) or ``alone`` (``earlier``, ``later``, or nothing more
            where all of it is shown above).
        label: What is said above it, or "".
    """

    look: str
    label: str
    earlier: tuple[Printed, ...]
    later: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """One indicator with both figures, as people write them, and which way it went.

    Where only the words around the figure differ (控制在3%左右, 3%左右), these stand here.
    """

    indicator: str
    earlier: str
    later: str
    badge: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A pair of sections as it is printed.

    Attributes:
        anchor: Name of the place in the page.
        absent: What is said above a section without counterpart, or "".
        notes: What is said above a pair (another order, merged sections).
        summary: What changed, in a sentence.
        rows: Its paragraphs.
        figures: Figures and words of firmness that changed.
    """

    anchor: str
    absent: str
    notes: list[str]
    summary: str
    rows: tuple[Sides, ...]
    figures: tuple[Figure, ...]


def write_diff_html(
    diff: ReportDiff, earlier: Report, later: Report, language: str, resource: Callable[[str], str]
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
        words={key: message.text(language) for key, message in WORDS.items()},
        earlier=name_of_report(earlier),
        later=name_of_report(later),
        quiet=any(c.ignored for section in diff.sections for c in section.changes),
        summary=summarise(diff.sections).message.text(language),
        pairs=printed_pairs(diff, earlier, later, language),
    )
    return page.lstrip()


def printed_pairs(diff: ReportDiff, earlier: Report, later: Report, language: str) -> list[Pair]:
    """Return the pairs of sections as they are printed, on a page or on paper."""
    moves = _moves(diff, later)
    return [
        _pair(number, section, _Sources(earlier, later, moves, language))
        for number, section in enumerate(diff.sections, start=1)
    ]


def name_of_report(report: Report) -> str:
    """Return region, year and title of a report, its file name where none is known.

    What the title says of region and year is not said twice: 江苏省苏州市 2023 政府工作报告 for
    the title 2023年苏州市政府工作报告.
    """
    region = report.meta.region.name if report.meta.region else ""
    year = str(report.meta.year) if report.meta.year else ""
    title = report.meta.title
    told = [f"{year}年"] if year else []
    told += [part for part in (region, re.sub(r"^.+?(?:省|自治区)(?=.)", "", region)) if part]
    for part in told * 2:  # in either order
        title = title.removeprefix(part)
    name = " ".join(part for part in (region, year, title) if part)
    return name or report.name


Starts = Mapping[int, int]
"""Numbers of moves between sections by the source offset at which they begin."""


@dataclass(frozen=True, slots=True)
class _Moves:
    """Numbers of the moves between sections, for each printed pair of sections and side."""

    earlier: Mapping[int, Starts]
    later: Mapping[int, Starts]


@dataclass(frozen=True, slots=True)
class _Sources:
    """The two texts, the moves between them and the language of the page's own words."""

    earlier: Report
    later: Report
    moves: _Moves
    language: str


def _moves(diff: ReportDiff, report: Report) -> _Moves:
    """Number the moves between sections; stretches of one sentence make one move.

    A passage that two pairs of sections show is numbered where it is shown first; what is left
    out of a merged section has no number there.
    """
    earlier: dict[int, dict[int, int]] = {}
    later: dict[int, dict[int, int]] = {}
    used: set[int] = set()
    number, before = 0, (Span(0, 0), Span(0, 0))
    for n, section in enumerate(diff.sections):
        above = shown_above(section, report)
        for change in section.changes:
            one, other = change.elsewhere, change.later
            if one is None or other is None or any(run.contains(other) for run in above):
                continue
            gap = max(abs(one.start - before[0].end), abs(other.start - before[1].end))
            place = _shown_in(diff, one)
            if (not number or gap > _NEAR) and one.start not in used and place is not None:
                number += 1
                used.add(one.start)
                earlier.setdefault(place, {})[one.start] = number
                later.setdefault(n, {})[other.start] = number
            before = (one, other)
    return _Moves(earlier, later)


def _shown_in(diff: ReportDiff, span: Span) -> int | None:
    """Return the first pair of sections that shows a stretch of the earlier report."""
    return next(
        (
            n
            for n, section in enumerate(diff.sections)
            if any(c.earlier and c.earlier.contains(span) for c in section.changes)
        ),
        None,
    )


def _pair(number: int, section: SectionDiff, sources: _Sources) -> Pair:
    earlier, later, language = sources.earlier, sources.later, sources.language
    before = [n.earlier.span for n in section.numbers if n.earlier and not _same_figure(n)]
    after = [n.later.span for n in section.numbers if n.later and not _same_figure(n)]
    left = sorted(
        (c for c in section.changes if c.earlier), key=lambda c: c.earlier.start if c.earlier else 0
    )
    right = (c for c in section.changes if c.later)
    above = shown_above(section, later)
    rows = facing_rows(
        section.changes,
        (earlier, _spans(left, ChangeKind.DELETE)),
        (later, without(above, _spans(right, ChangeKind.INSERT))),
    )
    absent = ""
    if section.earlier is None or section.later is None:
        absent = WORDS["new" if section.earlier is None else "gone"].text(language)
    left_moves = sources.moves.earlier.get(number - 1, {})
    right_moves = sources.moves.later.get(number - 1, {})
    figures = (_figure(change, earlier, later, language) for change in section.numbers)
    wordings = (_wording(change, earlier, later, language) for change in section.wordings)
    notes = [("reordered", section.crossed), ("merged", section.merged)]
    return Pair(
        f"s{number}",
        absent,
        [WORDS[word].text(language) for word, holds in notes if holds],
        "" if absent else summarise([replace(section, crossed=False)]).message.text(language),
        tuple(
            Sides(
                look_of(row),
                "" if absent else _label(row, language),
                tuple(_printed(earlier, p, before, left_moves) for p in row.earlier),
                tuple(_printed(later, p, after, right_moves) for p in row.later),
            )
            for row in shown(rows)
        ),
        (*figures, *wordings),
    )


def _same_figure(change: NumberChange) -> bool:
    """Tell whether only the bound differs (控制在3%左右, 3%左右): no figure has changed then."""
    a, b = change.earlier, change.later
    if a is None or b is None:
        return False
    return (a.value, a.value2, a.unit) == (b.value, b.value2, b.unit)


def _spans(changes: Iterable[Change], edited: ChangeKind) -> Iterator[tuple[Span, str]]:
    """Yield what stands on one side with its element; a replacement is an edit on each side."""
    for change in changes:
        span = change.earlier if edited is ChangeKind.DELETE else change.later
        kind = edited if change.kind is ChangeKind.REPLACE else change.kind
        if span:
            yield span, "quiet" if change.ignored else _TAGS[kind]


def _label(row: Row, language: str) -> str:
    label = label_of(row)
    return label.text(language) if label else ""


def _printed(report: Report, paragraph: Paragraph, figures: list[Span], moves: Starts) -> Printed:
    runs: list[Run] = []
    for span, tag in paragraph.pieces:
        if tag == ABOVE:
            if not runs or runs[-1].tag != ABOVE:
                runs.append(Run("", ABOVE, figure=False))
            continue
        starts = sorted({span.start, *(at for at in moves if span.start < at < span.end)})
        for start, end in pairwise((*starts, span.end)):
            found = list(_runs(report, Span(start, end), tag, figures))
            if start in moves and found:
                found[0] = replace(found[0], move=moves[start])
            runs += found
    return Printed(report.line_of(paragraph.start), tuple(runs))


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


def _figure(change: NumberChange, earlier: Report, later: Report, language: str) -> Figure:
    a, b = change.earlier, change.later
    badge = way_of_figure(change.value, change.bound).text(language)
    if a and b and _same_figure(change):
        return Figure(
            change.indicator,
            _own_words(a, earlier, language),
            _own_words(b, later, language),
            badge,
        )
    return Figure(
        change.indicator,
        _measure(a, language) if a else "—",
        _measure(b, language) if b else "—",
        badge,
    )


def _wording(change: WordingChange, earlier: Report, later: Report, language: str) -> Figure:
    about = earlier.quote(change.earlier) or "—", later.quote(change.later) or "—"
    way = way_of_wording(change.ladder, change.direction)
    return Figure(name_of_ladder(change.ladder).text(language), *about, way.text(language))


def _own_words(measure: Measure, report: Report, language: str) -> str:
    """Return how the text binds a figure: 控制在3%左右, without the name of the indicator."""
    quote = "".join(report.quote(measure.span).split())
    if len(_FIGURE.findall(quote)) > 1:  # 分别增长6.5%左右和10%左右
        return _measure(measure, language)
    _, found, rest = quote.partition(measure.indicator)
    return rest if found and rest else quote


def _measure(measure: Measure, language: str) -> str:
    how = word(measure.comparison).text(language) if measure.comparison else ""
    value = "" if measure.value is None else f"{measure.value:f}"
    if measure.comparison is Comparison.RANGE and measure.value2 is not None:
        value += f"–{measure.value2:f}"
    space = "" if language.startswith("zh") or not how else " "
    return f"{how}{space}{value}{measure.unit}"
