"""Wires the program: settings, language, theme, session, window; starts and ends Qt.

The window is painted before the workspace is opened: the store and its libraries are imported by
the first job, behind the first frame.
"""

import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop.jobs import catalog
from desktop.jobs.job import Job, Lane
from desktop.jobs.runner import JobRunner, crash_report
from desktop.main_window import MainWindow
from desktop.models.words import own_words, use_own_words
from desktop.models.workspaces import sample_path
from desktop.session import OPENING, Session, without_context
from desktop.settings import Settings, Theme
from desktop.widgets.assets import asset
from desktop.widgets.theme import apply_theme, interface_font
from tracker import __version__

BENCH = "DUIZHANG_BENCH_START"
"""When this variable is set, the program prints when it was painted and readable, and ends."""


_LONGEST_MS = 3000
"""After this time a start is over, whatever there is to see."""


class Look(QObject):
    """Puts language and theme on the whole program, and does so anew when they are changed."""

    def __init__(self, app: QApplication, settings: Settings) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._translators: list[QTranslator] = []
        self._shown = ("", "")
        app.setStyle("Fusion")
        app.setFont(interface_font())
        sheet = asset("style.qss").read_text(encoding="utf-8")
        self._sheet = sheet.replace("@icons@", asset("icons").as_posix())
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_scheme)
        self.apply()

    def apply(self) -> None:
        """Take over what the settings say."""
        code, words = self._settings.language_code(), self._settings.verdict_words
        if words != own_words():
            use_own_words(words)
            for window in self._app.topLevelWidgets():
                QApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        if self._shown[0] != code:
            self._speak(code)
            self._app.setFont(interface_font())
        if self._shown[1] != self._settings.theme.value:
            apply_theme(self._app, self._settings.theme, self._sheet)
        self._shown = (code, self._settings.theme.value)

    def _on_scheme(self, _: Qt.ColorScheme) -> None:
        if self._settings.theme is Theme.SYSTEM:
            apply_theme(self._app, self._settings.theme, self._sheet)

    def _speak(self, code: str) -> None:
        QLocale.setDefault(QLocale(code))
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        if code == "en":
            return
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (qt / f"qtbase_{code}.qm", asset(f"duizhang_{code}.qm")):
            translator = QTranslator(self)
            if translator.load(str(path)):
                self._app.installTranslator(translator)
                self._translators.append(translator)


class Start(QObject):
    """The first minute: opens the workspace once the window is painted, then the last pair."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings
        self._first = True
        window.painted.connect(self._on_painted)
        session.opened.connect(self._on_opened)
        session.columns_read.connect(self._end)
        QTimer.singleShot(_LONGEST_MS, self._end)
        gc.disable()  # see desktop.__main__

    def _end(self) -> None:
        """Look for rubbish again from now on."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def _on_painted(self) -> None:
        work = without_context(partial(catalog.last_workspace, sample_path()))
        self._session.runner.submit(Job("last", OPENING, work, Lane.STORE), self._on_last)

    def _on_last(self, path: Path) -> None:
        self._session.open_workspace(path, sample=path == sample_path())

    def _on_opened(self) -> None:
        view = self._window.compare
        if not self._window.tools.remembering.restore():
            view.choose_first_pair()
        first, self._first = self._first, False
        if first:
            self._window.return_to_promises()


class _Stopwatch(QObject):
    """Prints the times of the start, for ``tests/bench/bench_start.py``."""

    def __init__(self, window: MainWindow, runner: JobRunner, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
        window.painted.connect(self._on_painted)
        runner.crashed.connect(self._on_crash)

    def _on_painted(self) -> None:
        self._say("painted")
        self._window.compare.readable.connect(self._on_readable)

    def _say(self, what: str) -> None:
        """Print the time of day and the processor time that was used until now."""
        sys.stdout.write(f"{what} {time.time()} {time.process_time()}\n")

    def _on_crash(self, crash: str) -> None:
        sys.stderr.write(crash)
        self._app.exit(1)

    def _on_readable(self) -> None:
        self._window.compare.repaint()
        self._say("readable")
        sys.stdout.flush()
        self._window.close()


def _catch(window: MainWindow) -> Callable[..., None]:
    """Return a hook that shows the report of a bug in the GUI thread instead of ending."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        window.dialogs.show_crash(crash_report(error))

    return hook


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the Qt application with its names."""
    app = QApplication(list(argv))
    app.setApplicationName("duizhang")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("duizhang")
    app.setWindowIcon(QIcon(str(asset("icons/logo.svg"))))
    return app


def _user(settings: Settings) -> str:
    """Return the name that is written beside marks: the person's own choice, or the system's."""
    return settings.own_name or os.environ.get("USER") or os.environ.get("USERNAME") or ""


def run(argv: Sequence[str] | None = None) -> int:
    """Open the window and return the exit code.

    Args:
        argv: Program name and options for Qt; no word names a workspace: the last one is opened,
            and the sample workspace the first time.
    """
    app = make_application(sys.argv[:1] if argv is None else argv)
    settings = Settings()
    look = Look(app, settings)
    runner = JobRunner(app)
    session = Session(runner, _user(settings), app)
    window = MainWindow(session, settings)
    window.look_changed.connect(look.apply)
    Start(window, session, settings)
    if os.environ.get(BENCH):
        _Stopwatch(window, runner, app)
    sys.excepthook = _catch(window)
    window.show()
    return app.exec()
