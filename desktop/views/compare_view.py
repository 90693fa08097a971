"""The compare view (对读): one to four reports side by side, level with each other."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.jobs.catalog import Comparison
from desktop.models import columns as choice
from desktop.models.change_list import summary
from desktop.models.changed_text import unanswered
from desktop.models.words import report_name, say, year_name
from desktop.session import Session
from desktop.side_by_side import MOST_COLUMNS
from desktop.views.boilerplate import Boilerplate
from desktop.views.change_marks import ChangeMarks
from desktop.views.change_steps import ChangeSteps
from desktop.views.columns import Column, Columns
from desktop.views.compare_heads import CompareHeads
from desktop.views.compare_ink import inked
from desktop.views.compare_tags import SectionTags
from desktop.views.levels import Levels
from desktop.views.pair_desk import PairDesk
from desktop.views.pair_modes import PairModes
from desktop.views.places import Places
from desktop.views.ribbons import Ribbons
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.legend import Legend
from desktop.widgets.report_pane import Layer, ReportPane
from tracker.model.ids import ReportId
from tracker.model.library import ReportEntry
from tracker.model.report import Report

_WIDE = 600
"""Width for each column, in pixels, from which on there is room for outlines."""
_LEAST = 460
"""… below which outlines that were chosen for fewer columns are left out."""


class CompareView(QWidget):
    """Columns of text with ribbons between them.

    Signals:
        readable(): All texts are on the screen.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
        outlined(bool): Outlines are there, or no more.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    readable = Signal()
    leaving = Signal(str)
    outlined = Signal(bool)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._outlines: bool | None = None
        self._only_texts = False
        self._width = 0
        self._awaited: Callable[[], str] | None = None
        self.heads = CompareHeads(self)
        self.legend = Legend(self)
        self.columns = Columns(self)
        self.levels = Levels(self.columns, self)
        self.ribbons = Ribbons(self.columns, self.levels)
        self.steps = ChangeSteps(self.columns, self)
        self.places = Places(session, self.columns, self.levels, self.set_columns)
        self.tags = SectionTags()
        self.marks = ChangeMarks(self.columns, self.levels)
        self.boilerplate = Boilerplate(session, self.columns)
        self._build()
        self.modes = PairModes(
            session, self.columns, self.heads, self.levels, self.steps, self._pages, self
        )
        self._wire()
        # Behind the view itself: it is told of other reports when they are shown.
        self.desk = PairDesk(session, self.columns, self.modes, self._column)
        self.desk.leaving.connect(self.leaving)
        self._say_room()
        self.retranslate()

    def _build(self) -> None:
        self.empty = EmptyState("compare", self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.columns)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self.legend)

    def _wire(self) -> None:
        session = self._session
        session.entries_changed.connect(self._on_entries)
        session.open_failed.connect(self._on_open_failed)
        session.grown.connect(self._on_grown)
        session.columns_read.connect(self._on_columns)
        session.pair_compared.connect(self._on_compared)
        self.heads.part_chosen.connect(self._on_part)
        self.heads.add_wanted.connect(self.add_column)
        self.heads.previous_wanted.connect(self.modes.previous)
        self.heads.next_wanted.connect(self.modes.next)
        self.modes.stepped.connect(self._say_pair)
        self.modes.changed.connect(self._on_mode)
        self.modes.parts_wanted.connect(self._on_part)
        self.places.asked.connect(self.modes.go_side_by_side)
        self.boilerplate.changed.connect(self.modes.dim)
        self.heads.kind_chosen.connect(self.steps.set_kind)
        self.empty.acted.connect(self._on_empty_button)
        self.columns.head_made.connect(self._on_head)
        self.columns.pair_changed.connect(self._say_pair)
        self.steps.stepped.connect(self._say_pair)
        self.steps.leaving.connect(self.leaving)
        self.places.leaving.connect(self.leaving)
        self.levels.leaving.connect(self.leaving)

    def _on_head(self, column: Column) -> None:
        """Listen to the head of a new column."""
        column.head.chosen.connect(partial(self._on_chosen, column))
        column.head.stepped.connect(partial(self._on_step, column))
        column.head.swap_wanted.connect(partial(self._on_swap, column))
        column.head.removed.connect(partial(self._on_remove, column))
        column.head.draw_icons()
        column.pane.lines.set_width(self._width)

    def _on_chosen(self, column: Column, report: str) -> None:
        self.put(self.columns.place(column), report)

    def _on_step(self, column: Column, by: int) -> None:
        self.step_column(self.columns.place(column), by)

    def _on_swap(self, column: Column) -> None:
        self.move_column(self.columns.place(column), -1)

    def _on_remove(self, column: Column) -> None:
        self.remove_column(self.columns.place(column))

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.heads.retranslate()
        for pane in self.panes:
            pane.say_remarks()
        self._say_tags()
        self._on_entries(self._session.entries)
        self._say_pair()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @property
    def panes(self) -> tuple[ReportPane, ...]:
        """The texts, from left to right."""
        return self.columns.panes

    # Which reports

    def _entries(self) -> tuple[ReportEntry, ...]:
        """Return what the library knows of the columns."""
        found = (self._session.entry(report.id) for report in self._session.columns)
        return tuple(one for one in found if one is not None)

    def _show(self, entries: tuple[ReportEntry, ...]) -> None:
        if entries and entries != self._entries():
            self.set_columns(tuple(entry.id for entry in entries))

    def set_columns(self, reports: tuple[str, ...]) -> None:
        """Set reports side by side, from left to right."""
        self.leaving.emit("")
        self._session.compare(*map(ReportId, reports), parts=self.heads.parts())

    def put(self, place: int, report: str) -> None:
        """Show a report in a column, or in one more at the right where there is none yet."""
        ids: list[str] = [one.id for one in self._session.columns]
        ids[place : place + 1] = [report]
        self.set_columns(tuple(ids))

    def take(self, reports: tuple[str, ...]) -> None:
        """Show what was chosen in the library, as long as the texts are looked at."""
        found = tuple(e for e in map(self._session.entry, reports) if e is not None)
        if self.isVisible() and len(found) == 1:
            self._show(choice.with_clicked(found[0], self._entries(), self._session.entries))
        elif self.isVisible() and found:
            self._show(choice.in_order(found))

    def choose_first_pair(self) -> None:
        """Compare two reports of one region that follow each other, if there are any."""
        found = choice.first_pair(self._session.entries)
        if found:
            self.set_columns(tuple(entry.id for entry in found))

    def add_column(self) -> None:
        """Add a column, with the next year where the library has it."""
        self._show(choice.one_more(self._entries(), self._session.entries))

    def remove_column(self, place: int) -> None:
        """Take a column away; the last one stays."""
        entries = self._entries()
        self._show((*entries[:place], *entries[place + 1 :]))

    def move_column(self, place: int, by: int) -> None:
        """Let a column change places with a neighbour."""
        entries = [*self._entries()]
        if 0 <= place + by < len(entries):
            entries.insert(place + by, entries.pop(place))
            self._show(tuple(entries))

    def step_column(self, place: int, by: int) -> None:
        """Show in a column the next year that the library has, or with -1 the one before."""
        entries = self._entries()
        found = choice.step_of(place, by, entries, self._session.entries)
        if found is None:
            self._session.noticed.emit(choice.no_further(by))
        else:
            self._show((*entries[:place], found, *entries[place + 1 :]))

    def step_all(self, by: int) -> None:
        """Let all columns go a step on or back, where the library has a year for each."""
        entries = self._entries()
        found = choice.stepped(entries, by, self._session.entries)
        if entries and not found:
            self._session.noticed.emit(choice.no_further(by))
        self._show(found)

    def _on_part(self) -> None:
        self.modes.follow_parts()
        self.set_columns(tuple(report.id for report in self._session.columns))

    def _on_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        self._awaited = None
        self._say_empty()
        self._say_heads(entries)
        self.heads.draw_icons()

    def _on_grown(self) -> None:
        for column in self.columns:
            column.head.box.expect(self._session.entries)

    def _say_heads(self, entries: tuple[ReportEntry, ...]) -> None:
        shown = self._entries()
        if len(shown) != len(self.columns):
            self._foresay_heads()
            return  # some are on their way
        for place, column in enumerate(self.columns):
            steps = [choice.step_of(place, by, shown, entries) for by in (-1, 1)]
            back, on = (one.year if one else None for one in steps)
            column.head.say(entries, shown[place].id, (back, on))
        n = len(self._session.columns)
        self.heads.add_button.setEnabled(0 < n < MOST_COLUMNS and len(entries) > n)

    def _foresay_heads(self) -> None:
        """Name the columns by their texts as long as there is no library."""
        if self._session.workspace is None:
            for column, report in zip(self.columns, self._session.columns, strict=False):
                column.head.box.set_only(report.id, report_name(report))

    # What is known of them

    def _on_columns(self, reports: tuple[Report, ...]) -> None:
        self.levels.let_go()
        kept = self.columns.arrange(reports)
        self.levels.stay(*(() if self.places.is_waiting() else kept))
        self._pages.setCurrentWidget(self.modes.page() if reports else self.empty)
        self._say_room()
        self._fit_outlines()
        self._say_heads(self._session.entries)
        for pane in self.panes:
            pane.lines.set_width(self._width)
            pane.text.select_nothing()  # evidence or a change of the columns before
        self._take_findings(self.panes)
        if reports:
            self.places.arrive()
            self.readable.emit()

    def _say_room(self) -> None:
        """Leave away what only means something beside texts."""
        self.heads.setVisible(bool(self.panes))
        self.legend.setVisible(len(self.panes) > 1)
        beside = self.modes.page() is self.columns
        self.legend.set_several(several=beside and len(self.panes) > 2)

    def _on_mode(self, _: object) -> None:
        self._say_room()
        self.outlined.emit(self.outlines_shown())

    def _on_compared(self, comparison: Comparison) -> None:
        found = self._session.comparisons
        places = {n + side for n, one in enumerate(found) if one is comparison for side in (0, 1)}
        self._take_findings(tuple(self.panes[n] for n in sorted(places)))

    def _take_findings(self, panes: tuple[ReportPane, ...]) -> None:
        """Show what is known by now beside these texts."""
        comparisons = self._session.comparisons
        self.steps.take(comparisons)
        for pane in panes:
            left, right = self._beside(pane)
            pane.lay(Layer.CHANGES, inked(left, right))
            self.tags.say(pane, left, right)
            self.marks.say(pane, left, right)
        self.levels.take(comparisons)
        self.modes.take()

    def _beside(self, pane: ReportPane) -> tuple[Comparison | None, Comparison | None]:
        """Return what a text is like beside its left and beside its right neighbour."""
        comparisons, place = self._session.comparisons, self.panes.index(pane)
        left = comparisons[place - 1] if place else None
        return left, comparisons[place] if place < len(comparisons) else None

    def _say_tags(self) -> None:
        for pane in self.panes:
            self.tags.say(pane, *self._beside(pane))
            self.marks.say(pane, *self._beside(pane))

    def comparison(self, place: int | None = None) -> Comparison | None:
        """Return what is known of a column and its right neighbour; None: of those worked on."""
        found, at = self._session.comparisons, self.columns.pair if place is None else place
        return found[at] if at < len(found) else None

    def _say_pair(self) -> None:
        """Say what changed between the two columns that are worked on."""
        pair = self.comparison()
        self.legend.set_answers(answers=pair is not None and pair.answers)
        shown = self.steps.words() if self.columns.isVisible() else ""
        alone = self.tr("One report; + sets another one beside it") if len(self.panes) == 1 else ""
        self.heads.say_summary(shown or alone or self._summary(pair))
        which = self._pair_name(pair) if pair is not None and len(self.panes) > 2 else ""
        self.heads.say_position(which, self.steps.kind, *self.modes.position())

    def _summary(self, pair: Comparison | None) -> str:
        """Return in one line what changed, or what of a plan was not answered."""
        told = summary(pair) if pair is not None else None
        if pair is None or told is None:
            return ""
        if not pair.answers:
            return say(told.message)
        rows = sum(len(part.alignment.rows) for part in pair.parts)
        return self.tr("Sections of the plan that nothing answers: {0} of {1}").format(
            len(unanswered(pair)), rows
        )

    def _pair_name(self, pair: Comparison) -> str:
        """Return which two columns are worked on: by their years where those tell them apart."""
        years = [year_name(one.meta.year) for one in (pair.earlier, pair.later)]
        if years[0] != years[1]:
            return " → ".join(years)
        place = self.columns.pair
        return self.tr("Columns {0} and {1}").format(place + 1, place + 2)

    # Nothing to compare

    def _say_empty(self) -> None:
        """Say what to do first: it depends on how much there is to compare."""
        title, button = self.tr("Reports, side by side"), self.tr("Import files…")
        if self._awaited is not None:
            told, button = self._awaited(), ""
        elif self._session.workspace is None:
            told = self.tr("Open or make a workspace in the File menu, or look at the samples.")
            button = self.tr("Open the sample workspace")
        elif not self._session.entries:
            told = self.tr("Import the reports of two years, or of two regions.")
        else:
            told = self.tr("Click a report in the library; two to four with Ctrl.")
            button = ""
        self.empty.set_words(title, told, button)

    def wait(self, *, samples: bool = False) -> None:
        """Offer nothing to do: a workspace is being opened, or made of the samples."""
        self._awaited = self._say_samples if samples else self._say_opening
        self._say_empty()

    def _say_opening(self) -> str:
        return self.tr("Opening the workspace…")

    def _say_samples(self) -> str:
        return self.tr("The sample reports are being read for the first time: a few seconds.")

    def _on_open_failed(self) -> None:
        self._awaited = None
        self._say_empty()

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        else:
            self.import_wanted.emit()

    # Outlines and widths

    def set_reading_width(self, characters: int) -> None:
        """Break lines after so many characters in columns that are wider; 0: at their end."""
        self._width = characters
        for pane in self.panes:
            pane.lines.set_width(characters)

    def set_outlines(self, *, shown: bool, for_now: bool = False) -> None:
        """Take over what the person chose; it holds as long as columns are wide enough.

        Args:
            shown: Outlines are wanted.
            for_now: Not chosen: hidden for quiet reading, or as they were before it.
        """
        if for_now:
            self._only_texts = not shown
            self._fit_outlines()
            return
        self._outlines, self._only_texts = shown, False
        for pane in (*self.panes, *self.modes.panes()):
            pane.outline.setVisible(shown)
        self.outlined.emit(shown)

    @property
    def outlines_chosen(self) -> bool | None:
        """Whether the person wants outlines; None where the width decides."""
        return self._outlines

    def outlines_shown(self) -> bool:
        """Tell whether the outlines are there."""
        return any(not pane.outline.isHidden() for pane in self.modes.panes())

    def _fit_outlines(self) -> None:
        room = self.width() / max(1, len(self.panes))
        shown = room >= _WIDE if self._outlines is None else self._outlines and room >= _LEAST
        shown = shown and not self._only_texts
        for pane in self.panes:
            pane.outline.setVisible(shown)
        self.outlined.emit(self.outlines_shown())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show outlines where there is room."""
        super().resizeEvent(event)
        self._fit_outlines()
