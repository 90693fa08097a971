"""The figures that a verdict compared, for a picture: what was promised beside what was reported.

``地区生产总值承诺6%以上，后来报告为9.6%，超过目标；…`` names both; which measure of the promise
it was tells how it binds. Promises that were judged in words have none.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from tracker.model.measure import Comparison, Measure, MeasureKind
from tracker.model.tracking import Tracking
from tracker.text.units import PERCENT, base_value

_NUMBER = r"(?P<sign>下降)?(?P<number>-?\d[\d,]*(?:\.\d+)?)(?P<unit>[^，；。]*?)"
_COMPARED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"承诺(?P<target>\d[^，；。]*)，后来报告为{_NUMBER}，",
        rf"承诺到?[^，；。]*?达到(?P<target>\d[^，；。]*)，目前报告为{_NUMBER}，",
        rf"的存量{_NUMBER}可比，承诺为(?P<target>\d[^，；。：]*)：",
    )
)
"""The sentences that name both, each as the matching words it."""
_CEILING = "按上限判断"
_ABOUT_SHARE, _ABOUT_POINTS = Decimal("0.1"), Decimal("0.5")


@dataclass(frozen=True, slots=True)
class BesideFigures:
    """One promised figure beside the reported one, in one unit.

    Attributes:
        name: What is measured, in the text's words.
        promised: The promise as written (6%以上).
        reported: The result as written (9.6%).
        target: The promised value in base units; the lower end of a range.
        result: The reported value in base units.
        low: Lowest value that keeps the promise, None where there is none.
        high: Highest value that keeps it, None where there is none.
    """

    name: str
    promised: str
    reported: str
    target: Decimal
    result: Decimal
    low: Decimal | None
    high: Decimal | None

    @property
    def is_kept(self) -> bool:
        """The result lies where the promise is kept."""
        above = self.low is None or self.result >= self.low
        return above and (self.high is None or self.result <= self.high)


def figures_beside(tracking: Tracking) -> tuple[BesideFigures, ...]:
    """Return the figures that the verdict on a promise compared, in the order of its reason."""
    reason = tracking.reason.zh
    found: list[BesideFigures] = []
    for told in sorted(
        (one for pattern in _COMPARED for one in pattern.finditer(reason)),
        key=lambda one: one.start(),
    ):
        measure = _measure(tracking, told["target"])
        if measure is not None:
            ceiling = _CEILING in reason[told.end() : reason.find("。", told.end())]
            beside = _beside(measure, told, ceiling=ceiling)
            if beside is not None:
                found.append(beside)
    return tuple(found)


def _measure(tracking: Tracking, target: str) -> Measure | None:
    """Return the measure that a reason names by its number and unit."""
    for one in tracking.commitment.statement.measures:
        if one.value is None:
            continue
        number = f"{one.value}" if one.value2 is None else f"{one.value}～{one.value2}"
        if target.startswith(f"{number}{one.unit}"):
            return one
    return None


def _beside(measure: Measure, told: re.Match[str], *, ceiling: bool) -> BesideFigures | None:
    if measure.value is None:
        return None
    target, unit = base_value(measure.value, measure.unit)
    value, other = base_value(Decimal(told["number"].replace(",", "")), told["unit"])
    percent = unit in PERCENT
    if percent is not (other in PERCENT):
        return None
    if told["sign"] and measure.kind is not MeasureKind.DECREASE:
        value = -value
    low, high = _room(measure, target, percent=percent, ceiling=ceiling)
    reported = f"{told['sign'] or ''}{told['number']}{told['unit']}"
    return BesideFigures(measure.indicator, told["target"], reported, target, value, low, high)


def _room(
    measure: Measure, target: Decimal, *, percent: bool, ceiling: bool
) -> tuple[Decimal | None, Decimal | None]:
    """Return the values between which a promise is kept, as the comparison takes them."""
    if measure.value2 is not None:
        high, _ = base_value(measure.value2, measure.unit)
        return (None, high) if ceiling else (target, None)
    about = measure.comparison is Comparison.ABOUT
    tolerance = (_ABOUT_POINTS if percent else abs(target) * _ABOUT_SHARE) if about else Decimal(0)
    upper = ceiling or measure.comparison in (Comparison.AT_MOST, Comparison.LESS)
    return (None, target + tolerance) if upper else (target - tolerance, None)
