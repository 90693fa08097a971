"""Which height of one text is level with which of the other (pure arithmetic, pixels).

Inside a pair of stretches heights are interpolated, between the passages that both have where
those are known; between two pairs too, as long as both texts run forward there. Where they cross,
the text jumps in the middle of the gap.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the driving text and the one that belongs beside it, in pixels."""

    top: float
    bottom: float
    other_top: float
    other_bottom: float

    def turned(self) -> "Stretch":
        """Return the same with the other text driving."""
        return Stretch(self.other_top, self.other_bottom, self.top, self.bottom)


def _between(y: float, a0: float, a1: float, b0: float, b1: float) -> float:
    return b0 if a1 <= a0 else b0 + (y - a0) / (a1 - a0) * (b1 - b0)


class LevelMap:
    """Heights of the driving text to heights of the other.

    Args:
        stretches: Pairs; those that overlap an earlier one are cut or left out.
        height: Height of the driving text.
        other_height: Height of the other text.
        inside: Returns the stretches that are known inside a pair; asked once for each pair, when
            the reader gets there.
    """

    def __init__(
        self,
        stretches: Iterable[Stretch],
        height: float,
        other_height: float,
        inside: Callable[[Stretch], Iterable[Stretch]] | None = None,
    ) -> None:
        kept: list[Stretch] = [Stretch(0, 0, 0, 0)]
        for stretch in sorted(stretches, key=lambda s: s.top):
            if stretch.top >= kept[-1].bottom and stretch.bottom > stretch.top:
                kept.append(stretch)
        kept.append(Stretch(height, height, other_height, other_height))
        self._stretches = tuple(kept)
        self._tops = [stretch.top for stretch in kept]
        self._inside = inside
        self._stops: dict[int, tuple[list[float], list[float]]] = {}

    def level(self, y: float) -> float:
        """Return the height of the other text that belongs beside ``y``."""
        at = max(0, bisect_right(self._tops, y) - 1)
        here = self._stretches[at]
        if y < here.bottom or at + 1 == len(self._stretches):
            return self._within(at, y)
        then = self._stretches[at + 1]
        if then.other_top >= here.other_bottom:
            return _between(y, here.bottom, then.top, here.other_bottom, then.other_top)
        middle = (here.bottom + then.top) / 2
        return here.other_bottom if y < middle else then.other_top

    def _within(self, at: int, y: float) -> float:
        """Return what is level with a height inside a stretch."""
        if at not in self._stops:
            self._stops[at] = self._stops_of(self._stretches[at])
        heights, others = self._stops[at]
        n = min(max(1, bisect_right(heights, y)), len(heights) - 1)
        return _between(y, heights[n - 1], heights[n], others[n - 1], others[n])

    def _stops_of(self, here: Stretch) -> tuple[list[float], list[float]]:
        """Return heights inside a stretch and their counterparts, both rising."""
        known = sorted(self._inside(here), key=lambda s: s.top) if self._inside else ()
        heights, others = [here.top], [here.other_top]
        for inner in known:
            for y, other in (
                (inner.top, inner.other_top),
                (inner.bottom, inner.other_bottom),
            ):
                if heights[-1] < y < here.bottom and others[-1] <= other <= here.other_bottom:
                    heights.append(y)
                    others.append(other)
        return [*heights, here.bottom], [*others, here.other_bottom]
