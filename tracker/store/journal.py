"""The journal of people's actions: every row they change, before and after.

Undo puts the rows of the last action back as they were, redo as they became, so that both work
after a restart and for every kind of action alike.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, delete, insert, select, update

from tracker.message import Message
from tracker.store import codec
from tracker.store.database import Database, now
from tracker.store.schema import (
    action,
    action_row,
    cache,
    cache_source,
    content,
    metadata,
    report,
    summary,
)

Row = dict[str, Any]
"""One row of a table by column names."""

Listener = Callable[[Connection, str, Row | None, Row | None], None]
"""Called for each row that undo or redo changed: table, row until now, row from now on."""

KEPT_ACTIONS = 1000
"""How many actions can be undone; older ones are dropped."""


class Recorder:
    """Changes rows of people's tables and writes down what they were."""

    def __init__(self, connection: Connection, action_id: int) -> None:
        self.connection = connection
        self.action_id = action_id
        self.n_changes = 0

    def put(self, table: Table, row: Row) -> None:
        """Insert a row, or put it in the place of the one with the same key."""
        before = find(self.connection, table, row)
        if before is not None and _says(before) == _says(row):
            return
        if before is not None:
            self.connection.execute(delete(table).where(*_key(table, row)))
        self.connection.execute(insert(table), [row])
        self._write_down(table, before, row)

    def add(self, table: Table, row: Row) -> int:
        """Insert a row that gets its number from the database; return the number."""
        result = self.connection.execute(insert(table).values(row))
        key = result.inserted_primary_key
        number = int(key[0]) if key is not None else 0
        name = next(iter(table.primary_key.columns)).name
        self._write_down(table, None, {name: number, **row})
        return number

    def take(self, table: Table, key: Row) -> None:
        """Delete a row, if it is there."""
        before = find(self.connection, table, key)
        if before is not None:
            self.connection.execute(delete(table).where(*_key(table, key)))
            self._write_down(table, before, None)

    def change(self, table: Table, key: Row, values: Row) -> None:
        """Set some columns of a row, if it is there; the others are not written down."""
        before = find(self.connection, table, key)
        if before is None or all(before[name] == value for name, value in values.items()):
            return
        self.connection.execute(update(table).where(*_key(table, key)).values(values))
        kept = {name: before[name] for name in values}
        self._write_down(table, {**key, **kept}, {**key, **values})

    def _write_down(self, table: Table, before: Row | None, after: Row | None) -> None:
        self.n_changes += 1
        self.connection.execute(
            insert(action_row),
            [
                {
                    "action_id": self.action_id,
                    "table": table.name,
                    "before": None if before is None else codec.encode(before),
                    "after": None if after is None else codec.encode(after),
                }
            ],
        )


def _says(row: Row) -> Row:
    """Return what a row says, without who said it and when."""
    return {name: value for name, value in row.items() if name not in {"user", "at"}}


def _key(table: Table, row: Row) -> list[Any]:
    return [column == row[column.name] for column in table.primary_key.columns]


def find(connection: Connection, table: Table, key: Row) -> Row | None:
    """Return the row with a key, or None."""
    found = connection.execute(select(table).where(*_key(table, key))).mappings().first()
    return None if found is None else dict(found)


class Journal:
    """Writes actions down and takes them back."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def action(self, text: Message, user: str, *, extends: int | None = None) -> Iterator[Recorder]:
        """Open a transaction that is one action; one that changes nothing leaves no trace.

        Args:
            text: What a person would call it; never text of a document.
            user: Who does it.
            extends: An action that this one is part of, if nothing happened since.
        """
        with self._database.write() as connection:
            self._drop_undone(connection)
            action_id = self._latest(connection, undone=False)
            fresh = extends is None or extends != action_id
            if fresh or action_id is None:
                result = connection.execute(
                    insert(action).values(
                        zh=text.zh, en=text.en, user=user, at=now().isoformat(), undone=False
                    )
                )
                key = result.inserted_primary_key
                action_id = int(key[0]) if key is not None else 0
            recorder = Recorder(connection, action_id)
            yield recorder
            if fresh and recorder.n_changes == 0:
                connection.execute(delete(action).where(action.c.action_id == action_id))
            self._drop(connection, action.c.action_id <= action_id - KEPT_ACTIONS)

    def clear(self) -> None:
        """Forget all actions: what is there now is the beginning."""
        with self._database.write() as connection:
            self._drop(connection, action.c.action_id.is_not(None))

    def next_undo(self) -> Message | None:
        """Return what would be undone."""
        return self._text(undone=False)

    def next_redo(self) -> Message | None:
        """Return what would be redone."""
        return self._text(undone=True)

    def undo(self, listener: Listener) -> Message | None:
        """Put the rows of the last action back as they were."""
        return self._turn(listener, undone=False)

    def redo(self, listener: Listener) -> Message | None:
        """Put the rows of the action undone last as they became."""
        return self._turn(listener, undone=True)

    def _turn(self, listener: Listener, *, undone: bool) -> Message | None:
        with self._database.write() as connection:
            action_id = self._latest(connection, undone=undone)
            if action_id is None:
                return None
            order = action_row.c.row_id if undone else action_row.c.row_id.desc()
            rows = connection.execute(
                select(action_row).where(action_row.c.action_id == action_id).order_by(order)
            ).all()
            for row in rows:
                until, then = (row.before, row.after) if undone else (row.after, row.before)
                _apply(connection, metadata.tables[row.table], _unpack(until), _unpack(then))
                listener(connection, row.table, _unpack(until), _unpack(then))
            connection.execute(
                update(action).where(action.c.action_id == action_id).values(undone=not undone)
            )
            found = connection.execute(
                select(action.c.zh, action.c.en).where(action.c.action_id == action_id)
            ).one()
            return Message(found.zh, found.en)

    def _latest(self, connection: Connection, *, undone: bool) -> int | None:
        order = action.c.action_id if undone else action.c.action_id.desc()
        found = connection.scalar(
            select(action.c.action_id).where(action.c.undone == undone).order_by(order).limit(1)
        )
        return None if found is None else int(found)

    def _text(self, *, undone: bool) -> Message | None:
        with self._database.read() as connection:
            action_id = self._latest(connection, undone=undone)
            if action_id is None:
                return None
            found = connection.execute(
                select(action.c.zh, action.c.en).where(action.c.action_id == action_id)
            ).one()
            return Message(found.zh, found.en)

    def _drop_undone(self, connection: Connection) -> None:
        self._drop(connection, action.c.undone)

    def _drop(self, connection: Connection, which: ColumnElement[bool]) -> None:
        chosen = select(action.c.action_id).where(which)
        if connection.scalar(chosen.limit(1)) is None:
            return
        rows = action_row.c.action_id.in_(chosen)
        of_reports = select(action_row.c.row_id).where(rows, action_row.c.table == report.name)
        may_orphan = connection.scalar(of_reports.limit(1)) is not None
        connection.execute(delete(action_row).where(rows))
        connection.execute(delete(action).where(which))
        if may_orphan:
            _sweep_orphans(connection)


def _sweep_orphans(connection: Connection) -> None:
    """Delete bytes and findings of reports that no undo can bring back."""
    kept = set(connection.scalars(select(report.c.report_id)))
    rows = select(action_row.c.before, action_row.c.after).where(action_row.c.table == report.name)
    for found in connection.execute(rows):
        kept.update(row["report_id"] for row in map(_unpack, found) if row is not None)
    for orphan in set(connection.scalars(select(content.c.report_id))) - kept:
        drop_content(connection, orphan)


def drop_content(connection: Connection, report_id: str) -> None:
    """Delete the bytes of a report and everything that the program found in it."""
    keys = select(cache_source.c.key).where(cache_source.c.report_id == report_id)
    connection.execute(delete(cache).where(cache.c.key.in_(keys)))
    # The keys are read before the rows that name them go.
    gone = list(connection.scalars(keys))
    for start in range(0, len(gone), 500):
        batch = gone[start : start + 500]
        connection.execute(delete(cache_source).where(cache_source.c.key.in_(batch)))
    for table in (summary, content):
        connection.execute(delete(table).where(table.c.report_id == report_id))


def _unpack(data: bytes | None) -> Row | None:
    return None if data is None else codec.decode_kept(data, dict)


def _apply(connection: Connection, table: Table, until: Row | None, then: Row | None) -> None:
    names = [column.name for column in table.primary_key.columns]
    if until is not None and then is not None and all(until[n] == then[n] for n in names):
        # The same row: what was not written down of it stays as it is.
        connection.execute(update(table).where(*_key(table, then)).values(then))
        return
    for row in (until, then):
        if row is not None:
            connection.execute(delete(table).where(*_key(table, row)))
    if then is not None:
        connection.execute(insert(table), [then])
