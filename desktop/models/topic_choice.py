"""Which reports topics are followed through: the years of a region, or the regions of a year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.jobs import shelf
from desktop.models.shelf import official_key, region_key
from desktop.models.words import USUAL, labelled, short_region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry

MOST_REGIONS = 40
"""Regions of one year that are set beside each other at once; nobody reads more columns."""


@dataclass(frozen=True, slots=True)
class Family:
    """Reports that topics can be followed through.

    Attributes:
        key: What it is known by while reports come and go.
        name: What it is called.
        entries: Its reports, in order; two or more.
        one_year: They are of one year.
        spelled: How the region is said that they lie in, as a key to look through.
    """

    key: str
    name: str
    entries: tuple[ReportEntry, ...]
    one_year: bool
    spelled: str = ""

    @property
    def ids(self) -> tuple[ReportId, ...]:
        """Return which reports these are."""
        return tuple(entry.id for entry in self.entries)


def families(entries: Iterable[ReportEntry]) -> tuple[Family, ...]:
    """Return all ways to follow topics: regions by their official order, then years, last first."""
    usual = [e for e in entries if e.kind == USUAL and e.year and region_key(e)]
    return (*_of_regions(usual), *_of_years(usual))


def _of_regions(entries: list[ReportEntry]) -> list[Family]:
    found = []
    for key, group in groupby(sorted(entries, key=_by_region), key=region_key):
        years = {entry.year: entry for entry in group}  # of two reports of a year one will do
        if len(years) > 1:
            held = tuple(years.values())
            name = short_region(held[-1].region_name)
            spelled = shelf.keys(held[-1])[1]
            found.append(Family(f"region {key}", name, held, one_year=False, spelled=spelled))
    return found


def _of_years(entries: list[ReportEntry]) -> list[Family]:
    """Return for every year its regions: all of them if they are few, and those of one parent."""
    found = []
    in_order = sorted(entries, key=lambda e: (-(e.year or 0), *_by_region(e)))
    for year, group in groupby(in_order, key=lambda e: e.year):
        regions = {region_key(entry): entry for entry in group}
        if 1 < len(regions) <= MOST_REGIONS:
            name = QCoreApplication.translate("TopicChoice", "{0}: all regions").format(year)
            found.append(Family(f"year {year}", name, tuple(regions.values()), one_year=True))
        siblings: dict[str, list[ReportEntry]] = {}
        for entry in regions.values():
            siblings.setdefault(_parent(entry), []).append(entry)
        found += [
            Family(
                f"year {year} {parent}",
                labelled(year, _of_parent(held[0])),
                tuple(held[:MOST_REGIONS]),
                one_year=True,
                spelled=_sound_of_parent(held[0]),
            )
            for parent, held in siblings.items()
            if 1 < len(held) < len(regions)
        ]
    return found


def _by_region(entry: ReportEntry) -> tuple[object, ...]:
    return (official_key(entry), region_key(entry), entry.year or 0, entry.name)


def _parent(entry: ReportEntry) -> str:
    """Return the code of the division that a region lies in, "" for provinces and the country."""
    above = shelf.steps(entry)[:-1]
    return above[-1].code or above[-1].name if above else ""


def _of_parent(entry: ReportEntry) -> str:
    """Return what the regions beside a region are called together."""
    above = shelf.steps(entry)[:-1]
    if not above:
        return QCoreApplication.translate("TopicChoice", "provinces")
    return QCoreApplication.translate("TopicChoice", "within {0}").format(above[-1].name)


def _sound_of_parent(entry: ReportEntry) -> str:
    above = shelf.steps(entry)[:-1]
    return shelf.sound(above[-1].name, above[-1].code) if above else ""


def largest(found: Iterable[Family]) -> Family | None:
    """Return the region with most years; regions of a year only where no region has two."""
    return max(found, key=lambda one: (not one.one_year, len(one.entries)), default=None)


def family_of(found: Iterable[Family], report: ReportId) -> Family | None:
    """Return the family to follow a topic of a report through: its years, else its neighbours."""
    return next((one for one in found if report in one.ids), None)


class FamilyChoice:
    """Which reports topics are followed through now, out of those that the library offers."""

    def __init__(self) -> None:
        self.offered: tuple[Family, ...] = ()
        self.chosen: Family | None = None
        self._preferred = ""
        self._told: tuple[object, ...] = ()

    def key(self) -> str:
        """Return what is chosen, or shall be once it is offered; "" for nothing."""
        return self.chosen.key if self.chosen else self._preferred

    def prefer(self, key: str) -> None:
        """Choose anew among what will be offered: first of all these."""
        self._preferred, self.chosen, self._told = key, None, ()

    def forget(self) -> None:
        """Let go of what was chosen: another workspace is open."""
        self.chosen, self._told = None, ()

    def take(self, entries: Iterable[ReportEntry]) -> bool:
        """Take over the library; return True where other reports may be offered now."""
        held = tuple(entries)
        told = tuple((e.id, e.region_code, e.region_name, e.year, e.kind) for e in held)
        if told == self._told:
            return False
        self._told = told
        self.offer(held)
        return True

    def offer(self, entries: Iterable[ReportEntry]) -> None:
        """Offer what there is, named in the language of the interface."""
        self.offered = families(entries)
        self.chosen = self._named(self.key()) or largest(self.offered)

    def _named(self, key: str) -> Family | None:
        return next((one for one in self.offered if one.key == key), None)

    def choose(self, key: str) -> bool:
        """Choose by key; return False where it is not offered."""
        found = self._named(key)
        self.chosen = found or self.chosen
        return found is not None

    def choose_for(self, report: ReportId) -> bool:
        """Choose what a report belongs to, where that is not chosen already; False for nothing."""
        if self.chosen is None or report not in self.chosen.ids:
            found = family_of(self.offered, report)
            self.chosen = found or self.chosen
            return found is not None
        return True
