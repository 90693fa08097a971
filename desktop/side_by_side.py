"""Reports side by side: read first, then each compared with its right neighbour.

What is known of a pair stays as long as the two are neighbours, so that another report in one
column costs its own comparisons only.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.jobs import catalog
from desktop.jobs.catalog import WHOLE_REPORT, Comparison
from desktop.jobs.job import Job
from tracker.message import Message

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop.jobs.job import JobContext
    from desktop.jobs.runner import JobRunner
    from tracker.model.alignment import AlignmentPart
    from tracker.model.ids import ReportId
    from tracker.model.report import Report
    from tracker.workspace import Workspace

READING = Message("正在读取报告", "Reading reports")
COMPARING = Message("正在对齐与比较", "Lining up and comparing")

MOST_COLUMNS = 4
"""Texts that can be read beside each other on one screen."""


class SideBySide(QObject):
    """The reports in the columns, and what is known of each neighbouring pair.

    Signals:
        columns_read(tuple[Report, ...]): The texts are there, from left to right.
        pair_compared(Comparison): Two neighbours are lined up.
    """

    columns_read = Signal(object)
    pair_compared = Signal(object)

    def __init__(self, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._workspace: Workspace | None = None
        self.reports: tuple[Report, ...] = ()
        self.parts: tuple[AlignmentPart, ...] = WHOLE_REPORT
        self._known: dict[tuple[ReportId, ReportId], Comparison] = {}
        self._stale: set[ReportId] = set()
        self._foreseen = ""
        self._parted: tuple[ReportId, ...] = ()

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """Every column but the last with its right neighbour; without parts until compared."""
        return tuple(self._known[one.id, other.id] for one, other in pairwise(self.reports))

    def look_at(self, workspace: Workspace, name: str) -> None:
        """Turn to another workspace: its columns are empty, or hold what was foreseen of it."""
        self._workspace = workspace
        self._stale.clear()
        self._parted = ()
        if self._foreseen != name:
            self.empty()
        self._foreseen = ""

    def foresee(self, workspace: str, reports: tuple[Report, ...]) -> None:
        """Show texts of a workspace that is not open yet; once it is, they are read anew.

        Args:
            workspace: Random name of it.
            reports: What stands in its columns.
        """
        if self._workspace is None:
            self._foreseen = workspace
            self._take(reports)
            self.columns_read.emit(reports)

    def leave(self) -> None:
        """Ask nothing more: the workspace is closed."""
        self._workspace = None

    def show(
        self, reports: tuple[ReportId, ...], parts: tuple[AlignmentPart, ...] | None = None
    ) -> None:
        """Set reports side by side; ``parts`` None lines up the same parts as before."""
        self._parted = ()
        self._show(reports, parts)

    def _show(
        self, reports: tuple[ReportId, ...], parts: tuple[AlignmentPart, ...] | None = None
    ) -> None:
        if self._workspace is None:
            return
        if parts is not None and parts != self.parts:
            self.parts, self._known = parts, {}
            self._take(self.reports)  # nothing is known of them for now
        have = {one.id: one for one in self.reports}
        stale = frozenset(self._stale)
        work = partial(_read, self._workspace, reports[:MOST_COLUMNS], have, stale)
        self._runner.submit(Job("compare", READING, work), self._on_read)

    def line_up(self, earlier: ReportId, later: ReportId) -> None:
        """Line two neighbours up anew: people said something else about their sections."""
        pair = self._known.get((earlier, later))
        if pair is not None:
            self._line_up(pair)

    def keep(self, known: Collection[ReportId], changed: Collection[ReportId]) -> None:
        """Let go of reports that left the library, and read those anew that changed.

        A report that comes back, by undo or redo, stands where it stood, unless others were
        chosen meanwhile.
        """
        shown = tuple(report.id for report in self.reports)
        left = tuple(report for report in self.reports if report.id in known)
        if len(left) < len(shown):
            self._parted = self._parted or shown
        wanted = tuple(report for report in self._parted if report in known)
        stale = {one.id for one in left} & set(changed)
        if len(left) < len(shown) or stale:
            self._let_go(left, stale)
        if wanted and len(wanted) > len(left):
            self._show(wanted)
        if wanted == self._parted:
            self._parted = ()

    def _let_go(self, left: tuple[Report, ...], stale: set[ReportId]) -> None:
        if not left:
            self.empty()
            return
        self._take(left)
        self._stale |= stale
        self._show(tuple(report.id for report in left))

    def exchange(self, shown: tuple[ReportId, ...], old: ReportId, new: ReportId) -> None:
        """Show these reports, the new version of one, read anew, instead of the old one."""
        if old in shown:
            self._stale |= {old, new}
            self.show(tuple(new if report == old else report for report in shown))

    def _take(self, reports: tuple[Report, ...]) -> None:
        before, self._known, self.reports = self._known, {}, reports
        for one, other in pairwise(reports):
            known = before.get((one.id, other.id))
            if known is None or known.earlier is not one or known.later is not other:
                known = Comparison(one, other)
            self._known[one.id, other.id] = known

    def empty(self) -> None:
        """Take all columns away."""
        if self.reports:
            self._take(())
            self.columns_read.emit(())

    def _on_read(self, reports: tuple[Report, ...]) -> None:
        self._take(reports)
        self._stale.clear()
        self.columns_read.emit(reports)
        self._line_up_next()

    def _line_up_next(self) -> None:
        """Compare the first pair of neighbours that is not compared yet."""
        pair = next((one for one in self.comparisons if not one.parts), None)
        if pair is not None:
            self._line_up(pair)

    def _line_up(self, pair: Comparison) -> None:
        if self._workspace is not None:
            work = partial(catalog.compare, self._workspace, pair, self.parts)
            self._runner.submit(Job("compare", COMPARING, work), self._on_compared)

    def _on_compared(self, comparison: Comparison) -> None:
        self._known[comparison.earlier.id, comparison.later.id] = comparison
        self.pair_compared.emit(comparison)
        if len(comparison.parts) == len(self.parts):  # else the person stopped it
            self._line_up_next()


def _read(
    workspace: Workspace,
    reports: tuple[ReportId, ...],
    have: dict[ReportId, Report],
    stale: frozenset[ReportId],
    _: JobContext,
) -> tuple[Report, ...]:
    return catalog.read_reports(workspace, reports, have, stale)
