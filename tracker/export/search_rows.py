"""Hits of a search (检索命中) as rows."""

from collections.abc import Iterable

from tracker.export.rows import Row
from tracker.model.library import ReportEntry
from tracker.model.report import Report
from tracker.model.search import Hit


def hit_row(hit: Hit, report: Report, file: str) -> Row:
    """Return a hit as a row; ``matches`` are the words that were found, verbatim."""
    region = report.meta.region
    return {
        "file": file,
        "line": hit.line,
        "end_line": hit.end_line,
        **({"page": hit.page} if report.pages else {}),
        "quote": hit.quote,
        "section": hit.section or None,
        "role": hit.role.value,
        "region": region.name if region else None,
        "year": report.meta.year,
        "matches": [report.quote(match) for match in hit.matches],
    }


def kept_hit_row(hit: Hit, entry: ReportEntry) -> Row:
    """Return the same of a report of a library, by its line there."""
    return {
        "file": entry.name,
        "line": hit.line,
        "end_line": hit.end_line,
        **({} if hit.page is None else {"page": hit.page}),
        "quote": hit.quote,
        "section": hit.section or None,
        "role": hit.role.value,
        "region": entry.region_name or None,
        "year": entry.year,
        "matches": [hit.around(match)[1] for match in hit.matches],
    }


def flat_hits(rows: Iterable[Row]) -> Iterable[Row]:
    """Yield hits for a flat format: what was found as one text."""
    for row in rows:
        found = row["matches"]
        words = found if isinstance(found, list) else []
        yield {**row, "matches": "; ".join(map(str, words))}
