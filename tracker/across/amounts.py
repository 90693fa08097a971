"""Values in the base unit of their indicator, and whether two figures are the same.

``1.45万亿元`` and ``14504.07亿元`` are one figure written twice; 14504.07 亿元 is the more exact.
"""

from dataclasses import dataclass
from decimal import Decimal

from tracker.model.measure import Measure
from tracker.model.series import IndicatorName
from tracker.text.units import PERCENT, SCALES, base_value

_MONEY = frozenset({"元", "人民币", "美元", "欧元", "港元"})
_PER_HEAD = ("人均", "劳动生产率", "户均", "亩均", "最低工资", "标准", "低保")
_TONNE = ("斤", Decimal(2000), "吨")
_YI = SCALES["亿"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A value in its base unit.

    Attributes:
        value: The value, or None.
        value2: Upper end of a range, or None.
        unit: The unit.
        step: The value of the last digit that is written: how exact it is.
    """

    value: Decimal | None
    value2: Decimal | None
    unit: str
    step: Decimal


def amount_of(measure: Measure, indicator: IndicatorName) -> Amount:
    """Return the value of a measure in the base unit of its indicator.

    Sums of money that stand in the vocabulary are in 亿元, those per head in 元; tonnes stay
    tonnes; everything else is counted without 万 and 亿.
    """
    if measure.value is None:
        return Amount(None, None, "", Decimal(0))
    factor, unit = _factor(measure.unit, indicator)
    digit = Decimal((0, (1,), int(measure.value.as_tuple().exponent)))
    second = None if measure.value2 is None else _plain(measure.value2 * factor)
    return Amount(_plain(measure.value * factor), second, unit, digit * factor)


def _factor(written: str, indicator: IndicatorName) -> tuple[Decimal, str]:
    factor, unit = base_value(Decimal(1), written.replace("％", "%"))
    if unit == "百分点":
        return factor, "个百分点"
    if unit == _TONNE[0] and written.endswith("吨"):
        return factor / _TONNE[1], _TONNE[2]
    if unit in _MONEY:
        unit = "元" if unit == "人民币" else unit
        whole = indicator.standard and not any(word in indicator.name for word in _PER_HEAD)
        return (factor / _YI, f"亿{unit}") if whole else (factor, unit)
    return factor, unit


def _plain(value: Decimal) -> Decimal:
    """Return a value without exponent and without noughts at its end."""
    plain = value.normalize()
    return plain.quantize(Decimal(1)) if plain == plain.to_integral_value() else plain


def same_figure(a: Amount, b: Amount) -> bool:
    """Tell whether two amounts are one figure, the coarser of them rounded or cut."""
    if a.value is None or b.value is None:
        return a.value is b.value
    if a.unit != b.unit or (a.value2 is None) != (b.value2 is None):
        return False
    step = max(a.step, b.step)
    near = abs(a.value - b.value) * 2 < step if a.step != b.step else a.value == b.value
    return near and (a.value2 == b.value2)


def is_percent(unit: str) -> bool:
    """Tell whether a unit is per cent or percentage points."""
    return unit in PERCENT
