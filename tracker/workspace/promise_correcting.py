"""What people say of promises themselves: written down at once, laid over what was found."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.ids import CommitmentId, PromiseWordId, ReportId
from tracker.model.mark import Anchor
from tracker.model.promise_word import (
    NO_EDIT,
    PromiseAct,
    PromiseEdit,
    PromiseWord,
)
from tracker.model.span import Span
from tracker.store import promise_words as rows
from tracker.store.database import Database, now
from tracker.store.journal import Journal, Recorder
from tracker.workspace.explaining import Explaining, tidied
from tracker.workspace.findings import Findings
from tracker.workspace.promise_places import added_id

LONGEST_PROMISE = 400
"""Characters of a passage that is added; the longest sentence of the samples has 521, and its
promises stand in its clauses."""

_ADD = Message("添加承诺", "add a promise")
_REJECT = Message("剔除承诺", "reject a promise")
_RESTORE = Message("收回对承诺的改动", "take a word on a promise back")
_EDIT = Message("修改承诺", "set a promise right")
_SPLIT = Message("拆分承诺", "split a promise")
_MERGE = Message("合并承诺", "merge promises")


class PromiseCorrecting:
    """People's words on the promises of a workspace.

    Args:
        database: The workspace file.
        findings: Reports and promises as they are known now.
        user: Name that is written beside each word.
    """

    def __init__(self, database: Database, findings: Findings, user: str) -> None:
        self._database = database
        self._findings = findings
        self._user = user
        self._journal = Journal(database)
        self.explaining = Explaining(database, user)
        """Gives reasons afterwards."""

    def add(self, place: Anchor, edit: PromiseEdit, why: str = "") -> CommitmentId:
        """Take a passage for a promise; see ``Workspace.add_promise``."""
        self._check(place)
        with self._journal.action(_ADD, self._user) as recorder:
            word = self._put_added(recorder, place, edit, why)
        return added_id(word)

    def reject(self, commitment_ids: Sequence[CommitmentId], why: str = "") -> None:
        """Say that something is no promise; see ``Workspace.reject_promise``."""
        promises = [self._known(one) for one in dict.fromkeys(commitment_ids)]
        with self._journal.action(_REJECT, self._user) as recorder:
            for promise in promises:
                self._take_out(recorder, promise, why)

    def restore(self, word: PromiseWordId, why: str = "") -> None:
        """Take a word back; see ``Workspace.restore_promise``."""
        with self._journal.action(_RESTORE, self._user) as recorder:
            rows.take_word(recorder, word, tidied(why))

    def edit(
        self, commitment_ids: Sequence[CommitmentId], edit: PromiseEdit, why: str = ""
    ) -> None:
        """Set promises right; see ``Workspace.edit_promise``."""
        promises = [self._known(one) for one in dict.fromkeys(commitment_ids)]
        with self._journal.action(_EDIT, self._user) as recorder:
            for promise in promises:
                self._edit(recorder, promise, edit, tidied(why))

    def _edit(self, recorder: Recorder, promise: Commitment, edit: PromiseEdit, why: str) -> None:
        before = self._word_on(promise)
        if before is None:
            if edit != NO_EDIT:
                rows.put_word(recorder, self._word(PromiseAct.EDITED, promise, edit, why))
        elif edit == NO_EDIT and before.act is PromiseAct.EDITED:
            rows.take_word(recorder, before.id, why)
        else:
            said = NO_EDIT if edit == NO_EDIT else before.edit.then(edit)
            then = replace(before, edit=said, user=self._user, at=now(), why=why)
            rows.put_word(recorder, then)

    def split(
        self, commitment_id: CommitmentId, pieces: Sequence[Anchor], why: str = ""
    ) -> tuple[CommitmentId, ...]:
        """Put several promises in the place of one; see ``Workspace.split_promise``."""
        promise = self._known(commitment_id)
        if len(pieces) < 2:
            raise InputProblem(
                Message("拆分至少要选两段文字。", "Select two passages at least to split.")
            )
        for piece in pieces:
            self._check(piece)
        shared = self._shared(promise)
        with self._journal.action(_SPLIT, self._user) as recorder:
            self._take_out(recorder, promise, why)
            words = [self._put_added(recorder, piece, shared, why) for piece in pieces]
        return tuple(map(added_id, words))

    def merge(self, commitment_ids: Sequence[CommitmentId], why: str = "") -> CommitmentId:
        """Put one promise in the place of several; see ``Workspace.merge_promises``."""
        promises = [self._known(one) for one in dict.fromkeys(commitment_ids)]
        if len(promises) < 2:
            raise InputProblem(
                Message("合并至少要选两项承诺。", "Select two promises at least to merge them.")
            )
        report_ids = {one.statement.report_id for one in promises}
        if len(report_ids) > 1:
            raise InputProblem(
                Message("只能合并同一份报告的承诺。", "Only promises of one report can be merged.")
            )
        report = self._findings.report(report_ids.pop())
        told = [one.statement.told.span for one in promises]
        whole = Span(min(span.start for span in told), max(span.end for span in told))
        place = Anchor(report.id, whole, report.quote(whole))
        self._check(place)
        with self._journal.action(_MERGE, self._user) as recorder:
            for one in promises:
                self._take_out(recorder, one, why)
            word = self._put_added(recorder, place, self._shared(promises[0]), why)
        return added_id(word)

    def words(self, report_id: ReportId) -> tuple[PromiseWord, ...]:
        """Return what was said of the promises of a report, the oldest first."""
        with self._database.read() as connection:
            return rows.promise_words(connection, report_id)

    def _check(self, place: Anchor) -> None:
        report = self._findings.report(place.report_id)
        if not place.span or report.quote(place.span) != place.quote:
            raise InputProblem(
                Message("报告中没有这段文字。", "The report has no such passage there.")
            )
        if not any(character.isalnum() for character in place.quote):
            raise InputProblem(
                Message("所选的地方没有文字。", "There are no words in what is selected.")
            )
        if len(place.span) > LONGEST_PROMISE:
            raise InputProblem(
                Message(
                    f"一项承诺最多{LONGEST_PROMISE}个字，请只选承诺本身。",
                    f"A promise has {LONGEST_PROMISE} characters at most; select it alone.",
                )
            )

    def _known(self, commitment_id: CommitmentId) -> Commitment:
        found = self._findings.commitment(commitment_id)
        if found is None:
            raise InputProblem(
                Message("工作区中没有这项承诺。", "The workspace has no such promise.")
            )
        return found

    def _word_on(self, promise: Commitment) -> PromiseWord | None:
        """Return the word that a promise comes from, or by which it was set right."""
        found = self._findings.promised(promise.statement.report_id).words
        return next((one.word for one in found if one.commitment_id == promise.id), None)

    def _take_out(self, recorder: Recorder, promise: Commitment, why: str) -> None:
        """Let a promise be none: one that a person added goes, others are rejected."""
        word = self._word_on(promise)
        if word is not None:
            rows.take_word(recorder, word.id, tidied(why))
        if word is None or word.act is not PromiseAct.ADDED:
            machine = self._as_found(promise)
            rows.put_word(recorder, self._word(PromiseAct.REJECTED, machine, NO_EDIT, why))

    def _shared(self, promise: Commitment) -> PromiseEdit:
        """Return what pieces keep of a promise that a person set right."""
        word = self._word_on(promise)
        said = word.edit if word is not None else NO_EDIT
        body = promise.body or None
        return PromiseEdit(due=said.due, undated=said.undated, body=body, deadline=said.deadline)

    def _word(
        self, act: PromiseAct, promise: Commitment, edit: PromiseEdit, why: str
    ) -> PromiseWord:
        machine = self._as_found(promise)
        statement = machine.statement
        place = Anchor(statement.report_id, statement.span, statement.quote)
        return self._new(act, place, statement.object, edit, why)

    def _as_found(self, promise: Commitment) -> Commitment:
        """Return a promise as the program found it; one that a person added as it is."""
        found = self._findings.promised(promise.statement.report_id).found
        return next((one for one in found if one.id == promise.id), promise)

    def _put_added(
        self, recorder: Recorder, place: Anchor, edit: PromiseEdit, why: str
    ) -> PromiseWord:
        return rows.put_word(recorder, self._new(PromiseAct.ADDED, place, "", edit, why))

    def _new(
        self, act: PromiseAct, place: Anchor, thing: str, edit: PromiseEdit, why: str
    ) -> PromiseWord:
        said = tidied(why)
        return PromiseWord(rows.NEW, act, place, thing, edit, self._user, now(), why=said)
