"""What people decide about names and passages has tables of its own."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables of version 3; nothing is rewritten."""
    op.create_table(
        "name_pair",
        sa.Column("region", sa.String(), primary_key=True),
        sa.Column("one_key", sa.String(), primary_key=True),
        sa.Column("other_key", sa.String(), primary_key=True),
        sa.Column("one", sa.String(), nullable=False),
        sa.Column("other", sa.String(), nullable=False),
        sa.Column("same", sa.Boolean(), nullable=False),
        sa.Column("origin", sa.String(), nullable=False),
        sa.Column("report_id", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
    )
    op.create_table(
        "match_decision",
        sa.Column("decision_id", sa.Integer(), primary_key=True),
        sa.Column("earlier_id", sa.String(), nullable=False),
        sa.Column("later_id", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("match_decision_earlier", "match_decision", ["earlier_id"])
    op.create_index("match_decision_later", "match_decision", ["later_id"])
