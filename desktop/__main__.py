"""The one command: with a verb or an option the command line, without one the window."""

import builtins
import gc
import os
import sys
from collections.abc import Mapping

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> int:
    """Run the command line, which loads no Qt, or open the window; return the exit code."""
    if len(sys.argv) > 1:
        from tracker.cli import main as run_verb  # noqa: PLC0415

        return run_verb()
    if sys.platform == "linux" and not _has_display(os.environ):
        return _say_no_display()
    _prepare_imports()
    from desktop.app import run  # noqa: PLC0415

    return run()


def _prepare_imports() -> None:
    """Import the window's libraries as fast as Python can.

    PySide puts an import function of its own in the place of Python's, which reads the source of
    every module, to see whether it may use ``__feature__``. Nothing here does.

    What a start loads is for good: looking through it for rubbish over and over costs a tenth of
    the start. ``desktop.app.Start`` looks for it again once the first texts are read.
    """
    gc.disable()
    plain = builtins.__import__
    import PySide6.QtCore  # noqa: F401, PLC0415

    builtins.__import__ = plain


def _has_display(environment: Mapping[str, str]) -> bool:
    """Tell whether Qt will find a place for a window; without one it ends the process."""
    return any(environment.get(name) for name in _DISPLAYS)


def _say_no_display() -> int:
    """Say what can be done without a window; return the exit code."""
    from tracker.cli.speech import say  # noqa: PLC0415
    from tracker.message import Message  # noqa: PLC0415

    say(
        Message(
            "duizhang: 没有图形界面，无法打开窗口：请在桌面环境中运行，"
            "或使用命令（如 duizhang track 上期 本期，说明见 duizhang --help）。",
            "duizhang: There is no display to open a window on: start it on a desktop, or use a "
            "command (such as duizhang track EARLIER LATER; see duizhang --help).",
        )
    )
    return 1


if __name__ == "__main__":
    sys.exit(main())
