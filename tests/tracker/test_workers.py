"""Tasks on processes: a crash costs one task, a bug one row."""

import os
import sys
import time
from collections.abc import Iterator

import pytest

from tracker.errors import ExportProblem, Stopped
from tracker.message import Message
from tracker.workers import LocalWorkers, asked_to_stop


def work(task: str) -> int:
    """Do what the task says."""
    if task == "crash":
        os._exit(3)
    if task == "bug":
        raise KeyError(task)
    if task == "disk":
        raise ExportProblem(Message("满", "full"))
    if task == "modules":
        return len([name for name in sys.modules if name.startswith("PySide6")])
    if task == "long":
        while not asked_to_stop():
            time.sleep(0.01)
    return len(task)


def test_every_task_is_done_or_told_of() -> None:
    """One process that ends and one bug stop none of the rest."""
    tasks = ["a", "bb", "crash", *("x" * n for n in range(3, 12)), "bug", "end"]
    with LocalWorkers(2) as workers:
        done = {one.task: one for one in workers.run(work, tasks)}
    assert set(done) == set(tasks)
    failed = {task for task, one in done.items() if one.problem is not None}
    assert failed == {"crash", "bug"}
    assert all(one.result == len(task) for task, one in done.items() if task not in failed)
    problem = done["bug"].problem
    assert problem
    assert "KeyError" in problem.en
    assert "'bug'" not in problem.en


def test_processes_bring_nothing_of_a_window_along() -> None:
    """They are started afresh: none is a copy of a process that has threads of Qt."""
    pytest.importorskip("PySide6.QtCore")  # now it is here, as in the program with a window

    with LocalWorkers(1) as workers:
        (done,) = workers.run(work, ["modules"])
    assert done.result == 0


def test_a_full_disk_stops_the_rest() -> None:
    """What can be written nowhere need not be found."""
    with LocalWorkers(1) as workers, pytest.raises(ExportProblem) as caught:
        list(workers.run(work, ["a", "disk", "b"]))
    assert caught.value.message == Message("满", "full")


def test_errors_come_whole_out_of_another_process() -> None:
    """A sentence in two languages and its detail survive the way."""
    import pickle  # noqa: PLC0415 - what processes speak

    for error in (ExportProblem(Message("甲", "a"), "why"), Stopped()):
        back = pickle.loads(pickle.dumps(error))
        assert (type(back), back.message, back.detail) == (type(error), error.message, error.detail)


def test_a_person_who_stops_does_not_wait_for_a_long_task() -> None:
    """What is under way is told that nobody waits, what is done by then was handed out."""
    done: list[str] = []

    def note_all() -> None:
        with LocalWorkers(1, should_stop=lambda: bool(done), behind=True) as workers:
            for one in workers.run(work, ["a", "long", "b"]):
                done.append(one.task)  # noqa: PERF401 - what came before the error counts

    with pytest.raises(Stopped):
        note_all()
    assert done == ["a"]


def test_tasks_are_taken_only_as_fast_as_they_are_done() -> None:
    """However many there are, a few are in memory at a time."""
    taken: list[int] = []

    def tasks() -> Iterator[str]:
        for number in range(30):
            taken.append(number)
            yield "x" * number

    most = 0
    with LocalWorkers(1) as workers:
        for seen, _ in enumerate(workers.run(work, tasks())):
            most = max(most, len(taken) - seen)
    assert len(taken) == 30
    assert most <= 8
