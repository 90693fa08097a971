"""Hostile files: each gives a text or one sentence, soon, and reaches nothing outside itself."""

import contextlib
import importlib.util
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.samples import kinds
from tracker.errors import InputProblem
from tracker.ingest import apart, limits
from tracker.ingest.files import decode_source
from tracker.ingest.formats import CONVERTED, READERS, suffix_of
from tracker.ingest.office.libreoffice import find_office
from tracker.model.source import SourceDocument

_spec = importlib.util.spec_from_file_location("hostile", Path(__file__).parent / "hostile.py")
assert _spec is not None
assert _spec.loader is not None
hostile = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(hostile)

SECONDS = 8.0
"""Limit of time in these tests, so that they do not last as long as a person is made to wait."""

NOWHERE = "http://127.0.0.1:9/a.png"
BOMBS = hostile.entity_bombs(NOWHERE)
SWELLING = hostile.swelling()
office_only = pytest.mark.skipif(find_office() is None, reason="needs LibreOffice")


@pytest.fixture(autouse=True)
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every file eight seconds instead of sixty."""
    monkeypatch.setattr(limits, "READING", limits.Limits(SECONDS, limits.READING.memory))


def told_or_read(data: bytes, name: str) -> SourceDocument | str:
    """Return the text of a file, or the Chinese sentence that says why there is none."""
    started = time.monotonic()
    try:
        return decode_source(data, name)
    except InputProblem as problem:
        message = problem.message
        assert "\n" not in message.zh + message.en
        assert name in message.zh
        assert name in message.en
        return message.zh
    finally:
        slack = 4 if suffix_of(name) not in CONVERTED else limits.CONVERTING.seconds
        assert time.monotonic() - started < SECONDS + slack


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_entities_grow_into_nothing_and_open_no_file(name: str) -> None:
    """No text grows out of its entities, and none comes from another file."""
    found = told_or_read(BOMBS[name], name)
    text = found.text if isinstance(found, SourceDocument) else ""
    assert text.count("哈") <= 50_010
    assert "root:" not in text


@pytest.mark.parametrize("name", sorted(SWELLING))
def test_small_files_that_swell_are_read_or_told(name: str) -> None:
    """Bombs, depths, loops and absurd numbers end within the limits, in one sentence or a text."""
    found = told_or_read(SWELLING[name], name)
    if isinstance(found, SourceDocument):
        assert len(found.text) <= limits.TEXT_LENGTH
    after = decode_source("政府工作报告".encode(), "下一份.csv")
    assert after.text == "政府工作报告"


@pytest.mark.parametrize("suffix", [*kinds(), ".doc", ".xls"])
def test_a_hundred_megabytes_of_one_line_are_told(suffix: str) -> None:
    """No report is that long, whatever its ending says that it is."""
    line = "发展" * (100 * limits.MEGABYTE // 6)
    assert isinstance(told_or_read(line.encode(), f"一行{suffix}"), str)


LONG = "政府工作报告".encode() * 50


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (LONG + b"\0", ""),
        (LONG + "\u202e工作\u2066报告\u200f".encode(), "工作报告"),
        (LONG + "\x1b[31m工作\x07报告".encode(), "[31m工作报告"),
        ("政府工作报告\n".encode() * 3 + "第二行是国标码的".encode("gb18030"), None),
    ],
)
def test_characters_that_nobody_sees_are_taken_out_and_told(data: bytes, shown: str | None) -> None:
    """NUL bytes, right-to-left marks and controls show something else than the text holds."""
    found = told_or_read(data, "报告.txt")
    assert isinstance(found, SourceDocument)
    assert shown is None or found.text == LONG.decode() + shown
    assert found.remarks
    assert not set(found.text) & set("\0\u202e\u2066\u200f\x1b\x07")


@pytest.mark.parametrize(
    "name",
    ["../../报告.txt", "C:\\报告.docx", "报告\0.txt", "报告\n.pdf", "." * 300, "", "\u202e.txt"],
)
def test_names_are_only_names(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is opened or made by the name that comes with the bytes."""
    monkeypatch.chdir(tmp_path)
    with contextlib.suppress(InputProblem):
        decode_source("政府工作报告".encode(), name)
    assert not list(tmp_path.iterdir())


class Listener:
    """A server on this computer that counts who comes."""

    def __init__(self, port: int = 0) -> None:
        self._socket = socket.create_server(("127.0.0.1", port))
        self._socket.settimeout(0.05)
        self.port = int(self._socket.getsockname()[1])
        self.visits = 0
        self._open = True
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/a.png"

    def _listen(self) -> None:
        while self._open:
            try:
                visitor, _ = self._socket.accept()
            except TimeoutError:
                continue
            self.visits += 1
            visitor.close()

    def close(self) -> None:
        self._open = False
        self._thread.join()
        self._socket.close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    server = Listener()
    yield server
    server.close()


@pytest.fixture
def without_network(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every function of the network fail in the program itself; its process has none."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, name, refuse)


def test_the_listener_hears(listener: Listener) -> None:
    """What the next tests rely on: a connection is counted."""
    socket.create_connection(("127.0.0.1", listener.port)).close()
    time.sleep(0.2)
    assert listener.visits == 1


@pytest.mark.usefixtures("without_network")
def test_nothing_is_fetched_by_any_reader(listener: Listener) -> None:
    """Remote pictures, styles, templates, entities and scripts are left where they are."""
    files = hostile.reaching(listener.address) | hostile.entity_bombs(listener.address)
    kinds = {suffix_of(name) for name in files}
    assert kinds >= {".docx", ".odt", ".fodt", ".rtf", ".html", ".mhtml", ".xlsx", ".pdf"}
    for name, data in files.items():
        found = told_or_read(data, name)
        if name.startswith("linked") and suffix_of(name) in READERS:
            assert isinstance(found, SourceDocument), found
    time.sleep(0.2)
    assert listener.visits == 0


@office_only
def test_nothing_is_fetched_by_libreoffice(listener: Listener, tmp_path: Path) -> None:
    """A picture that an old Word file links to on a server is not asked for."""
    port, address = listener.port, listener.address
    (tmp_path / "linked.fodt").write_bytes(hostile.reaching(address)["linked.fodt"])
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "doc:MS Word 97", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "linked.fodt")], check=True, capture_output=True)
    before = listener.visits
    found = told_or_read((tmp_path / "linked.doc").read_bytes(), "linked.doc")
    assert isinstance(found, SourceDocument)
    assert "报告" in found.text
    sxw = {"mimetype": "application/vnd.sun.xml.writer"}
    told_or_read(hostile.packed(sxw | {"content.xml": "<a/>"}), "linked.sxw")
    told_or_read(hostile.reaching(address)["word.doc"], "word.doc")
    time.sleep(0.2)
    assert listener.visits == before
    assert port == listener.port


@pytest.mark.skipif(sys.platform != "linux", reason="needs the limit of memory of Linux")
def test_a_file_that_takes_the_memory_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says what to do; the computer does not slow down first."""
    monkeypatch.setattr(limits, "READING", limits.Limits(60, 150 * limits.MEGABYTE))
    cells = "".join(f'<c r="A{n}" t="str"><v>{"发" * 300}</v></c>' for n in range(200_000))
    apart.end_reading()
    found = told_or_read(hostile.xlsx(f'<row r="1">{cells}</row>'), "大.xlsx")
    assert isinstance(found, str)
