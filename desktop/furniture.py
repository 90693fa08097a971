"""What stands in the window: pages, dialogs, tools, and who does what the actions say.

All of it is made behind the first frame, which shows none of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.actions.checks import MenuChecks
from desktop.actions.compare_menu import IN_TEXTS
from desktop.actions.promise_menu import PASSAGE
from desktop.bars import PAGES
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
from desktop.views.change_walk import ChangeWalk
from desktop.views.find_actions import Finding
from desktop.views.linking import Linking
from desktop.views.mode_choice import ModeChoice
from desktop.views.nearest import Nearest
from desktop.views.reading import Reading
from desktop.views.reading_tools import ReadingTools
from desktop.views.survey_rooms import SurveyRooms
from desktop.views.topics_room import TopicsRoom
from desktop.views.where import Where
from desktop.ways import Here, Ways
from desktop.widgets.pane_walk import PaneWalk

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QSplitter, QStackedWidget

    from desktop.actions.table import Actions
    from desktop.bars import Bars
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.commitments_view import CommitmentsView
    from desktop.views.compare_view import CompareView
    from desktop.views.library_view import LibraryView
    from desktop.widgets.list_room import ListRoom
    from desktop.widgets.mark_menu import MarkMenu
    from desktop.widgets.message_bar import MessageBar


@dataclass(frozen=True, slots=True)
class Frame:
    """What a window is before anything stands in it.

    Attributes:
        window: The window itself.
        library: What stands at the left.
        splitter: What parts library and pages.
        room: The pages, and lists below them.
        actions: Those of the bars are made, the others are not.
        bars: Tool bar and menus, which are empty.
        mark_menu: The menu of the promise that is looked at.
        message_bar: What the session tells.
    """

    window: QMainWindow
    library: LibraryView
    splitter: QSplitter
    room: ListRoom
    actions: Actions
    bars: Bars
    mark_menu: MarkMenu
    message_bar: MessageBar


class Furniture(QObject):
    """Makes what stands in the window and wires it.

    Args:
        frame: The window, with its library, bars and pages.
        pages: Where the pages stand; the first one is shown in the place of what is blank.
        session: The open workspace.
        settings: What is remembered.
    """

    def __init__(
        self, frame: Frame, pages: QStackedWidget, session: Session, settings: Settings
    ) -> None:
        super().__init__(frame.window)
        self._frame, self._pages, self._session, self._settings = frame, pages, session, settings
        self._blank = pages.currentWidget()
        window, library = frame.window, frame.library
        self.finding = Finding(session, frame.room, library, self)
        self.files = FileActions(session, window)
        self.only_reading = OnlyReading(session, window)
        self.care = Care(session, window)
        self.care_actions = CareActions(session, self.care, window)
        self.intake = IntakeActions(session, self.care, settings, window)
        self.deciding = Deciding(session, window)
        self.dialogs = Opening(settings, window)
        self.reading = Reading(settings, self)
        self.modes = ModeChoice(self)
        self.ways = Ways(session, settings, pages, self)
        self.tools = ReadingTools(session, settings, window, self.finding, library, self.ways)
        self.promise_words = PromiseWordsList(window)
        self.linking = Linking(session, window)
        self.hand_links = HandLinks(session, window, self.linking.pair)
        self.changes = ChangeWalk(settings, Nearest(session, self.linking, window), self)
        self.topics = TopicsRoom(session, pages, library)
        self.surveys = SurveyRooms(session, pages, library)
        self.readers = ReadersRoom(session, settings, pages)
        rooms = (self.topics, self.surveys, self.readers)
        self.here = Here(self.ways, self, rooms, self.finding, library, self.tools)
        self.where = Where(window)
        self.ways.serve(self.tools)
        self._serve_actions()
        self._fill_bars()
        self._wire()
        self._wire_library()
        self._wire_rooms()

    def _serve_actions(self) -> None:
        frame, actions = self._frame, self._frame.actions
        actions.serve(
            {
                "changes": self.changes,
                "care": self.care_actions,
                "deciding": self.deciding,
                "dialogs": self.dialogs,
                "finding": self.finding,
                "hand_links": self.hand_links,
                "library": frame.library,
                "linking": self.linking,
                "readers": self.readers,
                "reading": self.reading,
                "modes": self.modes,
                "only_reading": self.only_reading,
                "promise_words": self.promise_words,
                "panes": PaneWalk(frame.window, self.here.panes),
                "here": self.here,
                "ways": self.ways,
                "window": frame.window,
                **self.files.targets(),
                "intake": self.intake,
                "session": self._session,
                "surveys": self.surveys,
                "topics": self.topics,
                "runner": self._session.runner,
                **self.tools.targets(),
            },
        )
        self.dialogs.serve(actions.shortcuts, actions.chosen)
        actions["dim_boilerplate"].setChecked(self.changes.dims())

    def _fill_bars(self) -> None:
        frame, actions = self._frame, self._frame.actions
        frame.bars.fill()
        frame.bars.menus[0].insertMenu(actions["open_sample"], self.files.recent_menu)
        self.files.serve(actions.__getitem__)
        frame.library.workspace_button.setMenu(self.files.workspace_menu)
        self.checks = MenuChecks(
            frame.bars.menus,
            actions,
            {
                "toggle_lock": lambda: self.reading.scrolls_alone,
                "toggle_list": lambda: frame.library.tree.is_list,
                "toggle_noise": lambda: self.reading.has_noise,
                "toggle_width": lambda: self.reading.has_short_lines,
                "full_screen": frame.window.isFullScreen,
            },
            lambda: self.modes.chosen,
        )
        frame.mark_menu.aboutToShow.connect(self._fill_mark_menu)
        frame.window.statusBar().insertPermanentWidget(1, self.where)  # behind the summary
        self.tools.serve_window(actions, frame.splitter)

    def _wire(self) -> None:
        frame, session, actions = self._frame, self._session, self._frame.actions
        self.ways.turned.connect(self._on_turned)
        self.tools.remembering.kept.connect(self._keep_promise)
        self.ways.way_back_changed.connect(lambda there: frame.bars.set_way_back(shown=there))
        session.undo_changed.connect(actions.name_turns)
        session.second.changed.connect(actions.offer_leaving)
        stop = actions["stop"]
        session.runner.progressed.connect(lambda *_: stop.setEnabled(True))
        session.runner.idle.connect(lambda: stop.setEnabled(False))
        session.runner.crashed.connect(self.dialogs.show_crash)
        self.care.lost_changed.connect(actions.offer_lost)
        self.only_reading.changes_allowed.connect(actions.allow_changes)
        frame.message_bar.acted.connect(lambda name: actions[name].trigger())
        correcting = self.tools.correcting
        for wanted, done in self.promise_words.wishes(correcting):
            wanted.connect(done)
        correcting.words_read.connect(self.promise_words.take)
        self.hand_links.forget_wanted.connect(self.linking.forget)
        self.hand_links.place_wanted.connect(self.linking.show_place)

    def _wire_library(self) -> None:
        library = self._frame.library
        library.import_wanted.connect(self.files.import_files)
        library.sample_wanted.connect(self.files.open_sample)
        library.earlier_chosen.connect(partial(self.ways.put, 0))
        library.later_chosen.connect(partial(self.ways.put, 1))
        library.promises_wanted.connect(self.ways.show_report)
        library.new_wanted.connect(self.files.new_workspace)
        library.care_wanted.connect(self.care_actions.do)
        library.removal_wanted.connect(self.care.remove_all)
        library.renamed.connect(self.care.rename)
        self.care_actions.report_wanted.connect(self.ways.show_report)
        self.care_actions.correct_wanted.connect(self.intake.correct)
        self.files.import_wanted.connect(self.intake.bring_in)
        self.intake.arrived.connect(library.select)
        self.intake.arrived.connect(self.reading.begin)

    def _wire_rooms(self) -> None:
        for room in (self.finding, self.tools.bookmarking, self.topics, self.surveys):
            room.place_wanted.connect(self.ways.show_place)
        self.dialogs.citations_changed.connect(self.tools.bookmarking.ask)
        actions = self._frame.actions
        self.finding.library_wanted.connect(actions["toggle_library"].trigger)
        self.readers.promise_wanted.connect(self.ways.show_promise)
        self.readers.set_right.connect(self.tools.correcting.show_anew)
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
        """The two texts."""
        from desktop.views.compare_view import CompareView  # noqa: PLC0415 - behind the bars

        view = CompareView(self._session, self._frame.window)
        view.import_wanted.connect(self.files.import_files)
        view.sample_wanted.connect(self.files.open_sample)
        self._frame.library.chosen.connect(view.take)
        self.modes.serve(view.modes)
        self._pages.addWidget(view)
        self.finding.serve(view)
        self.reading.serve(view)
        self.where.serve(view)
        self.changes.serve(view)
        self.topics.serve(view)
        self.tools.serve(view)
        self.linking.serve(view, self._frame.actions.row((*PASSAGE, "", *IN_TEXTS)))
        if self._pages.currentWidget() is self._blank:
            self._pages.setCurrentWidget(view)
        return view

    @cached_property
    def commitments(self) -> CommitmentsView:
        """The view of promises; made when it is first wanted."""
        from desktop.views.commitments_view import CommitmentsView  # noqa: PLC0415 - when wanted

        view = CommitmentsView(self._session, self._settings, self._frame.window)
        view.evidence_wanted.connect(self.ways.show_evidence)
        self._frame.library.opened.connect(view.take)
        view.export_wanted.connect(self.files.export_shown)
        view.import_wanted.connect(self.files.import_files)
        view.current_changed.connect(self.care_actions.set_target)
        view.detail.decided.connect(self.deciding.decide)
        view.detail.names_accepted.connect(self.deciding.add_names)
        self.deciding.offered.connect(view.detail.evidence.show_offer)
        view.menus.serve(self._frame.mark_menu)
        view.detail.allow_changes(not self._session.read_only)
        self.only_reading.changes_allowed.connect(view.detail.allow_changes)
        self.tools.serve_promises(view)
        self.ways.serve_promises(view)
        self.readers.serve(view, view.table, view.leave, view.marking.first_unmarked)
        self._pages.addWidget(view)
        return view

    def return_to_page(self) -> None:
        """Go to the page that was seen when the program ended, where it was another one."""
        self.ways.return_to_promises()
        room = self.tools.remembering.room_left
        if room in PAGES:
            self._frame.actions[room].trigger()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.files.retranslate()

    def leave(self) -> None:
        """Keep what is remembered: the window closes."""
        if "commitments" in self.__dict__:
            self.commitments.leave()
        self._keep_promise()
        self.tools.leave()

    def _on_turned(self, action: str) -> None:
        self._frame.actions[action].setChecked(True)
        self.tools.remembering.note_page(action)

    def _fill_mark_menu(self) -> None:
        if self.ways.at_promises:
            self.commitments.menus.fill(self._frame.mark_menu)
        else:
            self._frame.mark_menu.fill(promise=False, evidence=False)

    def _keep_promise(self) -> None:
        """Keep which promise is looked at: a window that is killed comes back to it, too."""
        if self._session.workspace is None:
            return  # one that is closed before anything is open comes back to where it was left
        place = self.ways.promise_place()
        if place != self._settings.last_promise:
            self._settings.last_promise = place
