"""The program as people install it: a wheel in an environment without the checkout."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from tracker import __version__

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"

pytestmark = [
    pytest.mark.skipif(find_spec("hatchling") is None, reason="the build tools are not installed"),
    # One worker builds the wheel once for all of these.
    pytest.mark.xdist_group("install"),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the wheel once, from the checkout, with the build tools that are installed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    offline = ["--no-deps", "--no-build-isolation", "--no-index"]
    subprocess.run([*pip, *offline, "--wheel-dir", folder, ROOT], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the ``bin`` folder of a clean environment that holds the wheel alone.

    What it depends on is lent by the running environment, so that nothing is downloaded.
    """
    place = tmp_path_factory.mktemp("clean") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place], check=True)
    python = place / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", python]
    offline = ["--no-deps", "--no-index", "--quiet"]
    subprocess.run([*pip, "install", *offline, wheel], check=True)
    (packages,) = place.glob("lib/python3*/site-packages")
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python.parent


def run(command, folder):
    """Run a command from another folder, away from the checkout and from the person's files."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    environment |= {"HOME": str(folder), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_wheel_holds_two_packages_and_no_folder_of_data(wheel):
    """Nothing of ours lands in site-packages beside the two packages and the metadata."""
    names = zipfile.ZipFile(wheel).namelist()
    metadata = f"duizhang-{__version__}.dist-info"
    assert {name.split("/")[0] for name in names} == {"tracker", "desktop", metadata}


def test_wheel_holds_word_lists_and_samples(wheel):
    """Word lists and sample reports travel inside the package; pictures of the README do not."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("resources", "seeds"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                carried = f"tracker/_data/{path.relative_to(ROOT).as_posix()}" in inside
                assert carried != (path.parent.name == "screenshots"), path


def test_wheel_holds_the_user_guide(wheel):
    """Every page and picture of both languages can be read off line; what makes them stays out."""
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if "/_data/docs/" in name}
    pages = [*(ROOT / "docs").glob("*/*.md"), *(ROOT / "docs" / "pictures").glob("*.png")]
    assert inside == {f"tracker/_data/{path.relative_to(ROOT).as_posix()}" for path in pages}
    assert len(pages) > 50


def test_installed_guide_is_read_from_the_wheel(installed, tmp_path):
    """The window of an installed program finds its pages without the checkout."""
    code = "from desktop.models.guide import folder, pages; print(folder('en'), len(pages('zh')))"
    done = run([installed / "python", "-c", code], tmp_path)
    place, _, number = done.stdout.strip().rpartition(" ")
    assert Path(place).is_relative_to(installed.parent), done.stderr
    assert int(number) > 10


def test_installed_command_says_its_version(installed, tmp_path):
    """``duizhang --version`` works from any folder."""
    done = run([installed / "duizhang", "--version"], tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert __version__ in done.stdout


def test_installed_core_comes_from_the_wheel(installed, tmp_path):
    """The clean environment uses its own copy, not the checkout."""
    done = run([installed / "python", "-c", "import tracker; print(tracker.__file__)"], tmp_path)
    assert Path(done.stdout.strip()).is_relative_to(installed.parent), done.stderr


def test_installed_command_tracks_two_reports(installed, tmp_path):
    """The main job works away from the checkout, with the word lists of the wheel."""
    earlier, later = next(SEEDS.glob("002_*")), next(SEEDS.glob("000_*"))
    done = run([installed / "duizhang", "track", "--format", "csv", earlier, later], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "fulfilled" in done.stdout
