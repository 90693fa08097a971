"""Findings as pandas tables, for researchers in a notebook.

In go findings and their reports, out comes a ``DataFrame`` with the fields of the command line's
CSV (``2.7`` and ``万个`` of 累计建成5G基站2.7万个 in two columns). pandas is loaded when a table is
asked for, not before.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tracker.export import flat
from tracker.export.across_rows import (
    AGREEMENT_COLUMNS,
    CASCADE_COLUMNS,
    CHAIN_COLUMNS,
    agreement_rows,
    cascade_rows,
    chain_row,
    flat_cascade,
    flat_chains,
)
from tracker.export.rows import Row, commitment_row, outcome_row, tracking_row
from tracker.export.series_rows import (
    FIGURES_COLUMNS,
    PAIR_COLUMNS,
    VALUE_COLUMNS,
    figures_row,
    flat_value,
    pair_row,
    value_row,
)
from tracker.model.agreement import Agreement
from tracker.model.cascade import Cascade
from tracker.model.chain import Chain
from tracker.model.commitment import Commitment, Outcome
from tracker.model.figures import ReportFigures
from tracker.model.report import Report
from tracker.model.series import IndicatorValue, YearPair
from tracker.model.tracking import Tracking

if TYPE_CHECKING:
    from pandas import DataFrame


def statements_frame(found: Iterable[Commitment | Outcome], report: Report) -> "DataFrame":
    """Return promises or results of a report, one row for each measure.

    Args:
        found: What was extracted from the report.
        report: The report.
    """
    rows = [
        commitment_row(f, report) if isinstance(f, Commitment) else outcome_row(f, report)
        for f in found
    ]
    return _frame(flat.statements(rows))


def tracking_frame(
    found: Iterable[Tracking], reports: Sequence[Report], language: str
) -> "DataFrame":
    """Return judged promises, one row each, with up to three passages of evidence.

    Args:
        found: The findings.
        reports: Every report they speak of; each is called by its name in the table.
        language: Language of the reasons ("zh" or "en").
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: report.name for report in reports}
    return _frame(flat.trackings(tracking_row(f, by_id, names, language) for f in found))


def indicators_frame(values: Iterable[IndicatorValue], reports: Sequence[Report]) -> "DataFrame":
    """Return values of indicators, one row each.

    Args:
        values: The values.
        reports: Every report they stand in; each is called by its name in the table.
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: report.name for report in reports}
    rows = (flat_value(value_row(v, by_id, names)) for v in values)
    return _years(_frame(rows, VALUE_COLUMNS))


def year_pairs_frame(pairs: Iterable[YearPair], reports: Sequence[Report]) -> "DataFrame":
    """Return promises beside results, one row for each indicator and year.

    Args:
        pairs: The pairs.
        reports: Every report they stand in.
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: report.name for report in reports}
    return _years(_frame((pair_row(pair, by_id, names) for pair in pairs), PAIR_COLUMNS))


def figures_frame(figures: Iterable[ReportFigures], reports: Sequence[Report]) -> "DataFrame":
    """Return the figures of whole reports, one row each.

    Args:
        figures: The figures.
        reports: Every report they speak of.
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: report.name for report in reports}
    rows = (figures_row(f, by_id, names) for f in figures)
    return _years(_frame(rows, FIGURES_COLUMNS))


def chains_frame(chains: Iterable[Chain], reports: Sequence[Report], language: str) -> "DataFrame":
    """Return promises followed through the years, one row for each time they were made.

    Args:
        chains: The chains; ``chain`` numbers them in the table.
        reports: Every report they run through; each is called by its name in the table.
        language: Language of the reasons ("zh" or "en").
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: report.name for report in reports}
    rows = flat_chains(chain_row(chain, by_id, names, language) for chain in chains)
    frame = _frame(rows, CHAIN_COLUMNS)
    return frame.astype(dict.fromkeys(("year", "due", "answered_in"), "Int64"))


def cascade_frame(cascade: Cascade, reports: Sequence[Report], language: str) -> "DataFrame":
    """Return the promises of an upper plan, one row for each place of the lower that takes one up.

    Args:
        cascade: The two plans.
        reports: Both reports.
        language: Language of the reasons ("zh" or "en").
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: report.name for report in reports}
    return _frame(flat_cascade(cascade_rows(cascade, by_id, names, language)), CASCADE_COLUMNS)


def agreement_frame(agreement: Agreement, reports: Sequence[Report], language: str) -> "DataFrame":
    """Return the figures of two documents, one row each.

    Args:
        agreement: The figures.
        reports: Both documents.
        language: Language of the reasons ("zh" or "en").
    """
    by_id = {report.id: report for report in reports}
    return _years(_frame(agreement_rows(agreement, by_id, language), AGREEMENT_COLUMNS))


def rows_frame(rows: Iterable[Row]) -> "DataFrame":
    """Return flat rows of comparisons over many reports."""
    return _years(_frame(rows))


def _years(frame: "DataFrame") -> "DataFrame":
    """Return a table whose years are whole numbers, also where one is missing."""
    years = [name for name in ("year", "later_year", "report_year") if name in frame]
    return frame.astype(dict.fromkeys(years, "Int64"))


def _frame(rows: Iterable[Row], columns: tuple[str, ...] | None = None) -> "DataFrame":
    from pandas import DataFrame  # noqa: PLC0415 - half a second that only tables need

    return DataFrame(list(rows), columns=columns)
