"""What a person decides about passages and names, as jobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.message import Message

if TYPE_CHECKING:
    from tracker.model.decision import NamePair
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.kept_decision import KeptNames
    from tracker.model.mark import Anchor
    from tracker.workspace import Workspace


NOT_BLIND = Message(
    "第二遍核对时只给结论和批注；段落是否为依据由第一遍认定。",
    "A second reading gives verdicts and notes only; which passages are evidence is for the first "
    "to say.",
)
"""Why a second reader says nothing of passages: it would be seen in the first reading."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Names that a word on a passage may be about, to be kept for the years to come.

    Attributes:
        commitment: The promise.
        pair: The names; None where none can be told.
        taken_from: The report that the passage stands in.
    """

    commitment: CommitmentId
    pair: NamePair | None
    taken_from: ReportId


def decide(
    workspace: Workspace, commitment: CommitmentId, passage: Anchor, *, answers: bool | None
) -> Offer:
    """Write down whether a passage answers a promise; return the names to offer."""
    workspace.decide(commitment, passage, answers=answers)
    pair = None if answers is None else workspace.offered_names(commitment, passage)
    return Offer(commitment, pair, passage.report_id)


def names(workspace: Workspace) -> tuple[KeptNames, ...]:
    """Return every pair of names."""
    return workspace.names()


def add_names(
    workspace: Workspace,
    pair: NamePair,
    used_in: ReportId | None,
    taken_from: ReportId | None,
) -> tuple[KeptNames, ...]:
    """Keep a pair of names and return all."""
    workspace.add_names(pair, used_in=used_in, taken_from=taken_from)
    return workspace.names()


def remove_names(workspace: Workspace, kept: KeptNames) -> tuple[KeptNames, ...]:
    """Take a pair of names back and return all that are left."""
    workspace.remove_names(kept)
    return workspace.names()
