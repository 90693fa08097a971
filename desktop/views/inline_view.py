"""Two reports in one column, and the way through their changes there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import StepKind, items_of
from desktop.models.changed_text import changed_text
from desktop.models.glosses import ChangeTips, Gloss, glosses
from desktop.models.inline_text import InlineText, inline_text
from desktop.models.pair_mode import Place
from desktop.views.inline_ink import inline_inks, noise_lines
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.inline_pane import InlinePane
from desktop.widgets.overview_bar import Spot
from tracker.model.span import Span

_SPOTS = {
    Ink.ADDED_PASSAGE: Spot.ADDED,
    Ink.DROPPED_PASSAGE: Spot.DROPPED,
    Ink.MOVED: Spot.MOVED,
    Ink.NUMBER: Spot.FIGURE,
}
"""What the bar beside the text shows of it."""


@dataclass
class _Way:
    """The changes of one kind, and which of them is shown."""

    places: list[Span]
    at: int = -1


class InlineView(InlinePane):
    """The running text of two reports."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = StepKind.ALL
        self._ways: dict[StepKind, _Way] = {}
        self._inked: tuple[Inked, ...] = ()
        self._tips: tuple[ChangeTips, ChangeTips] | None = None
        self.tips.set_source(self._tell)

    def show_pair(self, comparison: Comparison) -> None:
        """Show two reports; before they are compared, the later one alone."""
        inline = inline_text(comparison)
        inked = inline_inks(inline)
        self.set_inline(inline, inked, noise_lines(inline))
        self.overview.set_marks([(i.span, _SPOTS[i.ink]) for i in inked if i.ink in _SPOTS])
        self._ways = {}
        self._inked = inked
        self._tips = ChangeTips(None, comparison), ChangeTips(comparison, None)
        self.text.set_notes(self._notes(inline))
        self.say_tags()

    def _notes(self, inline: InlineText) -> list[Gloss]:
        """Return the notes on figures; what moved says in the text itself where it stood."""
        found = (
            (gloss, inline.shown(gloss.span, later=True))
            for gloss in glosses(inline.comparison, None)
            if gloss.move is None
        )
        return [replace(gloss, span=places[0]) for gloss, places in found if places]

    def _tell(self, position: int) -> str:
        """Return what is to be said of a character, in the words of its report."""
        origin = self.inline.origin(position) if self.inline is not None else None
        if origin is None or self._tips is None:
            return ""
        source, later = origin
        return self._tips[later].at(source)

    def dim(self, spans: Mapping[str, Sequence[Span]]) -> None:
        """Show stretches of the two reports in faint ink."""
        if self.inline is None:
            return
        pair = self.inline.comparison
        faint = (
            Inked(place, Ink.FAINT)
            for later, report in enumerate((pair.earlier, pair.later))
            for span in spans.get(report.id, ())
            for place in self.inline.shown(span, later=bool(later))
        )
        self.text.set_inked((*self._inked, *faint))

    def set_kind(self, kind: StepKind) -> None:
        """Go through changes of another kind; each kind keeps its place."""
        self._kind = kind

    def _way(self) -> _Way:
        """Return the changes of the kind that is gone through, in the order of reading."""
        if self._kind not in self._ways and self.inline is not None:
            items = items_of(self.inline.comparison, self._kind)
            places = {self.inline.place_of(item) for item in items}
            found = sorted(place for place in places if place is not None)
            self._ways[self._kind] = _Way(found)
        return self._ways.get(self._kind) or _Way([])

    def say_tags(self) -> None:
        """Say of sections that they are new or gone, in the language of the interface."""
        if self.inline is None:
            return
        words = (
            QCoreApplication.translate("SectionTags", "Gone"),
            QCoreApplication.translate("SectionTags", "New"),
        )
        shown = [
            (found[0].start, words[later])
            for later in (False, True)
            for span in changed_text(self.inline.comparison, later=later).alone
            if (found := self.inline.shown(span, later=later))
        ]
        self.text.set_tags(shown)

    def step(self, by: int) -> None:
        """Go to the next change, round and round."""
        way = self._way()
        if way.places:
            at = max(0, way.at) if by < 0 else way.at
            way.at = (at + by) % len(way.places)
            self.show_span(way.places[way.at])
            self.text.select_span(way.places[way.at])

    def position(self) -> tuple[int, int]:
        """Return which change is shown (from 0, -1 for none), and how many there are."""
        way = self._way()
        return way.at, len(way.places)

    def place(self) -> Place | None:
        """Return what is level with the eye; None at the top."""
        at = self.later_place()
        return None if at is None or self.text.verticalScrollBar().value() == 0 else Place(at)

    def go_to_place(self, place: Place) -> bool:
        """Bring a passage level with the eye; tell whether it is shown."""
        return self.go_to(place.position, later=place.later)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what the keyboard goes through."""
        return (self.outline, self.text)
