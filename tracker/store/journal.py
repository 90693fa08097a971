"""The journal of people's actions: every row they change, before and after.

Undo puts the rows of the last action back as they were, redo as they became, so that both work
after a restart and for every kind of action alike.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, insert, select, true, update
from sqlalchemy import Row as Found

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.model.sharing import COLLEAGUE
from tracker.store import codec, word_index
from tracker.store.changes import Row, Touched, key_of, who_changed
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

Listener = Callable[[Connection, str, Row | None, Row | None], None]
"""Called for each row that undo or redo changed: table, row until now, row from now on."""

OVERTAKEN = "overtaken"
"""Detail of the problem of an action that can no longer be taken back."""

KEPT_ACTIONS = 1000
"""How many actions can be undone; older ones are dropped."""


class Recorder:
    """Changes rows of people's tables and writes down what they were."""

    def __init__(self, connection: Connection, action_id: int, touched: Touched, user: str) -> None:
        self.connection = connection
        self.user = user
        self.action_id = action_id
        self.n_changes = 0
        self._touched = touched

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

    def take(self, table: Table, key: Row) -> Row | None:
        """Delete a row, if it is there; return it as it was."""
        before = find(self.connection, table, key)
        if before is not None:
            self.connection.execute(delete(table).where(*_key(table, key)))
            self._write_down(table, before, None)
        return before

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
        self._touched.note(table, before, after)
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
    """Writes actions down and takes them back.

    In a shared workspace everybody takes back what was done under the own name, and only as long
    as nobody has changed it since.

    Args:
        database: The workspace.
        user: Whose actions are taken back.
    """

    def __init__(self, database: Database, user: str = "") -> None:
        self._database = database
        self._user = user

    def _of(self, user: str) -> ColumnElement[bool]:
        return action.c.user == user if self._database.shared else true()

    @contextmanager
    def action(self, text: Message, user: str, *, extends: int | None = None) -> Iterator[Recorder]:
        """Open a transaction that is one action; one that changes nothing leaves no trace.

        Args:
            text: What a person would call it; never text of a document.
            user: Who does it.
            extends: An action that this one is part of, if nothing happened since.

        Raises:
            Conflicted: A colleague changed what it changes, unseen by this person; nothing was
                written.
        """
        with self._database.change() as connection:
            self._drop(connection, and_(action.c.undone, self._of(user)))
            action_id = self._latest(connection, user, undone=False)
            fresh = extends is None or extends != action_id
            if fresh or action_id is None:
                result = connection.execute(
                    insert(action).values(
                        zh=text.zh, en=text.en, user=user, at=now().isoformat(), undone=False
                    )
                )
                key = result.inserted_primary_key
                action_id = int(key[0]) if key is not None else 0
            touched = Touched(self._database, connection, user, text)
            recorder = Recorder(connection, action_id, touched, user)
            yield recorder
            touched.finish()
            if fresh and recorder.n_changes == 0:
                connection.execute(delete(action).where(action.c.action_id == action_id))
            self._drop(connection, action.c.action_id <= action_id - KEPT_ACTIONS)

    def clear(self) -> None:
        """Forget all actions: what is there now is the beginning."""
        with self._database.change() as connection:
            self._drop(connection, action.c.action_id.is_not(None))

    def next_undo(self) -> Message | None:
        """Return what would be undone."""
        return self._text(undone=False)

    def next_redo(self) -> Message | None:
        """Return what would be redone."""
        return self._text(undone=True)

    def last_kept(self, tables: Sequence[Table]) -> tuple[tuple[str, int], ...]:
        """Return the rows of numbered tables that the last action wrote: table and number."""
        with self._database.read() as connection:
            action_id = self._latest(connection, self._user, undone=False)
            query = (
                select(action_row.c.table, action_row.c.after)
                .where(action_row.c.action_id == action_id)
                .order_by(action_row.c.row_id)
            )
            keys = {table.name: next(iter(table.primary_key.columns)).name for table in tables}
            rows = [(name, _unpack(after)) for name, after in connection.execute(query)]
        found = ((name, int(row[keys[name]])) for name, row in rows if row and name in keys)
        return tuple(dict.fromkeys(found))

    def undo(self, listener: Listener) -> Message | None:
        """Put the rows of the last action back as they were."""
        return self._turn(listener, undone=False)

    def redo(self, listener: Listener) -> Message | None:
        """Put the rows of the action undone last as they became."""
        return self._turn(listener, undone=True)

    def _turn(self, listener: Listener, *, undone: bool) -> Message | None:
        with self._database.change() as connection:
            action_id = self._latest(connection, self._user, undone=undone)
            if action_id is None:
                return None
            text = self._name(connection, action_id)
            order = action_row.c.row_id if undone else action_row.c.row_id.desc()
            rows = connection.execute(
                select(action_row).where(action_row.c.action_id == action_id).order_by(order)
            ).all()
            overtaken = self._overtaken(connection, rows, undone=undone)
            if overtaken is None:
                touched = Touched(self._database, connection, self._user, _turned(text, undone))
                for row in rows:
                    table, (until, then) = metadata.tables[row.table], _images(row, undone=undone)
                    _apply(connection, table, until, then)
                    listener(connection, row.table, until, then)
                    touched.note(table, until, then)
                touched.finish(checked=False)
                connection.execute(
                    update(action).where(action.c.action_id == action_id).values(undone=not undone)
                )
                return text
            # What cannot be taken back any more must not stand before what can.
            self._drop(connection, action.c.action_id == action_id)
        raise _no_way_back(text, overtaken)

    def _overtaken(
        self, connection: Connection, rows: Sequence[Any], *, undone: bool
    ) -> str | None:
        """Return who changed rows since an action left them so; None where nobody did."""
        if not self._database.shared:
            return None
        expected: dict[tuple[str, str], tuple[Table, Row, Row | None]] = {}
        for row in rows:
            table, (until, then) = metadata.tables[row.table], _images(row, undone=undone)
            image = until if until is not None else then
            if image is not None:
                # Of several changes of a row the first that is turned meets what is there now.
                expected.setdefault((row.table, key_of(table, image)), (table, image, until))
        for table, image, until in expected.values():
            there = find(connection, table, image)
            stands = there is None if until is None else _holds(there, until)
            if not stands:
                return who_changed(connection, table, image)
        return None

    def _latest(self, connection: Connection, user: str, *, undone: bool) -> int | None:
        order = action.c.action_id if undone else action.c.action_id.desc()
        which = and_(action.c.undone == undone, self._of(user))
        found = connection.scalar(select(action.c.action_id).where(which).order_by(order).limit(1))
        return None if found is None else int(found)

    def _text(self, *, undone: bool) -> Message | None:
        with self._database.read() as connection:
            action_id = self._latest(connection, self._user, undone=undone)
            return None if action_id is None else self._name(connection, action_id)

    def _name(self, connection: Connection, action_id: int) -> Message:
        query = select(action.c.zh, action.c.en).where(action.c.action_id == action_id)
        found = connection.execute(query).one()
        return Message(found.zh, found.en)

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


def _images(row: Found[Any], *, undone: bool) -> tuple[Row | None, Row | None]:
    """Return a row as it was until now and as it shall be."""
    before, after = _unpack(row.before), _unpack(row.after)
    return (before, after) if undone else (after, before)


def _holds(there: Row | None, said: Row) -> bool:
    return there is not None and all(there.get(name) == value for name, value in said.items())


def _turned(text: Message, undone: bool) -> Message:  # noqa: FBT001 - the one thing it is about
    way = Message("重做", "redo") if undone else Message("撤销", "undo")
    return Message(f"{way.zh}：{text.zh}", f"{way.en}: {text.en}")


def _no_way_back(text: Message, user: str) -> StoreProblem:
    zh, en = user or COLLEAGUE.zh, user or COLLEAGUE.en
    return StoreProblem(
        Message(
            f"“{text.zh}”之后 {zh} 又作了改动，不能再撤销或重做；内容保持现状。",
            f"{en} has changed it since “{text.en}”: it can no longer be undone or redone, and "
            "stays as it is.",
        ),
        OVERTAKEN,
    )


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
    word_index.drop(connection, report_id)


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
