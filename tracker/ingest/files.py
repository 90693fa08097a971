"""From a file to a ``SourceDocument``; whatever is wrong with it is said in one sentence."""

import hashlib
from pathlib import Path

from tracker.errors import InputProblem
from tracker.ingest.formats import reader_for
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.source import SourceDocument

SIZE_LIMIT = 20 * 2**20
"""Largest file that is read, in bytes: a report is 0.1 MB of text, the largest known 0.4 MB."""


def read_source(path: Path, name: str | None = None) -> tuple[SourceDocument, bytes]:
    """Return the text of a file and its original bytes.

    Args:
        path: The file.
        name: What it is called for people; by default the name of the file.

    Raises:
        InputProblem: It is missing, a folder, unreadable, too large, empty or no text.
    """
    name = name or path.name
    try:
        if path.is_dir():
            raise _problem(
                name, "它是文件夹，请选择其中的文件", "it is a folder; choose a file in it"
            )
        if path.stat().st_size > SIZE_LIMIT:
            raise _too_large(name)
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise _problem(
            name, "文件不存在，请检查路径", "there is no such file; check the path"
        ) from None
    except PermissionError:
        raise _problem(
            name,
            "没有读取权限，请修改文件权限或另选文件",
            "you may not read it; change its permissions",
        ) from None
    except OSError as error:
        raise _problem(
            name,
            "系统无法读取，请检查磁盘或另选文件",
            "the system cannot read it; check the disk or choose another file",
            detail=str(error.strerror),
        ) from None
    return decode_source(data, name), data


def decode_source(data: bytes, name: str) -> SourceDocument:
    """Return the text that a file's bytes hold.

    Args:
        data: Original bytes.
        name: File name; its ending decides the reader.

    Raises:
        InputProblem: The bytes are too many, empty or no text.
    """
    if len(data) > SIZE_LIMIT:
        raise _too_large(name)
    try:
        text = reader_for(name)(data)
    except InputProblem as problem:
        if name in problem.message.zh:
            raise
        message = Message(
            f"不能读取“{name}”：{problem.message.zh}",
            f"Cannot read “{name}”: {problem.message.en}",
        )
        raise InputProblem(message, problem.detail) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise _problem(
            name, "文件是空的，请选择有内容的报告", "it is empty; choose a file that holds a report"
        )
    return SourceDocument(ReportId(hashlib.sha256(data).hexdigest()), name, text)


def _too_large(name: str) -> InputProblem:
    megabytes = SIZE_LIMIT // 2**20
    return _problem(
        name,
        f"文件超过{megabytes} MB，请只保留报告正文",
        f"it is larger than {megabytes} MB; keep only the text of the report",
    )


def _problem(name: str, zh: str, en: str, detail: str = "") -> InputProblem:
    return InputProblem(
        Message(f"不能读取“{name}”：{zh}。", f"Cannot read “{name}”: {en}."), detail
    )
