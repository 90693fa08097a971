"""Whose marks are seen and written: those of the workspace, or a second reader's, blind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from tracker.model.library import ReportEntry


class SecondReading(QObject):
    """The second reading that is under way, if one is.

    Signals:
        changed(str): It was begun under this name, or left: "".
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reader = ""
        """Name of the second reader, "" for the marks of the workspace itself."""

    def begin(self, reader: str) -> None:
        """Read under a name from now on."""
        if reader != self.reader:
            self.reader = reader
            self.changed.emit(reader)

    def veil(self, entries: tuple[ReportEntry, ...]) -> tuple[ReportEntry, ...]:
        """Return lines of the library that tell a blind reader nothing of the first reading."""
        if not self.reader:
            return entries
        return tuple(replace(entry, n_commitments=None, n_marked=0) for entry in entries)

    def leave(self) -> None:
        """Go back to the marks of the workspace."""
        self.begin("")
