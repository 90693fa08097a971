"""Findings as tables for a notebook."""

from collections.abc import Callable
from pathlib import Path

from tracker import pipeline
from tracker.export.frames import statements_frame, tracking_frame
from tracker.ingest.files import read_source
from tracker.model.report import Report
from tracker.pipeline import AnalysisOptions
from tracker.resources import load_options

Seed = Callable[[str], Path]


def _read(path: Path, options: AnalysisOptions) -> Report:
    return pipeline.read(read_source(path)[0], options)


def test_promises_have_a_row_for_each_measure(seed: Seed) -> None:
    """A figure can be computed with: it is a number, its unit stands beside it."""
    options = load_options()
    report = _read(seed("002"), options)
    promises = pipeline.commitments(report, options)
    table = statements_frame(promises, report)
    assert len(table) == sum(max(1, len(p.statement.measures)) for p in promises)
    stations = table[table["indicator"] == "5G基站"].iloc[0]
    assert (stations["value"], stations["unit"], stations["due"]) == (2.7, "万个", 2021)


def test_a_tracking_has_a_row_for_each_promise(seed: Seed) -> None:
    """Verdicts can be counted, and the evidence is named by report and line."""
    options = load_options()
    report = _read(seed("001"), options)
    found = pipeline.track(report, (report,), options)
    table = tracking_frame(found, (report,), "zh")
    assert len(table) == len(found)
    due = table[table["due"] == 2022]
    assert (due["verdict"] == "missed").sum() == 5
    assert set(due["evidence1_file"]) == {report.name}
