"""The library as a tree: regions in the order of their codes, in each the reports by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop.models.roles import DataRole
from desktop.models.words import kind_name, region_name, year_name

if TYPE_CHECKING:
    from tracker.model.ids import ReportId
    from tracker.model.library import ReportEntry

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class RegionNode:
    """One region with its reports, latest first."""

    row: int
    name: str
    entries: tuple[ReportEntry, ...]


def group(entries: tuple[ReportEntry, ...]) -> tuple[RegionNode, ...]:
    """Return the regions in the order of their division codes, unknown ones last."""
    found: dict[tuple[str, str], list[ReportEntry]] = {}
    for entry in entries:
        found.setdefault((entry.region_code or "~", entry.region_name), []).append(entry)
    return tuple(
        RegionNode(
            row,
            region_name(found[key][0]),
            tuple(sorted(found[key], key=lambda e: (-(e.year or 0), e.kind.value, e.name))),
        )
        for row, key in enumerate(sorted(found))
    )


def twins(entries: tuple[ReportEntry, ...]) -> frozenset[ReportId]:
    """Return the reports that share region, year and kind; only their files tell them apart."""
    found: dict[tuple[object, ...], list[ReportId]] = {}
    for entry in entries:
        head = entry.region_code, entry.region_name, entry.year, entry.kind
        found.setdefault(head, []).append(entry.id)
    return frozenset(one for same in found.values() if len(same) > 1 for one in same)


def _shape(regions: tuple[RegionNode, ...]) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """Return what the tree consists of, without the numbers in it."""
    return tuple(
        (r.name, tuple((e.id, e.year, e.kind, e.title, e.name) for e in r.entries)) for r in regions
    )


class ReportTree(QAbstractItemModel):
    """Regions, and below each its reports; columns: name, marked, warnings."""

    NAME, MARKED, WARNINGS = range(3)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._regions: tuple[RegionNode, ...] = ()
        self._twins: frozenset[ReportId] = frozenset()

    def set_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        """Show other reports; where only numbers changed, the tree stays as it is."""
        regions = group(entries)
        self._twins = twins(entries)
        if regions and _shape(regions) == _shape(self._regions):
            self._regions = regions
            for row, region in enumerate(regions):
                above = self.index(row, 0)
                last = len(region.entries) - 1
                self.dataChanged.emit(
                    self.index(0, 0, above), self.index(last, self.WARNINGS, above)
                )
            return
        self.beginResetModel()
        self._regions = regions
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything anew in the language of the interface."""
        entries = tuple(entry for region in self._regions for entry in region.entries)
        self.beginResetModel()
        self._regions = group(entries)
        self.endResetModel()

    def entry(self, index: Index) -> ReportEntry | None:
        """Return the report of a row, or None for a region."""
        at = self._region_row(index)
        return None if at < 0 else self._regions[at].entries[index.row()]

    def _region_row(self, index: Index) -> int:
        """Return the row of a report's region, -1 for a region; ids are one more than rows."""
        return index.internalId() - 1 if index.isValid() else -1

    def index_of(self, report_id: str) -> QModelIndex:
        """Return where a report stands."""
        for region in self._regions:
            for row, entry in enumerate(region.entries):
                if entry.id == report_id:
                    return self.createIndex(row, 0, region.row + 1)
        return QModelIndex()

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return an index; the id of a report is its region's row plus 1, that of a region 0."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        if not parent.isValid():
            return self.createIndex(row, column, 0)
        return self.createIndex(row, column, parent.row() + 1)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the region of a report."""
        at = self._region_row(index)
        return QModelIndex() if at < 0 else self.createIndex(at, 0, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of regions, or of reports in one."""
        if not parent.isValid():
            return len(self._regions)
        if parent.column() != 0 or self.entry(parent) is not None:
            return 0
        return len(self._regions[parent.row()].entries)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 3."""
        return 0 if parent.isValid() and parent.column() != 0 else 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Report"), self.tr("Marked"), self.tr("Remarks"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        entry = self.entry(index)
        if entry is None:
            return self._region_data(index, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._entry_text(entry, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tool_tip(entry)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != self.NAME:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return {
            DataRole.VALUE: entry,
            DataRole.REPORT_ID: entry.id,
            DataRole.SEARCH: f"{entry.region_name} {entry.year} {entry.title} {entry.name}"
            f" {kind_name(entry.kind)}",
        }.get(role)  # type: ignore[call-overload]

    def _region_data(self, index: Index, role: int) -> object:
        if not index.isValid():
            return None
        region = self._regions[index.row()]
        if index.column() == self.NAME:
            if role == Qt.ItemDataRole.DisplayRole:
                return region.name
            if role == Qt.ItemDataRole.FontRole:
                font = QFont()
                font.setWeight(QFont.Weight.DemiBold)
                return font
        if role == DataRole.SEARCH:
            return ""
        return "" if role == DataRole.REPORT_ID else None

    def _entry_text(self, entry: ReportEntry, column: int) -> str:
        if column == self.NAME:
            usual = entry.kind.value == "government_work_report"
            kind = self.tr("Work report") if usual else kind_name(entry.kind)
            year = year_name(entry.year)
            if entry.id not in self._twins:
                return f"{year}  {kind}"
            # The column is narrow: what tells the reports apart stands first.
            return f"{year}  {entry.name}" if usual else f"{year}  {kind}  {entry.name}"
        if column == self.MARKED:
            return f"{entry.n_marked}/{entry.n_commitments}" if entry.n_commitments else ""
        return f"△ {entry.n_warnings}" if entry.n_warnings else ""

    def _tool_tip(self, entry: ReportEntry) -> str:
        lines = [entry.title or entry.name, entry.name if entry.title else ""]
        if entry.n_commitments:
            lines.append(
                self.tr("Promises marked: {0} of {1}").format(entry.n_marked, entry.n_commitments)
            )
        if entry.n_warnings:
            lines.append(self.tr("Remarks of the reader: {0}").format(entry.n_warnings))
        return "\n".join(line for line in lines if line)
