"""What a reader has at hand beside the texts: bookmarks, citations, places, letters, the screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QMouseEvent

from desktop.models.words import say
from desktop.notice import Notice, Tone
from desktop.views.bookmarking import Bookmarking
from desktop.views.chaining import Chaining
from desktop.views.citing import Citing
from desktop.views.correcting import Correcting
from desktop.views.going import Going
from desktop.views.originals import Originals
from desktop.views.remembering import Remembering
from desktop.views.screen import Screen
from desktop.views.travelling import Pages, Travelling
from desktop.views.whereabouts import Whereabouts
from desktop.views.zooming import Zooming
from tracker.message import Message

PASSAGE = ("bookmark", "write_note", "copy_cited")
"""Actions on a passage that the menu of a topic offers."""

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.commitments_view import CommitmentsView
    from desktop.views.compare_view import CompareView
    from desktop.views.find_actions import Finding
    from desktop.views.survey_rooms import SurveyRooms
    from desktop.views.topics_room import TopicsRoom
    from desktop.views.topics_view import TopicsView
    from desktop.widgets.reading_text import ReadingText
    from desktop.widgets.thread_column import ThreadColumn


_CRAMPED = Message(
    "各栏较窄：按 F8 收起报告库，再按一次放回",
    "Columns are narrow: F8 folds the library away, and brings it back",
)


class ActionTable(Protocol):
    """Actions by name."""

    def __getitem__(self, name: str) -> QAction:
        """Return an action."""


class ReadingTools(QObject):
    """Makes the tools and hands the texts to them.

    Args:
        session: The open workspace.
        settings: What is remembered.
        window: The window.
        finding: Knows the texts that are looked at, and what lists stand in.
        library: What stands at the left of them.
        pages: Which page is seen.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        window: QMainWindow,
        finding: Finding,
        library: QWidget,
        pages: Pages,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._library = library
        room, self.passages = finding.room, finding.passages
        self.bookmarking = Bookmarking(session, settings, self.passages, room)
        self.correcting = Correcting(session, self.passages)
        self.chaining = Chaining(session, self)
        self.citing = Citing(session, settings, self.passages)
        self.originals = Originals(session, settings, self.passages, window)
        self.going = Going(self.passages)
        self.zooming = Zooming(self)
        self.whereabouts = Whereabouts(session, self)
        self.travelling = Travelling(session, self.whereabouts, pages)
        self.screen = Screen(window, library, room)
        self.remembering = Remembering(
            session, settings, self.whereabouts, self.zooming, self.screen
        )
        self._actions: ActionTable | None = None
        window.installEventFilter(self)
        self.zooming.zoomed.connect(self._on_zoomed)
        self.screen.quiet_changed.connect(self._on_quiet)
        self.screen.cramped.connect(self._on_cramped)
        self.screen.eased.connect(self._on_eased)
        self.travelling.changed.connect(self.say_ways)

    def targets(self) -> Mapping[str, QObject]:
        """Return who does what the actions name."""
        return {
            "bookmarking": self.bookmarking,
            "citing": self.citing,
            "correcting": self.correcting,
            "going": self.going,
            "originals": self.originals,
            "screen": self.screen,
            "travelling": self.travelling,
            "zooming": self.zooming,
        }

    def serve_window(self, actions: ActionTable, splitter: QSplitter) -> None:
        """Take over the actions, and what parts the library from the texts, once they are made."""
        self._actions = actions
        self.remembering.serve_library(self._library, splitter)
        self.remembering.library_shown.connect(actions["toggle_library"].setChecked)
        self.say_ways()

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self.passages.serve(view.desk)
        self.bookmarking.serve(view.desk)
        for tool in (
            self.zooming,
            self.whereabouts,
            self.travelling,
            self.screen,
            self.remembering,
        ):
            tool.serve(view)
        self.bookmarking.left.connect(self._enter_text)
        view.outlined.connect(self._on_outlined)
        self._on_outlined(view.outlines_shown())

    def serve_rooms(self, topics: TopicsRoom, surveys: SurveyRooms) -> None:
        """Remember where one was in the other pages, and serve the topics when they are made."""
        self.travelling.serve_room("topics", topics)
        self.travelling.serve_room("surveys", surveys)
        topics.leaving.connect(self.travelling.leave)
        topics.made.connect(self.serve_topics)

    def serve_topics(self, view: TopicsView) -> None:
        """Take over the topics, once they are made."""
        self.passages.serve(view.thread_view)
        self.bookmarking.serve(view.thread_view)
        self.zooming.serve_topics(view)
        view.thread_view.column_made.connect(self._on_column)
        self.remembering.serve_topics(view)

    def _on_column(self, column: ThreadColumn) -> None:
        column.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        column.text.customContextMenuRequested.connect(partial(self._open_menu, column.text))

    def _open_menu(self, text: ReadingText, at: QPoint) -> None:
        """Offer for a passage of a topic what is offered for one side by side."""
        if self._actions is None:
            return
        text.setFocus(Qt.FocusReason.MouseFocusReason)
        menu = text.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addSeparator()
        menu.addActions([self._actions[name] for name in PASSAGE])
        menu.popup(text.viewport().mapToGlobal(at))

    def serve_promises(self, view: CommitmentsView) -> None:
        """Take over the promises, once they are made."""
        self.correcting.serve(view)
        self.chaining.serve(view)
        self.remembering.serve_promises(view)

    def _enter_text(self) -> None:
        text = self.passages.text()
        if text is not None:
            text.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_ways(self) -> None:
        """Offer the ways back and forward that there are."""
        if self._actions is not None:
            self._actions["travel_back"].setEnabled(self.travelling.can_go_back)
            self._actions["travel_ahead"].setEnabled(self.travelling.can_go_ahead)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back and forward by the side buttons of the mouse, which no text takes for itself."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            ways = {
                Qt.MouseButton.BackButton: self.travelling.go_back,
                Qt.MouseButton.ForwardButton: self.travelling.go_ahead,
            }
            way = ways.get(event.button())
            if way is not None:
                way()
                return True
        return super().eventFilter(watched, event)

    def _on_zoomed(self, per_cent: int) -> None:
        told = Message(f"字号 {per_cent}%", f"Size of letters: {per_cent}%")
        self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))

    def _on_outlined(self, shown: bool) -> None:  # noqa: FBT001 - a signal
        if self._actions is not None:
            self._actions["toggle_outlines"].setChecked(shown)

    def _on_quiet(self, quiet: bool) -> None:  # noqa: FBT001 - a signal
        if self._actions is not None:
            self._actions["quiet"].setChecked(quiet)
            self._actions["toggle_library"].setChecked(not quiet)
        if quiet:
            told = Message("安静阅读：按 Esc 返回", "Quiet reading: Esc brings the rest back")
            self._session.noticed.emit(Notice(Tone.DONE, told, passing=True))
        else:
            self._window.statusBar().clearMessage()

    def _on_cramped(self) -> None:
        self._session.noticed.emit(Notice(Tone.DONE, _CRAMPED, passing=True))

    def _on_eased(self) -> None:
        """Take the hint back that holds no more."""
        if self._window.statusBar().currentMessage() == say(_CRAMPED):
            self._window.statusBar().clearMessage()

    def leave(self) -> None:
        """Remember how the workspace is looked at, and clear up: the program ends."""
        self.remembering.keep()
        self.originals.leave()
