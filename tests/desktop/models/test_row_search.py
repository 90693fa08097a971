"""Words in the rows of a table: looked for in stretches, what was looked through not again."""

from dataclasses import replace

import pytest

from desktop.jobs.promise_rows import RowBlock
from desktop.models.commitment_table import CommitmentTable
from desktop.models.row_words import RowTexts
from tests.builders import make_commitment, make_report, make_tracking
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.promise_rows import PromiseRows, PromiseWords

TEXT = "主要目标\n建成地铁6号线。新增学位5万个。"


def block(number: int, *, with_words: bool = True) -> RowBlock:
    """Return a report with two promises."""
    report = make_report(TEXT)
    rows = []
    for n, quote in enumerate(("建成地铁6号线", "新增学位5万个")):
        found = make_tracking(make_commitment(report, quote))
        own = CommitmentId(f"{number:012}-{n}-{n + 1}-0")
        rows.append(replace(found, commitment=replace(found.commitment, id=own)))
    made = PromiseRows.of(report, rows)
    return RowBlock(
        ReportId(f"{number:064}"), "苏州市", "320500", 2000 + number, made.columns, {},
        rows=made if with_words else None,
    )  # fmt: skip


@pytest.fixture
def model(qapp) -> CommitmentTable:
    """Return a table of a hundred reports."""
    table = CommitmentTable()
    table.set_blocks(block(n) for n in range(100))
    return table


def test_a_word_is_looked_for_in_stretches(model):
    """Without time there is some of it; asked again it goes on, and comes to all."""
    search = model.ledger.search
    asked = 0
    while not search.look_for("地铁", 0.0):
        asked += 1
        assert asked < 10
    assert asked == 3  # of 32 reports each
    assert search.rows("地铁").tolist() == [True, False] * 100
    assert search.look_for("地铁", 0.0)


def test_what_was_looked_through_is_not_again(model, monkeypatch):
    """A further report costs its own, words that come later theirs, and no other."""
    looked = []
    real = RowTexts.saying
    monkeypatch.setattr(RowTexts, "saying", lambda self, word: looked.append(1) or real(self, word))
    search = model.ledger.search
    assert search.rows("学位").sum() == 100
    assert len(looked) == 100
    model.add_blocks([block(100), block(101, with_words=False)])
    assert search.rows("学位").sum() == 101
    assert len(looked) == 101
    words = PromiseWords(("学位", "绿地"), ("新增学位5万个", "新建绿地"), ("", ""), ())
    model.reading.take_texts({ReportId(f"{101:064}"): RowTexts.of(words)})
    assert search.rows("学位").tolist()[-4:] == [False, True, True, False]
    assert len(looked) == 102


def test_words_that_are_others_now_are_looked_through_again(model):
    """What stood there before is forgotten."""
    search = model.ledger.search
    assert search.rows("地铁").sum() == 100
    words = PromiseWords(("绿地", "学位"), ("新建绿地", "新增学位5万个"), ("", ""), ())
    model.reading.take_texts({ReportId(f"{7:064}"): RowTexts.of(words)})
    assert search.rows("地铁").sum() == 99
