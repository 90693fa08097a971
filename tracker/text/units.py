"""Values in base units, so that figures written differently can be compared (单位换算).

In go a value and its unit as written, out come both in the base unit of their kind.
"""

from decimal import Decimal

SCALES = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
    "百": Decimal(10) ** 2,
}

# Area, weight and length in one base unit each (GB 3100; 1 公顷 = 15 亩).
_FACTORS = {
    "公顷": ("亩", Decimal(15)),
    "平方公里": ("亩", Decimal(1500)),
    "平方千米": ("亩", Decimal(1500)),
    "斤": ("斤", Decimal(1)),
    "公斤": ("斤", Decimal(2)),
    "吨": ("斤", Decimal(2000)),
    "千米": ("公里", Decimal(1)),
    "km": ("公里", Decimal(1)),
}

# Counting words that reports use for one another: 10家 and 10个 count the same centres.
_COUNTERS = tuple(
    map(
        frozenset,
        (
            "个家所座处院",
            "座处宗",  # 429座小型水库 and 300宗小型水库
            "个项件宗",
            "个套户间",
            "个台辆部",
            "个张",
            "个条",
            "个场次",
            "个支只",
        ),
    )
)
_PEOPLE = frozenset({"人", "名", "人次", "位"})
PERCENT = frozenset({"%", "个百分点", "百分点"})


def base_value(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return a value in base units: 2.7 万个 is 27000 个, 3 公顷 is 45 亩."""
    unit = unit.strip()
    if unit not in PERCENT:
        for scale, factor in SCALES.items():
            if unit.startswith(scale) and not unit.startswith(("百分", "千瓦", "千米", "千克")):
                value, unit = value * factor, unit[len(scale) :]
                break
    if unit in _FACTORS:
        unit, factor = _FACTORS[unit][0], _FACTORS[unit][1]
        return value * factor, unit
    return value, unit


def same_unit(a: str, b: str) -> bool:
    """Tell whether two base units count the same way (家 and 个 do, 家 and 公里 do not)."""
    if a == b:
        return True
    if a in PERCENT and b in PERCENT:
        return True
    if a in _PEOPLE and b in _PEOPLE:
        return True
    return any(a in group and b in group for group in _COUNTERS)
