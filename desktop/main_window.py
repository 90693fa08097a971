"""The window: library at the left, the work at the right."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.checks import MenuChecks
from desktop.actions.compare_menu import IN_TEXTS
from desktop.actions.promise_menu import PASSAGE
from desktop.actions.table import Actions
from desktop.bars import Bars
from desktop.dialogs.care import Care
from desktop.dialogs.care_actions import CareActions
from desktop.dialogs.deciding import Deciding
from desktop.dialogs.file_actions import FileActions
from desktop.dialogs.hand_links import HandLinks
from desktop.dialogs.intake_actions import IntakeActions
from desktop.dialogs.only_reading import OnlyReading
from desktop.dialogs.opening import Opening
from desktop.dialogs.promise_words import PromiseWordsList
from desktop.dialogs.readers_room import ReadersRoom
from desktop.models.workspaces import workspace_name
from desktop.notice import Notice
from desktop.session import Session
from desktop.settings import Settings
from desktop.views.change_walk import ChangeWalk
from desktop.views.find_actions import Finding
from desktop.views.library_view import LibraryView
from desktop.views.linking import Linking
from desktop.views.mode_choice import ModeChoice
from desktop.views.nearest import Nearest
from desktop.views.reading import Reading
from desktop.views.reading_tools import ReadingTools
from desktop.views.survey_rooms import SurveyRooms
from desktop.views.topics_room import TopicsRoom
from desktop.views.where import Summary, Where
from desktop.ways import Here, Ways
from desktop.widgets.enter_presses import EnterPresses
from desktop.widgets.mark_menu import MarkMenu
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.pane_walk import PaneWalk
from desktop.widgets.progress_strip import ProgressStrip
from desktop.widgets.status_line import StatusLine
from desktop.widgets.window_place import least_size, put_back

if TYPE_CHECKING:
    from desktop.views.commitments_view import CommitmentsView
    from desktop.views.compare_view import CompareView


class MainWindow(QMainWindow):
    """The one window of the program.

    Signals:
        painted(): The first frame is on the screen.
        look_changed(): Language or theme were chosen anew.
    """

    painted = Signal()
    look_changed = Signal()

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self._session, self._settings, self._was_painted = session, settings, False
        self.message_bar, self.status_line = MessageBar(self), StatusLine(self)
        self.setStatusBar(self.status_line)
        # First of all who hear of it: what they have to say on the new workspace shall stay.
        session.opened.connect(self._forget)
        self.library = LibraryView(session, settings, self)
        self.pages = QStackedWidget(self)
        self._blank = QWidget(self.pages)
        self.pages.addWidget(self._blank)
        self.finding = Finding(session, self.pages, self.library, self)
        self.files = FileActions(session, self)
        self.only_reading = OnlyReading(session, self)
        self.care = Care(session, self)
        self.care_actions = CareActions(session, self.care, self)
        self.intake = IntakeActions(session, self.care, settings, self)
        self.deciding = Deciding(session, self)
        self.dialogs = Opening(settings, self)
        self.reading = Reading(settings, self)
        self.modes = ModeChoice(self)
        self.ways = Ways(session, settings, self.pages, self)
        self.tools = ReadingTools(session, settings, self, self.finding, self.library, self.ways)
        self.promise_words = PromiseWordsList(self)
        self.linking = Linking(session, self)
        self.hand_links = HandLinks(session, self, self.linking.pair)
        self.changes = ChangeWalk(settings, Nearest(session, self.linking, self), self)
        self.topics = TopicsRoom(session, self.pages, self.library)
        self.surveys = SurveyRooms(session, self.pages, self.library)
        self.readers = ReadersRoom(session, settings, self.pages)
        self.here = Here(
            self.ways,
            self,
            (self.topics, self.surveys, self.readers),
            self.finding,
            self.library,
            self.tools,
        )
        self.ways.serve(self.tools)
        self.actions_table = Actions(
            self,
            {
                "changes": self.changes,
                "care": self.care_actions,
                "deciding": self.deciding,
                "dialogs": self.dialogs,
                "finding": self.finding,
                "hand_links": self.hand_links,
                "library": self.library,
                "linking": self.linking,
                "readers": self.readers,
                "reading": self.reading,
                "modes": self.modes,
                "only_reading": self.only_reading,
                "promise_words": self.promise_words,
                "panes": PaneWalk(self, self.here.panes),
                "here": self.here,
                "ways": self.ways,
                "window": self,
                **self.files.targets(),
                "intake": self.intake,
                "session": session,
                "surveys": self.surveys,
                "topics": self.topics,
                "runner": session.runner,
                **self.tools.targets(),
            },
        )
        self.dialogs.serve(self.actions_table.shortcuts, self.actions_table.chosen)
        self.actions_table["dim_boilerplate"].setChecked(self.changes.dims())
        self._build()
        self.tools.serve_window(self.actions_table, self.splitter)
        self._wire()
        self._wire_library()
        self._wire_rooms()
        EnterPresses(self)
        self._restore()

    def _build(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.finding.room, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.library)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([280, 1000])
        self.setCentralWidget(self.splitter)
        self.bars = Bars(self, self.actions_table)
        self.bars.menus[0].insertMenu(self.actions_table["open_sample"], self.files.recent_menu)
        self.files.serve(self.actions_table.__getitem__)
        self.library.workspace_button.setMenu(self.files.workspace_menu)
        self.checks = MenuChecks(
            self.bars.menus,
            self.actions_table,
            {
                "toggle_lock": lambda: self.reading.scrolls_alone,
                "toggle_list": lambda: self.library.tree.is_list,
                "toggle_noise": lambda: self.reading.has_noise,
                "toggle_width": lambda: self.reading.has_short_lines,
                "full_screen": self.isFullScreen,
            },
            lambda: self.modes.chosen,
        )
        self.mark_menu = MarkMenu(self)
        self.mark_menu.aboutToShow.connect(self._fill_mark_menu)
        self.menuBar().insertMenu(self.bars.menus[2].menuAction(), self.mark_menu)
        self.progress = ProgressStrip(self)
        self.summary = Summary(self._session, self)
        self.statusBar().addWidget(self.summary)
        self.where = Where(self)
        self.statusBar().addPermanentWidget(self.where)
        self.statusBar().addPermanentWidget(self.progress)
        self.retranslate()
        self.setMinimumSize(least_size(self.screen().availableSize()))
        self.dialogs.look_changed.connect(self.look_changed)

    def _wire(self) -> None:
        session, runner = self._session, self._session.runner
        self.ways.turned.connect(self._on_turned)
        self.tools.remembering.kept.connect(self._keep_promise)
        self.ways.way_back_changed.connect(lambda there: self.bars.set_way_back(shown=there))
        session.opened.connect(self._on_opened)
        session.undo_changed.connect(self.actions_table.name_turns)
        session.noticed.connect(self._on_notice)
        session.pair_compared.connect(self.message_bar.forget_problem)
        session.tracked.connect(self.message_bar.forget_problem)
        stop = self.actions_table["stop"]
        runner.progressed.connect(self.progress.show_progress)
        runner.progressed.connect(lambda *_: stop.setEnabled(True))
        runner.idle.connect(self.progress.clear)
        runner.idle.connect(lambda: stop.setEnabled(False))
        runner.crashed.connect(self.dialogs.show_crash)
        self.progress.stopped.connect(runner.cancel_all)
        self.care.lost_changed.connect(self.actions_table.offer_lost)
        self.only_reading.changes_allowed.connect(self.actions_table.allow_changes)
        self.message_bar.acted.connect(lambda name: self.actions_table[name].trigger())
        correcting = self.tools.correcting
        for wanted, done in self.promise_words.wishes(correcting):
            wanted.connect(done)
        correcting.words_read.connect(self.promise_words.take)
        self.hand_links.forget_wanted.connect(self.linking.forget)
        self.hand_links.place_wanted.connect(self.linking.show_place)

    def _wire_library(self) -> None:
        self.library.import_wanted.connect(self.files.import_files)
        self.library.sample_wanted.connect(self.files.open_sample)
        self.library.earlier_chosen.connect(partial(self.ways.put, 0))
        self.library.later_chosen.connect(partial(self.ways.put, 1))
        self.library.promises_wanted.connect(self.ways.show_report)
        self.library.new_wanted.connect(self.files.new_workspace)
        self.library.care_wanted.connect(self.care_actions.do)
        self.library.removal_wanted.connect(self.care.remove_all)
        self.library.renamed.connect(self.care.rename)
        self.care_actions.report_wanted.connect(self.ways.show_report)
        self.care_actions.correct_wanted.connect(self.intake.correct)
        self.files.import_wanted.connect(self.intake.bring_in)
        self.intake.arrived.connect(self.library.select)
        self.intake.arrived.connect(self.reading.begin)

    def _wire_rooms(self) -> None:
        for room in (self.finding, self.tools.bookmarking, self.topics, self.surveys):
            room.place_wanted.connect(self.ways.show_place)
        self.dialogs.citations_changed.connect(self.tools.bookmarking.ask)
        self.finding.library_wanted.connect(self.actions_table["toggle_library"].trigger)
        self.readers.promise_wanted.connect(self.ways.show_promise)
        self.tools.serve_rooms(self.topics, self.surveys)
        self.topics.entered.connect(partial(self.ways.enter_room, "show_topics"))
        self.surveys.entered.connect(self.ways.enter_room)
        self.surveys.promises_wanted.connect(self.ways.show_promises)
        for survey in (self.topics, self.surveys):
            survey.pair_wanted.connect(self.ways.show_pair)
            survey.import_wanted.connect(self.files.import_files)
            survey.sample_wanted.connect(self.files.open_sample)

    @cached_property
    def compare(self) -> CompareView:
        """The two texts; made behind the first frame, which shows neither."""
        from desktop.views.compare_view import CompareView  # noqa: PLC0415 - not needed for the first frame

        view = CompareView(self._session, self)
        view.import_wanted.connect(self.files.import_files)
        view.sample_wanted.connect(self.files.open_sample)
        self.library.chosen.connect(view.take)
        self.modes.serve(view.modes)
        self.pages.addWidget(view)
        self.finding.serve(view)
        self.reading.serve(view)
        self.where.serve(view)
        self.changes.serve(view)
        self.topics.serve(view)
        self.tools.serve(view)
        self.linking.serve(view, self.actions_table.row((*PASSAGE, "", *IN_TEXTS)))
        if self.pages.currentWidget() is self._blank:
            self.pages.setCurrentWidget(view)
        return view

    @cached_property
    def commitments(self) -> CommitmentsView:
        """The view of promises; made when it is first wanted, to be painted sooner."""
        from desktop.views.commitments_view import CommitmentsView  # noqa: PLC0415 - not needed for the first frame

        view = CommitmentsView(self._session, self._settings, self)
        view.evidence_wanted.connect(self.ways.show_evidence)
        self.library.opened.connect(view.take)
        view.export_wanted.connect(self.files.export_shown)
        view.import_wanted.connect(self.files.import_files)
        view.current_changed.connect(self.care_actions.set_target)
        view.detail.decided.connect(self.deciding.decide)
        view.detail.names_accepted.connect(self.deciding.add_names)
        self.deciding.offered.connect(view.detail.evidence.show_offer)
        view.menus.serve(self.mark_menu)
        view.detail.allow_changes(not self._session.read_only)
        self.only_reading.changes_allowed.connect(view.detail.allow_changes)
        self.tools.serve_promises(view)
        self.ways.serve_promises(view)
        self.readers.serve(view, view.table, view.leave, view.marking.first_unmarked)
        self.pages.addWidget(view)
        return view

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.bars.retranslate()
        self.mark_menu.setTitle(self.tr("&Mark"))
        self.files.retranslate()
        self._say_title()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "bars"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.actions_table.retranslate()
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.actions_table.draw_icons()
            self.bars.draw_icons()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell when the first frame was painted."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
            QTimer.singleShot(0, self._furnish)

    def _furnish(self) -> None:
        """Make what stands in the window, once the window is seen."""
        if self.library.waited and self._session.workspace is None:
            self.compare.wait()
        self.compare.show()
        if self.focusWidget() in (None, self.library.filter):
            # A page that is pasted at once is a report, no word to filter by.
            self.library.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the session says

    def _forget(self, _: str) -> None:
        self.message_bar.forget()
        self.status_line.clearMessage()

    def _on_opened(self, _: str) -> None:
        self._say_title()

    def _on_turned(self, action: str) -> None:
        self.actions_table[action].setChecked(True)
        self.tools.remembering.keep_soon()

    def _say_title(self) -> None:
        program = self.tr("duizhang")
        path = self._session.place
        name = workspace_name(path) if path else ""
        if self._session.read_only:
            name = self.tr("{0} (read only)").format(name)
        self.setWindowTitle(f"{name} — {program}" if name else program)

    def _on_notice(self, notice: Notice) -> None:
        """Tell in the bar, or in the status line what need not move the view."""
        if notice.passing:
            if not notice.aside:
                self.message_bar.forget()
            self.status_line.tell(notice.message)
        else:
            self.statusBar().clearMessage()
            self.message_bar.tell(notice)

    def _fill_mark_menu(self) -> None:
        if self.ways.at_promises:
            self.commitments.menus.fill(self.mark_menu)
        else:
            self.mark_menu.fill(promise=False, evidence=False)

    # The pages that everything leads to

    def show_compare(self) -> None:
        """Go to the two texts."""
        self.ways.show_compare()

    def show_commitments(self) -> None:
        """Go to the promises."""
        self.ways.show_commitments()

    # What is kept

    def _restore(self) -> None:
        put_back(self, self._settings.state("window"), QSize(1280, 800))
        if (split := self._settings.state("library")) is not None:
            self.splitter.restoreState(split)

    def _keep_promise(self) -> None:
        """Keep which promise is looked at: a window that is killed comes back to it, too."""
        place = self.ways.promise_place()
        if place != self._settings.last_promise:
            self._settings.last_promise = place

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's size and close the workspace."""
        if "commitments" in self.__dict__:
            self.commitments.leave()
        self._keep_promise()
        self.tools.leave()
        self._settings.save_state("window", self.saveGeometry())
        self._settings.save_state("library", self.splitter.saveState())
        self.library.leave()
        self._settings.sync()
        self.hide()  # at once, also when a job needs a moment to stop
        self._session.close()
        super().closeEvent(event)
