"""The open workspace: what is looked at, what is told, what is done to the library."""

from desktop.session.notice import Notice, Tone
from desktop.session.session import Session

__all__ = ["Notice", "Session", "Tone"]
