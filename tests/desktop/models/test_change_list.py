"""Changes of a comparison, and where figures differ."""

from desktop.jobs.catalog import Comparison, PartComparison
from desktop.models.change_list import change_items, number_spans, summary
from tests.builders import make_measure, make_report, span_of
from tracker.model.alignment import Alignment, AlignmentPart
from tracker.model.change import Change, ChangeKind, NumberChange, ReportDiff, SectionDiff

EARLIER = make_report("目标\n地区生产总值增长6%，新增学位5万个。")
LATER = make_report("目标\n地区生产总值增长5.5%，新增学位5万个。", year=2022)


def comparison():
    """Return two texts with one figure that differs, told by two parts."""
    change = Change(ChangeKind.REPLACE, span_of(EARLIER, "6%"), span_of(LATER, "5.5%"))
    same = Change(ChangeKind.EQUAL, span_of(EARLIER, "新增"), span_of(LATER, "新增"))
    number = NumberChange(
        "地区生产总值",
        make_measure(EARLIER, "地区生产总值增长6%", "6", "%"),
        make_measure(LATER, "地区生产总值增长5.5%", "5.5", "%"),
    )
    part = AlignmentPart.PLAN
    one = PartComparison(
        Alignment(EARLIER.id, LATER.id, part, (), ()),
        ReportDiff(EARLIER.id, LATER.id, (SectionDiff(0, 0, (change, same), (number,)),)),
    )
    return Comparison(EARLIER, LATER, (one, one))


def test_each_change_is_told_once():
    """What two parts both tell is one change; what stayed is none."""
    (item,) = change_items(comparison())
    assert item.kind is ChangeKind.REPLACE
    assert LATER.quote(item.later) == "5.5%"


def test_what_moved_between_sections_is_one_change_with_both_places():
    """Either end names the other one, so the two are one step for the reader."""
    here, there = span_of(EARLIER, "新增学位"), span_of(LATER, "新增学位")
    left = Change(ChangeKind.MOVE, here, None, elsewhere=there)
    came = Change(ChangeKind.MOVE, None, there, elsewhere=here)
    sections = (SectionDiff(0, None, (left,), ()), SectionDiff(None, 0, (came,), ()))
    part = PartComparison(
        Alignment(EARLIER.id, LATER.id, AlignmentPart.PLAN, (), ()),
        ReportDiff(EARLIER.id, LATER.id, sections),
    )
    (item,) = change_items(Comparison(EARLIER, LATER, (part,)))
    assert (item.earlier, item.later) == (here, there)


def test_the_summary_counts_each_pair_of_sections_once():
    """Two parts that compare the same sections tell of them once; nothing compared is nothing."""
    told = summary(comparison())
    assert told is not None
    assert told.compared == 1
    assert summary(Comparison(EARLIER, LATER)) is None


def test_figures_are_found_in_their_clause():
    """Only figure and unit are shown as different, not the whole clause."""
    earlier, later = number_spans(comparison())
    assert [EARLIER.quote(span) for span in earlier] == ["6%"]
    assert [LATER.quote(span) for span in later] == ["5.5%"]
