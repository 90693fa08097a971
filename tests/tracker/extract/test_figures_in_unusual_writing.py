"""Figures that are written without a unit, before it, or behind a Western full stop."""

from dataclasses import replace

import pytest

from tests.builders import make_report
from tracker.extract.commitments import extract_commitments
from tracker.extract.outcomes import extract_outcomes
from tracker.model.outline import Part, Role
from tracker.resources import load_extract_lexicon

LEXICON = load_extract_lexicon()


def report_of(sentence, role):
    """Return a report that holds one sentence in a part of this role."""
    return replace(make_report("一、重点工作\n" + sentence), parts=(Part(1, 2, role),))


def measured(sentence):
    """Return indicator, value, unit and kind of every measure of a plan."""
    return [
        (m.indicator, str(m.value), m.unit, m.kind.value)
        for c in extract_commitments(report_of(sentence, Role.PLAN), LEXICON)
        for m in c.statement.measures
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("居民消费价格指数控制在103以内。", [("居民消费价格指数", "103", "点", "level")]),
        (
            "地区生产总值增速保7争8。",
            [("地区生产总值增速", "7", "%", "growth"), ("地区生产总值增速", "8", "%", "growth")],
        ),
        ("PM2.5浓度下降到每立方米35微克以下。", [("PM2.5浓度", "35", "微克/立方米", "level")]),
        ("城域网出口带宽达到800Gbps。", [("城域网出口带宽", "800", "Gbps", "level")]),
        ("空气质量综合指数改善17.8%。", [("空气质量综合指数", "17.8", "%", "decrease")]),
        ("市场主体突破1万家。", [("市场主体", "1", "万家", "level")]),
        ("引进人才突破1万名。", [("人才", "1", "万名", "increment")]),
        ("降低单位GDP能耗3%。", [("单位GDP能耗", "3", "%", "decrease")]),
        ("减少燃煤消费50万吨。", [("燃煤消费", "50", "万吨", "decrease")]),
        (
            "城镇化率提高到52.1%.城镇居民人均收入增长8%。",
            [("城镇化率", "52.1", "%", "share"), ("城镇居民人均收入", "8", "%", "growth")],
        ),
    ],
)
def test_figure_is_read_whatever_its_writing(sentence, expected):
    """An index counts in 点, a unit may stand before its number, a full stop may be Western."""
    assert measured(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "cumulative"),
    [
        ("进出口总额达到300亿元。", False),
        ("城镇居民人均可支配收入达到4万元。", False),
        ("高新技术企业达到500家。", True),
        ("累计完成投资300亿元。", True),
    ],
)
def test_what_one_year_brought_is_no_stock(sentence, cumulative):
    """达到 says of a flow how much one year brought, of a stock how much there is."""
    found = extract_outcomes(report_of(sentence, Role.REVIEW), LEXICON)
    assert [outcome.cumulative for outcome in found] == [cumulative]


def test_way_that_joins_two_roads_is_one_thing():
    """A、B与C连接线 names A and the road between B and C."""
    found = extract_commitments(
        report_of("建设滨江大道、长江路与机场高速连接线。", Role.PLAN), LEXICON
    )
    assert [c.statement.object for c in found] == ["滨江大道", "长江路与机场高速连接线"]
