"""What is asked of single passages while reports are read, as jobs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.jobs.catalog import Comparison
    from tracker.model.alignment import AlignmentPart, NearSection
    from tracker.model.ids import ReportId
    from tracker.model.span import Span
    from tracker.workspace import Workspace


def boilerplate(
    workspace: Workspace, reports: tuple[ReportId, ...]
) -> tuple[tuple[Span, ...], ...]:
    """Return for each report the clauses that stand in most reports."""
    return tuple(workspace.boilerplate(report) for report in reports)


def nearest(
    workspace: Workspace, pair: Comparison, part: AlignmentPart, section: int, *, of_later: bool
) -> tuple[NearSection, ...]:
    """Return the sections of the other report that one is most like."""
    return workspace.nearest_sections(
        pair.earlier.id, pair.later.id, part, section, of_later=of_later, said=pair.said
    )
