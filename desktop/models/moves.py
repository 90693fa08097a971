"""Passages that stand elsewhere in the other report (移位), with both their places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.model.change import ChangeKind
from tracker.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.jobs.catalog import Comparison
    from tracker.model.report import Report

_GAP = 4
"""Characters between two stretches of one passage: a comma, a word that was put in."""
_HEADING = 18
"""Characters of a heading that tell where a passage stands."""
_LEAST = 6
"""Characters from which something that moved is told as a passage; below it is a phrase."""


@dataclass(frozen=True, slots=True)
class MovedPassage:
    """A passage that both texts have, in different sections.

    Attributes:
        earlier: Where it stands in the earlier text.
        later: Where it stands in the later text.
    """

    earlier: Span
    later: Span

    def here(self, *, later: bool) -> Span:
        """Return its place in one of the two texts."""
        return self.later if later else self.earlier


def moved_passages(comparison: Comparison) -> tuple[MovedPassage, ...]:
    """Return what moved, stretches of one passage as one, in the order of the later text."""
    pairs = sorted(set(_pairs(comparison)), key=lambda pair: (pair.later, pair.earlier))
    return tuple(
        one for one in _joined(pairs, comparison) if max(len(one.earlier), len(one.later)) >= _LEAST
    )


def _pairs(comparison: Comparison) -> Iterator[MovedPassage]:
    for part in comparison.parts:
        for section in part.diff.sections:
            for change in section.changes:
                if change.kind is not ChangeKind.MOVE:
                    continue
                earlier, later = change.earlier, change.later
                if earlier is None:
                    earlier = change.elsewhere
                elif later is None:
                    later = change.elsewhere
                if earlier is not None and later is not None and len(earlier) and len(later):
                    yield MovedPassage(earlier, later)


def _joined(pairs: Iterable[MovedPassage], comparison: Comparison) -> Iterator[MovedPassage]:
    """Yield stretches that follow each other in both texts as one passage."""
    last: MovedPassage | None = None
    for pair in pairs:
        if last is not None and _follows(last, pair, comparison):
            last = MovedPassage(_hull(last.earlier, pair.earlier), _hull(last.later, pair.later))
            continue
        if last is not None:
            yield last
        last = pair
    if last is not None:
        yield last


def _follows(last: MovedPassage, pair: MovedPassage, comparison: Comparison) -> bool:
    """Tell whether two stretches are parts of one passage: near in both texts, in one line."""
    return _near(last.later, pair.later, comparison.later) and _near(
        last.earlier, pair.earlier, comparison.earlier
    )


def _near(one: Span, other: Span, report: Report) -> bool:
    between = report.text[one.end : other.start]
    return other.start <= one.end + _GAP and one.start <= other.end and "\n" not in between


def _hull(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def place_name(report: Report, position: int) -> str:
    """Return in short where a position is: the numbers of its sections (二（三）)."""
    section = innermost = report.section_at(position)
    numbers: list[str] = []
    while section is not None:
        numbers.insert(0, section.number.rstrip("、.．。 "))
        section = None if section.parent is None else report.sections[section.parent]
    found = " ".join(filter(None, numbers)).replace(" （", "（")
    return found or (innermost.heading[:8] if innermost else "")


def place_told(report: Report, position: int) -> str:
    """Return where a position is, with the heading of its section: 二（三）“深化改革”."""
    section = report.section_at(position)
    if section is None:
        return ""
    heading = section.heading.strip("。 ")
    if len(heading) > _HEADING:
        heading = f"{heading[: _HEADING - 1]}…"
    numbers = place_name(report, position) if section.number else ""
    return f"{numbers} “{heading}”".strip() if heading else numbers
