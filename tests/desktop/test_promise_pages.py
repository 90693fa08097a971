"""A table of thousands of promises through real events: words come by page, the cursor stays."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer

from desktop.jobs.promise_rows import RowBlock
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition, PromiseFilter
from desktop.models.promise_order import PromiseOrder
from desktop.models.roles import DataRole
from desktop.models.row_words import RowTexts
from desktop.widgets.mark_progress import MarkProgress
from desktop.widgets.promise_table import PromiseTable
from tests.builders import make_commitment, make_mark, make_report, make_tracking
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.promise_rows import PromiseRows
from tracker.model.tracking import Verdict

QUOTES = ("地区生产总值增长6%左右", "建成地铁6号线", "新增学位5万个", "新建绿地1200公顷")
TEXT = "主要目标\n" + "。".join(QUOTES) + "。"
N_REPORTS, EACH = 60, 80
CONTROL = Qt.KeyboardModifier.ControlModifier


class Shelf:
    """Made-up reports, and what they say when they are asked."""

    def __init__(self):
        report = make_report(TEXT)
        models = [make_tracking(make_commitment(report, quote)) for quote in QUOTES]
        self.rows, self.blocks, self.promises, self.asked = {}, [], {}, []
        for number in range(N_REPORTS):
            found = []
            for n in range(EACH):
                model = models[n % len(models)]
                name = CommitmentId(f"{number:012}-{n}-{n + 1}-0")
                said = replace(model.commitment.statement, object=f"第{number}份第{n}项")
                promise = replace(model.commitment, id=name, statement=said)
                self.promises[name] = promise
                verdict = tuple(Verdict)[(number + n) % len(Verdict)]
                found.append(replace(model, commitment=promise, verdict=verdict))
            name = ReportId(f"{number:012}".ljust(64, "0"))
            rows = self.rows[name] = PromiseRows.of(report, found)
            place = ("苏州市", "320500", 1950 + number)
            self.blocks.append(RowBlock(name, *place, rows.columns, {}, kept=str(number)))


@pytest.fixture
def shelf():
    """Return sixty reports with eighty promises each."""
    return Shelf()


@pytest.fixture
def table(qtbot, shelf):
    """Return a table of them all; words come a moment after they are asked for."""
    model = CommitmentTable()
    order = PromiseOrder(model, model)
    found = PromiseTable(order)
    model.setParent(found)

    def read(wanted):
        shelf.asked.append(wanted)
        lines = {one: shelf.rows[one].lines() for one in wanted}
        QTimer.singleShot(5, lambda: model.reading.take_lines(lines))

    def look_through(wanted):
        texts = {one: RowTexts.of(shelf.rows[one].words) for one in wanted}

        def come():
            model.reading.take_texts(texts)
            order.arrange()

        QTimer.singleShot(5, come)

    model.reading.lines_wanted.connect(read)
    model.reading.texts_wanted.connect(look_through)
    for start in range(0, N_REPORTS, 20):  # as they are read
        model.add_blocks(shelf.blocks[start : start + 20])
    found.model_of_promises = model
    qtbot.addWidget(found)
    found.resize(1100, 500)
    found.show()
    qtbot.waitExposed(found)
    found.setFocus()
    return found


def seen(table):
    """Return the words of the lines in sight."""
    order, height = table.model(), table.verticalHeader().defaultSectionSize()
    top = table.rowAt(0)
    last = min(top + table.viewport().height() // height, order.rowCount() - 1)
    return [order.index(n, CommitmentTable.PROMISE).data() for n in range(top, last)]


def settled(qtbot, table):
    """Wait until everything in sight says something."""
    qtbot.waitUntil(lambda: bool(seen(table)) and all(seen(table)), timeout=5_000)


def test_words_come_for_what_is_in_sight_alone(qtbot, table, shelf):
    """Of sixty reports few are asked for; End and a page up bring those that are there."""
    settled(qtbot, table)
    assert seen(table)[0] == "第0份第0项"
    assert {one for wanted in shelf.asked for one in wanted} == {shelf.blocks[0].report_id}
    qtbot.keyClick(table, Qt.Key.Key_End)
    settled(qtbot, table)
    assert seen(table)[-1].startswith(f"第{N_REPORTS - 1}份")
    qtbot.keyClick(table, Qt.Key.Key_PageUp)
    settled(qtbot, table)
    assert len({one for wanted in shelf.asked for one in wanted}) < 5


def test_numbers_are_there_before_words(qtbot, table):
    """A row that was jumped to has verdict and year at once; its words follow."""
    order = table.model()
    line = order.rowCount() // 2
    assert order.index(line, CommitmentTable.PROMISE).data() == ""
    assert order.index(line, CommitmentTable.VERDICT).data()
    assert order.index(line, CommitmentTable.DUE).data() == "2021"


def test_rows_that_are_scrolled_past_are_not_read(qtbot, table, shelf):
    """The wheel over all reports asks for no more than a few pages of them."""
    settled(qtbot, table)
    table.sortByColumn(CommitmentTable.VERDICT, Qt.SortOrder.AscendingOrder)
    bar = table.verticalScrollBar()
    for step in range(0, bar.maximum(), max(1, bar.maximum() // 40)):
        bar.setValue(step)
    settled(qtbot, table)
    assert max(map(len, shelf.asked)) <= 64


def test_cursor_stays_through_sort_filter_and_words(qtbot, table, shelf):
    """Whatever is clicked, the cursor is on the same promise, which is in sight."""
    order, model = table.model(), table.model_of_promises
    wanted = model.ledger.id_at(N_REPORTS * EACH // 2 + 3)
    table.go_to(order.index(order.lines.line_of(model.row_of(wanted)), 0))
    head = table.horizontalHeader()
    for column in (CommitmentTable.VERDICT, CommitmentTable.CONFIDENCE, CommitmentTable.VERDICT):
        at = head.sectionViewportPosition(column) + 20
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at, 8))
        assert table.selected_ids() == (wanted,)
        assert table.visualRect(table.currentIndex()).intersects(table.viewport().rect())
    verdict = order.index(table.currentIndex().row(), CommitmentTable.VERDICT)
    kept = Condition(Field.MACHINE, (Verdict(verdict.data(DataRole.VERDICT)).value,))
    order.set_filter(PromiseFilter(conditions=(kept,)))
    assert table.selected_ids() == (wanted,)
    assert 0 < order.rowCount() < N_REPORTS * EACH
    quote = shelf.promises[wanted].statement.quote
    order.set_filter(PromiseFilter(quote))
    qtbot.waitUntil(lambda: order.rowCount() == N_REPORTS * EACH // len(QUOTES), timeout=5_000)


def test_a_mark_changes_one_row(qtbot, table, shelf):
    """One mark among thousands tells of one row, reads nothing and moves nothing."""
    settled(qtbot, table)
    order, model = table.model(), table.model_of_promises
    n_asked, changed = len(shelf.asked), []
    order.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    order.modelReset.connect(lambda: changed.append("all"))
    name = model.ledger.id_at(2 * EACH + 5)
    mark = make_mark(shelf.promises[name], Verdict.MISSED)
    report = model.ledger.place_of(2 * EACH + 5)[0].report_id
    model.set_marks({name: mark}, report)
    assert changed == [(2 * EACH + 5, 2 * EACH + 5)]
    assert len(shelf.asked) == n_asked
    assert model.count(Verdict.MISSED) == sum(
        verdict is Verdict.MISSED for verdict in map(verdict_of(model), range(len(model.ledger)))
    )


def verdict_of(model):
    """Return what tells where a row stands."""
    return lambda row: Verdict(model.ledger.value(Field.STATUS, row))


def test_judging_is_told_held_up_and_gone_on_with(qtbot):
    """The strip says how many reports were judged; its button holds up, then goes on."""
    strip = MarkProgress()
    qtbot.addWidget(strip)
    strip.resize(900, 40)
    strip.show()
    strip.set_judging(1204, 1825)
    assert strip.read.text() == "1,204 of 1,825 reports judged, going on"
    with qtbot.waitSignal(strip.stop_wanted):
        qtbot.mouseClick(strip.stop_button, Qt.MouseButton.LeftButton)
    strip.set_held(1204, 1825)
    assert strip.read.text() == "1,204 of 1,825 reports judged"
    assert strip.stop_button.text() == "Go on"
    with qtbot.waitSignal(strip.go_on_wanted):
        qtbot.keyClick(strip.stop_button, Qt.Key.Key_Space)
    strip.set_reading(0, 0)
    assert not strip.read.isVisible()
