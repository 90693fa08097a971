"""Indicators over years and regions (指标的承诺与完成).

In: reports with what was read from them. Out: for every indicator, year and side one value in
each report that gives one, with its place, the other places of that report, and what other reports
say of the same value. Nothing is judged here; verdicts are the business of matching.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from tracker.across.amounts import Amount, amount_of, same_figure
from tracker.across.naming import IndicatorNames
from tracker.across.periods import Clock, Time
from tracker.across.sharing import rightly_named
from tracker.match.lexicon import MatchLexicon
from tracker.model.commitment import Commitment, Outcome, Statement
from tracker.model.measure import Comparison, Measure, MeasureKind
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.series import (
    IndicatorName,
    IndicatorValue,
    Mention,
    Period,
    ReadReport,
    Side,
    Standing,
)
from tracker.text.units import PERCENT

_LOWER = frozenset({Comparison.MORE, Comparison.AT_LEAST})
_UPPER = frozenset({Comparison.LESS, Comparison.AT_MOST})
_JUST_PASSED = Decimal("1.25")
_TOO_SMALL = Decimal("0.01")  # 亿元: no total of a region
_STEP = re.compile(r"(?:[迈跨跃站登跳]上|连跨[^，；]{1,4}个)[^，；]{0,8}$|(?:台阶|大关)$")
_STEP_END = re.compile(r"新?(?:的)?(?:台阶|大关)")
_STEP_AFTER = 6
_Key = tuple[object, ...]
_RANKS = {Role.TARGETS: 0, Role.TABLE: 1, Role.REVIEW: 1, Role.PLAN: 2, Role.OUTLOOK: 3}


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that a report states, with how exact it is and how prominently it stands.

    Attributes:
        value: The value.
        amount: Its figure.
        rank: 0 for goals, more for what stands less prominently.
        bound: A result is only said to have passed a round figure (迈上2万亿元台阶).
    """

    value: IndicatorValue
    amount: Amount
    rank: int
    bound: bool


def indicator_values(
    readings: Sequence[ReadReport], lexicon: MatchLexicon
) -> tuple[IndicatorValue, ...]:
    """Return the values of all indicators, by region, indicator, kind, year and report.

    Args:
        readings: Reports with their promises and results; the same report given twice counts once.
        lexicon: Indicator vocabulary.
    """
    by_id = {reading.report.id: reading for reading in readings}
    return compare_stated(s for reading in by_id.values() for s in stated_in(reading, lexicon))


def stated_in(reading: ReadReport, lexicon: MatchLexicon) -> tuple[Stated, ...]:
    """Return what one report states of indicators; it depends on no other report."""
    return tuple(_of_report(reading, _names(lexicon)))


def compare_stated(stated: Iterable[Stated]) -> tuple[IndicatorValue, ...]:
    """Return what several reports state, with what they say of each other's values."""
    return tuple(sorted(_compared(stated), key=_order))


@lru_cache(maxsize=2)
def _names(lexicon: MatchLexicon) -> IndicatorNames:
    return IndicatorNames(lexicon)


def _of_report(reading: ReadReport, names: IndicatorNames) -> Iterator[Stated]:
    """Yield one value for each thing that a report gives values of."""
    groups: dict[_Key, list[Stated]] = defaultdict(list)
    clock = Clock(reading.report)
    for commitment in reading.commitments:
        for found in _promised(commitment, reading.report, clock, names):
            groups[_key(found.value, of_report=True)].append(found)
    for outcome in reading.outcomes:
        for found in _reported(outcome, reading.report, clock, names):
            groups[_key(found.value, of_report=True)].append(found)
    for group in groups.values():
        yield _best(group)


def _promised(
    commitment: Commitment, report: Report, clock: Clock, names: IndicatorNames
) -> Iterator[Stated]:
    for measure, name in _named(commitment.statement, report, clock, names):
        time = clock.promised(measure, commitment.due)
        yield _value(commitment.statement, measure, name, (Side.PROMISED, time), report)


def _reported(
    outcome: Outcome, report: Report, clock: Clock, names: IndicatorNames
) -> Iterator[Stated]:
    for measure, name in _named(outcome.statement, report, clock, names):
        in_table = outcome.statement.role is Role.TABLE
        time = clock.reported(measure, outcome.year, in_table=in_table)
        if in_table and outcome.cumulative and time.period is Period.YEAR:
            time = replace(time, period=Period.TERM)
        yield _value(outcome.statement, measure, name, (Side.REPORTED, time), report)


def _named(
    statement: Statement, report: Report, clock: Clock, names: IndicatorNames
) -> Iterator[tuple[Measure, IndicatorName]]:
    """Yield the measures of a statement with what each of them measures.

    Joined names share a value (A和B均增长12%); two values for them could be of either, unless the
    text lists as many values as names, and are left out.
    """
    counts = Counter((m.indicator, m.unit, m.kind) for m in statement.measures)
    for measure in statement.measures:
        if not measure.indicator:
            continue
        mended, found = rightly_named(measure, clock.places.place(measure), names, report)
        shared = len(found) > 1 and counts[measure.indicator, measure.unit, measure.kind] > 1
        for name in () if shared else found:
            yield mended, name


def _value(
    statement: Statement,
    measure: Measure,
    name: IndicatorName,
    looks: tuple[Side, Time],
    report: Report,
) -> Stated:
    side, time = looks
    amount = amount_of(measure, name)
    if amount.unit.startswith("亿") and amount.value is not None and amount.value < _TOO_SMALL:
        name = IndicatorName(measure.indicator, False)  # 2017年达到5.7万元 is that of a head
        amount = amount_of(measure, name)
    region = report.meta.region
    value = IndicatorValue(
        region=region.name if region else "",
        region_code=region.code if region else "",
        indicator=name,
        written=measure.indicator,
        side=side,
        year=time.year,
        period=time.period,
        estimated=time.estimated,
        kind=measure.kind,
        comparison=measure.comparison,
        value=amount.value,
        value2=amount.value2,
        unit=amount.unit,
        written_value=measure.value,
        written_value2=measure.value2,
        written_unit=measure.unit,
        relation=measure.relation,
        report_id=report.id,
        report_year=report.meta.year,
        span=measure.span,
    )
    passed = measure.comparison in _LOWER or _is_step(report, measure)
    return Stated(value, amount, _RANKS.get(statement.role, 2), passed and side is Side.REPORTED)


def _is_step(report: Report, measure: Measure) -> bool:
    """Tell whether a figure is a mark that was passed: 跃上千亿元台阶, 突破2万家大关."""
    after = report.text[measure.span.end : measure.span.end + _STEP_AFTER]
    return bool(_STEP.search(report.quote(measure.span)) or _STEP_END.match(after))


def _key(value: IndicatorValue, *, of_report: bool) -> _Key:
    """Return what makes two values speak of the same thing."""
    measured = value.kind, value.unit if value.value is not None else value.relation
    if value.kind is MeasureKind.DECREASE and value.unit == "%":
        measured = MeasureKind.GROWTH, "%"  # 增长-2% and 下降2% are one series
    return (
        value.report_id if of_report else "",
        value.region,
        value.indicator,
        value.side,
        value.year,
        value.period,
        *measured,
    )


def _best(group: list[Stated]) -> Stated:
    """Return the value that a report gives for one thing: its headline, as exact as it stands.

    Goals come before tasks; what stands first comes before what follows, unless a later place gives
    the same figure more exactly, or without calling it an estimate.
    """
    if len(group) == 1:
        return group[0]
    head = min(group, key=lambda f: (f.rank, f.value.value is None, f.value.span))
    same = [f for f in group if _agree(f, head)]
    chosen = min(
        same, key=lambda f: (f.bound, f.amount.step, f.value.estimated, f.rank, f.value.span)
    )
    also = {
        other.value.span: Mention(other.value.span, signed(other.value), agrees=_agree(other, head))
        for other in sorted(group, key=lambda f: f.value.span)
        if other.value.span != chosen.value.span
    }
    return replace(chosen, value=replace(chosen.value, also=tuple(also.values())))


def _agree(a: Stated, b: Stated) -> bool:
    """Tell whether two values say the same; 首次突破2000亿元，达到2120亿元 does."""
    if a.value.value is None or b.value.value is None:
        return a.value.relation is b.value.relation
    if same_figure(_signed(a), _signed(b)):
        return True
    return _bounds(a, b) or _bounds(b, a)


def _bounds(a: Stated, b: Stated) -> bool:
    """Tell whether the first is a round figure that the second, a result, has just passed."""
    low, exact = a.value.value, b.value.value
    if low is None or exact is None or a.amount.unit == "%" or a.amount.unit != b.amount.unit:
        return False
    return a.bound and low <= exact <= low * _JUST_PASSED


def _signed(found: Stated) -> Amount:
    return replace(found.amount, value=signed(found.value))


def signed(value: IndicatorValue) -> Decimal | None:
    """Return a rate of change with its sign, a fall being negative; other values as they are."""
    falls = value.kind is MeasureKind.DECREASE and value.unit in PERCENT
    return -value.value if falls and value.value is not None else value.value


def _compared(found: Iterable[Stated]) -> Iterator[IndicatorValue]:
    """Yield the values with what other reports say of the same thing."""
    groups: dict[_Key, list[Stated]] = defaultdict(list)
    for one in found:
        groups[_key(one.value, of_report=False)].append(one)
    for group in groups.values():
        group.sort(key=lambda f: (f.value.report_year or 0, f.value.report_id))
        standings = [Standing.ONLY if len(group) == 1 else Standing.CONFIRMED] * len(group)
        for at, (one, other) in enumerate(pairwise(group)):
            if _agree(one, other) and _same_bound(one, other):
                continue
            if one.value.report_year == other.value.report_year:
                standings[at] = standings[at + 1] = Standing.CONTESTED
                continue
            standings[at] = Standing.SUPERSEDED
            standings[at + 1] = Standing.REVISED
        for one, standing in zip(group, standings, strict=True):
            yield replace(one.value, standing=standing)


def _same_bound(a: Stated, b: Stated) -> bool:
    """Tell whether two promises bind alike; how a result is worded (超, 约) changes no figure."""
    bounds = {a.value.comparison, b.value.comparison}
    opposed = bool(bounds & _LOWER) and bool(bounds & _UPPER)
    return a.value.side is Side.REPORTED or not opposed


def _order(value: IndicatorValue) -> tuple[object, ...]:
    return (
        value.region_code,
        value.region,
        not value.indicator.standard,
        value.indicator.name,
        value.indicator.scope,
        value.kind.value,
        value.unit,
        value.year or 0,
        value.side.value,
        value.period.value,
        value.report_year or 0,
        value.report_id,
        value.span,
    )
