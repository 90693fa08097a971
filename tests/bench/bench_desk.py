"""What the columns of the compare view cost, beside plain text widgets of Qt with the same texts.

Run: python tests/bench/bench_desk.py [ROUNDS]. Three figures, each from rounds in turn, so that a
busy machine slows both sides; processor time, medians and 95th percentiles.

- Opening a report of 20,000 characters whose reading is kept in the workspace, until it is painted,
  beside a text document of Qt that is filled with the same text and painted.
- A frame of scrolling four columns of 30,000 characters with ribbons and changes, beside a frame of
  four plain text widgets that are scrolled.
- The memory of a program with these columns, beside one with the four widgets.
"""

import gc
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from desktop.app import Look
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings
from desktop.widgets.report_pane import ReportPane
from tracker.workspace import Workspace

_SEEDS = sorted((Path(__file__).resolve().parents[2] / "seeds").glob("*.txt"))
_SIZE = (1680, 960)
_OPENED, _SCROLLED = 20_000, 30_000
_FRAMES, _STEP = 120, 45
LIMITS = {"open": 3.0, "median": 2.0, "p95": 2.0}
_MORE_MB = 100
"""Memory that the program may take beside twice that of the widgets."""


def reports(folder: Path, n_chars: int) -> tuple[Path, ...]:
    """Write four years of one region, of so many characters each, and return them."""
    folder.mkdir(exist_ok=True)
    found = []
    for n, year in enumerate(range(2021, 2025)):
        head = f"{year}年苏州市政府工作报告\n\n——{year}年1月10日在苏州市人民代表大会上\n\n"
        body = "".join(path.read_text(encoding="utf-8") for path in (*_SEEDS[n:], *_SEEDS[:n]))
        path = folder / f"苏州市{year}_{n_chars}.txt"
        path.write_text((head + body)[:n_chars], encoding="utf-8")
        found.append(path)
    return tuple(found)


def processor(work: Callable[[], object]) -> float:
    """Return the processor time of some work and of what it lets the window paint."""
    begin = time.process_time()
    work()
    QApplication.processEvents()
    return time.process_time() - begin


def shown(widget: QWidget) -> None:
    """Show a widget in the size of a desk."""
    widget.resize(*_SIZE)
    widget.show()
    QApplication.processEvents()


# Opening


def opening(home: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return what it costs to open a kept report, and to fill a text document of Qt."""
    (path, *_) = reports(home / "reports", _OPENED)
    with Workspace.create(home / "opening.duizhang") as workspace:
        workspace.import_files([path])
        (entry,) = workspace.entries()
    bare, pane = QTextEdit(), ReportPane()
    for widget in (bare, pane):
        shown(widget)
    ours, theirs = [], []
    for _ in range(rounds):
        with Workspace.open(home / "opening.duizhang") as workspace:
            workspace.entries()
            ours.append(processor(lambda w=workspace: _open(pane, w, entry.id)))
            text = workspace.report(entry.id).text
        theirs.append(processor(lambda t=text: bare.setPlainText(t)))
    return ours, theirs


def _open(pane: ReportPane, workspace: Workspace, report: str) -> None:
    pane.set_report(workspace.report(report))


# Scrolling


def desk(home: Path) -> MainWindow:
    """Return the program's window with four columns that are compared."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    settings = Settings(home / "settings.ini")
    Look(app, settings)
    session = Session(JobRunner(app), "", app)
    window = MainWindow(session, settings)
    shown(window)
    loop = QEventLoop()
    session.opened.connect(lambda _: loop.quit())
    session.open_workspace(home / "desk.duizhang")
    loop.exec()
    session.compare(*(e.id for e in sorted(session.entries, key=lambda e: e.year or 0)))
    done = QTimer()
    done.timeout.connect(lambda: None if session.runner.busy() else loop.quit())
    done.start(50)
    loop.exec()
    QApplication.processEvents()
    return window


def widgets(paths: Sequence[Path], sizes: Sequence[QSize] = ()) -> QWidget:
    """Return four plain text widgets side by side, as large as other texts if there are any."""
    window = QWidget()
    layout = QHBoxLayout(window)
    for path in paths:
        text = QPlainTextEdit()
        text.setPlainText(path.read_text(encoding="utf-8"))
        text.setReadOnly(True)
        if sizes:
            text.setFixedSize(sizes[len(window.findChildren(QPlainTextEdit))])
        layout.addWidget(text)
    shown(window)
    return window


def scrolling(home: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Return what each frame costs here and there."""
    paths = reports(home / "reports", _SCROLLED)
    with Workspace.create(home / "desk.duizhang") as workspace:
        workspace.import_files(paths)
    window = desk(home)
    panes = window.furniture.compare.panes
    bare = widgets(paths, [pane.text.size() for pane in panes])
    texts = bare.findChildren(QPlainTextEdit)
    if len(panes) != len(paths):
        raise SystemExit(f"{len(panes)} columns instead of {len(paths)}")
    ours, theirs = [], []
    gc.disable()
    for _ in range(rounds):
        for frames, areas, scroll in (
            (ours, [pane.text for pane in panes], partial(_move, panes[0].text, _STEP)),
            (theirs, texts, partial(_move_all, texts, 2)),
        ):
            for text in areas:
                text.verticalScrollBar().setValue(0)
            frames.extend(processor(partial(_frame, areas, scroll)) for _ in range(_FRAMES))
            gc.collect()
    gc.enable()
    window.close()
    return ours, theirs


def _frame(areas: Sequence[QAbstractScrollArea], scroll: Callable[[], None]) -> None:
    """Scroll, and let each text be painted whole."""
    scroll()
    for area in areas:
        area.viewport().update()


def _move(area: QAbstractScrollArea, by: int) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(bar.value() + by)


def _move_all(areas: Sequence[QAbstractScrollArea], by: int) -> None:
    for area in areas:  # a step of a plain text widget is a line
        _move(area, by)


# Memory


def memory(home: Path, what: str) -> float:
    """Return the megabytes of a program of its own that shows the columns, or the widgets."""
    command = [sys.executable, __file__, f"--{what}", str(home)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return float(done.stdout.split()[-1])


def _tell_memory(what: str, home: Path) -> int:
    app = QApplication(sys.argv[:1])
    there = desk(home) if what == "--desk" else widgets(reports(home / "reports", _SCROLLED))
    QApplication.processEvents()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    sys.stdout.write(f"{pages * os.sysconf('SC_PAGE_SIZE') / 2**20}\n")
    sys.stdout.flush()
    there.close()
    app.processEvents()
    return 0


def row(name: str, ours: float, theirs: float, limit: float) -> bool:
    """Print a figure; return whether its limit is passed."""
    label = f"desk: {name} ({ours * 1000:.1f} ms, bare {theirs * 1000:.1f} ms)"
    sys.stdout.write(f"{label}\t{ours / theirs:.2f}\t<= {limit:.1f}\tx bare\n")
    return ours / theirs > limit


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def main() -> int:
    """Print the table; exit 1 when a limit is passed."""
    if len(sys.argv) > 2:
        return _tell_memory(sys.argv[1], Path(sys.argv[2]))
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    _app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as place:
        home = Path(place)
        ours, theirs = opening(home, rounds * 3)
        opened = statistics.median(ours), statistics.median(theirs)
        failed = row(f"open {_OPENED} kept characters", *opened, LIMITS["open"])
        ours, theirs = scrolling(home, rounds)
        frame = statistics.median(ours), statistics.median(theirs)
        failed |= row(f"scroll 4 x {_SCROLLED}, median frame", *frame, LIMITS["median"])
        failed |= row("the same, 95th percentile", _p95(ours), _p95(theirs), LIMITS["p95"])
        if sys.platform == "linux":
            taken, bare = memory(home, "desk"), memory(home, "widgets")
            limit = 2 * bare + _MORE_MB
            label = f"desk: memory with 4 columns (bare {bare:.0f} MB)"
            sys.stdout.write(f"{label}\t{taken:.0f}\t<= {limit:.0f}\tMB\n")
            failed |= taken > limit
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
