"""Whose indicators are looked at: a region through its years, or the regions of a year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from desktop.jobs import shelf
from desktop.models.shelf import official_key, region_key
from desktop.models.topic_choice import families
from desktop.models.words import short_region
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry

_BEFORE, _AFTER = 1, 2
"""Years round a year whose reports tell of it: the goal before, the results after."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Reports whose indicators stand in one table.

    Attributes:
        key: What it is known by while reports come and go.
        name: What it is called.
        ids: Its reports.
        year: The year that regions are compared in; None for the years of one region.
        years: How many years of reports there are, or how many regions.
        spelled: How the region is said that they lie in, as a key to look through.
    """

    key: str
    name: str
    ids: tuple[ReportId, ...]
    year: int | None
    years: int
    spelled: str = ""


def scopes(entries: Iterable[ReportEntry]) -> tuple[Scope, ...]:
    """Return all tables there can be: regions by their official order, then years, last first."""
    known = [e for e in entries if e.kind is not ReportKind.OTHER and e.year and region_key(e)]
    found = []
    for key, group in groupby(sorted(known, key=_by_region), key=region_key):
        held = tuple(group)
        name = short_region(held[-1].region_name)
        ids = tuple(entry.id for entry in held)
        years, spelled = len({e.year for e in held}), shelf.keys(held[-1])[1]
        found.append(Scope(f"region {key}", name, ids, None, years, spelled))
    for family in families(known):
        year = family.entries[0].year
        if family.one_year and year is not None:
            regions = {region_key(entry) for entry in family.entries}
            near = range(year - _BEFORE, year + _AFTER + 1)
            told = (e.id for e in known if region_key(e) in regions and e.year in near)
            found.append(
                Scope(family.key, family.name, tuple(told), year, len(regions), family.spelled)
            )
    return tuple(found)


def _by_region(entry: ReportEntry) -> tuple[object, ...]:
    return (official_key(entry), region_key(entry), entry.year or 0, entry.name)


def widest(found: Iterable[Scope]) -> Scope | None:
    """Return the region with most years; regions of a year only where there is no region."""
    return max(found, key=lambda one: (one.year is None, one.years, len(one.ids)), default=None)


def scope_of(found: Iterable[Scope], report: ReportId) -> Scope | None:
    """Return the table that a report belongs to: that of its region."""
    return next((one for one in found if report in one.ids), None)
