"""The same indicator with another figure (数字变化): 新增就业17万人 against 新增就业16万人.

In go the measures of two aligned sections, out come the pairs that name the same indicator and
differ in value, comparison or unit.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from tracker.model.change import Direction, NumberChange
from tracker.model.measure import Comparison, Measure
from tracker.text.units import base_value, same_unit

_SAME_INDICATOR = 0.75
"""Share of neighbouring character pairs from which two names are one indicator."""
_SCOPE = re.compile(
    r"^(?:全市|全区|全省|全县|全国|我市|我区|我省|我县|今年|全年|确保|力争|实现|预计)+|[\W_]"
)


def _base(value: Decimal | None, unit: str) -> tuple[Decimal | None, str]:
    """Return a value in its base unit: 2.7 万个 is 27000 个, 3 公顷 is 45 亩."""
    known, base = base_value(value or Decimal(0), unit.replace("％", "%"))
    return (None if value is None else known), base


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
    alike = same_unit(_base(None, earlier.unit)[1], _base(None, later.unit)[1])
    return alike and earlier.kind == later.kind


def _nth(measures: Sequence[Measure]) -> list[int]:
    """Return for each measure how many of its name stand before it (城乡居民收入分别达到…和…)."""
    seen: Counter[str] = Counter()
    found = []
    for measure in measures:
        found.append(seen[measure.indicator])
        seen[measure.indicator] += 1
    return found


def _differs(earlier: Measure, later: Measure) -> bool:
    return (
        _base(earlier.value, earlier.unit)[0] != _base(later.value, later.unit)[0]
        or _base(earlier.value2, earlier.unit)[0] != _base(later.value2, later.unit)[0]
        or earlier.comparison != later.comparison
    )


def compare_measures(
    earlier: Sequence[Measure], later: Sequence[Measure]
) -> tuple[NumberChange, ...]:
    """Return the indicators that stand in both with different figures, in the later order."""
    before, after = _nth(earlier), _nth(later)
    candidates = sorted(
        (-_likeness(one.indicator, other.indicator), abs(before[i] - after[j]), abs(i - j), i, j)
        for i, one in enumerate(earlier)
        for j, other in enumerate(later)
        if _comparable(one, other)
    )
    taken_earlier: set[int] = set()
    taken_later: dict[int, int] = {}
    for worth, _, _, i, j in candidates:
        if -worth < _SAME_INDICATOR:
            break
        if i not in taken_earlier and j not in taken_later:
            taken_earlier.add(i)
            taken_later[j] = i
    return tuple(
        NumberChange(
            later[j].indicator,
            earlier[i],
            later[j],
            _value_direction(earlier[i], later[j]),
            _bound_direction(earlier[i], later[j]),
        )
        for j, i in sorted(taken_later.items())
        if _differs(earlier[i], later[j])
    )


def _value_direction(earlier: Measure, later: Measure) -> Direction:
    """Return where the value went, both in the base unit; of a range its upper end decides."""
    a = [_base(v, earlier.unit)[0] for v in (earlier.value2, earlier.value) if v is not None]
    b = [_base(v, later.unit)[0] for v in (later.value2, later.value) if v is not None]
    if not a or not b or a[0] is None or b[0] is None or a[0] == b[0]:
        return Direction.SAME
    return Direction.UP if b[0] > a[0] else Direction.DOWN


_BINDING = {
    Comparison.MORE: 3,
    Comparison.LESS: 3,
    Comparison.AT_LEAST: 2,
    Comparison.AT_MOST: 2,
    Comparison.EXACTLY: 1,
    Comparison.RANGE: 0,
    Comparison.ABOUT: 0,
}
"""How firmly a comparison binds: 超 over 以上 over the bare figure over 左右."""


def _bound_direction(earlier: Measure, later: Measure) -> Direction:
    """Return whether the comparison became firmer or softer; other ways round are no order."""
    if earlier.comparison is None or later.comparison is None:
        return Direction.SAME
    step = _BINDING[later.comparison] - _BINDING[earlier.comparison]
    return Direction.SAME if step == 0 else Direction.UP if step > 0 else Direction.DOWN
