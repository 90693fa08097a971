"""Goals through the years: eased, dropped, softer, and left without a result."""

from dataclasses import replace

import pytest

from tests.builders import make_report
from tracker import pipeline
from tracker.model.outline import Part, Role
from tracker.model.report import Report
from tracker.model.series import IndicatorCell, IndicatorSeries, ReadReport
from tracker.model.tracking import Goalpost
from tracker.pipeline import AnalysisOptions


def report_of(year: int, goals: str, review: str = "") -> Report:
    """Return a report that looks back in its second line and sets main goals in its fourth."""
    lines = ("一、工作回顾", review or "粮食丰收。", "二、主要目标", goals)
    report = make_report("\n".join(lines), name=f"{year}.txt", year=year)
    parts = (Part(1, 2, Role.REVIEW), Part(3, 4, Role.TARGETS))
    return replace(report, parts=parts)


def series_of(options: AnalysisOptions, *reports: Report) -> dict[str, IndicatorSeries]:
    """Return the series of reports by name and kind."""
    readings = [
        ReadReport(r, pipeline.commitments(r, options), pipeline.outcomes(r, options))
        for r in reports
    ]
    found = pipeline.series(readings, options)
    return {f"{one.indicator.name} {one.kind.value}": one for one in found}


def cell_of(series: IndicatorSeries, year: int) -> IndicatorCell:
    """Return a year of a series."""
    return next(cell for cell in series.cells if cell.year == year)


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("地区生产总值增长6%。", "地区生产总值增长5%。", (Goalpost.LOWER,)),
        ("地区生产总值增长5%。", "地区生产总值增长6%。", ()),
        ("地区生产总值增长6%。", "力争地区生产总值增长6%。", (Goalpost.SOFTER,)),
    ],
)
def test_a_goal_is_eased_by_its_own_rules(options, before, now, expected) -> None:
    """A lower figure and a softer word are told; a higher figure is not."""
    series = series_of(options, report_of(2022, before), report_of(2023, now))
    cell = cell_of(series["地区生产总值 growth"], 2023)
    assert cell.goalposts == expected
    assert not cell.dropped


def test_a_ceiling_is_eased_when_it_rises(options) -> None:
    """Where less is better a higher limit is the easier goal."""
    first = report_of(2022, "城镇登记失业率控制在3%以内。")
    series = series_of(options, first, report_of(2023, "城镇登记失业率控制在4%以内。"))
    found = series["城镇登记失业率 share"]
    assert found.ceiling
    assert Goalpost.LOWER in cell_of(found, 2023).goalposts


def test_a_main_goal_that_the_next_plan_does_not_name_is_dropped(options) -> None:
    """The year after has a plan, and no goal of that indicator in any unit."""
    first = report_of(2022, "地区生产总值增长6%，居民消费价格涨幅3%。")
    series = series_of(options, first, report_of(2023, "地区生产总值增长6%。"))
    assert cell_of(series["居民消费价格 growth"], 2023).dropped
    assert not cell_of(series["地区生产总值 growth"], 2023).dropped


def test_without_a_plan_nothing_is_dropped(options) -> None:
    """A year of which there is no report says nothing of its goals."""
    series = series_of(options, report_of(2022, "地区生产总值增长6%。"))
    assert not any(cell.dropped for cell in series["地区生产总值 growth"].cells)


def test_a_goal_in_another_measure_is_redefined_and_not_dropped(options) -> None:
    """A level after a rate is another definition of the same goal."""
    first = report_of(2022, "地区生产总值增长6%。")
    series = series_of(options, first, report_of(2023, "地区生产总值达到2000亿元。"))
    cell = cell_of(series["地区生产总值 growth"], 2023)
    assert (cell.goalposts, cell.dropped) == ((Goalpost.DEFINITION,), False)


def test_a_main_goal_that_is_named_without_a_figure_is_reworded(options) -> None:
    """Main goals that still speak of an indicator did not drop it."""
    first = report_of(2022, "地区生产总值增长6%，进出口总额增长5%。")
    now = report_of(2023, "地区生产总值增长6%，进出口总额结构更加优化。")
    cell = cell_of(series_of(options, first, now)["进出口总额 growth"], 2023)
    assert (cell.goalposts, cell.dropped) == ((Goalpost.DEFINITION,), False)


def test_points_of_a_fall_are_below_zero(options) -> None:
    """下降2.7个百分点 stands in a row with rises: it has a minus."""
    report = report_of(2023, "地区生产总值增长6%。", review="城镇登记失业率下降0.7个百分点。")
    (found,) = (one for one in series_of(options, report).values() if one.unit == "个百分点")
    pair = cell_of(found, 2022).pair
    assert pair is not None
    assert str(pair.reported_value) == "-0.7"


def test_a_goal_in_words_is_softer_than_a_figure(options) -> None:
    """与经济增长同步 after a figure is no dropped goal, but a softer one."""
    first = report_of(2022, "居民人均可支配收入增长6%。")
    now = report_of(2023, "居民人均可支配收入增长与经济增长同步。")
    series = series_of(options, first, now)
    cell = cell_of(series["居民人均可支配收入 growth"], 2023)
    assert (cell.goalposts, cell.dropped) == ((Goalpost.SOFTER,), False)


def test_a_goal_without_a_result_waits_for_a_report_that_looks_back(options) -> None:
    """It is unanswered only where a report of the year after is there and is silent."""
    first = report_of(2022, "地区生产总值增长6%。")
    alone = cell_of(series_of(options, first)["地区生产总值 growth"], 2022)
    silent = report_of(2023, "地区生产总值增长7%。")
    answered = report_of(2023, "地区生产总值增长6%。", review="地区生产总值增长6.2%。")
    assert not alone.unanswered
    found = cell_of(series_of(options, first, silent)["地区生产总值 growth"], 2022)
    assert found.unanswered
    cell = cell_of(series_of(options, first, answered)["地区生产总值 growth"], 2022)
    assert not cell.unanswered
    assert cell.pair is not None
    assert (cell.pair.promised_value, cell.pair.reported_value) == (6, cell.pair.reported_value)
    assert str(cell.pair.reported_value) == "6.2"
