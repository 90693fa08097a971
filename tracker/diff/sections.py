"""What changed inside aligned sections (变动).

In go an alignment and its two reports, out comes one diff for every section of the aligned part:
beside its best counterpart, alone where it was dropped, and the new ones last. A section is
compared by its heading and its own text, because its subsections have diffs of their own; before
the first section of a top part stands that part's lead, with the year's headline targets.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.diff.numbers import compare_measures
from tracker.diff.passages import diff_passages
from tracker.model.alignment import Alignment, AlignmentRow, LinkKind
from tracker.model.change import NumberChange, ReportDiff, SectionDiff
from tracker.model.measure import Measure
from tracker.model.outline import Section
from tracker.model.report import Report
from tracker.model.span import Span

_Couple = tuple[int | None, int | None]


@dataclass(frozen=True)
class _Sides:
    """Two reports with the figures found in them."""

    earlier: Report
    later: Report
    earlier_measures: Sequence[Measure]
    later_measures: Sequence[Measure]


def diff_sections(
    alignment: Alignment,
    earlier: Report,
    later: Report,
    *,
    earlier_measures: Sequence[Measure],
    later_measures: Sequence[Measure],
) -> ReportDiff:
    """Return what changed between two reports, section by section.

    Args:
        alignment: Which sections belong together; the best link of the same topic is compared.
        earlier: Earlier report.
        later: Later report.
        earlier_measures: Figures found in the earlier report, with their source spans.
        later_measures: The same of the later report.
    """
    sides = _Sides(earlier, later, earlier_measures, later_measures)
    couples = [(row.section, _beside(row)) for row in alignment.rows]
    ordered = _with_leads(couples, sides)
    alone = [(None, index) for index in _alone(alignment, ordered, sides)]
    return ReportDiff(
        alignment.earlier,
        alignment.later,
        tuple(_diff(couple, sides) for couple in (*ordered, *alone)),
    )


def compared_spans(
    earlier: Report, one: int | None, later: Report, other: int | None
) -> tuple[Span | None, Span | None]:
    """Return the source spans by which two sections are compared; a missing one has none.

    A later section is taken with everything under it when the earlier one has no subsections,
    and so would not be set beside them.
    """
    before = None if one is None else earlier.sections[one]
    after = None if other is None else later.sections[other]
    whole = before is not None and not earlier.children(before) and before.level > 1
    return (
        None if before is None else _own(before),
        None if after is None else (after.span if whole else _own(after)),
    )


def _own(section: Section) -> Span:
    return Span(section.span.start, max(section.own.end, section.heading_span.end))


def _beside(row: AlignmentRow) -> int | None:
    """Return the section to compare with: the best one of the same topic, a person's first."""
    same = [link for link in row.links if link.kind is LinkKind.SAME]
    chosen = [link for link in same if link.by_hand] or same
    return chosen[0].section if chosen else None


def _top(report: Report, index: int) -> int:
    section = report.sections[index]
    while section.parent is not None:
        section = report.sections[section.parent]
    return section.index


def _with_leads(couples: Sequence[tuple[int, int | None]], sides: _Sides) -> list[_Couple]:
    """Put each top part's lead before its first section, beside the part most links go to."""
    votes: dict[int, Counter[int]] = {}
    for one, other in couples:
        found = votes.setdefault(_top(sides.earlier, one), Counter())
        if other is not None:
            found[_top(sides.later, other)] += 1
    taken = {other for _, other in couples}
    ordered: list[_Couple] = []
    for one, other in couples:
        top = _top(sides.earlier, one)
        if top in votes:
            best = votes.pop(top).most_common(1)
            beside = best[0][0] if best and best[0][0] not in taken else None
            if top != one and sides.earlier.quote(sides.earlier.sections[top].own).strip():
                taken.add(beside)
                ordered.append((top, beside))
        ordered.append((one, other))
    return ordered


def _alone(alignment: Alignment, couples: Sequence[_Couple], sides: _Sides) -> list[int]:
    """Return the later sections that no earlier one was set beside, in their order."""
    linked = {link.section for row in alignment.rows for link in row.links}
    shown = [
        span
        for one, other in couples
        if (span := compared_spans(sides.earlier, one, sides.later, other)[1])
    ]
    return [
        index
        for index in sorted(linked | set(alignment.new))
        if not any(span.contains(_own(sides.later.sections[index])) for span in shown)
    ]


def _diff(couple: _Couple, sides: _Sides) -> SectionDiff:
    one, other = couple
    here, there = compared_spans(sides.earlier, one, sides.later, other)
    changes = diff_passages(
        sides.earlier.passage(here) if here else None, sides.later.passage(there) if there else None
    )
    return SectionDiff(one, other, changes, _numbers(here, there, sides))


def _numbers(here: Span | None, there: Span | None, sides: _Sides) -> tuple[NumberChange, ...]:
    if here is None or there is None:
        return ()
    return compare_measures(
        [m for m in sides.earlier_measures if here.contains(m.span)],
        [m for m in sides.later_measures if there.contains(m.span)],
    )
