"""The part of the door by which people who share a workspace see each other's work."""

from collections.abc import Sequence

from tracker.model.mark import MarkAction
from tracker.model.sharing import Changes, Conflict
from tracker.store import changes as rows
from tracker.store.database import Database
from tracker.store.marks import add_event, number_of
from tracker.store.said_events import set_aside


class Sharing:
    """What a shared workspace has more than a file; see ``Workspace``.

    What a colleague changed since this person looked is never written over: the action is
    refused whole with ``Conflicted``, and the person keeps one word or the other.
    """

    _database: Database
    _user: str

    @property
    def shared(self) -> bool:
        """Whether other people write to it at the same time."""
        return self._database.shared

    def _begin_to_see(self) -> None:
        """Take everything that is there for seen."""
        with self._database.read() as connection:
            self._database.seen = rows.latest(connection)

    def changes(self) -> Changes:
        """Return what others did since ``have_seen`` was said last; asks for one number mostly.

        Raises:
            StoreProblem: The server cannot be reached.
        """
        with self._database.read() as connection:
            return rows.since_seen(connection, self._database)

    def have_seen(self, changes: Changes) -> None:
        """Say that these changes are before the person's eyes: they may be written over now."""
        self._database.seen = max(self._database.seen, changes.upto)

    def arrived(self, actions: Sequence[str]) -> frozenset[str]:
        """Return those of some actions that are written already, whatever became of the answer.

        Raises:
            StoreProblem: The server cannot be reached.
        """
        return self._database.arrived(actions)

    @property
    def standing(self) -> tuple[str, int]:
        """This session, and the number of the latest change that its person knows of."""
        return self._database.session, self._database.seen

    def stand_at(self, session: str, seen: int) -> None:
        """Go on where an earlier session of the same person stood.

        What colleagues did since then has not been seen by who did what is written next.
        """
        self._database.own.add(session)
        self._database.seen = min(self._database.seen, seen)

    def doubt(self) -> None:
        """Look whether a server that does not answer is there at all; returns at once.

        Where it is not, who waits for it is told that the line is cut.
        """
        self._database.doubt()

    def leave_within(self, seconds: float) -> None:
        """Wait no longer than this for a server that does not answer: the program ends."""
        self._database.leave_within(seconds)

    def keep_mine(self, conflicts: Sequence[Conflict]) -> None:
        """Say that the colleague's change may be written over: the same action can be done again.

        The colleague's word stays in the history.
        """
        for one in conflicts:
            self._database.decided[one.table, one.key] = one.change.number

    def take_theirs(self, conflicts: Sequence[Conflict]) -> None:
        """Say that the colleague's change stands; what was not written is remembered.

        Marks, and words on promises and passages, come into the history as set aside.

        Raises:
            StoreProblem: Not written down.
        """
        mine = [one.mine for one in conflicts if one.mine is not None]
        words = [word for one in conflicts for word in one.words]
        if mine or words:
            with self._database.change() as connection:
                for mark in mine:
                    number = number_of(connection, mark)
                    if number is not None:
                        add_event(connection, number, mark, MarkAction.SET_ASIDE, self._user)
                for word in words:
                    set_aside(connection, word, self._user)
        self.keep_mine(conflicts)
