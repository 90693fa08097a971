"""What a whole archive costs, stage by stage, in passes of jieba over its texts.

Run ``python tests/bench/bench_batch.py [FOLDER]``; without a folder the samples are read, which are
few: what is done once for a region or a process weighs more there. All tasks of ``duizhang batch``
are done in this process, one after the other, so that processor time is all there is to count; two
processors take half of it. Jieba is measured before and after, and the lesser time counts: what
else the machine does slows the one as it slows the other.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[2]))

import click

from tests.bench.bench_diff import segmentation
from tracker import pipeline
from tracker.batch import Batch, Choice, Form, tasks
from tracker.batch.cells import Cells
from tracker.message import Message
from tracker.workers import Done, rest_collector

ANALYSIS_GOAL, PAIRS_GOAL = 8.0, 6.0
"""Passes of processor time; on two processors 4 and 3 passes of the clock."""
STAGES = {
    "documents read": (pipeline, "read"),
    "promises": (pipeline, "commitments"),
    "results": (pipeline, "outcomes"),
    "indicators": (tasks, "stated_in"),
    "promises matched and judged": (pipeline, "judge"),
    "rows of reports": (tasks, "of_report"),
    "rows of pairs": (tasks, "of_pair"),
    "cells written": (Cells, "put"),
    "cells read": (Cells, "get"),
}


class Here:
    """Does tasks where they are given."""

    def run(self, work: Callable[[object], object], given: Iterable[object]) -> Iterator[object]:
        """Yield what became of tasks."""
        for task in given:
            yield Done(task, work(task))


class Clock:
    """Adds up the processor time of functions, each without that of the ones it calls."""

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self._inner: list[float] = []

    def watch(self, stage: str, owner: object, name: str) -> None:
        """Count the time of a function from now on."""
        work = getattr(owner, name)

        @wraps(work)
        def watched(*given: object, **named: object) -> object:
            begin = process_time()
            self._inner.append(0.0)
            try:
                return work(*given, **named)
            finally:
                took = process_time() - begin
                self.times[stage] += took - self._inner.pop()
                if self._inner:
                    self._inner[-1] += took

        setattr(owner, name, watched)


def once(work: Callable[[], object]) -> float:
    """Return the processor time of some work."""
    begin = process_time()
    work()
    return process_time() - begin


def main() -> int:
    """Measure, print one line per figure, and say whether the goals were met."""
    root = Path(__file__).parents[2]
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else root / "seeds"
    files = [f for f in sorted(folder.rglob("*")) if f.suffix in {".md", ".txt"}]
    jieba = segmentation(*(f.read_text(encoding="utf-8") for f in files))
    clock = Clock()
    for stage, (owner, name) in STAGES.items():
        clock.watch(stage, owner, name)
    steps: dict[str, tuple[float, float]] = {}

    def tell(what: Message, _done: int, _total: int) -> None:
        begin, _ = steps.setdefault(what.en, (process_time(), 0.0))
        steps[what.en] = begin, process_time()

    tasks._options()
    rest_collector()
    jieba()
    before = once(jieba)
    with TemporaryDirectory() as out:
        batch = Batch.prepare(Path(out), Choice(), "en", Here(), tell)  # type: ignore[arg-type]
        whole = once(lambda: batch.run(files, "", Form("csv")))
    unit = min(before, once(jieba))
    for stage in STAGES:
        click.echo(f"{stage}\t{clock.times[stage] / unit:.2f}\t\tx one jieba pass")
    writing = sum(end - begin for step, (begin, end) in steps.items() if "writing" in step)
    click.echo(f"tables written\t{writing / unit:.2f}\t\tx one jieba pass")
    pairs = sum(clock.times[s] for s in ("promises matched and judged", "rows of pairs")) / unit
    rest = whole / unit - pairs
    click.echo(f"all but pairs\t{rest:.2f}\t<= {ANALYSIS_GOAL:g}\tx one jieba pass")
    click.echo(f"pairs\t{pairs:.2f}\t<= {PAIRS_GOAL:g}\tx one jieba pass")
    click.echo(f"{len(files)} documents, {whole:.1f} s of processor time; jieba {unit:.2f} s")
    return 0 if rest <= ANALYSIS_GOAL and pairs <= PAIRS_GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
