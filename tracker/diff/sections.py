"""What changed inside aligned sections (变动).

In go an alignment and its two reports, out comes one diff for every section of the aligned part:
beside its best counterpart, alone where it was dropped, and the new ones last. A section is
compared by its heading and its own text, because its subsections have diffs of their own; before
the first section of a top part stands that part's lead, with the year's headline targets.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from tracker.diff.ignoring import IgnoreRule
from tracker.diff.lexicon import DiffLexicon
from tracker.diff.moves import heaviest_order
from tracker.diff.numbers import compare_measures
from tracker.diff.passages import PassageDiff, diff_couples
from tracker.diff.wording import find_wordings
from tracker.model.alignment import Alignment, AlignmentPart, AlignmentRow, LinkKind
from tracker.model.change import (
    Change,
    ChangeKind,
    Direction,
    Ignorable,
    Ladder,
    NumberChange,
    ReportDiff,
    SectionDiff,
    WordingChange,
)
from tracker.model.measure import Measure
from tracker.model.outline import Section
from tracker.model.report import Report
from tracker.model.span import Span

_Couple = tuple[int | None, int | None]
_EMPTY = Span(0, 0)


@dataclass(frozen=True)
class _Sides:
    """Two reports with the figures found in them."""

    earlier: Report
    later: Report
    earlier_measures: Sequence[Measure]
    later_measures: Sequence[Measure]
    lexicon: DiffLexicon
    reported: bool
    """The later text reports what was done: it is not softer for saying 2% where 3%以内 stood."""


def diff_sections(
    alignment: Alignment,
    earlier: Report,
    later: Report,
    *,
    earlier_measures: Sequence[Measure],
    later_measures: Sequence[Measure],
    lexicon: DiffLexicon,
    ignored: Collection[Ignorable] = (),
) -> ReportDiff:
    """Return what changed between two reports, section by section.

    Args:
        alignment: Which sections belong together; the best link of the same topic is compared.
        earlier: Earlier report.
        later: Later report.
        earlier_measures: Figures found in the earlier report, with their source spans.
        later_measures: The same of the later report.
        lexicon: Words in an order, boilerplate.
        ignored: Differences that are not to be shown; they are marked, not left out.
    """
    reported = alignment.part is AlignmentPart.PLAN_REVIEW
    sides = _Sides(earlier, later, earlier_measures, later_measures, lexicon, reported)
    couples = [(row.section, _beside(row)) for row in alignment.rows]
    ordered = _with_leads(couples, sides)
    alone: list[_Couple] = [(None, index) for index in _alone(alignment, ordered, sides)]
    rule = IgnoreRule(frozenset(ignored), lexicon.boilerplate)
    spans = [compared_spans(earlier, one, later, other) for one, other in (*ordered, *alone)]
    passages = diff_couples(
        [
            (earlier.passage(here) if here else None, later.passage(there) if there else None)
            for here, there in spans
        ],
        rule,
        headed=True,
    )
    crossed = _crossed(ordered)
    merged = _merged(ordered)
    return ReportDiff(
        alignment.earlier,
        alignment.later,
        tuple(
            _section(couple, span, found, sides, crossed=couple in crossed, merged=couple in merged)
            for couple, span, found in zip((*ordered, *alone), spans, passages, strict=True)
        ),
    )


def _crossed(couples: Sequence[_Couple]) -> frozenset[_Couple]:
    """Return the pairs of sections that stand in another order than most."""
    pairs = [couple for couple in couples if None not in couple]
    keys = [other for _, other in pairs if other is not None]
    if len(set(keys)) < len(keys):  # of merged sections the first one counts
        first = {other: n for n, other in reversed(list(enumerate(keys)))}
        pairs = [pairs[n] for n in sorted(first.values())]
        keys = [other for _, other in pairs if other is not None]
    kept = heaviest_order(keys, [1] * len(keys))
    return frozenset(couple for n, couple in enumerate(pairs) if n not in kept)


def _merged(couples: Sequence[_Couple]) -> frozenset[_Couple]:
    """Return the pairs whose later section was set beside another earlier one before."""
    seen: set[int] = set()
    found: set[_Couple] = set()
    for one, other in couples:
        if one is not None and other is not None:
            if other in seen:
                found.add((one, other))
            seen.add(other)
    return frozenset(found)


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


def _section(
    couple: _Couple,
    spans: tuple[Span | None, Span | None],
    found: PassageDiff,
    sides: _Sides,
    *,
    crossed: bool,
    merged: bool,
) -> SectionDiff:
    one, other = couple
    here, there = spans
    heading = sides.earlier.sections[one].heading_span if one is not None else _EMPTY
    wordings = tuple(
        w
        for change in found.changes
        if change.earlier is None or not heading.overlap(change.earlier)
        for w in _wordings(change, sides)
    )
    return SectionDiff(
        one,
        other,
        found.changes,
        _numbers(here, there, sides),
        wordings if here and there else (),
        found.tally,
        crossed,
        merged,
    )


def _wordings(change: Change, sides: _Sides) -> list[WordingChange]:
    """Return what a short edit did to words of firmness and progress."""
    if change.kind in (ChangeKind.EQUAL, ChangeKind.MOVE) or change.ignored:
        return []
    before, after = change.earlier, change.later
    one = sides.earlier.passage(before) if before else None
    other = sides.later.passage(after) if after else None
    found = find_wordings(one.text if one else "", other.text if other else "", sides.lexicon)
    return [
        WordingChange(
            w.ladder,
            w.direction,
            one.source(*w.earlier) if one and w.earlier[1] else _EMPTY,
            other.source(*w.later) if other and w.later[1] else _EMPTY,
        )
        for w in found
        if not (sides.reported and w.ladder is Ladder.FIRMNESS)
    ]


def _numbers(here: Span | None, there: Span | None, sides: _Sides) -> tuple[NumberChange, ...]:
    if here is None or there is None:
        return ()
    found = compare_measures(
        [m for m in sides.earlier_measures if here.contains(m.span)],
        [m for m in sides.later_measures if there.contains(m.span)],
    )
    if not sides.reported:
        return found
    told = (replace(change, bound=None) for change in found)
    return tuple(c for c in told if c.value is not Direction.SAME)
