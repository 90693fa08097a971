"""The reports of a library with what they are grouped, sorted and found by; no Qt in it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
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


@dataclass(eq=False, slots=True)
class Node:
    """A region or a report in the tree.

    Attributes:
        number: Place in the list of all nodes.
        parent: Number of the region above, -1 at the top.
        row: Place below the region above.
        name: What a region is called; a region that holds one region only is joined with it.
        key: What a region is known by while reports come and go.
        order: What regions of one parent are sorted by.
        entry: The report, None for a region.
        children: What is below: reports first, latest first, then regions.
        region: Key of the region whose own reports stand below, "" where there are none.
        n_reports: Reports below, at any depth.
    """

    number: int = -1
    parent: int = -1
    row: int = 0
    name: str = ""
    key: str = ""
    order: tuple[object, ...] = ()
    entry: ReportEntry | None = None
    children: list[Node] = field(default_factory=list)
    region: str = ""
    n_reports: int = 0


def region_key(entry: ReportEntry) -> str:
    """Return what the region of a report is known by: its code, else its name."""
    return entry.region_code or entry.region_name


def latest_first(entries: list[ReportEntry]) -> list[ReportEntry]:
    """Return reports of one region as they stand below it."""
    if len(entries) == 1:
        return entries
    return sorted(entries, key=lambda e: (-(e.year or 0), e.kind != USUAL, e.kind, e.name))


def grow(hits: tuple[ReportEntry, ...], order: RegionOrder) -> list[Node]:
    """Return the top of the tree of these reports; numbers and rows are not given yet."""
    top = Node()
    regions: dict[str, Node] = {"": top}
    found: dict[Node, list[ReportEntry]] = {}
    for entry in hits:
        found.setdefault(_region_of(entry, regions, order), []).append(entry)
    for node, entries in found.items():
        reports = latest_first(entries)
        node.region = region_key(reports[0])
        # A place that was renamed goes by its name of today.
        node.name = shelf.steps(reports[0])[-1].name if reports[0].region_name else ""
        node.children[:0] = [Node(entry=entry, name=entry.id, n_reports=1) for entry in reports]
    _finish(top)
    return top.children


def _region_of(entry: ReportEntry, regions: dict[str, Node], order: RegionOrder) -> Node:
    path = ""
    above = regions[""]
    for step in shelf.steps(entry) or (None,):
        path = f"{path}/{(step.code or step.name) if step else ''}"
        node = regions.get(path)
        if node is None:
            node = Node(name=step.name if step else "", key=path, order=_order(step, order))
            regions[path] = node
            above.children.append(node)
        above = node
    return above


def _order(step: RegionStep | None, order: RegionOrder) -> tuple[object, ...]:
    if step is None:
        return (1,)
    return (0, shelf.reading(step.name) if order is RegionOrder.PINYIN else step.order)


def _finish(node: Node) -> None:
    """Sort what is below, count it, and join regions that hold nothing but one region."""
    reports = [one for one in node.children if one.entry is not None]
    below = sorted((one for one in node.children if one.entry is None), key=lambda one: one.order)
    for one in below:
        _finish(one)
    node.children = reports + below
    node.n_reports = sum(one.n_reports for one in node.children)
    if node.key and len(node.children) == 1 and below:
        only = below[0]
        node.name += only.name
        node.key, node.children, node.region = only.key, only.children, only.region


def strips(entries: tuple[ReportEntry, ...]) -> dict[str, YearStrip]:
    """Return the years of every region by its key; reports of unknown year are in none."""
    held: dict[str, dict[int, list[ReportEntry]]] = {}
    for entry in entries:
        if entry.year and entry.region_name:
            held.setdefault(region_key(entry), {}).setdefault(entry.year, []).append(entry)
    if not held:
        return {}
    first = min(min(years) for years in held.values())
    last = max(max(years) for years in held.values())
    return {key: _strip(years, first, last) for key, years in held.items()}


def _strip(years: dict[int, list[ReportEntry]], first: int, last: int) -> YearStrip:
    """Return the years of one region in a library that goes from ``first`` to ``last``."""
    begin, end = min(years), max(years)
    return YearStrip(
        tuple(
            YearCell(year, tuple(latest_first(years[year])), missing=False)
            if year in years
            else YearCell(year, (), missing=begin < year < end)
            for year in range(first, last + 1)
        )
    )


def with_entry(strip: YearStrip, entry: ReportEntry) -> YearStrip:
    """Return the years of a region with something else told of one of their reports."""
    return YearStrip(
        tuple(
            replace(cell, entries=tuple(entry if e.id == entry.id else e for e in cell.entries))
            if cell.year == entry.year
            else cell
            for cell in strip.cells
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


def twins(entries: tuple[ReportEntry, ...]) -> frozenset[ReportId]:
    """Return the reports that share region, year and kind; only their names tell them apart."""
    found: dict[tuple[str, int | None, ReportKind], list[ReportId]] = {}
    for entry in entries:
        found.setdefault((region_key(entry), entry.year, entry.kind), []).append(entry.id)
    return frozenset(one for same in found.values() if len(same) > 1 for one in same)
