"""Which passage a reader means who selected nothing: the paragraph at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.model.span import Span

if TYPE_CHECKING:
    from tracker.model.report import Report


def paragraph_at(report: Report, position: int) -> Span | None:
    """Return the paragraph at a position, whole where a page break cuts it in two.

    Between two paragraphs the next one is meant, after the last one that; None without any text.
    """
    first = _with_words(report, report.line_of(max(0, min(position, len(report.text)))))
    if first is None:
        return None
    last = first
    for start, end in sorted(report.broken):
        if start <= last and first <= end:
            first, last = min(first, start), max(last, end)
    start, end = report.line_span(first).start, report.line_span(last).end
    words = report.text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))


def _with_words(report: Report, line: int) -> int | None:
    """Return the first line from this one on that is not empty, else the last one before it."""
    numbers: list[int] = [*range(line, len(report.line_starts) + 1), *range(line - 1, 0, -1)]
    for number in numbers:
        if report.quote(report.line_span(number)).strip():
            return number
    return None
