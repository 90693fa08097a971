"""What the processes of a batch do: functions of small values, each with its cells.

Every task may run twice, in any process, on any machine that sees the same folders: it looks for
its cell first, and writes it last. What is told to the one who asked is small.

A *piece* of work is a few reports of one region that follow each other, with the pairs that begin
with them: what one report promises and tells, and the words that it was cut into, are found once
and are at hand for its pair with the report before and for that with the report after.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from platform import node
from typing import TYPE_CHECKING, TypeVar

from tracker.across.indicators import Stated, compare_stated, stated_in
from tracker.attempt import Attempt
from tracker.batch.cells import Cells, key_of
from tracker.batch.choosing import Choice, Head, Pair
from tracker.batch.failures import Failure, Failures, Stage
from tracker.batch.tables import (
    Lines,
    failure_row,
    lines_of,
    of_pair,
    of_region,
    of_report,
    with_values,
)
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment, Outcome
from tracker.model.handout import TrackedPromise
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import ReadReport

if TYPE_CHECKING:
    from tracker.pipeline import AnalysisOptions

T = TypeVar("T")

_READ, _FOUND, _TOLD, _STATED, _JUDGED = "read", "found", "told", "stated", "judged"
_AT_HAND = 8
"""Reports with their findings that a process keeps in memory; some 2 MB each."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a report promises and what it says was done."""

    commitments: tuple[Commitment, ...]
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A document that is to be read.

    Attributes:
        file: Where it was found, as people read it.
        name: Its file name; the ending decides the reader.
        path: Where it lies; None in an archive.
        data: Its bytes, where it lies in an archive.
        encoding: Encoding that a person chose, "" to find it out.
    """

    file: str
    name: str
    path: Path | None
    data: bytes = b""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """What every task of a run has to know.

    Attributes:
        cells: Where findings are kept.
        choice: Which reports are wanted.
        language: Language of the sentences in the tables.
    """

    cells: Cells
    choice: Choice
    language: str


@dataclass(frozen=True, slots=True)
class Read:
    """What became of a document.

    Attributes:
        file: Where it was found.
        head: What it is; None where it could not be read.
        wanted: It was chosen, and its cells are there.
        problem: Why it could not be read.
    """

    file: str
    head: Head | None = None
    wanted: bool = False
    problem: Message | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Reports of one region, and pairs that begin with them or with others of it."""

    heads: tuple[Head, ...]
    pairs: tuple[Pair, ...]


def read_document(job: Job, document: Document) -> Read:
    """Read a document: what it is, its outline, its metadata."""
    try:
        head = _read(job, document)
    except InputProblem as problem:
        return Read(document.file, problem=problem.message)
    return Read(document.file, head, wanted=job.choice.admits(head.meta))


def _read(job: Job, document: Document) -> Head:
    from tracker.ingest.disk import read_bytes  # noqa: PLC0415 - in the processes only

    if document.path is not None and not document.path.exists():
        raise InputProblem(_unseen(document.path))
    data = document.data if document.path is None else read_bytes(document.path, document.file)
    key = key_of(hashlib.sha256(data).hexdigest(), document.name, document.encoding)
    known = job.cells.get("head", key, Head)
    if known is not None and job.cells.has(_READ, key):
        return replace(known, file=document.file)
    from tracker import pipeline  # noqa: PLC0415
    from tracker.ingest.files import decode_source  # noqa: PLC0415

    source = decode_source(data, document.name, document.file, document.encoding)
    report = pipeline.read(source, _options())
    head = Head(report.id, key, document.file, report.meta, report.answers_for_itself)
    job.cells.put(_READ, key, report)
    job.cells.put("head", key, head)
    return head


def _report(cells: Cells, key: str) -> Report:
    report = cells.get(_READ, key, Report)
    if report is None:
        raise InputProblem(GONE)
    return report


@lru_cache(maxsize=_AT_HAND)
def _reading(cells: Cells, key: str) -> ReadReport:
    """Return a report with what it promises and what it says was done."""
    report, found = _report(cells, key), cells.get(_FOUND, key, Found)
    if found is None:
        from tracker import pipeline  # noqa: PLC0415

        options = _options()
        found = Found(pipeline.commitments(report, options), pipeline.outcomes(report, options))
        cells.put(_FOUND, key, found)
    return ReadReport(report, found.commitments, found.outcomes)


def work_through(job: Job, piece: Piece) -> Failures:
    """Find what reports promise and tell, and judge the promises of pairs.

    Whatever fails with a report or a pair is told of it, and the next one is worked on.
    """
    failed: dict[str, Failure] = {}

    def attempt(work: Callable[[Job, T], None], stage: Stage, one: T, name: str) -> None:
        with Attempt() as made:
            work(job, one)
        if made.problem is not None:
            failed.setdefault(name, Failure(stage, made.problem))  # the first tells the cause

    own = {head.id for head in piece.heads}
    for head in piece.heads:
        attempt(_tell, Stage.EXTRACT, head, head.id)
        attempt(_state, Stage.INDICATORS, head, head.id)
        for pair in piece.pairs:
            if pair.earlier.id == head.id:
                attempt(_judge, Stage.JUDGE, pair, pair.id)
    for pair in piece.pairs:
        if pair.earlier.id not in own:
            attempt(_judge, Stage.JUDGE, pair, pair.id)
    return failed


def _state(job: Job, head: Head) -> None:
    """Keep what a report states of indicators."""
    if not job.cells.has(_STATED, head.key):
        reading = _reading(job.cells, head.key)
        job.cells.put(_STATED, head.key, stated_in(reading, _options().match))


def _tell(job: Job, head: Head) -> None:
    """Keep the lines of a report."""
    key = _key_told(job, head)
    if not job.cells.has(_TOLD, key):
        reading = _reading(job.cells, head.key)
        rows = of_report(reading, _text_hash(reading.report), job.language)
        job.cells.put(_TOLD, key, lines_of(rows))


def _judge(job: Job, pair: Pair) -> None:
    """Keep the lines of a pair."""
    key = _key_judged(job, pair)
    if job.cells.has(_JUDGED, key):
        return
    from tracker import pipeline  # noqa: PLC0415

    readings = [_reading(job.cells, head.key) for head in (pair.earlier, *pair.laters)]
    reports = [reading.report for reading in readings]
    tracked = pipeline.judge(readings[0], readings[1:], _options())
    promises = tuple(map(TrackedPromise, tracked))
    figures = pipeline.count(reports[0], reports[1:], promises)
    rows = of_pair(pair.id, reports, promises, figures[0], job.language)
    job.cells.put(_JUDGED, key, lines_of(rows))


def lines_of_report(job: Job, head: Head, failure: Failure | None = None) -> Lines | None:
    """Return the lines of a report, its own with where it was found; None where they are gone.

    Args:
        job: The run.
        head: The report.
        failure: What is missing of it in other tables.
    """
    lines = job.cells.get(_TOLD, _key_told(job, head), Lines)
    if lines is None:
        return None
    found = {"file": head.file, "status": "read", **failure_row(failure, job.language)}
    return lines | {"reports": [with_values("reports", lines["reports"][0], found)]}


def lines_of_pair(job: Job, pair: Pair) -> Lines | None:
    """Return the lines of a pair, None where it was not judged."""
    return job.cells.get(_JUDGED, _key_judged(job, pair), Lines)


def lines_of_region(job: Job, region: tuple[Head, ...]) -> Lines:
    """Return what the reports of a region state of indicators, set beside each other."""
    stated: list[Stated] = []
    reports: dict[ReportId, Report] = {}
    for head in region:
        found = job.cells.get(_STATED, head.key, tuple[Stated, ...])
        if found:
            stated.extend(found)
            reports[head.id] = _report(job.cells, head.key)
    return lines_of(of_region(compare_stated(stated), reports))


def _key_told(job: Job, head: Head) -> str:
    return key_of(head.key, job.language)


def _key_judged(job: Job, pair: Pair) -> str:
    return key_of(*(one.key for one in (pair.earlier, *pair.laters)), job.language)


def _text_hash(report: Report) -> str:
    from tracker.store.summaries import text_hash  # noqa: PLC0415

    return text_hash(report)


@cache
def _options() -> "AnalysisOptions":
    from tracker.resources import load_options  # noqa: PLC0415
    from tracker.store.private import prepare_words  # noqa: PLC0415

    prepare_words()
    return load_options()


def _unseen(path: Path) -> Message:
    return Message(
        f"没有找到文件 {path}（在计算机 {node()} 上）；请检查路径，"
        "用集群时每台计算机都要以同一路径看到它。",
        f"There is no file {path} (on the computer {node()}); check the path. Every computer of a "
        "cluster must see it under the same one.",
    )


GONE = Message(
    "处理途中，输出文件夹里的中间结果不见了；请重新运行。",
    "What was found before is gone from the output folder; run it again.",
)
