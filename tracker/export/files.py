"""Files that are either written whole or not at all."""

import os
import tempfile
from pathlib import Path

from tracker.errors import ExportProblem
from tracker.message import Message


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
        why = error.strerror or type(error).__name__
        raise ExportProblem(
            Message(f"无法写入 {target}：{why}。", f"Cannot write {target}: {why}."),
            detail=repr(error),
        ) from error


def _usual_mode() -> int:
    """Return the permissions that a new file would get."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
