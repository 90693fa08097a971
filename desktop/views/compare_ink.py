"""How the changes of a comparison look in its two texts."""

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import number_spans
from desktop.models.changed_text import changed_text
from desktop.widgets.inks import Ink, Inked


def inked(comparison: Comparison, *, later: bool) -> tuple[Inked, ...]:
    """Return how the changes look in the earlier or the later text."""
    changed = changed_text(comparison, later=later)
    passage = Ink.ADDED_PASSAGE if later else Ink.DROPPED_PASSAGE
    word = Ink.ADDED if later else Ink.DROPPED
    return (
        *(Inked(span, passage) for span in changed.passages),
        *(Inked(span, word) for span in changed.words),
        *(Inked(span, Ink.MOVED) for span in changed.moved),
        *(Inked(span, Ink.NUMBER) for span in number_spans(comparison)[later]),
    )
