"""Work on one of many that may fail without stopping the others (一份出错，其余照做).

The interface is ``Attempt``: a block that ends where something in it fails, and knows why.

    with Attempt() as attempt:
        return read(report)
    return row_of(attempt.why)
"""

from types import TracebackType
from typing import Self

from tracker.errors import ExportProblem, Stopped, TrackerError
from tracker.message import Message


class Attempt:
    """A block whose failure is kept, not passed on.

    It is for work on one report, or one pair, among many: whatever fails there, a damaged report
    or a bug of a stage, is told of that one. What stops all of them goes on its way: output that
    cannot be written, and a person who does not want to wait.

    Attributes:
        problem: Why it failed, as one sentence; None as long as it did not.
        error: What was raised.
    """

    def __init__(self) -> None:
        self.problem: Message | None = None
        self.error: Exception | None = None

    def __enter__(self) -> Self:
        return self

    @property
    def why(self) -> Message:
        """Why it failed; asked only where it did.

        Raises:
            ValueError: It did not.
        """
        if self.problem is None:
            raise ValueError("nothing failed")
        return self.problem

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool:
        """Keep what was raised, unless it is more than the failure of this one."""
        if not isinstance(error, Exception) or isinstance(error, ExportProblem | Stopped):
            return False
        self.error, self.problem = error, problem_of(error)
        return True


def problem_of(error: BaseException) -> Message:
    """Return an error as one sentence; of a bug only its kind, never words of a document."""
    if isinstance(error, TrackerError):
        return error.message
    name = type(error).__name__
    return Message(
        f"程序在处理它时出错（{name}）；请把这份文件和本句告诉开发者。",
        f"The program failed on it ({name}); please tell the developers, with the file.",
    )
