"""The index of words (SQLite FTS5): which reports may hold what is looked for.

It is a cache: made of texts that are kept elsewhere, filled as reports come in and by the first
search after that, made anew when it is gone. Rows of it are never deleted one by one (an index
without a text of its own cannot): a row that no report stands behind any more is passed over, and
where words have to go for good, all of them go.

On another database than SQLite there is none, and all reports are looked through.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, literal_column, select, text, update

from tracker.model.ids import ReportId
from tracker.store.schema import report, summary, word_index_report


def _here(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


def put_pairs(
    connection: Connection, report_id: ReportId, text_hash: str, version: str, pairs: str
) -> None:
    """Keep the pairs of characters of a report's text in the place of those there were.

    Args:
        connection: Open for writing.
        report_id: The report.
        text_hash: What its text was, as its summary has it.
        version: Version of the stages that read it.
        pairs: See ``tracker.text.pairs``.
    """
    if not _here(connection):
        return
    table = word_index_report
    connection.execute(delete(table).where(table.c.report_id == report_id))
    row = {"report_id": report_id, "text_hash": text_hash, "version": version}
    number = connection.execute(insert(table).values(row)).lastrowid
    connection.execute(
        text("INSERT INTO word_index (rowid, pairs) VALUES (:number, :pairs)"),
        {"number": number, "pairs": pairs},
    )
    # Summaries of old files do not know what text they are of.
    nameless = summary.c.text_hash.is_(None)
    connection.execute(
        update(summary)
        .where(summary.c.report_id == report_id, nameless)
        .values(text_hash=text_hash)
    )


def clear_pairs(connection: Connection) -> None:
    """Forget the words of all reports: nothing of what was erased may stay behind."""
    if _here(connection) and connection.dialect.has_table(connection, word_index_report.name):
        connection.execute(delete(word_index_report))
        connection.exec_driver_sql("INSERT INTO word_index (word_index) VALUES ('delete-all')")


def clear_outdated(connection: Connection, version: str) -> None:
    """Forget all where some were read by another version of the stages."""
    other = select(word_index_report.c.number).where(word_index_report.c.version != version)
    if _here(connection) and connection.scalar(other.limit(1)) is not None:
        clear_pairs(connection)


def without_pairs(connection: Connection, version: str) -> tuple[ReportId, ...]:
    """Return the reports of the library whose text, as it is now, is not in the index."""
    if not _here(connection):
        return ()
    table = word_index_report
    there = (
        select(literal_column("1"))
        .where(
            table.c.report_id == report.c.report_id,
            table.c.version == version,
            table.c.text_hash == summary.c.text_hash,
        )
        .exists()
    )
    query = (
        select(report.c.report_id)
        .select_from(report)
        .outerjoin(summary, summary.c.report_id == report.c.report_id)
        .where(~there)
    )
    return tuple(ReportId(one) for one in connection.scalars(query))


def holding(connection: Connection, wanted: Sequence[Iterable[str]]) -> tuple[ReportId, ...] | None:
    """Return the reports of the library that have all pairs of all terms.

    None where the index cannot tell: all may.
    """
    asked = [_asked(one) for term in wanted for one in term]
    if not asked or not _here(connection):
        return None
    query = text(
        "SELECT r.report_id FROM word_index JOIN word_index_report n ON n.number = word_index.rowid"
        " JOIN report r ON r.report_id = n.report_id WHERE word_index MATCH :asked"
    )
    return tuple(map(ReportId, connection.scalars(query, {"asked": " AND ".join(asked)})))


def _asked(pair: str) -> str:
    """Return a pair as FTS5 reads it; a single character begins something."""
    return f'"{pair}"' if len(pair) > 1 else f'"{pair}"*'
