"""How long the window does nothing else for a table of all promises: 2,166 reports, 814,536 rows.

Run: python tests/bench/bench_table.py [ROUNDS]. The reports are made up: 376 promises under 18 or
19 headings each, some of them those of other reports, too. Told is how long the window, with the
table painted in it, does nothing else after a person asked for something: medians, processor time.
"""

import os
import random
import statistics
import sys
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PySide6.QtWidgets import QApplication

from desktop.jobs.promise_rows import RowBlock
from desktop.models.commitment_table import CommitmentTable
from desktop.models.promise_field import Field
from desktop.models.promise_filter import Condition, PromiseFilter
from desktop.models.promise_order import PromiseOrder
from desktop.models.row_words import RowTexts
from desktop.widgets.promise_table import PromiseTable
from tests.builders import SEEDS
from tracker.model.ids import ReportId
from tracker.model.promise_rows import COLUMNS, PromiseColumns, PromiseWords
from tracker.model.tracking import Verdict

REPORTS, EACH = 2166, 376
ROWS = REPORTS * EACH + 120
LIMIT = 0.05
STRETCH = 0.02
"""As in ``desktop/views/promise_filtering.py``."""


def blocks(reports: int = REPORTS) -> tuple[RowBlock, ...]:
    """Return made-up reports of an archive, region by region."""
    chance = random.Random(8)
    numbers = np.random.default_rng(8)
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    signs = sorted({sign for sign in text if "\u4e00" <= sign <= "\u9fff"})
    shared = ["".join(chance.choices(signs, k=10)) for _ in range(40)]
    bodies = ["", *("市" + "".join(chance.choices(signs, k=3)) + "局" for _ in range(400))]
    found = []
    for number in range(reports):
        rows = EACH + (120 if number == 0 else 0)
        n_sections = 18 + number % 2
        headings = tuple(
            chance.choice(shared) if chance.random() < 0.3 else "".join(chance.choices(signs, k=12))
            for _ in range(n_sections)
        )
        sections = np.sort(numbers.integers(0, n_sections, rows))
        columns = {name: np.zeros(rows, "<i4") for name in COLUMNS}
        columns["verdict"] = numbers.integers(0, len(Verdict), rows)
        columns["kind"] = numbers.integers(0, 4, rows)
        columns["answered"] = numbers.integers(0, 4, rows)
        columns["due"] = numbers.integers(2018, 2024, rows)
        columns["section"] = columns["heading"] = sections
        columns["body"] = numbers.integers(0, 6, rows) * (numbers.random(rows) < 0.1)
        columns["start"] = np.arange(rows) * 30
        columns["end"] = columns["start"] + 20
        packed = np.concatenate([columns[name].astype("<i4") for name in COLUMNS]).tobytes()
        own = ("", *chance.sample(bodies[1:], 5))
        sure = numbers.random(rows).astype("<f8").tobytes()
        held = PromiseColumns(rows, packed, sure, headings, own, f"{number:012}")
        region, year = divmod(number, 12)
        name = f"江苏省{signs[region * 7 % len(signs)]}{signs[region * 3 % len(signs)]}市"
        found.append(
            RowBlock(ReportId(f"{number:064}"), name, f"{320000 + region}", 2010 + year, held, {})
        )
    return tuple(found)


@cache
def _sentences() -> tuple[str, ...]:
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return tuple(one[:70] for one in text.replace("\n", "").split("。") if len(one) > 20)


def texts(block: RowBlock) -> RowTexts:
    """Return words for the promises of a report, out of the samples."""
    said, first = _sentences(), int(block.report_id)
    quotes = tuple(said[(first * 7 + n) % len(said)] for n in range(block.columns.n))
    things = tuple(quote[:12] for quote in quotes)
    return RowTexts.of(PromiseWords(things, quotes, ("",) * len(quotes), ()))


def measured(work: Callable[[], object]) -> float:
    """Return how long the window does something, until it looks around again."""
    begin = process_time()
    work()
    QApplication.processEvents()
    return process_time() - begin


def main() -> int:
    """Print the table; exit 1 when a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    _app = QApplication(sys.argv[:1])
    model = CommitmentTable()
    order = PromiseOrder(model)
    table = PromiseTable(order)
    made = blocks()
    model.set_blocks(made)
    table.resize(1280, 800)
    table.show()
    QApplication.processEvents()
    if order.rowCount() != ROWS:
        raise SystemExit(f"{order.rowCount()} rows instead of {ROWS}")
    chosen = Condition(Field.MACHINE, (Verdict.MISSED.value,))
    section = Condition(Field.SECTION, (made[7].columns.headings[2],))
    works: dict[str, Callable[[], object]] = {
        "group by section": partial(order.set_group, Field.SECTION),
        "group by section, filtered": lambda: (
            order.set_filter(PromiseFilter(conditions=(chosen,))),
            order.set_group(Field.SECTION),
        ),
        "group by report": partial(order.set_group, Field.REPORT),
        "group by department": partial(order.set_group, Field.BODY),
        "group by verdict": partial(order.set_group, Field.MACHINE),
        "sort by text order": partial(order.sort, -1),
        "sort by section": partial(order.sort, CommitmentTable.SECTION),
        "sort by department": partial(order.sort, CommitmentTable.BODY),
        "sort by certainty": partial(order.sort, CommitmentTable.CONFIDENCE),
        "sort by verdict": partial(order.sort, CommitmentTable.VERDICT),
        "sort by report": partial(order.sort, CommitmentTable.REPORT),
        "filter by a verdict": partial(order.set_filter, PromiseFilter(conditions=(chosen,))),
        "filter by a heading": partial(order.set_filter, PromiseFilter(conditions=(section,))),
        "choices of sections": partial(order.choices, Field.SECTION),
        "counts": order.counts,
    }
    failed = False
    for name, work in works.items():
        times = []
        for _ in range(rounds):
            order.set_group(None)
            order.set_filter(PromiseFilter())
            order.sort(CommitmentTable.DUE)
            QApplication.processEvents()
            times.append(measured(work))
        failed |= told(name, times)
    failed |= any([*folded(order, rounds), *said(order, model, made)])
    return int(failed)


def folded(order: PromiseOrder, rounds: int) -> Iterator[bool]:
    """Yield whether folding takes too long."""
    order.set_group(Field.SECTION)
    for name, is_open in {"fold all sections": False, "unfold all sections": True}.items():
        times = []
        for _ in range(rounds):
            order.fold_all(is_open=not is_open)
            times.append(measured(partial(order.fold_all, is_open=is_open)))
        yield told(name, times)
    folds = [partial(order.fold, order.lines.groups[n], is_open=False) for n in range(rounds)]
    yield told("fold a section", [measured(one) for one in folds])
    order.set_group(None)


def said(order: PromiseOrder, model: CommitmentTable, made: tuple[RowBlock, ...]) -> Iterator[bool]:
    """Yield whether looking for words takes too long at a stretch."""
    model.ledger.words.put_texts({one.report_id: texts(one) for one in made})
    search = model.ledger.search
    for word in ("发展", "粮食"):
        stretches, done = list[float](), False
        while not done:
            begin = process_time()
            done = search.look_for(word, STRETCH)
            stretches.append(process_time() - begin)
        yield told(f"look for {word}: {len(stretches)} stretches, the longest", [max(stretches)])
        shown = partial(order.set_filter, PromiseFilter(word))
        yield told(f"filter by {word} then", [measured(shown)])
        order.set_filter(PromiseFilter())


def told(name: str, times: list[float]) -> bool:
    """Print how long something takes; tell whether that is too long."""
    took = statistics.median(times)
    sys.stdout.write(f"table: {name}\t{took * 1000:.0f} ms\t<= {LIMIT * 1000:.0f} ms\n")
    return took > LIMIT


if __name__ == "__main__":
    sys.exit(main())
