"""The library as Qt sees it: a tree of regions with their reports, or one flat list."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
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
    Node,
    RegionOrder,
    YearStrip,
    grow,
    marked_share,
    official_key,
    pinyin_key,
    region_key,
    strips,
    twins,
    with_entry,
)
from desktop.models.words import USUAL, kind_name, region_name, short_region, year_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.model.ids import ReportId
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


def _told(entry: ReportEntry) -> tuple[str, ...]:
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
            QCoreApplication.translate("ReportList", "Remarks of the reader: {0}").format(
                entry.n_warnings
            )
        )
    return tuple(lines)


def _common_data(entry: ReportEntry, role: int) -> object:
    """Return what every row of a report hands out, in the tree and in the list."""
    if role == DataRole.REPORT_ID:
        return entry.id
    if role == DataRole.PROGRESS:
        return entry.n_marked, entry.n_commitments
    if role == DataRole.REMARKS:
        return entry.n_warnings
    if role == Qt.ItemDataRole.ToolTipRole:
        lines = (entry.title or entry.name, entry.name if entry.title else "", *_told(entry))
        # A title is data: Qt would take a tag in it for one.
        return "\n".join(line for line in lines if line).replace("<", "‹")
    if role in (DataRole.DETAIL, Qt.ItemDataRole.EditRole):
        return PurePath(entry.name).stem
    return entry if role == DataRole.VALUE else None


_REPORT_FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
    | Qt.ItemFlag.ItemIsEditable
)
_CELL_FLAGS = _REPORT_FLAGS & ~Qt.ItemFlag.ItemIsEditable


class ReportTree(QAbstractItemModel):
    """Regions from province to county, each with its own reports, latest first.

    Signals:
        renamed(str, str): A person gave a report another name.
    """

    renamed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = []
        self._top: list[Node] = []
        self._entries: tuple[ReportEntry, ...] = ()
        self._at: dict[str, int] = {}
        self._strips: dict[str, YearStrip] = {}
        self._twins: frozenset[ReportId] = frozenset()

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
            self._strips = strips(entries)
            self._twins = twins(entries)
        self._top = grow(entries if hits is None else hits, order)
        self._nodes = []
        self._number(self._top, -1)
        self._at = {n.entry.id: n.number for n in self._nodes if n.entry is not None}
        self.endResetModel()

    def years(self) -> range:
        """Return the years of the whole library, that the strips of all regions go through."""
        cells = next((strip.cells for strip in self._strips.values()), ())
        return range(cells[0].year, cells[-1].year + 1) if cells else range(0)

    def _number(self, nodes: list[Node], parent: int) -> None:
        for row, node in enumerate(nodes):
            node.number, node.parent, node.row = len(self._nodes), parent, row
            self._nodes.append(node)
            self._number(node.children, node.number)

    def update_numbers(self, entries: tuple[ReportEntry, ...]) -> None:
        """Take over what changed of these reports: marks, promises, remarks."""
        for entry in entries:
            key, at = region_key(entry), self._at.get(entry.id)
            if key in self._strips:
                self._strips[key] = with_entry(self._strips[key], entry)
            if at is not None and self._nodes[at].entry != entry:
                node = self._nodes[at]
                node.entry = entry
                index = self.createIndex(node.row, 0, node.number)
                self.dataChanged.emit(index, index)
                above = self.parent(index)
                self.dataChanged.emit(above, above)

    def _node(self, index: Index) -> Node | None:
        return self._nodes[index.internalId()] if index.isValid() else None

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
        at = self._at.get(report_id)
        return QModelIndex() if at is None else self.createIndex(self._nodes[at].row, 0, at)

    def regions(self) -> tuple[QModelIndex, ...]:
        """Return all regions, from the top down."""
        return tuple(self.createIndex(n.row, 0, n.number) for n in self._nodes if n.entry is None)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return an index; its id is the number of the node."""
        node = self._node(parent)
        below = self._top if node is None else node.children
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self.createIndex(row, 0, below[row].number)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the region above."""
        node = self._node(index)
        if node is None or node.parent < 0:
            return QModelIndex()
        return self.createIndex(self._nodes[node.parent].row, 0, node.parent)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many reports and regions stand directly below."""
        node = self._node(parent)
        return len(self._top if node is None else node.children)

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return 1: all that is told of a row stands in one cell."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Reports can be renamed in place."""
        return super().flags(index) if self.entry(index) is None else _REPORT_FLAGS

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
            return ", ".join((*(one for one in said if one), entry.name, *_told(entry)))
        return _common_data(entry, role)

    def _region_data(self, node: Node, role: int) -> object:
        name = node.name or _unknown_region()
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        strip = self._strips.get(node.region) if node.region else None
        if role == DataRole.YEARS:
            return strip
        if role == DataRole.REPORT_ID:
            return ""
        if role == DataRole.DETAIL:
            return str(node.n_reports)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            break_ = ", " if role == Qt.ItemDataRole.AccessibleTextRole else "\n"
            return break_.join((name, *self._region_told(node, strip)))
        return None

    def _region_told(self, node: Node, strip: YearStrip | None) -> tuple[str, ...]:
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

    def _sorted(self, rows: list[ReportEntry]) -> list[ReportEntry]:
        """Return rows by the chosen column; those alike in it by region, year, kind and name."""
        region = pinyin_key if self._order is RegionOrder.PINYIN else official_key
        rows.sort(key=lambda e: (region(e), -(e.year or 0), e.kind, e.name))
        keys: dict[int, Callable[[ReportEntry], object]] = {
            self.YEAR: lambda e: e.year or 0,
            self.KIND: lambda e: reading(kind_label(e)),
            self.MARKED: marked_share,
            self.REMARKS: lambda e: e.n_warnings,
            self.NAME: lambda e: reading(e.name),
        }
        if self._column != self.REGION:
            rows.sort(key=keys[self._column], reverse=self._descending)  # type: ignore[arg-type]
        elif self._descending:
            rows.sort(key=region, reverse=True)
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
            return Qt.ItemFlag.NoItemFlags
        return _REPORT_FLAGS if index.column() == self.NAME else _CELL_FLAGS

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
            return _common_data(entry, role) if index.column() == column else None
        return _common_data(entry, role)

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
