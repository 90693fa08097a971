"""What people say of promises and passages has a history, as marks have."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the empty table of version 10: words that are there count as said when they were."""
    op.create_table(
        "said_event",
        sa.Column("event_id", sa.Integer(), primary_key=True),
        sa.Column("table", sa.String(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("later_id", sa.String(), nullable=True),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("stands", sa.Boolean(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("said_event_word", "said_event", ["table", "number"])
    op.create_index("said_event_report", "said_event", ["report_id"])
