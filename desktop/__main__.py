"""The one command: with a verb or an option the command line, else the window."""

import builtins
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.display import is_promised, say_no_display, say_what_is_missing


def main() -> int:
    """Run the command line, which loads no Qt, or open the window; return the exit code."""
    if getattr(sys, "frozen", False):
        # A program folder starts itself anew for each process of a batch.
        from multiprocessing import freeze_support  # noqa: PLC0415

        freeze_support()
    files = _files(sys.argv[1:])
    if len(sys.argv) > 1 and not files:
        from tracker.cli import main as run_verb  # noqa: PLC0415

        return run_verb()
    if sys.platform == "linux" and not is_promised(os.environ):
        return say_no_display()
    try:
        _prepare_imports()
        from desktop.app import run  # noqa: PLC0415
    except ImportError:
        if say_what_is_missing():
            return 1
        raise
    return run(files)


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


def _files(words: Sequence[str]) -> tuple[Path, ...]:
    """Return the files that a double click passes; none where the words are a command.

    Files have an ending and verbs have none.
    """
    paths = tuple(Path(word) for word in words)
    named = all(path.suffix and not str(path).startswith("-") for path in paths)
    return tuple(path.absolute() for path in paths) if named else ()


if __name__ == "__main__":
    sys.exit(main())
