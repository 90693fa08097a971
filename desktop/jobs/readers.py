"""What two readers of one report ask of the workspace, as jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from tracker.model.exchange import Incoming, IncomingMark, IncomingWord
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.mark import Mark
    from tracker.model.reader_agreement import Disagreement, ReaderAgreement
    from tracker.model.report import Report
    from tracker.model.tracking import Tracking, Verdict
    from tracker.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Difference:
    """A promise on which two readers differ, with what there is to decide by.

    Attributes:
        said: What both said.
        tracking: The promise, as the machine judges it.
        first: The first reader's own mark, also where another was settled on since.
    """

    said: Disagreement
    tracking: Tracking
    first: Mark


@dataclass(frozen=True, slots=True)
class Readings:
    """Two readings of a report beside each other.

    Attributes:
        report: The report.
        readers: Names of those who read it a second time.
        agreement: How far one of them agrees with the workspace; None where nobody did.
        first: Who marked in the first reading.
        differences: Where they differ, in the order of the report.
    """

    report: Report
    readers: tuple[str, ...]
    agreement: ReaderAgreement | None
    first: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


def readings(workspace: Workspace, report: ReportId, reader: str) -> Readings:
    """Return two readings of a report; ``reader`` "" takes the first second reader there is."""
    readers = workspace.readers(report)
    read = workspace.report(report)
    chosen = reader if reader in readers else next(iter(readers), "")
    if not chosen:
        return Readings(read, readers, None)
    agreement = workspace.agreement_of_readers(report, chosen)
    trackings = {one.commitment.id: one for one in workspace.tracking(report)}
    return Readings(
        read,
        readers,
        agreement,
        tuple(dict.fromkeys(m.user for m in workspace.marks(report).values() if m.user)),
        tuple(
            Difference(one, trackings[one.commitment_id], _own_mark(workspace, one))
            for one in agreement.disagreements
            if one.commitment_id in trackings
        ),
    )


def _own_mark(workspace: Workspace, said: Disagreement) -> Mark:
    """Return what the first reader said alone; the history has it once something was settled."""
    if said.settled is None:
        return said.first
    events = reversed(workspace.history(said.commitment_id))
    alone = (e.mark for e in events if e.mark.settled_from is None and e.mark.verdict)
    return next((mark for mark in alone if mark.verdict is said.said_first), said.first)


def settle(workspace: Workspace, commitment: CommitmentId, verdict: Verdict, note: str) -> Mark:
    """Write down what two readers settled on."""
    return workspace.settle(commitment, verdict, note)


def known_readers(workspace: Workspace) -> tuple[str, ...]:
    """Return the names of all second readers of a workspace."""
    found = (name for e in workspace.entries() for name in workspace.readers(e.id))
    return tuple(sorted(set(found)))


def write(workspace: Workspace, path: Path, reader: str) -> tuple[int, int, Path]:
    """Write the marks of a reader into a file; return how many, how many words, and where."""
    return *workspace.write_marks(path, reader=reader), path


def read(workspace: Workspace, path: Path, verdict_words: Mapping[Verdict, str]) -> Incoming:
    """Return what a colleague's file brings beside what is here."""
    return workspace.read_marks(path, verdict_words)


def take(
    workspace: Workspace,
    incoming: tuple[IncomingMark, ...],
    reader: str,
    words: tuple[IncomingWord, ...] = (),
) -> tuple[int, int]:
    """Take marks and words over, or marks as a second reading; return how many of each."""
    return workspace.take_marks(incoming, reader, words)
