"""One program, looked at from all sides: opens it, waits for it, takes pictures of its window."""

import fnmatch
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app import Look
from desktop.jobs.runner import JobRunner
from desktop.main_window import MainWindow
from desktop.session import Session
from desktop.settings import Settings
from tracker.message import Message


class Photographer(QObject):
    """The program on the samples, with settings of its own.

    Args:
        app: The application.
        folder: Where the pictures go.
        private: A folder for settings and workspace.
        wanted: Names of pictures, with wildcards; others are not taken.
    """

    def __init__(self, app: QApplication, folder: Path, private: Path, wanted: list[str]) -> None:
        super().__init__(app)
        self.folder = folder
        self.private = private
        self.wanted = wanted
        self.settings = Settings(private / "settings.ini")
        self.look = Look(app, self.settings)
        self.session = Session(JobRunner(app), "张三", app)
        self.window = MainWindow(self.session, self.settings)
        self.window.look_changed.connect(self.look.apply)
        self.label = ""

    def wait(self, ready: Callable[[], bool] | None = None, seconds: int = 60) -> None:
        """Let the program run until something is so; at first until nothing is being done."""
        deadline = QDeadlineTimer(seconds * 1000)
        told = ready or (lambda: not self.session.runner.busy())
        while not told() and not deadline.hasExpired():
            self._pass(30)
        self._pass(250)

    def _pass(self, ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    def is_wanted(self, *names: str) -> bool:
        """Tell whether one of these pictures is wanted."""
        full = [f"{name}-{self.label}" if self.label else name for name in names]
        return any(fnmatch.fnmatch(name, one) for name in full for one in self.wanted)

    def shoot(self, name: str) -> None:
        """Save a picture of the window, once it rests."""
        if self.is_wanted(name):
            self.wait()
            self._save(self.window, name)

    def shoot_dialog(self, name: str) -> None:
        """Save a picture of the dialog that was opened, and close it."""
        self.wait(lambda: QApplication.activeModalWidget() is not None, 3)
        dialog = QApplication.activeModalWidget() or QApplication.activeWindow()
        if dialog is not None and dialog is not self.window:
            self._save(dialog, name)
            dialog.close()

    def _save(self, widget: QObject, name: str) -> None:
        if not self.is_wanted(name):
            return
        label = f"-{self.label}" if self.label else ""
        widget.grab().save(str(self.folder / f"{name}{label}.png"))

    def act(self, name: str) -> None:
        """Do what an action of the window does, and wait for it."""
        self.window.actions_table[name].trigger()
        self.wait()

    def open_sample(self) -> None:
        """Open the samples, by the name they have in the language, and compare the first pair."""
        told = Message("示例", "Samples").text(self.settings.language.value)
        path = self.private / f"{told}.duizhang"
        if self.session.place != path:
            self.session.open_workspace(path, sample=True)
            self.wait(lambda: bool(self.session.entries) and not self.session.runner.busy())
        self.window.furniture.compare.choose_first_pair()
        self.wait_compared()
        self.window.statusBar().clearMessage()  # said in the language before

    def wait_compared(self) -> None:
        """Wait until all columns are compared with their neighbours."""
        wanted = self.session
        self.wait(lambda: bool(wanted.comparisons) and all(c.parts for c in wanted.comparisons))
