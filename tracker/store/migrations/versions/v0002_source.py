"""The text as it was read is kept beside the bytes, and reports of the same text are known."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add what version 2 knows more; nothing is rewritten, so that large files take no time."""
    op.add_column("content", sa.Column("source", sa.LargeBinary(), nullable=True))
    op.add_column("content", sa.Column("reading", sa.String(), nullable=True))
    op.add_column("summary", sa.Column("text_hash", sa.String(), nullable=True))
    op.create_index("summary_text", "summary", ["text_hash"])
