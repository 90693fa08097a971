"""What the program finds of topics through many reports, kept like every other finding."""

from tracker.model.alignment import Alignment, AlignmentPart
from tracker.model.change import ReportDiff
from tracker.model.commitment import Commitment, Outcome
from tracker.model.ids import ReportId
from tracker.model.measure import Measure
from tracker.model.report import Report
from tracker.workspace.findings import Findings


class TopicFindings(Findings):
    """Findings with those that topics are drawn from, by content and version."""

    def topic_alignment(self, earlier: ReportId, later: ReportId, part: AlignmentPart) -> Alignment:
        """Return an alignment to draw topics from, links by hand applied."""
        return self._alignment(earlier, later, part, of_topics=True)[0]

    def topic_changes(
        self, earlier: ReportId, later: ReportId, part: AlignmentPart, couple: tuple[int, int]
    ) -> ReportDiff:
        """Return what changed between two sections that are one topic."""
        alignment, state = self._alignment(earlier, later, part, of_topics=True)
        return self._find(
            self._key("compare topic", state, str(couple)),
            ReportDiff,
            lambda: self._analysis.compare_topic(
                alignment, couple, self._measured(earlier), self._measured(later)
            ),
            (earlier, later),
        )

    def _measured(self, report_id: ReportId) -> tuple[Report, tuple[Measure, ...]]:
        """Return a report with the figures found in it."""
        found: tuple[Commitment | Outcome, ...] = (
            *self.commitments(report_id),
            *self.outcomes(report_id),
        )
        measures = tuple(measure for one in found for measure in one.statement.measures)
        return self.report(report_id), measures
