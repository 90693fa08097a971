"""The whole program on a screen of its own, driven from outside by real keys and clicks.

Nothing of the program is imported to drive it: what it did is read from the workspace file.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tracker.model.library import HandLinkKind
from tracker.workspace import Workspace

TOOLS = ("Xvfb", "xdotool")
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(missing), reason=f"needs {' and '.join(missing)}")
PATIENCE = 60.0
"""Seconds until something must have happened; usually it is there in one or two."""


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
        self.program = subprocess.Popen(
            [sys.executable, "-m", "desktop"], env=self._env, stderr=subprocess.PIPE, text=True
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

    def until(self, ready: Callable[[], object], again: Callable[[], None] | None = None) -> None:
        """Wait until something is so; ``again`` is done every second until then."""
        end, turn = time.monotonic() + PATIENCE, 0.0
        while not ready():
            assert self.program.poll() is None, self.program.communicate()[1]
            assert time.monotonic() < end, "it did not happen"
            if again is not None and time.monotonic() >= turn:
                again()
                turn = time.monotonic() + 1.0
            time.sleep(0.1)

    def window(self) -> str:
        """Return the window of the program, "" while there is none."""
        found = self.tool("search", "--onlyvisible", "--name", "duizhang").splitlines()
        return found[0] if found else ""

    def links(self) -> list[tuple[HandLinkKind, str, str]]:
        """Return what the file holds of sections linked by hand, as headings."""
        found = list(self.home.rglob("samples.duizhang"))
        if not found:
            return []
        with Workspace.open(found[0]) as workspace:
            ids = [entry.id for entry in workspace.entries()]
            kept = [link for one in ids for two in ids for link in workspace.hand_links(one, two)]
        return [(one.link.kind, one.link.earlier.quote, one.link.later.quote) for one in kept]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Return the program, just started on an empty home, on a screen without a window manager."""
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


def search(desk: Desk, words: str) -> None:
    """Search all reports for words and open the first place."""
    desk.press("ctrl+shift+f", "ctrl+a")
    desk.write(words)
    time.sleep(2.5)  # the library is searched when typing pauses
    desk.press("Return")
    time.sleep(0.3)
    desk.press("Return")
    time.sleep(0.7)


def test_a_person_links_undoes_searches_and_leaves(desk):
    """Start, two samples side by side, link by hand, undo, search, mark what was found, close."""
    desk.until(desk.window)
    desk.tool("windowfocus", "--sync", desk.window())
    desk.until(lambda: list(desk.home.rglob("samples.duizhang")))
    time.sleep(2)
    search(desk, "CIM")
    desk.until(desk.links, lambda: desk.press("ctrl+shift+l"))
    ((kind, earlier, later),) = desk.links()
    assert kind is HandLinkKind.TOGETHER
    assert earlier
    assert later
    desk.until(lambda: not desk.links(), lambda: desk.press("ctrl+z"))
    search(desk, "5G+")
    desk.until(desk.links, lambda: desk.press("ctrl+shift+o"))
    assert desk.links() == [(HandLinkKind.ALONE, "全面推进数字经济和数字化发展。", "")]
    desk.press("ctrl+q")
    assert desk.program.wait(PATIENCE) == 0
    kept = next(desk.home.rglob("duizhang.ini")).read_text(encoding="utf-8")
    assert "library_width" in kept
