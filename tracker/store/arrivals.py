"""Which actions have reached a shared workspace: their ids, written with what they wrote.

They stand among the versions of rows, under a number that no session ever asks for, and are
swept out when nobody can have them waiting any more.
"""

from collections.abc import Collection
from datetime import timedelta

from sqlalchemy import Connection, delete, select

from tracker.store import dialect, schema
from tracker.store.database import now

_TABLE = "action"
"""What stands in place of the name of a table."""

_KEPT = timedelta(days=90)
"""How long a computer may lie in a drawer with work that waits on it."""

_change = schema.change


def note(connection: Connection, action: str, session: str) -> None:
    """Write down that an action arrives with this transaction."""
    row = {"table": _TABLE, "key": action, "number": 0, "session": session, "user": ""}
    row |= {"at": now().isoformat(), "zh": "", "en": ""}
    statement = dialect.upsert(connection, _change)
    connection.execute(statement.on_conflict_do_nothing(index_elements=["table", "key"]), row)


def arrived(connection: Connection, actions: Collection[str]) -> frozenset[str]:
    """Return those of some actions that have arrived."""
    query = select(_change.c.key).where(_change.c.table == _TABLE, _change.c.key.in_(actions))
    return frozenset(connection.scalars(query))


def sweep(connection: Connection) -> None:
    """Forget those that nobody will ask for."""
    before = (now() - _KEPT).isoformat()
    connection.execute(delete(_change).where(_change.c.number == 0, _change.c.at < before))
