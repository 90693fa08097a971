"""Values in base units."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.units import base_value, same_unit


@pytest.mark.parametrize(
    ("value", "unit", "base"),
    [
        ("2.7", "万个", ("27000", "个")),
        ("3", "公顷", ("45", "亩")),
        ("1", "平方公里", ("1500", "亩")),
        ("1.5", "个百分点", ("1.5", "个百分点")),
        ("2", "亿千瓦时", ("200000000", "千瓦时")),
        ("3", "千瓦", ("3", "千瓦")),
    ],
)
def test_units_have_a_base(value: str, unit: str, base: tuple[str, str]) -> None:
    """Magnitudes and areas are turned into one base unit; 千 of 千瓦 is no magnitude."""
    assert base_value(Decimal(value), unit) == (Decimal(base[0]), base[1])


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [("家", "个", True), ("人", "人次", True), ("人", "个", False), ("%", "元", False)],
)
def test_counting_words_stand_for_one_another_but_not_for_people(
    a: str, b: str, *, same: bool
) -> None:
    """家 and 个 count the same things, people are counted apart."""
    assert same_unit(a, b) is same


@given(
    st.decimals(min_value=0, max_value=9999, places=2),
    st.sampled_from(["万亿", "亿", "万", "千", "百", ""]),
)
def test_scaling_keeps_order(value: Decimal, scale: str) -> None:
    """A scaled value is never smaller than the bare one."""
    assert base_value(value, scale + "元")[0] >= value
