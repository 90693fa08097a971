"""Changes inside aligned sections."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import make_report
from tracker import pipeline
from tracker.diff.sections import compared_span, diff_passages, diff_sections, diff_sentences
from tracker.model.alignment import AlignmentPart
from tracker.model.change import ChangeKind
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


def applied(changes, earlier, later):
    """Return the later text made of the earlier one and the changes."""
    text = ""
    for change in changes:
        source, span = (earlier, change.earlier) if change.kind in SAME else (later, change.later)
        text += source.passage(span).text if span else ""
    return text


def covered(changes, earlier):
    """Return the earlier text made of the changes' earlier spans."""
    spans = sorted(change.earlier for change in changes if change.earlier)
    return "".join(earlier.passage(span).text for span in spans)


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
    diff = diff_sections(alignment, earlier, later, earlier_measures=(), later_measures=())
    assert diff.sections
    for section in diff.sections:
        if section.earlier is not None:
            span = compared_span(earlier.sections[section.earlier])
            assert covered(section.changes, earlier) == earlier.passage(span).text
        if section.later is not None:
            span = compared_span(later.sections[section.later])
            assert applied(section.changes, earlier, later) == later.passage(span).text


def test_rows_come_in_earlier_order_and_new_sections_last(read_seed, options):
    """Every earlier section is listed in its order; new ones follow with no earlier side."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = diff_sections(alignment, earlier, later, earlier_measures=(), later_measures=())
    before = [s.earlier for s in diff.sections]
    n_rows = len(alignment.rows)
    assert before[:n_rows] == [row.section for row in alignment.rows]
    assert set(before[n_rows:]) <= {None}
    assert {s.later for s in diff.sections[n_rows:]} >= set(alignment.new)


@given(SENTENCES, SENTENCES)
@settings(deadline=None)
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
@settings(deadline=None)
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
