"""Values against promises, by the tolerances of the guide."""

from decimal import Decimal

import pytest

from tests.tracker.match.builders import measure
from tracker.match.compare import compare
from tracker.match.figures import Figure
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.tracking import Verdict

AT_LEAST, ABOUT, AT_MOST, EXACTLY = (
    Comparison.AT_LEAST,
    Comparison.ABOUT,
    Comparison.AT_MOST,
    Comparison.EXACTLY,
)


def figure(value: str, unit: str, *, rate: bool = False) -> Figure:
    return Figure(Decimal(value), unit, rate, value + unit, 0)


@pytest.mark.parametrize(
    ("comparison", "promised", "reported", "verdict"),
    [
        (AT_LEAST, "6", "8.1", Verdict.FULFILLED),
        (AT_LEAST, "6", "5.9", Verdict.MISSED),
        (ABOUT, "5", "4.5", Verdict.FULFILLED),
        (ABOUT, "5", "4.4", Verdict.MISSED),
        (EXACTLY, "15", "15", Verdict.FULFILLED),
    ],
)
def test_a_rate_has_half_a_point_of_tolerance_only_with_zuoyou(
    comparison: Comparison, promised: str, reported: str, verdict: Verdict
) -> None:
    """左右 tolerates 0.5 percentage points for rates, 以上 nothing."""
    found = compare(
        measure("地区生产总值", promised, "%", comparison),
        figure(reported, "%", rate=True),
        ceiling=False,
    )
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("comparison", "promised", "reported", "verdict"),
    [
        (EXACTLY, "40", "41", Verdict.FULFILLED),
        (EXACTLY, "40", "39", Verdict.PARTIAL),
        (EXACTLY, "40", "20", Verdict.PARTIAL),
        (EXACTLY, "40", "19", Verdict.MISSED),
        (ABOUT, "100", "90", Verdict.FULFILLED),
        (ABOUT, "100", "89", Verdict.PARTIAL),
    ],
)
def test_a_count_that_is_short_but_half_done_is_partial(
    comparison: Comparison, promised: str, reported: str, verdict: Verdict
) -> None:
    """A count clearly short but at least half of the promise is partial; less is missed."""
    found = compare(
        measure("学校", promised, "所", comparison, MeasureKind.INCREMENT),
        figure(reported, "所"),
        ceiling=False,
    )
    assert found.verdict is verdict


@pytest.mark.parametrize(
    ("reported", "verdict"), [("0.9", Verdict.FULFILLED), ("3.6", Verdict.MISSED)]
)
def test_a_price_target_is_a_ceiling(reported: str, verdict: Verdict) -> None:
    """涨幅3%左右 is kept by 0.9 % and broken by 3.6 %."""
    found = compare(
        measure("居民消费价格", "3", "%", ABOUT), figure(reported, "%", rate=True), ceiling=True
    )
    assert found.verdict is verdict


def test_a_share_that_is_short_is_missed_however_near() -> None:
    """A share short beyond its tolerance is missed, not partial."""
    found = compare(
        measure("比重", "85", "%", EXACTLY, MeasureKind.SHARE), figure("70", "%"), ceiling=False
    )
    assert found.verdict is Verdict.MISSED


def test_units_are_converted_before_comparing() -> None:
    """1.5万家 is kept by 16000家, 2公顷 by 30亩."""
    homes = compare(
        measure("企业", "1.5", "万家", AT_LEAST, MeasureKind.LEVEL),
        figure("16000", "家"),
        ceiling=False,
    )
    land = compare(
        measure("绿地", "2", "公顷", AT_LEAST, MeasureKind.INCREMENT),
        figure("30", "亩"),
        ceiling=False,
    )
    assert homes.verdict is Verdict.FULFILLED
    assert land.verdict is Verdict.FULFILLED


def test_a_promised_fall_is_compared_as_a_fall() -> None:
    """能耗下降3% is kept by a fall of 3.5 % and broken by a fall of 0.7 %."""
    promised = measure("单位GDP能耗", "3", "%", AT_LEAST, MeasureKind.DECREASE)
    kept = compare(promised, figure("-3.5", "%", rate=True), ceiling=False)
    broken = compare(promised, figure("-0.7", "%", rate=True), ceiling=False)
    assert kept.verdict is Verdict.FULFILLED
    assert broken.verdict is Verdict.MISSED


def test_exceeding_means_more_than_the_tolerance_of_zuoyou() -> None:
    """A result that just reaches the promise does not exceed it."""
    promised = measure("地区生产总值", "6", "%")
    assert compare(promised, figure("8.1", "%", rate=True), ceiling=False).exceeded
    assert not compare(promised, figure("6.2", "%", rate=True), ceiling=False).exceeded
