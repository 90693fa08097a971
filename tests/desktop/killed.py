"""A program that marks while its server is away, and is killed: run by ``test_away.py``.

Arguments: file of settings, host, database, user. It says ``ready``, waits for a line, says
``held`` and ends by SIGKILL.
"""

import os
import signal
import sys
from collections.abc import Callable
from functools import partial
from time import monotonic, sleep

from PySide6.QtWidgets import QApplication

from desktop.jobs import bookmarks, promising
from desktop.jobs.job import SAVING, Job, Lane, without_context
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings
from tracker.model.address import ServerAddress
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.model.tracking import Verdict

WORDS = "各位代表"
"""A passage that is no promise by itself."""


def place(session: Session) -> Anchor:
    """Return a passage of the report whose promises are looked at."""
    report = session.tracking.earlier
    start = report.text.index(WORDS)
    return Anchor(report.id, Span(start, start + len(WORDS)), WORDS)


def until(true: Callable[[], bool]) -> None:
    """Let the program go on until something is true."""
    end = monotonic() + 60
    while not true():
        if monotonic() > end:
            raise SystemExit("nothing came")
        QApplication.processEvents()
        sleep(0.01)


def do(session: Session, work: Callable[[], object]) -> None:
    """Do something that a person does."""
    job = Job("", SAVING, without_context(work), Lane.STORE, quiet=True)
    session.runner.submit(job, lambda _: None)


def main(settings: str, host: str, database: str, user: str) -> None:
    """Do everything; never returns."""
    QApplication(sys.argv)
    session = Session(JobRunner(), "张三")
    window = MainWindow(session, Settings(settings))
    window.show()
    session.open_workspace(ServerAddress(host, database, user))
    until(lambda: len(session.entries) == 2)
    earlier = min(session.entries, key=lambda e: e.year or 0)
    session.track(earlier.id)
    until(lambda: session.tracking is not None)
    os.write(1, b"ready\n")
    sys.stdin.readline()
    ids = [one.commitment.id for one in session.tracking.trackings]
    session.mark(ids[0], Verdict.MISSED, "缺口")
    session.mark(ids[1], Verdict.FULFILLED, "")
    do(session, partial(bookmarks.add, session.workspace, place(session), "记下"))
    do(session, partial(promising.add, session.workspace, place(session)))
    window.furniture.care.rename(earlier.id, "另一个名字")
    until(lambda: len(session.unsettled.held) == 5)
    os.write(1, b"held\n")
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(*sys.argv[1:])
