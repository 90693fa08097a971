"""Differences that a reader does not want to see are marked, never left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.diff.ignoring import IgnoreRule
from tracker.diff.passages import diff_couples, diff_sentences
from tracker.model.canonical import CanonicalText, Passage
from tracker.model.change import ChangeKind, Ignorable
from tracker.model.span import Span

ALL = frozenset(Ignorable)
KNOWN = frozenset({"坚持稳中求进工作总基调"})


def passage(text: str) -> Passage | None:
    """Return a passage whose canonical text is its source."""
    if not text:
        return None
    return CanonicalText(text, ((0, 0),)).passage(Span(0, len(text)))


def shown(earlier: str, later: str, *ignored: Ignorable) -> list[tuple[str, str]]:
    """Return the changes that are to be shown, as earlier and later words."""
    rule = IgnoreRule(frozenset(ignored), KNOWN)
    (found,) = diff_couples([(passage(earlier), passage(later))], rule)
    return [
        (
            earlier[c.earlier.start : c.earlier.end] if c.earlier else "",
            later[c.later.start : c.later.end] if c.later else "",
        )
        for c in found.changes
        if c.kind not in (ChangeKind.EQUAL, ChangeKind.MOVE) and not c.ignored
    ]


@pytest.mark.parametrize(
    ("ignored", "earlier", "later"),
    [
        (Ignorable.QUOTES, "打响“江南文化”品牌。", "打响江南文化品牌。"),
        (Ignorable.QUOTES, "实施「强链」工程。", "实施“强链”工程。"),
        (Ignorable.PUNCTUATION, "稳增长、促改革，惠民生。", "稳增长，促改革、惠民生。"),
        (Ignorable.SCRIPT, "推動經濟高質量發展。", "推动经济高质量发展。"),
        (
            Ignorable.BOILERPLATE,
            "新建学校40所。",
            "坚持稳中求进工作总基调。新建学校40所。",
        ),
    ],
)
def test_what_is_ignored_is_not_shown(ignored: Ignorable, earlier: str, later: str) -> None:
    """Each rule hides its own kind of difference, and without it the difference is shown."""
    assert shown(earlier, later) != []
    assert shown(earlier, later, ignored) == []


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("新建学校40所。", "新建学校50所。"),
        ("增长5.5%。", "增长55%。"),
        ("推動經濟發展5%。", "推动经济发展6%。"),
        ("确保建成11号线。", "力争建成11号线。"),
        ("坚持稳中求进工作总基调，新增就业17万人。", "坚持稳中求进工作总基调。"),
    ],
)
def test_what_says_something_is_always_shown(earlier: str, later: str) -> None:
    """No rule hides a figure, a decimal point or a word that bears meaning."""
    assert shown(earlier, later, *ALL)


TEXTS = st.text("推動动經经濟济發展，。；、“”「」5.%40所坚持", max_size=24)


@given(TEXTS, TEXTS, st.frozensets(st.sampled_from(Ignorable)))
def test_rules_never_lose_a_character(
    earlier: str, later: str, ignored: frozenset[Ignorable]
) -> None:
    """Whatever is ignored, the edits cover both texts and equal stretches are spelt alike."""
    edits = diff_sentences(earlier, later, IgnoreRule(ignored, KNOWN))
    befores = sorted((e.earlier_start, e.earlier_end) for e in edits)
    assert "".join(earlier[a:b] for a, b in befores) == earlier
    assert "".join(later[e.later_start : e.later_end] for e in edits) == later
    for edit in edits:
        if edit.kind in (ChangeKind.EQUAL, ChangeKind.MOVE):
            before = earlier[edit.earlier_start : edit.earlier_end]
            assert before == later[edit.later_start : edit.later_end]
