"""Goals of an indicator through the years (目标的变化): eased, dropped, left without a result.

In: reports with what was read from them. Out: for each indicator of a region its years in a row,
each with promise and result and with how its goal stands to the one of the year before.
地区生产总值增长6%左右 in one plan and 5%左右 in the next is a lower goal. A main goal that the next
plan does not name is a dropped one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from tracker.across.indicators import indicator_values
from tracker.across.year_pairs import year_pairs
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.replanned import goalposts_between
from tracker.model.commitment import Commitment
from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.report import Report, ReportKind
from tracker.model.series import (
    IndicatorCell,
    IndicatorSeries,
    IndicatorValue,
    ReadReport,
    Side,
    YearPair,
)
from tracker.model.span import Span
from tracker.model.tracking import Goalpost

_HEADLINE = frozenset({Role.TARGETS, Role.TABLE})
_PLANS_NOTHING = frozenset({ReportKind.OTHER, ReportKind.BULLETIN})
_Place = tuple[ReportId, Span]
_Key = tuple[object, ...]


class _Goals:
    """The promises behind values, by where they stand."""

    def __init__(self, readings: Iterable[ReadReport], lexicon: MatchLexicon) -> None:
        self._lexicon = lexicon
        self._at: dict[_Place, tuple[Commitment, ...]] = defaultdict(tuple)
        for reading in readings:
            for commitment in reading.commitments:
                for n, measure in enumerate(commitment.statement.measures):
                    alone = (commitment.statement.measures[n],)
                    statement = replace(commitment.statement, measures=alone)
                    place = reading.report.id, measure.span
                    self._at[place] += (replace(commitment, statement=statement),)

    def promise(self, value: IndicatorValue) -> Commitment | None:
        """Return the promise of a value, with its one figure alone."""
        found = self._at.get((value.report_id, value.span), ())
        return next(
            (
                one
                for one in found
                if one.statement.measures[0].indicator == value.written
                and one.statement.measures[0].value == value.written_value
            ),
            None,
        )

    def names(self, indicator: str, report_text: str) -> bool:
        """Tell whether a text names an indicator, with or without a figure."""
        wanted = self._lexicon.indicators_in(fold(indicator))
        return bool(wanted & self._lexicon.indicators_in(fold(report_text)))

    def eased(self, before: IndicatorValue, now: IndicatorValue) -> tuple[Goalpost, ...]:
        """Return how a goal was made easier."""
        first, second = self.promise(before), self.promise(now)
        if first is None or second is None:
            return ()
        found = goalposts_between(first, second, self._lexicon)
        return tuple(post for post in dict.fromkeys(found) if post is not Goalpost.LATER)

    def is_headline(self, value: IndicatorValue) -> bool:
        """Tell whether a goal is one of the main goals of its report."""
        found = self.promise(value)
        return found is not None and found.statement.role in _HEADLINE

    def is_ceiling(self, name: str) -> bool:
        """Tell whether less is better."""
        entries = self._lexicon.indicators_in(fold(name))
        return any(self._lexicon.indicators[entry].ceiling for entry in entries)


def indicator_series(
    readings: Sequence[ReadReport], lexicon: MatchLexicon
) -> tuple[IndicatorSeries, ...]:
    """Return every indicator of every region through the years that the reports are of.

    Sums, averages and parts of years are left out, and so are goals without a figure, unless they
    take the place of one: 与经济增长同步 after 增长7% is a softer goal.

    Args:
        readings: Reports with their promises and results; the same report given twice counts once.
        lexicon: Indicator vocabulary.
    """
    by_id = {reading.report.id: reading for reading in readings}
    goals = _Goals(by_id.values(), lexicon)
    values = indicator_values(tuple(by_id.values()), lexicon)
    groups: dict[_Key, list[YearPair]] = defaultdict(list)
    for pair in year_pairs(values):
        groups[pair.region, pair.indicator, pair.kind, pair.unit].append(pair)
    documents = _Documents(by_id.values())
    words = _worded(values)
    years = range(documents.first, documents.last + 1)
    named = _named(groups)
    found = (_series(pairs, years, goals, documents, words, named) for pairs in groups.values())
    return tuple(one for one in found if any(cell.pair for cell in one.cells))


class _Documents:
    """Which years of a region a report plans for, and which one looks back on."""

    def __init__(self, readings: Iterable[ReadReport]) -> None:
        self.planned: dict[str, set[int]] = defaultdict(set)
        self.looked_back: dict[str, set[int]] = defaultdict(set)
        self.main_goals: dict[tuple[str, int], str] = defaultdict(str)
        self.first, self.last = 9999, 0
        for reading in readings:
            meta = reading.report.meta
            region = meta.region.name if meta.region else ""
            plan, back = meta.plan_year, meta.back_year
            if plan is not None and meta.kind not in _PLANS_NOTHING:
                self.planned[region].add(plan)
                self.main_goals[region, plan] += _main_goals(reading.report)
            if back is not None and meta.kind is not ReportKind.OTHER:
                self.looked_back[region].add(back)
            for year in (plan, back):
                if year is not None:
                    self.first, self.last = min(self.first, year), max(self.last, year)


def _main_goals(report: Report) -> str:
    """Return the lines of a report that set its main goals."""
    starts = report.line_starts
    lines = (n for n, start in enumerate(starts, start=1) if report.role_at(start) in _HEADLINE)
    return "\n".join(report.quote(report.line_span(n)) for n in lines)


def _worded(values: Iterable[IndicatorValue]) -> set[_Key]:
    """Return indicators and years that have a goal without a figure."""
    return {
        (value.region, value.indicator, value.year)
        for value in values
        if value.side is Side.PROMISED and value.value is None
    }


def _named(groups: Mapping[_Key, list[YearPair]]) -> dict[_Key, set[int]]:
    """Return in which years an indicator has a goal, of whatever kind and unit."""
    found: dict[_Key, set[int]] = defaultdict(set)
    for pairs in groups.values():
        for pair in pairs:
            if pair.promised is not None and pair.promised.report_year == pair.year:
                found[pair.region, pair.indicator].add(pair.year)
    return found


def _series(
    pairs: Sequence[YearPair],
    years: range,
    goals: _Goals,
    documents: _Documents,
    words: set[_Key],
    named: Mapping[_Key, set[int]],
) -> IndicatorSeries:
    first = pairs[0]
    by_year = {pair.year: pair for pair in pairs}
    planned, back = documents.planned[first.region], documents.looked_back[first.region]
    cells, before = [], None
    for year in years:
        pair = by_year.get(year)
        goal = _own_goal(pair)
        posts: tuple[Goalpost, ...] = ()
        dropped = False
        if before is not None and year in planned:
            key = first.region, first.indicator
            if goal is not None:
                posts = goals.eased(before, goal)
            elif goals.is_headline(before) and (pair is None or pair.promised is None):
                text = documents.main_goals[first.region, year]
                if (*key, year) in words:
                    posts = (Goalpost.SOFTER,)
                elif year in named[key] or goals.names(first.indicator.name, text):
                    posts = (Goalpost.DEFINITION,)
                else:
                    dropped = first.indicator.standard
        if year in planned:
            before = goal
        cells.append(
            IndicatorCell(
                year,
                pair,
                posts,
                dropped,
                unanswered=bool(pair and pair.promised and not pair.reported and year in back),
                planned=year in planned,
                looked_back=year in back,
            )
        )
    return IndicatorSeries(
        region=first.region,
        indicator=first.indicator,
        kind=first.kind,
        unit=first.unit,
        ceiling=goals.is_ceiling(first.indicator.name),
        headline=any(p.promised and goals.is_headline(p.promised) for p in pairs),
        cells=tuple(cells),
    )


def _own_goal(pair: YearPair | None) -> IndicatorValue | None:
    """Return the goal that the plan of the very year sets."""
    if pair is None or pair.promised is None or pair.promised.report_year != pair.year:
        return None
    return pair.promised
