"""How fast the window comes, as multiples of a bare PySide6 window with the same two texts.

Run: python tests/bench/bench_start.py [ROUNDS]. Every round starts the bare program and the real
one (second start, warm cache, compiled as an installed program is) in turn, so that a busy machine
slows both. Times are from process start to the first painted frame, to both reports readable side
by side, and to the open workspace with all changes laid over them; the ratio by processor time,
which others on the machine change less, is told beside.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QWidget

class Window(QWidget):
    done = False
    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.done:
            self.done = True
            QTimer.singleShot(0, self.finish)
    def finish(self):
        print("painted", time.time(), time.process_time())
        for what in "readable", "complete":
            print(what, time.time(), time.process_time())
        self.close()

app = QApplication(sys.argv[:1])
window = Window()
layout = QHBoxLayout(window)
for path in sys.argv[1:]:
    text = QPlainTextEdit()
    text.setPlainText(open(path, encoding="utf-8").read())
    layout.addWidget(text)
window.resize(1280, 800)
window.show()
app.exec()
"""
REAL = "import sys; from desktop.__main__ import main; sys.exit(main())"
LIMITS = {"painted": 1.7, "readable": 3.5, "complete": 6.0}
"""Window painted; both texts to be read; workspace open, changes laid over the texts."""
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def _environment(platform: str, home: Path) -> dict[str, str]:
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {
        **inherited,
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "QT_QPA_PLATFORM": platform,
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "DUIZHANG_BENCH_START": "1",
    }


def start(
    code: str, arguments: list[str], environment: dict[str, str]
) -> dict[str, tuple[float, float]]:
    """Start a program and return seconds by clock and by processor, by the words it prints."""
    begin = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return {
        words[0]: (float(words[1]) - begin, float(words[2]))
        for words in lines
        if words[0] in LIMITS
    }


def measure(platform: str, rounds: int, home: Path) -> dict[str, tuple[float, float, float]]:
    """Return bare and real seconds and the ratio by processor time, medians, by moment."""
    environment = _environment(platform, home)
    texts = [str(next(SEEDS.glob(f"{number}_*.txt"))) for number in ("002", "000")]
    start(BARE, texts, environment)
    start(REAL, [], environment)  # makes the workspace and fills the caches
    bare, real = [], []
    for _ in range(rounds):
        bare.append(start(BARE, texts, environment))
        real.append(start(REAL, [], environment))
    found = {}
    for name in LIMITS:
        (slow, used), (slow_bare, used_bare) = (
            [statistics.median(one[name][n] for one in times) for n in (0, 1)]
            for times in (real, bare)
        )
        found[name] = slow_bare, slow, used / used_bare
    return found


def main() -> int:
    """Print the table; exit 1 when a limit is passed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    platforms = ["offscreen", *(["xcb"] if os.environ.get("DISPLAY") else [])]
    failed = False
    write = sys.stdout.write
    write(f"start: median of {rounds}, multiples of a bare window with the same two texts\n")
    for platform in platforms:
        with tempfile.TemporaryDirectory() as home:
            for name, (bare, real, used) in measure(platform, rounds, Path(home)).items():
                failed |= real / bare > LIMITS[name]
                label = (
                    f"start, {platform}: {name} "
                    f"({real:.3f} s, bare {bare:.3f} s; by processor {used:.2f})"
                )
                limit = f"<= {LIMITS[name]:.1f}"
                write(f"{label}\t{real / bare:.2f}\t{limit}\tx bare window\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
