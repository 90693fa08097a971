"""A mark knows whose reading it belongs to: the workspace's, or that of a second reader."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column of version 6; every mark so far is the workspace's."""
    op.add_column("mark", sa.Column("reader", sa.String(), nullable=False, server_default=""))
