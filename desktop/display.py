"""What is said where there is no display to open a window on."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def is_promised(environment: Mapping[str, str]) -> bool:
    """Tell whether the system says that there is a display; whether it answers, Qt finds out."""
    return any(environment.get(name) for name in _VARIABLES)


def say_no_display(reason: str = "") -> int:
    """Say what can be done without a window; return the exit code.

    Args:
        reason: Qt's own words, where Qt was asked.
    """
    from tracker.cli.speech import say  # noqa: PLC0415 - not for a start that goes well
    from tracker.message import Message  # noqa: PLC0415

    say(
        Message(
            "duizhang: 没有可用的图形界面，无法打开窗口：请在桌面环境中运行，"
            "或使用命令（如 duizhang track 上期 本期，说明见 duizhang --help）。",
            "duizhang: There is no display to open a window on: start it on a desktop, or use a "
            "command (such as duizhang track EARLIER LATER; see duizhang --help).",
        )
    )
    if reason:
        sys.stderr.write(f"Qt: {reason}\n")
    return 1


@contextmanager
def telling_of_no_display() -> Iterator[None]:
    """Say what can be done where Qt, which would abort the process, finds no display that answers.

    What Qt says without giving up goes to the standard error, as without this.
    """
    from PySide6.QtCore import (  # noqa: PLC0415 - the command line asks for a display without Qt
        QMessageLogContext,
        QtMsgType,
        qInstallMessageHandler,
    )

    heard: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            say_no_display(next(iter(heard), ""))
            sys.stderr.flush()
            os._exit(1)  # Qt's own way out leaves a core file
        heard.append(words)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.stderr.writelines(f"{words}\n" for words in heard)
