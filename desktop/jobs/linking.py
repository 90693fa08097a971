"""What a person says about which sections belong together, as jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from tracker.model.alignment import HandWords
    from tracker.workspace import Workspace


def link(workspace: Workspace, pair: Comparison, earlier: int, later: int) -> None:
    """Set two sections beside each other."""
    workspace.link_sections(pair.earlier.id, earlier, pair.later.id, later)


def unlink(workspace: Workspace, pair: Comparison, earlier: int, later: int) -> None:
    """Say that two sections do not belong together."""
    workspace.unlink_sections(pair.earlier.id, earlier, pair.later.id, later)


def leave_alone(workspace: Workspace, pair: Comparison, earlier: int) -> None:
    """Say that a section has no counterpart."""
    workspace.no_counterpart(pair.earlier.id, earlier, pair.later.id)


def said(workspace: Workspace, pairs: tuple[Comparison, ...]) -> tuple[HandWords, ...]:
    """Return what is said about the sections of each pair."""
    return tuple(workspace.hand_words(pair.earlier.id, pair.later.id) for pair in pairs)
