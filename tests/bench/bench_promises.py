"""What 50,000 promises in one table cost, beside plain Python over the same rows.

Run: python tests/bench/bench_promises.py [ROUNDS]. Each figure is a ratio of medians of processor
time from rounds in turn, so that a busy machine slows both sides. A page that is scrolled and
painted is set beside one of the same table with 500 rows: it should not matter how many there are.
"""

import os
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import cycle
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtWidgets import QApplication

from desktop.jobs.promise_rows import RowBlock
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition, PromiseFilter
from desktop.models.promise_order import PromiseOrder
from desktop.widgets.promise_table import PromiseTable
from tests.builders import make_commitment, make_report, make_tracking
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.promise_rows import PromiseRows
from tracker.model.report import Report
from tracker.model.tracking import Tracking, Verdict

_REPORTS, _EACH, _FEW = 250, 200, 500
_FRAMES = 60
_TEXT = "主要目标\n地区生产总值增长6%左右。建成地铁6号线。新增学位5万个。新建绿地1200公顷。"
_QUOTES = ("地区生产总值增长6%左右", "建成地铁6号线", "新增学位5万个", "新建绿地1200公顷")
_VERDICTS = tuple(Verdict)
LIMITS = {"sort": 1.0, "words": 4.0, "condition": 1.0, "group": 2.0, "page": 1.5}

Work = Callable[[], object]


def blocks(n_rows: int) -> tuple[RowBlock, ...]:
    """Return made-up reports with so many promises together."""
    report = make_report(_TEXT)
    models = [make_tracking(make_commitment(report, quote)) for quote in _QUOTES]
    return tuple(_block(n, report, models) for n in range(n_rows // _EACH))


def _block(number: int, report: Report, models: list[Tracking]) -> RowBlock:
    rows = []
    for n in range(_EACH):
        model = models[n % len(models)]
        promise = replace(model.commitment, id=CommitmentId(f"{number:012}-{n}-{n + 1}-0"))
        verdict = _VERDICTS[(number + n * 5) % len(_VERDICTS)]
        rows.append(replace(model, commitment=promise, verdict=verdict))
    region, year = divmod(number, 10)
    found = PromiseRows.of(report, rows)
    return RowBlock(
        ReportId(f"{number:064}"),
        f"城市{region}",
        f"{320000 + region}",
        2010 + year,
        found.columns,
        {},
        rows=found,
    )


def table_of(n_rows: int) -> tuple[PromiseOrder, PromiseTable]:
    """Return a table with so many promises, on the screen."""
    model = CommitmentTable()
    order = PromiseOrder(model, model)
    table = PromiseTable(order)
    model.setParent(table)
    model.set_blocks(blocks(n_rows))
    table.resize(1280, 800)
    table.show()
    QApplication.processEvents()
    return order, table


def processor(work: Work) -> float:
    """Return the processor time of some work."""
    begin = time.process_time()
    work()
    return time.process_time() - begin


def orders(rounds: int) -> dict[str, tuple[float, float]]:
    """Return what sorting, filtering and grouping cost here, and in plain Python."""
    model = CommitmentTable()
    order = PromiseOrder(model)
    model.set_blocks(blocks(_REPORTS * _EACH))
    if order.rowCount() != _REPORTS * _EACH:
        raise SystemExit(f"{order.rowCount()} rows instead of {_REPORTS * _EACH}")
    report = make_report(_TEXT)
    models = [make_tracking(make_commitment(report, quote)) for quote in _QUOTES]
    rows = [
        replace(models[n % len(models)], verdict=_VERDICTS[n % len(_VERDICTS)])
        for n in range(_REPORTS * _EACH)
    ]
    texts = [row.commitment.statement.quote * 3 for row in rows]
    places = {verdict: n for n, verdict in enumerate(Verdict)}
    words = cycle(quote[n : n + 2] for quote in _QUOTES for n in range(3))
    chosen = Condition(Field.MACHINE, (Verdict.MISSED.value,))

    def group() -> None:
        found = defaultdict(list)
        for row in rows:
            found[row.verdict].append(row)

    works: dict[str, tuple[Work, Work]] = {
        "sort": (
            partial(order.sort, CommitmentTable.VERDICT),
            lambda: sorted(rows, key=lambda row: places[row.verdict]),
        ),
        "words": (
            lambda: order.set_filter(PromiseFilter(next(words))),
            lambda: [text for text in texts if "地铁" in text],
        ),
        "condition": (
            partial(order.set_filter, PromiseFilter(conditions=(chosen,))),
            lambda: [row for row in rows if row.verdict is Verdict.MISSED],
        ),
        "group": (partial(order.set_group, Field.MACHINE), group),
    }
    times: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in works}
    for _ in range(rounds):
        for name, pair in works.items():
            order.set_group(None)
            order.set_filter(PromiseFilter())
            order.sort(-1)
            for kept, work in zip(times[name], pair, strict=True):
                kept.append(processor(work))
    return {name: (_median(ours), _median(bare)) for name, (ours, bare) in times.items()}


def page(rounds: int) -> tuple[float, float]:
    """Return what a scrolled and painted page costs among many rows, and among few."""
    many, few = table_of(_REPORTS * _EACH)[1], table_of(_FEW)[1]
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for kept, table in zip(times, (many, few), strict=True):
            bar = table.verticalScrollBar()
            step = max(1, bar.maximum() // _FRAMES)
            for frame in range(_FRAMES):
                bar.setValue(frame * step)
                kept.append(processor(table.viewport().grab))
    return _median(times[0]), _median(times[1])


def _median(times: list[float]) -> float:
    return statistics.median(times)


def main() -> int:
    """Print the table; exit 1 when a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    _app = QApplication(sys.argv[:1])
    names = {
        "sort": "sort by verdict",
        "words": "filter by a word",
        "condition": "filter by a verdict",
        "group": "group by verdict",
        "page": f"page painted, beside one of {_FEW} rows",
    }
    failed = False
    for name, (ours, bare) in (orders(rounds) | {"page": page(rounds)}).items():
        told = f"{names[name]} ({ours * 1000:.1f} ms, bare {bare * 1000:.1f} ms)"
        sys.stdout.write(f"promises: {told}\t{ours / bare:.2f}\t<= {LIMITS[name]:.1f}\tx bare\n")
        failed |= ours / bare > LIMITS[name]
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
