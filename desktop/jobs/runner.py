"""Runs jobs on a few threads; hands results to the GUI thread, in order and never stale."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.jobs.job import CancelToken, Job, JobContext, Lane, Progress, Seldom
from tracker.errors import TrackerError
from tracker.model.acting import acting

if TYPE_CHECKING:
    from concurrent.futures import Executor

OnDone = Callable[..., None]


@dataclass(frozen=True, slots=True)
class _Result:
    """What became of a job: a value, a problem to tell, or the report of a crash."""

    value: object = None
    problem: TrackerError | None = None
    crash: str = ""


@dataclass(slots=True)
class _Running:
    job: Job
    token: CancelToken
    on_done: OnDone
    on_failed: OnDone | None
    abandoned: bool = False


def crash_report(error: BaseException) -> str:
    """Return where an error came from: types and places, never the text of a message.

    An exception's own words may hold text of a document, so they are left out.
    """
    import traceback  # noqa: PLC0415 - costs start-up time, needed once at most

    lines: list[str] = []
    seen: BaseException | None = error
    while seen is not None:
        frames = "".join(traceback.format_tb(seen.__traceback__))
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}\n{frames}")
        seen = seen.__cause__ or seen.__context__
    return "\ncaused by ".join(lines)


class JobRunner(QObject):
    """One thread for each lane; results land in the GUI thread.

    Signals:
        failed(TrackerError): A job ended with a problem that a person can act on.
        refused(TrackerError, Job, Callable): The same, with what does the job once more.
        begun(Job): What a person did is on its way.
        settled(Job, TrackerError | None): What a person did is written, or is not, for a reason.
        crashed(str): A job ended with a bug; the copyable report.
        progressed(Message, Progress | None): The job that is shown runs; its label and how far.
        idle(): No job that is shown runs any more.
    """

    failed = Signal(object)
    refused = Signal(object, object, object)
    begun = Signal(object)
    settled = Signal(object, object)
    crashed = Signal(str)
    progressed = Signal(object, object)
    idle = Signal()
    _landed = Signal(int, object)
    _stepped = Signal(int, int, int, str)

    def __init__(
        self, parent: QObject | None = None, *, executors: "dict[Lane, Executor] | None" = None
    ) -> None:
        super().__init__(parent)
        self._executors: dict[Lane, Executor] = executors or {}
        self._running: dict[int, _Running] = {}
        self._latest: dict[str, int] = {}
        self._next = 0
        self._is_over = False
        self._landed.connect(self._land, Qt.ConnectionType.QueuedConnection)
        self._stepped.connect(self._step, Qt.ConnectionType.QueuedConnection)

    def submit(self, job: Job, on_done: OnDone, on_failed: OnDone | None = None) -> int:
        """Start a job; none is started any more once the program ends.

        Args:
            job: What to do.
            on_done: Called in the GUI thread with the value, unless it is stale by then.
            on_failed: Called with the problem before the ``failed`` signal.

        Returns:
            The number of the request.
        """
        self._next += 1
        request, token = self._next, CancelToken()
        if self._is_over:
            return request
        self._running[request] = _Running(job, token, on_done, on_failed)
        if job.keeps:
            self.begun.emit(job)
        if job.topic:
            self._cancel_topic(job.topic)
            self._latest[job.topic] = request
        self._executor(job.lane).submit(self._work, request, job, token)
        if not job.quiet:
            self.progressed.emit(job.label, None)
        return request

    def _executor(self, lane: Lane) -> "Executor":
        """Return the thread of a lane, started when it is first needed."""
        if lane not in self._executors:
            from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - start-up time

            self._executors[lane] = ThreadPoolExecutor(1, thread_name_prefix=lane.value)
        return self._executors[lane]

    def _cancel_topic(self, topic: str) -> None:
        older = self._running.get(self._latest.get(topic, 0))
        if older is not None:
            older.token.cancel()

    def cancel(self, request: int) -> None:
        """Ask one job to stop and take no notice of what it gives."""
        running = self._running.get(request)
        if running is not None:
            running.abandoned = True
            running.token.cancel()

    def cancel_all(self) -> None:
        """Ask every shown job to stop; what a job did so far stays done."""
        for running in self._running.values():
            if not running.job.quiet:
                running.token.cancel()

    def abandon(self) -> None:
        """Stop everything and deliver none of it: what it was about is gone."""
        for running in self._running.values():
            running.abandoned = True
            running.token.cancel()

    def busy(self) -> bool:
        """Tell whether any job is under way."""
        return bool(self._running)

    def saving(self) -> tuple[Job, ...]:
        """Return what writes what a person did and is under way, in its order."""
        return tuple(one.job for one in self._running.values() if one.job.keeps)

    def shut_down(self) -> None:
        """Stop everything and wait for the threads; called once, when the program ends."""
        self._is_over = True
        for running in self._running.values():
            running.token.cancel()
        for executor in self._executors.values():
            # What a person did is still written; everything else that waits is passed over.
            executor.shutdown(wait=True)

    def _work(self, request: int, job: Job, token: CancelToken) -> None:
        """Run a job; this happens on a worker thread."""
        if self._is_over and not job.keeps:
            return
        context = JobContext(Seldom(partial(self._stepped.emit, request)), token.cancelled)
        try:
            with acting(job.key if job.keeps else ""):
                result = _Result(value=job.work(context))
        except TrackerError as problem:
            result = _Result(problem=problem)
        except Exception as error:  # noqa: BLE001 - the one place that turns bugs into a report
            result = _Result(crash=crash_report(error))
        try:
            self._landed.emit(request, result)
        except RuntimeError:  # the program ended meanwhile and Qt's side of the runner is gone
            return

    @Slot(int, int, int, str)
    def _step(self, request: int, done: int, total: int, doing: str) -> None:
        running = self._running.get(request)
        if running is not None and not running.job.quiet:
            self.progressed.emit(running.job.label, Progress(done, total, doing))

    @Slot(int, object)
    def _land(self, request: int, result: _Result) -> None:
        running = self._running.pop(request)
        if self._is_over:
            return
        if running.job.keeps and not result.crash:
            self.settled.emit(running.job, result.problem)
        topic = running.job.topic
        overtaken = bool(topic) and self._latest.get(topic) != request
        stale = running.abandoned or overtaken
        if not any(not other.job.quiet for other in self._running.values()):
            self.idle.emit()
        if result.crash and not running.abandoned:  # its workspace was closed under it
            self.crashed.emit(result.crash)
        elif stale:
            return
        elif result.problem is not None:
            if running.on_failed is not None:
                running.on_failed(result.problem)
            self.failed.emit(result.problem)
            again = partial(self.submit, running.job, running.on_done, running.on_failed)
            self.refused.emit(result.problem, running.job, again)
        else:
            running.on_done(result.value)
