"""Tasks on the computers of a Dask cluster: the same tasks, wherever there is a worker.

Invariant: the scheduler that a person named is all that is spoken to, and only when named.
Results come back through it, never from a worker directly. What tasks read and write are files,
so every worker must see the reports and the folder of the tables under the same paths.

Nothing is lost with a worker: the scheduler gives its tasks to others, and what was found already
is in cells. A scheduler is trusted like the person's own program, because both sides pickle.
"""

import platform
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import uuid4

from tracker.attempt import problem_of
from tracker.batch.cells import cells_version
from tracker.errors import ExportProblem, InputProblem
from tracker.message import Message
from tracker.workers import Done, rest_collector

T = TypeVar("T")
R = TypeVar("R")

_AHEAD = 3
"""Tasks for each thread of the cluster that the scheduler holds: no worker waits for this side."""

_PATIENCE = 30
"""Seconds to wait for the scheduler, and then for the first worker."""

_TRIES = 3
"""Times that a task may be there when workers end before it is taken for the cause.

Each counts for several, as the scheduler itself asks further workers before it gives up a task."""


@dataclass(frozen=True, slots=True)
class _Sight:
    """What one worker sees.

    Attributes:
        node: Name of its computer.
        version: Version of the cells that it makes.
        reads: It finds the folder of the tables.
        writes: It can write there.
    """

    node: str
    version: str
    reads: bool
    writes: bool


class ClusterWorkers:
    """The workers of a Dask cluster.

    Args:
        address: Where the scheduler listens, ``tcp://HOST:PORT`` or ``tls://HOST:PORT``.

    Raises:
        InputProblem: Dask is not installed, nobody answers there, or no worker is there.
    """

    def __init__(self, address: str) -> None:
        self._distributed = _dask()
        self._address = address
        self._client = self._connected()

    def _connected(self) -> Any:  # noqa: ANN401 - a library without types
        try:
            client = self._distributed.Client(
                self._address, timeout=_PATIENCE, direct_to_workers=False, set_as_default=False
            )
        except (OSError, ValueError, RuntimeError) as error:  # its time-outs are OSErrors
            raise InputProblem(
                Message(
                    f"“{self._address}”没有 Dask 调度器应答；请先启动它，并检查地址和端口。",
                    f"No Dask scheduler answers at “{self._address}”; start one there, or check "
                    "address and port.",
                ),
                detail=type(error).__name__,
            ) from error
        try:
            client.wait_for_workers(1, timeout=_PATIENCE)
        except TimeoutError as error:
            client.close()
            raise InputProblem(
                Message(
                    f"调度器 {self._address} 下没有工作进程；请先用 dask worker 启动。",
                    f"The scheduler {self._address} has no workers; start some with dask worker.",
                )
            ) from error
        return client

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Part from the scheduler, which forgets what has not begun."""
        self._client.close()

    def check(self, folder: Path, version: str) -> None:
        """Make sure that every worker can do what will be asked of it, before any work is done.

        Args:
            folder: Where cells are kept.
            version: Version of the cells that are made here.

        Raises:
            InputProblem: A worker has not this program, or another version of it.
            ExportProblem: A worker cannot write to the folder.
        """
        probe = folder / f"seen.{uuid4().hex}"
        probe.write_bytes(b"")
        try:
            sights = self._client.run(_look, str(probe), on_error="return")
        finally:
            probe.unlink(missing_ok=True)
        for address, sight in sorted(sights.items()):
            if not isinstance(sight, _Sight):
                raise InputProblem(
                    Message(
                        f"工作进程 {address} 没有装对账；请在那台计算机上安装同一版本。",
                        f"The worker {address} does not have duizhang; install the same version "
                        "on its computer.",
                    ),
                    detail=type(sight).__name__,
                )
            if sight.version != version:
                raise InputProblem(
                    Message(
                        f"{sight.node} 上的工作进程 {address} 是对账的另一个版本；请装同一版本。",
                        f"The worker {address} on {sight.node} has another version of duizhang; "
                        "install the same one.",
                    )
                )
            if not (sight.reads and sight.writes):
                raise ExportProblem(
                    Message(
                        f"{sight.node} 上的工作进程 {address} 不能读写文件夹 {folder}；"
                        "输出文件夹要放在每台计算机都以同一路径看到的共享盘上。",
                        f"The worker {address} on {sight.node} cannot read and write {folder}; "
                        "the output must be on a disk that every computer sees under the same "
                        "path.",
                    )
                )

    def run(self, work: Callable[[T], R], tasks: Iterable[T]) -> Iterator[Done[T, R]]:
        """Yield what became of tasks as they are done.

        Raises:
            ExportProblem: A task could not write, or the scheduler is gone.
        """
        waiting = iter(tasks)
        flying: dict[str, tuple[T, int]] = {}
        landed = self._distributed.as_completed(loop=self._client.loop)
        call = partial(_do, work)

        def send(task: T, tries: int) -> None:
            # Small tasks of many kinds: none depends on another, none is like another.
            future = self._client.submit(call, task, pure=False)
            flying[future.key] = task, tries
            landed.add(future)

        def fill() -> None:
            room = _AHEAD * max(1, sum(self._client.nthreads().values())) - len(flying)
            for _, task in zip(range(room), waiting, strict=False):
                send(task, 1)

        fill()
        full = len(flying)
        while flying:
            future = next(landed)
            task, tries = flying.pop(future.key)
            if future.status == "finished":
                yield Done(task, future.result())
            elif self._ended_with_worker(future) and tries < _TRIES:
                send(task, tries + 1)
            else:
                yield Done(task, None, self._why(future))
            future.release()
            if len(flying) <= full // 2:
                fill()
                full = max(len(flying), 1)

    def _ended_with_worker(self, future: Any) -> bool:  # noqa: ANN401
        killed = self._distributed.KilledWorker
        return future.status == "error" and isinstance(future.exception(), killed)

    def _why(self, future: Any) -> Message:  # noqa: ANN401
        """Return why a task failed.

        Raises:
            ExportProblem: It could not write, or the scheduler is gone: so will it be for others.
        """
        if future.status != "error":
            raise ExportProblem(
                Message(
                    f"与调度器 {self._address} 的连接断了；做完的都已保存，重新运行会接着做。",
                    f"The scheduler {self._address} is gone; what was done is kept. The same "
                    "command goes on from here.",
                )
            )
        error = future.exception()
        if isinstance(error, ExportProblem):
            raise error
        return _CRASHED if self._ended_with_worker(future) else problem_of(error)


_CRASHED = Message(
    "处理它的几个工作进程都中途结束了，可能是内存不足；请给工作进程更多内存后重新运行。",
    "The workers that worked on it ended one after the other, perhaps for lack of memory; give "
    "them more and run it again.",
)


def _dask() -> Any:  # noqa: ANN401
    """Return the library.

    Raises:
        InputProblem: It is not installed.
    """
    try:
        import distributed  # noqa: PLC0415 - optional; the one place that reaches other computers
    except ImportError as error:
        raise InputProblem(
            Message(
                "使用 --scheduler 需要 dask.distributed：请安装 duizhang[cluster]。",
                "--scheduler needs dask.distributed: install duizhang[cluster].",
            )
        ) from error
    return distributed


def _do(work: Callable[[T], R], task: T) -> R:
    """Do a task in a worker."""
    _settle()
    return work(task)


@cache
def _settle() -> None:
    """Prepare the process of a worker, once."""
    rest_collector()


def _look(probe: str) -> _Sight:
    """Return what a worker sees."""
    seen = Path(probe)
    own = seen.with_name(f"{seen.name}.{uuid4().hex}")
    try:
        own.write_bytes(b"")
        own.unlink()
        writes = True
    except OSError:
        writes = False
    return _Sight(platform.node(), cells_version(), seen.exists(), writes)
