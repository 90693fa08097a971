"""Findings as pandas tables, for researchers in a notebook.

In go findings and their reports, out comes a ``DataFrame`` with the fields of the command line's
CSV (``2.7`` and ``万个`` of 累计建成5G基站2.7万个 in two columns). pandas is loaded when a table is
asked for, not before.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tracker.export import flat
from tracker.export.rows import Row, commitment_row, outcome_row, tracking_row
from tracker.model.commitment import Commitment, Outcome
from tracker.model.report import Report
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


def _frame(rows: Iterable[Row]) -> "DataFrame":
    from pandas import DataFrame  # noqa: PLC0415 - half a second that only tables need

    return DataFrame(list(rows))
