"""Reading files: text comes out, and whatever is wrong is said in one sentence."""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tracker.errors import InputProblem
from tracker.ingest import files
from tracker.ingest.files import decode_source, read_source


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
        ("报告".encode("gb18030"), "a.txt", "UTF-8", "UTF-8"),
        ("报告".encode(), "a.docx", ".docx", ".docx"),
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


def test_missing_file_and_folder_are_told(tmp_path: Path) -> None:
    """A path that is no file is an input problem, not a traceback."""
    with pytest.raises(InputProblem, match="no such file"):
        read_source(tmp_path / "没有.txt")
    with pytest.raises(InputProblem, match="folder"):
        read_source(tmp_path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads all")
def test_file_without_permission_is_told(tmp_path: Path) -> None:
    """A file that may not be read is an input problem."""
    path = tmp_path / "a.txt"
    path.write_text("报告", encoding="utf-8")
    path.chmod(0)
    with pytest.raises(InputProblem, match="permissions"):
        read_source(path)


def test_too_large_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file beyond the limit is refused before it is read."""
    monkeypatch.setattr(files, "SIZE_LIMIT", 10)
    path = tmp_path / "a.txt"
    path.write_text("很长很长的报告", encoding="utf-8")
    with pytest.raises(InputProblem, match="larger than"):
        read_source(path)
