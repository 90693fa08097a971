"""Files that the system hands to a program that runs already: a double click on macOS.

Elsewhere a double click starts the program with the files as its arguments; macOS starts it
without, or finds it running, and sends an event for each.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent


class HandedFiles(QObject):
    """Hears of them, wherever in the program the event arrives.

    Args:
        app: The application, to which they are sent.

    Signals:
        came(tuple[Path, ...]): Files that were chosen together.
    """

    came = Signal(object)

    def __init__(self, app: QCoreApplication) -> None:
        super().__init__(app)
        self._files: list[Path] = []
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._tell)
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a file; several that are opened together come one after the other."""
        if isinstance(event, QFileOpenEvent) and event.type() == QEvent.Type.FileOpen:
            if event.file():
                self._files.append(Path(event.file()).absolute())
                self._pause.start()
            return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        files, self._files = tuple(self._files), []
        self.came.emit(files)
