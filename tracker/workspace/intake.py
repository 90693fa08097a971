"""What comes into a workspace: many documents at once, one, or drafts that a person chose."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from tracker.errors import InputProblem, Stopped
from tracker.message import Message
from tracker.model.draft import Draft, ImportChoice, Standing
from tracker.model.ids import ReportId
from tracker.model.library import ImportResult, ReportEntry
from tracker.store import shelf, summaries
from tracker.store.database import Database
from tracker.store.journal import Journal, Recorder
from tracker.workspace.analysis import Analysis
from tracker.workspace.arriving import Arrived, in_order, read_all
from tracker.workspace.findings import Findings
from tracker.workspace.gathering import Incoming, given
from tracker.workspace.indexing import indexed_text, merge_pieces
from tracker.workspace.library import Arrival, Library
from tracker.workspace.moving import Move
from tracker.workspace.preparing import Parcel, Prepared, id_of, packed
from tracker.workspace.previews import Previews

Progress = Callable[[int, int, str], None]
"""Told (documents done, documents in all, name of the next one)."""

_IMPORT = Message("导入报告", "import reports")
_NO_REPORT = Message(
    "这份文件没有读出内容，不能导入。",
    "Nothing could be read from this file; it cannot be imported.",
)
_GONE = Message("要更换的报告已不在工作区中。", "The report to be replaced is gone.")


@dataclass(frozen=True, slots=True)
class _Came:
    """A document that is ready to be written down, or that there is nothing to write of.

    Attributes:
        number: Its place among those that come in together.
        name: File name.
        place: Where it was found.
        problem: Why nothing can be written, or None.
        skipped: It is no kind of file that holds a report.
        known: The report of the workspace that it is, where that was seen before it was read.
        found: What is stored of it.
        move: What becomes of the report whose place it takes.
        choice: What a person said about it.
        data: Its bytes; those of a choice are had from its draft.
    """

    number: int
    name: str
    place: str
    problem: Message | None = None
    skipped: bool = False
    known: ReportId | None = None
    found: Prepared | None = None
    move: Move | None = None
    choice: ImportChoice | None = None
    data: bytes = b""

    @property
    def id(self) -> ReportId | None:
        """The report that it is."""
        return self.found.head.id if self.found is not None else self.known


class _Steps:
    """Tells how far an import is."""

    def __init__(self, tell: Progress, total: int) -> None:
        self._tell = tell
        self._total = total
        self._done = 0
        self._place = ""

    def look(self, place: str) -> None:
        """The next document is looked at."""
        self._place = place
        self._tell(self._done, self._total, place)

    def add(self, number: int) -> None:
        """So many more are done."""
        self._done += number
        if self._done < self._total:
            self._tell(self._done, self._total, self._place)

    def end(self) -> None:
        """All are done."""
        self._tell(self._total, self._total, "")


class Intake:
    """Brings documents in. Many are read on all processors, and written down by this one.

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
        self.previews = Previews(database, findings, library, analysis)

    def import_files(
        self,
        paths: Sequence[Path],
        encoding: str,
        report_progress: Progress,
        should_stop: Callable[[], bool],
    ) -> tuple[ImportResult, ...]:
        """Read files in; see ``Workspace.import_files``."""
        self._database.require_writable()
        total = sum(1 for _ in self._analysis.gather(paths))
        steps = _Steps(report_progress, total)
        settled: list[_Came] = []

        def parcels() -> Iterator[Parcel]:
            for number, incoming in enumerate(self._analysis.gather(paths)):
                if should_stop():
                    raise Stopped
                steps.look(incoming.place)
                came = self._seen(number, incoming, encoding)
                if isinstance(came, Parcel):
                    yield came
                else:
                    settled.append(came)

        arrived = read_all(self._analysis, parcels(), total, should_stop)
        return self._write_all(_came(arrived, settled), steps, should_stop)

    def import_previewed(
        self,
        choices: Sequence[ImportChoice],
        report_progress: Progress,
        should_stop: Callable[[], bool],
    ) -> tuple[ImportResult, ...]:
        """Bring chosen drafts in; see ``Workspace.import_previewed``."""
        self._database.require_writable()
        steps = _Steps(report_progress, len(choices))
        settled: list[_Came] = []

        def parcels() -> Iterator[Parcel]:
            for number, choice in enumerate(choices):
                if should_stop():
                    raise Stopped
                steps.look(choice.draft.place)
                came = self._chosen(number, choice)
                if isinstance(came, Parcel):
                    yield came
                else:
                    settled.append(came)

        arrived = read_all(self._analysis, parcels(), len(choices), should_stop)
        return self._write_all(_came(arrived, settled, choices), steps, should_stop)

    def import_bytes(self, name: str, data: bytes, encoding: str) -> ImportResult:
        """Read a document that is no file."""
        return self._import_one(self.previews.draft(given(name, data), encoding), None)[0]

    def import_samples(self) -> None:
        """Read the program's sample reports in."""
        action_id: int | None = None
        for name, data in self._analysis.samples():
            draft = self.previews.draft(given(name, data), "")
            _, action_id = self._import_one(draft, action_id)

    def _import_one(self, draft: Draft, action_id: int | None) -> tuple[ImportResult, int | None]:
        """Bring one document in; return the result and the action it became part of."""
        source, report = draft.source, draft.report
        if source is None or report is None:
            return _result(draft), action_id
        if draft.other is not None and draft.standing is Standing.SAME_FILE:
            return _result(draft, draft.other), action_id
        with self._journal.action(_IMPORT, self._user, extends=action_id) as recorder:
            known = shelf.is_shelved(recorder.connection, source.id)  # by a colleague, meanwhile
            if not known:
                found = packed(source, report, indexed=indexed_text(report))
                self._library.add(recorder, Arrival(found, draft.data))
        result = _result(draft, self._library.entry(source.id))
        return replace(result, duplicate=known), recorder.action_id

    # Looked at, before it is read

    def _seen(self, number: int, incoming: Incoming, encoding: str) -> Parcel | _Came:
        """Return a document to be read, or why there is no need to."""
        name, place = incoming.name, incoming.place
        if incoming.skipped is not None:
            return _Came(number, name, place, incoming.skipped, skipped=True)
        try:
            data = incoming.read()
        except InputProblem as problem:
            return _Came(number, name, place, problem.message)
        known = id_of(data)
        with self._database.read() as connection:
            if shelf.is_shelved(connection, known):
                return _Came(number, name, place, known=known)
        return Parcel(number, name, place, data, encoding)

    def _chosen(self, number: int, choice: ImportChoice) -> Parcel | _Came:
        """Return a draft to be looked through, or what there is to write down of it."""
        draft = choice.draft
        came = _Came(number, draft.name, draft.place, choice=choice)
        source, said = draft.source, draft.corrections
        if source is None:
            return replace(came, problem=draft.problem or _NO_REPORT)
        if choice.replaces is None or choice.replaces == source.id:
            return Parcel(number, draft.name, draft.place, source=source, said=said)
        try:
            move = self._library.prepare_replacement(choice.replaces, source, said)
        except InputProblem as problem:
            return replace(came, problem=problem.message)
        found = packed(move.source, move.machine, indexed=indexed_text(move.report))
        return replace(came, found=found, move=move)

    # Written down

    def _write_all(
        self,
        coming: Generator[_Came, None, None],
        steps: _Steps,
        should_stop: Callable[[], bool],
    ) -> tuple[ImportResult, ...]:
        """Write down what comes; whole documents only, and none that came after a stop."""
        results: dict[int, ImportResult] = {}
        action_id: int | None = None
        with closing(coming):
            try:
                for together in in_order(coming):
                    written, action_id = self._write(together, action_id)
                    results |= {one.number: result for one, result in written}
                    steps.add(len(together))
            except Stopped:
                pass
            else:
                n_new = sum(one.entry is not None and not one.duplicate for one in results.values())
                merge_pieces(self._database, n_new, should_stop)
                steps.end()
        return tuple(results[number] for number in sorted(results))

    def _write(
        self, together: Sequence[_Came], action_id: int | None
    ) -> tuple[list[tuple[_Came, ImportResult]], int | None]:
        """Write some documents down in one transaction, as part of an action."""
        told: list[tuple[_Came, ImportResult]] = []
        if all(one.id is None for one in together):
            return [(one, _failed(one, one.problem)) for one in together], action_id
        with self._journal.action(_IMPORT, self._user, extends=action_id) as recorder:
            told = [(one, self._store(recorder, one)) for one in together]
        moved = [one.found.head.id for one in together if one.move is not None and one.found]
        self._findings.renew_summaries(moved)
        ids = {one.id for one in together if one.id is not None}
        with self._database.read() as connection:
            entries = {one.id: one for one in shelf.entries_of(connection, ids)}
        for at, (one, result) in enumerate(told):
            if one.id is not None and result.problem is None:
                told[at] = one, replace(result, entry=entries.get(one.id))
        return told, recorder.action_id

    def _store(self, recorder: Recorder, one: _Came) -> ImportResult:
        """Write one document down; its line in the library is had when all are written."""
        if one.problem is not None or one.id is None:
            return _failed(one, one.problem)
        result = ImportResult(one.name, None, None, place=one.place)
        if one.found is None or shelf.is_shelved(recorder.connection, one.id):
            return replace(result, duplicate=True)
        twin = summaries.of_same_text(recorder.connection, one.found.head)
        of_twin = shelf.entries(recorder.connection, twin) if twin is not None else ()
        result = replace(result, same_text=next(iter(of_twin), None))
        draft = one.choice.draft if one.choice is not None else None
        data = one.data if draft is None else draft.data
        if one.move is not None:
            if not shelf.is_shelved(recorder.connection, one.move.old):
                return _failed(one, _GONE)
            self._library.replace(recorder, one.move, one.found, data)
        elif draft is None:
            self._library.add(recorder, Arrival(one.found, data))
        else:
            self._library.add(recorder, Arrival(one.found, data, draft.corrections))
        return result


def _came(
    coming: Generator[Arrived, None, None],
    settled: list[_Came],
    choices: Sequence[ImportChoice] = (),
) -> Generator[_Came, None, None]:
    """Yield what was read, and between it what there was no need to read."""
    with closing(coming):
        for one in coming:
            parcel = one.parcel
            choice = choices[one.number] if choices else None
            yield _Came(
                one.number,
                parcel.name,
                parcel.place,
                one.problem,
                found=one.found,
                choice=choice,
                data=parcel.data,
            )
            while settled:
                yield settled.pop()
    yield from settled


def _failed(one: _Came, problem: Message | None) -> ImportResult:
    return ImportResult(one.name, None, problem, place=one.place, skipped=one.skipped)


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
