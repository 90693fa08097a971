"""Bringing an older workspace up to date with Alembic; loaded for older files only.

Revisions are named by four digits (``0001``) that equal ``PRAGMA user_version`` after them. All
of them run in one transaction: a crash in between leaves the file as it was.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

from tracker.store import schema
from tracker.store.database import Database

_SCRIPTS = Path(__file__).parent / "migrations"


def upgrade(database: Database, *, target: int | None = None, more: Path | None = None) -> None:
    """Run the revisions that a file lacks.

    Args:
        database: The open file.
        target: Schema version to reach; the program's own by default.
        more: A folder with further revisions (for tests of migrations to come).

    Raises:
        StoreProblem: The file cannot be written; it is as it was.
    """
    version = schema.SCHEMA_VERSION if target is None else target
    with database.write() as connection:
        _run(connection, version, more)
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
    database.checkpoint()


def _run(connection: Connection, version: int, more: Path | None) -> None:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    places = [_SCRIPTS / "versions", *([] if more is None else [more])]
    config.set_main_option(
        "version_locations", "\n".join(str(place).replace("%", "%%") for place in places)
    )
    config.attributes["connection"] = connection
    current = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if current:
        command.stamp(config, f"{current:04}")
    command.upgrade(config, f"{version:04}")
