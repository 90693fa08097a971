"""Marks that go to a colleague's machine and come back, as a file that holds no report."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import msgspec

from tracker import __version__
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.exchange import FORMAT, Arrival, IncomingMark, MarkedReport, MarksFile
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import ReportEntry
from tracker.model.mark import Anchor, Mark, MarkAction
from tracker.model.span import Span
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
        told = {report.id: report for report in content.reports}
        entries = self._library.entries()
        known: dict[ReportId, _Desk | None] = {}
        for mark in content.marks:
            report_id = mark.anchor.report_id
            if report_id not in known:
                here = _here(report_id, told.get(report_id), entries)
                known[report_id] = None if here is None else self._desk(here)
        return tuple(
            _incoming(mark, told.get(mark.anchor.report_id), known[mark.anchor.report_id])
            for mark in content.marks
        )

    def _desk(self, report_id: ReportId) -> "_Desk":
        """Read a report once, however many marks stand on it."""
        commitments = self._findings.commitments(report_id)
        exact = {(one.statement.span, one.statement.object): one for one in commitments}
        own = self._marking.marks(report_id)
        return _Desk(report_id, self._findings.report(report_id).text, commitments, exact, own)

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

    def take(self, incoming: Sequence[IncomingMark], reader: str) -> int:
        """Take marks over; see ``Workspace.take_marks``."""
        taken = 0
        # Promises are known before anybody else has to wait, those of a report at one go.
        ids = {one.commitment_id for one in incoming if one.commitment_id is not None}
        promises = self._promises(ids)
        with self._journal.action(_TAKE, self._user) as recorder:
            there: dict[ReportId, dict[CommitmentId, int]] = {}
            for one in incoming:
                found = promises.get(one.commitment_id) if one.commitment_id else None
                if found is None:
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
                if statement.report_id not in there:
                    stored = rows.of_report(recorder.connection, statement.report_id, reader)
                    there[statement.report_id] = {m.commitment_id: n for n, m in reversed(stored)}
                numbers = there[statement.report_id]
                number = numbers.get(found.id)
                numbers[found.id] = rows.put_mark(recorder, number, value, MarkAction.MARKED)
                taken += 1
        return taken

    def _promises(self, ids: Collection[CommitmentId]) -> dict[CommitmentId, Commitment]:
        """Return the promises of these ids that are there."""
        found: dict[CommitmentId, Commitment] = {}
        looked_at: set[ReportId] = set()
        for one in sorted(ids):
            first = None if one in found else self._findings.commitment(one)
            if first is not None and first.statement.report_id not in looked_at:
                looked_at.add(first.statement.report_id)
                promises = self._findings.commitments(first.statement.report_id)
                found.update((promise.id, promise) for promise in promises)
        return {one: found[one] for one in ids if one in found}


class _Desk(NamedTuple):
    """A report that marks of a file stand on, as it is here."""

    report_id: ReportId
    text: str
    commitments: tuple[Commitment, ...]
    exact: Mapping[tuple[Span, str], Commitment]
    own: Mapping[CommitmentId, Mark]


def _incoming(mark: Mark, told: MarkedReport | None, desk: _Desk | None) -> IncomingMark:
    """Return a mark of a file beside one's own on the same promise."""
    name = told.name if told else ""
    found = None if desk is None else _promise_of(mark, desk)
    if desk is None or found is None:
        return IncomingMark(mark, name, Arrival.UNPLACED, None, None)
    own = desk.own.get(found.id)
    return IncomingMark(mark, name, _arrival(mark, own), found.id, own)


def _promise_of(mark: Mark, desk: _Desk) -> Commitment | None:
    span, quote = mark.anchor.span, mark.anchor.quote
    if desk.text[span.start : span.end] == quote:
        exact = desk.exact.get((span, mark.object))
        place: Anchor | None = Anchor(desk.report_id, span, quote)
    else:
        exact, place = None, reanchor(mark.anchor, desk.text, desk.report_id)
    if exact is not None or place is None:
        return exact
    return commitment_of(place, mark.object, desk.commitments)


def _here(
    report_id: ReportId, told: MarkedReport | None, entries: Sequence[ReportEntry]
) -> ReportId | None:
    """Return the report here that a mark stands on: the same file, or another copy of it."""
    if any(entry.id == report_id for entry in entries):
        return report_id
    if told is None or not told.region_code or told.year is None:
        return None
    alike = [
        entry.id for entry in entries if _told(entry) == replace(told, id=entry.id, name=entry.name)
    ]
    return alike[0] if len(alike) == 1 else None


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
