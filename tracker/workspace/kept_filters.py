"""Ways of looking at promises that people gave a name (筛选方案), kept in the workspace.

They name regions, departments and sections of its reports, so they stay in the file: a colleague
who opens it has them too, and no word of a document goes into anybody's settings.
"""

from collections.abc import Mapping

from sqlalchemy import select

from tracker.message import Message
from tracker.store.database import Database
from tracker.store.dialect import begins
from tracker.store.journal import Journal
from tracker.store.schema import setting

_PREFIX = "filter:"
_KEEP = Message("保存筛选方案", "save a filter")
_DROP = Message("删除筛选方案", "delete a filter")


class KeptFilters:
    """Named filters of a workspace; see ``Workspace``. What one says is the window's own text."""

    _database: Database
    _journal: Journal
    _user: str

    def filters(self) -> Mapping[str, str]:
        """Return the filters that were kept, by name, in the order of their names."""
        with self._database.read() as connection:
            found = connection.execute(
                select(setting.c.name, setting.c.value)
                .where(begins(setting.c.name, _PREFIX))
                .order_by(setting.c.name)
            ).all()
        return {name.removeprefix(_PREFIX): value for name, value in found}

    def keep_filter(self, name: str, says: str) -> None:
        """Keep a filter under a name, in the place of the one that has it; can be undone."""
        with self._journal.action(_KEEP, self._user) as recorder:
            recorder.put(setting, {"name": _PREFIX + name, "value": says})

    def drop_filter(self, name: str) -> None:
        """Forget the filter of a name; can be undone."""
        with self._journal.action(_DROP, self._user) as recorder:
            recorder.take(setting, {"name": _PREFIX + name})
