"""Which two reports stand side by side after a click in the library."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.model.library import ReportEntry


def in_order(first: ReportEntry, second: ReportEntry) -> tuple[ReportEntry, ReportEntry]:
    """Return two reports as they were chosen; those of one region by year."""
    return (second, first) if _follows(first, second) else (first, second)


def first_pair(entries: tuple[ReportEntry, ...]) -> tuple[ReportEntry, ReportEntry] | None:
    """Return two reports of one region and kind that follow each other, if there are any."""
    dated = sorted(
        (e for e in entries if e.year and e.region_code),
        key=lambda e: (e.region_code, e.kind.value, e.year or 0),
    )
    return next((both for both in pairwise(dated) if _follows(both[1], both[0])), None)


def with_clicked(
    clicked: ReportEntry,
    shown: tuple[ReportEntry | None, ReportEntry | None],
    entries: tuple[ReportEntry, ...],
) -> tuple[ReportEntry | None, ReportEntry | None]:
    """Return left and right after a click on a report.

    A report that is shown already stays where it is. Beside reports of its region and kind it
    takes the side its year belongs to; in another region its neighbour in time comes along.

    Args:
        clicked: The report that was clicked.
        shown: Left and right as they are; None where nothing is chosen.
        entries: The library.
    """
    left, right = shown
    if clicked.id in {one.id for one in shown if one is not None}:
        return shown
    if left is not None and right is not None and _same(clicked, left) and _same(clicked, right):
        return (left, clicked) if _follows(clicked, right) else (clicked, right)
    after = [one for one in entries if _follows(one, clicked)]
    if after:
        return clicked, min(after, key=lambda one: one.year or 0)
    before = [one for one in entries if _follows(clicked, one)]
    if before:
        return max(before, key=lambda one: one.year or 0), clicked
    return clicked, right


def _same(one: ReportEntry, other: ReportEntry) -> bool:
    """Tell whether two reports are of one region and kind."""
    return bool(one.region_code) and (one.region_code, one.kind) == (other.region_code, other.kind)


def _follows(one: ReportEntry, other: ReportEntry) -> bool:
    """Tell whether a report is a later one of the same region and kind."""
    return _same(one, other) and (one.year or 0) > (other.year or 0) > 0
