"""Files that the system hands to the running program are opened as those of the command line."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from desktop.handed import HandedFiles
from desktop.start import Start
from tests.builders import SEEDS
from tests.desktop.conftest import Program
from tests.desktop.intake_steps import drop


@pytest.fixture
def start(program: Program, qapp: QApplication):
    """Return the start of the program, which hears of files from now on."""
    handed = HandedFiles(qapp)
    made = Start(program.window, program.session, program.settings)
    program.window.painted.disconnect(made._on_painted)  # it opens nothing by itself
    handed.came.connect(made.take)
    yield made
    qapp.removeEventFilter(handed)
    handed.deleteLater()


@pytest.fixture
def place(tmp_path: Path, sample_file: Path) -> Path:
    """Return a workspace that somebody clicks at."""
    path = tmp_path / "点开的.duizhang"
    path.write_bytes(sample_file.read_bytes())
    return path


def hand(qapp: QApplication, *paths: Path) -> None:
    """Send what macOS sends for files that were opened together."""
    for path in paths:
        QApplication.sendEvent(qapp, QFileOpenEvent(QUrl.fromLocalFile(str(path))))


def test_a_workspace_takes_the_place_of_the_open_one(qtbot, qapp, opened, start, place):
    """A double click while the program runs opens that workspace."""
    start._first = False
    start._is_under_way = True
    with qtbot.waitSignal(opened.session.opened, timeout=60_000):
        hand(qapp, place)
    assert opened.session.place == place


def test_a_workspace_that_is_dropped_is_opened(qtbot, opened, place):
    """A workspace dropped on the window is no report that cannot be read."""
    with qtbot.waitSignal(opened.session.opened, timeout=60_000):
        drop(opened, place)
    assert opened.session.place == place
    assert opened.window.furniture.intake.dialog is None


def test_reports_come_in_together(qtbot, qapp, empty, start):
    """Several files that were chosen together stand in one preview."""
    start._first = False
    hand(qapp, *(next(SEEDS.glob(f"{n}_*.txt")) for n in ("000", "002")))
    qtbot.waitUntil(lambda: empty.window.furniture.intake.dialog is not None, timeout=10_000)
    dialog = empty.window.furniture.intake.dialog
    qtbot.waitUntil(lambda: len(dialog.drafting.items) == 2, timeout=60_000)
    dialog.reject()


def test_files_that_come_before_the_first_workspace_wait_for_it(
    qtbot, qapp, program, start, place, sample_file
):
    """Clicked at while another workspace opens, a report comes into the one it came with."""
    start._is_under_way = True
    hand(qapp, next(SEEDS.glob("001_*.txt")), place)
    qtbot.wait(10)
    assert program.window.furniture.intake.dialog is None
    program.session.open_workspace(sample_file)
    qtbot.waitUntil(lambda: program.session.place == place, timeout=60_000)
    qtbot.waitUntil(lambda: program.window.furniture.intake.dialog is not None, timeout=60_000)
    program.window.furniture.intake.dialog.reject()


def test_a_workspace_that_comes_before_the_first_frame_is_the_first(qapp, qtbot, start, place):
    """Nothing else is opened before it."""
    start._is_under_way = False
    hand(qapp, place)
    qtbot.waitUntil(lambda: start._wanted == place)
