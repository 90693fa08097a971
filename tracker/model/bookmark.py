"""Bookmarks and notes (书签与批注): places that a person wants to find again, and why.

They stand apart from marks: a mark judges a promise, a bookmark only remembers a passage, of any
part of a report.
"""

from dataclasses import dataclass
from datetime import datetime

from tracker.message import Message
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


@dataclass(frozen=True, slots=True)
class ListedBookmark:
    """A bookmark with everything that a list of them shows, so that no text need be there.

    Attributes:
        bookmark: The bookmark.
        document: What its document is called where it is cited.
        trail: Headings that the passage stands under, the topmost first; empty when it is lost.
        place: Its page or line; None when it is lost.
        quote: Its words as they are quoted.
        citation: The same with where it stands.
    """

    bookmark: Bookmark
    document: Message
    trail: tuple[str, ...]
    place: Message | None
    quote: str
    citation: Message
