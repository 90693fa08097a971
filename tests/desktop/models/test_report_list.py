"""The library as a tree."""

from PySide6.QtCore import QModelIndex

from desktop.models.report_list import ReportTree
from desktop.models.roles import DataRole
from desktop.models.words import entry_names
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import RegionLevel, ReportKind


def entry(name, region, code, year, n_marked=0):
    """Return a line of the library."""
    return ReportEntry(
        id=ReportId(name),
        name=f"{name}.txt",
        title="",
        region_name=region,
        region_code=code,
        level=RegionLevel.PREFECTURE,
        year=year,
        kind=ReportKind.GOVERNMENT_WORK_REPORT,
        n_warnings=1,
        n_commitments=10,
        n_marked=n_marked,
    )


SUZHOU = entry("a", "江苏省苏州市", "320500", 2021)
SUZHOU_NEXT = entry("b", "江苏省苏州市", "320500", 2023, 4)
BEIJING = entry("c", "北京市", "110000", 2022)
UNKNOWN = entry("d", "", "", None)


def test_life_story(qtmodeltester, qtbot):
    """The tree keeps Qt's rules from empty over full to empty again."""
    model = ReportTree()
    qtmodeltester.check(model)
    for entries in ((SUZHOU,), (SUZHOU, SUZHOU_NEXT, BEIJING, UNKNOWN), (BEIJING,), ()):
        model.set_entries(entries)
        qtmodeltester.check(model)


def test_regions_by_code_years_descending(qtbot):
    """Regions stand in the order of their codes, unknown ones last; the latest report first."""
    model = ReportTree()
    model.set_entries((UNKNOWN, SUZHOU, SUZHOU_NEXT, BEIJING))
    regions = [model.index(row, 0) for row in range(model.rowCount())]
    assert [r.data() for r in regions][:2] == ["北京市", "江苏省苏州市"]
    below = [model.index(row, 0, regions[1]).data(DataRole.REPORT_ID) for row in range(2)]
    assert below == ["b", "a"]
    assert model.index(0, ReportTree.MARKED, regions[1]).data() == "4/10"


def test_every_report_is_found(qtbot):
    """The place of a report leads back to it."""
    model = ReportTree()
    model.set_entries((UNKNOWN, SUZHOU, SUZHOU_NEXT, BEIJING))
    for one in ("a", "b", "c", "d"):
        assert model.index_of(one).data(DataRole.REPORT_ID) == one
    assert model.index_of("zzz") == QModelIndex()


def test_reports_of_one_year_are_told_apart(qtbot):
    """Reports that share region, year and kind carry the name of their file."""
    model = ReportTree()
    again = entry("x", "江苏省苏州市", "320500", 2021)
    model.set_entries((SUZHOU, again, SUZHOU_NEXT))
    shown = [model.index_of(one).data() for one in ("a", "x", "b")]
    assert shown[0] == "2021  a.txt"
    assert shown[1] == "2021  x.txt"
    assert ".txt" not in shown[2]
    names = entry_names((SUZHOU, again, SUZHOU_NEXT))
    assert len(set(names.values())) == 3
    assert "(" not in names[SUZHOU_NEXT.id]
