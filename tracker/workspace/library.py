"""Bringing reports in, setting them right, taking them out; each a transaction that can be undone.

A file is read and analysed outside the lock; what it gave is then written in one transaction,
so that no report is ever half there.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import (
    HandLink,
    HandLinkKind,
    ImportResult,
    ReportEntry,
    RoleCorrection,
)
from tracker.model.mark import Anchor, Mark, MarkAction
from tracker.model.report import Report
from tracker.model.source import SourceDocument
from tracker.model.span import Span
from tracker.store import marks as mark_rows
from tracker.store import shelf
from tracker.store.backup import Backups
from tracker.store.database import Database
from tracker.store.erase import erase_report
from tracker.store.journal import Journal, Recorder
from tracker.workspace.analysis import Analysis
from tracker.workspace.anchoring import commitment_at, heading_anchor, reanchor, section_at
from tracker.workspace.findings import Findings, unknown_report

_IMPORT = Message("导入报告", "import reports")
_REIMPORT = Message("更换报告文件", "replace a report's file")
_REMOVE = Message("移除报告", "remove a report")


class Library:
    """Reports of a workspace and what people said about them, marks apart.

    Args:
        database: The workspace file.
        findings: Findings by content.
        analysis: The stages.
        backups: Copies, from which a forgotten report goes too.
        user: Name that is written beside each action.
    """

    def __init__(
        self,
        database: Database,
        findings: Findings,
        analysis: Analysis,
        backups: Backups,
        user: str,
    ) -> None:
        self._database = database
        self._findings = findings
        self._analysis = analysis
        self._backups = backups
        self._user = user
        self._journal = Journal(database)

    def entries(self) -> tuple[ReportEntry, ...]:
        """Return one line per report."""
        with self._database.read() as connection:
            return shelf.entries(connection)

    def _entry(self, report_id: ReportId) -> ReportEntry:
        with self._database.read() as connection:
            found = shelf.entries(connection, report_id)
        if not found:
            raise unknown_report()
        return found[0]

    def import_files(
        self,
        paths: Sequence[Path],
        report_progress: Callable[[int, int, str], None],
        should_stop: Callable[[], bool],
    ) -> tuple[ImportResult, ...]:
        """Read files in; see ``Workspace.import_files``."""
        results = []
        action_id: int | None = None
        for done, path in enumerate(paths):
            if should_stop():
                break
            report_progress(done, len(paths), path.name)
            try:
                source, data = self._analysis.read_source(path)
                result, action_id = self._shelve(source, data, action_id)
            except InputProblem as problem:
                result = ImportResult(path.name, None, problem.message)
            results.append(result)
        else:
            report_progress(len(paths), len(paths), "")
        return tuple(results)

    def import_bytes(self, name: str, data: bytes) -> ImportResult:
        """Read a document that is no file."""
        try:
            return self._shelve(self._analysis.decode_source(data, name), data, None)[0]
        except InputProblem as problem:
            return ImportResult(name, None, problem.message)

    def import_samples(self) -> None:
        """Read the program's sample reports in."""
        action_id: int | None = None
        for name, data in self._analysis.samples():
            source = self._analysis.decode_source(data, name)
            _, action_id = self._shelve(source, data, action_id)

    def _shelve(
        self, source: SourceDocument, data: bytes, action_id: int | None
    ) -> tuple[ImportResult, int | None]:
        """Put a text on the shelf; return the result and the action it became part of."""
        with self._database.read() as connection:
            there = shelf.is_shelved(connection, source.id)
        if there:
            entry = self._entry(source.id)
            return ImportResult(source.name, entry, None, duplicate=True), action_id
        report = self._analysis.read(source)
        with self._journal.action(_IMPORT, self._user, extends=action_id) as recorder:
            self._keep(recorder, report, data, None)
        return ImportResult(source.name, self._entry(source.id), None), recorder.action_id

    def _keep(
        self, recorder: Recorder, report: Report, data: bytes, replaces: ReportId | None
    ) -> None:
        shelf.add_content(recorder.connection, report.id, report.name, data)
        shelf.shelve(recorder, report.id, report.name, replaces)
        self._findings.keep_report(report)

    def reimport(self, report_id: ReportId, path: Path) -> ReportEntry:
        """Put a new version of a document in the place of a report."""
        entry = self._entry(report_id)
        source, data = self._analysis.read_source(path)
        if source.id == report_id:
            return entry
        with self._database.read() as connection:
            if shelf.is_shelved(connection, source.id):
                raise InputProblem(
                    Message(
                        "这份文件已作为另一份报告在工作区中。",
                        "This file is in the workspace already, as another report.",
                    )
                )
        report = self._analysis.read(source)
        commitments = self._analysis.commitments(report)

        def moved(number: int, mark: Mark) -> Mark:
            return _moved(mark, number, report_id, report, commitments)

        # Looking for words takes time: it is done before the file is held.
        with self._database.read() as connection:
            before = dict(mark_rows.all_marks(connection))
        ready = {number: moved(number, mark) for number, mark in before.items()}
        with self._journal.action(_REIMPORT, self._user) as recorder:
            shelf.unshelve(recorder, report_id)
            self._keep(recorder, report, data, report_id)
            self._move_corrections(recorder, report_id, report)
            self._move_links(recorder, report_id, report)
            for number, mark in mark_rows.all_marks(recorder.connection):
                known = before.get(number) == mark
                then = ready[number] if known else moved(number, mark)
                if then != mark:
                    action = MarkAction.LOST if then.lost else MarkAction.MOVED
                    mark_rows.put_mark(recorder, number, then, action)
        return self._entry(report.id)

    def _move_corrections(self, recorder: Recorder, report_id: ReportId, report: Report) -> None:
        said = shelf.metadata_correction(recorder.connection, report_id)
        shelf.put_metadata_correction(recorder, report.id, said, self._user)
        for correction in shelf.role_corrections(recorder.connection, report_id):
            heading = _new_heading(correction.heading, report)
            if heading is not None:
                moved = RoleCorrection(heading, correction.role)
                shelf.put_role_correction(recorder, moved, self._user)

    def _move_links(self, recorder: Recorder, report_id: ReportId, report: Report) -> None:
        for link in shelf.links_of(recorder.connection, report_id):
            earlier, later = link.earlier, link.later
            if earlier.report_id == report_id:
                earlier = _new_heading(earlier, report) or earlier
            if later.report_id == report_id:
                alone = link.kind is HandLinkKind.ALONE
                empty = Anchor(report.id, Span(0, 0), "")
                later = empty if alone else _new_heading(later, report) or later
            if (earlier.report_id, later.report_id).count(report_id) == 0:
                shelf.put_link(recorder, HandLink(link.kind, earlier, later), self._user)

    def remove(self, report_id: ReportId) -> None:
        """Take a report out of the library."""
        self._entry(report_id)
        with self._journal.action(_REMOVE, self._user) as recorder:
            shelf.unshelve(recorder, report_id)

    def forget(self, report_id: ReportId) -> None:
        """Erase a report for good."""
        with self._database.write() as connection:
            if shelf.get_content(connection, report_id) is None:
                raise unknown_report()
            erased = erase_report(connection, report_id)
        self._findings.forget_memory()
        self._database.checkpoint()
        self._backups.erase(erased)
        self._database.vacuum()


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
