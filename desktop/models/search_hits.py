"""Hits of a search over the library, below the reports they stand in."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.roles import DataRole
from tracker.model.ids import ReportId
from tracker.model.search import Hit, ReportHits

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_TOP = 0
"""Id of the rows of reports; those of hits have the row of their report plus one."""
MOST_HITS = 5000
"""Hits that are shown; whoever finds more looks for something else."""


class SearchHits(QAbstractItemModel):
    """Reports in the order of the library, hits in the order of the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reports: tuple[ReportHits, ...] = ()
        self._names: Mapping[ReportId, str] = {}

    def set_found(self, reports: tuple[ReportHits, ...], names: Mapping[ReportId, str]) -> None:
        """Show other hits; ``names`` are what the reports are called."""
        self.beginResetModel()
        room = MOST_HITS
        shown = []
        for one in reports:
            if room > 0:
                shown.append(ReportHits(one.report_id, one.hits[:room]))
            room -= len(one.hits)
        self._reports, self._names = tuple(shown), names
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """Return the hit of a row, None for a report."""
        if not index.isValid() or index.internalId() == _TOP:
            return None
        return self._reports[index.internalId() - 1].hits[index.row()]

    def report_id(self, index: Index) -> ReportId | None:
        """Return the report that a row is about."""
        if not index.isValid():
            return None
        row = index.row() if index.internalId() == _TOP else index.internalId() - 1
        return self._reports[row].report_id

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        """Return an index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _TOP)

    def parent(self, index: Index = _ROOT) -> QModelIndex:  # type: ignore[override]
        """Return the report of a hit."""
        if not index.isValid() or index.internalId() == _TOP:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _TOP)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of reports, or of hits in one."""
        if not parent.isValid():
            return len(self._reports)
        return len(self._reports[parent.row()].hits) if parent.internalId() == _TOP else 0

    def columnCount(self, _: Index = _ROOT) -> int:
        """Return 1."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the name of a report, or the sentence with its line and section."""
        report = self.report_id(index)
        if report is None:
            return None
        if role == DataRole.REPORT_ID:
            return report
        hit = self.hit(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._text(index, report, hit)
        if role == Qt.ItemDataRole.ToolTipRole and hit is not None:
            return f"{hit.section}\n{hit.quote}" if hit.section else hit.quote
        return None

    def _text(self, index: Index, report: ReportId, hit: Hit | None) -> str:
        if hit is not None:
            line = QCoreApplication.translate("SearchHits", "Line {0}").format(hit.line)
            return f"{line}  {' '.join(hit.quote.split())}"
        return f"{self._names.get(report, '')}  ({len(self._reports[index.row()].hits)})"
