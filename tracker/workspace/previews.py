"""Documents that are looked at before they are brought in; nothing of them is stored."""

import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tracker.errors import InputProblem, Stopped
from tracker.model.draft import Corrections, Draft, Standing, Whole
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry, ReportHead
from tracker.model.report import Metadata, Region, Report
from tracker.model.source import SourceDocument
from tracker.store import shelf, summaries
from tracker.store.database import Database
from tracker.workspace.analysis import Analysis
from tracker.workspace.anchoring import lines_said
from tracker.workspace.arriving import Arrived, in_order, read_all
from tracker.workspace.findings import Findings
from tracker.workspace.gathering import Incoming, given
from tracker.workspace.library import Library
from tracker.workspace.overlay import corrected
from tracker.workspace.preparing import Parcel, Prepared, id_of

_Step = Callable[[int, int, str], None]


def _never() -> bool:
    """Never ask to stop."""
    return False


@dataclass(frozen=True, slots=True)
class _Packed:
    """A document as small as it can be held; opened whenever somebody looks."""

    squeezed: bytes
    found: Prepared

    @property
    def data(self) -> bytes:
        return zlib.decompress(self.squeezed)

    @property
    def source(self) -> SourceDocument:
        return replace(self.found, source=zlib.decompress(self.found.source)).text()

    @property
    def report(self) -> Report:
        return _opened(self.found)


@lru_cache(maxsize=4)
def _opened(found: Prepared) -> Report:
    """Return the report of a document that is looked at; its fields ask for it one by one."""
    return found.machine()


@dataclass(frozen=True, slots=True)
class _Kept:
    """A document that the workspace has."""

    findings: Findings
    id: ReportId

    @property
    def data(self) -> bytes:
        return self.findings.content(self.id)

    @property
    def source(self) -> SourceDocument:
        return self.findings.source(self.id)

    @property
    def report(self) -> Report:
        return self.findings.report(self.id)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A draft with its place among those that are looked at together."""

    number: int
    draft: Draft
    head: ReportHead | None = None


class Previews:
    """Makes drafts.

    Args:
        database: The workspace file.
        findings: Texts and corrections of reports that are there.
        library: The shelf.
        analysis: The stages and the readers.
    """

    def __init__(
        self, database: Database, findings: Findings, library: Library, analysis: Analysis
    ) -> None:
        self._database = database
        self._findings = findings
        self._library = library
        self._analysis = analysis

    def of_files(
        self,
        paths: Sequence[Path],
        encoding: str,
        report_progress: _Step,
        should_stop: Callable[[], bool],
        take: Callable[[Draft], None],
        foresee: Callable[[tuple[Draft, ...]], None],
    ) -> tuple[Draft, ...]:
        """Return the documents of files as they would be brought in; see ``Workspace.preview``."""
        seen_first = tuple(Draft(one.name, one.place) for one in self._analysis.gather(paths))
        total = len(seen_first)
        foresee(seen_first)
        settled: list[_Seen] = []
        drafts: list[Draft] = []

        def parcels() -> Iterator[Parcel]:
            for number, incoming in enumerate(self._analysis.gather(paths)):
                if should_stop():
                    raise Stopped
                report_progress(len(drafts) + len(settled), total, incoming.place)
                seen = self._look(incoming, encoding)
                if isinstance(seen, Draft):
                    settled.append(_Seen(number, seen))
                else:
                    yield replace(seen, number=number)

        arrived = read_all(self._analysis, parcels(), total, should_stop)
        twins: dict[str, str] = {}
        with closing(self._drafts(arrived, settled)) as coming:
            try:
                for together in in_order(coming):
                    for one in together:
                        drafts.append(_beside(one.draft, one.head, twins))
                        take(drafts[-1])
            except Stopped:
                pass
            else:
                report_progress(total, total, "")
        return tuple(drafts)

    def _look(self, incoming: Incoming, encoding: str) -> Parcel | Draft:
        """Return a document to be read, or the draft of one that there is no need to read."""
        draft = Draft(incoming.name, incoming.place)
        if incoming.skipped is not None:
            return replace(draft, standing=Standing.SKIPPED, problem=incoming.skipped)
        try:
            data = incoming.read()
        except InputProblem as problem:
            return replace(draft, standing=Standing.FAILED, problem=problem.message)
        entry = self._library.find(id_of(data))
        if entry is None:
            return Parcel(0, incoming.name, incoming.place, data, encoding, whole=False)
        return replace(
            draft,
            held=_Kept(self._findings, entry.id),
            meta=_meta_of(entry),
            n_warnings=entry.n_warnings,
            standing=Standing.SAME_FILE,
            other=entry,
            encoding=encoding,
            encodings=self._analysis.encodings(draft.name),
        )

    def _drafts(
        self, coming: Generator[Arrived, None, None], settled: list[_Seen]
    ) -> Generator[_Seen, None, None]:
        with closing(coming):
            for one in coming:
                head = None if one.found is None else one.found.head
                yield _Seen(one.number, self._of_arrived(one), head)
                while settled:
                    yield settled.pop()
        yield from settled

    def _of_arrived(self, one: Arrived) -> Draft:
        parcel, found = one.parcel, one.found
        draft = Draft(
            parcel.name,
            parcel.place,
            Whole(parcel.data),
            encoding=parcel.encoding,
            encodings=self._analysis.encodings(parcel.name),
        )
        if found is None:
            return replace(draft, standing=Standing.FAILED, problem=one.problem)
        small = replace(found, source=zlib.compress(found.source, 1))
        held = _Packed(zlib.compress(parcel.data, 1), small)
        return self._stands(replace(draft, held=held), found.head)

    def pasted(self, plain: str, html: str) -> Draft | None:
        """Return what was copied as it would be brought in, or None when it holds no text."""
        incoming = self._analysis.pasted(plain, html)
        return None if incoming is None else self.draft(incoming, "")

    def of_bytes(self, name: str, data: bytes, encoding: str) -> Draft:
        """Return a document that is no file as it would be brought in."""
        return self.draft(given(name, data), encoding)

    def redraft(self, draft: Draft, said: Corrections, encoding: str) -> Draft:
        """Return a draft with other corrections, or read in another encoding."""
        draft = replace(draft, corrections=said)
        source = draft.source
        if encoding == draft.encoding and source is not None:
            return self._judged(draft, draft.data, source)
        # Words on lines are found again by their characters: they come back with the encoding.
        return self._read(draft, draft.data, encoding)

    def draft_of(self, report_id: ReportId) -> Draft:
        """Return a report of the workspace as a draft, to be corrected like a new one."""
        entry = self._library.entry(report_id)
        report = self._findings.report(report_id)
        source = self._findings.source(report_id)
        return Draft(
            name=entry.name,
            place=entry.name,
            held=Whole(self._findings.content(report_id), source, report),
            meta=report.meta,
            n_warnings=len(report.diagnostics),
            standing=Standing.SAME_FILE,
            other=entry,
            corrections=self._findings.said(report_id),
            encodings=self._analysis.encodings(entry.name),
        )

    def draft(
        self, incoming: Incoming, encoding: str, should_stop: Callable[[], bool] = _never
    ) -> Draft:
        """Return a document as it was found and read."""
        draft = Draft(incoming.name, incoming.place)
        if incoming.skipped is not None:
            return replace(draft, standing=Standing.SKIPPED, problem=incoming.skipped)
        try:
            data = incoming.read()
        except InputProblem as problem:
            return replace(draft, standing=Standing.FAILED, problem=problem.message)
        draft = replace(draft, encodings=self._analysis.encodings(draft.name))
        return self._read(draft, data, encoding, should_stop)

    def _read(
        self,
        draft: Draft,
        data: bytes,
        encoding: str,
        should_stop: Callable[[], bool] = _never,
    ) -> Draft:
        """Return a draft with the text of its bytes in an encoding, and the report in it."""
        draft = replace(draft, encoding=encoding)
        try:
            source = self._analysis.decode_source(data, draft.name, encoding, should_stop)
        except InputProblem as problem:
            return replace(
                draft,
                held=Whole(data),
                meta=None,
                standing=Standing.FAILED,
                problem=problem.message,
            )
        return self._judged(replace(draft, problem=None), data, source)

    def _judged(self, draft: Draft, data: bytes, source: SourceDocument) -> Draft:
        """Return a draft with the report in it and how that stands to the workspace."""
        said = draft.corrections
        machine = self._analysis.read(source, lines_said(source.text, said.lines))
        report = corrected(machine, said.metadata, said.roles)
        held = Whole(data, source, report)
        return self._stands(replace(draft, held=held), summaries.head_of(report))

    def _stands(self, draft: Draft, head: ReportHead) -> Draft:
        with self._database.read() as connection:
            entries = shelf.entries_near(connection, head)
            same_text = summaries.of_same_text(connection, head)
        standing, other = _standing(head, entries, same_text)
        return replace(
            draft, meta=head.meta, n_warnings=head.n_warnings, standing=standing, other=other
        )


def _standing(
    head: ReportHead, entries: Iterable[ReportEntry], same_text: ReportId | None
) -> tuple[Standing, ReportEntry | None]:
    """Return how a report stands to those that are there, and the one that this is about."""
    rival: ReportEntry | None = None
    twin: ReportEntry | None = None
    for entry in entries:
        if entry.id == head.id:
            return Standing.SAME_FILE, entry
        if entry.id == same_text:
            twin = entry
        if _same_head(head, entry):
            rival = entry
    if twin is not None:
        return Standing.SAME_TEXT, twin
    return (Standing.NEW, None) if rival is None else (Standing.RIVAL, rival)


def _same_head(head: ReportHead, entry: ReportEntry) -> bool:
    meta = head.meta
    if meta.region is None or meta.year is None:
        return False
    return (meta.region.code, meta.region.name, meta.year, meta.kind) == (
        entry.region_code,
        entry.region_name,
        entry.year,
        entry.kind,
    )


def _meta_of(entry: ReportEntry) -> Metadata:
    """Return of the head of a report what the library shows."""
    region = None
    if entry.level is not None:
        region = Region(entry.region_name, entry.level, entry.region_code)
    return Metadata(entry.title, region, entry.year, entry.kind, None, "", "", "")


def _beside(draft: Draft, head: ReportHead | None, seen: dict[str, str]) -> Draft:
    """Return a draft that knows of an equal one before it; ``seen`` has places by content."""
    if head is None or draft.standing is Standing.SAME_FILE:
        return draft
    found = draft
    for name, standing in (
        (head.text_hash, Standing.SAME_TEXT),
        (head.id, Standing.SAME_FILE),
    ):
        if name in seen:
            found = replace(found, standing=standing, twin=seen[name], other=None)
        else:
            seen[name] = draft.place
    return found
