"""The same indicator with another figure (数字变化): 新增就业17万人 against 新增就业16万人.

In go the measures of two aligned sections, out come the pairs that name the same indicator and
differ in value, comparison or unit.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from tracker.model.change import NumberChange
from tracker.model.measure import Measure
from tracker.text.numerals import split_unit

_SAME_INDICATOR = 0.75
"""Share of neighbouring character pairs from which two names are one indicator."""
_SCOPE = re.compile(
    r"^(?:全市|全区|全省|全县|全国|我市|我区|我省|我县|今年|全年|确保|力争|实现|预计)+|[\W_]"
)


def _base(value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """Return a value in its base unit: 2.7 万个 is 27000 个."""
    factor, base = split_unit(unit)
    return (None if value is None else value * factor), base.replace("％", "%")


def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])


def _likeness(earlier: str, later: str) -> float:
    a, b = _SCOPE.sub("", earlier), _SCOPE.sub("", later)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    x, y = _pairs(a), _pairs(b)
    return 2 * sum((x & y).values()) / (sum(x.values()) + sum(y.values()))


def _comparable(earlier: Measure, later: Measure) -> bool:
    if earlier.value is None or later.value is None:
        return False
    same_unit = _base(earlier.value, earlier.unit)[1] == _base(later.value, later.unit)[1]
    return same_unit and earlier.kind == later.kind


def _differs(earlier: Measure, later: Measure) -> bool:
    return (
        _base(earlier.value, earlier.unit) != _base(later.value, later.unit)
        or _base(earlier.value2, earlier.unit) != _base(later.value2, later.unit)
        or earlier.comparison != later.comparison
    )


def compare_measures(
    earlier: Sequence[Measure], later: Sequence[Measure]
) -> tuple[NumberChange, ...]:
    """Return the indicators that stand in both with different figures, in the later order."""
    candidates = sorted(
        (-_likeness(one.indicator, other.indicator), abs(i - j), i, j)
        for i, one in enumerate(earlier)
        for j, other in enumerate(later)
        if _comparable(one, other)
    )
    taken_earlier: set[int] = set()
    taken_later: dict[int, int] = {}
    for worth, _, i, j in candidates:
        if -worth < _SAME_INDICATOR:
            break
        if i not in taken_earlier and j not in taken_later:
            taken_earlier.add(i)
            taken_later[j] = i
    return tuple(
        NumberChange(later[j].indicator, earlier[i], later[j])
        for j, i in sorted(taken_later.items())
        if _differs(earlier[i], later[j])
    )
