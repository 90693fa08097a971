"""What people say of promises and passages can have a reason.

It stands within what is kept of a word, so that it goes wherever the word goes; no table changes.
A program of version 10 would drop it, and does not know its line of the history.
"""

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Leave the tables of version 10 as they are: nothing that was said has a reason yet."""
