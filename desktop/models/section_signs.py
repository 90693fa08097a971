"""How much each section of a report changed, for its outline: a sign, and words on hovering."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.changed_text import unanswered
from tracker.model.change import Tally

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.jobs.catalog import Comparison, PartComparison
    from tracker.model.change import SectionDiff

_NONE = Tally()
_MUCH = 0.85
"""Share of sentences that came or went from which a section changed much.

The upper quarter of 1,723 section pairs in 30 pairs of reports of six regions, each of
neighbouring years, is above it (quartiles 0.50, 0.71, 0.85; 2026-11-21). With reworded sentences
counted in, half of all sections are changed from end to end, and a sign for it says nothing.
"""


class Sign(Enum):
    """What became of a section."""

    NEW = "new"
    GONE = "gone"
    MOVED = "moved"
    MUCH = "much"
    LITTLE = "little"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class SectionSign:
    """What an outline says of a section.

    Attributes:
        sign: What is drawn, or None for a section that stayed as it was.
        tally: Its sentences.
        figures: How many of its figures changed.
        crossed: It stands in another order.
    """

    sign: Sign | None
    tally: Tally = _NONE
    figures: int = 0
    crossed: bool = False

    def words(self) -> str:
        """Return it in words."""
        said = {
            Sign.NEW: QCoreApplication.translate("SectionSigns", "New section"),
            Sign.SILENT: QCoreApplication.translate("SectionSigns", "Nothing answers it"),
            Sign.GONE: QCoreApplication.translate("SectionSigns", "Dropped section"),
            Sign.MOVED: QCoreApplication.translate("SectionSigns", "Stands elsewhere"),
            Sign.MUCH: QCoreApplication.translate("SectionSigns", "Changed much"),
            Sign.LITTLE: QCoreApplication.translate("SectionSigns", "Changed little"),
            None: QCoreApplication.translate("SectionSigns", "Unchanged"),
        }
        lines = [said[self.sign]]
        if self.crossed and self.sign is not Sign.MOVED:
            lines.append(said[Sign.MOVED])
        if self.sign not in (Sign.NEW, Sign.GONE, Sign.SILENT, None):
            counted = QCoreApplication.translate(
                "SectionSigns", "Sentences kept {0}, reworded {1}, new {2}, dropped {3}, moved {4}"
            )
            one = self.tally
            lines.append(counted.format(one.kept, one.reworded, one.added, one.dropped, one.moved))
        if self.figures:
            figures = QCoreApplication.translate("SectionSigns", "Figures changed: {0}")
            lines.append(figures.format(self.figures))
        return "\n".join(lines)


def section_signs(left: Comparison | None, right: Comparison | None) -> dict[int, SectionSign]:
    """Return what became of the sections of a text.

    Beside its left neighbour; the first text of all is told apart from its right one.
    """
    comparison, later = (left, True) if left is not None else (right, False)
    found: dict[int, SectionSign] = {}
    if comparison is not None and comparison.answers:
        silent = () if later else unanswered(comparison)
        return dict.fromkeys(silent, SectionSign(Sign.SILENT))
    for part in comparison.parts if comparison is not None else ():
        alone = set(_alone(part, later=later))
        for diff in part.diff.sections:
            section = diff.later if later else diff.earlier
            if section is not None:
                now = _sign(diff, alone=section in alone, later=later)
                found[section] = _together(found[section], now) if section in found else now
    return found


def _alone(part: PartComparison, *, later: bool) -> Iterator[int]:
    if later:
        yield from part.alignment.new
    else:
        yield from (row.section for row in part.alignment.rows if not row.links)


def _sign(diff: SectionDiff, *, alone: bool, later: bool) -> SectionSign:
    figures = sum(n.earlier is not None and n.later is not None for n in diff.numbers)
    if alone:
        return SectionSign(Sign.NEW if later else Sign.GONE, diff.tally)
    return SectionSign(
        _of_tally(diff.tally, crossed=diff.crossed), diff.tally, figures, diff.crossed
    )


def _of_tally(tally: Tally, *, crossed: bool) -> Sign | None:
    changed = tally.reworded + tally.added + tally.dropped
    total = changed + tally.kept + tally.moved
    if total and tally.added + tally.dropped >= _MUCH * total:
        return Sign.MUCH
    if crossed:
        return Sign.MOVED
    return Sign.LITTLE if changed or tally.moved else None


def _together(one: SectionSign, other: SectionSign) -> SectionSign:
    """Return what became of a section that is set beside several: the nearer one tells."""
    nearer = one if one.tally.kept >= other.tally.kept else other
    return replace(nearer, figures=one.figures + other.figures)
