"""Small model values for tests, with every field that does not matter filled in."""

import hashlib
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from tracker.message import Message
from tracker.model.canonical import CanonicalText
from tracker.model.commitment import Commitment, Firmness, Statement, StatementKind
from tracker.model.handout import TrackedPromise, TrackingReport
from tracker.model.ids import CommitmentId, ReportId
from tracker.model.mark import Anchor, Mark
from tracker.model.measure import Comparison, Measure, MeasureKind
from tracker.model.outline import Part, Role, Section
from tracker.model.report import Metadata, Region, RegionLevel, Report, ReportKind
from tracker.model.score import Score
from tracker.model.span import Span
from tracker.model.tracking import Answered, Evidence, Tracking, Verdict

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"

SUZHOU = Region("江苏省苏州市", RegionLevel.PREFECTURE, "320500")


def make_report(text: str, *, name: str = "report.txt", year: int | None = 2021) -> Report:
    """Return a report whose canonical text is its text and whose first line is its heading."""
    runs = ((0, 0),) if text else ()
    heading = Span(0, text.index("\n") if "\n" in text else len(text))
    lines = text.count("\n") + 1
    return Report(
        id=ReportId(hashlib.sha256(text.encode()).hexdigest()),
        name=name,
        text=text,
        canonical=CanonicalText(text, runs),
        noise=(),
        broken=(),
        parts=(Part(1, lines, Role.PLAN),),
        sections=(
            Section(
                index=0,
                level=2,
                number="",
                heading=text[heading.start : heading.end],
                heading_span=heading,
                span=Span(0, len(text)),
                own=Span(heading.end, len(text)),
                run_in=False,
                role=Role.PLAN,
                parent=None,
            ),
        ),
        tables=(),
        meta=Metadata(
            title="政府工作报告",
            region=SUZHOU,
            year=year,
            kind=ReportKind.GOVERNMENT_WORK_REPORT,
            date=None,
            meeting="",
            speaker="",
            office="",
        ),
        diagnostics=(),
    )


def span_of(report: Report, quote: str) -> Span:
    """Return where a quote stands."""
    start = report.text.index(quote)
    return Span(start, start + len(quote))


def make_measure(report: Report, quote: str, value: str, unit: str) -> Measure:
    """Return a growth target of at least a value."""
    return Measure(
        indicator="地区生产总值",
        comparison=Comparison.AT_LEAST,
        value=Decimal(value),
        value2=None,
        unit=unit,
        kind=MeasureKind.GROWTH,
        relation=None,
        span=span_of(report, quote),
    )


def make_commitment(
    report: Report, quote: str, *, measures: tuple[Measure, ...] = (), due: int | None = 2021
) -> Commitment:
    """Return a promise that stands in a report."""
    span = span_of(report, quote)
    return Commitment(
        id=CommitmentId(f"{report.id[:12]}-{span.start}-{span.end}-0"),
        statement=Statement(
            report_id=report.id,
            span=span,
            quote=quote,
            object=quote,
            kind=StatementKind.TARGET,
            role=Role.PLAN,
            section=0,
            verb="",
            milestone=None,
            measures=measures,
        ),
        due=due,
        firmness=Firmness.PLAIN,
        body="",
    )


def make_evidence(report: Report, quote: str) -> Evidence:
    """Return a passage of a later report."""
    return Evidence(
        report_id=report.id,
        span=span_of(report, quote),
        quote=quote,
        outcome=None,
        score=Score(0.9, (), Message("用词相同", "the same words")),
    )


def make_tracking(
    commitment: Commitment,
    verdict: Verdict = Verdict.FULFILLED,
    evidence: tuple[Evidence, ...] = (),
) -> Tracking:
    """Return a judged promise."""
    return Tracking(
        commitment=commitment,
        verdict=verdict,
        answered=Answered.DIRECT if evidence else Answered.SILENT,
        exceeded=False,
        restated=False,
        dropped=False,
        goalposts=(),
        evidence=evidence,
        confidence=0.875,
        reason=Message("增长8.7%，达到6%以上", "8.7 % reaches at least 6 %"),
    )


def make_mark(commitment: Commitment, verdict: Verdict, note: str = "") -> Mark:
    """Return a person's word on a promise."""
    statement = commitment.statement
    return Mark(
        commitment_id=commitment.id,
        anchor=Anchor(statement.report_id, statement.span, statement.quote),
        object=statement.object,
        verdict=verdict,
        note=note,
        user="王芳",
        at=datetime(2026, 1, 20, 9, 30, tzinfo=UTC),
    )


def make_handout(*rows: TrackedPromise, reports: tuple[Report, ...]) -> TrackingReport:
    """Return a tracking report of these rows."""
    return TrackingReport(
        Message("苏州市2021年承诺对账表", "Promises of Suzhou 2021"), reports, rows, "0.1.0"
    )
