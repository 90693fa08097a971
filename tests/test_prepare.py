"""The set-up script: what it finds missing, and when it takes the terminal instead of a window."""

import importlib.util
import socket
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the system's part is for Linux")


@pytest.fixture
def prepare():
    """Return a fresh copy of ``.ci/prepare.py``."""
    spec = importlib.util.spec_from_file_location("prepare", ROOT / ".ci" / "prepare.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def no_display(monkeypatch):
    """Take the display of the session away."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_missing_libraries_become_one_command(prepare, no_display, capsys):
    """A person who may not install gets every missing package in one line, each once."""
    glib = dict.fromkeys(("libglib-2.0.so.0", "libgthread-2.0.so.0"), "libglib2.0-0")
    no_display.setattr(prepare, "missing", lambda _: glib)
    no_display.setattr(prepare, "has_chinese_font", lambda: False)
    no_display.setattr(prepare, "apt_command", lambda: None)
    no_display.setenv("LC_ALL", "C")
    assert prepare.system(tests=True) == prepare.EXIT_SYSTEM_INCOMPLETE
    said = capsys.readouterr().err
    assert said.strip().endswith("apt-get install libglib2.0-0 fonts-noto-cjk")
    assert said.count("\n") == 1


def test_missing_font_stops_nothing(prepare, no_display, capsys):
    """Without a Chinese font the program is told how to get one and goes on."""
    no_display.setattr(prepare, "missing", lambda _: {})
    no_display.setattr(prepare, "has_chinese_font", lambda: False)
    no_display.setattr(prepare, "apt_command", lambda: None)
    no_display.setenv("LC_ALL", "zh_CN.UTF-8")
    assert prepare.system(tests=True) == 0
    assert "apt-get install fonts-noto-cjk" in capsys.readouterr().err


@pytest.mark.parametrize("display", ["", "nonsense", ":4711", "unix:4711.0", "127.0.0.1:9"])
def test_display_that_does_not_answer_is_none(prepare, no_display, display):
    """A variable left over from another session is no display."""
    no_display.setenv("DISPLAY", display)
    assert not prepare.has_display()


def test_wayland_display_that_answers_is_one(prepare, no_display, tmp_path):
    """A display is one that accepts a connection."""
    no_display.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    no_display.setenv("WAYLAND_DISPLAY", "wayland-0")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        assert prepare.has_display()


def test_environment_is_made_anew_when_a_lock_changes(prepare, tmp_path):
    """The stamp stands for the content of the lock, not for its date."""
    lock = tmp_path / "lock.txt"
    lock.write_text("one")
    before = prepare.fingerprint([lock])
    lock.touch()
    assert prepare.fingerprint([lock]) == before
    lock.write_text("two")
    assert prepare.fingerprint([lock]) != before
