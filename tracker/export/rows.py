"""Findings as plain rows: the one place that gives every field its name.

A row is a dictionary of text, numbers, truth values, None, lists and rows, so that JSON, CSV,
tables and handouts all speak of the same things by the same names. Other programs read these
names, so a field may be added, not renamed; absent values are None. Nothing is worded for people
here but the ``reason`` and ``message`` fields, sentences in the language that is asked for.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from decimal import Decimal

from tracker.export.grounds import is_answered, ranked, what_fits
from tracker.model.alignment import Alignment
from tracker.model.change import Change, NumberChange, ReportDiff, WordingChange
from tracker.model.change_summary import summarise
from tracker.model.commitment import Commitment, Outcome, Statement
from tracker.model.ids import ReportId
from tracker.model.measure import Measure, Relation
from tracker.model.report import Report
from tracker.model.span import Span
from tracker.model.thread import ThreadCell, TopicHistory
from tracker.model.tracking import Evidence, Tracking

Row = dict[str, object]


def number(value: Decimal | None) -> int | float | None:
    """Return a figure as a JSON number: whole ones without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _lines(report: Report, span: Span) -> Row:
    first, last = report.lines_of(span)
    return {"line": first, "end_line": last, **_page(report, span)}


def _page(report: Report, span: Span, name: str = "page") -> Row:
    """Return the page on which a span begins; nothing for a file without pages."""
    return {name: report.page_of(span.start)} if report.pages else {}


def outline_row(report: Report, file: str, language: str) -> Row:
    """Return outline and metadata of a report as one row."""
    meta = report.meta
    return {
        "file": file,
        "title": meta.title or None,
        "region": meta.region.name if meta.region else None,
        "region_level": meta.region.level.value if meta.region else None,
        "region_code": meta.region.code if meta.region else None,
        "year": meta.year,
        "kind": meta.kind.value,
        "date": meta.date.isoformat() if meta.date else None,
        "meeting": meta.meeting or None,
        "speaker": meta.speaker or None,
        "office": meta.office or None,
        "sha256": report.id,
        "noise": list(report.noise),
        "broken": [list(pair) for pair in report.broken],
        "parts": [
            {"from": part.first_line, "to": part.last_line, "role": part.role.value}
            for part in report.parts
        ],
        "sections": section_rows(report),
        "warnings": [
            {"code": d.code, "line": d.line, "message": d.message.text(language)}
            for d in report.diagnostics
        ],
    }


def section_rows(report: Report) -> list[Row]:
    """Return the headings of a report in the order of its text."""
    return [
        {
            "line": report.line_of(section.heading_span.start),
            **_page(report, section.heading_span),
            "level": section.level,
            "run_in": section.run_in,
            "number": section.number,
            "heading": section.heading,
            "role": section.role.value,
        }
        for section in report.sections
    ]


def said_value(measure: Measure) -> int | float | None:
    """Return the figure of a measure; 翻番 and 翻一番 say "double" and have none, 翻两番 has 2."""
    if measure.relation is Relation.DOUBLE and measure.value == 1:
        return None
    return number(measure.value)


def _measure_row(measure: Measure, report: Report) -> Row:
    """Return a measure as a row.

    The unit is the text's without 余, 多 or 左右, which the comparison says: 2万余户 is 2 and
    万户; a full-width ％ is given as %, so that equal units are equal. ``quote`` has the text.
    """
    value = said_value(measure)
    return {
        "indicator": measure.indicator,
        "op": measure.comparison.value if measure.comparison else None,
        "value": value,
        "value2": number(measure.value2),
        "unit": None if value is None else measure.unit or None,
        "measure": measure.kind.value,
        "relation": measure.relation.value if measure.relation else None,
        **_lines(report, measure.span),
        "quote": report.quote(measure.span),
    }


def _statement_row(statement: Statement, report: Report) -> Row:
    section = None if statement.section is None else report.sections[statement.section].heading
    return {
        **_lines(report, statement.told.span),
        "quote": statement.told.quote,
        "object": statement.object,
        "kind": statement.kind.value,
        "role": statement.role.value,
        "section": section,
        "verb": statement.verb or None,
        "milestone": statement.milestone.name.lower() if statement.milestone else None,
        "measures": [_measure_row(measure, report) for measure in statement.measures],
        "beneficiaries": statement.beneficiaries or None,
    }


def commitment_row(commitment: Commitment, report: Report) -> Row:
    """Return a promise as a row."""
    return {
        "id": commitment.id,
        **_statement_row(commitment.statement, report),
        "due": commitment.due,
        "firmness": commitment.firmness.value,
        "body": commitment.body or None,
        "deadline": commitment.deadline or None,
    }


def outcome_row(outcome: Outcome, report: Report) -> Row:
    """Return a reported result as a row."""
    return {
        "id": outcome.id,
        **_statement_row(outcome.statement, report),
        "year": outcome.year,
        "cumulative": outcome.cumulative,
        "provisional": outcome.provisional,
        "firmness": outcome.firmness.value,
        "body": outcome.body or None,
    }


def alignment_rows(
    alignment: Alignment, earlier: Report, later: Report, language: str
) -> list[Row]:
    """Return one row for each section of the earlier part, with its counterparts best first."""
    rows: list[Row] = []
    for row in alignment.rows:
        section = earlier.sections[row.section]
        links: list[Row] = []
        for link in row.links:
            counterpart = later.sections[link.section]
            links.append(
                {
                    "b_line": later.line_of(counterpart.heading_span.start),
                    **_page(later, counterpart.heading_span, "b_page"),
                    "b_heading": counterpart.heading,
                    "rel": link.kind.value,
                    "score": round(link.score.value, 4),
                    "reason": link.score.reason.text(language),
                }
            )
        rows.append(
            {
                "a_line": earlier.line_of(section.heading_span.start),
                **_page(earlier, section.heading_span, "a_page"),
                "a_heading": section.heading,
                "level": section.level,
                "b": links,
            }
        )
    return rows


def new_row(later: Report, section: int) -> Row:
    """Return a section of the later part that is nobody's counterpart, as a row of its own."""
    found = later.sections[section]
    place = {"b_line": later.line_of(found.heading_span.start), "b_heading": found.heading}
    return {"a_line": None, "a_heading": None, "level": found.level, "b": [place | {"rel": "new"}]}


def _place(report: Report, section: int | None) -> Row | None:
    if section is None:
        return None
    found = report.sections[section]
    return {"line": report.line_of(found.heading_span.start), "heading": found.heading}


def _change_row(change: Change, earlier: Report, later: Report) -> Row:
    return {
        "op": change.kind.value,
        "a": earlier.quote(change.earlier) if change.earlier else None,
        "b": later.quote(change.later) if change.later else None,
        "a_line": earlier.line_of(change.earlier.start) if change.earlier else None,
        "b_line": later.line_of(change.later.start) if change.later else None,
        "elsewhere_line": _elsewhere_line(change, earlier, later),
        "ignored": change.ignored,
    }


def _elsewhere_line(change: Change, earlier: Report, later: Report) -> int | None:
    """Return the line on the other side of a stretch that moved between sections."""
    if change.elsewhere is None:
        return None
    return (later if change.earlier else earlier).line_of(change.elsewhere.start)


def _wording_row(change: WordingChange, earlier: Report, later: Report) -> Row:
    return {
        "ladder": change.ladder.value,
        "direction": change.direction.value,
        "a": earlier.quote(change.earlier) or None,
        "b": later.quote(change.later) or None,
    }


def _number_row(change: NumberChange) -> Row:
    a, b = change.earlier, change.later
    known = b or a
    return {
        "indicator": change.indicator,
        "a": number(a.value) if a else None,
        "b": number(b.value) if b else None,
        "unit": (known.unit or None) if known else None,
        "a_unit": (a.unit or None) if a else None,
        "a_op": a.comparison.value if a and a.comparison else None,
        "b_op": b.comparison.value if b and b.comparison else None,
        "value": change.value.value if change.value else None,
        "bound": change.bound.value if change.bound else None,
    }


def diff_rows(diff: ReportDiff, earlier: Report, later: Report, language: str) -> list[Row]:
    """Return one row for each pair of sections, with its changes and its changed figures."""
    return [
        {
            "a": _place(earlier, section.earlier),
            "b": _place(later, section.later),
            "changes": [_change_row(change, earlier, later) for change in section.changes],
            "numbers": [_number_row(change) for change in section.numbers],
            "wordings": [_wording_row(change, earlier, later) for change in section.wordings],
            "reordered": section.crossed,
            "merged": section.merged,
            "sentences": asdict(section.tally),
            "summary": summarise([section]).message.text(language),
        }
        for section in diff.sections
    ]


def topic_rows(
    history: TopicHistory, reports: Sequence[Report], files: Mapping[ReportId, str]
) -> list[Row]:
    """Return one row for each topic, with a cell for each report.

    Args:
        history: The topics.
        reports: The reports in its order.
        files: What each report is called.
    """
    return [
        {
            "heading": thread.heading,
            "cells": [
                None if cell is None else _topic_cell(cell, report, files[report.id])
                for cell, report in zip(thread.cells, reports, strict=True)
            ],
            "merged_into": thread.merged_into,
            "split_from": thread.split_from,
        }
        for thread in history.threads
    ]


def _topic_cell(cell: ThreadCell, report: Report, file: str) -> Row:
    section = None if cell.section is None else report.sections[cell.section]
    return {
        "file": file,
        "year": report.meta.year,
        "region": report.meta.region.name if report.meta.region else None,
        "line": section and report.line_of(section.heading_span.start),
        "heading": section and section.heading,
        "course": cell.course.value,
        "share": cell.share,
        "score": None if cell.score is None else round(cell.score, 4),
        "into": cell.into,
    }


def _evidence_row(
    evidence: Evidence,
    tracking: Tracking,
    reports: Mapping[ReportId, Report],
    files: Mapping[ReportId, str],
    language: str,
) -> Row:
    return {
        "file": files[evidence.report_id],
        **_lines(reports[evidence.report_id], evidence.span),
        "quote": evidence.quote,
        "score": round(evidence.score.value, 4),
        "standing": "evidence" if is_answered(tracking) else "candidate",
        "reason": what_fits(tracking.commitment.statement.quote, evidence).text(language),
    }


def tracking_row(
    tracking: Tracking,
    reports: Mapping[ReportId, Report],
    files: Mapping[ReportId, str],
    language: str,
) -> Row:
    """Return a judged promise as a row.

    Args:
        tracking: The finding.
        reports: Every report that it speaks of.
        files: What each of them is called, for instance its path as it was given.
        language: Language of the sentences.
    """
    commitment = tracking.commitment
    return {
        "commitment": commitment_row(commitment, reports[commitment.statement.report_id]),
        "verdict": tracking.verdict.value,
        "answered": tracking.answered.value,
        "exceeded": tracking.exceeded,
        "restated": tracking.restated,
        "dropped": tracking.dropped,
        "goalposts": [goalpost.value for goalpost in tracking.goalposts],
        "evidence": [
            _evidence_row(e, tracking, reports, files, language) for e in ranked(tracking)
        ],
        "confidence": round(tracking.confidence, 4),
        "reason": tracking.reason.text(language),
    }
