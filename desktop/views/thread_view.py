"""One topic through all reports (主题脉络): its text in columns, each against the one before."""

from __future__ import annotations

from functools import partial
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.jobs.topics import ThreadChanges, ThreadStep, sections_of
from desktop.models.topic_matrix import TopicMatrix, course_words
from desktop.models.topic_rows import bare, length_of
from desktop.models.topic_thread import ColumnText, changed_column, figure_changes, plain_text
from desktop.models.words import name_of, short_region, year_name
from desktop.views.compare_ink import inked
from desktop.widgets.assets import icon
from desktop.widgets.elided_label import ElidedLabel
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.legend import Legend
from desktop.widgets.level_heads import LevelHeads
from desktop.widgets.thread_column import ThreadColumn
from tracker.model.thread import Course

if TYPE_CHECKING:
    from desktop.jobs.topics import Topics
    from desktop.views.desk import ShownText

_COLUMN = 330
"""Pixels that a column wants; so many stand beside each other, two at least and five at most."""
_LEAST, _MOST = 2, 5
_NARROW, _WIDEST = 168, 860
"""Pixels of a column without text, and of one that has all the room it can use."""


class ThreadView(QWidget):
    """The columns of one topic.

    Signals:
        left(): The matrix is wanted again.
        topic_wanted(int): The topic above (-1) or below (1) in the matrix is wanted.
        pair_wanted(int): A report and the one before, side by side, at this topic.
        section_wanted(int, int): Another section of a report is wanted as the topic.
        column_made(ThreadColumn): A column was made; it is used again for other topics.
        texts_changed(): Other texts are shown, or other words in them.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
    """

    left = Signal()
    topic_wanted = Signal(int)
    pair_wanted = Signal(int)
    section_wanted = Signal(int, int)
    column_made = Signal(object)
    texts_changed = Signal()
    leaving = Signal(str)

    def __init__(self, model: TopicMatrix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._number = -1
        self._place = 0
        self._steps: dict[int, ThreadStep] = {}
        self._made: list[ThreadColumn] = []
        self.columns: list[ThreadColumn] = []
        self.back, self.above, self.below = (QToolButton(self) for _ in range(3))
        self.title = ElidedLabel(self)
        self.title.setObjectName("head")
        self.told = ElidedLabel(self)
        self.told.setObjectName("muted")
        self.told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.room = QScrollArea(self)
        self.legend = Legend(self)
        self.legend.set_several(several=False)  # what is gone stands below a text, not beside it
        self._build()
        self.back.clicked.connect(self.left)
        self.above.clicked.connect(partial(self.topic_wanted.emit, -1))
        self.below.clicked.connect(partial(self.topic_wanted.emit, 1))
        self.retranslate()
        self._draw_icons()

    def _build(self) -> None:
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setObjectName("quiet")
        bar = QHBoxLayout()
        bar.setContentsMargins(12, 8, 12, 8)
        bar.setSpacing(8)
        bar.addWidget(self.back)
        bar.addWidget(self.above)
        bar.addWidget(self.below)
        bar.addSpacing(4)
        bar.addWidget(self.title, 3)
        bar.addWidget(self.told, 2)
        self._row = QWidget(self)
        self._heads = LevelHeads(self)
        self._line = QHBoxLayout(self._row)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(1)
        rest = QWidget(self._row)  # where no column stands
        rest.setAutoFillBackground(True)
        self._line.addWidget(rest, 1)
        self.room.setObjectName("columns")
        self.room.setFrameShape(QScrollArea.Shape.NoFrame)
        self.room.setWidgetResizable(True)
        self.room.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._row.setObjectName("columnRow")
        self.room.setWidget(self._row)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.room, 1)
        layout.addWidget(self.legend)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.back.setText(self.tr("All topics"))
        self.back.setToolTip(self.tr("Back to all topics (Esc)"))
        self.above.setToolTip(self.tr("Topic above (Alt+Up)"))
        self.below.setToolTip(self.tr("Topic below (Alt+Down)"))
        for button in (self.above, self.below):
            button.setAccessibleName(button.toolTip())
            button.setObjectName("quiet")
        if self._model.topics is not None and self._number >= 0:
            self._say()
            for place in range(len(self.columns)):
                self._fill(place)

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange and hasattr(self, "legend"):
            self._draw_icons()

    def _draw_icons(self) -> None:
        ink = self.palette().windowText().color()
        self.back.setIcon(icon("topics", ink))
        self.above.setIcon(icon("previous", ink))
        self.below.setIcon(icon("next", ink))

    # What is shown

    @property
    def number(self) -> int:
        """Number of the topic that is shown, -1 before the first one."""
        return self._number

    @property
    def place(self) -> int:
        """Which column is looked at."""
        return self._place

    def forget(self) -> None:
        """Show no topic: the reports that it was followed through are others now."""
        self._number, self._steps = -1, {}
        self.texts_changed.emit()

    def show_topic(self, number: int, place: int) -> None:
        """Show the texts of a topic, and of its columns the one of a report.

        What changed is put over them by ``take_changes``, once it is known.
        """
        topics = self._model.topics
        if topics is None:
            return
        self._number, self._steps = number, {}
        while len(self._made) < len(topics.reports):
            self._add_column()
        self.columns = self._made[: len(topics.reports)]
        for n, column in enumerate(self._made):
            column.setVisible(n < len(self.columns))
        self._heads.set_heads([column.top for column in self.columns])
        self._say()
        self._fit()
        for n in range(len(self.columns)):
            self._fill(n)
        self.go_to(self._nearest(place))
        self.texts_changed.emit()

    def _nearest(self, place: int) -> int:
        """Return a column that tells something of the topic: this one, or the nearest that does."""
        cells = self._model.topic(self._number).cells
        told = [n for n, cell in enumerate(cells) if cell is not None]
        return min(told, key=lambda n: (abs(n - place), -n))

    def take_changes(self, changes: ThreadChanges) -> None:
        """Put what changed over the texts."""
        if changes.number != self._number:
            return
        for step in changes.steps:
            self._steps[step.place] = step
            self._fill(step.place)
        self.texts_changed.emit()

    def _add_column(self) -> None:
        column, place = ThreadColumn(self._row), len(self._made)
        column.compare_wanted.connect(partial(self.pair_wanted.emit, place))
        column.other_wanted.connect(partial(self._on_other, place))
        column.stepped.connect(partial(self._on_step, place))
        column.topic_stepped.connect(self.topic_wanted)
        self._line.insertWidget(place, column)
        self._made.append(column)
        self.column_made.emit(column)

    def _say(self) -> None:
        row = self._model.topic(self._number)
        n = sum(cell is not None and cell.section is not None for cell in row.cells)
        self.title.set_text(row.title)
        topics = self._model.topics
        if topics is None:
            return
        meta = topics.reports[0].meta
        region = short_region(meta.region.name) if meta.region else ""
        of = year_name(meta.year) if topics.one_year else region
        held = self.tr("in {0} of {1} reports").format(n, len(row.cells))
        self.told.set_text(" · ".join((of, name_of(topics.history.part), held)))

    # Columns

    def _fill(self, place: int) -> None:
        topics, column = self._model.topics, self.columns[place]
        if topics is None:
            return
        name = self._model.column_name(place)
        column.head.setText(name)
        tip = self.tr("{0}: open it beside the report before, at this topic (Enter)").format(name)
        column.head.setToolTip(tip)
        column.head.setAccessibleName(tip)
        cell = self._model.topic(self._number).cells[place]
        if cell is None or cell.section is None:
            self._fill_absent(topics, place)
            return
        column.heading.setText(cell.heading)
        told = [self.tr("{0} characters").format(length_of(topics.reports[place], cell.section))]
        if cell.course is not None:
            told.append(course_words(cell.course))
        step = self._steps.get(place)
        column.text.setAccessibleName(f"{name} {cell.heading}")
        if step is None or step.comparison is None:
            shown = plain_text(topics.reports[place], cell.section)
            column.show_figures((), "")
            column.show_text(topics.reports[place], shown, self._base(topics, place, shown))
        else:
            self._fill_changed(topics, step, told)
        column.told.set_text(" · ".join(told))

    def _fill_changed(self, topics: Topics, step: ThreadStep, told: list[str]) -> None:
        if step.comparison is None or step.before is None:
            return
        column, before = self.columns[step.place], self._model.column_name(step.before)
        sections = sections_of(topics.history.threads[self._number])
        gone = (
            self.tr("In {0}, not here:")
            if topics.one_year
            else self.tr("In {0}, and no longer here:")
        ).format(before)
        shown = changed_column(topics, step, sections, gone)
        figures = figure_changes(step.comparison)
        column.show_figures(figures, self.tr("and {0} more").format(len(figures) - 4))
        base = self._base(topics, step.place, shown)
        changes = (
            Inked(place, one.ink)
            for one in inked(step.comparison, None)
            if (place := shown.place(one.span)) is not None
        )
        column.show_text(topics.reports[step.place], shown, (*base, *changes))
        if step.before != step.place - 1:
            told.append(self.tr("against {0}").format(before))

    def _base(self, topics: Topics, place: int, shown: ColumnText) -> tuple[Inked, ...]:
        """Return how headings look, and what is gone."""
        headings = (
            Inked(found, Ink.HEADING)
            for section in topics.reports[place].sections
            if (found := shown.place(section.heading_span)) is not None
        )
        note = () if shown.note is None else (Inked(shown.note, Ink.NOISE),)
        return (*headings, *note, *(Inked(span, Ink.DROPPED_PASSAGE) for span in shown.dropped))

    def _fill_absent(self, topics: Topics, place: int) -> None:
        column = self.columns[place]
        cell = self._model.topic(self._number).cells[place]
        words = (
            self.tr("(no such topic in this region)")
            if topics.one_year
            else self.tr("(no such topic this year)")
        )
        column.heading.setText("—")
        column.told.set_text(course_words(cell.course) if cell is not None else "")
        column.show_figures((), "")
        offered = self._offered(place)
        if offered is None:
            column.show_absent(words, "")
            return
        name = bare(topics.reports[place].sections[offered].heading)
        merged = cell is not None and cell.course is Course.MERGED
        told = self.tr("Went into: {0}") if merged else self.tr("Nearest: {0}")
        column.show_absent(words, told.format(name))

    def _offered(self, place: int) -> int | None:
        """Return the section of a report that is offered where it has no such topic."""
        cell = self._model.topic(self._number).cells[place]
        if cell is not None and cell.into is not None:
            other = self._model.topic(cell.into).cells[place]
            if other is not None and other.section is not None:
                return other.section
        step = self._steps.get(place)
        return None if step is None else step.nearest

    def _on_other(self, place: int) -> None:
        offered = self._offered(place)
        if offered is not None:
            self.section_wanted.emit(place, offered)

    # Ways

    def _on_step(self, place: int, by: int) -> None:
        self.go_to(max(0, min(len(self.columns) - 1, place + by)))
        self.enter()

    def go_to(self, place: int) -> None:
        """Bring a column on the screen, with the one before it."""
        self._place = place
        bar, room = self.room.horizontalScrollBar(), self.room.viewport().width()
        edges = list(accumulate((column.width() + 1 for column in self.columns), initial=0))
        self._row.setMinimumWidth(max(room, edges[-1] - 1))
        bar.setRange(0, max(0, edges[-1] - 1 - room))
        left, right = edges[max(0, place - 1)], edges[place + 1] - 1
        if left < bar.value():
            bar.setValue(left)
        elif right > bar.value() + room:
            bar.setValue(right - room)

    def enter(self) -> None:
        """Put the keyboard into the column that is looked at."""
        if self.columns:
            self.columns[self._place].enter()

    # What tools ask of every desk

    def is_read(self) -> bool:
        """Tell whether a topic is looked at."""
        return self.isVisible() and self._number >= 0

    def texts(self) -> tuple[ThreadColumn, ...]:
        """Return the columns of reports that have the topic."""
        shown = self.columns if self._number >= 0 else []
        return tuple(column for column in shown if column.origin is not None)

    def current_text(self) -> ThreadColumn | None:
        """Return the column that is looked at, or the nearest one with a text."""
        held = [(abs(n - self._place), n) for n, c in enumerate(self.columns) if c in self.texts()]
        return self.columns[min(held)[1]] if held else None

    def bring_texts(self) -> None:
        """Texts are all that is shown here."""

    def bring(self, text: ShownText) -> None:
        """Bring a column on the screen."""
        self.go_to(next(n for n, column in enumerate(self.columns) if column is text))

    def put_bar(self, bar: QWidget) -> None:
        """Put a bar below the columns."""
        self._layout.addWidget(bar)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through."""
        return tuple(column.text for column in self.columns[self._place : self._place + 1])

    # Widths

    def _fit(self) -> None:
        """Give texts their room; a report without the topic gets as much as its two lines need."""
        if self._number < 0:
            return
        cells = self._model.topic(self._number).cells
        held = [cell is not None and cell.section is not None for cell in cells]
        room = self.room.viewport().width()
        spare = len(held) - sum(held)
        seen = max(_LEAST, min(_MOST, room // _COLUMN))
        width = max(260, (room - seen + 1) // seen)
        if sum(held) < seen:  # few texts share what is left, lines still short enough to read
            width = max(
                width, min(_WIDEST, (room - spare * (_NARROW + 1)) // max(1, sum(held)) - 1)
            )
        for column, has_text in zip(self.columns, held, strict=True):
            column.setFixedWidth(width if has_text else _NARROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns the room there is."""
        super().resizeEvent(event)
        self._fit()
        if self.columns and self._number >= 0:
            self.go_to(self._place)
