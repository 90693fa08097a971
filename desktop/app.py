"""Wires the program: settings, language, theme, session, window; starts and ends Qt.

The window is painted before the workspace is opened: the store and its libraries are imported by
the first job, behind the first frame.
"""

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QLibraryInfo, QLocale, QObject, Qt, QTimer, QTranslator
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop.display import telling_of_no_display
from desktop.handed import HandedFiles
from desktop.jobs.runner import JobRunner, crash_report
from desktop.main_window import MainWindow
from desktop.models.words import own_words, use_own_words
from desktop.session import Session
from desktop.settings import Settings, Theme
from desktop.start import Start
from desktop.widgets.assets import asset
from desktop.widgets.theme import apply_theme, interface_font
from tracker import __version__

BENCH = "DUIZHANG_BENCH_START"
"""When this variable is set, the program prints the times of its start, and ends."""


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
        if self._shown != (code, self._settings.theme.value):
            # With another language too: what a font does with punctuation is to Qt no reason to
            # give it to the widgets anew, the style sheet is.
            apply_theme(self._app, self._settings.theme, self._sheet)
        self._shown = (code, self._settings.theme.value)

    def _on_scheme(self, _: Qt.ColorScheme) -> None:
        if self._settings.theme is Theme.SYSTEM:
            apply_theme(self._app, self._settings.theme, self._sheet)

    def _speak(self, code: str) -> None:
        QLocale.setDefault(QLocale(code))
        self._app.setFont(interface_font())
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


class _Stopwatch(QObject):
    """Prints the times of the start, for ``tests/bench/bench_start.py``."""

    def __init__(self, window: MainWindow, session: Session, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._window = window
        self._said: set[str] = set()
        window.painted.connect(self._on_painted)
        session.pair_compared.connect(self._on_compared)
        session.runner.crashed.connect(self._on_crash)

    def _on_painted(self) -> None:
        self._say("painted")
        QTimer.singleShot(0, self._on_furnished)

    def _on_furnished(self) -> None:
        self._window.furniture.compare.readable.connect(self._on_readable)

    def _say(self, what: str) -> None:
        """Print the time of day and the processor time that was used until now, once."""
        if what in self._said:
            return
        self._said.add(what)
        sys.stdout.write(f"{what} {time.time()} {time.process_time()}\n")

    def _on_crash(self, crash: str) -> None:
        sys.stderr.write(crash)
        self._app.exit(1)

    def _on_readable(self) -> None:
        self._window.furniture.compare.repaint()
        self._say("readable")

    def _on_compared(self) -> None:
        self._window.furniture.compare.repaint()
        self._say("complete")
        sys.stdout.flush()
        self._window.close()


def _catch(window: MainWindow, settings: Settings) -> Callable[..., None]:
    """Return a hook that shows the report of a bug in the GUI thread instead of ending."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        from desktop.dialogs.opening import Opening  # noqa: PLC0415 - not needed for the first frame

        # Qt hands the frames over beside an error of a slot, not with it. Nothing that stands in
        # the window is asked: it may be what could not be made.
        Opening(settings, window).show_crash(crash_report(error.with_traceback(trace)))

    return hook


def make_application(argv: Sequence[str]) -> QApplication:
    """Return the Qt application with its names."""
    with telling_of_no_display():
        app = QApplication(list(argv))
    app.setApplicationName("duizhang")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("duizhang")
    app.setWindowIcon(QIcon(str(asset("duizhang.svg"))))
    return app


def _user(settings: Settings) -> str:
    """Return the name that is written beside marks: the person's own choice, or the system's."""
    return settings.own_name or os.environ.get("USER") or os.environ.get("USERNAME") or ""


def run(files: tuple[Path, ...] = ()) -> int:
    """Open the window and return the exit code.

    Args:
        files: A workspace to open, reports to look at. Without a workspace the last one is
            opened, and the sample workspace the first time.
    """
    app = make_application(sys.argv[:1])
    settings = Settings()
    look = Look(app, settings)
    runner = JobRunner(app)
    session = Session(runner, _user(settings), app)
    window = MainWindow(session, settings)
    window.look_changed.connect(look.apply)
    if os.environ.get(BENCH):
        _Stopwatch(window, session, app)  # first, so that it tells of the frame before all else
    HandedFiles(app).came.connect(Start(window, session, settings, files).take)
    sys.excepthook = _catch(window, settings)
    window.show()
    return app.exec()
