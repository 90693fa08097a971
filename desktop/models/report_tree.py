"""The library as a tree of regions with their reports, which grows in place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.region_tree import Node, RegionTree
from desktop.models.report_list import REPORT_FLAGS, kind_label, report_data, told
from desktop.models.roles import DataRole
from desktop.models.shelf import RegionOrder, Twins, Years, YearStrip
from desktop.models.words import short_region, year_name
from tracker.model.ids import ReportId

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.model.library import ReportEntry

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_REGION_FLAGS = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled


class ReportTree(QAbstractItemModel):
    """Regions from province to county, each with its own reports, latest first.

    Signals:
        renamed(str, str): A person gave a report another name.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tree = RegionTree()
        self._entries: tuple[ReportEntry, ...] = ()
        self._years = Years()
        self._twins = Twins()

    def set_entries(
        self,
        entries: tuple[ReportEntry, ...],
        hits: tuple[ReportEntry, ...] | None = None,
        order: RegionOrder = RegionOrder.OFFICIAL,
    ) -> None:
        """Show ``hits`` of a library (None: all of it); years and twins are told of all of it."""
        self.beginResetModel()
        if entries is not self._entries:
            self._entries = entries
            self._years = Years(entries)
            self._twins = Twins(entries)
        self._tree = RegionTree(entries if hits is None else hits, order)
        self.endResetModel()

    def add(
        self, new: tuple[ReportEntry, ...], hits: tuple[ReportEntry, ...]
    ) -> tuple[QModelIndex, ...]:
        """Take further reports of the library in and show ``hits`` of them; all others stay.

        Returns:
            The regions that came with them, from the top down.
        """
        self._entries = ()  # they are no longer all
        self._years.add(new)
        n_nodes = len(self._tree.nodes)
        for entry in hits:
            self._tree.add(entry, self)
        for report in self._twins.add(new):
            node = self._tree.at.get(report)
            if node is not None:
                self.change(node)
        came = [node for node in self._tree.nodes[n_nodes:] if node.entry is None]
        return tuple(map(self._index, sorted(came, key=lambda node: len(node.key))))

    @contextmanager
    def put_in(self, parent: Node, row: int) -> Iterator[None]:
        """Tell the views that a row comes."""
        self.beginInsertRows(self._index(parent), row, row)
        yield
        self.endInsertRows()

    @contextmanager
    def take_out(self, parent: Node, row: int) -> Iterator[None]:
        """Tell the views that a row goes."""
        self.beginRemoveRows(self._index(parent), row, row)
        yield
        self.endRemoveRows()

    def change(self, node: Node) -> None:
        """Tell the views that a row says something else."""
        index = self._index(node)
        self.dataChanged.emit(index, index)

    def years(self) -> range:
        """Return the years of the whole library, that the strips of all regions go through."""
        return self._years.span

    def update_numbers(self, entries: tuple[ReportEntry, ...]) -> None:
        """Take over what changed of these reports: marks, promises, remarks."""
        for entry in entries:
            self._years.update(entry)
            node = self._tree.at.get(entry.id)
            if node is not None and node.entry != entry:
                node.entry = entry
                self.change(node)
                if node.above is not None:
                    self.change(node.above)

    def _node(self, index: Index) -> Node | None:
        return self._tree.nodes[index.internalId()] if index.isValid() else None

    def _index(self, node: Node | None) -> QModelIndex:
        if node is None or node is self._tree.root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node.number)

    def entry(self, index: Index) -> ReportEntry | None:
        """Return the report of a row, or None for a region."""
        node = self._node(index)
        return None if node is None else node.entry

    def key(self, index: Index) -> str:
        """Return what a region is known by while reports come and go, "" for a report."""
        node = self._node(index)
        return "" if node is None or node.entry is not None else node.key

    def index_of(self, report_id: str) -> QModelIndex:
        """Return where a report stands."""
        return self._index(self._tree.at.get(ReportId(report_id)))

    def regions(self) -> tuple[QModelIndex, ...]:
        """Return all regions, from the top down."""
        return tuple(self._index(node) for node in self._tree.nodes if node.entry is None)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return an index; its id is the number of the node."""
        below = (self._node(parent) or self._tree.root).children
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row].number)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the region above."""
        node = self._node(index)
        return self._index(None if node is None else node.above)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many reports and regions stand directly below."""
        return len((self._node(parent) or self._tree.root).children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 1: all that is told of a row stands in one cell."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Reports can be renamed in place."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _REGION_FLAGS if self.entry(index) is None else REPORT_FLAGS

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Hand a new name over; the library tells when it is so."""
        entry = self.entry(index)
        if entry is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(entry.id, str(value))
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a row shows."""
        node = self._node(index)
        if node is None:
            return None
        if node.entry is None:
            return self._region_data(node, role)
        entry = node.entry
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{year_name(entry.year)}  {kind_label(entry)}"
        if role == DataRole.TWIN:
            return entry.year is None or entry.id in self._twins
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = (short_region(entry.region_name), year_name(entry.year), kind_label(entry))
            return ", ".join((*(one for one in said if one), entry.name, *told(entry)))
        return report_data(entry, role)

    def _region_data(self, node: Node, role: int) -> object:
        name = node.name or _unknown_region()
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        strip = self._years.strip(node.region) if node.region else None
        if role == DataRole.YEARS:
            return strip
        if role == DataRole.REPORT_ID:
            return ""
        if role == DataRole.DETAIL:
            return str(node.n_reports)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            break_ = ", " if role == Qt.ItemDataRole.AccessibleTextRole else "\n"
            return break_.join((name, *self._regiontold(node, strip)))
        return None

    def _regiontold(self, node: Node, strip: YearStrip | None) -> tuple[str, ...]:
        lines = [self.tr("Reports: {0}").format(node.n_reports)]
        if strip is not None:
            years = strip.present
            if len(years) > 1:
                lines.append(self.tr("Years: {0} to {1}").format(years[0], years[-1]))
            else:
                lines.append(self.tr("Year: {0}").format(years[0]))
            if strip.missing:
                missing = ", ".join(map(str, strip.missing))
                lines.append(self.tr("Missing years: {0}").format(missing))
        return tuple(lines)


def _unknown_region() -> str:
    return QCoreApplication.translate("Words", "Unknown region")
