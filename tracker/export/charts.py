"""What the charts of a handout show (统计图), before any file format draws them.

Three kinds, each a table of bars: what became of the promises, by section (by report where there
are several); how many of the quantified ones were answered, year by year; and the goals of
indicators beside their results. Every number stands beside its bar and every piece has a pattern,
so that a grey print says all of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tracker.export.handout_table import SIGNS, VERDICT_COLOURS, source_name
from tracker.export.rows import number
from tracker.message import Message
from tracker.model.feedback import Tally, tally
from tracker.model.figures import ReportFigures, heading_above
from tracker.model.handout import HandoutOptions, TrackedPromise, TrackingReport
from tracker.model.measure import MeasureKind
from tracker.model.series import YearPair
from tracker.model.tracking import Verdict
from tracker.model.words import word

_MOST_LINES = 40
"""Reports in a chart; of more, each year is one line."""
_MOST_SMALL = 12
"""Charts of single indicators; the sheet of indicators has them all."""
_ENOUGH = 3
"""Years or regions from which on an indicator has a chart of its own."""


_YEAR, _REPORT = Message("年度", "year"), Message("报告", "report")


class Pattern(StrEnum):
    """What fills a piece of a bar besides its colour."""

    SOLID = "solid"
    RISING = "rising"
    FALLING = "falling"
    CROSSED = "crossed"
    DOTTED = "dotted"
    PALE = "pale"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Series:
    """A row of pieces: a verdict, a way of answering, goal or result.

    Attributes:
        name: Its word.
        ground: Background, ``#RRGGBB``.
        ink: Lines of the pattern and edge, ``#RRGGBB``.
        pattern: What tells it apart without colour.
    """

    name: str
    ground: str
    ink: str
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a chart.

    Attributes:
        label: What it is about.
        values: A value for each series, None where there is none.
        texts: What is written for each value.
        told: What else is told at the end of the line.
        whole: It is the sum of the others.
    """

    label: str
    values: tuple[float | None, ...]
    texts: tuple[str, ...]
    told: str = ""
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars with their numbers.

    Attributes:
        title: Heading.
        note: What a reader must know to read it, or "".
        parts: The pieces of a line are parts of one bar; else they lie one below the other.
        label_head: Head of the labels.
        told_head: Head of what is told at the end, "" where nothing is.
        series: The pieces.
        lines: The lines.
    """

    title: str
    note: str
    parts: bool
    label_head: str
    told_head: str
    series: tuple[Series, ...]
    lines: tuple[Line, ...]

    @property
    def reach(self) -> tuple[float, float]:
        """Return the least and the greatest value of bars that lie one below the other."""
        held = [value for line in self.lines for value in line.values if value is not None]
        return min([0.0, *held]), max([0.0, *held])


_PATTERNS = {
    Verdict.FULFILLED: Pattern.SOLID,
    Verdict.PARTIAL: Pattern.RISING,
    Verdict.MISSED: Pattern.CROSSED,
    Verdict.IN_PROGRESS: Pattern.FALLING,
    Verdict.NOT_REPORTED: Pattern.PALE,
    Verdict.UNDETERMINED: Pattern.DOTTED,
    Verdict.PENDING: Pattern.EMPTY,
}


def charts(handout: TrackingReport, options: HandoutOptions) -> list[Chart]:
    """Return the charts of a handout, nothing where none are wanted."""
    if not options.charts or not handout.rows:
        return []
    made = [_fulfilment(handout, options), _feedback(handout, options.language)]
    made.extend(_indicators(handout.pairs, options.language))
    return [chart for chart in made if len(chart.lines) > 1]


def _fulfilment(handout: TrackingReport, options: HandoutOptions) -> Chart:
    """Return what became of the promises: by section of one report, by report of several."""
    language, called = options.language, options.names()
    held = [one for one in called if handout.count(one)]
    title, head, groups = _groups(handout, language)
    lines = [_counted(Message("合计", "all").text(language), handout.rows, held, whole=True)]
    lines += [_counted(label, rows, held) for label, rows in groups.items()]
    return Chart(
        title.text(language),
        Message(
            "每条按比例画满；有人工标记的按人工结论计。",
            "Every bar has full length; where a person marked a promise, that verdict counts.",
        ).text(language),
        parts=True,
        label_head=head.text(language),
        told_head=Message("承诺", "promises").text(language),
        series=tuple(Series(called[one], *VERDICT_COLOURS[one], _PATTERNS[one]) for one in held),
        lines=tuple(lines) if len(groups) > 1 else (),
    )


def _groups(
    handout: TrackingReport, language: str
) -> tuple[Message, Message, dict[str, list[TrackedPromise]]]:
    """Return the promises by what a line of the first chart is about, with its title and head."""
    planned = dict.fromkeys(row.tracking.commitment.statement.report_id for row in handout.rows)
    reports = {one: handout.report(one) for one in planned}
    groups: dict[str, list[TrackedPromise]] = defaultdict(list)
    if len(reports) == 1:
        none = Message("（不在章节中）", "(under no heading)").text(language)
        for row in handout.rows:
            statement = row.tracking.commitment.statement
            heading = heading_above(statement, reports[statement.report_id])
            groups[heading.rstrip("。") or none].append(row)
        return (
            Message("各章节兑现情况", "Fulfilment by section"),
            Message("章节", "section"),
            groups,
        )
    by_year = len(reports) > _MOST_LINES
    names = {
        key: str(report.meta.plan_year or "—")
        if by_year
        else source_name(handout, report, language)
        for key, report in reports.items()
    }
    for row in handout.rows:
        groups[names[row.tracking.commitment.statement.report_id]].append(row)
    if by_year:
        title, head = Message("各年兑现情况", "Fulfilment by year"), _YEAR
        return title, head, dict(sorted(groups.items()))
    return Message("各报告兑现情况", "Fulfilment by report"), _REPORT, groups


def _counted(
    label: str, rows: Sequence[TrackedPromise], held: Sequence[Verdict], *, whole: bool = False
) -> Line:
    counted = [sum(row.verdict is one for row in rows) for one in held]
    return Line(
        label, tuple(map(float, counted)), tuple(map(_count, counted)), str(len(rows)), whole
    )


def _count(n: int) -> str:
    return str(n) if n else "·"


def _feedback(handout: TrackingReport, language: str) -> Chart:
    """Return how many of the quantified promises were answered, report by report or by year."""
    found = [
        one for one in handout.figures if one.laters and one.quantified and not one.missing_years
    ]
    by_year = len(found) > _MOST_LINES
    if by_year:
        years: dict[str, list[ReportFigures]] = defaultdict(list)
        for one in found:
            years[str(one.year or "—")].append(one)
        tallies = {year: tally(of_year) for year, of_year in sorted(years.items())}
    else:
        found.sort(key=lambda one: (one.region, one.year or 0))
        tallies = {
            source_name(handout, handout.report(one.earlier), language): tally([one])
            for one in found
        }
    lines = [_answered(label, one) for label, one in tallies.items()]
    whole = _answered(Message("合计", "all").text(language), tally(found), whole=True)
    names = (
        Message("明确回应", "answered plainly"),
        Message("模糊回应", "answered vaguely"),
        Message("没有回应", "not answered"),
    )
    looks = (
        (*VERDICT_COLOURS[Verdict.FULFILLED], Pattern.SOLID),
        (*VERDICT_COLOURS[Verdict.PARTIAL], Pattern.RISING),
        (*VERDICT_COLOURS[Verdict.NOT_REPORTED], Pattern.PALE),
    )
    return Chart(
        Message("历年反馈率", "Feedback over the years").text(language),
        Message(
            "每份报告全部量化承诺中，后一份报告作了回应的比例；前后报告之间缺年份的不计。",
            "Of all promises with a figure in a report, the share that the next report answers; "
            "reports with a year missing before the next are left out.",
        ).text(language),
        parts=True,
        label_head=(_YEAR if by_year else _REPORT).text(language),
        told_head=Message("反馈率", "feedback").text(language),
        series=tuple(
            Series(name.text(language), *look) for name, look in zip(names, looks, strict=True)
        ),
        lines=(whole, *lines) if len(lines) > 1 else (),
    )


def _answered(label: str, one: Tally, *, whole: bool = False) -> Line:
    counted = (one.plainly, one.answered - one.plainly, one.quantified - one.answered)
    rate = f"{one.rate:.0%}" if one.rate is not None else ""
    return Line(label, tuple(map(float, counted)), tuple(map(_count, counted)), rate, whole)


def _indicators(pairs: Iterable[YearPair], language: str) -> Iterator[Chart]:
    """Yield goals beside results: a chart for each indicator of several years or regions.

    Growth rates that are known for fewer years stand together in one chart.
    """
    rows: dict[tuple[str, str, MeasureKind, str], list[YearPair]] = defaultdict(list)
    for pair in pairs:
        known = (pair.promised_value, pair.reported_value)
        if pair.indicator.standard and any(value is not None for value in known):
            what = pair.indicator
            rows[what.name, what.scope, pair.kind, pair.unit].append(pair)
    answered = {
        key: sorted(found, key=lambda one: (one.region, one.year))
        for key, found in rows.items()
        if any(_both(one) for one in found)
    }
    many = {key: found for key, found in answered.items() if len(found) >= _ENOUGH}
    chosen = sorted(many, key=lambda key: -sum(_both(one) for one in many[key]))[:_MOST_SMALL]
    for key in many:
        if key in chosen:
            name, scope, kind, unit = key
            title = " ".join(part for part in (name, scope, word(kind).text(language)) if part)
            yield _goals(f"{title} ({unit})" if unit else title, many[key][-_MOST_LINES:], language)
    few = [
        one
        for key, found in answered.items()
        if key not in many and key[2] is MeasureKind.GROWTH and key[3] == "%"
        for one in found
        if _both(one)
    ]
    yield _goals(
        Message("增长目标与结果 (%)", "Growth: goals and results (%)").text(language),
        few[:_MOST_LINES],
        language,
        named=True,
    )


def _both(pair: YearPair) -> bool:
    """Tell whether goal and result are known."""
    return pair.promised_value is not None and pair.reported_value is not None


def _goals(title: str, pairs: Sequence[YearPair], language: str, *, named: bool = False) -> Chart:
    regions = len({one.region for one in pairs}) > 1
    lines = []
    for one in pairs:
        label = " ".join(
            part
            for part in (
                one.indicator.name if named else "",
                one.region if regions else "",
                str(one.year),
            )
            if part
        )
        sign = SIGNS.get(one.comparison, "") if one.comparison else ""
        goal, result = number(one.promised_value), number(one.reported_value)
        texts = ("" if goal is None else f"{sign}{goal}", "" if result is None else str(result))
        values = tuple(None if value is None else float(value) for value in (goal, result))
        lines.append(Line(label, values, texts))
    goal_look = (*VERDICT_COLOURS[Verdict.PARTIAL], Pattern.RISING)
    result_look = (*VERDICT_COLOURS[Verdict.IN_PROGRESS], Pattern.SOLID)
    head = Message("指标", "indicator") if named else Message("年份", "year")
    return Chart(
        title,
        "",
        parts=False,
        label_head=head.text(language),
        told_head="",
        series=(
            Series(Message("目标", "goal").text(language), *goal_look),
            Series(Message("结果", "result").text(language), *result_look),
        ),
        lines=tuple(lines),
    )
