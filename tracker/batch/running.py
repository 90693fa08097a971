"""A run over an archive: read all, judge the pairs, write the tables.

Nothing is kept in memory of a report but its head. What a run found is in its cells; the tables
are written from them, in an order that does not depend on which process was done first.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Self

from tracker.batch.cells import Cells
from tracker.batch.choosing import Choice, Head, Pair, pairs_of, regions_of
from tracker.batch.outputs import unwritable
from tracker.batch.tables import Rows, failed_pair, failed_report
from tracker.batch.tasks import (
    GONE,
    Document,
    Job,
    Read,
    gather_indicators,
    judge_pairs,
    read_document,
    rows_of_pair,
    rows_of_region,
    rows_of_report,
)
from tracker.batch.writing import Summary, write_tables
from tracker.errors import InputProblem
from tracker.export.rows import Row
from tracker.ingest.packs import Member, expand
from tracker.message import Message
from tracker.workers import Workers

Progress = Callable[[Message, int, int], None]
"""Told (what is being done, tasks done, tasks in all)."""

WORK = "work"
"""Folder of the cells in the folder of the tables."""

_TOGETHER = 8
"""Pairs of a region that are judged by one process one after the other."""

_READING = Message("读报告", "reading")
_JUDGING = Message("核对承诺", "judging promises")
_GATHERING = Message("整理指标", "gathering indicators")
_WRITING = Message("写表", "writing tables")


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
        self._problems: dict[str, Message] = {}

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
        from tracker.resources import findings_version  # noqa: PLC0415

        cells = Cells(out / WORK, findings_version())
        try:
            cells.folder.mkdir(parents=True, exist_ok=True)
            cells.sweep()
        except OSError as error:
            raise unwritable(out, error) from error
        return cls(out, Job(cells, choice, language), workers, report_progress)

    def run(self, paths: Sequence[Path], encoding: str, form: str) -> Summary:
        """Read documents, judge them and write the tables.

        Args:
            paths: Files, folders and archives.
            encoding: Encoding that a person chose, "" to find it out.
            form: Format of the tables.

        Raises:
            ExportProblem: The folder cannot be written to; what was found so far is kept.
        """
        summary = Summary()
        regions = regions_of(self._read(paths, encoding, summary))
        pairs = [pairs_of(region, self._job.choice.pairs) for region in regions]
        self._judge(pairs)
        self._gather(regions)
        rows = self._rows(regions, pairs, summary)
        write_tables(self._out, form, rows, summary, self._job.cells.version)
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
            try:
                if member.problem is not None:
                    raise member.problem
                data = b"" if member.path is not None else member.read()
            except InputProblem as problem:
                status = "skipped" if member.foreign else "failed"
                said = problem.message.text(self._job.language)
                self._unread.append(failed_report(member.shown, status, said))
                continue
            yield Document(member.shown, member.name, member.path, data, encoding)

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
                said = one.problem.text(self._job.language) if one.problem else ""
                self._unread.append(failed_report(one.file, "failed", said))
            elif not one.wanted:
                summary.documents["not_wanted"] += 1
            elif one.head.id in wanted:
                like = wanted[one.head.id]
                self._unread.append(failed_report(one.file, "duplicate", "", like))
            else:
                wanted[one.head.id] = one.head
        self._unread.sort(key=lambda row: str(row["file"]))
        return list(wanted.values())

    def _judge(self, pairs: Sequence[Sequence[Pair]]) -> None:
        tasks = [
            tuple(of_region[at : at + _TOGETHER])
            for of_region in pairs
            for at in range(0, len(of_region), _TOGETHER)
        ]
        total, judged = sum(map(len, tasks)), 0
        again: list[tuple[Pair, ...]] = []
        work = partial(judge_pairs, self._job)
        self._tell(_JUDGING, 0, total)
        for done in self._workers.run(work, tasks):
            if done.problem is not None:
                again.extend((pair,) for pair in done.task)
                continue
            judged += len(done.task)
            self._tell(_JUDGING, judged, total)
        for single in self._workers.run(work, again):
            if single.problem is not None:
                self._problems[single.task[0].id] = single.problem
            judged += 1
            self._tell(_JUDGING, judged, total)

    def _gather(self, regions: Sequence[Sequence[Head]]) -> None:
        tasks = [tuple(region) for region in regions]
        self._tell(_GATHERING, 0, len(tasks))
        work = partial(gather_indicators, self._job)
        for number, done in enumerate(self._workers.run(work, tasks), start=1):
            if done.problem is not None:
                self._problems[done.task[0].id] = done.problem
            self._tell(_GATHERING, number, len(tasks))

    def _rows(
        self,
        regions: Sequence[Sequence[Head]],
        pairs: Sequence[Sequence[Pair]],
        summary: Summary,
    ) -> Iterator[Rows]:
        """Yield all rows; what is missing is told of in a row."""
        for number, (region, of_region) in enumerate(zip(regions, pairs, strict=True)):
            self._tell(_WRITING, number, len(regions))
            for head in region:
                said = self._problem(head.id)
                yield rows_of_report(self._job, head) or {
                    "reports": [failed_report(head.file, "failed", said, head)]
                }
            for pair in of_region:
                yield rows_of_pair(self._job, pair) or {
                    "pairs": [failed_pair(pair, self._problem(pair.id))]
                }
            values = rows_of_region(self._job, tuple(region))
            if values is None:
                summary.failures.append((region[0].file, self._problem(region[0].id)))
            yield values or {}
        yield {"reports": self._unread}
        self._tell(_WRITING, len(regions), len(regions))

    def _problem(self, name: str) -> str:
        return self._problems.get(name, GONE).text(self._job.language)
