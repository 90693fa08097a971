"""What is said where no window can be opened: no display, or no system library for it."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_BOXES = (
    ("zenity", "--error", "--no-markup", "--text"),
    ("kdialog", "--error"),
    ("notify-send",),
    ("xmessage",),
)
"""What a system may have to show a sentence without Qt, and how each is told it."""


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


def say_what_is_missing() -> bool:
    """Say which system libraries the window lacks and how they come; tell whether any does."""
    if sys.platform != "linux":
        return False
    # None of this is for a start that goes well.
    from desktop.system_libraries import missing, needed  # noqa: PLC0415

    lacking = missing(needed(x11=not os.environ.get("WAYLAND_DISPLAY")))
    if not lacking:
        return False
    from tracker.cli.speech import language_now, say  # noqa: PLC0415
    from tracker.message import Message  # noqa: PLC0415

    names, packages = ", ".join(lacking), " ".join(dict.fromkeys(lacking.values()))
    told = Message(
        f"duizhang: 这台电脑缺少窗口所需的系统库（{names.replace(', ', '、')}），请让管理员安装，"
        f"Debian、Ubuntu、统信、麒麟上的命令是：sudo apt-get install {packages}",
        f"duizhang: This computer lacks system libraries for the window ({names}); have them "
        f"installed, on Debian and Ubuntu by: sudo apt-get install {packages}",
    )
    say(told)
    _show(told.text(language_now()))
    return True


def _show(sentence: str) -> None:
    """Show a sentence where a start from the menu can be seen, which has no terminal."""
    if sys.stderr is not None and sys.stderr.isatty():
        return
    import shutil  # noqa: PLC0415 - as above
    import subprocess  # noqa: PLC0415

    for tool, *words in _BOXES:
        if shutil.which(tool):
            subprocess.Popen([tool, *words, sentence], start_new_session=True)
            return


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
            if not say_what_is_missing():
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
