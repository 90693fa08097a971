"""Which year an account is of, and which deeds answer which promises."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.builders import make_report
from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.figures import figures_in
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import zones_differ
from tracker.model.commitment import StatementKind
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.outline import Part, Role
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "生态环境持续改善。文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。"


def jobs() -> tuple:
    return promise(
        "新增城镇就业120万人",
        measure("城镇就业", "120", "万人", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="城镇就业",
        kind=StatementKind.QUOTA,
        verb="新增",
    )


def deed(quote: str, about: str, verb: str) -> tuple:
    return promise(quote, about=about, kind=StatementKind.ACTION, verb=verb)


@pytest.mark.parametrize(
    ("opening", "verdict"),
    [
        ("实施“十二五”后半期节能减排计划，", Verdict.FULFILLED),
        ("“十二五”时期，", Verdict.UNDETERMINED),
    ],
)
def test_the_name_of_a_plan_opens_no_account_of_several_years(
    judge: Judge, opening: str, verdict: Verdict
) -> None:
    """A plan that is carried out is named after its years; 时期 tells of all of them."""
    later = make_later(opening + "节能减排取得成效。" + FILLER + "新增城镇就业159.6万人。")
    assert judge(jobs(), later).verdict is verdict


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("设立121亿元粤东西北振兴发展股权基金。", Verdict.FULFILLED),
        ("加快推进设立粤东西北振兴发展股权基金。", Verdict.IN_PROGRESS),
    ],
)
def test_what_was_to_be_moved_on_is_done_when_it_is_told_without_delay(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """推进设立 is kept by 设立, not by 推进设立."""
    promised = deed("推进设立粤东西北振兴发展股权基金", "粤东西北振兴发展股权基金", "推进设立")
    assert judge(promised, make_later(FILLER + review)).verdict is verdict


def test_one_of_two_acts_keeps_half(judge: Judge) -> None:
    """编制实施 holds two acts; a plan that was only drawn up keeps one."""
    promised = deed("编制实施全省新型城镇化规划", "全省新型城镇化规划", "编制实施")
    drawn = judge(promised, make_later(FILLER + "编制全省新型城镇化规划。"))
    both = judge(promised, make_later(FILLER + "编制实施全省新型城镇化规划。"))
    assert (drawn.verdict, both.verdict) == (Verdict.PARTIAL, Verdict.FULFILLED)


@pytest.mark.parametrize(
    ("text", "rates"),
    [
        ("社会消费品零售总额同比基本持平", [0]),
        ("进出口总额与上年持平", [0]),
        ("人均收入与全国平均水平基本持平", []),
    ],
)
def test_parity_with_the_year_before_is_a_rate_of_nought(
    lexicon: MatchLexicon, text: str, rates: list[int]
) -> None:
    """持平 is measured against the year before; against other regions it is no rate."""
    assert [f.value for f in figures_in(text, lexicon)] == rates


def test_a_minus_before_a_rate_of_growth_makes_it_a_fall(lexicon: MatchLexicon) -> None:
    """增长-2.4% is a fall, and must never pass for growth."""
    assert [str(f.value) for f in figures_in("一般公共预算收入1299亿元,增长-2.4%", lexicon)][
        1:
    ] == ["-2.4"]


@pytest.mark.parametrize(
    ("given", "verdict"),
    [("超过44%", Verdict.UNDETERMINED), ("43.1%", Verdict.MISSED), ("45%", Verdict.FULFILLED)],
)
def test_more_than_a_number_just_below_the_promise_misses_nothing(
    judge: Judge, given: str, verdict: Verdict
) -> None:
    """超过44% may be 44.5% or more."""
    promised = promise(
        "科技进步贡献率达到44.5%",
        measure("科技进步贡献率", "44.5", "%", Comparison.EXACTLY, MeasureKind.SHARE),
        about="科技进步贡献率",
    )
    assert judge(promised, make_later(FILLER + f"科技进步贡献率{given}。")).verdict is verdict


def test_parity_misses_a_target_of_growth(judge: Judge) -> None:
    """A target of 6 % is not reached by a year that ended where it began."""
    growth = promise(
        "社会消费品零售总额增长6%以上",
        measure("社会消费品零售总额", "6", "%"),
        about="社会消费品零售总额",
    )
    later = make_later(FILLER + "社会消费品零售总额与上年基本持平。")
    assert judge(growth, later).verdict is Verdict.MISSED


def test_a_figure_of_zones_does_not_answer_for_all_firms(lexicon: MatchLexicon) -> None:
    """The turnover of the parks of a trade is not that of the trade."""
    told = "农产品加工集聚区主营业务收入增长9.7%"
    assert zones_differ("农产品加工企业主营业务收入增长7%以上", told, lexicon)
    assert not zones_differ("农产品加工集聚区主营业务收入增长7%以上", told, lexicon)


def test_a_share_is_not_answered_by_an_amount(judge: Judge) -> None:
    """进出口总额占全国的份额不减 asks for a share; that the amount grew decides nothing."""
    promised = promise(
        "进出口总额占全国的份额不减",
        measure("进出口总额占全国的份额", None, "", None, MeasureKind.OTHER, Relation.STABLE),
        about="进出口总额占全国的份额",
    )
    later = make_later(FILLER + "进出口总额7545.9亿元，增长11.8%。")
    assert judge(promised, later).verdict not in (Verdict.FULFILLED, Verdict.MISSED)


def test_a_look_back_in_the_part_on_government_is_evidence(judge: Judge) -> None:
    """过去一年，… under 政府自身建设 answers promises though its part looks forward."""
    text = FILLER + "\n过去一年，我们率先开展证照分离改革试点。"
    report = make_report(text, name="later.txt", year=2022)
    parts = (Part(1, 1, Role.REVIEW), Part(2, 2, Role.SELF))
    later = replace(report, parts=parts, sections=())
    promised = deed("开展证照分离改革试点", "证照分离改革试点", "开展")
    found = judge(promised, later)
    assert found.verdict is Verdict.FULFILLED
    assert "证照分离" in found.evidence[0].quote


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("农业面源污染治理取得初步成效。", Verdict.UNDETERMINED),
        ("农业发展取得初步成效。", Verdict.NOT_REPORTED),
    ],
)
def test_a_passage_just_short_that_shares_rare_words_leaves_a_promise_open(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """It would be too much to call it silence, and too much to call it kept."""
    promised = promise(
        "启动实施世界银行贷款农业面源污染治理项目",
        about="世界银行贷款农业面源污染治理项目",
        kind=StatementKind.PROJECT,
        verb="启动实施",
    )
    assert judge(promised, make_later(FILLER + review)).verdict is verdict


def test_what_reaches_all_of_a_kind_covers_it(judge: Judge) -> None:
    """所有 is said of full coverage as 全部 is."""
    promised = promise(
        "网上办事站覆盖全部镇街",
        measure("网上办事站", None, "", None, MeasureKind.SHARE, Relation.FULL),
        about="网上办事站",
        kind=StatementKind.QUOTA,
    )
    later = make_later(FILLER + "所有镇街开通网上办事站。")
    assert judge(promised, later).verdict is Verdict.FULFILLED


def test_an_attribute_is_no_thing_that_is_promised(judge: Judge) -> None:
    """安全度 is what roads may have: a lake that is 安全 is no part of the promise."""
    promised = deed("全力提高道路交通通畅度和安全度", "道路交通通畅度和安全度", "提高")
    later = make_later(FILLER + "太湖连续十五年安全度夏。")
    assert judge(promised, later).verdict is Verdict.NOT_REPORTED


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("成功举办江西红色旅游博览会。", Verdict.FULFILLED),
        ("积极筹备江西红色旅游博览会。", Verdict.IN_PROGRESS),
    ],
)
def test_an_event_is_kept_by_having_been_held(judge: Judge, review: str, verdict: Verdict) -> None:
    """积极申办…博览会 is kept by 成功举办, not by more preparation."""
    promised = deed("积极申办江西红色旅游博览会", "江西红色旅游博览会", "申办")
    assert judge(promised, make_later(FILLER + review)).verdict is verdict


def test_words_that_only_describe_a_thing_count_for_less_than_the_thing(judge: Judge) -> None:
    """受疫情灾情影响的困难群众 are 困难群众 first of all."""
    promised = deed("及时帮扶受疫情灾情影响的困难群众", "受疫情灾情影响的困难群众", "帮扶")
    tracked = judge(promised, make_later(FILLER + "做好困难群众帮扶救助。"))
    assert tracked.verdict is Verdict.IN_PROGRESS


def test_ways_of_one_thing_are_no_list_of_things(judge: Judge) -> None:
    """减环节、减材料、减时限 are said of the same 涉企审批, which one answer speaks of."""
    promised = deed("推进涉企审批减环节、减材料、减时限", "涉企审批减环节、减材料、减时限", "推进")
    tracked = judge(promised, make_later(FILLER + "继续压减涉企审批手续和办理时限。"))
    assert tracked.verdict is Verdict.IN_PROGRESS


def test_a_phase_is_judged_by_its_own_clause(judge: Judge) -> None:
    """一期建成通气，二期加速推进 says of the second phase that it goes on."""
    promised = deed("加快“气化邵阳”二期建设", "“气化邵阳”二期建设", "加快")
    tracked = judge(promised, make_later(FILLER + "“气化邵阳”一期建成通气，二期加速推进。"))
    assert tracked.verdict is Verdict.IN_PROGRESS


def test_work_on_a_result_is_not_the_result(judge: Judge) -> None:
    """实施雨污分流 goes on with what 实现雨污分流 promised."""
    promised = deed("实现雨污分流", "雨污分流", "实现")
    later = make_later(FILLER + "实施雨污分流、排水改造。")
    assert judge(promised, later).verdict is Verdict.IN_PROGRESS


def test_what_a_list_describes_is_one_thing(judge: Judge) -> None:
    """基础设施 alone says nothing of 基础设施和税源项目的用地需要."""
    thing = "基础设施和税源项目的用地需要"
    promised = deed("确保" + thing, thing, "确保")
    later = make_later(FILLER + "在城市规划、基础设施、产业布局等方面密切与周边地区的合作。")
    assert judge(promised, later).verdict is Verdict.NOT_REPORTED


def test_each_of_several_papers_must_be_named_as_a_paper(judge: Judge) -> None:
    """综合保税区封关运行 draws up no 控详规划."""
    promised = deed("科学编制哈尔滨新区、综合保税区等控详规划", "综合保税区", "编制")
    tracked = judge(promised, make_later(FILLER + "综合保税区封关运行。"))
    assert tracked.verdict is not Verdict.FULFILLED


def test_a_sort_of_the_counted_thing_alone_misses_nothing(judge: Judge) -> None:
    """50个深度贫困村 may be a part of 140个贫困村."""
    counted = measure("贫困村", "140", "个", Comparison.EXACTLY, MeasureKind.OTHER)
    promised = promise("140个贫困村脱贫出列", counted, about="贫困村", kind=StatementKind.QUOTA)
    tracked = judge(promised, make_later(FILLER + "50个深度贫困村脱贫出列。"))
    assert tracked.verdict is Verdict.UNDETERMINED


def test_the_figure_that_something_began_with_is_no_result(judge: Judge) -> None:
    """从2270万吨减至600万吨以内 keeps 总量降至700万吨以内."""
    limit = measure("燃煤总量", "700", "万吨", Comparison.AT_MOST, MeasureKind.LEVEL)
    promised = promise("总量降至700万吨以内", limit, about="燃煤总量", kind=StatementKind.QUOTA)
    tracked = judge(promised, make_later(FILLER + "年燃煤总量从2270万吨减至600万吨以内。"))
    assert tracked.verdict is Verdict.FULFILLED
