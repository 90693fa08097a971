"""Paragraphs that look back inside a part that looks forward."""

import pytest

from tracker.text.retrospect import tells_the_past


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
