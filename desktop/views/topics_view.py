"""Topics (主题): what became of each topic over the years of a region, or in the regions of a year.

A matrix to see all of them at once and to go to one; behind each row stands its text through all
reports.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from desktop.jobs import topics as jobs
from desktop.jobs.job import Job
from desktop.models.topic_choice import FamilyChoice
from desktop.models.topic_matrix import TopicMatrix
from desktop.models.topic_thread import couple_at
from desktop.notice import Notice, Tone
from desktop.views.thread_view import ThreadView
from desktop.views.topic_heads import TopicHeads
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.topic_grid import TopicGrid
from desktop.widgets.topic_legend import TopicLegend
from tracker.message import Message
from tracker.model.alignment import AlignmentPart
from tracker.model.ids import ReportId
from tracker.model.outline import Role

if TYPE_CHECKING:
    from desktop.jobs.topics import ThreadChanges, Topics
    from desktop.session import Session
    from tracker.errors import TrackerError
    from tracker.model.report import Report

FOLLOWING = Message("正在梳理各主题", "Following the topics")
COMPARING = Message("正在逐年比较", "Comparing year by year")
_PART_OF = {Role.REVIEW: AlignmentPart.REVIEW, Role.OUTLOOK: AlignmentPart.OUTLOOK}


class TopicsView(QWidget):
    """The matrix of topics, and one topic in columns.

    Signals:
        pair_wanted(Report, Report, Span, Span): Two reports side by side, at these places.
        place_wanted(ReportId, Span): A passage of one report.
        leaving(str): A jump begins here; the name of the walk that it is a step of, or "".
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    leaving = Signal(str)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._choice = FamilyChoice()
        self._wanted: tuple[ReportId, int] | None = None
        self._failed = False
        self._known: dict[int, list[ThreadChanges]] = {}
        self.model = TopicMatrix(self)
        self.heads = TopicHeads(self)
        self.grid = TopicGrid(self.model, self)
        self.legend = TopicLegend(self)
        self.thread_view = ThreadView(self.model, self)
        self.empty = EmptyState("topics", self)
        self._build()
        self._wire()
        self.retranslate()

    def _build(self) -> None:
        matrix = QWidget(self)
        column = QVBoxLayout(matrix)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.grid, 1)
        column.addWidget(self.legend)
        self.matrix = matrix
        self.pages = QStackedWidget(self)
        for page in (self.empty, matrix, self.thread_view):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(self.pages, 1)

    def _wire(self) -> None:
        self._session.entries_changed.connect(self._on_entries)
        self._session.opened.connect(self._on_opened)
        self.heads.family_chosen.connect(self._on_family)
        self.heads.part_chosen.connect(self._ask)
        self.heads.order_chosen.connect(self._on_order)
        self.heads.filter.typed.connect(self._on_typed)
        self.heads.filter.left.connect(self._enter_grid)
        self.grid.topic_wanted.connect(self._open_topic)
        self.grid.pair_wanted.connect(self._open_pair)
        self.thread_view.left.connect(self._show_matrix)
        self.thread_view.leaving.connect(self.leaving)
        self.thread_view.topic_wanted.connect(self._on_neighbour)
        self.thread_view.pair_wanted.connect(self._on_pair)
        self.thread_view.section_wanted.connect(self._on_section)
        self.empty.acted.connect(self._on_empty_button)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.heads.retranslate()
        self.grid.setAccessibleName(
            self.tr("Topics by report; Enter opens one, Shift+Enter the report beside the last")
        )
        self._choice.offer(self._session.entries)
        self.heads.set_families(self._choice.offered, self._choice.chosen)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    # Which reports

    def _on_opened(self, _: str) -> None:
        self._choice.forget()
        self._wanted = None
        self.model.set_topics(None)
        self.thread_view.forget()
        self._on_entries()

    def followed(self) -> tuple[str, str, str]:
        """Return whose topics are followed, in which part, and in what order."""
        return self._choice.key(), self.heads.part().value, self.heads.order().value

    def restore(self, family: str, part: str, order: str) -> None:
        """Begin with what a workspace was left with; what is not known stays as it is."""
        self._choice.prefer(family)
        self.heads.restore(part, order)
        self._on_order()
        self._on_entries()

    def _on_entries(self) -> None:
        """Take over the library, as soon as it is looked at: each mark brings a new one."""
        if self.isVisible():
            self._take_library()
            self._ask()

    def _take_library(self) -> None:
        """Offer the reports there are; let go of topics whose reports are no longer there."""
        before = self._choice.key() if self._choice.chosen else None
        if self._choice.take(self._session.entries):
            chosen = self._choice.chosen
            self.heads.set_families(self._choice.offered, chosen)
            if before != (chosen.key if chosen else None):
                self.model.set_topics(None)
                self.thread_view.forget()
        self._say()

    def _on_family(self, key: str) -> None:
        if self._choice.choose(key):
            self._ask()

    def take(self, reports: tuple[str, ...]) -> None:
        """Follow the topics of the region that was clicked, while topics are looked at."""
        before = self._choice.chosen
        found = self.isVisible() and reports and self._choice.choose_for(ReportId(reports[0]))
        if found and self._choice.chosen is not before:
            self.heads.choose(self._choice.chosen)
            self._ask()

    def want(self, report: Report, section: int) -> None:
        """Have the topic shown that a section of a report belongs to, once it is known."""
        self._take_library()
        self._wanted = report.id, section
        if not self._choice.choose_for(report.id):
            self._wanted = None
            told = Message(
                "只有这一份报告，没有可以对照的年份或地区。",
                "There is no other year or region to follow this report through.",
            )
            self._session.noticed.emit(Notice(Tone.WARNING, told, passing=True))
            return
        self.heads.choose(self._choice.chosen)
        self.heads.choose_part(_PART_OF.get(report.sections[section].role, AlignmentPart.PLAN))

    def place(self) -> tuple[str, ...]:
        """Return whose topics are looked at in which part, and the section that leads to one."""
        looked_at = self._looked_at() if self.thread_view.number >= 0 else None
        topic = (looked_at[0], str(looked_at[1])) if looked_at is not None else ()
        return (*self.followed()[:2], *topic)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Show what was looked at before: a topic, or all of them."""
        family, part, *topic = place
        self._take_library()
        self._on_family(family)
        self.heads.choose(self._choice.chosen)
        self.heads.choose_part(AlignmentPart(part))
        self.thread_view.forget()
        self._wanted = (ReportId(topic[0]), int(topic[1])) if topic else None
        self.enter()

    def enter(self) -> None:
        """Ask for the topics anew and put the keyboard where they are.

        Links by hand and corrections may have moved them meanwhile.
        """
        self._take_library()
        self._ask()
        self._focus()

    def _focus(self) -> None:
        page = self.pages.currentWidget()
        if page is self.thread_view:
            self.thread_view.enter()
        elif page is self.matrix:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # The matrix

    def _ask(self) -> None:
        workspace, family = self._session.workspace, self._choice.chosen
        self._failed = False
        if workspace is None or family is None:
            self._show_page()
            return
        work = partial(jobs.read_topics, workspace, family.ids, self.heads.part())
        job = Job("topics", FOLLOWING, work)
        self._session.runner.submit(job, self._on_topics, self._on_failed)
        self._show_page()

    def _on_failed(self, _: TrackerError) -> None:
        self._failed = True
        self._show_page()

    def _on_topics(self, topics: Topics) -> None:
        was_open, place = self._wanted is not None or self.thread_view.number >= 0, -1
        wanted = self._wanted or self._looked_at()
        self._wanted = None
        is_other = topics != self.model.topics
        if is_other:
            self.model.set_topics(topics)
            self._known = {}
            self.thread_view.forget()
            gaps = any(map(self.model.missing_before, range(len(topics.reports))))
            self.legend.set_years(shown=not topics.one_year, gaps=gaps)
        number: int | None = None
        ids = [report.id for report in topics.reports]
        if wanted is not None and wanted[0] in ids:
            place = ids.index(wanted[0])
            number = self.model.find(place, wanted[1])
        if is_other:
            self._choose(-1 if number is None else number, place)
        if was_open and number is not None and number != self.thread_view.number:
            self._show_section_topic(number, place)
        self._show_page()

    def _looked_at(self) -> tuple[ReportId, int] | None:
        """Return a section of the topic at the cursor, by which it is found among others."""
        number, place = self.thread_view.number, self.thread_view.place
        if number < 0:
            number, place = self._current()
        topics = self.model.topics
        if topics is None or number < 0:
            return None
        held = jobs.sections_of(topics.history.threads[number])
        near = min(held, key=lambda other: abs(other - place))
        return topics.reports[near].id, held[near]

    def _current(self) -> tuple[int, int]:
        """Return the topic and the column at the cursor; -1 for none."""
        index = self.grid.currentIndex()
        return (self.model.row(index).number, index.column()) if index.isValid() else (-1, -1)

    def _choose(self, number: int, column: int) -> None:
        """Put the cursor on a topic; the first one where it is not shown."""
        if self.model.rowCount() and self.model.columnCount():
            row = max(0, self.model.row_of(number))
            last = self.model.columnCount() - 1
            self.grid.setCurrentIndex(
                self.model.index(row, last if column < 0 else min(column, last))
            )

    def _on_order(self) -> None:
        at = self._current()
        self.model.set_order(self.heads.order())
        self._choose(*at)
        self.grid.scrollToTop()

    def _on_typed(self, words: str) -> None:
        at = self._current()
        self.model.set_words(words)
        self._choose(*at)
        self._say()

    def _enter_grid(self) -> None:
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # One topic

    def open_current(self) -> None:
        """Show the text of the topic at the cursor."""
        index = self.grid.currentIndex()
        if index.isValid() and self.pages.currentWidget() is self.matrix:
            self._open_topic(index)

    def _open_topic(self, index: QModelIndex) -> None:
        self.leaving.emit("")
        self._show_topic(self.model.row(index).number, index.column())

    def _show_topic(self, number: int, place: int) -> None:
        topics, workspace = self.model.topics, self._session.workspace
        if topics is None or workspace is None:
            return
        self._turn_to(self.thread_view)
        self.thread_view.show_topic(number, place)
        self.thread_view.enter()
        known = self._known.get(number, ())
        for changes in known:
            self.thread_view.take_changes(changes)
        if sum(len(changes.steps) for changes in known) == len(topics.reports):
            return
        done, runner = partial(self._on_changes, topics), self._session.runner
        work = partial(jobs.read_changes, workspace, topics, number)
        runner.submit(Job("thread", COMPARING, work), done)
        work = partial(jobs.read_nearest, workspace, topics, number)
        runner.submit(Job("nearest", COMPARING, work, quiet=True), done)

    def _on_changes(self, topics: Topics, changes: ThreadChanges) -> None:
        if topics is self.model.topics:
            self._known.setdefault(changes.number, []).append(changes)
            self.thread_view.take_changes(changes)

    def _on_neighbour(self, by: int) -> None:
        row = self.model.row_of(self.thread_view.number) + by
        if 0 <= row < self.model.rowCount():
            self.leaving.emit("topics")
            self._show_topic(self.model.row(row).number, self.thread_view.place)

    def _on_section(self, place: int, section: int) -> None:
        number = self.model.find(place, section)
        if number is not None:
            self.leaving.emit("")
            self._show_section_topic(number, place)

    def _show_section_topic(self, number: int, place: int) -> None:
        """Show a topic; words that hide it in the matrix are taken away."""
        if self.model.row_of(number) < 0:
            self.heads.filter.clear()
        self._show_topic(number, place)

    def _show_matrix(self) -> None:
        number, place = self.thread_view.number, self.thread_view.place
        self.thread_view.forget()
        self._show_page()  # first, so that the grid is as large as it will be
        if number >= 0 and self.model.row_of(number) >= 0:
            self._choose(number, place)
            self.grid.scrollTo(self.grid.currentIndex())
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # Two reports

    def _open_pair(self, index: QModelIndex) -> None:
        self._want_pair(self.model.row(index).number, index.column())

    def _on_pair(self, place: int) -> None:
        self._want_pair(self.thread_view.number, place)

    def _want_pair(self, number: int, place: int) -> None:
        """Ask for a report beside the one before it that has the topic, or else the next one."""
        topics = self.model.topics
        if topics is None or number < 0:
            return
        found = couple_at(topics, number, place)
        if len(found) == 1:
            self.place_wanted.emit(found[0][0].id, found[0][1])
        elif found:
            reports, spans = zip(*found, strict=True)
            self.pair_wanted.emit(*reports, *spans)

    # What is seen

    def _show_page(self) -> None:
        self._say()
        if self.model.topics is None or not self.model.total():
            self._turn_to(self.empty)
        else:
            self._turn_to(self.thread_view if self.thread_view.number >= 0 else self.matrix)

    def _turn_to(self, page: QWidget) -> None:
        had = self.pages.currentWidget() or page
        at = QApplication.focusWidget()
        focused = had is not page and at is not None and had.isAncestorOf(at)
        self.pages.setCurrentWidget(page)
        self.heads.setVisible(page is not self.thread_view and self._choice.chosen is not None)
        if focused or (page is self.matrix and had is self.empty and self.isVisible()):
            self._focus()

    def _say(self) -> None:
        self.heads.say_count(self.model.rowCount(), self.model.total())
        title, button = self.tr("A topic through the years"), self.tr("Import files…")
        if self._session.workspace is None:
            told = self.tr("Open or make a workspace in the File menu, or look at the samples.")
            button = self.tr("Open the sample workspace")
        elif self._failed:
            told, button = self.tr("Nothing was followed."), self.tr("Try again")
        elif self._choice.chosen is None:
            told = self.tr("Import the work reports of two years of a region, or of two regions.")
        elif self.model.topics is None:
            told, button = (
                self.tr("The topics of {0} are being followed…").format(self._choice.chosen.name),
                "",
            )
        else:
            told = self.tr("This part of the reports has no sections. Choose another part above.")
            button = ""
        self.empty.set_words(title, told, button)

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        elif self._choice.chosen is None:
            self.import_wanted.emit()
        else:
            self._ask()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        if self.pages.currentWidget() is self.thread_view:
            return self.thread_view.panes()
        return (self.heads.filter, self.grid)

    def go_back(self) -> None:
        """Leave a topic for the matrix, or the line of words for the topics."""
        if self.pages.currentWidget() is self.thread_view:
            self._show_matrix()
        elif self.pages.currentWidget() is self.matrix:
            self._enter_grid()
