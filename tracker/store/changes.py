"""Who changed which row of people's last: what keeps two people from writing over each other.

Every action has a number, one more than the action before; each row it changes gets it, with the
session that did it. A session knows up to which number it has seen the workspace. A row that
another session changed after that is not written over. The same rows are what others are told.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, func, select

from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import Mark
from tracker.model.promise_word import PromiseWord
from tracker.model.sharing import Changes, Conflict, Conflicted, SharedChange
from tracker.store import codec, dialect, schema
from tracker.store.database import Database, now

Row = dict[str, Any]

_change = schema.change

WORDS: dict[str, type[PromiseWord] | type[MatchDecision]] = {
    schema.promise_word.name: PromiseWord,
    schema.match_decision.name: MatchDecision,
}
"""Tables whose rows are people's words, which have a history."""


class Touched:
    """The rows that one action changes.

    Args:
        database: The workspace.
        connection: Open for writing.
        user: Who acts.
        text: What it is called.
    """

    def __init__(
        self, database: Database, connection: Connection, user: str, text: Message
    ) -> None:
        self._database = database
        self._connection = connection
        self._user = user
        self._text = text
        self._rows: dict[tuple[str, str], tuple[Row | None, Row | None]] = {}

    def note(self, table: Table, before: Row | None, after: Row | None) -> None:
        """Take notice of a row that is changed."""
        row = after if after is not None else before
        if row is None:
            return
        place = (table.name, key_of(table, row))
        first = self._rows.get(place)
        self._rows[place] = (before if first is None else first[0], after)

    def finish(self, *, checked: bool = True) -> None:
        """Write the versions of all rows down.

        Args:
            checked: Whether rows are refused that others changed since.

        Raises:
            Conflicted: They were; the action has to be given up.
        """
        if not self._rows:
            return
        others = _of_others(self._connection, self._database)
        if checked:
            conflicts = tuple(self._conflicts(others))
            if conflicts:
                first = replace(conflicts[0], words=tuple(self._words()))
                raise Conflicted((first, *conflicts[1:]))
        number = latest(self._connection) + 1
        if not others:
            # Nobody else can write now: all that is there is one's own, and need not be looked at
            # again with every action to come.
            self._database.seen = max(self._database.seen, number - 1)
        common = {
            "number": number,
            "session": self._database.session,
            "user": self._user,
            "at": now().isoformat(),
            "zh": self._text.zh,
            "en": self._text.en,
        }
        rows = [
            {"table": table, "key": key, "report_id": _report(before, after), **common}
            for (table, key), (before, after) in sorted(self._rows.items(), key=lambda one: one[0])
        ]
        statement = dialect.upsert(self._connection, _change)
        renewed = {name: statement.excluded[name] for name in (*common, "report_id")}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=["table", "key"], set_=renewed), rows
        )

    def _conflicts(self, others: Iterable[Row]) -> Iterable[Conflict]:
        for found in others:
            place = found["table"], found["key"]
            if place not in self._rows or found["number"] <= self._database.decided.get(place, 0):
                continue
            before, after = self._rows[place]
            change = SharedChange(
                found["number"],
                found["user"],
                datetime.fromisoformat(found["at"]),
                Message(found["zh"], found["en"]),
            )
            yield Conflict(*place, change, _mark(place[0], after), _mark(place[0], before))

    def _words(self) -> Iterable[PromiseWord | MatchDecision]:
        """Yield the words that were to be written, to be remembered if they are given up."""
        for (table, _), (before, after) in self._rows.items():
            if table in WORDS and after is not None and after != before:
                yield codec.decode_kept(after["payload"], WORDS[table])


def _of_others(connection: Connection, database: Database) -> list[Row]:
    query = (
        select(_change)
        .where(_change.c.number > database.seen, _change.c.session.not_in(database.own))
        .order_by(_change.c.number)
    )
    return [dict(row) for row in connection.execute(query).mappings()]


def _mark(table: str, row: Row | None) -> Mark | None:
    is_mark = table == schema.mark.name and row is not None and "payload" in row
    return codec.decode_kept(row["payload"], Mark) if is_mark and row is not None else None


def _report(*rows: Row | None) -> str | None:
    names = ("report_id", "earlier_id")
    told = (row[name] for row in rows if row is not None for name in names if row.get(name))
    return next(told, None)


def key_of(table: Table, row: Row) -> str:
    """Return a row's key as a hash: a name in it may be words of a document."""
    values = [row[column.name] for column in table.primary_key.columns]
    return hashlib.sha256(codec.encode(values)).hexdigest()[:32]


def latest(connection: Connection) -> int:
    """Return the number of the latest change, 0 for none."""
    return int(connection.scalar(select(func.max(_change.c.number))) or 0)


def since_seen(connection: Connection, database: Database) -> Changes:
    """Return what others did since this session looked last."""
    upto = latest(connection)
    if upto <= database.seen:
        return Changes(database.seen)
    actions: dict[int, SharedChange] = {}
    for row in _of_others(connection, database):
        number, report = row["number"], row["report_id"]
        known = actions.get(number)
        reports = known.report_ids if known is not None else ()
        if report is not None and report not in reports:
            reports = (*reports, ReportId(report))
        actions[number] = SharedChange(
            number,
            row["user"],
            datetime.fromisoformat(row["at"]),
            Message(row["zh"], row["en"]),
            reports,
            (known.kinds if known is not None else frozenset()) | {row["table"]},
        )
    return Changes(upto, tuple(actions.values()))


def who_changed(connection: Connection, table: Table, row: Row) -> str:
    """Return who changed a row last, "" where nobody knows."""
    query = select(_change.c.user).where(
        _change.c.table == table.name, _change.c.key == key_of(table, row)
    )
    return str(connection.scalar(query) or "")
