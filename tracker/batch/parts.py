"""Parts of the tables: the lines of some regions, written by whoever is free, each file whole.

A part is named by its number and by what stands in it, so that it may be written twice, by two
machines at a time, and a part that is there already is not written again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tracker.batch.cells import key_of
from tracker.batch.choosing import Head, Pair
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
        problems: Why reports and pairs of it failed, by their ids.
        bare: Without indicators, because setting them beside each other failed.
    """

    folder: Path
    form: str
    number: int
    regions: tuple[Region, ...]
    problems: dict[str, Message]
    bare: bool = False

    def name(self, language: str) -> str:
        """Return its name, which says what stands in it."""
        said = sorted((one, message.text(language)) for one, message in self.problems.items())
        files = [f"{head.key} {head.file}" for region in self.regions for head in region.heads]
        pairs = [pair.id for region in self.regions for pair in region.pairs]
        told = [f"{one} {problem}" for one, problem in said]
        return f"part-{self.number:05}-{key_of(language, self.form, *files, *pairs, *told)[:12]}"


def parts_of(
    regions: Sequence[Region], problems: dict[str, Message], folder: Path, form: str
) -> Iterator[Part]:
    """Yield the parts of an archive: regions in their order, some hundred reports in each."""
    together: list[Region] = []
    number = 0
    for at, region in enumerate(regions, start=1):
        together.append(region)
        if at == len(regions) or sum(len(one.heads) for one in together) >= _REPORTS:
            ids = {str(head.id) for one in together for head in one.heads}
            ids |= {pair.id for one in together for pair in one.pairs}
            own = {name: said for name, said in problems.items() if name in ids}
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

    def problem(name: str) -> str:
        return part.problems.get(name, GONE).text(job.language)

    for region in part.regions:
        for head in region.heads:
            yield lines_of_report(job, head) or lines_of(
                {"reports": [failed_report(head.file, "failed", problem(head.id), head)]}
            )
        for pair in region.pairs:
            yield lines_of_pair(job, pair) or lines_of(
                {"pairs": [failed_pair(pair, problem(pair.id))]}
            )
        if not part.bare:
            yield lines_of_region(job, region.heads)
