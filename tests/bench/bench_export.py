"""Time of writing a tracking report of 5,000 promises in each format.

Run ``python tests/bench/bench_export.py``. The promises are those of two sample reports, judged
and told over and over, with their evidence, reasons and indicators; so the texts are as long as in
real handouts. Measured is what ``write_handout`` takes, from the findings to the file in its place.
"""

import sys
import tempfile
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

import click

from tests.bench.bench_diff import read
from tracker import pipeline
from tracker.export.formats import HANDOUT_ENDINGS, write_handout
from tracker.model.handout import HandoutOptions, TrackedPromise, TrackingReport, title_of
from tracker.model.ids import CommitmentId
from tracker.resources import load_options, resource_bytes

ROWS = 5_000
GOAL = 10.0


def made() -> TrackingReport:
    """Return a handout of so many rows."""
    options = load_options()
    earlier, later = read("002", options), read("000", options)
    found = pipeline.track(earlier, (later,), options)
    many = (
        replace(
            one, commitment=replace(one.commitment, id=CommitmentId(f"{one.commitment.id}-{n}"))
        )
        for n, one in enumerate(islice(cycle(found), ROWS))
    )
    return TrackingReport(
        title_of(earlier),
        (earlier, later),
        tuple(map(TrackedPromise, many)),
        "0",
        "0",
        pipeline.by_year(pipeline.indicators((earlier, later), options)),
    )


def main() -> int:
    """Measure, print one line per format, and say whether the goal was met."""
    handout, reached = made(), True
    with tempfile.TemporaryDirectory() as folder:
        for ending in HANDOUT_ENDINGS:
            start = perf_counter()
            write_handout(handout, Path(folder) / f"t{ending}", HandoutOptions(), resource_bytes)
            seconds = perf_counter() - start
            click.echo(f"{ROWS:,} promises as {ending[1:]}\t{seconds:.1f}\t<= {GOAL:g}\ts")
            reached = reached and seconds <= GOAL
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main())
