"""What people say of promises themselves has a table of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table of version 5; nothing is rewritten."""
    op.create_table(
        "promise_word",
        sa.Column("word_id", sa.Integer(), primary_key=True),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("promise_word_report", "promise_word", ["report_id", "start"])
