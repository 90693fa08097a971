"""What the library is sorted and found by: where its regions lie and how its names are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.model.library import RegionStep, ReportEntry


_LONGEST = 60
"""Characters of a title that are spelled: a title can be as long as a hostile file wants."""


def prepare(entries: tuple[ReportEntry, ...]) -> None:
    """Work out off the GUI thread what the library will ask of these reports."""
    for entry in entries:
        spelled((*spoken_names(entry), way_down(entry)))


def steps(entry: ReportEntry) -> tuple[RegionStep, ...]:
    """Return the way from the province down to the region of a report."""
    from tracker.workspace.places import region_steps  # noqa: PLC0415 - behind the first frame

    return region_steps(entry.region_name, entry.region_code)


def reading(name: str) -> tuple[str, ...]:
    """Return the syllables of a name with their tones: what Chinese names are sorted by."""
    from tracker.workspace.places import reading as read  # noqa: PLC0415 - behind the first frame

    return read(name)


def spoken_names(entry: ReportEntry) -> tuple[str, ...]:
    """Return the names that a report is looked for by: its regions', else its own."""
    if not entry.region_name:
        return (entry.title[:_LONGEST], entry.name[:_LONGEST])
    return tuple(step.name for step in steps(entry))


def way_down(entry: ReportEntry) -> str:
    """Return the way down to the region of a report in everyday names (江苏苏州)."""
    from tracker.workspace.places import short_way  # noqa: PLC0415 - behind the first frame

    return short_way(entry.region_name, entry.region_code)


def spelled(names: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """Return every spelling of names, in syllables without tones."""
    from tracker.workspace.places import spellings  # noqa: PLC0415 - behind the first frame

    return tuple(one for name in names if name for one in spellings(name))
