"""Time of aligning and diffing two real reports, against one pass of jieba over their text.

Run ``python tests/bench/bench_diff.py``. The process is warm and the tokens are cached, as they
are in the window once both reports were opened. Three tools that compare the whole texts by
characters are measured in the same run: difflib, diff-match-patch (stopped after 20 s, when it
gives a coarse answer) and its C++ edition. Memory is that of a process of its own.
"""

import resource
import subprocess
import sys
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[2]))

import click
from diff_match_patch import diff_match_patch
from fast_diff_match_patch import diff as fast_diff

from tests.builders import SEEDS
from tracker import pipeline
from tracker.diff.sections import diff_sections
from tracker.ingest.files import read_source
from tracker.model.alignment import AlignmentPart
from tracker.model.report import Report
from tracker.resources import load_options

GOAL = 3.0
ROUNDS = 7
STOPPED = 20
"""Seconds after which diff-match-patch gives up looking for the best diff."""
MEMORY_GOAL = 150
GROWTH_GOAL = 1.3


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
    once = [(name, timed_once(work)) for name, work in whole_texts(earlier.text, later.text)]
    rows = [
        ("one jieba.lcut pass over both texts", unit, unit_median),
        ("alignment + diff, plan and review", *ours_times),
        ("difflib by characters, whole texts", *whole_times),
        *((name, seconds, seconds) for name, seconds in once),
    ]
    click.echo(f"first run, tokens not cached: {cold * 1000:.0f} ms")
    for name, least, usual in rows:
        click.echo(f"{name}: {least * 1000:.1f} ms at best, {usual * 1000:.1f} ms median")
    for name, least, _ in rows[1:]:
        goal = f"<= {GOAL:g}" if name.startswith("alignment") else ""
        click.echo(f"{name}\t{least / unit:.2f}\t{goal}\tx one jieba pass")
    growth, memory = thread_growth(options), pair_memory()
    click.echo(f"topics: time per added report, 10 / 3 reports\t{growth:.2f}\t<= {GROWTH_GOAL}\tx")
    click.echo(f"memory of a pair above jieba\t{memory:.0f}\t< {MEMORY_GOAL}\tMB")
    reached = ours_times[0] / unit <= GOAL and growth <= GROWTH_GOAL and memory < MEMORY_GOAL
    return 0 if reached else 1


def whole_texts(earlier: str, later: str) -> list[tuple[str, Callable[[], object]]]:
    """Return the tools that compare two texts by characters."""
    differ = diff_match_patch()
    differ.Diff_Timeout = STOPPED
    return [
        (
            "fast-diff-match-patch, whole texts",
            lambda: fast_diff(earlier, later, timelimit=0, checklines=False),
        ),
        (
            f"diff-match-patch, whole texts, stopped after {STOPPED} s",
            lambda: differ.diff_main(earlier, later),
        ),
    ]


def timed_once(work: Callable[[], object]) -> float:
    """Return the seconds that one run takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def thread_growth(options: pipeline.AnalysisOptions) -> float:
    """Return how much more an added report costs among ten than among three."""
    reports = [read(number, options) for number in ("002", "000", "003", "004")]
    row = [reports[n % len(reports)] for n in range(10)]
    for part in row[:3], row:
        pipeline.history(part, AlignmentPart.PLAN, options)  # tokens are cached from here on

    def drawn(n_reports: int) -> Callable[[], object]:
        return lambda: pipeline.history(row[:n_reports], AlignmentPart.PLAN, options)

    (two, _), (three, _), (nine, _), (ten, _) = timed(drawn(2), drawn(3), drawn(9), drawn(10))
    return (ten - nine) / (three - two)


_MEMORY = """
import sys
sys.path.insert(0, {root!r})
from tests.bench.bench_diff import peak_of
print(peak_of(sys.argv[1]))
"""


def pair_memory() -> float:
    """Return the megabytes that aligning and diffing a pair takes above jieba alone."""
    peaks = [
        float(
            subprocess.run(
                [sys.executable, "-c", _MEMORY.format(root=str(SEEDS.parent)), what],
                check=True,
                capture_output=True,
                text=True,
            ).stdout
        )
        for what in ("pair", "jieba")
    ]
    return peaks[0] - peaks[1]


def peak_of(what: str) -> float:
    """Return the peak memory of this process in megabytes after loading jieba, or after a pair."""
    segmentation("报告")()
    if what == "pair":
        options = load_options()
        earlier, later = (read(number, options) for number in ("002", "000"))
        alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, options)
        pipeline.compare(alignment, earlier, later, options)
    # On Linux the resource usage of a process begins with the peak of the one that started it.
    status = Path("/proc/self/status")
    if status.exists():
        line = next(s for s in status.read_text("ascii").splitlines() if s.startswith("VmHWM:"))
        return float(line.split()[1]) / 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


def read(number: str, options: pipeline.AnalysisOptions) -> Report:
    """Return a sample report, read."""
    source, _ = read_source(next(SEEDS.glob(f"{number}_*.txt")))
    return pipeline.read(source, options)


if __name__ == "__main__":
    sys.exit(main())
