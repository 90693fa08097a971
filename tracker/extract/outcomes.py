"""Results of a report (完成情况).

In: a report and the word lists. Out: its outcomes in the order of the text, from the parts that
look back, from the result columns of its tables and from what its lists say became of their tasks:
``净增高新技术企业2720家``.
"""

from dataclasses import replace

from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.periods import is_cumulative, is_provisional, outcome_year
from tracker.extract.progress import progress_outcomes
from tracker.extract.statements import read_statements
from tracker.extract.tables import table_statements
from tracker.model.commitment import Outcome
from tracker.model.ids import OutcomeId
from tracker.model.outline import BACKWARD_ROLES, ColumnRole
from tracker.model.report import Report


def extract_outcomes(report: Report, lexicon: ExtractLexicon) -> tuple[Outcome, ...]:
    """Return what a report says was done, in the order of its text."""
    found = [
        Outcome(
            OutcomeId(""),
            draft.statement,
            outcome_year(report, draft),
            is_cumulative(draft, lexicon),
            is_provisional(draft, lexicon),
            draft.clause.firmness,
            draft.clause.body,
        )
        for draft in read_statements(report, BACKWARD_ROLES, lexicon)
    ]
    looked_back = report.meta.back_year
    for row in table_statements(report, ColumnRole.RESULT, lexicon):
        estimate = bool(lexicon.estimate.search(row.column + row.text))
        year = row.year or looked_back
        found.append(
            Outcome(
                OutcomeId(""),
                row.statement,
                year,
                cumulative=row.is_of_years,
                provisional=estimate,
            )
        )
    found.extend(progress_outcomes(report, lexicon))
    found.sort(key=lambda outcome: (outcome.statement.span.start, outcome.statement.span.end))
    outcomes, last, number = [], None, 0
    for outcome in found:
        span = outcome.statement.span
        number = number + 1 if span == last else 0
        last = span
        name = OutcomeId(f"{report.id[:12]}-{span.start}-{span.end}-{number}")
        outcomes.append(replace(outcome, id=name))
    return tuple(outcomes)
