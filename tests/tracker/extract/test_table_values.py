"""Values of cells, spelled out so that they read like a clause."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.extract.table_values import says_nothing, spell


@pytest.mark.parametrize(
    ("cell", "unit", "change", "text"),
    [
        ("6000", "亿元", False, "6000亿元"),
        ("6000以上", "亿元", False, "6000亿元以上"),
        ("5左右", "%", True, "增长5%左右"),
        ("增长5.5左右", "%", True, "增长5.5%左右"),
        ("5%左右", "%", True, "增长5%左右"),
        ("≥5.5", "%", False, "不低于5.5%"),
        ("＞7", "%", True, "增长超过7%"),
        ("≤27", "微克/立方米", False, "不高于27微克/立方米"),
        ("-0.7", "%", True, "下降0.7%"),
        ("+1.2", "%", True, "增长1.2%"),
        ("5-6", "%", False, "5-6%"),
        ("1.5万", "家", False, "1.5万家"),
        ("8.4（可比价）", "%", True, "增长8.4%（可比价）"),
        ("[15]", "件", False, "累计15件"),
        ("持平", "%", True, "持平"),
        ("完成省下达任务", "%", False, "完成省下达任务"),
        ("2.4万亿元", "亿元", False, "2.4万亿元"),
        ("7,500.5", "亿元", False, "7,500.5亿元"),
    ],
)
def test_value_is_spelled_with_the_unit_of_its_row(cell, unit, change, text):
    """A number has the unit that row, column or caption names, unless it has its own."""
    assert spell(cell, unit, is_change=change).text == text


@pytest.mark.parametrize("cell", ["—", "——", "-", "/", "...", "…", "*", "", "无", "（—）"])
def test_marks_alone_say_nothing(cell):
    """They stand where there is no figure."""
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["持平", "0", "完成", "无数据可比，预计增长"])
def test_words_and_figures_say_something(cell):
    """Also a zero, also a word."""
    assert not says_nothing(cell)


CELLS = st.text(alphabet="0123456789.,%-+≥≤>[]（）—亿元左右以上增长至", max_size=12)


@given(CELLS, st.sampled_from(["", "%", "亿元"]), st.booleans())
def test_every_character_stands_for_one_of_the_cell(cell, unit, change):
    """Origins lie in the cell and never run backwards."""
    spelled = spell(cell, unit, is_change=change)
    assert len(spelled.origin) == len(spelled.text)
    assert list(spelled.origin) == sorted(spelled.origin)
    assert all(0 <= at < len(cell) for at in spelled.origin)
