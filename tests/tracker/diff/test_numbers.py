"""Figures of the same indicator that differ."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import make_measure, make_report
from tracker.diff.numbers import compare_measures
from tracker.model.measure import Comparison

REPORT = make_report("目标\n地区生产总值增长6%以上。")
GDP = make_measure(REPORT, "地区生产总值增长6%以上", "6", "%")


def changed(**fields):
    """Return the measure of GDP with other fields."""
    return replace(GDP, **fields)


@pytest.mark.parametrize(
    ("later", "found"),
    [
        (GDP, 0),
        (changed(value=Decimal("5.5")), 1),
        (changed(comparison=Comparison.ABOUT), 1),
        (changed(indicator="全市地区生产总值"), 0),
        (changed(indicator="全市地区生产总值", value=Decimal(5)), 1),
        (changed(indicator="进出口总额", value=Decimal(5)), 0),
        (changed(unit="亿元", value=Decimal(5)), 0),
        (changed(value=None), 0),
    ],
)
def test_only_the_same_indicator_with_another_figure_counts(later, found):
    """A change needs the same indicator and unit, and another value or comparison."""
    assert len(compare_measures([GDP], [later])) == found


def test_scaled_units_are_the_same_figure():
    """2.7万个 and 27000个 are one figure; 2.7万个 and 2.5万个 are two."""
    many = changed(value=Decimal("2.7"), unit="万个")
    assert compare_measures([many], [changed(value=Decimal(27000), unit="个")]) == ()
    assert len(compare_measures([many], [changed(value=Decimal(25000), unit="个")])) == 1


def test_each_measure_is_used_once():
    """Two figures on one side cannot both change into the same one."""
    found = compare_measures([GDP, GDP], [changed(value=Decimal(5))])
    assert len(found) == 1
