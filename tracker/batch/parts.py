"""Parts of the tables: the lines of some regions, written by whoever is free, each file whole.

A part is named by its number and by what stands in it, so that it may be written twice, by two
machines at a time, and a part that is there already is not written again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.attempt import Attempt
from tracker.batch.cells import key_of
from tracker.batch.choosing import Head, Pair
from tracker.batch.failures import Failure, Failures, Stage
from tracker.batch.outputs import parts_in
from tracker.batch.tables import Lines, failed_pair, failed_report, lines_of
from tracker.batch.tasks import (
    GONE,
    Job,
    lines_of_pair,
    lines_of_region,
    lines_of_report,
)
from tracker.batch.writing import Counts, Summary, write_lines
from tracker.export.rows import Row
from tracker.message import Message

_REPORTS = 100
"""Reports of a part, some 50 MB of tables: parts are neither too many nor too large to hold."""


@dataclass(frozen=True, slots=True)
class Region:
    """The reports of a region in the order of their years, and their pairs."""

    heads: tuple[Head, ...]
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands in one file of each table.

    Attributes:
        folder: Where it is written to; a folder for each table below it.
        form: Format of the tables.
        number: Its place among the parts.
        regions: Its regions.
        failures: What failed of its reports and pairs.
        bare: Without indicators: a process that set them beside each other ended.
    """

    folder: Path
    form: str
    number: int
    regions: tuple[Region, ...]
    failures: Failures
    bare: bool = False

    def name(self, language: str) -> str:
        """Return its name, which says what stands in it."""
        said = sorted(
            (one, failure.problem.text(language)) for one, failure in self.failures.items()
        )
        files = [f"{head.key} {head.file}" for region in self.regions for head in region.heads]
        pairs = [pair.id for region in self.regions for pair in region.pairs]
        told = [f"{one} {problem}" for one, problem in said]
        return f"part-{self.number:05}-{key_of(language, self.form, *files, *pairs, *told)[:12]}"


def parts_of(
    regions: Sequence[Region], failures: Failures, folder: Path, form: str
) -> Iterator[Part]:
    """Yield the parts of an archive: regions in their order, some hundred reports in each."""
    together: list[Region] = []
    number = 0
    for at, region in enumerate(regions, start=1):
        together.append(region)
        if at == len(regions) or sum(len(one.heads) for one in together) >= _REPORTS:
            ids = {str(head.id) for one in together for head in one.heads}
            ids |= {pair.id for one in together for pair in one.pairs}
            own = {name: failure for name, failure in failures.items() if name in ids}
            yield Part(folder, form, number, tuple(together), own)
            together, number = [], number + 1


def write_part(job: Job, part: Part) -> Counts:
    """Write a part, unless it is there.

    Raises:
        ExportProblem: It cannot be written.
    """
    name = part.name(job.language)
    key = key_of(str(part.folder), name)
    places = parts_in(part.folder, name, part.form)
    known = job.cells.get("counts", key, Counts)
    if known is not None and all(place.exists() for place in places.values()):
        return known
    summary = Summary()
    write_lines(places, part.form, _lines(job, part), summary)
    counts = summary.counts()
    if not counts.failures and not part.bare:  # what failed is tried again by the next run
        job.cells.put("counts", key, counts)
    return counts


def _lines(job: Job, part: Part) -> Iterator[Lines]:
    """Yield all lines of a part; what is missing is told of in a line."""
    for region in part.regions:
        indicators, missing = _indicators(job, region, part)
        for head in region.heads:
            own = part.failures.get(head.id)
            yield lines_of_report(job, head, own or missing) or _failed(
                "reports", failed_report(head.file, own or _GONE_READ, job.language, head)
            )
        for pair in region.pairs:
            yield lines_of_pair(job, pair) or _failed(
                "pairs", failed_pair(pair, part.failures.get(pair.id, _GONE_JUDGED), job.language)
            )
        yield indicators


def _indicators(job: Job, region: Region, part: Part) -> tuple[Lines, Failure | None]:
    """Return the lines of the indicators of a region, or why there are none."""
    if part.bare:
        return {}, Failure(Stage.INDICATORS, _BARE)
    with Attempt() as attempt:
        return lines_of_region(job, region.heads), None
    return {}, Failure(Stage.INDICATORS, attempt.why)


def _failed(table: str, row: Row) -> Lines:
    return lines_of({table: [row]})


_GONE_READ, _GONE_JUDGED = Failure(Stage.READ, GONE), Failure(Stage.JUDGE, GONE)
_BARE = Message(
    "整理这一组地区的指标时进程中途结束，indicators 表缺这一部分；请用 --workers 1 重新运行。",
    "The process that set the indicators of these regions beside each other ended; they are "
    "missing in the table indicators. Run it again with --workers 1.",
)
