"""The part of the door by which people set the promises themselves right."""

from collections.abc import Sequence

from tracker.model.ids import CommitmentId, PromiseWordId, ReportId
from tracker.model.mark import Anchor
from tracker.model.promise_word import NO_EDIT, PromiseEdit, PromiseWord
from tracker.model.said_event import SaidKey
from tracker.workspace.promise_correcting import PromiseCorrecting


class Promises:
    """Promises of a workspace as people want them; see ``Workspace``.

    What the program found is never changed: these words lie over it, every call is one action that
    can be undone, and all of them survive another reading of the report. Each takes ``why``, the
    reason in the person's words; ``explain`` gives it afterwards.
    """

    _promise_correcting: PromiseCorrecting

    def add_promise(
        self, place: Anchor, edit: PromiseEdit = NO_EDIT, why: str = ""
    ) -> CommitmentId:
        """Take a selected passage for a promise; return its id.

        Its figures, its year and its verb are read from the passage as for any promise.

        Raises:
            InputProblem: The passage does not stand there, is empty or too long.
        """
        return self._promise_correcting.add(place, edit, why)

    def reject_promise(self, commitment_id: CommitmentId, why: str = "") -> None:
        """Say that something is no promise; one that a person added goes.

        Its mark waits among those whose promise is gone, and is back when the promise is.

        Raises:
            InputProblem: No such promise in this workspace.
        """
        self._promise_correcting.reject((commitment_id,), why)

    def reject_promises(self, commitment_ids: Sequence[CommitmentId], why: str = "") -> None:
        """Say of several that they are no promises, as one action.

        Raises:
            InputProblem: No such promise in this workspace; none of them is rejected.
        """
        self._promise_correcting.reject(commitment_ids, why)

    def restore_promise(self, word: PromiseWordId, why: str = "") -> None:
        """Take a word (see ``promise_words``) back: what was rejected is there again.

        So is what was set right as it was read, and what was added goes.
        """
        self._promise_correcting.restore(word, why)

    def edit_promise(self, commitment_id: CommitmentId, edit: PromiseEdit, why: str = "") -> None:
        """Set a promise right; what was said before stays where ``edit`` says nothing.

        An empty edit takes everything back. The promise keeps its id and its mark.

        Raises:
            InputProblem: No such promise in this workspace.
        """
        self._promise_correcting.edit((commitment_id,), edit, why)

    def edit_promises(
        self, commitment_ids: Sequence[CommitmentId], edit: PromiseEdit, why: str = ""
    ) -> None:
        """Say the same of several promises (their responsible body) as one action.

        Raises:
            InputProblem: No such promise in this workspace; none of them is changed.
        """
        self._promise_correcting.edit(commitment_ids, edit, why)

    def split_promise(
        self, commitment_id: CommitmentId, pieces: Sequence[Anchor], why: str = ""
    ) -> tuple[CommitmentId, ...]:
        """Put the promises of several passages in the place of one; return their ids.

        They keep its responsible body, and the year and time limit that a person gave it.

        Raises:
            InputProblem: No such promise, fewer than two passages, or one of them does not
                stand there.
        """
        return self._promise_correcting.split(commitment_id, pieces, why)

    def merge_promises(self, commitment_ids: Sequence[CommitmentId], why: str = "") -> CommitmentId:
        """Put one promise, from the first to the last word of several, in their place.

        Raises:
            InputProblem: Fewer than two promises, of several reports, or too far apart.
        """
        return self._promise_correcting.merge(commitment_ids, why)

    def promise_words(self, report_id: ReportId) -> tuple[PromiseWord, ...]:
        """Return what people said of the promises of a report, the oldest first."""
        return self._promise_correcting.words(report_id)

    def explain(self, keys: Sequence[SaidKey], why: str) -> None:
        """Say why words on promises or passages were said, as one action; "" takes it away.

        What they say, who said it and when stay; the history gets a line for each.

        Raises:
            InputProblem: None of them stands any more.
        """
        self._promise_correcting.explaining.explain(keys, why)

    def said_last(self) -> tuple[SaidKey, ...]:
        """Return the words on promises and passages that the last action said, none or several."""
        return self._promise_correcting.explaining.last()
