"""How long the window stands still while a library is imported.

Run: python tests/bench/bench_import.py [--library | N | FOLDER] [at-once | preview]. The program's
own window, in the tree of the library, takes N reports in (300; 3,000 with ``--library``): variants
of the samples with other regions, years and figures; or all files of FOLDER. First at once, into
one workspace; then by way of the preview, into another: the dialog opens, fills, is scrolled to its
end and back meanwhile and afterwards, some documents are looked at, and all are accepted.

A timer in the thread of the window fires every five milliseconds; what it comes late by is a stall.
On a machine that others use too it also waits for them, so that the processor time the thread of
the window used meanwhile is told beside it: that is what the goal is for.
"""

import gc
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Look
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import PREVIEW, Settings
from tracker.resources import load_gazetteer

LIMIT_MS = 50
_SHARES = {"p50": 0.5, "p95": 0.95, "p99": 0.99}
_EVERY_MS = 5
write = sys.stdout.write
_SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))


class Watchdog(QObject):
    """Notes how late a timer of the window's thread comes, and what was worked meanwhile.

    All in milliseconds: ``late`` by the clock, ``used`` in processor time of the whole program (any
    of its threads may hold Python's lock), ``own`` in that of the window's thread.
    """

    def __init__(self) -> None:
        super().__init__()
        self.late: list[float] = []
        self.used: list[float] = []
        self.own: list[float] = []
        self._last = (0.0, 0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin anew."""
        self.late, self.used, self.own = [], [], []
        self._last = _now()
        self._timer.start(_EVERY_MS)

    def stop(self) -> None:
        """Notes no more."""
        self._timer.stop()

    def _tick(self) -> None:
        now = _now()
        late, used, own = (
            (after - before) * 1000 for after, before in zip(now, self._last, strict=True)
        )
        late = max(0.0, late - _EVERY_MS)
        self.late.append(late)
        self.used.append(min(late, used))
        self.own.append(min(late, own))
        self._last = now


def _now() -> tuple[float, float, float]:
    return time.perf_counter(), time.process_time(), time.thread_time()


def variants(folder: Path, n_reports: int) -> Path:
    """Write variants of the samples into a folder and return it."""
    folder.mkdir()
    regions = [
        one.name for one in load_gazetteer().regions() if one.code and one.code[2:] != "0000"
    ]
    texts = [path.read_text(encoding="utf-8") for path in _SEEDS]
    n_years = 12
    pairs = product(regions[:: max(1, len(regions) * n_years // n_reports)], range(n_years))
    for n, (region, year) in zip(range(n_reports), pairs, strict=False):
        text = texts[n % len(texts)].replace("苏州", region).replace("5%", f"{n % 7 + 3}.{n % 10}%")
        head = f"{2010 + year}年{region}政府工作报告"
        (folder / f"{head}-{n}.txt").write_text(f"{head}\n\n{text}\n第{n}份。\n", encoding="utf-8")
    return folder


def wait(signal: object, begin: Callable[[], None], seconds: float) -> None:
    """Begin something and let the window live until a signal comes."""
    loop = QEventLoop()
    signal.connect(lambda *_: QTimer.singleShot(0, loop.quit))
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    QTimer.singleShot(0, begin)
    loop.exec()


def pause(ms: int) -> None:
    """Let the window live for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def at_once(window: MainWindow, session: Session, folder: Path) -> None:
    """Take a folder in without a preview."""
    wait(session.imported, lambda: window.furniture.intake.bring_in((folder,)), 7200)


def by_preview(window: MainWindow, session: Session, folder: Path) -> None:
    """Look at all documents of a folder first, as a person does who waits for them."""
    window.furniture.intake.bring_in((folder,))
    dialog = window.furniture.intake.dialog
    assert dialog is not None
    rows = dialog.list.verticalScrollBar()
    while dialog.strip.isVisible():
        pause(200)
        rows.setValue(rows.minimum() if rows.value() else rows.maximum())
    for share in range(0, 100, 4):
        rows.setValue(rows.maximum() * share // 100)
        pause(40)
    for row in range(0, dialog.model.rowCount(), max(1, dialog.model.rowCount() // 25)):
        dialog.list.setCurrentIndex(dialog.model.index(row))
        pause(60)
    write(f"  documents shown: {dialog.model.rowCount()}; memory {peak_mb():.0f} MB at most\n")
    wait(session.imported, dialog.accept, 7200)


def peak_mb() -> float:
    """Return the most memory that this process had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def watch(
    way: Callable[[MainWindow, Session, Path], None], folder: Path, home: Path
) -> tuple[Watchdog, int, float]:
    """Return what a watchdog noted during the import, the number of reports, and seconds."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    settings = Settings(home / "settings.ini")
    settings.save_flag(PREVIEW, value=way is by_preview)
    Look(app, settings)
    session = Session(JobRunner(app), "", app)
    window = MainWindow(session, settings)
    window.show()
    path = home / f"{way.__name__}.duizhang"
    wait(session.opened, lambda: session.open_workspace(path), 30)
    gc.freeze()  # as the program does when it has started
    dog = Watchdog()
    dog.start()
    begin = time.perf_counter()
    way(window, session, folder)
    seconds = time.perf_counter() - begin
    pause(1000)  # what follows the import belongs to it
    dog.stop()
    n_reports = len(session.entries)
    window.close()
    return dog, n_reports, seconds


def told(noted: list[float]) -> str:
    """Return a distribution in words."""
    late = sorted(noted)
    at = (f"{name} {late[int(len(late) * share)]:.0f}" for name, share in _SHARES.items())
    over = sum(1 for ms in late if ms > LIMIT_MS)
    return f"{', '.join(at)}, max {late[-1]:.0f} ms; {over} of {len(late)} over {LIMIT_MS} ms"


def main() -> int:
    """Print the distributions; exit 1 when the window stood still for too long."""
    # As in the program, processes that read take over nothing of the window.
    del sys.modules["__main__"].__file__
    words = sys.argv[1:]
    ways = {"at-once": at_once, "preview": by_preview}
    chosen = [way for name, way in ways.items() if name in words] or list(ways.values())
    given = next((word for word in words if word not in ways), "300")
    longest = 0.0
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        folder = Path(given)
        if not folder.is_dir():
            n_reports = 3000 if given == "--library" else int(given)
            folder = variants(home / "reports", n_reports)
        for way in chosen:
            name = way.__name__.replace("_", " ")
            dog, n_reports, seconds = watch(way, folder, home)
            write(f"window during the import of {n_reports} reports {name} ({seconds:.0f} s):\n")
            write(f"  late: {told(dog.late)}\n  processor time in it: {told(dog.used)}\n")
            write(f"  of the window's thread: {told(dog.own)}\n")
            write(f"  memory at most {peak_mb():.0f} MB\n")
            label = f"import of {n_reports} reports {name}: longest stall of the window"
            write(f"{label}\t{max(dog.used):.0f}\t<= {LIMIT_MS}\tms of processor\n")
            longest = max(longest, *dog.used)
    return int(longest > LIMIT_MS)


if __name__ == "__main__":
    sys.exit(main())
