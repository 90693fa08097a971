"""What the library is sorted and found by: where its regions lie and how its names are read.

All of it is kept once it is worked out. ``prepare`` does so off the GUI thread, which then looks
up what it needs.
"""

from __future__ import annotations

import unicodedata
from bisect import insort
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.model.ids import ReportId
    from tracker.model.library import RegionStep, ReportEntry

_REMEMBERED = 20_000
"""Reports and names that are kept in mind: more than one desk holds."""
_LONGEST = 60
"""Characters of a title that are spelled: a title can be as long as a hostile file wants."""
FIRST, NEXT, ON = "\x01", "\x02", "\x03"
"""Begin the first syllable of a name in a key, each further one, and one of several names that
are said in one breath (江苏苏州)."""


def prepare(entries: tuple[ReportEntry, ...]) -> None:
    """Work out off the GUI thread what the library will ask of these reports."""
    for entry in entries:
        steps(entry)
        keys(entry)


def with_new(
    entries: tuple[ReportEntry, ...], coming: tuple[ReportEntry, ...]
) -> tuple[tuple[ReportEntry, ...], tuple[ReportEntry, ...]]:
    """Return the lines of a library with those that came in, in their places, and what is new."""
    known = {entry.id for entry in entries}
    new = tuple(entry for entry in coming if entry.id not in known)
    merged = list(entries)
    for entry in new:
        insort(merged, entry, key=attrgetter("place"))
    return tuple(merged), new


def told_by_head(entries: tuple[ReportEntry, ...]) -> dict[ReportId, tuple[object, ...]]:
    """Return what is known of reports by their heads: all that a person can set right."""
    return {e.id: (e.title, e.region_code, e.region_name, e.year, e.kind) for e in entries}


def steps(entry: ReportEntry) -> tuple[RegionStep, ...]:
    """Return the way from the province down to the region of a report."""
    return _steps(entry.region_name, entry.region_code)


@lru_cache(_REMEMBERED)
def _steps(name: str, code: str) -> tuple[RegionStep, ...]:
    from tracker.workspace.places import region_steps  # noqa: PLC0415 - behind the first frame

    return region_steps(name, code)


@lru_cache(_REMEMBERED)
def reading(name: str) -> tuple[str, ...]:
    """Return the syllables of a name with their tones: what Chinese names are sorted by."""
    from tracker.workspace.places import reading as read  # noqa: PLC0415 - behind the first frame

    return read(name)


def keys(entry: ReportEntry) -> tuple[str, str]:
    """Return what a report is found by: its words, and how its regions are spelled.

    A report of unknown region goes by its title.
    """
    region, code = entry.region_name, entry.region_code
    title, name = entry.title, entry.name
    spoken = "" if region else title[:_LONGEST]
    return _plain_key(region, code, entry.year, title, name), _spelled_key(region, code, spoken)


@lru_cache(_REMEMBERED)
def _plain_key(region: str, code: str, year: int | None, title: str, name: str) -> str:
    from tracker.workspace.places import short_way  # noqa: PLC0415 - behind the first frame

    words = (region, short_way(region, code), str(year or ""), title, name)
    return unicodedata.normalize("NFKC", "\n".join(words)).lower()


@lru_cache(_REMEMBERED)
def _spelled_key(region: str, code: str, title: str) -> str:
    from tracker.workspace.places import short_way, spellings  # noqa: PLC0415 - as above

    names = [step.name for step in _steps(region, code)] or [title]
    return spelled_key(
        (said for name in names for said in spellings(name)), spellings(short_way(region, code))
    )


def sound(name: str, code: str) -> str:
    """Return how a region and those above it are said, as a key to look through."""
    return _spelled_key(name, code, "")


def spelled_key(names: Iterable[tuple[str, ...]], together: Iterable[tuple[str, ...]] = ()) -> str:
    """Return names in syllables as a key to look through, one line for each.

    Args:
        names: Single names; what is typed may begin inside of one.
        together: Names said in one breath; what is typed must begin with the first: 苏镇 in
            江苏镇江 is no name.
    """
    lines = [FIRST + NEXT.join(said) for said in names]
    lines += [FIRST + ON.join(said) for said in together]
    return "\n".join(lines).lower()
