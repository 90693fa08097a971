"""How each workspace was left, so that it is found like that the next time.

It is kept in the settings of the person, by the random name of the workspace: looking writes
nothing into a workspace, which others may share and look at in their own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from desktop.models.view_state import ViewState

if TYPE_CHECKING:
    from desktop.jobs.starting import Glance
    from desktop.session import Session
    from desktop.settings import Settings
    from desktop.views.commitments_view import CommitmentsView
    from desktop.views.compare_view import CompareView
    from desktop.views.screen import Screen
    from desktop.views.topics_view import TopicsView
    from desktop.views.whereabouts import Whereabouts
    from desktop.views.zooming import Zooming


_TEXTS_AND_PROMISES = ("show_compare", "show_commitments")
"""These are come back to by what is read in them."""

_SOON_MS = 500
"""Kept so long after something was chosen or moved."""

_NOW_AND_THEN_MS = 15_000
"""Where one reads is kept so often; nothing is written where nothing moved."""


class Remembering(QObject):
    """Keeps and restores the view of a workspace.

    Args:
        session: The open workspace.
        settings: Where views are kept.
        whereabouts: Where one reads.
        zooming: The size of letters.
        screen: What is hidden for a while only.

    Signals:
        library_shown(bool): The library is there, or folded away, as it was left.
        kept(): How it is looked at was kept; what others keep is kept with it.
    """

    library_shown = Signal(bool)
    kept = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        whereabouts: Whereabouts,
        zooming: Zooming,
        screen: Screen,
    ) -> None:
        super().__init__(whereabouts)
        self._session = session
        self._settings = settings
        self._whereabouts = whereabouts
        self._zooming = zooming
        self._screen = screen
        self._view: CompareView | None = None
        self._library: QWidget | None = None
        self._splitter: QSplitter | None = None
        self._wanted: ViewState | None = None
        self._topics: TopicsView | None = None
        self._followed = ("", "", "")
        self._promises: CommitmentsView | None = None
        self._grouped: tuple[str, str] | None = None
        self._foreseen = ""
        self._room = ""
        self.room_left = ""
        """Action that leads to the page where the workspace was left; "" for texts or promises."""
        session.leaving.connect(self.keep)
        self._kept = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._keep_now)
        self._now_and_then = QTimer(self)
        self._now_and_then.setInterval(_NOW_AND_THEN_MS)
        self._now_and_then.timeout.connect(self._keep_now)
        self._now_and_then.start()

    def serve(self, view: CompareView) -> None:
        """Take over the texts, once they are made."""
        self._view = view
        self._session.columns_read.connect(self._on_columns)
        view.columns.splitterMoved.connect(self._soon.start)

    def serve_topics(self, view: TopicsView) -> None:
        """Take over the topics, once they are made."""
        self._topics = view
        view.restore(*self._followed)

    def serve_promises(self, view: CommitmentsView) -> None:
        """Take over the promises, once they are made."""
        self._promises = view
        self._session.tracked.connect(self._on_tracked)
        for box in (view.heads.scope_box, view.heads.group_box):
            box.activated.connect(self._soon.start)
        view.current_changed.connect(self._soon.start)

    def _on_tracked(self, _: object) -> None:
        """Choose scope and grouping once promises are looked at: reading many takes a while."""
        wanted, self._grouped = self._grouped, None
        if wanted is not None and self._promises is not None:
            self._promises.heads.restore(*wanted)

    def serve_library(self, library: QWidget, splitter: QSplitter) -> None:
        """Take over the library and what parts it from the texts."""
        self._library, self._splitter = library, splitter
        splitter.splitterMoved.connect(self._soon.start)

    def foresee(self, found: Glance) -> None:
        """Show texts as they were left, of a workspace that is opened only now."""
        state = ViewState.from_text(self._settings.view_of(found.workspace))
        self._foreseen, self._wanted = found.workspace, state
        self._lay_out(state)
        self._whereabouts.expect(state.reports, state.positions)
        self._session.desk.foresee(found.workspace, found.texts)

    def restore(self) -> bool:
        """Show the workspace that was just opened as it was left; False where nothing is known."""
        workspace, foreseen = self._session.workspace_id, self._foreseen
        self._foreseen = ""
        text = self._settings.view_of(workspace)
        state = ViewState.from_text(text)
        known = [report for report in state.reports if self._session.entry(report) is not None]
        self._followed = state.topics, state.topics_part, state.topics_order
        if self._topics is not None:
            self._topics.restore(*self._followed)
        self._grouped = state.promise_scope, state.promise_group
        self.room_left = state.room
        whole = len(known) == len(state.reports)
        if whole and foreseen == workspace:
            return True  # it was shown already, and somebody may have scrolled since
        self._wanted = state if whole else None
        if text:
            self._lay_out(state)
        if not known:
            return False
        self._whereabouts.go(tuple(known), state.positions if whole else ())
        return True

    def _lay_out(self, state: ViewState) -> None:
        self._restore_library(state)
        self._zooming.set_steps(state.zoom)
        if self._view is not None:
            self._view.modes.restore(state.mode)
            if state.outlines is not None:
                self._view.set_outlines(shown=state.outlines)

    def _restore_library(self, state: ViewState) -> None:
        if self._library is None or self._splitter is None:
            return
        self._library.setVisible(state.library)
        self.library_shown.emit(state.library)
        if state.library and state.library_width:
            width = sum(self._splitter.sizes())
            self._splitter.setSizes([state.library_width, width - state.library_width])

    def _on_columns(self, _: object) -> None:
        """Give the columns their widths and let go those that scrolled by themselves."""
        self._soon.start()
        state, view, self._wanted = self._wanted, self._view, None
        if state is None or view is None or self._whereabouts.here()[0] != state.reports:
            return
        if len(state.shares) == len(view.columns):
            view.columns.setSizes(list(state.shares))
        for place in state.unlocked:
            if place < len(view.columns):
                view.columns[place].head.set_locked(locked=False)

    def keep(self) -> None:
        """Remember how the workspace is looked at now: it is left."""
        self._screen.leave_quiet()
        self._keep_now()

    def note_page(self, action: str) -> None:
        """Remember which page is seen, by the action that leads to it."""
        self._room = "" if action in _TEXTS_AND_PROMISES else action
        self._soon.start()

    def _keep_now(self) -> None:
        """Keep how it is looked at: the program can be ended at any time by whoever may."""
        if not self._session.workspace_id or self._view is None or self._screen.is_quiet:
            return
        followed = self._topics.followed() if self._topics is not None else self._followed
        grouped = self._grouped
        if grouped is None and self._promises is not None:
            grouped = self._promises.heads.left()
        scope, group = grouped or ("", "")
        view, (reports, positions) = self._view, self._whereabouts.here()
        state = ViewState(
            reports=reports,
            positions=positions,
            mode=view.modes.mode.value,
            unlocked=tuple(n for n, column in enumerate(view.columns) if not column.locked),
            shares=tuple(view.columns.sizes()[: len(reports)]),
            outlines=view.outlines_chosen,
            library=self._library is None or not self._library.isHidden(),
            library_width=self._splitter.sizes()[0] if self._splitter is not None else 0,
            zoom=self._zooming.steps,
            topics=followed[0],
            topics_part=followed[1],
            topics_order=followed[2],
            promise_scope=scope,
            promise_group=group,
            room=self._room,
        )
        told = state.to_text()
        if reports and (self._session.workspace_id + told) != self._kept:
            self._kept = self._session.workspace_id + told
            self._settings.save_view_of(self._session.workspace_id, told)
        self.kept.emit()
