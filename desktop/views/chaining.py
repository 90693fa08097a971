"""Promises through the years: looked for when somebody asks, remembered until something changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.jobs import promising
from desktop.jobs.job import Job
from desktop.session import Session, without_context
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.jobs.catalog import UndoState
    from desktop.views.commitments_view import CommitmentsView
    from tracker.model.chain import Chain
    from tracker.model.ids import CommitmentId, ReportId
    from tracker.model.tracking import Tracking

LOOKING = Message("正在查历年的承诺", "Following promises through the years")


class Chaining(QObject):
    """Fills the strip of years of the promise that is looked at.

    Args:
        session: The open workspace and the promises that are looked at.
        parent: Parent.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._view: CommitmentsView | None = None
        self._known: dict[CommitmentId, Chain] = {}
        self._asked: set[ReportId] = set()
        self._state: UndoState | None = None
        self._report: ReportId | None = None
        self._promise: CommitmentId | None = None
        session.undo_changed.connect(self._on_undo_state)
        session.entries_changed.connect(self._forget)
        session.opened.connect(self._forget)

    def serve(self, view: CommitmentsView) -> None:
        """Take over the promises, once their view is made."""
        self._view = view
        view.current_changed.connect(self._on_current)
        view.detail.chain.wanted.connect(self.ask)
        view.detail.chain.place_wanted.connect(view.return_to)

    def _forget(self, *_: object) -> None:
        """Marks and words change what became of promises."""
        self._known.clear()
        self._asked.clear()

    def _on_undo_state(self, state: UndoState) -> None:
        if state != self._state:
            self._state = state
            self._forget()

    def _on_current(self, report: ReportId, tracking: Tracking | None) -> None:
        self._report = report or None
        self._promise = tracking.commitment.id if tracking is not None else None
        if self._view is not None:
            self._view.detail.chain.clear()
            if self._report in self._asked:
                self._show()

    def ask(self) -> None:
        """Look for the years of the promise."""
        workspace, report, view = self._session.workspace, self._report, self._view
        if workspace is None or report is None or view is None:
            return
        if report in self._asked:
            self._show()
            return
        view.detail.chain.show_waiting()
        work = without_context(partial(promising.chains, workspace, report))
        job = Job("chains", LOOKING, work)
        self._session.runner.submit(job, partial(self._on_found, report))

    def _on_found(self, report: ReportId, chains: Mapping[CommitmentId, Chain]) -> None:
        self._known.update(chains)
        self._asked.update((report, *(key.report_id for c in chains.values() for key in c.links)))
        if report == self._report:
            self._show()

    def _show(self) -> None:
        if self._view is None or self._report is None or self._promise is None:
            return
        chain = self._known.get(self._promise)
        lonely = chain is None or len(chain.links) < 2
        self._view.detail.chain.show_chain(None if lonely else chain, self._promise)
