"""What people say of promises themselves, as jobs: each is one action that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tracker.model.chain import Chain
    from tracker.model.ids import CommitmentId, PromiseWordId, ReportId
    from tracker.model.mark import Anchor
    from tracker.model.promise_word import PromiseEdit, PromiseWord
    from tracker.model.said_event import SaidKey
    from tracker.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Said:
    """Something was said of promises.

    Attributes:
        reports: Whose promises they are.
        shown: Promise to look at from now on, None where the cursor stays.
        keys: The words that were said.
        why: The reason that was given, or "".
    """

    reports: tuple[ReportId, ...]
    shown: CommitmentId | None = None
    keys: tuple[SaidKey, ...] = ()
    why: str = ""


def add(workspace: Workspace, place: Anchor) -> Said:
    """Take a passage for a promise."""
    shown = workspace.add_promise(place)
    return Said((place.report_id,), shown, workspace.said_last())


def reject(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    commitments: Sequence[CommitmentId],
    neighbour: CommitmentId | None,
) -> Said:
    """Say that some are no promises; the cursor goes to a neighbour."""
    workspace.reject_promises(commitments)
    return Said(reports, neighbour, workspace.said_last())


def edit(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    commitments: Sequence[CommitmentId],
    said: PromiseEdit,
    why: str,
) -> Said:
    """Set promises right."""
    workspace.edit_promises(commitments, said, why)
    return Said(reports, None, workspace.said_last(), why)


def split(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    commitment: CommitmentId,
    pieces: Sequence[Anchor],
    why: str,
) -> Said:
    """Put several promises in the place of one."""
    shown = workspace.split_promise(commitment, pieces, why)[0]
    return Said(reports, shown, workspace.said_last(), why)


def merge(
    workspace: Workspace, reports: tuple[ReportId, ...], commitments: Sequence[CommitmentId]
) -> Said:
    """Put one promise in the place of several of one report."""
    shown = workspace.merge_promises(commitments)
    return Said(reports, shown, workspace.said_last())


def take_back(workspace: Workspace, report: ReportId, word: PromiseWordId) -> Said:
    """Forget a word on a promise: what was rejected is back, what was added goes."""
    workspace.restore_promise(word)
    return Said((report,))


def explain(workspace: Workspace, keys: Sequence[SaidKey], why: str) -> None:
    """Say why something was said of promises or passages."""
    workspace.explain(keys, why)


def words(workspace: Workspace, report: ReportId) -> tuple[PromiseWord, ...]:
    """Return what people said of the promises of a report, the oldest first."""
    return workspace.promise_words(report)


def chains(workspace: Workspace, report: ReportId) -> Mapping[CommitmentId, Chain]:
    """Return the promises of a region through its years, by each promise that stands in one."""
    return {
        link.commitment.id: chain for chain in workspace.chains_of(report) for link in chain.links
    }
