"""Erasing a report for good: every row of the file that holds a word of it.

Deleted pages are overwritten (``secure_delete``) and the file is rewritten afterwards, so the
words are not on the disk any more either.
"""

from dataclasses import replace

from sqlalchemy import Connection, Table, delete, or_, select, update

from tracker.model.ids import ReportId
from tracker.model.mark import Mark
from tracker.store import codec, word_index
from tracker.store.changes import Row, Touched
from tracker.store.journal import drop_content
from tracker.store.schema import (
    action,
    action_row,
    bookmark,
    correction,
    mark,
    mark_event,
    match_decision,
    name_pair,
    promise_word,
    report,
    said_event,
    section_link,
)


def erase_report(
    connection: Connection, report_id: ReportId, touched: Touched
) -> tuple[ReportId, ...]:
    """Delete a report and the versions it replaced; return the ids that were erased.

    ``touched`` tells others of it.
    """
    erased = _versions(connection, report_id)
    for one in erased:
        touched.note(report, {"report_id": one}, None)
        erase_version(connection, one)
    return erased


def _versions(connection: Connection, report_id: ReportId) -> tuple[ReportId, ...]:
    replaced = {
        row["report_id"]: row["replaces"]
        for row in (*_rows_of(connection, report), *_shelved(connection))
    }
    found = [report_id]
    while (before := replaced.get(found[-1])) is not None and before not in found:
        found.append(ReportId(before))
    return tuple(found)


def _shelved(connection: Connection) -> list[Row]:
    return [dict(row) for row in connection.execute(select(report)).mappings()]


def _rows_of(connection: Connection, table: Table) -> list[Row]:
    query = select(action_row.c.before, action_row.c.after).where(action_row.c.table == table.name)
    return [
        codec.decode_kept(data, dict)
        for pair in connection.execute(query)
        for data in pair
        if data is not None
    ]


def erase_version(connection: Connection, report_id: ReportId) -> None:
    """Delete what the file holds of one version of a report."""
    drop_content(connection, report_id)
    word_index.scrub(connection)
    for table in (
        report,
        correction,
        name_pair,
        bookmark,
        promise_word,
        mark,
        mark_event,
        said_event,
    ):
        connection.execute(delete(table).where(table.c.report_id == report_id))
    connection.execute(delete(said_event).where(said_event.c.later_id == report_id))
    for pair in (section_link, match_decision):
        named = or_(pair.c.earlier_id == report_id, pair.c.later_id == report_id)
        connection.execute(delete(pair).where(named))
    for table in (mark, mark_event):
        _strip_table(connection, table, report_id)
    _strip_journal(connection, report_id)


def _strip_table(connection: Connection, table: Table, report_id: ReportId) -> None:
    key = next(iter(table.primary_key.columns))
    for number, data in connection.execute(select(key, table.c.payload)).all():
        stripped = _stripped(data, report_id)
        if stripped != data:
            connection.execute(update(table).where(key == number).values(payload=stripped))


def _stripped(payload: bytes, report_id: ReportId) -> bytes:
    """Return a mark's bytes without the quotes of a report."""
    value = codec.decode_kept(payload, Mark)
    kept = tuple(anchor for anchor in value.evidence if anchor.report_id != report_id)
    return codec.encode(replace(value, evidence=kept)) if kept != value.evidence else payload


def _strip_journal(connection: Connection, report_id: ReportId) -> None:
    """Take a report out of what can be undone; actions that become empty go."""
    for row in connection.execute(select(action_row)).all():
        images = [_image(data) for data in (row.before, row.after)]
        chosen = action_row.c.row_id == row.row_id
        if any(image is not None and _names(image, report_id) for image in images):
            connection.execute(delete(action_row).where(chosen))
        elif row.table == mark.name:
            before, after = (_image_stripped(image, report_id) for image in images)
            connection.execute(update(action_row).where(chosen).values(before=before, after=after))
    used = select(action_row.c.action_id)
    connection.execute(delete(action).where(action.c.action_id.not_in(used)))


def _image(data: bytes | None) -> Row | None:
    return None if data is None else codec.decode_kept(data, dict)


def _names(image: Row, report_id: ReportId) -> bool:
    return report_id in {image.get(name) for name in ("report_id", "earlier_id", "later_id")}


def _image_stripped(image: Row | None, report_id: ReportId) -> bytes | None:
    if image is None:
        return None
    return codec.encode({**image, "payload": _stripped(image["payload"], report_id)})
