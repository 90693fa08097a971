"""The reports of a library with what they are grouped, sorted and found by; no Qt in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop.jobs import shelf
from desktop.models.query import Query
from desktop.models.words import USUAL, kind_name

if TYPE_CHECKING:
    from tracker.model.ids import ReportId
    from tracker.model.library import RegionStep, ReportEntry
    from tracker.model.report import ReportKind

_LAST = ("~~", "")
"""Comes after every division code: reports of unknown region stand last."""


class RegionOrder(StrEnum):
    """How regions follow each other: by their official codes, or as in a dictionary."""

    OFFICIAL = "official"
    PINYIN = "pinyin"


@dataclass(frozen=True, slots=True)
class YearCell:
    """One year of a region.

    Attributes:
        year: The year.
        entries: Reports of it, work reports first.
        missing: There is none, though the region has earlier and later ones.
    """

    year: int
    entries: tuple[ReportEntry, ...]
    missing: bool


@dataclass(frozen=True, slots=True)
class YearStrip:
    """The years of a region, from the first to the last year of the whole library."""

    cells: tuple[YearCell, ...]

    @property
    def present(self) -> tuple[int, ...]:
        """Years that have a report."""
        return tuple(cell.year for cell in self.cells if cell.entries)

    @property
    def missing(self) -> tuple[int, ...]:
        """Years that are gaps."""
        return tuple(cell.year for cell in self.cells if cell.missing)


def region_key(entry: ReportEntry) -> str:
    """Return what the region of a report is known by: its code, else its name."""
    return entry.region_code or entry.region_name


def place_in_region(entry: ReportEntry) -> tuple[object, ...]:
    """Return what reports of one region are sorted by: the latest first."""
    return -(entry.year or 0), entry.kind != USUAL, entry.kind, entry.name


def latest_first(entries: list[ReportEntry]) -> list[ReportEntry]:
    """Return reports of one region as they stand below it."""
    return entries if len(entries) == 1 else sorted(entries, key=place_in_region)


class Years:
    """The years of all regions of a library; what is shown of one is made when it is asked for."""

    def __init__(self, entries: tuple[ReportEntry, ...] = ()) -> None:
        self._held: dict[str, dict[int, list[ReportEntry]]] = {}
        self._strips: dict[str, YearStrip] = {}
        self.span = range(0)
        """The years of the whole library, that the strips of all regions go through."""
        self.add(entries)

    def add(self, entries: tuple[ReportEntry, ...]) -> None:
        """Take further reports in; those of unknown year or region are in no strip."""
        for entry in entries:
            if not entry.year or not entry.region_name:
                continue
            key = region_key(entry)
            self._held.setdefault(key, {}).setdefault(entry.year, []).append(entry)
            self._strips.pop(key, None)
            if entry.year not in self.span:
                # Strips go from the first to the last year of the whole library.
                ends = (entry.year, *self.span[:1], *self.span[-1:])
                self.span = range(min(ends), max(ends) + 1)
                self._strips.clear()

    def update(self, entry: ReportEntry) -> None:
        """Take over something else that is told of a report."""
        reports = self._held.get(region_key(entry), {}).get(entry.year or 0, [])
        for at, one in enumerate(reports):
            if one.id == entry.id:
                reports[at] = entry
                self._strips.pop(region_key(entry), None)

    def strip(self, key: str) -> YearStrip | None:
        """Return the years of a region, None where no report has any."""
        if key not in self._held:
            return None
        if key not in self._strips:
            self._strips[key] = _strip(self._held[key], self.span)
        return self._strips[key]


def _strip(years: dict[int, list[ReportEntry]], span: range) -> YearStrip:
    """Return the years of one region in a library that goes through ``span``."""
    begin, end = min(years), max(years)
    return YearStrip(
        tuple(
            YearCell(year, tuple(latest_first(years[year])), missing=False)
            if year in years
            else YearCell(year, (), missing=begin < year < end)
            for year in span
        )
    )


def find(entries: tuple[ReportEntry, ...], query: Query) -> tuple[ReportEntry, ...]:
    """Return the reports that a query finds."""
    if not query:
        return entries
    kinds = {kind: kind_name(kind).lower() for kind in {entry.kind for entry in entries}}
    return tuple(e for e in entries if query.finds(*shelf.keys(e), kinds[e.kind]))


@lru_cache(20_000)
def _official(steps: tuple[RegionStep, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(step.order for step in steps) or (_LAST,)


def official_key(entry: ReportEntry) -> tuple[tuple[str, str], ...]:
    """Return what reports are sorted by in the official order of their regions."""
    return _official(shelf.steps(entry))


@lru_cache(20_000)
def _by_pinyin(steps: tuple[RegionStep, ...]) -> tuple[tuple[object, ...], ...]:
    return tuple((0, shelf.reading(step.name), step.order) for step in steps) or ((1,),)


def pinyin_key(entry: ReportEntry) -> tuple[tuple[object, ...], ...]:
    """Return what reports are sorted by where their regions stand as in a dictionary."""
    return _by_pinyin(shelf.steps(entry))


def marked_share(entry: ReportEntry) -> float:
    """Return how much of a report's promises is marked (0 to 1); -1 where nobody counted them."""
    return entry.n_marked / entry.n_commitments if entry.n_commitments else -1.0


class Twins:
    """Which reports share region, year and kind with another: only their names tell them apart."""

    def __init__(self, entries: tuple[ReportEntry, ...] = ()) -> None:
        self._alone: dict[tuple[str, int | None, ReportKind], ReportId] = {}
        self._found: set[ReportId] = set()
        self.add(entries)

    def __contains__(self, report: object) -> bool:
        return report in self._found

    def add(self, entries: tuple[ReportEntry, ...]) -> tuple[ReportId, ...]:
        """Take further reports in; return those that were there and have a twin now."""
        met = []
        for entry in entries:
            first = self._alone.setdefault((region_key(entry), entry.year, entry.kind), entry.id)
            if first != entry.id:
                if first not in self._found:
                    met.append(first)
                self._found |= {first, entry.id}
        return tuple(met)
