"""The part of the door by which findings and marks go out: as files, and to the printer."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tracker import __version__
from tracker.message import Message
from tracker.model.alignment import AlignmentPart
from tracker.model.change import ReportDiff
from tracker.model.figures import Grouping
from tracker.model.handout import (
    ALIGNED_PARTS,
    HandoutOptions,
    TrackedPromise,
    TrackingReport,
    title_of,
)
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.words import word
from tracker.workspace.next_documents import laters_for
from tracker.workspace.surveys import Surveys


class Handouts(Surveys):
    """What a workspace hands out; see ``Workspace``."""

    def handout(
        self,
        earlier: ReportId,
        laters: Sequence[ReportId] | None = None,
        *,
        sections: bool = False,
    ) -> TrackingReport:
        """Return the tracking report (对照表) as a value: findings and marks side by side.

        With ``sections`` it knows how the sections of the reports correspond.
        """
        chosen = (
            laters_for(self._database, self._gathered, earlier) if laters is None else tuple(laters)
        )
        marks = self._marking.marks(earlier)
        first = self._findings.report(earlier)
        others = [one for one in dict.fromkeys(chosen) if one != earlier]
        reports = (first, *(self._findings.report(one) for one in others))
        rows = tuple(
            TrackedPromise(found, marks.get(found.commitment.id))
            for found in self._findings.tracking(earlier, chosen)
        )
        return TrackingReport(
            title=title_of(first),
            reports=reports,
            rows=rows,
            version=__version__,
            findings=self._analysis.version(),
            pairs=self._pairs((earlier, *others)),
            history=self._marking.report_history(earlier),
            words=self._accounts.said_on(earlier),
            figures=self._analysis.count(first, reports[1:], rows, Grouping.REPORT),
            alignments=tuple(
                self._findings.alignment(earlier, other, part)
                for other in (others if sections else ())
                for part in ALIGNED_PARTS
            ),
        )

    def export(
        self,
        path: Path | str,
        earlier: ReportId,
        laters: Sequence[ReportId] | None = None,
        options: HandoutOptions | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> None:
        """Write the tracking report in the format of the path's ending.

        Raises:
            ExportProblem: Unknown ending, a template that cannot be used, no promise left by the
                options, or the file cannot be written.
            Stopped: ``should_stop`` said so; nothing was written.
        """
        from tracker.workspace.handing_out import write_tracking  # noqa: PLC0415 - rarely needed

        asked = options or HandoutOptions()
        made = (self.handout(one, laters, sections=asked.sections) for one in (earlier,))
        write_tracking(made, Path(path), asked, should_stop)

    def export_together(
        self,
        path: Path | str,
        earliers: Sequence[ReportId],
        options: HandoutOptions | None = None,
        should_stop: Callable[[], bool] | None = None,
    ) -> None:
        """Write several reports' promises as one file, judged by ``laters_for``; see ``export``.

        Raises:
            ValueError: There is no report.
        """
        from tracker.workspace.handing_out import write_tracking  # noqa: PLC0415 - rarely needed

        asked = options or HandoutOptions()
        made = (self.handout(one, sections=asked.sections) for one in earliers)
        write_tracking(made, Path(path), asked, should_stop)

    def printed(
        self,
        earlier: ReportId,
        laters: Sequence[ReportId] | None,
        options: HandoutOptions,
        should_stop: Callable[[], bool] | None = None,
    ) -> bytes:
        """Return the tracking report for the printer, as a PDF.

        Raises:
            ExportProblem: The system has no font with Chinese characters.
            Stopped: ``should_stop`` said so.
        """
        from tracker.workspace.handing_out import tracking_pages  # noqa: PLC0415

        return tracking_pages(self.handout(earlier, laters), options, should_stop)

    def printed_comparison(
        self,
        earlier: ReportId,
        later: ReportId,
        parts: Sequence[AlignmentPart],
        language: str,
        should_stop: Callable[[], bool] | None = None,
    ) -> bytes:
        """Return two reports side by side for the printer, as a PDF; see ``printed``."""
        from tracker.workspace.handing_out import comparison_pages  # noqa: PLC0415

        found, both = self._compared(earlier, later, parts)
        return comparison_pages(found, both, language, should_stop)

    def export_comparison(
        self,
        path: Path | str,
        earlier: ReportId,
        later: ReportId,
        parts: Sequence[AlignmentPart],
        language: str,
        should_stop: Callable[[], bool] | None = None,
    ) -> None:
        """Write two reports side by side: docx (tracked changes), html, pdf or json.

        Raises:
            ExportProblem: Unknown ending, no Chinese font for a PDF, or not written.
            Stopped: ``should_stop`` said so; nothing was written.
        """
        from tracker.workspace.handing_out import write_comparison  # noqa: PLC0415

        found, both = self._compared(earlier, later, parts)
        write_comparison(found, both, Path(path), language, should_stop)

    def _compared(
        self, earlier: ReportId, later: ReportId, parts: Sequence[AlignmentPart]
    ) -> tuple[list[tuple[Message, ReportDiff]], tuple[Report, Report]]:
        """Return what changed, part by part, and the two reports."""
        found = [(word(part), self._findings.differences(earlier, later, part)) for part in parts]
        return found, (self._findings.report(earlier), self._findings.report(later))
