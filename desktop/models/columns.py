"""Which reports stand side by side after a click, a step of a year, one more column."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.notice import Notice, Tone
from desktop.side_by_side import MOST_COLUMNS
from tracker.message import Message

if TYPE_CHECKING:
    from tracker.model.library import ReportEntry


def in_order(chosen: tuple[ReportEntry, ...]) -> tuple[ReportEntry, ...]:
    """Return reports as they were chosen; those of one region by year."""
    if all(_same(one, chosen[0]) and one.year for one in chosen):
        return tuple(sorted(chosen, key=lambda one: one.year or 0))
    return chosen


def first_pair(entries: tuple[ReportEntry, ...]) -> tuple[ReportEntry, ...]:
    """Return the latest two reports of one region and kind that follow each other, or none."""
    dated = sorted(
        (e for e in entries if e.year and e.region_code),
        key=lambda e: (e.region_code, e.kind.value, e.year or 0),
    )
    pairs = [both for both in pairwise(dated) if _follows(both[1], both[0])]
    return next((both for both in reversed(pairs) if _same(both[0], pairs[0][0])), ())


def with_clicked(
    clicked: ReportEntry, shown: tuple[ReportEntry, ...], entries: tuple[ReportEntry, ...]
) -> tuple[ReportEntry, ...]:
    """Return the columns after a click on a report; there are as many as before, if they can be.

    A report that is shown already stays where it is. Beside reports of its region and kind it
    takes the place of the one that is nearest in time; in another region its neighbours in time
    come along.

    Args:
        clicked: The report that was clicked.
        shown: The columns as they are.
        entries: The library.
    """
    if clicked.id in {one.id for one in shown}:
        return shown
    if len(shown) > 1 and clicked.year and all(_same(clicked, one) for one in shown):
        far = [abs((one.year or 0) - (clicked.year or 0)) for one in shown]
        nearest = far.index(min(far))
        kept = tuple(one for n, one in enumerate(shown) if n != nearest)
        return in_order((*kept, clicked))
    series = _series(clicked, entries)
    wanted = min(max(2, len(shown)), len(series))
    if wanted < 2:
        return (clicked, *shown[1:])
    first = min(series.index(clicked), len(series) - wanted)
    return tuple(series[first : first + wanted])


def beside(entry: ReportEntry, by: int, entries: tuple[ReportEntry, ...]) -> ReportEntry | None:
    """Return the report of the same region and kind that comes next, or with -1 the one before."""
    series = _series(entry, entries)
    if entry not in series:
        return None
    years = [one for one in series[:: 1 if by > 0 else -1] if one.year != entry.year]
    on = [one for one in years if ((one.year or 0) > (entry.year or 0)) is (by > 0)]
    return on[0] if on else None


def step_of(
    place: int,
    by: int,
    shown: tuple[ReportEntry, ...],
    entries: tuple[ReportEntry, ...],
) -> ReportEntry | None:
    """Return what a column shows a step on, or None; what another column shows is no step."""
    found = beside(shown[place], by, entries)
    return None if found in shown else found


def stepped(
    shown: tuple[ReportEntry, ...], by: int, entries: tuple[ReportEntry, ...]
) -> tuple[ReportEntry, ...]:
    """Return all columns a step on, or () where the library lacks one of them."""
    found = tuple(beside(one, by, entries) for one in shown)
    return tuple(one for one in found if one is not None) if all(found) else ()


def one_more(
    shown: tuple[ReportEntry, ...], entries: tuple[ReportEntry, ...]
) -> tuple[ReportEntry, ...]:
    """Return the columns with one more, or as they are where there is none or no room.

    The next one in time of the region at the right, else the one before those at the left, else
    the next report of the library that is not shown.
    """
    known = {one.id for one in shown}
    left = [entry for entry in entries if entry.id not in known]
    if not left or len(shown) >= MOST_COLUMNS:
        return shown
    if shown:
        after = [one for one in _series(shown[-1], entries) if _follows(one, shown[-1])]
        before = [one for one in _series(shown[0], entries) if _follows(shown[0], one)]
        if after and after[0].id not in known:
            return (*shown, after[0])
        if before and before[-1].id not in known:
            return (before[-1], *shown)
    return (*shown, left[0])


def _series(entry: ReportEntry, entries: tuple[ReportEntry, ...]) -> list[ReportEntry]:
    """Return the dated reports of a region and kind by year."""
    found = (one for one in entries if one.year and _same(one, entry))
    return sorted(found, key=lambda one: one.year or 0)


def _same(one: ReportEntry, other: ReportEntry) -> bool:
    """Tell whether two reports are of one region and kind."""
    return bool(one.region_code) and (one.region_code, one.kind) == (other.region_code, other.kind)


def _follows(one: ReportEntry, other: ReportEntry) -> bool:
    """Tell whether a report is a later one of the same region and kind."""
    return _same(one, other) and (one.year or 0) > (other.year or 0) > 0


def no_further(by: int) -> Notice:
    """Say that the library has no year that could be shown instead, for whoever uses keys."""
    later = Message("报告库中没有可换的下一年。", "The library has no later year to show.")
    earlier = Message("报告库中没有可换的上一年。", "The library has no earlier year to show.")
    return Notice(Tone.WARNING, later if by > 0 else earlier, passing=True)
