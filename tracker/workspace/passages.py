"""The part of the door that looks into single passages: what a section is like, what is 套话."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.workspace.analysis import Analysis
from tracker.workspace.findings import Findings

if TYPE_CHECKING:
    from tracker.model.alignment import AlignmentPart, HandWords, NearSection
    from tracker.model.ids import ReportId
    from tracker.model.span import Span


class Passages:
    """What is asked of single passages while two reports are read; see ``Workspace``."""

    _analysis: Analysis
    _findings: Findings

    def nearest_sections(
        self,
        earlier: ReportId,
        later: ReportId,
        part: AlignmentPart,
        section: int,
        *,
        of_later: bool = False,
        said: HandWords,
    ) -> tuple[NearSection, ...]:
        """Return the three sections of the other report that a section is most like.

        Args:
            earlier: Earlier report.
            later: Later report.
            part: Which parts are set beside each other.
            section: Index of a section of the earlier report.
            of_later: It is one of the later report.
            said: What people said of the sections of the two.
        """
        return self._analysis.nearest(
            self._findings.report(earlier),
            self._findings.report(later),
            part,
            section,
            of_later=of_later,
            said=said,
        )

    def boilerplate(self, report_id: ReportId) -> tuple[Span, ...]:
        """Return the clauses of a report that stand in most reports (套话), in order."""
        return self._analysis.boilerplate(self._findings.report(report_id))
