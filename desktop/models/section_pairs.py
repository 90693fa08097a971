"""Section pairs (章节对) of a comparison, as the compare view needs them."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.jobs.catalog import Comparison
from tracker.message import Message
from tracker.model.alignment import AlignmentRow, LinkKind
from tracker.model.outline import Section
from tracker.model.report import Report
from tracker.model.score import Score
from tracker.model.span import Span


@dataclass(frozen=True, slots=True)
class SectionPair:
    """An earlier section beside a later one.

    Attributes:
        earlier: Earlier section.
        later: Later section.
        kind: Same topic or related.
        score: How well, and why.
        by_hand: A person said so.
    """

    earlier: Section
    later: Section
    kind: LinkKind
    score: Score
    by_hand: bool = False


def _best(row: AlignmentRow, comparison: Comparison) -> SectionPair | None:
    if not row.links:
        return None
    link = row.links[0]
    return SectionPair(
        comparison.earlier.sections[row.section],
        comparison.later.sections[link.section],
        link.kind,
        link.score,
        link.by_hand,
    )


def section_pairs(comparison: Comparison) -> tuple[SectionPair, ...]:
    """Return every earlier section that has a counterpart with its best one, in text order."""
    found = [
        pair
        for part in comparison.parts
        for row in part.alignment.rows
        if (pair := _best(row, comparison)) is not None
    ]
    known = {pair.earlier.index for pair in found}
    found.extend(pair for pair in _compared(comparison) if pair.earlier.index not in known)
    return tuple(sorted(found, key=lambda pair: pair.earlier.span))


def _compared(comparison: Comparison) -> Iterator[SectionPair]:
    """Return the top parts whose own texts were compared; alignments hold only what is below."""
    sure = Score(1.0, (), Message("同为一级部分", "the same top part"))
    for part in comparison.parts:
        for diff in part.diff.sections:
            if diff.earlier is not None and diff.later is not None:
                yield SectionPair(
                    comparison.earlier.sections[diff.earlier],
                    comparison.later.sections[diff.later],
                    LinkKind.SAME,
                    sure,
                )


def by_later(pairs: tuple[SectionPair, ...]) -> tuple[SectionPair, ...]:
    """Return for every later section that is a counterpart its best pair, in text order."""
    best: dict[int, SectionPair] = {}
    for pair in pairs:
        have = best.get(pair.later.index)
        if have is None or pair.score.value > have.score.value:
            best[pair.later.index] = pair
    return tuple(sorted(best.values(), key=lambda pair: pair.later.span))


def heads(report: Report) -> dict[int, Span]:
    """Return for every section the span from its start to the next heading of any level."""
    sections = sorted(report.sections, key=lambda s: s.span.start)
    found: dict[int, Span] = {}
    for n, section in enumerate(sections):
        end = section.span.end
        if n + 1 < len(sections):
            end = min(end, max(section.span.start, sections[n + 1].span.start))
        found[section.index] = Span(section.span.start, end)
    return found
