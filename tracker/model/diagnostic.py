"""What a stage wants a person to know about a text (提示): never a failure."""

from dataclasses import dataclass

from tracker.message import Message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One remark of a stage.

    Attributes:
        code: Stable short name, e.g. ``region-unknown``.
        message: The remark in both languages.
        line: 1-based source line, or None when it is about the whole report.
    """

    code: str
    message: Message
    line: int | None = None
