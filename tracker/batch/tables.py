"""The tables of a batch: their columns, and their rows from findings.

Rows hang together by ids that are the same in every run and on every machine: a report's is the
hash of its bytes, a promise's and a result's say where they stand in it. Names and meaning of the
fields are those of ``tracker.export.rows``.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from tracker.batch.cells import key_of
from tracker.batch.choosing import Head, Pair
from tracker.batch.failures import Failure
from tracker.export.flat import parts_of
from tracker.export.rows import Row, commitment_row, outcome_row, outline_row, tracking_row
from tracker.export.series_rows import figures_row, flat_value, value_row
from tracker.model.commitment import StatementKind
from tracker.model.figures import ReportFigures
from tracker.model.handout import TrackedPromise
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.series import IndicatorValue, ReadReport
from tracker.model.tracking import Answered, Verdict

Rows = dict[str, list[Row]]
"""Rows by the name of their table."""

Value = str | int | float | bool | None
Line = tuple[Value, ...]
"""A row as its values in the order of the columns of its table."""

Lines = dict[str, list[Line]]
"""Lines by the name of their table: what is kept and written, a third of the size of rows."""


class Type(StrEnum):
    """What stands in a column."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TRUTH = "truth"


_COUNTED = (*StatementKind, *Verdict, *Answered)
_WHOLE = frozenset(one.value for one in _COUNTED) | {
    "line", "end_line", "page", "level", "parent", "year", "due", "rank", "number", "report_year",
    "later_year", "missing_years", "plan_year", "back_year", "characters", "sections", "promises",
    "outcomes", "warnings", "quantified", "quantified_answered", "exceeded_promises",
    "restated_promises", "evidence_found",
}  # fmt: skip
_NUMBER = frozenset({
    "value", "value2", "written_value", "written_value2", "score", "confidence", "feedback_rate",
    "plain_rate",
})  # fmt: skip
_TRUTH = frozenset({
    "run_in", "cumulative", "provisional", "exceeded", "restated", "dropped", "standard",
    "estimated", "differs",
})  # fmt: skip

_PLACE = "line end_line page quote"
_STATEMENT = "object kind role section verb milestone beneficiaries measures"
_COLUMNS = {
    "reports": (
        "report_id file status stage problem same_as title region region_code region_level year "
        "plan_year back_year kind date meeting speaker office text_hash characters sections "
        "promises outcomes warnings"
    ),
    "sections": (
        "section_id report_id number level run_in section_number heading role line page parent"
    ),
    "promises": (
        f"promise_id report_id {_PLACE} {_STATEMENT} due firmness body deadline"
    ),
    "outcomes": (
        f"outcome_id report_id {_PLACE} {_STATEMENT} year cumulative provisional firmness body"
    ),
    "measures": (
        "statement_id report_id side number indicator op value value2 unit measure relation line "
        "quote"
    ),
    "pairs": " ".join((
        "pair_id report_id later_ids status stage problem region year later_year missing_years",
        "report_kind promises", *StatementKind, "quantified quantified_answered feedback_rate",
        "plain_rate", *Verdict, *Answered, "exceeded_promises restated_promises",
    )),
    "verdicts": (
        "pair_id promise_id report_id verdict mark answered exceeded restated dropped goalposts "
        "confidence reason evidence_found"
    ),
    "evidence": f"pair_id promise_id rank report_id {_PLACE} score standing reason",
    "indicators": (
        "value_id region region_code indicator standard scope year side period estimated measure "
        "op value value2 unit relation standing differs report_id report_year report_kind line "
        "end_line quote written_indicator written_value written_value2 written_unit also"
    ),
}  # fmt: skip

TABLES: Mapping[str, tuple[str, ...]] = {
    table: tuple(columns.split()) for table, columns in _COLUMNS.items()
}
"""Columns of each table, in their order."""


def type_of(column: str) -> Type:
    """Return what stands in a column."""
    if column in _WHOLE:
        return Type.WHOLE
    if column in _NUMBER:
        return Type.NUMBER
    return Type.TRUTH if column in _TRUTH else Type.TEXT


def of_report(reading: ReadReport, text_hash: str, language: str) -> Rows:
    """Return what is told of one report, without where it was found."""
    report, promises, outcomes = reading.report, reading.commitments, reading.outcomes
    outline = outline_row(report, "", language)
    warnings = outline["warnings"]
    rows: Rows = {"reports": [], "sections": [], "promises": [], "outcomes": [], "measures": []}
    rows["reports"].append(
        outline
        | {
            "report_id": report.id,
            "plan_year": report.meta.plan_year,
            "back_year": report.meta.back_year,
            "text_hash": text_hash,
            "characters": len(report.canonical.text),
            "sections": len(report.sections),
            "promises": len(promises),
            "outcomes": len(outcomes),
            "warnings": len(warnings) if isinstance(warnings, list) else 0,
        }
    )
    told = parts_of(outline, "sections")
    for row, section in zip(told, report.sections, strict=True):
        own: Row = {
            "section_id": f"{report.id[:12]}-s{section.index}",
            "report_id": report.id,
            "section_number": row["number"],
            "number": section.index,
            "parent": section.parent,
        }
        rows["sections"].append(row | own)
    for promise in promises:
        _state(rows, "promise", commitment_row(promise, report), report.id)
    for outcome in outcomes:
        _state(rows, "outcome", outcome_row(outcome, report), report.id)
    return rows


def _state(rows: Rows, what: str, row: Row, report_id: ReportId) -> None:
    """Add a statement and its measures."""
    measures = parts_of(row, "measures")
    own: Row = {
        f"{what}_id": row["id"],
        "report_id": report_id,
        "measures": "；".join(str(measure["quote"]) for measure in measures) or None,
    }
    rows[f"{what}s"].append(row | own)
    named: Row = {"statement_id": row["id"], "report_id": report_id, "side": what}
    rows["measures"].extend(
        measure | named | {"number": number} for number, measure in enumerate(measures)
    )


def of_pair(
    pair_id: str,
    reports: Sequence[Report],
    found: Sequence[TrackedPromise],
    figures: ReportFigures,
    language: str,
) -> Rows:
    """Return what became of the promises of a report.

    Args:
        pair_id: Name of the pair.
        reports: The earlier report and the later ones.
        found: The verdicts, with a person's marks where there are any.
        figures: The counts over them.
        language: Language of the reasons.
    """
    by_id = {report.id: report for report in reports}
    names = {report.id: str(report.id) for report in reports}
    counts = figures_row(figures, by_id, names)
    more: Row = {
        "pair_id": pair_id,
        "report_id": figures.earlier,
        "later_ids": counts["laters"],
        "status": "judged",
        "exceeded_promises": counts["exceeded"],
        "restated_promises": counts["restated"],
    }
    rows: Rows = {"pairs": [counts | more], "verdicts": [], "evidence": []}
    for promise in found:
        tracking, mark = promise.tracking, promise.mark
        row = tracking_row(tracking, by_id, names, language)
        goalposts = row["goalposts"]
        evidence = parts_of(row, "evidence")
        own: Row = {"pair_id": pair_id, "promise_id": tracking.commitment.id}
        rows["verdicts"].append(
            row
            | own
            | {
                "report_id": figures.earlier,
                "mark": mark.verdict.value if mark and mark.verdict else None,
                "goalposts": " ".join(goalposts) if isinstance(goalposts, list) else None,
                "evidence_found": len(evidence),
            }
        )
        rows["evidence"].extend(
            one | own | {"rank": rank, "report_id": one["file"]}
            for rank, one in enumerate(evidence, start=1)
        )
    return rows


def of_region(values: Iterable[IndicatorValue], reports: Mapping[ReportId, Report]) -> Rows:
    """Return the indicators of the reports of one region."""
    names = {report_id: str(report_id) for report_id in reports}
    rows = []
    for value in values:
        row = flat_value(value_row(value, reports, names))
        named = (row["file"], value.span.start, value.span.end)
        told = [row[c] for c in ("indicator", "scope", "side", "year", "period", "measure")]
        rows.append(
            row | {"value_id": key_of(*map(str, (*named, *told)))[:24], "report_id": row["file"]}
        )
    return {"indicators": rows}


def left_report(file: str, status: str, problem: str = "", like: Head | None = None) -> Row:
    """Return the row of a document that was left out, or was read already as another one."""
    return {
        "report_id": like.id if like else None,
        "file": file,
        "status": status,
        "problem": problem or None,
        "same_as": like.file if like else None,
    }


def failed_report(file: str, failure: Failure, language: str, head: Head | None = None) -> Row:
    """Return the row of a report that failed, with what is known of it."""
    row: Row = {"file": file, "status": "failed", **failure_row(failure, language)}
    if head is None:
        return row
    meta, region = head.meta, head.meta.region
    return row | {
        "report_id": head.id,
        "title": meta.title or None,
        "region": region.name if region else None,
        "region_code": region.code if region else None,
        "region_level": region.level.value if region else None,
        "year": meta.year,
        "plan_year": meta.plan_year,
        "back_year": meta.back_year,
        "kind": meta.kind.value,
    }


def failure_row(failure: Failure | None, language: str) -> dict[str, Value]:
    """Return where something failed and why, as columns; nothing where nothing did."""
    if failure is None:
        return {}
    return {"stage": failure.stage.value, "problem": failure.problem.text(language)}


def failed_pair(pair: Pair, failure: Failure, language: str) -> Row:
    """Return the row of a pair that could not be judged."""
    meta = pair.earlier.meta
    return {
        "pair_id": pair.id,
        "report_id": pair.earlier.id,
        "later_ids": " ".join(later.id for later in pair.laters),
        "status": "failed",
        **failure_row(failure, language),
        "region": meta.region.name if meta.region else None,
        "year": meta.plan_year,
        "report_kind": meta.kind.value,
    }


def lines_of(rows: Rows) -> Lines:
    """Return rows as lines, with the columns of their tables alone."""
    return {
        table: [tuple(map(row.get, TABLES[table])) for row in of_table]  # type: ignore[arg-type]
        for table, of_table in rows.items()
    }


def with_values(table: str, line: Line, values: Mapping[str, Value]) -> Line:
    """Return a line with other values in some columns."""
    pairs = zip(TABLES[table], line, strict=True)
    return tuple(values.get(column, value) for column, value in pairs)
