"""How well reports are read that nobody annotated: region and year as their folders say.

The folder holds ``REGION/YEAR.md`` (or ``REGION/…YEAR….txt``, and pages of many regions of one
year as ``NAME-YEAR/REGION.txt``). Every text is read under a neutral name and without its YAML
head, so that it alone tells.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.accuracy.figures import Figures
from tests.accuracy.likeness import share
from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.model.outline import Role
from tracker.pipeline import AnalysisOptions

_FRONT_MATTER = re.compile(r"\ufeff?---\n.*?\n---\n", re.DOTALL)
_YEAR = re.compile(r"(?:19|20)\d\d")
_STATE = {"国务院": "中国"}


@dataclass(frozen=True)
class Labelled:
    """A text with what its place says of it.

    Attributes:
        path: Where it lies.
        region: Name with which the region ends.
        year: Year that it plans for.
    """

    path: Path
    region: str
    year: int


def labelled(corpus: Path) -> Iterator[Labelled]:
    """Yield the texts whose place says region and year."""
    for path in sorted([*corpus.glob("*/*.md"), *corpus.glob("*/*.txt")]):
        year = _YEAR.search(path.stem) or _YEAR.search(path.parent.name)
        name = path.parent.name if _YEAR.search(path.stem) else path.stem
        if year:
            region = re.split(r"[-_]", name)[0]
            yield Labelled(path, _STATE.get(region, region), int(year.group()))


def score_reading(corpus: Path, options: AnalysisOptions) -> Figures:
    """Return the shares of texts with the right region, year and top parts, and what was wrong."""
    figures = Figures()
    n_texts = n_region = n_year = n_parts = 0
    for text in labelled(corpus):
        data = _FRONT_MATTER.sub("", text.path.read_text(encoding="utf-8"), count=1)
        report = pipeline.read(decode_source(data.encode(), "report.txt"), options)
        region, year = report.meta.region, report.meta.year
        name = region.name if region else ""
        roles = {part.role for part in report.parts}
        ahead = bool(roles & {Role.PLAN, Role.OUTLOOK, Role.TARGETS})
        right = (name.endswith(text.region), year == text.year, Role.REVIEW in roles and ahead)
        n_texts += 1
        n_region, n_year, n_parts = n_region + right[0], n_year + right[1], n_parts + right[2]
        if not all(right):
            place = f"{text.path.parent.name}/{text.path.name}"
            figures.differs("reading", place, name or None, year, "parts" if right[2] else "")
    figures.add("region", share(n_region, n_texts), f"of {n_texts} texts")
    figures.add("year", share(n_year, n_texts), f"of {n_texts} texts")
    figures.add("review_and_plan", share(n_parts, n_texts), f"of {n_texts} texts")
    return figures
