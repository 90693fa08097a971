"""Titles that were won, years of a term, words across words, and stages that were not reached."""

from collections.abc import Callable

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker import pipeline
from tracker.match.judge import Later, judge_commitments
from tracker.model.commitment import Commitment, Milestone, StatementKind
from tracker.model.measure import Comparison, MeasureKind
from tracker.model.report import Report
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。城市建设步伐加快。"


def _striven(quote: str, about: str, verb: str = "创建") -> tuple[Report, Commitment]:
    return promise(quote, about=about, kind=StatementKind.ACTION, verb=verb)


@pytest.mark.parametrize(
    ("quote", "about", "told", "verdict"),
    [
        ("积极争创省级文明城市", "省级文明城市", "荣获省级文明城市称号", Verdict.FULFILLED),
        ("积极争创省级文明城市", "省级文明城市", "荣获省文明城市称号", Verdict.FULFILLED),
        ("积极争创全国文明城市", "全国文明城市", "获评全国文明城市提名城市", Verdict.IN_PROGRESS),
        (
            "创建国家森林城市、国家卫生城市",
            "国家森林城市、国家卫生城市",
            "成功创建国家森林城市",
            Verdict.PARTIAL,
        ),
        (
            "做好国家森林城市创建工作",
            "国家森林城市创建",
            "我市成功创建国家森林城市",
            Verdict.FULFILLED,
        ),
        (
            "确保国家公共文化服务体系示范区通过验收",
            "国家公共文化服务体系示范区",
            "国家公共文化服务体系示范区顺利通过国家验收",
            Verdict.FULFILLED,
        ),
        (
            "巩固国家森林城市创建成果",
            "国家森林城市创建成果",
            "荣获国家森林城市称号",
            Verdict.IN_PROGRESS,
        ),
        (
            "创建国家现代种业产业园",
            "国家现代种业产业园",
            "获批创建国家现代种业产业园",
            Verdict.IN_PROGRESS,
        ),
    ],
)
def test_a_title_is_kept_by_having_been_won(
    judge: Judge, quote: str, about: str, told: str, verdict: Verdict
) -> None:
    """The whole title stands beside a word of winning; nominated or let in is not won."""
    assert judge(_striven(quote, about), make_later(f"{FILLER}{told}。")).verdict is verdict


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("青山县成功创建国家全域旅游示范区", Verdict.FULFILLED),
        ("白水县成功创建国家全域旅游示范区", Verdict.IN_PROGRESS),
    ],
)
def test_a_title_that_another_place_won_decides_nothing(
    judge: Judge, told: str, verdict: Verdict
) -> None:
    """推动青山县创建… is not kept by what 白水县 won."""
    asked = _striven("推动青山县创建国家全域旅游示范区", "青山县创建国家全域旅游示范区", "推动")
    assert judge(asked, make_later(f"{FILLER}{told}。")).verdict is verdict


@pytest.mark.parametrize(
    "opening",
    [
        "2021年是本届政府的收官之年",
        "刚刚过去的2021年是本届政府任期的最后一年",
        "2021年，是本届政府任期第五年",
    ],
)
def test_the_last_year_of_a_term_is_a_year(judge: Judge, opening: str) -> None:
    """Behind an account of five years, the paragraph that says which year of the term is of it."""
    asked = promise(
        "城镇新增就业5万人",
        measure("城镇新增就业", "5", "万人", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="城镇新增就业",
        kind=StatementKind.QUOTA,
    )
    later = make_later(f"五年来，{FILLER}五年城镇新增就业31万人。", year=2022)
    assert judge(asked, later).verdict is Verdict.UNDETERMINED
    both = make_later(f"{opening}。{FILLER}城镇新增就业6万人。", year=2022)
    assert judge(asked, both).verdict is Verdict.FULFILLED


def test_a_plan_that_is_carried_out_opens_no_account_of_its_years(judge: Judge) -> None:
    """“十三五”规划实施情况良好 speaks of the plan, and what follows of the year."""
    asked = promise(
        "新建旅游厕所100座",
        measure("旅游厕所", "100", "座", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="旅游厕所",
        kind=StatementKind.QUOTA,
    )
    later = make_later(f"“十三五”规划实施情况良好。{FILLER}新建旅游厕所144座。")
    assert judge(asked, later).verdict is Verdict.FULFILLED


def test_an_addition_is_no_stock_because_the_stock_stands_behind_it(
    options: pipeline.AnalysisOptions,
) -> None:
    """新认定龙头企业216家，累计达370家 tells what one year added, and then the stock."""
    earlier, commitment = promise(
        "新认定细分行业龙头企业200家",
        measure("细分行业龙头企业", "200", "家", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="细分行业龙头企业",
        kind=StatementKind.QUOTA,
        verb="新认定",
    )
    later = make_later(f"{FILLER}新认定细分行业龙头企业216家，累计达370家。")
    told = pipeline.outcomes(later, options)
    assert any(outcome.cumulative for outcome in told)
    (found,) = judge_commitments((commitment,), earlier, (Later(later, told, ()),), options.match)
    assert found.verdict is Verdict.FULFILLED


def test_an_amount_that_was_to_be_passed_is_kept_by_the_round_number(judge: Judge) -> None:
    """实现旅游收入100亿元 keeps 突破100亿元; a rate of just 8 % is not more than 8 %."""
    amount = promise(
        "旅游收入突破100亿元",
        measure("旅游收入", "100", "亿元", Comparison.MORE, MeasureKind.LEVEL),
        about="旅游收入",
    )
    told = make_later(FILLER + "实现旅游收入100亿元。")
    assert judge(amount, told).verdict is Verdict.FULFILLED
    rate = promise(
        "旅游收入增长超过8%",
        measure("旅游收入", "8", "%", Comparison.MORE, MeasureKind.GROWTH),
        about="旅游收入",
    )
    assert judge(rate, make_later(FILLER + "旅游收入增长8%。")).verdict is not Verdict.FULFILLED


def test_a_plan_that_is_only_approved_is_not_carried_out(judge: Judge) -> None:
    """实施…规划 is on its way where the plan is approved, and kept where it is carried out."""
    name = "青山生态保护与建设综合治理规划"
    asked = promise(f"争取实施{name}", about=name, kind=StatementKind.PROJECT, verb="争取实施")
    approved = judge(asked, make_later(f"{FILLER}{name}获批。"))
    assert approved.verdict is Verdict.IN_PROGRESS


def test_a_beginning_that_leads_to_the_thing_misses_its_completion(judge: Judge) -> None:
    """启动电子监察系统建设 stands before what was to be completed by then."""
    asked = promise(
        "全面完成行政审批电子监察系统建设",
        about="行政审批电子监察系统建设",
        kind=StatementKind.PROJECT,
        verb="完成",
        milestone=Milestone.COMPLETED,
    )
    begun = judge(asked, make_later(FILLER + "启动行政审批电子监察系统建设。"))
    assert begun.verdict is Verdict.MISSED
    going = judge(asked, make_later(FILLER + "行政审批电子监察系统建设全面推进。"))
    assert going.verdict is Verdict.IN_PROGRESS
    assert going.confidence < 0.8


def test_how_far_a_thing_is_to_come_is_no_part_of_its_name(judge: Judge) -> None:
    """衢宁铁路竣工通车 is looked for as 衢宁铁路."""
    asked = promise(
        "推动衢宁铁路竣工通车", about="衢宁铁路竣工", kind=StatementKind.PROJECT, verb="通车"
    )
    told = judge(asked, make_later(FILLER + "南三龙铁路、衢宁铁路建成通车。"))
    assert told.verdict is Verdict.FULFILLED


def _rate(quote: str, about: str, value: str) -> tuple[Report, Commitment]:
    told = measure(about, value, "%", Comparison.EXACTLY, MeasureKind.GROWTH)
    return promise(quote, told, about=about)


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("民间投资增长20%，实现了近年来第一次高增长", Verdict.FULFILLED),
        ("民间投资增长20%，PM2.5年均浓度下降9.9%", Verdict.FULFILLED),
        ("近年来，民间投资增长20%", Verdict.UNDETERMINED),
    ],
)
def test_a_year_that_is_set_beside_others_is_one_year(
    judge: Judge, told: str, verdict: Verdict
) -> None:
    """近年来第一次 compares one year with those before it, and 年均浓度 is a mean of days."""
    asked = _rate("民间投资增长5%", "民间投资", "5")
    assert judge(asked, make_later(f"{FILLER}{told}。")).verdict is verdict


def test_an_account_of_years_ends_where_the_past_year_is_named(judge: Judge) -> None:
    """刚刚过去的一年 in the middle of a paragraph tells of that year from there on."""
    asked = _rate("民间投资增长5%", "民间投资", "5")
    later = make_later(f"五年来，{FILLER}刚刚过去的一年，形势良好。民间投资增长8%。")
    assert judge(asked, later).verdict is Verdict.FULFILLED


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ("进出口总额78亿美元，其中出口45亿美元，分别增长25%和3%", Verdict.FULFILLED),
        ("进出口总额78亿美元，其中出口45亿美元，分别增长3%和25%", Verdict.MISSED),
        ("进出口总额78亿美元，净增11亿美元，增长25%", Verdict.FULFILLED),
        ("进出口总额78亿美元（预计数，下同），同比增长25%", Verdict.FULFILLED),
        ("进出口总额78亿美元，接待游客900万人次，增长25%", Verdict.UNDETERMINED),
        ("进出口总额从40亿美元提高到78亿美元，净增38亿美元，增长95%", Verdict.UNDETERMINED),
    ],
)
def test_a_rate_behind_amounts_is_of_the_amount_in_its_place(
    judge: Judge, told: str, verdict: Verdict
) -> None:
    """分别 gives rates in turn to the clauses ahead; an aside does not part a rate from its own."""
    asked = _rate("进出口总额增长15%", "进出口总额", "15")
    assert judge(asked, make_later(f"{FILLER}{told}。")).verdict is verdict


@pytest.mark.parametrize(("value", "verdict"), [("9", Verdict.MISSED), ("10", Verdict.FULFILLED)])
def test_town_and_country_are_told_in_turn_on_both_sides(
    judge: Judge, value: str, verdict: Verdict
) -> None:
    """The first figure of 城乡居民收入分别增长9%和10% is the town's, promised and told."""
    asked = _rate("城乡居民收入分别增长9%和10%", "城乡居民收入", value)
    later = make_later(FILLER + "城乡居民收入分别增长8.3%和10.2%。")
    assert judge(asked, later).verdict is verdict


def test_what_something_gives_to_growth_is_no_growth(judge: Judge) -> None:
    """服务业对经济增长的贡献率 of 60 % does not keep a growth of 7.5 %."""
    asked = _rate("地区生产总值增长7.5%", "地区生产总值", "7.5")
    later = make_later(FILLER + "地区生产总值增长7%。服务业对经济增长的贡献率超过60%。")
    assert judge(asked, later).verdict is Verdict.MISSED


def test_what_is_still_to_come_keeps_nothing(judge: Judge) -> None:
    """即将通车 and 即将摘帽 tell of a result that is not there yet."""
    bridge = promise(
        "青山大桥建成通车",
        about="青山大桥",
        kind=StatementKind.PROJECT,
        verb="建成通车",
        milestone=Milestone.IN_USE,
    )
    soon = judge(bridge, make_later(FILLER + "青山大桥即将通车。"))
    assert soon.verdict is Verdict.IN_PROGRESS
    counted = promise(
        "12个贫困县摘帽",
        measure("贫困县摘帽", "12", "个", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="贫困县摘帽",
        kind=StatementKind.QUOTA,
    )
    hoped = judge(counted, make_later(FILLER + "12个贫困县即将摘帽。"))
    assert hoped.verdict is Verdict.UNDETERMINED
