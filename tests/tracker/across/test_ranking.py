"""Regions by an indicator: which way is better, and where a result stands to its goal."""

from decimal import Decimal

import pytest

from tests.tracker.test_workspace_comparing import plan
from tracker.comparisons import ReportSet
from tracker.ingest.files import decode_source
from tracker.model.ranking import Ranking, Reach
from tracker.pipeline import AnalysisOptions, read


def ranked(options: AnalysisOptions, name: str, **said: tuple[str, str]) -> Ranking:
    """Return cities by an indicator, each with the clause of its goal and of its result."""
    reports = []
    for city, (goal, result) in said.items():
        first = plan(city, 2019, more=f"{goal}。").decode()
        second = plan(city, 2020).decode().replace("经济平稳运行", result)
        for year, text in ((2019, first), (2020, second)):
            reports.append(read(decode_source(text.encode(), f"{city}{year}.txt"), options))
    found = ReportSet(reports, options).compare_regions(2019).rankings
    return next(one for one in found if one.choice.indicator.name == name)


def test_of_an_energy_goal_the_deeper_fall_is_the_better_one(options: AnalysisOptions) -> None:
    """A fall of 6% is short of about 7%; one of 7% passes 2%, and stands first."""
    found = ranked(
        options,
        "单位地区生产总值能耗",
        苏州=("单位地区生产总值能耗下降7%左右", "单位地区生产总值能耗下降6%"),
        无锡=("单位地区生产总值能耗下降2%以上", "单位地区生产总值能耗下降7%"),
    )
    assert found.ceiling
    rows = [(row.rank, row.region[3:], row.reach) for row in found.rows]
    assert rows == [(1, "无锡市", Reach.MET), (2, "苏州市", Reach.SHORT)]
    assert found.rows[1].difference == Decimal(1)


@pytest.mark.parametrize(
    ("goal", "result", "reach"),
    [
        ("城镇登记失业率控制在4%以内", "城镇登记失业率3.2%", Reach.MET),
        ("城镇登记失业率控制在3%以内", "城镇登记失业率3.2%", Reach.SHORT),
    ],
)
def test_of_a_ceiling_less_is_better(
    goal: str, result: str, reach: Reach, options: AnalysisOptions
) -> None:
    """Unemployment stands first where it is lowest."""
    other = ("城镇登记失业率控制在4%以内", "城镇登记失业率3.5%")
    found = ranked(options, "城镇登记失业率", 苏州=(goal, result), 无锡=other)
    assert found.ceiling
    assert (found.rows[0].region[3:], found.rows[0].rank, found.rows[0].reach) == (
        "苏州市",
        1,
        reach,
    )


def test_equal_results_share_a_place(options: AnalysisOptions) -> None:
    """Two firsts, then a third."""
    name = "地区生产总值"
    found = ranked(
        options,
        name,
        苏州=(f"{name}增长6%", f"{name}增长7%"),
        无锡=(f"{name}增长6%", f"{name}增长7%"),
        常州=(f"{name}增长5%～6%", f"{name}增长5.5%"),
    )
    assert [row.rank for row in found.rows] == [1, 1, 3]
    assert found.rows[2].reach is Reach.MET
