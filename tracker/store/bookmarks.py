"""Bookmarks and notes as rows and as values."""

from dataclasses import replace

from sqlalchemy import Connection, select

from tracker.model.bookmark import Bookmark
from tracker.model.ids import BookmarkId, ReportId
from tracker.store import codec
from tracker.store.changes import Row
from tracker.store.journal import Recorder
from tracker.store.schema import bookmark


def bookmarks(connection: Connection, report_id: ReportId | None = None) -> tuple[Bookmark, ...]:
    """Return the bookmarks of all reports, or of one, by report and place."""
    query = select(bookmark.c.bookmark_id, bookmark.c.payload)
    if report_id is not None:
        query = query.where(bookmark.c.report_id == report_id)
    order = (bookmark.c.report_id, bookmark.c.start, bookmark.c.bookmark_id)
    rows = connection.execute(query.order_by(*order))
    return tuple(_decoded(number, data) for number, data in rows)


def find_bookmark(connection: Connection, wanted: BookmarkId) -> Bookmark | None:
    """Return one bookmark, or None."""
    query = select(bookmark.c.payload).where(bookmark.c.bookmark_id == wanted)
    data = connection.scalar(query)
    return None if data is None else _decoded(wanted, data)


def _decoded(number: int, data: bytes) -> Bookmark:
    return replace(codec.decode_kept(data, Bookmark), id=BookmarkId(number))


def add_bookmark(recorder: Recorder, value: Bookmark) -> Bookmark:
    """Keep a new bookmark; return it with the number that it got."""
    return replace(value, id=BookmarkId(recorder.add(bookmark, _row(value))))


def put_bookmark(recorder: Recorder, value: Bookmark) -> None:
    """Keep a bookmark in the place of what was said under its number."""
    recorder.put(bookmark, {"bookmark_id": value.id, **_row(value)})


def take_bookmark(recorder: Recorder, wanted: BookmarkId) -> None:
    """Take a bookmark away."""
    recorder.take(bookmark, {"bookmark_id": wanted})


def _row(value: Bookmark) -> Row:
    # The number stands in the row alone, so that the payload of one passage is always the same.
    return {
        "report_id": value.anchor.report_id,
        "start": value.anchor.span.start,
        "payload": codec.encode(replace(value, id=BookmarkId(0))),
    }
