"""An index of words, filled by the first search."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the empty index of version 7; nothing is rewritten."""
    op.create_table(
        "word_index_report",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("word_index_report_id", "word_index_report", ["report_id"])
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE word_index USING fts5("
            "pairs, content='', detail=none, columnsize=0, tokenize='ascii')"
        )
