"""Which reports topics are followed through."""

from desktop.models.topic_choice import MOST_REGIONS, families, family_of, largest
from tests.desktop.library_lines import library_of, line
from tracker.model.report import ReportKind

SUZHOU = ("江苏省苏州市", "320500")
WUXI = ("江苏省无锡市", "320200")
NANNING = ("广西壮族自治区南宁市", "450100")


def test_a_region_needs_two_years():
    """A region with two years is a family, in the order of its years; one year is none."""
    lines = (line("b", *SUZHOU, 2023), line("a", *SUZHOU, 2021), line("c", *WUXI, 2021))
    found = [one for one in families(lines) if not one.one_year]
    assert [(one.name, one.ids) for one in found] == [("苏州市", ("a", "b"))]


def test_regions_of_a_year_stand_together_and_by_their_parent():
    """A year has all its regions if they are few, and those of one province besides."""
    lines = (line("a", *SUZHOU, 2021), line("b", *WUXI, 2021), line("c", *NANNING, 2021))
    found = {one.key: one.ids for one in families(lines) if one.one_year}
    assert found == {"year 2021": ("b", "a", "c"), "year 2021 320000": ("b", "a")}


def test_documents_that_are_no_work_reports_have_no_topics():
    """A plan report beside work reports is no year of the region."""
    lines = (line("a", *SUZHOU, 2021), line("b", *SUZHOU, 2022, kind=ReportKind.PLAN_REPORT))
    assert families(lines) == ()


def test_the_region_with_most_years_comes_first():
    """Years of a region go before regions of a year, more of them before fewer."""
    lines = [line(f"s{year}", *SUZHOU, year) for year in (2020, 2021)]
    lines += [line(f"w{year}", *WUXI, year) for year in (2020, 2021, 2022)]
    lines += [line(f"n{n}", f"第{n}市", "", 2021) for n in range(9)]
    found = families(tuple(lines))
    assert largest(found).ids == ("w2020", "w2021", "w2022")
    assert family_of(found, "s2021").ids == ("s2020", "s2021")
    assert family_of(found, "n3").one_year


def test_a_large_library_is_offered_in_families_that_can_be_read():
    """No family of one year has more columns than a person reads."""
    for one in families(library_of(3000)):
        assert len(one.entries) >= 2
        assert not one.one_year or len(one.entries) <= MOST_REGIONS
