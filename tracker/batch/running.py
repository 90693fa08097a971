"""A run over an archive: read all, judge the pairs, write the tables.

Nothing is kept in memory of a report but its head. What a run found is in its cells; the tables
are written from them, in an order that does not depend on which process was done first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Self

from tracker.attempt import Attempt
from tracker.batch.cells import Cells, cells_version
from tracker.batch.choosing import Choice, Head, pairs_of, regions_of
from tracker.batch.failures import Failure, Stage
from tracker.batch.outputs import parts_in, sweep_halves, sweep_parts, unwritable
from tracker.batch.parts import Part, Region, parts_of, write_part
from tracker.batch.tables import failed_report, left_report, lines_of
from tracker.batch.tasks import GONE, Document, Job, Piece, Read, read_document, work_through
from tracker.batch.writing import Counts, Summary, join_parts, write_lines
from tracker.errors import ExportProblem
from tracker.export.rows import Row
from tracker.ingest.packs import Member, expand
from tracker.message import Message
from tracker.workers import Workers

Progress = Callable[[Message, int, int], None]
"""Told (what is being done, tasks done, tasks in all)."""

WORK = "work"
"""Folder of the cells in the folder of the tables."""

_TOGETHER = 8
"""Reports of a region that one process works through, one after the other."""

_READING = Message("第 1 步（共 3 步）读报告", "step 1 of 3, reading")
_JUDGING = Message("第 2 步（共 3 步）提取和核对承诺", "step 2 of 3, finding and judging promises")
_WRITING = Message("第 3 步（共 3 步）写表", "step 3 of 3, writing tables")
_PARTS = "parts"
"""Folder of the parts that are joined to tables, beside the cells."""


@dataclass(frozen=True, slots=True)
class Form:
    """How tables are written.

    Attributes:
        name: Format of the files.
        partitions: A folder of parts for each table, not one file: nothing is joined, and programs
            for large data read the parts side by side.
    """

    name: str
    partitions: bool = False


class Batch:
    """One run.

    Args:
        out: Folder of the tables.
        job: What every task has to know.
        workers: Who does the tasks.
        report_progress: Told how far it is.
    """

    def __init__(self, out: Path, job: Job, workers: Workers, report_progress: Progress) -> None:
        self._out = out
        self._job = job
        self._workers = workers
        self._tell = report_progress
        self._unread: list[Row] = []
        self._failures: dict[str, Failure] = {}

    @classmethod
    def prepare(
        cls,
        out: Path,
        choice: Choice,
        language: str,
        workers: Workers,
        report_progress: Progress,
    ) -> Self:
        """Make the folder of a run ready.

        Raises:
            ExportProblem: It cannot be written to.
        """
        out = out.absolute()  # workers may stand in other folders
        cells = Cells(out / WORK, cells_version())
        try:
            cells.folder.mkdir(parents=True, exist_ok=True)
            cells.sweep()
        except OSError as error:
            raise unwritable(out, error) from error
        return cls(out, Job(cells, choice, language), workers, report_progress)

    @property
    def cells(self) -> Cells:
        """What is found goes here."""
        return self._job.cells

    def run(self, paths: Sequence[Path], encoding: str, form: Form) -> Summary:
        """Read documents, judge them and write the tables.

        Args:
            paths: Files, folders and archives.
            encoding: Encoding that a person chose, "" to find it out.
            form: How the tables are written.

        Raises:
            ExportProblem: The folder cannot be written to; what was found so far is kept.
        """
        from tracker.resources import findings_version  # noqa: PLC0415

        summary = Summary()
        choice = self._job.choice.pairs
        regions = [
            Region(tuple(heads), tuple(pairs_of(heads, choice)))
            for heads in regions_of(self._read(paths, encoding, summary))
        ]
        self._work(regions)
        try:
            self._write(regions, form, summary)
        except OSError as error:
            raise unwritable(self._out, error) from error
        summary.write(self._out, findings_version())
        return summary

    def _members(self, paths: Sequence[Path]) -> Iterator[Member]:
        """Yield what is to be read, without the tables of a run before."""
        own = self._out.resolve()
        for member in expand(paths):
            if member.path is None or not member.path.resolve().is_relative_to(own):
                yield member

    def _documents(self, paths: Sequence[Path], encoding: str) -> Iterator[Document]:
        """Yield the documents that can be read; of others there is a row."""
        for member in self._members(paths):
            data = b""
            with Attempt() as attempt:
                if member.problem is not None:
                    raise member.problem
                data = b"" if member.path is not None else member.read()
            if attempt.problem is not None:
                self._leave(member, attempt.problem)
                continue
            path = None if member.path is None else member.path.absolute()
            yield Document(member.shown, member.name, path, data, encoding)

    def _leave(self, member: Member, problem: Message) -> None:
        """Keep a row of a document that is not read."""
        if member.foreign:
            said = problem.text(self._job.language)
            self._unread.append(left_report(member.shown, "skipped", said))
        else:
            self._unread.append(self._failed(member.shown, problem))

    def _failed(self, file: str, problem: Message) -> Row:
        return failed_report(file, Failure(Stage.READ, problem), self._job.language)

    def _read(self, paths: Sequence[Path], encoding: str, summary: Summary) -> list[Head]:
        """Have all documents read; return those that are wanted, in the order of their files."""
        total = sum(member.problem is None for member in self._members(paths))
        read: list[Read] = []
        self._tell(_READING, 0, total)
        work = partial(read_document, self._job)
        for done in self._workers.run(work, self._documents(paths, encoding)):
            read.append(done.result or Read(done.task.file, problem=done.problem))
            self._tell(_READING, len(read), total)
        return self._sorted_out(read, summary)

    def _sorted_out(self, read: Iterable[Read], summary: Summary) -> list[Head]:
        wanted: dict[str, Head] = {}
        for one in sorted(read, key=lambda one: one.file):
            if one.head is None:
                self._unread.append(self._failed(one.file, one.problem or GONE))
            elif not one.wanted:
                summary.documents["not_wanted"] += 1
            elif one.head.id in wanted:
                like = wanted[one.head.id]
                self._unread.append(left_report(one.file, "duplicate", like=like))
            else:
                wanted[one.head.id] = one.head
        self._unread.sort(key=lambda row: str(row["file"]))
        return list(wanted.values())

    def _work(self, regions: Sequence[Region]) -> None:
        """Have all reports and pairs worked through.

        What was at hand when a process ended is tried by itself once more.
        """
        pieces = sorted(_pieces(regions), key=_size, reverse=True)
        total, done = sum(map(_size, pieces)), 0
        again: list[Piece] = []
        work = partial(work_through, self._job)
        self._tell(_JUDGING, 0, total)
        for one in self._workers.run(work, pieces):
            if one.problem is not None:
                again.extend(Piece((head,), ()) for head in one.task.heads)
                again.extend(Piece((), (pair,)) for pair in one.task.pairs)
                continue
            self._failures.update(one.result or {})
            done += _size(one.task)
            self._tell(_JUDGING, done, total)
        for one in self._workers.run(work, again):
            self._failures.update(one.result or {})
            if one.problem is not None:
                heads, pairs = one.task.heads, one.task.pairs
                name, stage = (heads[0].id, Stage.EXTRACT) if heads else (pairs[0].id, Stage.JUDGE)
                self._failures[name] = Failure(stage, one.problem)
            done += 1
            self._tell(_JUDGING, done, total)

    def _write(self, regions: Sequence[Region], form: Form, summary: Summary) -> None:
        """Write the tables: parts of them side by side, then what could not be read."""
        aside = self._job.cells.folder / _PARTS
        sweep_halves(self._out)
        folder = self._out if form.partitions else aside
        parts = list(parts_of(regions, self._failures, folder, form.name))
        for counts in self._parts(parts):
            summary.add(counts)
        names = [part.name(self._job.language) for part in parts]
        unread = lines_of({"reports": self._unread})
        if form.partitions:
            last = Part(folder, form.name, len(parts), (), {})
            names.append(f"{last.name(self._job.language)}-unread")
            write_lines(parts_in(folder, names[-1], form.name), form.name, [unread], summary)
            sweep_parts(folder, names, form.name)
            return
        summary.take(unread)
        files = (parts_in(folder, name, form.name) for name in names)
        join_parts(self._out, form.name, files, unread["reports"])
        rmtree(aside, ignore_errors=True)

    def _parts(self, parts: Sequence[Part]) -> Iterator[Counts]:
        """Yield the counts of parts in their order, so that failures are told in theirs."""
        found: dict[int, Counts] = {}
        again: list[Part] = []
        work = partial(write_part, self._job)
        self._tell(_WRITING, 0, len(parts))
        for one in self._workers.run(work, parts):
            if one.result is None:
                # A process ended: what takes the most memory is left out.
                again.append(replace(one.task, bare=True))
                continue
            found[one.task.number] = one.result
            self._tell(_WRITING, len(found), len(parts))
        for one in self._workers.run(work, again):
            if one.result is None:
                raise ExportProblem(one.problem or GONE)
            found[one.task.number] = one.result
        yield from (found[part.number] for part in parts)


def _pieces(regions: Iterable[Region]) -> Iterator[Piece]:
    """Yield the work on regions, cut so that several processes share a large one."""
    for region in regions:
        for at in range(0, len(region.heads), _TOGETHER):
            heads = region.heads[at : at + _TOGETHER]
            own = {head.id for head in heads}
            yield Piece(heads, tuple(pair for pair in region.pairs if pair.earlier.id in own))


def _size(piece: Piece) -> int:
    return len(piece.heads) + len(piece.pairs)
