"""Sentences that moved into another section."""

from collections import Counter

from tracker import pipeline
from tracker.diff.passages import diff_couples
from tracker.model.alignment import AlignmentPart
from tracker.model.canonical import CanonicalText, Passage
from tracker.model.change import ChangeKind, Tally
from tracker.model.change_summary import summarise
from tracker.model.span import Span

SCHOOL = "新建改扩建中小学和幼儿园40所、新增学位5万个。"
SCHOOLS = "新建改扩建中小学和幼儿园50所、新增学位6万个。"
PARK = "建成开放环太湖生态湿地公园和沿江绿道120公里。"
LINE = "加快建设轨道交通6号线和7号线、启动8号线前期工作。"


def passage(text: str) -> Passage:
    """Return a passage whose canonical text is its source."""
    return CanonicalText(text, ((0, 0),)).passage(Span(0, len(text)))


def test_a_sentence_that_moved_is_a_move_on_both_sides() -> None:
    """What stayed of it is a move that names the other place, what was edited is an edit."""
    one, two = passage(SCHOOL + PARK), passage(LINE)
    three, four = passage(PARK), passage(LINE + SCHOOLS)
    left, came = diff_couples([(one, three), (two, four)])
    gone = [c for c in left.changes if c.elsewhere]
    here = [c for c in came.changes if c.elsewhere]
    assert gone
    assert here
    assert {c.kind for c in (*gone, *here)} == {ChangeKind.MOVE}
    for change in gone:
        assert change.earlier
        assert change.later is None
        span, there = change.earlier, change.elsewhere
        assert there
        assert one.text[span.start : span.end] == four.text[there.start : there.end]
    dropped = [
        one.text[c.earlier.start : c.earlier.end]
        for c in left.changes
        if c.kind is ChangeKind.DELETE and c.earlier
    ]
    assert dropped == ["40所", "5万个"]
    assert (left.tally, came.tally) == (Tally(kept=1), Tally(kept=1, moved=1))


def test_a_common_phrase_is_no_move() -> None:
    """持续优化营商环境 in another section is not the same sentence moved."""
    left, came = diff_couples(
        [(passage("持续优化营商环境。"), None), (None, passage("不断优化营商环境。"))]
    )
    assert [c.elsewhere for c in (*left.changes, *came.changes)] == [None, None]
    assert left.tally + came.tally == Tally(dropped=1, added=1)


def test_a_merged_section_is_not_new_for_either_source() -> None:
    """Two sections beside one: what belongs to the first is a move, not new, for the second."""
    merged = passage(LINE + PARK)
    one, other = diff_couples([(passage(LINE), merged), (passage(PARK), merged)])
    for found in (one, other):
        assert found.tally.added == 0
        assert Counter(c.kind for c in found.changes)[ChangeKind.INSERT] == 0


def test_what_is_new_in_a_merged_section_is_counted_once() -> None:
    """A sentence that neither of two merged sections had is one new sentence, not two."""
    merged = passage(LINE + PARK + SCHOOL)
    one, other = diff_couples([(passage(LINE), merged), (passage(PARK), merged)])
    assert (one.tally, other.tally) == (Tally(kept=1, added=1, moved=1), Tally(kept=1, moved=1))


def test_the_summary_counts_what_the_sections_say(read_seed, options) -> None:
    """Sections, sentences, figures and wordings of all pairs, told in one sentence."""
    earlier, later = read_seed("002"), read_seed("000")
    alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
    diff = pipeline.compare(alignment, earlier, later, options)
    found = summarise(diff.sections)
    assert found.gone == sum(s.later is None for s in diff.sections)
    assert found.new == sum(s.earlier is None for s in diff.sections)
    assert found.higher + found.lower > 0
    assert found.softer > 0  # 6%以上 became 5%左右
    assert f"数字上调{found.higher}处" in found.message.zh
    assert found.message.en.endswith(".")
