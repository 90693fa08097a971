"""A program on a workspace of its own: real window, real session, private settings."""

import os
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from desktop.app import Look
from desktop.jobs.catalog import WHOLE_REPORT
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Language, Settings
from tests.builders import SEEDS
from tracker.workspace import Workspace

if sys.platform == "linux" and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY"))):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # else Qt ends the whole process


class InlineExecutor(Executor):
    """Runs work at once, in the calling thread."""

    def submit(self, work: Callable[..., object], /, *args: object, **names: object) -> Future:
        future: Future = Future()
        future.set_result(work(*args, **names))
        return future


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace that holds two sample reports, read and compared once in a session."""
    path = tmp_path_factory.mktemp("sample") / "示例.duizhang"
    names = [next(SEEDS.glob(f"{number}_*.txt")) for number in ("002", "000")]
    with Workspace.create(path, user="张三") as workspace:
        workspace.import_files(names)
        earlier, later = sorted(workspace.entries(), key=lambda e: e.year or 0)
        workspace.tracking(earlier.id, (later.id,))
        for part in WHOLE_REPORT:
            workspace.differences(earlier.id, later.id, part)
    return path


@dataclass
class Program:
    """The running program and how to wait for it."""

    window: MainWindow
    session: Session
    settings: Settings
    look: Look


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Return settings in a file of their own, in English."""
    made = Settings(tmp_path / "settings.ini")
    made.language = Language.ENGLISH
    return made


@pytest.fixture
def program(qtbot, qapp: QApplication, settings: Settings) -> Iterator[Program]:
    """Return the program with no workspace open."""
    look = Look(qapp, settings)
    session = Session(JobRunner(), "张三")
    window = MainWindow(session, settings)
    window.look_changed.connect(look.apply)
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    qtbot.waitExposed(window)
    assert window.furniture  # what comes behind the first frame is there
    yield Program(window, session, settings, look)
    window.close()
    delete(look)  # with its translators, which would speak into the next test


@pytest.fixture
def opened(qtbot, program: Program, sample_file: Path, tmp_path: Path) -> Program:
    """Return the program with a copy of the sample workspace, two reports side by side."""
    path = tmp_path / "work.duizhang"
    path.write_bytes(sample_file.read_bytes())
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(path)
    with qtbot.waitSignal(program.session.pair_compared, timeout=60_000):
        program.window.furniture.compare.choose_first_pair()
    return program


@pytest.fixture
def empty(qtbot, program, tmp_path):
    """Return the program with an empty workspace."""
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(tmp_path / "leer.duizhang")
    return program
