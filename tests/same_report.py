"""How alike one report comes out of two files: its outline and its promises.

    python -m tests.same_report FOLDER

prints a row for each file of a folder that is named after a seed (``001_styled.docx``), compared
with the seed itself. ``tests/tracker/ingest/make_office_samples.py FOLDER`` makes such files.
"""

import re
import sys
from collections import Counter
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from tracker import pipeline
from tracker.errors import InputProblem
from tracker.ingest.files import read_source
from tracker.model.report import Report
from tracker.pipeline import AnalysisOptions
from tracker.resources import load_options

SEEDS = Path(__file__).parents[1] / "seeds"


@cache
def options() -> AnalysisOptions:
    """Return the word lists, loaded once."""
    return load_options()


def report_of(path: Path) -> Report:
    """Return the report that a file of any format holds."""
    source, _ = read_source(path)
    return pipeline.read(source, options())


def outline_rows(report: Report) -> list[tuple[int, str, str]]:
    """Return level, heading and role of every section, without white space."""
    return [(s.level, bare(s.number + s.heading), s.role.value) for s in report.sections]


def promise_rows(report: Report) -> list[str]:
    """Return the quotes of all promises, without white space."""
    return [bare(c.statement.quote) for c in pipeline.commitments(report, options())]


def share(first: Sequence[object], second: Sequence[object]) -> float:
    """Return the share of rows that both have, of the longer one; 1.0 when they are the same."""
    common = sum((Counter(first) & Counter(second)).values())
    longest = max(len(first), len(second))
    return common / longest if longest else 1.0


def bare(text: str) -> str:
    """Return a text without white space and with one kind of dot after a number."""
    return re.sub(r"\s+", "", text).replace("．", ".")


def different(first: list[object], second: list[object]) -> list[str]:
    """Return the rows that only one has, each with - or +."""
    one, two = Counter(first), Counter(second)
    return [f"- {row}" for row in one - two] + [f"+ {row}" for row in two - one]


def main(folder: Path, *, show: bool) -> None:
    """Print the table."""
    lines = [f"{'file':24} {'outline':>8} {'promises':>9} {'rows':>10}"]
    for path in sorted(folder.iterdir()):
        seed = next(SEEDS.glob(f"{path.name[:3]}_*.txt"))
        expected = report_of(seed)
        try:
            found = report_of(path)
        except InputProblem as problem:
            lines.append(f"{path.name:24} {problem.message.en}")
            continue
        outlines = outline_rows(expected), outline_rows(found)
        promises = promise_rows(expected), promise_rows(found)
        rows = f"{len(promises[0])}/{len(promises[1])}"
        lines.append(f"{path.name:24} {share(*outlines):8.4f} {share(*promises):9.4f} {rows:>10}")
        if show:
            lines += [f"    {row}" for row in different(*outlines) + different(*promises)]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), show="--errors" in sys.argv)
