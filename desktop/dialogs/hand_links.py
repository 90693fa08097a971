"""The list of what was said by hand about two reports: asked for, kept up to date, taken back."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import linking
from desktop.jobs.job import Job, Lane
from desktop.session import READING, Session, without_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.hand_links_dialog import HandLinksDialog
    from desktop.jobs.catalog import Comparison
    from tracker.model.library import KeptLink


class HandLinks(QObject):
    """Opens the list and fills it with what was said of the two columns that are worked on.

    Args:
        session: The open workspace and the reports side by side.
        window: Parent of the list.
        pair: Returns the two that are worked on, or None.

    Signals:
        forget_wanted(Comparison, KeptLink): A word shall be taken back.
        place_wanted(Comparison, KeptLink): Its sections shall be shown.
    """

    forget_wanted = Signal(object, object)
    place_wanted = Signal(object, object)

    def __init__(
        self, session: Session, window: QWidget, pair: Callable[[], Comparison | None]
    ) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._pair = pair
        self._shown: Comparison | None = None

    def show_links(self) -> None:
        """List the words by hand, beside the window."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._ask()

    @cached_property
    def dialog(self) -> HandLinksDialog:
        """The list; made when it is first wanted."""
        # Loaded when it is needed: start-up time.
        from desktop.dialogs.hand_links_dialog import HandLinksDialog  # noqa: PLC0415

        dialog = HandLinksDialog(self._window)
        dialog.forget_wanted.connect(self._on_forget)
        dialog.place_wanted.connect(self._on_place)
        for changed in (self._session.pair_compared, self._session.columns_read):
            changed.connect(self._on_changed)
        return dialog

    def _on_changed(self, _: object) -> None:
        if self.dialog.isVisible():
            self._ask()

    def _ask(self) -> None:
        workspace, pair = self._session.workspace, self._pair()
        if workspace is None or pair is None:
            self._shown = None
            self.dialog.set_links(None, ())
            return
        work = without_context(partial(linking.kept, workspace, pair))
        job = Job("kept links", READING, work, Lane.STORE, quiet=True)
        self._session.runner.submit(job, partial(self._on_kept, pair))

    def _on_kept(self, pair: Comparison, links: tuple[KeptLink, ...]) -> None:
        self._shown = pair
        self.dialog.set_links(pair, links)

    def _on_forget(self, one: KeptLink) -> None:
        if self._shown is not None:
            self.forget_wanted.emit(self._shown, one)

    def _on_place(self, one: KeptLink) -> None:
        if self._shown is not None:
            self.place_wanted.emit(self._shown, one)
