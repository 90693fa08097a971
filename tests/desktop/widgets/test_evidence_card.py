"""A passage in its context."""

import pytest

from desktop.widgets.evidence_card import context_of
from tests.builders import make_report, span_of

TEXT = "开头。\n一是甲乙丙丁。二是建成学校5所；三是新增床位。四是其他。\n结尾。"


@pytest.mark.parametrize(
    ("quote", "reach", "shown"),
    [
        ("建成学校5所", 0, "…二是建成学校5所；…"),
        ("建成学校5所", 3, "一是甲乙丙丁。二是建成学校5所；三是新增床位。…"),
        ("建成学校5所", 500, "一是甲乙丙丁。二是建成学校5所；三是新增床位。四是其他。"),
        ("一是甲乙", 0, "一是甲乙丙丁。…"),
        ("结尾。", 50, "结尾。"),
    ],
)
def test_whole_sentences_around_a_quote(quote, reach, shown):
    """Sentences are whole, lines are not left, and the quote is where it is said to be."""
    report = make_report(TEXT)
    found = context_of(report, span_of(report, quote), reach)
    assert found.text[found.quote.start : found.quote.end] == quote
    assert found.text == shown
