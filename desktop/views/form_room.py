"""Room for a form in the detail of a promise: what it speaks of is seen beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence


class FormRoom(QObject):
    """Arranges the promise around a form that opens or closes.

    Args:
        columns: What holds both columns, that of the promise, that of the evidence.
        paragraph: The promise in its paragraph; its place is above the last form.
        forms: What opens.
        told: What a form tells as well, or what is of no use as long as one is open.

    Signals:
        wanted(bool): A form is open, or none is any more.
    """

    wanted = Signal(bool)

    def __init__(
        self,
        columns: tuple[QBoxLayout, QVBoxLayout, QVBoxLayout],
        paragraph: QWidget,
        forms: Sequence[QWidget],
        told: Sequence[QWidget],
    ) -> None:
        super().__init__(paragraph)
        self._columns, self._first, self._second = columns
        self._paragraph = paragraph
        self._forms, self._told = tuple(forms), tuple(told)
        for form in self._forms:
            form.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrange the promise around a form that opens or closes."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._arrange()
        return super().eventFilter(watched, event)

    def _arrange(self) -> None:
        """Put the paragraph beside an open form where both would not be seen below each other."""
        is_open = not all(form.isHidden() for form in self._forms)
        first = self._first
        beside = self._columns.direction() is QBoxLayout.Direction.LeftToRight
        if is_open and beside:
            self._second.insertWidget(0, self._paragraph)
        elif first.indexOf(self._paragraph) < 0:
            first.insertWidget(first.indexOf(self._forms[-1]), self._paragraph)
        for one in self._told:
            one.setHidden(is_open)
        self.wanted.emit(is_open)
