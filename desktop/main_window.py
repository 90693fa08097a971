"""The window: library at the left, the work at the right.

It paints its first frame with the library, the bars and the menus; ``desktop.furniture`` makes the
rest behind that frame.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QMoveEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.actions.table import Actions
from desktop.bars import BACK, TOOLBAR, Bars
from desktop.models.workspaces import workspace_name
from desktop.notice import Notice
from desktop.session import Session
from desktop.settings import Settings
from desktop.views.library_view import LibraryView
from desktop.views.shelf_view import LIST_WIDTH
from desktop.views.where import Summary
from desktop.widgets.enter_presses import EnterPresses
from desktop.widgets.list_room import ListRoom
from desktop.widgets.mark_menu import MarkMenu
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.progress_strip import ProgressStrip
from desktop.widgets.status_line import StatusLine
from desktop.widgets.window_place import least_size, put_back

if TYPE_CHECKING:
    from desktop.furniture import Furniture

_SOON_MS = 800
"""How long the window rests before it is written down where it stands."""
_TREE_WIDTH = 280
"""Pixels of the library at first."""


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
        self._session, self._settings = session, settings
        self._was_painted = self._is_left = False
        self._tree_width = _TREE_WIDTH
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON_MS)
        self._soon.timeout.connect(self._keep_place)
        self.message_bar, self.status_line = MessageBar(self), StatusLine(self)
        self.setStatusBar(self.status_line)
        # First of all who hear of it: what they have to say on the new workspace shall stay.
        session.opened.connect(self._forget)
        self.library = LibraryView(session, settings, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(QWidget(self.pages))
        self.room = ListRoom(self.pages)
        self.actions_table = Actions(self, {*TOOLBAR, BACK})
        self._build()
        self._wire()
        EnterPresses(self)
        self._restore()

    def _build(self) -> None:
        right = QWidget(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.room, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.addWidget(self.library)
        self.splitter.addWidget(right)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setSizes([_TREE_WIDTH, 1000])
        self.splitter.splitterMoved.connect(self._soon.start)
        self.setCentralWidget(self.splitter)
        self.bars = Bars(self, self.actions_table)
        self.mark_menu = MarkMenu(self)
        self.menuBar().insertMenu(self.bars.menus[2].menuAction(), self.mark_menu)
        self.progress = ProgressStrip(self)
        self.summary = Summary(self._session, self)
        self.statusBar().addWidget(self.summary)
        self.statusBar().addPermanentWidget(self.progress)
        self.retranslate()
        self.setMinimumSize(least_size(self.screen().availableSize()))

    def _wire(self) -> None:
        session, runner = self._session, self._session.runner
        session.opened.connect(self._on_opened)
        session.noticed.connect(self._on_notice)
        session.pair_compared.connect(self.message_bar.forget_problem)
        session.tracked.connect(self.message_bar.forget_problem)
        runner.progressed.connect(self.progress.show_progress)
        runner.idle.connect(self.progress.clear)
        self.progress.stopped.connect(runner.cancel_all)
        self.library.list_chosen.connect(self._give_room)

    @cached_property
    def furniture(self) -> Furniture:
        """What stands in the window; made behind the first frame, which shows none of it."""
        from desktop.furniture import Frame, Furniture  # noqa: PLC0415 - behind the first frame

        frame = Frame(
            self,
            self.library,
            self.splitter,
            self.room,
            self.actions_table,
            self.bars,
            self.mark_menu,
            self.message_bar,
        )
        made = Furniture(frame, self.pages, self._session, self._settings)
        made.dialogs.look_changed.connect(self.look_changed)
        return made

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.bars.retranslate()
        self.mark_menu.setTitle(self.tr("&Mark"))
        if "furniture" in self.__dict__:
            self.furniture.retranslate()
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
            QTimer.singleShot(0, self._begin)
            QTimer.singleShot(0, self._furnish)

    def _begin(self) -> None:
        if not self._is_left:
            self.painted.emit()

    def _furnish(self) -> None:
        """Make what stands in the window, once the window is seen."""
        if self._is_left:
            return
        if self.library.waited and self._session.workspace is None:
            self.furniture.compare.wait()
        self.furniture.compare.show()
        # Not where Qt puts it, first of all: a page that is pasted at once is a report, no word to
        # filter by, and Enter shall open no menu.
        self.library.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    # What the session says

    def _forget(self, _: str) -> None:
        self.message_bar.forget()
        self.status_line.clearMessage()

    def _on_opened(self, _: str) -> None:
        self._say_title()

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

    def _give_room(self, as_list: bool) -> None:  # noqa: FBT001 - a signal
        """Make the library as wide as its list needs to be seen whole; the tree as it was."""
        if self.library.isHidden():
            return
        library, rest = self.splitter.sizes()
        wanted = min(LIST_WIDTH, (library + rest) // 3)
        if as_list and library < wanted:
            self._tree_width = library
            self.splitter.setSizes([wanted, library + rest - wanted])
        elif not as_list and library == wanted:
            self.splitter.setSizes([self._tree_width, library + rest - self._tree_width])

    # What is kept

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep where the window stands: it may be ended with the system."""
        super().moveEvent(event)
        self._soon.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep how large the window is."""
        super().resizeEvent(event)
        self._soon.start()

    def _keep_place(self) -> None:
        self._soon.stop()
        self._settings.save_state("window", self.saveGeometry())
        self._settings.save_state("library", self.splitter.saveState())

    def _restore(self) -> None:
        put_back(self, self._settings.state("window"), QSize(1280, 800))
        if (split := self._settings.state("library")) is not None:
            self.splitter.restoreState(split)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's size and close the workspace."""
        self._is_left = True
        if "furniture" in self.__dict__:
            self.furniture.leave()
        self._keep_place()
        self.library.leave()
        self._settings.sync()
        self.hide()  # at once, also when a job needs a moment to stop
        self._session.close()
        super().closeEvent(event)
