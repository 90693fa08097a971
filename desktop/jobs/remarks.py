"""What the reader remarked on a report, asked for off the GUI thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.message import Message
    from tracker.model.ids import ReportId
    from tracker.workspace import Workspace


def remarks(workspace: Workspace, report: ReportId) -> tuple[Message, ...]:
    """Return the remarks on a report, in the order they were made."""
    return tuple(one.message for one in workspace.report(report).diagnostics)
