"""Results from sentences: what was done, of which year, stock or estimate."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_report
from tracker.extract.outcomes import extract_outcomes
from tracker.model.commitment import Milestone
from tracker.model.outline import Part, Role
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()


def results(sentence, year=2021):
    """Return the outcomes of one sentence in a review."""
    report = make_report("一、工作回顾\n" + sentence, year=year)
    report = replace(report, parts=(Part(1, 2, Role.REVIEW),))
    return extract_outcomes(report, LEXICON)


def test_event_after_its_subject_gives_subject_and_milestone():
    """南湖路…建成通车 is about the road, which is in use or complete."""
    found = results("南湖路快速化改造、东环快速路南延等重点项目建成通车。")
    assert "东环快速路南延" in [o.statement.object for o in found]
    assert {o.statement.milestone for o in found} == {Milestone.COMPLETED}


def test_figure_after_figure_keeps_its_indicator():
    """完成固定资产投资5224亿元，增长6.6% is two measures of one indicator."""
    found = results("完成固定资产投资5224亿元，增长6.6%。")
    assert [m.indicator for o in found for m in o.statement.measures] == ["固定资产投资"] * 2


@pytest.mark.parametrize(
    "how",
    [
        "按可比价格计算比上年增长",
        "按可比价计算增长",
        "按不变价格计算，比上年增长",
        "按可比口径同比增长",
    ],
)
def test_how_growth_was_reckoned_is_no_indicator(how):
    """The growth at comparable prices is that of what was named before, as bulletins write it."""
    found = results(f"初步核算，全年实现地区生产总值23958.3亿元，{how}2.0%。")
    assert [m.indicator for o in found for m in o.statement.measures] == ["地区生产总值"] * 2


def test_passed_mark_is_no_indicator():
    """突破2万家大关 counts what stood before it."""
    found = results("科技型中小企业突破2万家大关。")
    assert [o.statement.object for o in found] == ["科技型中小企业"]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("新增就业20万人。", 2020),
        ("2019年新增就业20万人。", 2019),
        ("到2025年新增就业20万人。", 2020),
    ],
)
def test_result_is_of_the_year_before_the_report(sentence, year):
    """A review speaks of the past year unless it names another past one."""
    assert [o.year for o in results(sentence)] == [year]


@pytest.mark.parametrize(
    ("sentence", "cumulative", "provisional"),
    [
        ("新增就业20万人。", False, False),
        ("累计建成5G基站2.7万个。", True, False),
        ("五年来，新增就业100万人。", True, False),
        ("前三季度，居民人均可支配收入增长4.2%。", False, True),
        ("预计地区生产总值增长5%。", False, True),
        ("1～11月，工业产值增长7.1%。", False, True),
    ],
)
def test_stocks_and_estimates_are_marked(sentence, cumulative, provisional):
    """累计 and 五年来 are no yearly result; 预计 and 前三季度 no final one."""
    (found,) = results(sentence)
    assert (found.cumulative, found.provisional) == (cumulative, provisional)


def test_second_figures_of_a_list_belong_to_its_names_in_order():
    """After A、B分别实现产值…, 分别增长… names A and B again."""
    found = results("电子信息、装备制造分别实现产值100亿元和200亿元，同比分别增长7%和8%。")
    assert [(m.indicator, str(m.value)) for o in found for m in o.statement.measures] == [
        ("电子信息产值", "100"),
        ("装备制造产值", "200"),
        ("电子信息产值", "7"),
        ("装备制造产值", "8"),
    ]


def test_number_that_leads_to_another_only_describes():
    """为2540家企业提供贷款119亿元 reports the loans, not the number of firms."""
    (found,) = results("“科贷通”为2540家科技型企业提供贷款119亿元。")
    assert [str(m.value) for m in found.statement.measures] == ["119"]


ALPHABET = (
    "建成开工推进分别增长达到以上左右的、，。；：“”（）和与及为从提高到123456789%家个万亿元年月号线百千"
    "全覆盖同步前三季度\n "
)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=ALPHABET, max_size=80), st.sampled_from([2021, None]))
def test_every_quote_of_a_result_is_the_source_text_of_its_span(text, year):
    """Whatever the text is: no error, quotes are verbatim, ids differ."""
    report = make_report("一、工作回顾\n" + text, year=year)
    report = replace(report, parts=(Part(1, report.text.count("\n") + 1, Role.REVIEW),))
    found = extract_outcomes(report, LEXICON)
    for outcome in found:
        statement = outcome.statement
        assert statement.quote == report.text[statement.span.start : statement.span.end]
    assert len({outcome.id for outcome in found}) == len(found)
