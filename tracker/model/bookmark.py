"""Bookmarks and notes (书签与批注): places that a person wants to find again, and why.

They stand apart from marks: a mark judges a promise, a bookmark only remembers a passage, of any
part of a report.
"""

from dataclasses import dataclass
from datetime import datetime

from tracker.model.ids import BookmarkId
from tracker.model.mark import Anchor


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A passage that a person put a sign on.

    Attributes:
        id: What the workspace knows it by.
        anchor: The passage; its quote is what stood there when the sign was put.
        note: The person's words on it, or "" for a bare bookmark.
        user: Who put it, or wrote its words last.
        at: When (UTC).
        lost: The passage is gone from the report: ``anchor`` is where it stood.
    """

    id: BookmarkId
    anchor: Anchor
    note: str
    user: str
    at: datetime
    lost: bool = False
