"""People's words on promises as rows and as values."""

from dataclasses import replace

from sqlalchemy import Connection, select

from tracker.model.ids import PromiseWordId, ReportId
from tracker.model.promise_word import PromiseWord
from tracker.model.said_event import SaidAction
from tracker.store import codec
from tracker.store.changes import Row
from tracker.store.journal import Recorder
from tracker.store.said_events import add_event
from tracker.store.schema import promise_word

NEW = PromiseWordId(0)
"""Number of a word that is not kept yet."""


def promise_words(
    connection: Connection, report_id: ReportId | None = None
) -> tuple[PromiseWord, ...]:
    """Return the words on the promises of all reports, or of one, the oldest first."""
    query = select(promise_word.c.word_id, promise_word.c.payload)
    if report_id is not None:
        query = query.where(promise_word.c.report_id == report_id)
    rows = connection.execute(query.order_by(promise_word.c.word_id))
    return tuple(
        replace(codec.decode_kept(data, PromiseWord), id=PromiseWordId(number))
        for number, data in rows
    )


def put_word(
    recorder: Recorder, value: PromiseWord, action: SaidAction = SaidAction.SAID
) -> PromiseWord:
    """Keep a word and write it into the history; return it with its number.

    Args:
        recorder: The action.
        value: The word; one with a number takes the place of that with it.
        action: What is done.
    """
    if value.id == NEW:
        kept = replace(value, id=PromiseWordId(recorder.add(promise_word, _row(value))))
    else:
        recorder.put(promise_word, {"word_id": value.id, **_row(value)})
        kept = value
    row = {"word_id": kept.id, **_row(kept)}
    add_event(recorder.connection, promise_word, row, recorder.user, action, stands=True)
    return kept


def word(connection: Connection, wanted: PromiseWordId) -> PromiseWord | None:
    """Return a word, None where it was taken back."""
    query = select(promise_word.c.payload).where(promise_word.c.word_id == wanted)
    data = connection.scalar(query)
    return None if data is None else replace(codec.decode_kept(data, PromiseWord), id=wanted)


def take_word(recorder: Recorder, wanted: PromiseWordId, why: str = "") -> None:
    """Take a word back, for a reason; its history stays."""
    before = recorder.take(promise_word, {"word_id": wanted})
    if before is not None:
        said = replace(codec.decode_kept(before["payload"], PromiseWord), why=why)
        row = {**before, "payload": codec.encode(said)}
        way = SaidAction.TAKEN_BACK
        add_event(recorder.connection, promise_word, row, recorder.user, way, stands=False)


def _row(value: PromiseWord) -> Row:
    # The number stands in the row alone, so that the payload of one word is always the same.
    return {
        "report_id": value.place.report_id,
        "start": value.place.span.start,
        "payload": codec.encode(replace(value, id=NEW)),
    }
