"""The tables of a workspace (SQLAlchemy 2 Core); ``tracker.store.header`` names their version.

Three kinds of table stand apart: what was brought in (``content``), what people did
(``report``, ``correction``, ``section_link``, ``name_pair``, ``match_decision``, ``bookmark``,
``promise_word``, ``mark``; every change of theirs is in the journal, and who changed a row last in
``change``), and what the program found (``summary``, ``cache``, ``word_index``, ``paragraph``),
which may vanish at any time.
"""

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    event,
)

metadata = MetaData()

Words = String().with_variant(String(collation="C"), "postgresql")
"""Text that is compared and put in order by its characters, as a file does it, on any server."""

setting = Table(
    "setting",
    metadata,
    Column("name", Words, primary_key=True),
    Column("value", Words, nullable=False),
)

content = Table(
    "content",
    metadata,
    Column("report_id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("source", LargeBinary, nullable=True),
    Column("reading", Words, nullable=True),
)
"""``source`` is what the reader made of ``data`` when it was brought in, ``reading`` its hash: a
better reader must not move people's marks unasked. Null: not read yet (files of version 1)."""

report = Table(
    "report",
    metadata,
    Column("report_id", Words, primary_key=True),
    Column("name", Words, nullable=False),
    Column("added_at", Words, nullable=False),
    Column("replaces", Words, nullable=True),
)

correction = Table(
    "correction",
    metadata,
    Column("report_id", Words, primary_key=True),
    Column("subject", Words, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
)

section_link = Table(
    "section_link",
    metadata,
    Column("earlier_id", Words, primary_key=True),
    Column("earlier_start", Integer, primary_key=True),
    Column("later_id", Words, primary_key=True),
    Column("later_start", Integer, primary_key=True),
    Column("earlier_end", Integer, nullable=False),
    Column("earlier_heading", Words, nullable=False),
    Column("later_end", Integer, nullable=False),
    Column("later_heading", Words, nullable=False),
    Column("kind", Words, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
    Index("section_link_later", "later_id"),
)

name_pair = Table(
    "name_pair",
    metadata,
    Column("region", Words, primary_key=True),
    Column("one_key", Words, primary_key=True),
    Column("other_key", Words, primary_key=True),
    Column("one", Words, nullable=False),
    Column("other", Words, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("origin", Words, nullable=False),
    Column("report_id", Words, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
)

match_decision = Table(
    "match_decision",
    metadata,
    Column("decision_id", Integer, primary_key=True),
    Column("earlier_id", Words, nullable=False),
    Column("later_id", Words, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("match_decision_earlier", "earlier_id"),
    Index("match_decision_later", "later_id"),
    sqlite_autoincrement=True,
)

bookmark = Table(
    "bookmark",
    metadata,
    Column("bookmark_id", Integer, primary_key=True),
    Column("report_id", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("bookmark_report", "report_id", "start"),
    sqlite_autoincrement=True,
)

promise_word = Table(
    "promise_word",
    metadata,
    Column("word_id", Integer, primary_key=True),
    Column("report_id", Words, nullable=False),
    Column("start", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("promise_word_report", "report_id", "start"),
    sqlite_autoincrement=True,
)

mark = Table(
    "mark",
    metadata,
    Column("mark_id", Integer, primary_key=True),
    Column("report_id", Words, nullable=False),
    Column("commitment_id", Words, nullable=False),
    Column("verdict", Words, nullable=True),
    Column("lost", Boolean, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("reader", Words, nullable=False, server_default=""),
    Index("mark_report", "report_id", "verdict"),
    Index("mark_commitment", "commitment_id"),
    sqlite_autoincrement=True,
)

mark_event = Table(
    "mark_event",
    metadata,
    Column("event_id", Integer, primary_key=True),
    Column("mark_id", Integer, nullable=False),
    Column("report_id", Words, nullable=False),
    Column("action", Words, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
    Index("mark_event_mark", "mark_id"),
    Index("mark_event_report", "report_id"),
    sqlite_autoincrement=True,
)

said_event = Table(
    "said_event",
    metadata,
    Column("event_id", Integer, primary_key=True),
    Column("table", Words, nullable=False),
    Column("number", Integer, nullable=False),
    Column("report_id", Words, nullable=False),
    Column("later_id", Words, nullable=True),
    Column("action", Words, nullable=False),
    Column("stands", Boolean, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
    Index("said_event_word", "table", "number"),
    Index("said_event_report", "report_id"),
    sqlite_autoincrement=True,
)
"""What happened to the rows of ``promise_word`` and ``match_decision``, by their numbers."""

action = Table(
    "action",
    metadata,
    Column("action_id", Integer, primary_key=True),
    Column("zh", Words, nullable=False),
    Column("en", Words, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("undone", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

action_row = Table(
    "action_row",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("action_id", Integer, nullable=False),
    Column("table", Words, nullable=False),
    Column("before", LargeBinary, nullable=True),
    Column("after", LargeBinary, nullable=True),
    Index("action_row_action", "action_id"),
)

change = Table(
    "change",
    metadata,
    Column("table", Words, primary_key=True),
    Column("key", Words, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("session", Words, nullable=False),
    Column("user", Words, nullable=False),
    Column("at", Words, nullable=False),
    Column("zh", Words, nullable=False),
    Column("en", Words, nullable=False),
    Column("report_id", Words, nullable=True),
    Index("change_number", "number"),
)
"""Who changed a row of people's last, as part of what: its version, and what others are told.
``key`` is a hash: nothing of a document stays here. ``number`` grows by one with every action."""

summary = Table(
    "summary",
    metadata,
    Column("report_id", Words, primary_key=True),
    Column("title", Words, nullable=False),
    Column("region_name", Words, nullable=False),
    Column("region_code", Words, nullable=False),
    Column("level", Words, nullable=True),
    Column("year", Integer, nullable=True),
    Column("kind", Words, nullable=False),
    Column("n_warnings", Integer, nullable=False),
    Column("n_commitments", Integer, nullable=True),
    Column("text_hash", Words, nullable=True),
    Index("summary_text", "text_hash"),
)

cache = Table(
    "cache",
    metadata,
    Column("key", Words, primary_key=True),
    Column("version", Words, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("cache_version", "version"),
)

cache_source = Table(
    "cache_source",
    metadata,
    Column("report_id", Words, primary_key=True),
    Column("key", Words, primary_key=True),
)

word_index_report = Table(
    "word_index_report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report_id", Words, nullable=False),
    Column("text_hash", Words, nullable=False),
    Column("spelling", Words, nullable=False),
    Column("n_paragraphs", Integer, nullable=False),
    Column("headings", LargeBinary, nullable=False),
    Index("word_index_report_id", "report_id"),
    sqlite_autoincrement=True,
)
"""Reports in the index of words, by number; ``headings`` are those of their sections."""

paragraph = Table(
    "paragraph",
    metadata,
    Column("number", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
"""Paragraphs as they are shown where something is found in them."""

WORD_INDEX = (
    "CREATE VIRTUAL TABLE word_index USING fts5(pairs, content='', columnsize=0, tokenize='ascii')"
)
"""Pairs of characters of every paragraph in their order, by the number of the paragraph. Texts are
not kept in it. The tokens come ready made, parted by spaces."""

PAIRS_ON_SERVER = (
    "ALTER TABLE paragraph ADD COLUMN pairs tsvector",
    "CREATE INDEX paragraph_pairs ON paragraph USING gin (pairs)",
)
"""The same on PostgreSQL."""


def _made(statement: str, dialect: str) -> None:
    make = DDL(statement)  # type: ignore[no-untyped-call]
    event.listen(paragraph, "after_create", make.execute_if(dialect=dialect))


_made(WORD_INDEX, "sqlite")
for _statement in PAIRS_ON_SERVER:
    _made(_statement, "postgresql")
