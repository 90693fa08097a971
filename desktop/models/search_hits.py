"""Hits of a search over the library, below the reports they stand in; further ones on demand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal

from desktop.models.grouped_list import GroupedList, Index
from desktop.models.roles import DataRole
from tracker.model.ids import ReportId
from tracker.model.search import FoundReport, Hit, ReportHits


class SearchHits(GroupedList):
    """Reports in the order of the search, hits in the order of the text.

    Reports come in page by page, as the list is scrolled. Below one that has more hits than are
    shown, a last row says so.

    Signals:
        reports_wanted(int): The list was scrolled to its end; the reports from this one on.
    """

    reports_wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[FoundReport, ...] = ()
        self._hits: list[tuple[Hit, ...]] = []
        self._all_there: list[bool] = []
        self._names: Mapping[ReportId, str] = {}
        self._is_asked = False

    def set_found(self, found: tuple[FoundReport, ...], names: Mapping[ReportId, str]) -> None:
        """Show another search, without hits at first; ``names`` are what reports are called."""
        self.beginResetModel()
        self._found, self._names = found, names
        self._hits, self._all_there, self._is_asked = [], [], False
        self.endResetModel()

    def add_page(self, page: Sequence[ReportHits], *, whole: bool) -> range:
        """Show the next reports with their hits; return their rows.

        Args:
            page: Reports that follow those that are shown.
            whole: These are all of their hits.
        """
        self._is_asked = False
        rows = range(len(self._hits), len(self._hits) + len(page))
        if not rows:
            return rows
        self.beginInsertRows(QModelIndex(), rows.start, rows.stop - 1)
        self._hits += [one.hits for one in page]
        self._all_there += [whole] * len(page)
        self.endInsertRows()
        return rows

    def set_hits(self, hits: ReportHits) -> None:
        """Show all hits of a report."""
        rows = (row for row in range(len(self._hits)) if self._id(row) == hits.report_id)
        row = next(rows, None)
        if row is None:
            return
        parent = self.index(row, 0)
        if n_before := self.rowCount(parent):
            self.beginRemoveRows(parent, 0, n_before - 1)
            self._hits[row], self._all_there[row] = (), True
            self.endRemoveRows()
        self._all_there[row] = True
        if hits.hits:
            self.beginInsertRows(parent, 0, len(hits.hits) - 1)
            self._hits[row] = hits.hits
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        """Tell whether more reports hold it than are shown."""
        return not parent.isValid() and not self._is_asked and len(self._hits) < len(self._found)

    def fetchMore(self, parent: Index) -> None:
        """Ask for further reports; they come when they were read."""
        if self.canFetchMore(parent):
            self._is_asked = True
            self.reports_wanted.emit(len(self._hits))

    def hit(self, index: Index) -> Hit | None:
        """Return the hit of a row, None for a report and for the row that tells of more."""
        if not index.isValid() or self.is_group(index):
            return None
        hits = self._hits[self.group_of(index)]
        return hits[index.row()] if index.row() < len(hits) else None

    def tells_more(self, index: Index) -> bool:
        """Tell whether a row says that there are more hits."""
        return index.isValid() and not self.is_group(index) and self.hit(index) is None

    def report_id(self, index: Index) -> ReportId | None:
        """Return the report that a row is about."""
        return self._id(self.group_of(index)) if index.isValid() else None

    def _id(self, row: int) -> ReportId:
        return self._found[row].report_id

    def n_groups(self) -> int:
        """Return the number of reports that are shown."""
        return len(self._hits)

    def n_lines(self, group: int) -> int:
        """Return the number of rows below one, the one that tells of more among them."""
        return len(self._hits[group]) + (not self._all_there[group])

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
        translate = QCoreApplication.translate
        if hit is not None:
            line = translate("SearchHits", "Line {0}").format(hit.line)
            return f"{line}  {' '.join(hit.quote.split())}"
        if self.is_group(index):
            return f"{self._names.get(report, '')}  ({self._found[index.row()].n_paragraphs})"
        n_paragraphs = self._found[self.group_of(index)].n_paragraphs
        return translate("SearchHits", "Show all {0} paragraphs of this report").format(
            n_paragraphs
        )
