"""The menus of the promises: of a row, of the menu bar, and behind the three dots."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt

from desktop.views.promise_menu import more_menu
from desktop.widgets.mark_menu import MarkMenu, copy_promise

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from desktop.views.promise_page import PromisePage
    from tracker.model.tracking import Verdict


class Doing(Protocol):
    """Who does what menus offer."""

    more: tuple[QAction, ...]
    """What can be done to promises besides marking them."""

    def mark(self, verdict: Verdict | None) -> None:
        """Mark what is chosen."""

    def write_note(self) -> None:
        """Let a note be written."""

    def next_unmarked(self) -> None:
        """Go to the next promise without a mark."""

    def open_evidence(self) -> None:
        """Show the passage that is looked at beside the promise."""

    def export_shown(self) -> None:
        """Hand on what passes the filter, to be exported."""


class PromiseMenus(QObject):
    """Offers what can be done with promises.

    Args:
        view: The promises.
        doing: Who does what is chosen.
    """

    def __init__(self, view: PromisePage, doing: Doing) -> None:
        super().__init__(view)
        self._view, self._doing = view, doing
        self.of_row: MarkMenu | None = None
        self.of_more: QMenu | None = None
        view.table.customContextMenuRequested.connect(self._open_row)
        view.heads.more_button.clicked.connect(self._open_more)

    def _open_row(self, at: QPoint) -> None:
        if self._view.row() < 0:
            return
        menu = self.of_row = MarkMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.serve(menu)
        self.fill(menu)
        menu.popup(self._view.table.viewport().mapToGlobal(at))

    def serve(self, menu: MarkMenu) -> None:
        """Do what a menu asks for."""
        doing = self._doing
        menu.marked.connect(doing.mark)
        menu.note_wanted.connect(doing.write_note)
        menu.next_wanted.connect(doing.next_unmarked)
        menu.open_wanted.connect(doing.open_evidence)
        self._view.detail.evidence.serve(menu)
        menu.copy_wanted.connect(lambda: copy_promise(self._view.current()))

    def fill(self, menu: MarkMenu) -> None:
        """Offer in a menu what can be done with the promise under the cursor."""
        tracking = self._view.current()
        evidence = tracking is not None and bool(tracking.evidence)
        menu.fill(promise=self._view.row() >= 0, evidence=evidence)
        menu.addSeparator()
        menu.addActions(list(self._doing.more))

    def _open_more(self) -> None:
        self.of_more = more_menu(self._view, self._doing.export_shown)
        self._view.pop_up(self.of_more)
