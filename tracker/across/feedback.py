"""Feedback rates set out by region and year (反馈率热力表).

In: reports with their figures. Out: a table without holes: a year without a report, and one that
nothing looks back on, are told as such. Where a year is missing between a report and the one that
judges it, its cell stands without a rate, and is left out of every mean.
"""

from collections import defaultdict
from collections.abc import Iterable

from tracker.model.feedback import (
    PUBLISHED_YEARS,
    SUB_PROVINCIAL,
    CountedReport,
    Feedback,
    FeedbackCell,
    FeedbackRow,
    tally,
)
from tracker.model.figures import ReportFigures
from tracker.model.report import RegionLevel, ReportKind

_LEVELS = {level.value: at for at, level in enumerate(RegionLevel)}


def feedback_of(counted: Iterable[CountedReport], waiting: int = 0) -> Feedback:
    """Return the rates of reports; of two of one region and year the work report counts.

    Args:
        counted: Reports with their figures.
        waiting: How many of them are looked back on and were not judged yet.
    """
    known = [one for one in counted if one.head.place and one.head.year is not None]
    regions: dict[str, dict[int, CountedReport]] = defaultdict(dict)
    for one in sorted(known, key=_work_reports_last):
        regions[one.head.place][_year(one)] = one
    years = sorted({year for of_region in regions.values() for year in of_region})
    span = tuple(range(years[0], years[-1] + 1)) if years else ()
    rows = sorted((_row(found, span) for found in regions.values()), key=_place)
    cells = [(row, cell) for row in rows for cell in row.cells if cell.figures is not None]
    by_year: dict[int, list[ReportFigures]] = {year: [] for year in span}
    compared = []
    for row, cell in cells:
        if cell.figures is not None:
            by_year[cell.year].append(cell.figures)
            if row.region_code in SUB_PROVINCIAL and cell.year in PUBLISHED_YEARS:
                compared.append(cell.figures)
    return Feedback(
        span,
        tuple(rows),
        tuple(tally(found) for found in by_year.values()),
        tally(one for found in by_year.values() for one in found),
        tally(compared),
        waiting,
    )


def _year(one: CountedReport) -> int:
    figures = one.figures
    year = figures.year if figures is not None and figures.year is not None else one.head.year
    return year or 0


def _work_reports_last(one: CountedReport) -> tuple[bool, bool, str]:
    work = one.head.kind is ReportKind.GOVERNMENT_WORK_REPORT
    return work, one.figures is not None, one.head.id


def _row(found: dict[int, CountedReport], span: tuple[int, ...]) -> FeedbackRow:
    head = found[max(found)].head
    cells = tuple(
        FeedbackCell(year, one.figures if one else None, one is not None)
        for year in span
        for one in (found.get(year),)
    )
    whole = tally(cell.figures for cell in cells if cell.figures is not None)
    return FeedbackRow(head.region, head.region_code, head.level, cells, whole)


def _place(row: FeedbackRow) -> tuple[object, ...]:
    return _LEVELS.get(row.level, 9), row.region_code or "~", row.region
