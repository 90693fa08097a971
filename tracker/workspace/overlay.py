"""People's corrections laid over what the program found; the findings stay as they are."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.message import Message
from tracker.model.alignment import (
    NOTHING_SAID,
    Alignment,
    AlignmentRow,
    HandWords,
    LinkKind,
    SectionLink,
)
from tracker.model.library import HandLink, HandLinkKind, MetadataCorrection, RoleCorrection
from tracker.model.outline import Part, Role
from tracker.model.report import Report
from tracker.model.score import Score
from tracker.workspace.anchoring import section_at

BY_HAND = Score(1.0, (), Message("人工对齐。", "Linked by hand."))
"""Score of a link that a person made."""


def corrected(report: Report, said: MetadataCorrection, roles: Sequence[RoleCorrection]) -> Report:
    """Return a report with people's corrections in place of the reader's guesses."""
    found = replace(report, meta=replace(report.meta, **said.given()))
    for correction in roles:
        found = _with_role(found, correction)
    return found


def _with_role(report: Report, correction: RoleCorrection) -> Report:
    section = section_at(report, correction.heading)
    if section is None:
        return report
    sections = tuple(
        replace(s, role=correction.role) if section.span.contains(s.span) else s
        for s in report.sections
    )
    first, last = report.lines_of(section.span)
    parts = _overlaid(report.parts, first, last, correction.role)
    return replace(report, sections=sections, parts=parts)


def _overlaid(parts: Sequence[Part], first: int, last: int, role: Role) -> tuple[Part, ...]:
    """Return parts in which the lines ``first`` to ``last`` have one role."""
    found: list[Part] = []
    for part in parts:
        if part.first_line < first:
            found.append(replace(part, last_line=min(part.last_line, first - 1)))
        if part.last_line > last:
            found.append(replace(part, first_line=max(part.first_line, last + 1)))
    found.append(Part(first, last, role))
    return tuple(sorted(found, key=lambda part: part.first_line))


def relinked(alignment: Alignment, said: HandWords) -> Alignment:
    """Return an alignment in which people's word on sections holds.

    A link by hand comes first. It takes both sections out of the program's other "same" links,
    as an assignment would; overlaps in part stay.
    """
    if said == NOTHING_SAID:
        return alignment
    pairs, apart, alone = said.together, said.apart, said.alone
    taken = {second for _, second in pairs}
    linked_rows = {first for first, _ in pairs}

    def keeps(row: int, link: SectionLink) -> bool:
        if (row, link.section) in pairs | apart or row in alone or link.section in said.new:
            return False
        exclusive = row in linked_rows or link.section in taken
        return not (exclusive and link.kind is LinkKind.SAME)

    rows = []
    for row in alignment.rows:
        by_hand = tuple(
            SectionLink(second, LinkKind.SAME, BY_HAND, by_hand=True)
            for first, second in sorted(pairs)
            if first == row.section
        )
        kept = tuple(link for link in row.links if keeps(row.section, link))
        rows.append(AlignmentRow(row.section, by_hand + kept))
    before = {link.section for row in alignment.rows for link in row.links}
    after = {link.section for row in rows for link in row.links}
    new = tuple(sorted((set(alignment.new) | before) - after))
    return replace(alignment, rows=tuple(rows), new=new)


def hand_words(earlier: Report, later: Report, links: Sequence[HandLink]) -> HandWords:
    """Return what people said about the sections of two reports, as indices; lost ones are out."""
    together: set[tuple[int, int]] = set()
    apart: set[tuple[int, int]] = set()
    alone: set[int] = set()
    new: set[int] = set()
    for link in links:
        first, second = sections_of(link, earlier, later)
        if link.kind is HandLinkKind.ALONE and first is not None:
            alone.add(first)
        elif link.kind is HandLinkKind.NEW and second is not None:
            new.add(second)
        elif first is not None and second is not None:
            chosen = together if link.kind is HandLinkKind.TOGETHER else apart
            chosen.add((first, second))
    return HandWords(frozenset(together), frozenset(apart), frozenset(alone), frozenset(new))


def sections_of(link: HandLink, earlier: Report, later: Report) -> tuple[int | None, int | None]:
    """Return the two sections that a person spoke of, None where none was meant or it is gone."""
    first = None if link.kind is HandLinkKind.NEW else section_at(earlier, link.earlier)
    second = None if link.kind is HandLinkKind.ALONE else section_at(later, link.later)
    return (None if first is None else first.index, None if second is None else second.index)
