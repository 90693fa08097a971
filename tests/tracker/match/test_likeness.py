"""Whether a clause speaks of the promised thing or of another of its kind."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon
from tracker.match.likeness import (
    deeds_differ,
    head_missing,
    is_another,
    quantities_differ,
    share_bases_differ,
)
from tracker.match.topics import topic_of
from tracker.model.commitment import Milestone, StatementKind
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.outline import Role
from tracker.model.span import Span
from tracker.model.tracking import Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "生态环境持续改善。文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。"


@pytest.mark.parametrize(
    ("promised", "clause", "expected"),
    [
        ("省级企业研发机构", "集中签约新型研发机构208个", True),
        ("装备制造业主营业务收入", "农产品加工集聚区主营业务收入增长9.7%", True),
        ("区域服务平台", "开通维权服务平台", True),
        ("智能制造示范工厂", "新增智能制造示范工厂3个", False),
        ("区域服务平台", "服务平台建成", False),
        ("企业研发机构", "新增研发机构20家，企业占八成", False),
    ],
)
def test_other_words_in_place_of_those_that_tell_which_one_make_it_another_thing(
    lexicon: MatchLexicon, promised: str, clause: str, *, expected: bool
) -> None:
    """The end of a name tells the kind; where nothing stands before it, nothing contradicts."""
    assert is_another(topic_of(promised, lexicon), fold(clause), lexicon) is expected


@pytest.mark.parametrize(
    ("promised", "clause", "expected"),
    [
        ("战略性新兴产业增加值占GDP比重", "战略性新兴产业占工业增加值比重达到42.5%", True),
        ("服务业增加值占GDP比重", "服务业增加值占地区生产总值比重达到52%", False),
        ("服务业增加值占GDP比重", "服务业增加值比重达到52%", False),
    ],
)
def test_shares_of_different_wholes_do_not_compare(
    lexicon: MatchLexicon, promised: str, clause: str, *, expected: bool
) -> None:
    """A share of industry is no share of the gross product, by whatever name that goes."""
    assert share_bases_differ(fold(promised), fold(clause), lexicon) is expected


@pytest.mark.parametrize(
    ("promised", "clause", "expected"),
    [
        ("装备制造业主营业务收入", "装备制造业增加值增长10%", True),
        ("装备制造业增加值", "装备制造业增加值增长10%", False),
        ("装备制造业", "装备制造业增加值增长10%", False),
    ],
)
def test_another_quantity_of_the_same_thing_is_told_apart(
    lexicon: MatchLexicon, promised: str, clause: str, *, expected: bool
) -> None:
    """Only where both sides name a quantity can they differ in it."""
    assert quantities_differ(promised, clause, lexicon) is expected


@pytest.mark.parametrize(
    ("promised", "before", "expected"),
    [
        ("基本建成保障性住房34万套", "棚改安置房开工", True),
        ("新开工安置房5.6万套", "棚改安置房开工", False),
        ("谋划储备亿元以上产业项目300个", "新引进亿元以上产业项目", True),
        ("开工、建成安置房1万套", "安置房建成", False),
        ("改造老旧小区100个", "老旧小区改造开工", False),
        ("续建安置房7461套", "保障性安居工程开工", True),
        ("改扩建10所中小学", "新建中小学校", True),
        ("新改扩建中小学10所", "新建中小学校", False),
    ],
)
def test_steps_of_projects_are_counted_apart(promised: str, before: str, *, expected: bool) -> None:
    """What was begun does not tell how much was built, nor what was won how much was planned."""
    assert deeds_differ(promised, before) is expected


def test_the_end_of_a_measured_name_must_be_spoken_of(lexicon: MatchLexicon) -> None:
    """贫困人口脱贫 is not answered by those who moved house; 企业数 is by 企业."""
    assert head_missing("贫困人口脱贫", "49.9万贫困人口易地搬迁", lexicon)
    assert head_missing("审批服务即办率", "审批服务网上可办率98%", lexicon)
    assert not head_missing("享受优惠企业数", "享受优惠政策企业达到1.7万家", lexicon)


def test_the_figure_nearest_in_size_is_taken_among_those_of_the_same_thing(judge: Judge) -> None:
    """1.2万名 who help are not the 15万人 who shall be helped."""
    promised = promise(
        "确保15万人脱贫",
        measure("脱贫", "15", "万人", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="脱贫",
        kind=StatementKind.QUOTA,
    )
    later = make_later(FILLER + "选派1.2万名干部助力脱贫攻坚。实现15.43万人脱贫、519个村销号。")
    found = judge(promised, later)
    assert "15.43万人" in found.evidence[0].quote
    assert found.verdict is not Verdict.MISSED


def test_a_figure_that_tells_which_ones_is_no_result(judge: Judge) -> None:
    """3000万美元以上项目 says what kind of projects, not how much came in."""
    promised = promise(
        "确保到位注册外资36亿美元",
        measure("到位注册外资", "36", "亿美元", Comparison.EXACTLY, MeasureKind.LEVEL),
        about="到位注册外资",
        kind=StatementKind.QUOTA,
    )
    later = make_later(FILLER + "新招引协议注册外资3000万美元以上项目50个。实际使用外资36亿美元。")
    found = judge(promised, later)
    assert found.verdict is Verdict.FULFILLED
    assert "36亿美元" in found.evidence[0].quote


def test_a_ceiling_that_is_kept_is_not_surpassed(judge: Judge) -> None:
    """More is not better for prices, so nothing is exceeded and the reason does not say so."""
    promised = promise(
        "居民消费价格涨幅控制在3%左右",
        measure("居民消费价格涨幅", "3", "%", Comparison.AT_MOST),
        about="居民消费价格",
    )
    found = judge(promised, make_later(FILLER + "居民消费价格上涨2.2%。"))
    assert found.verdict is Verdict.FULFILLED
    assert not found.exceeded
    assert "未超过上限" in found.reason.zh


def test_a_goal_of_several_years_is_not_missed_after_the_first(judge: Judge) -> None:
    """今后五年 names no year, and the goal is not due in the next report."""
    report, commitment = promise(
        "新增城镇就业500万人",
        measure("城镇新增就业", "500", "万人", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="城镇新增就业",
        due=None,
    )
    goal = replace(commitment, statement=replace(commitment.statement, role=Role.OUTLOOK))
    found = judge((report, goal), make_later(FILLER + "城镇新增就业110万人。"))
    assert found.verdict is Verdict.IN_PROGRESS
    assert "今后几年" in found.reason.zh


def test_a_part_that_is_built_does_not_finish_a_push_for_the_whole(judge: Judge) -> None:
    """展示中心建成 says nothing of the park it shows."""
    promised = promise(
        "高标准打造国家现代农业产业科创园",
        about="国家现代农业产业科创园",
        kind=StatementKind.ACTION,
        verb="打造",
        milestone=Milestone.BUILDING,
    )
    part = judge(promised, make_later(FILLER + "国家现代农业产业科创园展示中心建成。"))
    whole = judge(promised, make_later(FILLER + "国家现代农业产业科创园建成。"))
    assert part.verdict is Verdict.IN_PROGRESS
    assert whole.verdict is Verdict.FULFILLED


def test_a_promised_fraction_must_be_reported_to_be_reached(judge: Judge) -> None:
    """180户 of an unknown number are neither two thirds nor less."""
    promised = promise(
        "完成“僵尸企业”处置任务的三分之二",
        about="“僵尸企业”处置任务的三分之二",
        kind=StatementKind.ACTION,
        verb="完成",
        milestone=Milestone.COMPLETED,
    )
    found = judge(promised, make_later(FILLER + "处置国有“僵尸企业”180户。"))
    assert found.verdict is Verdict.UNDETERMINED
    assert "三分之二" in found.reason.zh


def test_one_figure_behind_two_names_in_turn_is_nobodys(judge: Judge) -> None:
    """出生率、自然增长率分别为9.96‰: the other figure was lost, so neither is known."""
    promised = promise(
        "人口自然增长率控制在5‰以内",
        measure("人口自然增长率", "5", "‰", Comparison.AT_MOST, MeasureKind.SHARE),
        about="人口自然增长率",
    )
    found = judge(promised, make_later(FILLER + "人口出生率、人口自然增长率分别为9.96‰。"))
    assert found.verdict is Verdict.UNDETERMINED


def test_what_is_counted_by_name_needs_one_of_the_names(judge: Judge) -> None:
    """22 other roads do not answer 五一南路等8条."""
    promised = promise(
        "改造提升五一南路等8条市政道路",
        measure("市政道路", "8", "条", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="五一南路等8条市政道路",
        kind=StatementKind.QUOTA,
        verb="改造提升",
    )
    assert judge(promised, make_later(FILLER + "改造市政道路22条。")).verdict is not (
        Verdict.FULFILLED
    )


def test_work_before_the_start_is_no_start(judge: Judge) -> None:
    """前期工作加快推进 does not keep a promise to break ground within the year: it misses it."""
    promised = promise(
        "开工建设市职教园",
        about="市职教园",
        kind=StatementKind.PROJECT,
        verb="开工建设",
        milestone=Milestone.STARTED,
    )
    early = judge(promised, make_later(FILLER + "市职教园前期工作加快推进。"))
    assert early.verdict is Verdict.MISSED
    assert judge(promised, make_later(FILLER + "市职教园开工。")).verdict is Verdict.FULFILLED


def test_another_definition_calls_no_promise_missed(judge: Judge) -> None:
    """7.5 % as it stands says nothing certain of 12.3 % by the same definition."""
    promised = promise(
        "一般公共预算收入同口径增长12.3%",
        measure("一般公共预算收入", "12.3", "%", Comparison.EXACTLY),
        about="一般公共预算收入",
    )
    found = judge(promised, make_later(FILLER + "一般公共预算收入增长7.5%。"))
    assert found.verdict is Verdict.UNDETERMINED


def test_a_quotation_begins_with_the_clause_that_names_the_thing(judge: Judge) -> None:
    """Clauses before it that only share a common word are left out."""
    promised = promise(
        "建成琴亭湖公园",
        about="琴亭湖公园",
        kind=StatementKind.PROJECT,
        verb="建成",
        milestone=Milestone.COMPLETED,
    )
    found = judge(promised, make_later(FILLER + "公园建设全面提速，琴亭湖公园建成开园。"))
    assert found.verdict is Verdict.FULFILLED
    assert found.evidence[0].quote == "琴亭湖公园建成开园"


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("市职教园具备全面开工条件", Verdict.MISSED),
        ("市职教园列入省重点项目", Verdict.IN_PROGRESS),
        ("市职教园前期工作加快推进", Verdict.MISSED),
    ],
)
def test_what_comes_before_the_start_keeps_no_promise_to_start(
    judge: Judge, answer: str, verdict: Verdict
) -> None:
    """Who is only ready or preparing did not break ground; being listed tells no stage."""
    promised = promise(
        "开工建设市职教园",
        about="市职教园",
        kind=StatementKind.PROJECT,
        verb="开工建设",
        milestone=Milestone.STARTED,
    )
    assert judge(promised, make_later(FILLER + answer + "。")).verdict is verdict


def test_a_sum_of_years_does_not_answer_for_one(judge: Judge) -> None:
    """累计超过45亿美元 is what several years brought, not the promised year's 8亿美元."""
    promised = promise(
        "实际利用外资达到8亿美元",
        measure("实际利用外资", "8", "亿美元", Comparison.EXACTLY, MeasureKind.LEVEL),
        about="实际利用外资",
    )
    found = judge(promised, make_later(FILLER + "利用外资累计超过45亿美元。"))
    assert found.verdict is Verdict.UNDETERMINED


def test_a_fall_is_told_as_a_fall(judge: Judge) -> None:
    """The reason does not call a decrease of 2.99 % a growth of 2.99 %."""
    promised = promise(
        "一般公共预算收入增长3%", measure("一般公共预算收入", "3", "%"), about="一般公共预算收入"
    )
    found = judge(promised, make_later(FILLER + "一般公共预算收入完成89.5亿元，下降2.99%。"))
    assert found.verdict is Verdict.MISSED
    assert "下降2.99%" in found.reason.zh


def test_the_growth_of_another_thing_is_not_that_of_the_gross_product(judge: Judge) -> None:
    """Where no growth of the gross product is given, 同步 cannot be called missed."""
    promised = promise(
        "城乡居民收入增长与经济增长基本同步",
        measure("城乡居民收入", None, "", None, MeasureKind.GROWTH, Relation.SYNCHRONOUS),
        about="城乡居民收入",
    )
    later = make_later(
        "预计地区生产总值2.3万亿元，地方一般公共预算收入1632.3亿元、可比增长9.9%。"
        "城乡居民人均可支配收入分别增长8%和10%。" + FILLER
    )
    assert judge(promised, later).verdict is not Verdict.MISSED


def test_two_counts_may_share_the_name_behind_the_second(judge: Judge) -> None:
    """30个千亩、4个万亩特色种植片区 reports 30 and 4 of the same."""
    promised = promise(
        "打造30个千亩、4个万亩特色种植片区",
        measure("特色种植片区", "30", "个", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="特色种植片区",
        kind=StatementKind.QUOTA,
        verb="打造",
    )
    found = judge(promised, make_later(FILLER + "形成30个千亩、4个万亩特色种植片区。"))
    assert found.verdict is Verdict.FULFILLED


def test_a_figure_that_is_passed_keeps_a_promise_of_more(judge: Judge) -> None:
    """首次突破50% is more than 50 %."""
    promised = promise(
        "高校毕业生留赣比例超过50%",
        measure("高校毕业生留赣比例", "50", "%", Comparison.MORE, MeasureKind.SHARE),
        about="高校毕业生留赣比例",
    )
    found = judge(promised, make_later(FILLER + "高校毕业生留赣比例首次突破50%。"))
    assert found.verdict is Verdict.FULFILLED


def test_a_yearly_average_of_several_years_is_not_missed_in_one(judge: Judge) -> None:
    """年均增长13% is answered at the end of its years."""
    promised = promise(
        "地区生产总值年均增长13%", measure("地区生产总值", "13", "%"), about="地区生产总值"
    )
    found = judge(promised, make_later(FILLER + "全年地区生产总值增长10.5%。"))
    assert found.verdict is Verdict.IN_PROGRESS


def test_where_a_promise_starts_from_is_no_promise(judge: Judge) -> None:
    """从每月503元 is what was paid before."""
    promised = promise(
        "低保人均补差水平从每月503元提高到538元",
        measure("低保人均补差水平", "503", "元", Comparison.EXACTLY, MeasureKind.LEVEL),
        about="低保人均补差水平",
    )
    found = judge(promised, make_later(FILLER + "低保人均补差水平提高到每月200元。"))
    assert found.verdict is not Verdict.MISSED


def test_goals_that_a_paragraph_sets_for_five_years_are_not_due_after_one(judge: Judge) -> None:
    """“十四五”时期… at the head of a paragraph holds for the targets behind it."""
    report, commitment = promise(
        "“十四五”时期主要目标是：新增城镇就业75万人",
        measure("城镇新增就业", "75", "万人", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="城镇新增就业",
    )
    at = commitment.statement.quote.index("新增")
    goal = replace(
        commitment,
        statement=replace(
            commitment.statement,
            span=Span(at, len(report.text)),
            quote=commitment.statement.quote[at:],
        ),
    )
    found = judge((report, goal), make_later(FILLER + "城镇新增就业17.8万人。"))
    assert found.verdict is Verdict.IN_PROGRESS
    assert "今后几年" in found.reason.zh


def test_words_that_name_an_indicator_without_a_target_are_not_admitted(judge: Judge) -> None:
    """提高经济增长质量 is not what 地区生产总值等指标未完成 speaks of."""
    promised = promise(
        "提高经济增长质量和效益", about="经济增长质量和效益", kind=StatementKind.ACTION
    )
    later = make_later(FILLER + "对照年初预期目标，地区生产总值、固定资产投资等指标未完成。")
    assert judge(promised, later).verdict is not Verdict.MISSED
