"""Which reports stand side by side after a click in the library."""

import pytest

from desktop.models.columns import first_pair, in_order, with_clicked
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import RegionLevel, ReportKind


def entry(name, code, year):
    """Return a line of the library."""
    return ReportEntry(
        id=ReportId(name),
        name=f"{name}.txt",
        title="",
        region_name=code,
        region_code=code,
        level=RegionLevel.PREFECTURE,
        year=year,
        kind=ReportKind.GOVERNMENT_WORK_REPORT,
        n_warnings=0,
        n_commitments=None,
        n_marked=0,
    )


ENTRIES = tuple(
    entry(name, code, year)
    for name, code, year in (
        ("a21", "320500", 2021),
        ("a22", "320500", 2022),
        ("a23", "320500", 2023),
        ("b22", "110000", 2022),
        ("b24", "110000", 2024),
        ("lone", "310000", 2020),
        ("dark", "", None),
    )
)
BY_NAME = {e.id: e for e in ENTRIES}


@pytest.mark.parametrize(
    ("shown", "clicked", "wanted"),
    [
        (("a21", "a22"), "a23", ("a21", "a23")),
        (("a22", "a23"), "a21", ("a21", "a23")),
        (("a21", "a23"), "a22", ("a22", "a23")),
        (("a21", "a23"), "a23", ("a21", "a23")),
        (("a21", "a22"), "b22", ("b22", "b24")),
        (("a21", "a22"), "b24", ("b22", "b24")),
        (("a21", "a22"), "lone", ("lone", "a22")),
        (("a21", "a22"), "dark", ("dark", "a22")),
        ((), "lone", ("lone",)),
        ((), "a21", ("a21", "a22")),
    ],
)
def test_click_takes_the_side_of_its_year(shown, clicked, wanted):
    """Within a region the year says the side; elsewhere the neighbour in time comes along."""
    there = tuple(BY_NAME[name] for name in shown)
    found = with_clicked(BY_NAME[clicked], there, ENTRIES)
    assert tuple(one.id for one in found) == wanted


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ("a21", "a23", ("a21", "a23")),
        ("a23", "a21", ("a21", "a23")),
        ("b24", "a21", ("b24", "a21")),
        ("dark", "a21", ("dark", "a21")),
    ],
)
def test_two_of_one_region_stand_by_year(first, second, wanted):
    """Two chosen reports stand as they were chosen, those of one region by year."""
    assert tuple(one.id for one in in_order((BY_NAME[first], BY_NAME[second]))) == wanted


@pytest.mark.parametrize(
    ("names", "wanted"),
    [
        (("a21", "a22", "a23"), ("a22", "a23")),
        (("a21", "a22", "a23", "b22", "b24"), ("b22", "b24")),
        (("a23", "lone", "dark"), ()),
    ],
)
def test_the_first_pair_is_the_latest_of_the_first_region(names, wanted):
    """What one reads first is this year beside the last, not the oldest reports there are."""
    found = first_pair(tuple(BY_NAME[name] for name in names))
    assert tuple(one.id for one in found) == wanted
