"""Which sections of two reports belong together, as people said: rows and values."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, or_, select

from tracker.model.ids import ReportId
from tracker.model.library import HandLink, HandLinkKind
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.store.changes import Row
from tracker.store.database import now
from tracker.store.journal import Recorder
from tracker.store.schema import section_link


def links_of(connection: Connection, report_id: ReportId) -> tuple[HandLink, ...]:
    """Return every link by hand that names a report."""
    return _links(
        connection,
        or_(section_link.c.earlier_id == report_id, section_link.c.later_id == report_id),
    )


def links_between(
    connection: Connection, earlier: ReportId, later: ReportId
) -> tuple[HandLink, ...]:
    """Return the links by hand of two reports, by place."""
    return _links(
        connection, and_(section_link.c.earlier_id == earlier, section_link.c.later_id == later)
    )


def signed_links(
    connection: Connection, earlier: ReportId, later: ReportId
) -> tuple[tuple[HandLink, str, datetime], ...]:
    """Return the links by hand of two reports with who made them and when, the latest first."""
    which = and_(section_link.c.earlier_id == earlier, section_link.c.later_id == later)
    rows = connection.execute(select(section_link).where(which).order_by(section_link.c.at.desc()))
    return tuple(
        (_link(row), row["user"], datetime.fromisoformat(row["at"])) for row in rows.mappings()
    )


def _links(connection: Connection, which: ColumnElement[bool]) -> tuple[HandLink, ...]:
    order = (section_link.c.earlier_start, section_link.c.later_start)
    rows = connection.execute(select(section_link).where(which).order_by(*order))
    return tuple(_link(row) for row in rows.mappings())


def _link(row: RowMapping) -> HandLink:
    kind = HandLinkKind(row["kind"])
    # A section without a counterpart still names the other report, by an empty anchor.
    earlier = Anchor(
        ReportId(row["earlier_id"]),
        Span(max(0, row["earlier_start"]), max(0, row["earlier_end"])),
        row["earlier_heading"],
    )
    later = Anchor(
        ReportId(row["later_id"]),
        Span(max(0, row["later_start"]), max(0, row["later_end"])),
        row["later_heading"],
    )
    return HandLink(kind, earlier, later)


def put_link(recorder: Recorder, link: HandLink, user: str) -> None:
    """Keep a link by hand; it takes the place of what was said of the same two sections."""
    row = {**_link_key(link), **_link_rest(link), "user": user, "at": now().isoformat()}
    recorder.put(section_link, row)


def take_link(recorder: Recorder, link: HandLink) -> None:
    """Take a link by hand back."""
    recorder.take(section_link, _link_key(link))


def _link_key(link: HandLink) -> Row:
    alone, new = link.kind is HandLinkKind.ALONE, link.kind is HandLinkKind.NEW
    return {
        "earlier_id": link.earlier.report_id,
        "earlier_start": -1 if new else link.earlier.span.start,
        "later_id": link.later.report_id,
        "later_start": -1 if alone else link.later.span.start,
    }


def _link_rest(link: HandLink) -> Row:
    alone, new = link.kind is HandLinkKind.ALONE, link.kind is HandLinkKind.NEW
    return {
        "earlier_end": -1 if new else link.earlier.span.end,
        "earlier_heading": "" if new else link.earlier.quote,
        "later_end": -1 if alone else link.later.span.end,
        "later_heading": "" if alone else link.later.quote,
        "kind": link.kind.value,
    }
