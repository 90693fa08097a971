"""What people say that goes to a colleague's machine, as a file that holds no report."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from tracker import __version__
from tracker.errors import InputProblem, reason
from tracker.message import Message
from tracker.model.commitment import Commitment
from tracker.model.exchange import (
    FORMAT,
    Arrival,
    Incoming,
    IncomingMark,
    IncomingWord,
    MarkedReport,
    MarksFile,
)
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.library import ReportEntry
from tracker.model.mark import Anchor, Mark, MarkAction
from tracker.model.promise_word import PromiseAct, PromiseWord
from tracker.model.tracking import Verdict
from tracker.store import marks as rows
from tracker.store import promise_words as word_rows
from tracker.store.database import Database, now
from tracker.store.journal import Journal, Recorder
from tracker.workspace.findings import Findings
from tracker.workspace.incoming import Desk, arrival_of, placed_mark, placed_word
from tracker.workspace.library import Library
from tracker.workspace.marking import Marking
from tracker.workspace.promise_places import added_id
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

_TAKEN = (Arrival.NEW, Arrival.CONFLICT)


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

    def write(
        self, path: Path, report_ids: Sequence[ReportId] | None, reader: str
    ) -> tuple[int, int]:
        """Write the marks of a reader; see ``Workspace.write_marks``."""
        from tracker.export.files import check_target, replace_file  # noqa: PLC0415

        check_target(path)
        chosen = [e for e in self._library.entries() if report_ids is None or e.id in report_ids]
        marks = tuple(m for e in chosen for m in self._marking.marks(e.id, reader).values())
        words = tuple(word for e in chosen for word in self._words(e.id))
        marked = {mark.anchor.report_id for mark in marks} | {w.place.report_id for w in words}
        content = MarksFile(
            FORMAT,
            __version__,
            self._user,
            now(),
            tuple(_told(entry) for entry in chosen if entry.id in marked),
            tuple(replace(mark, reader="") for mark in marks),
            words,
        )
        made = msgspec.json.format(msgspec.json.encode(content), indent=1)
        replace_file(path, made)
        return len(marks), len(words)

    def _words(self, report_id: ReportId) -> tuple[PromiseWord, ...]:
        """Return what is said here of the promises of a report, as it stands now."""
        return tuple(placed.word for placed in self._findings.promised(report_id).words)

    def read(self, path: Path, verdict_words: Mapping[Verdict, str]) -> Incoming:
        """Return what a file brings beside what is here; see ``Workspace.read_marks``."""
        if is_workbook(path):
            return Incoming(self._of_workbook(path, verdict_words))
        content = _content(path)
        told = {report.id: report for report in content.reports}
        entries = self._library.entries()
        known: dict[ReportId, Desk | None] = {}

        def desk_of(report_id: ReportId) -> Desk | None:
            if report_id not in known:
                here = _here(report_id, told.get(report_id), entries)
                known[report_id] = None if here is None else self._desk(here)
            return known[report_id]

        def name_of(report_id: ReportId) -> str:
            return told[report_id].name if report_id in told else ""

        words = tuple(
            placed_word(word, name_of(word.place.report_id), desk_of(word.place.report_id))
            for word in content.words
        )
        adding = {
            (theirs.place, theirs.act): one
            for theirs, one in zip(content.words, words, strict=True)
            if one.arrival is Arrival.NEW
        }
        marks = []
        for mark in content.marks:
            report_id = mark.anchor.report_id
            made = adding.get((mark.anchor, PromiseAct.ADDED))
            marks.append(placed_mark(mark, name_of(report_id), desk_of(report_id), made))
        return Incoming(tuple(marks), words)

    def _desk(self, report_id: ReportId) -> "Desk":
        """Read a report once, however many marks and words stand on it."""
        commitments = self._findings.commitments(report_id)
        promised = self._findings.promised(report_id)
        return Desk(
            self._findings.report(report_id),
            commitments,
            {(one.statement.span, one.statement.object): one for one in commitments},
            promised.found,
            promised.words,
            self._marking.marks(report_id),
        )

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
            arrival = arrival_of(mark, own) if found else Arrival.UNPLACED
            name = names[here] if here else row.report or path.name
            incoming.append(IncomingMark(mark, name, arrival, found.id if found else None, own))
        return tuple(incoming)

    def take(
        self, incoming: Sequence[IncomingMark], reader: str, words: Sequence[IncomingWord]
    ) -> tuple[int, int]:
        """Take marks and words over; see ``Workspace.take_marks``."""
        # Promises are known before anybody else has to wait, those of a report at one go.
        ids = {one.commitment_id for one in incoming if one.commitment_id is not None}
        promises = self._promises(ids)
        with self._journal.action(_TAKE, self._user) as recorder:
            kept = {one.word: _keep(recorder, one) for one in words if one.arrival in _TAKEN}
            taken = 0
            there: dict[ReportId, dict[CommitmentId, int]] = {}
            for one in incoming:
                found = promises.get(one.commitment_id) if one.commitment_id else None
                if found is not None:
                    statement = found.statement
                    place = Anchor(statement.report_id, statement.span, statement.quote)
                    new = replace(
                        one.mark, commitment_id=found.id, anchor=place, object=statement.object
                    )
                elif one.adding is not None and not reader:
                    if one.adding not in kept:
                        word = replace(one.adding, id=word_rows.NEW)
                        kept[one.adding] = word_rows.put_word(recorder, word)
                    new = replace(
                        one.mark,
                        commitment_id=added_id(kept[one.adding]),
                        anchor=one.adding.place,
                    )
                else:
                    continue
                self._put(recorder, replace(new, reader=reader, lost=False), there)
                taken += 1
        return taken, len(kept)

    @staticmethod
    def _put(
        recorder: Recorder, mark: Mark, there: dict[ReportId, dict[CommitmentId, int]]
    ) -> None:
        """Write a mark in the place of the one that is there; ``there`` remembers what is."""
        report_id = mark.anchor.report_id
        if report_id not in there:
            stored = rows.of_report(recorder.connection, report_id, mark.reader)
            there[report_id] = {m.commitment_id: n for n, m in reversed(stored)}
        numbers = there[report_id]
        number = numbers.get(mark.commitment_id)
        numbers[mark.commitment_id] = rows.put_mark(recorder, number, mark, MarkAction.MARKED)

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


def _keep(recorder: Recorder, one: IncomingWord) -> PromiseWord:
    """Write a word in the place of the one that is there on the same promise."""
    number = one.own.id if one.own is not None else word_rows.NEW
    return word_rows.put_word(recorder, replace(one.word, id=number))


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


def _told(entry: ReportEntry) -> MarkedReport:
    return MarkedReport(entry.id, entry.name, entry.region_code, entry.year, entry.kind.value)


def _content(path: Path) -> MarksFile:
    try:
        if path.stat().st_size > LARGEST:
            raise _no_marks(path)
        data = path.read_bytes()
    except OSError as error:
        why = reason(error)
        raise InputProblem(
            Message(f"无法读取“{path.name}”：{why.zh}。", f"Cannot read “{path.name}”: {why.en}."),
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
