"""One size of ``scale.py``, in a process of its own: figures as JSON on standard output.

Run by ``scale.py``: python tests/bench/scale_one.py FILES.json FOLDER [--no-tracking]. Everything
goes through the doors that the window and the command line use.
"""

import gc
import json
import os
import random
import resource
import sqlite3
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop.jobs import promise_rows, shelf
from desktop.jobs.job import JobContext
from desktop.models import row_words
from desktop.models.arranging import SortBy, Wish, arrange
from desktop.models.ledger import Ledger
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition, PromiseFilter
from desktop.models.query import Query as FilterQuery
from tracker.model.ids import ReportId
from tracker.model.report import ReportKind
from tracker.model.search import Query
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace, library_search

WORDS = ("发展", "粮食", "算力")
"""One of every paragraph, one of every report, one of few reports."""
TYPED = ("s", "sz", "szh", "szh2", "szh20", "")
_PAGE = library_search.PAGE * library_search.EACH
_MEGA = 1e6
_SHORT_ROUNDS = 7
_SEARCHES = 25
_SCREEN = 40
"""Rows of a table that are seen at once."""
_LOOKED_FOR = ("发展", "粮食", "算力", "轨道交通", "学位")
_CONTEXT = JobContext(lambda *_: None, lambda: False)


def cpu() -> float:
    """Return the processor time of this process and of workers that have ended, in seconds."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak(who: int) -> float:
    """Return the peak memory of a process, in MB (Linux counts it in KiB, macOS in bytes)."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss * unit / _MEGA


def timed(work: Callable[[], object], rounds: int = _SHORT_ROUNDS) -> float:
    """Return the median of the milliseconds that some work takes."""
    found = []
    for _ in range(rounds):
        begin = perf_counter()
        work()
        found.append((perf_counter() - begin) * 1000)
    return statistics.median(found)


def say(what: str) -> None:
    """Tell how far it is, on standard error."""
    sys.stderr.write(f"  {perf_counter():8.1f} s  {what}\n")


def analysed(workspace: Workspace, reports: Sequence[ReportId]) -> None:
    """Find what each report promises and tells of, as far as the import did not."""
    for report in reports:
        workspace.commitments(report)
        workspace.outcomes(report)


def warm_up(place: Path, files: Sequence[Path]) -> None:
    """Load the stages and their word lists: they are no part of what grows."""
    with Workspace.create(place / "warm.duizhang") as workspace:
        workspace.import_files(files)
        analysed(workspace, [entry.id for entry in workspace.entries()])


def import_all(path: Path, files: Sequence[Path]) -> dict[str, float]:
    """Import and analyse files into a new workspace; return what it took."""
    wall, used = perf_counter(), cpu()
    with Workspace.create(path) as workspace:
        workspace.import_files(files)
        say("imported")
        ids = [entry.id for entry in workspace.entries()]
        analysed(workspace, ids)
        say("analysed")
        wall, used = perf_counter() - wall, cpu() - used
        main, worker = peak(resource.RUSAGE_SELF), peak(resource.RUSAGE_CHILDREN)
        begin = perf_counter()
        workspace.import_files(files)
        again = perf_counter() - begin
    n_bytes = sum(file.stat().st_size for file in files)
    return {
        "reports": len(ids),
        "source_mb": n_bytes / _MEGA,
        "wall": wall,
        "cpu": used,
        "per_second": len(ids) / wall,
        "ms_per_report": used / len(ids) * 1000,
        "again": again / len(files) * 1000,
        "peak_main": main,
        "peak_worker": worker,
        "bytes": path.stat().st_size / n_bytes,
    }


def grow(path: Path, more: Sequence[Path]) -> dict[str, float]:
    """Return what one more report costs, beside the first of an empty workspace."""

    def one_more(workspace: Workspace, file: Path) -> float:
        gc.collect()
        begin = cpu()
        results = workspace.import_files([file])
        analysed(workspace, [one.entry.id for one in results if one.entry is not None])
        return (cpu() - begin) * 1000

    first, later = [], []
    with Workspace.open(path) as workspace:
        for n, file in enumerate(more):
            with Workspace.create(path.with_name(f"first-{n}.duizhang")) as empty:
                first.append(one_more(empty, file))
            later.append(one_more(workspace, file))
    grown, alone = statistics.median(later), statistics.median(first)
    return {"grow": grown, "grow_ratio": grown / alone}


def opening(path: Path) -> dict[str, float]:
    """Return how long opening takes, beside an empty workspace, and what is shown first."""
    empty = path.with_name("empty.duizhang")
    Workspace.create(empty).close()

    def opened(place: Path) -> float:
        begin = perf_counter()
        workspace = Workspace.open(place)
        took = perf_counter() - begin
        workspace.close()  # waits for the copy of the day
        return took * 1000

    opened(path), opened(empty)
    both = [(opened(path), opened(empty)) for _ in range(_SHORT_ROUNDS)]
    ours, bare = (statistics.median(one) for one in zip(*both, strict=True))
    with Workspace.open(path) as workspace:
        entries = workspace.entries()
        listed = timed(workspace.entries)
        shelf.prepare(entries)
        keys = [
            timed(
                lambda typed=typed: [e for e in entries if FilterQuery(typed).finds(*shelf.keys(e))]
            )
            for typed in TYPED
        ]
        random.seed(1)
        some = random.sample(entries, min(20, len(entries)))
        begin = perf_counter()
        for entry in some:
            workspace.report(entry.id)
        took = (perf_counter() - begin) * 1000 / len(some)
    return {
        "open": ours,
        "open_ratio": ours / bare,
        "list": listed,
        "key": statistics.mean(keys),
        "report": took,
    }


def bare_table(workspace: Workspace, place: Path) -> tuple[sqlite3.Connection, list[str]]:
    """Return a bare FTS5 table of all paragraphs, and some phrases of ten characters of them."""
    bare = sqlite3.connect(place / "bare.db")
    bare.execute("DROP TABLE IF EXISTS bare")
    bare.execute("CREATE VIRTUAL TABLE bare USING fts5(body, tokenize='unicode61')")
    random.seed(2)
    phrases: list[str] = []
    entries = workspace.entries()
    for n, entry in enumerate(entries):
        paragraphs = [one for one in workspace.report(entry.id).canonical.text.split("\n") if one]
        bare.executemany("INSERT INTO bare (body) VALUES (?)", ((_pairs(p),) for p in paragraphs))
        if n % max(1, len(entries) // 5) == 0:
            phrases += _phrase(paragraphs)
    bare.commit()
    bare.execute("INSERT INTO bare (bare) VALUES ('optimize')")
    bare.commit()
    return bare, ["实现全面建成小康社会", *phrases[:2]]


def _pairs(text: str) -> str:
    return " ".join(text[at : at + 2] for at in range(len(text) - 1))


def _phrase(paragraphs: Sequence[str]) -> list[str]:
    """Return one phrase of ten Chinese characters of a long paragraph."""
    for paragraph in random.sample(paragraphs, len(paragraphs)):
        for at in range(len(paragraph) - 10):
            piece = paragraph[at : at + 10]
            if all("\u4e00" <= char <= "\u9fff" for char in piece):
                return [piece]
    return []


def searching(path: Path) -> dict[str, float]:
    """Return how long searches take, beside a lookup in a bare table of the same paragraphs."""
    figures: dict[str, float] = {}
    with Workspace.open(path) as workspace:
        bare, phrases = bare_table(workspace, path.parent)
        say("bare table made")
        for name, texts in (("word", WORDS), ("phrase", phrases)):
            rows = [beside_bare(workspace, bare, text) for text in texts]
            for text, (ours, ranked, plain) in zip(texts, rows, strict=True):
                say(f"{text}: {ours:.2f} ms; bare {ranked:.2f} ms by rank, {plain:.2f} ms not")
            figures[name] = max(ours for ours, _, _ in rows)
            figures[f"{name}_ratio"] = max(ours / ranked for ours, ranked, _ in rows)
            figures[f"{name}_plain"] = max(ours / plain for ours, _, plain in rows)
        bare.close()
    return figures


def beside_bare(
    workspace: Workspace, bare: sqlite3.Connection, text: str
) -> tuple[float, float, float]:
    """Return milliseconds of counts and first page, and of bare lookups, by rank and without.

    A bare page has as many paragraphs as ours may have, and tells where the word stands in them,
    as ours does (``highlight``); the one without rank is text alone.
    """
    asked = f'"{_pairs(text)}"'
    shown = "highlight(bare, 0, '[', ']')"
    page = f"SELECT rowid, {shown} FROM bare WHERE bare MATCH ? ORDER BY rank LIMIT {_PAGE}"
    unranked = f"SELECT rowid, body FROM bare WHERE bare MATCH ? LIMIT {_PAGE}"
    count = "SELECT count(*) FROM bare WHERE bare MATCH ?"

    def lookup(*statements: str) -> None:
        for statement in statements:
            bare.execute(statement, (asked,)).fetchall()

    query = Query(text)
    rounds = [
        (
            timed(lambda: workspace.search(query).page(0), 1),
            timed(lambda: lookup(page, count), 1),
            timed(lambda: lookup(unranked, count), 1),
        )
        for _ in range(_SEARCHES)
    ]
    ours, ranked, plain = (statistics.median(one) for one in zip(*rounds, strict=True))
    return ours, ranked, plain


def tracking(path: Path) -> dict[str, float]:
    """Return what judging all consecutive pairs takes, on all processors."""
    wall, used = perf_counter(), cpu()
    with Workspace.open(path) as workspace:
        n_pairs = workspace.judge_all()
    return {"track_wall": perf_counter() - wall, "track_cpu": cpu() - used, "pairs": n_pairs}


def looking_over(path: Path) -> dict[str, float]:
    """Return how long questions over the whole archive take, the first time and the second."""
    figures: dict[str, float] = {}
    for time in ("first", "again"):
        with Workspace.open(path) as workspace:
            entries = workspace.entries()
            one = next(e for e in entries if e.kind is ReportKind.GOVERNMENT_WORK_REPORT and e.year)
            questions: dict[str, Callable[[], object]] = {
                "feedback": workspace.feedback,
                "shared": workspace.shared_text,
                "new": partial(workspace.new_phrases, one.year or 0),
                "near": partial(workspace.nearest, one.id),
                "regions": partial(workspace.compare_regions, one.year or 0),
            }
            for name, ask in questions.items():
                begin = perf_counter()
                ask()
                figures[f"{name}_{time}"] = perf_counter() - begin
    return figures


def table(path: Path) -> dict[str, float]:
    """Return how long the table of all promises takes, as the window reads and orders it."""
    with Workspace.open(path) as workspace:
        waiting = tuple(entry.id for entry in workspace.entries())
        for one in waiting:
            workspace.promise_rows(one)  # those that nothing follows, too
        first, known, ledger = 0.0, None, Ledger()
        begin = perf_counter()
        while waiting:
            found = promise_rows.read_slice(workspace, waiting, "", known, _CONTEXT)
            waiting, known = waiting[found.n_read :], found.known
            ledger.extend(found.blocks)
            first = first or perf_counter() - begin
        took = perf_counter() - begin
        figures = {"rows_first": first * 1000, "rows_all": took * 1000, "rows": float(len(ledger))}
        return figures | ordering(ledger) | wording(workspace, ledger)


def ordering(ledger: Ledger) -> dict[str, float]:
    """Return how long it takes to put all promises in another order."""

    def wish(wanted: Wish) -> float:
        return timed(lambda: arrange(ledger, wanted, lambda _, value: value))

    missed = Condition(Field.MACHINE, (Verdict.MISSED.value,))
    return {
        "rows_sort": wish(Wish(sort=SortBy.CONFIDENCE)),
        "rows_filter": wish(Wish(PromiseFilter(conditions=(missed,)))),
        "rows_group": wish(Wish(group=Field.REGION)),
    }


def wording(workspace: Workspace, ledger: Ledger) -> dict[str, float]:
    """Return how long the words of rows take: those of a screen, and all that are searched."""
    step = max(1, len(ledger) // _SCREEN)
    blocks = [ledger.place_of(row)[0] for row in range(0, len(ledger), step)][:_SCREEN]
    names = {one.report_id: one.kept for one in blocks}
    page = timed(lambda: promise_rows.read_lines(workspace, names, ""))
    begin = perf_counter()
    every = {one.report_id: one.kept for one in ledger.blocks}
    ledger.words.put_texts(row_words.read_texts(workspace, every, ""))
    texts = perf_counter() - begin
    said = timed(partial(_look_for, ledger, iter(_LOOKED_FOR)), len(_LOOKED_FOR))
    return {"rows_page": page, "rows_texts": texts * 1000, "rows_words": said}


def _look_for(ledger: Ledger, words: Iterator[str]) -> None:
    ledger.saying(next(words))


def main() -> int:
    """Measure and print."""
    orders, place = json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2])
    files, more = (list(map(Path, orders[name])) for name in ("files", "more"))
    path = place / "library.duizhang"
    for old in place.glob("*.duizhang*"):
        old.unlink()
    warm_up(place, more)
    figures = import_all(path, files)
    figures |= opening(path)
    say("opened")
    figures |= searching(path)
    say("searched")
    figures |= grow(path, more)
    if "--no-tracking" not in sys.argv:
        figures |= tracking(path)
        say("tracked")
        figures["bytes_tracked"] = path.stat().st_size / (figures["source_mb"] * _MEGA)
        figures |= looking_over(path)
        say("looked over")
        figures |= table(path)
    sys.stdout.write(json.dumps(figures))
    return 0


if __name__ == "__main__":
    sys.exit(main())
