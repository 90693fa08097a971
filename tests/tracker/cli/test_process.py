"""The command as other programs see it: pipes, locales, exit codes, what it loads."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType

import pytest

Seed = Callable[[str], Path]

COMMAND = [sys.executable, "-m", "desktop"]


def run(
    *arguments: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **(environment or {})},
        timeout=60,
    )


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK", "C.UTF-8"])
def test_output_is_utf8_in_every_locale(locale: str, seed: Seed) -> None:
    """What is read back is what was written, even where the locale knows no Chinese."""
    environment = {"LC_ALL": locale, "LANG": locale, "PYTHONUTF8": "0", "PYTHONIOENCODING": ""}
    done = run("outline", str(seed("003")), environment=environment)
    assert done.returncode == 0
    assert json.loads(done.stdout.decode("utf-8"))["region"] == "江苏省苏州市相城区"


@pytest.mark.parametrize("verb", ["align", "diff", "track"])
def test_every_run_gives_the_same_bytes(verb: str, seed: Seed) -> None:
    """Nothing depends on the order of sets, on the clock or on chance."""
    runs = [
        run(verb, str(seed("002")), str(seed("000")), environment={"PYTHONHASHSEED": number})
        for number in ("1", "2")
    ]
    assert runs[0].returncode == 0
    assert runs[0].stdout == runs[1].stdout


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "table"])
def test_a_reader_that_stops_early_is_no_error(form: str, seed: Seed) -> None:
    """``| head -1`` gets its line; nothing is said about the closed pipe."""
    command = [*COMMAND, "track", str(seed("001")), str(seed("001")), "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
        assert writer.stdout
        assert writer.stderr
        assert writer.stdout.readline()
        writer.stdout.close()
        err = writer.stderr.read()
        assert writer.wait(timeout=60) == 0
    assert err == b""


def close(descriptor: int) -> Callable[[], None]:
    """Return what a shell does for ``1>&-``."""
    return lambda: os.close(descriptor)


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed this way on POSIX only")
@pytest.mark.parametrize("verb", ["outline", "--help"])
def test_a_closed_output_is_one_sentence(verb: str, seed: Seed) -> None:
    """Data that has nowhere to go is exit code 1, never a traceback."""
    done = subprocess.run(
        [*COMMAND, verb, *([] if verb == "--help" else [str(seed("003"))])],
        stderr=subprocess.PIPE,
        preexec_fn=close(1),
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="descriptors are closed this way on POSIX only")
def test_closed_remarks_are_no_obstacle(seed: Seed) -> None:
    """Who does not want to hear remarks gets the data all the same."""
    done = subprocess.run(
        [*COMMAND, "track", str(seed("001")), str(seed("001"))],
        stdout=subprocess.PIPE,
        preexec_fn=close(2),
        check=False,
    )
    assert done.returncode == 0
    assert json.loads(done.stdout)


def test_a_report_can_come_through_a_pipe(seed: Seed) -> None:
    """``-`` is standard input, also when it is given twice: a report can answer itself."""
    data = seed("001").read_bytes()
    done = subprocess.run([*COMMAND, "outline", "-"], input=data, capture_output=True, check=True)
    assert json.loads(done.stdout)["file"] == "-"
    done = subprocess.run(
        [*COMMAND, "track", "-", "-"], input=data, capture_output=True, check=True
    )
    assert {row["verdict"] for row in json.loads(done.stdout)} >= {"fulfilled", "missed"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_person_is_told_what_to_do() -> None:
    """One sentence that names a verb, instead of the abort that Qt would make of it."""
    gone = dict.fromkeys(("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"), "")
    done = run(environment={**gone, "LC_ALL": "zh_CN.UTF-8"})
    assert done.returncode == 1
    told = done.stderr.decode()
    assert len(told.splitlines()) == 1
    assert "duizhang track" in told


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_is_one_sentence(seed: Seed) -> None:
    """Output that cannot be written is exit code 1, never a traceback."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*COMMAND, "outline", str(seed("003"))],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


def test_a_name_that_is_no_utf8_is_named_all_the_same(tmp_path: Path) -> None:
    """Such a path is shown with escapes and does not break the message."""
    if sys.platform != "linux":
        pytest.skip("names are bytes on Linux only")
    name = os.fsencode(tmp_path) + b"/\xd5\xfe\xb8\xae.txt"
    done = subprocess.run(
        [*map(os.fsencode, COMMAND), b"outline", name], capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr


LOADED = """
import contextlib, io, json, sys
sys.argv = ["duizhang", *sys.argv[1:]]
from desktop.__main__ import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main()
print(json.dumps([code, sorted(sys.modules)]))
"""


def loaded_by(*arguments: str) -> set[str]:
    """Return the names of all modules that a run of the command has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *arguments], capture_output=True, text=True, check=True
    )
    code, modules = json.loads(done.stdout)
    assert code == 0
    return set(modules)


def test_importing_the_core_loads_nothing_heavy() -> None:
    """Neither Qt nor pandas nor jieba, nor anything of the store."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys, tracker; print(*sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not {"PySide6", "pandas", "jieba", "sqlalchemy"} & set(done.stdout.split())


def test_a_verb_loads_no_window_and_only_what_it_needs(seed: Seed) -> None:
    """An outline needs neither Qt nor the dictionary of words nor the store."""
    loaded = loaded_by("outline", str(seed("003")))
    assert not any(name.startswith(("PySide6", "shiboken6", "desktop.app")) for name in loaded)
    assert not {"pandas", "jieba", "sqlalchemy", "alembic", "xlsxwriter", "rich"} & loaded


def test_a_tracking_loads_no_window(seed: Seed) -> None:
    """The main job runs where no Qt is installed."""
    loaded = loaded_by("track", str(seed("001")), str(seed("001")))
    assert not any(name.startswith(("PySide6", "shiboken6")) for name in loaded)


def test_without_a_verb_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command hands over to the desktop and returns its exit code."""
    from desktop.__main__ import main  # noqa: PLC0415

    window = ModuleType("desktop.app")
    window.run = lambda files: 7 if files == () else 8  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "desktop.app", window)
    monkeypatch.setattr(sys, "argv", ["duizhang"])
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert main() == 7


def test_the_cache_of_words_lies_in_the_users_own_folder(seed: Seed, tmp_path: Path) -> None:
    """Nobody else can plant it; the shared temporary folder stays empty."""
    home, shared = tmp_path / "home", tmp_path / "shared"
    home.mkdir()
    shared.mkdir()
    environment = {
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "TMPDIR": str(shared),
    }
    done = run("diff", str(seed("003")), str(seed("004")), environment=environment)
    assert done.returncode == 0
    assert not list(shared.iterdir())
    if sys.platform == "linux":
        folder = home / "cache" / "duizhang"
        assert folder.stat().st_mode & 0o777 == 0o700


def test_a_home_that_cannot_be_written_is_no_obstacle(seed: Seed, tmp_path: Path) -> None:
    """Without a cache folder the words are made in memory."""
    (tmp_path / "file").write_text("in the way")
    environment = {"HOME": str(tmp_path / "file"), "XDG_CACHE_HOME": str(tmp_path / "file" / "c")}
    done = run("align", str(seed("003")), str(seed("004")), environment=environment)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_command_runs_as_a_module_of_the_core_too(seed: Seed) -> None:
    """``python -m tracker`` is the command line without the window."""
    done = subprocess.run(
        [sys.executable, "-m", "tracker", "outline", str(seed("003"))],
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["year"] == 2023
