"""Runs a verb: language, encoding, exit codes, and one sentence instead of a traceback."""

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

import click

from tracker.cli.speech import choose_language, usage_sentence
from tracker.cli.verbs import duizhang
from tracker.errors import TrackerError, reason
from tracker.message import Message

_SELDOM = 20_000
"""New objects after which Python's collector looks for rubbish; usually 700."""

DONE, UNUSABLE, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130


_STOPPED = Message("已停止。", "Stopped.")
"""What is said of a stop where a verb has no more to say of it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: What follows the command's name; those of the process where None.

    Returns:
        The exit code.
    """
    if arguments is None:
        # The process is this command's own. Findings hold no circles (see tracker.workers).
        gc.set_threshold(_SELDOM, 20, 100)
    given = list(sys.argv[1:] if arguments is None else arguments)
    _stand_in_for_closed()
    _speak_utf8()
    language = choose_language(given, os.environ)
    try:
        code = _run(given, language)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG_USAGE
    except click.UsageError as error:
        return _fail(usage_sentence(error), language, WRONG_USAGE, error.ctx)
    except TrackerError as error:
        return _fail(error.message, language, UNUSABLE)
    except (KeyboardInterrupt, click.Abort) as stop:
        told = next((one for one in stop.args if isinstance(one, Message)), _STOPPED)
        return _fail(told, language, INTERRUPTED)
    except OSError as error:
        return _output_failed(error, language)
    return code


def _run(arguments: list[str], language: str) -> int:
    # Not ``main`` of click: it ends the process on a closed pipe, with a code of its own.
    try:
        with duizhang.make_context("duizhang", arguments, obj=language) as context:
            duizhang.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    return DONE


class _Closed(io.TextIOBase):
    """Stands in for a standard output that was closed (``>&-``): writing to it fails."""

    def write(self, text: str, /) -> int:
        """Refuse the text.

        Raises:
            OSError: Always, with the error number of a closed descriptor.
        """
        del text
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _stand_in_for_closed() -> None:
    """Make closed standard streams usable: remarks go nowhere, data that is lost is told."""
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.BytesIO())


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; a path that is none is shown with escapes."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _fail(message: Message, language: str, code: int, context: click.Context | None = None) -> int:
    name = context.command_path if context else "duizhang"
    sentence = f"{name}: {message.text(language)}"
    if code == WRONG_USAGE:
        more = Message(f"说明见 {name} --help", f"See {name} --help").text(language)
        sentence = f"{sentence} ({more})"
    with suppress(OSError):  # the remarks may go to a full disk too
        click.echo(sentence, err=True)
    return code


def _output_failed(error: OSError, language: str) -> int:
    """Answer a closed pipe (``| head``) with silence and a full disk with a sentence."""
    # What is still in the buffer can go nowhere; without this, Python would try at exit.
    if not isinstance(sys.stdout, _Closed):
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
            os.dup2(nowhere.fileno(), sys.stdout.fileno())
    if error.errno in (errno.EPIPE, errno.EINVAL):  # EINVAL: Windows
        return DONE
    why = reason(error)
    return _fail(Message(f"无法写出：{why.zh}。", f"Cannot write: {why.en}."), language, UNUSABLE)
