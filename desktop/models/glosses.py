"""What is said beside and over single changes of a text (旁注): figures, moves, words on hovering.

A text between two others is told apart from its left neighbour, as its colours are; only the
words on hovering tell of both.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.models.figures import FigureChange, figure_changes
from desktop.models.moves import MovedPassage, moved_passages, place_name, place_told
from tracker.model.change import ChangeKind, Direction
from tracker.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.jobs.catalog import Comparison
    from tracker.model.change import Change

_LONGEST = 120
"""Characters of the other text that a tip quotes."""


_FAR = 400
"""Characters before a position in which a stretch that it is in is looked for."""
_Told = list[tuple[Span, str]]


@dataclass(frozen=True, slots=True)
class Gloss:
    """A short note on one stretch of a text.

    Attributes:
        span: The stretch.
        note: What stands in the margin where there is room.
        tip: What it says in full.
        value: Of a figure: where it went.
        bound: Of a figure: where its bound went; DOWN is softer.
        move: Of a passage that stands elsewhere: both its places.
        to_right: That place is in the right neighbour.
    """

    span: Span
    note: str
    tip: str
    value: Direction | None = None
    bound: Direction | None = None
    move: MovedPassage | None = None
    to_right: bool = False


def glosses(left: Comparison | None, right: Comparison | None) -> tuple[Gloss, ...]:
    """Return the notes on a text in its order.

    Args:
        left: What it is like beside its left neighbour; None where it has none.
        right: The same for its right neighbour; read only where there is no left one.
    """
    comparison, later = (left, True) if left is not None else (right, False)
    if comparison is None or not comparison.parts:
        return ()
    figures = (_of_figure(one, later=later) for one in figure_changes(comparison))
    passages = () if comparison.answers else moved_passages(comparison)
    moves = (_of_move(one, comparison, later=later) for one in passages)
    return tuple(sorted((*figures, *moves), key=lambda one: one.span))


def _of_figure(change: FigureChange, *, later: bool) -> Gloss:
    span = change.later if later else change.earlier
    return Gloss(span, change.badge() if later else "", change.words(), change.value, change.bound)


def _of_move(move: MovedPassage, comparison: Comparison, *, later: bool) -> Gloss:
    if later:
        place = place_name(comparison.earlier, move.earlier.start)
        note = QCoreApplication.translate("Glosses", "from {0}").format(place)
        there = place_told(comparison.earlier, move.earlier.start)
        told = QCoreApplication.translate("Glosses", "Moved here from {0}").replace("{0}", there)
    else:
        place = place_name(comparison.later, move.later.start)
        note = QCoreApplication.translate("Glosses", "to {0}").format(place)
        there = place_told(comparison.later, move.later.start)
        told = QCoreApplication.translate("Glosses", "Moved to {0}").replace("{0}", there)
    how = QCoreApplication.translate("Glosses", "Click, or Ctrl+J: to the other side and back")
    return Gloss(move.here(later=later), note, f"{told}\n{how}", move=move, to_right=not later)


class ChangeTips:
    """What a hover over a text says: what changed there, with the words of the other text.

    Args:
        left: What the text is like beside its left neighbour.
        right: The same for its right neighbour.
    """

    def __init__(self, left: Comparison | None, right: Comparison | None) -> None:
        self._left, self._right = left, right

    def at(self, position: int) -> str:
        """Return what is to be said of a position, "" for nothing."""
        found = []
        for figures, changes in self._told:
            found.append(_told_at(figures, position) or _told_at(changes, position))
        return "\n\n".join(dict.fromkeys(filter(None, found)))

    @cached_property
    def _told(self) -> tuple[tuple[_Told, _Told], ...]:
        """Return for each neighbour the figures and the other changes, both in order."""
        sides = ((self._left, True), (self._right, False))
        found: list[tuple[_Told, _Told]] = []
        for comparison, later in sides:
            if comparison is None or not comparison.parts:
                continue
            figures = {
                (one.later if later else one.earlier): one.words()
                for one in figure_changes(comparison)
            }
            changes = {} if comparison.answers else dict(_changes(comparison, later=later))
            found.append((sorted(figures.items()), sorted(changes.items())))
        return tuple(found)


def _told_at(told: _Told, position: int) -> str:
    """Return what is told of the stretch that a position is in, "" where it is in none."""
    at = bisect_right(told, position, key=lambda one: one[0].start) - 1
    while at >= 0 and told[at][0].end <= position and told[at][0].start > position - _FAR:
        at -= 1
    span, words = told[at] if at >= 0 else (Span(0, 0), "")
    return words if span.start <= position < span.end else ""


def _changes(comparison: Comparison, *, later: bool) -> Iterator[tuple[Span, str]]:
    for part in comparison.parts:
        for section in part.diff.sections:
            for change in section.changes:
                span = change.later if later else change.earlier
                if span is not None and len(span) and change.kind is not ChangeKind.EQUAL:
                    yield span, _words(change, comparison, later=later)


def _words(change: Change, comparison: Comparison, *, later: bool) -> str:
    """Return what happened to a stretch of one text."""
    other = change.earlier if later else change.later
    report = comparison.earlier if later else comparison.later
    if change.kind is ChangeKind.MOVE:
        there = other or change.elsewhere
        place = place_told(report, there.start) if there is not None else ""
        told = (
            QCoreApplication.translate("Glosses", "Moved here from {0}")
            if later
            else QCoreApplication.translate("Glosses", "Moved to {0}")
        )
        return told.replace("{0}", place)
    quote = "" if other is None else _short(report.quote(other))
    if not quote.strip():
        return (
            QCoreApplication.translate("Glosses", "New: the earlier text does not have it")
            if later
            else QCoreApplication.translate("Glosses", "Dropped: the later text does not have it")
        )
    told = (
        QCoreApplication.translate("Glosses", "Reworded; before: {0}")
        if later
        else QCoreApplication.translate("Glosses", "Reworded; now: {0}")
    )
    return told.replace("{0}", quote)


def _short(quote: str) -> str:
    quote = " ".join(quote.split())
    return f"{quote[:_LONGEST]}…" if len(quote) > _LONGEST else quote
