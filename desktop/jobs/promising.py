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
    from tracker.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Said:
    """Something was said of promises.

    Attributes:
        reports: Whose promises they are.
        shown: Promise to look at from now on, None where the cursor stays.
    """

    reports: tuple[ReportId, ...]
    shown: CommitmentId | None = None


def add(workspace: Workspace, place: Anchor) -> Said:
    """Take a passage for a promise."""
    return Said((place.report_id,), workspace.add_promise(place))


def reject(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    commitments: Sequence[CommitmentId],
    neighbour: CommitmentId | None,
) -> Said:
    """Say that some are no promises; the cursor goes to a neighbour."""
    workspace.reject_promises(commitments)
    return Said(reports, neighbour)


def edit(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    commitments: Sequence[CommitmentId],
    said: PromiseEdit,
) -> Said:
    """Set promises right."""
    workspace.edit_promises(commitments, said)
    return Said(reports)


def split(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    commitment: CommitmentId,
    pieces: Sequence[Anchor],
) -> Said:
    """Put several promises in the place of one."""
    return Said(reports, workspace.split_promise(commitment, pieces)[0])


def merge(
    workspace: Workspace, reports: tuple[ReportId, ...], commitments: Sequence[CommitmentId]
) -> Said:
    """Put one promise in the place of several of one report."""
    return Said(reports, workspace.merge_promises(commitments))


def take_back(workspace: Workspace, report: ReportId, word: PromiseWordId) -> Said:
    """Forget a word on a promise: what was rejected is back, what was added goes."""
    workspace.restore_promise(word)
    return Said((report,))


def words(workspace: Workspace, report: ReportId) -> tuple[PromiseWord, ...]:
    """Return what people said of the promises of a report, the oldest first."""
    return workspace.promise_words(report)


def chains(workspace: Workspace, report: ReportId) -> Mapping[CommitmentId, Chain]:
    """Return the promises of a region through its years, by each promise that stands in one."""
    return {
        link.commitment.id: chain for chain in workspace.chains_of(report) for link in chain.links
    }
