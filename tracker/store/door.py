"""The way to a server that may not answer: nobody stands before it for long.

A first connection may take its time. One that broke is made anew with less patience, seldom, and
never for somebody who has left meanwhile.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from time import monotonic
from typing import Any

import psycopg

from tracker.errors import StoreProblem
from tracker.model.address import ServerAddress
from tracker.store import server_trouble as trouble

AGAIN_SECONDS = 5
"""How long a server may take to answer when a connection is made anew."""

REST_SECONDS = 1.0
"""How long a door stays shut that nobody opened: what waits behind is told at once."""

_Knock = Callable[[int], psycopg.Connection[Any]]


class Door:
    """Connects to one server.

    Args:
        knock: Connects within so many seconds.
        address: Where the server is.
    """

    def __init__(self, knock: _Knock, address: ServerAddress) -> None:
        self._knock = knock
        self._address = address
        self._answers: SimpleQueue[psycopg.Connection[Any] | BaseException | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._is_shut = False
        self._rests_until = 0.0
        self._why: StoreProblem | None = None

    def connect(self, seconds: int | None = None) -> psycopg.Connection[Any]:
        """Return a new connection; called by one thread at a time.

        Args:
            seconds: How long it may take; None where one broke.

        Raises:
            StoreProblem: It was tried a moment ago, or nobody wants it any more.
            psycopg.Error: It cannot be had.
        """
        if self._why is not None and monotonic() < self._rests_until:
            raise self._why
        patience = AGAIN_SECONDS if seconds is None else seconds
        answers: SimpleQueue[psycopg.Connection[Any] | BaseException | None] = SimpleQueue()
        with self._lock:
            if self._is_shut:
                raise trouble.lost(self._address, "closed")
            self._answers = answers
        # A thread of its own, which may be left behind: the program must not wait for it at its
        # end, nor a window that opens something else.
        threading.Thread(target=self._ask, args=(patience, answers), daemon=True).start()
        answer = answers.get()
        if isinstance(answer, BaseException):
            raise answer
        if answer is None:
            raise trouble.lost(self._address, "closed")
        self._why = None
        return answer

    def keep_shut(self, problem: StoreProblem) -> StoreProblem:
        """Remember why nobody opened, for those who wait behind; return it."""
        self._why, self._rests_until = problem, monotonic() + REST_SECONDS
        return problem

    def shut(self) -> None:
        """Let nobody in any more; who stands before it is sent away."""
        with self._lock:
            self._is_shut = True
            self._answers.put(None)  # before any answer that comes late

    def _ask(
        self, seconds: int, answers: SimpleQueue[psycopg.Connection[Any] | BaseException | None]
    ) -> None:
        answer: psycopg.Connection[Any] | BaseException = psycopg.InternalError("no answer")
        try:
            answer = self._knock(seconds)
        except psycopg.Error as error:
            answer = error
        finally:  # whatever happens, nobody waits for ever
            with self._lock:
                wanted = not self._is_shut
                answers.put(answer)
        if not wanted and isinstance(answer, psycopg.Connection):
            answer.close()  # nobody is there any more
