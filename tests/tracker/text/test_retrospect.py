"""Paragraphs that look back inside a part that looks forward."""

import pytest

from tracker.text.retrospect import goes_on_past, tells_the_past


@pytest.mark.parametrize(
    ("paragraph", "past"),
    [
        ("过去一年，我们坚持依法行政，取消调整审批事项384项。", True),
        ("过去的一年，我们持续改进工作作风。", True),
        ("各位代表！一年来，我们深入推进法治政府创建活动。", True),
        ("新的一年，我们要深入推进简政放权。", False),
        ("同时，在过去一年的基础上继续加大力度。", False),
        ("取消行政审批事项160项。", False),
    ],
)
def test_only_a_cue_at_the_very_beginning_opens_a_look_back(paragraph, past):
    """A paragraph is an account when it opens as one, not when it mentions the past."""
    assert tells_the_past(paragraph) is past


def test_an_account_among_the_goals_lasts_until_the_year_to_come_is_spoken_of():
    """Sentences after 过去一年，… go on about it until one speaks of what shall be."""
    told = [
        ("2016年是“十三五”开局之年。", False),
        ("过去一年，全市经济社会发展取得了新成绩。", True),
        ("地区生产总值增长6.9%。", True),
        ("这为做好今年的工作打下了基础。", False),
        ("地区生产总值增长6.5%左右。", False),
    ]
    past = False
    for sentence, expected in told:
        past = goes_on_past(sentence, past=past)
        assert past is expected, sentence
    assert not goes_on_past("去年基础上，今年要新建学校12所。", past=False)
