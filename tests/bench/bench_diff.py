"""Time of aligning and diffing two real reports, against one pass of jieba over their text.

Run ``python tests/bench/bench_diff.py``. The process is warm and the tokens are cached, as they
are in the window once both reports were opened. difflib by characters over the whole texts is
measured in the same run for comparison.
"""

import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

import click

from tests.builders import SEEDS
from tracker import pipeline
from tracker.diff.sections import diff_sections
from tracker.ingest.files import read_source
from tracker.model.alignment import AlignmentPart
from tracker.model.report import Report
from tracker.resources import load_options

GOAL = 5.0
ROUNDS = 7


def timed(*works: Callable[[], object]) -> list[tuple[float, float]]:
    """Return the least and the median time of several runs of each, in seconds.

    The works take turns, so that what else the machine does falls on all of them.
    """
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for work, found in zip(works, times, strict=True):
            start = perf_counter()
            work()
            found.append(perf_counter() - start)
    return [(min(found), median(found)) for found in times]


def segmentation(*texts: str) -> Callable[[], object]:
    """Return one plain pass of jieba over texts, its dictionary loaded."""
    import jieba  # noqa: PLC0415 - only after tracker.text.tokens loaded it without warnings

    jieba.setLogLevel(60)
    with TemporaryDirectory() as folder:
        jieba.dt.tmp_dir = folder
        jieba.initialize()
    return lambda: [jieba.lcut(text) for text in texts]


def main() -> int:
    """Measure, print one line per figure, and say whether the goal was met."""
    options = load_options()
    earlier, later = (read(number, options) for number in ("002", "000"))
    commitments = [pipeline.commitments(report, options) for report in (earlier, later)]
    measures = [[m for c in found for m in c.statement.measures] for found in commitments]

    def ours() -> None:
        for part in AlignmentPart.PLAN, AlignmentPart.REVIEW:
            alignment = pipeline.align(earlier, later, part, options)
            diff_sections(
                alignment,
                earlier,
                later,
                earlier_measures=measures[0],
                later_measures=measures[1],
                lexicon=options.diff,
            )

    def whole() -> None:
        SequenceMatcher(None, earlier.text, later.text, autojunk=False).get_opcodes()

    start = perf_counter()
    ours()
    cold = perf_counter() - start
    (unit, unit_median), ours_times, whole_times = timed(
        segmentation(earlier.text, later.text), ours, whole
    )
    rows = [
        ("one jieba.lcut pass over both texts", unit, unit_median),
        ("alignment + diff, plan and review", *ours_times),
        ("difflib by characters, whole texts", *whole_times),
    ]
    click.echo(f"first run, tokens not cached: {cold * 1000:.0f} ms")
    for name, least, usual in rows:
        click.echo(f"{name}: {least * 1000:.1f} ms at best, {usual * 1000:.1f} ms median")
    for name, least, _ in rows[1:]:
        goal = f"<= {GOAL:g}" if name.startswith("alignment") else ""
        click.echo(f"{name}\t{least / unit:.2f}\t{goal}\tx one jieba pass")
    return 0 if ours_times[0] / unit <= GOAL else 1


def read(number: str, options: pipeline.AnalysisOptions) -> Report:
    """Return a sample report, read."""
    source, _ = read_source(next(SEEDS.glob(f"{number}_*.txt")))
    return pipeline.read(source, options)


if __name__ == "__main__":
    sys.exit(main())
