"""Where SQLite and PostgreSQL differ: everything else of the store is said once for both."""

from typing import cast
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, Table, and_, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from tracker.store import header, schema
from tracker.store.schema import setting

SCHEMA_SETTING = "schema"
"""Where a server keeps the version of its tables; a file has it in its header."""


def is_file(connection: Connection) -> bool:
    """Tell whether a connection leads to a file."""
    return connection.dialect.name == "sqlite"


def upsert(connection: Connection, table: Table) -> postgresql.Insert:
    """Return an insertion that can say what to do where the row is there already."""
    if is_file(connection):
        # Both have the same methods; only one of them can be named as the type.
        return cast("postgresql.Insert", sqlite.insert(table))
    return postgresql.insert(table)


def schema_version(connection: Connection) -> int:
    """Return the version of the tables that are there, 0 for none."""
    if is_file(connection):
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    here = select(func.to_regclass(setting.name)).scalar_subquery()
    if connection.scalar(select(here.is_not(None))) is not True:
        return 0
    query = select(setting.c.value).where(setting.c.name == SCHEMA_SETTING)
    return int(connection.scalar(query) or 0)


def keep_schema_version(connection: Connection, version: int) -> None:
    """Write down what version the tables have from now on."""
    if is_file(connection):
        connection.exec_driver_sql(f"PRAGMA user_version={version}")
        return
    row = {"name": SCHEMA_SETTING, "value": str(version)}
    statement = upsert(connection, setting).values(row)
    connection.execute(statement.on_conflict_do_update(index_elements=["name"], set_=row))


def make_tables(connection: Connection) -> None:
    """Make the newest tables in an empty file or schema, and give the workspace its name."""
    if is_file(connection):
        connection.exec_driver_sql(f"PRAGMA application_id={header.APPLICATION_ID}")
    schema.metadata.create_all(connection)
    keep_schema_version(connection, header.SCHEMA_VERSION)
    connection.execute(insert(setting), [{"name": "workspace", "value": uuid4().hex}])


def begins(column: ColumnElement[str], prefix: str) -> ColumnElement[bool]:
    """Return what holds for words that begin so; an index of the column serves it."""
    return and_(column >= prefix, column < prefix + "\U0010ffff")
