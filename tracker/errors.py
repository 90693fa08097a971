"""Every error that leaves the core, sorted by who can act on it.

    TrackerError            has a ``Message`` (one sentence: what is wrong, what to do)
    |-- InputProblem        the file: unreadable, unsupported, empty, not a report
    |-- StoreProblem        the workspace: locked, damaged, full disk, made by a newer version
    |-- ExportProblem       the output: cannot be written, unknown format
    |-- Stopped             nobody: the person did not want to wait for it
    `-- InternalFault       the program: a bug of ours

Strange text is never an error: stages return what they found together with diagnostics.
"""

import errno

from tracker.message import Message

READ_ONLY = "read-only"
"""Detail of the problem of a workspace that can only be read."""


class TrackerError(Exception):
    """Base of all errors that the program shows as one sentence.

    Args:
        message: What is wrong and what to do, in both languages.
        detail: Technical detail for the error report; never text of a document.
    """

    def __init__(self, message: Message, detail: str = "") -> None:
        super().__init__(message.en)
        self.message = message
        self.detail = detail

    def __reduce__(self) -> tuple[type["TrackerError"], tuple[object, ...]]:
        """Come whole out of another process."""
        return type(self), (self.message, self.detail)


class InputProblem(TrackerError):
    """A file that cannot be used: the person must choose or mend another."""


class StoreProblem(TrackerError):
    """A workspace that cannot be read or written; the file was left as it was."""


class ExportProblem(TrackerError):
    """An output that cannot be written."""


class InternalFault(TrackerError):
    """A broken invariant of the program itself."""


class Stopped(TrackerError):
    """Work that a person called off; nothing was done that has to be undone."""

    def __init__(self) -> None:
        super().__init__(Message("已按要求停止。", "Stopped as asked."))

    def __reduce__(self) -> tuple[type["TrackerError"], tuple[object, ...]]:
        """Come whole out of another process."""
        return type(self), ()


_REASONS = {
    errno.ENOSPC: Message("磁盘已满", "the disk is full"),
    errno.EDQUOT: Message("磁盘配额已用完", "the disk quota is used up"),
    errno.EACCES: Message("没有权限", "there is no permission"),
    errno.EPERM: Message("没有权限", "there is no permission"),
    errno.EROFS: Message("这个磁盘只能读取", "the disk can only be read"),
    errno.ENOENT: Message("没有这个文件或文件夹", "there is no such file or folder"),
    errno.ENOTDIR: Message("路径中有一段不是文件夹", "a part of the path is no folder"),
    errno.EISDIR: Message("这是文件夹", "it is a folder"),
    errno.ENAMETOOLONG: Message("名称太长", "the name is too long"),
    errno.EBUSY: Message("正被其他程序使用", "another program uses it"),
    errno.EIO: Message("磁盘读写出错", "the disk failed"),
}
"""What the system says about files most often; it says it in its own language, not in ours."""


def reason(error: OSError) -> Message:
    """Return why the system refused something, as the end of a sentence."""
    own = error.strerror or type(error).__name__
    return _REASONS.get(error.errno or 0, Message(own, own))
