"""How fast a library of 3,000 reports is shown and filtered, beside a bare list of 3,000 strings.

Run: python tests/bench/bench_library.py [ROUNDS]. Every round fills and filters both in turn, each
until its frame is painted. The bare list is a QListView with a QStringListModel; its filter is
Qt's own QSortFilterProxyModel, which looks for one substring in one line of text. Last, what it
takes to show twenty reports that come in, from regions all over the country, beside the same in a
library of 300: it must not grow with the library.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel
from PySide6.QtWidgets import QApplication, QListView, QWidget

from desktop.app import Look
from desktop.jobs.runner import JobRunner
from desktop.jobs.shelf import prepare
from desktop.session import Session
from desktop.settings import Settings
from desktop.views.library_view import LibraryView
from tests.desktop.library_lines import library_of
from tracker.model.library import ReportEntry

N = 3000
TYPED = ("s", "sz", "szh", "szh2", "szh20", "")
"""What is typed key by key; the bare list is asked for as many beginnings of one word."""
BARE_TYPED = ("s", "su", "su2", "su20", "su202", "")
LIMITS = {"fill as a tree": 12.0, "fill as a list": 12.0, "key in the filter": 20.0}
_MORE, _STEPS, _MOST_GROWTH = 20, 10, 3.0
"""Reports that come in at once, how often, and how much longer 3,000 may make it than 300."""


def painted(widget: QWidget, work: Callable[[], None]) -> float:
    """Return the seconds that some work takes until it is seen."""
    begin = time.perf_counter()
    work()
    widget.repaint()
    QApplication.processEvents()
    return time.perf_counter() - begin


def _size(widget: QWidget) -> None:
    widget.resize(280, 760)
    widget.show()
    QApplication.processEvents()


def bare_round(lines: list[str]) -> dict[str, float]:
    """Return what a bare list takes."""
    view, model, proxy = QListView(), QStringListModel(), QSortFilterProxyModel()
    view.setUniformItemSizes(True)
    proxy.setSourceModel(model)
    view.setModel(proxy)
    _size(view)
    fill = painted(view, lambda: model.setStringList(lines))
    keys = [
        painted(view, lambda text=text: proxy.setFilterFixedString(text)) for text in BARE_TYPED
    ]
    return {"fill": fill, "key in the filter": statistics.mean(keys)}


def library_round(
    entries: tuple[ReportEntry, ...], settings: Settings, *, as_list: bool
) -> dict[str, float]:
    """Return what the library takes."""
    view = LibraryView(Session(JobRunner(), ""), settings)
    view.set_list(as_list)
    _size(view)
    fill = painted(view, lambda: view._on_entries(entries))
    keys = [painted(view, lambda text=text: view.filter.setText(text)) for text in TYPED]
    view.close()
    return {"fill": fill, "keys": statistics.mean(keys), "slowest": max(keys)}


def measure(rounds: int, folder: Path) -> tuple[dict[str, float], dict[str, float], float]:
    """Return medians of the bare list and of the library, and of the slowest key of a round."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    settings = Settings(folder / "settings.ini")
    Look(app, settings)
    entries = library_of(N)
    lines = [f"{e.region_name} {e.year} {e.title}" for e in entries]
    prepare(entries)  # the program does so off the GUI thread before it shows them
    bare: dict[str, list[float]] = {}
    ours: dict[str, list[float]] = {name: [] for name in LIMITS}
    slowest: list[float] = []
    for _ in range(rounds):
        for name, seconds in bare_round(lines).items():
            bare.setdefault(name, []).append(seconds)
        tree = library_round(entries, settings, as_list=False)
        rows = library_round(entries, settings, as_list=True)
        ours["fill as a tree"].append(tree["fill"])
        ours["fill as a list"].append(rows["fill"])
        ours["key in the filter"].append(max(tree["keys"], rows["keys"]))
        slowest.append(max(tree["slowest"], rows["slowest"]))
    slow = statistics.median(slowest)
    middle = {name: statistics.median(found) for name, found in bare.items()}
    return middle, {name: statistics.median(found) for name, found in ours.items()}, slow


def growing(settings: Settings, n_there: int, *, as_list: bool) -> float:
    """Return the median of the seconds that twenty more reports take, in a library of so many."""
    entries = list(library_of(N + _STEPS * _MORE))
    random.Random(7).shuffle(entries)
    prepare(entries)
    session = Session(JobRunner(), "")
    view = LibraryView(session, settings)
    view.set_list(as_list)
    _size(view)
    session.take_entries(tuple(entries[:n_there]))
    steps = [
        tuple(entries[at : at + _MORE]) for at in range(n_there, n_there + _STEPS * _MORE, _MORE)
    ]
    took = [painted(view, lambda new=new: session._on_grown(None, new)) for new in steps]
    view.close()
    return statistics.median(took)


def main() -> int:
    """Print the table; exit 1 when a limit is passed."""
    import tempfile  # noqa: PLC0415 - only here

    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        bare, ours, slowest = measure(rounds, Path(folder))
        settings = Settings(Path(folder) / "growing.ini")
    write = sys.stdout.write
    write(f"library of {N} reports: median of {rounds}, multiples of a bare list of {N} strings\n")
    failed = False
    for name, limit in LIMITS.items():
        beside = bare["fill" if name.startswith("fill") else name]
        ratio = ours[name] / beside
        failed |= ratio > limit
        label = f"library: {name} ({ours[name] * 1000:.0f} ms, bare {beside * 1000:.1f} ms)"
        write(f"{label}\t{ratio:.1f}\t<= {limit:.0f}\tx bare list\n")
    for name, as_list in (("tree", False), ("list", True)):
        few, many = (min(growing(settings, n, as_list=as_list) for _ in "12") for n in (300, N))
        failed |= many / few > _MOST_GROWTH
        label = f"library: {_MORE} more in a {name} ({many * 1000:.1f} ms, {few * 1000:.1f} in 300)"
        write(f"{label}\t{many / few:.1f}\t<= {_MOST_GROWTH:.0f}\tx in 300\n")
    write(f"slowest of the keys of a round: {slowest * 1000:.0f} ms\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
