"""A report's own word on which targets were not reached."""

import pytest

from tests.tracker.match.builders import make_later
from tracker.match.admissions import admissions_of
from tracker.match.lexicon import MatchLexicon


def admitted(text: str, lexicon: MatchLexicon) -> set[str]:
    """Return the usual names of the indicators that a text admits not to have reached."""
    return {
        lexicon.indicators[entry].name
        for admission in admissions_of(make_later(text), lexicon)
        for entry in admission.indicators
    }


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "对照预期目标，预计地区生产总值、固定资产投资等2个指标无法完成。",
            {"地区生产总值", "固定资产投资"},
        ),
        (
            "经济下行压力较大，规上工业增加值、进出口等指标未能达到年初预期目标。",
            {"规模以上工业增加值", "进出口总额"},
        ),
        (
            "社会消费品零售总额增速虽超过全省平均水平，但未达到年初确定的预期目标。",
            {"社会消费品零售总额"},
        ),
        ("居民消费价格涨幅2.1%，低于预期目标。", set()),
        ("部分指标没有完成年初预期目标。", set()),
        ("地区生产总值增长8.1%，超额完成年度目标任务。", set()),
    ],
)
def test_an_admission_names_the_indicators_before_its_closing_words(
    lexicon: MatchLexicon, text: str, names: set[str]
) -> None:
    """Unnamed shortfalls name nothing; a price rise below its ceiling is no failure."""
    assert admitted(text, lexicon) == names


def test_an_admission_about_a_plan_of_years_is_told_apart(lexicon: MatchLexicon) -> None:
    """“十二五”预期目标 are not the last year's targets."""
    text = "地区生产总值、固定资产投资等指标未能达到“十二五”预期目标。"
    (admission,) = admissions_of(make_later(text), lexicon)
    assert admission.term
