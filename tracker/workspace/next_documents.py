"""Which documents of a workspace the promises of a report are judged by."""

from collections.abc import Sequence

from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import answers_for, planned_for
from tracker.store import shelf
from tracker.store.database import Database
from tracker.workspace.findings import unknown_report
from tracker.workspace.promise_table import TableFindings


def laters_for(
    database: Database, findings: TableFindings, earlier: ReportId
) -> tuple[ReportId, ...]:
    """Return the documents that a report's promises are judged by, itself first."""
    with database.read() as connection:
        entries = shelf.entries_beside(connection, earlier)
    own = next((entry for entry in entries if entry.id == earlier), None)
    if own is None:
        raise unknown_report()
    itself = (earlier,) if findings.answers_for_itself(earlier) else ()
    return itself + next_documents(own, entries)


def next_documents(own: ReportEntry, entries: Sequence[ReportEntry]) -> tuple[ReportId, ...]:
    """Return the documents of the same region that look back on the next year that is there.

    The work report of 2023 looks back on 2022, as does the bulletin of 2022.
    """
    year = planned_for(own.kind, own.year, own.title)
    if year is None or not (own.region_code or own.region_name):
        return ()
    later = [
        (back, e.id)
        for e in entries
        if e.id != own.id
        and _same_region(own, e)
        and (back := answers_for(e.kind, e.year, e.title, year)) is not None
    ]
    return tuple(one for back, one in later if back == min(later)[0])


def _same_region(one: ReportEntry, other: ReportEntry) -> bool:
    if one.region_code and other.region_code:
        return one.region_code == other.region_code
    return one.region_name == other.region_name
