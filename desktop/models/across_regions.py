"""Lines of regions: one indicator over the regions of a year, feedback by region and year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.across_table import Bar, Cell, Head, Heat, Line
from desktop.models.indicator_rows import written
from desktop.models.words import labelled, name_of, short_region
from tracker.model.feedback import PUBLISHED, PUBLISHED_YEARS
from tracker.model.ranking import Reach
from tracker.model.report import RegionLevel, ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.model.feedback import Feedback, FeedbackCell, FeedbackRow, Tally
    from tracker.model.library import ReportEntry
    from tracker.model.ranking import IndicatorChoice, Ranking, RegionValue

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """Regions that are compared with each other.

    Attributes:
        name: What they are called.
        level: Their level as a word.
        upper: Leading digits of the division that they lie in, "" for anywhere.
        regions: How many there are.
    """

    name: str
    level: str
    upper: str
    regions: int


_BELOW = {RegionLevel.PREFECTURE: 2, RegionLevel.COUNTY: 4}
"""Digits of the code of the division above."""


def region_groups(entries: Iterable[ReportEntry]) -> tuple[RegionGroup, ...]:
    """Return the groups of a library: each level, then the cities or counties of one division."""
    regions = {
        (e.region_code, e.level): e.region_name
        for e in entries
        if e.level is not None and e.kind is not ReportKind.OTHER
    }
    levels: Counter[RegionLevel] = Counter(level for _, level in regions)
    found = [
        RegionGroup(_level_name(level), level.value, "", levels[level])
        for level in RegionLevel
        if levels[level] > 1
    ]
    within: Counter[tuple[RegionLevel, str]] = Counter()
    names: dict[str, str] = {}
    for (code, level), name in regions.items():
        if level in _BELOW and code:
            upper = code[: _BELOW[level]]
            within[level, upper] += 1
            names.setdefault(upper, name[: -len(short_region(name))] or name)
    found += [
        RegionGroup(f"{_level_name(level)} · {names[upper]}", level.value, upper, n)
        for (level, upper), n in sorted(within.items(), key=lambda one: one[0][1])
        if 1 < n < levels[level]
    ]
    return tuple(sorted(found, key=lambda one: bool(one.upper)))


def _level_name(level: RegionLevel) -> str:
    return {
        RegionLevel.NATIONAL: translate("Across", "The state"),
        RegionLevel.PROVINCE: translate("Across", "Provinces"),
        RegionLevel.PREFECTURE: translate("Across", "Cities"),
        RegionLevel.COUNTY: translate("Across", "Counties"),
    }[level]


def level_name(level: str) -> str:
    """Return what regions of a level are called, "" for an unknown one."""
    return _level_name(RegionLevel(level)) if level else translate("Across", "Others")


def choice_name(choice: IndicatorChoice) -> str:
    """Return what an indicator is called in a list of them."""
    scope = f"（{choice.indicator.scope}）" if choice.indicator.scope else ""
    unit = f" {choice.unit}" if choice.unit else ""
    return f"{choice.indicator.name}{scope}  {name_of(choice.kind)}{unit}"


def ranking_heads(ranking: Ranking) -> tuple[Head, ...]:
    """Return the columns of a ranking."""
    unit = ranking.choice.unit
    best = (
        translate("Across", "1 is the lowest figure")
        if ranking.ceiling
        else translate("Across", "1 is the highest figure")
    )
    return (
        Head(translate("Across", "Place"), best, number=True),
        Head(translate("Across", "Region")),
        Head(
            f"{translate('Across', 'Result and goal')} ({unit})"
            if unit
            else translate("Across", "Result and goal"),
            translate("Across", "The bar is the result, the bracket is the goal"),
            wide=True,
        ),
        Head(translate("Across", "Goal"), number=True),
        Head(translate("Across", "Result"), number=True),
        Head(translate("Across", "Result − goal"), number=True),
        Head(
            translate("Across", "Set beside"),
            translate("Across", "By the tolerances of the verdicts: “about” leaves 10%"),
        ),
    )


def ranking_lines(ranking: Ranking) -> tuple[Line, ...]:
    """Return a line for each region."""
    values = [v for row in ranking.rows for v in _figures(row)]
    low, high = min([Decimal(0), *values]), max([Decimal(0), *values])
    wide = high - low or Decimal(1)
    return tuple(_ranking_line(row, low, wide) for row in ranking.rows)


def _figures(row: RegionValue) -> list[Decimal]:
    if row.pair is None:
        return []
    promised = row.pair.promised
    upper = promised.value2 if promised else None
    found = (row.pair.promised_value, upper, row.pair.reported_value)
    return [value for value in found if value is not None]


def _ranking_line(row: RegionValue, low: Decimal, wide: Decimal) -> Line:
    pair = row.pair
    goal, result = (pair.promised_value, pair.reported_value) if pair else (None, None)
    goal_text = written(pair.promised, pair.comparison) if pair and goal is not None else ""
    result_text = written(pair.reported) if pair and result is not None else ""
    name = short_region(row.region)
    reach = name_of(row.reach) if row.reach else ""
    told = [
        name,
        labelled(translate("Across", "Goal"), goal_text or _gap(row.goal_gap)),
        labelled(translate("Across", "Result"), result_text or _gap(row.result_gap)),
    ]
    tip = "\n".join([*told, reach] if reach else told)
    upper = pair.promised.value2 if pair and pair.promised else None
    ends = sorted(value for value in (goal, upper) if value is not None)

    def place(value: Decimal | None) -> float | None:
        return None if value is None else float((value - low) / wide)

    bar = Bar(
        place(result),
        float(-low / wide),
        place(ends[0]) if ends else None,
        place(ends[-1]) if ends else None,
        None if row.reach is None else row.reach is not Reach.SHORT,
    )
    difference = "" if row.difference is None else f"{_plain(row.difference):+}"
    cells = (
        Cell(str(row.rank or "—"), _number(row.rank), tip, quiet=row.rank is None, data=row.rank),
        Cell(name, row.region_code or "~", row.region),
        Cell("", _number(result), tip, bar, data=""),
        Cell(goal_text or _gap(row.goal_gap), _number(goal), tip, quiet=not goal_text),
        Cell(result_text or _gap(row.result_gap), _number(result), tip, quiet=not result_text),
        Cell(difference, _number(row.difference), tip),
        Cell(reach, reach or None, tip),
    )
    return Line(cells, row, row.region)


def _gap(gap: object) -> str:
    from tracker.model.ranking import Gap  # noqa: PLC0415 - with the first ranking

    return name_of(Gap(str(gap))) if gap else ""


def _number(value: Decimal | int | None) -> float | None:
    return None if value is None else float(value)


def _plain(value: Decimal) -> Decimal:
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


# Feedback


def feedback_heads(feedback: Feedback) -> tuple[Head, ...]:
    """Return the columns of the table of feedback rates: years and all of them together."""
    return (
        Head(translate("Across", "Region")),
        *(Head(str(year), centred=True) for year in feedback.years),
        Head(
            translate("Across", "All years"),
            translate("Across", "Without pairs over a missing year"),
            centred=True,
        ),
    )


def feedback_lines(feedback: Feedback, level: str = "") -> tuple[Line, ...]:
    """Return a line for each region of a level ("" for all), and one for all together."""
    rows = [row for row in feedback.rows if not level or row.level == level]
    shown = [row for row in rows if any(cell.planned for cell in row.cells)]
    lines = [_feedback_line(row, is_whole=not feedback.waiting) for row in shown]
    if not level and len(lines) > 1:
        cells = [Cell(translate("Across", "Together"), picture=Heat(None, firm=True))]
        cells += [_sum(tally) for tally in feedback.by_year]
        lines.append(Line((*cells, _sum(feedback.whole)), None, pinned=True))
    return tuple(lines)


def _feedback_line(row: FeedbackRow, *, is_whole: bool) -> Line:
    name = short_region(row.region)
    cells = [Cell(name, row.region_code or "~", row.region)]
    cells += [_feedback_cell(name, cell, is_whole=is_whole) for cell in row.cells]
    return Line((*cells, _sum(row.whole)), row, row.region)


def _feedback_cell(name: str, cell: FeedbackCell, *, is_whole: bool) -> Cell:
    figures, where = cell.figures, f"{name} {cell.year}"
    if figures is None:
        if not cell.planned:
            return Cell("", tip=translate("Across", "{0}: no report here").format(where), data="")
        nobody = translate("Across", "{0}: no report here looks back on it yet")
        told = translate("Across", "{0}: still to be judged, or no report here looks back on it")
        return Cell("·", tip=(nobody if is_whole else told).format(where), quiet=True)
    rate = figures.feedback_rate
    if rate is None:
        return Cell(
            "–", tip=translate("Across", "{0}: no promise gives a figure").format(where), quiet=True
        )
    answered = translate("Across", "so that it can be checked: {0}")
    if figures.missing_years:
        # The rate is what the report of the next year answers: another one's is no rate.
        lines = [
            translate(
                "Across",
                "{0}: no feedback rate, the report of the next year is missing; that of {1} "
                "answers {2} of {3} promises with a figure",
            ).format(where, figures.later_year, figures.quantified_answered, figures.quantified),
            answered.format(figures.quantified_plainly),
        ]
        return Cell("–", tip="\n".join(lines), quiet=True)
    lines = [
        translate("Across", "{0}: {1} of {2} promises with a figure are answered ({3})").format(
            where, figures.quantified_answered, figures.quantified, f"{rate:.0%}"
        ),
        answered.format(figures.quantified_plainly),
    ]
    return Cell(f"{rate * 100:.0f}", rate, "\n".join(lines), Heat(rate), data=round(rate, 4))


def _sum(tally: Tally) -> Cell:
    if tally.rate is None:
        return Cell("", tip=translate("Across", "Nothing was counted"), data="")
    tip = translate(
        "Across", "{0} of {1} promises with a figure in {2} reports are answered"
    ).format(tally.answered, tally.quantified, tally.reports)
    heat = Heat(tally.rate, firm=True)
    return Cell(f"{tally.rate * 100:.0f}", tally.rate, tip, heat, data=round(tally.rate, 4))


def feedback_summary(feedback: Feedback) -> str:
    """Return all in one line."""
    whole = feedback.whole
    if whole.rate is None:
        gap = any(
            cell.figures is not None and cell.figures.missing_years
            for row in feedback.rows
            for cell in row.cells
        )
        told = translate("Across", "–: no feedback rate, the report of the next year is missing")
        return told if gap else ""
    told = translate("Across", "feedback rate: {0} (promises: {1} of {2}, reports: {3})").format(
        f"{whole.rate:.0%}", whole.answered, whole.quantified, whole.reports
    )
    if not feedback.waiting:
        return told
    left = translate("Across", "Still to be judged: {0}").format(feedback.waiting)
    return f"{told} · {left}"


def published_beside(feedback: Feedback) -> str:
    """Return the published figure beside what is here of its cities and years, "" for nothing."""
    here = feedback.published_here
    if here.rate is None or PUBLISHED.rate is None:
        return ""
    told = translate(
        "Across",
        "Yang Jun (Chinese Public Administration 2013, no. 5) counted by hand {2} in {3} reports "
        "of the 15 sub-provincial cities, {0}–{1}. {4} of these city years are here: {5}. (That "
        "his fifteen cities are those of the official list is assumed.)",
    )
    years = PUBLISHED_YEARS[0], PUBLISHED_YEARS[-1]
    published = f"{PUBLISHED.rate:.0%}", PUBLISHED.reports
    return told.format(*years, *published, here.reports, f"{here.rate:.0%}")
