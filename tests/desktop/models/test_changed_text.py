"""What is shown as changed: words inside a sentence, or whole passages."""

import pytest

from desktop.jobs.catalog import Comparison, PartComparison
from desktop.models.changed_text import changed_text
from tests.builders import make_report, span_of
from tracker.model.alignment import Alignment, AlignmentPart, AlignmentRow
from tracker.model.change import Change, ChangeKind, ReportDiff, SectionDiff

EARLIER = make_report("一、目标\n新增学位5万个。建成6号线。\n二、改革\n推进改革；深化改革")
LATER = make_report("一、目标\n新增学位5万个。开通7号线。", year=2022)


def compare(*sections, rows=(), new=()):
    """Return a comparison with some section diffs."""
    alignment = Alignment(EARLIER.id, LATER.id, AlignmentPart.PLAN, rows, new)
    diffs = tuple(SectionDiff(0, 0, changes, ()) for changes in sections)
    return Comparison(
        EARLIER, LATER, (PartComparison(alignment, ReportDiff(EARLIER.id, LATER.id, diffs)),)
    )


def dropped(text):
    """Return the change that drops a text."""
    return Change(ChangeKind.DELETE, span_of(EARLIER, text), None)


def quotes(spans):
    """Return the texts of spans of the earlier report."""
    return [EARLIER.quote(span) for span in spans]


@pytest.mark.parametrize(
    ("text", "passages", "words"),
    [
        ("建成6号线。", ["建成6号线。"], []),
        ("6号线", [], ["6号线"]),
        ("5万个。建成6号线。\n二、改革", ["建成6号线。", "二、改革"], ["5万个。"]),
        ("推进改革；", ["推进改革；"], []),
        ("深化改革", ["深化改革"], []),
    ],
)
def test_whole_sentences_are_passages(text, passages, words):
    """A change that covers a sentence from end to end is a passage, anything less is words."""
    found = changed_text(compare((dropped(text),)), later=False)
    assert quotes(found.passages) == passages
    assert quotes(found.words) == words


def test_what_one_section_has_is_not_missing():
    """A text that two sections were set beside is kept where one of them has it."""
    same = Change(ChangeKind.EQUAL, span_of(EARLIER, "建成6号线。"), span_of(LATER, "开通7号线。"))
    found = changed_text(compare((same,), (dropped("建成6号线。\n二、改革"),)), later=False)
    assert quotes(found.passages) == ["二、改革"]


def test_moved_text_is_neither_added_nor_dropped():
    """What stands elsewhere is told as moved in both texts."""
    move = Change(ChangeKind.MOVE, span_of(EARLIER, "6号线"), span_of(LATER, "7号线"))
    for later, text in ((False, "6号线"), (True, "7号线")):
        found = changed_text(compare((move,)), later=later)
        assert [(LATER if later else EARLIER).quote(span) for span in found.moved] == [text]
        assert not found.passages
        assert not found.words


def test_sections_without_link_are_alone():
    """A section without any counterpart is named in its own text."""
    rows = tuple(AlignmentRow(n, ()) for n in range(len(EARLIER.sections)))
    comparison = compare((), rows=rows, new=())
    alone = changed_text(comparison, later=False).alone
    tops = [s.heading_span for s in EARLIER.sections if s.parent is None]
    assert list(alone) == tops
    assert changed_text(comparison, later=True).alone == ()
