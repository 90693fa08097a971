"""Figures of a clause: value in base units, unit, and whether it is a rate of change."""

from decimal import Decimal

import pytest

from tracker.match.figures import figures_in
from tracker.match.folding import fold
from tracker.match.lexicon import MatchLexicon


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("累计建成5G基站37276个", [("37276", "个", False)]),
        ("进出口总额2.57万亿元，增长1.6%", [("2570000000000", "元", False), ("1.6", "%", True)]),
        ("死亡人数分别下降51.8%和55.9%", [("-51.8", "%", True), ("-55.9", "%", True)]),
        ("比重达到70%", [("70", "%", False)]),
        ("2022年新增学位6万个", [("60000", "个", False)]),
        ("轨道交通6、7、8号线如期推进", []),
        ("淘汰10吨以下燃煤小锅炉4536台", [("4536", "台", False)]),
        ("实际利用外资从11亿美元增加到70.1亿美元", [("7010000000", "美元", False)]),
        ("新开工保障性住房53 401套", [("53401", "套", False)]),
        ("完成5000亿元以上投资", [("500000000000", "元", False)]),
        ("高新技术企业增加值占36.6%", [("36.6", "%", False)]),
        ("同口径增长0.1％", [("0.1", "%", True)]),
    ],
)
def test_figures_are_read_with_unit_and_nature(
    lexicon: MatchLexicon, text: str, expected: list[tuple[str, str, bool]]
) -> None:
    """Years, line numbers and names are no figures; a rate of change is told from a share."""
    found = figures_in(fold(text), lexicon)
    assert [(f.value, f.unit, f.rate) for f in found] == [
        (Decimal(value), unit, rate) for value, unit, rate in expected
    ]
