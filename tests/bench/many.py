"""Times of comparisons over many reports: what each report costs once, and what all cost together.

Run ``python tests/bench/many.py DIR`` with a folder of texts (``REGION/YEAR.md``).
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tracker import pipeline
from tracker.across.archive import Archive
from tracker.across.boilerplate import report_shares, shared_clauses
from tracker.across.first_uses import new_phrases, phrases_of
from tracker.across.nearest import nearest, topics_of
from tracker.across.traces import trace_of
from tracker.ingest.files import read_source
from tracker.model.shared_text import head_of_report
from tracker.resources import load_options
from tracker.store.private import prepare_words

T = TypeVar("T")
YEAR = 2018
WITH_TOPICS = 300
"""Reports whose topics are found: the words of all of them take minutes to cut."""


def timed(name: str, work: Callable[[], T]) -> T:
    """Do something and print its processor time."""
    start = time.process_time()
    found = work()
    sys.stdout.write(f"{name:<44}{time.process_time() - start:9.3f} s" + "\n")
    return found


def main() -> None:
    """Measure the reports of a folder."""
    prepare_words()
    options = load_options()
    files = [path for path in sorted(Path(sys.argv[1]).rglob("*.md")) if path.stem.isdigit()]
    reports = timed(
        f"reading {len(files)} reports",
        lambda: [pipeline.read(read_source(path)[0], options) for path in files],
    )
    heads = [head_of_report(report) for report in reports]
    traces = timed("traces", lambda: [trace_of(report) for report in reports])
    phrases = timed("short phrases", lambda: [phrases_of(report) for report in reports])
    step = max(1, len(reports) // WITH_TOPICS)
    some = [(head, trace) for head, trace in zip(heads, traces, strict=True)][::step]
    topics = timed(
        f"topics of {len(some)} reports",
        lambda: {one.id: topics_of(one, options.text) for one in reports[::step]},
    )
    everything = list(zip(heads, traces, strict=True))
    for chosen in (some, everything):
        sys.stdout.write(f"-- {len(chosen)} reports" + "\n")
        archive = Archive(chosen)
        timed(f"families of {len(archive.letters)} clauses", lambda a=archive: a.family)
        timed("in how many regions each stands", lambda a=archive: a.others)
        timed("shares of all reports", lambda a=archive: report_shares(a))
        one = next(head.id for head in archive.heads if head.year == YEAR)
        timed("clauses of one report", lambda a=archive, r=one: shared_clauses(a, r))
        if chosen is some:
            timed("nearest reports of one", lambda a=archive, r=one: nearest(a, topics, r))
    timed(
        "new phrases of a year",
        lambda: new_phrases(zip(heads, phrases, strict=True), YEAR),
    )
    sys.stdout.write(
        f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB" + "\n"
    )


if __name__ == "__main__":
    main()
