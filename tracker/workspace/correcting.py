"""What people know better: heads, roles of sections, which sections belong beside each other."""

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.alignment import HandWords
from tracker.model.correction import LineCorrection
from tracker.model.draft import Corrections
from tracker.model.ids import ReportId
from tracker.model.library import AnchoredLine, HandLink, HandLinkKind, MetadataCorrection
from tracker.model.mark import Anchor
from tracker.model.outline import Role
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.store import shelf
from tracker.store.database import Database
from tracker.store.journal import Journal
from tracker.workspace.anchoring import heading_anchor, line_anchor
from tracker.workspace.findings import Findings, unknown_report
from tracker.workspace.overlay import hand_words

_METADATA = Message("更正报告信息", "correct a report's details")
_LINE = Message("更正段落", "correct a line")
_REPORT = Message("更正报告", "correct a report")
_ROLE = Message("更正章节类型", "correct a section's role")
_LINK = Message("人工对应章节", "link sections")
_UNLINK = Message("取消章节对齐", "unlink sections")
_ALONE = Message("标为无对应章节", "say that a section has no counterpart")


class Correcting:
    """Writes people's corrections and links down.

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
        heading = _heading(self._findings.report(report_id), section)
        with self._journal.action(_ROLE, self._user) as recorder:
            said = shelf.corrections(recorder.connection, report_id).with_role(heading, role)
            shelf.put_corrections(recorder, report_id, said, self._user)

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

    def link(
        self, earlier: ReportId, earlier_section: int, later: ReportId, later_section: int
    ) -> None:
        """Put two sections beside each other."""
        link = self._link(HandLinkKind.TOGETHER, (earlier, earlier_section), (later, later_section))
        with self._journal.action(_LINK, self._user) as recorder:
            alone = Anchor(later, Span(0, 0), "")
            shelf.take_link(recorder, HandLink(HandLinkKind.ALONE, link.earlier, alone))
            shelf.put_link(recorder, link, self._user)

    def unlink(
        self, earlier: ReportId, earlier_section: int, later: ReportId, later_section: int
    ) -> None:
        """Say that two sections do not belong beside each other."""
        link = self._link(HandLinkKind.APART, (earlier, earlier_section), (later, later_section))
        with self._journal.action(_UNLINK, self._user) as recorder:
            shelf.put_link(recorder, link, self._user)

    def no_counterpart(self, earlier: ReportId, earlier_section: int, later: ReportId) -> None:
        """Say that a section has nothing beside it."""
        link = self._link(HandLinkKind.ALONE, (earlier, earlier_section), (later, None))
        with self._journal.action(_ALONE, self._user) as recorder:
            for other in shelf.links_between(recorder.connection, earlier, later):
                if other.earlier == link.earlier:
                    shelf.take_link(recorder, other)
            shelf.put_link(recorder, link, self._user)

    def hand_words(self, earlier: ReportId, later: ReportId) -> HandWords:
        """Return what was said about which sections of two reports belong together."""
        with self._database.read() as connection:
            links = shelf.links_between(connection, earlier, later)
        return hand_words(self._findings.report(earlier), self._findings.report(later), links)

    def _link(
        self, kind: HandLinkKind, first: tuple[ReportId, int], second: tuple[ReportId, int | None]
    ) -> HandLink:
        earlier = _heading(self._findings.report(first[0]), first[1])
        later_id, section = second
        report = self._findings.report(later_id)
        if section is None:
            return HandLink(kind, earlier, Anchor(later_id, Span(0, 0), ""))
        return HandLink(kind, earlier, _heading(report, section))


def _heading(report: Report, section: int) -> Anchor:
    if not 0 <= section < len(report.sections):
        raise InputProblem(Message("报告中没有这个章节。", "The report has no such section."))
    return heading_anchor(report, section)
