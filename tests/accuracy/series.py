"""Feedback rates and main indicators of a folder: ``python -m tests.accuracy.series DIR``.

Reads every ``REGION/YEAR.md`` below the folder. For each region: how many pairs of consecutive
years, how many quantified promises, which share of them is answered, and for how many of the main
indicators a report gives a value for the year it looks back on and a promise for its own.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from tracker import pipeline
from tracker.ingest.files import read_source
from tracker.model.figures import Grouping, ReportFigures
from tracker.model.report import Report
from tracker.model.series import IndicatorValue, Side, Standing
from tracker.resources import load_options

MAIN = (
    ("地区生产总值",),
    ("一般公共预算收入",),
    ("固定资产投资",),
    ("社会消费品零售总额",),
    ("城镇新增就业",),
    ("居民人均可支配收入", "城镇居民人均可支配收入"),
    ("居民消费价格",),
    ("城镇登记失业率", "城镇调查失业率"),
    ("全社会研究与试验发展经费支出占地区生产总值的比重",),
    ("PM2.5平均浓度",),
)


def read_region(folder: Path) -> list[Report]:
    """Return the reports of a region."""
    options = load_options()
    files = sorted(folder.glob("[12]*.md"))
    return [pipeline.read(read_source(file)[0], options) for file in files]


def answered(figures: Iterable[ReportFigures]) -> tuple[int, int, int]:
    """Return quantified promises, how many were answered, and how many plainly."""
    rows = list(figures)
    return (
        sum(row.quantified for row in rows),
        sum(row.quantified_answered for row in rows),
        sum(row.quantified_plainly for row in rows),
    )


def covered(values: Iterable[IndicatorValue], reports: list[Report], side: Side) -> float:
    """Return which share of the main indicators a report gives a value of, on average."""
    given = {(v.report_id, v.indicator.name) for v in values if v.side is side}
    found = sum(
        any((report.id, name) in given for name in names) for report in reports for names in MAIN
    )
    return found / (len(reports) * len(MAIN))


def measure(folder: Path) -> Iterable[str]:
    """Yield a line for each region, then one for all."""
    options = load_options()
    every: list[ReportFigures] = []
    targets: list[ReportFigures] = []
    for region in sorted(path for path in folder.iterdir() if path.is_dir()):
        reports = read_region(region)
        if len(reports) < 2:
            continue
        values = pipeline.indicators(reports, options)
        known = [value for value in values if value.indicator.standard]
        figures = [
            one
            for one in pipeline.figures(reports, options, Grouping.ROLE)
            if one.later_year is not None and one.later_year - (one.year or 0) == 1
        ]
        every.extend(figures)
        targets.extend(one for one in figures if one.group == "targets")
        shares = " ".join(f"{covered(known, reports, side):.2f}" for side in Side)
        revised = sum(value.standing is Standing.REVISED for value in known)
        years = len({one.year for one in figures})
        yield f"{region.name} {line(figures)} pairs {years} covered {shares} revised {revised}"
    yield f"all {line(every)}"
    yield f"all, headline targets {line(targets)}"


def line(figures: Iterable[ReportFigures]) -> str:
    """Return quantified promises with the shares that are answered, and plainly."""
    quantified, some, plain = answered(figures)
    if not quantified:
        return "quantified 0"
    return (
        f"quantified {quantified} answered {some / quantified:.2f} plainly {plain / quantified:.2f}"
    )


if __name__ == "__main__":
    for told in measure(Path(sys.argv[1])):
        print(told, flush=True)  # noqa: T201 - talks to a terminal
