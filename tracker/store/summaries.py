"""What lists show of a report, as the program read it: one row beside each report."""

import hashlib

from sqlalchemy import Connection, select, update

from tracker.model.ids import ReportId
from tracker.model.library import ReportHead
from tracker.model.report import Report
from tracker.store.changes import Row
from tracker.store.dialect import upsert
from tracker.store.schema import report, summary


def head_of(read: Report) -> ReportHead:
    """Return the head of a report."""
    return ReportHead(read.id, text_hash(read), read.meta, len(read.diagnostics))


def put_summary(connection: Connection, read: ReportHead) -> None:
    """Keep what lists show of a report, as the program read it."""
    region = read.meta.region
    values: Row = {
        "title": read.meta.title,
        "region_name": "" if region is None else region.name,
        "region_code": "" if region is None else region.code,
        "level": None if region is None else region.level.value,
        "year": read.meta.year,
        "kind": read.meta.kind.value,
        "n_warnings": read.n_warnings,
        "text_hash": read.text_hash,
    }
    statement = upsert(connection, summary).values(report_id=read.id, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["report_id"], set_=values))


def text_hash(read: Report) -> str:
    """Return what reports of the same text share, whatever the format they came in.

    White space is left out: formats differ in it. So is what is no part of the report.
    """
    return hashlib.sha256("".join(read.canonical.text.split()).encode()).hexdigest()


def of_same_text(connection: Connection, read: ReportHead) -> ReportId | None:
    """Return another report of the library that has the same text, or None."""
    query = (
        select(summary.c.report_id)
        .join(report, report.c.report_id == summary.c.report_id)
        .where(summary.c.text_hash == read.text_hash, summary.c.report_id != read.id)
        .order_by(summary.c.report_id)
        .limit(1)
    )
    found = connection.scalar(query)
    return None if found is None else ReportId(found)


def n_commitments(connection: Connection, report_id: ReportId) -> int | None:
    """Return how many promises a report is known to have, or None."""
    query = select(summary.c.n_commitments).where(summary.c.report_id == report_id)
    found = connection.scalar(query)
    return None if found is None else int(found)


def put_n_commitments(connection: Connection, report_id: ReportId, number: int | None) -> None:
    """Keep how many promises a report has; None: nobody has counted them."""
    connection.execute(
        update(summary).where(summary.c.report_id == report_id).values(n_commitments=number)
    )
