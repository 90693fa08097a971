"""Values against promises: the tolerances of the guide, and what short means.

左右 tolerates 10 % of the value, or 0.5 percentage points for rates; 以上 and 以内 tolerate
nothing. A count that is short but at least half is partial; a rate that is short is missed. For
ceilings (物价, 失业率) lower is better. Source: annotation guide, section GC.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tracker.match.figures import Figure
from tracker.model.measure import Comparison, Measure, MeasureKind
from tracker.model.tracking import Verdict
from tracker.text.units import base_value

_RATE_TOLERANCE = Decimal("0.5")
_VALUE_TOLERANCE = Decimal("0.1")
_ROUNDING = Decimal("0.01")  # 超27亿斤 keeps 27.1亿斤
_HALF = Decimal("0.5")


class Rule(StrEnum):
    """The rule a comparison went by, for the reason."""

    FLOOR = "floor"
    CEILING = "ceiling"
    ABOUT = "about"
    RANGE = "range"
    EXACT = "exact"


@dataclass(frozen=True, slots=True)
class Comparing:
    """What came of setting a value beside a promise.

    Attributes:
        verdict: Fulfilled, partial or missed.
        exceeded: More is better, and the value passes the promise by more than 左右 tolerates.
        rule: Which rule was used.
        ratio: Value over promise, None for a promise of zero.
    """

    verdict: Verdict
    exceeded: bool
    rule: Rule
    ratio: Decimal | None


def is_percent(unit: str) -> bool:
    """Tell whether a unit is per cent or percentage points."""
    return unit in {"%", "％", "‰", "个百分点", "百分点"}


def compare(measure: Measure, figure: Figure, *, ceiling: bool) -> Comparing:
    """Return what a reported figure says about a promised measure of the same kind and unit.

    Args:
        measure: The promise; its value must not be None.
        figure: The reported figure in base units.
        ceiling: Lower is better for this indicator.
    """
    if measure.value is None:
        raise ValueError("a promise without a value cannot be compared")
    target, unit = base_value(measure.value, measure.unit)
    value = figure.value
    if measure.kind is MeasureKind.DECREASE and is_percent(unit):
        # A fall of 3 % is promised; the figure of a fall is negative.
        value = -value if figure.rate else value
    percent = is_percent(unit)
    about = _RATE_TOLERANCE if percent else abs(target) * _VALUE_TOLERANCE
    # PM2.5 is a ceiling; that it falls by more than was promised is no failing.
    falls = measure.kind is MeasureKind.DECREASE
    upper = (ceiling and not falls) or measure.comparison in (Comparison.AT_MOST, Comparison.LESS)
    if measure.comparison is Comparison.RANGE and measure.value2 is not None:
        high, _ = base_value(measure.value2, measure.unit)
        rule, tolerance = Rule.RANGE, Decimal(0)
        target, upper_value = (high, high) if upper else (target, target)
    else:
        rule, tolerance = _rule(measure.comparison, about, upper=upper)
        upper_value = target
    if figure.rounded and rule is not Rule.ABOUT and not percent and not upper:
        tolerance = abs(target) * _ROUNDING
    kept = value <= upper_value + tolerance if upper else value >= target - tolerance
    if measure.comparison is Comparison.LESS:
        kept = kept and value < upper_value
    if measure.comparison is Comparison.MORE and percent:
        kept = kept and (value > target or figure.over)  # 500亿元 told for 突破500亿元 is rounded
    ratio = value / target if target else None
    if kept:
        # A ceiling that is kept is kept: only where more is better can a promise be surpassed.
        better = not upper and value > target + about
        return Comparing(Verdict.FULFILLED, better, rule, ratio)
    partial = (
        not percent
        and not upper
        and ratio is not None
        and ratio >= _HALF
        and measure.kind is not MeasureKind.GROWTH
    )
    return Comparing(Verdict.PARTIAL if partial else Verdict.MISSED, False, rule, ratio)


def _rule(comparison: Comparison | None, about: Decimal, *, upper: bool) -> tuple[Rule, Decimal]:
    if comparison is Comparison.ABOUT:
        return Rule.ABOUT, about
    if upper:
        return Rule.CEILING, Decimal(0)
    if comparison in (Comparison.AT_LEAST, Comparison.MORE):
        return Rule.FLOOR, Decimal(0)
    return Rule.EXACT, Decimal(0)
