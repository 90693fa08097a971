"""The index of words: which paragraphs of which reports hold what is looked for.

Every paragraph of a report is a row: in ``paragraph`` it lies as it is shown, in ``word_index``
(SQLite FTS5) by its pairs of characters in their order (``tracker.text.pairs``). The number of a
row is that of its report, times 2^20, plus its place, so that counting by report needs no text. On
PostgreSQL the pairs are a ``tsvector`` beside the paragraph, under a GIN index, without extension.

It is a cache: made of texts that are kept elsewhere, filled as reports come in and by the first
search after that, made anew when it is gone. A report that is taken out of the library keeps its
rows, for undo; they are passed over. With one that is forgotten its words leave the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from sqlalchemy import Connection, delete, func, insert, select, text

from tracker.model.ids import ReportId
from tracker.model.outline import Role
from tracker.model.paragraph import Paragraph, Place
from tracker.store.schema import paragraph, report, summary, word_index_report
from tracker.text.pairs import SPELLING, pairs_of, spelled

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

    Numbers = NDArray[numpy.int64]

PLACES = 1 << 20
"""Paragraphs that a report may have: a number is one of a report times this, plus a place."""

_FEW = 500
"""Paragraphs that one statement asks for by number."""
_MERGED_AT_ONCE = 1000
"""Pages of the index (4 KB each) that are merged in one transaction."""
_ENCODING = "gb18030"
"""Two bytes for a Chinese character instead of three; it holds every character."""
_ROLES = tuple(Role)


@dataclass(frozen=True, slots=True)
class IndexedText:
    """A report as the index takes it in; made outside of the transaction.

    Attributes:
        text_hash: What its text is, as its summary has it.
        headings: Headings of its sections, packed.
        rows: Its paragraphs, packed, each with its pairs.
    """

    text_hash: str
    headings: bytes
    rows: tuple[tuple[bytes, str], ...]


@dataclass(frozen=True, slots=True)
class IndexedReport:
    """A report of the library whose paragraphs are in the index.

    Attributes:
        number: Its number.
        report_id: The report.
        n_paragraphs: How many it has.
    """

    number: int
    report_id: ReportId
    n_paragraphs: int


class _Kept(msgspec.Struct, array_like=True, omit_defaults=True):
    """A paragraph in bytes; places as (start, page or 0, number of the role, section or -1)."""

    text: bytes
    start: int
    line: int
    places: tuple[tuple[int, int, int, int], ...]
    runs: tuple[tuple[int, int], ...] = ()
    source: bytes = b""


_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(_Kept)
_headings = msgspec.msgpack.Decoder(tuple[str, ...])


def pack(
    text_hash: str, headings: Sequence[str], paragraphs: Iterable[tuple[Paragraph, str]]
) -> IndexedText:
    """Return a report as the index takes it in.

    Args:
        text_hash: What its text is.
        headings: Headings of its sections.
        paragraphs: Its paragraphs with their pairs.
    """
    rows = tuple((_packed(one), pairs) for one, pairs in paragraphs)
    return IndexedText(text_hash, _encoder.encode(headings), rows[:PLACES])


def _packed(one: Paragraph) -> bytes:
    places = tuple(
        (p.start, p.page or 0, _ROLES.index(p.role), -1 if p.section is None else p.section)
        for p in one.places
    )
    source = one.source.encode(_ENCODING, "surrogatepass") if one.source else b""
    body = one.text.encode(_ENCODING, "surrogatepass")
    return _encoder.encode(_Kept(body, one.start, one.line, places, one.runs, source))


def _unpacked(data: bytes) -> Paragraph:
    kept = _decoder.decode(data)
    return Paragraph(
        kept.text.decode(_ENCODING, "surrogatepass"),
        kept.start,
        kept.line,
        tuple(
            [
                Place(start, page or None, _ROLES[role], None if section < 0 else section)
                for start, page, role, section in kept.places
            ]
        ),
        kept.runs,
        kept.source.decode(_ENCODING, "surrogatepass") if kept.source else "",
    )


def _in_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


# Filling


def put(connection: Connection, report_id: ReportId, indexed: IndexedText) -> None:
    """Keep the paragraphs of a report in the place of those there were."""
    drop(connection, report_id)
    row = {
        "report_id": report_id,
        "text_hash": indexed.text_hash,
        "spelling": SPELLING,
        "n_paragraphs": len(indexed.rows),
        "headings": indexed.headings,
    }
    numbered_row = insert(word_index_report).values(row).returning(word_index_report.c.number)
    first = connection.execute(numbered_row).scalar_one() * PLACES
    numbered = [(first + at, body, pairs) for at, (body, pairs) in enumerate(indexed.rows)]
    if not numbered:
        return
    if _in_file(connection):
        raw = connection.connection.cursor()
        raw.executemany(
            "INSERT INTO paragraph (number, body) VALUES (?, ?)", [one[:2] for one in numbered]
        )
        raw.executemany(
            "INSERT INTO word_index (rowid, pairs) VALUES (?, ?)",
            [(number, pairs) for number, _, pairs in numbered],
        )
        return
    statement = text(
        "INSERT INTO paragraph (number, body, pairs) VALUES (:n, :b, CAST(:p AS tsvector))"
    )
    rows = [{"n": number, "b": body, "p": _vector(pairs)} for number, body, pairs in numbered]
    connection.execute(statement, rows)


def renew(connection: Connection, report_id: ReportId, indexed: IndexedText) -> None:
    """Do the same where anything of it is another."""
    table = word_index_report
    columns = (table.c.number, table.c.text_hash, table.c.spelling, table.c.headings)
    kept = connection.execute(select(*columns).where(table.c.report_id == report_id)).first()
    if kept is not None and tuple(kept)[1:] == (indexed.text_hash, SPELLING, indexed.headings):
        first, last = kept.number * PLACES, (kept.number + 1) * PLACES - 1
        rows = select(paragraph.c.body).where(paragraph.c.number.between(first, last))
        bodies = connection.scalars(rows.order_by(paragraph.c.number))
        if list(map(bytes, bodies)) == [body for body, _ in indexed.rows]:
            return
    put(connection, report_id, indexed)


def drop(connection: Connection, report_id: str) -> bool:
    """Forget the paragraphs of a report; tell whether there were any.

    An index without texts is told what was in it; what it keeps of that goes with ``scrub``.
    """
    table = word_index_report
    numbers = connection.scalars(select(table.c.number).where(table.c.report_id == report_id)).all()
    for number in numbers:
        first, last = number * PLACES, (number + 1) * PLACES - 1
        if _in_file(connection):
            raw = connection.connection.cursor()
            rows = raw.execute(
                "SELECT number, body FROM paragraph WHERE number BETWEEN ? AND ?", (first, last)
            ).fetchall()
            told = _spelled([(n, _unpacked(body).text) for n, body in rows])
            raw.executemany(
                "INSERT INTO word_index (word_index, rowid, pairs) VALUES ('delete', ?, ?)", told
            )
        connection.execute(delete(paragraph).where(paragraph.c.number.between(first, last)))
    connection.execute(delete(table).where(table.c.report_id == report_id))
    return bool(numbers)


def _spelled(texts: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return numbered paragraphs as the pairs that they were put in with."""
    folded, at, found = spelled("\n".join(one for _, one in texts)), 0, []
    for number, one in texts:
        found.append((number, pairs_of(folded[at : at + len(one)])))
        at += len(one) + 1
    return found


def scrub(connection: Connection) -> None:
    """Let the index keep no trace of what was dropped: it is written anew without it."""
    if _in_file(connection):
        connection.exec_driver_sql("INSERT INTO word_index (word_index) VALUES ('optimize')")


def merge(connection: Connection, *, begin: bool) -> bool:
    """Merge some of the pieces that the index grew by; tell whether there may be more to merge.

    What is looked for is looked for in every piece: a rare phrase in 13 of them takes seven times
    as long as in one.

    Args:
        connection: A transaction of its own; each takes some hundredths of a second.
        begin: All pieces there are now shall become one; else it goes on where it was.
    """
    if not _in_file(connection):
        return False
    raw = connection.connection.cursor()
    count = "SELECT total_changes()"
    before = raw.execute(count).fetchone()[0]
    pages = -_MERGED_AT_ONCE if begin else _MERGED_AT_ONCE
    raw.execute("INSERT INTO word_index (word_index, rank) VALUES ('merge', ?)", (pages,))
    # The statement itself counts as one: https://www.sqlite.org/fts5.html#the_merge_command
    worked: bool = raw.execute(count).fetchone()[0] - before > 1
    return worked


def clear_outdated(connection: Connection) -> None:
    """Forget all where some were spelled by another version of the program."""
    table = word_index_report
    other = select(table.c.number).where(table.c.spelling != SPELLING).limit(1)
    if connection.scalar(other) is not None:
        clear(connection)


def clear(connection: Connection) -> None:
    """Forget all paragraphs of all reports."""
    connection.execute(delete(word_index_report))
    connection.execute(delete(paragraph))
    if _in_file(connection):
        connection.exec_driver_sql("INSERT INTO word_index (word_index) VALUES ('delete-all')")


def missing(connection: Connection) -> tuple[ReportId, ...]:
    """Return the reports of the library whose text, as it is now, is not in the index."""
    table = word_index_report
    known = select(table.c.report_id).where(
        table.c.report_id == report.c.report_id,
        table.c.spelling == SPELLING,
        table.c.text_hash == func.coalesce(summary.c.text_hash, table.c.text_hash),
    )
    query = (
        select(report.c.report_id)
        .select_from(report)
        .outerjoin(summary, summary.c.report_id == report.c.report_id)
        .where(~known.exists())
        .order_by(report.c.report_id)
    )
    return tuple(ReportId(one) for one in connection.scalars(query))


# Asking


def number(connection: Connection) -> int:
    """Return how many reports are in the index."""
    return connection.scalar(select(func.count()).select_from(word_index_report)) or 0


def state(connection: Connection) -> object | None:
    """Return what is another value after anybody changed anything; None where nobody can say."""
    if not _in_file(connection):
        return None
    raw = connection.connection.driver_connection
    others = connection.connection.cursor().execute("PRAGMA data_version").fetchone()
    return id(raw), others, getattr(raw, "total_changes", None)


def indexed_reports(connection: Connection) -> dict[int, IndexedReport]:
    """Return the reports of the library that are in the index, by number."""
    table = word_index_report
    query = (
        select(table.c.number, table.c.report_id, table.c.n_paragraphs)
        .join(report, report.c.report_id == table.c.report_id)
        .order_by(table.c.number)
    )
    return {row[0]: IndexedReport(row[0], row[1], row[2]) for row in connection.execute(query)}


def matching(connection: Connection, terms: Sequence[Sequence[str]]) -> "Numbers":
    """Return the numbers of the paragraphs that hold all terms, each as its pairs, ascending.

    Without terms these are all paragraphs.
    """
    import numpy  # noqa: PLC0415 - loaded with the first search

    asked = [term for term in terms if term]
    if not _in_file(connection):
        query, values = "SELECT number FROM paragraph", {}
        if asked:
            query += " WHERE pairs @@ CAST(:asked AS tsquery)"
            values = {"asked": " & ".join(map(_tsquery, asked))}
        rows = connection.scalars(text(query + " ORDER BY number"), values).all()
        return numpy.array(rows, dtype=numpy.int64)
    # One long text is handed over faster than a row for each of a hundred thousand.
    given: tuple[str, ...] = ()
    if asked:
        query = "SELECT group_concat(rowid) FROM word_index WHERE word_index MATCH ?"
        given = (" AND ".join(map(_fts_query, asked)),)
    else:
        query = "SELECT group_concat(number) FROM paragraph"
    joined = connection.connection.cursor().execute(query, given).fetchone()[0]
    found: Numbers = numpy.fromstring(joined or "", sep=",", dtype=numpy.int64)
    if len(found) and (found[1:] < found[:-1]).any():
        found.sort()
    return found


def _fts_query(term: Sequence[str]) -> str:
    """Return a term as FTS5 reads it; a single character begins something."""
    return f'"{" ".join(term)}"' + ("*" if len(term[0]) == 1 else "")


def _quoted(pair: str) -> str:
    return "'" + pair.replace("\\", "\\\\").replace("'", "''") + "'"


def _vector(pairs: str) -> str:
    """Return the pairs of a paragraph as a text search vector of PostgreSQL, with their places."""
    return " ".join(f"{_quoted(one)}:{at}" for at, one in enumerate(pairs.split(" "), 1))


def _tsquery(term: Sequence[str]) -> str:
    if len(term[0]) == 1:
        return f"{_quoted(term[0])}:*"
    return "(" + " <-> ".join(map(_quoted, term)) + ")"


def paragraphs(connection: Connection, numbers: Sequence[int]) -> dict[int, Paragraph]:
    """Return paragraphs by number; those that are gone are left out."""
    rows = _rows(connection, "SELECT number, body FROM paragraph", numbers)
    return {number: _unpacked(bytes(body)) for number, body in rows}


def headings(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Return the headings of the sections of some reports, by number."""
    rows = _rows(connection, "SELECT number, headings FROM word_index_report", list(numbers))
    return {number: _headings.decode(packed) for number, packed in rows}


def _rows(
    connection: Connection, query: str, numbers: Sequence[int]
) -> Iterator[tuple[int, bytes]]:
    """Yield rows by number: written out, numbers cost less than their places in a statement."""
    for start in range(0, len(numbers), _FEW):
        some = ",".join(map(str, numbers[start : start + _FEW]))
        raw = connection.connection.cursor()
        raw.execute(f"{query} WHERE number IN ({some})")
        yield from raw.fetchall()
