"""The installed program on a screen of its own, driven from outside by real keys.

Nothing of the program runs in here: what it did is read from the workspace file, from the names of
its windows, and from the clipboard, as a person would look.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tracker.model.library import HandLinkKind
from tracker.model.tracking import Verdict
from tracker.workspace import Workspace

TOOLS = ("Xvfb", "xdotool")
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"needs {' and '.join(missing)}")
PROGRAM = Path(sys.executable).parent / "duizhang"
PATIENCE = 60.0
"""Seconds until something must have happened; usually it is there in one or two."""
_READ_CLIPBOARD = """
from PySide6.QtGui import QGuiApplication
app = QGuiApplication([])
print(QGuiApplication.clipboard().text())
"""


class Desk:
    """The program on its own display, with its own home.

    Args:
        display: Name of the display.
        home: Folder that holds everything the program writes.
    """

    def __init__(self, display: str, home: Path) -> None:
        places = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
        self._env = {**os.environ, **{place: str(home) for place in places}}
        self._env |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8"}
        self._env.pop("WAYLAND_DISPLAY", None)
        self.home = home
        self.workspace = home / "desk" / "two.duizhang"
        self.workspace.parent.mkdir()
        self.program = subprocess.Popen(
            [str(PROGRAM)], env=self._env, stderr=subprocess.PIPE, text=True
        )

    def tool(self, *words: str) -> str:
        """Do something with mouse, keyboard or windows and return what was told."""
        done = subprocess.run(
            ["xdotool", *words], env=self._env, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys in whichever window has the keyboard."""
        self.tool("key", "--delay", "40", *keys)

    def write(self, text: str) -> None:
        """Type a text."""
        self.tool("type", "--delay", "40", text)

    def until(
        self,
        ready: Callable[[], object],
        again: Callable[[], None] | None = None,
        every: float = 1.0,
    ) -> None:
        """Wait until something is so; ``again`` is done at once and ``every`` so many seconds."""
        end, turn = time.monotonic() + PATIENCE, 0.0
        while not ready():
            assert self.program.poll() is None, self.program.communicate()[1]
            assert time.monotonic() < end, "it did not happen"
            if again is not None and time.monotonic() >= turn:
                again()
                turn = time.monotonic() + every
            time.sleep(0.1)

    def focus(self, name: str) -> bool:
        """Give a window the keyboard, by the beginning of its name; False where it has it not."""
        found = self.tool("search", "--onlyvisible", "--name", f"^{name}").splitlines()
        if not found:
            return False
        self.tool("windowfocus", found[-1])
        return self.tool("getwindowfocus") == found[-1]

    def enter(self, name: str) -> None:
        """Wait for a window and give it the keyboard."""
        self.until(lambda: self.focus(name))

    def is_there(self, name: str) -> bool:
        """Tell whether there is a window whose name begins like that."""
        return bool(self.tool("search", "--onlyvisible", "--name", f"^{name}"))

    def copied(self) -> str:
        """Return what lies on the clipboard."""
        done = subprocess.run(
            [sys.executable, "-c", _READ_CLIPBOARD],
            env=self._env,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def n_reports(self) -> int:
        """Return how many reports the workspace holds."""
        if not self.workspace.exists():
            return 0
        with Workspace.open(self.workspace) as workspace:
            return len(workspace.entries())

    def verdicts(self) -> list[Verdict]:
        """Return what the file holds of verdicts by hand, in the order in which they were given."""
        with Workspace.open(self.workspace) as workspace:
            marks = [m for one in workspace.entries() for m in workspace.marks(one.id).values()]
        marks.sort(key=lambda mark: mark.at)
        return [mark.verdict for mark in marks if mark.verdict is not None]

    def links(self) -> list[tuple[HandLinkKind, str, str]]:
        """Return what the file holds of sections linked by hand, as headings."""
        with Workspace.open(self.workspace) as workspace:
            ids = [entry.id for entry in workspace.entries()]
            kept = [link for one in ids for two in ids for link in workspace.hand_links(one, two)]
        return [(one.link.kind, one.link.earlier.quote, one.link.later.quote) for one in kept]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return the program, just started on an empty home, on a screen without a window manager."""
    assert PROGRAM.exists(), "install the project first: see CONTRIBUTING.md"
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(write,),
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = f":{told.readline().strip()}"
    made = Desk(display, tmp_path)
    yield made
    if made.program.poll() is None:
        made.program.kill()
    made.program.communicate()
    screen.terminate()
    screen.wait()


def open_two(desk: Desk) -> None:
    """Make a workspace and bring two samples into it, through the windows that ask for files."""
    desk.enter("Samples")
    desk.press("ctrl+shift+n")
    desk.enter("New workspace")
    desk.write(str(desk.workspace))
    desk.until(lambda: desk.is_there("two"), lambda: desk.press("Return"))
    desk.enter("two")
    desk.press("ctrl+i")
    desk.enter("Import reports")
    names = (next(SEEDS.glob(f"{number}_*.txt")) for number in ("002", "000"))
    folder = desk.home / "reports"
    folder.mkdir()
    for name in names:
        shutil.copy(name, folder)
    desk.write(" ".join(f'"{path}"' for path in sorted(folder.iterdir())))
    desk.press("Return")

    def accept() -> None:
        # The window that shows what was read is called like the one that asked for files.
        if desk.focus("Import reports"):
            desk.press("ctrl+Return")

    desk.until(lambda: desk.n_reports() == 2, accept)
    desk.until(lambda: not desk.is_there("Import reports"))
    desk.enter("two")


def search(desk: Desk, words: str) -> None:
    """Search all reports for words and open the first place: the words are selected there."""
    desk.press("ctrl+shift+f", "ctrl+a")
    desk.write(words)
    desk.until(
        lambda: words in desk.copied(), lambda: desk.press("Return", "Return", "ctrl+shift+c")
    )


def test_a_person_opens_links_undoes_searches_and_leaves(desk):
    """Start, two reports from files, link by hand, undo, search, mark what was found, close."""
    open_two(desk)
    search(desk, "CIM")
    desk.until(desk.links, lambda: desk.press("ctrl+shift+l"))
    ((kind, earlier, later),) = desk.links()
    assert kind is HandLinkKind.TOGETHER
    assert earlier
    assert later
    desk.press("ctrl+z")
    desk.until(lambda: not desk.links())
    assert desk.n_reports() == 2
    search(desk, "5G+")
    desk.until(desk.links, lambda: desk.press("ctrl+shift+o"))
    assert desk.links() == [(HandLinkKind.ALONE, "全面推进数字经济和数字化发展。", "")]
    desk.press("ctrl+q")
    assert desk.program.wait(PATIENCE) == 0
    kept = next(desk.home.rglob("duizhang.ini")).read_text(encoding="utf-8")
    assert "reports" in kept  # what was read is found again at the next start


def test_marks_outlive_a_program_that_is_killed(desk):
    """Twenty promises marked by keys alone, five undone, SIGKILL: the file holds fifteen."""
    open_two(desk)
    desk.press("ctrl+2")
    for n in range(20):
        if n:
            desk.press("n")
        key = str(n % 3 + 1)
        # A key that comes before the table is there is lost; twice on a row it says the same.
        desk.until(lambda n=n: len(desk.verdicts()) == n + 1, lambda key=key: desk.press(key))
    for n in range(19, 14, -1):
        # Far apart, since one too many would take back a sixth.
        desk.until(lambda n=n: len(desk.verdicts()) <= n, lambda: desk.press("ctrl+z"), every=10.0)
    desk.program.kill()
    assert desk.program.wait(PATIENCE) == -signal.SIGKILL
    wanted = [Verdict.FULFILLED, Verdict.PARTIAL, Verdict.MISSED] * 5
    assert desk.verdicts() == wanted
