"""Does every comparison hold both texts? ``python -m tests.accuracy.applying DIR``.

All consecutive reports of each folder below DIR (``REGION/YEAR.md``) are aligned and compared,
plan with plan, review with review and plan with review. Each pair of sections is then put
together again: the changes applied to the earlier text must give the later text, character by
character, and their earlier spans must hold the whole earlier text.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from tracker import pipeline
from tracker.diff.sections import compared_spans
from tracker.ingest.files import read_source
from tracker.model.alignment import AlignmentPart
from tracker.model.change import Change, ChangeKind
from tracker.model.report import Report
from tracker.resources import load_options

_PARTS = (AlignmentPart.PLAN, AlignmentPart.REVIEW, AlignmentPart.PLAN_REVIEW)
_KEPT = (ChangeKind.EQUAL, ChangeKind.MOVE)


def applied(changes: Iterable[Change], earlier: Report, later: Report) -> str:
    """Return the later canonical text made of the earlier one and the changes."""
    text = ""
    for change in changes:
        source, span = (earlier, change.earlier) if change.kind in _KEPT else (later, change.later)
        if change.elsewhere:
            span = change.elsewhere if change.later else None
        text += source.passage(span).text if span else ""
    return text


def covered(changes: Iterable[Change], earlier: Report) -> str:
    """Return the earlier canonical text that the changes stand on."""
    spans = sorted(change.earlier for change in changes if change.earlier)
    return "".join(earlier.passage(span).text for span in spans)


def pairs(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Yield the consecutive reports of each region."""
    for region in sorted(path for path in folder.iterdir() if path.is_dir()):
        yield from pairwise(sorted(region.glob("[12]*.md")))


def main() -> int:
    """Print how many pairs of sections were put together again; return 1 if one was not."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.applying")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=0, help="pairs of reports to try")
    asked = parser.parse_args()
    options = load_options()
    n_reports = n_sections = n_wrong = 0
    for one, other in list(pairs(asked.folder))[: asked.most or None]:
        earlier, later = (pipeline.read(read_source(path)[0], options) for path in (one, other))
        n_reports += 1
        for part in _PARTS:
            alignment = pipeline.align(earlier, later, part, options)
            diff = pipeline.compare(alignment, earlier, later, options)
            for section in diff.sections:
                here, there = compared_spans(earlier, section.earlier, later, section.later)
                before = earlier.passage(here).text if here else ""
                after = later.passage(there).text if there else ""
                n_sections += 1
                if (
                    covered(section.changes, earlier),
                    applied(section.changes, earlier, later),
                ) != (
                    before,
                    after,
                ):
                    n_wrong += 1
                    sys.stdout.write(f"{one} {other} {part} {section.earlier} {section.later}\n")
    sys.stdout.write(f"{n_reports} pairs of reports, {n_sections} of sections, {n_wrong} wrong\n")
    return 1 if n_wrong else 0


if __name__ == "__main__":
    sys.exit(main())
