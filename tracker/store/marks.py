"""Marks and their history as rows and as values."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, RowMapping, insert, select

from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Mark, MarkAction, MarkEvent
from tracker.store import codec
from tracker.store.changes import Row
from tracker.store.database import now
from tracker.store.dialect import begins
from tracker.store.journal import Listener, Recorder
from tracker.store.schema import mark as mark_table
from tracker.store.schema import mark_event


def of_report(
    connection: Connection, report_id: ReportId, reader: str = ""
) -> tuple[tuple[int, Mark], ...]:
    """Return the marks that a reader put on a report with their numbers, oldest first."""
    query = (
        select(mark_table.c.mark_id, mark_table.c.payload)
        .where(mark_table.c.report_id == report_id, mark_table.c.reader == reader)
        .order_by(mark_table.c.mark_id)
    )
    return _decoded(connection.execute(query))


def readers_of(connection: Connection, report_id: ReportId) -> tuple[str, ...]:
    """Return the names of the second readers of a report."""
    query = (
        select(mark_table.c.reader)
        .where(mark_table.c.report_id == report_id, mark_table.c.reader != "")
        .distinct()
        .order_by(mark_table.c.reader)
    )
    return tuple(connection.scalars(query))


def all_marks(connection: Connection) -> tuple[tuple[int, Mark], ...]:
    """Return the marks of all reports and readers with their numbers, oldest first."""
    query = select(mark_table.c.mark_id, mark_table.c.payload).order_by(mark_table.c.mark_id)
    return _decoded(connection.execute(query))


def by_commitment(
    connection: Connection, commitment_id: CommitmentId, reader: str = ""
) -> tuple[int, Mark] | None:
    """Return the mark that a reader wrote on a promise of that id, or None."""
    query = (
        select(mark_table.c.mark_id, mark_table.c.payload)
        .where(mark_table.c.commitment_id == commitment_id, mark_table.c.reader == reader)
        .order_by(mark_table.c.mark_id.desc())
        .limit(1)
    )
    return next(iter(_decoded(connection.execute(query))), None)


def _decoded(rows: Iterable[tuple[int, bytes]]) -> tuple[tuple[int, Mark], ...]:
    return tuple((number, codec.decode_kept(data, Mark)) for number, data in rows)


def put_mark(recorder: Recorder, number: int | None, value: Mark, action: MarkAction) -> int:
    """Keep a mark and write it into the history; return its number.

    Args:
        recorder: The action.
        number: The mark it takes the place of, or None for a new one.
        value: The mark.
        action: What is done.
    """
    row = _row(value)
    if number is None:
        number = recorder.add(mark_table, row)
    else:
        recorder.put(mark_table, {"mark_id": number, **row})
    add_event(recorder.connection, number, value, action, value.user)
    return number


def clear_mark(recorder: Recorder, number: int, value: Mark) -> None:
    """Take a mark away; its history stays and ends with ``value``."""
    recorder.take(mark_table, {"mark_id": number})
    add_event(recorder.connection, number, value, MarkAction.CLEARED, value.user)


def _row(value: Mark) -> Row:
    return {
        "report_id": value.anchor.report_id,
        "commitment_id": value.commitment_id,
        "verdict": None if value.verdict is None else value.verdict.value,
        "lost": value.lost,
        "payload": codec.encode(value),
        "reader": value.reader,
    }


def add_event(
    connection: Connection, number: int, value: Mark, action: MarkAction, user: str
) -> None:
    """Write one line of a mark's history."""
    row = {
        "mark_id": number,
        "report_id": value.anchor.report_id,
        "action": action.value,
        "payload": codec.encode(value),
        "user": user,
        "at": now().isoformat(),
    }
    connection.execute(insert(mark_event), [row])


def number_of(connection: Connection, value: Mark) -> int | None:
    """Return the number of the mark that is, or was last, on the promise of another mark."""
    there = by_commitment(connection, value.commitment_id, value.reader)
    if there is not None:
        return there[0]
    query = (
        select(mark_event.c.mark_id, mark_event.c.payload)
        .where(mark_event.c.report_id == value.anchor.report_id)
        .order_by(mark_event.c.event_id.desc())
    )
    found = _decoded(connection.execute(query))
    same = (value.commitment_id, value.reader)
    return next((n for n, mark in found if (mark.commitment_id, mark.reader) == same), None)


def turn_listener(action: MarkAction, user: str) -> Listener:
    """Return what writes into the history that undo or redo changed a mark."""

    def note(connection: Connection, table: str, until: Row | None, then: Row | None) -> None:
        row = until if then is None else then
        if table == mark_table.name and row is not None:
            value = codec.decode_kept(row["payload"], Mark)
            add_event(connection, row["mark_id"], value, action, user)

    return note


def history(connection: Connection, ids: Collection[CommitmentId]) -> tuple[MarkEvent, ...]:
    """Return what was said of promises under any id their marks have had, oldest first."""
    known = select(mark_table.c.mark_id).where(mark_table.c.commitment_id.in_(ids))
    numbers = set(connection.scalars(known))
    for prefix in {one.split("-", 1)[0] for one in ids}:
        of_same_report = select(mark_event.c.mark_id, mark_event.c.payload).where(
            begins(mark_event.c.report_id, prefix)
        )
        for number, data in connection.execute(of_same_report):
            if codec.decode_kept(data, Mark).commitment_id in ids:
                numbers.add(number)
    query = (
        select(mark_event)
        .where(mark_event.c.mark_id.in_(sorted(numbers)))
        .order_by(mark_event.c.event_id)
    )
    return tuple(_event(row) for row in connection.execute(query).mappings())


def report_events(connection: Connection, report_id: ReportId) -> tuple[tuple[int, MarkEvent], ...]:
    """Return the whole history of all marks that ever stood on a report, with their numbers.

    A mark that moved here with a new text brings what was said in the old one.
    """
    of_report = select(mark_event.c.mark_id).where(mark_event.c.report_id == report_id)
    query = (
        select(mark_event)
        .where(mark_event.c.mark_id.in_(of_report))
        .order_by(mark_event.c.event_id)
    )
    rows = connection.execute(query).mappings()
    return tuple((int(row["mark_id"]), _event(row)) for row in rows)


def _event(row: RowMapping) -> MarkEvent:
    mark = codec.decode_kept(row["payload"], Mark)
    return MarkEvent(
        MarkAction(row["action"]), mark, row["user"], datetime.fromisoformat(row["at"])
    )
