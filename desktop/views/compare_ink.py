"""How the changes beside both neighbours look in a text."""

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import number_spans
from desktop.models.changed_text import marked_text
from desktop.widgets.inks import Ink, Inked


def inked(left: Comparison | None, right: Comparison | None) -> tuple[Inked, ...]:
    """Return how the changes of a column look.

    The first column shows what the second one has no more, every other one what is new in it
    beside its left neighbour. What its right neighbour has no more gets a bar at that side only:
    two sets of colours in one text cannot be read.
    """
    if left is None:
        return _beside(right, later=False) if right is not None else ()
    found = _beside(left, later=True)
    if right is None:
        return found
    changed = marked_text(right, later=False)
    return (*found, *(Inked(span, Ink.DROPPED_NEXT) for span in changed.passages))


def _beside(comparison: Comparison, *, later: bool) -> tuple[Inked, ...]:
    """Return how the changes look in the earlier or the later one of two texts."""
    changed = marked_text(comparison, later=later)
    passage = Ink.ADDED_PASSAGE if later else Ink.DROPPED_PASSAGE
    word = Ink.ADDED if later else Ink.DROPPED
    return (
        *(Inked(span, passage) for span in changed.passages),
        *(Inked(span, word) for span in changed.words),
        *(Inked(span, Ink.MOVED) for span in changed.moved),
        *(Inked(span, Ink.NUMBER) for span in number_spans(comparison)[later]),
    )
