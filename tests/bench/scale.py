"""How everything grows with the library: 30, 300 and 2,166 reports (``make bench-scale``).

Run: python tests/bench/scale.py FOLDER [--sizes 30,300,2166] [--no-tracking] [--keep DIR].
FOLDER holds reports, each region's in a folder of its own, or is a tar archive of such a folder. Of
regions in an order that only their names decide, as many as make up a size are taken, so that years
follow each other. Every size has a process and a workspace of its own (``scale_one.py``), beside
one pass of jieba over the same texts on one core, made in turns before and after it (a sample of
them, told by characters). Printed are the figures of each size, how each grows from one size to the
next, and the goal. Times are of the wall; what other programs took of the processors is in them,
so that processor time stands beside the long ones.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
SIZES = (30, 300, 2166)
LEFT_OUT = 5
"""Reports that do not come in with the others: the library grows by them one by one."""
_SAMPLE = 60
"""Texts that jieba cuts before a size is measured, and again after it."""
_ENDINGS = frozenset({".md", ".txt", ".docx", ".doc", ".html", ".htm", ".pdf", ".odt", ".rtf"})

Figures = dict[str, float]


@dataclass(frozen=True)
class Line:
    """A line of the table.

    Attributes:
        name: Key of the figure.
        told: What it is.
        unit: What it is counted in.
        goal: The most it may be at the largest size, None where nothing was promised.
        digits: Digits behind the point.
    """

    name: str
    told: str
    unit: str
    goal: float | None = None
    digits: int = 2


LINES = (
    Line("reports", "reports", "", digits=0),
    Line("source_mb", "source text", "MB", digits=1),
    Line("per_second", "import with full analysis: reports per second", "1/s", digits=1),
    Line("passes", "import with full analysis, wall", "x jieba", 4),
    Line("passes_cpu", "import with full analysis, all processors", "x jieba"),
    Line("ms_per_report", "import with full analysis, all processors, a report", "ms", digits=1),
    Line("again", "importing the same files again, a report", "ms"),
    Line("track_passes", "all consecutive pairs tracked, wall", "x jieba", 3),
    Line("track_passes_cpu", "all consecutive pairs tracked, all processors", "x jieba"),
    Line("pairs", "pairs", "", digits=0),
    Line("peak_main", "peak memory of the main process", "MB", 800, 0),
    Line("peak_worker", "peak memory of a worker", "MB", 500, 0),
    Line("bytes", "workspace bytes per byte of source text, imported and analysed", "B/B", 6),
    Line("bytes_tracked", "the same with all verdicts", "B/B"),
    Line("grow", "one more report, imported and analysed", "ms", digits=1),
    Line("grow_ratio", "the same beside the first report of an empty workspace", "x", 1.5),
    Line("open", "opening the workspace", "ms", digits=1),
    Line("open_ratio", "the same beside opening an empty one", "x", 1.5),
    Line("list", "all lines of the library", "ms", digits=1),
    Line("key", "a key typed into the filter of the library", "ms"),
    Line("report", "opening a report", "ms"),
    Line("word", "search: a word of two characters (slowest of three)", "ms"),
    Line("word_ratio", "the same beside a bare FTS5 table: marked page by rank, count", "x", 3),
    Line("word_plain", "the same beside FTS5 without rank", "x"),
    Line("phrase", "search: a phrase of ten characters (slowest of three)", "ms"),
    Line("phrase_ratio", "the same beside a bare FTS5 table: marked page by rank, count", "x", 3),
    Line("phrase_plain", "the same beside FTS5 without rank", "x"),
    *(
        Line(f"{name}_{time}", f"{told}, {said}", "s", digits=1)
        for name, told in (
            ("feedback", "feedback rates (pairs are tracked)"),
            ("shared", "shared wording"),
            ("new", "new phrases of a year"),
            ("near", "nearest reports (wording is known)"),
            ("regions", "indicators over the regions of a year"),
        )
        for time, said in (("first", "the first time"), ("again", "again, opened anew"))
    ),
    Line("rows_first", "table of all promises: until rows are seen", "ms", digits=1),
    Line("rows_all", "table of all promises: until all are there", "ms", digits=0),
    Line("rows_page", "words of a screen of rows, each of another report", "ms", digits=1),
    Line("rows_sort", "sort by certainty", "ms", digits=1),
    Line("rows_filter", "filter by a verdict", "ms", digits=1),
    Line("rows_group", "group by region", "ms", digits=1),
    Line("rows_texts", "all words of that table, read for the first search", "ms", digits=0),
    Line("rows_words", "filter by a word, from then on", "ms", digits=1),
    Line("rows", "rows of that table", "", digits=0),
)


def files_in(folder: Path) -> list[Path]:
    """Return the reports below a folder, region by region, in an order that names decide."""
    found = [path for path in folder.rglob("*") if path.suffix.lower() in _ENDINGS]

    def place(path: Path) -> tuple[str, str]:
        return hashlib.md5(path.parent.name.encode(), usedforsecurity=False).hexdigest(), path.name

    return sorted(found, key=place)


def chosen(files: Sequence[Path], size: int) -> tuple[list[Path], list[Path]]:
    """Return the files of a size, and those by which it grows afterwards.

    The latter are the last of all: where the largest size leaves none, they are taken from it.
    """
    more = list(files[-LEFT_OUT:])
    return [path for path in files[:size] if path not in more], more


def jieba_pass(files: Sequence[Path]) -> float:
    """Return the processor seconds that a pass of jieba over files takes, from some of them."""
    from tests.bench.bench_diff import segmentation  # noqa: PLC0415 - loads the dictionary

    texts = [path.read_text(encoding="utf-8", errors="replace") for path in files]
    step = max(1, len(texts) // _SAMPLE)
    sample = texts[::step]
    cut = segmentation(*sample)
    begin = process_time()
    cut()
    return (process_time() - begin) * sum(map(len, texts)) / max(1, sum(map(len, sample)))


def measured(files: Sequence[Path], size: int, place: Path, options: Sequence[str]) -> Figures:
    """Return the figures of one size."""
    ours, more = chosen(files, size)
    orders = place / "files.json"
    orders.write_text(json.dumps({"files": list(map(str, ours)), "more": list(map(str, more))}))
    before = jieba_pass(ours)
    folders = {f"XDG_{name}_HOME": str(place / name) for name in ("DATA", "CACHE", "CONFIG")}
    done = subprocess.run(
        [sys.executable, HERE / "scale_one.py", orders, place, *options],
        cwd=HERE.parent.parent,
        env=os.environ | folders | {"HOME": str(place)},
        stdout=subprocess.PIPE,
        check=True,
    )
    figures: Figures = json.loads(done.stdout)
    passed = (before + jieba_pass(ours)) / 2
    figures["pass"] = passed
    figures["passes"] = figures.pop("wall") / passed
    figures["passes_cpu"] = figures.pop("cpu") / passed
    if "track_cpu" in figures:
        figures["track_passes"] = figures.pop("track_wall") / passed
        figures["track_passes_cpu"] = figures.pop("track_cpu") / passed
    return figures


@contextmanager
def unpacked(given: Path) -> Iterator[Path]:
    """Give a folder, or what an archive holds in a folder that goes afterwards."""
    if given.is_dir():
        yield given
        return
    with tempfile.TemporaryDirectory() as place, tarfile.open(given) as archive:
        archive.extractall(place, filter="data")
        yield Path(place)


def _cell(line: Line, figures: Figures) -> str:
    value = figures.get(line.name)
    return "" if value is None else f"{value:,.{line.digits}f}"


def _growth(line: Line, before: Figures, after: Figures) -> str:
    one, other = before.get(line.name), after.get(line.name)
    return f"{other / one:.2f}" if one and other is not None else ""


def shown(found: Sequence[Figures]) -> bool:
    """Print the table; return whether every goal was met at the largest size."""
    table = Table(title="duizhang: growth", show_lines=False)
    table.add_column("figure")
    for figures in found:
        table.add_column(f"{figures['reports']:,.0f}", justify="right")
    for figures in found[1:]:
        table.add_column(f"to {figures['reports']:,.0f}: x", justify="right")
    table.add_column("goal", justify="right")
    table.add_column("unit")
    met = True
    for line in LINES:
        last = found[-1].get(line.name)
        if all(line.name not in figures for figures in found):
            continue
        missed = line.goal is not None and last is not None and last > line.goal
        met &= not missed
        goal = "" if line.goal is None else f"<= {line.goal:g}{'  missed' if missed else ''}"
        steps = [_growth(line, *pair) for pair in pairwise(found)]
        cells = [_cell(line, figures) for figures in found]
        table.add_row(line.told, *cells, *steps, goal, line.unit)
    if len(found) > 1:
        growth = found[-1]["passes_cpu"] / found[0]["passes_cpu"]
        met &= growth <= 1.2
        said = "  missed" if growth > 1.2 else ""
        blank = [""] * (2 * len(found) - 2)
        told = "cost per report at the largest size beside the smallest, in passes of jieba"
        table.add_row(told, *blank, f"{growth:.2f}", f"<= 1.2{said}", "x")
    Console(width=max(150, Console().width)).print(table)
    return met


def main() -> int:
    """Measure every size and print the table; exit 1 when a goal was missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--sizes", default=",".join(map(str, SIZES)))
    asked.add_argument("--no-tracking", action="store_true")
    asked.add_argument("--keep", type=Path, help="leave the workspaces in this folder")
    given = asked.parse_args()
    options = ["--no-tracking"] if given.no_tracking else []
    found: list[Figures] = []
    with unpacked(given.folder) as folder, tempfile.TemporaryDirectory() as passing:
        files = files_in(folder)
        for size in sorted({min(int(one), len(files)) for one in given.sizes.split(",")}):
            place = (given.keep or Path(passing)) / str(size)
            place.mkdir(parents=True, exist_ok=True)
            sys.stderr.write(f"{size} reports …\n")
            found.append(measured(files, size, place, options))
    return 0 if shown(found) else 1


if __name__ == "__main__":
    sys.exit(main())
