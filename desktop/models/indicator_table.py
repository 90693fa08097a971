"""The table of indicators as Qt sees it: a row for each, a column for each year or region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.indicator_rows import (
    IndicatorRow,
    RowOrder,
    goal,
    goal_before,
    post_word,
    reach,
    reach_word,
    result,
    rows_by_region,
    rows_by_year,
    sorted_rows,
    year_columns,
)
from desktop.models.roles import DataRole
from desktop.models.words import report_name, short_region

if TYPE_CHECKING:
    from desktop.jobs.series import Gathered
    from tracker.model.series import IndicatorCell, IndicatorSeries, IndicatorValue

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_QUOTE = 90
"""Characters of a sentence that a tip shows."""


class IndicatorTable(QAbstractTableModel):
    """Indicators by years of a region, or by regions of a year."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gathered: Gathered | None = None
        self.years: tuple[int, ...] = ()
        self.year: int | None = None
        """The year that regions are compared in; None where years are."""
        self._columns: tuple[str, ...] = ()
        self._rows: tuple[IndicatorRow, ...] = ()
        self._shown: tuple[IndicatorRow, ...] = ()
        self._order, self._words, self._all = RowOrder.MAIN, "", False

    def set_gathered(self, gathered: Gathered | None, year: int | None) -> None:
        """Show other indicators: over years, or of all regions in this year."""
        self.beginResetModel()
        self.gathered, self.year = gathered, year
        series = gathered.series if gathered else ()
        self.years = year_columns(series)
        self._lay_out(series)
        self._shown = self._chosen()
        self.endResetModel()

    def retranslate(self) -> None:
        """Say what is measured in the language of the interface."""
        self.set_gathered(self.gathered, self.year)

    def _lay_out(self, series: tuple[IndicatorSeries, ...]) -> None:
        if self.year is None:
            self._columns = tuple(map(str, self.years))
            self._rows = rows_by_year(series, self.years)
        else:
            regions = tuple(dict.fromkeys(one.region for one in series))
            self._columns = tuple(map(short_region, regions))
            self._rows = rows_by_region(series, regions, self.year)

    def set_order(self, order: RowOrder) -> None:
        """Sort the rows."""
        self._order = order
        self._choose_anew()

    def set_words(self, words: str) -> None:
        """Show only indicators with these words."""
        self._words = words
        self._choose_anew()

    def set_all(self, *, wanted: bool) -> None:
        """Show every name that a text gives a figure of, or those of the vocabulary alone."""
        self._all = wanted
        self._choose_anew()

    def _choose_anew(self) -> None:
        self.beginResetModel()
        self._shown = self._chosen()
        self.endResetModel()

    def _chosen(self) -> tuple[IndicatorRow, ...]:
        wanted = self._words.lower().split()
        found = (
            row
            for row in self._rows
            if (self._all or row.standard)
            and all(word in f"{row.name} {row.detail}".lower() for word in wanted)
        )
        return sorted_rows(found, self._order)

    # What stands where

    def total(self) -> int:
        """Return how many indicators there are, also those that are not shown."""
        return len(self._rows) if self._all else sum(row.standard for row in self._rows)

    def is_empty(self) -> bool:
        """Tell whether no indicator was found at all."""
        return not self._rows

    def rows(self) -> tuple[IndicatorRow, ...]:
        """Return the rows that are shown."""
        return self._shown

    def row(self, index: Index | int) -> IndicatorRow:
        """Return the indicator of a row."""
        return self._shown[index if isinstance(index, int) else index.row()]

    def row_of(self, key: tuple[str, str]) -> int:
        """Return where an indicator stands, -1 where it is not shown."""
        return next((n for n, row in enumerate(self._shown) if row.key == key), -1)

    def cell(self, index: Index) -> IndicatorCell | None:
        """Return what stands in a cell."""
        return self.row(index).cells[index.column()]

    def columns(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        return self._columns

    # As Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of indicators shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of years or regions."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return goal and result, and all there is to tell as a tip."""
        if not index.isValid():
            return None
        cell = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return "\n".join((goal(cell), result(cell))) if cell else ""
        if role == DataRole.VALUE:
            return cell
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.told(self.row(index), index.column())
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return the year or region of a column, and the name of a row."""
        if orientation == Qt.Orientation.Horizontal:
            known = 0 <= section < len(self._columns)
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
            return self._columns[section] if known and role in shown else None
        if not 0 <= section < len(self._shown):
            return None
        row = self._shown[section]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.name} ({row.detail})" if row.detail else row.name
        return row if role == DataRole.VALUE else None

    def told(self, row: IndicatorRow, column: int) -> str:
        """Return what is known of a cell, in lines."""
        place = self._columns[column]
        if self.year is not None:
            place = f"{place} {self.year}"
        lines = [f"{row.name}{f' ({row.detail})' if row.detail else ''} · {place}"]
        cell = row.cells[column]
        pair = cell.pair if cell else None
        if cell is not None and pair is not None:
            if pair.promised is not None:
                lines.append(self._line(self.tr("goal"), goal(cell), pair.promised))
            if pair.reported is not None:
                lines.append(self._line(self.tr("result"), result(cell), pair.reported))
        return "\n".join((*lines, *self.notes(row, column)))

    def notes(self, row: IndicatorRow, column: int) -> tuple[str, ...]:
        """Return what is to be said of the figures of a cell: gaps, moved goals, how far it got."""
        cell = row.cells[column]
        pair = cell.pair if cell else None
        if cell is None or (pair is None and not cell.dropped):
            return self._gap(cell)
        lines = []
        if cell.dropped:
            told = self.tr("No goal any more: the plan before had one")
            lines.append(self._with_before(told, row, column))
        lines += [
            self._with_before(self._post(word), row, column)
            for word in map(post_word, cell.goalposts)
        ]
        if cell.unanswered:
            lines.append(self.tr("No result found, though a report looks back on the year"))
        found = reach(cell)
        if found is not None:
            lines.append(self.tr("The result is {0}.").format(reach_word(found)))
        if not cell.planned:
            lines.append(self.tr("No report at hand plans for this year"))
        if not cell.looked_back:
            lines.append(self.tr("No report at hand looks back on this year"))
        return tuple(lines)

    def _gap(self, cell: IndicatorCell | None) -> tuple[str, ...]:
        """Return why a cell is empty: nothing is said there, or no report is at hand."""
        if cell is None:
            return (self.tr("No report at hand gives a figure"),)
        if cell.planned and cell.looked_back:
            return (self.tr("The reports that plan for it and look back on it give no figure"),)
        if cell.planned:
            return (
                self.tr("The report that plans for it gives no figure"),
                self.tr("No report at hand looks back on this year"),
            )
        if cell.looked_back:
            return (
                self.tr("No report at hand plans for this year"),
                self.tr("The report that looks back on it gives no figure"),
            )
        return (self.tr("No report at hand speaks of this year"),)

    def _with_before(self, told: str, row: IndicatorRow, column: int) -> str:
        """Return a line with the goal that stood there before."""
        before = goal_before(row, column)
        if before is None:
            return told
        return self.tr("{0} ({1}: {2})").format(told, before.year, goal(before))

    def _post(self, word: str) -> str:
        return self.tr("The goal was moved since the plan before: {0}").format(word)

    def _line(self, side: str, text: str, value: IndicatorValue) -> str:
        report = self.gathered.reports.get(value.report_id) if self.gathered else None
        if report is None:
            return f"{side} {text}"
        sentence = " ".join(report.quote(value.span).split())
        if len(sentence) > _QUOTE:
            sentence = f"{sentence[:_QUOTE]}…"
        return self.tr("{0} {1} — {2}: “{3}”").format(side, text, report_name(report), sentence)
