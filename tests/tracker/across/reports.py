"""Small reports of several years and levels."""

from dataclasses import replace

from tests.builders import make_report
from tracker.model.outline import Part, Role
from tracker.model.report import Report


def report_of(year: int, *plan: str, review: str = "") -> Report:
    """Return a report with one line that looks back and some that look forward."""
    text = "\n".join((review or f"{year - 1}年粮食丰收。", *plan))
    report = make_report(text, name=f"{year}.txt", year=year)
    parts = (Part(1, 1, Role.REVIEW), Part(2, len(plan) + 1, Role.PLAN))
    return replace(report, parts=parts, sections=())
