"""The part of the door by which people mark promises, alone, in two, and over several machines."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from tracker.model.exchange import Incoming, IncomingMark, IncomingWord
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Anchor, Mark, MarkEvent
from tracker.model.reader_agreement import ReaderAgreement
from tracker.model.said_event import SaidEvent
from tracker.model.tracking import Verdict
from tracker.workspace.accounts import Accounts
from tracker.workspace.exchanging import Exchanging
from tracker.workspace.marking import Marking


class Marks:
    """Marks of a workspace; see ``Workspace``.

    ``reader`` names a second reader (两人核对), who marks without a look at the marks of the
    workspace; "" are these themselves: what tables show and handouts print.
    """

    _marking: Marking
    _exchanging: Exchanging
    _accounts: Accounts

    def mark(
        self,
        commitment_id: CommitmentId,
        *,
        verdict: Verdict | None = None,
        note: str = "",
        evidence: Sequence[Anchor] = (),
        reader: str = "",
    ) -> Mark:
        """Write a person's word on a promise; it is on the disk when this returns.

        It takes the place of an earlier mark, which stays in the history. No verdict, no note
        and no evidence clears the mark.

        Raises:
            InputProblem: No such promise in this workspace.
            StoreProblem: Not written (full disk, locked); what was there before is intact.
        """
        return self._marking.mark(commitment_id, verdict, note, tuple(evidence), reader)

    def mark_all(
        self, commitment_ids: Sequence[CommitmentId], verdict: Verdict | None, reader: str = ""
    ) -> tuple[ReportId, ...]:
        """Give many promises one verdict, or take it from them, as one action that can be undone.

        Notes and evidence stay. Returns the reports whose marks changed.

        Raises:
            InputProblem: One of them is no promise of this workspace; nothing was written.
            StoreProblem: Not written; what was there before is intact.
        """
        return self._marking.mark_all(commitment_ids, verdict, reader)

    def marks(self, report_id: ReportId, reader: str = "") -> Mapping[CommitmentId, Mark]:
        """Return the marks of a report by the promises as they are known now."""
        return self._marking.marks(report_id, reader)

    def lost_marks(self) -> tuple[Mark, ...]:
        """Return marks whose text is gone, or no longer read as a promise."""
        return self._marking.lost_marks()

    def place_mark(self, lost: Mark, commitment_id: CommitmentId) -> Mark:
        """Put a lost mark on the promise it belongs to; who marked and when stay."""
        return self._marking.place(lost, commitment_id)

    def history(self, commitment_id: CommitmentId, reader: str = "") -> tuple[MarkEvent, ...]:
        """Return everything that a reader ever said on a promise, oldest first."""
        return self._marking.history(commitment_id, reader)

    def account(
        self, commitment_id: CommitmentId, reader: str = ""
    ) -> tuple[MarkEvent | SaidEvent, ...]:
        """Return all that people ever did to a promise, oldest first.

        Its marks; words that add it, set it right or take that back; passages that were accepted
        or ruled out. What a second reader said is told once a verdict was settled. A second
        ``reader`` sees the own marks, and no passage.
        """
        return self._accounts.of_promise(commitment_id, reader)

    def readers(self, report_id: ReportId) -> tuple[str, ...]:
        """Return the names of those who read a report a second time, in order."""
        return self._marking.readers(report_id)

    def agreement_of_readers(self, report_id: ReportId, reader: str) -> ReaderAgreement:
        """Return how far the marks of a second reader agree with those of the workspace."""
        return self._marking.agreement(report_id, reader)

    def settle(self, commitment_id: CommitmentId, verdict: Verdict, note: str = "") -> Mark:
        """Write down what two readers settled on; it becomes the mark of the workspace.

        What the first said alone stays in it, so that the agreement is measured as it was.

        Raises:
            InputProblem: No such promise, or the first reading has no verdict on it.
            StoreProblem: Not written.
        """
        return self._marking.settle(commitment_id, verdict, note)

    def write_marks(
        self, path: Path | str, report_ids: Sequence[ReportId] | None = None, reader: str = ""
    ) -> tuple[int, int]:
        """Write marks into a small file for a colleague, and what was said of the promises.

        It holds them with the passages they quote, and no report. ``report_ids`` None: all.
        Return how many marks it holds, and how many promises added, rejected or set right.

        Raises:
            ExportProblem: It cannot be written.
        """
        return self._exchanging.write(Path(path), report_ids, reader)

    def read_marks(
        self, path: Path | str, verdict_words: Mapping[Verdict, str] | None = None
    ) -> Incoming:
        """Return the marks and words of a colleague's file beside one's own; changes nothing.

        The file is one of ``write_marks``, or an exported workbook (xlsx) whose column “your
        mark” was filled in: a row finds its promise by its id, or by report and text. An empty
        cell there says nothing, and clears no mark. ``verdict_words``: what the office calls
        verdicts, as in ``HandoutOptions``.

        Raises:
            InputProblem: No such file, none with marks, or a mark that is none of the verdicts.
        """
        return self._exchanging.read(Path(path), verdict_words or {})

    def take_marks(
        self,
        incoming: Sequence[IncomingMark],
        reader: str = "",
        words: Sequence[IncomingWord] = (),
    ) -> tuple[int, int]:
        """Take marks and words on promises over as one action that can be undone.

        Those that have no promise here are left out; a mark whose promise its writer added brings
        that promise along. With a ``reader`` the marks become that person's second reading and
        change no mark of the workspace. Return how many marks were taken, and how many words.
        """
        return self._exchanging.take(incoming, reader, words)
