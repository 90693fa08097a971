"""What one column and the cards of two sample reports cost, from their comparison to the screen.

Run: python tests/bench/bench_modes.py [ROUNDS]. Milliseconds, medians over the rounds: making
and painting each of the two, and the frames of scrolling through the cards.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtTest import QTest

from desktop.app import make_application
from desktop.jobs.catalog import WHOLE_REPORT, Comparison, PartComparison
from desktop.views.cards_view import CardsView
from desktop.views.inline_view import InlineView
from tracker import pipeline
from tracker.ingest.files import read_source
from tracker.resources import load_options

_SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_PAIR = ("002", "000")
_STEP = 400


def comparison() -> Comparison:
    """Return two sample reports, compared."""
    options = load_options()
    paths = [next(_SEEDS.glob(f"{number}_*.txt")) for number in _PAIR]
    earlier, later = (pipeline.read(read_source(path)[0], options) for path in paths)
    parts = []
    for part in WHOLE_REPORT:
        alignment = pipeline.align(earlier, later, part, options)
        diff = pipeline.compare(alignment, earlier, later, options)
        parts.append(PartComparison(alignment, diff))
    return Comparison(earlier, later, tuple(parts))


def opened(make: Callable[[], CardsView | InlineView], pair: Comparison) -> float:
    """Return how long a view takes until it is painted, in milliseconds."""
    view = make()
    view.resize(1000, 700)
    view.show()
    QTest.qWaitForWindowExposed(view)
    start = time.perf_counter()
    view.show_pair(pair)
    if isinstance(view, CardsView):
        view.list.executeDelayedItemsLayout()
    view.repaint()
    taken = time.perf_counter() - start
    view.close()
    return taken * 1000


def frames(pair: Comparison) -> list[float]:
    """Return how long the frames of scrolling through all cards take, in milliseconds."""
    view = CardsView()
    view.resize(1000, 700)
    view.show()
    view.show_pair(pair)
    QTest.qWait(1000)  # all cards are laid out by then
    bar, found = view.list.verticalScrollBar(), []
    for y in range(0, bar.maximum(), _STEP):
        start = time.perf_counter()
        bar.setValue(y)
        view.list.viewport().repaint()
        found.append((time.perf_counter() - start) * 1000)
    view.close()
    return found


def main(rounds: int) -> int:
    """Measure and print."""
    app, pair = make_application(sys.argv[:1]), comparison()
    for name, make in (("cards", CardsView), ("one column", InlineView)):
        taken = [opened(make, pair) for _ in range(rounds)]
        sys.stdout.write(f"{name}: {statistics.median(taken):.0f} ms until painted\n")
    scrolled = frames(pair)
    sys.stdout.write(
        f"scrolling the cards: {statistics.median(scrolled):.0f} ms a frame (median), "
        f"{max(scrolled):.0f} ms (longest of {len(scrolled)})\n"
    )
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 5))
