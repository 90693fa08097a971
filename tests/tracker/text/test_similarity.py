"""How alike texts are, and what they share."""

import pytest

from tracker.resources import load_text_lexicon
from tracker.text.similarity import WEIGHTS, HeadedText, compare_texts

TRADE = HeadedText("力促外贸稳定。", "力促外贸稳定。支持外贸企业扩大出口，降低通关成本。")
TRADE_REWORDED = HeadedText("推动贸易提质。", "推动贸易提质。优化进出口结构，发展跨境电商。")
FARMING = HeadedText("发展现代农业。", "发展现代农业。改造提升高标准农田9万亩，做好粮食生产。")
SCHOOLS = HeadedText("办好教育。", "办好教育。新改扩建学校40所，增加学位5.47万个，引进名师。")


@pytest.fixture(scope="module")
def lexicon():
    """The words as they are shipped."""
    return load_text_lexicon()


def test_texts_of_one_topic_agree_without_a_common_word(lexicon):
    """外贸 and 进出口 are one topic though they share no character."""
    found = compare_texts([TRADE, SCHOOLS], [FARMING, TRADE_REWORDED], lexicon)
    assert found.values[0].argmax() == 1
    assert found.parts["topic"][0, 1] > found.parts["topic"][0, 0]


def test_same_text_has_full_marks_in_every_part(lexicon):
    """A text beside itself has full marks, part by part, and all of it is taken up."""
    found = compare_texts([FARMING, SCHOOLS], [SCHOOLS, FARMING], lexicon)
    parts = found.score_parts(0, 1, found.shared(0, 1))
    assert {part.name for part in parts} == set(WEIGHTS)
    assert all(part.value == pytest.approx(1.0, abs=0.01) for part in parts)
    assert found.taken_up[0, 1] == pytest.approx(1.0, abs=0.01)


def test_verbs_of_reports_make_nothing_alike(lexicon):
    """加快推进 and its like carry no weight and are never told as shared."""
    said = HeadedText("加快推进建设。", "加快推进建设。")
    found = compare_texts([said, FARMING], [said, SCHOOLS], lexicon)
    assert found.taken_up[0, 0] == 0
    assert found.shared(0, 0).words == ()
    assert found.shared(0, 0).heading == ()


def test_a_long_text_takes_up_a_short_one_but_not_the_other_way_round(lexicon):
    """What a section swallowed is taken up whole; of the swallower only a part was there."""
    both = HeadedText("办好实事。", FARMING.body + SCHOOLS.body)
    found = compare_texts([FARMING], [both, TRADE], lexicon)
    assert found.taken_up[0, 0] > 0.95
    assert found.had[0, 0] < 0.8
    assert found.taken_up[0, 1] < 0.5


@pytest.mark.parametrize(
    ("here", "there", "names", "indicators"),
    [
        ("加快太湖新城建设。", "提升太湖新城能级。", ("太湖新城",), ()),
        ("开通11号线，推进7号线。", "建设轨道交通11号线。", ("11号线",), ()),
        ("打响“江南文化”品牌。", "擦亮“江南文化”名片。", ("江南文化",), ()),
        ("新增就业15万人，城镇新增就业稳定。", "城镇新增就业12万人。", (), ("城镇新增就业",)),
        ("外贸进出口增长5%。", "进出口总额增长6%。", (), ("进出口总额",)),
        ("加强公共服务中心建设。", "完善公共服务。", (), ()),
    ],
)
def test_names_and_indicators_of_both_texts_are_told(lexicon, here, there, names, indicators):
    """Places, lines, quoted names and indicators are told in whole words, the latter as usual."""
    texts = [HeadedText("", here)], [HeadedText("", there)]
    shared = compare_texts(*texts, lexicon).shared(0, 0)
    assert shared.names == names
    assert shared.indicators == indicators


def test_what_stands_in_most_texts_is_not_told(lexicon):
    """The name of the city says nothing of two of its sections."""
    city = [
        HeadedText("", f"支持相城区{what}。") for what in ["办学", "种粮", "修路", "治水", "防火"]
    ]
    assert compare_texts(city, city, lexicon).shared(0, 1).names == ()


def test_empty_sides_give_empty_results(lexicon):
    """No texts on a side is no error."""
    assert compare_texts([], [TRADE], lexicon).values.shape == (0, 1)
    assert compare_texts([TRADE], [], lexicon).values.shape == (1, 0)
    assert compare_texts([], [], lexicon).values.shape == (0, 0)
