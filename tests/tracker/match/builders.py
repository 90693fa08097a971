"""Small reports and promises for the tests of matching."""

from dataclasses import replace
from decimal import Decimal

from tests.builders import make_report
from tracker.model.commitment import Commitment, Firmness, Milestone, Statement, StatementKind
from tracker.model.ids import CommitmentId
from tracker.model.measure import Comparison, Measure, MeasureKind, Relation
from tracker.model.outline import Part, Role
from tracker.model.report import Report
from tracker.model.span import Span


def make_later(review: str, plan: str = "", *, year: int | None = 2022) -> Report:
    """Return a report with one paragraph that looks back and one that looks forward."""
    text = f"{review}\n{plan}" if plan else review
    report = make_report(text, name="later.txt", year=year)
    parts = [Part(1, 1, Role.REVIEW)]
    if plan:
        parts.append(Part(2, 2, Role.PLAN))
    return replace(report, parts=tuple(parts), sections=())


def measure(
    indicator: str,
    value: str | None,
    unit: str,
    comparison: Comparison | None = Comparison.AT_LEAST,
    kind: MeasureKind = MeasureKind.GROWTH,
    relation: Relation | None = None,
) -> Measure:
    """Return a measure; its span does not matter to matching."""
    return Measure(
        indicator=indicator,
        comparison=comparison,
        value=None if value is None else Decimal(value),
        value2=None,
        unit=unit,
        kind=kind,
        relation=relation,
        span=Span(0, 1),
    )


def promise(
    quote: str,
    *measures: Measure,
    about: str = "",
    kind: StatementKind = StatementKind.TARGET,
    verb: str = "",
    milestone: Milestone | None = None,
    due: int | None = 2021,
) -> tuple[Report, Commitment]:
    """Return a report of 2021 that promises one thing, and the promise."""
    report = make_report(quote, name="earlier.txt", year=2021)
    statement = Statement(
        report_id=report.id,
        span=Span(0, len(quote)),
        quote=quote,
        object=about or quote,
        kind=kind,
        role=Role.PLAN,
        section=None,
        verb=verb,
        milestone=milestone,
        measures=measures,
    )
    return report, Commitment(CommitmentId("c-0"), statement, due, Firmness.PLAIN, "")
