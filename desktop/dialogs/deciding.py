"""What a person decides about passages and names: written down, then judged around."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.jobs import deciding
from desktop.jobs.job import Job, Lane
from desktop.notice import Notice, Tone
from desktop.session import READING, SAVING, Session, without_context

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.dialogs.names_dialog import NamesDialog
    from desktop.jobs.deciding import Offer
    from tracker.model.decision import NamePair
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.kept_decision import KeptNames
    from tracker.model.mark import Anchor


class Deciding(QObject):
    """Decisions on the open workspace.

    Args:
        session: The open workspace.
        window: Parent of the list of names.

    Signals:
        offered(Offer): Names that a word on a passage may be about.
        names_read(tuple[KeptNames, ...]): Every pair of names.
    """

    offered = Signal(object)
    names_read = Signal(object)

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        session.undone.connect(self.ask_names)

    def _submit(
        self, work: Callable[[], object], done: Callable[..., None], about: tuple[str, ...] = ()
    ) -> None:
        job = Job("", SAVING, without_context(work), Lane.STORE, quiet=True, about=about)
        self._session.runner.submit(job, done)

    def decide(self, commitment: CommitmentId, passage: Anchor, answers: object) -> None:
        """Say whether a passage answers a promise; ``answers`` None takes the word back."""
        workspace = self._session.workspace
        if self._session.second.reader:
            told = Notice(Tone.WARNING, deciding.NOT_BLIND, passing=True)
            self._session.noticed.emit(told)
        elif workspace is not None:
            said = None if answers is None else bool(answers)
            work = partial(deciding.decide, workspace, commitment, passage, answers=said)
            self._submit(work, self._on_decided, (commitment,))

    def _on_decided(self, offer: Offer) -> None:
        self._judge_anew()
        self.offered.emit(offer)

    def _judge_anew(self) -> None:
        """Judge the report that is looked at around what was decided."""
        tracked = self._session.tracking
        if tracked is not None:
            self._session.track(tracked.earlier.id, tuple(r.id for r in tracked.laters))

    # Names

    def ask_names(self) -> None:
        """Ask for every pair of names; the answer is ``names_read``."""
        workspace = self._session.workspace
        if workspace is not None:
            work = without_context(partial(deciding.names, workspace))
            job = Job("names", READING, work, Lane.STORE, quiet=True)
            self._session.runner.submit(job, self.names_read.emit)

    def add_names(self, pair: NamePair, taken_from: ReportId | None = None) -> None:
        """Keep a pair of names for the region of the report that is looked at."""
        workspace, tracked = self._session.workspace, self._session.tracking
        if workspace is not None:
            used_in = tracked.earlier.id if tracked is not None else None
            work = partial(deciding.add_names, workspace, pair, used_in, taken_from)
            self._submit(work, self._on_names)

    def remove_names(self, kept: KeptNames) -> None:
        """Take a pair of names back."""
        workspace = self._session.workspace
        if workspace is not None:
            self._submit(partial(deciding.remove_names, workspace, kept), self._on_names)

    def _on_names(self, names: tuple[KeptNames, ...]) -> None:
        self.names_read.emit(names)
        if self._session.tracking is not None:
            self._judge_anew()
        else:
            self._session.refresh()

    def show_names(self) -> None:
        """List the pairs of names, beside the window."""
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self.ask_names()

    @cached_property
    def dialog(self) -> NamesDialog:
        """The list of names; made when it is first wanted."""
        # Loaded when it is needed: start-up time.
        from desktop.dialogs.names_dialog import NamesDialog  # noqa: PLC0415

        dialog = NamesDialog(self._session, self._window)
        self.names_read.connect(dialog.set_names)
        dialog.add_wanted.connect(self.add_names)
        dialog.remove_wanted.connect(self.remove_names)
        self._session.opened.connect(self.ask_names)
        return dialog
