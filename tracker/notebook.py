"""What a researcher calls in a notebook: files to reports, reports to pandas tables.

``tracker`` offers these functions; this module holds them apart so that importing ``tracker``
loads nothing.
"""

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import pipeline
from tracker.comparisons import ReportSet
from tracker.errors import InputProblem
from tracker.export.frames import (
    agreement_frame,
    cascade_frame,
    chains_frame,
    figures_frame,
    indicators_frame,
    rows_frame,
    year_pairs_frame,
)
from tracker.export.many_rows import (
    choice_rows,
    clause_rows,
    feedback_rows,
    near_rows,
    phrase_rows,
    ranking_rows,
    share_rows,
    spread_rows,
)
from tracker.ingest.files import read_source
from tracker.ingest.formats import READERS
from tracker.message import Message
from tracker.model.figures import Grouping
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import IndicatorValue
from tracker.resources import load_options
from tracker.store.private import prepare_words

if TYPE_CHECKING:
    from pandas import DataFrame


def read_reports(paths: Iterable[str | PathLike[str]] | str | PathLike[str]) -> list[Report]:
    """Return the reports in files and folders; see ``tracker.read_reports``."""
    given = [paths] if isinstance(paths, str | PathLike) else list(paths)
    options = load_options()
    found: dict[ReportId, Report] = {}
    for file in _files(Path(path) for path in given):
        report = pipeline.read(read_source(file)[0], options)
        found.setdefault(report.id, report)
    if not found:
        raise InputProblem(Message("没有找到报告文件。", "No file of a report was found."))
    return list(found.values())


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in READERS and p.is_file())
            yield from sorted(inside)
        else:
            yield path


def indicators(
    reports: Sequence[Report], *, by_year: bool = False, every_name: bool = False
) -> "DataFrame":
    """Return indicators over years and regions; see ``tracker.indicators``."""
    values: Sequence[IndicatorValue] = pipeline.indicators(reports, load_options())
    if not every_name:
        values = [value for value in values if value.indicator.standard]
    if by_year:
        return year_pairs_frame(pipeline.by_year(values), reports)
    return indicators_frame(values, reports)


def figures(reports: Sequence[Report], *, by: str = "report") -> "DataFrame":
    """Return the figures of whole reports; see ``tracker.figures``.

    Raises:
        ValueError: ``by`` is none of the groupings.
    """
    prepare_words()
    return figures_frame(pipeline.figures(reports, load_options(), Grouping(by)), reports)


def chains(reports: Sequence[Report], *, language: str = "zh") -> "DataFrame":
    """Return promises followed through the years; see ``tracker.chains``."""
    prepare_words()
    return chains_frame(pipeline.chains(reports, load_options()), reports, language)


def cascade(upper: Report, lower: Report, *, language: str = "zh") -> "DataFrame":
    """Return what of an upper plan stands in a lower one; see ``tracker.cascade``."""
    prepare_words()
    found = pipeline.cascade(upper, lower, load_options())
    return cascade_frame(found, (upper, lower), language)


def agreement(a: Report, b: Report, *, language: str = "zh") -> "DataFrame":
    """Return the figures of two documents side by side; see ``tracker.agreement``."""
    prepare_words()
    return agreement_frame(pipeline.agreement(a, b, load_options()), (a, b), language)


class Comparisons:
    """Many reports compared with each other; see ``tracker.compare``."""

    def __init__(self, reports: Sequence[Report]) -> None:
        prepare_words()
        self._reports = {report.id: report for report in reports}
        self._names = {report.id: report.name for report in reports}
        self._set = ReportSet(reports, load_options())

    def regions(self, year: int, indicator: str = "", *, level: str = "") -> "DataFrame":
        """Return the indicators that regions can be compared by, or the ranking by one of them.

        Of several kinds and units of an indicator the one that most regions give is taken.
        """
        compared = self._set.compare_regions(year, level)
        if not indicator:
            return rows_frame(choice_rows(compared))
        found = (r for r in compared.rankings if r.choice.indicator.name == indicator)
        ranking = next(found, None)
        rows = ranking_rows(ranking, self._reports, self._names) if ranking else []
        return rows_frame(rows)

    def feedback(self) -> "DataFrame":
        """Return the feedback rate of each region and year, with why there is none."""
        return rows_frame(feedback_rows(self._set.feedback()))

    def shared(self) -> "DataFrame":
        """Return how much of each report stands elsewhere in nearly the same words."""
        return rows_frame(share_rows(self._set.shared_text().reports))

    def clauses(self, report: Report) -> "DataFrame":
        """Return the clauses of a report that stand elsewhere."""
        return rows_frame(clause_rows(self._set.shared_of(report.id), report))

    def first(self, phrase: str) -> "DataFrame":
        """Return the reports that say a phrase, the first one first."""
        return rows_frame(spread_rows(self._set.spread(phrase)))

    def new_phrases(self, year: int) -> "DataFrame":
        """Return the phrases that no report of an earlier year has."""
        return rows_frame(phrase_rows(self._set.new_phrases(year), year))

    def nearest(self, report: Report) -> "DataFrame":
        """Return the other reports, the one nearest to this one first."""
        return rows_frame(near_rows(self._set.nearest(report.id)))
