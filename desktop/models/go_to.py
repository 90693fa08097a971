"""What is typed to go to a line or a page: 45, 第45行, p12, 第12页."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.model.report import Report
    from tracker.model.span import Span

_LINE = re.compile(r"(?:l|line|第)?\s*(\d{1,7})\s*行?", re.IGNORECASE)
_PAGE = re.compile(r"(?:p{1,2}\.?|page)\s*(\d{1,7})\s*|第?\s*(\d{1,7})\s*页", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Goal:
    """A line or a page that is wanted, counted from 1 on."""

    number: int
    is_page: bool


def read_goal(typed: str) -> Goal | None:
    """Return what was typed as a line or a page, None where it is neither."""
    text = unicodedata.normalize("NFKC", typed).strip()
    page = _PAGE.fullmatch(text)
    if page is not None:
        return Goal(int(page[1] or page[2]), is_page=True)
    line = _LINE.fullmatch(text)
    return None if line is None else Goal(int(line[1]), is_page=False)


def last_of(report: Report, *, is_page: bool) -> int:
    """Return the number of the last line or page; 0 for the pages of a file that has none."""
    if is_page:
        return max(report.pages, default=0)
    return len(report.line_starts) - report.text.endswith("\n")


def find_goal(report: Report, goal: Goal) -> Span | None:
    """Return the line that is wanted, or the first one of the page; None where there is none.

    A page without a line of its own (a picture) is found at what follows it.
    """
    if not 1 <= goal.number <= last_of(report, is_page=goal.is_page):
        return None
    if not goal.is_page:
        return report.line_span(goal.number)
    lines = enumerate(report.pages, 1)
    return next((report.line_span(n) for n, page in lines if page >= goal.number), None)


def with_words(report: Report, line: Span) -> Span:
    """Return a line itself, or where nothing stands in it the next one that has words.

    Below the last words of a report it is the line that has them.
    """
    number, last = report.line_of(line.start), last_of(report, is_page=False)
    order = (*range(number, last + 1), *range(number - 1, 0, -1))
    lines = (report.line_span(n) for n in order)
    return next((one for one in lines if report.quote(one).strip()), line)
