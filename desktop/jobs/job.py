"""A piece of work off the GUI thread: a plain function over values, and how to stop it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from os import urandom
from threading import Event
from time import monotonic

from tracker.message import Message

SAVING = Message("正在保存", "Saving")
"""Label of what a person changed: it is never dropped when the program ends."""

_EVERY_SECONDS = 0.05
"""How often progress is shown at most."""


class Lane(Enum):
    """Where a job runs: one thread each asks the store, thinks, searches, takes in, and watches.

    Marks are not held up by an import, however long it takes.
    """

    STORE = "store"
    ANALYSIS = "analysis"
    SEARCH = "search"
    INTAKE = "intake"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is.

    Attributes:
        done: Steps done.
        total: All steps, 0 when nobody knows.
        doing: What is being worked on, e.g. the name of a file.
    """

    done: int
    total: int
    doing: str


class CancelToken:
    """Tells a running job to stop."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask the job to stop."""
        self._event.set()

    def cancelled(self) -> bool:
        """Tell whether the job was asked to stop; jobs call this as ``should_stop``."""
        return self._event.is_set()


class Seldom:
    """Hands on how far a job is, as often as eyes can follow; the last word always.

    Args:
        tell: Gets steps done, all steps, what comes next.
    """

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._due = 0.0

    def __call__(self, done: int, total: int, doing: str) -> None:
        """Hand on, or leave out."""
        now = monotonic()
        if now >= self._due or done >= total:
            self._due = now + _EVERY_SECONDS
            self._tell(done, total, doing)


@dataclass(frozen=True, slots=True)
class JobContext:
    """The two callables a job may use while it runs.

    Attributes:
        report_progress: Say how far the work is: steps done, all steps, what comes next.
        should_stop: True once a person asked to stop.
    """

    report_progress: Callable[[int, int, str], None]
    should_stop: Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Job:
    """Work to be done.

    Attributes:
        topic: What it is about; a newer job of the same topic makes the older one's result stale.
            An empty topic is never stale.
        label: What it does, for the progress strip.
        work: Does it and returns a value.
        lane: Where it runs.
        quiet: No progress strip: it takes no time that a person would notice.
        about: Ids of the promises that it says something of.
        says: What it says of them, in a word.
        key: Random name: the same job done again is the same action.
    """

    topic: str
    label: Message
    work: Callable[[JobContext], object]
    lane: Lane = Lane.ANALYSIS
    quiet: bool = False
    about: tuple[str, ...] = ()
    says: Message | None = None
    key: str = field(default_factory=lambda: urandom(16).hex())

    @property
    def keeps(self) -> bool:
        """Whether it writes what a person did."""
        return self.label is SAVING


def without_context(work: Callable[[], object]) -> Callable[[JobContext], object]:
    """Return a job's work for a function that neither reports progress nor can stop."""
    return partial(_drop_context, work)


def _drop_context(work: Callable[[], object], _: JobContext) -> object:
    return work()
