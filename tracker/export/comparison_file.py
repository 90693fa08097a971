"""Two reports side by side as a file: Word with tracked changes, a page, PDF, or data."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tracker.errors import ExportProblem
from tracker.export.files import check_target, replace_file
from tracker.export.formats import unless_stopped
from tracker.export.handout_table import ReadResource
from tracker.export.rows import diff_rows
from tracker.export.to_diff_docx import diff_docx_bytes
from tracker.export.to_diff_html import write_diff_html
from tracker.export.to_diff_pdf import Part, diff_pdf_bytes
from tracker.export.to_json import source_row
from tracker.message import Message
from tracker.model.change import ReportDiff
from tracker.model.report import Report

Pair = tuple[Report, Report]
Writer = Callable[[Sequence[Part], Pair, str, ReadResource], bytes]


def _docx(parts: Sequence[Part], reports: Pair, language: str, resource: ReadResource) -> bytes:
    del resource
    return diff_docx_bytes(_whole(parts, reports), *reports, language)


def _html(parts: Sequence[Part], reports: Pair, language: str, resource: ReadResource) -> bytes:
    whole = _whole(parts, reports)
    return write_diff_html(
        whole, *reports, language, lambda name: resource(name).decode("utf-8")
    ).encode()


def _pdf(parts: Sequence[Part], reports: Pair, language: str, resource: ReadResource) -> bytes:
    return diff_pdf_bytes(parts, *reports, language, resource)


def _json(parts: Sequence[Part], reports: Pair, language: str, resource: ReadResource) -> bytes:
    del resource
    told = {
        "earlier": source_row(reports[0]),
        "later": source_row(reports[1]),
        "parts": [
            {"part": title.text(language), "sections": diff_rows(diff, *reports, language)}
            for title, diff in parts
        ],
    }
    return json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False).encode()


WRITERS: Mapping[str, Writer] = {".docx": _docx, ".html": _html, ".pdf": _pdf, ".json": _json}
"""Who writes which ending."""


def write(
    parts: Sequence[Part],
    reports: Pair,
    path: Path,
    language: str,
    resource: ReadResource,
    should_stop: Callable[[], bool] | None,
) -> None:
    """Write a comparison in the format of the path's ending.

    Raises:
        ExportProblem: Unknown ending, no Chinese font for a PDF, or the file cannot be written.
        Stopped: ``should_stop`` said so; nothing was written.
    """
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        known = ", ".join(ending[1:] for ending in WRITERS)
        raise ExportProblem(
            Message(
                f"对读不能写成 {path.suffix or path.name}，可以用：{known}。",
                f"A comparison cannot be written as {path.suffix or path.name}; possible: {known}.",
            )
        )
    check_target(path)
    made = unless_stopped(lambda: writer(parts, reports, language, resource), should_stop)
    replace_file(path, made)


def _whole(parts: Sequence[Part], reports: Pair) -> ReportDiff:
    """Return all parts as one comparison, in their order."""
    sections = tuple(section for _, diff in parts for section in diff.sections)
    return ReportDiff(reports[0].id, reports[1].id, sections)
