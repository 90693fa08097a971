"""The library as one flat list, and what any of its rows tells of a report."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.jobs.shelf import reading
from desktop.models.roles import DataRole
from desktop.models.shelf import (
    RegionOrder,
    marked_share,
    official_key,
    pinyin_key,
)
from desktop.models.words import USUAL, kind_name, region_name, year_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.model.library import ReportEntry

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


def progress_text(marked: int, promised: int | None) -> str:
    """Return how far marking got, with a tick where it is done; "" where nothing is known."""
    if not promised:
        return ""
    return f"✓ {promised}" if marked >= promised else f"{marked}/{promised}"


def kind_label(entry: ReportEntry) -> str:
    """Return the kind of a report; the usual one in short."""
    if entry.kind.value == USUAL:
        return QCoreApplication.translate("ReportList", "Work report")
    return kind_name(entry.kind)


def told(entry: ReportEntry) -> tuple[str, ...]:
    """Return what there is to know of a report beside its name, in sentences."""
    lines = []
    if entry.n_commitments:
        lines.append(
            QCoreApplication.translate("ReportList", "Promises marked: {0} of {1}").format(
                entry.n_marked, entry.n_commitments
            )
        )
    if entry.n_bookmarks:
        lines.append(
            QCoreApplication.translate("ReportList", "Bookmarks and notes: {0}").format(
                entry.n_bookmarks
            )
        )
    if entry.n_warnings:
        lines.append(
            QCoreApplication.translate("ReportList", "Remarks on the reading: {0}").format(
                entry.n_warnings
            )
        )
    return tuple(lines)


def report_data(entry: ReportEntry, role: int) -> object:
    """Return what every row of a report hands out, in the tree and in the list."""
    if role == DataRole.REPORT_ID:
        return entry.id
    if role == DataRole.PROGRESS:
        return entry.n_marked, entry.n_commitments
    if role == DataRole.REMARKS:
        return entry.n_warnings
    if role == Qt.ItemDataRole.ToolTipRole:
        lines = (entry.title or entry.name, entry.name if entry.title else "", *told(entry))
        # A title is data: Qt would take a tag in it for one.
        return "\n".join(line for line in lines if line).replace("<", "‹")
    if role in (DataRole.DETAIL, Qt.ItemDataRole.EditRole):
        return PurePath(entry.name).stem
    return entry if role == DataRole.VALUE else None


REPORT_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsEditable
)
_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_CELL_FLAGS = REPORT_FLAGS & ~Qt.ItemFlag.ItemIsEditable


class ReportRows(QAbstractTableModel):
    """All reports in one list that can be sorted by each column.

    Signals:
        renamed(str, str): A person gave a report another name.
    """

    REGION, YEAR, KIND, MARKED, REMARKS, NAME = range(6)
    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ReportEntry] = []
        self._order = RegionOrder.OFFICIAL
        self._column = self.REGION
        self._descending = False

    def set_entries(self, hits: tuple[ReportEntry, ...], order: RegionOrder) -> None:
        """Show these reports."""
        self.beginResetModel()
        self._order = order
        self._rows = self._sorted(list(hits))
        self.endResetModel()

    def update_numbers(self, entries: tuple[ReportEntry, ...]) -> None:
        """Take over what changed of these reports; their places stay until they are sorted."""
        now = {entry.id: entry for entry in entries}
        for row, entry in enumerate(self._rows):
            if now.get(entry.id, entry) != entry:
                self._rows[row] = now[entry.id]
                self.dataChanged.emit(self.index(row, 0), self.index(row, self.NAME))

    def add(self, hits: tuple[ReportEntry, ...]) -> None:
        """Show further reports, each in its place; all others stay."""
        for entry in hits:
            row = self._place_for(entry)
            self.beginInsertRows(_ROOT, row, row)
            self._rows.insert(row, entry)
            self.endInsertRows()

    def _place_for(self, entry: ReportEntry) -> int:
        low, high = 0, len(self._rows)
        wanted, own = self._wanted(), self._own
        first, then = wanted(entry), own(entry)
        while low < high:
            middle = (low + high) // 2
            there = wanted(self._rows[middle])
            if there == first:
                comes_before = then < own(self._rows[middle])  # type: ignore[operator]
            else:
                comes_before = (first < there) is not self._descending  # type: ignore[operator]
            low, high = (low, middle) if comes_before else (middle + 1, high)
        return low

    def _own(self, entry: ReportEntry) -> object:
        """Return what reports are sorted by that are alike in the chosen column."""
        return self._region(entry), -(entry.year or 0), entry.kind, entry.name

    def _region(self, entry: ReportEntry) -> object:
        return (pinyin_key if self._order is RegionOrder.PINYIN else official_key)(entry)

    def _wanted(self) -> Callable[[ReportEntry], object]:
        """Return what the chosen column is sorted by."""
        keys: dict[int, Callable[[ReportEntry], object]] = {
            self.YEAR: lambda e: e.year or 0,
            self.KIND: lambda e: reading(kind_label(e)),
            self.MARKED: marked_share,
            self.REMARKS: lambda e: e.n_warnings,
            self.NAME: lambda e: reading(e.name),
        }
        return keys.get(self._column, self._region)

    def _sorted(self, rows: list[ReportEntry]) -> list[ReportEntry]:
        """Return rows by the chosen column; those alike in it by region, year, kind and name."""
        rows.sort(key=self._own)  # type: ignore[arg-type]
        if self._column != self.REGION or self._descending:
            rows.sort(key=self._wanted(), reverse=self._descending)  # type: ignore[arg-type]
        return rows

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; what is chosen stays chosen."""
        if not 0 <= column <= self.NAME:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(index, self._rows[index.row()].id) for index in before]
        self._column, self._descending = column, order is Qt.SortOrder.DescendingOrder
        self._rows = self._sorted(self._rows)
        at = {entry.id: row for row, entry in enumerate(self._rows)}
        after = [self.index(at[report], index.column()) for index, report in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def entry(self, index: Index) -> ReportEntry | None:
        """Return the report of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, report_id: str) -> QModelIndex:
        """Return where a report stands."""
        found = (row for row, entry in enumerate(self._rows) if entry.id == report_id)
        row = next(found, -1)
        return self.index(row, 0) if row >= 0 else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of reports."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self.NAME + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the heads of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                self.tr("Region"),
                self.tr("Year"),
                self.tr("Kind"),
                self.tr("Marked"),
                self.tr("Remarks"),
                self.tr("File"),
            )[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The name can be changed in place."""
        if not index.isValid():
            return _NO_FLAGS
        return REPORT_FLAGS if index.column() == self.NAME else _CELL_FLAGS

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a new name over; the library tells when it is so."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(self._rows[index.row()].id, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows."""
        if not index.isValid():
            return None
        entry = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(entry, index.column())
        if role in (DataRole.PROGRESS, DataRole.REMARKS):
            column = self.MARKED if role == DataRole.PROGRESS else self.REMARKS
            return report_data(entry, role) if index.column() == column else None
        return report_data(entry, role)

    def _text(self, entry: ReportEntry, column: int) -> str:
        if column == self.REGION:
            return region_name(entry)
        if column == self.YEAR:
            return year_name(entry.year)
        if column == self.KIND:
            return kind_label(entry)
        if column == self.MARKED:
            return progress_text(entry.n_marked, entry.n_commitments)
        if column == self.REMARKS:
            return f"△ {entry.n_warnings}" if entry.n_warnings else ""
        return entry.name
