"""The tracking report as JSON: the rows of ``duizhang track`` with marks and sources."""

import json

from tracker.export.charts import Chart, charts
from tracker.export.handout_table import ReadResource
from tracker.export.rows import Row, alignment_rows, new_row, section_rows, tracking_row
from tracker.export.series_rows import pair_row
from tracker.model.alignment import Alignment
from tracker.model.handout import HandoutOptions, TrackingReport
from tracker.model.kept_decision import MatchDecision
from tracker.model.mark import Mark, MarkEvent
from tracker.model.promise_word import PromiseEdit
from tracker.model.report import Report
from tracker.model.said_event import SaidEvent


def handout_bytes(
    handout: TrackingReport, options: HandoutOptions, resource: ReadResource
) -> bytes:
    """Return the handout as UTF-8 JSON, one promise on a line, with every field there is."""
    del resource
    language = options.language
    reports = {report.id: report for report in handout.reports}
    files = {report.id: report.name for report in handout.reports}
    left_out = () if options.evidence else ("evidence",)
    promises = ",\n".join(
        _dump(
            {
                key: value
                for key, value in tracking_row(row.tracking, reports, files, language).items()
                if key not in left_out
            }
            | {"mark": _mark(row.mark)}
        )
        for row in handout.rows
    )
    sources = ",\n".join(_dump(source_row(report)) for report in handout.reports)
    analysis = ""
    if options.sections:
        made = ",\n".join(_dump(pair_row(pair, reports, files)) for pair in handout.pairs)
        outlines = ",\n".join(_dump(_outline(report)) for report in handout.reports)
        aligned = ",\n".join(
            _dump(row) for one in handout.alignments for row in _aligned(one, handout, language)
        )
        analysis = (
            f'"indicators": [\n{made}\n],\n"outlines": [\n{outlines}\n],\n'
            f'"alignment": [\n{aligned}\n],\n'
        )
    title = _dump(handout.title.text(language))
    audit = ""
    if options.audit:
        events = ",\n".join(_dump(_event(event)) for event in handout.history)
        words = ",\n".join(_dump(_word(event)) for event in handout.words)
        audit = (
            f'"rules": {_dump(handout.findings)},\n"history": [\n{events}\n],\n'
            f'"words": [\n{words}\n],\n'
        )
    figures = ",\n".join(_dump(_chart(chart)) for chart in charts(handout, options))
    told = f'"charts": [\n{figures}\n],\n' if options.charts else ""
    return (
        f'{{"title": {title},\n"version": {_dump(handout.version)},\n{audit}{told}{analysis}'
        f'"sources": [\n{sources}\n],\n"promises": [\n{promises}\n]}}\n'
    ).encode()


def _outline(report: Report) -> Row:
    return {"file": report.name, "sha256": report.id, "sections": section_rows(report)}


def _aligned(alignment: Alignment, handout: TrackingReport, language: str) -> list[Row]:
    """Return the rows of ``duizhang align`` with the two reports and the part before them."""
    earlier, later = handout.report(alignment.earlier), handout.report(alignment.later)
    between: Row = {"earlier": earlier.id, "later": later.id, "part": alignment.part.value}
    rows = alignment_rows(alignment, earlier, later, language)
    return [between | row for row in rows] + [between | new_row(later, n) for n in alignment.new]


def _chart(chart: Chart) -> Row:
    return {
        "title": chart.title,
        "series": [one.name for one in chart.series],
        "lines": [
            {"label": line.label, "values": [_number(value) for value in line.values]}
            for line in chart.lines
        ],
    }


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _event(event: MarkEvent) -> Row:
    return {
        "promise": event.mark.commitment_id,
        "action": event.action.value,
        "verdict": event.mark.verdict.value if event.mark.verdict else None,
        "note": event.mark.note,
        "who": event.user,
        "at": event.at.isoformat(),
    }


def _word(event: SaidEvent) -> Row:
    said = event.said
    about = (
        {"what": "answers" if said.answers else "no_answer", "passage": said.passage.quote}
        if isinstance(said, MatchDecision)
        else {"what": said.act.value, "before": _edit(event.before), "after": _edit(event.after)}
    )
    return {
        "promise": event.commitment_id,
        "action": event.action.value,
        **about,
        "why": said.why,
        "who": event.user,
        "at": event.at.isoformat(),
    }


def _edit(edit: PromiseEdit | None) -> Row | None:
    if edit is None:
        return None
    return {
        "object": edit.object,
        "kind": edit.kind.value if edit.kind else None,
        "due": edit.due,
        "body": edit.body,
        "deadline": edit.deadline,
    }


def source_row(report: Report) -> Row:
    """Return what a reader needs to find the very text again."""
    meta = report.meta
    return {
        "file": report.name,
        "sha256": report.id,
        "title": meta.title or None,
        "region": meta.region.name if meta.region else None,
        "year": meta.year,
        "kind": meta.kind.value,
        "date": meta.date.isoformat() if meta.date else None,
    }


def _mark(mark: Mark | None) -> Row | None:
    if mark is None:
        return None
    return {
        "verdict": mark.verdict.value if mark.verdict else None,
        "who": mark.user,
        "at": mark.at.isoformat(),
        "note": mark.note,
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
