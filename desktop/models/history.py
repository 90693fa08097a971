"""The places that a reader came from (后退, 前进): where each jump started, and the way back."""

from dataclasses import dataclass

_NEAR = 120
"""Characters between two places that are one to the eye: a few lines."""

MOST = 100
"""Places that are remembered in each direction."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody read.

    Attributes:
        page: Name of the page of the window.
        reports: Ids of the reports that stood side by side there, from the left; of other pages
            the names of what was looked at.
        positions: Source position level with the eye in each of them.
    """

    page: str
    reports: tuple[str, ...] = ()
    positions: tuple[int, ...] = ()

    def is_near(self, other: "Place") -> bool:
        """Tell whether two places are one to the eye."""
        return (self.page, self.reports) == (other.page, other.reports) and all(
            abs(a - b) <= _NEAR for a, b in zip(self.positions, other.positions, strict=False)
        )


class History:
    """Places behind and ahead of the one that is read."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """There is a place behind."""
        return bool(self._back)

    @property
    def can_go_ahead(self) -> bool:
        """There is a place ahead."""
        return bool(self._ahead)

    def leave(self, here: Place) -> None:
        """Remember a place that a jump starts from; what lay ahead is another way now."""
        self._ahead.clear()
        self._keep(self._back, here)

    def go_back(self, here: Place) -> Place | None:
        """Return the place behind and remember this one as ahead; None where there is none."""
        return self._go(self._back, self._ahead, here)

    def go_ahead(self, here: Place) -> Place | None:
        """Return the place ahead and remember this one as behind; None where there is none."""
        return self._go(self._ahead, self._back, here)

    def _go(self, source: list[Place], other: list[Place], here: Place) -> Place | None:
        # A place that one still looks at would be a step that leads nowhere.
        while source and source[-1].is_near(here):
            source.pop()
        if not source:
            return None
        self._keep(other, here)
        return source.pop()

    def _keep(self, places: list[Place], here: Place) -> None:
        if places and places[-1].is_near(here):
            places.pop()
        places.append(here)
        del places[:-MOST]

    def forget(self) -> None:
        """Forget all places: another workspace is open."""
        self._back.clear()
        self._ahead.clear()
