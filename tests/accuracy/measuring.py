"""Runs the stages on annotated texts and scores what they give."""

from collections.abc import Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from tests.accuracy.alignment import score_alignment
from tests.accuracy.figures import Figures
from tests.accuracy.gold import Task
from tests.accuracy.outline import score_outline
from tests.accuracy.targets import score_targets
from tests.accuracy.tracking import score_table, score_tracking
from tracker import pipeline
from tracker.export.rows import alignment_rows, commitment_row, outline_row, tracking_row
from tracker.ingest.files import read_source
from tracker.model.alignment import AlignmentPart
from tracker.model.report import Report
from tracker.resources import load_options


class Measuring:
    """Reads each text once and scores task by task."""

    def __init__(self) -> None:
        self._reports: dict[Path, Report] = {}

    @cached_property
    def _options(self) -> pipeline.AnalysisOptions:
        return load_options()

    def report(self, path: Path) -> Report:
        """Return the report in a file."""
        if path not in self._reports:
            source, _ = read_source(path)
            self._reports[path] = pipeline.read(source, self._options)
        return self._reports[path]

    def score(self, task: Task, paths: tuple[Path, ...]) -> Figures:
        """Return the figures of a task on its texts."""
        gold = task.load()
        if task.what == "outline":
            (path,) = paths
            return score_outline(gold[0], outline_row(self.report(path), str(path), "en"))
        if task.what == "targets":
            report = self.report(paths[0])
            found = pipeline.commitments(report, self._options)
            return score_targets(gold[0], [commitment_row(c, report) for c in found])
        if task.what == "align":
            earlier, later = (self.report(path) for path in paths)
            alignment = pipeline.align(earlier, later, AlignmentPart.PLAN, self._options)
            return score_alignment(gold[0], alignment_rows(alignment, earlier, later, "en"))
        rows = self.tracking(paths)
        if task.what == "table":
            return score_table(gold[0], rows, task.due)
        laters = {path.name: _lines(path) for path in paths[1:]}
        return score_tracking(gold[0], gold[1], rows, _lines(paths[0]), laters)

    def tracking(self, paths: tuple[Path, ...]) -> list[Mapping[str, Any]]:
        """Return the tracking of the first text by the others."""
        earlier, laters = self.report(paths[0]), tuple(self.report(path) for path in paths[1:])
        reports = {report.id: report for report in (earlier, *laters)}
        files = {self.report(path).id: str(path) for path in paths}
        found = pipeline.track(earlier, laters, self._options)
        return [tracking_row(tracking, reports, files, "en") for tracking in found]


@cache
def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8").split("\n"))
