"""Indicators over years: names, units, years and periods, duplicates, what other reports say."""

import os
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import ROOT, make_report
from tracker import pipeline
from tracker.model.outline import Part, Role
from tracker.model.report import Report
from tracker.model.series import IndicatorValue, Period, Side, Standing
from tracker.pipeline import AnalysisOptions
from tracker.resources import load_options

GOLDEN = ROOT / "tests" / "golden"
OPTIONS = load_options()
ReadSeed = Callable[[str], Report]


def report_of(*lines: str, year: int | None = 2022, role: Role = Role.REVIEW) -> Report:
    """Return a report whose lines after the heading all have one role."""
    heading = "一、工作回顾" if role is Role.REVIEW else "三、主要目标"
    report = make_report("\n".join((heading, *lines)), year=year)
    return replace(report, parts=(Part(1, len(lines) + 1, role),))


def values_of(*reports: Report) -> tuple[IndicatorValue, ...]:
    """Return the values of reports."""
    return pipeline.indicators(reports, OPTIONS)


def told(value: IndicatorValue) -> tuple[str, int | None, str, str, str]:
    """Return a value in short: name, year, period, kind, figure with its unit."""
    upper = "" if value.value2 is None else f"~{value.value2}"
    figure = f"{value.value}{upper}{value.unit}"
    return value.indicator.name, value.year, value.period.value, value.kind.value, figure


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全市实现生产总值1.45万亿元。", "地区生产总值"),
        ("GDP增长8%。", "地区生产总值"),
        ("全社会固定资产投资增长8%。", "固定资产投资"),
        ("居民消费价格总水平涨幅2%。", "居民消费价格"),
        ("城镇登记失业率每年控制在2%左右。", "城镇登记失业率"),
        ("一般公共预算收入总量达到300亿元。", "一般公共预算收入"),
    ],
)
def test_an_indicator_has_one_name(sentence: str, expected: str) -> None:
    """Synonyms and words that change nothing lead to the name in the vocabulary."""
    (value,) = values_of(report_of(sentence))
    assert (value.indicator.name, value.indicator.standard) == (expected, True)


@pytest.mark.parametrize(
    "sentence",
    [
        "钢铁工业总产值达到300亿元。",
        "新登记市场主体3万户。",
        "农业固定资产投资增长8%。",
        "城乡居民收入倍差缩小到1.85倍。",
        "服务业对经济增长的贡献率达到60%。",
    ],
)
def test_a_longer_name_is_another_indicator(sentence: str) -> None:
    """钢铁工业总产值 holds 工业总产值 and is not it: the text's words stand."""
    assert not any(value.indicator.standard for value in values_of(report_of(sentence)))


def test_a_part_of_the_region_is_told() -> None:
    """市区居民消费价格 is the price index of a part and stands in no row with that of the whole."""
    (value,) = values_of(report_of("市区居民消费价格总水平涨幅2.7%。"))
    assert (value.indicator.name, value.indicator.scope) == ("居民消费价格", "市区")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("地区生产总值1.45万亿元。", ("14500", "亿元")),
        ("实际使用外资30亿美元。", ("30", "亿美元")),
        ("农村居民人均可支配收入达到2.57万元。", ("25700", "元")),
        ("城镇新增就业17.1万人。", ("171000", "人")),
        ("PM2.5平均浓度28微克/立方米。", ("28", "微克/立方米")),
        ("粮食产量1200万吨。", ("12000000", "吨")),
        ("一般公共预算收入增长9％。", ("9", "%")),
    ],
)
def test_values_are_in_the_base_unit_with_the_written_one_beside(
    sentence: str, expected: tuple[str, str]
) -> None:
    """Sums of a region are in 亿元, those per head in 元, counts without 万."""
    (value,) = values_of(report_of(sentence))
    assert (str(value.value), value.unit) == expected
    assert f"{value.written_value}{value.written_unit}" in sentence


@pytest.mark.parametrize(
    ("sentence", "year", "period"),
    [
        ("地区生产总值增长8%。", 2021, Period.YEAR),
        ("2020年地区生产总值增长3.4%。", 2020, Period.YEAR),
        ("前三季度，地区生产总值增长8%。", 2021, Period.PART),
        ("1-11月，一般公共预算收入增长8%。", 2021, Period.PART),
        ("地区生产总值年均增长6.3%。", 2021, Period.AVERAGE),
        ("五年累计完成固定资产投资2.6万亿元。", 2021, Period.TERM),
        ("五年来，城镇新增就业85万人。", 2021, Period.TERM),
        ("五年来，城镇登记失业率保持在3%以内。", 2021, Period.YEAR),
        ("五年来，PM2.5平均浓度下降34%。", 2021, Period.TERM),
        ("PM2.5平均浓度比2015年下降34%。", 2021, Period.TERM),
        ("PM2.5年均浓度下降6%。", 2021, Period.YEAR),
        ("五年来，高新技术企业由1000家增加到5000家。", 2021, Period.YEAR),
    ],
)
def test_values_of_a_year_stand_apart_from_those_of_several(
    sentence: str, year: int, period: Period
) -> None:
    """Sums, averages and parts of years are told by the nearest cue, the year by the report."""
    found = [v for v in values_of(report_of(sentence)) if v.indicator.standard]
    assert [(v.year, v.period) for v in found] == [(year, period)]


def test_an_account_of_a_term_ends_where_one_of_a_year_begins() -> None:
    """A lead without figures opens an account, for the paragraphs after it."""
    values = values_of(
        report_of(
            "过去的五年，我们奋力拼搏：",
            "一是经济发展。地区生产总值增长40%。",
            "各位代表，2021年是本届政府的第五年，也是“十四五”开局之年。",
            "经济运行平稳。地区生产总值增长8%。",
        )
    )
    assert [(v.value, v.period) for v in values] == [(40, Period.TERM), (8, Period.YEAR)]


def test_a_goal_of_the_plan_is_due_at_its_end() -> None:
    """到2025年 gives the year; a sum or an average of the five years is no value of that year."""
    values = values_of(
        report_of(
            "到2025年，地区生产总值达到3万亿元，地区生产总值年均增长6%，城镇新增就业80万人。",
            role=Role.OUTLOOK,
        )
    )
    assert {(told(v)[3], v.year, v.period) for v in values} == {
        ("level", 2025, Period.YEAR),
        ("growth", 2025, Period.AVERAGE),
        ("increment", 2025, Period.TERM),
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "城镇、农村居民人均可支配收入分别达到5.44万元和2.78万元。",
        "城乡居民人均可支配收入分别达到5.44万元、2.78万元。",
        "城镇居民人均可支配收入、农民人均纯收入分别达到5.44万元和2.78万元。",
    ],
)
def test_listed_values_belong_to_listed_names(sentence: str) -> None:
    """分别 gives each of two incomes its value."""
    assert {(v.indicator.name, v.value) for v in values_of(report_of(sentence))} == {
        ("城镇居民人均可支配收入", 54400),
        ("农村居民人均可支配收入", 27800),
    }


def test_a_list_after_two_clauses_is_shared_among_both() -> None:
    """A达到…，B达到…，分别增长8%和9%: each has its own rate."""
    text = "城镇居民人均可支配收入5.04万元，农村居民人均可支配收入2.57万元，分别增长8%和9%。"
    rates = {v.indicator.name: v.value for v in values_of(report_of(text)) if v.unit == "%"}
    assert rates == {"城镇居民人均可支配收入": 8, "农村居民人均可支配收入": 9}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A有进步。全社会研发投入占GDP比重3.48%。",
            "全社会研究与试验发展经费支出占地区生产总值的比重",
        ),
        (
            "研究与实验发展经费支出占生产总值比例1.95%。",
            "全社会研究与试验发展经费支出占地区生产总值的比重",
        ),
        ("高新技术产业产值占规上工业比重超60%。", "高新技术产业产值占规模以上工业总产值比重"),
        ("战略性新兴产业增加值占GDP比重达18%。", None),
    ],
)
def test_a_share_is_known_by_what_is_divided_and_by_what(
    sentence: str, expected: str | None
) -> None:
    """研发投入 and 研究与试验发展经费 are one; a share of another whole is another indicator."""
    names = [v.indicator.name for v in values_of(report_of(sentence)) if v.indicator.standard]
    assert names == ([expected] if expected else [])


def test_a_manner_of_counting_is_no_name() -> None:
    """1.27万亿元，可比价增长8%: the rate is that of what stood before."""
    values = values_of(report_of("全年完成地区生产总值1.27万亿元左右，可比价增长8%。"))
    assert {told(v)[0] for v in values} == {"地区生产总值"}


def test_each_of_two_grows_by_as_much() -> None:
    """增幅均在14%以上 holds for both."""
    text = "城镇居民人均可支配收入、农民人均纯收入分别达到3.8万元和2万元，增幅均在14%以上。"
    rates = [v.indicator.name for v in values_of(report_of(text)) if v.unit == "%"]
    assert sorted(rates) == ["农村居民人均可支配收入", "城镇居民人均可支配收入"]


def test_a_part_of_the_city_is_not_the_city() -> None:
    """占全市51.5% tells that a part was counted; 占全国 tells nothing such."""
    text = "预计实现地区生产总值4120亿元，占全市51.5%。城镇新增就业70万人，占全国1/10。"
    known = [v.indicator for v in values_of(report_of(text)) if v.indicator.standard]
    scopes = {indicator.name: indicator.scope for indicator in known}
    assert scopes == {"地区生产总值": "部分地区", "城镇新增就业": ""}


def test_figures_of_a_larger_region_are_none_of_this_one() -> None:
    """全国粮食产量 in the report of a city is told, and stands in no row with its own."""
    (value,) = values_of(report_of("全国粮食产量增长2%。"))
    assert (value.indicator.name, value.indicator.scope) == ("粮食产量", "全国")


def test_a_list_about_a_part_of_the_region_keeps_to_it() -> None:
    """新片区工业总产值、固定资产投资 are both of the zone."""
    text = "新片区规上工业总产值、全社会固定资产投资分别增长72.7%和62%。"
    assert {v.indicator.scope for v in values_of(report_of(text))} == {"新片区"}


def test_goals_with_rates_of_their_own_are_no_list() -> None:
    """A增长16%，B和C均增长8%: A keeps its rate."""
    text = "固定资产投资增长16%，城镇居民和农村居民人均可支配收入均增长8%。"
    rates = {v.indicator.name: (v.value, v.differs) for v in values_of(report_of(text))}
    assert rates["固定资产投资"] == (16, False)
    assert rates["农村居民人均可支配收入"] == rates["城镇居民人均可支配收入"] == (8, False)


def test_the_last_value_of_a_list_is_that_of_the_nearest_name() -> None:
    """X9720家，高新技术企业812家，分别增长39%和4.9%: 39 % is of what no vocabulary knows."""
    text = "新成立科技型企业9720家，高新技术企业达812家，分别增长39%和4.9%。"
    rates = [v.value for v in values_of(report_of(text)) if v.unit == "%" and v.indicator.standard]
    assert rates == [Decimal("4.9")]


def test_what_is_added_stands_apart_from_all_there_are() -> None:
    """新增…、达…: an increment and a level."""
    values = values_of(report_of("新增市场主体135.2万户、达771.6万户。"))
    assert {told(v)[3:] for v in values} == {("increment", "1352000户"), ("level", "7716000户")}


def test_the_year_of_a_starting_point_ends_with_its_figure() -> None:
    """从2016年的1.5万亿元增加到2.3万亿元 gives the second figure to the year looked back on."""
    (value,) = values_of(report_of("地区生产总值从2016年的1.5万亿元增加到2.3万亿元。"))
    assert (value.year, value.value) == (2021, 23000)


def test_a_mark_that_was_passed_is_no_other_figure() -> None:
    """跃上千亿元台阶，达到1020亿元: the exact figure is the value."""
    (value,) = values_of(report_of("一般公共预算收入跃上千亿元台阶，达到1020亿元。"))
    assert (value.value, value.differs) == (1020, False)


def test_one_value_for_what_a_report_says_twice() -> None:
    """The exact figure is the row, the other places stand beside it."""
    (value,) = values_of(
        report_of("地区生产总值迈上2万亿元新台阶。", "地区生产总值达到20170.5亿元。")
    )
    assert (value.value, value.differs) == (Decimal("20170.5"), False)
    assert len(value.also) == 1


def test_another_figure_in_the_same_report_is_marked() -> None:
    """The first stands, and it is said that the report gives another one."""
    (value,) = values_of(report_of("地区生产总值增长8%。", "全市地区生产总值增长8.5%。"))
    assert (value.value, value.differs) == (8, True)
    assert [(m.value, m.agrees) for m in value.also] == [(Decimal("8.5"), False)]


def test_a_later_report_may_revise_a_figure() -> None:
    """Both figures are kept, and each says that there is another."""
    first = report_of("地区生产总值2.27万亿元。", year=2022)
    second = report_of("2021年地区生产总值2.31万亿元，2022年地区生产总值2.4万亿元。", year=2023)
    of_2021 = [v for v in values_of(second, first) if v.year == 2021]
    assert [(v.value, v.standing) for v in of_2021] == [
        (22700, Standing.SUPERSEDED),
        (23100, Standing.REVISED),
    ]


def test_a_rounded_figure_revises_nothing() -> None:
    """2.27万亿元 and 22718.3亿元 are one figure."""
    first = report_of("地区生产总值2.27万亿元。", year=2022)
    second = report_of("2021年地区生产总值22718.3亿元。", year=2023)
    assert {v.standing for v in values_of(first, second)} == {Standing.CONFIRMED}


def test_promise_and_result_of_a_year_stand_side_by_side() -> None:
    """The report of 2021 promises for 2021, that of 2022 reports it; a fall is negative growth."""
    plan = report_of("进出口总额增长5%左右。", year=2021, role=Role.TARGETS)
    done = report_of("进出口总额下降3%。", year=2022)
    (pair,) = pipeline.by_year(values_of(plan, done))
    assert (pair.year, pair.promised_value, pair.reported_value) == (2021, 5, -3)


def test_sums_of_years_are_in_no_pair() -> None:
    """五年累计 stands in the long table only."""
    assert not pipeline.by_year(values_of(report_of("五年累计完成固定资产投资2.6万亿元。")))


def test_a_promise_without_a_figure_keeps_what_it_says() -> None:
    """与经济增长同步 has no value, and its relation."""
    (value,) = values_of(report_of("居民人均可支配收入增长与经济增长同步。", role=Role.TARGETS))
    assert value.value is None
    assert value.relation is not None
    assert value.relation.value == "synchronous"


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_value_stands_where_it_says(
    number: str, read_seed: ReadSeed, options: AnalysisOptions
) -> None:
    """The written figure is found in the characters of the value's span."""
    report = read_seed(number)
    values = pipeline.indicators([report], options)
    assert values
    for value in values:
        quote = report.passage(value.span).text.replace(",", "")
        digits = f"{value.written_value:f}" if value.written_value is not None else ""
        assert digits in quote or value.relation is not None, (digits, quote)
        assert all(report.quote(mention.span) for mention in value.also)


def test_a_report_given_twice_counts_once(read_seed: ReadSeed, options: AnalysisOptions) -> None:
    """The same document confirms nothing."""
    report = read_seed("002")
    assert pipeline.indicators([report, report], options) == pipeline.indicators([report], options)


def test_order_of_reports_does_not_matter(read_seed: ReadSeed, options: AnalysisOptions) -> None:
    """The table is that of the reports, not of how they were named."""
    reports = [read_seed(number) for number in ("000", "001", "002")]
    assert pipeline.indicators(reports, options) == pipeline.indicators(reports[::-1], options)


NAMES = st.sampled_from(["地区生产总值", "固定资产投资", "进出口总额"])
RATES = st.decimals(min_value=0, max_value=30, places=1)


@given(names=st.lists(NAMES, min_size=2, max_size=3, unique=True), data=st.data())
def test_any_list_of_names_shares_its_values_in_order(
    names: list[str], data: st.DataObject
) -> None:
    """A、B、C分别增长x、y、z gives the first to A, the second to B, the third to C."""
    rates = data.draw(st.lists(RATES, min_size=len(names), max_size=len(names), unique=True))
    text = "、".join(names) + "分别增长" + "、".join(f"{rate}%" for rate in rates) + "。"
    found = {v.indicator.name: v.value for v in values_of(report_of(text))}
    assert found == dict(zip(names, rates, strict=True))


def listed(value: IndicatorValue, report: Report) -> str:
    """Return a value as a person would note it."""
    name, year, period, kind, figure = told(value)
    scope = f"（{value.indicator.scope}）" if value.indicator.scope else ""
    bound = value.comparison.value if value.comparison else f"[{value.relation}]"
    marks = [
        "" if period == "year" else period,
        "estimated" if value.estimated else "",
        f"also {' '.join(str(report.line_of(m.span.start)) for m in value.also)}"
        if value.also
        else "",
        "differs" if value.differs else "",
        "" if value.standing is Standing.ONLY else value.standing.value,
    ]
    side = "for" if value.side is Side.PROMISED else "of"
    quote = report.quote(value.span).replace("\n", "⏎").replace("\t", "⇥")
    told_marks = ", ".join(mark for mark in marks if mark)
    place = f"{value.report_year}:{report.line_of(value.span.start)}"
    columns = (f"{name}{scope}", f"{side} {year}", f"{kind} {bound} {figure}", told_marks)
    return " | ".join((*columns, place, quote))


def test_indicators_of_the_samples_as_they_were_read(
    read_seed: ReadSeed, options: AnalysisOptions
) -> None:
    """What five reports say of each indicator, read line by line against the texts."""
    reports = [read_seed(number) for number in ("000", "001", "002", "003", "004")]
    by_id = {report.id: report for report in reports}
    lines = []
    region = ""
    for value in pipeline.indicators(reports, options):
        if value.indicator.standard:
            if value.region != region:
                lines.append(f"# {value.region}")
                region = value.region
            lines.append(listed(value, by_id[value.report_id]))
    path, text = GOLDEN / "indicators.txt", "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text
