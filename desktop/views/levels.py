"""Keeps the columns level: whichever is scrolled, the others follow to the same passage."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.jobs.catalog import Comparison
from desktop.models.anchors import anchors
from desktop.models.level_map import LevelMap, Stretch
from desktop.models.section_pairs import SectionPair, by_later, heads, section_pairs
from desktop.views.columns import Column, Columns
from desktop.widgets.report_pane import FOCUS, ReportPane
from tracker.model.span import Span


class _Between:
    """Two neighbouring columns: which heights of their texts belong beside each other."""

    def __init__(self, left: Column, right: Column, comparison: Comparison) -> None:
        self.left, self.right, self.comparison = left, right, comparison
        self.pairs = section_pairs(comparison)
        self.back = by_later(self.pairs)
        self._heads = heads(comparison.earlier), heads(comparison.later)
        self._anchors = anchors(comparison)
        self._sections: dict[Stretch, tuple[int, int]] = {}
        self.forward: tuple[Stretch, ...] = ()
        self.maps: tuple[LevelMap, LevelMap] | None = None

    def is_of(self, left: Column, right: Column, comparison: Comparison) -> bool:
        """Tell whether this is what is known of these."""
        return self.left is left and self.right is right and self.comparison is comparison

    def measure(self) -> None:
        """Find out anew where sections stand on the screen."""
        if not self.pairs:
            return
        height = self.left.pane.text.text_height
        other = self.right.pane.text.text_height
        self.forward = forward = tuple(self._stretches(self.pairs))
        back = tuple(self._stretches(self.back))
        self._sections = {
            stretch: (pair.earlier.index, pair.later.index)
            for pairs, stretches in ((self.pairs, forward), (self.back, back))
            for pair, stretch in zip(pairs, stretches, strict=True)
        }
        self.maps = (
            LevelMap(forward, height, other, self._inside),
            LevelMap((s.turned() for s in back), other, height, self._inside_turned),
        )

    def _stretches(self, pairs: tuple[SectionPair, ...]) -> Iterator[Stretch]:
        for pair in pairs:
            yield self._stretch(
                self._heads[0][pair.earlier.index], self._heads[1][pair.later.index]
            )

    def _stretch(self, earlier: Span, later: Span) -> Stretch:
        left, right = self.left.pane.text, self.right.pane.text
        return Stretch(
            left.y_of(earlier.start),
            left.y_of(earlier.end),
            right.y_of(later.start),
            right.y_of(later.end),
        )

    def _inside(self, stretch: Stretch) -> Iterator[Stretch]:
        """Return where the passages stand that both sections of a pair have."""
        found = self._anchors.get(self._sections.get(stretch, (-1, -1)), ())
        return (self._stretch(*both) for both in found)

    def _inside_turned(self, stretch: Stretch) -> Iterator[Stretch]:
        return (inner.turned() for inner in self._inside(stretch.turned()))

    def counterpart(self, section: int, *, to_right: bool) -> int | None:
        """Return the section that belongs beside one of the left, or of the right column."""
        if to_right:
            return next((p.later.index for p in self.pairs if p.earlier.index == section), None)
        return next((p.earlier.index for p in self.back if p.later.index == section), None)


_LOW = 0.7
"""Share of the window below which a section is not yet read, however much of it is seen."""


class Levels(QObject):
    """Lets columns follow the one that is moved, neighbour by neighbour, and moves the ribbons.

    Signals:
        moved(ReportPane): A text was moved by itself, not to follow another one.
        measured(int): Sections stand elsewhere in this column or its right neighbour.
        leaving(str): A section will be shown.
    """

    moved = Signal(object)
    measured = Signal(int)
    leaving = Signal(str)

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._between: tuple[_Between, ...] = ()
        self._known: tuple[_Between, ...] = ()
        self._driving = False
        self._stays: tuple[ReportPane, ...] = ()
        columns.head_made.connect(self._on_column)

    def _on_column(self, column: Column) -> None:
        pane = column.pane
        pane.scrolled.connect(partial(self._drive, pane))
        pane.section_chosen.connect(partial(self.show_section, pane))
        pane.text.resized.connect(partial(self._measure_at, pane))
        column.head.lock_changed.connect(partial(self._on_lock, pane))

    # What is known

    def let_go(self) -> None:
        """Know nothing: columns come, go and change places."""
        self._between, self._stays = (), ()

    def take(self, comparisons: tuple[Comparison, ...]) -> None:
        """Take over what is known of each pair of neighbours, from left to right."""
        known, found = self._known, list[_Between]()
        for n, comparison in enumerate(comparisons):
            both = self._columns[n], self._columns[n + 1]
            there = next((one for one in known if one.is_of(*both, comparison)), None)
            found.append(there or _Between(*both, comparison))
        self._between = self._known = tuple(found)
        for n, between in enumerate(self._between):
            between.measure()
            self.measured.emit(n)
        if self._stays and self._stays[0] in self._columns.panes:
            self._spread(self._columns.panes.index(self._stays[0]), {}, still=self._stays)
        if self.is_complete():
            self._stays = ()
        self._follow()

    def comparison(self, place: int) -> Comparison:
        """Return what is known of a column and its right neighbour."""
        return self._between[place].comparison

    def ties(self, place: int) -> tuple[tuple[SectionPair, Stretch], ...]:
        """Return the sections of both that belong together, and where they stand."""
        between = self._between[place]
        return tuple(zip(between.pairs, between.forward, strict=False))

    def is_complete(self) -> bool:
        """Tell whether all neighbours are lined up."""
        return all(between.maps is not None for between in self._between)

    def stay(self, *panes: ReportPane) -> None:
        """Keep texts where they are; the others follow to their place as that becomes known."""
        self._stays = panes

    def beside(self, place: int, other: int, y: float) -> float | None:
        """Return the height in a neighbouring column that is level with ``y`` in one."""
        maps = self._between[min(place, other)].maps
        return maps[place > other].level(y) if maps else None

    def _measure_at(self, pane: ReportPane) -> None:
        for n, between in enumerate(self._between):
            if pane in (between.left.pane, between.right.pane):
                between.measure()
                self.measured.emit(n)
        self._follow()

    # Following

    def _is_settled(self, pane: ReportPane) -> bool:
        """Tell whether a text is where it belongs, and no column is coming or going."""
        return pane in self._columns.panes and len(self._between) == len(self._columns) - 1

    def _follow(self) -> None:
        """Move the ribbons with the texts."""
        for between in self._between:
            left, right = between.left.pane.text, between.right.pane.text
            top = left.mapTo(between.left.pane, left.rect().topLeft()).y()
            between.right.gutter.set_scroll(
                left.verticalScrollBar().value() - top,
                right.verticalScrollBar().value() - top,
                top + left.viewport().height() * FOCUS,
            )

    def _drive(self, pane: ReportPane) -> None:
        """Let the other texts follow the one that was moved."""
        if self._driving or not self._is_settled(pane):
            return
        self.moved.emit(pane)
        at = self._columns.panes.index(pane)
        if self._columns[at].locked:
            if self._stays:
                self._stays = (pane,)
            self._spread(at, {})
        self._follow()

    def _on_lock(self, pane: ReportPane, locked: bool) -> None:  # noqa: FBT001 - a signal
        """Bring a column level that scrolls with the others again."""
        if not locked or not self._is_settled(pane):
            return
        at = self._columns.panes.index(pane)
        others = [n for n, one in enumerate(self._columns) if one.locked and n != at]
        if others:
            self._spread(min(others, key=lambda n: abs(n - at)), {})
            self._follow()

    def _spread(
        self,
        at: int,
        sections: Mapping[int, int],
        ways: tuple[int, ...] = (1, -1),
        still: tuple[ReportPane, ...] = (),
    ) -> None:
        """Bring the others level with one.

        Args:
            at: Place of the column that leads.
            sections: Sections that columns show, by their places.
            ways: To the right, to the left, or both.
            still: Texts that stay where they are.
        """
        panes = self._columns.panes
        was, self._driving = self._driving, True
        for way in ways:
            n, y = at, panes[at].focus_y()
            while 0 <= n + way < len(panes):
                level = self.beside(n, n + way, y)
                n += way
                if panes[n] in still:
                    y = panes[n].focus_y()
                    continue
                report, section = panes[n].report, sections.get(n)
                if report is not None and section is not None:
                    level = panes[n].text.y_of(report.sections[section].span.start)
                if level is None:
                    break
                y = level
                if self._columns[n].locked or section is not None:
                    panes[n].scroll_to(y)
        self._driving = was

    # Sections

    def show_section(self, pane: ReportPane, section: int) -> None:
        """Bring a section level with its counterparts; columns without one follow."""
        if pane.report is None:
            return
        self.leaving.emit("")
        at = self._columns.panes.index(pane)
        self._driving = True
        pane.show_span(pane.report.sections[section].span)
        self._driving = False
        self._spread(at, self._counterparts(at, section))
        self._follow()

    def show_pair(self, place: int, earlier: int, later: int) -> None:
        """Bring two sections of neighbours before the eye; the other columns follow."""
        report = self._columns.panes[place].report
        if report is None:
            return
        with self.apart():
            self._columns.panes[place].show_span(report.sections[earlier].span)
        found = {**self._counterparts(place, earlier), **self._counterparts(place + 1, later)}
        self._spread(place, {**found, place + 1: later})
        self._follow()

    def _counterparts(self, at: int, section: int) -> dict[int, int]:
        found: dict[int, int] = {}
        for way in (1, -1):
            n, here = at, section
            while 0 <= n + way <= len(self._between):
                then = self._between[min(n, n + way)].counterpart(here, to_right=way > 0)
                if then is None:
                    break
                n, here = n + way, then
                found[n] = here
        return found

    def show_linked(self, place: int, earlier: int, later: int) -> None:
        """Bring two sections of neighbours level; the one on the screen stays.

        One that is seen with its last lines only, at the lower edge, comes before the eye.
        """
        left, right = self._columns.panes[place : place + 2]
        heights = left.height_of(earlier), right.height_of(later)
        room = left.text.viewport().height()
        seen = (one for one in heights if one is not None and one < room * _LOW)
        height = next(seen, room * FOCUS)
        self._driving = True
        left.set_height(earlier, height)
        right.set_height(later, height)
        reached = right.height_of(later)  # at the end of a text there is nothing to scroll
        left.set_height(earlier, height if reached is None else reached)
        self._driving = False
        self._spread(place, {}, ways=(-1,))
        self._spread(place + 1, {}, ways=(1,))
        self._follow()

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Let texts be moved one by one, none following the other."""
        was, self._driving = self._driving, True
        yield
        self._driving = was
        self._follow()
