"""What the program tells a person, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.message import Message


class Tone(Enum):
    """How a notice is meant."""

    DONE = "done"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the message bar.

    Attributes:
        tone: Outcome, warning or problem.
        message: What happened and what to do next.
        path: A file that was written and can be opened, or None.
        action: Name of the action that shows more, or "".
    """

    tone: Tone
    message: Message
    path: Path | None = None
    action: str = ""
