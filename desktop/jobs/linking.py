"""What a person says about which sections belong together, as jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from tracker.model.alignment import HandWords
    from tracker.model.ids import ReportId
    from tracker.model.library import HandLink, KeptLink
    from tracker.workspace import Workspace

    Pair: TypeAlias = tuple[ReportId, ReportId]


def link(workspace: Workspace, pair: Pair, earlier: int, later: int) -> None:
    """Set two sections beside each other."""
    workspace.link_sections(pair[0], earlier, pair[1], later)


def unlink(workspace: Workspace, pair: Pair, earlier: int, later: int) -> None:
    """Say that two sections do not belong together."""
    workspace.unlink_sections(pair[0], earlier, pair[1], later)


def leave_alone(workspace: Workspace, pair: Pair, earlier: int) -> None:
    """Say that a section has no counterpart."""
    workspace.no_counterpart(pair[0], earlier, pair[1])


def leave_new(workspace: Workspace, pair: Pair, later: int) -> None:
    """Say that a section of the right report has no counterpart."""
    workspace.no_forerunner(pair[0], pair[1], later)


def forget(workspace: Workspace, pair: Pair, link: HandLink) -> None:
    """Take one word of a person back."""
    del pair  # it is known by itself
    workspace.forget_hand_link(link)


def kept(workspace: Workspace, pair: Comparison) -> tuple[KeptLink, ...]:
    """Return what is said of two reports, one by one, the latest first."""
    return workspace.hand_links(pair.earlier.id, pair.later.id)


def said(workspace: Workspace, pairs: tuple[Comparison, ...]) -> tuple[HandWords, ...]:
    """Return what is said about the sections of each pair."""
    return tuple(workspace.hand_words(pair.earlier.id, pair.later.id) for pair in pairs)
