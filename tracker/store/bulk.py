"""What comparisons over many reports ask of the workspace at once, instead of report by report."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from tracker.model.ids import ReportId
from tracker.store.schema import (
    cache,
    content,
    correction,
    mark,
    match_decision,
    name_pair,
    promise_word,
    report,
)

_TOGETHER = 500
"""Names in one statement: SQLite takes some thousand at most."""


@dataclass(frozen=True, slots=True)
class Touched:
    """Which reports people have worked on, by what they did.

    Attributes:
        text: Heads, roles or lines were corrected.
        promises: Promises were added, rejected or set right.
    """

    text: frozenset[ReportId]
    promises: frozenset[ReportId]


def touched(connection: Connection) -> Touched:
    """Return which reports people have worked on."""
    return Touched(
        _ids(connection.scalars(select(correction.c.report_id).distinct())),
        _ids(connection.scalars(select(promise_word.c.report_id).distinct())),
    )


@dataclass(frozen=True, slots=True)
class SaidOnPromises:
    """What people said that moves verdicts, as names of its state.

    Attributes:
        names: The state of all pairs of names, which act on several reports; "" without any.
        of: The state of marks, decisions and words on promises of each report that has some.
    """

    names: str
    of: Mapping[ReportId, str]


def said_on_promises(connection: Connection) -> SaidOnPromises:
    """Return the state of what people said on promises."""
    digests: dict[ReportId, Any] = {}
    for table, report_id in (
        (mark, mark.c.report_id),
        (match_decision, match_decision.c.earlier_id),
        (promise_word, promise_word.c.report_id),
    ):
        key = next(iter(table.primary_key.columns))
        for one, *row in connection.execute(select(report_id, table).order_by(key)):
            digests.setdefault(ReportId(one), hashlib.sha256()).update(repr(row).encode())
    pairs = [tuple(row) for row in connection.execute(select(name_pair))]
    names = hashlib.sha256(repr(sorted(pairs)).encode()).hexdigest() if pairs else ""
    return SaidOnPromises(names, {one: found.hexdigest() for one, found in digests.items()})


def judged_by_hand(connection: Connection) -> frozenset[ReportId] | None:
    """Return the reports whose verdicts people's words act on; None: it may be any of them."""
    if connection.scalar(select(name_pair.c.region).limit(1)) is not None:
        return None
    found = connection.scalars(select(match_decision.c.earlier_id).distinct())
    return _ids(found) | _ids(connection.scalars(select(promise_word.c.report_id).distinct()))


def marked(connection: Connection, reader: str) -> frozenset[ReportId]:
    """Return the reports that a reader marked anything of."""
    query = select(mark.c.report_id).where(mark.c.reader == reader).distinct()
    return _ids(connection.scalars(query))


def _ids(found: Iterable[str]) -> frozenset[ReportId]:
    return frozenset(map(ReportId, found))


def readings(connection: Connection) -> Mapping[ReportId, str | None]:
    """Return the name of the reading of each report of the library, None where none is kept."""
    query = select(report.c.report_id, content.c.reading).join(
        content, content.c.report_id == report.c.report_id
    )
    return {ReportId(one): reading for one, reading in connection.execute(query)}


def payloads(connection: Connection, keys: Sequence[str]) -> Mapping[str, bytes]:
    """Return the findings that are kept under these keys."""
    found: dict[str, bytes] = {}
    for start in range(0, len(keys), _TOGETHER):
        asked = cache.c.key.in_(keys[start : start + _TOGETHER])
        rows = connection.execute(select(cache.c.key, cache.c.payload).where(asked))
        found.update((str(key), payload) for key, payload in rows)
    return found


def present(connection: Connection, keys: Sequence[str]) -> frozenset[str]:
    """Return the names under which findings are kept, of these."""
    found: set[str] = set()
    for start in range(0, len(keys), _TOGETHER):
        asked = cache.c.key.in_(keys[start : start + _TOGETHER])
        found.update(connection.scalars(select(cache.c.key).where(asked)))
    return frozenset(found)
