"""Indicators (指标): what was promised and reported of each, over years or over regions.

A table of goals and results, and below it the chosen indicators as charts. Every value leads to
its sentence.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.jobs import series as jobs
from desktop.jobs.job import Job
from desktop.models.charts import chart_of
from desktop.models.indicator_rows import sources
from desktop.models.indicator_table import IndicatorTable
from desktop.models.series_choice import Scope, scope_of, scopes, widest
from desktop.views.chart_panel import ChartPanel
from desktop.views.indicator_heads import IndicatorHeads
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.indicator_grid import IndicatorGrid
from tracker.message import Message
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from desktop.jobs.series import Gathered
    from desktop.models.indicator_rows import IndicatorRow
    from desktop.session import Session
    from desktop.widgets.filter_line import FilterLine
    from tracker.errors import TrackerError

GATHERING = Message("正在整理指标", "Gathering the indicators")
_CHARTS_BESIDE = 480
"""Pixels right of the table that the charts are better shown in than below it."""

_FIRST_ONES = 12
"""Small charts that are shown where fewer than two indicators are chosen."""


class IndicatorsView(QWidget):
    """The table of indicators with its charts.

    Signals:
        pair_wanted(Report, Report, Span, Span): Two reports side by side, at these places.
        place_wanted(ReportId, Span): A passage of one report.
        import_wanted(): The person wants to choose files.
        sample_wanted(): The person wants to see the sample workspace.
    """

    pair_wanted = Signal(object, object, object, object)
    place_wanted = Signal(str, object)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._scopes: tuple[Scope, ...] = ()
        self._scope: Scope | None = None
        self._failed = False
        self._beside = 0
        self._kept: tuple[tuple[str, str], int] | None = None
        self.model = IndicatorTable(self)
        self.heads = IndicatorHeads(self)
        self.grid = IndicatorGrid(self.model, self)
        self.charts = ChartPanel(session, self)
        self.empty = EmptyState("indicators", self)
        self.no_hits = EmptyState("search", self)
        self._build()
        self._wire()
        self.retranslate()

    def _build(self) -> None:
        self.list_pages = QStackedWidget(self)
        self.list_pages.addWidget(self.grid)
        self.list_pages.addWidget(self.no_hits)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.addWidget(self.list_pages)
        self.splitter.addWidget(self.charts)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes([380, 300])
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads)
        layout.addWidget(self.pages, 1)

    def _wire(self) -> None:
        self._session.entries_changed.connect(self._on_entries)
        self._session.opened.connect(self._on_opened)
        heads = self.heads
        heads.scope_chosen.connect(self._on_scope)
        heads.year_chosen.connect(self._on_year)
        heads.order_chosen.connect(lambda: self._rearrange(heads.order(), self.model.set_order))
        heads.filter.typed.connect(lambda text: self._rearrange(text, self.model.set_words))
        heads.names_chosen.connect(
            lambda on: self._rearrange(on, lambda wanted: self.model.set_all(wanted=bool(wanted)))
        )
        heads.filter.left.connect(self._enter_grid)
        self.grid.wanted.connect(self._open)
        self.grid.current_moved.connect(self._on_current)
        self.charts.kind_chosen.connect(self._draw)
        self.charts.area.canvas.wanted.connect(self._open_point)
        self.empty.acted.connect(self._on_empty_button)
        self.no_hits.acted.connect(self._show_all)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the charts where there is room for them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the charts beside a table that leaves room for them, else below it."""
        table = self.grid.widest()
        beside = table if self.width() - table >= _CHARTS_BESIDE else 0
        if not self.model.columnCount() or beside == self._beside:
            return
        self._beside = beside
        way = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        self.splitter.setOrientation(way)
        self.splitter.setStretchFactor(0, 0 if beside else 3)
        self.splitter.setStretchFactor(1, 1 if beside else 2)
        self.splitter.setSizes([table, self.width() - table] if beside else [380, 300])

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        self.heads.retranslate()
        self.charts.retranslate()
        self.grid.setAccessibleName(
            self.tr("Indicators; Enter shows goal and result in their reports")
        )
        self.no_hits.set_words(
            self.tr("No indicator matches"),
            self.tr("No indicator has these words. Perhaps its name is not in the list?"),
            self.tr("Show all names"),
        )
        self._set_scopes()
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            at = self.grid.currentIndex()
            place = at.row(), at.column()
            self.model.retranslate()
            self.grid.setCurrentIndex(self.model.index(*place))
            self.retranslate()
            self._draw()

    # Whose indicators

    def _on_opened(self, _: str) -> None:
        self._scope, self._kept = None, None
        self.model.set_gathered(None, None)
        self._on_entries()

    def _on_entries(self, *_: object) -> None:
        """Take over the library, as soon as it is looked at: each mark brings a new one."""
        if self.isVisible():
            self.enter()

    def _set_scopes(self) -> None:
        before = self._scope
        self._scopes = scopes(self._session.entries)
        key = before.key if before else ""
        kept = next((one for one in self._scopes if one.key == key), None)
        self._scope = kept or widest(self._scopes)
        self.heads.set_scopes(self._scopes, self._scope)

    def _on_scope(self, key: str) -> None:
        found = next((one for one in self._scopes if one.key == key), None)
        if found is not None:
            self._scope = found
            self._ask()

    def take(self, reports: tuple[str, ...]) -> None:
        """Show the indicators of the region that was clicked, while indicators are looked at."""
        if not self.isVisible() or not reports:
            return
        found = scope_of(self._scopes, ReportId(reports[0]))
        if found is not None and (self._scope is None or reports[0] not in self._scope.ids):
            self._scope = found
            self.heads.choose(found)
            self._ask()

    def enter(self) -> None:
        """Ask for the indicators anew; corrections may have changed them meanwhile."""
        self._set_scopes()
        self._ask()
        self._focus()

    def _focus(self) -> None:
        if self.pages.currentWidget() is self.splitter and self.isVisible():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        workspace, scope = self._session.workspace, self._scope
        self._failed = False
        if workspace is not None and scope is not None:
            work = partial(jobs.read_series, workspace, scope.ids)
            job = Job("series", GATHERING, work)
            self._session.runner.submit(job, partial(self._on_gathered, scope), self._on_failed)
        self._say()

    def _on_failed(self, _: TrackerError) -> None:
        self._failed = True
        self._say()

    def _on_gathered(self, scope: Scope, gathered: Gathered) -> None:
        known = self.model.gathered
        if (
            known is not None
            and known == gathered
            and (self.model.year is None) is (scope.year is None)
        ):
            self._say()
            return
        year = scope.year
        self.model.set_gathered(gathered, year)
        years = self.model.years
        if year is not None and year not in years and years:
            year = years[-1]
            self.model.set_gathered(gathered, year)
        self.heads.set_years(years, year)
        self._choose_kept()
        self._say()
        self._focus()

    def _on_year(self, year: int) -> None:
        self.model.set_gathered(self.model.gathered, year)
        self._choose_kept()
        self._say()

    # The table

    def _rearrange(self, value: object, change: object) -> None:
        """Sort or filter; the indicator that was chosen stays, where it is still there."""
        change(value)  # type: ignore[operator]
        self._choose_kept()
        self._say()

    def _choose_kept(self) -> None:
        key, column = self._kept or (("", ""), -1)
        row = max(0, self.model.row_of(key))
        last = self.model.columnCount() - 1
        if not 0 <= column <= last:
            column = last if self.model.year is None else 0
        if self.model.rowCount() and last >= 0:
            index = self.model.index(row, column)
            flags = QItemSelectionModel.SelectionFlag
            self.grid.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.grid.scrollTo(index)
        self._draw()

    def _on_current(self) -> None:
        index = self.grid.currentIndex()
        if index.isValid():
            self._kept = self.model.row(index).key, index.column()
        self._draw()

    def _enter_grid(self) -> None:
        if self.model.rowCount():
            self.grid.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_all(self) -> None:
        if self.heads.all_names.isChecked():
            self.heads.filter.clear()
        self.heads.all_names.setChecked(True)

    # The charts

    def _draw(self) -> None:
        rows = self.grid.chosen_rows()
        if self.charts.is_many():
            rows = rows if len(rows) > 1 else self.model.rows()[:_FIRST_ONES]
        else:
            rows = self._row_at_cursor()
        shown = dict.fromkeys(
            one for row in self.model.rows() for one in row.series if one is not None
        )
        name = self._scope.name if self._scope else ""
        charts = tuple(chart_of(row, self.model) for row in rows)
        if (at := self.grid.currentIndex()).isValid():
            here = self.model.row(at), at.column()
            self.charts.tell(self.model.notes(*here), self.model.told(*here))
        else:
            self.charts.tell((), "")
        self.charts.show_charts(charts, tuple(shown), self.tr("{0} indicators").format(name))

    def _row_at_cursor(self) -> tuple[IndicatorRow, ...]:
        index = self.grid.currentIndex()
        return (self.model.row(index),) if index.isValid() else self.model.rows()[:1]

    # To the sentences

    def _open_point(self, key: tuple[str, str], column: int) -> None:
        row = self.model.row_of(key)
        if row >= 0:
            self._open(self.model.index(row, column))

    def _open(self, index: QModelIndex) -> None:
        """Set the goal beside its result; where one of them is missing, show the other.

        A goal that was dropped leads to where it stood last.
        """
        row, gathered = self.model.row(index), self.model.gathered
        values = sources(row, index.column())
        if not values or gathered is None:
            return
        self._kept = row.key, index.column()
        if len({value.report_id for value in values}) > 1:
            reports = (gathered.reports[value.report_id] for value in values)
            self.pair_wanted.emit(*reports, *(value.span for value in values))
        else:
            self.place_wanted.emit(values[-1].report_id, values[-1].span)

    # What is seen

    def _say(self) -> None:
        self.heads.say_count(self.model.rowCount(), self.model.total())
        self._arrange()
        there = self.model.gathered is not None and not self.model.is_empty()
        self.heads.setVisible(self._scope is not None)
        self.pages.setCurrentWidget(self.splitter if there else self.empty)
        self.list_pages.setCurrentIndex(1 if there and not self.model.rowCount() else 0)
        title, button = self.tr("Goals and results, year by year"), self.tr("Import files…")
        if self._session.workspace is None:
            told = self.tr("Open or make a workspace in the File menu, or look at the samples.")
            button = self.tr("Open the sample workspace")
        elif self._failed:
            told, button = self.tr("Nothing was gathered."), self.tr("Try again")
        elif self._scope is None:
            told = self.tr("Import a work report whose region and year are known.")
        elif self.model.gathered is None:
            told = self.tr("The indicators of {0} are being gathered…").format(self._scope.name)
            button = ""
        else:
            told, button = self.tr("These reports give no figures."), ""
        self.empty.set_words(title, told, button)

    def _on_empty_button(self) -> None:
        if self._session.workspace is None:
            self.sample_wanted.emit()
        elif self._scope is None:
            self.import_wanted.emit()
        else:
            self._ask()

    def panes(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, in order."""
        return (self.heads.filter, self.grid, self.charts.area.canvas)

    def go_back(self) -> None:
        """Return to the table."""
        self._enter_grid()

    @property
    def filter(self) -> FilterLine:
        """Where words to filter by are typed."""
        return self.heads.filter
