"""Sentences, clauses and items with their offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text.sentences import clauses, items, sentences


def pieces(text, stretches):
    """Return the texts of stretches."""
    return [text[s.start : s.end] for s in stretches]


def test_sentence_ends_at_its_mark_and_closing_quotes_go_with_it():
    """A closing quotation mark after 。 belongs to the sentence before it, not to the next."""
    text = "他说：“办好实事。”建成11号线！好？"
    assert pieces(text, sentences(text)) == ["他说：“办好实事。”建成11号线", "好"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建成11号线，加速建设10号线；完工", ["建成11号线", "加速建设10号线", "完工"]),
        ("五卅路（大公园，含旧址）保护，完成", ["五卅路（大公园，含旧址）保护", "完成"]),
        ("推进“减污，降碳”行动，完成", ["推进“减污，降碳”行动", "完成"]),
        ("投资1,200家，完成", ["投资1,200家", "完成"]),
        ("没有关上（括号，继续", ["没有关上（括号", "继续"]),
    ],
)
def test_clause_ends_at_commas_outside_brackets_and_quotes(text, expected):
    """Brackets, quotation marks and figures keep their commas; an open bracket ends nothing."""
    assert pieces(text, clauses(text)) == expected


def test_items_are_split_at_enumeration_commas():
    """、 divides items, and the range of a clause bounds them."""
    text = "加快6号线、7号线（东段、西段）、8号线，完成"
    assert pieces(text, items(text, 2, text.index("，"))) == [
        "6号线",
        "7号线（东段、西段）",
        "8号线",
    ]


@given(st.text(alphabet="建成线。！，；、：“”（）《》\n 1,2", max_size=60))
def test_stretches_are_disjoint_and_inside_the_text(text):
    """Whatever the text is, stretches ascend, are not empty and keep to the text."""
    for split in (sentences, clauses, items):
        at = 0
        for piece in split(text):
            assert at <= piece.start < piece.end <= len(text)
            at = piece.end
