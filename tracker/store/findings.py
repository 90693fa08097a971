"""The cache of what the program found: may vanish at any time, is never trusted unseen."""

from collections.abc import Iterable
from typing import TypeVar

from sqlalchemy import delete, insert, select

from tracker.model.ids import ReportId
from tracker.store import codec
from tracker.store.database import Database
from tracker.store.schema import cache, cache_source

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
        self.put_packed(key, version, codec.pack(value), sources)

    def put_packed(
        self, key: str, version: str, payload: bytes, sources: Iterable[ReportId]
    ) -> None:
        """Do the same with a finding that is packed already."""
        with self._database.write() as connection:
            if not self._swept:
                stale = select(cache.c.key).where(cache.c.version != version)
                connection.execute(delete(cache_source).where(cache_source.c.key.in_(stale)))
                connection.execute(delete(cache).where(cache.c.version != version))
            connection.execute(delete(cache).where(cache.c.key == key))
            connection.execute(delete(cache_source).where(cache_source.c.key == key))
            connection.execute(
                insert(cache), [{"key": key, "version": version, "payload": payload}]
            )
            connection.execute(
                insert(cache_source),
                [{"report_id": report_id, "key": key} for report_id in set(sources)],
            )
        self._swept = True
