"""Documents that come in together: read here when they are few, on all processors when many."""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from tracker.attempt import Attempt
from tracker.message import Message
from tracker.workspace.analysis import Analysis
from tracker.workspace.preparing import Parcel, Prepared, prepare, prepare_apart

_FEW = 12
"""Documents that are read here: to start processes takes as long as reading some twenty."""

_LARGE = 16 * 2**20
"""Documents of more bytes are read one at a time, so that few of them are in memory."""

_WAITING = 64
"""Documents that wait for one before them that takes longer."""


class Numbered(Protocol):
    """Something with a place in a row."""

    @property
    def number(self) -> int:
        """Its place."""


N = TypeVar("N", bound=Numbered)


@dataclass(frozen=True, slots=True)
class Arrived:
    """What became of a document.

    Attributes:
        parcel: The document.
        found: What is stored of it; None where it could not be read.
        problem: Why not.
    """

    parcel: Parcel
    found: Prepared | None
    problem: Message | None = None

    @property
    def number(self) -> int:
        """Its place among those that come in together."""
        return self.parcel.number


def read_all(
    analysis: Analysis, parcels: Iterable[Parcel], total: int, should_stop: Callable[[], bool]
) -> Generator[Arrived, None, None]:
    """Yield what became of documents as they are read, in any order.

    A document is taken from ``parcels`` only when there is soon somebody to read it; what cannot
    be read stops no other.

    Raises:
        Stopped: ``should_stop`` said so.
    """
    if total <= _FEW or not analysis.in_processes:
        for parcel in parcels:
            yield _read_here(analysis, parcel, should_stop)
        return
    from tracker.workers import LocalWorkers, usual_number  # noqa: PLC0415 - for many only

    large: list[Arrived] = []

    def small() -> Iterator[Parcel]:
        for parcel in parcels:
            if len(parcel.data) > _LARGE:
                large.append(_read_here(analysis, parcel, should_stop))
            else:
                yield parcel

    with LocalWorkers(usual_number(), should_stop=should_stop, behind=True) as workers:
        for done in workers.run(prepare_apart, small()):
            yield Arrived(done.task, done.result, done.problem)
            while large:
                yield large.pop()
    yield from large


def _read_here(analysis: Analysis, parcel: Parcel, should_stop: Callable[[], bool]) -> Arrived:
    with Attempt() as attempt:
        return Arrived(parcel, prepare(analysis, parcel, should_stop))
    return Arrived(parcel, None, attempt.why)


def in_order(coming: Iterable[N]) -> Iterator[list[N]]:
    """Yield what comes in the order of its numbers, as many at a time as are there.

    One that takes very long is passed by those behind it, so that few of them wait in memory.
    """
    waiting: dict[int, N] = {}
    due = 0
    for one in coming:
        waiting[one.number] = one
        ready = [number for number in waiting if number < due]
        while due in waiting:
            ready.append(due)
            due += 1
        if not ready and len(waiting) > _WAITING:
            ready = sorted(waiting)
            due = ready[-1] + 1
        if ready:
            yield [waiting.pop(number) for number in ready]
    if waiting:
        yield [waiting[number] for number in sorted(waiting)]
