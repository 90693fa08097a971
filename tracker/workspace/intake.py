"""What comes into a workspace: looked at first, or read in at once, one by one or many."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import InputProblem, Stopped
from tracker.message import Message
from tracker.model.draft import Corrections, Draft, ImportChoice, Standing
from tracker.model.ids import ReportId
from tracker.model.library import ImportResult, ReportEntry
from tracker.model.report import Report
from tracker.store import shelf
from tracker.store.database import Database
from tracker.store.journal import Journal, Recorder
from tracker.workspace.analysis import Analysis
from tracker.workspace.anchoring import lines_said
from tracker.workspace.findings import Findings
from tracker.workspace.gathering import Incoming, given
from tracker.workspace.library import Arrival, Library
from tracker.workspace.moving import Move
from tracker.workspace.overlay import corrected

Progress = Callable[[int, int, str], None]
"""Told (documents done, documents in all, name of the next one)."""

_IMPORT = Message("导入报告", "import reports")
_NO_REPORT = Message(
    "这份文件没有读出内容，不能导入。",
    "Nothing could be read from this file; it cannot be imported.",
)


def _never() -> bool:
    """Never ask to stop."""
    return False


@dataclass(frozen=True)
class _Ready:
    """A chosen draft with everything that had to be worked out before the file is held."""

    choice: ImportChoice
    arrival: Arrival | None = None
    move: Move | None = None
    problem: Message | None = None


class Intake:
    """Brings documents in.

    Args:
        database: The workspace file.
        findings: Texts and corrections of reports that are there.
        library: The shelf.
        analysis: The stages and the readers.
        user: Name that is written beside each action.
    """

    def __init__(
        self,
        database: Database,
        findings: Findings,
        library: Library,
        analysis: Analysis,
        user: str,
    ) -> None:
        self._database = database
        self._findings = findings
        self._library = library
        self._analysis = analysis
        self._user = user
        self._journal = Journal(database)

    # Read in at once

    def import_files(
        self,
        paths: Sequence[Path],
        encoding: str,
        report_progress: Progress,
        should_stop: Callable[[], bool],
    ) -> tuple[ImportResult, ...]:
        """Read files in; see ``Workspace.import_files``."""
        results = []
        action_id: int | None = None
        total = sum(1 for _ in self._analysis.gather(paths))
        for done, incoming in enumerate(self._analysis.gather(paths)):
            if should_stop():
                break
            report_progress(done, total, incoming.place)
            try:
                draft = self._draft(incoming, encoding, should_stop)
            except Stopped:
                break
            result, action_id = self._import_one(draft, action_id)
            results.append(result)
        else:
            report_progress(total, total, "")
        return tuple(results)

    def import_bytes(self, name: str, data: bytes, encoding: str) -> ImportResult:
        """Read a document that is no file."""
        return self._import_one(self._draft(given(name, data), encoding), None)[0]

    def import_samples(self) -> None:
        """Read the program's sample reports in."""
        action_id: int | None = None
        for name, data in self._analysis.samples():
            _, action_id = self._import_one(self._draft(given(name, data), ""), action_id)

    def _import_one(self, draft: Draft, action_id: int | None) -> tuple[ImportResult, int | None]:
        """Bring one document in; return the result and the action it became part of."""
        if draft.source is None:
            return _result(draft), action_id
        if draft.other is not None and draft.standing is Standing.SAME_FILE:
            return _result(draft, draft.other), action_id
        if draft.report is None:
            raise AssertionError("a text that was read has a report")
        arrival = Arrival(draft.source, draft.data, draft.report)
        with self._journal.action(_IMPORT, self._user, extends=action_id) as recorder:
            self._library.add(recorder, arrival)
        entry = self._library.entry(draft.source.id)
        return _result(draft, entry), recorder.action_id

    # Looked at first

    def preview(
        self,
        paths: Sequence[Path],
        encoding: str,
        report_progress: Progress,
        should_stop: Callable[[], bool],
        take: Callable[[Draft], None],
    ) -> tuple[Draft, ...]:
        """Return the documents of files as they would be brought in; see ``Workspace.preview``."""
        drafts: list[Draft] = []
        seen: dict[str, str] = {}
        total = sum(1 for _ in self._analysis.gather(paths))
        for done, incoming in enumerate(self._analysis.gather(paths)):
            if should_stop():
                break
            report_progress(done, total, incoming.place)
            try:
                draft = self._draft(incoming, encoding, should_stop)
            except Stopped:
                break
            drafts.append(_beside(draft, seen))
            take(drafts[-1])
        return tuple(drafts)

    def preview_pasted(self, plain: str, html: str) -> Draft | None:
        """Return what was copied as it would be brought in, or None when it holds no text."""
        incoming = self._analysis.pasted(plain, html)
        return None if incoming is None else self._draft(incoming, "")

    def preview_bytes(self, name: str, data: bytes, encoding: str) -> Draft:
        """Return a document that is no file as it would be brought in."""
        return self._draft(given(name, data), encoding)

    def redraft(self, draft: Draft, said: Corrections, encoding: str) -> Draft:
        """Return a draft with other corrections, or read in another encoding."""
        if encoding == draft.encoding and draft.source is not None:
            return self._judged(replace(draft, corrections=said))
        # Words on lines are found again by their characters: they come back with the encoding.
        return self._read(replace(draft, corrections=said), encoding)

    def draft_of(self, report_id: ReportId) -> Draft:
        """Return a report of the workspace as a draft, to be corrected like a new one."""
        entry = self._library.entry(report_id)
        source = self._findings.source(report_id)
        return Draft(
            name=entry.name,
            place=entry.name,
            data=self._findings.content(report_id),
            source=source,
            report=self._findings.report(report_id),
            standing=Standing.SAME_FILE,
            other=entry,
            corrections=self._findings.said(report_id),
            encodings=self._analysis.encodings(entry.name),
        )

    def import_previewed(
        self,
        choices: Sequence[ImportChoice],
        report_progress: Progress,
        should_stop: Callable[[], bool],
    ) -> tuple[ImportResult, ...]:
        """Bring chosen drafts in; see ``Workspace.import_previewed``."""
        ready: list[_Ready] = []
        for done, choice in enumerate(choices):
            if should_stop():
                return ()
            report_progress(done, len(choices), choice.draft.place)
            ready.append(self._prepare(choice))
        report_progress(len(choices), len(choices), "")
        with self._journal.action(_IMPORT, self._user) as recorder:
            results = [self._store(recorder, one) for one in ready]
        self._findings.renew_summaries(
            r.entry.id for r in results if r.entry is not None and not r.duplicate
        )
        return tuple(
            r if r.entry is None else replace(r, entry=self._library.find(r.entry.id))
            for r in results
        )

    def _prepare(self, choice: ImportChoice) -> _Ready:
        draft = choice.draft
        if draft.source is None or draft.report is None:
            return _Ready(choice, problem=draft.problem or _NO_REPORT)
        try:
            if choice.replaces is not None and choice.replaces != draft.source.id:
                move = self._library.prepare_replacement(
                    choice.replaces, draft.source, draft.corrections
                )
                return _Ready(choice, move=move)
            machine = self._machine(draft)
        except InputProblem as problem:
            return _Ready(choice, problem=problem.message)
        return _Ready(choice, Arrival(draft.source, draft.data, machine, draft.corrections))

    def _store(self, recorder: Recorder, ready: _Ready) -> ImportResult:
        """Write one draft; what cannot be written leaves nothing of itself behind."""
        draft = ready.choice.draft
        if ready.problem is not None or draft.source is None:
            return ImportResult(draft.name, None, ready.problem, place=draft.place)
        if shelf.is_shelved(recorder.connection, draft.source.id):
            there = self._library.find(draft.source.id)
            return replace(_result(draft, there), duplicate=True)
        if ready.move is not None:
            if not shelf.is_shelved(recorder.connection, ready.move.old):
                gone = Message("要更换的报告已不在工作区中。", "The report to be replaced is gone.")
                return ImportResult(draft.name, None, gone, place=draft.place)
            self._library.replace(recorder, ready.move, draft.data)
        elif ready.arrival is not None:
            self._library.add(recorder, ready.arrival)
        return _result(draft, self._library.find(draft.source.id))

    # Drafts

    def _draft(
        self, incoming: Incoming, encoding: str, should_stop: Callable[[], bool] = _never
    ) -> Draft:
        """Return a document as it was found and read."""
        draft = Draft(incoming.name, incoming.place)
        if incoming.skipped is not None:
            return replace(draft, standing=Standing.SKIPPED, problem=incoming.skipped)
        try:
            draft = replace(draft, data=incoming.read())
        except InputProblem as problem:
            return replace(draft, standing=Standing.FAILED, problem=problem.message)
        draft = replace(draft, encodings=self._analysis.encodings(draft.name))
        return self._read(draft, encoding, should_stop)

    def _read(self, draft: Draft, encoding: str, should_stop: Callable[[], bool] = _never) -> Draft:
        """Return a draft with the text of its bytes in an encoding, and the report in it."""
        draft = replace(draft, encoding=encoding)
        try:
            source = self._analysis.decode_source(draft.data, draft.name, encoding, should_stop)
        except InputProblem as problem:
            return replace(
                draft, source=None, report=None, standing=Standing.FAILED, problem=problem.message
            )
        return self._judged(replace(draft, source=source, problem=None))

    def _machine(self, draft: Draft) -> Report:
        if draft.source is None:
            raise InputProblem(_NO_REPORT)
        lines = lines_said(draft.source.text, draft.corrections.lines)
        return self._analysis.read(draft.source, lines)

    def _judged(self, draft: Draft) -> Draft:
        """Return a draft with the report in it and how that stands to the workspace."""
        machine, said = self._machine(draft), draft.corrections
        report = corrected(machine, said.metadata, said.roles)
        with self._database.read() as connection:
            entries = shelf.entries_near(connection, report)
            same_text = shelf.of_same_text(connection, machine)
        standing, other = _standing(report, entries, same_text)
        return replace(draft, report=report, standing=standing, other=other)


def _standing(
    report: Report, entries: Iterable[ReportEntry], same_text: ReportId | None
) -> tuple[Standing, ReportEntry | None]:
    """Return how a report stands to those that are there, and the one that this is about."""
    rival: ReportEntry | None = None
    twin: ReportEntry | None = None
    for entry in entries:
        if entry.id == report.id:
            return Standing.SAME_FILE, entry
        if entry.id == same_text:
            twin = entry
        if _same_head(report, entry):
            rival = entry
    if twin is not None:
        return Standing.SAME_TEXT, twin
    return (Standing.NEW, None) if rival is None else (Standing.RIVAL, rival)


def _same_head(report: Report, entry: ReportEntry) -> bool:
    meta = report.meta
    if meta.region is None or meta.year is None:
        return False
    return (meta.region.code, meta.region.name, meta.year, meta.kind) == (
        entry.region_code,
        entry.region_name,
        entry.year,
        entry.kind,
    )


def _beside(draft: Draft, seen: dict[str, str]) -> Draft:
    """Return a draft that knows of an equal one before it; ``seen`` has places by content."""
    if draft.report is None or draft.standing is Standing.SAME_FILE:
        return draft
    found = draft
    for name, standing in (
        (shelf.text_hash(draft.report), Standing.SAME_TEXT),
        (draft.report.id, Standing.SAME_FILE),
    ):
        if name in seen:
            found = replace(found, standing=standing, twin=seen[name], other=None)
        else:
            seen[name] = draft.place
    return found


def _result(draft: Draft, entry: ReportEntry | None = None) -> ImportResult:
    return ImportResult(
        draft.name,
        entry,
        draft.problem,
        duplicate=draft.standing is Standing.SAME_FILE,
        skipped=draft.standing is Standing.SKIPPED,
        place=draft.place,
        same_text=draft.other if draft.standing is Standing.SAME_TEXT else None,
    )
