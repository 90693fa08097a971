"""Numbers of headings."""

import pytest

from tracker.parse.numbering import NumberKind, number_at, ordinals_in


@pytest.mark.parametrize(
    ("text", "kind", "written", "value"),
    [
        ("一、2022年工作回顾", NumberKind.CHINESE, "一、", 1),
        ("十二、其他", NumberKind.CHINESE, "十二、", 12),
        ("（一）全力应对疫情", NumberKind.PAREN, "（一）", 1),
        ("(二)做优服务", NumberKind.PAREN, "(二)", 2),
        ("1.疫情防控展现新担当", NumberKind.ARABIC, "1.", 1),
        ("18.推动安全稳定发展", NumberKind.ARABIC, "18.", 18),
        ("一是集聚创新资源", NumberKind.ORDINAL, "一是", 1),
        ("第一部分 工作回顾", NumberKind.PART, "第一部分", 1),
        ("——向新的动能持续增强", NumberKind.DASH, "——", 0),
    ],
)
def test_number_is_read(text: str, kind: NumberKind, written: str, value: int) -> None:
    """Kind, writing and value of a number come out."""
    number = number_at(text)
    assert number is not None
    assert (number.kind, number.text, number.value) == (kind, written, value)


@pytest.mark.parametrize(
    "text", ["1.5万个学位", "2023年工作", "一批项目", "一是否", "（2035）", "——2023年1月3日在会上"]
)
def test_quantities_and_dates_are_no_numbers(text: str) -> None:
    """A figure with a decimal point, a year or a date line is no heading's number."""
    assert number_at(text) is None


def test_ordinals_count_from_one() -> None:
    """Only 一是, 二是 … that count on from one are taken."""
    text = "总述。一是建学校。三是跳号。二是办医院；三是修道路。"
    assert [n.text for n in ordinals_in(text)] == ["一是", "二是", "三是"]
