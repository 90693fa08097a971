"""The history of people's words on promises and passages, as rows and as values."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, Table, func, insert, select

from tracker.model.ids import ReportId
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import MarkAction
from tracker.model.promise_word import PromiseWord
from tracker.model.said_event import SaidAction, SaidEvent
from tracker.store import codec
from tracker.store.changes import WORDS, Row
from tracker.store.database import now
from tracker.store.journal import Listener
from tracker.store.schema import match_decision, promise_word, said_event

_KINDS = WORDS
_TURNED = {MarkAction.UNDONE: SaidAction.UNDONE, MarkAction.REDONE: SaidAction.REDONE}


class Told(NamedTuple):
    """A line of the history with what its word is known by in the workspace."""

    table: str
    number: int
    event: SaidEvent


def add_event(
    connection: Connection, table: Table, row: Row, user: str, action: SaidAction, *, stands: bool
) -> None:
    """Write one line of a word's history.

    Args:
        connection: Open for writing.
        table: The table of the word.
        row: The word, with its number.
        user: Who acts.
        action: What happens.
        stands: Whether the word holds from now on.
    """
    number = row[next(iter(table.primary_key.columns)).name]
    said = codec.decode_kept(row["payload"], _KINDS[table.name])
    later = said.passage.report_id if isinstance(said, MatchDecision) else None
    place = said.promise if isinstance(said, MatchDecision) else said.place
    values = {
        "table": table.name,
        "number": number,
        "report_id": place.report_id,
        "later_id": later,
        "action": action.value,
        "stands": stands,
        "payload": row["payload"],
        "user": user,
        "at": now().isoformat(),
    }
    connection.execute(insert(said_event), [values])


def set_aside(connection: Connection, said: PromiseWord | MatchDecision, user: str) -> None:
    """Write into the history that a word was given up for a colleague's; it never was kept.

    Args:
        connection: Open for writing.
        said: The word.
        user: Who gave it up.
    """
    home = match_decision if isinstance(said, MatchDecision) else promise_word
    # Below zero, since no word that is kept has such a number.
    least = connection.scalar(select(func.min(said_event.c.number)))
    number = min(int(least or 0), 0) - 1
    row = {next(iter(home.primary_key.columns)).name: number, "payload": codec.encode(said)}
    add_event(connection, home, row, user, SaidAction.SET_ASIDE, stands=False)


def turn_listener(turned: MarkAction, user: str) -> Listener:
    """Return what writes into the history that undo or redo changed a word."""

    def note(connection: Connection, table: str, until: Row | None, then: Row | None) -> None:
        row = until if then is None else then
        if table in _KINDS and row is not None:
            home = said_event.metadata.tables[table]
            add_event(connection, home, row, user, _TURNED[turned], stands=then is not None)

    return note


def of_report(connection: Connection, report_id: ReportId) -> tuple[Told, ...]:
    """Return the whole history of all words that ever stood on a report, the oldest first.

    A word that moved here with a new text brings what was said of it in the old one.
    """
    named = select(said_event.c.table, said_event.c.number).where(
        said_event.c.report_id == report_id
    )
    wanted: dict[str, set[int]] = {}
    for table, number in connection.execute(named.distinct()):
        wanted.setdefault(table, set()).add(number)
    found: list[tuple[int, Told]] = []
    for table, numbers in wanted.items():
        found.extend(_of_words(connection, table, sorted(numbers)))
    return tuple(told for _, told in sorted(found, key=lambda one: one[0]))


_TOGETHER = 500
"""Numbers in one statement: SQLite takes some thousand at most."""


def _of_words(connection: Connection, table: str, numbers: Sequence[int]) -> list[tuple[int, Told]]:
    found = []
    for start in range(0, len(numbers), _TOGETHER):
        chosen = said_event.c.number.in_(numbers[start : start + _TOGETHER])
        query = select(said_event).where(said_event.c.table == table, chosen)
        for row in connection.execute(query).mappings():
            event = SaidEvent(
                None,
                SaidAction(row["action"]),
                codec.decode_kept(row["payload"], _KINDS[table]),
                bool(row["stands"]),
                row["user"],
                datetime.fromisoformat(row["at"]),
            )
            found.append((int(row["event_id"]), Told(table, int(row["number"]), event)))
    return found
