"""Count clauses over many reports: makes ``resources/text_boilerplate.txt`` anew.

``python -m tests.accuracy.boilerplate DIR`` reads every text below a folder of public reports
(``REGION/YEAR.md``) and keeps the clauses (套话) that stand in so many reports, of all years or of
one, that they say nothing about any of them. A clause with a figure is never kept.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tracker.errors import InputProblem
from tracker.ingest.files import read_source
from tracker.text.boilerplate import clauses_of

TARGET = Path(__file__).parents[2] / "resources" / "text_boilerplate.txt"
OF_ALL = 30
"""Reports of any year that hold a clause."""
OF_YEAR = 0.05
"""Share of the reports of one year that hold it."""
_ENOUGH = 10
"""Reports of one year that hold a clause at least: a share of few reports tells nothing."""
_HEAD = f"""\
# Boilerplate (套话): clauses that stand in many public government work reports.
# Source: counted over {{n}} reports of {{first}}-{{last}}; kept are clauses of at least {OF_ALL}
# reports, or of {OF_YEAR:.0%} (and {_ENOUGH}) of those of one year; without figures and
# punctuation, the most frequent first.
# Made by: python -m tests.accuracy.boilerplate DIR
"""


def count_clauses(files: Iterable[Path]) -> tuple[Counter[str], dict[str, Counter[str]], int]:
    """Return in how many reports each clause stands, the same by year, and how many were read."""
    total: Counter[str] = Counter()
    by_year: dict[str, Counter[str]] = {}
    n_read = 0
    for path in files:
        try:
            source, _ = read_source(path)
        except InputProblem as problem:
            sys.stderr.write(f"left out: {problem.message.en}\n")
            continue
        n_read += 1
        held = {clause for _, _, clause in clauses_of(source.text)}
        total.update(held)
        year = by_year.setdefault(path.stem, Counter())
        year.update(held)
        year[""] += 1
    return total, by_year, n_read


def frequent(total: Counter[str], by_year: dict[str, Counter[str]]) -> list[str]:
    """Return the clauses that are boilerplate, the most frequent first."""
    found = {clause for clause, n in total.items() if n >= OF_ALL}
    for year in by_year.values():
        least = max(_ENOUGH, OF_YEAR * year[""])
        found |= {clause for clause, n in year.items() if clause and n >= least}
    return sorted(found, key=lambda clause: (-total[clause], clause))


def main() -> int:
    """Write the list; return 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.boilerplate")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--output", type=Path, default=TARGET)
    asked = parser.parse_args()
    total, by_year, n_read = count_clauses(sorted(asked.folder.rglob("*.md")))
    years = sorted(by_year)
    head = _HEAD.format(n=f"{n_read:,}", first=years[0], last=years[-1])
    kept = frequent(total, by_year)
    asked.output.write_text(head + "".join(f"{clause}\n" for clause in kept), encoding="utf-8")
    sys.stdout.write(f"{len(kept)} clauses of {n_read} reports\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
