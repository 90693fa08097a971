"""Jobs: results in order, never stale; problems told, bugs reported."""

from threading import Event, Timer

import pytest

from desktop.jobs.job import SAVING, Job, JobContext, Lane
from desktop.jobs.runner import JobRunner
from tests.desktop.conftest import InlineExecutor
from tracker.errors import InputProblem
from tracker.message import Message

LABEL = Message("工作", "Working")


@pytest.fixture
def runner(qapp):
    """Return a runner with its threads."""
    made = JobRunner()
    yield made
    made.shut_down()


def _job(work, topic="", **rest):
    return Job(topic, LABEL, work, **rest)


def _forty_two(_: JobContext) -> int:
    return 42


def test_result_lands_in_the_gui_thread(qtbot, runner):
    """A value that a thread worked out is handed to the callback."""
    found = []
    runner.submit(_job(_forty_two), found.append)
    qtbot.waitUntil(lambda: found == [42])
    assert not runner.busy()


def test_newer_request_makes_the_older_stale(qtbot, runner):
    """Only the latest result of a topic is delivered, and the older job is asked to stop."""
    go, stopped, found = Event(), [], []

    def slow(context: JobContext) -> str:
        go.wait(5)
        stopped.append(context.should_stop())
        return "old"

    runner.submit(_job(slow, "compare"), found.append)
    runner.submit(_job(lambda _: "new", "compare", lane=Lane.STORE), found.append)
    go.set()
    qtbot.waitUntil(lambda: not runner.busy())
    assert found == ["new"]
    assert stopped == [True]


def test_cancel_reaches_the_job(qtbot, runner):
    """A job sees that it shall stop, and what it did by then is delivered."""
    started, found = Event(), []

    def patient(context: JobContext) -> int:
        started.set()
        steps = 0
        while not context.should_stop():
            steps += 1
        return steps

    runner.submit(_job(patient), found.append)
    started.wait(5)
    runner.cancel_all()
    qtbot.waitUntil(lambda: len(found) == 1)


def test_problem_is_told(qtbot, runner):
    """An error that a person can act on reaches the failed signal and the callback."""
    said = []

    def fail(_: JobContext) -> None:
        raise InputProblem(Message("文件是空的。", "The file is empty."))

    with qtbot.waitSignal(runner.failed) as caught:
        runner.submit(_job(fail), said.append, said.append)
    assert caught.args[0].message.zh == "文件是空的。"
    assert said == [caught.args[0]]


def test_bug_becomes_a_report_without_the_text(qtbot, runner):
    """A crash report names type and place; the words of the error stay out of it."""

    def bug(_: JobContext) -> None:
        raise KeyError("苏州市政府工作报告全文")

    with qtbot.waitSignal(runner.crashed) as caught:
        runner.submit(_job(bug), print)
    assert "KeyError" in caught.args[0]
    assert "test_runner.py" in caught.args[0]
    assert "苏州" not in caught.args[0].replace('raise KeyError("苏州市政府工作报告全文")', "")


def test_progress_of_shown_jobs_only(qtbot, qapp):
    """A quiet job moves no progress strip; a shown one says how far it is."""
    runner = JobRunner(executors={lane: InlineExecutor() for lane in Lane})
    seen = []
    runner.progressed.connect(lambda label, progress: seen.append(progress))

    def work(context: JobContext) -> None:
        context.report_progress(1, 2, "b.txt")

    runner.submit(_job(work, quiet=True), seen.append)
    qtbot.waitUntil(lambda: not runner.busy())
    assert seen == [None]  # the value of the quiet job, not a progress
    runner.submit(_job(work), seen.append)
    qtbot.waitUntil(lambda: not runner.busy())
    assert (seen[2].done, seen[2].total, seen[2].doing) == (1, 2, "b.txt")
    runner.shut_down()


def test_what_a_person_did_is_written_though_the_program_ends(qapp):
    """Reading that waits its turn is passed over; a change that waits is never dropped."""
    runner, begun, may_end = JobRunner(), Event(), Event()
    done: list[str] = []

    def slow(_: JobContext) -> None:
        begun.set()
        may_end.wait(10)

    runner.submit(_job(slow, lane=Lane.STORE), done.append)
    runner.submit(_job(lambda _: done.append("read"), lane=Lane.STORE), _nothing)
    runner.submit(Job("", SAVING, lambda _: done.append("kept"), Lane.STORE), _nothing)
    assert begun.wait(10)
    Timer(0.2, may_end.set).start()
    runner.shut_down()
    assert done == ["kept"]


def _nothing(_: object) -> None:
    """There is nothing to do with it."""
