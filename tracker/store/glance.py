"""A first look into a workspace file by Python's own ``sqlite3``: reports as they are kept.

The database proper brings a library that takes longer to load than a start of the program may
last. This look asks for nothing but texts that were read before, and says nothing at all where
anything is out of the ordinary: another version of the file, a report that people set right, a
report that is gone or would be read anew. Who asks then waits for the workspace, which knows.
Nothing is written, and the file is let go of before anybody opens it in earnest.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from tracker.errors import StoreProblem
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.store import codec, header
from tracker.store.keys import report_key

_NAME = "SELECT value FROM setting WHERE name = 'workspace'"
_READING = """
    SELECT content.reading FROM report JOIN content USING (report_id)
    WHERE report.report_id = ?1
    AND NOT EXISTS (SELECT 1 FROM correction WHERE correction.report_id = ?1)
"""
_FINDING = "SELECT payload FROM cache WHERE key = ?"


def kept_reports(
    path: Path, workspace: str, reports: Sequence[ReportId], version: str
) -> tuple[Report, ...]:
    """Return reports just as the open workspace would give them, or none of them.

    Args:
        path: The file.
        workspace: The random name that it must have.
        reports: Those that are wanted, in order.
        version: Version of the findings.
    """
    try:
        if header.check_header(path) != header.SCHEMA_VERSION:
            return ()
        with closing(header.open_unseen(path, patience=0)) as connection:
            if _one(connection, _NAME) != workspace:
                return ()
            if _one(connection, "PRAGMA user_version") != header.SCHEMA_VERSION:
                return ()  # a log that is not moved in yet makes it another one
            found = [_kept(connection, report, version) for report in reports]
    except (OSError, StoreProblem, sqlite3.Error, UnicodeDecodeError):
        return ()
    whole = tuple(report for report in found if report is not None)
    return whole if len(whole) == len(found) else ()


def _kept(connection: sqlite3.Connection, report_id: ReportId, version: str) -> Report | None:
    reading = _one(connection, _READING, report_id)
    if not isinstance(reading, str):
        return None
    payload = _one(connection, _FINDING, report_key(version, report_id, reading))
    return codec.unpack(payload, Report) if isinstance(payload, bytes) else None


def _one(connection: sqlite3.Connection, statement: str, *values: str) -> object:
    """Return the first value of the first row, None where there is none."""
    row = connection.execute(statement, values).fetchone()
    return None if row is None else row[0]
