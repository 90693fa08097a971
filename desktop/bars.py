"""Tool bar and menus of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolButton, QWidget

from desktop.actions.table import MENUS, translated
from desktop.widgets.fitting import FittingToolBar

if TYPE_CHECKING:
    from desktop.actions.table import Actions

TOOLBAR = (
    "show_compare",
    "show_commitments",
    "show_topics",
    "show_indicators",
    "show_overview",
    "show_across",
    "",
    "import_files",
    "export_report",
    "",
    "undo",
    "redo",
    " ",
    "toggle_library",
    "toggle_outlines",
    "show_settings",
)
"""Actions of the tool bar; "" is a separator, " " takes the free room."""

BACK = "go_back"
"""The action that leads from the evidence back to its promise; seen in the bar only there."""

PAGES = (
    "show_compare",
    "show_commitments",
    "show_topics",
    "show_indicators",
    "show_overview",
    "show_across",
)
"""Actions that lead to a page."""
_OTHERS_WITH_WORDS = ("import_files", "export_report")


class Bars:
    """Builds tool bar and menus and keeps their words in the language of the interface.

    Args:
        window: Window that they belong to.
        actions: What can be done.
    """

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._window = window
        self._actions = actions
        self.menus: list[QMenu] = []
        self.way_back = self._make_toolbar()
        self.set_way_back(shown=False)
        for _ in MENUS:
            menu = QMenu(window)
            menu.setToolTipsVisible(True)
            window.menuBar().addMenu(menu)
            self.menus.append(menu)

    def fill(self) -> None:
        """Put the actions into the menus, once all are made."""
        for (_, names), menu in zip(MENUS, self.menus, strict=True):
            for name in names:
                if name:
                    menu.addAction(self._actions[name])
                else:
                    menu.addSeparator()

    def _make_toolbar(self) -> QAction:
        """Make the tool bar and return what shows or hides the way back in it."""
        bar = FittingToolBar(self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 16))  # air between a picture and its word
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if not name:
                bar.addSeparator()
            elif name == " ":
                room = QWidget(bar)
                room.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                bar.addWidget(room)
            else:
                bar.addAction(self._actions[name])
        # A copy of its own: an action that is not seen would not hear its key either.
        self._back = QAction(self._window)
        self._back.triggered.connect(self._actions[BACK].trigger)
        separators = [action for action in bar.actions() if action.isSeparator()]
        bar.insertAction(separators[0], self._back)
        rooms, others = (
            tuple(cast("QToolButton", bar.widgetForAction(action)) for action in group)
            for group in (
                [self._back, *(self._actions[name] for name in PAGES)],
                [self._actions[name] for name in _OTHERS_WITH_WORDS],
            )
        )
        bar.set_worded(others, rooms)
        self._window.addToolBar(bar)
        pages = QActionGroup(self._window)
        for name in PAGES:
            pages.addAction(self._actions[name])
        self._actions["show_compare"].setChecked(True)
        self._actions["toggle_library"].setChecked(True)
        return self._back

    def set_way_back(self, *, shown: bool) -> None:
        """Show the way back from the evidence to the promise, or hide it."""
        self.way_back.setVisible(shown)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        for (text, _), menu in zip(MENUS, self.menus, strict=True):
            menu.setTitle(translated(text))
        self.draw_icons()
        back = self._actions[BACK]
        self.way_back.setText(back.text())
        self.way_back.setToolTip(back.toolTip())

    def draw_icons(self) -> None:
        """Take over the icon in the colours of the theme."""
        self.way_back.setIcon(self._actions[BACK].icon())
