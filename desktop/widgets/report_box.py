"""A choice of reports, told by region, year and kind."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.jobs import shelf
from desktop.models.roles import DataRole
from desktop.models.words import entry_names
from desktop.widgets.search_box import SearchBox
from tracker.model.library import ReportEntry

_ROOT = QModelIndex()
_NAME, _ID = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.UserRole
_KEYS = (DataRole.SEARCH, DataRole.SPELLED)


class _Offers(QAbstractListModel):
    """Names and ids of reports: a list of items would be made anew, one by one, for each change."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.names: dict[str, str] = {}
        self._entries: dict[str, ReportEntry] = {}
        self._rows: tuple[tuple[str, str], ...] = ()

    def set_names(self, names: dict[str, str], entries: tuple[ReportEntry, ...]) -> None:
        """Offer reports by id and name; ``entries`` say what else they are found by."""
        self.beginResetModel()
        self.names, self._rows = names, tuple(names.items())
        self._entries = {str(entry.id): entry for entry in entries}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many reports there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> str | None:
        """Return the name of a report, or its id."""
        if not index.isValid() or role not in (_NAME, _ID, *_KEYS):
            return None
        report, name = self._rows[index.row()]
        if role in _KEYS:
            entry = self._entries.get(report)
            return shelf.keys(entry)[_KEYS.index(role)] if entry else name
        return name if role == _NAME else report

    def row_of(self, report: str | None) -> int:
        """Return where a report stands, -1 where it is not there."""
        return next((row for row, (one, _) in enumerate(self._rows) if one == report), -1)


class ReportBox(SearchBox):
    """Reports of the library; what is chosen stays chosen when the library changes."""

    cut_at = Qt.TextElideMode.ElideMiddle  # its end tells files apart

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offers = _Offers(self)
        self._coming: tuple[ReportEntry, ...] = ()
        self.setModel(self._offers)

    def set_entries(self, entries: tuple[ReportEntry, ...]) -> None:
        """Offer these reports."""
        self._coming = ()
        names = {str(report): name for report, name in entry_names(entries).items()}
        if names != self._offers.names:
            chosen = self.chosen()
            self._offers.set_names(names, entries)
            self.choose(chosen)

    def expect(self, entries: tuple[ReportEntry, ...]) -> None:
        """Offer these reports as soon as somebody looks for one: the library grows."""
        self._coming = entries

    def _catch_up(self) -> None:
        if self._coming:
            self.set_entries(self._coming)

    def showPopup(self) -> None:
        """Open the list with all that came in."""
        self._catch_up()
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look for what is typed in all that came in."""
        self._catch_up()
        super().keyPressEvent(event)

    def set_only(self, report: str, name: str) -> None:
        """Offer one report and choose it: the library is not there yet."""
        self._offers.set_names({report: name}, ())
        self.choose(report)

    def chosen(self) -> str:
        """Return the id of the chosen report, or ""."""
        return str(self.currentData() or "")

    def choose(self, report: str | None) -> None:
        """Choose a report; one that is not there leaves nothing chosen."""
        self.setCurrentIndex(self._offers.row_of(report) if report else -1)
