"""What runs in the reading process: one file after the other, behind closed doors.

The process has no network, no handle of the program's files, a limit of memory where the system
knows one, and it ends when the program does.
"""

import contextlib
import os
import queue
import shutil
import sys
import threading
import traceback
from pathlib import Path
from typing import BinaryIO

import psutil

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.ingest.formats import CONVERTED, PACKAGES, PRIVATE_READERS, READERS
from tracker.ingest.packages import check_package
from tracker.ingest.wire import (
    Answer,
    Fault,
    Refusal,
    Reply,
    Request,
    pack_answer,
    receive_request,
    send,
)
from tracker.message import Message

if sys.platform != "win32":
    import resource

IDLE_SECONDS = 120.0
"""A process that nobody asks anything ends after so long."""

_NETWORK = (
    *("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "nntplib."),
    *("telnetlib.", "webbrowser."),
)
"""Beginnings of the audit events of the network (docs.python.org/3/library/audit_events.html)."""

_STARTING = frozenset(
    {"subprocess.Popen", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn"}
    | {"os.startfile", "os.startfile/2", "os.system", "pty.spawn"}
)
"""Audit events of starting another program."""

TOO_MUCH_MEMORY = Message(
    "读取它需要的内存太多，文件可能已损坏或过于复杂；请用原来的软件打开，只把正文另存为新文件。",
    "Reading it takes too much memory; the file may be damaged or too complex: "
    "open it in its own program and save the text alone as a new file.",
)
TOO_DEEP = Message(
    "文件内部嵌套太深，可能已损坏；请用原来的软件打开，另存为新文件。",
    "It is nested too deeply and may be damaged; open it in its own program and save it anew.",
)
TOO_LONG = Message(
    f"文本超过{limits.TEXT_LENGTH // 10_000}万字，一份报告只有几万字，请只保留报告正文。",
    f"it has more than {limits.TEXT_LENGTH:,} characters, a report has some ten thousand; "
    "keep only the text of the report.",
)


class _Doors:
    """Refuses what no reader has to do: the network always, other programs most of the time."""

    def __init__(self) -> None:
        self.may_start = False

    def __call__(self, event: str, _arguments: object) -> None:
        if event.startswith(_NETWORK):
            raise PermissionError(f"refused: {event}")
        if event in _STARTING and not self.may_start:
            raise PermissionError(f"refused: {event}")


def main() -> None:
    """Serve requests from standard input until it is closed."""
    requests, replies = _streams()
    doors = _Doors()
    sys.addaudithook(doors)
    _limit_core_dumps()
    waiting: queue.Queue[tuple[Request, bytes]] = queue.Queue()
    threading.Thread(target=_listen, args=(requests, waiting), daemon=True).start()
    while True:
        try:
            request, data = waiting.get(timeout=IDLE_SECONDS)
        except queue.Empty:
            return
        doors.may_start = request.suffix in CONVERTED
        _limit_memory(0 if doors.may_start else request.memory)
        reply = _serve(request, data, replies)
        _limit_memory(0)
        send(replies, reply)
        del request, data, reply  # the next file is waited for without the last one in memory


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Take standard input and output for the messages alone: libraries print where they like."""
    requests, replies = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        os.dup2(nothing, number)
    return requests, replies


def _listen(requests: BinaryIO, waiting: "queue.Queue[tuple[Request, bytes]]") -> None:
    """Take requests in; when the program is gone, end at once whatever is being read."""
    try:
        while True:
            waiting.put(receive_request(requests))
    except (EOFError, OSError, ValueError):
        _end_all()


def _end_all() -> None:
    """End this process and those it started, and leave no copy of the document behind."""
    for started in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.Error):
            started.kill()
    # The program makes this folder for the process, see ``apart``; it is not there to do so now.
    if Path.cwd().name.startswith("duizhang-"):
        shutil.rmtree(Path.cwd(), ignore_errors=True)
    os._exit(0)


def _serve(request: Request, data: bytes, replies: BinaryIO) -> Reply:
    try:
        return _read(request, data)
    except InputProblem as problem:
        return Refusal(problem.message.zh, problem.message.en, problem.detail)
    except MemoryError:
        return Refusal(TOO_MUCH_MEMORY.zh, TOO_MUCH_MEMORY.en, "MemoryError")
    except RecursionError:
        return Refusal(TOO_DEEP.zh, TOO_DEEP.en, "RecursionError")
    except BaseException as error:
        # Whatever state a library is in now, the next file shall not meet it: say it and end.
        with contextlib.suppress(OSError):
            send(replies, Fault(_places(error)))
        raise


def _read(request: Request, data: bytes) -> Answer | Refusal:
    if request.suffix in PACKAGES:
        check_package(data)
    if request.suffix in PRIVATE_READERS:
        return pack_answer(PRIVATE_READERS[request.suffix](data, request.encoding))
    read = READERS[request.suffix](data, request.encoding)
    if len(read.text) > limits.TEXT_LENGTH:
        return Refusal(TOO_LONG.zh, TOO_LONG.en, str(len(read.text)))
    return pack_answer(read)


def _places(error: BaseException) -> str:
    """Return the type of an error and where it was raised; its words may be the document's."""
    frames = traceback.extract_tb(error.__traceback__)
    where = [f"{os.path.basename(f.filename)}:{f.lineno} {f.name}" for f in frames]  # noqa: PTH119
    return "\n".join([f"{type(error).__module__}.{type(error).__qualname__}", *where[-12:]])


def _limit_memory(memory: int) -> None:
    """Limit what the process itself may write to, in bytes; 0 takes the limit away again.

    Linux counts writable private memory against RLIMIT_DATA (getrlimit(2), since 4.7), elsewhere
    the program watches from outside, see ``apart``.
    """
    if sys.platform == "linux":
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        allowed = memory or resource.RLIM_INFINITY
        if hard != resource.RLIM_INFINITY:
            allowed = hard if allowed == resource.RLIM_INFINITY else min(allowed, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))


def _limit_core_dumps() -> None:
    """A crash leaves no copy of the document behind."""
    if sys.platform != "win32":
        _, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))
