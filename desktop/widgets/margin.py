"""The margin of a text: bars beside what changed, small words beside its sections."""

from bisect import bisect_left
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.widgets.change_bars import Bar, joined, paint_bar, paint_tag
from desktop.widgets.inks import Ink
from desktop.widgets.text_places import TextPlaces

_BARS = {Ink.ADDED_PASSAGE: Bar.SOLID, Ink.DROPPED_PASSAGE: Bar.DASHED, Ink.MOVED: Bar.DOUBLE}


class Margin:
    """What stands beside the lines of one text; positions are counted in UTF-16 units.

    Args:
        places: Where the lines are.
    """

    def __init__(self, places: TextPlaces) -> None:
        self._places = places
        self._bars: list[tuple[int, int, Bar]] = []
        self._right: list[tuple[int, int, Bar]] = []
        self._tags: list[tuple[int, str]] = []
        self._shown: list[tuple[QRectF, int]] = []

    def set_runs(self, runs: Iterable[tuple[int, int, Ink]]) -> None:
        """Put bars beside those runs (start, end, ink) that have one."""
        there = list(runs)
        self._bars = _merged((start, end, _BARS[ink]) for start, end, ink in there if ink in _BARS)
        self._right = _merged(
            (start, end, Bar.DASHED) for start, end, ink in there if ink is Ink.DROPPED_NEXT
        )

    def set_tags(self, tags: Iterable[tuple[int, str]]) -> None:
        """Put small words, of two lines at most, beside the lines of some positions."""
        self._tags = sorted(tags)
        self._shown = []

    def is_empty(self) -> bool:
        """Tell whether there is nothing to paint."""
        return not self._bars and not self._right and not self._tags

    def paint(self, painter: QPainter, edge: float, far: float, seen: tuple[int, int]) -> None:
        """Paint what is on the screen.

        Args:
            painter: Where to.
            edge: Where the lines begin.
            far: Where they end.
            seen: First and last position on the screen.
        """
        for bar, top, bottom in self._on_screen(self._right, seen):
            paint_bar(painter, bar, QRectF(far + 7, top, 5, bottom - top))
        for bar, top, bottom in self._on_screen(self._bars, seen):
            paint_bar(painter, bar, QRectF(edge - 11, top, 5, bottom - top))
        self._shown = []
        first, last = seen
        begin = bisect_left(self._tags, first, key=_start)
        for position, word in self._tags[begin : bisect_left(self._tags, last, key=_start)]:
            line = self._places.line_rect(position)
            if line is not None:
                box = QRectF(2, line.top(), edge - 18, line.height())
                paint_tag(painter, word, box)
                self._shown.append((box, position))

    def tag_at(self, point: QPointF) -> int | None:
        """Return the position whose word is at a point of the screen, or None."""
        found = (at for box, at in self._shown if box.contains(point))
        return next(found, None)

    def bars(self) -> list[tuple[Bar, float, float]]:
        """Return top and bottom of the bars, those of one kind in neighbouring lines as one."""
        return self._on_screen(self._bars, self._places.seen())

    def _on_screen(
        self, bars: list[tuple[int, int, Bar]], seen: tuple[int, int]
    ) -> list[tuple[Bar, float, float]]:
        first, last = seen
        rows: dict[Bar, list[tuple[float, float]]] = {}
        for start, end, bar in bars[: bisect_left(bars, last, key=_start)]:
            if end > first:
                part = self._places.rows(max(start, first), min(end, last))
                rows.setdefault(bar, []).extend(part)
        return [
            (bar, top, bottom)
            for bar, found in rows.items()
            for top, bottom in joined(sorted(found))
        ]


def _start(placed: tuple[int, str] | tuple[int, int, Bar]) -> int:
    return placed[0]


def _merged(runs: Iterable[tuple[int, int, Bar]]) -> list[tuple[int, int, Bar]]:
    """Return runs in order; those of one bar that follow each other closely are one."""
    found: list[tuple[int, int, Bar]] = []
    for start, end, bar in sorted(runs, key=_start):
        if found and found[-1][2] is bar and start <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(end, found[-1][1]), bar)
        else:
            found.append((start, end, bar))
    return found
