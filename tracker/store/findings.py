"""The cache of what the program found: may vanish at any time, is never trusted unseen.

In a shared workspace colleagues may have different versions of the program for a while: what a
version found is kept there for as long as somebody has worked with it lately.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta
from itertools import product
from typing import TypeVar

from sqlalchemy import Connection, delete, insert, select

from tracker.model.ids import ReportId
from tracker.store import codec
from tracker.store.database import Database, now
from tracker.store.dialect import begins, upsert
from tracker.store.schema import cache, cache_source, setting

T = TypeVar("T")


class FindingCache:
    """Findings by key; a key names stage, version of the program and content.

    Args:
        database: The workspace file.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._swept = False

    def get(self, key: str, kind: type[T]) -> T | None:
        """Return a finding, or None when it is not there or does not decode."""
        with self._database.read() as connection:
            payload = connection.scalar(select(cache.c.payload).where(cache.c.key == key))
        return None if payload is None else codec.unpack(payload, kind)

    def has(self, key: str) -> bool:
        """Tell whether a finding is there."""
        with self._database.read() as connection:
            return connection.scalar(select(cache.c.key).where(cache.c.key == key)) is not None

    def put(self, key: str, version: str, value: object, sources: Iterable[ReportId]) -> None:
        """Keep a finding; the first one in a session sweeps out other versions' findings.

        Args:
            key: Its name.
            version: Version of the program that found it.
            value: The finding.
            sources: Reports whose text it holds.
        """
        self.put_packed({key: codec.pack(value)}, version, sources)

    def put_packed(
        self, payloads: Mapping[str, bytes], version: str, sources: Iterable[ReportId]
    ) -> None:
        """Do the same with findings that are packed already, by their names."""
        with self._database.write() as connection:
            if not self._swept:
                self._sweep(connection, version)
            connection.execute(delete(cache).where(cache.c.key.in_(payloads)))
            connection.execute(delete(cache_source).where(cache_source.c.key.in_(payloads)))
            connection.execute(
                insert(cache),
                [
                    {"key": key, "version": version, "payload": payload}
                    for key, payload in payloads.items()
                ],
            )
            of_reports = product(sorted(set(sources)), payloads)
            connection.execute(
                insert(cache_source),
                [{"report_id": report_id, "key": key} for report_id, key in of_reports],
            )
        self._swept = True

    def _sweep(self, connection: Connection, version: str) -> None:
        """Delete what no version finds any more that is in use."""
        used = {version}
        if self._database.shared:
            used |= _used_lately(connection, version)
        stale = select(cache.c.key).where(cache.c.version.not_in(used))
        connection.execute(delete(cache_source).where(cache_source.c.key.in_(stale)))
        connection.execute(delete(cache).where(cache.c.version.not_in(used)))


_USED = "findings:"
"""Settings that tell on which day a version of the program was used last begin so."""

_KEPT = timedelta(days=30)
"""How long findings of a version stay that nobody has worked with."""


def _used_lately(connection: Connection, version: str) -> set[str]:
    """Write down that a version is in use; return those that were lately."""
    row = {"name": _USED + version, "value": now().isoformat()}
    statement = upsert(connection, setting).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))
    query = select(setting.c.name, setting.c.value).where(begins(setting.c.name, _USED))
    limit = (now() - _KEPT).isoformat()
    return {name.removeprefix(_USED) for name, at in connection.execute(query) if at >= limit}
