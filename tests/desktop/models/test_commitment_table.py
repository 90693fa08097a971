"""Promises as a table, and the filter over them."""

import pytest

from desktop.jobs.catalog import Tracked
from desktop.models.commitment_table import CommitmentFilter, CommitmentTable
from desktop.models.roles import DataRole
from tests.builders import make_commitment, make_mark, make_report, make_tracking
from tracker.model.commitment import StatementKind
from tracker.model.tracking import Verdict

TEXT = "主要目标\n地区生产总值增长6%左右。建成地铁6号线。新增学位5万个。"
QUOTES = ("地区生产总值增长6%左右", "建成地铁6号线", "新增学位5万个")
VERDICTS = (Verdict.FULFILLED, Verdict.MISSED, Verdict.PENDING)


@pytest.fixture
def tracked():
    """Return three judged promises."""
    report = make_report(TEXT)
    rows = tuple(
        make_tracking(make_commitment(report, quote), verdict)
        for quote, verdict in zip(QUOTES, VERDICTS, strict=True)
    )
    return Tracked(report, (), rows, {})


def mark_of(tracked, row, verdict, note=""):
    """Return a mark on the promise of a row."""
    commitment = tracked.trackings[row].commitment
    return {commitment.id: make_mark(commitment, verdict, note)}


def test_life_story(qtmodeltester, qtbot, tracked):
    """Table and filter keep Qt's rules while promises come, are marked, filtered, and go."""
    model = CommitmentTable()
    proxy = CommitmentFilter(model)
    model.set_tracked(tracked)
    for tested in (model, proxy):
        qtmodeltester.check(tested)
    model.set_marks(mark_of(tracked, 0, Verdict.PARTIAL))
    proxy.set_words("地铁")
    proxy.sort(CommitmentTable.VERDICT)
    qtmodeltester.check(proxy)
    model.set_tracked(None)
    for tested in (model, proxy):
        qtmodeltester.check(tested)


def test_marks_change_only_their_row(qtbot, tracked):
    """A mark tells the views that its row changed, and no other."""
    model = CommitmentTable()
    model.set_tracked(tracked)
    with qtbot.waitSignal(model.dataChanged) as caught:
        model.set_marks(mark_of(tracked, 1, Verdict.FULFILLED, "见报道"))
    assert (caught.args[0].row(), caught.args[1].row()) == (1, 1)
    assert model.index(1, CommitmentTable.MARK).data(DataRole.VERDICT) == "fulfilled"
    assert model.index(1, CommitmentTable.NOTE).data() == "见报道"


def test_a_persons_word_counts_before_the_machines(qtbot, tracked):
    """Counts take the mark where there is one."""
    model = CommitmentTable()
    model.set_tracked(tracked)
    model.set_marks(mark_of(tracked, 1, Verdict.FULFILLED))
    assert model.count(Verdict.FULFILLED) == 2
    assert model.count(Verdict.MISSED) == 0


@pytest.mark.parametrize(
    ("call", "value", "rows"),
    [
        ("set_words", "地铁", {1}),
        ("set_words", "增 6", {0}),
        ("set_words", "没有这个词", set()),
        ("set_verdicts", frozenset({Verdict.MISSED, Verdict.PENDING}), {1, 2}),
        ("set_verdicts", frozenset(), {0, 1, 2}),
        ("set_kind", StatementKind.ACTION, set()),
        ("set_kind", None, {0, 1, 2}),
        ("set_marked", True, {0}),
        ("set_marked", False, {1, 2}),
        ("set_marked", None, {0, 1, 2}),
    ],
)
def test_filter(qtbot, tracked, call, value, rows):
    """Each filter shows what it names."""
    model = CommitmentTable()
    proxy = CommitmentFilter(model)
    model.set_tracked(tracked)
    model.set_marks(mark_of(tracked, 0, Verdict.FULFILLED))
    getattr(proxy, call)(value)
    found = {proxy.mapToSource(proxy.index(n, 0)).row() for n in range(proxy.rowCount())}
    assert found == rows
