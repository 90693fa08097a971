"""Promises of a report (承诺事项).

In: a report and the word lists. Out: its commitments in the order of the text, from the parts
that look forward and from the target columns of its tables: ``力争净增国家高新技术企业3000家``.
Whether a promise was kept is not asked here.
"""

from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.periods import due_year
from tracker.extract.statements import read_statements
from tracker.extract.tables import table_statements
from tracker.model.commitment import Commitment, Firmness, Statement
from tracker.model.ids import CommitmentId
from tracker.model.outline import FORWARD_ROLES, ColumnRole
from tracker.model.report import Report


def extract_commitments(report: Report, lexicon: ExtractLexicon) -> tuple[Commitment, ...]:
    """Return what a report promises, in the order of its text."""
    found = [
        (draft.statement, due_year(report, draft), draft.clause.firmness, draft.clause.body)
        for draft in read_statements(report, FORWARD_ROLES, lexicon)
    ]
    found.extend(
        (row.statement, row.year or report.meta.year, Firmness.PLAIN, "")
        for row in table_statements(report, ColumnRole.TARGET, lexicon)
    )
    found.sort(key=lambda row: (row[0].span.start, row[0].span.end))
    return tuple(
        Commitment(CommitmentId(_id(statement, number)), statement, due, firmness, body)
        for number, (statement, due, firmness, body) in _numbered(found)
    )


def _numbered(
    found: list[tuple[Statement, int | None, Firmness, str]],
) -> list[tuple[int, tuple[Statement, int | None, Firmness, str]]]:
    """Count the promises of one span, so that their ids differ."""
    numbered, last, number = [], None, 0
    for row in found:
        number = number + 1 if row[0].span == last else 0
        last = row[0].span
        numbered.append((number, row))
    return numbered


def _id(statement: Statement, number: int) -> str:
    span = statement.span
    return f"{statement.report_id[:12]}-{span.start}-{span.end}-{number}"
