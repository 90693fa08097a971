"""Every error that leaves the core, sorted by who can act on it.

    TrackerError            has a ``Message`` (one sentence: what is wrong, what to do)
    |-- InputProblem        the file: unreadable, unsupported, empty, not a report
    |-- StoreProblem        the workspace: locked, damaged, full disk, made by a newer version
    |-- ExportProblem       the output: cannot be written, unknown format
    |-- Stopped             nobody: the person did not want to wait for it
    `-- InternalFault       the program: a bug of ours

Strange text is never an error: stages return what they found together with diagnostics.
"""

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
