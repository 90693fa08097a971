"""Reading in a process of its own, which may crash, hang or swell without harm to the program.

One process reads one file after the other (starting one costs half a second). Whatever goes
wrong in it becomes one sentence; the process is ended then, and the next file gets a new one.
"""

import atexit
import contextlib
import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker.errors import InputProblem, Stopped
from tracker.ingest.limits import MEGABYTE, READING, Limits
from tracker.message import Message
from tracker.model.source import SourceText

if TYPE_CHECKING:
    from tracker.ingest import wire

_POLL = 0.05
"""Seconds between two looks at the clock and at whether the person wants to stop."""

_WATCH = 0.25
"""Seconds between two looks at the memory."""

_REUSED = 100
"""Files that one process reads: what a library leaks is gone after so many."""

_IDLE = 60.0
"""Seconds after which an idle process is replaced: it ends itself after twice as long."""

_PATHS = "import json, sys; sys.path += [p for p in json.loads(sys.argv[1]) if p not in sys.path]\n"
"""The process imports what the program imports, and nothing from the folder that it stands in."""

READ_APART = "--read-apart"
"""The only word to a self-contained program, which has no Python to call: be the process."""

START = "from tracker.ingest.child import main; main()"
"""What the process does; tests give it readers that misbehave."""


def _never() -> bool:
    return False


class ReadingProcess:
    """Reads files one at a time; may be asked from any thread, each waits for its turn.

    The process itself is started by the first file and again whenever it was ended.

    Args:
        start: Python statements that the process runs.
    """

    def __init__(self, start: str = START) -> None:
        self._start = start
        self._turn = threading.Lock()
        self._child: _Child | None = None

    def read(
        self,
        data: bytes,
        suffix: str,
        encoding: str = "",
        *,
        limits: Limits = READING,
        should_stop: Callable[[], bool] = _never,
    ) -> SourceText:
        """Return the text of a file.

        Args:
            data: Bytes of the file.
            suffix: Ending that decides the reader, see ``formats.READERS``.
            encoding: Encoding that a person chose, "" to find it out.
            limits: What the reading may take.
            should_stop: Asked all the while; once it says so the process is ended.

        Raises:
            InputProblem: The file cannot be read, or not within the limits.
            Stopped: ``should_stop`` said so.
        """
        while not self._turn.acquire(timeout=_POLL):
            if should_stop():
                raise Stopped
        try:
            if should_stop():
                raise Stopped
            return self._read(data, suffix, encoding, limits, should_stop)
        finally:
            self._turn.release()

    def close(self) -> None:
        """End the process; the next file starts another."""
        with self._turn:
            self._end()

    def _read(
        self,
        data: bytes,
        suffix: str,
        encoding: str,
        limits: Limits,
        should_stop: Callable[[], bool],
    ) -> SourceText:
        from tracker.ingest import wire  # noqa: PLC0415 - plain text needs none of it

        child = self._ready()
        request = wire.Request(suffix, encoding, len(data), limits.memory)
        try:
            reply = child.ask(request, data, limits, should_stop)
        except BaseException:
            self._end()
            raise
        match reply:
            case wire.Answer():
                return _unpacked(reply)
            case wire.Refusal():
                raise InputProblem(Message(reply.zh, reply.en), reply.detail)
            case _:
                self._end()
                raise InputProblem(_DAMAGED, reply.detail if reply else child.ending)

    def _ready(self) -> "_Child":
        if self._child is not None and not self._child.fresh():
            self._end()
        if self._child is None:
            self._child = _Child(self._start)
        return self._child

    def _end(self) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None


def _command(start: str) -> list[str]:
    """Return what starts the process: this program's Python, or the program where it has none."""
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_APART]
    # -I: no variable, no user folder and no current folder decides what is imported.
    paths = json.dumps([path for path in sys.path if os.path.isabs(path)])  # noqa: PTH117
    return [sys.executable, "-I", "-X", "utf8", "-c", _PATHS + start, paths]


class _Child:
    """One process, from its start to its end."""

    def __init__(self, start: str) -> None:
        # What a converting program writes lies here, and is gone when the process is.
        self._folder = tempfile.mkdtemp(prefix="duizhang-")
        self._process = subprocess.Popen(
            _command(start),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=self._folder,
            env={**os.environ, "TMPDIR": self._folder, "TMP": self._folder, "TEMP": self._folder},
            start_new_session=True,  # so that it can be ended with all it started
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._files = 0
        self._used = time.monotonic()
        self.ending = ""

    def fresh(self) -> bool:
        """Tell whether it can take another file."""
        alive = self._process.poll() is None
        return alive and self._files < _REUSED and time.monotonic() - self._used < _IDLE

    def ask(
        self,
        request: "wire.Request",
        data: bytes,
        limits: Limits,
        should_stop: Callable[[], bool],
    ) -> "wire.Reply | None":
        """Return what the process says to a file, None when it ended without a word.

        Raises:
            InputProblem: It took too long or too much memory.
            Stopped: The person does not want to wait for it.
        """
        self._files += 1
        answers: queue.Queue[wire.Reply | None] = queue.Queue()
        threading.Thread(target=self._exchange, args=(request, data, answers), daemon=True).start()
        now = time.monotonic()
        deadline, look = now + limits.seconds, now + _WATCH
        while True:
            try:
                return answers.get(timeout=_POLL)
            except queue.Empty:
                now = time.monotonic()
            if should_stop():
                raise Stopped
            if now > deadline:
                raise _too_slow(limits)
            if now > look:
                look = now + _WATCH
                if self._memory() > limits.memory:
                    raise _too_much(limits)

    def _exchange(
        self, request: "wire.Request", data: bytes, answers: "queue.Queue[wire.Reply | None]"
    ) -> None:
        """Hand a file over and wait for the answer; ends when the process does."""
        from tracker.ingest import wire  # noqa: PLC0415

        stdin, stdout = self._process.stdin, self._process.stdout
        reply: wire.Reply | None = None
        try:
            if stdin is not None and stdout is not None:
                wire.send(stdin, request, data)
                reply = wire.receive_reply(stdout)
        except (OSError, ValueError, EOFError) as error:
            self.ending = type(error).__name__
        self._used = time.monotonic()
        answers.put(reply)

    def _memory(self) -> int:
        """Return the bytes of memory that the process and all it started take now."""
        import psutil  # noqa: PLC0415 - only who waits longer than a moment needs it

        total = 0
        try:
            process = psutil.Process(self._process.pid)
            for member in (process, *process.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    total += member.memory_info().rss
        except psutil.Error:
            pass  # it ended meanwhile, which the pipe tells
        return total

    def end(self) -> None:
        """End the process and all that it started, and wait until it is gone."""
        started = self._started()
        if sys.platform != "win32":
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        self._process.kill()
        for ender in started:
            ender()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError, ValueError):
                    stream.close()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _started(self) -> list[Callable[[], None]]:
        """Return what ends the programs that the process started, also those out of its group."""
        import psutil  # noqa: PLC0415

        try:
            children = psutil.Process(self._process.pid).children(recursive=True)
        except psutil.Error:
            return []

        def ender(child: psutil.Process) -> Callable[[], None]:
            def end() -> None:
                with contextlib.suppress(psutil.Error):
                    child.kill()

            return end

        return [ender(child) for child in children]


_DAMAGED = Message(
    "读取时出错，文件可能已损坏；请用原来的软件打开，另存为新文件后再试。",
    "Reading it failed, it may be damaged; open it in its own program, save it as a new file "
    "and try again.",
)


def _unpacked(answer: "wire.Answer") -> SourceText:
    from tracker.ingest import wire  # noqa: PLC0415

    try:
        return wire.unpack_answer(answer)
    except ValueError as error:
        raise InputProblem(_DAMAGED, str(error)) from None


def _too_slow(limits: Limits) -> InputProblem:
    return InputProblem(
        Message(
            f"{limits.seconds:.0f}秒内没有读完，文件可能已损坏或过于复杂；"
            "请用原来的软件打开，只把正文另存为新文件。",
            f"It was not read within {limits.seconds:.0f} seconds; the file may be damaged or too "
            "complex: open it in its own program and save the text alone as a new file.",
        ),
        "time",
    )


def _too_much(limits: Limits) -> InputProblem:
    megabytes = limits.memory // MEGABYTE
    return InputProblem(
        Message(
            f"读取它需要超过{megabytes} MB内存，文件可能已损坏或过于复杂；"
            "请用原来的软件打开，只把正文另存为新文件。",
            f"Reading it takes more than {megabytes} MB of memory; the file may be damaged or too "
            "complex: open it in its own program and save the text alone as a new file.",
        ),
        "memory",
    )


_shared = ReadingProcess()
atexit.register(_shared.close)


def read_apart(
    data: bytes,
    suffix: str,
    encoding: str = "",
    *,
    limits: Limits = READING,
    should_stop: Callable[[], bool] = _never,
) -> SourceText:
    """Return the text of a file, read by the one process of the program.

    See ``ReadingProcess.read`` for arguments and errors.
    """
    return _shared.read(data, suffix, encoding, limits=limits, should_stop=should_stop)


def end_reading() -> None:
    """End the reading process, for instance after a batch; the next file starts another."""
    _shared.close()
