"""Files that are either written whole or not at all."""

import os
import tempfile
from pathlib import Path

from tracker.errors import ExportProblem, reason
from tracker.message import Message


def check_target(target: Path) -> None:
    """Check that a file could be written, before the work that fills it is done.

    Raises:
        ExportProblem: Its folder is missing, it is a folder itself, or writing is forbidden.
    """
    if target.is_dir():
        raise _refused(target, "它是文件夹", "it is a folder")
    if not target.parent.is_dir():
        raise _refused(target, "文件夹不存在", "there is no such folder")
    if not os.access(target.parent, os.W_OK | os.X_OK):
        raise _refused(target, "没有写入该文件夹的权限", "you may not write to its folder")
    if target.exists() and not os.access(target, os.W_OK):
        raise _refused(target, "没有改写该文件的权限", "you may not change it")


def _refused(target: Path, zh: str, en: str) -> ExportProblem:
    return ExportProblem(Message(f"无法写入 {target}：{zh}。", f"Cannot write {target}: {en}."))


def replace_file(target: Path, content: bytes) -> None:
    """Write a file beside the target and move it into place.

    An existing file stays as it was until the new one is complete and on the disk.

    Raises:
        ExportProblem: No permission, no such folder, full disk; no half file is left.
    """
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else _usual_mode()
        handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        why = reason(error)
        raise ExportProblem(
            Message(f"无法写入 {target}：{why.zh}。", f"Cannot write {target}: {why.en}."),
            detail=repr(error),
        ) from error


def _usual_mode() -> int:
    """Return the permissions that a new file would get."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
