"""Figures of the same indicator that differ."""

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.builders import make_measure, make_report
from tracker.diff.numbers import compare_measures
from tracker.model.change import Direction
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


def test_areas_are_compared_in_one_unit():
    """100公顷 and 1500亩 are one figure (GB 3100: 1 公顷 = 15 亩)."""
    forest = changed(value=Decimal(100), unit="公顷")
    assert compare_measures([forest], [changed(value=Decimal(1500), unit="亩")]) == ()
    (found,) = compare_measures([forest], [changed(value=Decimal(1), unit="万亩")])
    assert found.value is Direction.UP


def test_where_value_and_bound_went_is_told():
    """6%以上 to 5%左右 is lower and softer; a range is compared by its upper end."""
    (found,) = compare_measures([GDP], [changed(value=Decimal(5), comparison=Comparison.ABOUT)])
    assert (found.value, found.bound) == (Direction.DOWN, Direction.DOWN)
    span = changed(value=Decimal(6), value2=Decimal("6.5"), comparison=Comparison.RANGE)
    (found,) = compare_measures([GDP], [span])
    assert (found.value, found.bound) == (Direction.UP, Direction.DOWN)


def test_figures_of_one_name_are_paired_in_their_order():
    """城乡居民人均可支配收入7.1万元和3.76万元: the first is set against the first."""
    towns, fields = (changed(indicator="城乡居民收入", value=Decimal(v)) for v in ("7.1", "3.76"))
    then = [changed(indicator="城乡居民收入", value=Decimal(v)) for v in ("7.95", "4.38")]
    found = compare_measures([GDP, towns, fields], then)
    assert [(n.earlier.value, n.later.value) for n in found] == [
        (Decimal("7.1"), Decimal("7.95")),
        (Decimal("3.76"), Decimal("4.38")),
    ]
