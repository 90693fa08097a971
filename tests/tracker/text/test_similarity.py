"""How alike texts are, and why."""

import pytest

from tracker.resources import load_text_lexicon
from tracker.text.similarity import HeadedText, compare_texts

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


def test_same_text_scores_highest_and_names_what_is_shared(lexicon):
    """A text beside itself has full marks in every part, and the reason names common words."""
    found = compare_texts([FARMING, SCHOOLS], [SCHOOLS, FARMING], lexicon)
    score = found.score(0, 1, float(found.values[0, 1]))
    assert score.value == pytest.approx(1.0, abs=0.01)
    assert "农田" in score.reason.zh
    assert score.reason.en
    assert {part.name for part in score.parts} == {
        "body",
        "phrases",
        "topic",
        "heading",
        "heading_topic",
        "names",
    }


def test_verbs_of_reports_make_nothing_alike(lexicon):
    """加快推进 and its like carry no weight."""
    found = compare_texts(
        [HeadedText("加快推进建设。", "加快推进建设。"), FARMING],
        [HeadedText("加快推进建设。", "加快推进建设。"), SCHOOLS],
        lexicon,
    )
    assert found.parts["body"][0, 0] == 0
    assert found.shared_words(0, 0) == ()


def test_empty_sides_give_empty_results(lexicon):
    """No texts on a side is no error."""
    assert compare_texts([], [TRADE], lexicon).values.shape == (0, 1)
    assert compare_texts([TRADE], [], lexicon).values.shape == (1, 0)
    assert compare_texts([], [], lexicon).values.shape == (0, 0)
