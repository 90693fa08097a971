"""The compare view (对读): two reports side by side, level with each other."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.jobs.catalog import Comparison
from desktop.models.change_list import ChangeItem, change_items, summary
from desktop.models.level_map import LevelMap, Stretch
from desktop.models.pair_choice import first_pair, in_order, with_clicked
from desktop.models.section_pairs import SectionPair, by_later, heads, section_pairs
from desktop.models.words import say
from desktop.session import Session
from desktop.views.compare_heads import CompareHeads
from desktop.views.compare_ink import inked
from desktop.views.compare_tags import SectionTags
from desktop.widgets.diff_gutter import DiffGutter, Ribbon
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.legend import Legend
from desktop.widgets.report_pane import FOCUS, ReportPane
from tracker.model.alignment import LinkKind
from tracker.model.change_summary import ChangeSummary
from tracker.model.ids import ReportId
from tracker.model.report import Report
from tracker.model.span import Span

_WIDE = 1250


class CompareView(QWidget):
    """Two texts with ribbons between them.

    Signals:
        readable(): Both texts are on the screen.
        moved(ReportPane): A text was moved by itself, not to follow the other.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    readable = Signal()
    moved = Signal(object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pairs: tuple[SectionPair, ...] = ()
        self._changes: tuple[ChangeItem, ...] = ()
        self._told: ChangeSummary | None = None
        self._change = -1
        self._driving = False
        self._maps: tuple[LevelMap, LevelMap] | None = None
        self._outlines: bool | None = None
        self._wanted: tuple[Span, Span] | None = None
        self._stays: ReportPane | None = None
        self._place: tuple[str, Span] | None = None
        self.heads = CompareHeads(self)
        self.legend = Legend(self)
        self.left = ReportPane(Qt.LayoutDirection.LeftToRight, self)
        self.right = ReportPane(Qt.LayoutDirection.RightToLeft, self)
        self.gutter = DiffGutter(self)
        self.tags = SectionTags(session, (self.left, self.right))
        self._build()
        self._wire()
        self.retranslate()
        self.show_outlines(shown=False)

    def _build(self) -> None:
        middle = QWidget(self)
        inner = QHBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.gutter)
        inner.addWidget(self.right, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(middle)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([1000, 1000 + self.gutter.width()])
        self.empty = EmptyState("compare", self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.splitter)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self.legend)

    def _wire(self) -> None:
        session = self._session
        session.entries_changed.connect(self._on_entries)
        session.pair_read.connect(self._on_pair)
        session.pair_compared.connect(self._on_compared)
        self.heads.chosen.connect(self._on_chosen)
        self.heads.swap_wanted.connect(self.swap)
        self.heads.previous_wanted.connect(self.previous_change)
        self.heads.next_wanted.connect(self.next_change)
        self.empty.acted.connect(self._on_empty_button)
        self.left.scrolled.connect(self._on_left_scrolled)
        self.right.scrolled.connect(self._on_right_scrolled)
        self.left.section_chosen.connect(self._on_left_section)
        self.right.section_chosen.connect(self._on_right_section)
        self.left.text.resized.connect(self._measure)
        self.right.text.resized.connect(self._measure)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.heads.retranslate()
        self._say_empty()
        self.left.say_remarks()
        self.right.say_remarks()
        self.tags.say()
        self._on_entries(self._session.entries)
        self._say_position()
        self._say_summary()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "legend"):
            self.heads.draw_icons()

    # What is compared

    def _on_entries(self, entries: tuple[object, ...]) -> None:
        self.heads.set_entries(self._session.entries)
        comparison = self._session.comparison
        if comparison is not None:
            self._show_choice(comparison)
        elif not entries or self._pages.currentWidget() is self.splitter:
            self._pages.setCurrentWidget(self.empty)
        self._say_empty()
        self.legend.setVisible(self._pages.currentWidget() is self.splitter)
        self.heads.draw_icons()

    def _show_choice(self, comparison: Comparison) -> None:
        self.heads.earlier_box.choose(comparison.earlier.id)
        self.heads.later_box.choose(comparison.later.id)

    def _on_chosen(self) -> None:
        earlier, later = self.heads.pair()
        if earlier and later:
            self._session.compare(ReportId(earlier), ReportId(later), self.heads.parts())

    def choose(self, earlier: str | None = None, later: str | None = None) -> None:
        """Compare other reports; None keeps the side as it is."""
        if earlier is not None:
            self.heads.earlier_box.choose(earlier)
        if later is not None:
            self.heads.later_box.choose(later)
        self._on_chosen()

    def take(self, reports: tuple[str, ...]) -> None:
        """Compare what was clicked in the library, as long as the texts are looked at."""
        found = [e for e in map(self._session.entry, reports) if e is not None]
        if not self.isVisible() or not found:
            return
        if len(found) > 1:
            earlier, later = in_order(found[0], found[1])
            self.choose(earlier.id, later.id)
            return
        shown = tuple(map(self._session.entry, self.heads.pair()))
        left, right = with_clicked(found[0], (shown[0], shown[1]), self._session.entries)
        if (left, right) != shown:
            self.choose(left.id if left else None, right.id if right else None)

    def choose_first_pair(self) -> None:
        """Compare two reports of one region that follow each other, if there are any."""
        found = first_pair(self._session.entries)
        if found is not None:
            self.choose(found[0].id, found[1].id)

    def swap(self) -> None:
        """Put the left report at the right."""
        earlier, later = self.heads.pair()
        self.choose(later, earlier)

    def _on_pair(self, comparison: Comparison) -> None:
        self._pairs, self._changes, self._maps = (), (), None
        self._change = -1
        self._told = None
        self._say_summary()
        self.gutter.set_ribbons(())
        self._show_choice(comparison)
        self._stays = None
        both = (self.left, comparison.earlier), (self.right, comparison.later)
        kept = [pane for pane, report in both if pane.report and pane.report.id == report.id]
        for pane, report in both:
            pane.text.select_nothing()  # evidence or a change of the pair before
            if pane in kept:
                pane.set_changes(())
            else:
                pane.set_report(report)
        self.tags.clear()
        if len(kept) == 1 and self._wanted is None:
            self._stays = kept[0]  # the other one follows to its place, once that is known
        self._pages.setCurrentWidget(self.splitter)
        self.legend.show()
        self._say_position()
        self._show_wanted()
        self._show_place()
        self.readable.emit()

    def _on_compared(self, comparison: Comparison) -> None:
        self._pairs = section_pairs(comparison)
        self._changes = change_items(comparison)
        self._change = -1
        self._told = summary(comparison)
        self._say_summary()
        self.left.set_changes(inked(comparison, later=False))
        self.right.set_changes(inked(comparison, later=True))
        self.tags.say()
        self._say_position()
        self._measure()
        if self._stays is not None:
            self._stays.scrolled.emit()
            self._stays = None

    def put_bar(self, bar: QWidget) -> None:
        """Put a bar below the texts."""
        self._column.addWidget(bar)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.left.outline, self.left.text, self.right.text, self.right.outline)

    def _say_empty(self) -> None:
        """Say what to do first: it depends on how much there is to compare."""
        title, button = self.tr("Two reports, side by side"), self.tr("Import files…")
        if self._session.workspace is None:
            told = self.tr("Open or make a workspace in the File menu, or look at the samples.")
            button = self.tr("Open the sample workspace")
        elif not self._session.entries:
            told = self.tr("Import the reports of two years, or of two regions.")
        elif len(self._session.entries) == 1:
            told = self.tr("There is one report so far. Import another one to compare it with.")
        else:
            told = self.tr("Choose an earlier and a later report above, or in the library.")
            button = ""
        self.empty.set_words(title, told, button)

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        else:
            self.import_wanted.emit()

    # Levels

    def _stretches(
        self, pairs: tuple[SectionPair, ...], *, from_later: bool
    ) -> Iterator[tuple[SectionPair, Stretch]]:
        if self.left.report is None or self.right.report is None:
            return
        left, right = heads(self.left.report), heads(self.right.report)
        for pair in pairs:
            a, b = left[pair.earlier.index], right[pair.later.index]
            ya = self.left.text.y_of(a.start), self.left.text.y_of(a.end)
            yb = self.right.text.y_of(b.start), self.right.text.y_of(b.end)
            yield pair, Stretch(*yb, *ya) if from_later else Stretch(*ya, *yb)

    def _measure(self) -> None:
        """Find out anew where sections stand on the screen."""
        if not self._pairs:
            return
        height, other = self.left.text.text_height(), self.right.text.text_height()
        forward = list(self._stretches(self._pairs, from_later=False))
        back = [s for _, s in self._stretches(by_later(self._pairs), from_later=True)]
        self._maps = (
            LevelMap([s for _, s in forward], height, other),
            LevelMap(back, other, height),
        )
        self.gutter.set_ribbons(
            tuple(Ribbon(s, pair.kind is LinkKind.RELATED) for pair, s in forward)
        )
        self._follow()

    def _follow(self) -> None:
        top = self.left.text.mapTo(self.left, self.left.text.rect().topLeft()).y()
        self.gutter.set_scroll(
            self.left.text.verticalScrollBar().value() - top,
            self.right.text.verticalScrollBar().value() - top,
            top + self.left.text.viewport().height() * FOCUS,
        )

    def _on_left_scrolled(self) -> None:
        self._drive(self.left, self.right, 0)

    def _on_right_scrolled(self) -> None:
        self._drive(self.right, self.left, 1)

    def _drive(self, pane: ReportPane, other: ReportPane, which: int) -> None:
        """Let the other text follow the one that was moved."""
        if not self._driving:
            self.moved.emit(pane)
        if not self._driving and self._maps is not None:
            self._driving = True
            other.scroll_to(self._maps[which].level(pane.focus_y()))
            self._driving = False
        self._follow()

    def _on_left_section(self, section: int) -> None:
        pair = next((p for p in self._pairs if p.earlier.index == section), None)
        self._show_section(self.left, section, self.right, pair.later.index if pair else None)

    def _on_right_section(self, section: int) -> None:
        pair = next((p for p in by_later(self._pairs) if p.later.index == section), None)
        self._show_section(self.right, section, self.left, pair.earlier.index if pair else None)

    def _show_section(
        self, pane: ReportPane, section: int, other: ReportPane, beside: int | None
    ) -> None:
        """Bring a section level with its counterpart; without one the other text follows."""
        if pane.report is None or other.report is None:
            return
        self._driving = beside is not None
        pane.show_span(pane.report.sections[section].span)
        if beside is not None:
            other.show_span(other.report.sections[beside].span)
        self._driving = False
        self._follow()

    def show_linked(self, earlier: int, later: int) -> None:
        """Bring two sections level; the one on the screen stays, the left one if both are."""
        left, right = self.left.height_of(earlier), self.right.height_of(later)
        eye = self.left.text.viewport().height() * FOCUS
        height = next((one for one in (left, right) if one is not None), eye)
        self._driving = True
        self.left.set_height(earlier, height)
        self.right.set_height(later, height)
        reached = self.right.height_of(later)  # at the end of a text there is nothing to scroll
        self.left.set_height(earlier, height if reached is None else reached)
        self._driving = False
        self._follow()

    def show_evidence(self, earlier: Report, later: Report, promise: Span, passage: Span) -> None:
        """Set a promise beside the passage that answers it, both selected and level."""
        self._wanted = promise, passage
        comparison = self._session.comparison
        pair = (comparison.earlier.id, comparison.later.id) if comparison else None
        if pair == (earlier.id, later.id):
            self._show_wanted()
        else:
            self.choose(earlier.id, later.id)

    def _show_wanted(self) -> None:
        if self._wanted is None:
            return
        self._driving = True
        for pane, span in zip((self.left, self.right), self._wanted, strict=True):
            pane.show_span(span)
            pane.text.select_span(span)
        self._driving = False
        self._wanted = None
        self.left.text.setFocus(Qt.FocusReason.OtherFocusReason)  # the keys move the text
        self._follow()

    def show_place(self, report: str, span: Span) -> None:
        """Show a passage of a report; one that is not on the screen comes with its neighbour."""
        self._place = report, span
        if self._show_place():
            return
        clicked = self._session.entry(report)
        if clicked is not None:
            shown = tuple(map(self._session.entry, self.heads.pair()))
            sides = with_clicked(clicked, (shown[0], shown[1]), self._session.entries)
            left, right = (one.id if one else clicked.id for one in sides)
            self.choose(left, right)

    def _show_place(self) -> bool:
        """Show the passage that is wanted, if its report is there."""
        for pane in (self.left, self.right):
            if self._place and pane.report and pane.report.id == self._place[0]:
                for one in (self.left, self.right):
                    one.text.select_nothing()
                pane.text.select_span(self._place[1])
                pane.show_span(self._place[1])
                self._stays = pane if self._maps is None else None  # the other one follows later
                self._place = None
                return True
        return False

    # Changes

    def next_change(self) -> None:
        """Go to the next change."""
        self._step(1)

    def previous_change(self) -> None:
        """Go to the change before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        if not self._changes:
            return
        if self._change < 0 and by < 0:
            self._change = 0
        self._change = (self._change + by) % len(self._changes)
        item = self._changes[self._change]
        for pane, span in ((self.left, item.earlier), (self.right, item.later)):
            if span is None:
                pane.text.select_nothing()
            else:
                pane.show_span(span)  # the last one drives: the later text where it has a place
                pane.text.select_span(span)
        self._say_position()

    def _say_position(self) -> None:
        self.heads.say_position(self._change, len(self._changes))

    def _say_summary(self) -> None:
        self.heads.say_summary(say(self._told.message) if self._told else "")

    # Outlines

    def show_outlines(self, *, shown: bool) -> None:
        """Show or hide the outline beside each text."""
        self.left.outline.setVisible(shown)
        self.right.outline.setVisible(shown)

    def set_outlines(self, *, shown: bool) -> None:
        """Take over what the person chose; from then on the width decides nothing."""
        self._outlines = shown
        self.show_outlines(shown=shown)

    def outlines_shown(self) -> bool:
        """Tell whether the outlines are there."""
        return not self.left.outline.isHidden()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show outlines where there is room, unless the person chose."""
        super().resizeEvent(event)
        if self._outlines is None:
            self.show_outlines(shown=self.width() >= _WIDE)
