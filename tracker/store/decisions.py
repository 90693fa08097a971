"""What people decided about names and passages, as rows and as values."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, RowMapping, select

from tracker.model.decision import NamePair
from tracker.model.ids import ReportId
from tracker.model.kept_decision import KeptNames, MatchDecision, NameOrigin
from tracker.model.said_event import SaidAction
from tracker.store import codec
from tracker.store.changes import Row
from tracker.store.journal import Recorder
from tracker.store.said_events import add_event
from tracker.store.schema import match_decision, name_pair


def all_names(connection: Connection) -> tuple[KeptNames, ...]:
    """Return every pair of names, the oldest first."""
    order = (name_pair.c.at, name_pair.c.one_key, name_pair.c.other_key)
    rows = connection.execute(select(name_pair).order_by(*order)).mappings()
    return tuple(_kept(row) for row in rows)


def _kept(row: RowMapping) -> KeptNames:
    return KeptNames(
        NamePair(row["one"], row["other"], bool(row["same"])),
        row["region"],
        NameOrigin(row["origin"]),
        ReportId(row["report_id"]),
        row["user"],
        datetime.fromisoformat(row["at"]),
    )


def put_names(recorder: Recorder, value: KeptNames) -> None:
    """Keep a pair of names; it takes the place of what was said of them for that region."""
    recorder.put(
        name_pair,
        {
            **_names_key(value),
            "one": value.pair.one,
            "other": value.pair.other,
            "same": value.pair.same,
            "origin": value.origin.value,
            "report_id": value.report_id,
            "user": value.user,
            "at": value.at.isoformat(),
        },
    )


def take_names(recorder: Recorder, value: KeptNames) -> None:
    """Take a pair of names back."""
    recorder.take(name_pair, _names_key(value))


def move_names(recorder: Recorder, old: ReportId, new: ReportId) -> None:
    """Let pairs that were taken from a report name the one that takes its place."""
    for value in all_names(recorder.connection):
        if value.report_id == old != new:
            put_names(recorder, replace(value, report_id=new))


def _names_key(value: KeptNames) -> Row:
    one, other = value.pair.key
    return {"region": value.region, "one_key": one, "other_key": other}


def matches(
    connection: Connection, earlier: ReportId | None = None
) -> tuple[tuple[int, MatchDecision], ...]:
    """Return the decisions on promises, or on those of one report, by number, oldest first."""
    query = select(match_decision.c.decision_id, match_decision.c.payload)
    if earlier is not None:
        query = query.where(match_decision.c.earlier_id == earlier)
    rows = connection.execute(query.order_by(match_decision.c.decision_id))
    return tuple((number, codec.decode_kept(data, MatchDecision)) for number, data in rows)


def put_match(
    recorder: Recorder,
    number: int | None,
    value: MatchDecision,
    action: SaidAction = SaidAction.SAID,
) -> int:
    """Keep a decision and write it into the history; return its number.

    Args:
        recorder: The action.
        number: The decision it takes the place of, or None for a new one.
        value: The decision.
        action: What is done.
    """
    row = {
        "earlier_id": value.promise.report_id,
        "later_id": value.passage.report_id,
        "payload": codec.encode(value),
    }
    if number is None:
        number = recorder.add(match_decision, row)
    else:
        recorder.put(match_decision, {"decision_id": number, **row})
    kept = {"decision_id": number, **row}
    add_event(recorder.connection, match_decision, kept, recorder.user, action, stands=True)
    return number


def match(connection: Connection, number: int) -> MatchDecision | None:
    """Return a decision, None where it was taken back."""
    query = select(match_decision.c.payload).where(match_decision.c.decision_id == number)
    data = connection.scalar(query)
    return None if data is None else codec.decode_kept(data, MatchDecision)


def take_match(recorder: Recorder, number: int, why: str = "") -> None:
    """Take a decision back, for a reason; its history stays."""
    before = recorder.take(match_decision, {"decision_id": number})
    if before is not None:
        said = replace(codec.decode_kept(before["payload"], MatchDecision), why=why)
        row = {**before, "payload": codec.encode(said)}
        way = SaidAction.TAKEN_BACK
        add_event(recorder.connection, match_decision, row, recorder.user, way, stands=False)
