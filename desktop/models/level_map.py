"""Which height of one text is level with which of the other (pure arithmetic, pixels).

Inside a pair of stretches heights are interpolated; between two pairs too, as long as both texts
run forward there. Where they cross, the text jumps in the middle of the gap.
"""

from bisect import bisect_right
from collections.abc import Iterable
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
    """

    def __init__(self, stretches: Iterable[Stretch], height: float, other_height: float) -> None:
        kept: list[Stretch] = [Stretch(0, 0, 0, 0)]
        for stretch in sorted(stretches, key=lambda s: s.top):
            if stretch.top >= kept[-1].bottom and stretch.bottom > stretch.top:
                kept.append(stretch)
        kept.append(Stretch(height, height, other_height, other_height))
        self._stretches = tuple(kept)
        self._tops = [stretch.top for stretch in kept]

    def level(self, y: float) -> float:
        """Return the height of the other text that belongs beside ``y``."""
        at = max(0, bisect_right(self._tops, y) - 1)
        here = self._stretches[at]
        if y < here.bottom or at + 1 == len(self._stretches):
            return _between(y, here.top, here.bottom, here.other_top, here.other_bottom)
        then = self._stretches[at + 1]
        if then.other_top >= here.other_bottom:
            return _between(y, here.bottom, then.top, here.other_bottom, then.other_top)
        middle = (here.bottom + then.top) / 2
        return here.other_bottom if y < middle else then.other_top
