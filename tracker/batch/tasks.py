"""What the processes of a batch do: functions of small values, each with its cells.

Every task may run twice, in any process, on any machine that sees the same folders: it looks for
its cell first, and writes it last. What is told to the one who asked is small.
"""

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.batch.cells import Cells, key_of
from tracker.batch.choosing import Choice, Head, Pair
from tracker.batch.tables import Rows, of_pair, of_region, of_report, slim
from tracker.errors import InputProblem
from tracker.message import Message
from tracker.model.commitment import Commitment, Outcome
from tracker.model.handout import TrackedPromise
from tracker.model.report import Report
from tracker.model.series import ReadReport

if TYPE_CHECKING:
    from tracker.pipeline import AnalysisOptions

_READ, _FOUND, _TOLD, _JUDGED, _INDICATORS = "read", "found", "told", "judged", "indicators"


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


def read_document(job: Job, document: Document) -> Read:
    """Read a document and find what it promises and reports."""
    try:
        head, report = _read(job, document)
    except InputProblem as problem:
        return Read(document.file, problem=problem.message)
    if not job.choice.admits(head.meta):
        return Read(document.file, head)
    told = key_of(head.key, job.language)
    if job.cells.get(_TOLD, told, Rows) is None:
        reading = _reading(job, head, report)
        rows = of_report(reading, _text_hash(reading.report), job.language)
        job.cells.put(_TOLD, told, slim(rows))
    return Read(document.file, head, wanted=True)


def _read(job: Job, document: Document) -> tuple[Head, Report | None]:
    """Return the head of a document, and the report where it had to be read for it."""
    from tracker.ingest.disk import read_bytes  # noqa: PLC0415 - in the processes only

    data = document.data if document.path is None else read_bytes(document.path, document.file)
    key = key_of(hashlib.sha256(data).hexdigest(), document.name, document.encoding)
    known = job.cells.get("head", key, Head)
    if known is not None:
        return replace(known, file=document.file), None
    from tracker import pipeline  # noqa: PLC0415
    from tracker.ingest.files import decode_source  # noqa: PLC0415

    source = decode_source(data, document.name, document.file, document.encoding)
    report = pipeline.read(source, _options())
    head = Head(report.id, key, document.file, report.meta, report.answers_for_itself)
    job.cells.put(_READ, key, report)
    job.cells.put("head", key, head)
    return head, report


def _report(job: Job, head: Head) -> Report:
    report = job.cells.get(_READ, head.key, Report)
    if report is None:
        raise InputProblem(GONE)
    return report


def _reading(job: Job, head: Head, report: Report | None = None) -> ReadReport:
    """Return a report with what it promises and what it says was done."""
    report = report or _report(job, head)
    found = job.cells.get(_FOUND, head.key, Found)
    if found is None:
        from tracker import pipeline  # noqa: PLC0415

        options = _options()
        found = Found(pipeline.commitments(report, options), pipeline.outcomes(report, options))
        job.cells.put(_FOUND, head.key, found)
    return ReadReport(report, found.commitments, found.outcomes)


def rows_of_report(job: Job, head: Head) -> Rows | None:
    """Return the rows of a report, its own with where it was found; None where they are gone."""
    rows = job.cells.get(_TOLD, key_of(head.key, job.language), Rows)
    if rows is not None:
        rows["reports"][0] |= {"file": head.file, "status": "read"}
    return rows


def _key_of_pair(job: Job, pair: Pair) -> str:
    return key_of(*(one.key for one in (pair.earlier, *pair.laters)), job.language)


def judge_pairs(job: Job, pairs: tuple[Pair, ...]) -> None:
    """Judge the promises of reports; pairs of one region, so that words are cut once."""
    for pair in pairs:
        key = _key_of_pair(job, pair)
        if job.cells.get(_JUDGED, key, Rows) is None:
            job.cells.put(_JUDGED, key, slim(_judged(job, pair)))


def _judged(job: Job, pair: Pair) -> Rows:
    from tracker import pipeline  # noqa: PLC0415

    readings = [_reading(job, head) for head in (pair.earlier, *pair.laters)]
    reports = [reading.report for reading in readings]
    tracked = pipeline.judge(readings[0], readings[1:], _options())
    promises = tuple(map(TrackedPromise, tracked))
    figures = pipeline.count(reports[0], reports[1:], promises)
    return of_pair(pair.id, reports, promises, figures[0], job.language)


def rows_of_pair(job: Job, pair: Pair) -> Rows | None:
    """Return the rows of a pair, None where it was not judged."""
    return job.cells.get(_JUDGED, _key_of_pair(job, pair), Rows)


def gather_indicators(job: Job, region: tuple[Head, ...]) -> None:
    """Set the indicators of the reports of one region beside each other."""
    key = key_of(*(head.key for head in region))
    if job.cells.get(_INDICATORS, key, Rows) is not None:
        return
    from tracker import pipeline  # noqa: PLC0415

    readings = [_reading(job, head) for head in region]
    values = pipeline.indicators_of(readings, _options())
    by_id = {reading.report.id: reading.report for reading in readings}
    job.cells.put(_INDICATORS, key, slim(of_region(values, by_id)))


def rows_of_region(job: Job, region: tuple[Head, ...]) -> Rows | None:
    """Return the indicators of a region, None where they were not gathered."""
    return job.cells.get(_INDICATORS, key_of(*(head.key for head in region)), Rows)


def _text_hash(report: Report) -> str:
    from tracker.store.shelf import text_hash  # noqa: PLC0415

    return text_hash(report)


@cache
def _options() -> "AnalysisOptions":
    from tracker.resources import load_options  # noqa: PLC0415
    from tracker.store.private import prepare_words  # noqa: PLC0415

    prepare_words()
    return load_options()


GONE = Message(
    "处理途中，输出文件夹里的中间结果不见了；请重新运行。",
    "What was found before is gone from the output folder; run it again.",
)
