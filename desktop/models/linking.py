"""Sections that a person may link or take apart, and how they are called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.jobs.catalog import Comparison
    from tracker.model.alignment import AlignmentPart, HandWords
    from tracker.model.report import Report

_LONGEST_NAME = 20
"""Characters of a heading that are told; two of them fit into the status line."""


def section_name(report: Report, section: int) -> str:
    """Return how a section is called: number and heading, cut where they are long."""
    found = report.sections[section]
    name = f"{found.number}{found.heading}".replace("\n", "").rstrip("。：；")
    return f"“{name[: _LONGEST_NAME - 1]}…”" if len(name) > _LONGEST_NAME else f"“{name}”"


def pair_name(comparison: Comparison, earlier: int, later: int) -> str:
    """Return how two sections are called together."""
    left, right = comparison.earlier, comparison.later
    return f"{section_name(left, earlier)} ↔ {section_name(right, later)}"


def is_row(comparison: Comparison, earlier: int) -> bool:
    """Tell whether counterparts of a section are looked for."""
    return any(row.section == earlier for part in comparison.parts for row in part.alignment.rows)


def is_column(comparison: Comparison, later: int) -> bool:
    """Tell whether a later section can be somebody's counterpart."""
    return any(
        later in part.alignment.new
        or any(later == link.section for row in part.alignment.rows for link in row.links)
        for part in comparison.parts
    )


@dataclass(frozen=True, slots=True)
class SectionPart:
    """The part in which a section is set beside others, and whether it has no counterpart."""

    part: AlignmentPart
    is_alone: bool


def part_of(comparison: Comparison, section: int, *, later: bool) -> SectionPart | None:
    """Return the part in which a section is set beside those of the other report, or None."""
    for one in comparison.parts:
        rows = one.alignment.rows
        linked = {link.section for row in rows for link in row.links}
        if later and (section in linked or section in one.alignment.new):
            return SectionPart(one.alignment.part, section in one.alignment.new)
        row = next((row for row in rows if row.section == section), None)
        if not later and row is not None:
            return SectionPart(one.alignment.part, not row.links)
    return None


def can_link(comparison: Comparison, earlier: int, later: int) -> bool:
    """Tell whether two sections stand in parts that are compared with each other."""
    return any(
        any(row.section == earlier for row in part.alignment.rows)
        and (
            later in part.alignment.new
            or any(later == link.section for row in part.alignment.rows for link in row.links)
        )
        for part in comparison.parts
    )


def has_top_part(comparison: Comparison, earlier: int, later: int) -> bool:
    """Tell whether one of two sections is a top part: those belong together by their kind."""
    tops = (
        comparison.earlier.sections[earlier].parent is None and not is_row(comparison, earlier),
        comparison.later.sections[later].parent is None and not is_column(comparison, later),
    )
    return any(tops)


def linked_pair(comparison: Comparison, earlier: int, later: int) -> tuple[int, int] | None:
    """Return the two sections that are linked where the cursors stand, or None.

    Where a section inside the counterpart is meant, the counterpart is what is linked.
    """
    links = {
        (row.section, link.section)
        for part in comparison.parts
        for row in part.alignment.rows
        for link in row.links
    }
    near = [(earlier, above) for above in _upwards(comparison.later, later)]
    near += [(above, later) for above in _upwards(comparison.earlier, earlier)]
    return next((pair for pair in near if pair in links), None)


def _upwards(report: Report, section: int) -> Iterator[int]:
    at: int | None = section
    while at is not None:
        yield at
        at = report.sections[at].parent


def changed_names(comparison: Comparison, before: HandWords, after: HandWords) -> Message | None:
    """Return the names of the sections of which something else is said, or None."""
    for one, other in ((before.together, after.together), (before.apart, after.apart)):
        for pair in sorted(one ^ other)[:1]:
            name = pair_name(comparison, *pair)
            return Message(name, name)
    sides = (
        (comparison.earlier, before.alone ^ after.alone),
        (comparison.later, before.new ^ after.new),
    )
    for report, sections in sides:
        for section in sorted(sections)[:1]:
            name = section_name(report, section)
            return Message(name, name)
    return None
