"""The first seconds: the texts before the workspace, files that the program is started with."""

import os
import subprocess
import sys
import time

import pytest
from PySide6.QtCore import Qt
from shiboken6 import delete

from desktop.app import Look
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.models.view_state import ViewState
from desktop.notice import Tone
from desktop.session import Session
from desktop.start import Start
from desktop.widgets.reading_text import EYE
from tests.builders import ROOT, SEEDS
from tests.desktop.conftest import Program
from tests.desktop.intake_steps import shown
from tests.desktop.test_start import run_python
from tracker.model.library import MetadataCorrection
from tracker.workspace import Workspace, remember_recent

# The offscreen platform says this about every dialog; it means nothing to the program.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def last(sample_file, tmp_path):
    """Return the workspace that was open last."""
    path = tmp_path / "last.duizhang"
    path.write_bytes(sample_file.read_bytes())
    remember_recent(path)
    return path


@pytest.fixture
def left(last, settings):
    """Return it, left with two texts side by side, the later year at the left."""
    with Workspace.open(last) as workspace:
        ids = tuple(entry.id for entry in workspace.entries())[::-1]
        name = workspace.id
    settings.save_view_of(name, ViewState(reports=ids, positions=(900, 2000), zoom=1).to_text())
    return last


@pytest.fixture
def begin(qtbot, qapp, settings):
    """Return a function that starts the program with files; what it tells is kept."""
    programs = []

    def begin(*files):
        look = Look(qapp, settings)
        session = Session(JobRunner(), "张三")
        window = MainWindow(session, settings)
        program = Program(window, session, settings, look)
        program.texts, program.told = [], []
        session.columns_read.connect(
            lambda texts: program.texts.append((texts, session.workspace is not None))
        )
        session.noticed.connect(program.told.append)
        Start(window, session, settings, files)
        qtbot.addWidget(window)
        window.resize(1280, 800)
        window.show()
        programs.append(program)
        return program

    yield begin
    for program in programs:
        program.window.close()
        delete(program.look)  # with its translators, which would speak into the next test


@pytest.fixture
def between(qtbot, monkeypatch, begin):
    """Return a function that does something between the first look and the opening."""

    def do(work):
        go_on = Start._open
        monkeypatch.setattr(Start, "_open", lambda start: (work(), go_on(start)))
        program = begin()
        qtbot.waitUntil(lambda: bool(program.texts), timeout=30_000)
        return program

    return do


def settled(qtbot, program):
    """Wait until the workspace is open and nothing is under way."""
    qtbot.waitUntil(lambda: program.session.workspace is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=30_000)


def test_texts_stand_before_the_workspace_is_open_and_stay(qtbot, begin, left):
    """They are read as they were left; opening the workspace lays them out no second time."""
    program = begin()
    view = program.window.furniture.compare
    qtbot.waitUntil(lambda: bool(program.texts), timeout=30_000)
    assert program.session.workspace is None
    library = program.window.library
    assert not library.empty.isVisible()  # it would tell to open a workspace
    assert library.workspace_button.text().startswith("Opening")
    early = [pane.report for pane in view.panes]
    assert [report.meta.year for report in early] == [2023, 2021]
    assert [column.head.box.currentText() for column in view.columns] == [
        "苏州市  2023",
        "苏州市  2021",
    ]
    assert program.window.furniture.tools.zooming.steps == 1
    view.panes[0].text.verticalScrollBar().setValue(1200)
    read = view.panes[0].text.top_position(EYE)
    settled(qtbot, program)
    assert [with_workspace for _, with_workspace in program.texts] == [False, True]
    assert all(pane.report is report for pane, report in zip(view.panes, early, strict=True))
    assert abs(view.panes[0].text.top_position(EYE) - read) < 80
    assert program.session.comparisons[0].parts
    assert view.columns[0].head.box.count() == 2
    assert program.told == []


def test_a_correction_is_seen_from_the_first(qtbot, begin, left):
    """A report that somebody set right is shown by the workspace alone."""
    with Workspace.open(left) as workspace:
        first = workspace.entries()[0]
        workspace.correct_metadata(first.id, MetadataCorrection(title="改过的标题"))
    program = begin()
    settled(qtbot, program)
    assert all(with_workspace for _, with_workspace in program.texts)
    titles = {report.meta.title for report in program.session.columns}
    assert "改过的标题" in titles


def test_what_changed_meanwhile_takes_the_place_of_what_was_seen(qtbot, between, left):
    """Another program may correct a report between the first look and the opening."""

    def correct():
        with Workspace.open(left) as workspace:
            seen, gone = workspace.entries()  # the other way round in the columns
            workspace.correct_metadata(seen.id, MetadataCorrection(title="改过的标题"))
            workspace.remove(gone.id)

    program = between(correct)
    assert len(program.texts[0][0]) == 2
    settled(qtbot, program)
    assert [report.meta.title for report in program.session.columns] == ["改过的标题"]
    assert [pane.report for pane in program.window.furniture.compare.panes] == [
        *program.session.columns
    ]


def test_texts_go_when_the_workspace_cannot_be_opened(qtbot, between, left):
    """What was seen of it does not stay as if it were open; the bar says what is wrong."""
    program = between(lambda: left.write_bytes(b"x" * 5000))
    qtbot.waitUntil(lambda: bool(program.told), timeout=30_000)
    assert program.session.columns == ()
    assert program.window.furniture.compare.empty.isVisible()
    assert program.window.library.empty.isVisible()
    assert program.window.library.workspace_button.text().startswith("No workspace")
    assert program.told[0].tone is Tone.PROBLEM
    assert "not a duizhang workspace" in program.told[0].message.en


def test_closing_at_once_ends_in_order(qtbot, begin, left):
    """A window that is closed as soon as texts stand opens nothing any more."""
    program = begin()
    qtbot.waitUntil(lambda: bool(program.texts), timeout=30_000)
    program.window.close()
    qtbot.wait(50)
    assert program.session.workspace is None
    assert [one.name for one in left.parent.glob("last.*")] == [left.name]


def test_closing_before_the_first_frame_makes_nothing(qtbot, begin, left, settings):
    """Who closes the window before it is painted waits for no page of it, and loses no place."""
    settings.last_promise = "report", "promise"
    program = begin()
    program.window.close()
    qtbot.wait(50)
    assert "furniture" not in vars(program.window)
    assert program.session.workspace is None
    assert settings.last_promise == ("report", "promise")


def test_closing_behind_the_first_frame_opens_nothing(qtbot, begin, left):
    """The first frame is there, the window is closed before anything stands in it."""
    program = begin()
    program.window.repaint()
    program.window.close()
    qtbot.wait(50)
    assert "furniture" not in vars(program.window)
    assert program.session.workspace is None
    assert not program.session.runner.busy()


def test_closing_before_the_workspace_is_open_keeps_the_promise(
    qtbot, begin, left, settings, monkeypatch
):
    """What was looked at last is looked at next, also when the window was closed at once."""
    settings.last_promise = "report", "promise"
    seen = []

    def stay(start):
        seen.append(start)

    monkeypatch.setattr(Start, "_open", stay)
    program = begin()
    qtbot.waitUntil(lambda: bool(seen), timeout=30_000)
    program.window.close()
    assert settings.last_promise == ("report", "promise")


def test_the_keyboard_is_in_the_library_first(qtbot, begin, left):
    """A menu that Enter or the space bar would open is nothing to begin with."""
    program = begin()
    program.window.activateWindow()
    settled(qtbot, program)
    assert program.window.focusWidget() is program.window.library.tree


def test_a_promise_that_was_looked_at_shows_no_texts_first(qtbot, begin, left, settings):
    """Who left the program at a promise is brought there; texts do not flash up before."""
    with Workspace.open(left) as workspace:
        earlier = min(workspace.entries(), key=lambda entry: entry.year or 0)
        promise = workspace.commitments(earlier.id)[3]
    settings.last_promise = earlier.id, promise.id
    program = begin()
    settled(qtbot, program)
    assert all(with_workspace for _, with_workspace in program.texts)
    qtbot.waitUntil(
        lambda: program.window.furniture.ways.promise_place() == (earlier.id, promise.id)
    )


def test_a_workspace_that_is_double_clicked_is_opened(qtbot, begin, last, sample_file, tmp_path):
    """It is opened instead of the last one, and is the last one from then on."""
    path = tmp_path / "双击.duizhang"
    path.write_bytes(sample_file.read_bytes())
    program = begin(path)
    settled(qtbot, program)
    assert program.session.workspace_path == path
    assert program.session.recent[:2] == (path, last)


def test_a_report_that_is_double_clicked_is_looked_at_in_the_last_workspace(
    qtbot, begin, last, tmp_path
):
    """The preview shows it; nothing is brought in before a person says so."""
    program = begin(next(SEEDS.glob("003_*.txt")))
    dialog = shown(qtbot, program)
    assert program.session.workspace_path == last
    assert [item.draft.report.meta.year for item in dialog.drafting.items] == [2023]
    assert len(program.session.entries) == 2
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settled(qtbot, program)


def test_a_workspace_that_is_gone_is_told_and_not_made(qtbot, begin, last, tmp_path):
    """One sentence in the bar, and the ways in; the file is not made anew."""
    path = tmp_path / "weg.duizhang"
    program = begin(path)
    qtbot.waitUntil(lambda: bool(program.told), timeout=30_000)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=30_000)
    assert [notice.message.en for notice in program.told] == [
        "There is no workspace “weg.duizhang”."
    ]
    assert program.window.message_bar.isVisible()
    assert program.window.furniture.compare.empty.isVisible()
    assert program.session.recent == (last,)
    assert not path.exists()


@pytest.mark.parametrize("key", [Qt.Key.Key_3, Qt.Key.Key_5])
def test_a_page_that_was_seen_last_is_come_back_to(qtbot, begin, left, key):
    """Topics and overview are there again; the texts stand behind them as they stood."""
    first = begin()
    qtbot.waitUntil(lambda: first.session.workspace is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not first.session.runner.busy(), timeout=30_000)
    qtbot.keyClick(first.window, key, Qt.KeyboardModifier.ControlModifier)
    seen = type(first.window.pages.currentWidget())
    assert seen is not type(first.window.furniture.compare)
    first.window.close()
    again = begin()
    qtbot.waitUntil(lambda: type(again.window.pages.currentWidget()) is seen, timeout=30_000)
    qtbot.waitUntil(lambda: not again.session.runner.busy(), timeout=30_000)
    assert type(again.window.pages.currentWidget()) is seen
    qtbot.keyClick(again.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert again.window.pages.currentWidget() is again.window.furniture.compare
    assert [text.id for text in again.session.columns] == [t.id for t in first.session.columns]


def test_a_page_that_settings_name_and_is_none_is_passed_over(qtbot, begin, left, settings):
    """Settings can be written by anybody; no other action is done by them."""
    with Workspace.open(left) as workspace:
        name = workspace.id
    settings.save_view_of(name, ViewState(room="quit").to_text())
    program = begin()
    qtbot.waitUntil(lambda: program.session.workspace is not None, timeout=30_000)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=30_000)
    assert program.window.isVisible()
    assert program.window.pages.currentWidget() is program.window.furniture.compare


def test_a_file_that_is_no_workspace_is_told_and_left_alone(qtbot, begin, tmp_path):
    """Something else with the ending of a workspace is refused in one sentence."""
    path = tmp_path / "brief.duizhang"
    path.write_text("Kein Arbeitsbereich", encoding="utf-8")
    program = begin(path)
    qtbot.waitUntil(lambda: bool(program.told), timeout=30_000)
    assert len(program.told) == 1
    assert "not a duizhang workspace" in program.told[0].message.en
    assert path.read_text(encoding="utf-8") == "Kein Arbeitsbereich"


def test_a_report_that_is_gone_is_told_in_the_preview(qtbot, begin, last, tmp_path):
    """A link to a file that was moved ends in a sentence, not in nothing."""
    program = begin(tmp_path / "weg.docx")
    dialog = shown(qtbot, program)
    (item,) = dialog.drafting.items
    assert item.draft.report is None
    assert item.draft.problem.en
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["a.duizhang"], ["a.duizhang"]),
        (["报告.docx", "b.txt"], ["报告.docx", "b.txt"]),
        (["track", "a.txt", "b.txt"], []),
        (["--version"], []),
        (["-o", "a.txt"], []),
        ([], []),
    ],
)
def test_files_are_told_from_commands(words, files, tmp_path, monkeypatch):
    """A verb or an option makes a command; nothing but names with endings are files to open."""
    from desktop.__main__ import _files  # noqa: PLC0415

    monkeypatch.chdir(tmp_path)
    assert [path.name for path in _files(words)] == files
    assert all(path.is_absolute() for path in _files(words))


def test_program_opens_the_file_it_is_started_with(tmp_path, sample_file):
    """``duizhang FILE`` in a process of its own, as a double click starts it."""
    path = tmp_path / "双击.duizhang"
    path.write_bytes(sample_file.read_bytes())
    code = (
        f"import sys; from desktop.__main__ import main\nsys.argv.append({str(path)!r})\nmain()\n"
    )
    done = run_python(code, tmp_path, DUIZHANG_BENCH_START="1")
    assert done.returncode == 0, done.stderr
    assert "complete" in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries of Linux")
@pytest.mark.parametrize("box", [False, True])
def test_a_missing_system_library_is_told_with_the_command_that_brings_it(box, tmp_path):
    """Where Qt cannot be imported there is one sentence; without a terminal it is shown, too."""
    shown = tmp_path / "shown.txt"
    if box:
        tool = tmp_path / "zenity"
        tool.write_text(f'#!/bin/sh\nfor last; do :; done\necho "$last" >"{shown}"\n')
        tool.chmod(0o755)
    code = (
        "import sys\n"
        "from desktop import system_libraries\n"
        "system_libraries.missing = lambda _: {'libEGL.so.1': 'libegl1'}\n"
        "sys.modules['PySide6.QtCore'] = None\n"
        "from desktop.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"HOME": str(tmp_path), "LANG": "zh_CN.UTF-8", "DISPLAY": ":0", "PATH": str(tmp_path),
             "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("duizhang: 这台电脑缺少窗口所需的系统库（libEGL.so.1）")
    assert done.stderr.strip().endswith("sudo apt-get install libegl1")
    assert done.stderr.count("\n") == 1
    if box:
        end = time.monotonic() + 10
        while not (shown.exists() and shown.read_text()) and time.monotonic() < end:
            time.sleep(0.02)
        assert "libegl1" in shown.read_text()


def test_what_cannot_be_imported_for_another_reason_is_not_hidden(tmp_path):
    """A fault of ours is told as one, not as a library that is missing."""
    code = (
        "import sys\n"
        "sys.modules['PySide6.QtCore'] = None\n"
        "from desktop import system_libraries\n"
        "system_libraries.missing = lambda _: {}\n"
        "from desktop.__main__ import main\n"
        "sys.exit(main())\n"
    )
    done = run_python(code, tmp_path, DISPLAY=":0")
    assert done.returncode == 1
    assert "PySide6.QtCore" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="X11 and Wayland")
@pytest.mark.parametrize(
    "dead", [{"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "none-9"}, {"QT_QPA_PLATFORM": "none"}]
)
def test_a_dead_display_is_told_in_one_sentence(dead, tmp_path):
    """Qt would end the process with a core file; the program says what to do, and ends."""
    without = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    plain = {name: value for name, value in os.environ.items() if name not in without}
    done = subprocess.run(
        [sys.executable, "-m", "desktop"],
        env={**plain, "HOME": str(tmp_path), "LANG": "en_US.UTF-8", **dead},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 1
    assert "no display to open a window on: start it on a desktop" in done.stderr
    assert "Traceback" not in done.stderr


def test_report_of_a_bug_in_a_slot_says_where(tmp_path):
    """Frames are in it, also where Qt called; words of the error, which may quote, are not."""
    code = (
        "import sys\n"
        "import desktop.app as app\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from desktop.dialogs.opening import Opening\n"
        "def burst(): raise KeyError('秘密')\n"
        "def show(self, crash):\n"
        "    sys.stdout.buffer.write(crash.encode())\n"
        "    QApplication.exit(3)\n"
        "Opening.show_crash = show\n"
        "class Window(app.MainWindow):\n"
        "    def __init__(self, *others):\n"
        "        super().__init__(*others)\n"
        "        self.painted.connect(burst)\n"
        "app.MainWindow = Window\n"
        "sys.exit(app.run())\n"
    )
    done = run_python(code, tmp_path)
    assert done.returncode == 3, done.stderr
    assert "builtins.KeyError" in done.stdout
    assert "in burst" in done.stdout
    assert "秘密" not in done.stdout


def test_a_bug_before_anything_stands_in_the_window_is_told(tmp_path):
    """What cannot be made is not needed to say so."""
    code = (
        "import sys\n"
        "import desktop.app as app\n"
        "from PySide6.QtCore import QTimer\n"
        "from PySide6.QtWidgets import QApplication\n"
        "import desktop.furniture as furniture\n"
        "def burst(*_): raise KeyError('秘密')\n"
        "furniture.Furniture.__init__ = burst\n"
        "from desktop.dialogs.error_dialog import ErrorDialog\n"
        "def told(dialog):\n"
        "    dialog.done(0)\n"
        "    QTimer.singleShot(0, lambda: QApplication.exit(3))\n"
        "ErrorDialog.open = told\n"
        "sys.exit(app.run())\n"
    )
    done = run_python(code, tmp_path)
    assert done.returncode == 3, done.stderr


def test_the_first_start_says_that_the_samples_are_read(qtbot, begin, monkeypatch):
    """Nothing offers to open what is on its way; when it is there, the usual words stand there."""
    said = []

    def make(place, user="", analysis=None):
        said.append(empty.text())
        return Workspace.create(place, user=user)

    monkeypatch.setattr(Workspace, "open_sample", make)
    program = begin()
    empty = program.window.furniture.compare.empty
    qtbot.waitUntil(lambda: bool(said), timeout=20_000)
    assert not empty.button.isVisibleTo(empty)
    qtbot.waitUntil(lambda: program.session.workspace is not None, timeout=20_000)
    assert "sample reports are being read" in said[0]
    assert "Import the reports of two years" in empty.text()
    assert empty.button.isVisibleTo(empty)


def test_a_start_that_fails_offers_the_samples(qtbot, begin, tmp_path):
    """Who asked for a workspace that cannot be opened is told what else there is."""
    path = tmp_path / "broken.duizhang"
    path.write_bytes(b"no workspace" * 200)
    program = begin(path)
    empty = program.window.furniture.compare.empty
    qtbot.waitUntil(lambda: empty.button.isVisibleTo(empty), timeout=20_000)
    assert "look at the samples" in empty.text()


def test_a_window_that_is_killed_stands_where_it_stood(qtbot, begin, left, settings):
    """Size and place are written down while the window is open, not only when it is closed."""
    program = begin()
    settled(qtbot, program)
    program.window.resize(1111, 777)
    program.window.splitter.setSizes([333, 778])
    program.window.splitter.splitterMoved.emit(333, 1)

    wanted = program.window.saveGeometry()
    qtbot.waitUntil(lambda: settings.state("window") == wanted, timeout=10_000)
    assert settings.state("library") == program.window.splitter.saveState()
