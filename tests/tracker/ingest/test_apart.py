"""The reading process: whatever a reader does in it, the program gets one sentence and goes on."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from tracker.errors import InputProblem, Stopped
from tracker.ingest.apart import START, ReadingProcess
from tracker.ingest.limits import MEGABYTE, Limits
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import LineLayout, SourceText

READERS = """
import os, sys, time, threading
from tracker.errors import InputProblem
from tracker.ingest import child, formats
from tracker.message import Message
from tracker.model.diagnostic import Diagnostic
from tracker.model.source import LineLayout, SourceText

def echo(data, encoding):
    return SourceText(data.decode(), encoding=encoding)

def laid_out(data, encoding):
    remark = Diagnostic("a", Message("提示", "remark"), 2)
    title = LineLayout(style_level=1, bold=True, size=22.0, page=1)
    return SourceText("一\\n二\\n三", (title, LineLayout(), LineLayout()), "", (remark,))

def process(data, encoding):
    return SourceText(str(os.getpid()))

def hang(data, encoding):
    time.sleep(600)

def spin(data, encoding):
    while True:
        pass

def swell(data, encoding):
    held = []
    while True:
        held.append(bytearray(2**20))

def crash(data, encoding):
    os.abort()

def leave(data, encoding):
    os._exit(0)

def fail(data, encoding):
    raise ZeroDivisionError("a secret sentence of the document")

def deep(data, encoding):
    return deep(data, encoding)

def talk(data, encoding):
    os.write(1, b"noise of a library" * 100)
    print("more noise")
    return SourceText("报告")

def long(data, encoding):
    return SourceText("长" * 1_000_001)

def handles(data, encoding):
    found = []
    for number in range(3, 256):
        try:
            found.append(os.readlink(f"/proc/self/fd/{number}"))
        except OSError:
            pass
    return SourceText("\\n".join(found))

def modules(data, encoding):
    return SourceText("\\n".join(sys.modules))

def start_child(data, encoding):
    import subprocess
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    time.sleep(600)

def connect(data, encoding):
    import socket
    socket.create_connection(("127.0.0.1", int(data)), timeout=5)
    return SourceText("reached")

def resolve(data, encoding):
    import socket
    socket.getaddrinfo("example.org", 80)
    return SourceText("reached")

def fetch(data, encoding):
    import urllib.request
    urllib.request.urlopen(data.decode())
    return SourceText("reached")

for reader in (echo, laid_out, process, hang, spin, swell, crash, leave, fail, deep, talk, long,
               handles, modules, start_child, connect, resolve, fetch):
    formats.READERS["." + reader.__name__] = reader
child.CONVERTED = frozenset({".start_child"})
"""


@pytest.fixture(scope="module")
def reading() -> Iterator[ReadingProcess]:
    process = ReadingProcess(READERS + START)
    yield process
    process.close()


def pid_of(reading: ReadingProcess) -> int:
    return int(reading.read(b"-", ".process").text)


def gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def wait_until_gone(pid: int) -> bool:
    end = time.monotonic() + 10
    while not gone(pid) and time.monotonic() < end:
        time.sleep(0.02)
    return gone(pid)


def test_text_comes_back_as_the_reader_made_it(reading: ReadingProcess) -> None:
    """Layout, remarks and encoding survive the way between the processes."""
    assert reading.read("政府工作报告\n一、".encode(), ".echo", "UTF-8") == SourceText(
        "政府工作报告\n一、", encoding="UTF-8"
    )
    title = LineLayout(style_level=1, bold=True, size=22.0, page=1)
    assert reading.read(b"-", ".laid_out") == SourceText(
        "一\n二\n三",
        (title, LineLayout(), LineLayout()),
        remarks=(Diagnostic("a", Message("提示", "remark"), 2),),
    )


def test_one_process_reads_many_files(reading: ReadingProcess) -> None:
    """Starting a process for each file would cost more than reading it."""
    assert len({pid_of(reading) for _ in range(20)}) == 1
    assert pid_of(reading) != os.getpid()


@pytest.mark.parametrize(
    ("suffix", "seconds", "memory", "said"),
    [
        (".hang", 0.5, 1024, "秒内没有读完"),
        (".spin", 0.5, 1024, "秒内没有读完"),
        (".swell", 30, 200, "内存"),
        (".crash", 30, 1024, "可能已损坏"),
        (".leave", 30, 1024, "可能已损坏"),
        (".fail", 30, 1024, "可能已损坏"),
        (".deep", 30, 1024, "嵌套太深"),
        (".long", 30, 1024, "100万字"),
        (".unheard-of", 30, 1024, "可能已损坏"),
    ],
)
def test_what_goes_wrong_is_one_sentence_and_the_next_file_is_read(
    reading: ReadingProcess, suffix: str, seconds: float, memory: int, said: str
) -> None:
    """Neither a hanging nor a crashing reader does harm to the file after it."""
    with pytest.raises(InputProblem) as caught:
        reading.read(b"-", suffix, limits=Limits(seconds, memory * MEGABYTE))
    message = caught.value.message
    assert said in message.zh
    assert "\n" not in message.zh + message.en
    assert "secret" not in message.en + message.zh + caught.value.detail
    assert reading.read("下一份".encode(), ".echo").text == "下一份"


def test_memory_is_watched_from_outside_too() -> None:
    """Where the system knows no limit of memory the program ends the process itself."""
    unlimited = READERS + "child._limit_memory = lambda memory: None\n" + START
    process = ReadingProcess(unlimited)
    try:
        with pytest.raises(InputProblem, match="more than 300 MB of memory"):
            process.read(b"-", ".swell", limits=Limits(60, 300 * MEGABYTE))
    finally:
        process.close()


def test_a_process_that_overran_is_ended_with_all_it_started(reading: ReadingProcess) -> None:
    """LibreOffice does not run on after the file was given up."""
    before = pid_of(reading)
    seen: list[psutil.Process] = []

    def look() -> bool:
        seen.extend(psutil.Process(before).children(recursive=True))
        return bool(seen)

    with pytest.raises(Stopped):
        reading.read(b"-", ".start_child", should_stop=look)
    assert all(wait_until_gone(process.pid) for process in seen)
    assert wait_until_gone(before)


def test_no_reader_starts_a_program_unless_its_format_needs_one(reading: ReadingProcess) -> None:
    """What a file makes a library do, it does not make it start programs."""
    code = "def start(data, encoding):\n import subprocess\n subprocess.run(['true'])\n"
    process = ReadingProcess(READERS + code + "formats.READERS['.start'] = start\n" + START)
    try:
        with pytest.raises(InputProblem) as caught:
            process.read(b"-", ".start")
    finally:
        process.close()
    assert "PermissionError" in caught.value.detail


def test_stopping_is_heard_at_once(reading: ReadingProcess) -> None:
    """Whoever cancels does not wait for the file that hangs."""
    started = time.monotonic()
    with pytest.raises(Stopped):
        reading.read(b"-", ".hang", should_stop=lambda: time.monotonic() - started > 0.2)
    assert time.monotonic() - started < 5
    assert reading.read(b"a", ".echo").text == "a"


def test_stopping_is_heard_while_another_file_is_read(reading: ReadingProcess) -> None:
    """Also who waits for its turn can be stopped."""
    done = threading.Event()

    def occupy() -> None:
        with pytest.raises(Stopped):
            reading.read(b"-", ".hang", should_stop=done.is_set)

    thread = threading.Thread(target=occupy)
    thread.start()
    try:
        with pytest.raises(Stopped):
            reading.read(b"a", ".echo", should_stop=lambda: True)
    finally:
        done.set()
        thread.join()


def test_many_threads_may_ask(reading: ReadingProcess) -> None:
    """Each gets its own text back."""
    texts: dict[int, str] = {}

    def ask(number: int) -> None:
        texts[number] = reading.read(str(number).encode() * 1000, ".echo").text

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert texts == {n: str(n) * 1000 for n in range(8)}


def test_libraries_may_print(reading: ReadingProcess) -> None:
    """What a library says on standard output is no part of the answer."""
    assert reading.read(b"-", ".talk").text == "报告"


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_no_handle_of_the_program_is_passed_on(reading: ReadingProcess, tmp_path: Path) -> None:
    """The process can reach no open file of the program, such as the workspace."""
    reading.close()
    path = tmp_path / "a.duizhang"
    with path.open("wb") as file:
        os.set_inheritable(file.fileno(), True)
        assert str(path) not in reading.read(b"-", ".handles").text


def test_the_process_loads_neither_qt_nor_the_stages(reading: ReadingProcess) -> None:
    """It starts in a tenth of a second and has nothing that it does not need."""
    loaded = reading.read(b"-", ".modules").text.split("\n")
    for name in ("PySide6", "pandas", "jieba", "sqlalchemy", "tracker.pipeline", "tracker.parse"):
        assert name not in loaded


@pytest.mark.parametrize("suffix", [".connect", ".resolve", ".fetch"])
def test_the_network_is_refused(reading: ReadingProcess, suffix: str) -> None:
    """Whatever a library would fetch, it is refused before a connection is made."""
    data = b"9" if suffix == ".connect" else b"http://127.0.0.1:9/"
    with pytest.raises(InputProblem) as caught:
        reading.read(data, suffix)
    assert "PermissionError" in caught.value.detail


def test_the_process_dies_with_the_program() -> None:
    """A program that is killed leaves no process behind, not even one that is busy."""
    program = (
        "import threading, time\n"
        "from tracker.ingest.apart import ReadingProcess, START\n"
        f"reading = ReadingProcess({READERS!r} + START)\n"
        "print(reading.read(b'-', '.process').text, flush=True)\n"
        "threading.Thread(target=reading.read, args=(b'-', '.spin'), daemon=True).start()\n"
        "time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        time.sleep(0.3)
        assert not gone(pid)
        folder = Path(psutil.Process(pid).cwd())
        process.kill()
        assert wait_until_gone(pid)
        assert not folder.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")
def test_nothing_of_a_document_stays_on_the_disk(reading: ReadingProcess) -> None:
    """The folder for temporary files goes with the process."""
    folder = Path(f"/proc/{pid_of(reading)}/cwd").readlink()
    assert folder.is_dir()
    reading.close()
    assert not folder.exists()
