"""The part of the door by which the last actions are taken back and done again."""

from collections.abc import Callable

from tracker.message import Message
from tracker.model.ids import ReportId
from tracker.model.mark import MarkAction
from tracker.store import said_events
from tracker.store.database import Database
from tracker.store.journal import Journal, Listener
from tracker.store.marks import turn_listener
from tracker.store.shelf import listening
from tracker.workspace.findings import Findings


class Undoing:
    """Undo and redo of a workspace; see ``Workspace``."""

    _journal: Journal
    _findings: Findings
    _user: str
    _database: Database

    def undo(self) -> Message | None:
        """Take the last action back; return what it was, or None when there is none."""
        return self._turn(self._journal.undo, MarkAction.UNDONE)

    def redo(self) -> Message | None:
        """Do the action again that was undone last; return what it was, or None."""
        return self._turn(self._journal.redo, MarkAction.REDONE)

    def _turn(self, turn: Callable[[Listener], Message | None], way: MarkAction) -> Message | None:
        touched: set[ReportId] = set()
        marked = turn_listener(way, self._user)
        said = said_events.turn_listener(way, self._user)
        found = turn(listening((marked, said), touched))
        self._findings.renew_summaries(touched)
        return found

    @property
    def undo_text(self) -> Message | None:
        """What ``undo`` would take back (标记承诺 / mark a promise), or None."""
        return None if self._database.read_only else self._journal.next_undo()

    @property
    def redo_text(self) -> Message | None:
        """What ``redo`` would do again, or None."""
        return None if self._database.read_only else self._journal.next_redo()

    def clear_undo(self) -> None:
        """Make what is there now the beginning: nothing before can be taken back."""
        self._journal.clear()
