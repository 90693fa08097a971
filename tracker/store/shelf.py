"""Reports of a workspace: bytes, list columns, corrections and links, as rows and as values."""

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from tracker.model.ids import ReportId
from tracker.model.library import (
    HandLink,
    HandLinkKind,
    MetadataCorrection,
    ReportEntry,
    RoleCorrection,
)
from tracker.model.mark import Anchor
from tracker.model.report import Region, RegionLevel, Report, ReportKind
from tracker.model.span import Span
from tracker.store import codec
from tracker.store.database import now
from tracker.store.journal import Recorder, Row
from tracker.store.schema import content, correction, mark, report, section_link, summary

METADATA = "metadata"
"""Subject of the one row that corrects a report's head."""


def add_content(connection: Connection, report_id: ReportId, name: str, data: bytes) -> None:
    """Keep the original bytes of a report, once."""
    row = {"report_id": report_id, "name": name, "data": data}
    connection.execute(upsert(content).values(row).on_conflict_do_nothing())


def get_content(connection: Connection, report_id: ReportId) -> tuple[str, bytes] | None:
    """Return name and original bytes of a report, or None."""
    found = connection.execute(
        select(content.c.name, content.c.data).where(content.c.report_id == report_id)
    ).first()
    return None if found is None else (found.name, found.data)


def shelve(
    recorder: Recorder, report_id: ReportId, name: str, replaces: ReportId | None = None
) -> None:
    """Put a report into the library."""
    row = {"report_id": report_id, "name": name, "added_at": now().isoformat()}
    recorder.put(report, {**row, "replaces": replaces})


def unshelve(recorder: Recorder, report_id: ReportId) -> None:
    """Take a report out of the library; its bytes stay for undo."""
    recorder.take(report, {"report_id": report_id})


def is_shelved(connection: Connection, report_id: ReportId) -> bool:
    """Tell whether a report is in the library."""
    query = select(report.c.report_id).where(report.c.report_id == report_id)
    return connection.scalar(query) is not None


def shelved_ids(connection: Connection, prefix: str = "") -> tuple[ReportId, ...]:
    """Return the reports of the library whose id begins with ``prefix``."""
    query = select(report.c.report_id).order_by(report.c.report_id)
    if prefix:
        query = query.where(report.c.report_id.between(prefix, prefix + "~"))
    return tuple(ReportId(found) for found in connection.scalars(query))


def put_summary(connection: Connection, read: Report) -> None:
    """Keep what lists show of a report, as the program read it."""
    region = read.meta.region
    values: Row = {
        "title": read.meta.title,
        "region_name": "" if region is None else region.name,
        "region_code": "" if region is None else region.code,
        "level": None if region is None else region.level.value,
        "year": read.meta.year,
        "kind": read.meta.kind.value,
        "n_warnings": len(read.diagnostics),
    }
    statement = upsert(summary).values(report_id=read.id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["report_id"], set_=values))


def put_n_commitments(connection: Connection, report_id: ReportId, number: int) -> None:
    """Keep how many promises a report has."""
    connection.execute(
        update(summary).where(summary.c.report_id == report_id).values(n_commitments=number)
    )


def entries(connection: Connection, report_id: ReportId | None = None) -> tuple[ReportEntry, ...]:
    """Return one line per report, or that of one, corrected; by region, year and name."""
    marked = (
        select(mark.c.report_id, func.count().label("n_marked"))
        .where(mark.c.verdict.is_not(None), mark.c.lost.is_(False))
        .group_by(mark.c.report_id)
        .subquery()
    )
    fixed = and_(correction.c.report_id == report.c.report_id, correction.c.subject == METADATA)
    query = (
        select(
            report.c.report_id,
            report.c.name,
            *(column for column in summary.c if column.name != "report_id"),
            func.coalesce(marked.c.n_marked, 0).label("n_marked"),
            correction.c.payload,
        )
        .select_from(report)
        .outerjoin(summary, summary.c.report_id == report.c.report_id)
        .outerjoin(marked, marked.c.report_id == report.c.report_id)
        .outerjoin(correction, fixed)
    )
    if report_id is not None:
        query = query.where(report.c.report_id == report_id)
    found = [_entry(row) for row in connection.execute(query).mappings()]
    return tuple(
        sorted(found, key=lambda e: (e.region_code, e.region_name, e.year or 0, e.name, e.id))
    )


def _entry(row: RowMapping) -> ReportEntry:
    payload = row["payload"]
    said = MetadataCorrection()
    if payload is not None:
        said = codec.decode_kept(payload, MetadataCorrection)
    read: Row = {
        "title": row["title"] or "",
        "year": row["year"],
        "kind": ReportKind(row["kind"] or ReportKind.OTHER),
        "region": None,
    }
    if row["level"] is not None:
        level = RegionLevel(row["level"])
        read["region"] = Region(row["region_name"], level, row["region_code"])
    known = read | said.given()
    region: Region | None = known["region"]
    return ReportEntry(
        id=ReportId(row["report_id"]),
        name=row["name"],
        title=known["title"],
        region_name="" if region is None else region.name,
        region_code="" if region is None else region.code,
        level=None if region is None else region.level,
        year=known["year"],
        kind=known["kind"],
        n_warnings=row["n_warnings"] or 0,
        n_commitments=row["n_commitments"],
        n_marked=row["n_marked"],
    )


def metadata_correction(connection: Connection, report_id: ReportId) -> MetadataCorrection:
    """Return what people corrected in the head of a report."""
    payload = connection.scalar(
        select(correction.c.payload).where(
            correction.c.report_id == report_id, correction.c.subject == METADATA
        )
    )
    if payload is None:
        return MetadataCorrection()
    return codec.decode_kept(payload, MetadataCorrection)


def role_corrections(connection: Connection, report_id: ReportId) -> tuple[RoleCorrection, ...]:
    """Return the roles that people gave to sections of a report, by place."""
    query = select(correction.c.payload).where(
        correction.c.report_id == report_id, correction.c.subject != METADATA
    )
    found = [codec.decode_kept(data, RoleCorrection) for data in connection.scalars(query)]
    return tuple(sorted(found, key=lambda c: c.heading.span))


def put_metadata_correction(
    recorder: Recorder, report_id: ReportId, value: MetadataCorrection, user: str
) -> None:
    """Keep what a person corrected in the head of a report; nothing takes it back."""
    if value == MetadataCorrection():
        recorder.take(correction, {"report_id": report_id, "subject": METADATA})
    else:
        recorder.put(correction, _correction(report_id, METADATA, value, user))


def put_role_correction(recorder: Recorder, value: RoleCorrection, user: str) -> None:
    """Keep the role that a person gave to a section."""
    subject = _subject(value.heading)
    recorder.put(correction, _correction(value.heading.report_id, subject, value, user))


def take_role_correction(recorder: Recorder, heading: Anchor) -> None:
    """Take a person's role of a section back."""
    recorder.take(correction, {"report_id": heading.report_id, "subject": _subject(heading)})


def _subject(heading: Anchor) -> str:
    return f"role {heading.span.start}"


def _correction(report_id: ReportId, subject: str, value: object, user: str) -> Row:
    return {
        "report_id": report_id,
        "subject": subject,
        "payload": codec.encode(value),
        "user": user,
        "at": now().isoformat(),
    }


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


def _links(connection: Connection, which: ColumnElement[bool]) -> tuple[HandLink, ...]:
    order = (section_link.c.earlier_start, section_link.c.later_start)
    rows = connection.execute(select(section_link).where(which).order_by(*order))
    return tuple(_link(row) for row in rows.mappings())


def _link(row: RowMapping) -> HandLink:
    kind = HandLinkKind(row["kind"])
    earlier = Anchor(
        ReportId(row["earlier_id"]),
        Span(row["earlier_start"], row["earlier_end"]),
        row["earlier_heading"],
    )
    # A section that stands alone still names the later report, by an empty anchor.
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
    alone = link.kind is HandLinkKind.ALONE
    return {
        "earlier_id": link.earlier.report_id,
        "earlier_start": link.earlier.span.start,
        "later_id": link.later.report_id,
        "later_start": -1 if alone else link.later.span.start,
    }


def _link_rest(link: HandLink) -> Row:
    alone = link.kind is HandLinkKind.ALONE
    return {
        "earlier_end": link.earlier.span.end,
        "earlier_heading": link.earlier.quote,
        "later_end": -1 if alone else link.later.span.end,
        "later_heading": "" if alone else link.later.quote,
        "kind": link.kind.value,
    }
