"""What people say about promises: written down at once, found again under any reading."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Anchor, Mark, MarkAction, MarkEvent
from tracker.model.reader_agreement import (
    ReaderAgreement,
    agreement_of_readers,
    own_verdict,
)
from tracker.model.tracking import Verdict
from tracker.store import marks as rows
from tracker.store.database import Database, now
from tracker.store.journal import Journal
from tracker.workspace.anchoring import commitment_at
from tracker.workspace.findings import Findings

_MARK = Message("标记承诺", "mark a promise")
_SECOND = Message("第二遍核对中标记承诺", "mark a promise in the second reading")
_SETTLE = Message("商定结论", "settle a verdict")
_CLEAR = Message("清除标记", "clear a mark")
_PLACE = Message("重新安放标记", "place a lost mark")

Placed = tuple[CommitmentId, int, Mark]
"""A promise as it is known now, the number of its mark, and the mark."""


class Marking:
    """Marks of a workspace.

    Args:
        database: The workspace file.
        findings: Promises as they are known now.
        user: Name that is written beside each mark.
    """

    def __init__(self, database: Database, findings: Findings, user: str) -> None:
        self._database = database
        self._findings = findings
        self._user = user
        self._journal = Journal(database)

    def mark(
        self,
        commitment_id: CommitmentId,
        verdict: Verdict | None,
        note: str,
        evidence: tuple[Anchor, ...],
        reader: str = "",
    ) -> Mark:
        """Write a mark; see ``Workspace.mark``."""
        commitment = self._findings.commitment(commitment_id)
        empty = verdict is None and not note and not evidence
        doing = _CLEAR if empty else _SECOND if reader else _MARK
        with self._journal.action(doing, self._user) as recorder:
            # Looked up here: what a colleague wrote a moment ago is there.
            stored = self._stored(commitment_id, commitment, reader)
            if commitment is None and stored is None:
                raise _unknown_promise()
            value = self._value(commitment_id, commitment, stored, (verdict, note, evidence))
            value = replace(value, reader=reader, user=reader or self._user)
            if self._database.shared and stored is not None and _agree(stored[1], value):
                return stored[1]  # a colleague has said the same, or it was said twice
            number = None if stored is None else stored[0]
            if not empty:
                rows.put_mark(recorder, number, value, MarkAction.MARKED)
            elif number is not None:
                rows.clear_mark(recorder, number, value)
        return value

    def _stored(
        self, commitment_id: CommitmentId, commitment: Commitment | None, reader: str
    ) -> tuple[int, Mark] | None:
        """Return the mark of a promise with its number."""
        with self._database.read() as connection:
            stored = rows.by_commitment(connection, commitment_id, reader)
        if commitment is None or (stored is not None and not stored[1].lost):
            return stored
        report_id = commitment.statement.report_id
        # A mark that was written under an older reading is found by its place.
        placed = self._placed(report_id, self._findings.commitments(report_id), reader)
        return next(((n, m) for c, n, m in placed if c == commitment_id), None)

    def mark_all(
        self, commitment_ids: Sequence[CommitmentId], verdict: Verdict | None, reader: str = ""
    ) -> tuple[ReportId, ...]:
        """Give many promises one verdict; see ``Workspace.mark_all``."""
        ids = tuple(dict.fromkeys(commitment_ids))
        n = len(self._plan(ids, verdict, reader))
        if not n:
            return ()
        told = _CLEAR if verdict is None else _MARK
        if n > 1:
            told = Message(f"{told.zh}（{n} 项）", f"{told.en} ({n} promises)")
        with self._journal.action(told, self._user) as recorder:
            # Once more, now that nobody else can write; promises are known by now.
            plan = self._plan(ids, verdict, reader)
            for number, value in plan:
                if value.verdict is not None or value.note or value.evidence:
                    rows.put_mark(recorder, number, value, MarkAction.MARKED)
                elif number is not None:
                    rows.clear_mark(recorder, number, value)
        return tuple(dict.fromkeys(value.anchor.report_id for _, value in plan))

    def _plan(
        self, wanted: Sequence[CommitmentId], verdict: Verdict | None, reader: str
    ) -> list[tuple[int | None, Mark]]:
        """Return the marks that are to be written, with the number of those that are there."""
        shown: dict[str, list[CommitmentId]] = {}
        for one in wanted:
            shown.setdefault(one.split("-", 1)[0], []).append(one)
        plan: list[tuple[int | None, Mark]] = []
        for ids in shown.values():
            first = self._findings.commitment(ids[0])
            if first is None:
                raise _unknown_promise()
            report_id = first.statement.report_id
            commitments = self._findings.commitments(report_id)
            known = {one.id: one for one in commitments}
            if not all(one in known for one in ids):
                raise _unknown_promise()
            placed = {c: (n, mark) for c, n, mark in self._placed(report_id, commitments, reader)}
            for one in ids:
                stored = placed.get(one)
                note, evidence = (stored[1].note, stored[1].evidence) if stored else ("", ())
                if stored is None and verdict is None:
                    continue
                if stored is not None and stored[1].verdict is verdict:
                    continue
                value = self._value(one, known[one], stored, (verdict, note, evidence))
                plan.append((stored[0] if stored else None, replace(value, reader=reader)))
        return plan

    def _value(
        self,
        commitment_id: CommitmentId,
        commitment: Commitment | None,
        stored: tuple[int, Mark] | None,
        said: tuple[Verdict | None, str, tuple[Anchor, ...]],
    ) -> Mark:
        verdict, note, evidence = said
        if commitment is not None:
            statement = commitment.statement
            anchor = Anchor(statement.report_id, statement.span, statement.quote)
            return Mark(
                commitment_id, anchor, statement.object, verdict, note, self._user, now(), evidence
            )
        if stored is None:
            raise ValueError("a mark needs a promise or an earlier mark")
        return replace(
            stored[1],
            verdict=verdict,
            note=note,
            user=self._user,
            at=now(),
            evidence=evidence,
            settled_from=None,
        )

    def settle(self, commitment_id: CommitmentId, verdict: Verdict, note: str) -> Mark:
        """Keep what two readers settled on; see ``Workspace.settle``."""
        commitment = self._findings.commitment(commitment_id)
        if commitment is None:
            raise _unknown_promise()
        self._findings.commitments(commitment.statement.report_id)
        with self._journal.action(_SETTLE, self._user) as recorder:
            found = self._stored(commitment_id, commitment, "")
            before = None if found is None else own_verdict(found[1])
            if found is None or before is None:
                raise InputProblem(
                    Message(
                        "第一遍没有标记这项承诺，无从商定。",
                        "The first reading has no mark on this promise: there is nothing to "
                        "settle.",
                    )
                )
            said = (verdict, note, found[1].evidence)
            value = self._value(commitment_id, commitment, found, said)
            value = replace(value, settled_from=before)
            rows.put_mark(recorder, found[0], value, MarkAction.MARKED)
        return value

    def place(self, lost: Mark, commitment_id: CommitmentId) -> Mark:
        """Put a lost mark on a promise; see ``Workspace.place_mark``."""
        commitment = self._findings.commitment(commitment_id)
        with self._database.read() as connection:
            stored = rows.all_marks(connection)
        number = next((number for number, mark in stored if mark == lost), None)
        if commitment is None or number is None:
            raise _unknown_promise()
        said = (lost.verdict, lost.note, lost.evidence)
        value = self._value(commitment_id, commitment, None, said)
        value = replace(
            value,
            user=lost.user,
            at=lost.at,
            reader=lost.reader,
            settled_from=lost.settled_from,
        )
        with self._journal.action(_PLACE, self._user) as recorder:
            report_id = value.anchor.report_id
            for other, mark in rows.of_report(recorder.connection, report_id, lost.reader):
                if mark.commitment_id == commitment_id and other != number:
                    rows.clear_mark(recorder, other, mark)
            rows.put_mark(recorder, number, value, MarkAction.MOVED)
        return value

    def marks(self, report_id: ReportId, reader: str = "") -> dict[CommitmentId, Mark]:
        """Return the marks of a reader by promises as they are known now."""
        with self._database.read() as connection:
            if not rows.of_report(connection, report_id, reader):
                return {}
        placed = self._placed(report_id, self._findings.commitments(report_id), reader)
        return {commitment_id: mark for commitment_id, _, mark in placed}

    def _placed(
        self, report_id: ReportId, commitments: Sequence[Commitment], reader: str = ""
    ) -> list[Placed]:
        """Return the marks that have a promise: those of the same id first, then by place."""
        with self._database.read() as connection:
            stored = rows.of_report(connection, report_id, reader)
        known = {commitment.id for commitment in commitments}
        found: dict[CommitmentId, tuple[int, Mark]] = {}
        waiting: list[tuple[int, Mark]] = []
        for number, mark in stored:
            if mark.lost:
                continue
            if mark.commitment_id in known:
                found[mark.commitment_id] = (number, mark)
            else:
                waiting.append((number, mark))
        for number, mark in waiting:
            free = (c for c in commitments if c.id not in found)
            commitment = commitment_at(mark.anchor, mark.object, free)
            if commitment is not None:
                found[commitment.id] = (number, replace(mark, commitment_id=commitment.id))
        return [(commitment_id, *entry) for commitment_id, entry in found.items()]

    def lost_marks(self) -> tuple[Mark, ...]:
        """Return marks that have no promise now."""
        with self._database.read() as connection:
            stored = rows.all_marks(connection)
        shelved: dict[ReportId, set[int]] = {}
        lost = []
        for number, mark in stored:
            report_id = mark.anchor.report_id
            if not mark.lost:
                if report_id not in shelved:
                    shelved[report_id] = self._placed_numbers(report_id)
                if number in shelved[report_id]:
                    continue
            lost.append(mark)
        return tuple(lost)

    def _placed_numbers(self, report_id: ReportId) -> set[int]:
        with self._database.read() as connection:
            readers = ("", *rows.readers_of(connection, report_id))
        try:
            commitments = self._findings.commitments(report_id)
        except InputProblem:
            # The report was removed: undo brings it back with its marks, none is lost.
            with self._database.read() as connection:
                return {n for one in readers for n, _ in rows.of_report(connection, report_id, one)}
        return {n for one in readers for _, n, _ in self._placed(report_id, commitments, one)}

    def history(self, commitment_id: CommitmentId, reader: str = "") -> tuple[MarkEvent, ...]:
        """Return everything that a reader said on a promise, oldest first."""
        commitment = self._findings.commitment(commitment_id)
        ids = {commitment_id}
        if commitment is not None:
            report_id = commitment.statement.report_id
            with self._database.read() as connection:
                stored = dict(rows.of_report(connection, report_id, reader))
            placed = self._placed(report_id, self._findings.commitments(report_id), reader)
            ids.update(stored[n].commitment_id for c, n, _ in placed if c == commitment_id)
        with self._database.read() as connection:
            events = rows.history(connection, ids)
        return tuple(event for event in events if event.mark.reader == reader)

    def report_history(self, report_id: ReportId) -> tuple[MarkEvent, ...]:
        """Return everything that was said on the promises of a report, by promises as known now.

        What a second reader said is part of it where a verdict was settled. A mark whose promise
        is gone has the id that it had.
        """
        with self._database.read() as connection:
            events = rows.report_events(connection, report_id)
            readers = ("", *rows.readers_of(connection, report_id))
        if not events:
            return ()
        commitments = self._findings.commitments(report_id)
        called = {
            number: key
            for reader in readers
            for key, number, _ in self._placed(report_id, commitments, reader)
        }
        known = {one.id for one in commitments}
        for number, mark in {number: event.mark for number, event in events}.items():
            if number not in called:  # cleared since, or lost
                there = (
                    None
                    if mark.commitment_id in known
                    else (commitment_at(mark.anchor, mark.object, commitments))
                )
                called[number] = there.id if there is not None else mark.commitment_id
        settled = {called[number] for number, event in events if event.mark.settled_from}
        return tuple(
            replace(event, mark=replace(event.mark, commitment_id=called[number]))
            for number, event in events
            if not event.mark.reader or called[number] in settled
        )

    def readers(self, report_id: ReportId) -> tuple[str, ...]:
        """Return the names of the second readers of a report."""
        with self._database.read() as connection:
            return rows.readers_of(connection, report_id)

    def agreement(self, report_id: ReportId, reader: str) -> ReaderAgreement:
        """Return how far a second reader's marks agree with those of the workspace."""
        order = {one.id: at for at, one in enumerate(self._findings.commitments(report_id))}
        own = self.marks(report_id)
        first = {key: own[key] for key in sorted(own, key=lambda one: order.get(one, 0))}
        return agreement_of_readers(reader, first, self.marks(report_id, reader))


def _agree(one: Mark, other: Mark) -> bool:
    return (one.verdict, one.note, one.evidence) == (other.verdict, other.note, other.evidence)


def _unknown_promise() -> InputProblem:
    return InputProblem(Message("工作区中没有这项承诺。", "The workspace has no such promise."))
