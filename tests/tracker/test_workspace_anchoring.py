"""Anchored places are found by their words, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.small_analysis import Small
from tracker.model.ids import ReportId
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.workspace.anchoring import NEARBY, commitment_at, reanchor

OLD, NEW = ReportId("old"), ReportId("new")
PROMISE = "力争净增国家高新技术企业3000家"


def check(quote: str, text: str, expected: str | None, *, start: int = 0) -> None:
    """Check where a quote is found in a text."""
    found = reanchor(Anchor(OLD, Span(start, start + len(quote)), quote), text, NEW)
    assert (found and found.quote) == expected
    if found is not None:
        assert found.report_id == NEW
        assert text[found.span.start : found.span.end] == found.quote


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"序。{PROMISE}，完。", PROMISE),
        ("建成学校。力争净增国家高新技术企业3200家，完。", "力争净增国家高新技术企业3200家"),
        ("力争净增 国家高新技术企业3000 家。", "力争净增 国家高新技术企业3000 家"),
        ("力争净增国家专精特新“小巨人”企业30家。", None),
        ("建成学校20所。", None),
        ("", None),
    ],
)
def test_a_quote_is_found_by_its_words(text: str, expected: str | None) -> None:
    """Exact words first, then words so like them that they are the same sentence."""
    check(PROMISE, text, expected)


def test_of_two_places_the_nearer_one_is_taken() -> None:
    """A quote that stands twice is where it was."""
    text = f"{PROMISE}。\n{'甲' * 500}{PROMISE}。"
    found = reanchor(Anchor(OLD, Span(490, 490 + len(PROMISE)), PROMISE), text, NEW)
    assert found is not None
    assert found.span.start == text.rindex(PROMISE)


def test_two_far_places_are_no_place() -> None:
    """A short quote that stands in several places, all far off, is lost rather than guessed."""
    text = "建成学校。" * 2 + "甲" * (NEARBY * 3)
    start = NEARBY * 2 + 100
    assert reanchor(Anchor(OLD, Span(start, start + 4), "建成学校"), text, NEW) is None


@given(
    before=st.text("甲乙。，\n", max_size=80),
    after=st.text("甲乙。，\n", max_size=80),
    at=st.integers(0, 200),
)
def test_words_that_are_there_are_found_wherever_they_moved(
    before: str, after: str, at: int
) -> None:
    """A quote that stands in the new text once is found there."""
    found = reanchor(
        Anchor(OLD, Span(at, at + len(PROMISE)), PROMISE), before + PROMISE + after, NEW
    )
    assert found == Anchor(NEW, Span(len(before), len(before) + len(PROMISE)), PROMISE)


@pytest.mark.parametrize(
    ("thing", "others", "expected"),
    [
        ("7号线", ["6号线", "7号线", "8号线"], "7号线"),
        ("7号线", ["6号线", "8号线"], None),
        ("新建改建学校", ["改建学校", "医院"], "改建学校"),
        ("新建改建学校", ["新建和改建学校"], "新建和改建学校"),
        ("三期工程", ["二期工程"], None),
        ("学校", ["医院"], None),
    ],
)
def test_promises_of_one_sentence_are_told_apart(
    thing: str, others: list[str], expected: str | None
) -> None:
    """At one place a mark goes to the promise of the same thing, or to none."""
    small = Small()
    line = "推进6号线、7号线建设"
    report = small.read(small.decode_source(f"320500|2021|报告\n# 一\n{line}\n".encode(), "r"))
    (found,) = small.commitments(report)
    promises = [replace(found, statement=replace(found.statement, object=one)) for one in others]
    anchor = Anchor(report.id, found.statement.span, line)
    chosen = commitment_at(anchor, thing, promises)
    assert (chosen and chosen.statement.object) == expected
