"""From a file to a ``SourceDocument``; whatever is wrong with it is said in one sentence."""

import hashlib
import stat
from pathlib import Path

from tracker.errors import InputProblem
from tracker.ingest.formats import reader_for
from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.source import SourceDocument

SIZE_LIMIT = 20 * 2**20
"""Largest file that is read, in bytes."""

TEXT_LIMIT = 1_000_000
"""Most characters that are read: a report has 20,000, the largest known 140,000. A text of a
million characters in one line is tracked in 20 seconds (2026-11)."""


def read_source(
    path: Path, shown: str | None = None, encoding: str = ""
) -> tuple[SourceDocument, bytes]:
    """Return the text of a file and its original bytes.

    Args:
        path: The file.
        shown: What messages call it, for instance the path as it was given; by default the
            name of the file.
        encoding: Encoding that a person chose for a text file; "" to find it out.

    Raises:
        InputProblem: It is missing, a folder, unreadable, too large, empty or no text.
    """
    shown = shown or path.name
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise _problem(
                shown, "它是文件夹，请选择其中的文件", "it is a folder; choose a file in it"
            )
        if not stat.S_ISREG(status.st_mode):  # reading a pipe may wait for ever
            raise _problem(
                shown,
                "它是管道或设备，不是文件，请先存成文件",
                "it is a pipe or a device, no file; save its content as a file first",
            )
        if status.st_size > SIZE_LIMIT:
            raise _too_large(shown)
        with path.open("rb") as file:
            data = file.read(SIZE_LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _problem(
            shown, "文件不存在，请检查路径", "there is no such file; check the path"
        ) from None
    except PermissionError:
        raise _problem(
            shown,
            "没有读取权限，请修改文件权限或另选文件",
            "you may not read it; change its permissions",
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
        raise _problem(
            shown,
            "系统无法读取，请检查磁盘或另选文件",
            "the system cannot read it; check the disk or choose another file",
            detail=str(error),
        ) from None
    return decode_source(data, path.name, shown, encoding), data


def decode_source(
    data: bytes, name: str, shown: str | None = None, encoding: str = ""
) -> SourceDocument:
    """Return the text that a file's bytes hold.

    Args:
        data: Original bytes.
        name: File name; its ending decides the reader.
        shown: What messages call it; by default ``name``.
        encoding: Encoding that a person chose for a text file; "" to find it out.

    Raises:
        InputProblem: The bytes are too many, empty or no text.
    """
    shown = shown or name
    if len(data) > SIZE_LIMIT:
        raise _too_large(shown)
    try:
        read = reader_for(name)(data, encoding)
    except InputProblem as problem:
        said = problem.message
        message = Message(f"不能读取“{shown}”：{said.zh}", f"Cannot read “{shown}”: {said.en}")
        raise InputProblem(message, problem.detail) from None
    text = read.text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise _problem(
            shown,
            "文件是空的，请选择有内容的报告",
            "it is empty; choose a file that holds a report",
        )
    if len(text) > TEXT_LIMIT:
        raise _problem(
            shown,
            f"文本超过{TEXT_LIMIT // 10_000}万字，一份报告只有几万字，请只保留报告正文",
            f"it has more than {TEXT_LIMIT:,} characters, a report has some ten thousand; "
            "keep only the text of the report",
        )
    report_id = ReportId(hashlib.sha256(data).hexdigest())
    return SourceDocument(report_id, name, text, read.layout, read.encoding, read.remarks)


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
