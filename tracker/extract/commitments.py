"""Promises of a report (承诺事项).

In: a report and the word lists. Out: its commitments in the order of the text, from the parts
that look forward and from the target columns of its tables: ``力争净增国家高新技术企业3000家``.
Whether a promise was kept is not asked here.
"""

from typing import NamedTuple

from tracker.extract.draft import Draft
from tracker.extract.lexicon import ExtractLexicon
from tracker.extract.periods import due_year
from tracker.extract.statements import read_statements
from tracker.extract.tables import table_statements
from tracker.extract.task_lists import Charges, charges_of, due_by, silent_tasks, task_drafts
from tracker.model.commitment import Commitment, Firmness, Statement
from tracker.model.ids import CommitmentId
from tracker.model.outline import FORWARD_ROLES, ColumnRole
from tracker.model.report import Report


class _Promise(NamedTuple):
    """A commitment before its place among those of the same span is known."""

    statement: Statement
    due: int | None
    firmness: Firmness
    body: str
    deadline: str


def extract_commitments(report: Report, lexicon: ExtractLexicon) -> tuple[Commitment, ...]:
    """Return what a report promises, in the order of its text."""
    drafts = [*read_statements(report, FORWARD_ROLES, lexicon), *task_drafts(report, lexicon)]
    drafts.sort(key=lambda draft: draft.statement.span.start)
    told = [draft.statement.span for draft in drafts]
    drafts.extend(silent_tasks(report, told, lexicon))
    charges = charges_of(report)
    found = [_promise(report, draft, charges) for draft in drafts]
    for row in table_statements(report, ColumnRole.TARGET, lexicon):
        charge = charges.at(row.statement.span)
        due = row.year or report.meta.plan_year
        found.append(
            _Promise(
                row.statement,
                due_by(charge, due, report),
                Firmness.PLAIN,
                charge.body if charge else "",
                charge.when if charge else "",
            )
        )
    found.sort(key=lambda one: (one.statement.span.start, one.statement.span.end))
    return tuple(
        Commitment(CommitmentId(_id(one.statement, number)), *one)
        for number, one in _numbered(found)
    )


def _promise(report: Report, draft: Draft, charges: Charges) -> _Promise:
    charge = charges.at(draft.statement.span)
    return _Promise(
        draft.statement,
        due_by(charge, due_year(report, draft), report),
        draft.clause.firmness,
        (charge.body if charge else "") or draft.clause.body,
        charge.when if charge else "",
    )


def _numbered(found: list[_Promise]) -> list[tuple[int, _Promise]]:
    """Count the promises of one span, so that their ids differ."""
    numbered, last, number = [], None, 0
    for one in found:
        number = number + 1 if one.statement.span == last else 0
        last = one.statement.span
        numbered.append((number, one))
    return numbered


def _id(statement: Statement, number: int) -> str:
    span = statement.span
    return f"{statement.report_id[:12]}-{span.start}-{span.end}-{number}"
