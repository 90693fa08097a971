"""What a job gives to the window while it goes on."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

_SHOWN_SECONDS = 0.5
"""How long a job waits at most until the window has shown what it gave."""


class HandOver(QObject):
    """Takes values on the thread of a job and gives them out on that of the window.

    The job waits until they are shown: the window has the processor to itself meanwhile, and is
    never asked faster than it shows.

    Args:
        take: Gets the values, on the thread of the window.
        parent: Owner.
    """

    _given = Signal(object, object)

    def __init__(self, take: Callable[..., None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._given.connect(self._on_given, Qt.ConnectionType.QueuedConnection)

    def __call__(self, *values: object) -> None:
        """Hand values over; called on the thread of a job."""
        shown = Event()
        self._given.emit(values, shown)
        shown.wait(_SHOWN_SECONDS)

    def _on_given(self, values: tuple[object, ...], shown: Event) -> None:
        self._take(*values)
        QTimer.singleShot(0, shown.set)
