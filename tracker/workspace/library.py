"""The shelf of a workspace: reports put there, replaced, read anew, taken out.

Each is a transaction that can be undone. Texts are read and looked through outside the lock;
what that gave is then written at once, so that no report is ever half there.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.draft import NOTHING_SAID, Corrections
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.source import SourceDocument
from tracker.store import shelf
from tracker.store.backup import NoBackups
from tracker.store.changes import Touched
from tracker.store.database import Database
from tracker.store.erase import erase_report
from tracker.store.journal import Journal, Recorder
from tracker.workspace.analysis import Analysis
from tracker.workspace.findings import Findings, unknown_report
from tracker.workspace.indexing import indexed_text
from tracker.workspace.moving import Move, Moving
from tracker.workspace.preparing import Prepared, packed

_REIMPORT = Message("更换报告文件", "replace a report's file")
_READ_ANEW = Message("重新读取报告", "read a report anew")
_REMOVE = Message("移除报告", "remove a report")
_FORGET = Message("彻底删除报告", "erase a report")
_RENAME = Message("重命名报告", "rename a report")


@dataclass(frozen=True)
class Arrival:
    """A document that is ready to be put on the shelf.

    Attributes:
        found: Its text and what is in it.
        data: Its bytes.
        said: All that people said about it already.
    """

    found: Prepared
    data: bytes
    said: Corrections = NOTHING_SAID


class Library:
    """Reports of a workspace.

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
        backups: NoBackups,
        user: str,
    ) -> None:
        self._database = database
        self._findings = findings
        self._analysis = analysis
        self._backups = backups
        self._user = user
        self._journal = Journal(database)
        self._moving = Moving(database, analysis, user)

    def entries(self) -> tuple[ReportEntry, ...]:
        """Return one line per report."""
        with self._database.read() as connection:
            return shelf.entries(connection)

    def entries_besides(self, known: Collection[ReportId]) -> tuple[ReportEntry, ...]:
        """Return one line for each report that is not among those that are known."""
        with self._database.read() as connection:
            return shelf.entries_besides(connection, known)

    def entry(self, report_id: ReportId) -> ReportEntry:
        """Return the line of one report.

        Raises:
            InputProblem: No such report in this workspace.
        """
        with self._database.read() as connection:
            found = shelf.entries(connection, report_id)
        if not found:
            raise unknown_report()
        return found[0]

    def find(self, report_id: ReportId) -> ReportEntry | None:
        """Return the line of one report, or None when it is not there."""
        with self._database.read() as connection:
            return next(iter(shelf.entries(connection, report_id)), None)

    def add(self, recorder: Recorder, arrival: Arrival) -> None:
        """Put a document on the shelf; part of an action."""
        self._keep(recorder, arrival, None)
        shelf.put_corrections(recorder, arrival.found.head.id, arrival.said, self._user)

    def _keep(self, recorder: Recorder, arrival: Arrival, replaces: ReportId | None) -> None:
        found = arrival.found
        self._keep_text(recorder, found, arrival.data)
        shelf.shelve(recorder, found.head.id, found.name, replaces)
        self._findings.keep(found, arrival.said)

    def _keep_text(self, recorder: Recorder, found: Prepared, data: bytes) -> None:
        text = {"source": found.source, "reading": found.reading}
        shelf.keep_source(recorder, found.head.id, found.name, data, text)

    def reimport(self, report_id: ReportId, path: Path, encoding: str) -> ReportEntry:
        """Put a new version of a document in the place of a report."""
        entry = self.entry(report_id)
        source, data = self._analysis.read_source(path, encoding)
        if source.id == report_id:
            return self.read_anew(report_id, encoding) if encoding else entry
        move = self.prepare_replacement(report_id, source)
        found = packed(source, move.machine, indexed=indexed_text(move.report))
        with self._journal.action(_REIMPORT, self._user) as recorder:
            self.replace(recorder, move, found, data)
        return self.entry(source.id)

    def prepare_replacement(
        self, report_id: ReportId, source: SourceDocument, also: Corrections | None = None
    ) -> Move:
        """Return what becomes of a report when another document takes its place.

        Raises:
            InputProblem: The report is not there, or the document is there already.
        """
        with self._database.read() as connection:
            if not shelf.is_shelved(connection, report_id):
                raise unknown_report()
            if shelf.is_shelved(connection, source.id):
                raise InputProblem(
                    Message(
                        "这份文件已作为另一份报告在工作区中。",
                        "This file is in the workspace already, as another report.",
                    )
                )
        return self._moving.prepare(report_id, source, also)

    def replace(self, recorder: Recorder, move: Move, found: Prepared, data: bytes) -> None:
        """Put a prepared document in the place of a report; part of an action."""
        shelf.unshelve(recorder, move.old)
        self._keep(recorder, Arrival(found, data, move.said), move.old)
        self._moving.write(recorder, move)

    def read_anew(self, report_id: ReportId, encoding: str) -> ReportEntry:
        """Read the kept bytes of a report with today's reader."""
        entry = self.entry(report_id)
        before = self._findings.source(report_id)
        data = self._findings.content(report_id)
        source = self._analysis.decode_source(data, entry.name, encoding)
        if source == before:
            return entry
        move = self._moving.prepare(report_id, source)
        found = packed(source, move.machine, indexed=indexed_text(move.report))
        with self._journal.action(_READ_ANEW, self._user) as recorder:
            self._keep_text(recorder, found, data)
            self._findings.keep(found, move.said)
            self._moving.write(recorder, move)
        self._findings.renew_summaries([report_id])
        return self.entry(report_id)

    def rename(self, report_id: ReportId, name: str) -> ReportEntry:
        """Give a report another name; its ending stays, since it says how the file is read."""
        entry = self.entry(report_id)
        stem, ending = " ".join(name.split()), PurePath(entry.name).suffix
        if ending and stem.lower().endswith(ending.lower()):
            stem = stem[: -len(ending)].rstrip()
        if not stem:
            raise InputProblem(Message("名称不能为空。", "A report needs a name."))
        if stem + ending == entry.name:
            return entry
        with self._journal.action(_RENAME, self._user) as recorder:
            shelf.rename(recorder, report_id, stem + ending)
        return self.entry(report_id)

    def remove(self, report_ids: Sequence[ReportId]) -> None:
        """Take reports out of the library, as one action."""
        for report_id in report_ids:
            self.entry(report_id)
        n = len(report_ids)
        told = _REMOVE if n == 1 else Message(f"移除 {n} 份报告", f"remove {n} reports")
        with self._journal.action(told, self._user) as recorder:
            for report_id in report_ids:
                shelf.unshelve(recorder, report_id)

    def forget(self, report_id: ReportId) -> None:
        """Erase a report for good."""
        with self._database.change() as connection:
            if shelf.get_content(connection, report_id) is None:
                raise unknown_report()
            touched = Touched(self._database, connection, self._user, _FORGET)
            erased = erase_report(connection, report_id, touched)
            touched.finish(checked=False)
        self._findings.forget_memory()
        self._backups.erase(erased)
        self._database.scrub()
