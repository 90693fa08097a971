"""How long work will still take, from how fast it was lately."""

from collections import deque
from time import monotonic

from PySide6.QtCore import QCoreApplication

from desktop.jobs.job import Progress

_LATELY = 30.0
"""Seconds that count: documents that were there already went by much faster than new ones."""

_AT_LEAST = 3.0
"""Seconds after which a guess is worth something; what takes less needs none."""

_FEW, _LONG = 5, 15.0
"""Pieces that are few to guess from, unless they took so many seconds: the first ones also wait
for processes to start, and would promise a quarter of an hour for half a minute."""


class Pace:
    """Watches one thing that runs."""

    def __init__(self) -> None:
        self._seen: deque[tuple[float, int]] = deque()

    def left(self, progress: Progress | None) -> float | None:
        """Return the seconds that it will still take, None as long as nobody can tell."""
        if progress is None or progress.total == 0:
            self._seen.clear()
            return None
        now = monotonic()
        if self._seen and progress.done < self._seen[-1][1]:
            self._seen.clear()
        self._seen.append((now, progress.done))
        while self._seen[0][0] < now - _LATELY and len(self._seen) > 2:
            self._seen.popleft()
        began, then = self._seen[0]
        done = progress.done - then
        if done <= 0 or now - began < (_LONG if done < _FEW else _AT_LEAST):
            return None
        return (now - began) / done * (progress.total - progress.done)


def time_left(seconds: float | None) -> str:
    """Return in words how long something will take, "" where nobody can tell."""
    if seconds is None or seconds < _AT_LEAST:
        return ""
    minutes = round(seconds / 60)
    if minutes < 1:
        return QCoreApplication.translate("Pace", "less than a minute left")
    if minutes < 90:
        return QCoreApplication.translate("Pace", "about {0} min left").format(minutes)
    hours = round(minutes / 60)
    return QCoreApplication.translate("Pace", "about {0} h left").format(hours)
