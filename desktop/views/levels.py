"""Keeps the columns level: whichever is scrolled, the others follow to the same passage."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.jobs.catalog import Comparison
from desktop.models.level_map import LevelMap, Stretch
from desktop.models.section_pairs import SectionPair, by_later, heads, section_pairs
from desktop.views.columns import Column, Columns
from desktop.widgets.diff_gutter import Ribbon
from desktop.widgets.report_pane import FOCUS, ReportPane
from tracker.model.alignment import LinkKind


class _Between:
    """Two neighbouring columns: which heights of their texts belong beside each other."""

    def __init__(self, left: Column, right: Column, comparison: Comparison) -> None:
        self.left, self.right = left, right
        self.pairs = section_pairs(comparison)
        self.back = by_later(self.pairs)
        self._heads = heads(comparison.earlier), heads(comparison.later)
        self.maps: tuple[LevelMap, LevelMap] | None = None

    def measure(self) -> None:
        """Find out anew where sections stand on the screen."""
        if not self.pairs:
            self.maps = None
            self.right.gutter.set_ribbons(())
            return
        height = self.left.pane.text.text_height()
        other = self.right.pane.text.text_height()
        forward = tuple(self._stretches(self.pairs))
        back = (s.turned() for s in self._stretches(self.back))
        self.maps = LevelMap(forward, height, other), LevelMap(back, other, height)
        self.right.gutter.set_ribbons(
            tuple(
                Ribbon(s, pair.kind is LinkKind.RELATED)
                for s, pair in zip(forward, self.pairs, strict=True)
            )
        )

    def _stretches(self, pairs: tuple[SectionPair, ...]) -> Iterator[Stretch]:
        left, right = self.left.pane.text, self.right.pane.text
        for pair in pairs:
            a, b = self._heads[0][pair.earlier.index], self._heads[1][pair.later.index]
            yield Stretch(
                left.y_of(a.start), left.y_of(a.end), right.y_of(b.start), right.y_of(b.end)
            )

    def counterpart(self, section: int, *, to_right: bool) -> int | None:
        """Return the section that belongs beside one of the left, or of the right column."""
        if to_right:
            return next((p.later.index for p in self.pairs if p.earlier.index == section), None)
        return next((p.earlier.index for p in self.back if p.later.index == section), None)


class Levels(QObject):
    """Lets columns follow the one that is moved, neighbour by neighbour, and moves the ribbons.

    Signals:
        moved(ReportPane): A text was moved by itself, not to follow another one.
        leaving(str): A section will be shown.
    """

    moved = Signal(object)
    leaving = Signal(str)

    def __init__(self, columns: Columns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._between: tuple[_Between, ...] = ()
        self._driving = False
        self._stays: ReportPane | None = None
        columns.head_made.connect(self._on_column)

    def _on_column(self, column: Column) -> None:
        pane = column.pane
        pane.scrolled.connect(partial(self._drive, pane))
        pane.section_chosen.connect(partial(self.show_section, pane))
        pane.text.resized.connect(partial(self._measure_at, pane))
        column.head.lock_changed.connect(partial(self._on_lock, pane))

    # What is known

    def take(self, comparisons: tuple[Comparison, ...]) -> None:
        """Take over what is known of each pair of neighbours; nothing while they change."""
        columns = [*self._columns]
        self._between = tuple(
            _Between(columns[n], columns[n + 1], comparison)
            for n, comparison in enumerate(comparisons)
        )
        for between in self._between:
            between.measure()
        if self._stays in self._columns.panes:
            self._spread(self._columns.panes.index(self._stays), {})
        if self.is_complete():
            self._stays = None
        self._follow()

    def is_complete(self) -> bool:
        """Tell whether all neighbours are lined up."""
        return all(between.maps is not None for between in self._between)

    def stay(self, pane: ReportPane | None) -> None:
        """Keep a text where it is; the others follow to its place as that becomes known."""
        self._stays = pane

    def beside(self, place: int, other: int, y: float) -> float | None:
        """Return the height in a neighbouring column that is level with ``y`` in one."""
        maps = self._between[min(place, other)].maps
        return maps[place > other].level(y) if maps else None

    def _measure_at(self, pane: ReportPane) -> None:
        for between in self._between:
            if pane in (between.left.pane, between.right.pane):
                between.measure()
        self._follow()

    # Following

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
        if self._driving or pane not in self._columns.panes:
            return
        self.moved.emit(pane)
        at = self._columns.panes.index(pane)
        if self._columns[at].locked:
            if self._stays is not None:
                self._stays = pane
            self._spread(at, {})
        self._follow()

    def _on_lock(self, pane: ReportPane, locked: bool) -> None:  # noqa: FBT001 - a signal
        """Bring a column level that scrolls with the others again."""
        if not locked or pane not in self._columns.panes:
            return
        at = self._columns.panes.index(pane)
        others = [n for n, one in enumerate(self._columns) if one.locked and n != at]
        if others:
            self._spread(min(others, key=lambda n: abs(n - at)), {})
            self._follow()

    def _spread(
        self, at: int, sections: Mapping[int, int], ways: tuple[int, ...] = (1, -1)
    ) -> None:
        """Bring the others level with one; those with a section in ``sections`` show that."""
        panes = self._columns.panes
        if len(self._between) != len(panes) - 1:
            return  # columns are coming or going
        was, self._driving = self._driving, True
        for way in ways:
            n, y = at, panes[at].focus_y()
            while 0 <= n + way < len(panes):
                level = self.beside(n, n + way, y)
                n += way
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
        """Bring two sections of neighbours level; the one on the screen stays."""
        left, right = self._columns.panes[place : place + 2]
        heights = left.height_of(earlier), right.height_of(later)
        eye = left.text.viewport().height() * FOCUS
        height = next((one for one in heights if one is not None), eye)
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
