"""The tables of a workspace (SQLAlchemy 2 Core) and the numbers that name their version.

Three kinds of table stand apart: what was brought in (``content``), what people did
(``report``, ``correction``, ``section_link``, ``name_pair``, ``match_decision``, ``bookmark``,
``promise_word``, ``mark``; every change of theirs is in the journal), and what the program found
(``summary``, ``cache``, ``word_index``), which may vanish at any time.
"""

from sqlalchemy import (
    DDL,
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

APPLICATION_ID = 0x445A4831
"""``DZH1`` in the header of the file, so that another program's database is recognised."""

SCHEMA_VERSION = 7
"""Kept in ``PRAGMA user_version``; equals the number of the newest Alembic revision."""

metadata = MetaData()

setting = Table(
    "setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
)

content = Table(
    "content",
    metadata,
    Column("report_id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("data", LargeBinary, nullable=False),
    Column("source", LargeBinary, nullable=True),
    Column("reading", String, nullable=True),
)
"""``source`` is what the reader made of ``data`` when it was brought in, ``reading`` its hash: a
better reader must not move people's marks unasked. Null: not read yet (files of version 1)."""

report = Table(
    "report",
    metadata,
    Column("report_id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("added_at", String, nullable=False),
    Column("replaces", String, nullable=True),
)

correction = Table(
    "correction",
    metadata,
    Column("report_id", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("payload", LargeBinary, nullable=False),
    Column("user", String, nullable=False),
    Column("at", String, nullable=False),
)

section_link = Table(
    "section_link",
    metadata,
    Column("earlier_id", String, primary_key=True),
    Column("earlier_start", Integer, primary_key=True),
    Column("later_id", String, primary_key=True),
    Column("later_start", Integer, primary_key=True),
    Column("earlier_end", Integer, nullable=False),
    Column("earlier_heading", String, nullable=False),
    Column("later_end", Integer, nullable=False),
    Column("later_heading", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("user", String, nullable=False),
    Column("at", String, nullable=False),
    Index("section_link_later", "later_id"),
)

name_pair = Table(
    "name_pair",
    metadata,
    Column("region", String, primary_key=True),
    Column("one_key", String, primary_key=True),
    Column("other_key", String, primary_key=True),
    Column("one", String, nullable=False),
    Column("other", String, nullable=False),
    Column("same", Boolean, nullable=False),
    Column("origin", String, nullable=False),
    Column("report_id", String, nullable=False),
    Column("user", String, nullable=False),
    Column("at", String, nullable=False),
)

match_decision = Table(
    "match_decision",
    metadata,
    Column("decision_id", Integer, primary_key=True),
    Column("earlier_id", String, nullable=False),
    Column("later_id", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("match_decision_earlier", "earlier_id"),
    Index("match_decision_later", "later_id"),
    sqlite_autoincrement=True,
)

bookmark = Table(
    "bookmark",
    metadata,
    Column("bookmark_id", Integer, primary_key=True),
    Column("report_id", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("bookmark_report", "report_id", "start"),
    sqlite_autoincrement=True,
)

promise_word = Table(
    "promise_word",
    metadata,
    Column("word_id", Integer, primary_key=True),
    Column("report_id", String, nullable=False),
    Column("start", Integer, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("promise_word_report", "report_id", "start"),
    sqlite_autoincrement=True,
)

mark = Table(
    "mark",
    metadata,
    Column("mark_id", Integer, primary_key=True),
    Column("report_id", String, nullable=False),
    Column("commitment_id", String, nullable=False),
    Column("verdict", String, nullable=True),
    Column("lost", Boolean, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("reader", String, nullable=False, server_default=""),
    Index("mark_report", "report_id", "verdict"),
    Index("mark_commitment", "commitment_id"),
    sqlite_autoincrement=True,
)

mark_event = Table(
    "mark_event",
    metadata,
    Column("event_id", Integer, primary_key=True),
    Column("mark_id", Integer, nullable=False),
    Column("report_id", String, nullable=False),
    Column("action", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("user", String, nullable=False),
    Column("at", String, nullable=False),
    Index("mark_event_mark", "mark_id"),
    Index("mark_event_report", "report_id"),
    sqlite_autoincrement=True,
)

action = Table(
    "action",
    metadata,
    Column("action_id", Integer, primary_key=True),
    Column("zh", String, nullable=False),
    Column("en", String, nullable=False),
    Column("user", String, nullable=False),
    Column("at", String, nullable=False),
    Column("undone", Boolean, nullable=False),
    sqlite_autoincrement=True,
)

action_row = Table(
    "action_row",
    metadata,
    Column("row_id", Integer, primary_key=True),
    Column("action_id", Integer, nullable=False),
    Column("table", String, nullable=False),
    Column("before", LargeBinary, nullable=True),
    Column("after", LargeBinary, nullable=True),
    Index("action_row_action", "action_id"),
)

summary = Table(
    "summary",
    metadata,
    Column("report_id", String, primary_key=True),
    Column("title", String, nullable=False),
    Column("region_name", String, nullable=False),
    Column("region_code", String, nullable=False),
    Column("level", String, nullable=True),
    Column("year", Integer, nullable=True),
    Column("kind", String, nullable=False),
    Column("n_warnings", Integer, nullable=False),
    Column("n_commitments", Integer, nullable=True),
    Column("text_hash", String, nullable=True),
    Index("summary_text", "text_hash"),
)

cache = Table(
    "cache",
    metadata,
    Column("key", String, primary_key=True),
    Column("version", String, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Index("cache_version", "version"),
)

cache_source = Table(
    "cache_source",
    metadata,
    Column("report_id", String, primary_key=True),
    Column("key", String, primary_key=True),
)

word_index_report = Table(
    "word_index_report",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("report_id", String, nullable=False),
    Column("text_hash", String, nullable=False),
    Column("version", String, nullable=False),
    Index("word_index_report_id", "report_id"),
    sqlite_autoincrement=True,
)
"""Rows of ``word_index`` by number: the report that each is of, and which of its texts. Numbers are
never used twice, since rows of the index stay when those of this table go."""

WORD_INDEX = (
    "CREATE VIRTUAL TABLE word_index USING fts5("
    "pairs, content='', detail=none, columnsize=0, tokenize='ascii')"
)
"""Every pair of characters of a report, once. Neither texts nor places are kept: where a word
stands is asked of the report. The tokens come ready made, parted by spaces."""

_make_index = DDL(WORD_INDEX)  # type: ignore[no-untyped-call]
event.listen(word_index_report, "after_create", _make_index.execute_if(dialect="sqlite"))
