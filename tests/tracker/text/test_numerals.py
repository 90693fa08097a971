"""Quantities in text: value, unit, binding words, and what is only a name."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.numerals import find_quantities, read_numeral


def spoken(text):
    """Return value, upper value, unit and binding words of every quantity."""
    return [
        (str(q.value), q.value2 and str(q.value2), q.unit, q.prefix, q.suffix)
        for q in find_quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("增长5.5%左右", ("5.5", None, "%", "", "左右")),
        ("达到1.5万家", ("1.5", None, "万家", "", "")),
        ("新增1.5万余家", ("1.5", None, "万家", "", "余")),
        ("建成1～2个", ("1", "2", "个", "", "")),
        ("连续3-5年", ("3", "5", "年", "", "")),
        ("增长5%—6%", ("5", "6", "%", "", "")),
        ("投资2.4万亿元", ("2.4", None, "万亿元", "", "")),
        ("超1,200家", ("1200", None, "家", "超", "")),
        ("不高于29微克/立方米", ("29", None, "微克/立方米", "不高于", "")),
        ("控制在0.6人/百亿元以内", ("0.6", None, "人/百亿元", "控制在", "以内")),
        ("提高2个百分点", ("2", None, "个百分点", "", "")),
        ("20万劳动者", ("20", None, "万", "", "")),
        ("占百分之五以上", ("5", None, "%", "", "以上")),
        ("增加两千家", ("2000", None, "家", "", "")),
        ("投资三千亿元", ("3000", None, "亿元", "", "")),
        ("建设百所学校", ("100", None, "所", "", "")),
        ("收入翻一番", ("1", None, "番", "", "")),
    ],
)
def test_quantity_is_read_as_written(text, expected):
    """Value and unit stand as in the text; 超, 以上 and 左右 bind them and are no part of them."""
    assert spoken(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "加快7号线",
        "“331”治理机制",
        "国土空间规划（2035）",
        "5G基站",
        "“十四五”时期",
        "C9高校",
        "“1+10”项目",
        "第29届大会",
        "12345热线",
        "2021年",
        "2023～2025年",
        "1月19日",
        "1～11月",
        "世界500强",
        "三年行动计划",
        "五位一体",
        "32号街坊",
        "635国道",
        "1000千伏变电站",
        "每万人拥有量",
        "“15分钟养老服务圈”",
        "市委十二届十一次全会",
    ],
)
def test_name_that_contains_a_number_is_no_quantity(text):
    """Lines, plans, years, editions and titles hold numbers that nobody counts."""
    assert spoken(text) == []


def test_percentage_points_are_shared_by_a_pair():
    """1.6个和1.4个百分点 are both percentage points."""
    assert [q[2] for q in spoken("分别提高1.6个和1.4个百分点")] == ["个百分点", "个百分点"]


def test_two_quantities_stand_side_by_side():
    """12类45件 is two quantities, each with its own unit."""
    assert [q[2] for q in spoken("办好12类45件民生实事")] == ["类", "件"]


def test_numeral_that_is_none_has_no_value():
    """A run of numeral characters that makes no number gives None, never an error."""
    assert read_numeral("零亿一") is None
    assert read_numeral("点") is None
    assert read_numeral("两千三百") == Decimal(2300)
    assert read_numeral("千万") == Decimal(10_000_000)


@given(st.text(alphabet="零〇一二两三九十百千万亿点", max_size=8))
def test_any_run_of_numeral_characters_can_be_read(word):
    """No numeral, however ill-formed, is an error."""
    value = read_numeral(word)
    assert value is None or value >= 0


@given(
    st.text(
        alphabet="超约第每0123456789.,～-万亿千百十一两三年月个家%元以上左右余“”（）、和A+",
        max_size=40,
    )
)
def test_quantities_lie_in_order_inside_the_text(text):
    """Whatever the text is, quantities are disjoint, ascending and inside it."""
    at = 0
    for quantity in find_quantities(text):
        assert at <= quantity.start < quantity.end <= len(text)
        at = quantity.end


@pytest.mark.parametrize(
    "text", ["城乡二元结构", "七台河市", "二台子机场", "守好两条底线", "守住三条控制线"]
)
def test_numerals_in_names_are_no_quantities(text):
    """Small numerals in names of places and in set phrases count nothing."""
    assert find_quantities(text) == ()


def test_magnitude_before_a_step_is_no_count_of_machines():
    """2万亿台阶 is 2万亿, a step."""
    (quantity,) = find_quantities("迈上2万亿台阶")
    assert (str(quantity.value), quantity.unit) == ("2", "万亿")
