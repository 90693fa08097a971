"""Changes inside aligned sections."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.accuracy.applying import applied, covered
from tests.builders import make_report
from tracker import pipeline
from tracker.diff.passages import diff_passages, diff_sentences
from tracker.diff.sections import compared_spans, diff_sections
from tracker.model.alignment import AlignmentPart
from tracker.model.change import ChangeKind, Ladder
from tracker.model.span import Span

SAME = {ChangeKind.EQUAL, ChangeKind.MOVE}
SENTENCES = st.lists(
    st.sampled_from(
        [
            "新改扩建学校40所。",
            "新改扩建学校50所、幼儿园10所。",
            "加快建设轨道交通和现代交通体系；",
            "持续改善空气质量，治理水环境。\n",
            "持续改善空气质量。",
            "办好。",
            "2025年",
        ]
    ),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("first", "second", "part"),
    [
        ("002", "000", AlignmentPart.PLAN),
        ("003", "004", AlignmentPart.PLAN),
        ("003", "004", AlignmentPart.REVIEW),
        ("002", "000", AlignmentPart.PLAN_REVIEW),
    ],
)
def test_applying_the_changes_gives_the_later_text(read_seed, options, first, second, part):
    """Canonical text of every pair of sections: changes applied to the earlier give the later."""
    earlier, later = read_seed(first), read_seed(second)
    alignment = pipeline.align(earlier, later, part, options)
    diff = diff_sections(
        alignment, earlier, later, earlier_measures=(), later_measures=(), lexicon=options.diff
    )
    assert diff.sections
    for section in diff.sections:
        here, there = compared_spans(earlier, section.earlier, later, section.later)
        assert covered(section.changes, earlier) == (earlier.passage(here).text if here else "")
        after = later.passage(there).text if there else ""
        assert applied(section.changes, earlier, later) == after


def test_rows_come_in_earlier_order_and_new_sections_last(read_seed, options):
    """Every earlier section is listed in its order; new ones follow with no earlier side."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = diff_sections(
        alignment, earlier, later, earlier_measures=(), later_measures=(), lexicon=options.diff
    )
    before = [s.earlier for s in diff.sections]
    known = [index for index in before if index is not None]
    assert before == known + [None] * (len(before) - len(known))
    assert known == sorted(known)
    assert {row.section for row in alignment.rows} <= set(known)


def test_sections_that_went_into_one_are_told(read_seed, options):
    """Every pair but the first one with the same later section says that it was merged."""
    earlier, later = read_seed("002"), read_seed("000")
    diff = pipeline.compare(
        pipeline.align(earlier, later, AlignmentPart.PLAN, options), earlier, later, options
    )
    pairs = [s for s in diff.sections if s.earlier is not None and s.later is not None]
    assert len({s.later for s in pairs}) == sum(not s.merged for s in pairs) < len(pairs)


def test_lead_with_the_targets_is_compared_too(read_seed, options):
    """The lead of the plan stands first, and its headline targets are compared as figures."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    first = pipeline.compare(alignment, earlier, later, options).sections[0]
    assert earlier.sections[first.earlier].level == 1
    assert later.sections[first.later].level == 1
    found = {
        change.indicator: (str(change.earlier.value), str(change.later.value))
        for change in first.numbers
    }
    assert found["一般公共预算收入"] == ("5", "5.5")


def test_section_without_parts_is_compared_with_all_parts_of_its_counterpart(read_seed, options):
    """One item of the earlier plan became a whole part: its subsections are not called new."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = diff_sections(
        alignment, earlier, later, earlier_measures=(), later_measures=(), lexicon=options.diff
    )
    ecology = next(
        s for s in diff.sections if later.sections[s.later or 0].heading.startswith("聚焦绿色低碳")
    )
    inside = {s.index for s in later.children(later.sections[ecology.later])}
    assert inside
    assert not inside & {s.later for s in diff.sections if s.earlier is None}


@given(SENTENCES, SENTENCES)
def test_any_two_texts_can_be_turned_into_each_other(one, other):
    """The invariant holds for any mixture of kept, edited, moved and dropped sentences."""
    earlier, later = make_report(one), make_report(other)
    changes = diff_passages(earlier.passage(Span(0, len(one))), later.passage(Span(0, len(other))))
    assert covered(changes, earlier) == one
    assert applied(changes, earlier, later) == other
    for change in changes:
        if change.kind in SAME:
            assert earlier.quote(change.earlier) == later.quote(change.later)


@given(SENTENCES)
def test_a_text_beside_itself_is_one_equal_stretch(text):
    """Nothing changed: one change of kind equal, or none for an empty text."""
    kinds = [edit.kind for edit in diff_sentences(text, text)]
    assert kinds == ([ChangeKind.EQUAL] if text else [])


def test_moved_and_edited_sentence_is_a_move_with_an_edit_inside():
    """What a moved sentence keeps is marked as moved; what was edited in it stays an edit."""
    long = "加快建设轨道交通和现代交通体系，持续改善空气质量。"
    edits = diff_sentences(f"新改扩建学校40所。{long}", f"{long}新改扩建学校50所。")
    assert [edit.kind for edit in edits] == [
        ChangeKind.EQUAL,
        ChangeKind.MOVE,
        ChangeKind.REPLACE,
        ChangeKind.MOVE,
    ]


def test_a_result_is_not_softer_than_a_promise(read_seed, options):
    """Beside a review only values and progress are compared: 2% does not soften 3%以内."""
    earlier, later = read_seed("002"), read_seed("000")
    softer = {}
    for part in (AlignmentPart.PLAN, AlignmentPart.PLAN_REVIEW):
        alignment = pipeline.align(earlier, later, part, options)
        found = pipeline.compare(alignment, earlier, later, options).sections
        bounds = [n.bound for section in found for n in section.numbers]
        ladders = [w.ladder for section in found for w in section.wordings]
        softer[part] = any(bounds) or Ladder.FIRMNESS in ladders
    assert softer == {AlignmentPart.PLAN: True, AlignmentPart.PLAN_REVIEW: False}
