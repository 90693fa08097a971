"""Tables of many reports: words as in a dictionary, headings that are folded, sorting by rounds."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.jobs.promise_rows import RowBlock
from desktop.models.arranging import stable_order
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_field import Field
from desktop.models.promise_order import PromiseOrder
from tracker.model.ids import ReportId
from tracker.model.promise_rows import COLUMNS, PromiseColumns


def archive_of(headings, bodies=("",)):
    """Return a table of reports, each with promises under these headings, and its order."""
    blocks = []
    for year in (2021, 2022):
        numbers = {name: np.zeros(len(headings), "<i4") for name in COLUMNS}
        numbers["heading"] = numbers["section"] = np.arange(len(headings))
        numbers["body"] = np.arange(len(headings)) % len(bodies)
        numbers["start"] = np.arange(len(headings))
        packed = np.concatenate([numbers[name].astype("<i4") for name in COLUMNS]).tobytes()
        columns = PromiseColumns(
            len(headings),
            packed,
            bytes(8 * len(headings)),
            tuple(headings),
            tuple(bodies),
            str(year),
        )
        blocks.append(RowBlock(ReportId(f"{year}" * 16), "苏州市", "320500", year, columns, {}))
    model = CommitmentTable()
    model.set_blocks(blocks)
    return model, PromiseOrder(model, model)


def test_departments_stand_as_in_a_dictionary(qapp):
    """By their sounds, not by the numbers of their characters; nothing said comes last."""
    bodies = ("卫健委", "", "教育局", "发改委", "交通局", "安监局")
    model, order = archive_of([f"第{n}节" for n in range(6)], bodies)
    order.sort(CommitmentTable.BODY)
    shown = [model.ledger.value(Field.BODY, int(row)) for row in order.lines.lines]
    assert list(dict.fromkeys(shown)) == ["安监局", "发改委", "交通局", "教育局", "卫健委", ""]
    order.sort(-1)
    order.set_group(Field.BODY)
    assert [group.key for group in order.lines.groups] == list(dict.fromkeys(shown))


def test_sections_are_offered_with_the_frequent_ones_first(qapp):
    """Of all headings of an archive those come first that most promises stand under."""
    _, order = archive_of(
        ["一、回顾", "二、目标", "二、目标", "三、保障", "三、保障", "三、保障", ""]
    )
    assert [(name, n) for value, name, n in order.choices(Field.SECTION) if value] == [
        ("三、保障", 6), ("二、目标", 4), ("一、回顾", 2),
    ]  # fmt: skip
    assert order.choices(Field.SECTION)[-1][0] == ""


def test_folded_sections_stay_folded_when_further_reports_come(qapp):
    """What is folded away is told by report and heading, whatever comes below."""
    model, order = archive_of(["一、回顾", "二、目标"])
    order.set_group(Field.SECTION)
    order.fold(order.lines.groups[1], is_open=False)
    assert order.rowCount() == 4 + 3
    more, _ = archive_of(["一、回顾", "三、别的"])
    model.add_blocks(
        replace(one, report_id=ReportId(one.report_id[::-1]), year=2030)
        for one in more.ledger.blocks
    )
    assert [group.is_open for group in order.lines.groups] == [True, False, *[True] * 6]
    order.fold_all(is_open=False)
    assert order.rowCount() == len(order.lines.groups) == 8
    order.fold_all(is_open=True)
    assert order.rowCount() == 8 + 8


@given(st.lists(st.integers(0, 1 << 40), max_size=200), st.integers(0, 3))
def test_large_numbers_are_sorted_in_rounds(numbers, shift):
    """The order is that of Python's, whatever the size; equal ones stay as they are."""
    key = np.array([number >> (shift * 10) for number in numbers], np.int64)
    assert stable_order(key).tolist() == sorted(range(len(key)), key=key.__getitem__)
