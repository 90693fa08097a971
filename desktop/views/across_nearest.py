"""The reports that are nearest to one, and what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QCheckBox, QSplitter, QWidget

from desktop.jobs import across as jobs
from desktop.models.across_table import AcrossTable
from desktop.models.across_texts import common_heads, common_lines, near_heads, near_lines
from desktop.views.across_panel import AcrossPanel
from desktop.widgets.across_grid import AcrossGrid
from desktop.widgets.report_box import ReportBox
from tracker.model.ids import ReportId
from tracker.model.nearness import NearReport
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from desktop.jobs.across import ReportsInCommon
    from desktop.session import Session

_COMPARED = (ReportKind.GOVERNMENT_WORK_REPORT, ReportKind.PLAN_REPORT)


class NearestPanel(AcrossPanel):
    """Reports by how near they are to the one that is chosen; Enter sets both side by side."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "compare", parent)
        self._found: tuple[NearReport, ...] = ()
        self._common: ReportsInCommon | None = None
        self._report = ReportId("")
        self.report = ReportBox(self)
        self.report.setMinimumWidth(170)
        self.report.setMaximumWidth(300)
        self.others, self.one_year = QCheckBox(self), QCheckBox(self)
        self.common_model = AcrossTable(self)
        self.common = AcrossGrid(self.common_model, self)
        body = QSplitter(Qt.Orientation.Vertical, self)
        body.addWidget(self.grid)
        body.addWidget(self.common)
        body.setChildrenCollapsible(False)
        body.setSizes([360, 300])
        self.finish(self.report, self.others, self.one_year, body=body)
        self.report.activated.connect(self._ask)
        self.others.toggled.connect(self._show)
        self.one_year.toggled.connect(self._show)
        self.grid.moved.connect(self._on_near)
        self.grid.wanted.connect(self._open)
        self.common.wanted.connect(self._open_common)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.others.setText(self.tr("Other regions only"))
        self.one_year.setText(self.tr("Same year only"))
        tips = (
            (self.report, self.tr("The report that the others are compared with")),
            (self.others, self.tr("Leave out the other years of the same region")),
            (self.one_year, self.tr("Leave out reports of other years")),
        )
        for widget, tip in tips:
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        self.grid.setAccessibleName(
            self.tr("Reports, the nearest first; Enter sets both side by side")
        )
        self.common.setAccessibleName(
            self.tr("What both have in common; Enter shows it in both reports")
        )
        self._show()
        super().retranslate()

    def words(self) -> tuple[str, str]:
        """Return the title of the empty view, and what it says where nothing can be compared."""
        return self.tr("Nearest reports"), self.tr(
            "Import several reports: those that speak of the same things, and in the same words, "
            "are found here."
        )

    def leave_workspace(self) -> None:
        """Forget what was shown."""
        super().leave_workspace()
        self._found, self._common = (), None
        self.common_model.set_lines((), ())

    def take(self, report: ReportId) -> None:
        """Compare with the report that was clicked."""
        self.report.choose(report)
        if self.report.chosen() == report:
            self._ask()

    def enter(self) -> None:
        """Take over the library; the report that stood there stays."""
        entries = tuple(e for e in self._session.entries if e.kind in _COMPARED)
        self.report.set_entries(entries)
        if not self.report.chosen() and entries:
            shown = next((r.id for r in self._session.columns), None)
            self.report.choose(shown)
        if not self.report.chosen() and entries:
            self.report.choose(max(entries, key=lambda e: e.year or 0).id)
        self._ask()
        self.enter_grid()

    def _ask(self) -> None:
        chosen = self.report.chosen()
        if not chosen:
            self.say()
            return
        self._report = ReportId(chosen)
        self.submit("nearest", jobs.nearest, (self._report,), self._on_found)

    def _on_found(self, found: tuple[NearReport, ...]) -> None:
        self._found = found
        self._show()
        self.say()
        self.grid.show_line(0)
        self.enter_grid()

    def _show(self) -> None:
        own = self._session.entry(self._report)
        place = (own.region_code or own.region_name) if own else ""
        year = own.year if own else None
        kept = [
            one
            for one in self._found
            if not (self.others.isChecked() and one.report.place == place)
            and not (self.one_year.isChecked() and one.report.year != year)
        ]
        self._common = None
        self.common_model.set_lines(common_heads(), ())
        self.model.set_lines(near_heads(), near_lines(kept))
        self.told.setText(self.tr("Reports: {0}").format(len(kept)) if self._found else "")
        self.grid.show_line(0)

    def say(self) -> None:
        """Keep the table where only the choices emptied it."""
        super().say()
        if self._found:
            self.pages.setCurrentIndex(1)

    def _on_near(self, index: QModelIndex) -> None:
        near = self.model.line(index).value
        if isinstance(near, NearReport):
            both = self._report, near.report.id
            self.submit("common", jobs.in_common, both, self._on_common)

    def _on_common(self, found: ReportsInCommon) -> None:
        self._common = found
        self.common_model.set_lines(common_heads(), common_lines(found))

    def _open(self, index: QModelIndex) -> None:
        """Set both reports side by side, at the first topic that they share."""
        near, found = self.model.line(index).value, self._common
        if not isinstance(near, NearReport) or found is None or found.there.id != near.report.id:
            return
        if self.common_model.rowCount():
            self._open_common(self.common_model.index(0, 0))

    def _open_common(self, index: QModelIndex) -> None:
        found, spans = self._common, self.common_model.line(index).value
        if found is not None and isinstance(spans, tuple):
            self.pair_wanted.emit(found.here, found.there, *spans)

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.report, self.grid, self.common)
