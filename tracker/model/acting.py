"""Which of a person's actions a thread is at: a random id, made before anything is written.

A shared workspace keeps it with what the action wrote, in the same transaction, so that nothing
is done twice, however often it is tried.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_ACTION: ContextVar[str] = ContextVar("action", default="")


@contextmanager
def acting(action: str) -> Iterator[None]:
    """Let what this thread writes be part of an action."""
    token = _ACTION.set(action)
    try:
        yield
    finally:
        _ACTION.reset(token)


def action() -> str:
    """Return the action that this thread is at, "" for none."""
    return _ACTION.get()
