"""Reports of a workspace: bytes, list columns, corrections and links, as rows and as values."""

import hashlib
from collections.abc import Collection, Sequence

from sqlalchemy import (
    Connection,
    RowMapping,
    Select,
    SelectBase,
    and_,
    func,
    select,
    union,
    update,
)

from tracker.model.draft import Corrections
from tracker.model.ids import ReportId
from tracker.model.library import (
    AnchoredLine,
    MetadataCorrection,
    ReportEntry,
    ReportHead,
    RoleCorrection,
)
from tracker.model.mark import Anchor
from tracker.model.report import Region, RegionLevel, ReportKind
from tracker.model.source import SourceDocument, SourceText
from tracker.store import codec
from tracker.store.changes import Row
from tracker.store.database import now
from tracker.store.dialect import begins, upsert
from tracker.store.journal import Listener, Recorder
from tracker.store.schema import (
    bookmark,
    content,
    correction,
    mark,
    report,
    summary,
)

METADATA = "metadata"
"""Subject of the one row that corrects a report's head."""

_ROLE, _LINE = "role ", "line "
"""First words of the subjects of rows on sections and on lines."""


def keep_source(recorder: Recorder, report_id: ReportId, name: str, data: bytes, text: Row) -> None:
    """Keep the original bytes of a report, once, and its text as it was read now.

    ``text`` is the text as columns, see ``packed_source``.
    """
    row = {"report_id": report_id, "name": name, "data": codec.fold(data), **text}
    statement = upsert(recorder.connection, content).values(row)
    recorder.connection.execute(statement.on_conflict_do_nothing())
    # Bytes that an undone import left there may have been read otherwise then.
    recorder.change(content, {"report_id": report_id}, text)


def packed_source(source: SourceDocument) -> Row:
    """Return the text of a document as columns of ``content``."""
    text = SourceText(source.text, source.layout, source.encoding, source.remarks)
    encoded = codec.encode(text)
    reading = hashlib.sha256(encoded).hexdigest()
    return {"source": codec.squeeze(encoded), "reading": reading}


def fill_source(connection: Connection, source: SourceDocument) -> str:
    """Keep the text of a report that had none yet; return the name of the reading."""
    row = packed_source(source)
    connection.execute(update(content).where(content.c.report_id == source.id).values(row))
    return str(row["reading"])


def reading_of(connection: Connection, report_id: ReportId) -> str | None:
    """Return the name of the reading of a report that is kept, or None."""
    found = connection.scalar(select(content.c.reading).where(content.c.report_id == report_id))
    return None if found is None else str(found)


def get_source(connection: Connection, report_id: ReportId) -> SourceDocument | None:
    """Return the text of a report as it was read, or None when none is kept."""
    found = connection.execute(
        select(content.c.name, content.c.source).where(content.c.report_id == report_id)
    ).first()
    read = None if found is None or not found.source else codec.unpack(found.source, SourceText)
    if found is None or read is None:
        return None
    return SourceDocument(
        report_id, found.name, read.text, read.layout, read.encoding, read.remarks
    )


def get_content(connection: Connection, report_id: ReportId) -> tuple[str, bytes] | None:
    """Return name and original bytes of a report, or None."""
    found = connection.execute(
        select(content.c.name, content.c.data).where(content.c.report_id == report_id)
    ).first()
    return None if found is None else (found.name, codec.unfold(found.data))


def shelve(
    recorder: Recorder, report_id: ReportId, name: str, replaces: ReportId | None = None
) -> None:
    """Put a report into the library."""
    row = {"report_id": report_id, "name": name, "added_at": now().isoformat()}
    recorder.put(report, {**row, "replaces": replaces})


def unshelve(recorder: Recorder, report_id: ReportId) -> None:
    """Take a report out of the library; its bytes stay for undo."""
    recorder.take(report, {"report_id": report_id})


def rename(recorder: Recorder, report_id: ReportId, name: str) -> None:
    """Give a report of the library another name."""
    recorder.change(report, {"report_id": report_id}, {"name": name})


def is_shelved(connection: Connection, report_id: ReportId) -> bool:
    """Tell whether a report is in the library."""
    wanted = report.c.report_id == report_id
    return connection.scalar(select(report.c.report_id).where(wanted)) is not None


def shelved_ids(connection: Connection, prefix: str = "") -> tuple[ReportId, ...]:
    """Return the reports of the library whose id begins with ``prefix``."""
    query = select(report.c.report_id).order_by(report.c.report_id)
    if prefix:
        query = query.where(begins(report.c.report_id, prefix))
    return tuple(ReportId(found) for found in connection.scalars(query))


def entries(connection: Connection, report_id: ReportId | None = None) -> tuple[ReportEntry, ...]:
    """Return one line per report, or that of one, corrected; by region, year and name."""
    return _entries(connection, None if report_id is None else _named(report_id))


_FEW = 500
"""Reports that a statement names one by one: SQLite takes some thousand names at most."""


def entries_of(connection: Connection, report_ids: Collection[ReportId]) -> tuple[ReportEntry, ...]:
    """Return the lines of some reports, corrected; by region, year and name."""
    if len(report_ids) <= _FEW:
        return _entries(connection, _named(*report_ids)) if report_ids else ()
    return tuple(entry for entry in entries(connection) if entry.id in report_ids)


def entries_besides(connection: Connection, known: Collection[ReportId]) -> tuple[ReportEntry, ...]:
    """Return the lines of all reports but some, corrected; by region, year and name."""
    return entries_of(connection, set(shelved_ids(connection)).difference(known))


def entries_near(connection: Connection, read: ReportHead) -> tuple[ReportEntry, ...]:
    """Return the lines of all reports that may be the same as this one, and of some that are not.

    These are the file itself and those of its text, of its region and year, and every report
    whose head was set right.
    """
    region = read.meta.region
    of_its_head = and_(
        summary.c.year == read.meta.year,
        summary.c.region_code == (region.code if region else None),
    )
    # Three ways in, each by its own index: one condition for all would read the whole library.
    near = union(
        _named(read.id),
        select(summary.c.report_id).where(summary.c.text_hash == read.text_hash),
        select(summary.c.report_id).where(of_its_head),
        select(correction.c.report_id).where(correction.c.subject == METADATA),
    )
    return _entries(connection, near)


def entries_beside(connection: Connection, report_id: ReportId) -> tuple[ReportEntry, ...]:
    """Return the lines of all reports of the region of one, and of some others.

    Those are the ones whose head was set right: they may be of any region.
    """
    own = next(iter(entries(connection, report_id)), None)
    if own is None:
        return ()
    beside = union(
        _named(report_id),
        select(summary.c.report_id).where(
            summary.c.region_code == own.region_code, summary.c.region_code != ""
        ),
        select(summary.c.report_id).where(summary.c.region_name == own.region_name),
        select(correction.c.report_id).where(correction.c.subject == METADATA),
    )
    return _entries(connection, beside)


def _named(*report_ids: ReportId) -> Select[tuple[str]]:
    return select(report.c.report_id).where(report.c.report_id.in_(report_ids))


def _entries(connection: Connection, wanted: SelectBase | None) -> tuple[ReportEntry, ...]:
    """Return the lines of all reports, or of those that ``wanted`` selects the ids of."""
    count_marks = select(mark.c.report_id, func.count().label("n_marked")).where(
        mark.c.verdict.is_not(None), mark.c.lost.is_(False), mark.c.reader == ""
    )
    count_bookmarks = select(bookmark.c.report_id, func.count().label("n_bookmarks"))
    if wanted is not None:  # what is said of the others need not be counted
        count_marks = count_marks.where(mark.c.report_id.in_(wanted))
        count_bookmarks = count_bookmarks.where(bookmark.c.report_id.in_(wanted))
    marked = count_marks.group_by(mark.c.report_id).subquery()
    kept = count_bookmarks.group_by(bookmark.c.report_id).subquery()
    fixed = and_(correction.c.report_id == report.c.report_id, correction.c.subject == METADATA)
    query = (
        select(
            report.c.report_id,
            report.c.name,
            *(c for c in summary.c if c.name not in {"report_id", "text_hash"}),
            func.coalesce(marked.c.n_marked, 0).label("n_marked"),
            func.coalesce(kept.c.n_bookmarks, 0).label("n_bookmarks"),
            correction.c.payload,
        )
        .select_from(report)
        .outerjoin(summary, summary.c.report_id == report.c.report_id)
        .outerjoin(marked, marked.c.report_id == report.c.report_id)
        .outerjoin(kept, kept.c.report_id == report.c.report_id)
        .outerjoin(correction, fixed)
    )
    if wanted is not None:
        query = query.where(report.c.report_id.in_(wanted))
    found = [_entry(row) for row in connection.execute(query).mappings()]
    return tuple(sorted(found, key=lambda entry: entry.place))


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
        n_bookmarks=row["n_bookmarks"],
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


def corrections(connection: Connection, report_id: ReportId) -> Corrections:
    """Return all that people said about a report itself, roles and lines by place."""
    query = select(correction.c.subject, correction.c.payload).where(
        correction.c.report_id == report_id
    )
    rows = connection.execute(query).all()
    roles = [
        codec.decode_kept(r.payload, RoleCorrection) for r in rows if r.subject.startswith(_ROLE)
    ]
    lines = [
        codec.decode_kept(r.payload, AnchoredLine) for r in rows if r.subject.startswith(_LINE)
    ]
    return Corrections(
        metadata_correction(connection, report_id),
        tuple(sorted(roles, key=lambda c: c.heading.span)),
        tuple(sorted(lines, key=lambda c: c.place.span)),
    )


def put_metadata_correction(
    recorder: Recorder, report_id: ReportId, value: MetadataCorrection, user: str
) -> None:
    """Keep what a person corrected in the head of a report; nothing takes it back."""
    if value == MetadataCorrection():
        recorder.take(correction, {"report_id": report_id, "subject": METADATA})
    else:
        recorder.put(correction, _correction(report_id, METADATA, value, user))


def put_corrections(recorder: Recorder, report_id: ReportId, said: Corrections, user: str) -> None:
    """Keep exactly these corrections of a report; what was said before and is not in them goes."""
    before = corrections(recorder.connection, report_id)
    put_metadata_correction(recorder, report_id, said.metadata, user)
    wanted: dict[str, object] = {_subject(_ROLE, one.heading): one for one in said.roles}
    wanted |= {_subject(_LINE, one.place): one for one in said.lines if not one.is_empty}
    known = {_subject(_ROLE, one.heading) for one in before.roles}
    known |= {_subject(_LINE, one.place) for one in before.lines}
    for subject in sorted(known - wanted.keys()):
        recorder.take(correction, {"report_id": report_id, "subject": subject})
    for subject, value in wanted.items():
        recorder.put(correction, _correction(report_id, subject, value, user))


def _subject(kind: str, place: Anchor) -> str:
    return f"{kind}{place.span.start}"


def _correction(report_id: ReportId, subject: str, value: object, user: str) -> Row:
    return {
        "report_id": report_id,
        "subject": subject,
        "payload": codec.encode(value),
        "user": user,
        "at": now().isoformat(),
    }


def listening(also: Sequence[Listener], touched: set[ReportId]) -> Listener:
    """Return what collects the reports whose text or corrections undo and redo change.

    Args:
        also: Others that are told of each row.
        touched: Gets the reports.
    """

    def note(connection: Connection, table: str, until: Row | None, then: Row | None) -> None:
        for listener in also:
            listener(connection, table, until, then)
        row = until if then is None else then
        if table in {content.name, correction.name} and row is not None:
            touched.add(ReportId(row["report_id"]))

    return note
