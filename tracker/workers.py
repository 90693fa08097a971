"""Tasks on many processes: a few under way at a time, a crash costs one task and no more.

The interface is ``Workers.run``: a function of a module and the tasks to call it with go in, a
``Done`` for each task comes out as soon as it is done. Functions, tasks and results are pickled,
so they are small values; what is large goes through files. A task may be done twice, so it must
come to the same when it is. ``LocalWorkers`` are processes on this computer; ``usual_number``
says how many it can do with.

    with LocalWorkers(usual_number()) as workers:
        for done in workers.run(partial(work, job), tasks):
            ...
"""

import gc
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing.synchronize import Event
from types import TracebackType
from typing import Generic, Protocol, Self, TypeVar

from tracker.attempt import problem_of
from tracker.errors import ExportProblem, Stopped
from tracker.message import Message

_SELDOM = 20_000
"""New objects after which Python's collector looks for rubbish; usually 700."""

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""Tasks for each process that wait for it: none is idle, and few are in memory."""

_BEHIND = 5
"""How far a process steps back (``os.nice``): the thread of a window is served first."""

_POLL = 0.1
"""Seconds between two looks at whether to stop."""


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """What became of a task.

    Attributes:
        task: The task.
        result: What it gave; None where it failed.
        problem: Why it failed.
    """

    task: T
    result: R | None
    problem: Message | None = None


class Workers(Protocol):
    """Whoever does tasks; in any order, each once at least."""

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R]]:
        """Yield what became of tasks as they are done; a failed one stops no other."""


def _never() -> bool:
    """Never ask to stop."""
    return False


class LocalWorkers:
    """Processes on this computer.

    They are started afresh (spawn), which is the same on every system and brings nothing along:
    no thread, no open file and nothing of Qt.

    Args:
        number: How many.
        should_stop: Asked all the while; once it says so ``run`` raises ``Stopped``, and tasks
            that ask ``asked_to_stop`` end early.
        behind: They leave the processor to whatever else wants it, for instance a window.
    """

    def __init__(
        self,
        number: int,
        *,
        should_stop: Callable[[], bool] = _never,
        behind: bool = False,
    ) -> None:
        self._number = number
        self._should_stop = should_stop
        self._behind = behind
        self._context = multiprocessing.get_context("spawn")
        self._stop: Event = self._context.Event()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Wait for what is under way; what has not begun is left.

        After an error, or a stop, tasks that ask are told that nobody waits for them.
        """
        if error is not None:
            self._stop.set()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R]]:
        """Yield what became of tasks as they are done.

        A task is taken from ``tasks`` when there is soon somebody to do it, so that what waits
        in memory is little, however many there are.

        Raises:
            ExportProblem: A task could not write what it found.
            Stopped: ``should_stop`` said so.
        """
        waiting = iter(tasks)
        flying: dict[Future[R], T] = {}
        suspects: deque[T] = deque()
        for task in waiting:
            if not self._sent(work, task, flying):
                suspects.append(task)
            if len(flying) >= self._number * _AHEAD or suspects:
                yield from self._landed(flying, suspects)
                yield from self._alone(work, flying, suspects)
        while flying or suspects:
            yield from self._landed(flying, suspects)
            yield from self._alone(work, flying, suspects)

    def _sent(self, work: Callable[[T], R], task: T, flying: dict[Future[R], T]) -> bool:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._number,
                mp_context=self._context,
                initializer=_begin,
                initargs=(self._stop, self._behind),
            )
        try:
            flying[self._pool.submit(work, task)] = task
        except BrokenProcessPool:
            self._drop()
            return False
        return True

    def _landed(self, flying: dict[Future[R], T], suspects: deque[T]) -> Iterator[Done[T, R]]:
        """Yield what is done by now; when a process crashed, all under way are suspected."""
        if not flying:
            return
        for future in self._first_done(flying):
            task = flying.pop(future)
            error = future.exception()
            if isinstance(error, BrokenProcessPool):
                suspects.append(task)
                self._drop()
            else:
                yield _done(task, future)

    def _first_done(self, flying: Iterable[Future[R]]) -> set[Future[R]]:
        """Wait for the first that is done, or until it shall stop."""
        while True:
            if self._should_stop():
                raise Stopped
            done = wait(flying, timeout=_POLL, return_when=FIRST_COMPLETED).done
            if done:
                return done

    def _alone(
        self, work: Callable[[T], R], flying: dict[Future[R], T], suspects: deque[T]
    ) -> Iterator[Done[T, R]]:
        """Do suspected tasks one at a time, so that the guilty one is known."""
        if not suspects:
            return
        while flying:  # a broken pool fails them all; their tasks are suspected, too
            yield from self._landed(flying, suspects)
        while suspects:
            task = suspects.popleft()
            single: dict[Future[R], T] = {}
            if not self._sent(work, task, single):
                self._sent(work, task, single)
            for future in self._first_done(single):
                if isinstance(future.exception(), BrokenProcessPool):
                    self._drop()
                    yield Done(task, None, _CRASHED)
                else:
                    yield _done(task, future)

    def _drop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


def _done(task: T, future: Future[R]) -> Done[T, R]:
    error = future.exception()
    if error is None:
        return Done(task, future.result())
    if isinstance(error, ExportProblem):
        raise error  # a full disk is full for the next task, too
    return Done(task, None, problem_of(error))


_CRASHED = Message(
    "处理它的进程中途结束了，可能是内存不足；请关闭其他程序（batch 也可用 --workers 1）后重试。",
    "The process that worked on it ended, perhaps for lack of memory; close other programs, or "
    "give batch --workers 1, and try again.",
)


def usual_number() -> int:
    """Return how many processes this computer can do with."""
    if hasattr(os, "sched_getaffinity"):
        return max(1, len(os.sched_getaffinity(0)))
    return max(1, os.cpu_count() or 1)


def rest_collector() -> None:
    """Have rubbish in circles collected less often, in a process that works through many texts.

    Findings are trees of small values without circles: Python's collector walks through them
    again and again and finds nothing. Run seldom, it saves a sixth of the time of a batch.
    """
    gc.freeze()
    gc.set_threshold(_SELDOM, 20, 100)


_stop: Event | None = None
"""In a process that was started here: whether it shall stop."""


def asked_to_stop() -> bool:
    """Tell a task whether nobody waits for it any more."""
    return _stop is not None and _stop.is_set()


def _begin(stop: Event, behind: bool) -> None:  # noqa: FBT001 - the pool passes places only
    """Prepare a process: it is stopped by the one that started it, and ends when that is gone."""
    rest_collector()
    global _stop  # noqa: PLW0603 - what a process is told when it starts
    _stop = stop
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if behind and hasattr(os, "nice"):
        os.nice(_BEHIND)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
