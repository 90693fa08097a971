"""Regions of a year by one indicator, and feedback rates by region and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QComboBox, QWidget

from desktop.jobs import across as jobs
from desktop.jobs.job import Lane
from desktop.models.across_regions import (
    RegionGroup,
    choice_name,
    feedback_heads,
    feedback_lines,
    feedback_summary,
    level_name,
    published_beside,
    ranking_heads,
    ranking_lines,
    region_groups,
)
from desktop.models.fulfilment_tree import rate_meaning
from desktop.views.across_panel import AcrossPanel
from desktop.widgets.quiet_box import QuietBox
from tracker.model.feedback import Feedback, FeedbackRow
from tracker.model.ranking import RegionValue
from tracker.model.report import ReportKind

if TYPE_CHECKING:
    from desktop.jobs.across import FeedbackSlice
    from desktop.session import Session
    from tracker.model.ranking import ComparedYear, IndicatorChoice


_FIRST_SLICE, _SLICE = 0.3, 4.0
"""Seconds for which promises are judged before the table is shown, and before others may be."""
_FEW = 24
"""Reports that are counted one after the other; more are counted on all processors."""


class RegionsPanel(AcrossPanel):
    """One indicator over all regions of a year."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "indicators", parent)
        self._groups: tuple[RegionGroup, ...] = ()
        self._compared: ComparedYear | None = None
        self._wanted: tuple[str, str, str] | None = None
        self._asked: tuple[object, ...] = ()
        self.years, self.group, self.indicator = QuietBox(self), QuietBox(self), QuietBox(self)
        for box, width in ((self.years, 100), (self.group, 120), (self.indicator, 210)):
            box.setMinimumWidth(width)
            box.setMaxVisibleItems(24)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMaximumWidth(250)
        self.finish(self.years, self.group, self.indicator)
        self.years.activated.connect(self._ask)
        self.group.activated.connect(self._ask)
        self.indicator.activated.connect(self._on_indicator)
        self.grid.wanted.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        tips = (
            (self.years, self.tr("The year that goals are for and results are of")),
            (self.group, self.tr("Which regions are compared: those of a level, or of a province")),
            (self.indicator, self.tr("The indicator; first those that most regions give")),
        )
        for widget, tip in tips:
            widget.setToolTip(tip)
            widget.setAccessibleName(tip)
        self.grid.setAccessibleName(
            self.tr("Regions by an indicator; Enter shows goal and result in their reports")
        )
        self._set_groups()
        self._show()
        super().retranslate()

    def words(self) -> tuple[str, str]:
        """Return the title of the empty view, and what it says where nothing can be compared."""
        return self.tr("Regions of a year"), self.tr(
            "Import the reports of several regions for one year, and those of the year after, "
            "which tell the results."
        )

    def leave_workspace(self) -> None:
        """Forget what was shown."""
        super().leave_workspace()
        self._compared, self._asked = None, ()

    def enter(self) -> None:
        """Take over the library and compare anew."""
        self._set_groups()
        self._set_years()
        self._ask()
        self.enter_grid()

    def _set_groups(self) -> None:
        before = self.group.currentData()
        self._groups = region_groups(self._session.entries)
        self.group.clear()
        for one in self._groups:
            self.group.addItem(f"{one.name} ({one.regions})", (one.level, one.upper))
        at = next((n for n, g in enumerate(self._groups) if (g.level, g.upper) == before), None)
        if at is None:
            most = max(self._groups, key=lambda g: g.regions, default=None)
            at = self._groups.index(most) if most is not None else -1
        self.group.setCurrentIndex(at)

    def _set_years(self) -> None:
        kept = self.years.currentData()
        years = {e.year for e in self._session.entries if e.year and e.kind is not ReportKind.OTHER}
        usual = {
            e.year
            for e in self._session.entries
            if e.year and e.kind is ReportKind.GOVERNMENT_WORK_REPORT
        }
        offered = sorted(years | {year - 1 for year in years}, reverse=True)
        self.years.clear()
        for year in offered:
            self.years.addItem(str(year), year)
        # The last year that has both plans and results tells most.
        full = [year for year in offered if year in usual and year + 1 in usual]
        chosen = kept if kept in offered else next(iter(full or offered), None)
        self.years.setCurrentIndex(self.years.findData(chosen))

    def _ask(self) -> None:
        year, where = self.years.currentData(), self.group.currentData()
        if year is None or where is None:
            self._compared = None
            self._show()
            self.say()
            return
        self._asked = (int(year), *where)
        self.submit("regions", jobs.compare_regions, self._asked, self._on_compared)

    def _on_compared(self, found: ComparedYear) -> None:
        self._compared = found
        self.indicator.clear()
        for ranking in found.rankings:
            self.indicator.addItem(choice_name(ranking.choice), _key(ranking.choice))
        at = self.indicator.findData(self._wanted) if self._wanted else 0
        self.indicator.setCurrentIndex(max(0, at) if found.rankings else -1)
        self._show()
        self.say()
        self.enter_grid()

    def _on_indicator(self) -> None:
        self._wanted = self.indicator.currentData()
        self._show()
        self.say()

    def _show(self) -> None:
        at = self.indicator.currentIndex()
        found = self._compared.rankings if self._compared else ()
        self.indicator.setVisible(bool(found))
        if not 0 <= at < len(found):
            self.model.set_lines((), ())
            self.told.setText("")
            return
        ranking = found[at]
        self.model.set_lines(ranking_heads(ranking), ranking_lines(ranking))
        goals, results = ranking.choice.goals, ranking.choice.results
        told = self.tr("goals {0} · results {1}").format(goals, results)
        self.told.setText(told)
        self.told.setToolTip(self.tr("{0} regions").format(len(ranking.rows)) + f" · {told}")

    def _open(self, index: QModelIndex) -> None:
        """Set the goal beside its result; where one of them is missing, show the other."""
        row = self.model.line(index).value
        if not isinstance(row, RegionValue) or row.pair is None:
            return
        values = [one for one in (row.pair.promised, row.pair.reported) if one is not None]
        if len(values) == 2:
            first, second = values
            reports = first.report_id, second.report_id
            self.open_pair(reports, (first.span, second.span))
        elif values:
            self.place_wanted.emit(values[0].report_id, values[0].span)


def _key(choice: IndicatorChoice) -> tuple[str, str, str]:
    name = f"{choice.indicator.name} {choice.indicator.scope}"
    return name, choice.kind.value, choice.unit


class FeedbackPanel(AcrossPanel):
    """Feedback rates by region and year; they grow in slices while the table is looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "overview", parent)
        self._found: Feedback | None = None
        self.level = QuietBox(self)
        self.level.setMinimumWidth(150)
        self.grid.choose_cells()
        self.finish(self.level)
        self.level.activated.connect(self._show)
        self.grid.wanted.connect(self._open)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        tip = self.tr("Which regions are shown")
        self.level.setToolTip(tip)
        self.level.setAccessibleName(tip)
        for label in (self.told, self.note):
            label.setToolTip(rate_meaning())
        self.grid.setAccessibleName(
            self.tr("Feedback rates by region and year; Enter shows the promises of a cell")
        )
        self._show()
        super().retranslate()

    def words(self) -> tuple[str, str]:
        """Return the title of the empty view, and what it says where nothing can be counted."""
        return self.tr("Feedback by region and year"), self.tr(
            "Import reports of one region for years that follow each other: the later one answers "
            "the promises of the earlier."
        )

    def leave_workspace(self) -> None:
        """Forget what was shown."""
        super().leave_workspace()
        self._found = None

    def enter(self) -> None:
        """Count anew: marks may have changed what is counted."""
        self._count(_FIRST_SLICE)
        self.enter_grid()

    def _count(self, seconds: float) -> None:
        # What processes do holds up no promise that is clicked meanwhile.
        lane = Lane.ANALYSIS if seconds < jobs.ON_ALL_PROCESSORS else Lane.INTAKE
        self.submit("feedback", jobs.feedback, (seconds,), self._on_found, lane=lane)

    def _on_found(self, counted: FeedbackSlice) -> None:
        found = counted.found
        if found.waiting and not counted.stopped and self.isVisible():
            self._count(_SLICE if found.waiting <= _FEW else jobs.ON_ALL_PROCESSORS)
        if found == self._found:
            self.say()
            return
        at = self.grid.currentIndex()
        place = (at.row(), at.column()) if at.isValid() else (0, 1)
        self._found = found
        self._show()
        self.say()
        if self.model.rowCount() > place[0]:
            self.grid.setCurrentIndex(self.model.index(*place))
        self.enter_grid()

    def _show(self) -> None:
        found, kept = self._found, self.level.currentData()
        levels = dict.fromkeys(row.level for row in found.rows) if found else {}
        self.level.clear()
        self.level.addItem(self.tr("All regions"), "")
        for level in levels:
            self.level.addItem(level_name(level), level)
        self.level.setCurrentIndex(max(0, self.level.findData(kept)))
        level = str(self.level.currentData() or "")
        counted = found is not None and any(
            cell.figures is not None for row in found.rows for cell in row.cells
        )
        lines = feedback_lines(found, level) if found is not None and counted else ()
        self.model.set_lines(feedback_heads(found) if found else (), lines)
        self.told.setText(feedback_summary(found) if found else "")
        self.note.setText(published_beside(found) if found else "")

    def _open(self, index: QModelIndex) -> None:
        """Show the promises that a cell counts."""
        row = self.model.line(index).value
        at = index.column() - 1
        if isinstance(row, FeedbackRow) and 0 <= at < len(row.cells):
            figures = row.cells[at].figures
            if figures is not None:
                self.promises_wanted.emit(figures.earlier, None, None, ())
