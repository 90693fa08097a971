"""The bytes of one file on a disk; whatever the system has against it is said in one sentence."""

import stat
from pathlib import Path

from tracker.errors import InputProblem
from tracker.ingest import limits
from tracker.message import Message


def read_bytes(path: Path, shown: str, most: int = limits.FILE_SIZE) -> bytes:
    """Return the bytes of a file.

    Args:
        path: The file.
        shown: What messages call it.
        most: Most bytes that are read.

    Raises:
        InputProblem: It is missing, a folder, no file, unreadable or too large.
    """
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise problem_of(
                shown, "它是文件夹，请选择其中的文件", "it is a folder; choose a file in it"
            )
        if not stat.S_ISREG(status.st_mode):  # reading a pipe may wait for ever
            raise problem_of(
                shown,
                "它是管道或设备，不是文件，请先存成文件",
                "it is a pipe or a device, no file; save its content as a file first",
            )
        if status.st_size > most:
            raise too_large(shown, most)
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise problem_of(
            shown, "文件不存在，请检查路径", "there is no such file; check the path"
        ) from None
    except PermissionError:
        raise problem_of(
            shown,
            "没有读取权限，请修改文件权限或另选文件",
            "you may not read it; change its permissions",
        ) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL character
        raise problem_of(
            shown,
            "系统无法读取，请检查磁盘或另选文件",
            "the system cannot read it; check the disk or choose another file",
            detail=str(error),
        ) from None
    if len(data) > most:  # it grew meanwhile
        raise too_large(shown, most)
    return data


def too_large(shown: str, most: int) -> InputProblem:
    """Return the problem of a file with more than ``most`` bytes."""
    megabytes = most // limits.MEGABYTE
    return problem_of(
        shown,
        f"文件超过{megabytes} MB，请只保留报告正文",
        f"it is larger than {megabytes} MB; keep only the text of the report",
    )


def problem_of(shown: str, zh: str, en: str, detail: str = "") -> InputProblem:
    """Return a problem whose sentence names the file; ``zh`` and ``en`` have no full stop."""
    return InputProblem(
        Message(f"不能读取“{shown}”：{zh}。", f"Cannot read “{shown}”: {en}."), detail
    )


_FIRST_WORDS = frozenset({"A", "All", "It", "One", "Reading", "The", "There", "This"})
"""Words that are capital at the start of a sentence only; names such as LibreOffice always are."""


def named(shown: str, problem: InputProblem) -> InputProblem:
    """Return a problem with the name of the file put before its sentence."""
    said = problem.message
    word = said.en.partition(" ")[0]
    en = said.en[:1].lower() + said.en[1:] if word in _FIRST_WORDS else said.en
    return InputProblem(
        Message(f"不能读取“{shown}”：{said.zh}", f"Cannot read “{shown}”: {en}"),
        problem.detail,
    )
