"""Rows of indicators over years and of the figures of whole reports, as ``rows`` gives others."""

from collections.abc import Mapping

from tracker.export.rows import Row, number
from tracker.model.commitment import StatementKind
from tracker.model.figures import ReportFigures
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import IndicatorValue, YearPair
from tracker.model.tracking import Answered, Verdict

VALUE_COLUMNS = (
    "region", "region_code", "indicator", "standard", "scope", "year", "side", "period",
    "estimated", "measure", "op", "value", "value2", "unit", "relation", "standing", "differs",
    "file", "title", "report_year", "report_kind", "line", "end_line", "quote",
    "written_indicator", "written_value", "written_value2", "written_unit", "also",
)  # fmt: skip
"""Fields of ``value_row``, for a table without rows."""

PAIR_COLUMNS = (
    "region", "indicator", "standard", "scope", "measure", "unit", "year", "promised_op",
    "promised", "promised2", "reported", "difference", "estimated",
    "promised_standing", "promised_file", "promised_line", "promised_quote",
    "reported_standing", "reported_file", "reported_line", "reported_quote",
)  # fmt: skip
"""Fields of ``pair_row``."""

FIGURES_COLUMNS = (
    "region", "year", "later_year", "missing_years", "report_kind", "file", "laters", "by",
    "group", "promises",
    *(kind.value for kind in StatementKind),
    "quantified", "quantified_answered", "feedback_rate", "plain_rate",
    *(verdict.value for verdict in Verdict),
    *(answer.value for answer in Answered),
    "exceeded", "restated", "marked",
)  # fmt: skip
"""Fields of ``figures_row``."""


def value_row(
    value: IndicatorValue, reports: Mapping[ReportId, Report], files: Mapping[ReportId, str]
) -> Row:
    """Return a value of an indicator as a row.

    Args:
        value: The value.
        reports: Every report that values stand in.
        files: What each of them is called.
    """
    report = reports[value.report_id]
    first, last = report.lines_of(value.span)
    return {
        "region": value.region or None,
        "region_code": value.region_code or None,
        "indicator": value.indicator.name,
        "standard": value.indicator.standard,
        "scope": value.indicator.scope or None,
        "year": value.year,
        "side": value.side.value,
        "period": value.period.value,
        "estimated": value.estimated,
        "measure": value.kind.value,
        "op": value.comparison.value if value.comparison else None,
        "value": number(value.value),
        "value2": number(value.value2),
        "unit": value.unit or None,
        "relation": value.relation.value if value.relation else None,
        "standing": value.standing.value,
        "differs": value.differs,
        "file": files[value.report_id],
        "title": report.meta.title or None,
        "report_year": value.report_year,
        "report_kind": report.meta.kind.value,
        "line": first,
        "end_line": last,
        "quote": report.quote(value.span),
        "written_indicator": value.written,
        "written_value": number(value.written_value),
        "written_value2": number(value.written_value2),
        "written_unit": value.written_unit or None,
        "also": [
            {
                "line": report.line_of(mention.span.start),
                "quote": report.quote(mention.span),
                "value": number(mention.value),
                "agrees": mention.agrees,
            }
            for mention in value.also
        ],
    }


def flat_value(row: Row) -> Row:
    """Return a row of a value without its list: ``also`` as the lines of the other places."""
    also = row["also"]
    lines = [str(one["line"]) for one in also] if isinstance(also, list) else []
    return row | {"also": " ".join(lines) or None}


def pair_row(
    pair: YearPair, reports: Mapping[ReportId, Report], files: Mapping[ReportId, str]
) -> Row:
    """Return promise and result of a year as a row; ``difference`` is result minus promise."""
    both = pair.promised_value is not None and pair.reported_value is not None
    gap = pair.reported_value - pair.promised_value if both else None  # type: ignore[operator]
    row: Row = {
        "region": pair.region or None,
        "indicator": pair.indicator.name,
        "standard": pair.indicator.standard,
        "scope": pair.indicator.scope or None,
        "measure": pair.kind.value,
        "unit": pair.unit or None,
        "year": pair.year,
        "promised_op": pair.comparison.value if pair.comparison else None,
        "promised": number(pair.promised_value),
        "promised2": number(pair.promised.value2) if pair.promised else None,
        "reported": number(pair.reported_value),
        "difference": number(gap),
        "estimated": pair.reported.estimated if pair.reported else None,
    }
    for side, value in (("promised", pair.promised), ("reported", pair.reported)):
        report = reports[value.report_id] if value else None
        row[f"{side}_standing"] = value.standing.value if value else None
        row[f"{side}_file"] = files[value.report_id] if value else None
        row[f"{side}_line"] = report.line_of(value.span.start) if report and value else None
        row[f"{side}_quote"] = report.quote(value.span) if report and value else None
    return row


def figures_row(
    figures: ReportFigures, reports: Mapping[ReportId, Report], files: Mapping[ReportId, str]
) -> Row:
    """Return the figures of a report, or of one group of its promises, as a row."""
    rate, plain = figures.feedback_rate, figures.plain_rate
    return {
        "region": figures.region or None,
        "year": figures.year,
        "later_year": figures.later_year,
        "missing_years": figures.missing_years,
        "report_kind": reports[figures.earlier].meta.kind.value,
        "file": files[figures.earlier],
        "laters": " ".join(files[later] for later in figures.laters),
        "by": figures.grouping.value,
        "group": figures.group or None,
        "promises": figures.promises,
        **{kind.value: figures.kinds.get(kind, 0) for kind in StatementKind},
        "quantified": figures.quantified,
        "quantified_answered": figures.quantified_answered,
        "feedback_rate": None if rate is None else round(rate, 4),
        "plain_rate": None if plain is None else round(plain, 4),
        **{verdict.value: figures.verdicts.get(verdict, 0) for verdict in Verdict},
        **{answer.value: figures.answers.get(answer, 0) for answer in Answered},
        "exceeded": figures.exceeded,
        "restated": figures.restated,
        "marked": figures.marked,
    }
