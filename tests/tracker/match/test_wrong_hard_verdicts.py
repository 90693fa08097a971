"""Figures that seemed to settle a promise and count something else."""

from collections.abc import Callable

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import share_numerators_differ, side_untold
from tracker.model.commitment import StatementKind
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。城市建设步伐加快。"


@pytest.mark.parametrize(
    ("quote", "before", "ahead", "told"),
    [
        (
            "文创产业增加值占地区生产总值比重提高到7%",
            "占地区生产总值比重提高到",
            "服务业增加值增长8.1%",
            "服务业增加值",
        ),
        (
            "文创产业增加值占地区生产总值比重提高到7%",
            "占地区生产总值比重提高到",
            "文创产业增加值增长8.1%",
            None,
        ),
        ("旅游业增加值占gdp比重达到7%", "金融业增加值占gdp比重达到", "", "金融业增加值"),
        ("森林覆盖率达到60%", "占全省的", "", None),
    ],
)
def test_a_share_is_of_the_promised_thing(
    lexicon: MatchLexicon, quote: str, before: str, ahead: str, told: str | None
) -> None:
    """A clause that names nothing before 占 takes the subject of the clause ahead."""
    assert share_numerators_differ(quote, before, ahead, lexicon) == told


def test_one_side_is_not_told_by_a_count_of_both() -> None:
    """公办幼儿园 are of town and country; where a side is named, nothing is missing."""
    assert side_untold("城市公办幼儿园", "完成37所公办幼儿园建设") == "城市"
    assert side_untold("城市公办幼儿园", "完成城镇公办幼儿园37所") is None
    assert side_untold("公办幼儿园", "完成37所公办幼儿园建设") is None


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("居民消费价格涨幅为5.0%，稍高于4%左右的年度目标。", Verdict.MISSED),
        ("居民消费价格涨幅为2.0%，低于4%左右的年度目标。", Verdict.FULFILLED),
    ],
)
def test_the_aim_beside_a_result_is_no_result(judge: Judge, told: str, verdict: Verdict) -> None:
    """稍高于4%左右的年度目标 names the aim; the year's figure stands before it."""
    asked = promise(
        "居民消费价格涨幅控制在4%以内",
        measure("居民消费价格涨幅", "4", "%", Comparison.AT_MOST, MeasureKind.GROWTH),
        about="居民消费价格涨幅",
    )
    assert judge(asked, make_later(FILLER + told)).verdict is verdict


def test_a_change_over_years_is_no_years_growth(judge: Judge) -> None:
    """比2003年增长72.1% in the sentence makes what follows changes over years."""
    asked = promise("外贸出口增长15%", measure("外贸出口", "15", "%"), about="外贸出口")
    told = "全市生产总值达到2624亿元，比2003年增长72.1%，外贸出口增长69.2%。"
    found = judge(asked, make_later(FILLER + told))
    assert found.verdict not in (Verdict.FULFILLED, Verdict.MISSED)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [("32.1%", Verdict.UNDETERMINED), ("25%", Verdict.MISSED), ("41%", Verdict.FULFILLED)],
)
def test_a_higher_goal_that_is_only_striven_for_is_not_missed(
    judge: Judge, told: str, verdict: Verdict
) -> None:
    """Of 增长30%，力争40% the first is the promise."""
    asked = promise(
        "固定资产投资增长30%，力争40%", measure("固定资产投资", "40", "%"), about="固定资产投资"
    )
    assert judge(asked, make_later(FILLER + f"固定资产投资增长{told}。")).verdict is verdict


def test_of_names_given_in_turn_a_shared_end_is_of_both(judge: Judge) -> None:
    """医疗保险、养老保险参保率分别达到… gives the first figure to 医疗保险."""
    asked = promise(
        "基本医疗保险参保率超过98%",
        measure("基本医疗保险参保率", "98", "%", Comparison.MORE, MeasureKind.SHARE),
        about="基本医疗保险参保率",
        kind=StatementKind.QUOTA,
    )
    told = "户籍居民医疗保险、养老保险参保率分别达到99.41%和95.96%。"
    assert judge(asked, make_later(FILLER + told)).verdict is Verdict.FULFILLED


def test_things_of_a_number_that_are_worked_on_are_not_done(judge: Judge) -> None:
    """加快建设200个市级重点项目 says of 200 projects that they go on."""
    asked = promise(
        "集中抓好200个市级重点项目",
        measure("市级重点项目", "200", "个", Comparison.EXACTLY, MeasureKind.OTHER),
        about="市级重点项目",
        kind=StatementKind.QUOTA,
        verb="集中抓好",
    )
    found = judge(asked, make_later(FILLER + "加快建设200个市级重点项目。"))
    assert found.verdict is Verdict.IN_PROGRESS


def test_a_fall_of_three_or_more_may_be_the_promised_one(judge: Judge) -> None:
    """降低3%以上 lies anywhere from 3% on, so 3.5% is not surely missed."""
    asked = promise(
        "万元GDP综合能耗降低3.5%",
        measure("万元GDP综合能耗", "3.5", "%", Comparison.EXACTLY, MeasureKind.DECREASE),
        about="万元GDP综合能耗",
    )
    told = make_later(FILLER + "万元GDP综合能耗降低3%以上。")
    assert judge(asked, told).verdict is Verdict.UNDETERMINED


def test_a_zone_is_not_answered_by_the_whole_city(judge: Judge) -> None:
    """工业总产值与上年持平 of a city says nothing of its 综合保税区."""
    asked = promise(
        "综合保税区工业总产值增长13%",
        measure("综合保税区工业总产值", "13", "%"),
        about="综合保税区工业总产值",
    )
    found = judge(asked, make_later(FILLER + "工业总产值增长2%。"))
    assert found.verdict is not Verdict.MISSED


def test_additions_do_not_fall_short_of_a_stock(judge: Judge) -> None:
    """手机端可办事项新增181项 does not miss 手机端可办事项达400项以上."""
    asked = promise(
        "手机端可办事项达400项以上",
        measure("手机端可办事项", "400", "项", Comparison.AT_LEAST, MeasureKind.LEVEL),
        about="手机端可办事项",
        kind=StatementKind.QUOTA,
    )
    found = judge(asked, make_later(FILLER + "手机端可办事项新增181项。"))
    assert found.verdict is Verdict.UNDETERMINED
