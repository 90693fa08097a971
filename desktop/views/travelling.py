"""Back and forward through the places that jumps started from (Alt+Left, Alt+Right)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desktop.models.history import History, Place

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.views.compare_view import CompareView
    from desktop.views.whereabouts import Whereabouts

TEXTS = "texts"
PROMISES = "promises"
_ONE_WALK_MS = 15_000
"""Steps of one kind within this time are one walk: back leads to where it began."""


class Room(Protocol):
    """A page of the window that knows its own places."""

    def is_open(self) -> bool:
        """Tell whether it is looked at."""

    def place(self) -> tuple[str, ...]:
        """Return what is looked at there, by names that last."""

    def return_to(self, place: tuple[str, ...]) -> None:
        """Turn to it, as it was looked at."""


class Pages(Protocol):
    """The pages of the window."""

    def promise_place(self) -> tuple[str, str] | None:
        """Return report and promise that are looked at; None where promises are not."""

    def show_compare(self) -> None:
        """Turn to the texts."""

    def show_promise(self, report: str, promise: str) -> None:
        """Turn to a promise."""


class Travelling(QObject):
    """The history of places.

    Args:
        session: A new workspace begins a new history.
        whereabouts: Where one reads.
        pages: Which page is seen.

    Signals:
        changed(): There is another way back or forward, or none.
    """

    changed = Signal()

    def __init__(self, session: Session, whereabouts: Whereabouts, pages: Pages) -> None:
        super().__init__(whereabouts)
        self._whereabouts = whereabouts
        self._pages = pages
        self._rooms: dict[str, Room] = {}
        self._history = History()
        self._walk = ""
        self._since = QElapsedTimer()
        self._travelling = False
        self._has_left = QTimer(self)
        self._has_left.setSingleShot(True)
        self._has_left.setInterval(0)
        session.opened.connect(self._on_opened)

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        view.leaving.connect(self.leave)

    def serve_room(self, name: str, room: Room) -> None:
        """Remember the places of one more page, by a name of its own."""
        self._rooms[name] = room

    @property
    def can_go_back(self) -> bool:
        """There is a place behind."""
        return self._history.can_go_back

    @property
    def can_go_ahead(self) -> bool:
        """There is a place ahead."""
        return self._history.can_go_ahead

    def _on_opened(self) -> None:
        self._history.forget()
        self._walk = ""
        self._has_left.stop()
        self.changed.emit()

    def _here(self) -> Place | None:
        promise = self._pages.promise_place()
        if promise is not None:
            return Place(PROMISES, promise)
        for name, room in self._rooms.items():
            if room.is_open():
                return Place(name, room.place())
        reports, positions = self._whereabouts.here()
        return Place(TEXTS, reports, positions) if reports else None

    def leave(self, walk: str = "") -> None:
        """Remember where one is: a jump begins here.

        Args:
            walk: Name of the steps that it is one of (from change to change), or "".
        """
        same = bool(walk) and walk == self._walk and self._since.isValid()
        goes_on = same and self._since.elapsed() < _ONE_WALK_MS
        self._walk = walk
        self._since.start()
        here = self._here()
        # What a jump does on its way (it turns the page, it brings reports) is no jump of its own.
        on_the_way = self._travelling or self._has_left.isActive()
        if here is not None and not goes_on and not on_the_way:
            self._has_left.start()
            self._history.leave(here)
            self.changed.emit()

    def go_back(self) -> None:
        """Go to where the last jump began."""
        here = self._here()
        self._go(self._history.go_back(here) if here is not None else None)

    def go_ahead(self) -> None:
        """Go to where one went back from."""
        here = self._here()
        self._go(self._history.go_ahead(here) if here is not None else None)

    def _go(self, place: Place | None) -> None:
        self._walk = ""
        if place is not None:
            self._travelling = True
            if place.page == PROMISES:
                self._pages.show_promise(*place.reports)
            elif place.page in self._rooms:
                self._rooms[place.page].return_to(place.reports)
            else:
                self._pages.show_compare()
                self._whereabouts.go(place.reports, place.positions)
            self._travelling = False
        self.changed.emit()
