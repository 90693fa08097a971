"""Bringing an older workspace up to date with Alembic; loaded for older ones only.

Revisions are named by four digits (``0001``) that equal the version of the tables after them. All
of them run in one transaction: a crash in between leaves file or server as it was. They say what
they do for both (``Words`` of the schema is the type of text on a server); servers begin with
version 8.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.store import dialect, header
from tracker.store.database import Database

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(database: Database, *, target: int | None = None, more: Path | None = None) -> None:
    """Run the revisions that a workspace lacks.

    Args:
        database: The open workspace.
        target: Schema version to reach; the program's own by default.
        more: A folder with further revisions (for tests of migrations to come).

    Raises:
        StoreProblem: It cannot be written; it is as it was.
    """
    version = header.SCHEMA_VERSION if target is None else target
    with database.write() as connection:
        _run(connection, version, more)
        dialect.keep_schema_version(connection, version)


def _run(connection: Connection, version: int, more: Path | None) -> None:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    places = [_SCRIPTS / "versions", *([] if more is None else [more])]
    config.set_main_option(
        "version_locations", "\n".join(str(place).replace("%", "%%") for place in places)
    )
    config.attributes["connection"] = connection
    current = dialect.schema_version(connection)
    if current:
        command.stamp(config, f"{current:04}")
    command.upgrade(config, f"{version:04}")
