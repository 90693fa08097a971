"""What a person does while the server is away: it outlives the program, and is done once."""

import inspect
import os
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from desktop.jobs import bookmarks, held, intake, promising
from tests.desktop.killed import do, place
from tests.desktop.test_sharing import (  # noqa: F401 - fixtures
    address,
    bar,
    colleague,
    lost,
    mark_by_key,
    model,
    promises,
    shared,
)
from tracker.model.mark import MarkAction
from tracker.model.tracking import Verdict
from tracker.workspace import HeldWork, Workspace

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # of the platform without a screen
    pytest.mark.skipif(os.name != "posix", reason="nothing is killed by a signal here"),
]


@pytest.fixture
def killed(server, address, tmp_path):  # noqa: F811
    """Return the workspace for which five changes wait, of a program that was killed."""
    words = [sys.executable, "-m", "tests.desktop.killed", str(tmp_path / "other.ini")]
    words += [address.host, address.database, address.user]
    is_up = True
    with subprocess.Popen(
        words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    ) as process:
        try:
            assert process.stdout.readline() == "ready\n"
            server.stop()
            is_up = False
            process.stdin.write("\n")
            process.stdin.flush()
            assert process.stdout.readline() == "held\n"
            assert process.wait(30) == -signal.SIGKILL
        finally:
            process.kill()
            if not is_up:
                server.start()
    return address


@pytest.fixture
def again(qtbot, program, killed):
    """Return the program, opened again where another one was killed."""
    program.window.furniture.files.sharing._timer.setInterval(200)
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(killed)
    qtbot.waitUntil(lambda: "5 of your changes" in bar(program).label.text(), timeout=20_000)
    return program


def what_is_there(address) -> tuple:  # noqa: F811
    """Return all that the killed program did, as a colleague finds it."""
    with Workspace.open(address, user="王五") as workspace:
        earlier = min(workspace.entries(), key=lambda e: e.year or 0)
        marks = workspace.marks(earlier.id)
        return (
            sorted((m.verdict, m.note, len(workspace.history(one))) for one, m in marks.items()),
            [(b.note, b.user) for b in workspace.bookmarks()],
            [word.user for word in workspace.promise_words(earlier.id)],
            earlier.name,
        )


EVERYTHING = (
    sorted([(Verdict.MISSED, "缺口", 1), (Verdict.FULFILLED, "", 1)]),
    [("记下", "张三")],
    ["张三"],
    "另一个名字.txt",
)
NOTHING_THERE = ([], [], [])


def is_written(qtbot, program) -> None:
    """Wait until the program says that everything is written."""
    told = "5 of your changes were written"
    qtbot.waitUntil(lambda: told in bar(program).label.text(), timeout=20_000)


def test_what_waited_outlives_a_kill_and_is_done_once(qtbot, again, killed):
    """It is offered with number and time; one click writes all of it, in its order."""
    assert "the first is of 20" in bar(again).label.text()
    assert again.window.actions_table["write_waiting"].isEnabled()
    assert what_is_there(killed)[:3] == NOTHING_THERE
    qtbot.mouseClick(bar(again).open_button, Qt.MouseButton.LeftButton)
    is_written(qtbot, again)
    assert what_is_there(killed) == EVERYTHING
    assert HeldWork(killed, "张三").waiting() == ()
    assert not again.window.actions_table["write_waiting"].isEnabled()


def test_what_waited_can_be_left_out(qtbot, again, killed):
    """Nothing of it is written, and nobody asks again."""
    qtbot.mouseClick(bar(again).other_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "left out" in bar(again).label.text())
    assert HeldWork(killed, "张三").waiting() == ()
    assert what_is_there(killed)[:3] == NOTHING_THERE


def test_a_second_kill_after_writing_does_nothing_twice(qtbot, again, killed):
    """What the server has is known by its id, though the computer had no time to note it."""
    before = HeldWork(killed, "张三").waiting()
    qtbot.mouseClick(bar(again).open_button, Qt.MouseButton.LeftButton)
    is_written(qtbot, again)
    for one in before:
        HeldWork(killed, "张三").add(one)  # as if it had been killed before that was noted
    with qtbot.waitSignal(again.session.opened, timeout=60_000):
        again.session.open_workspace(killed)
    qtbot.waitUntil(lambda: HeldWork(killed, "张三").waiting() == (), timeout=20_000)
    qtbot.waitUntil(lambda: not again.session.runner.busy(), timeout=20_000)
    assert not again.window.actions_table["write_waiting"].isEnabled()
    assert what_is_there(killed) == EVERYTHING


def test_what_waited_meets_what_a_colleague_did_since(qtbot, program, killed):
    """A mark of yesterday is no licence: the colleague's stands until a person decides."""
    with Workspace.open(killed, user="李四") as other:
        earlier = min(other.entries(), key=lambda e: e.year or 0)
        first = other.tracking(earlier.id, other.laters_for(earlier.id))[0].commitment.id
        other.mark(first, verdict=Verdict.PARTIAL)
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(killed)
    qtbot.waitUntil(lambda: "5 of your changes" in bar(program).label.text(), timeout=20_000)
    program.window.actions_table["write_waiting"].trigger()
    unsettled = program.session.unsettled
    qtbot.waitUntil(lambda: len(unsettled.met) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=20_000)
    with Workspace.open(killed, user="王五") as workspace:
        assert workspace.marks(earlier.id)[first].verdict is Verdict.PARTIAL
    assert len(HeldWork(killed, "张三").waiting()) == 1  # undecided, it is not lost either
    program.window.furniture.files.sharing.keep_mine()
    qtbot.waitUntil(lambda: HeldWork(killed, "张三").waiting() == (), timeout=20_000)
    with Workspace.open(killed, user="王五") as workspace:
        said = [(e.user, e.mark.verdict) for e in workspace.history(first)]
    assert said == [("李四", Verdict.PARTIAL), ("张三", Verdict.MISSED)]


def test_a_name_is_not_given_what_another_did(qtbot, program, killed):
    """What waits under one name is offered to nobody else."""
    program.session.user = "王五"
    with qtbot.waitSignal(program.session.opened, timeout=60_000):
        program.session.open_workspace(killed)
    qtbot.waitUntil(lambda: not program.session.runner.busy(), timeout=20_000)
    assert not program.window.actions_table["write_waiting"].isEnabled()
    assert len(HeldWork(killed, "张三").waiting()) == 5


def test_what_cannot_wait_is_refused_by_name(qtbot, shared, lost, address):  # noqa: F811
    """What a file cannot hold is not held in memory either: the sentence says what to do."""
    report, workspace = shared.session.tracking.earlier.id, shared.session.workspace
    before, after = (SimpleNamespace(encoding=name) for name in ("utf-8", "gb18030"))
    do(shared.session, partial(intake.correct_report, workspace, report, before, after))
    told = "Correcting what is said of a report needs the server: it was not done"
    qtbot.waitUntil(lambda: told in bar(shared).label.text(), timeout=20_000)
    assert shared.session.unsettled.held == []
    assert HeldWork(address, "张三").waiting() == ()


def test_what_can_wait_is_known_by_what_it_is_given():
    """A function that is given something else by now would find nothing in the lines of before."""
    for work, given in held._kinds().items():
        assert {"workspace", *given} == set(inspect.signature(work).parameters)
    names = [held._name(work) for work in held._kinds()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("which", ["note", "promise"])
def test_an_action_that_is_cut_off_behind_its_writing_is_not_done_twice(
    qtbot,
    shared,  # noqa: F811
    colleague,  # noqa: F811
    monkeypatch,
    which,
):
    """It was written, and the line broke while the answer was read: the server knows its id."""
    workspace, where = shared.session.workspace, place(shared.session)
    earlier = shared.session.tracking.earlier.id
    add = {"note": partial(bookmarks.add, workspace, where, "记下"),
           "promise": partial(promising.add, workspace, where)}[which]  # fmt: skip
    action = {"note": workspace.add_bookmark, "promise": workspace.add_promise}[which]
    calls: list[int] = []

    def cut(*given):
        calls.append(1)
        found, database = action(*given), workspace._database
        with database._lock, database.told():  # nobody who watches makes the line anew meanwhile
            database._cut_line()
            with database._connection.begin():
                pass
        return found

    monkeypatch.setattr(workspace, action.__name__, cut)
    do(shared.session, add)
    qtbot.waitUntil(lambda: len(calls) == 1, timeout=20_000)
    written = "1 of your changes were written"
    qtbot.waitUntil(lambda: written in bar(shared).label.text(), timeout=20_000)
    assert len(calls) == 1
    assert len(colleague.bookmarks()) == (which == "note")
    assert len(colleague.promise_words(earlier)) == (which == "promise")


def test_what_is_under_way_outlives_a_kill(qtbot, shared, server, address):  # noqa: F811
    """A mark that no answer came for yet is on this computer from the first moment."""
    server.freeze()
    try:
        first = mark_by_key(qtbot, shared, 0, Qt.Key.Key_3)
        assert [one.about for one in HeldWork(address, "张三").waiting()] == [(first,)]
    finally:
        server.thaw()
    qtbot.waitUntil(lambda: first in shared.session.tracking.marks, timeout=20_000)
    assert HeldWork(address, "张三").waiting() == ()


def test_a_server_that_hangs_is_away_after_seconds(qtbot, shared, server, address):  # noqa: F811
    """It did not die and nothing broke: the mark is told as not written, and waits on the disk."""
    first = promises(shared)[0]
    server.freeze()
    try:
        mark_by_key(qtbot, shared, 0, Qt.Key.Key_3)
        unsettled, strip = shared.session.unsettled, shared.window.furniture.commitments.detail.met
        qtbot.waitUntil(lambda: unsettled.n_waiting > 0, timeout=10_000)
        assert [one.about for one in HeldWork(address, "张三").waiting()] == [(first,)]
        shared.window.close()
        question = shared.window.furniture.files.sharing.question
        assert shared.window.isVisible()
        assert "kept on this computer" in question.informativeText()
        qtbot.keyClick(question, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: len(unsettled.held) == 1, timeout=15_000)
        assert strip.isVisible()
        assert "not written" in strip.label.text()
    finally:
        server.thaw()
    qtbot.waitUntil(lambda: first in shared.session.tracking.marks, timeout=20_000)
    assert HeldWork(address, "张三").waiting() == ()
    with Workspace.open(address, user="王五") as workspace:
        assert [e.action for e in workspace.history(first)] == [MarkAction.MARKED]
