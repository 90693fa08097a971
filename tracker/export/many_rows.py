"""Rows of comparisons over many reports, flat: for JSON, CSV, tables of a file and pandas."""

from collections.abc import Iterable, Mapping

from tracker.export.rows import Row, number
from tracker.export.series_rows import pair_row
from tracker.model.feedback import Feedback, FeedbackCell
from tracker.model.first_use import NewPhrase, Spread
from tracker.model.ids import ReportId
from tracker.model.nearness import NearReport
from tracker.model.ranking import ComparedYear, Ranking
from tracker.model.report import Report
from tracker.model.shared_text import ReportShare, ReportTextShare, Share

_Reports = Mapping[ReportId, Report]
_NO_PAIR = {
    "promised_op": None, "promised": None, "promised2": None, "reported": None, "estimated": None,
    "promised_file": None, "promised_line": None, "promised_quote": None,
    "reported_file": None, "reported_line": None, "reported_quote": None,
}  # fmt: skip


def choice_rows(year: ComparedYear) -> list[Row]:
    """Return the indicators that regions can be compared by, one row each."""
    return [
        {
            "indicator": ranking.choice.indicator.name,
            "scope": ranking.choice.indicator.scope or None,
            "measure": ranking.choice.kind.value,
            "unit": ranking.choice.unit or None,
            "year": year.year,
            "goals": ranking.choice.goals,
            "results": ranking.choice.results,
        }
        for ranking in year.rankings
    ]


def ranking_rows(ranking: Ranking, reports: _Reports, files: Mapping[ReportId, str]) -> list[Row]:
    """Return the regions of a ranking, one row each.

    Args:
        ranking: The ranking.
        reports: Every report that its values stand in.
        files: What each of them is called.
    """
    choice = ranking.choice
    rows: list[Row] = []
    for one in ranking.rows:
        pair = pair_row(one.pair, reports, files) if one.pair else _NO_PAIR
        rows.append(
            {
                "rank": one.rank,
                "region": one.region,
                "region_code": one.region_code or None,
                "level": one.level or None,
                "indicator": choice.indicator.name,
                "measure": choice.kind.value,
                "unit": choice.unit or None,
                "year": ranking.year,
                **{key: pair[key] for key in ("promised_op", "promised", "promised2", "reported")},
                "difference": number(one.difference),
                "reach": one.reach.value if one.reach else None,
                "goal_gap": one.goal_gap.value if one.goal_gap else None,
                "result_gap": one.result_gap.value if one.result_gap else None,
                **{
                    key: pair[key] for key in _NO_PAIR if key.endswith(("_file", "_line", "_quote"))
                },
            }
        )
    return rows


def feedback_rows(feedback: Feedback) -> list[Row]:
    """Return each region and year, one row each, with why there is no rate where there is none."""
    return [
        {
            "region": row.region,
            "region_code": row.region_code or None,
            "level": row.level or None,
            "year": cell.year,
            **_rates(cell),
            "state": _state(cell),
        }
        for row in feedback.rows
        for cell in row.cells
    ]


def _rates(cell: FeedbackCell) -> Row:
    figures = cell.figures
    if figures is None:
        keys = ("feedback_rate", "plain_rate", "quantified", "answered", "promises")
        return dict.fromkeys((*keys, "missing_years"))
    return {
        "feedback_rate": _rounded(figures.feedback_rate),
        "plain_rate": _rounded(figures.plain_rate),
        "quantified": figures.quantified,
        "answered": figures.quantified_answered,
        "promises": figures.promises,
        "missing_years": figures.missing_years,
    }


def _state(cell: FeedbackCell) -> str:
    if cell.figures is not None:
        return "over_missing_years" if cell.figures.missing_years else "counted"
    return "not_looked_back_on" if cell.planned else "no_report"


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def share_rows(shares: Iterable[ReportShare]) -> list[Row]:
    """Return how much of each report stands elsewhere, one row each."""
    return [
        {
            "region": one.report.region or None,
            "region_code": one.report.region_code or None,
            "level": one.report.level or None,
            "year": one.report.year,
            "kind": one.report.kind.value,
            "file": one.report.name,
            **_shares(one.share, followed=one.before is not None),
            "before": one.before.name if one.before else None,
            "before_year": one.before.year if one.before else None,
            "compared": one.compared,
        }
        for one in shares
    ]


def _shares(share: Share, *, followed: bool) -> Row:
    return {
        "letters": share.letters,
        "own_share": _rounded(share.rate(share.own)) if followed else None,
        "others_share": _rounded(share.rate(share.others)),
        "either_share": _rounded(share.rate(share.either)),
    }


def clause_rows(found: ReportTextShare, report: Report) -> list[Row]:
    """Return the clauses of a report that stand elsewhere, one row each."""
    return [
        {
            "line": report.line_of(clause.span.start),
            "quote": report.quote(clause.span),
            "section": None if clause.section is None else report.sections[clause.section].heading,
            "letters": clause.letters,
            "own": clause.own,
            "regions": clause.regions,
            "reports": clause.reports,
        }
        for clause in found.clauses
    ]


def spread_rows(spread: Spread) -> list[Row]:
    """Return the reports that say a phrase, the first one first."""
    return [
        {
            "phrase": spread.phrase,
            "year": use.report.year,
            "region": use.report.region or None,
            "region_code": use.report.region_code or None,
            "level": use.report.level or None,
            "first_of_region": use.first_of_region,
            "times": use.times,
            "file": use.report.name,
            "line": use.line,
            "quote": use.quote,
        }
        for use in spread.uses
    ]


def phrase_rows(found: Iterable[NewPhrase], year: int) -> list[Row]:
    """Return the new phrases of a year, one row each."""
    return [
        {
            "phrase": one.text,
            "year": year,
            "reports": one.reports,
            "regions": one.regions,
            "next_year": one.next_year,
            "later": one.later,
            "within": one.within,
        }
        for one in found
    ]


def near_rows(found: Iterable[NearReport]) -> list[Row]:
    """Return the reports that are near to one, one row each."""
    return [
        {
            "place": place,
            "region": one.report.region or None,
            "region_code": one.report.region_code or None,
            "year": one.report.year,
            "kind": one.report.kind.value,
            "file": one.report.name,
            "likeness": one.likeness,
            "topics": one.topics,
            "words": one.words,
            "clauses": one.clauses,
        }
        for place, one in enumerate(found, start=1)
    ]
