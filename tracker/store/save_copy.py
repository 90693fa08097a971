"""A workspace file written into another file that a person names, which is then its own.

``backup`` puts copies aside by itself; this one is made to work in.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from tracker.errors import StoreProblem
from tracker.message import Message
from tracker.store import trouble
from tracker.store.database import Database, FileDatabase, remove
from tracker.store.private import make_private


def write_copy(database: Database, target: Path) -> None:
    """Write an open workspace into a file, whole or not at all; one that is there is replaced.

    Raises:
        StoreProblem: It lies on a server, or the file is its own or cannot be written.
    """
    if not isinstance(database, FileDatabase):
        raise StoreProblem(
            Message(
                "共享工作区在服务器上，不能另存为文件；备份由管理员负责。",
                "A shared workspace lies on a server and cannot be saved as a file; whoever keeps "
                "the server makes copies.",
            )
        )
    with trouble.told(target):
        if database.place.exists() and target.exists() and target.samefile(database.place):
            raise trouble.exists(target)
        fresh = target.with_name(f".{target.name}.{uuid4().hex[:8]}.new")
        try:
            make_private(fresh)
            database.copy_to(fresh)
            # Two that are worked in are two workspaces, each with automatic copies of its own.
            with closing(sqlite3.connect(fresh)) as file, file:
                named = (uuid4().hex,)
                file.execute("UPDATE setting SET value = ? WHERE name = 'workspace'", named)
            fresh.replace(target)
        finally:
            remove(fresh)
