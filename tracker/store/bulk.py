"""What comparisons over many reports ask of the workspace at once, instead of report by report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
        judged: Promises were marked, or passages confirmed or rejected.
        names: Pairs of names are there, which act on several reports.
    """

    text: frozenset[ReportId]
    promises: frozenset[ReportId]
    judged: frozenset[ReportId]
    names: bool


def touched(connection: Connection) -> Touched:
    """Return which reports people have worked on."""
    judged = (mark.c.report_id, match_decision.c.earlier_id)
    return Touched(
        _ids(connection.scalars(select(correction.c.report_id).distinct())),
        _ids(connection.scalars(select(promise_word.c.report_id).distinct())),
        frozenset().union(*(_ids(connection.scalars(select(c).distinct())) for c in judged)),
        connection.scalar(select(name_pair.c.one_key).limit(1)) is not None,
    )


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
