"""Promised against reported, year by year (承诺与完成逐年对照).

In: values of indicators. Out: for each indicator and year one promise and one result side by side.
Sums, averages and parts of years are left out: they are no values of a year.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.across.indicators import signed
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.series import IndicatorValue, Period, Side, Standing, YearPair
from tracker.text.units import PERCENT

_TURNED = {
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.MORE: Comparison.LESS,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.LESS: Comparison.MORE,
}


def year_pairs(values: Iterable[IndicatorValue]) -> tuple[YearPair, ...]:
    """Return promise and result of each indicator and year, in the order of the values."""
    groups: dict[tuple[object, ...], list[IndicatorValue]] = defaultdict(list)
    for value in values:
        if value.period is Period.YEAR and value.year is not None and value.value is not None:
            name = value.indicator
            key = (value.region, name.name, name.scope, _kind(value), value.unit, value.year)
            groups[key].append(value)
    return tuple(_pair(group) for group in groups.values())


def _kind(value: IndicatorValue) -> MeasureKind:
    falls = value.kind is MeasureKind.DECREASE and value.unit in PERCENT
    return MeasureKind.GROWTH if falls else value.kind


def _pair(group: Sequence[IndicatorValue]) -> YearPair:
    first = group[0]
    year = first.year or 0
    promises = [v for v in group if v.side is Side.PROMISED]
    results = [v for v in group if v.side is Side.REPORTED]
    promised = min(promises, key=lambda v: _own_year_first(v, year), default=None)
    reported = min(results, key=_latest_first, default=None)
    return YearPair(
        region=first.region,
        indicator=replace(first.indicator),
        kind=_kind(first),
        unit=first.unit,
        year=year,
        promised=promised,
        promised_value=signed(promised) if promised else None,
        comparison=_bound(promised) if promised else None,
        reported=reported,
        reported_value=signed(reported) if reported else None,
    )


def _own_year_first(value: IndicatorValue, year: int) -> tuple[object, ...]:
    made = value.report_year or 0
    return made != year, -made, value.span


def _latest_first(value: IndicatorValue) -> tuple[object, ...]:
    """A figure that was revised gives way to the later one; of equal ones the first stands."""
    made = value.report_year or 0
    digits = -len(value.written_value.as_tuple().digits) if value.written_value else 0
    return value.standing is Standing.SUPERSEDED, digits, made, value.span


def _bound(value: IndicatorValue) -> Comparison | None:
    comparison = value.comparison
    turned = value.kind is MeasureKind.DECREASE and value.unit in PERCENT
    return _TURNED.get(comparison, comparison) if turned and comparison else comparison
