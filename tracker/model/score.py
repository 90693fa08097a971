"""Scores that can be explained: named parts instead of a bare number."""

from dataclasses import dataclass

from tracker.message import Message


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One reason for a score.

    Attributes:
        name: Stable short name (``heading``, ``body``, ``names``, ``figures``, ``place``).
        value: 0 to 1.
        words: The words or names that both sides share, most telling first.
    """

    name: str
    value: float
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """How well two things belong together (0 to 1), with the parts it was made of."""

    value: float
    parts: tuple[ScorePart, ...]
    reason: Message
