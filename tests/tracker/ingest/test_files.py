"""Reading files: text comes out, and whatever is wrong is said in one sentence."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.ingest.disk import named, read_bytes
from tracker.ingest.files import decode_source, read_source
from tracker.message import Message


def test_text_and_original_bytes_come_out(seed: Callable[[str], Path]) -> None:
    """The id is the hash of the bytes; the name is the file's."""
    source, data = read_source(seed("002"))
    assert source.id == hashlib.sha256(data).hexdigest()
    assert source.name == seed("002").name
    assert source.text == data.decode()


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("报告".encode(), "报告"),
        ("报告".encode("utf-8-sig"), "报告"),
        ("一\r\n二\r三\n".encode(), "一\n二\n三\n"),
    ],
)
def test_byte_order_mark_and_line_ends_are_levelled(data: bytes, text: str) -> None:
    """A byte order mark is no text, and every line ends with a line feed."""
    assert decode_source(data, "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "name", "zh", "en"),
    [
        (b"", "a.txt", "空的", "empty"),
        (b" \n\t\n", "a.md", "空的", "empty"),
        (b"PK\x03\x04\x00\x00", "a.txt", "二进制", "binary"),
        (b"abc \xff\xfe\xfd", "a.txt", "读不出来", "none of the usual encodings"),
        (b"\x01\x02\x03", "a.pptx", "幻灯片", "slides"),
        (b"\x01\x02\x03", "a.ofd", "PDF", "PDF"),
        (b"\x01\x02\x03", "a.xyz", ".xyz", ".xyz"),
        (b"\xff\xd8\xff\xe0", "报告.txt", "图片", "picture"),
        (b"7z\xbc\xaf\x27\x1c", "a.7z", "先解压", "unpack"),
    ],
)
def test_unusable_bytes_are_told_in_one_sentence(data: bytes, name: str, zh: str, en: str) -> None:
    """The sentence names the file, the fault and what to do."""
    with pytest.raises(InputProblem) as problem:
        decode_source(data, name)
    message = problem.value.message
    assert name in message.zh
    assert name in message.en
    assert zh in message.zh
    assert en in message.en
    assert "\n" not in message.zh + message.en


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_read_or_told(data: bytes) -> None:
    """No bytes bring the reader down."""
    try:
        text = decode_source(data, "a.txt").text
    except InputProblem as problem:
        text = problem.message.zh
    assert text.strip()


def test_missing_file_and_folder_are_told(tmp_path: Path) -> None:
    """A path that is no file is an input problem, not a traceback."""
    with pytest.raises(InputProblem, match="no such file"):
        read_source(tmp_path / "没有.txt")
    with pytest.raises(InputProblem, match="folder"):
        read_source(tmp_path)


def test_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may not be read is an input problem."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("报告", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)  # root may read whatever its mode says
    with pytest.raises(InputProblem, match="permissions"):
        read_source(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """Nobody may ever write into it; the sentence says what to do."""
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(InputProblem, match="save its content as a file"):
        read_source(pipe)


def test_messages_name_the_path_as_it_was_given(tmp_path: Path) -> None:
    """Of two files with one name the person must know which is meant; the document keeps it."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"")
    with pytest.raises(InputProblem, match=r"“\.\./2021/a\.txt”"):
        read_source(path, "../2021/a.txt")
    path.write_text("报告", encoding="utf-8")
    assert read_source(path, "../2021/a.txt")[0].name == "a.txt"


def test_a_path_that_no_system_knows_is_told() -> None:
    """A NUL character in a path is not a traceback."""
    with pytest.raises(InputProblem, match="cannot read it"):
        read_source(Path("a\0.txt"))


def test_too_large_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused before it is read."""
    path = tmp_path / "a.txt"
    path.write_text("很长很长的报告", encoding="utf-8")
    with pytest.raises(InputProblem, match="larger than"):
        read_bytes(path, "a.txt", most=10)
    monkeypatch.setattr(limits, "TEXT_SIZE", 10)
    with pytest.raises(InputProblem, match="larger than"):
        read_source(path)


def test_too_much_text_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """No report is that long, and it would keep the person waiting for minutes."""
    monkeypatch.setattr(limits, "TEXT_LENGTH", 10)
    with pytest.raises(InputProblem, match="more than 10 characters"):
        decode_source("一份很长很长很长的报告".encode(), "a.txt")


def test_content_decides_and_a_name_that_belies_it_is_told() -> None:
    """A text named like a Word file is read as the text that it is."""
    source = decode_source("政府工作报告".encode(), "报告.docx")
    assert source.text == "政府工作报告"
    assert [remark.code for remark in source.remarks] == ["ending-differs"]
    assert not decode_source("政府工作报告".encode(), "报告").remarks


def test_a_sentence_goes_on_in_small_letters_behind_the_name_of_the_file():
    """Names keep their capital: LibreOffice, PDF."""
    for said, shown in (("The PDF is damaged.", "the PDF"), ("PDF is no text.", "PDF is")):
        problem = named("a.pdf", InputProblem(Message("已损坏。", said)))
        assert problem.message.en.startswith(f"Cannot read “a.pdf”: {shown}")
