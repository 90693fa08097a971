"""Lines of a library as large as a person's desk ever holds, made of real regions."""

from functools import cache

from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import Region, ReportKind
from tracker.resources import load_gazetteer


@cache
def _regions() -> tuple[Region, ...]:
    return tuple(r for r in load_gazetteer().regions() if r.code and r.code != "000000")


def line(report, region="", code="", year=None, **more):
    """Return one line of a library."""
    given = {
        "title": f"{year}年{region}政府工作报告" if year else "",
        "name": f"{report}.txt",
        "level": None,
        "kind": ReportKind.GOVERNMENT_WORK_REPORT,
        "n_warnings": 0,
        "n_commitments": None,
        "n_marked": 0,
    } | more
    return ReportEntry(
        id=ReportId(report),
        name=given.pop("name"),
        region_name=region,
        region_code=code,
        year=year,
        **given,
    )


def library_of(n_reports: int) -> tuple[ReportEntry, ...]:
    """Return a library: regions from all over the country, six years each, one year missing."""
    regions = _regions()
    n_regions = -(-n_reports // 6)
    step = max(1, len(regions) // n_regions)
    found = []
    for at, region in enumerate(regions[::step]):
        years = [year for year in range(2018, 2025) if (year + at) % 7]
        for year in years:
            n = len(found)
            found.append(
                line(
                    f"{region.name}{year}",
                    region.name,
                    region.code,
                    year,
                    level=region.level,
                    n_warnings=n % 5,
                    n_commitments=120 if n % 3 else None,
                    n_marked=(n * 7 % 130) if n % 3 else 0,
                )
            )
    return tuple(found[:n_reports])
