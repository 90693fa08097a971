"""Promises as a table: marks, judgements that change, names of cells."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.jobs.catalog import Tracked
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition, PromiseFilter
from desktop.models.promise_order import PromiseOrder
from desktop.models.roles import DataRole
from tests.builders import make_commitment, make_mark, make_report, make_tracking
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
    """Table and order keep Qt's rules while promises come, are marked, filtered, and go."""
    model = CommitmentTable()
    order = PromiseOrder(model)
    model.set_tracked(tracked)
    for tested in (model, order):
        qtmodeltester.check(tested)
    model.set_marks(mark_of(tracked, 0, Verdict.PARTIAL))
    order.set_filter(PromiseFilter("地铁"))
    order.sort(CommitmentTable.VERDICT)
    qtmodeltester.check(order)
    model.set_tracked(None)
    for tested in (model, order):
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


@pytest.mark.parametrize(("row", "said"), [(0, True), (1, False), (2, False)])
def test_disagreement_is_said_by_sign_and_word(qtbot, tracked, row, said):
    """Who judges otherwise than the program is told so; where it settled nothing, nobody is."""
    model = CommitmentTable()
    model.set_tracked(tracked)
    model.set_marks(mark_of(tracked, row, Verdict.MISSED))
    told = model.index(row, CommitmentTable.MARK).data(DataRole.DETAIL)
    assert bool(told) is said
    assert not said or told.startswith("≠ ")
    tip = model.index(row, CommitmentTable.MARK).data(Qt.ItemDataRole.ToolTipRole)
    assert bool(tip) is said


def test_the_same_promises_judged_anew_change_only_what_is_other(qtbot, tracked):
    """A verdict that changed is shown, its row alone is told, and the marks stay."""
    model = CommitmentTable()
    order = PromiseOrder(model)
    model.set_tracked(replace(tracked, marks=mark_of(tracked, 0, Verdict.PARTIAL)))
    rows = tracked.trackings
    anew = (*rows[:2], replace(rows[2], verdict=Verdict.IN_PROGRESS))
    with qtbot.waitSignal(model.dataChanged) as caught:
        assert model.update_tracked(replace(tracked, trackings=anew))
    assert caught.args[0].row() == 2
    assert model.count(Verdict.IN_PROGRESS) == 1
    order.set_filter(PromiseFilter(verdicts=frozenset({Verdict.IN_PROGRESS})))
    assert order.lines.n_rows == 1
    assert not model.update_tracked(replace(tracked, trackings=anew[:2]))


@pytest.mark.parametrize(
    ("wanted", "rows"),
    [
        (PromiseFilter("地铁"), {1}),
        (PromiseFilter("增 6"), {0}),
        (PromiseFilter("没有这个词"), set()),
        (PromiseFilter("面谈"), {0}),
        (PromiseFilter(verdicts=frozenset({Verdict.MISSED, Verdict.PENDING})), {1, 2}),
        (PromiseFilter(), {0, 1, 2}),
        (PromiseFilter().having(Condition(Field.KIND, ("action",))), set()),
        (PromiseFilter().having(Condition(Field.KIND, ("action", "target"))), {0, 1, 2}),
        (PromiseFilter().having(Condition(Field.MARK, ("none",))), {1, 2}),
        (PromiseFilter().having(Condition(Field.MARK, ("partial", "missed"))), {0}),
        (PromiseFilter().having(Condition(Field.STATUS, ("partial",))), {0}),
        (PromiseFilter().having(Condition(Field.MACHINE, ("fulfilled", "pending"))), {0, 2}),
        (PromiseFilter().having(Condition(Field.DISAGREEMENT, ("yes",))), {0}),
        (PromiseFilter().having(Condition(Field.DISAGREEMENT, ("no",))), {1, 2}),
        (PromiseFilter().having(Condition(Field.NOTE, ("yes",))), {0}),
        (PromiseFilter().having(Condition(Field.BY_HAND, ("yes",))), set()),
        (PromiseFilter().having(Condition(Field.CONFIDENCE, ("80", "90"))), {0, 1}),
        (PromiseFilter().having(Condition(Field.CONFIDENCE, ("0", "80"))), set()),
        (PromiseFilter().having(Condition(Field.SECTION, ("主要目标",))), {0, 1, 2}),
        (PromiseFilter("地铁").having(Condition(Field.YEAR, ("2021",))), {1}),
        (PromiseFilter("地铁").having(Condition(Field.YEAR, ("1999",))), set()),
    ],
)
def test_filter(qtbot, tracked, wanted, rows):
    """Each filter shows what it names, words stand in notes too, and all conditions hold."""
    model = CommitmentTable()
    order = PromiseOrder(model)
    model.set_tracked(tracked)
    model.set_marks(mark_of(tracked, 0, Verdict.PARTIAL, "与局里面谈"))
    order.set_filter(PromiseFilter.from_text(wanted.to_text()))
    found = {order.mapToSource(order.index(n, 0)).row() for n in range(order.rowCount())}
    assert order.filter == wanted
    assert found == rows


@pytest.mark.parametrize("text", ["", "[", "[1]", '{"words": 3, "conditions": [["x", 1], 4]}'])
def test_filter_of_another_version_is_empty(text):
    """What is not understood of a kept filter is left out."""
    assert not PromiseFilter.from_text(text)


def test_groups_have_heads_that_fold(qtbot, tracked):
    """Each group has one head before its promises; a folded one keeps its count."""
    model = CommitmentTable()
    order = PromiseOrder(model)
    model.set_tracked(tracked)
    order.set_group(Field.STATUS)
    assert [len(group.rows) for group in order.lines.groups] == [1, 1, 1]
    assert order.rowCount() == 6
    head = order.index(0, 0)
    assert head.data(DataRole.GROUP).key == "fulfilled"
    assert not head.flags() & Qt.ItemFlag.ItemIsSelectable
    order.fold(order.lines.groups[0], is_open=False)
    assert order.rowCount() == 5
    assert order.lines.n_rows == 3
    order.fold_all(is_open=False)
    assert order.rowCount() == 3
    model.set_marks(mark_of(tracked, 1, Verdict.FULFILLED))
    assert order.index(1, 0).data(DataRole.MARKED) == 1
    order.arrange()
    assert [len(group.rows) for group in order.lines.groups] == [2, 1]


def test_a_mark_moves_no_row_until_it_is_asked_for(qtbot, tracked):
    """Who works through the unmarked ones keeps the place; a new order takes marks up."""
    model = CommitmentTable()
    order = PromiseOrder(model)
    model.set_tracked(tracked)
    order.set_filter(PromiseFilter().having(Condition(Field.MARK, ("none",))))
    model.set_marks(mark_of(tracked, 0, Verdict.FULFILLED))
    assert order.rowCount() == 3
    order.sort(CommitmentTable.DUE)
    assert order.rowCount() == 2
