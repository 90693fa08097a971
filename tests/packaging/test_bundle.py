"""What ``make bundle`` built, tried as an office would: no network, no Python, an empty home.

Run by ``make bundle`` itself; without a bundle of this version there is nothing to try.
"""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import SEEDS
from tracker import __version__

ROOT = Path(__file__).parents[2]
DOCX = ROOT / "tests/tracker/ingest/samples/tables/plan.docx"
BUILT = sorted((ROOT / "dist").glob(f"duizhang-{__version__}-*-linux-*/"))
pytestmark = pytest.mark.skipif(not BUILT, reason="make bundle builds what is tried here")
PATIENCE = 60.0
"""Seconds until a window must be there; usually it is in one."""


def built(kind: str) -> Path:
    """Return the folder of wheels or of the program."""
    (folder,) = [path for path in BUILT if f"-{kind}-" in path.name and path.is_dir()]
    return folder


def bare(home: Path, **more: str) -> dict[str, str]:
    """Return an environment with nothing of the person's or of this project's in it."""
    return {"HOME": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **more}


def compare(program: Path, home: Path) -> list[object]:
    """Return what a program tells of two samples: sections, changes, promises."""
    names = [str(next(SEEDS.glob(f"{number}_*.txt"))) for number in ("002", "000")]
    told = []
    for verb in ("align", "diff", "track"):
        done = subprocess.run(
            [program, verb, "--format", "json", *names],
            env=bare(home), capture_output=True, text=True, check=True,
        )  # fmt: skip
        told.append(json.loads(done.stdout))
    return told


@pytest.fixture(scope="module")
def expected(tmp_path_factory) -> list[object]:
    """Return what the project itself tells of the same samples."""
    return compare(Path(sys.executable).parent / "duizhang", tmp_path_factory.mktemp("home"))


def test_wheels_install_without_a_network_and_compare_the_samples(tmp_path, expected):
    """The script fetches nothing: it works where no network is, and the result is the same."""
    apart = ["unshare", "--net"] if os.geteuid() == 0 and shutil.which("unshare") else []
    target = tmp_path / "a folder" / "程序"
    subprocess.run(
        [*apart, "sh", built("wheels") / "install.sh", target],
        env=bare(tmp_path, PYTHON=sys.executable, PIP_INDEX_URL="http://127.0.0.1:9/"),
        check=True,
    )
    program = tmp_path / ".local/bin/duizhang"
    assert compare(program, tmp_path) == expected
    assert (tmp_path / ".local/share/applications/duizhang.desktop").exists()
    subprocess.run(
        ["sh", built("wheels") / "install.sh", "--remove", target], env=bare(tmp_path), check=True
    )
    assert not target.exists()
    assert not program.is_symlink()


def test_program_folder_compares_the_samples_and_reads_an_office_file(tmp_path, expected):
    """Without any Python the findings are the same, and the reading process and its pool work."""
    program = built("program") / "duizhang"
    assert compare(program, tmp_path) == expected
    outline = subprocess.run(
        [program, "outline", DOCX], env=bare(tmp_path), capture_output=True, text=True, check=True
    )
    assert json.loads(outline.stdout)["region"] == "江苏省苏州市"
    out = tmp_path / "out"
    subprocess.run([program, "batch", SEEDS, "--out", out], env=bare(tmp_path), check=True)
    assert len((out / "reports.csv").read_text(encoding="utf-8-sig").splitlines()) == 6


def test_program_folder_carries_the_licences_of_what_it_is_made_of():
    """Qt and the other libraries ask that their licences go along."""
    told = (built("program") / "licences.txt").read_text(encoding="utf-8")
    for name in ("PySide6_Essentials", "typst", "jieba", "numpy"):
        assert f"\n{name} " in told


@pytest.fixture
def display() -> Iterator[str]:
    """Return the name of an empty screen."""
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(write,), stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write)
    with os.fdopen(read) as told:
        yield f":{told.readline().strip()}"
    screen.terminate()
    screen.wait()


def watch(program: subprocess.Popen[str], env: dict[str, str], title: str) -> None:
    """Wait until a window of this title is there, close it by key, and until the program ends."""

    def tool(*words: str) -> str:
        told = subprocess.run(
            ["xdotool", *words], env=env, capture_output=True, text=True, check=False
        )
        return told.stdout.strip()

    end, found = time.monotonic() + PATIENCE, ""
    while not found:
        assert program.poll() is None, program.communicate()[1]
        if time.monotonic() > end:
            program.kill()
            pytest.fail(f"no window came: {program.communicate()[1]}")
        time.sleep(0.2)
        found = tool("search", "--onlyvisible", "--name", title)
    while program.poll() is None:
        if time.monotonic() > end:
            program.kill()
            pytest.fail(f"it did not close: {program.communicate()[1]}")
        tool("windowfocus", found.splitlines()[-1])
        tool("key", "ctrl+q")
        time.sleep(0.5)


@pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool"))), reason="needs Xvfb and xdotool"
)
def test_program_folder_opens_its_window_and_closes_by_key(tmp_path, display):
    """The window of the samples comes up and goes by Ctrl+Q, without a word of error."""
    env = bare(tmp_path, DISPLAY=display)
    program = subprocess.Popen(
        [built("program") / "duizhang"], env=env, stderr=subprocess.PIPE, text=True
    )
    watch(program, env, "^Samples")
    assert program.communicate()[1] == ""
    assert program.returncode == 0


@pytest.mark.skipif(
    not all(map(shutil.which, ("Xvfb", "xdotool", "xdg-open", "xdg-mime"))),
    reason="needs Xvfb, xdotool and xdg-utils",
)
def test_double_click_opens_a_workspace_where_the_menu_entry_was_made(tmp_path, display):
    """What a file manager asks for: the program that opens this kind of file, and the file."""
    env = bare(tmp_path, DISPLAY=display)
    subprocess.run(["sh", built("program") / "linux" / "integrate.sh"], env=env, check=True)
    work = tmp_path / "our work.duizhang"
    program = built("program") / "duizhang"
    subprocess.run([program, "import", work, DOCX], env=env, check=True, capture_output=True)
    opening = subprocess.Popen(["xdg-open", work], env=env, stderr=subprocess.PIPE, text=True)
    watch(opening, env, "^our work")
    told = opening.communicate()[1]
    assert opening.returncode == 0, told
