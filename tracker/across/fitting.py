"""Whether reports fit the question that is asked of them; if not, one sentence says why."""

from collections.abc import Sequence

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.report import Region, RegionLevel, Report


def check_years_of_one_region(reports: Sequence[Report]) -> None:
    """Refuse reports that are not of one region and at least two years.

    Raises:
        InputProblem: A report names no year, they are of one year, or of several regions.
    """
    for report in reports:
        _year(report)
    if len({report.meta.year for report in reports}) < 2:
        raise InputProblem(
            Message(
                "要看一项承诺历年的情况，至少要给出同一地区两个年度的报告。",
                "To follow a promise through the years, give reports of one region for at least "
                "two years.",
            )
        )
    _check_one_region(reports)


def check_same_region_and_year(a: Report, b: Report) -> None:
    """Refuse two documents that are not of one region and one year.

    Raises:
        InputProblem: They are the same document, of two regions or of two years.
    """
    if a.id == b.id:
        raise InputProblem(
            Message(
                f"{a.name} 与 {b.name} 是同一份文件，没有可比的。",
                f"{a.name} and {b.name} are the same document; nothing to compare.",
            )
        )
    _check_one_region((a, b))
    _check_one_year(a, b)


def check_levels(upper: Report, lower: Report) -> None:
    """Refuse a pair of which the first is not the upper level of the second, in one year.

    Raises:
        InputProblem: A region is unknown, one does not hold the other, or the years differ.
    """
    above, below = _region(upper), _region(lower)
    if not holds(above, below):
        raise InputProblem(
            Message(
                f"{below.name}不在{above.name}之下；请先给上级的报告，再给下级的。",
                f"{below.name} does not lie within {above.name}; give the upper report first.",
            )
        )
    _check_one_year(upper, lower)


def holds(above: Region, below: Region) -> bool:
    """Tell whether a region lies within another, by their official names."""
    if above.level is RegionLevel.NATIONAL:
        return below.level is not RegionLevel.NATIONAL
    return below.name != above.name and below.name.startswith(above.name)


def _year(report: Report) -> int:
    if report.meta.year is None:
        raise InputProblem(
            Message(
                f"{report.name}：看不出是哪一年的报告。",
                f"{report.name}: the year of the report cannot be told.",
            )
        )
    return report.meta.year


def _region(report: Report) -> Region:
    if report.meta.region is None:
        raise InputProblem(
            Message(
                f"{report.name}：看不出是哪个地区的报告。",
                f"{report.name}: the region of the report cannot be told.",
            )
        )
    return report.meta.region


def _check_one_region(reports: Sequence[Report]) -> None:
    named = {_region(report).name: report for report in reports}
    if len(named) > 1:
        first, second = list(named)[:2]
        raise InputProblem(
            Message(
                f"报告不是同一地区的：{named[first].name} 是{first}的，"
                f"{named[second].name} 是{second}的。",
                f"The reports are not of one region: {named[first].name} is of {first}, "
                f"{named[second].name} of {second}.",
            )
        )


def _check_one_year(a: Report, b: Report) -> None:
    if _year(a) != _year(b):
        raise InputProblem(
            Message(
                f"报告不是同一年度的：{a.name} 是 {a.meta.year} 年的，"
                f"{b.name} 是 {b.meta.year} 年的。",
                f"The reports are not of one year: {a.name} is of {a.meta.year}, {b.name} of "
                f"{b.meta.year}.",
            )
        )
