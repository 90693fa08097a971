"""What people said about a report, taken along when its text is replaced or read anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.model.bookmark import Bookmark
from tracker.model.commitment import Commitment
from tracker.model.draft import Corrections
from tracker.model.ids import BookmarkId, CommitmentId, PromiseWordId, ReportId
from tracker.model.library import HandLink, HandLinkKind, RoleCorrection
from tracker.model.mark import Anchor, Mark, MarkAction
from tracker.model.promise_word import PromiseWord
from tracker.model.report import Report
from tracker.model.source import SourceDocument
from tracker.model.span import Span
from tracker.store import bookmarks as bookmark_rows
from tracker.store import links, shelf
from tracker.store import marks as mark_rows
from tracker.store.database import Database
from tracker.store.journal import Recorder
from tracker.store.promise_words import promise_words
from tracker.workspace.analysis import Analysis
from tracker.workspace.anchoring import (
    commitment_at,
    heading_anchor,
    lines_said,
    moved_lines,
    reanchor,
    section_at,
)
from tracker.workspace.bookmarking import move_bookmarks, moved_bookmarks
from tracker.workspace.decision_places import move_decisions
from tracker.workspace.overlay import corrected
from tracker.workspace.promise_places import move_words, moved_word, place_words, said_of


@dataclass(frozen=True)
class Move:
    """A new text for a report, and what was said about the old one as it stands in it.

    Attributes:
        old: The report that is replaced; its own id where it is read anew.
        source: The new text.
        machine: The report in it, with people's word on lines.
        said: Corrections.
        commitments: Promises of the new report, with people's word on them.
        marks: Marks of the workspace as they were and as they shall be, by number.
        bookmarks: Bookmarks of the report, the same way.
        words: What people said of the promises of the report, as it shall be.
    """

    old: ReportId
    source: SourceDocument
    machine: Report
    said: Corrections
    commitments: tuple[Commitment, ...]
    marks: dict[int, tuple[Mark, Mark]]
    bookmarks: dict[BookmarkId, tuple[Bookmark, Bookmark]]
    words: dict[PromiseWordId, PromiseWord]

    @property
    def report(self) -> Report:
        """The new report, with people's word on all of it."""
        return corrected(self.machine, self.said.metadata, self.said.roles)


class Moving:
    """Prepares moves outside the lock, where words are looked for, and writes them inside.

    Args:
        database: The workspace file.
        analysis: The stages.
        user: Name that is written beside each correction.
    """

    def __init__(self, database: Database, analysis: Analysis, user: str) -> None:
        self._database = database
        self._analysis = analysis
        self._user = user

    def prepare(
        self, old: ReportId, source: SourceDocument, also: Corrections | None = None
    ) -> Move:
        """Return what becomes of a report's corrections and marks under a new text.

        Args:
            old: The report.
            source: Its new text.
            also: What a person said about the new text already; it wins over what is moved.
        """
        with self._database.read() as connection:
            before = shelf.corrections(connection, old)
            marks = dict(mark_rows.all_marks(connection))
            bookmarks = bookmark_rows.bookmarks(connection, old)
            words = promise_words(connection, old)
        lines = moved_lines(before.lines, source.text, source.id)
        said = Corrections(before.metadata, (), lines)
        for line in also.lines if also else ():
            said = said.with_line(line)
        machine = self._analysis.read(source, lines_said(source.text, said.lines))
        for role in before.roles:
            heading = _new_heading(role.heading, machine)
            said = said if heading is None else said.with_role(heading, role.role)
        for role in also.roles if also else ():
            said = said.with_role(role.heading, role.role)
        if also is not None:
            said = replace(said, metadata=said.metadata.then(also.metadata))
        report = corrected(machine, said.metadata, said.roles)
        commitments = self._analysis.commitments(report)
        moved_words = {one.id: moved_word(one, report) for one in words}
        placed = place_words(moved_words.values(), report, commitments)
        if placed:
            commitments = self._analysis.correct_promises(report, commitments, said_of(placed))
        moved = {n: (m, _moved(m, n, old, report, commitments)) for n, m in marks.items()}
        signs = moved_bookmarks(bookmarks, old, source.text, source.id)
        return Move(old, source, machine, said, commitments, moved, signs, moved_words)

    def write(self, recorder: Recorder, move: Move) -> None:
        """Write corrections, links and marks as they stand in the new text."""
        report = move.machine
        shelf.put_corrections(recorder, report.id, _of_report(move.said, report.id), self._user)
        self._move_links(recorder, move.old, report)
        move_decisions(recorder, move.old, report)
        move_bookmarks(recorder, move.old, report, move.bookmarks)
        move_words(recorder, move.old, report, move.words)
        for number, mark in mark_rows.all_marks(recorder.connection):
            before, ready = move.marks.get(number, (None, mark))
            known = before == mark
            then = ready if known else _moved(mark, number, move.old, report, move.commitments)
            if then != mark:
                action = MarkAction.LOST if then.lost else MarkAction.MOVED
                mark_rows.put_mark(recorder, number, then, action)

    def _move_links(self, recorder: Recorder, old: ReportId, report: Report) -> None:
        same = old == report.id
        for link in links.links_of(recorder.connection, old):
            earlier, later = link.earlier, link.later
            gone = False
            empty = Anchor(report.id, Span(0, 0), "")
            if earlier.report_id == old:
                is_new = link.kind is HandLinkKind.NEW
                found = empty if is_new else _new_heading(earlier, report)
                earlier, gone = found or earlier, found is None
            if later.report_id == old:
                alone = link.kind is HandLinkKind.ALONE
                found = empty if alone else _new_heading(later, report)
                later, gone = found or later, gone or found is None
            moved = HandLink(link.kind, earlier, later)
            if same and moved != link:
                links.take_link(recorder, link)
            if not gone:
                links.put_link(recorder, moved, self._user)


def _of_report(said: Corrections, report_id: ReportId) -> Corrections:
    """Return corrections whose anchors name the report that they are stored with."""
    return replace(
        said,
        roles=tuple(
            RoleCorrection(replace(one.heading, report_id=report_id), one.role)
            for one in said.roles
        ),
        lines=tuple(
            replace(one, place=replace(one.place, report_id=report_id)) for one in said.lines
        ),
    )


def _moved(
    mark: Mark,
    number: int,
    replaced: ReportId,
    report: Report,
    commitments: Sequence[Commitment],
) -> Mark:
    """Return a mark as it stands after a report was replaced; lost when its words are gone."""
    mark = _with_evidence(mark, replaced, report)
    if mark.anchor.report_id != replaced:
        return mark
    anchor = reanchor(mark.anchor, report.text, report.id)
    if anchor is None:
        # It stays with the document, so that the list of lost marks can offer its place.
        lost = Anchor(report.id, mark.anchor.span, mark.anchor.quote)
        return replace(mark, anchor=lost, lost=True)
    found = commitment_at(anchor, mark.object, commitments)
    # Without a promise it has a name of its own, never that of a neighbour.
    own = f"{report.id[:12]}-{anchor.span.start}-{anchor.span.end}-m{number}"
    name = CommitmentId(own) if found is None else found.id
    return replace(mark, anchor=anchor, commitment_id=name, lost=False)


def _with_evidence(mark: Mark, report_id: ReportId, report: Report) -> Mark:
    """Return a mark whose pointers into a replaced report point into the new text."""
    if all(anchor.report_id != report_id for anchor in mark.evidence):
        return mark
    evidence = tuple(
        (reanchor(anchor, report.text, report.id) or anchor)
        if anchor.report_id == report_id
        else anchor
        for anchor in mark.evidence
    )
    return replace(mark, evidence=evidence)


def _new_heading(heading: Anchor, report: Report) -> Anchor | None:
    """Return the heading of the new text that has an old one's words."""
    anchor = reanchor(heading, report.text, report.id)
    section = None if anchor is None else section_at(report, anchor)
    return None if section is None else heading_anchor(report, section.index)
