"""What people say about which sections of two reports belong together: kept, listed, taken back."""

from tracker.message import Message
from tracker.model.alignment import HandWords
from tracker.model.ids import ReportId
from tracker.model.library import HandLink, HandLinkKind, KeptLink
from tracker.model.mark import Anchor
from tracker.model.span import Span
from tracker.store import links
from tracker.store.database import Database
from tracker.store.journal import Journal
from tracker.workspace.anchoring import heading_of
from tracker.workspace.findings import Findings
from tracker.workspace.overlay import hand_words, sections_of

_LINK = Message("人工对应章节", "link sections")
_UNLINK = Message("取消章节对齐", "unlink sections")
_ALONE = Message("标为无对应章节", "say that a section has no counterpart")
_FORGET = Message("撤回人工对应", "take a link by hand back")


class Linking:
    """Writes people's word on sections down.

    Args:
        database: The workspace file.
        findings: Reports, for the headings that links are anchored in.
        user: Name that is written beside each.
    """

    def __init__(self, database: Database, findings: Findings, user: str) -> None:
        self._database = database
        self._findings = findings
        self._user = user
        self._journal = Journal(database)

    def link(
        self, earlier: ReportId, earlier_section: int, later: ReportId, later_section: int
    ) -> None:
        """Put two sections beside each other."""
        first = self._heading(earlier, earlier_section)
        second = self._heading(later, later_section)
        with self._journal.action(_LINK, self._user) as recorder:
            alone = HandLink(HandLinkKind.ALONE, first, _nowhere(later))
            new = HandLink(HandLinkKind.NEW, _nowhere(earlier), second)
            for other in (alone, new):
                links.take_link(recorder, other)
            links.put_link(recorder, HandLink(HandLinkKind.TOGETHER, first, second), self._user)

    def unlink(
        self, earlier: ReportId, earlier_section: int, later: ReportId, later_section: int
    ) -> None:
        """Say that two sections do not belong beside each other."""
        first = self._heading(earlier, earlier_section)
        second = self._heading(later, later_section)
        with self._journal.action(_UNLINK, self._user) as recorder:
            links.put_link(recorder, HandLink(HandLinkKind.APART, first, second), self._user)

    def no_counterpart(self, earlier: ReportId, earlier_section: int, later: ReportId) -> None:
        """Say that an earlier section has nothing beside it."""
        heading = self._heading(earlier, earlier_section)
        self._put_alone(HandLink(HandLinkKind.ALONE, heading, _nowhere(later)))

    def no_forerunner(self, earlier: ReportId, later: ReportId, later_section: int) -> None:
        """Say that a later section has nothing beside it."""
        heading = self._heading(later, later_section)
        self._put_alone(HandLink(HandLinkKind.NEW, _nowhere(earlier), heading))

    def _put_alone(self, link: HandLink) -> None:
        """Keep that a section stands by itself; what else was said of it goes."""
        earlier, later = link.earlier.report_id, link.later.report_id
        with self._journal.action(_ALONE, self._user) as recorder:
            for other in links.links_between(recorder.connection, earlier, later):
                of_new = link.kind is HandLinkKind.NEW
                if other.later == link.later if of_new else other.earlier == link.earlier:
                    links.take_link(recorder, other)
            links.put_link(recorder, link, self._user)

    def forget(self, link: HandLink) -> None:
        """Take one word back; see ``Workspace.forget_hand_link``."""
        with self._journal.action(_FORGET, self._user) as recorder:
            links.take_link(recorder, link)

    def hand_words(self, earlier: ReportId, later: ReportId) -> HandWords:
        """Return what was said about which sections of two reports belong together."""
        with self._database.read() as connection:
            found = links.links_between(connection, earlier, later)
        return hand_words(self._findings.report(earlier), self._findings.report(later), found)

    def hand_links(self, earlier: ReportId, later: ReportId) -> tuple[KeptLink, ...]:
        """Return the same one by one, as they are kept; the latest first."""
        with self._database.read() as connection:
            found = links.signed_links(connection, earlier, later)
        if not found:
            return ()
        first, second = self._findings.report(earlier), self._findings.report(later)
        return tuple(
            KeptLink(link, *sections_of(link, first, second), user, at) for link, user, at in found
        )

    def _heading(self, report_id: ReportId, section: int) -> Anchor:
        return heading_of(self._findings.report(report_id), section)


def _nowhere(report_id: ReportId) -> Anchor:
    """Return the place of no section of a report."""
    return Anchor(report_id, Span(0, 0), "")
