"""The library as a tree and as a list."""

import random

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desktop.models.report_list import ReportRows
from desktop.models.report_tree import ReportTree
from desktop.models.roles import DataRole
from desktop.models.shelf import RegionOrder
from desktop.models.words import entry_names
from tests.desktop.library_lines import library_of, line

SUZHOU = line("a", "江苏省苏州市", "320500", 2021, n_commitments=10, n_warnings=1)
SUZHOU_NEXT = line("b", "江苏省苏州市", "320500", 2023, n_commitments=10, n_marked=4)
WUZHONG = line("w", "江苏省苏州市吴中区", "320506", 2022)
BEIJING = line("c", "北京市", "110000", 2022, n_commitments=3, n_marked=3)
UNKNOWN = line("d")
ALL = (UNKNOWN, SUZHOU, SUZHOU_NEXT, WUZHONG, BEIJING)


def shown(model, parent=None):
    """Return the tree as nested names."""
    parent = QModelIndex() if parent is None else parent
    rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
    return [(row.data(), shown(model, row)) if model.rowCount(row) else row.data() for row in rows]


def test_life_story(qtmodeltester, qtbot):
    """Tree and list keep Qt's rules from empty over full to empty again."""
    tree, rows = ReportTree(), ReportRows()
    for entries in ((), (SUZHOU,), ALL, (BEIJING,), library_of(40), ()):
        tree.set_entries(entries)
        rows.set_entries(entries, RegionOrder.OFFICIAL)
        qtmodeltester.check(tree)
        qtmodeltester.check(rows)


def test_regions_lie_within_each_other(qtbot):
    """Own reports first, latest first; then the regions below, by code; unknown ones last."""
    model = ReportTree()
    model.set_entries(ALL)
    assert shown(model) == [
        ("北京市", ["2022  Work report"]),
        (
            "江苏省苏州市",
            [
                "2023  Work report",
                "2021  Work report",
                ("吴中区", ["2022  Work report"]),
            ],
        ),
        ("Unknown region", ["Year unknown  Work report"]),
    ]


@pytest.mark.parametrize("seed", range(6))
def test_a_library_that_grew_is_as_one_that_was_read(qtbot, qtmodeltester, seed):
    """Whatever comes in whatever order, tree and list are those of the whole library."""
    chance = random.Random(seed)
    coming = [*ALL, *library_of(120)]
    chance.shuffle(coming)
    order = list(RegionOrder)[seed % 2]
    grown, at_once = (ReportTree(), ReportRows()), (ReportTree(), ReportRows())
    begin = tuple(coming[: chance.choice((0, 1, 30))])
    for model in grown:
        model.set_entries(begin, order=order)
    column = chance.randrange(6)
    for _, model in (grown, at_once):
        model.sort(column, list(Qt.SortOrder)[seed // 2 % 2])
    del coming[: len(begin)]
    while coming:
        few = tuple(coming[: chance.randrange(1, 9)])
        del coming[: len(few)]
        grown[0].add(few, few)
        grown[1].add(few)
        begin += few
    for model in at_once:
        model.set_entries(tuple(sorted(begin, key=lambda one: one.place)), order=order)
    assert shown(grown[0]) == shown(at_once[0])
    assert shown(grown[1]) == shown(at_once[1])
    for one, other in ((grown[0], at_once[0]), (at_once[0], grown[0])):
        strips = [
            (index.data(), index.data(DataRole.YEARS), index.data(DataRole.DETAIL))
            for index in (one.index_of(entry.id).parent() for entry in begin)
        ]
        assert strips == [
            (index.data(), index.data(DataRole.YEARS), index.data(DataRole.DETAIL))
            for index in (other.index_of(entry.id).parent() for entry in begin)
        ]
    for model in grown:
        qtmodeltester.check(model)


def test_what_comes_in_touches_no_other_row(qtbot):
    """However large a library is, one more report is one more row, and regions above tell it."""
    tree, rows = ReportTree(), ReportRows()
    library = library_of(300)
    tree.set_entries(library[:-1])
    rows.set_entries(library[:-1], RegionOrder.OFFICIAL)
    resets, came, changed = [], [], []
    for model in (tree, rows):
        model.modelReset.connect(lambda: resets.append(1))
        model.rowsInserted.connect(lambda _, first, last: came.append(last - first + 1))
        model.dataChanged.connect(lambda first, *_: changed.append(first))
    tree.add(library[-1:], library[-1:])
    rows.add(library[-1:])
    assert (resets, came) == ([], [1, 1])
    assert len(changed) <= 3


def test_a_twin_that_comes_in_is_told_at_once(qtbot):
    """The report that was there alone is painted anew, with its name from now on."""
    model, changes = ReportTree(), []
    model.set_entries((SUZHOU,))
    model.dataChanged.connect(lambda first, *_: changes.append(first.data(DataRole.REPORT_ID)))
    again = line("x", "江苏省苏州市", "320500", 2021)
    model.add((again,), (again,))
    assert "a" in changes
    assert [model.index_of(one).data(DataRole.TWIN) for one in "ax"] == [True, True]


def test_regions_by_pinyin(qtbot):
    """长沙 stands under chang, 重庆 under chong, 厦门 under xia: as a dictionary has them."""
    model = ReportTree()
    places = {
        "重庆市": "500000",
        "长沙市": "430100",
        "厦门市": "350200",
        "北京市": "110000",
        "苏州市": "320500",
        "宿州市": "341300",
        "安阳市": "410500",
    }
    entries = tuple(line(name, name, code, 2021) for name, code in places.items())
    model.set_entries(entries, order=RegionOrder.PINYIN)
    assert [name for name, _ in shown(model)] == [
        "安阳市", "北京市", "长沙市", "重庆市", "苏州市", "宿州市", "厦门市",
    ]  # fmt: skip
    model.set_entries(entries)
    assert [name for name, _ in shown(model)] == [
        "北京市", "苏州市", "宿州市", "厦门市", "安阳市", "长沙市", "重庆市",
    ]  # fmt: skip


def test_years_are_a_strip_with_gaps(qtbot):
    """Years are those of the whole library; a gap is a year between two that are there."""
    model = ReportTree()
    model.set_entries(ALL, hits=(SUZHOU,))
    region = model.index_of("a").parent()
    strip = region.data(DataRole.YEARS)
    assert [cell.year for cell in strip.cells] == [2021, 2022, 2023]
    assert (strip.present, strip.missing) == ((2021, 2023), (2022,))
    said = region.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2021 to 2023" in said
    assert "Missing years: 2022" in said


def test_a_row_tells_everything_without_colour(qtbot):
    """Region, year, kind, progress and remarks are told in words to who cannot see them."""
    model = ReportTree()
    model.set_entries(ALL)
    said = model.index_of("a").data(Qt.ItemDataRole.AccessibleTextRole)
    for words in ("苏州市", "2021", "Work report", "0 of 10", "Remarks on the reading: 1"):
        assert words in said


def test_a_renamed_place_is_one_region_by_its_name_of_today(qtbot):
    """襄樊市 became 襄阳市 in 2010: one region, called by the name in the latest report."""
    model = ReportTree()
    old, new = (
        line("old", "湖北省襄樊市", "420600", 2009),
        line("new", "湖北省襄阳市", "420600", 2012),
    )
    model.set_entries((old, new))
    assert [name for name, _ in shown(model)] == ["湖北省襄阳市"]


def test_numbers_change_without_a_reset(qtbot):
    """A mark changes a row in place: nothing folds up under the reader's hand."""
    model, resets, changes = ReportTree(), [], []
    model.set_entries(ALL)
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda first, *_: changes.append(first.data()))
    marked = line("a", "江苏省苏州市", "320500", 2021, n_commitments=10, n_marked=1)
    model.update_numbers((UNKNOWN, marked, SUZHOU_NEXT, WUZHONG, BEIJING))
    assert model.index_of("a").data(DataRole.PROGRESS) == (1, 10)
    assert not resets
    assert changes == ["2021  Work report", "江苏省苏州市"]


def test_list_sorts_by_every_column(qtbot):
    """Each head sorts; reports that are alike in it keep the order of regions and years."""
    model = ReportRows()
    model.set_entries(ALL, RegionOrder.OFFICIAL)

    def ids(column, order=Qt.SortOrder.AscendingOrder):
        model.sort(column, order)
        return "".join(
            model.index(row, 0).data(DataRole.REPORT_ID) for row in range(model.rowCount())
        )

    assert ids(ReportRows.REGION) == "cbawd"
    assert ids(ReportRows.YEAR) == "dacwb"
    assert ids(ReportRows.YEAR, Qt.SortOrder.DescendingOrder) == "bcwad"
    assert ids(ReportRows.MARKED, Qt.SortOrder.DescendingOrder) == "cbawd"
    assert ids(ReportRows.REMARKS, Qt.SortOrder.DescendingOrder)[0] == "a"
    assert ids(ReportRows.NAME) == "abcdw"
    assert model.index_of("c").siblingAtColumn(ReportRows.MARKED).data() == "✓ 3"


def test_chosen_row_stays_chosen_when_sorted(qtbot):
    """A persistent index follows its report."""
    from PySide6.QtCore import QPersistentModelIndex  # noqa: PLC0415

    model = ReportRows()
    model.set_entries(ALL, RegionOrder.OFFICIAL)
    kept = QPersistentModelIndex(model.index_of("w"))
    model.sort(ReportRows.YEAR, Qt.SortOrder.DescendingOrder)
    assert kept.data(DataRole.REPORT_ID) == "w"


def test_reports_of_one_year_are_told_apart(qtbot):
    """Reports that share region, year and kind are told apart by their names."""
    model = ReportTree()
    again = line("x", "江苏省苏州市", "320500", 2021)
    model.set_entries((SUZHOU, again, SUZHOU_NEXT))
    twins = [model.index_of(one).data(DataRole.TWIN) for one in "axb"]
    assert twins == [True, True, False]
    assert [model.index_of(one).data(DataRole.DETAIL) for one in "ax"] == ["a", "x"]
    names = entry_names((SUZHOU, again, SUZHOU_NEXT))
    assert len(set(names.values())) == 3
    assert "(" not in names[SUZHOU_NEXT.id]
