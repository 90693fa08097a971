"""What a person did in a shared workspace that is not written: met a colleague's, or cut off."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from tracker.errors import TrackerError
    from tracker.message import Message


@dataclass(frozen=True, eq=False, slots=True)
class Refused:
    """One action that was not written.

    Attributes:
        problem: Why; None where it waits since an earlier time.
        again: Does it once more.
        at: When it was done.
        about: Ids of the promises that it is about, as far as that is known.
        says: What was said of them, or None.
        key: Random name of the action.
    """

    problem: TrackerError | None
    again: Callable[[], object]
    at: datetime
    about: tuple[str, ...] = ()
    says: Message | None = None
    key: str = ""


class Unsettled(QObject):
    """Keeps what is not written until a person decides, or the line is back.

    Of several that met a colleague's the last one is spoken of: bar, menu and keys are about it.
    Whoever looks at a promise that one is about lets it be spoken of.

    Signals:
        changed(): Something came, went, or another is spoken of.
        turned(): Another one of several is spoken of.
        mine_wanted(): The person's own word shall be written over the colleague's.
        theirs_wanted(): The colleague's word shall stand.
        leaving(Callable): What is held would not be written before this.
    """

    changed = Signal()
    turned = Signal()
    mine_wanted = Signal()
    theirs_wanted = Signal()
    leaving = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.met: list[Refused] = []
        """What met a colleague's; the last is spoken of."""
        self.held: list[Refused] = []
        """What waits for the line to be back, in the order in which it was done."""
        self.n_waiting = 0
        """How much is under way to a server that does not answer."""

    def meet(self, one: Refused) -> None:
        """Take what met a colleague's."""
        self.met.append(one)
        self.changed.emit()

    def hold(self, one: Refused) -> None:
        """Take what did not reach the server."""
        self.held.append(one)
        self.changed.emit()

    def take_met(self) -> Refused | None:
        """Hand out the one that is spoken of."""
        one = self.met.pop() if self.met else None
        self.changed.emit()
        return one

    def take_held(self, sent: tuple[Refused, ...]) -> None:
        """Let go of what is on its way to the server."""
        self.held = [one for one in self.held if one not in sent]
        self.changed.emit()

    def forget(self) -> None:
        """Let go of everything: it belongs to a workspace that is not looked at any more."""
        self.met.clear()
        self.held.clear()
        self.n_waiting = 0
        self.changed.emit()

    def look_at(self, promise: str) -> None:
        """Speak of what is about this promise, if something is."""
        found = next((one for one in reversed(self.met) if promise in one.about), None)
        if found is not None and found is not self.met[-1]:
            self.met.remove(found)
            self.met.append(found)
            self.turned.emit()
            self.changed.emit()

    def of(self, promise: str) -> Refused | None:
        """Return what is about a promise, the latest of several."""
        both = (*self.met, *self.held)
        return next((one for one in reversed(both) if promise in one.about), None)

    def keeps_open(self, leave: Callable[[], object]) -> bool:
        """Tell whether something would be lost by leaving; whoever is asked may leave then."""
        waits = bool(self.held) or self.n_waiting > 0
        if waits:
            self.leaving.emit(leave)
        return waits
