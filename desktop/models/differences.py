"""The way through what two readers differ on, to a settled verdict on each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop.jobs.readers import Difference
    from tracker.model.ids import CommitmentId


class Differences:
    """Differences in the order of the report, and the one that is looked at."""

    def __init__(self) -> None:
        self._all: tuple[Difference, ...] = ()
        self.at = -1

    def __len__(self) -> int:
        return len(self._all)

    @property
    def current(self) -> Difference | None:
        """The difference that is looked at."""
        return self._all[self.at] if 0 <= self.at < len(self._all) else None

    @property
    def settled(self) -> int:
        """How many are settled."""
        return sum(one.said.settled is not None for one in self._all)

    def take(self, found: tuple[Difference, ...], wanted: CommitmentId | None = None) -> None:
        """Take over how things stand; the same promise stays, or the wanted one is looked at."""
        before = self.current
        key = wanted or (before.said.commitment_id if before else None)
        self._all = found
        places = {one.said.commitment_id: n for n, one in enumerate(found)}
        self.at = places.get(key, -1) if key is not None else -1
        if self.at < 0:
            self.at = -1
            self.step_open()

    def step(self, by: int) -> None:
        """Go on or back, round the end."""
        if self._all:
            self.at = (self.at + by) % len(self._all)

    def step_open(self) -> bool:
        """Go to the next that is not settled; False where none is: then nothing moves."""
        n = len(self._all)
        for step in range(1, n + 1):
            place = (self.at + step) % n
            if self._all[place].said.settled is None:
                self.at = place
                return True
        self.at = 0 if n and self.at < 0 else self.at
        return False


def settled_note(text: str) -> str:
    """Return the note of a settled mark: that it was settled, and why where that was said."""
    word = QCoreApplication.translate("Differences", "Settled")
    text = text.strip()
    if text.startswith(word):
        return text
    return f"{word}: {text}" if text else word
