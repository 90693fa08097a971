"""Everything that people ever said of promises, told in one (改动记录): marks, words, passages."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tracker.model.commitment import Commitment
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import MarkEvent
from tracker.model.promise_word import NO_EDIT, PromiseAct, PromiseWord
from tracker.model.said_event import SaidAction, SaidEvent, SaidKey, SaidKind, edit_of
from tracker.store import decisions, promise_words, said_events
from tracker.store.database import Database
from tracker.store.said_events import Told
from tracker.store.schema import match_decision, promise_word
from tracker.workspace.decision_places import commitment_of
from tracker.workspace.findings import Findings
from tracker.workspace.marking import Marking
from tracker.workspace.promise_places import added_id


class Accounts:
    """Tells the history of promises.

    Args:
        database: The workspace.
        findings: Promises as they are known now.
        marking: Marks.
    """

    def __init__(self, database: Database, findings: Findings, marking: Marking) -> None:
        self._database = database
        self._findings = findings
        self._marking = marking

    def of_promise(
        self, commitment_id: CommitmentId, reader: str
    ) -> tuple[MarkEvent | SaidEvent, ...]:
        """Return what was said on a promise; see ``Workspace.account``."""
        commitment = self._findings.commitment(commitment_id)
        marked = self._marking.history(commitment_id, reader)
        if not reader and any(event.mark.settled_from for event in marked):
            others = self._marking.readers(commitment.statement.report_id) if commitment else ()
            marked += tuple(e for one in others for e in self._marking.history(commitment_id, one))
        said = self.said_on(commitment.statement.report_id) if commitment else ()
        mine = (
            event
            for event in said
            if event.commitment_id == commitment_id
            # Who reads blind does not see what passages others took for answers.
            and not (reader and isinstance(event.said, MatchDecision))
        )
        return tuple(sorted((*marked, *mine), key=lambda event: event.at))

    def said_on(self, report_id: ReportId) -> tuple[SaidEvent, ...]:
        """Return what was said of the promises of a report and of passages, the oldest first."""
        with self._database.read() as connection:
            told = said_events.of_report(connection, report_id)
            words = promise_words.promise_words(connection, report_id)
            matches = decisions.matches(connection, report_id)
        known = {(one.table, one.number) for one in told}
        standing: list[tuple[str, int, PromiseWord | MatchDecision]] = [
            *((promise_word.name, one.id, one) for one in words),
            *((match_decision.name, number, one) for number, one in matches),
        ]
        # A file of an older version has words without a history: they were said when they were.
        before = [
            Told(table, number, SaidEvent(None, SaidAction.SAID, said, True, said.user, said.at))
            for table, number, said in standing
            if (table, number) not in known
        ]
        by_word: dict[tuple[str, int], list[SaidEvent]] = {}
        for one in (*before, *told):
            by_word.setdefault((one.table, one.number), []).append(one.event)
        if not by_word:
            return ()
        found = self._findings.promised(report_id).found
        places = _Places(found, self._findings.commitments(report_id))
        events = (e for (table, n), line in by_word.items() for e in places.told(table, n, line))
        return tuple(sorted(events, key=lambda event: event.at))


class _Places:
    """Finds the promises that words speak of.

    Args:
        found: Promises of a report as the program reads them.
        wanted: The same as people want them.
    """

    def __init__(self, found: Sequence[Commitment], wanted: Sequence[Commitment]) -> None:
        self._found = {one.id: one for one in found}
        self._wanted = wanted

    def told(self, table: str, number: int, events: Sequence[SaidEvent]) -> Iterable[SaidEvent]:
        """Yield the history of one word with its promise and with what changed in it."""
        last = events[-1].said
        name = self._promise(number, last)
        read = self._found.get(name) if name is not None else None
        # What is added begins as nothing: only what a person says of it is told.
        base = edit_of(read) if read is not None else NO_EDIT
        now, until = base, None
        for line in events:
            said = line.said
            event = replace(
                line,
                commitment_id=name,
                key=SaidKey(SaidKind(table), number),
                explains=until is not None and _explains(until, line),
            )
            until = line
            if isinstance(said, MatchDecision) or said.act is PromiseAct.REJECTED:
                yield event
                continue
            aside = event.action is SaidAction.SET_ASIDE  # told as what it would have been
            then = base.then(said.edit) if event.stands or aside else base
            yield replace(event, before=now, after=then)
            now = then

    def _promise(self, number: int, said: PromiseWord | MatchDecision) -> CommitmentId | None:
        if isinstance(said, MatchDecision):
            known = (*self._wanted, *self._found.values())
            one = commitment_of(said.promise, said.object, known)
        elif said.act is PromiseAct.ADDED:
            return added_id(replace(said, id=number))  # type: ignore[arg-type]
        else:
            one = commitment_of(said.place, said.object, self._found.values())
        return None if one is None else one.id


def _explains(until: SaidEvent, line: SaidEvent) -> bool:
    """Tell whether a word is the same as until then, but for its reason."""
    one, other = until.said, line.said
    return until.stands and line.stands and one.why != other.why and _bare(one) == _bare(other)


def _bare(said: PromiseWord | MatchDecision) -> PromiseWord | MatchDecision:
    return replace(said, why="")
