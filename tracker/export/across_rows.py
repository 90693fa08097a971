"""Rows of chains, cascades and agreements, as ``rows`` gives others, nested and flat."""

from collections.abc import Iterable, Iterator, Mapping

from tracker.export.rows import Row, commitment_row, number
from tracker.model.agreement import Agreement, AgreementRow
from tracker.model.cascade import Cascade, CascadeRow, TakeUp
from tracker.model.chain import Chain, ChainLink
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import IndicatorValue
from tracker.model.span import Span
from tracker.model.tracking import Tracking

Reports = Mapping[ReportId, Report]
Files = Mapping[ReportId, str]


def _place(report: Report, span: Span, files: Files) -> Row:
    first, last = report.lines_of(span)
    page: Row = {"page": report.page_of(span.start)} if report.pages else {}
    return {"file": files[report.id], "line": first, "end_line": last, **page}


def chain_row(chain: Chain, reports: Reports, files: Files, language: str) -> Row:
    """Return a chain as a row with a list of its links.

    Args:
        chain: The chain.
        reports: Every report it runs through.
        files: What each of them is called.
        language: Language of the sentences.
    """
    last = chain.links[-1].commitment.statement
    return {
        "id": chain.links[0].commitment.id,
        "object": chain.name,
        "kind": last.kind.value,
        "state": chain.state.value,
        "years": sorted({link.year for link in chain.links}),
        "goalposts": [post.value for post in chain.goalposts],
        "reason": chain.reason.text(language),
        "links": [_link_row(link, reports, files, language) for link in chain.links],
        "answer": None
        if chain.answer is None
        else {
            "year": chain.answer_in,
            "verdict": chain.answer.verdict.value,
            "confidence": round(chain.answer.confidence, 4),
            "evidence": _evidence(chain.answer, reports, files),
            "reason": chain.answer.reason.text(language),
        },
    }


def _link_row(link: ChainLink, reports: Reports, files: Files, language: str) -> Row:
    report = reports[link.report_id]
    tracking = link.tracking
    return {
        "year": link.year,
        "file": files[report.id],
        **commitment_row(link.commitment, report),
        "score": None if link.score is None else round(link.score.value, 4),
        "shifts": [
            {"kind": shift.kind.value, "message": shift.message.text(language)}
            for shift in link.shifts
        ],
        "goalposts": [post.value for post in link.goalposts],
        "verdict": tracking.verdict.value,
        "marked": link.marked,
        "answered_in": link.answered_in,
        "confidence": round(tracking.confidence, 4),
        "evidence": _evidence(tracking, reports, files),
        "reason": tracking.reason.text(language),
    }


def _evidence(tracking: Tracking, reports: Reports, files: Files) -> Row | None:
    """Return the best passage of a verdict."""
    best = next(iter(tracking.evidence), None)
    if best is None:
        return None
    place = _place(reports[best.report_id], best.span, files)
    return {**place, "quote": best.quote, "score": round(best.score.value, 4)}


CHAIN_COLUMNS = (
    "chain", "object", "kind", "state", "times", "year", "file", "line", "quote", "due",
    "firmness", "value", "unit", "verdict", "marked", "answered_in", "confidence", "shifts",
    "goalposts", "evidence_file", "evidence_line", "evidence_quote", "reason",
)  # fmt: skip
"""Fields of ``flat_chains``, for a table without rows."""


def flat_chains(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one line for each link of each chain, numbered; ``reason`` is that of the verdict."""
    for at, row in enumerate(rows):
        links = _rows(row["links"])
        for link in links:
            measure = next(iter(_rows(link["measures"])), {})
            evidence = link["evidence"] if isinstance(link["evidence"], dict) else {}
            yield {
                "chain": at,
                "object": row["object"],
                "kind": row["kind"],
                "state": row["state"],
                "times": len(links),
                **{name: link[name] for name in ("year", "file", "line", "quote", "due")},
                "firmness": link["firmness"],
                "value": measure.get("value"),
                "unit": measure.get("unit"),
                **{n: link[n] for n in ("verdict", "marked", "answered_in", "confidence")},
                "shifts": " ".join(str(shift["kind"]) for shift in _rows(link["shifts"])),
                "goalposts": _joined(link["goalposts"]),
                **{f"evidence_{k}": evidence.get(k) for k in ("file", "line", "quote")},
                "reason": link["reason"],
            }


def cascade_rows(cascade: Cascade, reports: Reports, files: Files, language: str) -> list[Row]:
    """Return one row for each upper promise, with the places of the lower plan that take it up.

    Args:
        cascade: The two plans.
        reports: Both reports.
        files: What each of them is called.
        language: Language of the sentences.
    """
    return [_cascade_row(row, reports, files, language) for row in cascade.rows]


def _cascade_row(row: CascadeRow, reports: Reports, files: Files, language: str) -> Row:
    upper = reports[row.commitment.statement.report_id]
    return {
        "commitment": commitment_row(row.commitment, upper),
        "names_lower": row.names_lower,
        "taken_up": bool(row.takes),
        "takes": [_take_row(take, reports, files, language) for take in row.takes],
        "reason": row.reason.text(language),
    }


def _take_row(take: TakeUp, reports: Reports, files: Files, language: str) -> Row:
    return {
        "as": take.how.value,
        **_place(reports[take.report_id], take.span, files),
        "quote": take.quote,
        "object": take.commitment.statement.object if take.commitment else None,
        "id": take.commitment.id if take.commitment else None,
        "ambition": take.ambition.value if take.ambition else None,
        "score": round(take.score.value, 4),
        "reason": take.reason.text(language),
    }


CASCADE_COLUMNS = (
    "upper_line", "upper_object", "upper_quote", "names_lower", "as", "ambition", "score",
    "lower_line", "lower_object", "lower_quote", "reason",
)  # fmt: skip
"""Fields of ``flat_cascade``."""


def flat_cascade(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one line for each upper promise and each place that takes it up."""
    for row in rows:
        promise = row["commitment"] if isinstance(row["commitment"], dict) else {}
        for take in _rows(row["takes"]) or [{}]:
            yield {
                "upper_line": promise.get("line"),
                "upper_object": promise.get("object"),
                "upper_quote": promise.get("quote"),
                "names_lower": row["names_lower"],
                **{name: take.get(name) for name in ("as", "ambition", "score")},
                **{f"lower_{k}": take.get(k) for k in ("line", "object", "quote")},
                "reason": take.get("reason") or row["reason"],
            }


AGREEMENT_COLUMNS = (
    "indicator", "standard", "side", "year", "period", "measure", "concord", "renamed",
    "a_written", "a_op", "a_value", "a_value2", "a_unit", "a_line", "a_quote",
    "b_written", "b_op", "b_value", "b_value2", "b_unit", "b_line", "b_quote", "reason",
)  # fmt: skip
"""Fields of ``agreement_rows``."""


def agreement_rows(agreement: Agreement, reports: Reports, language: str) -> list[Row]:
    """Return one row for each figure that either document gives; flat already.

    Args:
        agreement: The two documents' figures.
        reports: Both documents.
        language: Language of the sentences.
    """
    return [_agreement_row(row, reports, language) for row in agreement.rows]


def _agreement_row(row: AgreementRow, reports: Reports, language: str) -> Row:
    value = row.value
    return {
        "indicator": value.indicator.name,
        "standard": value.indicator.standard,
        "side": value.side.value,
        "year": value.year,
        "period": value.period.value,
        "measure": value.kind.value,
        "concord": row.concord.value,
        "renamed": row.renamed,
        **_value("a", row.a, reports),
        **_value("b", row.b, reports),
        "reason": row.reason.text(language),
    }


def _value(side: str, value: IndicatorValue | None, reports: Reports) -> Row:
    names = ("written", "op", "value", "value2", "unit", "line", "quote")
    if value is None:
        return {f"{side}_{name}": None for name in names}
    report = reports[value.report_id]
    found: Row = {
        "written": value.written,
        "op": value.comparison.value if value.comparison else None,
        "value": number(value.value),
        "value2": number(value.value2),
        "unit": value.unit or None,
        "line": report.line_of(value.span.start),
        "quote": report.quote(value.span),
    }
    return {f"{side}_{name}": found[name] for name in names}


def _rows(value: object) -> list[Row]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _joined(value: object) -> str:
    return " ".join(map(str, value)) if isinstance(value, list) else ""
