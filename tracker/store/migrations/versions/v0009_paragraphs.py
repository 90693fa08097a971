"""The index of words by paragraph, filled by the first search."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Put the empty index of version 9 in the place of the one by report: a cache, both."""
    in_file = op.get_bind().dialect.name == "sqlite"
    if in_file:
        op.execute("DROP TABLE word_index")
    op.drop_table("word_index_report")
    op.create_table(
        "word_index_report",
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("spelling", sa.String(), nullable=False),
        sa.Column("n_paragraphs", sa.Integer(), nullable=False),
        sa.Column("headings", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("word_index_report_id", "word_index_report", ["report_id"])
    op.create_table(
        "paragraph",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
    )
    if in_file:
        op.execute(
            "CREATE VIRTUAL TABLE word_index USING fts5("
            "pairs, content='', columnsize=0, tokenize='ascii')"
        )
    else:
        op.execute("ALTER TABLE paragraph ADD COLUMN pairs tsvector")
        op.execute("CREATE INDEX paragraph_pairs ON paragraph USING gin (pairs)")
