"""The passages that a verdict shows (依据): those it rests on, then the next best."""

from dataclasses import replace

from tracker.match import reasons
from tracker.match.admissions import Admission
from tracker.match.finding import Bench, Finding, Found
from tracker.match.ruling import Ruling, opening
from tracker.model.canonical import Passage
from tracker.model.report import Report
from tracker.model.score import Score, ScorePart
from tracker.model.span import Span
from tracker.model.tracking import Evidence

KEPT = 5
"""How many passages are shown at most."""

JOINED_LIMIT = 120
"""Characters of a passage that two overlapping ones are joined to."""

_QUOTE_LIMIT = 200


def admission_evidence(later: int, admission: Admission, bench: Bench) -> Evidence:
    """Return the sentence in which a report admits a shortfall."""
    report = bench.ground.laters[later].report
    span = _trimmed(admission.passage)
    return Evidence(
        report.id,
        span,
        report.quote(span),
        None,
        Score(
            1.0,
            (ScorePart("admission", 1.0, admission.names),),
            reasons.own_word("", reached=False),
        ),
    )


def _trimmed(passage: Passage) -> Span:
    text = passage.text
    start = len(text) - len(text.lstrip())
    return passage.source(start, max(start, len(text.rstrip())))


def evidence_of(ruling: Ruling, found: Found, bench: Bench) -> tuple[Evidence, ...]:
    """Return the passages a verdict rests on, then the next best, at most a handful."""
    kept: list[Evidence] = []
    for finding in (*ruling.leads, *(found.findings or found.weak)):
        made = _passage_of(finding, bench)
        beside = next((n for n, e in enumerate(kept) if touch(e, made)), None)
        if beside is not None:
            kept[beside] = _joined(kept[beside], made, bench.ground.laters[finding.later].report)
        elif len(kept) < KEPT:
            kept.append(made)
    return tuple(kept)


def touch(a: Evidence, b: Evidence) -> bool:
    """Tell whether two passages overlap."""
    return a.report_id == b.report_id and a.span.overlap(b.span) > 0


def _joined(a: Evidence, b: Evidence, report: Report) -> Evidence:
    """Return one passage for two that overlap, if it stays short enough to read."""
    span = Span(min(a.span.start, b.span.start), max(a.span.end, b.span.end))
    if len(span) > JOINED_LIMIT:
        return a
    return replace(a, span=span, quote=report.quote(span))


def _passage_of(finding: Finding, bench: Bench) -> Evidence:
    ground = bench.ground
    first, last = opening(finding, bench), finding.window.last
    ends = [last, *(r.clause for r in finding.readings if r is not None)]
    clauses = ground.index.clauses
    report = ground.laters[finding.later].report
    end = max(ends)
    span = clauses[first].span
    if end != first:
        span = Span(span.start, clauses[end].span.end)
    if len(span) > _QUOTE_LIMIT:
        span = clauses[last].span
    outcome = next((o for at in range(first, last + 1) for o in ground.places[at].outcomes), None)
    return Evidence(
        report.id, span, report.quote(span), outcome.id if outcome else None, finding.score
    )
