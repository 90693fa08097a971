"""How much of each report stands elsewhere in nearly the same words, and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.jobs import across as jobs
from desktop.models.across_table import AcrossTable
from desktop.models.across_texts import (
    clause_heads,
    clause_lines,
    elsewhere_heads,
    elsewhere_lines,
    section_told,
    share_heads,
    share_lines,
    year_share_tip,
)
from desktop.views.across_panel import AcrossPanel
from desktop.widgets.across_grid import AcrossGrid
from desktop.widgets.year_columns import YearColumn, YearColumns
from tracker.model.ids import ReportId
from tracker.model.shared_text import Elsewhere, SharedClause, SharedText

if TYPE_CHECKING:
    from desktop.jobs.across import ClausesOfReport
    from desktop.session import Session


class SharedPanel(AcrossPanel):
    """Reports with what they share; clauses of the one at the cursor; where else each stands."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "compare", parent)
        self._text: SharedText | None = None
        self._clauses: ClausesOfReport | None = None
        self._wanted: ReportId | None = None
        self.columns = YearColumns(self)
        self.clause_model, self.place_model = AcrossTable(self), AcrossTable(self)
        self.clauses = AcrossGrid(self.clause_model, self)
        self.places = AcrossGrid(self.place_model, self)
        self._build()
        self.grid.moved.connect(self._on_report)
        self.grid.wanted.connect(self.clauses.setFocus)
        self.clauses.moved.connect(self._on_clause)
        self.clauses.wanted.connect(self._open_clause)
        self.places.wanted.connect(self._open_place)
        self.columns.wanted.connect(lambda year: self.filter.setText(str(year)))
        self.retranslate()

    def _build(self) -> None:
        texts = QSplitter(Qt.Orientation.Vertical, self)
        texts.addWidget(self.clauses)
        texts.addWidget(self.places)
        texts.setSizes([380, 240])
        tables = QSplitter(Qt.Orientation.Horizontal, self)
        tables.addWidget(self.grid)
        tables.addWidget(texts)
        tables.setSizes([430, 640])
        for splitter in (texts, tables):
            splitter.setChildrenCollapsible(False)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.columns)
        column.addWidget(tables, 1)
        self.finish(body=body)

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.grid.setAccessibleName(
            self.tr("Reports by what they share; Enter goes to the clauses")
        )
        self.clauses.setAccessibleName(
            self.tr("Clauses that stand elsewhere; Enter shows one in its report")
        )
        self.places.setAccessibleName(
            self.tr("Where else the clause stands; Enter sets both reports side by side")
        )
        self.columns.setAccessibleName(
            self.tr("Years: the share of their words that other regions have too")
        )
        self.columns.set_legend((self.tr("Share of the words that other regions have too"),))
        self._show()
        super().retranslate()

    def words(self) -> tuple[str, str]:
        """Return the title of the empty view, and what it says where nothing can be compared."""
        return self.tr("Words that are everybody's"), self.tr(
            "Import reports of several regions or years: what they say in nearly the same words "
            "is found here, clause by clause."
        )

    def leave_workspace(self) -> None:
        """Forget what was shown."""
        super().leave_workspace()
        self._text = self._clauses = self._wanted = None
        for model in (self.clause_model, self.place_model):
            model.set_lines((), ())

    def take(self, report: ReportId) -> None:
        """Go to the line of a report."""
        self._wanted = report
        self.filter.clear()
        self.grid.show_line(self.model.row_of(report))

    def enter(self) -> None:
        """Compare anew; what was found of each report is kept."""
        self.submit("shared", jobs.shared_text, (), self._on_found)
        self.enter_grid()

    def _on_found(self, found: SharedText) -> None:
        if found != self._text:
            self._text = found
            self._show()
        self.say()
        row = self.model.row_of(self._wanted) if self._wanted else -1
        self.grid.show_line(max(0, row))
        self.enter_grid()

    def _show(self) -> None:
        found = self._text
        self.model.set_lines(share_heads(), share_lines(found) if found else ())
        years = found.years if found else ()
        self.columns.setVisible(len(years) > 1)
        self.columns.set_columns(
            tuple(
                YearColumn(one.year, (rate,), f"{rate:.0%}", year_share_tip(one))
                for one in years
                for rate in (one.share.rate(one.share.others) or 0.0,)
            )
        )
        self._show_clauses()

    def _on_report(self, index: QModelIndex) -> None:
        report = self.model.line(index).value
        if isinstance(report, str):
            self._wanted = ReportId(report)
            self.submit("shared of", jobs.shared_of, (self._wanted,), self._on_clauses)

    def _on_clauses(self, found: ClausesOfReport) -> None:
        self._clauses = found
        self._show_clauses()
        self.clauses.show_line(0)

    def _show_clauses(self) -> None:
        found = self._clauses
        self.place_model.set_lines(elsewhere_heads(), ())
        self.clause_model.set_lines(clause_heads(), clause_lines(found) if found else ())
        self.told.setText(section_told(found) if found else "")

    def _on_clause(self, index: QModelIndex) -> None:
        clause = self.clause_model.line(index).value
        if self._clauses is not None and isinstance(clause, SharedClause):
            wanted = self._clauses.report.id, clause
            self.submit("elsewhere", jobs.elsewhere, wanted, self._on_places)

    def _on_places(self, found: tuple[Elsewhere, ...]) -> None:
        self.place_model.set_lines(elsewhere_heads(), elsewhere_lines(found))

    def _open_clause(self, index: QModelIndex) -> None:
        clause = self.clause_model.line(index).value
        if self._clauses is not None and isinstance(clause, SharedClause):
            self.place_wanted.emit(self._clauses.report.id, clause.span)

    def _open_place(self, index: QModelIndex) -> None:
        """Set the report beside the other one, the clause beside its twin."""
        place = self.place_model.line(index).value
        at = self.clauses.currentIndex()
        if self._clauses is None or not at.isValid() or not isinstance(place, Elsewhere):
            return
        clause = self.clause_model.line(at).value
        if isinstance(clause, SharedClause):
            reports = self._clauses.report.id, place.report.id
            self.open_pair(reports, (clause.span, place.span))

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.filter, self.grid, self.clauses, self.places)
