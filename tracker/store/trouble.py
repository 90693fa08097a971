"""What can go wrong with a workspace file, as sentences for people.

SQLite's own texts name tables and pages; a person needs to know what happened and what to do.
No text of a document is ever part of a sentence or of its detail.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.errors import READ_ONLY, StoreProblem
from tracker.message import Message
from tracker.store.place import Place

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
_DENIED = {sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_TOOBIG, sqlite3.SQLITE_NOMEM}


def missing(path: Path) -> StoreProblem:
    """Return the problem of a file that is not there."""
    return StoreProblem(
        Message(f"找不到工作区文件“{path.name}”。", f"There is no workspace “{path.name}”.")
    )


def exists(path: Path) -> StoreProblem:
    """Return the problem of a new workspace whose place is taken."""
    return StoreProblem(
        Message(
            f"文件“{path.name}”已存在，请换一个名字或打开它。",
            f"“{path.name}” exists already; choose another name or open it.",
        )
    )


def foreign(path: Path) -> StoreProblem:
    """Return the problem of a file that is something else."""
    return StoreProblem(
        Message(
            f"“{path.name}”不是对账工作区文件，或已损坏；文件未作改动。",
            f"“{path.name}” is not a duizhang workspace, or it is damaged; it was left as it was.",
        )
    )


def damaged(path: Path, detail: str = "") -> StoreProblem:
    """Return the problem of a workspace whose content is broken."""
    return StoreProblem(
        Message(
            f"工作区文件“{path.name}”已损坏，未作改动；请从备份恢复。",
            f"The workspace “{path.name}” is damaged and was left as it was; restore a backup.",
        ),
        detail,
    )


def too_new(path: Path, version: int) -> StoreProblem:
    """Return the problem of a file that a newer program made."""
    return StoreProblem(
        Message(
            f"“{path.name}”由更新版本的对账程序创建，请升级程序后再打开；文件未作改动。",
            f"“{path.name}” was made by a newer version of duizhang; update the program to open "
            "it. The file was left as it was.",
        ),
        f"schema {version}",
    )


def locked(path: Path) -> StoreProblem:
    """Return the problem of a file that another program holds."""
    return StoreProblem(
        Message(
            f"另一个程序正在使用工作区“{path.name}”，请关闭它后重试；未作改动。",
            f"Another program is using the workspace “{path.name}”; close it and try again. "
            "Nothing was changed.",
        )
    )


def denied(path: Path, detail: str = "") -> StoreProblem:
    """Return the problem of a file that may not be read, or of a place that cannot be written."""
    if os.access(path, os.F_OK) and not os.access(path, os.R_OK):
        return StoreProblem(
            Message(
                f"没有权限读取“{path.name}”；请文件的主人准许您读取，或复制一份给您。",
                f"You may not read “{path.name}”; have its owner allow it, or give you a copy.",
            ),
            detail,
        )
    return StoreProblem(
        Message(
            f"无法写入“{path.name}”：文件或文件夹为只读，或没有权限；请复制到可写的文件夹。",
            f"“{path.name}” cannot be written: the file or its folder is read-only; copy it to a "
            "folder where you may write.",
        ),
        detail,
    )


def read_only(place: Place) -> StoreProblem:
    """Return the problem of a change to a workspace that can only be read."""
    return StoreProblem(
        Message(
            f"工作区“{place.name}”只能阅读，改动没有保存：文件或所在文件夹不可写。"
            "请另存副本，在副本里工作。",
            f"The workspace “{place.name}” can only be read, so this was not saved: the file or "
            "its folder cannot be written. Save a copy and work in that.",
        ),
        READ_ONLY,
    )


def moved(path: Path, detail: str = "") -> StoreProblem:
    """Return the problem of an open workspace whose file is no longer where it was."""
    return StoreProblem(
        Message(
            f"工作区“{path.name}”已不在原处：打开期间被移动、改名、删除或替换，之后的改动没有保存。"
            "请放回原处，或从“文件 › 打开工作区”打开现在的文件；也可用“编辑 › 自动副本”。",
            f"The workspace “{path.name}” is no longer where it was: it was moved, renamed, "
            "deleted or replaced while it was open, and this was not saved. Put it back, or "
            "open the file where it is now (File, Open); or take a copy (Edit, Automatic copies).",
        ),
        detail,
    )


def full(path: Path, detail: str = "") -> StoreProblem:
    """Return the problem of a disk that takes no more."""
    return StoreProblem(
        Message(
            f"无法保存到“{path.name}”：磁盘已满或写入失败；此前的内容完好，请腾出空间后重试。",
            f"“{path.name}” could not be saved: the disk is full or failed; everything before is "
            "safe. Free some space and try again.",
        ),
        detail,
    )


def problem_of(error: sqlite3.Error, path: Path) -> StoreProblem:
    """Return the sentence for an error of SQLite."""
    code = getattr(error, "sqlite_errorcode", 0)
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    primary = code & 0xFF
    if primary in _BUSY:
        return locked(path)
    if code == sqlite3.SQLITE_READONLY_DBMOVED or (primary in _DENIED and _is_gone(path)):
        return moved(path, name)
    if primary in _DENIED:
        return denied(path, name)
    if primary in _FULL:
        return full(path, name)
    return damaged(path, name)


def _is_gone(path: Path) -> bool:
    """Tell whether an open file went away; where even its folder cannot be asked, it did not."""
    try:
        return path.parent.is_dir() and not path.exists()
    except OSError:
        return False


def problem_of_system(error: OSError, path: Path) -> StoreProblem:
    """Return the sentence for an error of the file system."""
    if isinstance(error, FileNotFoundError):
        return missing(path)
    if isinstance(error, PermissionError):
        return denied(path, type(error).__name__)
    return full(path, type(error).__name__)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and of the file system into ``StoreProblem``.

    Statements are fixed and tested, so one that SQLite does not understand
    (``sqlite3.OperationalError``) means that the tables of the file are broken. Wrong use of the
    library (``ProgrammingError``, ``IntegrityError`` and the like) is our bug and passes through.
    """
    # The sentences above are also said where SQLAlchemy is not loaded.
    from sqlalchemy.exc import DBAPIError  # noqa: PLC0415

    try:
        yield
    except DBAPIError as error:
        if not isinstance(error.orig, sqlite3.Error) or not _is_the_files_fault(error.orig):
            raise
        raise problem_of(error.orig, path) from None
    except sqlite3.Error as error:
        if not _is_the_files_fault(error):
            raise
        raise problem_of(error, path) from None
    except UnicodeDecodeError:
        # SQLite's text about broken table definitions holds their bytes, and Python's module
        # cannot decode it.
        raise damaged(path, "text") from None
    except OSError as error:
        raise problem_of_system(error, path) from None


def _is_the_files_fault(error: sqlite3.Error) -> bool:
    # Exactly these two: the other classes derive from DatabaseError.
    return type(error) in {sqlite3.OperationalError, sqlite3.DatabaseError}
