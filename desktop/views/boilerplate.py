"""Boilerplate (套话) in faint ink, in all columns, when the reader wants it so."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import passages
from desktop.jobs.job import Job, Lane
from desktop.session import READING, without_context
from desktop.widgets.inks import Ink, Inked
from desktop.widgets.report_pane import Layer

if TYPE_CHECKING:
    from desktop.session import Session
    from desktop.views.columns import Columns
    from tracker.model.report import Report
    from tracker.model.span import Span


class Boilerplate(QObject):
    """Finds boilerplate behind the scenes and dims it.

    Args:
        session: The open workspace.
        columns: The texts.

    Signals:
        changed(dict): What is dimmed now: spans by the ids of reports, none where nothing is.
    """

    changed = Signal(object)

    def __init__(self, session: Session, columns: Columns) -> None:
        super().__init__(columns)
        self._session = session
        self._columns = columns
        self._dimmed = False
        columns.arranged.connect(self._ask)

    def set_dimmed(self, *, dimmed: bool) -> None:
        """Dim boilerplate from now on, or show it like the rest."""
        self._dimmed = dimmed
        if dimmed:
            self._ask()
        else:
            for pane in self._columns.panes:
                pane.lay(Layer.FAINT, ())
            self.changed.emit({})

    def _ask(self) -> None:
        """Ask for the boilerplate of all columns."""
        reports = tuple(pane.report for pane in self._columns.panes if pane.report is not None)
        workspace = self._session.workspace
        if not self._dimmed or workspace is None or not reports:
            return
        ids = tuple(report.id for report in reports)
        work = without_context(partial(passages.boilerplate, workspace, ids))
        job = Job("boilerplate", READING, work, Lane.STORE, quiet=True)
        self._session.runner.submit(job, partial(self._take, reports))

    def _take(self, reports: tuple[Report, ...], found: tuple[tuple[Span, ...], ...]) -> None:
        """Dim it, where the columns are still the same."""
        spans = dict(zip((report.id for report in reports), found, strict=True))
        for pane in self._columns.panes:
            if self._dimmed and pane.report is not None and pane.report in reports:
                inked = (Inked(span, Ink.FAINT) for span in spans[pane.report.id])
                pane.lay(Layer.FAINT, tuple(inked))
        self.changed.emit(spans if self._dimmed else {})
