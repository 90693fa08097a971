"""Verdicts on single promises by small reports."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.tracker.match.builders import make_later, measure, promise
from tracker.match.judge import Later, judge_commitments
from tracker.match.lexicon import MatchLexicon
from tracker.model.commitment import Milestone, StatementKind
from tracker.model.measure import Comparison, MeasureKind, Relation
from tracker.model.outline import Part, Role
from tracker.model.report import ReportKind
from tracker.model.tracking import Answered, Tracking, Verdict

Judge = Callable[..., Tracking]
FILLER = "生态环境持续改善。文化事业繁荣进步。教育质量稳步提高。医疗服务更加便利。"


def growth(value: str = "6") -> tuple:
    return promise(
        "地区生产总值增长6%以上", measure("地区生产总值", value, "%"), about="地区生产总值"
    )


def schools(value: str = "40") -> tuple:
    return promise(
        f"新改扩建学校{value}所",
        measure("学校", value, "所", Comparison.EXACTLY, MeasureKind.INCREMENT),
        about="学校",
        kind=StatementKind.QUOTA,
        verb="新改扩建",
    )


def test_a_rate_that_is_reached_is_fulfilled_and_quoted(judge: Judge) -> None:
    """The evidence is verbatim text of the later report and the reason names both values."""
    later = make_later(FILLER + "全年地区生产总值2.27万亿元，增长8.7%。")
    found = judge(growth(), later)
    assert found.verdict is Verdict.FULFILLED
    assert found.exceeded
    assert found.evidence[0].quote in later.text
    assert "8.7%" in found.reason.zh
    assert "6%以上" in found.reason.zh


def test_a_rate_that_is_not_reached_is_missed(judge: Judge) -> None:
    """以上 has no tolerance."""
    found = judge(growth(), make_later(FILLER + "全年地区生产总值2.27万亿元，增长5.9%。"))
    assert found.verdict is Verdict.MISSED


def test_average_growth_of_a_term_does_not_judge_one_year(judge: Judge) -> None:
    """五年来年均增长 is another figure than the growth of the promised year."""
    later = make_later("五年来，地区生产总值年均增长5.3%。" + FILLER + "去年地区生产总值增长8.7%。")
    assert judge(growth(), later).verdict is Verdict.FULFILLED


def test_the_growth_of_another_year_leaves_a_promise_undetermined(judge: Judge) -> None:
    """A report of 2023 looks back on 2022 and cannot judge a rate promised for 2021."""
    later = make_later(FILLER + "全年地区生产总值2.4万亿元，增长2%。", year=2023)
    found = judge(growth(), later)
    assert found.verdict is Verdict.UNDETERMINED
    assert "2022" in found.reason.zh


def test_a_stock_of_a_later_year_still_counts(judge: Judge) -> None:
    """A cumulative total reached a year later implies nothing less."""
    promised = promise(
        "累计建成5G基站2.7万个",
        measure("5G基站", "2.7", "万个", Comparison.EXACTLY, MeasureKind.LEVEL),
        about="5G基站",
        kind=StatementKind.QUOTA,
    )
    found = judge(promised, make_later(FILLER + "累计建成5G基站37276个。", year=2023))
    assert found.verdict is Verdict.FULFILLED
    assert found.answered is Answered.IMPLIED


def test_a_report_that_does_not_look_back_yet_leaves_a_promise_pending(judge: Judge) -> None:
    """Pending only where no given report looks back on the promise's year."""
    later = make_later("地区生产总值增长6.5%。", year=2021)
    assert judge(growth(), later).verdict is Verdict.PENDING


def test_a_report_of_a_year_too_early_answers_nothing(judge: Judge) -> None:
    """Beside a report that looks back on the promise's year, an earlier one is no evidence."""
    too_early = make_later("地区生产总值增长6.5%。", year=2021)
    found = judge(growth(), too_early, make_later(FILLER))
    assert found.verdict is Verdict.NOT_REPORTED
    assert not found.evidence


def test_silence_is_not_reported_and_a_later_plan_is_no_outcome(judge: Judge) -> None:
    """What stands only in the later plan is restated, not reported."""
    promised = promise(
        "建成太仓港疏港铁路专用线", about="太仓港疏港铁路专用线", kind=StatementKind.PROJECT
    )
    found = judge(promised, make_later(FILLER, "今年建成太仓港疏港铁路专用线。"))
    assert found.verdict is Verdict.NOT_REPORTED
    assert found.answered is Answered.SILENT
    assert found.restated


def test_the_reports_own_admission_outranks_its_figures(judge: Judge) -> None:
    """An indicator that the report names as not reached is missed whatever the figure says."""
    later = make_later(
        "全年地区生产总值增长6.4%。对照预期目标，地区生产总值、固定资产投资等2个指标无法完成。"
    )
    found = judge(growth(), later)
    assert found.verdict is Verdict.MISSED
    assert "无法完成" in found.evidence[0].quote
    assert found.confidence > 0.9


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("新改扩建41所中小学、幼儿园，新增学位6万个。", Verdict.FULFILLED),
        ("新改扩建学校30所。", Verdict.PARTIAL),
        ("新改扩建学校10所。", Verdict.MISSED),
        ("新改扩建一批学校。", Verdict.UNDETERMINED),
        ("粮食产量18亿斤。", Verdict.NOT_REPORTED),
    ],
)
def test_a_counted_deliverable_is_judged_by_its_count(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """Reached, half done, far short, spoken of without a figure, silent."""
    assert judge(schools(), make_later(FILLER + review)).verdict is verdict


@pytest.mark.parametrize(
    ("quote", "about", "review", "verdict"),
    [
        (
            "建成太仓港疏港铁路专用线",
            "太仓港疏港铁路专用线",
            "太仓港疏港铁路专用线建成通车。",
            Verdict.FULFILLED,
        ),
        (
            "建成太仓港疏港铁路专用线",
            "太仓港疏港铁路专用线",
            "太仓港疏港铁路专用线开工。",
            Verdict.MISSED,
        ),
        (
            "启动建设市急救中心",
            "市急救中心",
            "市急救中心等项目加快建设。",
            Verdict.FULFILLED,
        ),
        (
            "加快沪苏湖铁路建设进程",
            "沪苏湖铁路",
            "沪苏湖铁路加快建设。",
            Verdict.IN_PROGRESS,
        ),
    ],
)
def test_a_project_is_judged_by_its_stage(
    judge: Judge, quote: str, about: str, review: str, verdict: Verdict
) -> None:
    """A promised start is kept by construction, a promised completion is not."""
    promised = promise(quote, about=about, kind=StatementKind.PROJECT)
    assert judge(promised, make_later(FILLER + review)).verdict is verdict


def test_a_neighbour_with_a_similar_name_is_not_the_promised_thing(judge: Judge) -> None:
    """北沿江高铁 does not answer for 江南水乡古镇, nor 江南水乡 for its 古镇."""
    promised = promise("推进江南水乡古镇申遗", about="江南水乡古镇", kind=StatementKind.PROJECT)
    later = make_later(FILLER + "系统保护江南水乡生态本底。")
    assert judge(promised, later).verdict is Verdict.NOT_REPORTED


def test_income_in_step_with_growth_is_compared_with_the_reports_own_growth(judge: Judge) -> None:
    """与经济增长基本同步 is measured against the gross product that the same report gives."""
    promised = promise(
        "居民人均可支配收入与经济增长基本同步",
        measure("居民人均可支配收入", None, "", None, MeasureKind.OTHER, Relation.SYNCHRONOUS),
        about="居民人均可支配收入",
    )
    kept = make_later(FILLER + "地区生产总值增长8.1%。居民人均可支配收入增长8.3%。")
    broken = make_later(FILLER + "地区生产总值增长8.1%。居民人均可支配收入增长5.1%。")
    assert judge(promised, kept).verdict is Verdict.FULFILLED
    assert judge(promised, broken).verdict is Verdict.MISSED


def test_another_edition_of_a_yearly_event_decides_nothing(judge: Judge) -> None:
    """第三届 is not answered by the fair of another year."""
    promised = promise(
        "承办第三届大运河文化旅游博览会",
        about="第三届大运河文化旅游博览会",
        kind=StatementKind.ACTION,
    )
    later = make_later(FILLER + "精心办好大运河文化旅游博览会等活动。", year=2023)
    assert judge(promised, later).verdict is Verdict.UNDETERMINED


def test_a_document_that_is_no_report_looks_back_in_all_it_says(judge: Judge) -> None:
    """A communiqué of 2021 speaks of 2021, whatever parts the reader made of it."""
    text = FILLER + "全年地区生产总值2.27万亿元，增长8.7%。"
    later = make_later(text, year=2021)
    meta = replace(later.meta, kind=ReportKind.OTHER)
    plain = replace(later, meta=meta, parts=(Part(1, 1, Role.PLAN),))
    assert judge(growth(), plain).verdict is Verdict.FULFILLED
    assert judge(growth(), later).verdict is Verdict.PENDING


def test_a_promise_that_falls_due_later_is_never_called_missed(judge: Judge) -> None:
    """57 % reached in the first of five years is on its way to 60 %."""
    promised = promise(
        "森林覆盖率达到60%",
        measure("森林覆盖率", "60", "%", Comparison.AT_LEAST, MeasureKind.SHARE),
        about="森林覆盖率",
        due=2025,
    )
    found = judge(promised, make_later(FILLER + "森林覆盖率提高到57%。"))
    assert found.verdict is Verdict.IN_PROGRESS
    assert "2025" in found.reason.zh


def test_the_figure_a_result_started_from_is_no_result(judge: Judge) -> None:
    """从33%提高到52% reports 52 %."""
    promised = promise(
        "高等教育毛入学率达到50%",
        measure("高等教育毛入学率", "50", "%", Comparison.AT_LEAST, MeasureKind.SHARE),
        about="高等教育毛入学率",
        kind=StatementKind.QUOTA,
    )
    later = make_later(FILLER + "高等教育毛入学率从33%提高到52%。")
    assert judge(promised, later).verdict is Verdict.FULFILLED


def test_a_total_of_several_years_does_not_answer_a_yearly_count(judge: Judge) -> None:
    """五年来新改扩建学校361所 says nothing of the 40 promised for one year."""
    later = make_later("五年来，" + FILLER + "新改扩建学校361所。")
    assert judge(schools(), later).verdict is Verdict.UNDETERMINED


@pytest.mark.parametrize(
    ("review", "verdict"),
    [
        ("地区生产总值、固定资产投资均突破千亿元，分别增长5%、12%。", Verdict.FULFILLED),
        ("地区生产总值、固定资产投资分别增长12%、5%。", Verdict.MISSED),
    ],
)
def test_figures_given_in_turn_go_to_the_things_named_in_turn(
    judge: Judge, review: str, verdict: Verdict
) -> None:
    """A、B分别增长x、y gives B its y, also when the figures stand in the next clause."""
    promised = promise(
        "固定资产投资增长10%", measure("固定资产投资", "10", "%"), about="固定资产投资"
    )
    assert judge(promised, make_later(FILLER + review)).verdict is verdict


def test_a_round_figure_may_fall_short_by_its_rounding(judge: Judge) -> None:
    """超27亿斤 keeps 27.1亿斤."""
    promised = promise(
        "粮食产量稳定在27.1亿斤",
        measure("粮食产量", "27.1", "亿斤", Comparison.EXACTLY, MeasureKind.LEVEL),
        about="粮食产量",
    )
    found = judge(promised, make_later(FILLER + "粮食产量超27亿斤。"))
    assert found.verdict is Verdict.FULFILLED


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40
)
@given(
    st.text(alphabet="地区生产总值增长学校所建成，。；%0123456789新改扩一二三 \n“”", max_size=80)
)
def test_any_later_text_gives_verbatim_evidence(lexicon: MatchLexicon, text: str) -> None:
    """Whatever a later report says, every quote is its own source text."""
    earlier, commitment = schools()
    later = make_later(text.replace("\n", "") or "无")
    (found,) = judge_commitments((commitment,), earlier, (Later(later, (), ()),), lexicon)
    for evidence in found.evidence:
        assert later.quote(evidence.span) == evidence.quote
        assert evidence.quote.strip()
    assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("轨道交通11号线实现洞通轨通电通", Verdict.IN_PROGRESS),
        ("轨道交通11号线实现主体结构封顶", Verdict.IN_PROGRESS),
        ("轨道交通11号线实现通车", Verdict.FULFILLED),
        ("轨道交通11号线建成通车", Verdict.FULFILLED),
    ],
)
def test_what_was_brought_about_counts_and_not_that_something_was(
    judge: Judge, said: str, verdict: Verdict
) -> None:
    """实现 alone opens no line: a step on the way is no opening."""
    promised = promise(
        "轨道交通11号线建成通车",
        about="轨道交通11号线",
        kind=StatementKind.PROJECT,
        verb="建成通车",
        milestone=Milestone.IN_USE,
    )
    assert judge(promised, make_later(FILLER + said + "。")).verdict is verdict
