"""Marks that go to a colleague's machine and come back, as a file that holds no report."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from tracker import __version__
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.exchange import FORMAT, Arrival, IncomingMark, MarkedReport, MarksFile
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import ReportEntry
from tracker.model.mark import Anchor, Mark, MarkAction
from tracker.model.tracking import Verdict
from tracker.store import marks as rows
from tracker.store.database import Database, now
from tracker.store.journal import Journal
from tracker.workspace.anchoring import reanchor
from tracker.workspace.decision_places import commitment_of
from tracker.workspace.findings import Findings
from tracker.workspace.library import Library
from tracker.workspace.marking import Marking
from tracker.workspace.sheet_marks import (
    Placing,
    is_workbook,
    mark_of,
    read_workbook,
    verdicts_by_name,
)

LARGEST = 64 * 2**20
"""Bytes of a file of marks; 50,000 of them with long notes have less."""

_TAKE = Message("导入标记", "import marks")


class Exchanging:
    """Writes marks into files and takes them from there.

    Args:
        database: The workspace file.
        findings: Promises as they are known now.
        library: Reports of the workspace.
        user: Name that is written into files.
    """

    def __init__(self, database: Database, findings: Findings, library: Library, user: str) -> None:
        self._database = database
        self._findings = findings
        self._library = library
        self._marking = Marking(database, findings, user)
        self._user = user
        self._journal = Journal(database)

    def write(self, path: Path, report_ids: Sequence[ReportId] | None, reader: str) -> int:
        """Write the marks of a reader; see ``Workspace.write_marks``."""
        from tracker.export.files import check_target, replace_file  # noqa: PLC0415

        check_target(path)
        chosen = [e for e in self._library.entries() if report_ids is None or e.id in report_ids]
        marks = tuple(m for e in chosen for m in self._marking.marks(e.id, reader).values())
        marked = {mark.anchor.report_id for mark in marks}
        content = MarksFile(
            FORMAT,
            __version__,
            self._user,
            now(),
            tuple(_told(entry) for entry in chosen if entry.id in marked),
            tuple(replace(mark, reader="") for mark in marks),
        )
        made = msgspec.json.format(msgspec.json.encode(content), indent=1)
        replace_file(path, made)
        return len(marks)

    def read(self, path: Path, verdict_words: Mapping[Verdict, str]) -> tuple[IncomingMark, ...]:
        """Return the marks of a file beside one's own; see ``Workspace.read_marks``."""
        if is_workbook(path):
            return self._of_workbook(path, verdict_words)
        content = _content(path)
        names = {report.id: report for report in content.reports}
        return tuple(self._incoming(mark, names) for mark in content.marks)

    def _incoming(self, mark: Mark, names: dict[ReportId, MarkedReport]) -> IncomingMark:
        told = names.get(mark.anchor.report_id)
        name = told.name if told else ""
        here = self._here(mark.anchor.report_id, told)
        if here is None:
            return IncomingMark(mark, name, Arrival.UNPLACED, None, None)
        report = self._findings.report(here)
        same = report.text[mark.anchor.span.start : mark.anchor.span.end] == mark.anchor.quote
        place = (
            Anchor(here, mark.anchor.span, mark.anchor.quote)
            if same
            else reanchor(mark.anchor, report.text, here)
        )
        found = place and commitment_of(place, mark.object, self._findings.commitments(here))
        if not found:
            return IncomingMark(mark, name, Arrival.UNPLACED, None, None)
        own = self._marking.marks(here).get(found.id)
        return IncomingMark(mark, name, _arrival(mark, own), found.id, own)

    def _of_workbook(
        self, path: Path, verdict_words: Mapping[Verdict, str]
    ) -> tuple[IncomingMark, ...]:
        """Return the marks that people wrote into an exported workbook beside one's own."""
        verdicts = verdicts_by_name(verdict_words)
        sheet, at = read_workbook(path, verdicts)
        entries = self._library.entries()
        names = {entry.id: entry.name for entry in entries}
        placing = Placing(self._findings, entries)
        own_marks: dict[ReportId, Mapping[CommitmentId, Mark]] = {}
        incoming = []
        for row in sheet.rows:
            found = placing(row)
            here = found.statement.report_id if found else None
            if here is not None and here not in own_marks:
                own_marks[here] = self._marking.marks(here)
            own = own_marks[here].get(found.id) if found and here else None
            mark = mark_of(row, verdicts.get(row.mark), found, own, sheet.user or self._user, at)
            arrival = _arrival(mark, own) if found else Arrival.UNPLACED
            name = names[here] if here else row.report or path.name
            incoming.append(IncomingMark(mark, name, arrival, found.id if found else None, own))
        return tuple(incoming)

    def _here(self, report_id: ReportId, told: MarkedReport | None) -> ReportId | None:
        """Return the report here that a mark stands on: the same file, or another copy of it."""
        entries = self._library.entries()
        if any(entry.id == report_id for entry in entries):
            return report_id
        if told is None or not told.region_code or told.year is None:
            return None
        alike = [entry.id for entry in entries if _told(entry) == replace(told, id=entry.id,
                 name=entry.name)]  # fmt: skip
        return alike[0] if len(alike) == 1 else None

    def take(self, incoming: Sequence[IncomingMark], reader: str) -> int:
        """Take marks over; see ``Workspace.take_marks``."""
        taken = 0
        for one in incoming:  # promises are known before anybody else has to wait
            _ = one.commitment_id and self._findings.commitment(one.commitment_id)
        with self._journal.action(_TAKE, self._user) as recorder:
            for one in incoming:
                found = one.commitment_id and self._findings.commitment(one.commitment_id)
                if not found:
                    continue
                statement = found.statement
                place = Anchor(statement.report_id, statement.span, statement.quote)
                value = replace(
                    one.mark,
                    commitment_id=found.id,
                    anchor=place,
                    object=statement.object,
                    reader=reader,
                    lost=False,
                )
                placed = rows.of_report(recorder.connection, statement.report_id, reader)
                number = next((n for n, m in placed if m.commitment_id == found.id), None)
                rows.put_mark(recorder, number, value, MarkAction.MARKED)
                taken += 1
        return taken


def _arrival(mark: Mark, own: Mark | None) -> Arrival:
    if own is None:
        return Arrival.NEW
    alike = (own.verdict, own.note) == (mark.verdict, mark.note)
    return Arrival.SAME if alike else Arrival.CONFLICT


def _told(entry: ReportEntry) -> MarkedReport:
    return MarkedReport(entry.id, entry.name, entry.region_code, entry.year, entry.kind.value)


def _content(path: Path) -> MarksFile:
    try:
        if path.stat().st_size > LARGEST:
            raise _no_marks(path)
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise InputProblem(
            Message(f"无法读取“{path.name}”：{why}。", f"Cannot read “{path.name}”: {why}."),
            detail=repr(error),
        ) from error
    try:
        content = msgspec.json.decode(data, type=MarksFile)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _no_marks(path) from error
    if content.format != FORMAT:
        raise _no_marks(path)
    return content


def _no_marks(path: Path) -> InputProblem:
    return InputProblem(
        Message(
            f"“{path.name}”不是对账程序导出的标记文件；请选“导出标记”生成的文件。",
            f"“{path.name}” is no file of marks; choose one that “Export marks” has written.",
        )
    )
