"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of version 1."""
    op.create_table(
        "setting",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "content",
        sa.Column("report_id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
    )
    _people()
    _marks()
    _journal()
    _findings()


def _people() -> None:
    op.create_table(
        "report",
        sa.Column("report_id", sa.String(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("added_at", sa.String(), nullable=False),
        sa.Column("replaces", sa.String(), nullable=True),
    )
    op.create_table(
        "correction",
        sa.Column("report_id", sa.String(), primary_key=True),
        sa.Column("subject", sa.String(), primary_key=True),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_table(
        "section_link",
        sa.Column("earlier_id", sa.String(), primary_key=True),
        sa.Column("earlier_start", sa.Integer(), primary_key=True),
        sa.Column("later_id", sa.String(), primary_key=True),
        sa.Column("later_start", sa.Integer(), primary_key=True),
        sa.Column("earlier_end", sa.Integer(), nullable=False),
        sa.Column("earlier_heading", sa.String(), nullable=False),
        sa.Column("later_end", sa.Integer(), nullable=False),
        sa.Column("later_heading", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_index("section_link_later", "section_link", ["later_id"])


def _marks() -> None:
    op.create_table(
        "mark",
        sa.Column("mark_id", sa.Integer(), primary_key=True),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("commitment_id", sa.String(), nullable=False),
        sa.Column("verdict", sa.String(), nullable=True),
        sa.Column("lost", sa.Boolean(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("mark_report", "mark", ["report_id", "verdict"])
    op.create_index("mark_commitment", "mark", ["commitment_id"])
    op.create_table(
        "mark_event",
        sa.Column("event_id", sa.Integer(), primary_key=True),
        sa.Column("mark_id", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("mark_event_mark", "mark_event", ["mark_id"])
    op.create_index("mark_event_report", "mark_event", ["report_id"])


def _journal() -> None:
    op.create_table(
        "action",
        sa.Column("action_id", sa.Integer(), primary_key=True),
        sa.Column("zh", sa.String(), nullable=False),
        sa.Column("en", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("undone", sa.Boolean(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "action_row",
        sa.Column("row_id", sa.Integer(), primary_key=True),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("before", sa.LargeBinary(), nullable=True),
        sa.Column("after", sa.LargeBinary(), nullable=True),
    )
    op.create_index("action_row_action", "action_row", ["action_id"])


def _findings() -> None:
    op.create_table(
        "summary",
        sa.Column("report_id", sa.String(), primary_key=True),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("region_name", sa.String(), nullable=False),
        sa.Column("region_code", sa.String(), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("n_warnings", sa.Integer(), nullable=False),
        sa.Column("n_commitments", sa.Integer(), nullable=True),
    )
    op.create_table(
        "cache",
        sa.Column("key", sa.String(), primary_key=True),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
    )
    op.create_index("cache_version", "cache", ["version"])
    op.create_table(
        "cache_source",
        sa.Column("report_id", sa.String(), primary_key=True),
        sa.Column("key", sa.String(), primary_key=True),
    )
