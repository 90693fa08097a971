"""What people know better: heads of reports, lines, roles of sections."""

from tracker.message import Message
from tracker.model.correction import LineCorrection
from tracker.model.draft import Corrections
from tracker.model.ids import ReportId
from tracker.model.library import AnchoredLine, MetadataCorrection
from tracker.model.outline import Role
from tracker.store import shelf
from tracker.store.database import Database
from tracker.store.journal import Journal
from tracker.workspace.anchoring import heading_of, line_anchor
from tracker.workspace.findings import Findings, unknown_report

_METADATA = Message("更正报告信息", "correct a report's details")
_LINE = Message("更正段落", "correct a line")
_REPORT = Message("更正报告", "correct a report")
_ROLE = Message("更正章节类型", "correct a section's role")


class Correcting:
    """Writes people's corrections down.

    Args:
        database: The workspace file.
        findings: Reports, for the headings that corrections are anchored in.
        user: Name that is written beside each.
    """

    def __init__(self, database: Database, findings: Findings, user: str) -> None:
        self._findings = findings
        self._user = user
        self._database = database
        self._journal = Journal(database)

    def correct_metadata(self, report_id: ReportId, correction: MetadataCorrection) -> None:
        """Set right what the reader took from the head."""
        with self._database.read() as connection:
            if not shelf.is_shelved(connection, report_id):
                raise unknown_report()
        with self._journal.action(_METADATA, self._user) as recorder:
            before = shelf.metadata_correction(recorder.connection, report_id)
            said = before.then(correction)
            if said != before:
                shelf.put_metadata_correction(recorder, report_id, said, self._user)

    def correct_role(self, report_id: ReportId, section: int, role: Role | None) -> None:
        """Set the role of a section."""
        heading = heading_of(self._findings.report(report_id), section)
        with self._journal.action(_ROLE, self._user) as recorder:
            said = shelf.corrections(recorder.connection, report_id).with_role(heading, role)
            shelf.put_corrections(recorder, report_id, said, self._user)
        self._findings.renew_summaries([report_id])

    def correct_line(self, report_id: ReportId, said: LineCorrection) -> None:
        """Say what a line is; see ``Workspace.correct_line``."""
        place = line_anchor(self._findings.report(report_id), said.line)
        with self._journal.action(_LINE, self._user) as recorder:
            before = shelf.corrections(recorder.connection, report_id)
            line = AnchoredLine(place, said.heading, said.joined, said.noise)
            shelf.put_corrections(recorder, report_id, before.with_line(line), self._user)
        self._findings.renew_summaries([report_id])

    def correct_report(self, report_id: ReportId, said: Corrections) -> None:
        """Put all that is said about a report in the place of what was said before."""
        if said == self._findings.said(report_id):
            return
        with self._journal.action(_REPORT, self._user) as recorder:
            shelf.put_corrections(recorder, report_id, said, self._user)
        self._findings.renew_summaries([report_id])
