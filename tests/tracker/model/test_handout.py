"""The tracking report as a value."""

import pytest

from tests.builders import make_commitment, make_handout, make_mark, make_report, make_tracking
from tracker.message import Message
from tracker.model.handout import TrackedPromise, joined, title_of
from tracker.model.tracking import Verdict

EARLIER = make_report("任务\n增长6%以上\n建成2条", name="2021年.txt")
FIRST, SECOND = (make_commitment(EARLIER, quote) for quote in ("增长6%以上", "建成2条"))


def test_a_persons_verdict_stands_before_the_machines() -> None:
    """A note without a verdict leaves the machine's."""
    tracking = make_tracking(FIRST, Verdict.NOT_REPORTED)
    bare = make_mark(FIRST, Verdict.MISSED)
    note = type(bare)(FIRST.id, bare.anchor, bare.object, None, "再查", bare.user, bare.at)
    assert TrackedPromise(tracking).verdict is Verdict.NOT_REPORTED
    assert TrackedPromise(tracking, bare).verdict is Verdict.MISSED
    assert TrackedPromise(tracking, note).verdict is Verdict.NOT_REPORTED


def test_counts_follow_what_stands() -> None:
    """A marked promise is counted where the person put it."""
    rows = (
        TrackedPromise(make_tracking(FIRST), make_mark(FIRST, Verdict.MISSED)),
        TrackedPromise(make_tracking(SECOND)),
    )
    handout = make_handout(*rows, reports=(EARLIER,))
    assert [handout.count(v) for v in (Verdict.FULFILLED, Verdict.MISSED)] == [1, 1]


def test_joined_handouts_name_each_report_once() -> None:
    """One handout keeps its own title; several get one for all."""
    one = make_handout(TrackedPromise(make_tracking(FIRST)), reports=(EARLIER,))
    later = make_report("任务\n增长5%左右", name="2023年.txt", year=2023)
    other = make_handout(reports=(EARLIER, later))
    assert joined([one], Message("全部", "all")).title == one.title
    both = joined([one, other], Message("全部", "all"))
    assert both.title.zh == "全部"
    assert both.reports == (EARLIER, later)
    assert both.rows == one.rows
    with pytest.raises(ValueError, match="no handout"):
        joined([], Message("全部", "all"))


def test_a_handout_is_named_after_place_and_year() -> None:
    """Where the year is unknown the name says nothing of it."""
    assert title_of(EARLIER).zh == "江苏省苏州市2021年承诺对账表"
    assert title_of(make_report("任务", year=None)).zh == "江苏省苏州市承诺对账表"
