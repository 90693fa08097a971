"""Time of reading promises and results and of matching them, against one pass of jieba.

Run ``python tests/bench/bench_track.py``. The process is warm, the texts are read and cut into
sentences, clauses, numbers and words, as they are in the window once both reports were opened; the
last row of a pair tells what it costs where all of that is done anew. Measured is all that
``pipeline.track`` does for a pair: the promises of both reports, the results of the later one, and
a verdict on every promise. With ``CORPUS`` set to a folder of reports the State Council's of 2021
and 2022 are measured too. Times are those of the processor, and jieba takes turns with the rest,
so that what else the machine does falls on both. For many years of one region it is told what a
report costs where ten are read instead of five.
"""

import gc
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

import click

from tests.bench.bench_diff import read, segmentation
from tracker import pipeline
from tracker.ingest.files import read_source
from tracker.model.report import Report
from tracker.resources import load_options
from tracker.text.numerals import find_quantities

GOAL = 3.0
GROWTH_GOAL = 1.5
ROUNDS = 7
FEW, MANY = 5, 10
"""Years; a chain looks two years back and two ahead, so that three are no measure of it."""


def least(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Return the least processor time of several runs of each, in seconds."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, times, strict=True):
            start = process_time()
            work()
            found.append(process_time() - start)
    return [min(found) for found in times]


def of_corpus(folder: Path, region: str, options: pipeline.AnalysisOptions) -> list[Report]:
    """Return the reports of a region in a folder of reports, by year."""
    files = sorted((folder / region).glob("[12]*.md"))
    return [pipeline.read(read_source(file)[0], options) for file in files]


def pair(name: str, earlier: Report, later: Report, options: pipeline.AnalysisOptions) -> bool:
    """Print the figures of a pair; return whether the goal was met."""

    def extracted() -> None:
        pipeline.commitments(earlier, options)
        pipeline.commitments(later, options)
        pipeline.outcomes(later, options)

    def tracked() -> None:
        pipeline.track(earlier, (later,), options)

    tracked()
    remembering = type(find_quantities)  # what lru_cache makes of a function
    caches = [found for found in gc.get_objects() if isinstance(found, remembering)]

    def tracked_anew() -> None:
        for cache in caches:
            cache.cache_clear()
        tracked()

    unit, extraction, whole, anew = least(
        segmentation(earlier.text, later.text), extracted, tracked, tracked_anew
    )
    click.echo(f"promises and results of {name}\t{extraction / unit:.2f}\t\tx one jieba pass")
    click.echo(f"the same, matched and judged\t{whole / unit:.2f}\t<= {GOAL:g}\tx one jieba pass")
    click.echo(f"the same, all words cut anew\t{anew / unit:.2f}\t\tx one jieba pass")
    return whole / unit <= GOAL


def growth(name: str, reports: list[Report], options: pipeline.AnalysisOptions) -> bool:
    """Print what a report costs among many years against few; return whether it is about the same.

    Reports are counted by their characters, because they grow from year to year; the first only
    where it is read for itself, because it answers no other.
    """
    reached = True
    rows = reports[-FEW:], reports[-MANY:]
    works: dict[str, tuple[Callable[[list[Report]], object], int]] = {
        "indicators": (lambda row: pipeline.indicators(row, options), 0),
        "figures": (lambda row: pipeline.figures(row, options), 1),
        "chains": (lambda row: pipeline.chains(row, options), 1),
    }
    for what, (work, first) in works.items():
        times = least(*(partial(work, row) for row in rows), rounds=2)
        few, many = (
            seconds / sum(len(report.text) for report in row[first:])
            for seconds, row in zip(times, rows, strict=True)
        )
        click.echo(
            f"{what} of {name}: time per character, {MANY} / {FEW} years"
            f"\t{many / few:.2f}\t<= {GROWTH_GOAL:g}\tx"
        )
        reached = reached and many / few <= GROWTH_GOAL
    return reached


def main() -> int:
    """Measure, print one line per figure, and say whether the goals were met."""
    options = load_options()
    reached = pair("002, by 000", read("002", options), read("000", options), options)
    corpus = os.environ.get("CORPUS")
    if corpus:
        reports = of_corpus(Path(corpus), "国务院", options)
        by_year = {report.meta.plan_year: report for report in reports}
        reached &= pair("国务院 2021, by 2022", by_year[2021], by_year[2022], options)
        reached &= growth("国务院", reports, options)
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
