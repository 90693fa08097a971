"""Comparisons through the real stages, of the sample reports and of texts made up."""

from collections.abc import Callable
from functools import cache

import pytest

from desktop.jobs.catalog import WHOLE_REPORT, Comparison, PartComparison
from tracker import pipeline
from tracker.ingest.files import decode_source
from tracker.model.alignment import AlignmentPart
from tracker.model.report import Report

Compare = Callable[[str, str, tuple[AlignmentPart, ...]], Comparison]


def compared(
    earlier: Report,
    later: Report,
    parts: tuple[AlignmentPart, ...],
    options: pipeline.AnalysisOptions,
) -> Comparison:
    """Return two reports, lined up and compared."""
    found = []
    for part in parts:
        alignment = pipeline.align(earlier, later, part, options)
        diff = pipeline.compare(alignment, earlier, later, options)
        found.append(PartComparison(alignment, diff))
    return Comparison(earlier, later, tuple(found))


def read(text: str, options: pipeline.AnalysisOptions) -> Report:
    """Return a report out of its text."""
    return pipeline.read(decode_source(text.encode(), "报告.txt"), options)


@pytest.fixture(scope="session")
def compare_seeds(read_seed: Callable[[str], Report], options: pipeline.AnalysisOptions) -> Compare:
    """Return a function from the numbers of two sample reports to their comparison."""

    @cache
    def compare(
        earlier: str, later: str, parts: tuple[AlignmentPart, ...] = WHOLE_REPORT
    ) -> Comparison:
        return compared(read_seed(earlier), read_seed(later), parts, options)

    return compare
